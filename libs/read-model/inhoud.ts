import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { ontsleutel, OntsleutelFout, versleutel, type Processleutels } from '#codec';
import type { InGemeente } from './in-gemeente.js';
import type { InhoudKlasse } from './schema.js';

/** A text about a person; a process knows only its id. */
export interface Inhoud {
  procesId: string;
  gemeente: string;
  klasse: InhoudKlasse;
  tekst: string;
  /** The subject of the token of who wrote it. */
  door: string;
}

const plaatsVan = (procesId: string, id: string): string => `inhoud ${procesId} ${id}`;

/**
 * Stores a text, encrypted with the key of its process, and gives its id: content goes first, the decision that names it second.
 * @param sleutels of the same process.
 */
export async function bewaarInhoud(
  em: InGemeente,
  sleutels: Processleutels,
  inhoud: Inhoud,
): Promise<string> {
  const id = randomUUID();
  const { procesId, klasse, door, gemeente } = inhoud;
  const sleutel = sleutels.versies.get(sleutels.nieuwste)!;
  await em.db
    .insertInto('app.inhoud')
    .values({
      gemeente_code: gemeente,
      proces_id: procesId,
      id,
      klasse,
      tekst: versleutel(sleutel, Buffer.from(inhoud.tekst), plaatsVan(procesId, id)),
      sleutel_versie: sleutels.nieuwste,
      door,
    })
    .execute();
  return id;
}

/**
 * The texts of one process that the reader may see, by id; what he may not see is left out.
 * @param sleutels of that process, fetched before the transaction began.
 * @param klassen the classes that the reader is authorised for.
 * @throws {OntsleutelFout} when a row was changed or put with another process.
 */
export async function leesInhoud(
  em: InGemeente,
  sleutels: Processleutels,
  gemeente: string,
  klassen: readonly InhoudKlasse[],
): Promise<Map<string, { klasse: InhoudKlasse; tekst: string; door: string }>> {
  if (klassen.length === 0) return new Map();
  const rijen = await em.db
    .selectFrom('app.inhoud')
    .select(['id', 'klasse', 'tekst', 'sleutel_versie', 'door'])
    .where('gemeente_code', '=', gemeente)
    .where('proces_id', '=', sleutels.procesId)
    .where('klasse', 'in', klassen)
    .execute();
  return new Map(
    rijen.map(({ id, klasse, tekst, sleutel_versie, door }) => {
      const sleutel = sleutels.versies.get(sleutel_versie);
      if (!sleutel) throw new OntsleutelFout();
      return [
        id,
        { klasse, door, tekst: ontsleutel(sleutel, tekst, plaatsVan(sleutels.procesId, id)).toString() },
      ];
    }),
  );
}

/**
 * Removes texts older than a week that no event names: their action never came. Gives how many.
 * @param pool of the worker's role.
 */
export async function veegInhoud(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ weg: number }>('select app.veeg_inhoud() as weg');
  return rows[0]!.weg;
}
