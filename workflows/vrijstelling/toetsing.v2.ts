import { bereken, datumInWoorden, plusDagen, plusMaanden, schooljaarVan, type Datum } from '#kalender';
import { eerstvolgende, eis, gemeentelijk, wet, type Eis } from '#process';
import type { C, Dossier, Grond } from './namen.v2.js';
import { hoogstensEenJaar } from './toetsing.v1.js';

export const WET = 'Leerplichtwet 1969';
export const AWB = 'Algemene wet bestuursrecht';

/** True of a process on one of these grounds. */
export const is =
  (...gronden: Grond[]) =>
  (c: { gegevens: Partial<Dossier> }): boolean =>
    c.gegevens.grond !== undefined && gronden.includes(c.gegevens.grond);
/** The exemption arises by law; nobody grants it. */
export const isKennisgeving = is('art5onderA', 'art5onderB', 'art5onderC');
/** Burgemeester en wethouders decide. */
export const isAanvraag = is('art15', 'art3a', 'art3b');

/** The same guard, for these grounds only. */
export const bij = <I>(gronden: Grond[], e: Eis<C<I>>): Eis<C<I>> => ({
  ...e,
  als: (c) => !is(...gronden)(c) || e.als(c),
});

/** The statement itself (art. 8 lid 1): who has no such objections has no claim. */
export const bedenkingenVerklaard = eis<Record<string, unknown>, Dossier>({
  naam: 'bedenkingenVerklaard',
  grondslag: wet(WET, '8 lid 1'),
  melding:
    'Er is geen verklaring dat de ouders overwegende bedenkingen hebben tegen de richting van alle scholen binnen redelijke afstand.',
  als: (c) => c.heeftVlag('bedenkingenGetoetst') && c.gegevens.bedenkingen === true,
});

/** The first day of the year before the kennisgeving, in which the youth may not have been at a school of that direction. */
const jaarErvoor = (c: { gegevens: Partial<Dossier> }): Datum => plusMaanden(c.gegevens.kennisgevingOp!, -12);

/** Art. 8 lid 2: a placement that ended on the day a year before the kennisgeving still lies in that year. */
export const nietGeplaatstGeweest = eis<Record<string, unknown>, Dossier>({
  naam: 'nietGeplaatstGeweest',
  grondslag: wet(WET, '8 lid 2'),
  melding: (c) =>
    `De verklaring is niet geldig: de jongere was sinds ${datumInWoorden(jaarErvoor(c))} nog geplaatst op een school van de richting waartegen de bedenkingen bestaan.`,
  als: ({ gegevens: g }) =>
    g.eerderGeplaatst === false ||
    (g.geplaatstTotEnMet !== undefined && g.geplaatstTotEnMet < jaarErvoor({ gegevens: g })),
});

export const schoolverklaringAanwezig = eis<Record<string, unknown>, Dossier>({
  naam: 'schoolverklaringAanwezig',
  grondslag: wet(WET, '9'),
  melding:
    'Er is bij deze kennisgeving geen verklaring van de school in het buitenland dat de jongere daar staat ingeschreven en haar geregeld bezoekt.',
  als: (c) =>
    c.heeftVlag('schoolverklaringBinnen') &&
    c.gegevens.ingeschreven === true &&
    c.gegevens.bezoektGeregeld === true,
});

/** The last day of the leerplicht: of the school year in which the youth turns 16, or earlier after twelve school years (art. 3 lid 1). */
export const eindeLeerplicht = (g: Partial<Dossier>): Datum =>
  g.leerplichtTot ?? eerstvolgende('07-31', plusMaanden(g.achttienOp!, -24));

type Periode = { geldigVanaf: Datum; geldigTot: Datum };

const inKwalificatieplicht = eis<Periode, Dossier>({
  naam: 'inKwalificatieplicht',
  grondslag: wet(WET, '15 lid 1'),
  melding: (c) =>
    `Deze vrijstelling geldt alleen van de kwalificatieplicht (artikel 4a). De leerplicht duurt tot en met ${datumInWoorden(eindeLeerplicht(c.gegevens))}.`,
  als: (c) => c.invoer.geldigVanaf > eindeLeerplicht(c.gegevens),
});
const periodeGenoemd = eis<Periode, Dossier>({
  naam: 'periodeGenoemd',
  grondslag: wet(WET, '15 lid 2 onder b'),
  melding: 'De einddatum ligt voor de begindatum.',
  als: ({ invoer: i }) => i.geldigTot >= i.geldigVanaf,
});
const veertienJaar = eis<Periode, Dossier>({
  naam: 'veertienJaar',
  grondslag: wet(WET, '3a lid 1'),
  melding: 'De jongere is op de begindatum nog geen 14 jaar.',
  als: (c) => c.invoer.geldigVanaf >= plusMaanden(c.gegevens.achttienOp!, -48),
});
const eenSchooljaar = eis<Periode, Dossier>({
  naam: 'eenSchooljaar',
  grondslag: wet(WET, '3a lid 1'),
  melding:
    'Vervangende leerplicht wordt voor een bepaald schooljaar toegestaan: begin en einde liggen in hetzelfde schooljaar.',
  als: ({ invoer: i }) =>
    i.geldigTot >= i.geldigVanaf && schooljaarVan(i.geldigVanaf) === schooljaarVan(i.geldigTot),
});
const laatsteSchooljaar = eis<Periode, Dossier>({
  naam: 'laatsteSchooljaar',
  grondslag: wet(WET, '3b lid 1'),
  melding: (c) =>
    `Dit kan alleen in het laatste schooljaar van de leerplicht: dat is ${schooljaarVan(eindeLeerplicht(c.gegevens))}.`,
  als: ({ invoer: i, gegevens }) =>
    i.geldigTot >= i.geldigVanaf &&
    [i.geldigVanaf, i.geldigTot].every((d) => schooljaarVan(d) === schooljaarVan(eindeLeerplicht(gegevens))),
});

