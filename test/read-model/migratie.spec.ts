import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eisGemigreerd, migreer } from '#read-model';
import { legeDatabase } from './eigen-database.js';

test('drie installaties die tegelijk migreren slagen alle drie, en nog eens migreren doet niets', async () => {
  const db = await legeDatabase();
  try {
    await assert.rejects(eisGemigreerd(db.api), /ouder dan dit programma/);
    await Promise.all([migreer(db.url), migreer(db.url), migreer(db.url)]);
    await migreer(db.url);
    await eisGemigreerd(db.api);
    await eisGemigreerd(db.worker);
  } finally {
    await db.ruimOp();
  }
});

test('een programma dat ouder is dan de database start niet', async () => {
  const db = await legeDatabase();
  try {
    await migreer(db.url);
    await db.eigenaar.query("insert into app.migratie values ('9999-later', now()::text)");
    await assert.rejects(eisGemigreerd(db.api), /nieuwer dan dit programma/);
    await db.eigenaar.query('delete from app.migratie');
    await assert.rejects(eisGemigreerd(db.api), /ouder dan dit programma/);
  } finally {
    await db.ruimOp();
  }
});
