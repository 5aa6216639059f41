import { beginVan, isWerkdag, plusDagen, type Datum, type Kalender } from '#kalender';

const UUR_MS = 3_600_000;
/** Nothing leaves before this hour of a working day, in Amsterdam. */
const VANAF_UUR = 8;

/** 8:00 in Amsterdam on this day. Counted back from the midnight after it: on a night in which the clock changes, it changes before eight. */
export const mailVanaf = (dag: Datum): number => beginVan(plusDagen(dag, 1)) - (24 - VANAF_UUR) * UUR_MS;

/** Whether mail may leave at this moment: from 8:00 until the end of a working day of the municipality. */
export const isMailtijd = (nu: Date, vandaag: Datum, k: Kalender): boolean =>
  isWerkdag(vandaag, k) && nu.getTime() >= mailVanaf(vandaag);
