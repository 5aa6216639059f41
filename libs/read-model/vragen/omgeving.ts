import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';

/** What one municipality may do for another. */
export const OPGEDRAGEN_WERK = ['leerplicht', 'verzuim', 'doorstroompunt'] as const;
export type OpgedragenWerk = (typeof OPGEDRAGEN_WERK)[number];

/** Work that one municipality does for another, from a day to a day. */
export interface Opdracht {
  /** Who does it. */
  gemeente_code: string;
  id: string;
  opdrachtgever_code: string;
  opdrachtgever_naam: string;
  werk: OpgedragenWerk;
  van: string;
  /** The last day; null while no end is agreed. */
  tot: string | null;
  door: string;
  vastgelegd_op: Date;
}

const KOLOMMEN = sql`o.gemeente_code, o.id, o.opdrachtgever_code, o.opdrachtgever_naam, o.werk, o.van, o.tot, o.door, o.vastgelegd_op`;

/** The municipalities of this transaction, by name. */
export async function leesGemeenten(em: InGemeente): Promise<{ code: string; naam: string }[]> {
  const { rows } = await sql<{ code: string; naam: string }>`
    select code, naam from app.gemeente where code = any(${em.gemeenten}) order by naam, code`.execute(em.db);
  return rows;
}

/** The assignments of these municipalities, newest first. */
export async function leesOpdrachten(em: InGemeente): Promise<Opdracht[]> {
  const { rows } = await sql<Opdracht>`select ${KOLOMMEN} from app.opdracht o
    order by o.van desc, o.opdrachtgever_naam, o.werk, o.id`.execute(em.db);
  return rows;
}

/** One assignment of a municipality, locked until the transaction ends. */
export async function neemOpdracht(
  em: InGemeente,
  gemeente: string,
  id: string,
): Promise<Opdracht | undefined> {
  const { rows } = await sql<Opdracht>`select ${KOLOMMEN} from app.opdracht o
    where o.gemeente_code = ${gemeente} and o.id = ${id} for update`.execute(em.db);
  return rows[0];
}

/** Stores an assignment; false when the same work for the same municipality was already agreed for some of these days. */
export async function bewaarOpdracht(em: InGemeente, o: Opdracht): Promise<boolean> {
  // Two at once would both find the days free.
  await sql`select pg_advisory_xact_lock(hashtext('opdracht ' || ${o.gemeente_code}))`.execute(em.db);
  const { numAffectedRows } = await sql`
    insert into app.opdracht (gemeente_code, id, opdrachtgever_code, opdrachtgever_naam, werk, van, tot, door, vastgelegd_op)
    select ${o.gemeente_code}, ${o.id}::uuid, ${o.opdrachtgever_code}, ${o.opdrachtgever_naam}, ${o.werk}, ${o.van}::date, ${o.tot}::date,
      ${o.door}::uuid, ${o.vastgelegd_op}::timestamptz
    where not exists (select from app.opdracht a where a.gemeente_code = ${o.gemeente_code}
      and a.opdrachtgever_code = ${o.opdrachtgever_code} and a.werk = ${o.werk}
      and daterange(a.van, a.tot, '[]') && daterange(${o.van}::date, ${o.tot}::date, '[]'))`.execute(em.db);
  return numAffectedRows === 1n;
}

/** Notes the last day of an assignment, and who said so. */
export async function beeindigOpdracht(
  em: InGemeente,
  o: Pick<Opdracht, 'gemeente_code' | 'id'>,
  tot: string,
  door: string,
): Promise<void> {
  await sql`update app.opdracht set tot = ${tot}, beeindigd_door = ${door}, beeindigd_op = ${em.nu}
    where gemeente_code = ${o.gemeente_code} and id = ${o.id}`.execute(em.db);
}
