import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onderdelenVan } from '../../infra/local/onderdelen.js';
import { isVrij } from '../../infra/local/poorten.js';
import { poortenVan } from '../../infra/local/poorten-van.js';
import { leeft, type Proces } from '../../infra/local/processen.js';
import { stil } from '../../infra/local/stappen.js';
import { startTestStack } from '../../infra/local/test-stack.js';
import type { TestStackBeschrijving } from './stack.js';
import { wachtTot } from './wacht.js';

export type Breekbaar = 'postgres' | 'temporal' | 'postvak' | 'worker' | 'api';

/** A stack of its own, in which nobody repairs what a test breaks. */
export interface BreekbareStack {
  readonly beschrijving: TestStackBeschrijving;
  /** Kills it with SIGKILL and waits until it is gone. */
  dood(naam: Breekbaar): Promise<void>;
  /** Stops it in the orderly way, as a release does. */
  stopNetjes(naam: 'worker' | 'api'): Promise<void>;
  /** Waits until it has died of its own accord (a point of failure that says `sterf`). */
  gestorven(naam: Breekbaar): Promise<void>;
  /** Starts it again and waits until it is ready. */
  start(naam: Breekbaar): Promise<void>;
  /** From now on Temporal suggests a new run after this many events; it sees the change within some six seconds. */
  vervolgrunNa(gebeurtenissen: number): void;
  stop(): Promise<void>;
}

/** Starts such a stack: durable, with points of failure, watched by nobody. `extra`: more environment variables of its services. */
export async function startBreekbareStack(
  extra: Readonly<Record<string, string>> = {},
): Promise<BreekbareStack> {
  const map = mkdtempSync(join(tmpdir(), 'leerlijn-foutpunten-'));
  const stack = await startTestStack({
    bewaak: false,
    env: { ...extra, LEERLIJN_FOUTPUNTEN: join(map, 'foutpunten') },
  });
  const { beschrijving, config, env } = stack;
  const onderdelen = onderdelenVan(config, true, env, stil);
  const lopend = (naam: Breekbaar): Proces =>
    JSON.parse(readFileSync(beschrijving.pidBestanden[naam], 'utf8')) as Proces;
  const gestorven = async (naam: Breekbaar): Promise<void> => {
    const proces = lopend(naam);
    await wachtTot(`${naam} is gestopt`, () => !leeft(proces), 20_000, 10);
    // Its first thread goes before its last; the port is free when all are gone.
    const { poort } = poortenVan(naam, config)[0];
    await wachtTot(`${naam} laat poort ${poort} los`, () => isVrij(poort), 20_000, 10);
  };
  const sein = async (naam: Breekbaar, signaal: NodeJS.Signals): Promise<void> => {
    process.kill(lopend(naam).pid, signaal);
    await gestorven(naam);
  };
  return {
    beschrijving,
    dood: (naam) => sein(naam, 'SIGKILL'),
    stopNetjes: (naam) => sein(naam, 'SIGTERM'),
    gestorven,
    start: async (naam) => void (await onderdelen[naam].start()),
    vervolgrunNa(gebeurtenissen) {
      const regels = `limit.historyCount.suggestContinueAsNew:\n  - value: ${gebeurtenissen}\n`;
      appendFileSync(join(config.staat, 'temporal', 'dynamisch.yaml'), regels);
    },
    async stop() {
      await stack.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}
