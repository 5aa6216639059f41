import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';
import type { Lijst } from '../schema.js';
import { vanHemOfWaargenomen, vanNiemand } from './afwezigheid.js';
import { enAlle, zietProces, type Zicht } from './zicht.js';

/** Above this number of rows a total is not counted: nobody reads it, and counting would cost more than the page. */
export const TELT_TOT = 1_000;

export interface LijstFilter {
  procestype?: string | undefined;
  toestand?: string | undefined;
  /** Null means: given to nobody. */
  behandelaar?: string | null | undefined;
  /** Given to nobody, or to somebody who has left. */
  vanNiemand?: boolean | undefined;
  /** Of this person, and of those for whom he stands in, by municipality. */
  waarneming?: { medewerkerId: string; voor: ReadonlyMap<string, readonly string[]> } | undefined;
  jongereId?: string | undefined;
  teLaat?: boolean | undefined;
  /** First term before this day. */
  termijnVoor?: string | undefined;
  /** Absent: open ones, and of one youth all. */
  afgerond?: boolean | undefined;
}

/** Where a page ended: the order is by first term (those without last), then id, and is the same in each municipality. */
export interface Plek {
  termijn: string | null;
  id: string;
}

export interface LijstRij {
  gemeente_code: string;
  id: string;
  procestype: string;
  versie: number;
  jongere_id: string;
  toestand: string;
  afgerond: boolean;
  uitkomst: string | null;
  behandelaar: string | null;
  te_laat: boolean;
  storing: boolean;
  geopend_op: string;
  eerste_termijn: string | null;
  revisie: number;
  lijst: Lijst;
}

const KOLOMMEN = sql.raw(
  [
    'gemeente_code',
    'id',
    'procestype',
    'versie',
    'jongere_id',
    'toestand',
    'afgerond',
    'uitkomst',
    'behandelaar',
    'te_laat',
    'storing',
    'geopend_op',
    'eerste_termijn',
    'revisie',
    'lijst',
  ]
    .map((k) => `p.${k}`)
    .join(', '),
);

/**
 * One page of the work list and how many rows there are (at most `TELT_TOT + 1`: then there are more). Each municipality gives one page in the
 * order of its own index, and the pages are merged here: an index over several would have to be sorted for every reader.
 */
export async function leesLijst(
  em: InGemeente,
  filter: LijstFilter,
  zicht: Zicht,
  na: Plek | undefined,
  limiet: number,
): Promise<{ rijen: LijstRij[]; aantal: number; verder: Plek | undefined }> {
  if (em.gemeenten.length === 0) return { rijen: [], aantal: 0, verder: undefined };
  const per = em.gemeenten.map((code) =>
    enAlle([sql`p.gemeente_code = ${code}`, ...lijstVoorwaarden(filter, code), zietProces(zicht)]),
  );
  const paginas = sql.join(
    per.map((waar) => bladzijde(waar, na, limiet + 1)),
    sql` union all `,
  );
  const tellingen = sql.join(
    per.map(
      (waar) =>
        sql`(select count(*) from (select from app.proces p where ${waar} limit ${sql.lit(TELT_TOT + 1)}) t)`,
    ),
    sql` + `,
  );
  // One question for both; also of an empty page the number comes back.
  const { rows } = await sql<(LijstRij | Record<keyof LijstRij, null>) & { aantal: number }>`
    select t.aantal, p.* from (select ${tellingen} as aantal) t left join (${paginas}) p on true`.execute(
    em.db,
  );
  const gevonden = rows.filter((r): r is LijstRij & { aantal: number } => r.id !== null);
  const rijen = gevonden.sort(opTermijn).slice(0, limiet);
  const laatste = rijen.at(-1);
  const verder =
    gevonden.length > limiet && laatste ? { termijn: laatste.eerste_termijn, id: laatste.id } : undefined;
  return { rijen, aantal: rows[0]!.aantal, verder };
}

/** The conditions of this filter on row `p` of app.proces of one municipality. With `ookAfgerond` an absent `afgerond` means all. */
export function lijstVoorwaarden(
  f: LijstFilter,
  gemeente: string,
  ookAfgerond = f.jongereId !== undefined,
): (RawBuilder<SqlBool> | undefined)[] {
  const afgerond = f.afgerond ?? (ookAfgerond ? undefined : false);
  return [
    afgerond === undefined ? undefined : afgerond ? sql`p.afgerond` : sql`not p.afgerond`,
    f.procestype === undefined ? undefined : sql`p.procestype = ${f.procestype}`,
    f.toestand === undefined ? undefined : sql`p.toestand = ${f.toestand}`,
    f.behandelaar === undefined
      ? undefined
      : f.behandelaar === null
        ? sql`p.behandelaar is null`
        : sql`p.behandelaar = ${f.behandelaar}`,
    f.vanNiemand ? vanNiemand(gemeente) : undefined,
    f.waarneming && vanHemOfWaargenomen(gemeente, f.waarneming.medewerkerId, f.waarneming.voor),
    f.jongereId === undefined ? undefined : sql`p.jongere_id = ${f.jongereId}`,
    f.teLaat === undefined ? undefined : sql`p.te_laat = ${f.teLaat}`,
    f.termijnVoor === undefined ? undefined : sql`p.eerste_termijn < ${f.termijnVoor}`,
  ];
}

/** The rows after a place. A row comparison with a null is never true, so the rows without a term are a second part with the same index. */
function bladzijde(waar: RawBuilder<SqlBool>, na: Plek | undefined, limiet: number): RawBuilder<LijstRij> {
  const deel = (extra: RawBuilder<SqlBool>, orde: RawBuilder<unknown>): RawBuilder<LijstRij> =>
    sql`(select ${KOLOMMEN} from app.proces p where ${waar}${extra} order by ${orde} limit ${sql.lit(limiet)})`;
  const gewoon = sql`p.eerste_termijn, p.id`;
  if (!na) return deel(sql``, gewoon);
  if (na.termijn === null) return deel(sql` and p.eerste_termijn is null and p.id > ${na.id}`, sql`p.id`);
  return sql`${deel(sql` and (p.eerste_termijn, p.id) > (${na.termijn}, ${na.id})`, gewoon)} union all ${deel(
    sql` and p.eerste_termijn is null`,
    sql`p.id`,
  )}`;
}

function opTermijn(a: LijstRij, b: LijstRij): number {
  if (a.eerste_termijn !== b.eerste_termijn) {
    if (a.eerste_termijn === null) return 1;
    if (b.eerste_termijn === null) return -1;
    return a.eerste_termijn < b.eerste_termijn ? -1 : 1;
  }
  return a.id < b.id ? -1 : 1;
}
