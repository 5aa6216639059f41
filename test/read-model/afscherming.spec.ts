import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { vandaagOp } from '#kalender';
import { inGemeente, projecteer, rondeInGemeente } from '#read-model';
import { BORNE, eigenDatabase, HENGELO, kolommen, projectieVan, voegJongereToe } from './eigen-database.js';

let db: Awaited<ReturnType<typeof eigenDatabase>>;
before(async () => {
  db = await eigenDatabase();
  for (const gemeente of [HENGELO, BORNE])
    await projecteer(
      db.worker,
      projectieVan(gemeente, db.jongere[gemeente]!, randomUUID(), 1),
      kolommen(),
      [],
    );
});
after(() => db.ruimOp());

test('iedere tabel met een gemeente is afgeschermd, ook voor haar eigenaar', async () => {
  const { rows } = await db.eigenaar.query<{
    tabel: string;
    aan: boolean;
    ook_eigenaar: boolean;
    strikt: number;
  }>(`
    select c.relname as tabel, c.relrowsecurity as aan, c.relforcerowsecurity as ook_eigenaar,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and not p.polpermissive) as strikt
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'gemeente_code'
    where c.relkind = 'r' and c.relnamespace = 'app'::regnamespace order by 1`);
  assert.ok(rows.length >= 10);
  for (const r of rows)
    assert.deepEqual({ ...r, tabel: '' }, { tabel: '', aan: true, ook_eigenaar: true, strikt: 1 }, r.tabel);
});

test('API en worker zijn geen eigenaar, geen superuser en omzeilen niets', async () => {
  for (const pool of [db.api, db.worker]) {
    const { rows } = await pool.query(`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcanlogin,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as bezit
      from pg_roles r where r.rolname = current_user`);
    assert.deepEqual(rows, [
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false, bezit: 0 },
    ]);
  }
});

test('wie geen gemeente noemt ziet niets, ook na een verzoek dat er wel een noemde', async () => {
  await db.als([HENGELO], async (em) =>
    assert.equal((await em.db.selectFrom('app.jongere').select('id').execute()).length, 1),
  );
  for (const pool of [db.api, db.worker])
    for (let i = 0; i < 4; i++) assert.equal((await pool.query('select 1 from app.proces')).rowCount, 0);
  assert.deepEqual(await db.als([], (em) => em.db.selectFrom('app.proces').select('id').execute()), []);
});

test('een gemeente ziet alleen de hare, en wie er twee heeft ziet beide', async () => {
  const gezien = (gemeenten: string[]) =>
    db.als(gemeenten, async (em) =>
      (await em.db.selectFrom('app.jongere').select('gemeente_code').execute())
        .map((r) => r.gemeente_code)
        .sort(),
    );
  assert.deepEqual(await gezien([HENGELO]), [HENGELO]);
  assert.deepEqual(await gezien([BORNE]), [BORNE]);
  assert.deepEqual(await gezien([BORNE, HENGELO]), [BORNE, HENGELO]);
});

test('schrijven in een andere gemeente wordt geweigerd', async () => {
  await assert.rejects(
    db.als([HENGELO], (em) => voegJongereToe(em, BORNE, randomUUID())),
    /row-level security/,
  );
  const { numUpdatedRows } = await db.als([HENGELO], (em) =>
    em.db
      .updateTable('app.jongere')
      .set({ achternaam: 'Jansen' })
      .where('id', '=', db.jongere[BORNE]!)
      .executeTakeFirst(),
  );
  assert.equal(numUpdatedRows, 0n);
  await assert.rejects(
    db.als([HENGELO], (em) => em.db.updateTable('app.jongere').set({ gemeente_code: BORNE }).execute()),
    /row-level security/,
  );
});

test('een proces hoort bij een jongere van dezelfde gemeente', async () => {
  const vreemd = projectieVan(HENGELO, db.jongere[BORNE]!, randomUUID(), 1);
  await assert.rejects(projecteer(db.worker, vreemd, kolommen(), []), /foreign key/);
});

test('de API schrijft het leesmodel niet, en niemand verwijdert', async () => {
  for (const tabel of ['proces', 'gebeurtenis'])
    await assert.rejects(db.api.query(`update app.${tabel} set revisie = 9`), /permission denied/);
  for (const tabel of ['jongere', 'inhoud', 'inzage', 'proces', 'gebeurtenis'])
    for (const pool of [db.api, db.worker])
      await assert.rejects(pool.query(`delete from app.${tabel}`), /permission denied/, tabel);
  await assert.rejects(db.api.query('update app.klok set voorsprong = 1'), /permission denied/);
});

