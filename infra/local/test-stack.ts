import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { leesConfig, type Config } from '#config';
import { vrijeReeks } from './poorten.js';
import { houderVan, neemSlot } from './slot.js';
import { wisStaat } from './staat.js';
import { slotVanBewaker, stopAlles } from './stoppen.js';
import { startStack, type Stack, type StackOpties } from './stack.js';

/**
 * Wat een test over de lopende stack weet: de JSON in de omgevingsvariabele LEERLIJN_TEST_STACK.
 * Bevat een wachtwoord: nooit loggen.
 */
export interface TestStackBeschrijving {
  readonly apiUrl: string;
  readonly workerUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
  readonly staat: string;
  readonly sleutels: string;
  /** Per onderdeel het bestand met `{pid, begin}` van het lopende proces; na een herstart staat er het nieuwe in. */
  readonly pidBestanden: Readonly<Record<'postgres' | 'temporal' | 'aanmelden' | 'worker' | 'api', string>>;
  /** De omgevingsvariabelen van worker en API, om er zelf nog een te starten. */
  readonly env: Readonly<Record<string, string>>;
}

/** Een stack voor tests: eigen staatmap, vrije poorten, instelbare Klok. */
export interface TestStack extends Stack {
  readonly beschrijving: TestStackBeschrijving;
}

/** Instellingen met vrije poorten en een instelbare Klok; DATABASE_URL en TEMPORAL_ADDRESS van de omgeving doen niet mee. */
export async function testConfig(staat: string): Promise<Config> {
  const eerste = await vrijeReeks(13);
  return leesConfig({
    XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'],
    PG_BIN: process.env['PG_BIN'],
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
    LEERLIJN_STAAT: staat,
    LEERLIJN_KLOK: 'instelbaar',
    TEMPORAL_PORT: String(eerste),
    POSTGRES_PORT: String(eerste + 8),
    PORT: String(eerste + 9),
    WORKER_PORT: String(eerste + 10),
    OIDC_PORT: String(eerste + 11),
    TEMPORAL_UI_PORT: String(eerste + 12),
  });
}

function beschrijf(stack: Stack): TestStackBeschrijving {
  const { config } = stack;
  const pidBestand = (naam: string): string => join(config.staat, 'pids', `${naam}.json`);
  return {
    apiUrl: stack.apiUrl,
    workerUrl: stack.workerUrl,
    databaseUrl: stack.databaseUrl,
    temporalAddress: stack.temporalAddress,
    namespace: config.temporalNamespace,
    oidcIssuer: config.oidcIssuer,
    oidcAudience: config.oidcAudience,
    staat: config.staat,
    sleutels: config.sleutels,
    pidBestanden: {
      postgres: pidBestand('postgres'),
      temporal: pidBestand('temporal'),
      aanmelden: pidBestand('aanmelden'),
      worker: pidBestand('worker'),
      api: pidBestand('api'),
    },
    env: stack.env,
  };
}

const TESTMAP = resolve('.leerlijn/test');

/** Stopt en wist wat testgangen achterlieten die met kill -9 eindigden; een lopende testgang blijft ongemoeid. */
export async function ruimTestRestenOp(): Promise<void> {
  if (!existsSync(TESTMAP)) return;
  for (const naam of readdirSync(TESTMAP)) {
    const staat = join(TESTMAP, naam);
    if (houderVan(slotVanBewaker(staat)) !== undefined) continue;
    await stopAlles(staat);
    wisStaat(staat);
  }
}

/**
 * Start een stack in een nieuwe map onder `.leerlijn/test`; `stop` ruimt haar op. Zonder `onderdelen` alles behalve de
 * webpagina van Temporal.
 */
export async function startTestStack(opties: Omit<StackOpties, 'config'> = {}): Promise<TestStack> {
  mkdirSync(TESTMAP, { recursive: true });
  const staat = realpathSync(mkdtempSync(join(TESTMAP, 'stack-')));
  neemSlot(slotVanBewaker(staat));
  // De gebruiker van PostgreSQL moet erdoorheen kunnen.
  chmodSync(staat, 0o711);
  const config = await testConfig(staat);
  const stack = await startStack({
    onderdelen: ['postgres', 'temporal', 'aanmelden', 'worker', 'api'],
    ...opties,
    config,
  });
  return {
    ...stack,
    beschrijving: beschrijf(stack),
    async stop() {
      await stack.stop();
      if (process.env['LEERLIJN_TEST_BEWAAR'] === undefined) wisStaat(staat);
    },
  };
}
