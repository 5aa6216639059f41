import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { maakPool, noteerTeDoen } from '#read-model';
import { Api, meldAan, testStack, wachtTot, type ProcesLichaam } from '#test-kit';
import { HENGELO } from '../../infra/local/demo-gebruikers.js';
import { toneel, vandaag, type Toneel } from './toneel.js';
import { masMetHalt } from './wpg.js';

/*
 * Settled reading 19: without the authority of a BOA a Halt or criminal route is "vervolgroute, afgeschermd": no kind, no state, no terms, and
 * nothing in the mas that tells which route was chosen.
 */

let t: Toneel;
let boa: Api;
let jongereId: string;
let mas: ProcesLichaam;
let halt: { id: string };

/** Words that would tell. */
const VERKLIKT = /halt|strafrecht|proces-verbaal|verhoor/i;

before(async () => {
  t = await toneel();
  const stack = testStack();
  boa = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar', { kenmerken: ['boa'] }));
  ({ jongereId, mas, halt } = await masMetHalt(boa));
  // Both have something to do that tells: a summons of Halt, and a reminder of the decision in the mas.
  await boa.doe(halt.id, 'uitgenodigdVerhoor', { verhoorOp: await vandaag(boa) });
  const worker = maakPool(stack.databaseUrl, 'leerlijn_worker', 1);
  await noteerTeDoen(
    worker,
    { id: mas.id, gemeente: HENGELO },
    {
      id: '99.0',
      soort: 'herinner',
      naam: 'pvBesluit',
      voor: 'groep',
      op: await vandaag(boa),
      wat: { termijn: 'pvBesluit', herinnering: 'vooraf' },
    },
  );
  await worker.end();
  // Negative at once: mas gets a term and a proposal that tell of it.
  await boa.doe(halt.id, 'intrekken', { reden: 'nietVerwijtbaar' });
  await wachtTot('mas weet het', async () => {
    const p = await boa.lees<ProcesLichaam>(`/processen/${mas.id}`);
    return p.termijnen.some((x) => x.naam === 'pvBesluit');
  });
});

test('een boa ziet de route, haar termijn en hoe zij aan de mas hangt', async () => {
  const d = await boa.lees<{ processen: ProcesLichaam[]; koppelingen: unknown[]; afgeschermd: unknown }>(
    `/jongeren/${jongereId}/dossier`,
  );
  assert.deepEqual(d.processen.map((p) => p.procestype).sort(), ['halt', 'mas']);
  assert.ok(d.koppelingen.length >= 2);
  assert.equal(d.afgeschermd, null);
});

test('zonder boa staat er een vervolgroute, afgeschermd, en nergens welke', async () => {
  for (const wie of [t.ambtenaar, t.teamleider]) {
    const d = await wie.lees<{
      processen: ProcesLichaam[];
      afgeschermd: unknown;
      koppelingen: unknown[];
      tijdlijn: object[];
    }>(`/jongeren/${jongereId}/dossier`);
    assert.deepEqual(d.afgeschermd, { titel: 'Vervolgroute, afgeschermd' });
    assert.deepEqual([d.processen.length, d.koppelingen], [1, []]);
    const { acties, kernacties, ...zaak } = d.processen[0]!;
    assert.ok(Array.isArray(acties) && Array.isArray(kernacties));
    assert.ok(!acties.some((a) => /routeHalt|routeStrafrecht/.test(a.actie)));
    const lijst = await wie.lees<object>(`/processen?jongereId=${jongereId}`);
    const lijn = await wie.lees<object>(`/processen/${mas.id}/gebeurtenissen`);
    const blik = await wie.lees<object>(`/processen/${mas.id}/vooruitblik`);
    const teDoen = await wie.lees<object>(`/te-doen?procesId=${mas.id}`);
    for (const [waar, wat] of Object.entries({ zaak, lijst, lijn, blik, teDoen, tijdlijn: d.tijdlijn }))
      assert.doesNotMatch(JSON.stringify(wat), VERKLIKT, `${wie.wie.rol} leest het in ${waar}`);
    assert.match(JSON.stringify(lijn), /Vervolgroute, afgeschermd/);
    // What is hidden there is really there.
    assert.match(JSON.stringify(await boa.lees<object>(`/te-doen?procesId=${mas.id}`)), /pvBesluit/);
  }
});

test('zonder boa bestaat de route zelf niet: lezen, handelen, te doen en de lijst', async () => {
  for (const pad of ['', '/gebeurtenissen', '/vooruitblik'])
    assert.equal((await t.ambtenaar.vraag('GET', `/processen/${halt.id}${pad}`)).status, 404, pad);
  assert.equal((await t.ambtenaar.handel(halt.id, 'notitie', { tekst: 'Iets.' })).status, 404);
  const lijst = await t.ambtenaar.lees<{ processen: unknown[] }>('/processen?procestype=halt');
  const teDoen = await t.ambtenaar.lees<{ teDoen: unknown[] }>(`/te-doen?procesId=${halt.id}`);
  assert.deepEqual([lijst.processen, teDoen.teDoen], [[], []]);
  const eigen = await boa.lees<{ teDoen: { effectId: string }[] }>(`/te-doen?procesId=${halt.id}`);
  assert.ok(eigen.teDoen.length > 0);
  for (const { effectId } of eigen.teDoen) {
    const pad = `/te-doen/${halt.id}/${effectId}/gedaan`;
    assert.equal((await t.ambtenaar.vraag('POST', pad, { lichaam: {} })).status, 404);
  }
});
