/** What the specs of this folder share: an invented school, and terms to vary on. */
import fc from 'fast-check';
import { bereken, datum, gelijkgesteldeDagen, legUit, plusDagen } from './index.js';
import type { Datum, Duur, Kalender, Vraag } from './index.js';

/** A municipality without a known school. */
export const kalender: Kalender = { versie: 'test', gelijkgesteld: gelijkgesteldeDagen };

/** The same with the calendar of one school, known up to the summer of 2027. */
export const metSchool: Kalender = {
  ...kalender,
  school: {
    brin: '99XX',
    bekendTot: datum('2027-07-31'),
    vakanties: [
      { naam: 'herfstvakantie', van: datum('2026-10-10'), tot: datum('2026-10-18') },
      { naam: 'kerstvakantie', van: datum('2026-12-19'), tot: datum('2027-01-03') },
      { naam: 'voorjaarsvakantie', van: datum('2027-02-20'), tot: datum('2027-02-28') },
      { naam: 'meivakantie', van: datum('2027-04-24'), tot: datum('2027-05-09') },
      { naam: 'zomervakantie', van: datum('2027-07-10'), tot: datum('2027-07-31') },
    ],
  },
};

/** A LAW term after `vanaf`, a deadline; `meer` makes it another one. */
export function wettelijk(duur: Duur | undefined, vanaf: string, meer: Partial<Vraag> = {}): Vraag {
  return {
    vanaf: datum(vanaf),
    duur,
    richting: 'vooruit',
    soort: 'LAW',
    verschuift: true,
    type: 'uiterlijk',
    ...meer,
  };
}

/** The date of a term. */
export const eind = (v: Vraag, k = kalender): Datum => bereken(v, k).datum;

/** How a term explains itself. */
export const uitleg = (v: Vraag, k = kalender): string => legUit(v, bereken(v, k));

/** Some day from 2026 into 2030. */
export const eenDag = fc.integer({ min: 0, max: 1500 }).map((n) => plusDagen(datum('2026-01-01'), n));

/** A whole number from 0 up to and including `max`. */
export const hoogstens = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

/** A duration that the Algemene termijnenwet extends. */
export const korteDuur: fc.Arbitrary<Duur> = fc.oneof(
  hoogstens(90).map((dagen) => ({ dagen })),
  hoogstens(12).map((weken) => ({ weken })),
  hoogstens(3).map((maanden) => ({ maanden })),
  hoogstens(30).map((werkdagen) => ({ werkdagen })),
  hoogstens(12).map((lesweken) => ({ lesweken })),
  hoogstens(30).map((schooldagen) => ({ schooldagen })),
);

/** A duration that it leaves alone (art. 4). */
export const langeDuur: fc.Arbitrary<Duur> = fc.oneof(
  fc.integer({ min: 91, max: 400 }).map((dagen) => ({ dagen })),
  fc.integer({ min: 13, max: 60 }).map((weken) => ({ weken })),
  fc.integer({ min: 4, max: 30 }).map((maanden) => ({ maanden })),
  fc.integer({ min: 1, max: 5 }).map((jaren) => ({ jaren })),
);

/** Whose term it is. */
export const soort = fc.constantFrom('LAW', 'CHAIN', 'LOCAL');

/** Runs a property `n` times and prints that number. */
export function bewijs<T>(
  t: { diagnostic(tekst: string): void },
  eigenschap: fc.IProperty<T>,
  n = 3000,
): void {
  fc.assert(eigenschap, { numRuns: n });
  t.diagnostic(`N = ${n}`);
}
