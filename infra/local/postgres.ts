import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as slaap } from 'node:timers/promises';
import pg from 'pg';
import { eisVrij, type Poort } from './poorten.js';
import { kiesPostgres } from './postgres-binaries.js';
import {
  instellingen,
  maakCluster,
  omgevingVanPostgres,
  versieVanCluster,
  wachtwoordVan,
} from './postgres-cluster.js';
import { maakRolEnDatabase } from './postgres-databases.js';
import { bereidClusterVoor, bereikbareBinaries, kiesGebruiker } from './postgres-gebruiker.js';
import {
  beginVan,
  eindVanLog,
  lopend,
  onthoud,
  start,
  stop,
  wachtOpKlaar,
  type Proces,
  type StartOpdracht,
} from './processen.js';
import type { Voortgang } from './stappen.js';

export interface PostgresInstelling {
  readonly staat: string;
  readonly cache: string;
  readonly poort: Poort;
  readonly pgBin: string | undefined;
  /** Whether every commit reaches the disk. Only a test that does not imitate a power failure may turn this off. */
  readonly duurzaam: boolean;
}

const NAAM = 'postgres';

/** The address of a database in our own PostgreSQL. Holds a password: never log it. */
export function databaseUrl(
  instelling: { staat: string; poort: number },
  database = 'leerlijn',
  rol = 'leerlijn',
): string {
  return `postgresql://${rol}:${wachtwoordVan(instelling.staat)}@127.0.0.1:${instelling.poort}/${database}`;
}

function beheerUrl(instelling: PostgresInstelling): string {
  return databaseUrl({ staat: instelling.staat, poort: instelling.poort.poort }, 'postgres', 'postgres');
}

/** Whether our own PostgreSQL answers a query. */
export async function postgresAntwoordt(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The process in postmaster.pid, if it still runs and really serves this cluster (and does not just happen to have that number). */
function postmasterVan(data: string, kenmerk: string | undefined): Proces | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (process.platform === 'linux' && !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data))
      return undefined;
  } catch {
    return undefined;
  }
  const begin = beginVan(pid);
  return begin === undefined ? undefined : { naam: NAAM, pid, begin, kenmerk, stopSignaal: 'SIGINT' };
}

/** Whether this number is still given out, even to a dead process that its parent has not reaped yet. */
function isVergeven(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    return (fout as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes postmaster.pid when the number in it belongs to another or a dead process: PostgreSQL would refuse to start.
 * Against sessions that are still busy it goes on protecting itself with its shared memory.
 * Only to be called when it is certain that no postmaster of this cluster runs.
 */
function ruimVerwarrendPidBestandOp(data: string): void {
  const bestand = join(data, 'postmaster.pid');
  if (existsSync(bestand) && isVergeven(Number(readFileSync(bestand, 'utf8').split('\n')[0])))
    rmSync(bestand);
}

/** After a kill -9 the old sessions hold the memory a while longer; PostgreSQL then refuses and we try again. */
async function startZodraOudeSessiesWegZijn(
  instelling: PostgresInstelling,
  opdracht: StartOpdracht,
): Promise<Proces> {
  for (let poging = 1; ; poging++) {
    const proces = await start(opdracht);
    try {
      await wachtOpKlaar(instelling.staat, proces, () => postgresAntwoordt(beheerUrl(instelling)), 60_000);
      return proces;
    } catch (fout) {
      const sessies = eindVanLog(instelling.staat, NAAM, 5).includes('shared memory block');
      if (!sessies || poging === 20) throw fout;
      await slaap(500);
    }
  }
}

/**
 * Starts our own PostgreSQL, or takes over a healthy orphan of an earlier run; an unhealthy one is stopped first.
 * Afterwards the database `leerlijn` exists.
 * @throws {OpstartFout} that says what the user can do.
 */
export async function startPostgres(instelling: PostgresInstelling, voortgang: Voortgang): Promise<Proces> {
  const { staat, poort } = instelling;
  const gebruiker = kiesGebruiker(join(staat, NAAM));
  const cluster = bereidClusterVoor(staat, instelling.cache, gebruiker, voortgang.zeg);
  const data = join(cluster, 'data');
  const argumenten = ['-D', data, ...instellingen(poort.poort, instelling.duurzaam)];
  const kenmerk = argumenten.join(' ');

  const wees = postmasterVan(data, lopend(staat, NAAM)?.kenmerk);
  if (wees !== undefined) {
    if (wees.kenmerk === kenmerk && (await postgresAntwoordt(beheerUrl(instelling)))) {
      onthoud(staat, wees);
      return wees;
    }
    await stop(staat, wees);
  }

  await eisVrij([poort]);
  const binaries = kiesPostgres(instelling.pgBin, versieVanCluster(data));
  const bin = bereikbareBinaries(binaries.map, cluster, gebruiker);
  if (versieVanCluster(data) === undefined) {
    await voortgang.stap(`PostgreSQL ${binaries.hoofdversie}: nieuw cluster`, async () =>
      maakCluster(bin, cluster, wachtwoordVan(staat), gebruiker),
    );
  }
  ruimVerwarrendPidBestandOp(data);
  const proces = await startZodraOudeSessiesWegZijn(instelling, {
    naam: NAAM,
    staat,
    bestand: join(bin, 'postgres'),
    args: argumenten,
    env: omgevingVanPostgres,
    map: cluster,
    kenmerk,
    stopSignaal: 'SIGINT',
    ...gebruiker,
  });
  await maakRolEnDatabase(beheerUrl(instelling), wachtwoordVan(staat));
  return proces;
}
