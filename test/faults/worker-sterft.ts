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
      // The third dies while it notes a letter.
      foutpunten('effect sterf');
      await stack.start('worker');
      const lichaam = {
        procestype: 'vrijstelling',
        jongereId: await jongere(900),
        gegevens: { grond: 'art5onderA', kennisgevingOp: await motor.vandaag() },
      };
      const sleutel = randomUUID();
      const open = wachtTot(
        'de opening slaagt',
        async () => {
          const antwoord = await api.vraag<{ id: string }>('POST', '/processen', { lichaam, sleutel });
          return antwoord.status === 201 && antwoord.lichaam.id;
        },
        60_000,
        250,
      );
      await stack.gestorven('worker');
      foutpunten();
      await stack.start('worker');

      const { teDoen } = await wachtTot('de brief is genoteerd', async () => {
        const lijst = await api.lees<{ teDoen: { naam: string }[] }>(`/te-doen?procesId=${await open}`);
        return lijst.teDoen.length > 0 && lijst;
      });
      assert.deepEqual(
        teDoen.map((r) => r.naam),
        ['ontvangstbevestiging'],
        'de brief staat er, een keer',
      );
      assert.deepEqual([(await a).status, (await b).status], [200, 200]);
      assert.ok(boek.onbekend > 0, 'de wachtende hoorde dat de uitkomst onbekend was');
      t.diagnostic(`N = ${await boek.klopt()}, ${boek.onbekend} keer geen duidelijk antwoord`);
    });
  });
};
