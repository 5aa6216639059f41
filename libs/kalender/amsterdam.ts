/**
 * From instants to local dates of Europe/Amsterdam and back. The European summer-time rule is written out, because `Intl`
 * and its zone tables are not the same in every place this runs (and a table may change between a workflow and its replay).
 */
import { dagVanDeWeek, jaarVan, naarDagnummer, plusDagen, samengesteld, vanDagnummer } from './datum.js';
import type { Datum } from './datum.js';

const UUR = 3_600_000;
const DAG = 24 * UUR;

/** The date it is in Amsterdam at `epochMs` (milliseconds since 1970 UTC). Holds from 1981. Throws RangeError on NaN or a date outside the years 1 to 9999. */
export function vandaagOp(epochMs: number): Datum {
  const utcDatum = vanDagnummer(Math.floor(epochMs / DAG));
  const { begin, einde } = zomertijd(jaarVan(utcDatum));
  // Both changes happen at 01:00 UTC (Directive 2000/84/EC art. 2 and 3).
  const zomer = epochMs >= naarDagnummer(begin) * DAG + UUR && epochMs < naarDagnummer(einde) * DAG + UUR;
  return vanDagnummer(Math.floor((epochMs + (zomer ? 2 : 1) * UUR) / DAG));
}

/** The instant (milliseconds since 1970 UTC) of 00:00 in Amsterdam at the beginning of `d`. Holds from 1981. */
export function beginVan(d: Datum): number {
  const { begin, einde } = zomertijd(jaarVan(d));
  // The clock changes after midnight, so a change day still begins in the time of the day before.
  const zomer = d > begin && d <= einde;
  return naarDagnummer(d) * DAG - (zomer ? 2 : 1) * UUR;
}

/** First and last day of summer time: last Sunday of March, last Sunday of October (until 1995: of September). */
function zomertijd(jaar: number): { begin: Datum; einde: Datum } {
  return {
    begin: zondagTotEnMet(samengesteld(jaar, 3, 31)),
    einde: zondagTotEnMet(jaar < 1996 ? samengesteld(jaar, 9, 30) : samengesteld(jaar, 10, 31)),
  };
}

function zondagTotEnMet(d: Datum): Datum {
  return plusDagen(d, -(dagVanDeWeek(d) % 7));
}
