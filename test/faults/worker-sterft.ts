import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { wachtTot } from '#test-kit';
import { Grootboek } from './grootboek.js';
import { opToneel } from './toneel.js';

/** kill -9 of the worker in the middle of a workflow task: before the row is written, and just after. */
export const deWorkerSterft = (): void => {
  describe('de worker sterft tijdens de rijbaan', () => {
    it('voor en na het schrijven van de rij en bij een brief: niets weg, niets dubbel', async (t) => {
      const { stack, api, motor, foutpunten, spreekuur, jongere } = opToneel();
      const [eerste, tweede] = [await spreekuur(), await spreekuur()];
      const boek = new Grootboek(api);
      const wens = { tekst: 'De mentor belt morgen terug.' };

      foutpunten('rij.voor sterf');
      const a = boek.doe(eerste, 'notitie', wens);
      await stack.gestorven('worker');
      foutpunten('rij.na sterf');
      await stack.start('worker');
      // The task of the first comes back when Temporal gives up on the dead worker; the second is taken at once.
      const b = boek.doe(tweede, 'notitie', wens);
      await stack.gestorven('worker');
      foutpunten();
      await stack.start('worker');

      assert.deepEqual([(await a).status, (await b).status], [200, 200]);
      assert.ok(boek.onbekend > 0, 'de wachtende hoorde dat de uitkomst onbekend was');
      t.diagnostic(`N = ${await boek.klopt()}, ${boek.onbekend} keer geen duidelijk antwoord`);
    });
  });
};
