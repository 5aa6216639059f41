import { sql, type RawBuilder } from 'kysely';
import type { Gebeurtenis, Kader, Snapshot } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { enAlle, inEigen, zietProces, type Zicht } from './zicht.js';

/** A snapshot as its row keeps it: the kader apart, because it hardly ever changes. */
export interface ProcesRij {
  snapshot: Omit<Snapshot, 'kader'>;
  kader: Kader;
}

export const snapshotVan = ({ snapshot, kader }: ProcesRij): Snapshot => ({ ...snapshot, kader });

/** Asks for the process of this id; no row when it is unknown or out of sight. */
export function vraagProces(gemeenten: readonly string[], id: string, zicht: Zicht): RawBuilder<ProcesRij> {
  const waar = enAlle([inEigen('p.gemeente_code', gemeenten), sql`p.id = ${id}`, zietProces(zicht)]);
  return sql<ProcesRij>`select p.snapshot, p.kader from app.proces p where ${waar}`;
}

/** The process of this id as its row has it; undefined when it is unknown or out of sight. */
export async function leesProces(em: InGemeente, id: string, zicht: Zicht): Promise<Snapshot | undefined> {
  const { rows } = await vraagProces(em.gemeenten, id, zicht).execute(em.db);
  return rows[0] && snapshotVan(rows[0]);
}

/** All processes of a youth that are in sight, oldest first. */
export async function leesProcessenVan(em: InGemeente, jongereId: string, zicht: Zicht): Promise<Snapshot[]> {
  const waar = enAlle([
    inEigen('p.gemeente_code', em.gemeenten),
    sql`p.jongere_id = ${jongereId}`,
    zietProces(zicht),
  ]);
  const { rows } = await sql<ProcesRij>`
    select p.snapshot, p.kader from app.proces p where ${waar} order by p.geopend_op, p.id`.execute(em.db);
  return rows.map(snapshotVan);
}

/** How many processes of a youth are shielded: of these types, open ones apart. */
export async function telAfgeschermd(
  em: InGemeente,
  jongereId: string,
  typen: readonly string[],
): Promise<{ totaal: number; open: number }> {
  const { rows } = await sql<{ totaal: number; open: number }>`
    select count(*) as totaal, count(*) filter (where not p.afgerond) as open from app.proces p
    where ${inEigen('p.gemeente_code', em.gemeenten)} and p.jongere_id = ${jongereId} and p.procestype = any(${typen})`.execute(
    em.db,
  );
  return rows[0]!;
}

/** Everything that happened in these processes, oldest first, each line with its process. */
export async function leesTijdlijnen(
  em: InGemeente,
  gemeente: string,
  procesIds: readonly string[],
): Promise<(TijdlijnRij & { proces_id: string })[]> {
  const { rows } = await sql<TijdlijnRij & { proces_id: string }>`
    select proces_id, revisie, volgnr, tijdstip, wat from app.gebeurtenis
    where gemeente_code = ${gemeente} and proces_id = any(${procesIds})
    order by wat->>'op', tijdstip, proces_id, revisie, volgnr`.execute(em.db);
  return rows;
}

/** Whether a process is in sight, without reading it. */
export async function zietHet(em: InGemeente, id: string, zicht: Zicht): Promise<boolean> {
  const waar = enAlle([inEigen('p.gemeente_code', em.gemeenten), sql`p.id = ${id}`, zietProces(zicht)]);
  const { rows } = await sql`select from app.proces p where ${waar}`.execute(em.db);
  return rows.length > 0;
}

export interface TijdlijnRij {
  revisie: number;
  volgnr: number;
  tijdstip: Date;
  wat: Gebeurtenis;
}

/** Everything that happened in a process, oldest first. */
export async function leesTijdlijn(
  em: InGemeente,
  gemeente: string,
  procesId: string,
): Promise<TijdlijnRij[]> {
  return em.db
    .selectFrom('app.gebeurtenis')
    .select(['revisie', 'volgnr', 'tijdstip', 'wat'])
    .where('gemeente_code', '=', gemeente)
    .where('proces_id', '=', procesId)
    .orderBy('revisie')
    .orderBy('volgnr')
    .execute();
}

/** Whether this is an active member of staff of the municipality, in whatever role. */
export async function isMedewerker(em: InGemeente, gemeente: string, id: string): Promise<boolean> {
  const rij = await em.db
    .selectFrom('app.medewerker')
    .select('id')
    .where('gemeente_code', '=', gemeente)
    .where('id', '=', id)
    .where('actief', '=', true)
    .executeTakeFirst();
  return rij !== undefined;
}
