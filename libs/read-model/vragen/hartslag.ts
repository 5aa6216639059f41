import type pg from 'pg';

type Vraagbaak = Pick<pg.Pool, 'query'>;

/** A worker counts as alive for so long after its last sign; it gives one every third of that. */
export const HARTSLAG_GELDT_MS = 30_000;
const WORKER = 'worker.';
const VERGEETT_NA = '1 day';
/** The round of the mailer: how many mails were refused and wait for a next attempt. */
export const RONDE_MAIL = 'mail';

/** Notes that this worker is alive. In the role of the worker. */
export async function slaHartslag(db: Vraagbaak, id: string): Promise<void> {
  await db.query(
    `insert into app.hartslag (naam) values ($1) on conflict (naam) do update set gezien_op = clock_timestamp()`,
    [WORKER + id],
  );
}

/** Notes that this worker stops, and forgets those that died long ago. */
export async function stopHartslag(db: Vraagbaak, id: string): Promise<void> {
  await db.query(
    `delete from app.hartslag where naam = $1 or (starts_with(naam, $2) and gezien_op < now() - $3::interval)`,
    [WORKER + id, WORKER, VERGEETT_NA],
  );
}

/**
 * Takes one round of a task that one of several workers does: true when the last began at least `naMs` ago. Whoever took it and dies leaves the
 * next round to another.
 */
export async function neemRonde(db: Vraagbaak, naam: string, naMs: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into app.hartslag as h (naam) values ($1) on conflict (naam) do update set gezien_op = clock_timestamp()
     where h.gezien_op <= clock_timestamp() - $2 * interval '1 millisecond'`,
    [naam, naMs],
  );
  return rowCount === 1;
}

/** Notes that a round was done, and what came of it: codes and counts only. */
export async function meldRonde(db: Vraagbaak, naam: string, wat: Record<string, unknown>): Promise<void> {
  await db.query(`update app.hartslag set gelukt_op = clock_timestamp(), wat = $2 where naam = $1`, [
    naam,
    JSON.stringify(wat),
  ]);
}

export interface Hartslagen {
  /** Milliseconds since the last sign of any worker; null when there is none. */
  workerMs: number | null;
  /** Of each round that was ever done: milliseconds since then, and what came of it. */
  rondes: Map<string, { msGeleden: number; wat: Record<string, unknown> }>;
}

/** Who was alive when. */
export async function leesHartslagen(db: Vraagbaak): Promise<Hartslagen> {
  const { rows } = await db.query<{
    naam: string;
    gezien: number;
    gelukt: number | null;
    wat: Record<string, unknown>;
  }>(
    `select naam, (extract(epoch from clock_timestamp() - gezien_op) * 1000)::float8 as gezien,
       (extract(epoch from clock_timestamp() - gelukt_op) * 1000)::float8 as gelukt, wat from app.hartslag`,
  );
  const workers = rows.filter((r) => r.naam.startsWith(WORKER)).map((r) => r.gezien);
  return {
    workerMs: workers.length === 0 ? null : Math.min(...workers),
    rondes: new Map(
      rows.flatMap((r) => (r.gelukt === null ? [] : [[r.naam, { msGeleden: r.gelukt, wat: r.wat }]])),
    ),
  };
}
