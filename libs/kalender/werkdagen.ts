import { dagVanDeWeek, naarDagnummer, plusDagen, vanDagnummer } from './datum.js';
import type { Datum } from './datum.js';
import { feestdagOp } from './feestdagen.js';
import type { Kalender } from './kalender.js';

/**
 * Why `d` is a free day, as Dutch name ('Eerste Kerstdag', 'zaterdag'); undefined on a working day. A holiday's name goes
 * before that of a weekend day. Free are Saturday, Sunday, the holidays of Algemene termijnenwet art. 3, Good Friday
 * (unless the municipality counts it as working day) and the equated days of `k`.
 */
export function vrijeDag(d: Datum, k: Kalender): string | undefined {
  const feestdag = feestdagOp(d);
  if (feestdag !== undefined && !(feestdag === 'Goede Vrijdag' && k.goedeVrijdagIsWerkdag)) return feestdag;
  const dag = dagVanDeWeek(d);
  if (dag >= 6) return dag === 6 ? 'zaterdag' : 'zondag';
  return k.gelijkgesteld.find((g) => g.datum === d)?.naam;
}

const bekend = new WeakMap<Kalender, Map<number, boolean>>();

/**
 * What `k` has said of days, by day number. A term counts tens of days and each of its reminders asks for them again, so what a
 * calendar said is kept as long as that calendar lives.
 */
function gezegd(k: Kalender): Map<number, boolean> {
  let dagen = bekend.get(k);
  if (!dagen) bekend.set(k, (dagen = new Map()));
  return dagen;
}

function isVrij(nummer: number, k: Kalender, dagen: Map<number, boolean>): boolean {
  let vrij = dagen.get(nummer);
  if (vrij === undefined) dagen.set(nummer, (vrij = vrijeDag(vanDagnummer(nummer), k) !== undefined));
  return vrij;
}

/** Whether `d` is a working day: not a {@link vrijeDag}. */
export function isWerkdag(d: Datum, k: Kalender): boolean {
  return !isVrij(naarDagnummer(d), k, gezegd(k));
}

/** The `n`-th working day after `d` (before it when `n` is negative); `d` itself is not counted, and is the answer for 0. Throws RangeError when `n` is not whole. */
export function plusWerkdagen(d: Datum, n: number, k: Kalender): Datum {
  if (!Number.isSafeInteger(n)) throw new RangeError('Geen geheel getal');
  const dagen = gezegd(k);
  const stap = n < 0 ? -1 : 1;
  let dag = naarDagnummer(d);
  for (let nogTeGaan = Math.abs(n); nogTeGaan > 0;) {
    dag += stap;
    if (!isVrij(dag, k, dagen)) nogTeGaan -= 1;
  }
  return vanDagnummer(dag);
}

/** `d` when it is a working day, else the next one. */
export function eersteWerkdagVanaf(d: Datum, k: Kalender): Datum {
  return isWerkdag(d, k) ? d : plusWerkdagen(d, 1, k);
}

/** `d` when it is a working day, else the one before. */
export function laatsteWerkdagTotEnMet(d: Datum, k: Kalender): Datum {
  return isWerkdag(d, k) ? d : plusWerkdagen(d, -1, k);
}

/** The working days one passes going from `a` to `b`, `a` not counted; negative when `b` is earlier. The inverse of {@link plusWerkdagen}. */
export function werkdagenTussen(a: Datum, b: Datum, k: Kalender): number {
  const dagen = gezegd(k);
  const eind = naarDagnummer(b);
  const stap = a <= b ? 1 : -1;
  let aantal = 0;
  for (let dag = naarDagnummer(a); dag !== eind;) {
    dag += stap;
    if (!isVrij(dag, k, dagen)) aantal += stap;
  }
  return aantal;
}

/** The `n`-th day after `d` (before it when `n` is negative) for which `telt` holds; `d` itself for 0. Throws RangeError when `n` is not whole. */
export function plusGetelde(d: Datum, n: number, telt: (dag: Datum) => boolean): Datum {
  if (!Number.isSafeInteger(n)) throw new RangeError('Geen geheel getal');
  const stap = n < 0 ? -1 : 1;
  let dag = d;
  for (let nogTeGaan = Math.abs(n); nogTeGaan > 0;) {
    dag = plusDagen(dag, stap);
    if (telt(dag)) nogTeGaan -= 1;
  }
  return dag;
}