test('een gemeentecode die geen code is komt de database niet in', async () => {
  for (const code of ["0164', true); drop table app.jongere; --", '164', '0164,0147', ''])
    await assert.rejects(
      inGemeente(db.api, { gemeenten: [code] }, async () => undefined),
      /vier cijfers/,
    );
});

test('vijfhonderd verzoeken door elkaar op vier verbindingen lekken niets', async () => {
  const keuzes = [[HENGELO], [BORNE], [], [HENGELO, BORNE]];
  let gelukt = 0;
  let mislukt = 0;
  const verzoek = async (i: number): Promise<void> => {
    const gemeenten = keuzes[i % keuzes.length]!;
    try {
      await db.als(gemeenten, async (em) => {
        const rijen = await em.db.selectFrom('app.jongere').select('gemeente_code').execute();
        assert.deepEqual(rijen.map((r) => r.gemeente_code).sort(), [...gemeenten].sort());
        if (i % 7 === 0) throw new Error('halverwege mis');
      });
      gelukt++;
    } catch (fout) {
      assert.equal((fout as Error).message, 'halverwege mis');
      mislukt++;
    }
  };
  await Promise.all(Array.from({ length: 500 }, (_, i) => verzoek(i)));
  assert.deepEqual([gelukt, mislukt], [428, 72]);
  assert.equal((await db.api.query('select 1 from app.jongere')).rowCount, 0);
});

test('wat halverwege misgaat is niet bewaard', async () => {
  const id = randomUUID();
  const poging = db.als([HENGELO], async (em) => {
    await voegJongereToe(em, HENGELO, id);
    throw new Error('halverwege mis');
  });
  await assert.rejects(poging, /halverwege mis/);
  assert.deepEqual(
    await db.als([HENGELO], (em) =>
      em.db.selectFrom('app.jongere').select('id').where('id', '=', id).execute(),
    ),
    [],
  );
});

test('een ronde ziet alleen de eigen gemeente en geeft elke vraag haar antwoord', async () => {
  const jongeren = sql<{ id: string }>`select id from app.jongere`;
  const [borne, hengelo] = await Promise.all(
    [BORNE, HENGELO].map((gemeente) =>
      rondeInGemeente<[{ id: string }, { n: number }]>(db.api, { gemeenten: [gemeente] }, [
        jongeren,
        sql<{ n: number }>`select count(*) as n from app.proces`,
      ]),
    ),
  );
  assert.deepEqual(
    [borne!.rijen[0].map((r) => r.id), hengelo!.rijen[0].map((r) => r.id)],
    [[db.jongere[BORNE]], [db.jongere[HENGELO]]],
  );
  assert.deepEqual(hengelo!.rijen[1], [{ n: 1 }]);
  assert.equal(hengelo!.vandaag, vandaagOp(Date.now()));
});

test('van een ronde waarin een vraag faalt blijft niets bewaard, en de verbinding is daarna schoon', async () => {
  const wie = { gemeenten: [HENGELO], voorsprong: 0 };
  const id = randomUUID();
  const kijk = sql`insert into app.inzage (gemeente_code, jongere_id, wie, rol, wat, verzoek)
    values (${HENGELO}, ${id}, ${id}, 'beheerder', 'proef', ${id})`;
  for (let keer = 0; keer < 6; keer += 1)
    await assert.rejects(rondeInGemeente(db.api, wie, [kijk, sql`select 1 / ${0}::int`]), /zero/);
  const gezien = sql<{ n: number }>`select count(*) as n from app.inzage where wie = ${id}`;
  const { rijen } = await rondeInGemeente<[{ n: number }]>(db.api, wie, [gezien]);
  assert.deepEqual(rijen[0], [{ n: 0 }]);
  const zonderRonde = await db.api.query("select current_setting('app.gemeenten', true) as g");
  assert.ok(!zonderRonde.rows[0].g);
});

test('een Klok die vaststaat wordt niet gelezen, en de eerste vraag wacht niet op het begin', async () => {
  await db.eigenaar.query('update app.klok set voorsprong = 86400000');
  try {
    const [vast, gelezen] = await Promise.all([
      inGemeente(db.api, { gemeenten: [HENGELO], voorsprong: 0 }, async (em) => ({
        rijen: await em.db.selectFrom('app.jongere').select('id').execute(),
        dag: em.vandaag,
      })),
      inGemeente(db.api, { gemeenten: [HENGELO] }, async (em) => em.vandaag),
    ]);
    assert.deepEqual(vast.rijen, [{ id: db.jongere[HENGELO] }]);
    assert.ok(vast.dag < gelezen);
  } finally {
    await db.eigenaar.query('update app.klok set voorsprong = 0');
  }
});
