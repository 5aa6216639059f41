import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Api, meldAan, type ProbleemLichaam } from '#test-kit';
import { BORNE } from '../../infra/local/demo-gebruikers.js';
import { masMetHalt } from '../api/wpg.js';
import { dagenVerder, leesAlles, opToneel, zieVast } from './toneel.js';

const PADEN = ['vastgelopen', 'agenda', 'overzicht', 'motor'].map((x) => `/toezicht/${x}`);

/** Who may ask what, and what a reader without the authority of a BOA does not learn. */
export const wieZietWat = (): void => {
  describe('wie ziet wat', () => {
    it('school, arts en doorstroomcoach niet; een andere gemeente bestaat niet; onzin is 400', async () => {
      const { stack, teamleider, ambtenaar } = opToneel();
      const { beschrijving } = stack;
      let n = 0;
      for (const rol of ['school', 'arts', 'doorstroomcoach'] as const) {
        const api = new Api(beschrijving.apiUrl, await meldAan(beschrijving, rol));
        for (const pad of PADEN) {
          assert.equal((await api.vraag('GET', pad)).status, 403, `${rol} ${pad}`);
          n += 1;
        }
      }
      const borne = new Api(
        beschrijving.apiUrl,
        await meldAan(beschrijving, 'leerplichtambtenaar', { gemeente: BORNE }),
      );
      for (const pad of PADEN.slice(0, 3))
        assert.equal((await borne.vraag('GET', `${pad}?gemeente=0164`)).status, 404, pad);
      for (const vraag of [
        'vastgelopen?soort=onzin',
        'vastgelopen?cursor=abc',
        'vastgelopen?minstensDagen=x',
        'vastgelopen?behandelaar=wie',
        'vastgelopen?onbekend=1',
        'agenda?jaar=1999',
        'overzicht?van=2026-02-30',
        'overzicht?van=2026-03-01&tot=2026-02-01',
      ]) {
        const a = await teamleider.vraag<ProbleemLichaam>('GET', `/toezicht/${vraag}`);
        assert.equal(a.status, 400, vraag);
        assert.ok(a.lichaam.detail);
        n += 1;
      }
      const ander = await ambtenaar.vraag<ProbleemLichaam>(
        'GET',
        `/toezicht/vastgelopen?behandelaar=${randomUUID()}`,
      );
      assert.equal(ander.status, 403);
      assert.match(ander.lichaam.detail, /eigen processen/);
      assert.ok(n > 15);
    });

    it('een Wpg-route is zonder boa een getal, met boa een proces; ook in de mas verraadt niets haar', async (t) => {
      const { stack, teamleider } = opToneel();
      const { beschrijving } = stack;
      const als = async (rol: 'leerplichtambtenaar' | 'teamleider'): Promise<Api> =>
        new Api(beschrijving.apiUrl, await meldAan(beschrijving, rol, { kenmerken: ['boa'] }));
      const [boa, leider] = [await als('leerplichtambtenaar'), await als('teamleider')];
      const { mas, halt } = await masMetHalt(boa);
      for (const id of [mas.id, halt.id]) await leider.doe(id, 'toewijzen', { behandelaar: boa.wie.id });
      // The mas now has to decide about a proces-verbaal: a term of its own that tells.
      await boa.doe(halt.id, 'intrekken', { reden: 'nietVerwijtbaar' });
      const tweede = await masMetHalt(boa);
      await leider.doe(tweede.halt.id, 'toewijzen', { behandelaar: boa.wie.id });
      await dagenVerder(60);

      const gezien = await zieVast('termijn', tweede.halt.id, leider);
      t.diagnostic(gezien.reden);
      await zieVast('termijn', tweede.halt.id, boa);
      const zonder = await leesAlles(teamleider);
      assert.ok(zonder.afgeschermd >= 1, 'dat er iets vastloopt blijft te zien');
      assert.equal((await leesAlles(leider)).afgeschermd, 0);
      const bijMas = await zieVast('termijn', mas.id, leider);
      t.diagnostic(bijMas.reden);
      assert.match(bijMas.reden, /proces-verbaal/i, 'er is iets te verbergen');
      const gezienZonder = await zieVast('termijn', mas.id, teamleider);
      t.diagnostic(gezienZonder.reden);
      assert.match(gezienZonder.reden, /vervolgroute \(afgeschermd\)/);
      const VERKLIKT = /halt|strafrecht|proces-verbaal|pvBesluit|verhoor|Openbaar Ministerie/i;
      assert.ok(zonder.items.length > 0);
      assert.doesNotMatch(JSON.stringify(zonder.items), VERKLIKT);
      const opType = await leesAlles(teamleider, '&procestype=halt');
      assert.deepEqual(
        [opType.items, opType.totaal, opType.afgeschermd],
        [[], 0, 0],
        'ook geen getal per type',
      );

      const overzicht = await teamleider.lees<{ afgeschermd: { open: number } }>('/toezicht/overzicht');
      assert.ok(overzicht.afgeschermd.open >= 1);
      assert.doesNotMatch(JSON.stringify(overzicht), VERKLIKT);
      const boven = await leider.lees<{ afgeschermd: null; procestypen: { procestype: string }[] }>(
        '/toezicht/overzicht',
      );
      assert.equal(boven.afgeschermd, null);
      assert.ok(boven.procestypen.some((p) => p.procestype === 'halt'));
      assert.doesNotMatch(JSON.stringify(await teamleider.lees('/toezicht/agenda')), VERKLIKT);
    });
  });
};
