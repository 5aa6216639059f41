import { join, resolve } from 'node:path';
import { z } from 'zod';
import { variabelen } from './variabelen.js';

type Schemas = { [K in keyof typeof variabelen]: (typeof variabelen)[K]['schema'] };
const schema = z.object(
  Object.fromEntries(Object.entries(variabelen).map(([naam, v]) => [naam, v.schema])) as Schemas,
);

const poorten = [
  'PORT',
  'POSTGRES_PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'OIDC_PORT',
  'WORKER_PORT',
] as const;

type Omgeving = Readonly<Record<string, string | undefined>>;

/** De instellingen, gecontroleerd en met standaardwaarden. Mappen zijn volledige paden. */
export interface Config {
  /** Bevat een wachtwoord: nooit loggen. Afwezig: de eigen PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Afwezig: de eigen Temporal-server. */
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  readonly port: number;
  readonly postgresPort: number;
  readonly temporalPort: number;
  readonly temporalUiPort: number;
  readonly oidcPort: number;
  readonly oidcIssuer: string;
  /** Of `oidcIssuer` die van de eigen aanmelddienst is. */
  readonly eigenAanmelddienst: boolean;
  readonly oidcAudience: string;
  readonly workerPort: number;
  readonly staat: string;
  readonly sleutels: string;
  readonly klok: 'vast' | 'instelbaar';
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  readonly cache: string;
  readonly pgBin: string | undefined;
}

/** De instellingen van API en worker: database en Temporal zijn altijd bekend. */
export type DienstConfig = Config & { readonly databaseUrl: string; readonly temporalAddress: string };

/** Een of meer omgevingsvariabelen deugen niet; `fouten` noemt ze allemaal, zonder hun waarde (die kan geheim zijn). */
export class ConfigFout extends Error {
  constructor(readonly fouten: readonly string[]) {
    super(`De instellingen kloppen niet:\n${fouten.map((f) => `  - ${f}`).join('\n')}`);
    this.name = 'ConfigFout';
  }
}

function zonderLege(env: Omgeving): Omgeving {
  return Object.fromEntries(
    Object.entries(env).filter(([, waarde]) => waarde !== undefined && waarde !== ''),
  );
}

function dubbelePoorten(gelezen: Record<(typeof poorten)[number], number>): string[] {
  return poorten.flatMap((naam, i) =>
    poorten
      .slice(0, i)
      .filter((eerder) => gelezen[eerder] === gelezen[naam])
      .map(
        (eerder) =>
          `${naam} is gelijk aan ${eerder} (${gelezen[naam]}): ieder onderdeel heeft een eigen poort nodig`,
      ),
  );
}

/**
 * Leest alle omgevingsvariabelen van Leerlijn; een lege waarde telt als afwezig.
 * @throws {ConfigFout} met alle fouten tegelijk, in het Nederlands.
 */
export function leesConfig(env: Omgeving): Config {
  const uitkomst = schema.safeParse(zonderLege(env));
  if (!uitkomst.success) {
    throw new ConfigFout(uitkomst.error.issues.map((fout) => `${fout.path.join('.')} ${fout.message}`));
  }
  const v = uitkomst.data;
  const fouten = dubbelePoorten(v);
  if (fouten.length > 0) throw new ConfigFout(fouten);

  const staat = resolve(v.LEERLIJN_STAAT);
  const eigenIssuer = `http://127.0.0.1:${v.OIDC_PORT}`;
  const oidcIssuer = v.OIDC_ISSUER ?? eigenIssuer;
  return {
    databaseUrl: v.DATABASE_URL,
    temporalAddress: v.TEMPORAL_ADDRESS,
    temporalNamespace: v.TEMPORAL_NAMESPACE,
    port: v.PORT,
    postgresPort: v.POSTGRES_PORT,
    temporalPort: v.TEMPORAL_PORT,
    temporalUiPort: v.TEMPORAL_UI_PORT,
    oidcPort: v.OIDC_PORT,
    oidcIssuer,
    eigenAanmelddienst: oidcIssuer === eigenIssuer,
    oidcAudience: v.OIDC_AUDIENCE,
    workerPort: v.WORKER_PORT,
    staat,
    sleutels: resolve(v.LEERLIJN_SLEUTELS ?? join(staat, 'sleutels')),
    klok: v.LEERLIJN_KLOK,
    logLevel: v.LOG_LEVEL,
    cache: resolve(v.XDG_CACHE_HOME),
    pgBin: v.PG_BIN,
  };
}

/**
 * Leest de instellingen van een dienst die de database en Temporal nodig heeft (API, worker).
 * TEMPORAL_ADDRESS is zonder waarde de eigen server op TEMPORAL_PORT.
 * @throws {ConfigFout} met alle fouten tegelijk.
 */
export function leesDienstConfig(env: Omgeving): DienstConfig {
  const zonderDatabase = env['DATABASE_URL'] ? [] : ['DATABASE_URL ontbreekt'];
  let config: Config;
  try {
    config = leesConfig(env);
  } catch (fout) {
    if (fout instanceof ConfigFout) throw new ConfigFout([...zonderDatabase, ...fout.fouten]);
    throw fout;
  }
  const { databaseUrl } = config;
  if (databaseUrl === undefined) throw new ConfigFout(zonderDatabase);
  return {
    ...config,
    databaseUrl,
    temporalAddress: config.temporalAddress ?? `127.0.0.1:${config.temporalPort}`,
  };
}

function ofStop<T>(lees: () => T): T {
  try {
    return lees();
  } catch (fout) {
    if (!(fout instanceof ConfigFout)) throw fout;
    process.stderr.write(`${fout.message}\n`);
    process.exit(2);
  }
}

/** Als `leesConfig`, maar schrijft de fouten op stderr en eindigt het proces met code 2. Voor het begin van een programma. */
export function leesConfigOfStop(env: Omgeving): Config {
  return ofStop(() => leesConfig(env));
}

/** Als `leesDienstConfig`, maar schrijft de fouten op stderr en eindigt het proces met code 2. */
export function leesDienstConfigOfStop(env: Omgeving): DienstConfig {
  return ofStop(() => leesDienstConfig(env));
}
