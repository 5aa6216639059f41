import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Api, meldAan } from '#test-kit';
import { HENGELO } from '../../infra/local/demo-gebruikers.js';
import { dagenVerder, isGewoneZin, leesAlles, opToneel, zieVast, zieWeg } from './toneel.js';

/** People who are late, and cases that are nobody's. */
export const mensenZijnTeLaat = (): void => {
  describe('mensen zijn te laat', () => {
    it('niemand behandelt het: pas na een werkdag, en weg na toewijzen', async (t) => {
      const { vrijstelling, teamleider, ambtenaar } = opToneel();
      const id = await vrijstelling({ vanNiemand: true });
      const direct = await leesAlles(teamleider, '&soort=niemand');
      assert.ok(!direct.items.some((i) => i.proces.id === id), 'vandaag nog niet');
      // Four days hold a working day whatever day it is.
      await dagenVerder(4);
      const item = await zieVast('niemand', id);
      t.diagnostic(item.reden);
      isGewoneZin(item.reden);
      assert.match(item.reden, /^Niemand behandelt dit proces, al \d werkdag/);
      assert.deepEqual([item.oorzaak, item.wie.partij], ['mensen', 'teamleider']);
      assert.deepEqual(
        item.kan.map((k) => k.actie),
        ['toewijzen'],
      );
      await teamleider.doe(id, 'toewijzen', { behandelaar: ambtenaar.wie.id });
      await zieWeg('niemand', id);
      // Taken away again: nobody's since today, not since it was opened.
      await teamleider.doe(id, 'toewijzen', { behandelaar: null });
      await zieWeg('niemand', id);
      await dagenVerder(4);
      assert.match((await zieVast('niemand', id)).reden, /al [1-4] werkdag/);
      await teamleider.doe(id, 'toewijzen', { behandelaar: ambtenaar.wie.id });
    });

    it('de behandelaar is vertrokken: meteen, en weg als hij terug is', async (t) => {
      const { vrijstelling, teamleider, ambtenaar, eigenaar } = opToneel();
      const id = await vrijstelling();
      await teamleider.doe(id, 'toewijzen', { behandelaar: ambtenaar.wie.id });
      const zet = async (actief: boolean): Promise<void> => {
        const c = await eigenaar.connect();
        await c.query(`begin; select set_config('app.gemeenten', '${HENGELO}', true)`);
        await c.query('update app.medewerker set actief = $1 where id = $2', [actief, ambtenaar.wie.id]);
        await c.query('commit');
        c.release();
      };
      await zet(false);
      const item = await zieVast('niemand', id);
      t.diagnostic(item.reden);
      isGewoneZin(item.reden);
      assert.match(item.reden, /werkt hier niet meer/);
      assert.equal(item.proces.behandelaar, ambtenaar.wie.id);
      await zet(true);
      await zieWeg('niemand', id);
    });

    it('een termijn is voorbij: welke, waar zij op rust en hoelang; en wat er kan', async (t) => {
      const { vrijstelling, teamleider, ambtenaar, beheerder, stack } = opToneel();
      const id = await vrijstelling();
      await teamleider.doe(id, 'toewijzen', { behandelaar: ambtenaar.wie.id });
      const p = await teamleider.lees<{
        termijnen: { naam: string; titel: string; datum: string; soort: string }[];
      }>(`/processen/${id}`);
      const eerste = p.termijnen.find((x) => x.soort === 'LOCAL')!;
      await dagenVerder(40);
      const item = await zieVast('termijn', id);
      t.diagnostic(item.reden);
      isGewoneZin(item.reden);
      assert.match(item.reden, new RegExp(`^De termijn '.+' \\(.+\\) is \\d+ werkdagen voorbij`));
      assert.ok(item.sinds > eerste.datum, 'te laat vanaf de dag erna');
      assert.equal(item.oorzaak, 'mensen');
      assert.equal(item.wie.id, ambtenaar.wie.id);
      assert.ok(
        item.kan.some((k) => k.actie === 'volledigVerklaard') ||
          item.kan.some((k) => k.actie === 'verlengen'),
      );
      const leest = await zieVast('termijn', id, beheerder);
      assert.deepEqual(leest.kan, [], 'een beheerder kijkt alleen');

      const eigen = await leesAlles(ambtenaar);
      assert.ok(
        eigen.items.length > 0 && eigen.items.every((i) => i.proces.behandelaar === ambtenaar.wie.id),
      );
      const { beschrijving } = stack;
      const collega = new Api(
        beschrijving.apiUrl,
        await meldAan(beschrijving, 'leerplichtambtenaar', { ander: true }),
      );
      assert.deepEqual(
        (await leesAlles(collega)).items,
        [],
        'een ander ziet zijn eigen, en die zijn er niet',
      );
      const oud = await leesAlles(teamleider, `&soort=termijn&minstensDagen=3000`);
      assert.deepEqual(oud.items, []);

      await ambtenaar.doe(id, 'ingetrokken');
      await zieWeg('termijn', id);
    });
  });
};
