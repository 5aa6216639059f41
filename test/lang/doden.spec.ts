import assert from 'node:assert/strict';
import { setTimeout as slaap } from 'node:timers/promises';
import { test } from 'node:test';
import type { Breekbaar } from '#test-kit';
import { Grootboek } from '../faults/grootboek.js';
import { bouwToneel, opToneel } from '../faults/toneel.js';
import { omvang, seed, toeval, verslag } from './omvang.js';

/* Everything is killed at random while officers work on: in the end each act was done once. */

const DODEN = omvang(18, 120);
const PROCESSEN = 10;
const BELLERS = 4;
/** Fewer acts on one process than the keys it remembers (200), so that each can be asked again. */
const PAUZE_MS = omvang(150, 1_000);
const SLACHTOFFERS: Breekbaar[] = ['worker', 'api', 'worker', 'api', 'temporal', 'postgres'];

bouwToneel();

test('worker, API, Temporal en PostgreSQL sterven om de beurt en niets gaat verloren', async (t) => {
  t.diagnostic(`seed = ${seed}`);
  const { stack, api, spreekuur } = opToneel();
  stack.vervolgrunNa(60);
  const kies = toeval(seed);
  const boek = new Grootboek(api);
  const ids: string[] = [];
  for (let i = 0; i < PROCESSEN; i++) ids.push(await spreekuur());
  const klaar = new AbortController();
  const beller = async (): Promise<void> => {
    while (!klaar.signal.aborted) {
      const { status } = await boek.doe(
        ids[kies(ids.length)]!,
        'notitie',
        { tekst: 'Gebeld met thuis.' },
        120_000,
      );
      assert.equal(status, 200);
      await slaap(PAUZE_MS);
    }
  };
  const bellers = Array.from({ length: BELLERS }, beller);
  const geteld: Record<string, number> = {};
  let ronde: Breekbaar[] = [];
  for (let dode = 0; dode < DODEN; dode++) {
    // Each in its turn within a round, in an order that differs per round.
    if (ronde.length === 0) ronde = [...SLACHTOFFERS];
    const [wie] = ronde.splice(kies(ronde.length), 1) as [Breekbaar];
    geteld[wie] = (geteld[wie] ?? 0) + 1;
    await slaap(500 + kies(4_000));
    await stack.dood(wie);
    await slaap(kies(2_000));
    await stack.start(wie);
  }
  klaar.abort();
  await Promise.all(bellers);
  verslag(t, { handelingen: await boek.klopt(), onbekend: boek.onbekend, doden: DODEN, ...geteld });
});
