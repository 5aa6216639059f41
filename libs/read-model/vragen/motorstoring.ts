import { sql } from 'kysely';
import type { Projectie } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import type { RijKolommen } from '../projecteer.js';

/** A failure of the engine that the row of its process cannot tell: its code fails, or the row itself lags. */
export interface Motorstoring {
  gemeente_code: string;
  soort: 'code' | 'rij';
  proces_id: string;
  sinds: Date;
  wat: Record<string, unknown>;
}

/** Notes a failure, or that it is still there; since when stays. In the role of the worker. */
export async function noteerMotorstoring(em: InGemeente, s: Omit<Motorstoring, 'sinds'>): Promise<void> {
  await sql`insert into app.motorstoring (gemeente_code, soort, proces_id, sinds, gezien_op, wat)
    values (${s.gemeente_code}, ${s.soort}, ${s.proces_id}, ${em.nu}, ${em.nu}, ${JSON.stringify(s.wat)}::jsonb)
    on conflict (gemeente_code, soort, proces_id) do update set gezien_op = excluded.gezien_op, wat = excluded.wat`.execute(
    em.db,
  );
}

/** Notes that one is over. */
export async function wisMotorstoring(
  em: InGemeente,
  s: Pick<Motorstoring, 'soort' | 'proces_id'>,
): Promise<void> {
  await sql`delete from app.motorstoring where gemeente_code = any(${em.gemeenten}) and soort = ${s.soort}
    and proces_id = ${s.proces_id}`.execute(em.db);
}

/** Notes that all of this kind are over, except those of these processes. */
export async function wisAndereMotorstoringen(
  em: InGemeente,
  soort: Motorstoring['soort'],
  behalve: readonly string[],
): Promise<void> {
  await sql`delete from app.motorstoring where gemeente_code = any(${em.gemeenten}) and soort = ${soort}
    and proces_id <> all(${behalve})`.execute(em.db);
}

/** The failures of this kind. */
export async function leesMotorstoringen(
  em: InGemeente,
  soort: Motorstoring['soort'],
): Promise<Motorstoring[]> {
  const { rows } =
    await sql<Motorstoring>`select gemeente_code, soort, proces_id, sinds, wat from app.motorstoring
    where gemeente_code = any(${em.gemeenten}) and soort = ${soort} order by sinds`.execute(em.db);
  return rows;
}

/** Of which municipality these processes are, by id; one without a row is absent. */
export async function gemeentenVan(em: InGemeente, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; gemeente_code: string }>`select id, gemeente_code from app.proces
    where gemeente_code = any(${em.gemeenten}) and id = any(${ids})`.execute(em.db);
  return new Map(rows.map((r) => [r.id, r.gemeente_code]));
}

/** What the row of a process says of itself, to compare it with the process. */
export interface RijStand {
  id: string;
  procestype: string;
  revisie: number;
  besloten_op: Date;
}

const RIJSTAND = sql`p.id, p.procestype, p.revisie, p.besloten_op from app.proces p`;

/** One; undefined when there is no row. With `vast` nobody changes it before the end of the transaction. */
export async function leesRijStand(em: InGemeente, id: string, vast = false): Promise<RijStand | undefined> {
  const { rows } = await sql<RijStand>`select ${RIJSTAND}
    where p.gemeente_code = any(${em.gemeenten}) and p.id = ${id} ${vast ? sql`for update` : sql``}`.execute(
    em.db,
  );
  return rows[0];
}

/** Of every hundred open processes one: another one each day, so that each has its turn in a hundred days. */
export async function leesSteekproef(em: InGemeente, dagnummer: number): Promise<RijStand[]> {
  const { rows } = await sql<RijStand>`select ${RIJSTAND}
    where p.gemeente_code = any(${em.gemeenten}) and not p.afgerond
      and (hashtextextended(p.id::text, 0) & 2147483647) % 100 = ${dagnummer % 100} order by p.id`.execute(
    em.db,
  );
  return rows;
}

/** Takes back what the timeline and *te doen* say from this revision on: the decision was dropped. In the role of the worker. */
export async function laatVervallen(
  em: InGemeente,
  gemeente: string,
  id: string,
  vanaf: number,
): Promise<void> {
  await sql`select app.laat_vervallen(${gemeente}, ${id}, ${vanaf}, ${em.nu})`.execute(em.db);
}

/** Writes the row of a process as `projecteer` does, inside the caller's transaction. In the role of the worker. */
export async function herschrijfRij(em: InGemeente, p: Projectie, kolommen: RijKolommen): Promise<void> {
  const alles = JSON.stringify({ ...p, ...kolommen, teDoen: [] });
  await sql`select app.projecteer(${alles}::jsonb)`.execute(em.db);
}
