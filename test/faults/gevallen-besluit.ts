import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProcesLichaam } from '#test-kit';
import { Grootboek } from './grootboek.js';
import { opToneel } from './toneel.js';

/**
 * The row is written before Temporal has the decision. Here the worker dies right after the row, and Temporal with it, so that the decision is
 * lost; then somebody else comes first.
 */
export const gevallenBesluit = (): void => {
  describe('een besluit dat de rij haalde maar Temporal niet', () => {
    it('maakt plaats voor wat daarna is besloten, en wie herhaalt hoort dat', async (t) => {
      const { stack, api, foutpunten, spreekuur } = opToneel();
      const proces = await spreekuur();
      const uitkomst = async (): Promise<string | null> =>
        (await api.lees<ProcesLichaam>(`/processen/${proces}`)).uitkomst;
      const boek = new Grootboek(api);

      foutpunten('rij.na sterf');
      const verloren = boek.eenmaal(proces, 'afsluiten', { resultaat: 'hersteld' });
      await stack.gestorven('worker');
      await stack.dood('temporal');
      assert.equal(await verloren, undefined, 'de uitkomst is onbekend');
      foutpunten();
      await stack.start('temporal');
      await stack.start('worker');
      assert.equal(await uitkomst(), 'hersteld', 'de rij kent het besluit dat Temporal niet heeft');

      const eerste = await boek.doe(proces, 'afsluiten', { resultaat: 'vervallen' });
      assert.deepEqual([eerste.status, eerste.lichaam.uitkomst], [200, 'vervallen']);
      const [herhaald] = await boek.herhaalOnbekende();
      assert.equal(herhaald!.status, 409);
      assert.equal(await uitkomst(), 'vervallen');
      t.diagnostic(`N = ${await boek.klopt()}`);
    });
  });
};
