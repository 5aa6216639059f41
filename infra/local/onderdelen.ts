import type { Config } from '#config';
import { startDienst } from './dienst.js';
import { databaseUrl, startPostgres } from './postgres.js';
import { poortenVan } from './poorten-van.js';
import type { Proces } from './processen.js';
import type { Voortgang } from './stappen.js';
import type { OnderdeelNaam } from './stoppen.js';
import { startTemporal, startTemporalUi } from './temporal.js';

/** Een onderdeel van de stack: hoe het heet en hoe het (opnieuw) start. */
export interface Onderdeel {
  readonly naam: OnderdeelNaam;
  /** Zoals het scherm het noemt. */
  readonly titel: string;
  /** Start het onderdeel, of neemt een gezonde wees over, en wacht tot het klaar is. */
  start(): Promise<Proces>;
}

/** Waar de onderdelen elkaar vinden. */
export interface Adressen {
  /** Bevat een wachtwoord: nooit loggen. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
}

/** De adressen van database en Temporal: die van de gebruiker, anders de eigen. */
export function adressenVan(config: Config): Adressen {
  return {
    databaseUrl: config.databaseUrl ?? databaseUrl({ staat: config.staat, poort: config.postgresPort }),
    temporalAddress: config.temporalAddress ?? `127.0.0.1:${config.temporalPort}`,
  };
}

/** De omgevingsvariabelen voor aanmelddienst, worker en API. */
export function omgevingVoorDiensten(config: Config): Record<string, string> {
  const { databaseUrl, temporalAddress } = adressenVan(config);
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: config.temporalNamespace,
    PORT: String(config.port),
    WORKER_PORT: String(config.workerPort),
    OIDC_PORT: String(config.oidcPort),
    OIDC_ISSUER: config.oidcIssuer,
    OIDC_AUDIENCE: config.oidcAudience,
    LEERLIJN_STAAT: config.staat,
    LEERLIJN_SLEUTELS: config.sleutels,
    LEERLIJN_KLOK: config.klok,
    LOG_LEVEL: config.logLevel,
  };
}

/** De gevraagde onderdelen, zonder wat de gebruiker zelf elders heeft staan. */
export function teStarten(config: Config, gevraagd: readonly OnderdeelNaam[]): readonly OnderdeelNaam[] {
  const elders: Partial<Record<OnderdeelNaam, boolean>> = {
    postgres: config.databaseUrl !== undefined,
    temporal: config.temporalAddress !== undefined,
    aanmelden: !config.eigenAanmelddienst,
  };
  return gevraagd.filter((naam) => elders[naam] !== true);
}

/**
 * Alle onderdelen van een stack, klaar om te starten.
 * @param duurzaam of PostgreSQL iedere commit naar schijf brengt.
 * @param env extra omgevingsvariabelen voor aanmelddienst, worker en API.
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
  const dienst = (naam: 'aanmelden' | 'worker' | 'api', klaarPad: string): Promise<Proces> =>
    startDienst({ naam, poort: poorten(naam)[0], klaarPad }, staat, { ...process.env, ...env });
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
    worker: { naam: 'worker', titel: 'Worker', start: () => dienst('worker', '/health/ready') },
    api: { naam: 'api', titel: 'API', start: () => dienst('api', '/health/ready') },
  };
}
