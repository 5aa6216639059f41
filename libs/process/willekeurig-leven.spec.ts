import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { processen } from '#workflows';
import { leef, legeTelling } from '../test-kit/leven.js';

const LEVENS = 700;
const STAPPEN = 80;

const leven = fc.array(
  fc.record({ dagen: fc.nat(12), grepen: fc.array(fc.nat(9999), { minLength: 16, maxLength: 16 }) }),
  { minLength: 1, maxLength: STAPPEN, size: 'max' },
);

describe('een willekeurig leven breekt geen enkele wet', () => {
  for (const [naam, { nieuwste: d }] of Object.entries(processen))
    it(naam, () => {
      const t = legeTelling();
      fc.assert(
        fc.property(leven, (stappen) => void leef(d, stappen, t)),
        { numRuns: LEVENS, seed: 20261124 },
      );
      console.log(
        `N = ${LEVENS} levens van ${naam}: ${t.gedaan} gedaan, ${t.geweigerd} geweigerd, ${t.vanzelf} vanzelf, ${t.afgerond} afgerond`,
      );
      // A check that never came somewhere proves nothing about it.
      const nooit = [...Object.keys(d.toestanden), ...Object.keys(d.acties)].filter(
        (x) => x !== d.begin && !t.toestanden.has(x) && !t.acties.has(x),
      );
      assert.deepEqual(nooit, []);
      assert.ok(t.geweigerd > 0 && t.vanzelf > 0 && t.afgerond > 0);
    });
});
