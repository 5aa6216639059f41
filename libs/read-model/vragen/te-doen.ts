import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';
import { enAlle, inEigen, nietAfgeschermd } from './zicht.js';

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

/** Where a page of things to do ended. */
export interface TeDoenPlek {
  op: string;
  procesId: string;
  effectId: string;
}

/** Things to do, oldest first; one more than `limiet` when there are more. */
export async function leesTeDoen(
  em: InGemeente,
  f: { procesId?: string | undefined; open?: boolean | undefined; zonder: readonly string[] },
  na: TeDoenPlek | undefined,
  limiet: number,
): Promise<TeDoenGelezen[]> {
  const waar = enAlle([
    inEigen('t.gemeente_code', em.gemeenten),
    nietAfgeschermd(f.zonder),
    f.procesId === undefined ? undefined : sql`t.proces_id = ${f.procesId}`,
    f.open === undefined ? undefined : f.open ? sql`t.gedaan_op is null` : sql`t.gedaan_op is not null`,
    na && sql`(t.op, t.proces_id, t.effect_id) > (${na.op}, ${na.procesId}, ${na.effectId})`,
  ]);
  const { rows } = await sql<TeDoenGelezen>`
    select ${GELEZEN} where ${waar} order by t.op, t.proces_id, t.effect_id limit ${sql.lit(limiet + 1)}`.execute(
    em.db,
  );
  return rows;
}

/** Ticks one off; who did it before stays. Gives it as it is now, undefined when it is unknown. */
export async function vinkAf(
  em: InGemeente,
  procesId: string,
  effectId: string,
  door: string,
  zonder: readonly string[],
): Promise<TeDoenGelezen | undefined> {
  if (zonder.length > 0 && (await isVanType(em, procesId, zonder))) return undefined;
  await em.db
    .updateTable('app.te_doen')
    .set({ gedaan_op: em.nu, gedaan_door: door })
    .where('gemeente_code', 'in', em.gemeenten)
    .where('proces_id', '=', procesId)
    .where('effect_id', '=', effectId)
    .where('gedaan_op', 'is', null)
    .execute();
  const { rows } = await sql<TeDoenGelezen>`
    select ${GELEZEN} where ${inEigen('t.gemeente_code', em.gemeenten)} and t.proces_id = ${procesId} and t.effect_id = ${effectId}`.execute(
    em.db,
  );
  return rows[0];
}

/** Whether the process is of one of these types. */
async function isVanType(em: InGemeente, procesId: string, typen: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select from app.proces p
    where ${inEigen('p.gemeente_code', em.gemeenten)} and p.id = ${procesId} and p.procestype = any(${typen})`.execute(
    em.db,
  );
  return rows.length > 0;
}
