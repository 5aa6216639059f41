import type { Datum } from '#kalender';
import { eis, gemeentelijk, keten, wet, type Context, type Kader } from '#process';

/** What the checks read from a process of type halt. */
export interface Zaak {
  uren: number;
  aantalTeLaat: number;
  overlegOvJ: boolean;
  twaalfOp: Datum;
  zestienOp: Datum;
  achttienOp: Datum;
  cautie: boolean;
  gehoordOp: Datum;
  jongere: boolean;
  ouders: boolean;
  verwezenOp: Datum;
}
/** What the officer sends along with the referral. */
export interface Verwijzing {
  verwezenOp: Datum;
  /** What the officer found to stand in the way. */
  beletsel: 'geen' | 'nietLeerplichtig' | 'nietVerwijtbaar' | 'eerstHulp';
  uren?: number;
  aantalTeLaat?: number;
}
type Gegevens = Partial<Zaak>;

export const SR = 'Wetboek van Strafrecht';
const SV = 'Wetboek van Strafvordering';
const WET = 'Leerplichtwet 1969';
const HALT = 'Halt, voorwaarden schoolverzuim';

/** From 9 hours or 12 times late on; above 60 the officier van justitie decides along (settled reading 9). */
const MINSTENS_UREN = 9;
const MINSTENS_TE_LAAT = 12;
const HOOGSTENS = 60;

/** Young enough and old enough for Halt on this day: 12 up to and including 17. A birth date that is unknown is not met. */
export const leeftijdGoed = (g: Gegevens, op: Datum): boolean =>
  g.twaalfOp !== undefined && g.achttienOp !== undefined && g.twaalfOp <= op && op < g.achttienOp;

/** True when the parents must consent too: under 16 on this day. */
export const onderZestien = (g: Gegevens, op: Datum): boolean =>
  g.zestienOp === undefined || op < g.zestienOp;

export const isAchttien = (c: { gegevens: Gegevens; vandaag: Datum }): boolean =>
  c.gegevens.achttienOp !== undefined && c.gegevens.achttienOp <= c.vandaag;

/** What the municipality lets happen to a Halt that runs on the 18th birthday [U]: 'vragen' (default), 'doorgaan' or 'stoppen'. */
export const bijAchttien = (c: { kader: Kader }): unknown => c.kader.instellingen.waarden['haltBijAchttien'];

/** A negative answer of the youth, or of the parents where theirs counts. */
export const weigertToestemming = (c: Context<{ jongere: boolean; ouders?: boolean }, Zaak>): boolean =>
  !c.invoer.jongere || (onderZestien(c.gegevens, c.vandaag) && c.invoer.ouders === false);

/** Everybody who must consent has done so. */
export const toestemmingVolledig = (c: Context<{ jongere: boolean; ouders?: boolean }, Zaak>): boolean =>
  c.invoer.jongere &&
  (!onderZestien(c.gegevens, c.vandaag) || (c.invoer.ouders ?? c.gegevens.ouders) === true);

/** True when the officier van justitie was consulted, at the choice or since. */
const metOvJ = (c: Context<Verwijzing, Zaak>): boolean =>
  c.gegevens.overlegOvJ === true || c.heeftVlag('overlegMetOvJ');

/** The day for which age and consent are judged: a referral that is recorded ahead counts as of today. */
const dagVan = (c: Context<Verwijzing, Zaak>): Datum =>
  c.invoer.verwezenOp < c.vandaag ? c.invoer.verwezenOp : c.vandaag;

const omvang = (c: Context<Verwijzing, Zaak>): { uren: number; teLaat: number } => ({
  uren: c.invoer.uren ?? c.gegevens.uren ?? 0,
  teLaat: c.invoer.aantalTeLaat ?? c.gegevens.aantalTeLaat ?? 0,
});

export const cautieGegeven = eis<{ cautie: boolean }>({
  naam: 'cautie',
  grondslag: wet(SV, '29'),
  melding: 'Zonder cautie telt het verhoor niet. Zeg de jongere eerst dat hij niet hoeft te antwoorden.',
  als: (c) => c.invoer.cautie,
});

