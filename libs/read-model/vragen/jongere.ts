import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';
import { enAlle, inEigen, zietJongere, type Zicht } from './zicht.js';

/** A youth as the table holds him: the BSN encrypted. */
export interface JongereRij {
  gemeente_code: string;
  id: string;
  bsn: Buffer;
  voornamen: string;
  achternaam: string;
  geboortedatum: string;
  brin: string | null;
}

const KOLOMMEN = sql`j.gemeente_code, j.id, j.bsn, j.voornamen, j.achternaam, j.geboortedatum, j.brin`;
const HOOGSTENS = 20;

/** One youth; undefined when he is unknown or out of sight. */
export async function leesJongere(em: InGemeente, id: string, zicht: Zicht): Promise<JongereRij | undefined> {
  const waar = enAlle([inEigen('j.gemeente_code', em.gemeenten), sql`j.id = ${id}`, zietJongere(zicht)]);
  const { rows } = await sql<JongereRij>`select ${KOLOMMEN} from app.jongere j where ${waar}`.execute(em.db);
  return rows[0];
}

/** The youths with this BSN, by its keyed hash per municipality. */
export async function zoekOpBsn(em: InGemeente, hashes: ReadonlyMap<string, Buffer>): Promise<JongereRij[]> {
  const paren = [...hashes].map(([code, hash]) => sql`(j.gemeente_code = ${code} and j.bsn_zoek = ${hash})`);
  if (paren.length === 0) return [];
  const { rows } =
    await sql<JongereRij>`select ${KOLOMMEN} from app.jongere j where ${sql.join(paren, sql` or `)}`.execute(
      em.db,
    );
  return rows;
}

/** The youths with this surname (case does not matter) who were born on this day; at most 20. */
export async function zoekOpNaam(
  em: InGemeente,
  achternaam: string,
  geboortedatum: string,
): Promise<JongereRij[]> {
  const { rows } = await sql<JongereRij>`
    select ${KOLOMMEN} from app.jongere j
    where ${inEigen('j.gemeente_code', em.gemeenten)} and lower(j.achternaam) = lower(${achternaam}) and j.geboortedatum = ${geboortedatum}
    order by j.id limit ${sql.lit(HOOGSTENS)}`.execute(em.db);
  return rows;
}

/** Writes a youth; false when one with this BSN is known in the municipality. */
export async function bewaarJongere(em: InGemeente, j: JongereRij & { bsn_zoek: Buffer }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await em.db
    .insertInto('app.jongere')
    .values(j)
    .onConflict((oc) => oc.columns(['gemeente_code', 'bsn_zoek']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Who looks at whom. */
export interface Inzage {
  wie: string;
  rol: string;
  wat: string;
  /** Trace id of the request. */
  verzoek: string;
}

/** Notes that these youths were looked at, in the transaction that reads them: no note, no answer. */
export async function noteerInzage(
  em: InGemeente,
  jongeren: readonly { gemeente_code: string; id: string }[],
  i: Inzage,
): Promise<void> {
  if (jongeren.length === 0) return;
  await em.db
    .insertInto('app.inzage')
    .values(
      jongeren.map((j) => ({ gemeente_code: j.gemeente_code, jongere_id: j.id, ...i, tijdstip: em.nu })),
    )
    .execute();
}
