import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { z } from 'zod';
import { leesDienstConfig } from '#config';
import { kernActies } from '#process';
import { processen } from '#workflows';
import { maakApi } from '../../apps/api/app.js';
import { bewaarKlus, inGemeente, maakPool } from '#read-model';
import { testStack, type ProcesLichaam } from '#test-kit';
import { HENGELO, SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';
import { toneel, vrijstellingVan, type Toneel } from './toneel.js';

/* The contract says what the API does: no route without a word, no word without a route. */

type Json = Record<string, unknown>;
interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, Json>; requestBody?: Json }>
  >;
  components: { schemas: Record<string, Json> };
}

let t: Toneel;
let doc: Document;

before(async () => {
  t = await toneel();
  const antwoord = await fetch(`${t.stack.apiUrl}/api/v1/openapi.json`);
  assert.equal(antwoord.status, 200, 'zonder token');
  doc = (await antwoord.json()) as Document;
});

const groot = (naam: string): string => naam.charAt(0).toUpperCase() + naam.slice(1);

test('iedere route staat erin en ieder pad bestaat', async () => {
  const api = await maakApi(leesDienstConfig({ ...t.stack.env, LOG_LEVEL: 'silent' }));
  const routes = api.routes.alle().filter((r) => r.includes('/api/v1'));
  await api.sluit();
  const beschreven = Object.entries(doc.paths).flatMap(([pad, ops]) =>
    Object.keys(ops).map((methode) => `${methode.toUpperCase()} /api/v1${pad}`),
  );
  assert.deepEqual(beschreven.sort(), routes.sort());
});

test('zonder token geeft alleen wat openbaar is antwoord', async () => {
  for (const [pad, ops] of Object.entries(doc.paths)) {
    for (const [methode, op] of Object.entries(ops)) {
      const url = `${t.stack.apiUrl}/api/v1${pad.replace(/\{\w+\}/g, randomUUID())}`;
      const { status } = await fetch(url, { method: methode.toUpperCase() });
      const openbaar = pad.includes('{') ? 404 : 200;
      assert.equal(status, op.responses['401'] ? 401 : openbaar, `${methode} ${pad}`);
    }
  }
});

test('iedere verwijzing klopt, iedere operatie heeft een eigen naam en haar fouten als problem+json', () => {
  const verwijzingen = [...JSON.stringify(doc).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    (m) => m[1]!,
  );
  for (const naam of verwijzingen) assert.ok(doc.components.schemas[naam], naam);
  const ops = Object.values(doc.paths).flatMap((p) => Object.values(p));
  assert.equal(new Set(ops.map((o) => o.operationId)).size, ops.length);
  for (const o of ops) {
    for (const [status, antwoord] of Object.entries(o.responses)) {
      if (Number(status) >= 400)
        assert.ok('application/problem+json' in (antwoord['content'] as Json), `${o.operationId} ${status}`);
    }
    if (o.requestBody)
      for (const status of ['400', '413', '415'])
        assert.ok(o.responses[status], `${o.operationId} ${status}`);
  }
});

test('iedere actie van ieder proces en van de kern heeft een component', () => {
  const verwacht = Object.entries(processen).flatMap(([naam, p]) => [
    `${groot(naam)}Start`,
    ...Object.keys(p.nieuwste.acties).map((a) => groot(naam) + groot(a)),
  ]);
  for (const naam of [...verwacht, ...Object.keys(kernActies).map((a) => `Kern${groot(a)}`)])
    assert.ok(doc.components.schemas[naam], naam);
  assert.ok(
    !JSON.stringify(doc.components.schemas['VrijstellingStart']).includes('achttienOp'),
    'wat wij uitrekenen vraagt niemand',
  );
});

