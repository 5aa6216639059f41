import { dagVanDeWeek, jaarVan, plusDagen, samengesteld } from './datum.js';
import type { Datum } from './datum.js';

/** A holiday of the Algemene termijnenwet with the article that names it. */
export interface Feestdag {
  datum: Datum;
  naam: string;
  grondslag: string;
}

const LID_1 = 'Algemene termijnenwet art. 3 lid 1';
const LID_2 = 'Algemene termijnenwet art. 3 lid 2';

interface Jaar {
  dagen: readonly Readonly<Feestdag>[];
  naamOp: ReadonlyMap<Datum, string>;
}

const perJaar = new Map<number, Jaar>();

/**
 * The holidays of `jaar` in order of date: Algemene termijnenwet art. 3 lid 1, and Good Friday, which lid 2 equates with them.
 * Easter Sunday and Whit Sunday are not in the list: they are Sundays. 5 mei counts each year, not only each fifth.
 * Throws RangeError outside the years 1 to 9999; the Easter rule is that of the Gregorian calendar.
 */
export function feestdagen(jaar: number): readonly Readonly<Feestdag>[] {
  return inJaar(jaar).dagen;
}

/** The name of the holiday on `d`, undefined when it is none. */
export function feestdagOp(d: Datum): string | undefined {
  return inJaar(jaarVan(d)).naamOp.get(d);
}

function inJaar(jaar: number): Jaar {
  let gevonden = perJaar.get(jaar);
  if (!gevonden) {
    const dagen = bepaal(jaar);
    // Reversed, so that of two holidays on one day (Hemelvaart on 5 May 2016) the first in the list gives the name.
    gevonden = { dagen, naamOp: new Map([...dagen].reverse().map((f) => [f.datum, f.naam])) };
    perJaar.set(jaar, gevonden);
  }
  return gevonden;
}

function bepaal(jaar: number): Feestdag[] {
  const pasen = eerstePaasdag(jaar);
  const dagen: Feestdag[] = [
    { datum: samengesteld(jaar, 1, 1), naam: 'Nieuwjaarsdag', grondslag: LID_1 },
    { datum: plusDagen(pasen, -2), naam: 'Goede Vrijdag', grondslag: LID_2 },
    { datum: plusDagen(pasen, 1), naam: 'Tweede Paasdag', grondslag: LID_1 },
    { ...koningsdag(jaar), grondslag: LID_1 },
    { datum: samengesteld(jaar, 5, 5), naam: 'Bevrijdingsdag', grondslag: LID_1 },
    { datum: plusDagen(pasen, 39), naam: 'Hemelvaartsdag', grondslag: LID_1 },
    { datum: plusDagen(pasen, 50), naam: 'Tweede Pinksterdag', grondslag: LID_1 },
    { datum: samengesteld(jaar, 12, 25), naam: 'Eerste Kerstdag', grondslag: LID_1 },
    { datum: samengesteld(jaar, 12, 26), naam: 'Tweede Kerstdag', grondslag: LID_1 },
  ];
  return dagen.sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
}

/** 27 April, or the 26th when the 27th is a Sunday. Before 2014 Koninginnedag, 30 and 29 April. */
function koningsdag(jaar: number): { datum: Datum; naam: string } {
  const dag = samengesteld(jaar, 4, jaar < 2014 ? 30 : 27);
  return {
    datum: dagVanDeWeek(dag) === 7 ? plusDagen(dag, -1) : dag,
    naam: jaar < 2014 ? 'Koninginnedag' : 'Koningsdag',
  };
}

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function eerstePaasdag(jaar: number): Datum {
  const gulden = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const restEeuw = jaar % 100;
  const maancorrectie = Math.floor((eeuw - Math.floor((eeuw + 8) / 25) + 1) / 3);
  const epacta = (19 * gulden + eeuw - Math.floor(eeuw / 4) - maancorrectie + 15) % 30;
  const totZondag = (32 + 2 * (eeuw % 4) + 2 * Math.floor(restEeuw / 4) - epacta - (restEeuw % 4)) % 7;
  const uitzondering = Math.floor((gulden + 11 * epacta + 22 * totZondag) / 451);
  const maandEnDag = epacta + totZondag - 7 * uitzondering + 114;
  return samengesteld(jaar, Math.floor(maandEnDag / 31), (maandEnDag % 31) + 1);
}
