import { plusDagen, plusMaanden } from './datum.js';
import type { Datum } from './datum.js';
import type { Kalender } from './kalender.js';
import { plusLesweken, plusSchooldagen } from './school.js';
import { plusWerkdagen } from './werkdagen.js';

/** How long a term runs. Whole numbers, not negative: the direction is the term's. */
export type Duur =
  | { dagen: number }
  | { weken: number }
  | { maanden: number }
  | { jaren: number }
  | { werkdagen: number }
  | { lesweken: number }
  | { schooldagen: number };

/** The units of a term. */
export type Eenheid = 'dagen' | 'weken' | 'maanden' | 'jaren' | 'werkdagen' | 'lesweken' | 'schooldagen';

const enkelvoud: Record<Eenheid, string> = {
  dagen: 'dag',
  weken: 'week',
  maanden: 'maand',
  jaren: 'jaar',
  werkdagen: 'werkdag',
  lesweken: 'lesweek',
  schooldagen: 'schooldag',
};

/** The one unit of `d` with its number. Throws RangeError when there is not exactly one, or its number is not whole or negative. */
export function ontleed(d: Duur): { eenheid: Eenheid; aantal: number } {
  const [sleutel, ...meer] = Object.keys(d);
  if (sleutel === undefined || meer.length > 0 || !(sleutel in enkelvoud)) {
    throw new RangeError('Een duur heeft precies één eenheid');
  }
  const eenheid = sleutel as Eenheid;
  const aantal = (d as Partial<Record<Eenheid, number>>)[eenheid];
  if (aantal === undefined || !Number.isSafeInteger(aantal) || aantal < 0) {
    throw new RangeError('Een duur is een geheel getal, nul of meer');
  }
  return { eenheid, aantal };
}

/** The duration in Dutch: '6 weken', '1 maand', '2 jaar'. */
export function duurInWoorden(d: Duur): string {
  const { eenheid, aantal } = ontleed(d);
  // Dutch counts years in the singular: '2 jaar'.
  return `${aantal} ${aantal === 1 || eenheid === 'jaren' ? enkelvoud[eenheid] : eenheid}`;
}

/** `d` moved by the duration, forward or backward, before any extension. Months and years are clamped to the month's end. */
export function plusDuur(d: Datum, duur: Duur, richting: 'vooruit' | 'terug', k: Kalender): Datum {
  const { eenheid, aantal } = ontleed(duur);
  const n = richting === 'terug' ? -aantal : aantal;
  switch (eenheid) {
    case 'dagen':
      return plusDagen(d, n);
    case 'weken':
      return plusDagen(d, 7 * n);
    case 'maanden':
      return plusMaanden(d, n);
    case 'jaren':
      return plusMaanden(d, 12 * n);
    case 'werkdagen':
      return plusWerkdagen(d, n, k);
    case 'lesweken':
      return plusLesweken(d, n, k);
    case 'schooldagen':
      return plusSchooldagen(d, n, k);
  }
}
