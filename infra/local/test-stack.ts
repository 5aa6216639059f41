import { chmodSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { leesConfig, type Config } from '#config';
import { vrijePoorten } from './poorten.js';
import { houderVan, neemSlot } from './slot.js';
import { staatMap, testMapIn, testStatenIn, wisStaat } from './staat.js';
import { slotVanBewaker, stopAlles } from './stoppen.js';
import { startStack, type Stack, type StackOpties } from './stack.js';

/**
 * What a test knows of the running stack: the JSON in the environment variable LEERLIJN_TEST_STACK.
 * Holds a password: never log it.
 */
export interface TestStackBeschrijving {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
  readonly staat: string;
  readonly sleutels: string;
  /** The mail catcher: its pages (and JSON at `/berichten`). */
  readonly postvakUrl: string;
  /** Per part the file with `{pid, begin}` of the running process; after a restart it holds the new one. */
  readonly pidBestanden: Readonly<
    Record<'postgres' | 'temporal' | 'aanmelden' | 'postvak' | 'worker' | 'api', string>
  >;
  /** The environment variables of worker and API, to start another one oneself. */
  readonly env: Readonly<Record<string, string>>;
}

/** A stack for tests: its own state folder, free ports, a Klok that can be moved. */
export interface TestStack extends Stack {
  readonly beschrijving: TestStackBeschrijving;
}

/** Settings with free ports and a Klok that can be moved; DATABASE_URL and TEMPORAL_ADDRESS of the environment play no part. */
async function testConfig(staat: string): Promise<Config> {
  return leesConfig({
    XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'],
    PG_BIN: process.env['PG_BIN'],
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
    LEERLIJN_STAAT: staat,
    LEERLIJN_KLOK: 'instelbaar',
    ...(await vrijePoorten()),
  });
}

function beschrijf(stack: Stack): TestStackBeschrijving {
  const { config } = stack;
  const pidBestand = (naam: string): string => join(config.staat, 'pids', `${naam}.json`);
  return {
    apiUrl: stack.apiUrl,
    databaseUrl: stack.databaseUrl,
    temporalAddress: stack.temporalAddress,
    namespace: config.temporalNamespace,
    oidcIssuer: config.oidcIssuer,
    oidcAudience: config.oidcAudience,
    staat: config.staat,
    sleutels: config.sleutels,
    postvakUrl: `http://127.0.0.1:${config.postvakPort}`,
    pidBestanden: {
      postgres: pidBestand('postgres'),
      temporal: pidBestand('temporal'),
      aanmelden: pidBestand('aanmelden'),
      postvak: pidBestand('postvak'),
      worker: pidBestand('worker'),
      api: pidBestand('api'),
    },
    env: stack.env,
  };
}

/** Stops and wipes what test runs left behind that ended by kill -9; a running test run is left alone. */
export async function ruimTestRestenOp(): Promise<void> {
  for (const staat of testStatenIn(staatMap(process.env))) {
    if (houderVan(slotVanBewaker(staat)) !== undefined) continue;
    await stopAlles(staat);
    wisStaat(staat);
  }
}

/**
 * Starts a stack in a new folder `test/stack-...` of the state folder; `stop` cleans it up. Without `onderdelen` everything except the
 * web page of Temporal.
 */
export async function startTestStack(opties: Omit<StackOpties, 'config'> = {}): Promise<TestStack> {
  const map = testMapIn(staatMap(process.env));
  mkdirSync(map, { recursive: true });
  const staat = realpathSync(mkdtempSync(join(map, 'stack-')));
  neemSlot(slotVanBewaker(staat));
  // The user of PostgreSQL must be able to pass through.
  chmodSync(staat, 0o711);
  const config = await testConfig(staat);
  const stack = await startStack({
    onderdelen: ['postgres', 'temporal', 'aanmelden', 'postvak', 'worker', 'api'],
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
