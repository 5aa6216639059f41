import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wachtTot, type ProcesLichaam } from '#test-kit';
import { Grootboek } from './grootboek.js';
import { opToneel } from './toneel.js';

const BINNEN_MS = 5_300;

/** PostgreSQL is killed under everything: Temporal lives on it too. Nobody is restarted but the database. */
export const postgresWeg = (): void => {
  describe('PostgreSQL is weg', () => {
    it('alles zegt 503 zonder te hangen, en herstelt zonder herstart', async (t) => {
      const { stack, api, spreekuur } = opToneel();
      const proces = await spreekuur();
      const boek = new Grootboek(api);
      await stack.dood('postgres');

      for (let i = 0; i < 3; i++) {
        const begin = performance.now();
        const antwoord = await api.vraag('GET', `/processen/${proces}`);
        assert.equal(antwoord.status, 503);
        assert.ok(Number(antwoord.koppen.get('retry-after')) > 0);
        assert.ok(performance.now() - begin < BINNEN_MS);
      }
      const begin = performance.now();
      assert.equal(
        await boek.eenmaal(proces, 'notitie', { tekst: 'Terwijl de database weg is.' }),
        undefined,
      );
      assert.ok(performance.now() - begin < BINNEN_MS);
      const gereed = await fetch(`${stack.beschrijving.apiUrl}/health/ready`);
      assert.equal(gereed.status, 503);

      await stack.start('postgres');
      const [antwoord] = await boek.herhaalOnbekende();
      assert.equal(antwoord!.status, 200);
      await boek.doe(proces, 'notitie', { tekst: 'Alles doet het weer.' });
      t.diagnostic(`N = ${await boek.klopt()}`);
    });

    it('een rij die niet geschreven kon worden haalt de achterstand in', async (t) => {
      const { api, foutpunten, spreekuur } = opToneel();
      const proces = await spreekuur();
      const boek = new Grootboek(api);
      const revisie = async (): Promise<number> =>
        (await api.lees<ProcesLichaam>(`/processen/${proces}`)).revisie;
      foutpunten('rij.voor gooi');
      const antwoorden = [
        await boek.doe(proces, 'notitie', { tekst: 'Een.' }),
        await boek.doe(proces, 'notitie', { tekst: 'Twee.' }),
      ];
      assert.deepEqual(
        antwoorden.map((a) => [a.status, a.lichaam.revisieVanActie]),
        [
          [200, 2],
          [200, 3],
        ],
        'de handeling staat vast, ook als de rij nog moet komen',
      );
      assert.equal(await revisie(), 1);
      foutpunten();
      await wachtTot('de rij is bij', async () => (await revisie()) === 3, 30_000);
      t.diagnostic(`N = ${await boek.klopt()}`);
    });
  });
};
