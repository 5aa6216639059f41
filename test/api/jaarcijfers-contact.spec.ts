import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { plusDagen } from '#kalender';
import { soortVan, type HttpAntwoord, type ProbleemLichaam } from '#test-kit';
import { iemand, vandaag } from './toneel.js';
import { eigenGemeente, jongere, type Gemeente } from './jaarcijfers-toneel.js';

/* Contacts that belong to no process: what was said is stored as safely as in a process, and each counts once. */

interface Contact {
  id: string;
  soort: string;
  op: string;
  verslag: string | null;
  door: string;
}
interface Lijst {
  contactmomenten: Contact[];
  volgende: string | null;
}

let g: Gemeente;
let wie: string;
const VERSLAG = 'Moeder vertelt over slaapproblemen sinds de verhuizing.';

before(async () => {
  g = await eigenGemeente('9993', 'Praatdorp');
  wie = await jongere(g);
});
after(() => g.ruimOp());

const leg = (
  body: object,
  {
    sleutel = randomUUID(),
    api = g.ambtenaar,
    id = wie,
  }: { sleutel?: string; api?: typeof g.ambtenaar; id?: string } = {},
): Promise<HttpAntwoord<Contact & ProbleemLichaam>> =>
  api.vraag('POST', `/jongeren/${id}/contactmomenten`, { lichaam: body, sleutel });
const lijst = (id = wie, vraag = ''): Promise<Lijst> =>
  g.ambtenaar.lees<Lijst>(`/jongeren/${id}/contactmomenten${vraag}`);

test('een contactmoment komt terug zoals het is vastgelegd, het laatste eerst, en wie het leest staat in de inzage', async () => {
  const id = await jongere(g);
  for (const op of ['2025-10-01', '2025-12-01', '2025-11-01'])
    assert.equal((await leg({ soort: 'gesprek', op, verslag: `${VERSLAG} (${op})` }, { id })).status, 201);
  const kaal = await leg({ soort: 'telefonisch', op: '2025-09-01' }, { id });
  assert.equal(kaal.koppen.get('location'), `/api/v1/jongeren/${id}/contactmomenten`);
  const alle = await lijst(id);
  assert.deepEqual(
    alle.contactmomenten.map((c) => [c.soort, c.op, c.verslag, c.door === g.ambtenaar.wie.id]),
    [
      ['gesprek', '2025-12-01', `${VERSLAG} (2025-12-01)`, true],
      ['gesprek', '2025-11-01', `${VERSLAG} (2025-11-01)`, true],
      ['gesprek', '2025-10-01', `${VERSLAG} (2025-10-01)`, true],
      ['telefonisch', '2025-09-01', null, true],
    ],
  );
  const eerste = await lijst(id, '?limiet=3');
  const tweede = await lijst(id, `?limiet=3&cursor=${eerste.volgende}`);
  assert.deepEqual([...eerste.contactmomenten, ...tweede.contactmomenten], alle.contactmomenten);
  assert.equal(tweede.volgende, null);
  const { rows } = await g.db.query('select wie, rol, wat from app.inzage where jongere_id = $1', [id]);
  assert.deepEqual(
    rows,
    Array(3).fill({ wie: g.ambtenaar.wie.id, rol: 'leerplichtambtenaar', wat: 'contactmomenten' }),
  );
});

test('het verslag staat nergens leesbaar, heeft een eigen sleutel, en is weg als die weg is', async () => {
  const id = await jongere(g);
  const { id: contactId } = (await leg({ soort: 'huisbezoek', op: '2025-10-01', verslag: VERSLAG }, { id }))
    .lichaam;
  const { rows } = await g.db.query<{ rij: string; sleutels: number }>(
    `select c::text || encode(verslag, 'escape') as rij,
       (select count(*)::int from sleutels.processleutel where proces_id = c.id) as sleutels
     from app.contactmoment c where id = $1`,
    [contactId],
  );
  assert.equal(rows[0]!.sleutels, 1);
  assert.ok(!rows[0]!.rij.includes('slaap'));
  await g.db.query('delete from sleutels.processleutel where proces_id = $1', [contactId]);
  assert.deepEqual(
    (await lijst(id)).contactmomenten.map((c) => [c.soort, c.verslag]),
    [['huisbezoek', null]],
  );
});

