import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Config } from '#config';
import { bewaak, type Onderdeel } from './bewaker.js';
import { startDienst, type Dienst } from './dienst.js';
import { migreerDatabase } from './migratie.js';
import { OpstartFout } from './opstart-fout.js';
import { databaseUrl, startPostgres } from './postgres.js';
import { lopend, type Proces } from './processen.js';
import { stil, type Voortgang } from './stappen.js';
import { ONDERDELEN, stopAlles, type OnderdeelNaam } from './stoppen.js';
import { bestaandeUi } from './temporal-binaries.js';
import { maakNamespace } from './temporal-namespace.js';
import { startTemporal, startTemporalUi } from './temporal.js';

export interface StackOpties {
  readonly config: Config;
  /** Welke onderdelen; standaard alle. */
  readonly onderdelen?: readonly OnderdeelNaam[];
  /** Extra omgevingsvariabelen voor aanmelddienst, worker en API. */
  readonly env?: Readonly<Record<string, string>>;
  /** Of PostgreSQL iedere commit naar schijf brengt; standaard ja. */
  readonly duurzaam?: boolean;
  /** Of een onderdeel dat stopt opnieuw start; standaard ja. */
  readonly bewaak?: boolean;
  readonly voortgang?: Voortgang;
}

/** Een lopende stack. */
export interface Stack {
  readonly config: Config;
  /** Bevat een wachtwoord: nooit loggen. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
  /** Afwezig als zij niet meedoet of haar programma er niet is. */
  readonly temporalUiUrl: string | undefined;
  /** De omgevingsvariabelen waarmee aanmelddienst, worker en API gestart zijn. */
  readonly env: Readonly<Record<string, string>>;
  /** Het nummer van het lopende proces van een onderdeel. */
  pid(naam: OnderdeelNaam): number | undefined;
  /** Stopt alles in de omgekeerde volgorde van starten. */
  stop(): Promise<void>;
}

const dienstenVan = (config: Config): readonly Dienst[] => [
  {
    naam: 'aanmelden',
    poort: { variabele: 'OIDC_PORT', poort: config.oidcPort, waarvoor: 'de aanmelddienst' },
    klaarPad: '/.well-known/openid-configuration',
  },
  {
    naam: 'worker',
    poort: { variabele: 'WORKER_PORT', poort: config.workerPort, waarvoor: 'de worker' },
    klaarPad: '/health/ready',
  },
  {
    naam: 'api',
    poort: { variabele: 'PORT', poort: config.port, waarvoor: 'de API' },
    klaarPad: '/health/ready',
  },
];

function omgevingVoorDiensten(
  config: Config,
  database: string,
  temporalAddress: string,
): Record<string, string> {
  return {
    DATABASE_URL: database,
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

function eisSchrijfbaar(staat: string): void {
  try {
    mkdirSync(staat, { recursive: true });
    accessSync(staat, constants.W_OK);
  } catch {
    throw new OpstartFout(
      `De map ${staat} is niet te maken of te beschrijven. Kies met LEERLIJN_STAAT een andere.`,
    );
  }
}

/**
 * Start de hele stack (of `onderdelen` ervan) en geeft haar als alles klaar is. Gezonde wezen van een vorige keer
 * (PostgreSQL, Temporal) worden overgenomen, de andere vervangen.
 * @throws {OpstartFout} die zegt wat de gebruiker kan doen; wat deze aanroep startte is dan weer gestopt.
 */
export async function startStack(opties: StackOpties): Promise<Stack> {
  const { config, voortgang = stil } = opties;
  eisSchrijfbaar(config.staat);
  try {
    return await startAlles(opties, voortgang);
  } catch (fout) {
    await stopAlles(config.staat);
    throw fout;
  }
}

async function startAlles(opties: StackOpties, voortgang: Voortgang): Promise<Stack> {
  const { config } = opties;
  const { staat, cache } = config;
  const gevraagd = new Set(opties.onderdelen ?? ONDERDELEN);
  const gestart: { onderdeel: Onderdeel; proces: Proces }[] = [];
  const doe = async (wat: string, onderdeel: Onderdeel): Promise<void> => {
    gestart.push({ onderdeel, proces: await voortgang.stap(wat, () => onderdeel.start()) });
  };

  const database = config.databaseUrl ?? databaseUrl({ staat, poort: config.postgresPort });
  if (config.databaseUrl === undefined && gevraagd.has('postgres')) {
    const instelling = {
      staat,
      cache,
      poort: config.postgresPort,
      pgBin: config.pgBin,
      duurzaam: opties.duurzaam ?? true,
    };
    await doe('PostgreSQL', { naam: 'postgres', start: () => startPostgres(instelling, voortgang) });
  }

  const temporalAddress = config.temporalAddress ?? `127.0.0.1:${config.temporalPort}`;
  if (config.temporalAddress === undefined && gevraagd.has('temporal')) {
    const instelling = { staat, cache, eerstePoort: config.temporalPort, databaseUrl: database };
    await doe('Temporal', { naam: 'temporal', start: () => startTemporal(instelling, voortgang) });
  }
  if (gevraagd.has('temporal')) {
    await voortgang.stap(`Namespace ${config.temporalNamespace}`, () =>
      maakNamespace(temporalAddress, config.temporalNamespace),
    );
  }

  const ui = gevraagd.has('temporal-ui') ? bestaandeUi(cache) : undefined;
  if (ui !== undefined) {
    const instelling = {
      staat,
      poort: config.temporalUiPort,
      adres: temporalAddress,
      namespace: config.temporalNamespace,
    };
    await doe('Webpagina van Temporal', {
      naam: 'temporal-ui',
      start: () => startTemporalUi(ui, instelling),
    });
  }

  await voortgang.stap('Databaseschema', () => migreerDatabase(database));
  const env = { ...omgevingVoorDiensten(config, database, temporalAddress), ...opties.env };
  for (const dienst of dienstenVan(config)) {
    if (!gevraagd.has(dienst.naam) || (dienst.naam === 'aanmelden' && !config.eigenAanmelddienst)) continue;
    const start = (): Promise<Proces> => startDienst(dienst, staat, { ...process.env, ...env });
    await doe(dienst.naam, { naam: dienst.naam, start });
  }

  const stopper = new AbortController();
  const bewaking =
    (opties.bewaak ?? true)
      ? gestart.map(({ onderdeel, proces }) => bewaak(onderdeel, proces, stopper.signal, voortgang.zeg))
      : [];
  return {
    config,
    databaseUrl: database,
    temporalAddress,
    apiUrl: `http://127.0.0.1:${config.port}`,
    workerUrl: `http://127.0.0.1:${config.workerPort}`,
    temporalUiUrl: ui === undefined ? undefined : `http://127.0.0.1:${config.temporalUiPort}`,
    env,
    pid: (naam) => lopend(staat, naam)?.pid,
    async stop() {
      stopper.abort();
      await Promise.all(bewaking);
      await stopAlles(staat);
    },
  };
}
