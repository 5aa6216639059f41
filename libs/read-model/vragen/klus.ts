import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';

/** Work on many rows: what kind, with what, how far. Holds ids, dates and enumerations only, like a history. */
export interface Klus {
  gemeente_code: string;
  id: string;
  soort: string;
  gegevens: Record<string, unknown>;
  totaal: number;
  door: string;
  aangemaakt_op: Date;
  gestart: boolean;
  klaar_op: Date | null;
}

export type RegelStaat = 'wacht' | 'gedaan' | 'overgeslagen' | 'mislukt';

export interface KlusRegel {
  nr: number;
  invoer: Record<string, unknown>;
  staat: RegelStaat;
  uitkomst: Record<string, unknown> | null;
}

export interface NieuweKlus {
  gemeente: string;
  id: string;
  soort: string;
  gegevens: Record<string, unknown>;
  /** Makes the same piece of work recognisable; null when twice is twice. */
  kenmerk: string | null;
  door: string;
  regels: readonly Record<string, unknown>[];
}

const KOLOMMEN = sql`gemeente_code, id, soort, gegevens, totaal, door, aangemaakt_op, gestart, klaar_op`;

/**
 * Stores a piece of work with all its rows, in the transaction of the caller: whole or not at all. One with the same `kenmerk` stays as it
 * is, and its id comes back with `nieuw: false`. In the role of the API.
 */
export async function bewaarKlus(em: InGemeente, k: NieuweKlus): Promise<{ id: string; nieuw: boolean }> {
  const { numAffectedRows } = await sql`
    insert into app.klus (gemeente_code, id, soort, gegevens, kenmerk, totaal, door, aangemaakt_op)
    values (${k.gemeente}, ${k.id}, ${k.soort}, ${JSON.stringify(k.gegevens)}, ${k.kenmerk}, ${k.regels.length}, ${k.door}, ${em.nu})
    on conflict (gemeente_code, soort, kenmerk) do nothing`.execute(em.db);
  if (numAffectedRows === 0n) {
    const { rows } = await sql<{ id: string }>`select id from app.klus
      where gemeente_code = ${k.gemeente} and soort = ${k.soort} and kenmerk = ${k.kenmerk}`.execute(em.db);
    return { id: rows[0]!.id, nieuw: false };
  }
  await sql`
    insert into app.klus_regel (gemeente_code, klus_id, nr, invoer)
    select ${k.gemeente}, ${k.id}, r.nr, r.invoer
    from jsonb_array_elements(${JSON.stringify(k.regels)}::jsonb) with ordinality r(invoer, nr)`.execute(
    em.db,
  );
  return { id: k.id, nieuw: true };
}

/** One piece of work; undefined when it is unknown. */
export async function leesKlus(em: InGemeente, id: string): Promise<Klus | undefined> {
  const { rows } = await sql<Klus>`select ${KOLOMMEN} from app.klus
    where gemeente_code = any(${em.gemeenten}) and id = ${id}`.execute(em.db);
  return rows[0];
}

/** The piece of work of this kind and `kenmerk`; undefined when there is none. */
export async function leesKlusMet(
  em: InGemeente,
  gemeente: string,
  soort: string,
  kenmerk: string,
): Promise<Klus | undefined> {
  const { rows } = await sql<Klus>`select ${KOLOMMEN} from app.klus
    where gemeente_code = ${gemeente} and soort = ${soort} and kenmerk = ${kenmerk}`.execute(em.db);
  return rows[0];
}

/** The pieces of work of these municipalities, newest first. */
export async function leesKlussen(em: InGemeente, limiet: number): Promise<Klus[]> {
  const { rows } = await sql<Klus>`select ${KOLOMMEN} from app.klus
    where gemeente_code = any(${em.gemeenten}) order by aangemaakt_op desc, id limit ${sql.lit(limiet)}`.execute(
    em.db,
  );
  return rows;
}

/** How many rows stand in each state. */
export async function telRegels(
  em: InGemeente,
  k: { gemeente_code: string; id: string },
): Promise<Record<RegelStaat, number>> {
  const { rows } = await sql<{ staat: RegelStaat; n: number }>`select staat, count(*) as n from app.klus_regel
    where gemeente_code = ${k.gemeente_code} and klus_id = ${k.id} group by staat`.execute(em.db);
  return {
    wacht: 0,
    gedaan: 0,
    overgeslagen: 0,
    mislukt: 0,
    ...Object.fromEntries(rows.map((r) => [r.staat, r.n])),
  };
}

/** Rows of a piece of work from `na` on, by number; with `staat` only those. */
export async function leesRegels(
  em: InGemeente,
  k: { gemeente_code: string; id: string },
  f: { staat?: RegelStaat | undefined; na?: number | undefined },
  limiet: number,
): Promise<KlusRegel[]> {
  const staat = f.staat === undefined ? sql`` : sql`and staat = ${f.staat}`;
  const { rows } = await sql<KlusRegel>`select nr, invoer, staat, uitkomst from app.klus_regel
    where gemeente_code = ${k.gemeente_code} and klus_id = ${k.id} and nr > ${f.na ?? 0} ${staat}
    order by nr limit ${sql.lit(limiet)}`.execute(em.db);
  return rows;
}

/** Notes what came of a row. In the role of the worker. */
export async function sluitRegel(
  em: InGemeente,
  k: { gemeente_code: string; id: string },
  nr: number,
  staat: Exclude<RegelStaat, 'wacht'>,
  uitkomst: Record<string, unknown>,
): Promise<void> {
  await sql`update app.klus_regel set staat = ${staat}, uitkomst = ${JSON.stringify(uitkomst)}
    where gemeente_code = ${k.gemeente_code} and klus_id = ${k.id} and nr = ${nr}`.execute(em.db);
}

/** Notes that all rows were worked through. In the role of the worker. */
export async function sluitKlus(em: InGemeente, k: { gemeente_code: string; id: string }): Promise<void> {
  await sql`update app.klus set klaar_op = ${em.nu}
    where gemeente_code = ${k.gemeente_code} and id = ${k.id} and klaar_op is null`.execute(em.db);
}

/** Notes that its run was handed to Temporal; one that never was is found again by `nietGestarteKlussen`. */
export async function meldGestart(em: InGemeente, k: { gemeente_code: string; id: string }): Promise<void> {
  await sql`update app.klus set gestart = true where gemeente_code = ${k.gemeente_code} and id = ${k.id}`.execute(
    em.db,
  );
}

/** Pieces of work whose run never began: the API stopped, or Temporal was away. */
export async function nietGestarteKlussen(em: InGemeente): Promise<{ gemeente_code: string; id: string }[]> {
  const { rows } = await sql<{ gemeente_code: string; id: string }>`select gemeente_code, id from app.klus
    where gemeente_code = any(${em.gemeenten}) and klaar_op is null and not gestart order by aangemaakt_op`.execute(
    em.db,
  );
  return rows;
}
