/**
 * Local dates of the proleptic Gregorian calendar, as text 'JJJJ-MM-DD'. Text compares, stores and travels as it is
 * (`a < b` is "earlier"), and no time zone can shift it. All arithmetic is on whole numbers; the `Date` object is not used,
 * so the same code runs in Temporal's sandbox, in the browser and in Node.
 */

declare const merk: unique symbol;

/** A checked local date (Europe/Amsterdam), 'JJJJ-MM-DD', years 0001 to 9999. Made by {@link datum}. */
export type Datum = string & { readonly [merk]: true };

interface Delen {
  jaar: number;
  maand: number;
  dag: number;
}

const TWEE_CIJFERS = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'));
const VORM = /^\d{4}-\d{2}-\d{2}$/;
const LAATSTE_DAGNUMMER = dagnummer({ jaar: 9999, maand: 12, dag: 31 });
const EERSTE_DAGNUMMER = dagnummer({ jaar: 1, maand: 1, dag: 1 });

/** The date in `tekst`. Throws RangeError when the form is not 'JJJJ-MM-DD' or the day does not exist. */
export function datum(tekst: string): Datum {
  if (!isDatum(tekst)) throw new RangeError('Geen bestaande datum in de vorm JJJJ-MM-DD');
  return tekst;
}

/** Whether `tekst` is an existing date in the form 'JJJJ-MM-DD'. */
export function isDatum(tekst: string): tekst is Datum {
  if (typeof tekst !== 'string' || !VORM.test(tekst)) return false;
  const { jaar, maand, dag } = inDelen(tekst);
  return jaar >= 1 && maand >= 1 && maand <= 12 && dag >= 1 && dag <= dagenInMaand(jaar, maand);
}

/** `d` moved by `n` days; `n` may be negative. Throws RangeError when `n` is not whole or the result leaves the years 1 to 9999. */
export function plusDagen(d: Datum, n: number): Datum {
  const { jaar, maand, dag } = inDelen(d);
  const nieuweDag = dag + geheel(n);
  // Most steps stay inside their month, and then need no day numbers.
  if (nieuweDag >= 1 && nieuweDag <= 28) return samengesteld(jaar, maand, nieuweDag);
  return vanDagnummer(dagnummer({ jaar, maand, dag: nieuweDag }));
}

/**
 * `d` moved by `n` months, clamped to the month's end: 31 January plus 1 is 28 (29) February, 31 May minus 3 likewise.
 * Source: settled reading 4. Throws RangeError as {@link plusDagen} does.
 */
export function plusMaanden(d: Datum, n: number): Datum {
  const { jaar, maand, dag } = inDelen(d);
  const maanden = jaar * 12 + (maand - 1) + geheel(n);
  const nieuwJaar = Math.floor(maanden / 12);
  const nieuweMaand = maanden - nieuwJaar * 12 + 1;
  return samengesteld(nieuwJaar, nieuweMaand, Math.min(dag, dagenInMaand(nieuwJaar, nieuweMaand)));
}

/**
 * The day on which somebody born on `geboren` becomes `jaren` years old. Born on 29 February: in a common year 1 March
 * or 28 February, a setting of the municipality (settled reading 6 [U], default 1 March). A birthday never moves off a free day.
 */
export function verjaardag(geboren: Datum, jaren: number, schrikkeldag: '1 maart' | '28 februari'): Datum {
  const { jaar, maand, dag } = inDelen(geboren);
  const nieuwJaar = jaar + geheel(jaren);
  if (dag <= dagenInMaand(nieuwJaar, maand)) return samengesteld(nieuwJaar, maand, dag);
  return schrikkeldag === '1 maart' ? samengesteld(nieuwJaar, 3, 1) : samengesteld(nieuwJaar, 2, 28);
}

/** The number of days from `a` to `b` (b - a): 1 from today to tomorrow, negative when `b` is earlier. */
export function dagenTussen(a: Datum, b: Datum): number {
  return naarDagnummer(b) - naarDagnummer(a);
}

