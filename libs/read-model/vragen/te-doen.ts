import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';
import { vanHemOfWaargenomen } from './afwezigheid.js';
import type { LijstFilter } from './lijst.js';
import { enAlle, inEigen } from './zicht.js';

export interface TeDoenGelezen {
  gemeente_code: string;
  proces_id: string;
  effect_id: string;
  soort: string;
  naam: string;
  voor: string;
  op: string;
  wat: Record<string, unknown>;
  gedaan_op: Date | null;
  gedaan_door: string | null;
  procestype: string;
  jongere_id: string;
  behandelaar: string | null;
}

const GELEZEN = sql`t.gemeente_code, t.proces_id, t.effect_id, t.soort, t.naam, t.voor, t.op, t.wat, t.gedaan_op, t.gedaan_door,
  p.procestype, p.jongere_id, p.behandelaar from app.te_doen t
  join app.proces p on p.gemeente_code = t.gemeente_code and p.id = t.proces_id`;

/** What is shielded from a reader: process types, and `<procestype> <naam>` of single things. */
export interface ZonderTeDoen {
  typen: readonly string[];
  namen: readonly string[];
}

/** The condition on `t` and `p` that leaves those out. A message is named `<procestype>.<bericht>`: its first part counts. */
const zichtbaar = ({ typen, namen }: ZonderTeDoen): RawBuilder<SqlBool> | undefined =>
  typen.length + namen.length === 0
    ? undefined
    : sql`p.procestype <> all(${typen}) and p.procestype || ' ' || split_part(t.naam, '.', 1) <> all(${namen})`;

/** Where a page of things to do ended. */
export interface TeDoenPlek {
  op: string;
  procesId: string;
  effectId: string;
}

/** Things to do, oldest first; one more than `limiet` when there are more. */
export async function leesTeDoen(
  em: InGemeente,
  f: {
    procesId?: string | undefined;
    open?: boolean | undefined;
    zonder: ZonderTeDoen;
    waarneming?: LijstFilter['waarneming'];
  },
  na: TeDoenPlek | undefined,
  limiet: number,
): Promise<TeDoenGelezen[]> {
  const waar = enAlle([
    inEigen('t.gemeente_code', em.gemeenten),
    zichtbaar(f.zonder),
    f.procesId === undefined ? undefined : sql`t.proces_id = ${f.procesId}`,
    f.open === undefined ? undefined : f.open ? sql`t.gedaan_op is null` : sql`t.gedaan_op is not null`,
    f.waarneming && inWaarneming(em.gemeenten, f.waarneming),
    na && sql`(t.op, t.proces_id, t.effect_id) > (${na.op}, ${na.procesId}, ${na.effectId})`,
  ]);
  const { rows } = await sql<TeDoenGelezen>`
    select ${GELEZEN} where ${waar} order by t.op, t.proces_id, t.effect_id limit ${sql.lit(limiet + 1)}`.execute(
    em.db,
  );
  return rows;
}

const inWaarneming = (
  gemeenten: readonly string[],
  w: NonNullable<LijstFilter['waarneming']>,
): RawBuilder<SqlBool> =>
  gemeenten.length === 0
    ? sql`false`
    : sql`(${sql.join(
        gemeenten.map(
          (g) => sql`t.gemeente_code = ${g} and ${vanHemOfWaargenomen(g, w.medewerkerId, w.voor)}`,
        ),
        sql` or `,
      )})`;

/** Ticks one off; who did it before stays. Gives it as it is now, undefined when it is unknown. */
export async function vinkAf(
  em: InGemeente,
  procesId: string,
  effectId: string,
  door: string,
  zonder: ZonderTeDoen,
): Promise<TeDoenGelezen | undefined> {
  const waar = enAlle([
    inEigen('t.gemeente_code', em.gemeenten),
    sql`t.proces_id = ${procesId} and t.effect_id = ${effectId}`,
    zichtbaar(zonder),
  ]);
  const lees = async (): Promise<TeDoenGelezen | undefined> =>
    (await sql<TeDoenGelezen>`select ${GELEZEN} where ${waar}`.execute(em.db)).rows[0];
  if (!(await lees())) return undefined;
  await em.db
    .updateTable('app.te_doen')
    .set({ gedaan_op: em.nu, gedaan_door: door })
    .where('gemeente_code', 'in', em.gemeenten)
    .where('proces_id', '=', procesId)
    .where('effect_id', '=', effectId)
    .where('gedaan_op', 'is', null)
    .execute();
  return lees();
}
