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
  if (!gevraagd?.length) return {};
  const wil = (naam: keyof Feiten): boolean => gevraagd.includes(naam);
  const uit: Feiten = {
    ...(wil('isBehandelendArts') || wil('artsIsAangewezen') ? await artsFeiten(em, v) : {}),
    ...(wil('haltVerwezen') || wil('strafrechtLoopt') ? await eerdereWegen(em, v) : {}),
  };
  return Object.fromEntries(Object.entries(uit).filter(([naam]) => wil(naam as keyof Feiten)));
}

/** The criminal and Halt routes of this youth: a Halt counts from its referral on, and those of where he lived before as a number. */
async function eerdereWegen(em: InGemeente, v: FeitenVraag): Promise<Feiten> {
  const { rows } = await sql<{ strafrecht: boolean }>`
    select exists (select from app.proces p where p.gemeente_code = ${v.gemeente} and p.jongere_id = ${v.jongereId}
        and p.procestype = 'strafrecht' and not p.afgerond) as strafrecht`.execute(em.db);
  return {
    haltVerwezen: await haltVerwijzingen(em, v.gemeente, v.jongereId),
    strafrechtLoopt: rows[0]!.strafrecht,
  };
}

/** How many Halts of this youth reached their referral, with those of where he lived before. */
export async function haltVerwijzingen(em: InGemeente, gemeente: string, jongereId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select j.halt_elders + (select count(*) from app.proces p where p.gemeente_code = j.gemeente_code and p.jongere_id = j.id
      and p.procestype = 'halt' and p.snapshot #> '{gegevens,verwezenOp}' is not null) as n
    from app.jongere j where j.gemeente_code = ${gemeente} and j.id = ${jongereId}`.execute(em.db);
  return rows[0]?.n ?? 0;
}

async function artsFeiten(em: InGemeente, v: FeitenVraag): Promise<Feiten> {
  if (v.artsId === undefined) return {};
  const { rows } = await sql<{ behandelt: boolean; aangewezen: boolean }>`
    select
      exists (select from app.behandelrelatie b where b.gemeente_code = ${v.gemeente} and b.jongere_id = ${v.jongereId}
        and b.arts_id = ${v.artsId}) as behandelt,
      exists (select from app.medewerker m where m.gemeente_code = ${v.gemeente} and m.id = ${v.artsId} and m.rol = 'arts'
        and m.actief) as aangewezen`.execute(em.db);
  const { behandelt, aangewezen } = rows[0]!;
  const isDeArts = !v.handelendeArts || v.handelendeArts.id === v.handelendeArts.vanProces;
  return { isBehandelendArts: behandelt, artsIsAangewezen: aangewezen && isDeArts };
}
