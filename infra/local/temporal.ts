import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OpstartFout } from './opstart-fout.js';
import { eisVrij, type Poort } from './poorten.js';
import { maakTemporalDatabases } from './postgres-databases.js';
import { lopend, start, stop, wachtOpKlaar, type Proces } from './processen.js';
import { bestaandeUi, kiesTemporal, type TemporalBinaries } from './temporal-binaries.js';
import { schrijfServerConfig, schrijfUiConfig } from './temporal-config.js';
import { temporalAntwoordt } from './temporal-namespace.js';
import type { Voortgang } from './stappen.js';
import { antwoordt } from './wachten.js';

export interface TemporalInstelling {
  readonly staat: string;
  readonly cache: string;
  /** The ports of `poortenVan('temporal', ...)`; the first is the one that clients use. */
  readonly poorten: readonly [Poort, ...Poort[]];
  /** Holds a password. */
  readonly databaseUrl: string;
}

const SCHEMAS = [
  ['temporal', 'postgresql/v12/temporal'],
  ['temporal_visibility', 'postgresql/v12/visibility'],
] as const;

function hash(tekst: string): string {
  return createHash('sha256').update(tekst).digest('hex').slice(0, 16);
}

/** Our own server reads only server, user and password from a DATABASE_URL; to leave out sslmode would be silently unsafe. */
function eisZonderParameters(databaseUrl: string): void {
  const namen = [...new URL(databaseUrl).searchParams.keys()];
  if (namen.length === 0) return;
  throw new OpstartFout(
    `DATABASE_URL heeft parameters (${namen.join(', ')}) die de eigen Temporal-server niet kan gebruiken. ` +
      'Laat ze weg, of wijs met TEMPORAL_ADDRESS een bestaande Temporal-server aan.',
  );
}

async function werkSchemaBij(binaries: TemporalBinaries, databaseUrl: string): Promise<void> {
  await maakTemporalDatabases(databaseUrl);
  const url = new URL(databaseUrl);
  const env = {
    ...process.env,
    SQL_PLUGIN: 'postgres12_pgx',
    SQL_HOST: url.hostname,
    SQL_PORT: url.port || '5432',
    SQL_USER: decodeURIComponent(url.username),
    SQL_PASSWORD: decodeURIComponent(url.password),
  };
  for (const [database, schema] of SCHEMAS) {
    // Each of these commands has no effect the second time.
    for (const opdracht of [
      ['setup-schema', '-v', '0.0'],
      ['update-schema', '--schema-name', schema],
    ]) {
      try {
        await promisify(execFile)(binaries.sqlTool, ['--db', database, ...opdracht], { env });
      } catch (fout) {
        const { stdout = '', stderr = '' } = fout as { stdout?: string; stderr?: string };
        throw new OpstartFout(
          `temporal-sql-tool ${opdracht[0]} voor ${database} is mislukt:\n${stdout}${stderr}`,
        );
      }
    }
  }
}

/**
 * Starts our own Temporal server on the given PostgreSQL, or takes over a healthy orphan with the same settings.
 * @throws {OpstartFout} that says what the user can do.
 */
export async function startTemporal(instelling: TemporalInstelling, voortgang: Voortgang): Promise<Proces> {
  const { staat, poorten } = instelling;
  eisZonderParameters(instelling.databaseUrl);
  const eerstePoort = poorten[0].poort;
  const binaries = await kiesTemporal(instelling.cache, voortgang);
  const map = join(staat, 'temporal');
  const kenmerk = hash(
    schrijfServerConfig(map, { eerstePoort, databaseUrl: instelling.databaseUrl }) + binaries.server,
  );
  const adres = `127.0.0.1:${eerstePoort}`;

  const wees = lopend(staat, 'temporal');
  if (wees !== undefined) {
    if (wees.kenmerk === kenmerk && (await temporalAntwoordt(adres))) return wees;
    await stop(staat, wees);
  }
  await eisVrij(poorten);
  await werkSchemaBij(binaries, instelling.databaseUrl);
  const proces = await start({
    naam: 'temporal',
    staat,
    bestand: binaries.server,
    args: ['--root', map, '--config', '.', '--env', 'leerlijn', 'start'],
    // Collecting garbage less often saves the server 10 to 20 % computing time; the second number limits what that costs in memory.
    env: { ...process.env, GOGC: '400', GOMEMLIMIT: '1GiB' },
    map,
    kenmerk,
  });
  await wachtOpKlaar(staat, proces, () => temporalAntwoordt(adres), 60_000);
  return proces;
}

/**
 * Starts the web page of Temporal against the server at `adres`.
 * @throws {OpstartFout} when its program is missing or does not become ready.
 */
export async function startTemporalUi(instelling: {
  staat: string;
  cache: string;
  poort: Poort;
  adres: string;
  namespace: string;
}): Promise<Proces> {
  const { staat, poort, adres, namespace } = instelling;
  const ui = bestaandeUi(instelling.cache);
  if (ui === undefined)
    throw new OpstartFout(
      'De webpagina van Temporal is niet gebouwd en staat niet op het PATH (temporal-ui).',
    );
  const map = join(staat, 'temporal-ui');
  schrijfUiConfig(map, adres, namespace, poort.poort);
  const wees = lopend(staat, 'temporal-ui');
  if (wees !== undefined) await stop(staat, wees);
  await eisVrij([poort]);
  const proces = await start({
    naam: 'temporal-ui',
    staat,
    bestand: ui,
    args: ['--root', map, '--config', '.', '--env', 'leerlijn', 'start'],
    env: process.env,
    map,
  });
  await wachtOpKlaar(staat, proces, () => antwoordt(`http://127.0.0.1:${poort.poort}/`), 30_000);
  return proces;
}
