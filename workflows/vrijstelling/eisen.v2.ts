import type { Datum } from '#kalender';
import { eis, gemeentelijk, wet, type Eis } from '#process';
import type { C, Dossier } from './namen.v2.js';
import {
  artsAangewezen,
  hoogstensEenJaar,
  nietBehandelend,
  nooitGeschikt,
  verklaringNietTeOud,
  verklaringNogGeldig,
} from './toetsing.v1.js';
import {
  allenGehoord,
  anderOnderwijsAangetoond,
  AWB,
  bedenkingenVerklaard,
  bevoegdGezagAkkoord,
  bij,
  is,
  nietGeplaatstGeweest,
  periodeMag,
  schoolverklaringAanwezig,
  WET,
} from './toetsing.v2.js';

type Opening = { kennisgevingOp: Datum; achttienOp: Datum };
/** What a kennisgeving or an aanvraag must meet to be taken in. */
export const startEisen: Eis<C<Opening>>[] = [
  {
    naam: 'nogGeenAchttien',
    grondslag: wet(WET, '4b'),
    melding: 'De jongere is 18 of ouder. De leerplicht en de kwalificatieplicht zijn geëindigd.',
    als: (c) => c.invoer.achttienOp > c.vandaag,
  },
  bij(['art5onderA', 'art5onderB', 'art5onderC'], {
    naam: 'kennisgevingOntvangen',
    grondslag: wet(WET, '6 lid 1'),
    melding: 'De kennisgeving is nog niet gedaan: de datum ligt in de toekomst.',
    als: (c) => c.invoer.kennisgevingOp <= c.vandaag,
  }),
  bij(['art15', 'art3a', 'art3b'], {
    naam: 'aanvraagOntvangen',
    grondslag: wet(AWB, '4:1'),
    melding: 'De aanvraag is nog niet gedaan: de datum ligt in de toekomst.',
    als: (c) => c.invoer.kennisgevingOp <= c.vandaag,
  }),
];

const isGedaan = (naam: string, artikel: ReturnType<typeof wet>, melding: string) =>
  eis<{ kennisgevingOp: Datum }, Dossier>({
    naam,
    grondslag: artikel,
    melding,
    als: (c) => c.invoer.kennisgevingOp <= c.vandaag,
  });

/** A day that somebody records lies in the past. */
const geweest = <V extends string>(naam: string, veld: V, melding: string) =>
  eis<Record<V, Datum>, Dossier>({
    naam,
    grondslag: gemeentelijk('iets wordt vastgelegd nadat het is gebeurd'),
    melding,
    als: (c) => c.invoer[veld] <= c.vandaag,
  });

/** Per action of a kennisgeving. */
export const kennisgevingEisen = {
  artsAanwijzen: [artsAangewezen, nietBehandelend],
  verklaringOntvangen: [
    artsAangewezen,
    nietBehandelend,
    eis<{ getekendOp: Datum }, Dossier>({
      naam: 'verklaringGetekend',
      grondslag: wet(WET, '7'),
      melding: 'De verklaring is gedateerd in de toekomst.',
      als: (c) => c.invoer.getekendOp <= c.vandaag,
    }),
    verklaringNietTeOud,
  ],
  bedenkingenGetoetst: [
    eis<{ eerderGeplaatst: boolean; geplaatstTotEnMet?: Datum }, Dossier>({
      naam: 'plaatsingBekend',
      grondslag: wet(WET, '8 lid 2'),
      melding: 'Vul in tot en met welke dag de jongere op een school van die richting was geplaatst.',
      als: ({ invoer: i }) => !i.eerderGeplaatst || i.geplaatstTotEnMet !== undefined,
    }),
  ],
  schoolverklaringOntvangen: [
    eis<{ schoolverklaringOp: Datum }, Dossier>({
      naam: 'schoolverklaringGedateerd',
      grondslag: wet(WET, '9'),
      melding: 'De verklaring van de school is gedateerd in de toekomst.',
      als: (c) => c.invoer.schoolverklaringOp <= c.vandaag,
    }),
  ],
  bevestigen: [
    eis<Record<string, unknown>, Dossier>({
      naam: 'kennisgevingVolledig',
      grondslag: wet(WET, '6 lid 1'),
      melding: 'De kennisgeving is nog niet volledig verklaard.',
      als: (c) => c.heeftVlag('kennisgevingVolledig'),
    }),
    bij(['art5onderA'], {
      naam: 'verklaringAanwezig',
      grondslag: wet(WET, '7'),
      melding: 'Er is nog geen verklaring van de aangewezen arts bij deze kennisgeving.',
      als: (c) => c.heeftVlag('verklaringBinnen'),
    }),
    bij(['art5onderA'], artsAangewezen),
    bij(['art5onderA'], nietBehandelend),
    bij(['art5onderA'], {
      naam: 'ongeschiktVerklaard',
      grondslag: wet(WET, '5 onder a'),
      melding: 'De verklaring zegt niet dat de jongere ongeschikt is om tot een school te worden toegelaten.',
      als: (c) => c.gegevens.oordeel === 'ongeschikt' || nooitGeschikt(c),
    }),
    bij(['art5onderA'], verklaringNogGeldig),
    bij(['art5onderB'], bedenkingenVerklaard),
    bij(['art5onderB'], nietGeplaatstGeweest),
    bij(['art5onderC'], schoolverklaringAanwezig),
    eis<{ geldigTot?: Datum }, Dossier>({
      naam: 'jaarlijksOpnieuw',
      grondslag: wet(WET, '6 lid 2 onder b'),
      melding:
        'Geef een einddatum: alleen wie volgens de verklaring nooit geschikt wordt, hoeft niet elk jaar opnieuw.',
      als: (c) => nooitGeschikt(c) || c.invoer.geldigTot !== undefined,
    }),
    eis<{ geldigVanaf: Datum; geldigTot?: Datum }, Dossier>({
      naam: 'hoogstensEenJaar',
      grondslag: gemeentelijk('een vrijstelling geldt hoogstens een jaar, tot het einde van het schooljaar'),
      melding: 'De einddatum ligt voor de begindatum of meer dan een jaar erna.',
      als: ({ invoer: i }) =>
        i.geldigTot === undefined ||
        (i.geldigTot >= i.geldigVanaf && hoogstensEenJaar(i.geldigVanaf, i.geldigTot)),
    }),
    bij(['art5onderA'], {
      naam: 'onderwijskundigAdvies',
      grondslag: gemeentelijk('beslissen met het onderwijskundig advies van het samenwerkingsverband'),
      melding: 'Het onderwijskundig advies van het samenwerkingsverband is nog niet binnen.',
      als: (c) => c.heeftVlag('adviesBinnen'),
    }),
  ],
  verlengingOntvangen: [
    isGedaan(
      'kennisgevingOntvangen',
      wet(WET, '6 lid 1'),
      'De kennisgeving is nog niet gedaan: de datum ligt in de toekomst.',
    ),
  ],
};

