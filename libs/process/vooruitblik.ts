import { plusDagen, type Datum } from '#kalender';
import type { Definitie } from './definitie.js';
import { tick } from './machine.js';
import { nextWake } from './termijnen.js';
import type { Effect, Gebeurtenis, Snapshot } from './snapshot.js';

/** One day in the future of a process that nobody touches. */
export interface Vooruitblik {
  op: Datum;
  gebeurtenissen: Gebeurtenis[];
  effecten: Effect[];
  toestand: string;
}

/** A process that repeats for years is shown two years ahead: further dates hang on calendars that nobody has published. */
const HORIZON_DAGEN = 731;

/** What will happen, on which dates, if nobody acts: the same `tick` that the process itself runs. */
export function preview(d: Definitie, s: Snapshot, vandaag: Datum): Vooruitblik[] {
  const dagen: Vooruitblik[] = [];
  const tot = plusDagen(vandaag, HORIZON_DAGEN);
  let stand = s;
  for (let op = nextWake(d, stand); op !== null && op <= tot; op = nextWake(d, stand)) {
    const dag = op < vandaag ? vandaag : op;
    const b = tick(d, stand, dag);
    if (!b) break;
    stand = b.snapshot;
    dagen.push({ op: dag, gebeurtenissen: b.gebeurtenissen, effecten: b.effecten, toestand: stand.toestand });
  }
  return dagen;
}
