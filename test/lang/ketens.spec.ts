import { test } from 'node:test';
import { processen } from '#workflows';
import { leefKeten, legeKetenTelling } from '../../libs/test-kit/willekeurige-keten.js';
import { omvang, seed, toeval, verslag } from './omvang.js';

/* The whole chain of one youth by the pure rules, far more lives than on an ordinary day. */

const LEVENS = omvang(100_000, 1_000_000);
const STAPPEN = 40;

test('geen enkel willekeurig leven door de hele keten breekt een wet', (t) => {
  t.diagnostic(`seed = ${seed}`);
  const kies = toeval(seed);
  const telling = legeKetenTelling();
  const nieuwste = Object.fromEntries(Object.entries(processen).map(([naam, p]) => [naam, p.nieuwste]));
  for (let i = 0; i < LEVENS; i++) {
    const stappen = Array.from({ length: 8 + kies(STAPPEN) }, () => ({
      dagen: kies(26),
      grepen: Array.from({ length: 16 }, () => kies(10_000)),
    }));
    leefKeten(nieuwste, stappen, telling);
  }
  const { gedaan, geweigerd, koppelingen, naAchttien } = telling;
  verslag(t, { levens: LEVENS, gedaan, geweigerd, koppelingen, naAchttien });
});