/** What the law says of the period that is granted, also when it is granted on objection. */
export const periodeMag: Eis<C<Periode>>[] = [
  bij(['art15'], inKwalificatieplicht),
  bij(['art15'], periodeGenoemd),
  bij(
    ['art15'],
    eis<Periode, Dossier>({
      naam: 'hoogstensEenJaar',
      grondslag: gemeentelijk('een vrijstelling geldt hoogstens een jaar'),
      melding: 'De einddatum ligt meer dan een jaar na de begindatum.',
      als: ({ invoer: i }) => hoogstensEenJaar(i.geldigVanaf, i.geldigTot),
    }),
  ),
  bij(['art3a'], veertienJaar),
  bij(['art3a'], eenSchooljaar),
  bij(['art3b'], laatsteSchooljaar),
];

export const anderOnderwijsAangetoond = eis<{ anderOnderwijs?: unknown }, Dossier>({
  naam: 'anderOnderwijsAangetoond',
  grondslag: wet(WET, '15 lid 1'),
  melding: 'Schrijf op waaruit blijkt dat de jongere op andere wijze voldoende onderwijs krijgt.',
  als: (c) => c.invoer.anderOnderwijs !== undefined,
});
/** Only with the consent of the school's board may a school deviate from its lessons. */
export const bevoegdGezagAkkoord = eis<Record<string, unknown>, Dossier>({
  naam: 'bevoegdGezagAkkoord',
  grondslag: wet(WET, '3a lid 1'),
  melding: 'Het bevoegd gezag van de school stemt niet in.',
  als: (c) => c.gegevens.bevoegdGezagAkkoord === true,
});

const gehoord = (vlag: string, artikel: string, melding: string): Eis<C> => ({
  naam: vlag,
  grondslag: wet(WET, artikel),
  melding,
  als: (c) => c.heeftVlag(vlag),
});
const AANVRAGER = 'De aanvrager en de jongere zijn nog niet gehoord.';
const SCHOOLHOOFD = 'Het hoofd van de school is nog niet gehoord.';
/** Whom burgemeester en wethouders hear before they decide, either way. */
export const allenGehoord: Eis<C>[] = [
  bij(['art3a'], gehoord('aanvragerGehoord', '3a lid 3 onder a', AANVRAGER)),
  bij(['art3a'], gehoord('schoolhoofdGehoord', '3a lid 3 onder b', SCHOOLHOOFD)),
  bij(['art3b'], gehoord('aanvragerGehoord', '3b lid 4 onder a', AANVRAGER)),
  bij(['art3b'], gehoord('schoolhoofdGehoord', '3b lid 4 onder b', SCHOOLHOOFD)),
  bij(
    ['art3b'],
    gehoord(
      'instellingGehoord',
      '3b lid 4 onder b',
      'Het hoofd van de nieuwe instelling is nog niet gehoord.',
    ),
  ),
];

/** A letter that was posted in time may come until a week after the term (Awb 6:9 lid 2). */
const POSTDAGEN = 7;
/** The last day of the objection: six weeks after the publication, extended by the Algemene termijnenwet (Awb 6:7 and 6:8). */
export const laatsteDagBezwaar = (c: Pick<C, 'gegevens' | 'kader'>): Datum =>
  bereken(
    {
      vanaf: c.gegevens.bekendgemaaktOp!,
      duur: { weken: 6 },
      richting: 'vooruit',
      soort: 'LAW',
      type: 'uiterlijk',
      verschuift: true,
    },
    c.kader.kalender,
  ).datum;
/** True when the six weeks were over as it came: in time only when it was posted in time, or with an excuse (Awb 6:11). */
export const naBezwaartermijn = (c: C<{ ontvangenOp: Datum }>): boolean =>
  c.invoer.ontvangenOp > laatsteDagBezwaar(c);
/** True when no objection can come any more. */
export const postVoorbij = (c: C): boolean => c.vandaag > plusDagen(laatsteDagBezwaar(c), POSTDAGEN);

/** A request for the next school year must come eight weeks before the end (art. 3a lid 5); a later one goes on, flagged (F7). */
export const verzoekTeLaat = (c: C<{ kennisgevingOp: Datum }>): boolean =>
  is('art3a')(c) &&
  c.gegevens.geldigTot !== undefined &&
  c.invoer.kennisgevingOp > plusDagen(c.gegevens.geldigTot, -56);

/** While a renewal is decided: what was granted before has not ended yet. */
export const eerdereLooptNog = (c: C): boolean =>
  c.heeftVlag('verlenging') && c.gegevens.geldigTot !== undefined && c.gegevens.geldigTot >= c.vandaag;
