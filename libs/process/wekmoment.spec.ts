import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { beginVan, datum, vandaagOp } from '#kalender';
import { wekmoment, WEKRUIMTE_MS } from './wekmoment.js';

test('ieder proces heeft zijn eigen plek kort na middernacht, ook in de nachten van zomer- en wintertijd', (t) => {
  const dagen = ['2026-11-24', '2027-03-28', '2027-10-31'].map(datum);
  const plekken = new Set<number>();
  const N = 3_000;
  for (let i = 0; i < N; i += 1) {
    const id = randomUUID();
    for (const dag of dagen) {
      const na = wekmoment(id, dag) - beginVan(dag);
      assert.ok(na >= 0 && na < WEKRUIMTE_MS, `${id} ${dag}: ${na}`);
      assert.equal(vandaagOp(wekmoment(id, dag)), dag);
      assert.equal(wekmoment(id, dag), wekmoment(id, dag), 'dezelfde na een herstart');
    }
    plekken.add(Math.floor((wekmoment(id, dagen[0]!) - beginVan(dagen[0]!)) / 1000));
  }
  t.diagnostic(`N = ${N}, ${plekken.size} van ${WEKRUIMTE_MS / 1000} seconden gebruikt`);
  assert.equal(plekken.size, WEKRUIMTE_MS / 1000);
});
