import { sql, type RawBuilder } from 'kysely';
import type { Datum } from '#kalender';
import type { InGemeente } from '../in-gemeente.js';
import { OVERLEGGEN, PREVENTIEF } from './contactmoment.js';

export * from './contactmoment.js';
export * from './jaargrondslag.js';

/** What is counted, of which municipality, from the first day up to and including the last. */
export interface Telling {
  gemeente: string;
  van: Datum;
  tot: Datum;
  /** Whether the reports that are made for a spreekuur count as absence (a matter of the definition of that school year). */
  metSpreekuurmeldingen: boolean;
}

/**
 * How often something happened and to how many youths. `rij` null is the whole of one source, `bron` null the whole of the table: both counted
 * anew, not added up, so that a sum can be checked against them.
 */
export interface Geteld {
  tabel: string;
  bron: string | null;
  rij: string | null;
  aantal: number;
  jongeren: number;
  /** Of those youths how many were 18 or older when it happened. */
  vanaf18: number;
}

/**
 * Counts a school year: everything in one statement, so that all figures are of one moment. A process that was cancelled counts nowhere: it was
 * opened by mistake.
 */
export async function telJaar(em: InGemeente, t: Telling): Promise<Geteld[]> {
  const feiten = [
    meldingen(t),
    absoluut(t),
    ...incidenten(t),
    ...juridisch(t),
    ...vrijstellingen(t),
    ...tafel(t),
    overleg(t),
    uitstroom(t),
  ];
  // Such a question would be compiled for seconds and then run in a tenth of one.
  await sql`set local jit = off`.execute(em.db);
  const { rows } = await sql<Geteld>`
    with feit (tabel, bron, rij, jongere_id, achttien, telt) as materialized (${sql.join(feiten, sql` union all `)}),
      geteld as (select * from feit where telt)
    select tabel, bron, rij, count(*)::int as aantal, count(distinct jongere_id)::int as jongeren,
      (count(distinct jongere_id) filter (where achttien))::int as vanaf18
    from geteld group by grouping sets ((tabel, bron, rij), (tabel, bron), (tabel))
    union all
    select 'beide', null, null, 0, count(*)::int, 0 from (
      select from geteld where tabel = 'verzuim' group by jongere_id having count(distinct bron) > 1) x
    union all
    select 'nietGeteld', bron, rij, count(*)::int, count(distinct jongere_id)::int, 0 from feit where not telt group by bron, rij
    union all
    select 'ontvangen', null, null, count(*)::int, count(distinct jongere_id)::int, 0 from app.verzuimmelding
    where gemeente_code = ${t.gemeente} and ontvangen_op between ${t.van} and ${t.tot}`.execute(em.db);
  return rows;
}

type Feiten = RawBuilder<unknown>;

const in18 = (geboren: string, op: string): RawBuilder<boolean> =>
  // By years of age: 29 February becomes 1 March (settled reading 6), which adding years would not do.
  sql`extract(year from age(${sql.ref(op)}, ${sql.ref(geboren)})) >= 18`;

/** The reports of DUO. What does not count stays a row, under the reason why, so that nothing falls between two figures. */
const meldingen = (t: Telling): Feiten => sql`
  select 'verzuim', 'verzuimmelding',
    case when m.status = 'ingetrokken' then 'ingetrokken'
      -- Counted from the processes.
      when m.soort = 'absoluut' then 'absoluut'
      when m.spreekuur and not ${t.metSpreekuurmeldingen}::boolean then 'spreekuur'
      when m.soort = 'zestienUur' then case when ${in18('j.geboortedatum', 'm.ontvangen_op')} then 'zestienUurVanaf18' else 'zestienUurTot18' end
      when m.soort = 'overig' and m.spreekuur then 'overigSpreekuur'
      else m.soort end,
    m.jongere_id, m.soort = 'achttienPlus' or ${in18('j.geboortedatum', 'm.ontvangen_op')},
    m.status is distinct from 'ingetrokken' and m.soort <> 'absoluut' and (${t.metSpreekuurmeldingen}::boolean or not m.spreekuur)
  from app.verzuimmelding m join app.jongere j on j.gemeente_code = m.gemeente_code and j.id = m.jongere_id
  where m.gemeente_code = ${t.gemeente} and m.ontvangen_op between ${t.van} and ${t.tot}`;

