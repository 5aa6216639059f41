import { sql } from 'kysely';
import { ontsleutel, OntsleutelFout, versleutel, type Processleutels } from '#codec';
import type { InGemeente } from '../in-gemeente.js';
import { inEigen } from './zicht.js';

/** Contacts that count as preventive incidents (settled reading 16). */
export const PREVENTIEF = ['telefonisch', 'gesprek', 'huisbezoek'] as const;
/** Meetings of several partners: they note who was there. */
export const OVERLEGGEN = ['sat', 'mdo'] as const;
export const CONTACTSOORTEN = [...PREVENTIEF, ...OVERLEGGEN] as const;
export type Contactsoort = (typeof CONTACTSOORTEN)[number];

/** Who may sit at a SAT or MDO: roles of the chain, never names. */
export const DEELNEMERS = [
  'leerplicht',
  'doorstroompunt',
  'school',
  'samenwerkingsverband',
  'schoolarts',
  'schoolmaatschappelijkWerk',
  'jeugdEnGezin',
  'wijkracht',
  'hulpverlening',
  'politie',
  'jongerenwerk',
  'ouders',
  'jongere',
] as const;
export type Deelnemer = (typeof DEELNEMERS)[number];

/** A contact that belongs to no process: with or about a youth, or about a school or one of its groups. */
export interface Contactmoment {
  gemeente_code: string;
  id: string;
  jongere_id: string | null;
  brin: string | null;
  groep: string | null;
  deelnemers: Deelnemer[];
  soort: Contactsoort;
  op: string;
  door: string;
  vastgelegd_op: Date;
}
/** As it is stored: what was said, encrypted. */
export interface ContactmomentRij extends Contactmoment {
  verslag: Buffer | null;
  sleutel_versie: number | null;
}

const KOLOMMEN = sql`c.gemeente_code, c.id, c.jongere_id, c.brin, c.groep, c.deelnemers, c.soort, c.op, c.verslag, c.sleutel_versie, c.door, c.vastgelegd_op`;
const plaatsVan = (id: string): string => `contactmoment ${id}`;

/**
 * Stores a contact moment; false when its id is taken, and then nothing changes.
 * @param verslag what was said, with the keys of this contact moment.
 */
export async function bewaarContactmoment(
  em: InGemeente,
  c: Contactmoment,
  verslag: { tekst: string; sleutels: Processleutels } | undefined,
): Promise<boolean> {
  const { nieuwste, versies } = verslag?.sleutels ?? {};
  const bytes = verslag && versleutel(versies!.get(nieuwste!)!, Buffer.from(verslag.tekst), plaatsVan(c.id));
  const { numAffectedRows } = await sql`
    insert into app.contactmoment (gemeente_code, id, jongere_id, brin, groep, deelnemers, soort, op, verslag, sleutel_versie, door,
      vastgelegd_op)
    values (${c.gemeente_code}, ${c.id}, ${c.jongere_id}, ${c.brin}, ${c.groep}, ${c.deelnemers}, ${c.soort}, ${c.op},
      ${bytes ?? null}, ${nieuwste ?? null}, ${c.door}, ${c.vastgelegd_op})
    on conflict do nothing`.execute(em.db);
  return numAffectedRows === 1n;
}

/** One contact moment of a municipality. */
export async function leesContactmoment(
  em: InGemeente,
  gemeente: string,
  id: string,
): Promise<ContactmomentRij | undefined> {
  const { rows } = await sql<ContactmomentRij>`select ${KOLOMMEN} from app.contactmoment c
    where c.gemeente_code = ${gemeente} and c.id = ${id}`.execute(em.db);
  return rows[0];
}

/** Whom or what contact moments are about. */
export type Over = { jongereId: string } | { gemeente: string; brin: string };

/** The contact moments of a youth, or those of a school, the last one first, after a place. */
export async function leesContactmomenten(
  em: InGemeente,
  over: Over,
  na: { op: string; id: string } | undefined,
  limiet: number,
): Promise<ContactmomentRij[]> {
  const verder = na ? sql`and (c.op, c.id) < (${na.op}::date, ${na.id}::uuid)` : sql``;
  const wie =
    'brin' in over
      ? sql`c.gemeente_code = ${over.gemeente} and c.brin = ${over.brin}`
      : sql`${inEigen('c.gemeente_code', em.gemeenten)} and c.jongere_id = ${over.jongereId}`;
  const { rows } =
    await sql<ContactmomentRij>`select ${KOLOMMEN} from app.contactmoment c where ${wie} ${verder}
    order by c.op desc, c.id desc limit ${sql.lit(limiet)}`.execute(em.db);
  return rows;
}

/**
 * What was said; null when nothing was written down.
 * @param sleutels those of this contact moment.
 * @throws {OntsleutelFout} when the row was changed or put in the place of another.
 */
export function leesVerslag(
  c: Pick<ContactmomentRij, 'id' | 'verslag' | 'sleutel_versie'>,
  sleutels: Processleutels,
): string | null {
  if (c.verslag === null) return null;
  const sleutel = sleutels.versies.get(c.sleutel_versie!);
  if (!sleutel) throw new OntsleutelFout();
  return ontsleutel(sleutel, c.verslag, plaatsVan(c.id)).toString();
}
