import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Datum } from '#kalender';
import type { InGemeente } from '../in-gemeente.js';
import { enAlle, inEigen } from './zicht.js';

/** Which period, and of whose processes. */
export interface Periode {
  van: Datum;
  tot: Datum;
  /** Only the processes of this officer. */
  behandelaar?: string | undefined;
}

const eigen = (em: InGemeente, p: Periode): RawBuilder<SqlBool> =>
  enAlle([
    inEigen('p.gemeente_code', em.gemeenten),
    p.behandelaar === undefined ? undefined : sql`p.behandelaar = ${p.behandelaar}`,
  ]);

export interface TypeTelling {
  procestype: string;
  /** Now. */
  open: number;
  teLaat: number;
  /** In the period. */
  nieuw: number;
  afgesloten: number;
}

/** How many processes of each type are open and late now, and how many began and ended in the period. */
export async function telPerType(em: InGemeente, p: Periode): Promise<TypeTelling[]> {
  const { rows } = await sql<TypeTelling>`
    select p.procestype, count(*) filter (where not p.afgerond) as open,
      count(*) filter (where not p.afgerond and p.te_laat) as "teLaat",
      count(*) filter (where p.geopend_op between ${p.van} and ${p.tot}) as nieuw,
      count(*) filter (where p.afgerond and (p.snapshot->>'sinds')::date between ${p.van} and ${p.tot}) as afgesloten
    from app.proces p where ${eigen(em, p)} group by p.procestype order by p.procestype`.execute(em.db);
  return rows;
}

export interface Werklast {
  behandelaar: string | null;
  naam: string | null;
  actief: boolean | null;
  open: number;
  teLaat: number;
}

/** How many processes each officer has now; null are nobody's. @param zonder process types that do not count. */
export async function telPerBehandelaar(
  em: InGemeente,
  p: Periode,
  zonder: readonly string[],
): Promise<Werklast[]> {
  const { rows } = await sql<Werklast>`
    select x.behandelaar, m.naam, m.actief, x.open, x."teLaat" from (
      select p.behandelaar, count(*) as open, count(*) filter (where p.te_laat) as "teLaat" from app.proces p
      where ${eigen(em, p)} and not p.afgerond and p.procestype <> all(${zonder}) group by p.behandelaar) x
    left join (select id, min(naam) as naam, bool_or(actief) as actief from app.medewerker
      where ${inEigen('gemeente_code', em.gemeenten)} group by id) m on m.id = x.behandelaar
    order by x.open desc, x.behandelaar`.execute(em.db);
  return rows;
}

export interface Doorlooptijd {
  procestype: string;
  toestand: string;
  /** How many stays ended in the period. */
  aantal: number;
  mediaan_dagen: number;
  /** The median of what the term of the state gave from its first day; null when it has none. */
  norm_dagen: number | null;
  /** How many stays ended after that day. */
  te_laat: number;
}

/**
 * How long processes stayed in each state that they left in the period, in calendar days.
 * @param normen by '<procestype> <toestand>' the name of the term that is the norm of that state.
 */
export async function leesDoorlooptijden(
  em: InGemeente,
  p: Periode,
  zonder: readonly string[],
  normen: Readonly<Record<string, string>>,
): Promise<Doorlooptijd[]> {
  // Such a question would be compiled for seconds and then run in a tenth of one.
  await sql`set local jit = off`.execute(em.db);
  const { rows } = await sql<Doorlooptijd>`
    with stap as (
      select p.procestype, p.id, e.revisie, e.volgnr, (e.wat->>'op')::date as op, e.wat->>'van' as van,
        e.wat->'termijnen' as termijnen
      from app.proces p join app.gebeurtenis e on e.gemeente_code = p.gemeente_code and e.proces_id = p.id
      where ${eigen(em, p)} and p.procestype <> all(${zonder})
        -- Who ended before the period left no state in it.
        and (not p.afgerond or (p.snapshot->>'sinds')::date >= ${p.van})
        and (e.wat ? 'naar' or e.wat ? 'van' or e.wat->>'soort' = 'geopend')),
    verblijf as (
      select s.*, lead(s.op) over w as tot, lead(s.van) over w as verlaten
      from stap s window w as (partition by s.id order by s.revisie, s.volgnr)),
    gemeten as (
      select v.procestype, v.verlaten as toestand, v.tot - v.op as dagen,
        (select (t->>'naar')::date - v.op from jsonb_array_elements(v.termijnen) t
         where t->>'wat' = 'gestart' and t->>'naam' = ${JSON.stringify(normen)}::jsonb ->> (v.procestype || ' ' || v.verlaten) limit 1) as norm
      from verblijf v where v.tot between ${p.van} and ${p.tot})
    select procestype, toestand, count(*) as aantal, percentile_cont(0.5) within group (order by dagen) as mediaan_dagen,
      percentile_cont(0.5) within group (order by norm) as norm_dagen, count(*) filter (where dagen > norm) as te_laat
    from gemeten where toestand is not null group by procestype, toestand order by procestype, toestand`.execute(
    em.db,
  );
  return rows;
}

/** How many open processes run this term, by process type; with `tot` only where it falls on or before that day. */
export async function telLopendeTermijn(
  em: InGemeente,
  procestype: string,
  termijn: string,
  tot: Datum,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from app.proces p
    where ${inEigen('p.gemeente_code', em.gemeenten)} and not p.afgerond and p.procestype = ${procestype}
      and exists (select from jsonb_array_elements(p.snapshot->'termijnen') t
        where t->>'naam' = ${termijn} and (t->>'datum')::date <= ${tot})`.execute(em.db);
  return rows[0]!.n;
}

/** How many processes of these types are open. */
export async function telOpen(em: InGemeente, procestypen: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from app.proces p
    where ${inEigen('p.gemeente_code', em.gemeenten)} and not p.afgerond and p.procestype = any(${procestypen})`.execute(
    em.db,
  );
  return rows[0]!.n;
}
