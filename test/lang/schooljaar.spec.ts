import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testStack } from '#test-kit';
import { maakPlan } from '../simulatie/plan.js';
import { speelSchooljaar } from '../simulatie/spel.js';
import { verslagRegels } from '../simulatie/verslag.js';
import { omvang, seed, verslag } from './omvang.js';

/* A school year of Hengelo and Borne through the real stack with time skipped: a tenth of it, or the whole year at full size. */

test('een gespeeld schooljaar verliest niets en geeft de cijfers van het jaarverslag', async (t) => {
  const u = await speelSchooljaar(testStack(), maakPlan(seed, omvang(10, 100) / 100), () => undefined);
  for (const regel of verslagRegels(u)) t.diagnostic(regel);
  for (const b of u.bevindingen) {
    assert.ok(b.n > 0, `${b.wat}: er was niets te vergelijken`);
    assert.deepEqual(b.fout.slice(0, 20), [], b.wat);
  }
  assert.deepEqual(u.geweigerd.slice(0, 20), [], 'er is niets geweigerd dat werd aangeboden');
  const { seconden, dagen, handelingen, herinneringen, verstreken } = u;
  verslag(t, {
    handelingen,
    herinneringen,
    verstreken,
    dagen,
    seconden: Math.round(seconden.totaal),
    handelingenPerMinuut: Math.round((60 * handelingen) / seconden.totaal),
  });
});
