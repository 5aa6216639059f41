import { writeFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import type { Kies } from '../../libs/test-kit/willekeur.js';

/** Where all chance of this run begins: LEERLIJN_SEED, else the clock. The same seed gives the same plan. */
export const seed = Number(process.env['LEERLIJN_SEED'] ?? Date.now() % 2 ** 31);

/** The size of a part: that of `npm run test:lang`, or the full one of `npm run test:uitputtend`. */
export const omvang = (lang: number, vol: number): number =>
  process.env['LEERLIJN_OMVANG'] === 'vol' ? vol : lang;

/** A source of chance that gives the same row for the same seed (mulberry32). */
export function toeval(begin: number): Kies {
  let a = begin >>> 0;
  return (n) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** Prints what was done, and hands it to whoever writes the result down (`npm run test:uitputtend`). */
export function verslag(t: TestContext, getallen: Record<string, number>): void {
  const alles = { ...getallen, seed };
  t.diagnostic(
    Object.entries(alles)
      .map(([naam, n]) => `${naam} = ${n}`)
      .join(', '),
  );
  const bestand = process.env['LEERLIJN_VERSLAG'];
  if (bestand) writeFileSync(bestand, JSON.stringify(alles));
}
