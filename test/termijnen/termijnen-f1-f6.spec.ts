import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proevenF1F4F6 } from './f1-f4-f6.js';
import { proevenMas } from './f2-mas.js';
import { proevenRoutes } from './f2-routes.js';
import { proevenF3F5 } from './f3-f5.js';
import { loop } from './proef.js';

const proeven = [...proevenF1F4F6, ...proevenMas, ...proevenRoutes, ...proevenF3F5];

describe('iedere termijn van processes.md F1 tot en met F6 past in de tabel', () => {
  for (const p of proeven)
    it(`${p.wat}: ${p.datum}`, () => {
      const l = loop(p);
      assert.ok(l, 'de termijn loopt niet');
      assert.equal(l.datum, p.datum);
      if (p.herinneringen)
        assert.deepEqual(
          l.herinner?.map((h) => `${h.soort} ${h.op}`),
          p.herinneringen,
        );
    });

  it('geen termijn van een tabel blijft zonder datum', () => {
    const gezien = new Set(proeven.map((p) => `${p.d.key}.${p.termijn}`));
    const hulptermijnen = new Set([
      // Not in processes.md: what the tables of the two processes need besides.
      ...['afsprakenVastleggen', 'opnieuwUitnodigen'].map((t) => `spreekuur.${t}`),
      ...['volledigheidstoets', 'aanvulling', 'artsAanwijzen', 'toets', 'geldigheidTijdensVerlenging'].map(
        (t) => `vrijstelling.${t}`,
      ),
    ]);
    const alle = [...new Set(proeven.map((p) => p.d))].flatMap((d) =>
      d.termijnen.map((t) => `${d.key}.${t.naam}`),
    );
    console.log(`N = ${alle.length} termijnen, ${proeven.length} datums`);
    assert.deepEqual(
      alle.filter((t) => !gezien.has(t) && !hulptermijnen.has(t)),
      [],
    );
  });
});