/** Absence of who is at no school: each report of it that a mas took in, the first and what followed. */
const absoluut = (t: Telling): Feiten =>
  handelingen(t, {
    procestype: 'mas',
    als: sql`(e.wat->>'soort' = 'geopend' or (e.wat->>'soort' = 'actie' and e.wat->>'naam' = 'vervolgmelding'))
      and e.wat #>> '{gegevens,soort}' = 'absoluut' and p.toestand <> 'ingetrokken'`,
    op: dagVan('ontvangenOp'),
    tabel: 'verzuim',
    rij: sql`'absoluut'`,
  });

const incidenten = (t: Telling): Feiten[] => [
  sql`select 'incidenten', 'spreekuur', 'spreekuur', p.jongere_id, false, true from app.proces p
    where ${vanType(t, 'spreekuur')} and p.geopend_op between ${t.van} and ${t.tot}`,
  sql`select 'incidenten', 'contactmoment', c.soort, c.jongere_id, false, true from app.contactmoment c
    where c.gemeente_code = ${t.gemeente} and c.op between ${t.van} and ${t.tot}
      and c.jongere_id is not null and c.soort = any(${[...PREVENTIEF]})`,
];

const juridisch = (t: Telling): Feiten[] => [
  sql`select 'juridisch', 'strafrecht', 'pv-' || coalesce(p.snapshot #>> '{gegevens,verzuimsoort}', ''), p.jongere_id, false, true from app.proces p
    where ${vanType(t, 'strafrecht')} and (p.snapshot #>> '{gegevens,pvVerzondenOp}')::date between ${t.van} and ${t.tot}`,
  sql`select 'juridisch', 'halt', 'halt', p.jongere_id, false, true from app.proces p
    where ${vanType(t, 'halt')} and (p.snapshot #>> '{gegevens,verwezenOp}')::date between ${t.van} and ${t.tot}`,
];

/**
 * A process may be confirmed again each year, so the acts are counted and not the processes. Art. 5 counts when it is confirmed; a decision
 * when it is made known, for it takes effect then (Awb 3:40), or when an objection to a refusal was right.
 */
const vrijstellingen = (t: Telling): Feiten[] => {
  const grond = sql`coalesce(p.snapshot #>> '{gegevens,grond}', '')`;
  const tabel = sql`case when ${grond} in ('art3a', 'art3b') then 'vervangend' else 'vrijstellingen' end`;
  const basis = { procestype: 'vrijstelling', tabel, rij: grond };
  const actie = (naam: string): RawBuilder<unknown> =>
    sql`e.wat->>'soort' = 'actie' and e.wat->>'naam' = ${naam}`;
  return [
    handelingen(t, { ...basis, als: actie('bevestigen'), op: sql`(e.wat->>'op')::date` }),
    handelingen(t, {
      ...basis,
      als: sql`${actie('besluitBekendgemaakt')} and e.wat->>'naar' = 'toegekend'`,
      op: dagVan('bekendgemaaktOp'),
    }),
    handelingen(t, {
      ...basis,
      // An objection to what was granted changes its period only.
      als: sql`${actie('bezwaarGegrond')} and (select b.wat->>'naar' from app.gebeurtenis b
        where b.gemeente_code = e.gemeente_code and b.proces_id = e.proces_id and (b.revisie, b.volgnr) < (e.revisie, e.volgnr)
          and b.wat->>'soort' = 'actie' and b.wat->>'naam' = 'besluitBekendgemaakt'
        order by b.revisie desc, b.volgnr desc limit 1) is distinct from 'toegekend'`,
      op: dagVan('beslistOp'),
    }),
  ];
};

