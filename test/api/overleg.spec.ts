import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { plusDagen } from '#kalender';
import { soortVan, type Api, type HttpAntwoord, type ProbleemLichaam } from '#test-kit';
import { BRIN, eigenGemeente, jongere, kort, type Gemeente, type Jaarcijfers } from './jaarcijfers-toneel.js';
import { iemand, vandaag } from './toneel.js';

/* SAT and MDO: who was there, and a SAT that is about a school or a group and about no youth. */

interface Contact {
  id: string;
  jongereId?: string;
  brin?: string;
  groep?: string | null;
  soort: string;
  op: string;
  deelnemers: string[];
  verslag: string | null;
}
interface Lijst {
  contactmomenten: Contact[];
  volgende: string | null;
}

const CODE = '9973';
const SCHOOL = `/scholen/${BRIN}/contactmomenten`;
const VERSLAG = 'In deze klas melden zich veel leerlingen ziek op maandag.';
let g: Gemeente;
let wie: string;
before(async () => {
  g = await eigenGemeente(CODE, 'Overlegdorp');
  wie = await jongere(g);
});
after(() => g.ruimOp());

const leg = (
  pad: string,
  lichaam: unknown,
  { sleutel = randomUUID(), api = g.ambtenaar }: { sleutel?: string; api?: Api } = {},
): Promise<HttpAntwoord<Contact & ProbleemLichaam>> => api.vraag('POST', pad, { lichaam, sleutel });
const bijJongere = (id = wie): string => `/jongeren/${id}/contactmomenten`;
const pointers = (a: HttpAntwoord<ProbleemLichaam>): string[] =>
  (a.lichaam.fouten ?? []).map((f) => `${f.pointer} ${f.code}`).sort();

test('bij een SAT of MDO over een jongere staat wie erbij was', async () => {
  for (const [soort, deelnemers] of [
    ['sat', ['school', 'leerplicht', 'schoolmaatschappelijkWerk']],
    ['mdo', ['politie', 'jongerenwerk', 'wijkracht', 'ouders']],
  ] as const) {
    const a = await leg(bijJongere(), { soort, op: '2025-10-01', deelnemers, verslag: VERSLAG });
    assert.equal(a.status, 201, JSON.stringify(a.lichaam));
    assert.deepEqual(a.lichaam.deelnemers, [...deelnemers].sort());
  }
  const { contactmomenten } = await g.ambtenaar.lees<Lijst>(bijJongere());
  const getoond = new Map(contactmomenten.map((c) => [c.soort, [c.deelnemers.length, c.verslag]]));
  assert.deepEqual([getoond.get('mdo'), getoond.get('sat'), getoond.size], [[4, VERSLAG], [3, VERSLAG], 2]);
});

test('een overleg noemt deelnemers, een ander contact niet, en niemand wordt verzonnen', async () => {
  const op = '2025-10-01';
  const fout = async (lichaam: object): Promise<string[]> => {
    const a = await leg(bijJongere(), lichaam);
    assert.equal(a.status, 400, JSON.stringify(lichaam));
    return pointers(a);
  };
  assert.deepEqual(await fout({ soort: 'mdo', op }), ['/deelnemers deelnemers']);
  assert.deepEqual(await fout({ soort: 'mdo', op, deelnemers: [] }), ['/deelnemers te-klein']);
  assert.deepEqual(await fout({ soort: 'mdo', op, deelnemers: ['tandarts'] }), ['/deelnemers/0 keuze']);
  assert.deepEqual(await fout({ soort: 'mdo', op, deelnemers: ['school', 'school'] }), [
    '/deelnemers dubbel',
  ]);
  assert.deepEqual(await fout({ soort: 'gesprek', op, deelnemers: ['school'] }), ['/deelnemers deelnemers']);
  assert.deepEqual(await fout({ soort: 'sat', op, deelnemers: ['school'], groep: '3B' }), [
    '/groep onbekend-veld',
  ]);
});

test('een SAT over een school of groep staat bij die school, versleuteld, en over geen jongere', async () => {
  const school = await leg(SCHOOL, { soort: 'sat', op: '2025-11-01', deelnemers: ['school'] });
  assert.deepEqual(
    [school.status, school.koppen.get('location')],
    [201, `/api/v1${SCHOOL}?gemeente=${CODE}`],
  );
  const sat = {
    soort: 'sat',
    op: '2025-12-01',
    groep: '3 havo B',
    deelnemers: ['leerplicht', 'school'],
    verslag: VERSLAG,
  };
  assert.equal((await leg(SCHOOL, sat)).status, 201);
  assert.equal((await leg(SCHOOL, { soort: 'telefonisch', op: '2025-10-01' })).status, 201);
  const alle = await g.ambtenaar.lees<Lijst>(SCHOOL);
  assert.deepEqual(
    alle.contactmomenten.map((c) => [c.brin, c.groep, c.soort, c.op, c.verslag, 'jongereId' in c]),
    [
      [BRIN, '3 havo B', 'sat', '2025-12-01', VERSLAG, false],
      [BRIN, null, 'sat', '2025-11-01', null, false],
      [BRIN, null, 'telefonisch', '2025-10-01', null, false],
    ],
  );
  const eerste = await g.ambtenaar.lees<Lijst>(`${SCHOOL}?limiet=2`);
  const tweede = await g.ambtenaar.lees<Lijst>(`${SCHOOL}?limiet=2&cursor=${eerste.volgende}`);
  assert.deepEqual([...eerste.contactmomenten, ...tweede.contactmomenten], alle.contactmomenten);
  const { rows } = await g.db.query<{ rij: string }>(
    `select c::text || coalesce(encode(verslag, 'escape'), '') as rij from app.contactmoment c where brin = $1`,
    [BRIN],
  );
  assert.equal(rows.length, 3);
  for (const r of rows) assert.ok(!r.rij.includes('maandag'));
});