/** Day of the week after ISO 8601: 1 = maandag, 7 = zondag. */
export function dagVanDeWeek(d: Datum): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Day 0 (1 January 1970) was a Thursday; the added multiple of 7 keeps the remainder positive for earlier days.
  return (((naarDagnummer(d) + 700_000_003) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The calendar year of `d`. */
export function jaarVan(d: Datum): number {
  return inDelen(d).jaar;
}

/** The calendar month of `d`, 1 to 12. */
export function maandVan(d: Datum): number {
  return inDelen(d).maand;
}

/** The date of a year, month (1 to 12) and day that are known to exist together. Throws RangeError outside the years 1 to 9999. */
export function samengesteld(jaar: number, maand: number, dag: number): Datum {
  if (!(jaar >= 1 && jaar <= 9999)) throw new RangeError('Datum buiten de jaren 1 tot en met 9999');
  return `${jaar < 1000 ? String(jaar).padStart(4, '0') : jaar}-${TWEE_CIJFERS[maand]}-${TWEE_CIJFERS[dag]}` as Datum;
}

/** Days since 1 January 1970, negative before. */
export function naarDagnummer(d: Datum): number {
  return dagnummer(inDelen(d));
}

/** The date `nummer` days after 1 January 1970. Throws RangeError outside the years 1 to 9999. */
export function vanDagnummer(nummer: number): Datum {
  if (!(nummer >= EERSTE_DAGNUMMER && nummer <= LAATSTE_DAGNUMMER)) {
    throw new RangeError('Datum buiten de jaren 1 tot en met 9999');
  }
  // The inverse of `dagnummer`: years that begin on 1 March, in eras of 400 years (146097 days).
  const vanafMaart0 = nummer + 719_468;
  const tijdperk = Math.floor(vanafMaart0 / 146_097);
  const dagInTijdperk = vanafMaart0 - tijdperk * 146_097;
  const jaarInTijdperk = Math.floor(
    (dagInTijdperk -
      Math.floor(dagInTijdperk / 1460) +
      Math.floor(dagInTijdperk / 36_524) -
      Math.floor(dagInTijdperk / 146_096)) /
      365,
  );
  const dagInJaar =
    dagInTijdperk -
    (365 * jaarInTijdperk + Math.floor(jaarInTijdperk / 4) - Math.floor(jaarInTijdperk / 100));
  const maandVanafMaart = Math.floor((5 * dagInJaar + 2) / 153);
  const dag = dagInJaar - Math.floor((153 * maandVanafMaart + 2) / 5) + 1;
  const maand = maandVanafMaart < 10 ? maandVanafMaart + 3 : maandVanafMaart - 9;
  return samengesteld(jaarInTijdperk + tijdperk * 400 + (maand <= 2 ? 1 : 0), maand, dag);
}

function dagnummer({ jaar, maand, dag }: Delen): number {
  // Years begin on 1 March here, so that the leap day is the last day of its year and needs no exception.
  const jaarVanafMaart = maand <= 2 ? jaar - 1 : jaar;
  const tijdperk = Math.floor(jaarVanafMaart / 400);
  const jaarInTijdperk = jaarVanafMaart - tijdperk * 400;
  const dagInJaar = Math.floor((153 * (maand > 2 ? maand - 3 : maand + 9) + 2) / 5) + dag - 1;
  const dagInTijdperk =
    jaarInTijdperk * 365 + Math.floor(jaarInTijdperk / 4) - Math.floor(jaarInTijdperk / 100) + dagInJaar;
  return tijdperk * 146_097 + dagInTijdperk - 719_468;
}

function inDelen(d: string): Delen {
  return { jaar: cijfers(d, 0) * 100 + cijfers(d, 2), maand: cijfers(d, 5), dag: cijfers(d, 8) };
}

/** The two digits at `plaats`. Character codes, because this is the innermost step of every term. */
function cijfers(d: string, plaats: number): number {
  return d.charCodeAt(plaats) * 10 + d.charCodeAt(plaats + 1) - 528;
}

function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0 ? 29 : 28;
  return maand === 4 || maand === 6 || maand === 9 || maand === 11 ? 30 : 31;
}

function geheel(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError('Geen geheel getal');
  return n;
}
