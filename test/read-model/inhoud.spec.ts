import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  leesHoofdsleutels,
  maakProcessleutel,
  maakSleutelkast,
  SleutelWeg,
  type Hoofdsleutels,
} from '#codec';
import { bewaarInhoud, leesInhoud, projecteer, veegInhoud, type InhoudKlasse } from '#read-model';
import { testStack } from '#test-kit';
import { BORNE, eigenDatabase, HENGELO, kolommen, projectieVan } from './eigen-database.js';

const TEKST = 'Moeder vertelt dat haar zoon sinds de zomer niet slaapt.';
let db: Awaited<ReturnType<typeof eigenDatabase>>;
let hoofdsleutels: Hoofdsleutels;
before(async () => {
  db = await eigenDatabase();
  hoofdsleutels = leesHoofdsleutels(testStack().sleutels);
});
after(() => db.ruimOp());

/** A process with its key and one text. */
async function metTekst(klasse: InhoudKlasse = 'gewoon') {
  const procesId = randomUUID();
  return db.als([HENGELO], async (em) => {
    const sleutels = await maakProcessleutel(em, hoofdsleutels, procesId);
    const inhoud = { procesId, gemeente: HENGELO, klasse, tekst: TEKST, door: randomUUID() };
    return { procesId, sleutels, id: await bewaarInhoud(em, sleutels, inhoud), inhoud };
  });
}

test('een tekst staat onleesbaar in de database en komt heel terug', async () => {
  const { procesId, id } = await metTekst();
  const sleutels = await maakSleutelkast(db.api, hoofdsleutels).van(procesId);
  await db.als([HENGELO], async (em) => {
    const rij = await em.db
      .selectFrom('app.inhoud')
      .select('tekst')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.ok(!rij.tekst.toString('latin1').includes('Moeder'));
    assert.equal((await leesInhoud(em, sleutels, HENGELO, ['gewoon'])).get(id)!.tekst, TEKST);
  });
});

test('een medische tekst krijgt alleen wie ervoor bevoegd is, en een andere gemeente niets', async () => {
  const { sleutels, id } = await metTekst('medisch');
  await db.als([HENGELO], async (em) => {
    assert.equal((await leesInhoud(em, sleutels, HENGELO, ['gewoon'])).size, 0);
    assert.equal((await leesInhoud(em, sleutels, HENGELO, [])).size, 0);
    assert.ok((await leesInhoud(em, sleutels, HENGELO, ['gewoon', 'medisch'])).has(id));
  });
  await db.als([BORNE], async (em) =>
    assert.equal((await leesInhoud(em, sleutels, HENGELO, ['medisch'])).size, 0),
  );
});

test('een tekst die naar een ander proces is verplaatst is niet te lezen', async () => {
  const a = await metTekst();
  const b = await metTekst();
  await db.als([HENGELO], async (em) => {
    const { tekst } = await em.db
      .selectFrom('app.inhoud')
      .select('tekst')
      .where('id', '=', a.id)
      .executeTakeFirstOrThrow();
    const rij = { id: randomUUID(), klasse: 'gewoon' as const, tekst, sleutel_versie: 1, door: randomUUID() };
    await em.db
      .insertInto('app.inhoud')
      .values({ ...rij, gemeente_code: HENGELO, proces_id: b.procesId })
      .execute();
    await assert.rejects(leesInhoud(em, b.sleutels, HENGELO, ['gewoon']), /niet te lezen/);
  });
});

test('een proces houdt zijn sleutel, hoe vaak het ook geopend wordt', async () => {
  const procesId = randomUUID();
  const geopend = await Promise.all(
    [1, 2, 3].map(() => db.als([HENGELO], (em) => maakProcessleutel(em, hoofdsleutels, procesId))),
  );
  const gelezen = await maakSleutelkast(db.worker, hoofdsleutels).van(procesId);
  for (const { nieuwste, versies } of geopend) {
    assert.equal(nieuwste, 1);
    assert.ok(Buffer.from(versies.get(1)!).equals(gelezen.versies.get(1)!));
  }
});

test('is de sleutel vernietigd, dan zegt de kast dat', async () => {
  const { procesId } = await metTekst();
  await db.eigenaar.query('delete from sleutels.processleutel where proces_id = $1', [procesId]);
  await assert.rejects(maakSleutelkast(db.api, hoofdsleutels).van(procesId), SleutelWeg);
});

test('een sleutel die bij een ander proces is gezet wordt niet gebruikt', async () => {
  const { procesId } = await metTekst();
  const ander = randomUUID();
  await db.eigenaar.query(
    'insert into sleutels.processleutel select $2, versie, hoofdsleutel, verpakt from sleutels.processleutel where proces_id = $1',
    [procesId, ander],
  );
  await assert.rejects(maakSleutelkast(db.api, hoofdsleutels).van(ander), /niet te lezen/);
});

test('de veger haalt weg wat na een week door niets genoemd wordt', async () => {
  const wees = await metTekst();
  const genoemd = await metTekst();
  const vers = await metTekst();
  const p = projectieVan(HENGELO, db.jongere[HENGELO]!, genoemd.procesId, 1);
  p.gebeurtenissen[0]!.wat.gegevens = { verslag: genoemd.id };
  await projecteer(db.worker, p, kolommen(), []);
  const eigenaar = await db.eigenaar.connect();
  await eigenaar.query(`begin; select set_config('app.gemeenten', '${HENGELO}', true)`);
  await eigenaar.query("update app.inhoud set gemaakt_op = now() - interval '8 days' where id <> $1", [
    vers.id,
  ]);
  await eigenaar.query('commit');
  eigenaar.release();

  assert.ok((await veegInhoud(db.worker)) >= 1);
  const over = await db.als([HENGELO], async (em) =>
    (await em.db.selectFrom('app.inhoud').select('id').execute()).map((r) => r.id),
  );
  assert.ok(!over.includes(wees.id));
  assert.ok(over.includes(genoemd.id));
  assert.ok(over.includes(vers.id));
  await assert.rejects(db.api.query('select app.veeg_inhoud()'), /permission denied/);
});
