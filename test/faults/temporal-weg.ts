import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { soortVan, type ProbleemLichaam } from '#test-kit';
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

      const gegevens = { aangemeldOp: await motor.vandaag(), urenGemeld: 3 };
      const lichaam = { procestype: 'spreekuur', jongereId, gegevens };
      const begin = performance.now();
      const [handeling, opening] = await Promise.all([
        boek.eenmaal(proces, 'notitie', { tekst: 'Tijdens de storing.' }),
        api.vraag<ProbleemLichaam>('POST', '/processen', { lichaam, sleutel: randomUUID() }),
      ]);
      const duur = performance.now() - begin;
      assert.ok(duur < BINNEN_MS, `het antwoord kwam na ${duur} ms`);
      assert.equal(handeling, undefined);
      assert.equal(opening.status, 503);
      assert.match(soortVan(opening.lichaam), /^(niet-bewaard|uitkomst-onbekend)$/);

      await stack.start('temporal');
      const [antwoord] = await boek.herhaalOnbekende();
      assert.equal(antwoord!.status, 200);
      t.diagnostic(`N = ${await boek.klopt()}`);
    });
  });
};
