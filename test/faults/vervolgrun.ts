import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as slaap } from 'node:timers/promises';
import { workflowIdVan } from '#process';
import { wachtTot } from '#test-kit';
import { Grootboek } from './grootboek.js';
import { opToneel } from './toneel.js';

const GEBEURTENISSEN_PER_RUN = 40;
const TEGELIJK = 2;
const PAUZE_MS = 40;
const DODEN = 2;

/**
 * A process moves to a new run when Temporal suggests it (continue-as-new). Here it is told to do so after a few actions, and the worker is
 * killed at the very moment: right after an answer that makes the history long enough.
 */
export const rondEenVervolgrun = (): void => {
  describe('rond het overgaan op een nieuwe run', () => {
    it('gaat er niets verloren, ook als de worker dan sterft', async (t) => {
      const { stack, api, motor, spreekuur } = opToneel();
      stack.vervolgrunNa(GEBEURTENISSEN_PER_RUN);
      const proces = await spreekuur();
      const boek = new Grootboek(api);
      const handvat = motor.client.workflow.getHandle(workflowIdVan('spreekuur', proces));
      const stand = async (): Promise<{ run: string; lengte: number }> => {
        const { runId, historyLength } = await handvat.describe();
        return { run: runId, lengte: historyLength };
      };
      const { run: eerste } = await stand();
      await wachtTot(
        'Temporal stelt een nieuwe run voor',
        async () => {
          await boek.doe(proces, 'notitie', { tekst: 'Nog een regel.' });
          return (await stand()).run !== eerste;
        },
        20_000,
        300,
      );

      const runs = new Set<string>();
      const klaar = new AbortController();
      const baan = async (): Promise<void> => {
        for (; !klaar.signal.aborted; await slaap(PAUZE_MS)) {
          const { status } = await boek.doe(proces, 'notitie', { tekst: 'Weer een regel.' });
          assert.equal(status, 200);
        }
      };
      const banen = Array.from({ length: TEGELIJK }, baan);
      for (let dode = 0; dode < DODEN; dode++) {
        const { run } = await wachtTot(
          'de run is bijna vol',
          async () => {
            const nu = await stand();
            runs.add(nu.run);
            return nu.lengte >= GEBEURTENISSEN_PER_RUN - 6 && nu;
          },
          20_000,
          5,
        );
        await stack.dood('worker');
        await stack.start('worker');
        await wachtTot(
          'het proces gaat door in een volgende run',
          async () => (await stand()).run !== run,
          40_000,
        );
      }
      await wachtTot(
        'nog twee runs, zonder dode',
        async () => runs.add((await stand()).run).size >= DODEN + 3,
        30_000,
        20,
      );
      klaar.abort();
      await Promise.all(banen);
      t.diagnostic(`N = ${await boek.klopt()} handelingen, minstens ${runs.size} runs, ${DODEN} keer gedood`);
    });
  });
};
