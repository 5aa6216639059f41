/** The school's own calendar: lesweken and schooldagen. Regional holiday dates are advice; only the school's own dates count. */
import { dagVanDeWeek, jaarVan, maandVan, plusDagen } from './datum.js';
import type { Datum } from './datum.js';
import type { Kalender } from './kalender.js';
import { isWerkdag, plusGetelde } from './werkdagen.js';

/** Whether the school of `k` is open on `d`: a working day outside its holidays. Without school, or beyond `bekendTot`, every working day is one. */
export function isSchooldag(d: Datum, k: Kalender): boolean {
  return isWerkdag(d, k) && !inVakantie(d, k);
}

/** The `n`-th school day after `d` (before it when `n` is negative); `d` itself is not counted. */
export function plusSchooldagen(d: Datum, n: number, k: Kalender): Datum {
  return plusGetelde(d, n, (dag) => isSchooldag(dag, k));
}

/** Whether the calendar week (Monday to Sunday) of `d` has at least one school day. */
export function isLesweek(d: Datum, k: Kalender): boolean {
  const maandag = maandagVan(d);
  for (let i = 0; i < 5; i += 1) {
    if (isSchooldag(plusDagen(maandag, i), k)) return true;
  }
  return false;
}

/**
 * `n` lesweken after `d` (before it when `n` is negative), on the same day of the week; weeks without school do not count.
 * From a day in such a week counting begins where that week ends, so that the holiday uses up nothing of the term.
 */
export function plusLesweken(d: Datum, n: number, k: Kalender): Datum {
  if (!Number.isSafeInteger(n)) throw new RangeError('Geen geheel getal');
  const stap = n < 0 ? -7 : 7;
  let dag = d;
  if (n !== 0 && !isLesweek(d, k)) dag = plusDagen(maandagVan(d), n < 0 ? 0 : 6);
  for (let nogTeGaan = Math.abs(n); nogTeGaan > 0;) {
    dag = plusDagen(dag, stap);
    if (isLesweek(dag, k)) nogTeGaan -= 1;
  }
  return dag;
}

/** The school year of `d`, '2026-2027': 1 August to 31 July (WPO art. 1, WVO 2020 art. 1.1). */
export function schooljaarVan(d: Datum): string {
  const begin = maandVan(d) >= 8 ? jaarVan(d) : jaarVan(d) - 1;
  return `${begin}-${begin + 1}`;
}

function inVakantie(d: Datum, k: Kalender): boolean {
  if (!k.school || d > k.school.bekendTot) return false;
  return k.school.vakanties.some((v) => v.van <= d && d <= v.tot);
}

function maandagVan(d: Datum): Datum {
  return plusDagen(d, 1 - dagVanDeWeek(d));
}