test('de schemas nemen de verzoeken van het verhaal, en niet wat de API weigert', () => {
  const past = (naam: string, body: unknown): boolean =>
    z.fromJSONSchema({ ...doc.components.schemas[naam], $defs: {} }).safeParse(body).success;
  assert.ok(past('VrijstellingStart', { grond: 'art5onderA', kennisgevingOp: '2026-09-01' }));
  assert.ok(!past('VrijstellingStart', { grond: 'art5onderA' }));
  assert.ok(!past('VrijstellingStart', { grond: 'art5onderA', kennisgevingOp: '2026-09-01', meer: 1 }));
  assert.ok(past('VrijstellingArtsAanwijzen', { artsId: randomUUID() }));
  assert.ok(
    past('VrijstellingVerklaringOntvangen', {
      oordeel: 'ongeschikt',
      getekendOp: '2026-09-01',
      verklaring: 'tekst',
    }),
  );
  assert.ok(
    !past('VrijstellingVerklaringOntvangen', {
      oordeel: 'misschien',
      getekendOp: '2026-09-01',
      verklaring: 'tekst',
    }),
  );
  assert.ok(past('KernToewijzen', { behandelaar: null }));
});

test('de acties van een proces dragen hetzelfde schema als het document', async () => {
  const v = await vrijstellingVan(t.ambtenaar);
  const p = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
  const acties = p.acties as { actie: string; schema: Json }[];
  assert.ok(acties.length > 0);
  for (const { actie, schema } of acties) {
    const { title: _titel, ...component } = doc.components.schemas[`Vrijstelling${groot(actie)}`]!;
    assert.deepEqual(schema, component);
  }
});

test('de tabel van een proces is compleet voor wie haar wil tekenen', async () => {
  interface Tabel {
    procestype: string;
    toestanden: { toestand: string; titel: string }[];
    termijnen: { naam: string; titel: string; grondslag: string }[];
    acties: { actie: string; titel: string; schema: Json }[];
    edges: { van: string; naar: string }[];
  }
  const { procestypen } = await t.school.lees<{ procestypen: Tabel[] }>('/procestypen');
  assert.deepEqual(procestypen.map((p) => p.procestype).sort(), Object.keys(processen).sort());
  for (const p of procestypen) {
    const namen = p.toestanden.map((x) => x.toestand);
    assert.ok(p.edges.every((e) => namen.includes(e.van) && namen.includes(e.naar)));
    assert.ok([...p.toestanden, ...p.termijnen, ...p.acties].every((x) => x.titel));
    assert.ok(p.termijnen.every((x) => x.grondslag));
    assert.deepEqual(await t.arts.lees(`/procestypen/${p.procestype}`), p);
  }
});

/** A piece of work under this id, so that its paths have something to show. */
async function bewaarKlusMet(id: string): Promise<void> {
  const pool = maakPool(testStack().databaseUrl, 'leerlijn_api', 1);
  await inGemeente(pool, { gemeenten: [HENGELO] }, (em) =>
    bewaarKlus(em, {
      gemeente: HENGELO,
      id,
      soort: 'proef',
      gegevens: {},
      kenmerk: null,
      door: id,
      regels: [{}],
    }),
  );
  await pool.end();
}

test('ieder GET-pad antwoordt zoals het document zegt', async () => {
  const v = await vrijstellingVan(t.ambtenaar);
  const p: ProcesLichaam = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
  await bewaarKlusMet(p.id);
  const vul = (pad: string): string =>
    pad
      .replace('{procestype}', 'vrijstelling')
      .replace('{naam}', 'schrikkeldag')
      .replace('{brin}', SCHOOL_HENGELO)
      .replace('{code}', HENGELO)
      .replace('{schooljaar}', '2025-2026')
      .replace('/medewerkers/{id}', `/medewerkers/${t.ambtenaar.wie.id}`)
      .replace('/jongeren/{id}', `/jongeren/${v.jongereId}`)
      .replace('{id}', p.id);
  for (const [pad, ops] of Object.entries(doc.paths)) {
    if (!ops['get'] || /\/stroom$|\.ics$/.test(pad)) continue;
    // The only list that an officer may not ask for.
    const wie = pad.endsWith('/kwetsbaar') ? t.teamleider : t.ambtenaar;
    const a = await wie.vraag<Json>('GET', vul(pad));
    assert.equal(a.status, 200, pad);
    const inhoud = ops['get'].responses['200']!['content'] as Record<string, { schema: Json }>;
    const naam = String(inhoud['application/json']!.schema['$ref']).split('/').at(-1)!;
    for (const veld of (doc.components.schemas[naam]!['required'] as string[] | undefined) ?? [])
      assert.ok(veld in a.lichaam, `${pad}: ${veld}`);
  }
});