/** The referral is judged anew: days have passed and dates may have been corrected since the youth was heard. */
export const verwijzingMag = [
  eis<Verwijzing, Zaak>({
    naam: 'leeftijdHalt',
    grondslag: wet(SR, '77a'),
    melding: 'Halt is voor jongeren van 12 tot 18 jaar. Op de dag van de verwijzing is de jongere dat niet.',
    als: (c) => leeftijdGoed(c.gegevens, dagVan(c)),
  }),
  eis<Verwijzing, Zaak>({
    naam: 'cautieBijVerhoor',
    grondslag: wet(SV, '29'),
    melding: 'De jongere is niet gehoord met cautie.',
    als: (c) => c.gegevens.cautie === true && c.gegevens.gehoordOp !== undefined,
  }),
  eis<Verwijzing, Zaak>({
    naam: 'toestemming',
    grondslag: wet(SR, '77e'),
    melding: (c) =>
      onderZestien(c.gegevens, dagVan(c))
        ? 'De jongere is nog geen 16: de jongere en de ouders moeten allebei toestemming geven.'
        : 'De jongere heeft geen toestemming gegeven.',
    als: (c) =>
      c.gegevens.jongere === true && (!onderZestien(c.gegevens, dagVan(c)) || c.gegevens.ouders === true),
  }),
  eis<Verwijzing, Zaak>({
    naam: 'leerplichtig',
    grondslag: wet(WET, '2 lid 3'),
    melding: 'Alleen wie leerplichtig of kwalificatieplichtig is, kan naar Halt worden verwezen.',
    als: (c) => c.invoer.beletsel !== 'nietLeerplichtig',
  }),
  eis<Verwijzing, Zaak>({
    naam: 'eerderHalt',
    grondslag: keten('niet eerder naar Halt verwezen voor schoolverzuim', HALT),
    melding: ({ feiten: { haltVerwezen: n } }) =>
      n === undefined
        ? 'Het is niet bekend of de jongere eerder naar Halt is verwezen voor schoolverzuim.'
        : `De jongere is al ${n === 1 ? 'een keer' : `${n} keer`} naar Halt verwezen voor schoolverzuim. Dat kan één keer.`,
    als: (c) => c.feiten.haltVerwezen === 0,
  }),
  // F7: setting the norm above aside does not do without the officier van justitie.
  eis<Verwijzing, Zaak>({
    naam: 'eerderHaltOverleg',
    grondslag: keten('een tweede keer Halt alleen na overleg met de officier van justitie', HALT),
    melding: 'De jongere is al eerder naar Halt verwezen. Overleg eerst met de officier van justitie.',
    als: (c) => !c.feiten.haltVerwezen || metOvJ(c),
  }),
  eis<Verwijzing, Zaak>({
    naam: 'haltOndergrens',
    grondslag: keten('minstens 9 uur verzuim of 12 keer te laat', HALT),
    melding:
      'Halt is voor ten minste 9 uur verzuim of 12 keer te laat. Vul de uren en het aantal keren te laat in.',
    als: (c) => omvang(c).uren >= MINSTENS_UREN || omvang(c).teLaat >= MINSTENS_TE_LAAT,
  }),
  eis<Verwijzing, Zaak>({
    naam: 'haltBovengrens',
    grondslag: keten('hoogstens 60 uur verzuim en 60 keer te laat, daarboven met overleg', HALT),
    melding: 'Boven 60 uur verzuim of 60 keer te laat beslist u samen met de officier van justitie.',
    als: (c) => (omvang(c).uren <= HOOGSTENS && omvang(c).teLaat <= HOOGSTENS) || metOvJ(c),
  }),
  eis<Verwijzing, Zaak>({
    naam: 'verwijtbaar',
    grondslag: keten('het verzuim is de jongere te verwijten', HALT),
    melding: 'Halt is alleen voor verzuim dat de jongere zelf te verwijten is.',
    als: (c) => c.invoer.beletsel !== 'nietVerwijtbaar',
  }),
  eis<Verwijzing, Zaak>({
    naam: 'eerstHulp',
    grondslag: keten('geen ernstige problematiek zonder voldoende hulp', HALT),
    melding: 'Regel eerst hulp. Halt past niet zolang er voor ernstige problemen geen hulp is.',
    als: (c) => c.invoer.beletsel !== 'eerstHulp',
  }),
  eis<Verwijzing, Zaak>({
    naam: 'verwijzingNaVerhoor',
    grondslag: gemeentelijk(
      'een verwijzing wordt vastgelegd op of na de dag van het verhoor, als zij weg is',
    ),
    melding: 'De datum van de verwijzing ligt voor het verhoor of in de toekomst.',
    als: (c) =>
      c.invoer.verwezenOp <= c.vandaag &&
      (c.gegevens.gehoordOp === undefined || c.invoer.verwezenOp >= c.gegevens.gehoordOp),
  }),
];

/** The decision after the birthday [U]. */
export const besluitNa18Mag = [
  eis<{ besluit: string }, Zaak>({
    naam: 'isAchttien',
    grondslag: wet(WET, '4b'),
    melding: 'Dit besluit is pas aan de orde op de 18e verjaardag.',
    als: isAchttien,
  }),
  eis<{ besluit: string }, Zaak>({
    naam: 'verwezenVoorAchttien',
    grondslag: wet(SR, '77a'),
    melding: 'De jongere was nog niet verwezen en is nu 18. Halt kan niet meer beginnen.',
    als: (c) => c.invoer.besluit === 'stoppen' || c.gegevens.verwezenOp !== undefined,
  }),
];
