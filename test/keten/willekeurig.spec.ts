import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { effectenVan, doelVan } from '#process';
import { processen } from '#workflows';
import { leefKeten, legeKetenTelling } from '../../libs/test-kit/willekeurige-keten.js';

const LEVENS = 2_000;
const STAPPEN = 60;

const nieuwste = Object.fromEntries(Object.entries(processen).map(([naam, p]) => [naam, p.nieuwste]));
const leven = fc.array(
  fc.record({ dagen: fc.nat(25), grepen: fc.array(fc.nat(9999), { minLength: 16, maxLength: 16 }) }),
  { minLength: 8, maxLength: STAPPEN, size: 'max' },
);

describe('de keten als geheel', () => {
  it('wat een proces opent of meldt bestaat, en de ontvanger neemt het in een toestand', () => {
    let n = 0;
    for (const d of Object.values(nieuwste))
      for (const e of effectenVan(d)) {
        if (e.soort !== 'start' && e.soort !== 'meld') continue;
        n += 1;
        const naar = nieuwste[doelVan(e)];
        assert.ok(typeof e.doel === 'string' && naar, `${d.key} noemt ${doelVan(e)}, dat niet bestaat`);
        if (e.soort === 'start') assert.ok(naar.startDoor.includes('systeem'), `${d.key} -> ${naar.key}`);
        else {
          assert.ok(naar.acties[e.bericht]?.door.includes('systeem'), `${d.key} -> ${naar.key}.${e.bericht}`);
          assert.ok(
            Object.values(naar.toestanden).some((s) => s.bij?.[e.bericht]),
            `${naar.key}.${e.bericht}`,
          );
        }
      }
    console.log(`N = ${n} koppelingen tussen ${Object.keys(nieuwste).length} processen`);
    assert.ok(n > 20);
  });

  it('geen kring van processen die elkaar openen zonder dat een mens iets doet', () => {
    // What a process does by itself: at its opening, and when a term passes.
    const vanzelf = (naam: string): string[] => {
      const d = nieuwste[naam]!;
      const wegen = [...(d.opening ?? []), ...d.termijnen.flatMap((t) => [t.bijVerloop ?? []].flat())];
      return wegen.flatMap((w) => (w.dan ?? []).flatMap((e) => (e.soort === 'start' ? [doelVan(e)] : [])));
    };
    for (const begin of Object.keys(nieuwste)) {
      const gezien = new Set<string>();
      const rij = vanzelf(begin);
      for (let naar = rij.pop(); naar; naar = rij.pop()) {
        assert.notEqual(naar, begin, `${begin} opent zichzelf weer zonder dat een mens iets doet`);
        if (!gezien.has(naar)) rij.push(...vanzelf(naar));
        gezien.add(naar);
      }
    }
  });

  it(`${LEVENS} willekeurige levens door de hele keten breken geen enkele wet`, () => {
    const t = legeKetenTelling();
    fc.assert(
      fc.property(leven, (stappen) => void leefKeten(nieuwste, stappen, t)),
      { numRuns: LEVENS, seed: 20261124 },
    );
    console.log(`N = ${LEVENS} levens: ${JSON.stringify(t)}`);
    assert.deepEqual(
      Object.keys(nieuwste).filter((naam) => !t.geopend[naam]),
      [],
    );
    assert.ok(t.gedaan > LEVENS && t.geweigerd > 0 && t.koppelingen > 0 && t.naAchttien > 0);
  });
});
