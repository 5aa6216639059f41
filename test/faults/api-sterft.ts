import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Grootboek } from './grootboek.js';
import { opToneel } from './toneel.js';

/** kill -9 of the API in the middle of a request: the caller hears nothing, repeats, and all is done once. */
export const deApiSterft = (): void => {
  describe('de API sterft halverwege', () => {
    for (const [waar, punt, gedaan] of [
      ['voor de Update', 'api.voorHandelen', false],
      ['tussen aanvaarding en antwoord', 'api.naHandelen', true],
    ] as const) {
      it(`een handeling, ${waar}`, async (t) => {
        const { stack, api, foutpunten, spreekuur } = opToneel();
        const proces = await spreekuur();
        const boek = new Grootboek(api);
        foutpunten(`${punt} sterf`);
        assert.equal(await boek.eenmaal(proces, 'notitie', { tekst: 'Gebeld met de mentor.' }), undefined);
        await stack.gestorven('api');
        foutpunten();
        await stack.start('api');
        const [antwoord] = await boek.herhaalOnbekende();
        assert.equal(antwoord!.status, 200);
        assert.equal(antwoord!.koppen.get('idempotent-replay'), gedaan ? 'true' : null);
        t.diagnostic(`N = ${await boek.klopt()}`);
      });
    }

    for (const [waar, punt, gedaan] of [
      ['voor de Update', 'api.voorOpenen', false],
      ['tussen aanvaarding en antwoord', 'api.naOpenen', true],
    ] as const) {
      it(`een opening, ${waar}`, async () => {
        const { stack, api, motor, foutpunten, jongere } = opToneel();
        const vraag = {
          procestype: 'spreekuur',
          jongereId: await jongere(900),
          gegevens: { aangemeldOp: await motor.vandaag(), urenGemeld: 12 },
        };
        const sleutel = randomUUID();
        const open = () =>
          api.vraag<{ id: string; revisieVanActie: number }>('POST', '/processen', {
            lichaam: vraag,
            sleutel,
          });
        foutpunten(`${punt} sterf`);
        await assert.rejects(open());
        await stack.gestorven('api');
        foutpunten();
        await stack.start('api');
        const antwoord = await open();
        assert.equal(antwoord.status, 201);
        assert.equal(antwoord.koppen.get('idempotent-replay'), gedaan ? 'true' : null);
        const nogmaals = await open();
        assert.deepEqual([nogmaals.status, nogmaals.lichaam.id], [201, antwoord.lichaam.id]);
        const lijst = await api.lees<{ totaal: number }>(`/processen?jongereId=${vraag.jongereId}`);
        assert.equal(lijst.totaal, 1, 'er is een proces, niet twee');
      });
    }
  });
};
