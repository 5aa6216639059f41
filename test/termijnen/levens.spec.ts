import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { leef, legeTelling } from '../../libs/test-kit/leven.js';
import { besluit, jaarronde } from './f1-f4-f6.js';
import { mas } from './f2-mas.js';
import { civiel, halt, hulp, strafrecht } from './f2-routes.js';
import { overdracht, thuiszitterstafel } from './f3-f5.js';

const LEVENS = 100;

const leven = fc.array(
  fc.record({ dagen: fc.nat(12), grepen: fc.array(fc.nat(9999), { minLength: 16, maxLength: 16 }) }),
  { minLength: 1, maxLength: 30, size: 'max' },
);

describe('ook de tabellen met de andere vormen van termijnen breken geen wet', () => {
  for (const d of [besluit, jaarronde, mas, hulp, halt, civiel, strafrecht, thuiszitterstafel, overdracht])
    it(d.key, () => {
      const t = legeTelling();
      fc.assert(
        fc.property(leven, (stappen) => void leef(d, stappen, t)),
        { numRuns: LEVENS, seed: 20261102 },
      );
      console.log(`N = ${LEVENS} levens van ${d.key}: ${t.gedaan} gedaan, ${t.vanzelf} vanzelf`);
      assert.ok(t.gedaan > LEVENS && t.vanzelf > 0);
    });
});