const gehoordGeweest = geweest('gehoordGeweest', 'gehoordOp', 'De dag van het horen ligt in de toekomst.');
const besluitGenomen = eis<{ besluitOp: Datum }, Dossier>({
  naam: 'besluitGenomen',
  grondslag: gemeentelijk('een besluit wordt vastgelegd nadat het op de aanvraag is genomen'),
  melding: 'De dag van het besluit ligt in de toekomst of voor de aanvraag.',
  als: (c) => c.invoer.besluitOp <= c.vandaag && c.invoer.besluitOp >= c.gegevens.kennisgevingOp!,
});
const bezwaarBeslist = eis<{ beslistOp: Datum }, Dossier>({
  naam: 'bezwaarBeslist',
  grondslag: gemeentelijk('een beslissing op bezwaar wordt vastgelegd nadat zij is genomen'),
  melding: 'De dag van de beslissing ligt in de toekomst of voor het bezwaar.',
  als: (c) => c.invoer.beslistOp <= c.vandaag && c.invoer.beslistOp >= c.gegevens.ontvangenOp!,
});

/** Per action of an aanvraag and of an objection. */
export const aanvraagEisen = {
  aanvragerGehoord: [gehoordGeweest],
  schoolhoofdGehoord: [gehoordGeweest],
  instellingGehoord: [gehoordGeweest],
  toekennen: [
    besluitGenomen,
    bij(['art15'], anderOnderwijsAangetoond),
    ...allenGehoord,
    bij(['art3a'], bevoegdGezagAkkoord),
    ...periodeMag,
  ],
  afwijzen: [besluitGenomen, ...allenGehoord],
  nietBehandelen: [
    besluitGenomen,
    eis<Record<string, unknown>, Dossier>({
      naam: 'gelegenheidGehad',
      grondslag: wet(AWB, '4:5 lid 1'),
      melding: 'De termijn om de aanvraag aan te vullen loopt nog.',
      als: (c) => c.heeftVlag('aanvraagNietAangevuld'),
    }),
  ],
  besluitBekendgemaakt: [
    eis<{ bekendgemaaktOp: Datum }, Dossier>({
      naam: 'besluitToegezonden',
      grondslag: wet(AWB, '3:41'),
      melding: 'De dag van verzending ligt in de toekomst of voor het besluit.',
      als: (c) => c.invoer.bekendgemaaktOp <= c.vandaag && c.invoer.bekendgemaaktOp >= c.gegevens.besluitOp!,
    }),
  ],
  verlengingGevraagd: [
    isGedaan(
      'aanvraagOntvangen',
      wet(AWB, '4:1'),
      'De aanvraag is nog niet gedaan: de datum ligt in de toekomst.',
    ),
    eis<Record<string, unknown>, Dossier>({
      naam: 'nogEenSchooljaar',
      grondslag: wet(WET, '3b lid 1'),
      melding: 'Dit was het laatste schooljaar van de leerplicht: verlengen kan niet.',
      als: (c) => !is('art3b')(c),
    }),
  ],
  bezwaarOntvangen: [
    geweest('bezwaarBinnen', 'ontvangenOp', 'De dag waarop het bezwaar binnenkwam ligt in de toekomst.'),
  ],
  bezwaarOngegrond: [bezwaarBeslist],
  bezwaarGegrond: [bezwaarBeslist, ...periodeMag],
};
