import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { plusDagen } from '#kalender';
import { STAND, workflowIdVan, type Snapshot } from '#process';
import { Api, demo, meldAan, testStack, wachtTot, type Motor, type ProcesLichaam } from '#test-kit';
import { BORNE, HENGELO } from '../../infra/local/demo-gebruikers.js';
import { koen, koenAchttien } from '../keten/koen.js';
import { motorVanStack, opDeStack } from '../keten/op-de-stack.js';
import { TEKST } from '../keten/speler.js';
import { verhalen } from '../keten/verhalen.js';
import { eerstvolgende } from './leven.js';

/* The stories of the chain through HTTP, Temporal and PostgreSQL, with time skipped. */

let motor: Motor;
before(async () => void (motor = await motorVanStack()));
after(() => motor.sluit());

test('Koen: van havo tot jeugdreclassering, alle 21 stappen', async (t) => {
  const begin = eerstvolgende(await motor.vandaag(), (d) => d.endsWith('-10-01'));
  const s = await opDeStack(motor, koenAchttien(begin));
  const van = performance.now();
  await koen(s, begin);
  const { processen, koppelingen, tijdlijn } = await s.dossier();
  t.diagnostic(
    `N = ${tijdlijn.length} gebeurtenissen in ${processen.length} processen, ${koppelingen.length} koppelingen, ${Math.round(performance.now() - van)} ms`,
  );
  // Every step keeps who and when; the links are seen from both sides.
  for (const g of tijdlijn) assert.ok(g.door.rol && g.op, `${g.procestype}.${g.naam}`);
  const ketens = koppelingen.map((k) => `${k.van.procestype} ${k.soort} ${k.naar.procestype}`);
  for (const k of [
    'spreekuur start mas',
    'mas start hulp',
    'hulp bericht mas',
    'mas start halt',
    'halt bericht mas',
    'halt start strafrecht',
    'mas start overdracht',
  ])
    assert.ok(ketens.includes(k), `${k} ontbreekt: ${ketens.join(', ')}`);
  await blijftKlein(t, processen);
});

/** What six years of one youth may cost: below 2,000 events, 1 MB a run, 16 KB a snapshot. */
async function blijftKlein(t: TestContext, processen: readonly ProcesLichaam[]): Promise<void> {
  let gebeurtenissen = 0;
  let grootsteRun = 0;
  let grootsteStand = 0;
  for (const p of processen) {
    const workflowId = workflowIdVan(p.procestype, p.id);
    for (const run of await motor.geschiedenissen(workflowId)) gebeurtenissen += run.events!.length;
    const { historySize } = await motor.client.workflow.getHandle(workflowId).describe();
    grootsteRun = Math.max(grootsteRun, historySize ?? 0);
    const stand = await motor.client.workflow.getHandle(workflowId).query<Snapshot>(STAND);
    grootsteStand = Math.max(grootsteStand, JSON.stringify(stand).length);
  }
  t.diagnostic(
    `${gebeurtenissen} gebeurtenissen, grootste run ${grootsteRun} bytes, grootste stand ${grootsteStand} bytes`,
  );
  assert.ok(gebeurtenissen > 500 && gebeurtenissen < 2_000);
  assert.ok(grootsteRun > 10_000 && grootsteRun < 1_000_000);
  assert.ok(grootsteStand > 1_000 && grootsteStand < 16_000);
}

test('wie midden in een route verhuist: hier sluit alles behalve strafrecht, daar begint een overgenomen mas', async () => {
  const vandaag = await motor.vandaag();
  const s = await opDeStack(motor, plusDagen(vandaag, 900));
  await s.open('mas', { bron: 'duo', soort: 'langdurig', ontvangenOp: vandaag, meldingNummer: '3001' });
  await s.doe('mas', 'inBehandeling');
  await s.doe('mas', 'gehoordJongere', { jongereGehoordOp: vandaag, aangespoord: true });
  await s.doe('mas', 'gehoordOuders', { oudersGehoordOp: vandaag });
  await s.doe('mas', 'onderzoekAfgerond');
  await s.doe('mas', 'routeHulp', { aanbieder: 'wijkracht' });
  await s.doe('mas', 'routeStrafrecht', { tegen: 'jongere', verzuimsoort: 'relatief', motiveringWpg: TEKST });
  await s.stand('hulp');
  await s.stand('strafrecht');
  const stack = testStack();
  const ambtenaar = new Api(
    stack.apiUrl,
    await meldAan(stack, 'leerplichtambtenaar', { kenmerken: ['boa'] }),
  );
  const versie = (await ambtenaar.vraag('GET', `/jongeren/${s.jongereId}`)).koppen.get('etag')!;
  const weg = await ambtenaar.vraag<{ klusId: string }>('PATCH', `/jongeren/${s.jongereId}`, {
    lichaam: { gemeente: BORNE },
    versie,
  });
  assert.equal(weg.status, 200);
  await wachtTot('iedereen heeft het gehoord', async () => {
    const k = await ambtenaar.lees<{ stand: string }>(`/klussen/${weg.lichaam.klusId}`);
    return k.stand === 'klaar';
  });
  await wachtTot('mas en hulp zijn verhuisd', async () => {
    const { processen } = await s.dossier();
    const uit = Object.fromEntries(processen.map((p) => [p.procestype, p.uitkomst]));
    return uit['mas'] === 'verhuisd' && uit['hulp'] === 'verhuisd';
  });
  assert.equal((await s.stand('strafrecht')).afgerond, false, 'strafrecht eindigt waar het begon');
  // In Borne the youth is another row, with a mas that says where it came from and nothing of what was said there.
  const borne = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar', { gemeente: BORNE }));
  const lijst = await wachtTot('er is een mas in Borne', async () => {
    const { processen } = await borne.lees<{
      processen: { id: string; vlaggen: string[]; jongereId: string }[];
    }>(`/processen?procestype=mas&gemeente=${BORNE}`);
    return processen.find((p) => p.vlaggen.includes('overgenomen'));
  });
  const nieuw = await borne.lees<{ verhuisdVan: { gemeente: string; jongereId: string | null } }>(
    `/jongeren/${lijst.jongereId}`,
  );
  assert.deepEqual(nieuw.verhuisdVan, { gemeente: HENGELO, jongereId: null });
  const lijn = await borne.lees<{ gebeurtenissen: { naam: string; gegevens: object }[] }>(
    `/processen/${lijst.id}/gebeurtenissen`,
  );
  assert.deepEqual(
    lijn.gebeurtenissen.map((g) => g.naam),
    ['mas'],
  );
});

for (const v of verhalen(demo('arts').sub))
  test(v.titel, async () => {
    const begin = eerstvolgende(await motor.vandaag(), (d) => d.endsWith('-10-01'));
    await v.vertel(await opDeStack(motor, v.achttien(begin)), begin);
  });
