import type { Config } from '#config';
import { startDienst } from './dienst.js';
import { databaseUrl, startPostgres } from './postgres.js';
import { poortenVan } from './poorten-van.js';
import type { Proces } from './processen.js';
import type { Voortgang } from './stappen.js';
import type { OnderdeelNaam } from './stoppen.js';
import { startTemporal, startTemporalUi } from './temporal.js';

/** A part of the stack: what it is called and how it starts (again). */
export interface Onderdeel {
  readonly naam: OnderdeelNaam;
  /** As the screen calls it. */
  readonly titel: string;
  /** Starts the part, or takes over a healthy orphan, and waits until it is ready. */
  start(): Promise<Proces>;
}

/** Where the parts find each other. */
export interface Adressen {
  /** Holds a password: never log it. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
}

/** The addresses of database and Temporal: the user's, otherwise our own. */
export function adressenVan(config: Config): Adressen {
  return {
    databaseUrl: config.databaseUrl ?? databaseUrl({ staat: config.staat, poort: config.postgresPort }),
    temporalAddress: config.temporalAddress ?? `127.0.0.1:${config.temporalPort}`,
  };
}

/** The environment variables for sign-in service, mail catcher, worker and API. */
export function omgevingVoorDiensten(config: Config): Record<string, string> {
  const { databaseUrl, temporalAddress } = adressenVan(config);
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: config.temporalNamespace,
    PORT: String(config.port),
    WORKER_PORT: String(config.workerPort),
    OIDC_PORT: String(config.oidcPort),
    POSTVAK_PORT: String(config.postvakPort),
    POSTVAK_SMTP_PORT: String(config.postvakSmtpPort),
    SMTP_URL: config.eigenPostvak ? '' : config.smtpUrl,
    OIDC_ISSUER: config.oidcIssuer,
    OIDC_AUDIENCE: config.oidcAudience,
    LEERLIJN_STAAT: config.staat,
    LEERLIJN_SLEUTELS: config.sleutels,
    LEERLIJN_DUO_MAP: config.duoMap,
    LEERLIJN_KLOK: config.klok,
    LOG_LEVEL: config.logLevel,
  };
}

/** The parts that are asked for, without those that the user has elsewhere. */
export function teStarten(config: Config, gevraagd: readonly OnderdeelNaam[]): readonly OnderdeelNaam[] {
  const elders: Partial<Record<OnderdeelNaam, boolean>> = {
    postgres: config.databaseUrl !== undefined,
    temporal: config.temporalAddress !== undefined,
    aanmelden: !config.eigenAanmelddienst,
    postvak: !config.eigenPostvak,
  };
  return gevraagd.filter((naam) => elders[naam] !== true);
}

/**
 * All parts of a stack, ready to be started.
 * @param duurzaam whether PostgreSQL brings every commit to disk.
 * @param env extra environment variables for sign-in service, worker and API.
 */
export function onderdelenVan(
  config: Config,
  duurzaam: boolean,
  env: Readonly<Record<string, string>>,
  voortgang: Voortgang,
): Readonly<Record<OnderdeelNaam, Onderdeel>> {
  const { staat, cache, pgBin, temporalNamespace: namespace } = config;
  const { databaseUrl, temporalAddress } = adressenVan(config);
  const poorten = (naam: OnderdeelNaam) => poortenVan(naam, config);
  const dienst = (naam: 'aanmelden' | 'postvak' | 'worker' | 'api', klaarPad: string): Promise<Proces> =>
    startDienst({ naam, poorten: poorten(naam), klaarPad }, staat, { ...process.env, ...env });
  return {
    postgres: {
      naam: 'postgres',
      titel: 'PostgreSQL',
      start: () => startPostgres({ staat, cache, pgBin, duurzaam, poort: poorten('postgres')[0] }, voortgang),
    },
    temporal: {
      naam: 'temporal',
      titel: 'Temporal',
      start: () => startTemporal({ staat, cache, databaseUrl, poorten: poorten('temporal') }, voortgang),
    },
    'temporal-ui': {
      naam: 'temporal-ui',
      titel: 'Webpagina van Temporal',
      start: () =>
        startTemporalUi({
          staat,
          cache,
          namespace,
          adres: temporalAddress,
          poort: poorten('temporal-ui')[0],
        }),
    },
    aanmelden: {
      naam: 'aanmelden',
      titel: 'Aanmelddienst',
      start: () => dienst('aanmelden', '/.well-known/openid-configuration'),
    },
    postvak: { naam: 'postvak', titel: 'Postvak', start: () => dienst('postvak', '/health/ready') },
    worker: { naam: 'worker', titel: 'Worker', start: () => dienst('worker', '/health/ready') },
    api: { naam: 'api', titel: 'API', start: () => dienst('api', '/health/ready') },
  };
}
