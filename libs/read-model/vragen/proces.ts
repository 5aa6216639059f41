import { sql } from 'kysely';
import type { Gebeurtenis, Snapshot } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { enAlle, inEigen, zietProces, type Zicht } from './zicht.js';

/** The process of this id as its row has it; undefined when it is unknown or out of sight. */
export async function leesProces(em: InGemeente, id: string, zicht: Zicht): Promise<Snapshot | undefined> {
  const waar = enAlle([inEigen('p.gemeente_code', em.gemeenten), sql`p.id = ${id}`, zietProces(zicht)]);
  const { rows } = await sql<{
    snapshot: Snapshot;
  }>`select p.snapshot from app.proces p where ${waar}`.execute(em.db);
  return rows[0]?.snapshot;
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
