import { test } from 'node:test';
import { processen } from '#workflows';
import { leef, legeTelling } from '../../libs/test-kit/leven.js';
import { omvang, seed, toeval, verslag } from './omvang.js';

/* The pure rules, far more lives than on an ordinary day. */

const LEVENS = omvang(6_000, 100_000);
const STAPPEN = 40;

test('geen enkel willekeurig leven breekt een wet', (t) => {
  t.diagnostic(`seed = ${seed}`);
  const kies = toeval(seed);
  const telling = legeTelling();
  for (const { nieuwste } of Object.values(processen))
    for (let i = 0; i < LEVENS; i++) {
      const stappen = Array.from({ length: 1 + kies(STAPPEN) }, () => ({
        dagen: kies(13),
        grepen: Array.from({ length: 16 }, () => kies(10_000)),
      }));
      leef(nieuwste, stappen, telling);
    }
  const { gedaan, geweigerd, vanzelf, afgerond } = telling;
  verslag(t, { levens: LEVENS * Object.keys(processen).length, gedaan, geweigerd, vanzelf, afgerond });
});
