/** What happens when a term ends on a free day: the Algemene termijnenwet for LAW terms, a setting of the municipality for the others. */
import { plusDagen } from './datum.js';
import type { Datum } from './datum.js';
import { ontleed } from './duur.js';
import type { Duur } from './duur.js';
import type { Kalender } from './kalender.js';
import { isWerkdag, plusWerkdagen, vrijeDag } from './werkdagen.js';

/** The last valid day after extension; `om` names what it was extended for, in order, and is empty when it was not. */
export interface Verlenging {
  datum: Datum;
  om: string[];
  grond?: string;
}

/**
 * Moves an end on a Saturday, Sunday or holiday to the first day that is none: Algemene termijnenwet art. 1 lid 1,
 * and the same for a LOCAL or CHAIN term when the municipality wants it.
 */
export function naarWerkdag(einde: Datum, k: Kalender): { datum: Datum; om: string[] } {
  const om: string[] = [];
  let dag = einde;
  for (let vrij = vrijeDag(dag, k); vrij !== undefined; vrij = vrijeDag(dag, k)) {
    om.push(vrij);
    dag = plusDagen(dag, 1);
  }
  return { datum: dag, om };
}

/**
 * Extends a LAW term that began after `vanaf`, lasts `dagen` days without suspension and ends on `einde`.
 * Art. 1: never ends on a free day. Art. 2: a term of three days or more holds at least two working days; those on which
 * it stood still (`telt` false) are not in it. `k` must count Good Friday as free (art. 3 lid 2).
 */
export function volgensTermijnenwet(
  term: { vanaf: Datum; dagen: number; einde: Datum; telt: (d: Datum) => boolean },
  k: Kalender,
): Verlenging {
  const { datum: naArt1, om } = naarWerkdag(term.einde, k);
  const artikelen = om.length > 0 ? ['1'] : [];
  let datum = naArt1;
  let tekort = term.dagen >= 3 ? 2 : 0;
  for (let d = datum; tekort > 0 && d > term.vanaf; d = plusDagen(d, -1)) {
    if (isWerkdag(d, k) && term.telt(d)) tekort -= 1;
  }
  if (tekort > 0) {
    datum = plusWerkdagen(datum, tekort, k);
    om.push('minder dan twee werkdagen');
    artikelen.push('2');
  }
  return om.length > 0
    ? { datum, om, grond: `Algemene termijnenwet art. ${artikelen.join(' en ')}` }
    : { datum, om };
}

/**
 * Whether the Algemene termijnenwet leaves a term of this length alone (art. 4 onder a): more than 90 days, 12 weeks or
 * 3 months, or one year and more. Exactly three months is extended. Terms in hours do not exist here.
 */
export function teLangVoorTermijnenwet(duur: Duur): boolean {
  const { eenheid, aantal } = ontleed(duur);
  switch (eenheid) {
    case 'dagen':
    case 'werkdagen':
    case 'schooldagen':
      return aantal > 90;
    case 'weken':
    case 'lesweken':
      return aantal > 12;
    case 'maanden':
      return aantal > 3;
    case 'jaren':
      return aantal >= 1;
  }
}
