import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { ontsleutel, SLEUTEL_LENGTE, versleutel } from './aes-gcm.js';
import type { Hoofdsleutels } from './hoofdsleutel.js';

/** The data keys of one process: the newest encrypts, each of them decrypts what it encrypted. */
export interface Processleutels {
  readonly procesId: string;
  readonly nieuwste: number;
  readonly versies: ReadonlyMap<number, Uint8Array>;
}

/** One row of sleutels.processleutel. */
export interface VerpakteSleutel {
  versie: number;
  hoofdsleutel: number;
  verpakt: Uint8Array;
}

/** The keys of this process were destroyed, or it never had any: nothing of it can be read or written. */
export class SleutelWeg extends Error {
  constructor(readonly procesId: string) {
    super(`De sleutel van proces ${procesId} bestaat niet (meer): zijn gegevens zijn vernietigd.`);
    this.name = 'SleutelWeg';
  }
}

const plaatsVan = (procesId: string, versie: number): string => `processleutel ${procesId}.${versie}`;

/**
 * Makes the data key of a new process, in the transaction that opens it; one that has a key keeps it.
 * @param em a transaction in the role of the API.
 */
export async function maakProcessleutel<DB>(
  em: { db: Kysely<DB> },
  hoofdsleutels: Hoofdsleutels,
  procesId: string,
): Promise<Processleutels> {
  const hoofdsleutel = hoofdsleutels.nieuwste;
  const sleutel = randomBytes(SLEUTEL_LENGTE);
  const verpakt = versleutel(hoofdsleutels.sleutel(hoofdsleutel), sleutel, plaatsVan(procesId, 1));
  const { numAffectedRows } = await sql`
    insert into sleutels.processleutel (proces_id, versie, hoofdsleutel, verpakt)
    values (${procesId}, 1, ${hoofdsleutel}, ${verpakt}) on conflict do nothing`.execute(em.db);
  if (numAffectedRows === 1n) return { procesId, nieuwste: 1, versies: new Map([[1, sleutel]]) };
  const { rows } = await sql<VerpakteSleutel>`
    select versie, hoofdsleutel, verpakt from sleutels.processleutel where proces_id = ${procesId}`.execute(
    em.db,
  );
  return uitgepakt(hoofdsleutels, procesId, rows);
}

/**
 * The keys in these rows of one process.
 * @throws {SleutelWeg} when there are none; {@link OntsleutelFout} when a row belongs to another process or was changed.
 */
export function uitgepakt(
  hoofdsleutels: Hoofdsleutels,
  procesId: string,
  rijen: readonly VerpakteSleutel[],
): Processleutels {
  if (rijen.length === 0) throw new SleutelWeg(procesId);
  const versies = new Map(
    rijen.map((r) => [
      r.versie,
      ontsleutel(hoofdsleutels.sleutel(r.hoofdsleutel), r.verpakt, plaatsVan(procesId, r.versie)),
    ]),
  );
  return { procesId, nieuwste: Math.max(...versies.keys()), versies };
}