const tafel = (t: Telling): Feiten[] => [
  sql`select 'thuiszitterstafel', 'thuiszitterstafel', 'aangemeld', p.jongere_id, false, true from app.proces p
    where ${vanType(t, 'thuiszitterstafel')} and (p.snapshot #>> '{gegevens,aangemeldOp}')::date between ${t.van} and ${t.tot}`,
  handelingen(t, {
    procestype: 'thuiszitterstafel',
    als: sql`e.wat->>'soort' = 'actie' and e.wat->>'naam' = 'besproken'`,
    op: sql`coalesce(${dagVan('vergaderingOp')}, (e.wat->>'op')::date)`,
    tabel: 'thuiszitterstafel',
    rij: sql`'besproken'`,
  }),
];

/** Meetings outside a process; one about a school or a group is about no youth. */
const overleg = (t: Telling): Feiten => sql`
  select 'overleg', 'contactmoment', case when c.jongere_id is null then 'satSchool' else c.soort end, c.jongere_id, false, true
  from app.contactmoment c
  where c.gemeente_code = ${t.gemeente} and c.op between ${t.van} and ${t.tot} and c.soort = any(${[...OVERLEGGEN]})`;

const uitstroom = (t: Telling): Feiten => sql`
  select 'uitstroom', 'jongere', j.uitstroom, j.id, false, true from app.jongere j
  where j.gemeente_code = ${t.gemeente} and j.uitstroom_op between ${t.van} and ${t.tot}`;

const vanType = (t: Telling, procestype: string): RawBuilder<unknown> =>
  sql`p.gemeente_code = ${t.gemeente} and p.procestype = ${procestype} and p.uitkomst is distinct from 'geannuleerd'`;

/** Acts of processes of one type, each on its own day. */
const handelingen = (
  t: Telling,
  h: {
    procestype: string;
    als: RawBuilder<unknown>;
    op: RawBuilder<unknown>;
    tabel: string | RawBuilder<unknown>;
    rij: RawBuilder<unknown>;
  },
): Feiten => sql`
  select ${typeof h.tabel === 'string' ? sql.lit(h.tabel) : h.tabel}, ${sql.lit(h.procestype)}, ${h.rij}, p.jongere_id, false, true
  from app.proces p cross join lateral (
    select ${h.op} as op from app.gebeurtenis e where e.gemeente_code = p.gemeente_code and e.proces_id = p.id and ${h.als}
    -- Process by process, and each day once: otherwise every event of every municipality is read.
    offset 0) h
  where ${vanType(t, h.procestype)} and h.op between ${t.van} and ${t.tot}`;

/** The day that an act tells in this field; when it was corrected afterwards, before another act told it again, the corrected one. */
const dagVan = (veld: string): RawBuilder<unknown> => sql`coalesce((
  select c.wat #>> array['gegevens', 'velden', ${sql.lit(veld)}] from app.gebeurtenis c
  where c.gemeente_code = e.gemeente_code and c.proces_id = e.proces_id and (c.revisie, c.volgnr) > (e.revisie, e.volgnr)
    and c.wat->>'soort' = 'kern' and c.wat->>'naam' = 'corrigeren' and c.wat #> '{gegevens,velden}' ? ${sql.lit(veld)}
    and not exists (select from app.gebeurtenis n where n.gemeente_code = e.gemeente_code and n.proces_id = e.proces_id
      and (n.revisie, n.volgnr) > (e.revisie, e.volgnr) and (n.revisie, n.volgnr) < (c.revisie, c.volgnr)
      and n.wat->>'soort' = 'actie' and n.wat->'gegevens' ? ${sql.lit(veld)})
  order by c.revisie desc, c.volgnr desc limit 1), e.wat #>> array['gegevens', ${sql.lit(veld)}])::date`;
