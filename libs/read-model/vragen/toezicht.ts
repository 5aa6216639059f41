import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Datum } from '#kalender';
import type { LopendeTermijn, Partij, Snapshot } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { TELT_TOT } from './lijst.js';
import { enAlle, nietAfgeschermd } from './zicht.js';

/** Six ways to be stuck, and the wait for somebody outside, which is none. In the order in which they are shown. */
export const VASTSOORTEN = ['termijn', 'wekker', 'effect', 'code', 'niemand', 'rij', 'buiten'] as const;
export type Vastsoort = (typeof VASTSOORTEN)[number];

/** What counts as stuck in one municipality on this day. */
export interface Grenzen {
  gemeente: string;
  vandaag: Datum;
  /** A process that had to wake on this day or before should have done so by now. */
  wekker: Datum;
  /** Nobody's since this day or before: a working day is over. */
  niemand: Datum;
  /** Waiting on somebody outside since this day or before. */
  buiten: Datum;
  /** '<procestype> <toestand>' in which nobody is waited for, whoever owns it. */
  rust: readonly string[];
}

export interface VastFilter {
  soort?: Vastsoort | undefined;
  procestype?: string | undefined;
  /** Null means: nobody's. */
  behandelaar?: string | null | undefined;
  /** Stuck since this day or before. */
  sindsTot?: Datum | undefined;
  /** Process types that are out of sight. */
  zonder: readonly string[];
}

/** Where a page ended: oldest first, then by kind and id. */
export interface VastPlek {
  sinds: string;
  soort: Vastsoort;
  id: string;
}

export interface VastRij {
  soort: Vastsoort;
  /** The first day. */
  sinds: Datum;
  /** The moment, of what the engine does. */
  moment: Date | null;
  /** What the engine said of it: codes and counts. */
  wat: Record<string, unknown> | null;
  gemeente_code: string;
  id: string;
  procestype: string;
  versie: number;
  toestand: string;
  afgerond: boolean;
  behandelaar: string | null;
  wek_op: Datum | null;
  wacht_op: Partij | null;
  /** Where the reason needs them; else none. */
  termijnen: LopendeTermijn[];
  storing: Snapshot['storing'];
}

/** One source of stuck rows `p` of a municipality. */
interface Bron {
  soort: Vastsoort;
  sinds: RawBuilder<unknown>;
  van: RawBuilder<unknown>;
  waar: RawBuilder<SqlBool>;
  moment?: RawBuilder<unknown>;
  wat?: RawBuilder<unknown>;
}

