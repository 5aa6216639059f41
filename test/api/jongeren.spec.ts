import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { maakJongere, soortVan, verzonnenBsn, type ProbleemLichaam } from '#test-kit';
import { toneel, type Toneel } from './toneel.js';

/* Whom it is about: recorded once, found by few, and every look leaves a trace. */

interface Jongere {
  id: string;
  bsn?: string;
  achternaam: string;
}

let t: Toneel;
let db: pg.Client;

before(async () => {
  t = await toneel();
  db = new pg.Client({ connectionString: t.stack.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', '0164,0147', false)`);
});
after(() => db.end());

const nieuw = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  gemeente: '0164',
  bsn: verzonnenBsn(),
  voornamen: 'Zoë',
  achternaam: "van 't Hof",
  geboortedatum: '2011-02-03',
  brin: '99AA',
  ...over,
});

test('een burgerservicenummer doorstaat de elfproef en is geen nullen', async () => {
  for (const bsn of [
    '11122233',
    '1112223330',
    '111222334',
    '000000000',
    '111111111',
    '123456789',
    '１１１２２２３３３',
    '111.222.333',
    'abcdefghi',
    '',
  ]) {
    const a = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/jongeren', { lichaam: nieuw({ bsn }) });
    assert.equal(a.status, 400, bsn);
    assert.deepEqual(
      a.lichaam.fouten?.map((f) => [f.pointer, f.code]),
      [['/bsn', 'bsn-ongeldig']],
    );
    assert.ok(bsn === '' || !JSON.stringify(a.lichaam).includes(bsn), 'de waarde komt niet terug');
  }
  const getal = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/jongeren', {
    lichaam: nieuw({ bsn: 111222333 }),
  });
  assert.equal(getal.lichaam.fouten?.[0]?.code, 'type');
});

test('fouten in andere velden komen alle tegelijk', async () => {
  const a = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/jongeren', {
    lichaam: nieuw({ bsn: '1', achternaam: '  ', geboortedatum: '2026-02-30', gemeente: 'x', extra: 1 }),
  });
  assert.deepEqual(a.lichaam.fouten?.map((f) => f.pointer).sort(), [
    '/achternaam',
    '/bsn',
    '/extra',
    '/geboortedatum',
    '/gemeente',
  ]);
  for (const [over, pointer] of [
    [{ geboortedatum: '2999-01-01' }, '/geboortedatum'],
    [{ geboortedatum: '1970-01-01' }, '/geboortedatum'],
    [{ brin: '99ZZ' }, '/brin'],
    [{ gemeente: '0147' }, '/gemeente'],
  ] as const) {
    const b = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/jongeren', { lichaam: nieuw(over) });
    assert.equal(b.status, 400);
    assert.deepEqual(
      b.lichaam.fouten?.map((f) => f.pointer),
      [pointer],
    );
  }
});

test('een jongere staat er een keer; de tweede keer wijst 409 hem aan', async () => {
  const lichaam = nieuw();
  const eerste = await t.ambtenaar.stuur<Jongere>('/jongeren', 201, lichaam);
  assert.equal(eerste.koppen.get('location'), `/api/v1/jongeren/${eerste.lichaam.id}`);
  assert.equal(eerste.lichaam.bsn, lichaam['bsn']);
  const tweede = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/jongeren', { lichaam });
  assert.equal(tweede.status, 409);
  assert.equal(soortVan(tweede.lichaam), 'jongere-bestaat');
  assert.equal(tweede.lichaam['jongereId'], eerste.lichaam.id);
});

test('in de database staat het nummer nergens leesbaar', async () => {
  const bsn = verzonnenBsn();
  await t.ambtenaar.stuur('/jongeren', 201, nieuw({ bsn }));
  const { rows } = await db.query<{ rij: string }>(
    `select j::text || encode(bsn, 'escape') as rij from app.jongere j`,
  );
  assert.ok(rows.length > 0 && rows.every((r) => !r.rij.includes(bsn)));
});

test('zoeken kan op nummer, of op naam met geboortedatum; niet over de grens', async () => {
  const lichaam = nieuw({ achternaam: 'Ëlands', geboortedatum: '2010-10-10' });
  const { id } = (await t.ambtenaar.stuur<Jongere>('/jongeren', 201, lichaam)).lichaam;
  const zoek = async (api: typeof t.ambtenaar, vraag: unknown): Promise<string[]> =>
    (await api.stuur<{ jongeren: Jongere[] }>('/jongeren/_zoek', 200, vraag)).lichaam.jongeren.map(
      (j) => j.id,
    );
  assert.deepEqual(await zoek(t.ambtenaar, { bsn: lichaam['bsn'] }), [id]);
  assert.deepEqual(await zoek(t.teamleider, { bsn: lichaam['bsn'] }), [id]);
  assert.deepEqual(await zoek(t.ambtenaarBorne, { bsn: lichaam['bsn'] }), []);
  const gevonden = await zoek(t.ambtenaar, { achternaam: 'e\u0308LANDS', geboortedatum: '2010-10-10' });
  assert.ok(gevonden.includes(id), 'hoofdletters en samengestelde tekens maken niet uit');
  const alleenNaam = await t.ambtenaar.vraag('POST', '/jongeren/_zoek', {
    lichaam: { achternaam: 'Ëlands' },
  });
  assert.equal(alleenNaam.status, 400);
});

test('wie een jongere bekijkt staat in de inzage, bij lezen en bij zoeken', async () => {
  const id = await maakJongere(t.ambtenaar, '2011-02-03');
  const { bsn } = await t.teamleider.lees<Jongere>(`/jongeren/${id}`);
  await t.ambtenaar.stuur('/jongeren/_zoek', 200, { bsn });
  const { rows } = await db.query(`select wie, rol, wat from app.inzage where jongere_id = $1 order by id`, [
    id,
  ]);
  assert.deepEqual(rows, [
    { wie: t.teamleider.wie.id, rol: 'teamleider', wat: 'jongere' },
    { wie: t.ambtenaar.wie.id, rol: 'leerplichtambtenaar', wat: 'zoeken' },
  ]);
});

test('zonder inzageregel geen antwoord', async () => {
  const id = await maakJongere(t.ambtenaar, '2011-02-03');
  await db.query("alter table app.inzage add constraint vol check (wat <> 'jongere') not valid");
  try {
    const a = await t.ambtenaar.vraag<ProbleemLichaam>('GET', `/jongeren/${id}`);
    assert.equal(a.status, 500);
    assert.ok(!JSON.stringify(a.lichaam).includes('2011'));
  } finally {
    await db.query('alter table app.inzage drop constraint vol');
  }
});

test('een school ziet haar eigen leerlingen, zonder nummer; een arts alleen wie aan hem is gevraagd', async () => {
  const id = await maakJongere(t.ambtenaar, '2011-02-03');
  const gezien = await t.school.lees<Jongere>(`/jongeren/${id}`);
  assert.equal(gezien.bsn, undefined);
  assert.equal((await t.schoolBorne.vraag('GET', `/jongeren/${id}`)).status, 404);
  assert.equal((await t.arts.vraag('GET', `/jongeren/${id}`)).status, 404);
  const elders = await maakJongere(t.ambtenaar, '2011-02-03', { brin: '99CC' });
  assert.equal((await t.school.vraag('GET', `/jongeren/${elders}`)).status, 404);
});
