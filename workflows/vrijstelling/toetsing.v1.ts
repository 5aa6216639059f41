import { datumInWoorden, plusDagen, plusMaanden, schooljaarVan, type Datum } from '#kalender';
import { eerstvolgende, eis, wet, type Context, type Kader } from '#process';

/** What the checks of the law read from a process of type vrijstelling. */
export interface Dossier {
  kennisgevingOp: Datum;
  leerplichtigOp?: Datum;
  geldigVanaf: Datum;
  oordeel: 'ongeschikt' | 'geschikt' | 'nooitGeschikt';
  getekendOp: Datum;
}

const MAANDEN_GELDIG = 3;
const WET = 'Leerplichtwet 1969';

/**
 * The day on which a statement may be at most three months old: that of the kennisgeving, or of the check when that is later
 * [U]. The municipality sets `peildatumVerklaring` to 'kennisgeving' to count from the kennisgeving always.
 */
const peildatum = (c: { kader: Kader; vandaag: Datum; gegevens: Partial<Dossier> }): Datum => {
  const k = c.gegevens.kennisgevingOp ?? c.vandaag;
  return teltVanafKennisgeving(c) || k > c.vandaag ? k : c.vandaag;
};

/** True where the municipality lets a statement age no further after the kennisgeving. */
export const teltVanafKennisgeving = (c: { kader: Kader }): boolean =>
  c.kader.instellingen.waarden['peildatumVerklaring'] === 'kennisgeving';

/** The oldest day on which a statement may have been signed; months are clamped (settled reading 4). */
export const oudsteDatum = (c: { kader: Kader; vandaag: Datum; gegevens: Partial<Dossier> }): Datum =>
  plusMaanden(peildatum(c), -MAANDEN_GELDIG);

/** Names the day it counts from, because that is a choice of the municipality [U]. */
const teOud = (c: { kader: Kader; vandaag: Datum; gegevens: Partial<Dossier> }): string =>
  `De verklaring is ouder dan drie maanden: zij mag niet van voor ${datumInWoorden(oudsteDatum(c))} zijn (geteld vanaf ${datumInWoorden(peildatum(c))}, ${
    teltVanafKennisgeving(c) ? 'de kennisgeving' : 'de latere van kennisgeving en toets'
  }; instelling van de gemeente).`;

/** Of the statement that comes in. */
export const verklaringNietTeOud = eis<{ getekendOp: Datum }, Dossier>({
  naam: 'verklaringNietTeOud',
  grondslag: wet(WET, '7'),
  melding: teOud,
  als: (c) => c.invoer.getekendOp >= oudsteDatum(c),
});

/** Of the statement on which the confirmation rests. */
export const verklaringNogGeldig = eis<Record<string, unknown>, Dossier>({
  naam: 'verklaringNogGeldig',
  grondslag: wet(WET, '7'),
  melding: teOud,
  als: (c) => c.gegevens.getekendOp !== undefined && c.gegevens.getekendOp >= oudsteDatum(c),
});

/** The fact must be there: what is not known is not met. */
export const nietBehandelend = eis({
  naam: 'artsNietBehandelend',
  grondslag: wet(WET, '7'),
  melding: 'Deze arts behandelt de jongere. De verklaring moet van een onafhankelijke arts komen.',
  als: (c) => c.feiten.isBehandelendArts === false,
});

export const artsAangewezen = eis({
  naam: 'artsAangewezen',
  grondslag: wet(WET, '7'),
  melding: 'Deze arts is niet door burgemeester en wethouders aangewezen.',
  als: (c) => c.feiten.artsIsAangewezen === true,
});

/** The last valid day of the kennisgeving for the year after an exemption that began on `geldigVanaf` (art. 6 lid 2 onder b). */
const uiterlijkVoorVerlenging = (geldigVanaf: Datum): Datum => eerstvolgende('06-30', geldigVanaf);

/**
 * True when the first kennisgeving came less than a month before the youth becomes leerplichtig (art. 6 lid 2 onder a), or,
 * for who is leerplichtig already, after 30 June (onder b). It is accepted and flagged (F7).
 */
export const eersteTeLaat = ({
  invoer,
}: Context<{ kennisgevingOp: Datum; leerplichtigOp?: Datum }>): boolean =>
  invoer.leerplichtigOp
    ? invoer.kennisgevingOp > plusMaanden(invoer.leerplichtigOp, -1)
    : invoer.kennisgevingOp.slice(5) > '06-30';

/** True when the kennisgeving for a next year came after 30 June. */
export const verlengingTeLaat = (c: Context<{ kennisgevingOp: Datum }, Dossier>): boolean =>
  c.gegevens.geldigVanaf !== undefined &&
  c.invoer.kennisgevingOp > uiterlijkVoorVerlenging(c.gegevens.geldigVanaf);

/** True when an exemption begins in the school year in which it was claimed: accepted and flagged (settled reading 11 [U]). */
export const inLopendSchooljaar = (c: Context<{ geldigVanaf: Datum }, Dossier>): boolean =>
  !c.gegevens.leerplichtigOp &&
  c.gegevens.kennisgevingOp !== undefined &&
  schooljaarVan(c.invoer.geldigVanaf) === schooljaarVan(c.gegevens.kennisgevingOp);

/** True when the statement says that the youth will never be fit: no yearly kennisgeving (art. 6 lid 3). */
export const nooitGeschikt = (c: { gegevens: Partial<Dossier> }): boolean =>
  c.gegevens.oordeel === 'nooitGeschikt';

/** At most a year, the last day included (practice; the municipality may set it aside). */
export const hoogstensEenJaar = (vanaf: Datum, tot: Datum): boolean =>
  tot <= plusDagen(plusMaanden(vanaf, 12), -1);
