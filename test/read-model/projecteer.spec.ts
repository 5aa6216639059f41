import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { noteerTeDoen, projecteer, type TeDoenRij } from '#read-model';
import { eigenDatabase, HENGELO, kolommen, projectieVan } from './eigen-database.js';

let db: Awaited<ReturnType<typeof eigenDatabase>>;
before(async () => {
  db = await eigenDatabase();
});
after(() => db.ruimOp());

const breng = (
  id: string,
  revisie: number,
  anders = {},
  sleutel: string | null = null,
  teDoen: TeDoenRij[] = [],
) =>
  projecteer(
    db.worker,
    projectieVan(HENGELO, db.jongere[HENGELO]!, id, revisie, anders),
    kolommen(sleutel),
    teDoen,
  );

const taak: TeDoenRij = {
  id: '1.0',
  soort: 'taak',
  naam: 'bellen',
  voor: 'leerplichtambtenaar',
  op: '2026-11-02',
  wat: {},
};

/** All that there is of a process. */
const alles = (id: string) =>
  db.als([HENGELO], async ({ db: k }) => ({
    rij: await k.selectFrom('app.proces').selectAll().where('id', '=', id).executeTakeFirst(),
    revisies: (
      await k
        .selectFrom('app.gebeurtenis')
        .select('revisie')
        .where('proces_id', '=', id)
        .orderBy('revisie')
        .execute()
    ).map((g) => g.revisie),
    teDoen: await k
      .selectFrom('app.te_doen')
      .selectAll()
      .where('proces_id', '=', id)
      .orderBy('effect_id')
      .execute(),
  }));

test('de rij volgt het proces, met datums zoals ze zijn', async () => {
  const id = randomUUID();
  await breng(id, 1, {}, 'sleutel-van-de-opening', [taak]);
  await breng(id, 2, {
    toestand: 'gehoord',
    storing: { wat: 'brief', sinds: '2026-11-02T10:00:00Z', pogingen: 2 },
  });
  const { rij, revisies, teDoen } = await alles(id);
  assert.equal(rij!.revisie, 2);
  assert.equal(rij!.toestand, 'gehoord');
  assert.equal(rij!.storing, true);
  assert.equal(rij!.geopend_op, '2026-11-02');
  assert.equal(rij!.wek_op, '2026-11-10');
  assert.equal(rij!.snapshot.toestand, 'gehoord');
  assert.equal(rij!.opening_sleutel, 'sleutel-van-de-opening', 'blijft, ook als het proces haar vergeten is');
  assert.deepEqual(revisies, [1, 2]);
  assert.deepEqual(
    teDoen.map((t) => [t.naam, t.op, t.gedaan_op]),
    [['bellen', '2026-11-02', null]],
  );
});

test('een oudere revisie die later komt wint niet, en verliest haar gebeurtenis niet', async () => {
  const id = randomUUID();
  await breng(id, 3, { toestand: 'onderzoek' });
  await breng(id, 2, { toestand: 'gehoord' });
  const { rij, revisies } = await alles(id);
  assert.equal(rij!.revisie, 3);
  assert.equal(rij!.toestand, 'onderzoek');
  assert.deepEqual(revisies, [2, 3]);
});

test('zonder kader houdt de rij het kader dat zij heeft; een rij die er niet is wordt niet half geschreven', async () => {
  const id = randomUUID();
  const zonderKader = (revisie: number, toestand: string) => {
    const p = projectieVan(HENGELO, db.jongere[HENGELO]!, id, revisie, { toestand });
    const { kader: _, ...snapshot } = p.snapshot as typeof p.snapshot & { kader?: unknown };
    return projecteer(db.worker, { ...p, snapshot }, kolommen(), []);
  };
  await assert.rejects(zonderKader(2, 'gehoord'), /kader/);
  assert.deepEqual((await alles(id)).revisies, []);
  await breng(id, 1, {}, 'sleutel');
  const { kader } = (await alles(id)).rij!;
  await zonderKader(2, 'gehoord');
  await zonderKader(1, 'gemeld');
  const { rij } = await alles(id);
  assert.deepEqual([rij!.toestand, rij!.revisie, rij!.opening_sleutel], ['gehoord', 2, 'sleutel']);
  assert.deepEqual(rij!.kader, kader);
});