const PROCES = sql`app.proces p`;
/** The oldest so many of all municipalities of the transaction: when more are asleep, nothing of the engine runs. */
const WEKKERS = 5_000;
const dagVan = (moment: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${moment} at time zone 'Europe/Amsterdam')::date`;
const SINDS_NIEMAND = sql`coalesce(p.behandelaar_sinds, p.geopend_op)`;
const STORING_SINDS = sql`(p.snapshot #>> '{storing,sinds}')::timestamptz`;

/** Each kind from its own source; the conditions are those of the partial indexes of 0014, word for word. */
const bronnenVan = (g: Grenzen): Bron[] => [
  {
    soort: 'termijn',
    sinds: sql`p.te_laat_sinds`,
    van: PROCES,
    waar: sql`p.te_laat and not p.afgerond and p.te_laat_sinds <= ${g.vandaag}`,
  },
  {
    soort: 'wekker',
    sinds: sql`p.wek_op`,
    // Along the days themselves, of which hardly any has passed: by municipality all its rows would be looked at.
    van: sql`(select * from app.proces where not afgerond and wek_op <= ${g.wekker} order by wek_op limit ${sql.lit(WEKKERS)}) p`,
    waar: sql`true`,
  },
  {
    soort: 'effect',
    sinds: dagVan(STORING_SINDS),
    moment: STORING_SINDS,
    van: PROCES,
    waar: sql`p.storing`,
  },
  {
    soort: 'niemand',
    sinds: SINDS_NIEMAND,
    van: PROCES,
    waar: sql`p.behandelaar is null and not p.afgerond and ${SINDS_NIEMAND} <= ${g.niemand}`,
  },
  {
    soort: 'niemand',
    // The day of leaving, or that of the case, which somebody may have given him afterwards.
    sinds: sql`greatest(${SINDS_NIEMAND}, w.op)`,
    van: sql`(select id, max(vertrokken_op) as op from app.medewerker where gemeente_code = ${g.gemeente}
      group by id having not bool_or(actief)) w join app.proces p on p.behandelaar = w.id`,
    waar: sql`not p.afgerond`,
  },
  ...(['code', 'rij'] as const).map((soort) => ({
    soort,
    sinds: dagVan(sql`m.sinds`),
    moment: sql`m.sinds`,
    wat: sql`m.wat`,
    van: sql`app.motorstoring m join app.proces p on p.gemeente_code = m.gemeente_code and p.id = m.proces_id`,
    waar: sql<SqlBool>`m.gemeente_code = ${g.gemeente} and m.soort = ${sql.lit(soort)}`,
  })),
  {
    soort: 'buiten',
    sinds: sql`p.wacht_sinds`,
    van: PROCES,
    waar: sql`p.wacht_op is not null and not p.afgerond and p.wacht_sinds <= ${g.buiten}
      and p.procestype || ' ' || p.toestand <> all(${g.rust})`,
  },
];

/** The condition on row `p` of app.proces of this municipality that it is stuck in this way. */
export const isVastgelopen = (g: Grenzen, soort: Vastsoort): RawBuilder<SqlBool> =>
  sql`p.id in (${sql.join(
    bronnenVan(g)
      .filter((b) => b.soort === soort)
      .map((b) => sql`select p.id from ${b.van} where ${enAlle(waarVan(g, b, {}))}`),
    sql` union all `,
  )})`;

function waarVan(g: Grenzen, b: Bron, f: Omit<VastFilter, 'zonder'>): (RawBuilder<SqlBool> | undefined)[] {
  return [
    sql`p.gemeente_code = ${g.gemeente}`,
    b.waar,
    f.procestype === undefined ? undefined : sql`p.procestype = ${f.procestype}`,
    f.behandelaar === undefined
      ? undefined
      : f.behandelaar === null
        ? sql`p.behandelaar is null`
        : sql`p.behandelaar = ${f.behandelaar}`,
    f.sindsTot === undefined ? undefined : sql`${b.sinds} <= ${f.sindsTot}`,
  ];
}

/** The rows of one source after a place, whose order ends with kind and id. */
function na(b: Bron, plek: VastPlek | undefined): RawBuilder<SqlBool> | undefined {
  if (!plek) return undefined;
  if (b.soort === plek.soort) return sql`(${b.sinds}, p.id) > (${plek.sinds}, ${plek.id})`;
  return b.soort < plek.soort ? sql`${b.sinds} > ${plek.sinds}` : sql`${b.sinds} >= ${plek.sinds}`;
}

/**
 * One page of what is stuck, the oldest first; one row more than `limiet` when there are more. Each source of each municipality gives at most a
 * page in the order of its index, and only the rows that are shown are read whole.
 */
export async function leesVastgelopen(
  em: InGemeente,
  grenzen: readonly Grenzen[],
  f: VastFilter,
  plek: VastPlek | undefined,
  limiet: number,
): Promise<VastRij[]> {
  const delen = grenzen.flatMap((g) =>
    bronnenVan(g)
      .filter((b) => f.soort === undefined || b.soort === f.soort)
      .map(
        (
          b,
        ) => sql`(select ${sql.lit(b.soort)}::text collate "C" as soort, ${b.sinds} as sinds, ${b.moment ?? sql`null::timestamptz`} as moment,
          ${b.wat ?? sql`null::jsonb`} as wat, p.gemeente_code, p.id
          from ${b.van} where ${enAlle([...waarVan(g, b, f), nietAfgeschermd(f.zonder), na(b, plek)])}
          order by ${b.sinds}, p.id limit ${sql.lit(limiet + 1)})`,
      ),
  );
  if (delen.length === 0) return [];
  const { rows } = await sql<VastRij>`
    with k as materialized (
      select * from (${sql.join(delen, sql` union all `)}) x order by sinds, soort, id limit ${sql.lit(limiet + 1)})
    select k.*, p.procestype, p.versie, p.toestand, p.afgerond, p.behandelaar, p.wek_op, p.wacht_op,
      case when k.soort in ('termijn', 'buiten') then p.snapshot->'termijnen' else '[]' end as termijnen, p.snapshot->'storing' as storing
    from k join app.proces p on p.gemeente_code = k.gemeente_code and p.id = k.id
    order by k.sinds, k.soort, k.id`.execute(em.db);
  return rows;
}

export interface SoortTelling {
  aantallen: Record<Vastsoort, number>;
  /** Stuck processes of types that are out of sight: a number, and nothing else. */
  afgeschermd: number;
}

/** How many are stuck, by kind; of each source at most one more than `TELT_TOT`: then there are more. The kind of the filter plays no part. */
export async function telSoorten(
  em: InGemeente,
  grenzen: readonly Grenzen[],
  f: VastFilter,
): Promise<SoortTelling> {
  const uit: SoortTelling = {
    aantallen: Object.fromEntries(VASTSOORTEN.map((s) => [s, 0])) as Record<Vastsoort, number>,
    afgeschermd: 0,
  };
  const delen = grenzen.flatMap((g) =>
    bronnenVan(g).map(
      (
        b,
      ) => sql`select ${sql.lit(b.soort)}::text as soort, count(*) filter (where zichtbaar) as n, count(*) filter (where not zichtbaar) as dicht
        from (select ${nietAfgeschermd(f.zonder) ?? sql`true`} as zichtbaar from ${b.van}
          where ${enAlle(waarVan(g, b, f))} limit ${sql.lit(TELT_TOT + 1)}) t`,
    ),
  );
  if (delen.length === 0) return uit;
  const { rows } = await sql<{
    soort: Vastsoort;
    n: number;
    dicht: number;
  }>`${sql.join(delen, sql` union all `)}`.execute(em.db);
  for (const { soort, n, dicht } of rows) {
    uit.aantallen[soort] = Math.min(uit.aantallen[soort] + n, TELT_TOT + 1);
    if (soort !== 'buiten') uit.afgeschermd += dicht;
  }
  return uit;
}

/** The values of these settings today, by municipality; one that still has the default of the house is absent. */
export async function leesInstellingenNu(
  em: InGemeente,
  namen: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await sql<{ gemeente_code: string; naam: string; waarde: unknown }>`
    select distinct on (i.gemeente_code, i.naam) i.gemeente_code, i.naam, i.waarde from app.instelling i
    where i.gemeente_code = any(${em.gemeenten}) and i.naam = any(${namen})
      and i.geldig_vanaf <= ${em.vandaag} and (i.geldig_tot is null or i.geldig_tot >= ${em.vandaag})
    order by i.gemeente_code, i.naam, i.geldig_vanaf desc, i.versie desc`.execute(em.db);
  const uit = new Map<string, Record<string, unknown>>(em.gemeenten.map((g) => [g, {}]));
  for (const r of rows) if (r.waarde !== null) uit.get(r.gemeente_code)![r.naam] = r.waarde;
  return uit;
}
