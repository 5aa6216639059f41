import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maakJongere } from '#test-kit';
import { HENGELO } from '../../infra/local/demo-gebruikers.js';
import { dagenVerder, isGewoneZin, leesAlles, opToneel, zieVast, zieWeg } from './toneel.js';

/** Somebody outside the team must move: told, and not counted as stuck. */
export const wachtenOpEenAnder = (): void => {
  describe('wachten op iemand buiten het team', () => {
    it('37 dagen op de Raad: een eigen soort, niet vastgelopen; de grens is een instelling', async (t) => {
      const { ambtenaar, teamleider, motor } = opToneel();
      const dag = await motor.vandaag();
      const jongereId = await maakJongere(ambtenaar, '2014-03-02');
      const { id } = await ambtenaar.open('civiel', jongereId, { overwogenOp: dag });
      await ambtenaar.doe(id, 'jbtAangemeld', {
        jbtAangemeldOp: dag,
        motivering: 'Zorgen over de thuissituatie.',
      });
      await ambtenaar.doe(id, 'jbtUitkomst', { jbtOp: dag, tafel: 'onderzoek' });
      await dagenVerder(27);
      assert.ok(!(await leesAlles(teamleider, '&soort=buiten')).items.some((i) => i.proces.id === id));
      await dagenVerder(10);
      const item = await zieVast('buiten', id);
      t.diagnostic(item.reden);
      isGewoneZin(item.reden);
      assert.equal(item.reden, 'Wacht 37 dagen op de Raad voor de Kinderbescherming');
      assert.deepEqual([item.oorzaak, item.wie.partij], ['buiten', 'leerplichtambtenaar']);
      assert.ok(item.kan.some((k) => k.actie === 'notitie'));

      const alles = await leesAlles(teamleider);
      const som = alles.aantallen.filter((a) => a.soort !== 'buiten').reduce((n, a) => n + a.aantal, 0);
      assert.equal(alles.totaal, som, 'wie op een ander wacht telt niet als vastgelopen');

      await zetDrempel(60);
      await zieWeg('buiten', id);
      await zetDrempel(null);
      await zieVast('buiten', id);
      await ambtenaar.doe(id, 'onderzoekGestart', { onderzoekGestartOp: await motor.vandaag() });
      await zieWeg('buiten', id);
    });

    it('een vrijstelling die geldt wacht op niemand', async () => {
      const { teamleider } = opToneel();
      const { items } = await leesAlles(teamleider, '&soort=buiten&procestype=vrijstelling');
      assert.ok(items.every((i) => !['geldig', 'vanKracht'].includes(i.proces.toestand)));
    });
  });
};

async function zetDrempel(waarde: number | null): Promise<void> {
  const { teamleider } = opToneel();
  const pad = `/instellingen/wachtBuitenDagen?gemeente=${HENGELO}`;
  const { koppen } = await teamleider.vraag('GET', pad);
  const antwoord = await teamleider.vraag('PUT', pad, { lichaam: { waarde }, versie: koppen.get('etag')! });
  assert.equal(antwoord.status, 200, JSON.stringify(antwoord.lichaam));
}
