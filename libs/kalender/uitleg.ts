/** Dates and terms in plain Dutch. */
import { dagVanDeWeek, jaarVan, maandVan } from './datum.js';
import type { Datum } from './datum.js';
import { duurInWoorden } from './duur.js';
import type { Berekening, Vraag } from './termijn.js';

const MAANDEN =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const WEEKDAGEN = 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' ');

/** The date in words: '28 december 2026'. */
export function datumInWoorden(d: Datum): string {
  return `${dagEnMaand(d)} ${jaarVan(d)}`;
}

/**
 * How the date of a term came about, in one Dutch sentence part without full stop: '6 weken na 13 november 2026 = 25 december
 * (Eerste Kerstdag), verlengd tot maandag 28 december 2026, Algemene termijnenwet art. 1'. `b` is what `bereken` gave for `v`.
 */
export function legUit(v: Vraag, b: Berekening): string {
  return telling(v, b) + slot(v, b);
}

function telling(v: Vraag, b: Berekening): string {
  const opgeschort =
    b.dagenOpgeschort === undefined ? '' : `, ${duurInWoorden({ dagen: b.dagenOpgeschort })} opgeschort`;
  if (!v.duur) {
    const anker = `${v.type} ${metWeekdag(v.vanaf)}${opgeschort}`;
    return b.datum === v.vanaf ? anker : `${anker} = ${metWeekdag(b.datum)}`;
  }
  const begin = `${duurInWoorden(v.duur)} ${v.richting === 'terug' ? 'vóór' : 'na'} ${datumInWoorden(v.vanaf)}${opgeschort}`;
  if (!b.verlengdOm) return `${begin} = ${metWeekdag(b.datum)}`;
  const reden = b.verlengdOm[0] ?? '';
  const einde =
    jaarVan(b.onverlengd) === jaarVan(b.datum) ? dagEnMaand(b.onverlengd) : datumInWoorden(b.onverlengd);
  // Only the law extends a term; a municipality moves a date, and does not borrow the law's words for it.
  return v.soort === 'LAW'
    ? `${begin} = ${einde} (${reden}), verlengd tot ${metWeekdag(b.datum)}, ${b.grondVerlenging}`
    : `${begin} = ${einde} (${reden}), naar de eerstvolgende werkdag (${b.grondVerlenging}): ${metWeekdag(b.datum)}`;
}

function slot(v: Vraag, b: Berekening): string {
  const nietVerlengd = b.grondNietVerlengd ? `, niet verlengd (${b.grondNietVerlengd})` : '';
  if (!b.voorlopig) return nietVerlengd;
  const stil = v.schorsingen?.find((s) => s.tot === undefined);
  if (stil) return `${nietVerlengd}, voorlopig: de termijn staat stil sinds ${datumInWoorden(stil.van)}`;
  return `${nietVerlengd}, voorlopig: de vakanties van de school zijn niet tot en met deze datum bekend`;
}

function metWeekdag(d: Datum): string {
  return `${WEEKDAGEN[dagVanDeWeek(d) - 1]} ${datumInWoorden(d)}`;
}

function dagEnMaand(d: Datum): string {
  return `${Number(d.slice(8))} ${MAANDEN[maandVan(d) - 1]}`;
}
