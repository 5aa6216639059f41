import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leesAchtergrond } from '#read-model';
import { eigenDatabase, HENGELO } from './eigen-database.js';

/* What follows from a birth date, and is never asked of anybody. */

let db: Awaited<ReturnType<typeof eigenDatabase>>;
before(async () => void (db = await eigenDatabase()));
after(() => db.ruimOp());

test('de verjaardagen waarop de wet iets verandert: 12, 16, 18 en 27', async () => {
  const id = db.jongere[HENGELO]!;
  const bij = async (geboortedatum: string): Promise<Record<string, string>> => {
    await db.als([HENGELO], (em) =>
      em.db.updateTable('app.jongere').set({ geboortedatum }).where('id', '=', id).execute(),
    );
    return (await db.als([HENGELO], (em) => leesAchtergrond(em, id)))!.afgeleid;
  };
  assert.deepEqual(await bij('2011-03-27'), {
    twaalfOp: '2023-03-27',
    zestienOp: '2027-03-27',
    achttienOp: '2029-03-27',
    zevenentwintigOp: '2038-03-27',
  });
  // Born on 29 February: 1 March in a common year, unless the municipality chose otherwise [U].
  assert.deepEqual(await bij('2012-02-29'), {
    twaalfOp: '2024-02-29',
    zestienOp: '2028-02-29',
    achttienOp: '2030-03-01',
    zevenentwintigOp: '2039-03-01',
  });
});
