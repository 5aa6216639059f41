import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soortVan } from '#test-kit';
import { Grootboek } from './grootboek.js';
import { opToneel } from './toneel.js';

const BINNEN_MS = 5_300;

/** Temporal is away: who reads notices nothing, who acts hears within five seconds that it is not certain. */
export const temporalWeg = (): void => {
  describe('Temporal is weg', () => {
    it('lezen gaat door, handelen zegt 503, en na terugkeer werkt dezelfde sleutel', async (t) => {
      const { stack, api, motor, spreekuur, jongere } = opToneel();
      const proces = await spreekuur();
      const boek = new Grootboek(api);
      await boek.doe(proces, 'notitie', { tekst: 'Voordat het misging.' });
      const jongereId = await jongere(900);

      await stack.dood('temporal');
      assert.equal((await api.lees<{ id: string }>(`/processen/${proces}`)).id, proces);
      assert.ok((await api.lees<{ processen: unknown[] }>('/processen')).processen.length > 0);

      const begin = performance.now();
      assert.equal(await boek.eenmaal(proces, 'notitie', { tekst: 'Tijdens de storing.' }), undefined);
      assert.ok(
        performance.now() - begin < BINNEN_MS,
        `het antwoord kwam na ${performance.now() - begin} ms`,
      );
      const gegevens = { aangemeldOp: await motor.vandaag(), urenGemeld: 3 };
      const opening = await api.vraag<{ type: string; status: number; detail: string }>(
        'POST',
        '/processen',
        {
          lichaam: { procestype: 'spreekuur', jongereId, gegevens },
          sleutel: '7f4f1c0e-3a0b-4f57-9a3a-52b8a4a1d001',
        },
      );
      assert.equal(opening.status, 503);
      assert.match(soortVan(opening.lichaam), /^(niet-bewaard|uitkomst-onbekend)$/);

      await stack.start('temporal');
      const [antwoord] = await boek.herhaalOnbekende();
      assert.equal(antwoord!.status, 200);
      t.diagnostic(`N = ${await boek.klopt()}`);
    });
  });
};
