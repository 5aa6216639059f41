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
  /** Of iedere commit de schijf haalt. Alleen een test die geen stroomuitval nabootst mag dit uitzetten. */
  readonly duurzaam: boolean;
}

const NAAM = 'postgres';

/** Het adres van een database in de eigen PostgreSQL. Bevat een wachtwoord: nooit loggen. */
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

/** Of de eigen PostgreSQL een vraag beantwoordt. */
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

/** Het proces uit postmaster.pid, als dat nog loopt en werkelijk dit cluster bedient (en niet toevallig hetzelfde nummer heeft). */
function postmasterVan(data: string, kenmerk: string): Proces | undefined {
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

/** Of dit nummer nog vergeven is, al is het aan een gestorven proces dat zijn ouder nog niet heeft opgeruimd. */
function isVergeven(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    return (fout as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Haalt postmaster.pid weg als het nummer erin van een ander of gestorven proces is: PostgreSQL zou dan weigeren.
 * Tegen sessies die nog bezig zijn blijft het zichzelf beschermen met zijn gedeelde geheugen.
 * Alleen aan te roepen als vaststaat dat er geen postmaster van dit cluster loopt.
 */
function ruimVerwarrendPidBestandOp(data: string): void {
  const bestand = join(data, 'postmaster.pid');
  if (existsSync(bestand) && isVergeven(Number(readFileSync(bestand, 'utf8').split('\n')[0])))
    rmSync(bestand);
}

/** Na een kill -9 houden de oude sessies het geheugen nog even vast; PostgreSQL weigert dan en wij proberen het opnieuw. */
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
 * Start de eigen PostgreSQL, of neemt een gezonde wees van een vorige keer over; een ongezonde wordt eerst gestopt.
 * Daarna bestaat de database `leerlijn`.
 * @throws {OpstartFout} die zegt wat de gebruiker kan doen.
 */
export async function startPostgres(instelling: PostgresInstelling, voortgang: Voortgang): Promise<Proces> {
  const { staat, poort } = instelling;
  const gebruiker = kiesGebruiker(join(staat, NAAM));
  const cluster = bereidClusterVoor(staat, instelling.cache, gebruiker, voortgang.zeg);
  const data = join(cluster, 'data');
  const argumenten = ['-D', data, ...instellingen(poort.poort, instelling.duurzaam)];
  const kenmerk = argumenten.join(' ');

  const wees = postmasterVan(data, lopend(staat, NAAM)?.kenmerk ?? 'onbekend');
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
