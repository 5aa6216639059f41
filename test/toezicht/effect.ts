import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wachtTot, type ProcesLichaam } from '#test-kit';
import { isGewoneZin, opToneel, zieVast, zieWeg } from './toneel.js';

/** A letter that cannot be made: seen, mended by the supervisor, gone. */
export const eenEffectFaalt = (): void => {
  describe('een stap buiten het proces lukt niet', () => {
    it('een brief faalt: te zien met wat er kan, opnieuw geprobeerd, en weg', async (t) => {
      const { foutpunten, vrijstelling, teamleider, ambtenaar } = opToneel();
      foutpunten('effect gooi');
      const begin = performance.now();
      const id = await vrijstelling();
      const item = await zieVast('effect', id);
      t.diagnostic(`gezien na ${Math.round(performance.now() - begin)} ms: ${item.reden}`);
      isGewoneZin(item.reden);
      assert.match(item.reden, /^Een brief kan niet worden klaargezet, sinds \d+ \w+ \d{4}/);
      assert.deepEqual([item.oorzaak, item.wie.partij], ['motor', 'teamleider']);
      assert.ok(item.moment, 'de motor weet het op de minuut');
      assert.deepEqual(
        item.kan.map((k) => k.actie),
        ['herkansen', 'overslaan'],
      );
      const eigen = await zieVast('effect', id, ambtenaar);
      assert.deepEqual(eigen.kan, [], 'een ambtenaar ziet het, maar lost het niet op');

      foutpunten();
      const antwoord = await teamleider.handel(id, 'herkansen', {});
      assert.equal(antwoord.status, 200, JSON.stringify(antwoord.lichaam));
      await zieWeg('effect', id);
      const { storing } = await teamleider.lees<ProcesLichaam>(`/processen/${id}`);
      assert.equal(storing, null);
      const brieven = await wachtTot('de brief staat er', async () => {
        const { teDoen } = await teamleider.lees<{ teDoen: { soort: string }[] }>(`/te-doen?procesId=${id}`);
        return teDoen.filter((x) => x.soort === 'brief');
      });
      assert.equal(brieven.length, 1);
    });
  });
};
