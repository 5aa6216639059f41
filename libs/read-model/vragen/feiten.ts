import { sql } from 'kysely';
import type { Feiten } from '#process';
import type { InGemeente } from '../in-gemeente.js';

/** What the facts are about. */
export interface FeitenVraag {
  gemeente: string;
  jongereId: string;
  /** The doctor that the act names, else the one of the process. */
  artsId: string | undefined;
  /** Set when a doctor acts himself: he must be the one of the process. */
  handelendeArts?: { id: string; vanProces: string | undefined } | undefined;
}

/** The facts that this act asks for, from our own tables; never from the caller. */
export async function leesFeiten(
  em: InGemeente,
  gevraagd: readonly (keyof Feiten)[] | undefined,
  v: FeitenVraag,
): Promise<Feiten> {
  if (!gevraagd?.length || v.artsId === undefined) return {};
  const { rows } = await sql<{ behandelt: boolean; aangewezen: boolean }>`
    select
      exists (select from app.behandelrelatie b where b.gemeente_code = ${v.gemeente} and b.jongere_id = ${v.jongereId}
        and b.arts_id = ${v.artsId}) as behandelt,
      exists (select from app.medewerker m where m.gemeente_code = ${v.gemeente} and m.id = ${v.artsId} and m.rol = 'arts'
        and m.actief) as aangewezen`.execute(em.db);
  const { behandelt, aangewezen } = rows[0]!;
  const isDeArts = !v.handelendeArts || v.handelendeArts.id === v.handelendeArts.vanProces;
  const alle: Required<Feiten> = { isBehandelendArts: behandelt, artsIsAangewezen: aangewezen && isDeArts };
  return Object.fromEntries(gevraagd.map((naam) => [naam, alle[naam]]));
}
