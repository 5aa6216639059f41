import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plusDagen } from '#kalender';
import { wachtTot, type ProcesLichaam } from '#test-kit';
import { opToneel } from './toneel.js';

interface Regel {
  soort: string;
  naam: string;
  op: string;
}

/** A letter that cannot be sent for thirty days stands in nobody's way, and is seen at once. */
export const eenEffectFaalt = (): void => {
  describe('een effect faalt dertig dagen', () => {
    it('herinneringen, verloop en verjaardag gaan door; daarna komt de brief een keer', async (t) => {
      const { api, motor, foutpunten, jongere } = opToneel();
      const vandaag = await motor.vandaag();
      const jongereId = await jongere(29);
      foutpunten('effect gooi');
      const gegevens = { grond: 'art5onderA', kennisgevingOp: vandaag };
      const { id } = await api.open('vrijstelling', jongereId, gegevens);
      const proces = (): Promise<ProcesLichaam> => api.lees<ProcesLichaam>(`/processen/${id}`);
      const regels = async (soort: string): Promise<Regel[]> =>
        (await api.lees<{ teDoen: Regel[] }>(`/te-doen?procesId=${id}&limiet=100`)).teDoen.filter(
          (r) => r.soort === soort,
        );
      await wachtTot('de rij toont de storing', async () => (await proces()).storing, 10_000);

      const begin = performance.now();
      await motor.klokNaar(plusDagen(vandaag, 30));
      t.diagnostic(`dertig dagen in ${Math.round(performance.now() - begin)} ms`);
      const nu = await proces();
      assert.deepEqual([nu.afgerond, nu.uitkomst], [true, 'achttien']);
      assert.ok(nu.storing, 'de brief is nog steeds niet weg');
      const lijn = await api.lees<{ gebeurtenissen: Regel[] }>(`/processen/${id}/gebeurtenissen`);
      const soorten = lijn.gebeurtenissen.map((g) => g.soort);
      assert.ok(soorten.includes('herinnering') && soorten.includes('verlopen'));
      assert.deepEqual(
        [lijn.gebeurtenissen.at(-1)!.naam, lijn.gebeurtenissen.at(-1)!.op],
        ['achttien', plusDagen(vandaag, 29)],
      );
      assert.ok((await regels('herinner')).length >= 4);
      assert.deepEqual(await regels('brief'), []);

      foutpunten();
      // The next attempt is at most half a day away; nothing falls due in an ended process, so it is brought along by hand.
      await motor.klokNaar(plusDagen(vandaag, 31));
      await motor.trekBij('vrijstelling', id);
      await wachtTot('de storing is voorbij', async () => (await proces()).storing === null, 30_000);
      assert.deepEqual(
        (await regels('brief')).map((r) => r.naam),
        ['ontvangstbevestiging'],
      );
    });
  });
};