test('twee keer hetzelfde verandert niets', async () => {
  const id = randomUUID();
  await breng(id, 1, {}, 'sleutel', [taak]);
  const eerst = await alles(id);
  await breng(id, 1, { toestand: 'iets anders' }, 'andere sleutel', [{ ...taak, naam: 'schrijven' }]);
  assert.deepEqual(await alles(id), eerst);
});

test('wat een gevallen workflow-taak schreef maakt plaats voor wat daarna is besloten', async () => {
  const id = randomUUID();
  const op = (revisie: number, toestand: string, seconde: number, teDoen: TeDoenRij[] = []) =>
    projecteer(
      db.worker,
      projectieVan(
        HENGELO,
        db.jongere[HENGELO]!,
        id,
        revisie,
        { toestand },
        `2026-11-02T09:00:${seconde}.000Z`,
      ),
      kolommen(),
      teDoen,
    );
  await op(1, 'gemeld', 10);
  await op(2, 'gevallen', 20, [{ ...taak, id: '2.0', naam: 'nooit besloten' }]);
  await op(3, 'gevallen', 20, [{ ...taak, id: '3.0', naam: 'nooit besloten' }]);
  await op(2, 'gehoord', 30, [{ ...taak, id: '2.0', naam: 'wel besloten' }]);
  // A worker that was given up may still be writing.
  await op(2, 'gevallen', 20, [{ ...taak, id: '2.1', naam: 'nooit besloten' }]);
  const { rij, revisies, teDoen } = await alles(id);
  assert.deepEqual([rij!.toestand, rij!.revisie], ['gehoord', 2]);
  assert.deepEqual(revisies, [1, 2]);
  assert.deepEqual(
    teDoen.map((r) => [r.effect_id, r.naam]),
    [['2.0', 'wel besloten']],
  );
});

test('twintig revisies door elkaar en tegelijk eindigen bij de nieuwste, met ieder hun gebeurtenis', async () => {
  const id = randomUUID();
  const revisies = Array.from({ length: 20 }, (_, i) => i + 1);
  await Promise.all(
    [...revisies, ...revisies].sort((a, b) => ((a * 7) % 20) - ((b * 7) % 20)).map((r) => breng(id, r)),
  );
  const stand = await alles(id);
  assert.equal(stand.rij!.revisie, 20);
  assert.deepEqual(stand.revisies, revisies);
});

test('wie luistert hoort welk proces veranderde', async () => {
  const id = randomUUID();
  const luisteraar = await db.api.connect();
  try {
    await luisteraar.query('listen proces');
    const gehoord = new Promise<string | undefined>((klaar) =>
      luisteraar.on('notification', (b) => b.payload?.includes(id) && klaar(b.payload)),
    );
    await breng(id, 1);
    assert.equal(await gehoord, `${HENGELO} ${id} 1`);
  } finally {
    luisteraar.release(true);
  }
});

test('wat te doen is wordt een keer genoteerd, en wie het deed blijft staan', async () => {
  const id = randomUUID();
  const proces = { id, gemeente: HENGELO };
  const brief: TeDoenRij = {
    id: '4.1',
    soort: 'brief',
    naam: 'uitnodiging',
    voor: 'ouders',
    op: '2026-11-02',
    wat: {},
  };
  await noteerTeDoen(db.worker, proces, brief);
  const door = randomUUID();
  await db.als([HENGELO], (em) =>
    em.db
      .updateTable('app.te_doen')
      .set({ gedaan_op: em.nu, gedaan_door: door })
      .where('proces_id', '=', id)
      .execute(),
  );
  await noteerTeDoen(db.worker, proces, brief);
  const { teDoen } = await alles(id);
  assert.equal(teDoen.length, 1);
  assert.equal(teDoen[0]!.gedaan_door, door);
});
