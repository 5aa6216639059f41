import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { plusDagen } from '#kalender';
import { workflowIdVan } from '#process';
import { maakJongere, motorVan, type ProcesLichaam } from '#test-kit';
import { toneel, vandaag, vrijstellingVan, type Toneel } from './toneel.js';

/* An exemption from kennisgeving to confirmation, with every sentence that people wrote about it followed to where it may and may not be. */

interface Regel {
  titel: string;
  door: { rol: string };
  namens?: string;
  gegevens?: Record<string, unknown>;
  teksten: { veld: string; klasse: string; tekst: string | null }[];
}

let t: Toneel;
let id: string;
const MOEDER = 'Moeder schrijft dat Kees al twee jaar niet meer slaapt.';
const DIAGNOSE = 'Somatisch-symptoomstoornis, ernstig; herstel is niet te verwachten.';
const ADVIES = 'Het samenwerkingsverband ziet geen passende plek.';

before(async () => {
  t = await toneel();
});

test('de ambtenaar opent een vrijstelling; zij komt bij de contactpersoon van de school', async () => {
  const vraag = await vrijstellingVan(t.ambtenaar);
  vraag.gegevens['toelichting'] = MOEDER;
  const antwoord = await t.ambtenaar.stuur<ProcesLichaam>('/processen', 201, vraag, crypto.randomUUID());
  const p = antwoord.lichaam;
  id = p.id;
  assert.equal(antwoord.koppen.get('location'), `/api/v1/processen/${id}`);
  assert.equal(antwoord.koppen.get('api-version'), '1.0.0');
  assert.equal(p['behandelaar'], '00000000-0164-5000-8000-000000000001');
  assert.equal(p.toestand, 'kennisgevingOntvangen');
  assert.equal(p.revisieVanActie, 1);
  const achttien = p.termijnen.find((x) => x.naam === 'achttien');
  assert.equal(achttien?.datum, '2030-05-06', 'de API rekent de achttiende verjaardag zelf uit');
  assert.deepEqual(
    await t.ambtenaar.lees(`/processen/${id}`),
    zonder(p, 'revisieVanActie'),
    'de rij is er al',
  );
});

test('de arts ziet het verzoek pas als hij is aangewezen, en alleen hij leest zijn verklaring', async () => {
  await t.ambtenaar.doe(id, 'volledigVerklaard');
  assert.equal((await t.arts.vraag('GET', `/processen/${id}`)).status, 404);
  await t.ambtenaar.doe(id, 'artsAanwijzen', { artsId: t.arts.wie.id });
  assert.equal((await t.arts.lees<ProcesLichaam>(`/processen/${id}`)).toestand, 'bijDeArts');
  const { processen } = await t.arts.lees<{ processen: ProcesLichaam[] }>('/processen');
  assert.ok(processen.some((p) => p.id === id));
  await t.arts.doe(id, 'verklaringOntvangen', {
    oordeel: 'ongeschikt',
    getekendOp: await vandaag(t.arts),
    verklaring: DIAGNOSE,
  });
  assert.equal(tekstVan(await tijdlijn(t.arts), 'verklaring'), DIAGNOSE);
  const vanAmbtenaar = await tijdlijn(t.ambtenaar);
  assert.equal(tekstVan(vanAmbtenaar, 'verklaring'), null);
  assert.ok(!JSON.stringify(vanAmbtenaar).includes('stoornis'));
  assert.equal(vanAmbtenaar.at(-1)?.gegevens?.['oordeel'], 'ongeschikt', 'het oordeel ziet hij wel');
  assert.equal(tekstVan(await tijdlijn(t.arts), 'toelichting'), null, 'de arts leest het dossier niet');
});

test('een ambtenaar mag een verklaring inleveren en leest haar daarna niet terug', async () => {
  const vraag = await vrijstellingVan(t.ambtenaar);
  const p = await t.ambtenaar.open('vrijstelling', vraag.jongereId, vraag.gegevens);
  await t.ambtenaar.doe(p.id, 'volledigVerklaard');
  await t.ambtenaar.doe(p.id, 'artsAanwijzen', { artsId: t.arts.wie.id });
  await t.ambtenaar.doe(p.id, 'verklaringOntvangen', {
    oordeel: 'geschikt',
    getekendOp: await vandaag(t.ambtenaar),
    verklaring: DIAGNOSE,
  });
  const regels = await tijdlijn(t.ambtenaar, p.id);
  assert.equal(regels.at(-1)?.namens, 'arts');
  assert.ok(!JSON.stringify(regels).includes('stoornis'));
});

