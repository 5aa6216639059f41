import { dagenTussen } from './datum.js';
import type { Datum } from './datum.js';

/**
 * A time in which a term stands still, half-open: `van` is the first day it stands still, `tot` the first day it runs again
 * (settled reading 5; Awb 4:15: from the day after the invitation). Without `tot` it still stands still.
 */
export interface Schorsing {
  van: Datum;
  tot?: Datum;
}

/**
 * The same suspensions in order, with overlapping and touching ones made into one, so that no day counts twice.
 * Days before `vanaf` fall away: a term that has not begun cannot stand still. One that is still open swallows all after it.
 * Throws RangeError when one ends before it begins.
 */
export function samengevoegd(schorsingen: Schorsing[], vanaf?: Datum): Schorsing[] {
  if (schorsingen.length === 0) return schorsingen;
  const resultaat: Schorsing[] = [];
  const opVolgorde = [...schorsingen].sort((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : 0));
  for (const { van: begin, tot } of opVolgorde) {
    if (tot !== undefined && tot < begin) throw new RangeError('Een schorsing eindigt niet voor zij begint');
    const van = vanaf !== undefined && begin < vanaf ? vanaf : begin;
    if (tot !== undefined && tot <= van) continue;
    const vorige = resultaat.at(-1);
    if (!vorige || (vorige.tot !== undefined && vorige.tot < van)) resultaat.push({ van, tot });
    else if (vorige.tot !== undefined && (tot === undefined || tot > vorige.tot)) vorige.tot = tot;
  }
  return resultaat;
}

/** The number of days a closed suspension lasts; 0 for one that is still open. */
export function dagenStil(s: Schorsing): number {
  return s.tot === undefined ? 0 : dagenTussen(s.van, s.tot);
}

/** Whether the term stands still on `d`. */
export function staatStilOp(d: Datum, schorsingen: Schorsing[]): boolean {
  return schorsingen.some((s) => s.van <= d && (s.tot === undefined || d < s.tot));
}