test('een verslag dat bij een ander contactmoment is gezet gaat niet open', async () => {
  const id = await jongere(g);
  const een = (await leg({ soort: 'gesprek', op: '2025-10-01', verslag: VERSLAG }, { id })).lichaam.id;
  const twee = (await leg({ soort: 'gesprek', op: '2025-10-02', verslag: 'Niets bijzonders.' }, { id }))
    .lichaam.id;
  await g.db.query(
    'update app.contactmoment set verslag = (select verslag from app.contactmoment where id = $1) where id = $2',
    [een, twee],
  );
  assert.equal((await g.ambtenaar.vraag('GET', `/jongeren/${id}/contactmomenten`)).status, 500);
});

test('dezelfde sleutel is hetzelfde contact: tien keer tegelijk telt een keer', async () => {
  const id = await jongere(g);
  const sleutel = randomUUID();
  const body = { soort: 'telefonisch', op: '2025-10-01', verslag: VERSLAG };
  const alle = await Promise.all(Array.from({ length: 10 }, () => leg(body, { sleutel, id })));
  assert.deepEqual(new Set(alle.map((a) => a.status)), new Set([201]));
  assert.equal(new Set(alle.map((a) => a.lichaam.id)).size, 1);
  assert.equal(alle.filter((a) => a.koppen.get('idempotent-replay') === null).length, 1);
  assert.equal((await lijst(id)).contactmomenten.length, 1);
  for (const ander of [
    { ...body, op: '2025-10-02' },
    { ...body, soort: 'gesprek' },
    { ...body, verslag: 'Iets anders.' },
    { soort: body.soort, op: body.op },
  ]) {
    const a = await leg(ander, { sleutel, id });
    assert.deepEqual([a.status, soortVan(a.lichaam)], [409, 'idempotency-key-hergebruikt']);
  }
  assert.equal((await leg(body, { sleutel, id, api: g.boa })).status, 201, 'de sleutel van een ander');
  assert.equal((await lijst(id)).contactmomenten.length, 2);
});

test('wat niet klopt komt in een keer terug, zonder de waarde', async () => {
  const a = await leg({ soort: 'chat', op: '2025-02-30', verslag: ' ', meer: 1 });
  assert.deepEqual(a.lichaam.fouten?.map((f) => f.pointer).sort(), ['/meer', '/op', '/soort', '/verslag']);
  const morgen = plusDagen(await vandaag(g.ambtenaar), 1);
  const b = await leg({ soort: 'gesprek', op: morgen, verslag: VERSLAG });
  assert.deepEqual(
    b.lichaam.fouten?.map((f) => [f.pointer, f.code]),
    [['/op', 'toekomst']],
  );
  assert.ok(!JSON.stringify(b.lichaam).includes('slaap'));
  const zonder = await g.ambtenaar.vraag('POST', `/jongeren/${wie}/contactmomenten`, {
    lichaam: { soort: 'gesprek', op: '2025-10-01' },
  });
  assert.equal(zonder.status, 400, 'zonder Idempotency-Key');
});

test('wie er niet over gaat legt niets vast en leest niets', async () => {
  const body = { soort: 'gesprek', op: '2025-10-01' };
  for (const rol of ['school', 'arts', 'beheerder'] as const) {
    const api = await iemand(g.stack, { gemeenten: ['9993'], rollen: [rol] });
    assert.equal((await leg(body, { api })).status, 403, rol);
    assert.equal((await api.vraag('GET', `/jongeren/${wie}/contactmomenten`)).status, 403, rol);
  }
  const buur = await iemand(g.stack, { gemeenten: ['0147'] });
  assert.equal((await leg(body, { api: buur })).status, 404);
  assert.equal((await buur.vraag('GET', `/jongeren/${wie}/contactmomenten`)).status, 404);
  assert.equal((await leg(body, { id: randomUUID() })).status, 404);
  await g.db.query(`update app.jongere set verhuisd_op = '2025-10-15' where id = $1`, [wie]);
  assert.equal((await leg(body)).status, 201, 'van voor de verhuizing');
  assert.equal((await leg({ ...body, op: '2025-10-16' })).status, 409);
});