test('na het advies bevestigt hij, en de vooruitblik zegt wat er komt', async () => {
  const dag = await vandaag(t.ambtenaar);
  await t.ambtenaar.doe(id, 'onderwijskundigAdviesOntvangen', { adviesOp: dag, advies: ADVIES });
  const p = await t.ambtenaar.doe(id, 'bevestigen', {
    geldigVanaf: dag,
    geldigTot: plusDagen(dag, 200),
  });
  assert.equal(p.toestand, 'bevestigd');
  const { dagen } = await t.ambtenaar.lees<{ dagen: { op: string; zinnen: string[] }[] }>(
    `/processen/${id}/vooruitblik`,
  );
  assert.ok(dagen.some((d) => d.zinnen.some((z) => z.startsWith('Herinnering aan de behandelaar over'))));
});

test('wat nog geen brief kan worden staat bij te doen, en wordt een keer afgevinkt', async () => {
  interface Taak {
    effectId: string;
    naam: string;
    gedaanDoor: string | null;
    gedaanOp: string | null;
  }
  const { teDoen } = await t.ambtenaar.lees<{ teDoen: Taak[] }>(`/te-doen?procesId=${id}&open=true`);
  const brief = teDoen.find((r) => r.naam === 'vrijstellingBevestigd');
  assert.ok(brief);
  const pad = `/te-doen/${id}/${brief.effectId}/gedaan`;
  const eerste = (await t.ambtenaar.stuur<Taak>(pad, 200, undefined)).lichaam;
  assert.equal(eerste.gedaanDoor, t.ambtenaar.wie.id);
  const tweede = (await t.teamleider.stuur<Taak>(pad, 200, undefined)).lichaam;
  assert.deepEqual(tweede, eerste, 'wie het eerst afvinkte blijft staan');
  const rest = await t.ambtenaar.lees<{ teDoen: Taak[] }>(`/te-doen?procesId=${id}&open=true`);
  assert.ok(!rest.teDoen.some((r) => r.effectId === brief.effectId));
  assert.equal((await t.ambtenaarBorne.vraag('POST', pad)).status, 404);
});

test('de school ziet van een eigen leerling hoe ver het is, en niet wat er staat', async () => {
  const p = await t.school.lees<ProcesLichaam>(`/processen/${id}`);
  assert.equal(p['gegevens'], undefined);
  const regels = await tijdlijn(t.school);
  assert.ok(regels.every((r) => r.gegevens === undefined && r.teksten.every((x) => x.tekst === null)));
  const elders = await maakJongere(t.ambtenaar, '2012-05-06', { brin: '99CC' });
  const ander = await t.ambtenaar.open(
    'vrijstelling',
    elders,
    (await vrijstellingVan(t.ambtenaar, elders)).gegevens,
  );
  assert.equal((await t.school.vraag('GET', `/processen/${ander.id}`)).status, 404);
});

test('geen geschiedenis van Temporal bevat een zin over de jongere, ook niet ontsleuteld', async () => {
  const motor = await motorVan(t.stack);
  after(() => motor.sluit());
  const workflowId = workflowIdVan('vrijstelling', id);
  const rauw = leesbaar(await motor.client.workflow.getHandle(workflowId).fetchHistory());
  const open = leesbaar(await motor.geschiedenissen(workflowId));
  for (const zin of [MOEDER, DIAGNOSE, ADVIES, 'Kees', 'stoornis', 'samenwerkingsverband ziet']) {
    assert.ok(!rauw.includes(zin) && !open.includes(zin), zin);
  }
  assert.ok(open.includes('artsId') && !rauw.includes('artsId'), 'zonder sleutel is er niets te lezen');
});

const zonder = (p: object, veld: string): object =>
  Object.fromEntries(Object.entries(p).filter(([naam]) => naam !== veld));
const tijdlijn = async (api: { lees<T>(pad: string): Promise<T> }, proces = id): Promise<Regel[]> =>
  (await api.lees<{ gebeurtenissen: Regel[] }>(`/processen/${proces}/gebeurtenissen`)).gebeurtenissen;
const tekstVan = (regels: Regel[], veld: string): string | null | undefined =>
  regels.flatMap((r) => r.teksten).find((x) => x.veld === veld)?.tekst;
/** Everything in a history that can be read, bytes included. */
function leesbaar(deel: unknown): string {
  if (deel instanceof Uint8Array) return Buffer.from(deel).toString('utf8');
  if (typeof deel !== 'object' || deel === null) return String(deel);
  return Object.entries(deel)
    .map(([naam, waarde]) => `${naam} ${leesbaar(waarde)}`)
    .join(' ');
}