test('dezelfde sleutel is hetzelfde overleg', async () => {
  const sleutel = randomUUID();
  const sat = {
    soort: 'sat',
    op: '2025-09-01',
    groep: '2A',
    deelnemers: ['school', 'leerplicht'],
    verslag: VERSLAG,
  };
  const alle = await Promise.all(Array.from({ length: 6 }, () => leg(SCHOOL, sat, { sleutel })));
  assert.deepEqual(new Set(alle.map((a) => a.status)), new Set([201]));
  assert.equal(new Set(alle.map((a) => a.lichaam.id)).size, 1);
  const omgekeerd = await leg(SCHOOL, { ...sat, deelnemers: ['leerplicht', 'school'] }, { sleutel });
  assert.deepEqual([omgekeerd.status, omgekeerd.koppen.get('idempotent-replay')], [201, 'true']);
  for (const ander of [
    { ...sat, groep: '2B' },
    { ...sat, deelnemers: ['school'] },
    { ...sat, verslag: 'Anders.' },
  ]) {
    const a = await leg(SCHOOL, ander, { sleutel });
    assert.deepEqual([a.status, soortVan(a.lichaam)], [409, 'idempotency-key-hergebruikt']);
  }
});

test('overleggen tellen in hun eigen tabel, niet als preventief incident', async () => {
  await leg(bijJongere(), { soort: 'telefonisch', op: '2025-10-01' });
  const j = await g.ambtenaar.lees<Jaarcijfers>('/jaarcijfers/2025-2026');
  const k = kort(j);
  assert.deepEqual(
    ['overleg.sat', 'overleg.mdo', 'overleg.satSchool', 'incidenten.telefonisch', 'incidenten.totaal'].map(
      (x) => k[x],
    ),
    ['1/1', '1/1', '3/0', '1/1', '1/1'],
  );
  assert.equal(j.klopt, true);
});

test('wie er niet over gaat, een andere gemeente en een onbekende school krijgen niets', async () => {
  const sat = { soort: 'sat', op: '2025-10-01', deelnemers: ['school'] };
  for (const rol of ['school', 'arts', 'beheerder'] as const) {
    const api = await iemand(g.stack, { gemeenten: [CODE], rollen: [rol], school: BRIN });
    assert.equal((await leg(SCHOOL, sat, { api })).status, 403, rol);
    assert.equal((await api.vraag('GET', SCHOOL)).status, 403, rol);
  }
  const buur = await iemand(g.stack, { gemeenten: ['0147'] });
  assert.equal((await leg(SCHOOL, sat, { api: buur })).status, 404);
  assert.equal((await leg(`${SCHOOL}?gemeente=${CODE}`, sat, { api: buur })).status, 404);
  assert.equal((await buur.vraag('GET', SCHOOL)).status, 404);
  assert.equal((await leg('/scholen/00ZZ/contactmomenten', sat)).status, 404);
  assert.equal((await g.ambtenaar.vraag('GET', '/scholen/x/contactmomenten')).status, 400);
  const morgen = plusDagen(await vandaag(g.ambtenaar), 1);
  assert.deepEqual(pointers(await leg(SCHOOL, { ...sat, op: morgen })), ['/op toekomst']);
  assert.deepEqual(pointers(await leg(SCHOOL, { ...sat, soort: 'mdo', groep: '<b>', meer: 1 })), [
    '/groep regex',
    '/meer onbekend-veld',
    '/soort keuze',
  ]);
  const zonder = await g.ambtenaar.vraag('POST', SCHOOL, { lichaam: sat });
  assert.equal(zonder.status, 400, 'zonder Idempotency-Key');
  const twee = await iemand(g.stack, { gemeenten: [CODE, '0164'] });
  assert.deepEqual(pointers(await twee.vraag<ProbleemLichaam>('GET', SCHOOL)), ['/gemeente verplicht']);
  assert.equal((await twee.vraag('GET', `${SCHOOL}?gemeente=${CODE}`)).status, 200);
});
