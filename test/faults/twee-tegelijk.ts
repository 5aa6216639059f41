import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soortVan } from '#test-kit';
import { Grootboek } from './grootboek.js';
import { opToneel } from './toneel.js';

/** Two officers at the same moment: what the first does makes the second's act unlawful. */
export const tweeTegelijk = (): void => {
  describe('twee handelingen in een workflow-taak', () => {
    it('de tweede wordt geweigerd omdat de eerste het proces al sloot', async () => {
      const { stack, api, spreekuur } = opToneel();
      const proces = await spreekuur();
      const boek = new Grootboek(api);
      await stack.stopNetjes('worker');
      const beide = Promise.all([
        boek.doe(proces, 'afsluiten', { resultaat: 'hersteld' }),
        boek.doe(proces, 'afsluiten', { resultaat: 'vervallen' }),
      ]);
      // Both wait in Temporal until there is a worker again, and come with its first task.
      await stack.start('worker');
      const antwoorden = (await beide).sort((x, y) => x.status - y.status);
      assert.deepEqual(
        antwoorden.map((x) => x.status),
        [200, 409],
      );
      assert.equal(soortVan(antwoorden[1].lichaam), 'actie-niet-mogelijk');
      assert.deepEqual(antwoorden[1].lichaam['mogelijk'], []);
      await boek.klopt();
    });
  });
};
