import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { inGemeente, isDatabaseWeg, maakPool } from '#read-model';
import { BORNE, eigenDatabase, HENGELO } from './eigen-database.js';

let db: Awaited<ReturnType<typeof eigenDatabase>>;
before(async () => {
  db = await eigenDatabase();
});
after(() => db.ruimOp());

const weg = (fout: unknown): true => {
  assert.ok(isDatabaseWeg(fout), String(fout));
  return true;
};
/** What an administrator does, or a restart of the database. */
const verbreekAlles = () =>
  db.eigenaar.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'leerlijn_api' and datname = current_database()",
  );

test('een verbinding die midden in een verzoek breekt kost dat verzoek en niets meer', async () => {
  for (let i = 0; i < 3; i++) {
    const verzoek = db.als([HENGELO], async (em) => {
      await em.db.selectFrom('app.jongere').select('id').execute();
      await verbreekAlles();
      return em.db.selectFrom('app.jongere').select('id').execute();
    });
    await assert.rejects(verzoek, weg);
  }
  const gezien = await db.als([BORNE], (em) =>
    em.db.selectFrom('app.jongere').select('gemeente_code').execute(),
  );
  assert.deepEqual(gezien, [{ gemeente_code: BORNE }]);
});

test('een verbinding die breekt terwijl niemand haar gebruikt merkt niemand', async () => {
  await db.api.query('select 1');
  await verbreekAlles();
  await new Promise((klaar) => setTimeout(klaar, 50));
  assert.equal((await db.api.query('select 1')).rowCount, 1);
});

test(
  'een verzoek dat te lang duurt of niet aan de beurt komt is te herhalen',
  { timeout: 20_000 },
  async () => {
    const smal = maakPool(db.url, 'leerlijn_api', 1);
    try {
      const lang = inGemeente(smal, { gemeenten: [HENGELO] }, (em) =>
        sql`select pg_sleep(10)`.execute(em.db),
      );
      const wacht = inGemeente(smal, { gemeenten: [HENGELO] }, async () => undefined);
      await Promise.all([assert.rejects(lang, weg), assert.rejects(wacht, weg)]);
    } finally {
      await smal.end();
    }
  },
);

test('is er geen database, dan is dat geen fout in de vraag; een echte fout is dat wel', async () => {
  const nergens = maakPool('postgresql://niemand@127.0.0.1:1/niets', 'leerlijn_api', 1);
  await assert.rejects(nergens.query('select 1'), weg);
  await nergens.end();
  const fout: unknown = await db.api.query('select bestaat_niet').catch((f: unknown) => f);
  assert.ok(!isDatabaseWeg(fout));
  assert.ok(!isDatabaseWeg(new Error('iets anders')));
});
