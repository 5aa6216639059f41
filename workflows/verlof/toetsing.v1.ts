import { bereken, datumInWoorden, plusDagen, type Datum } from '#kalender';
import { eis, gemeentelijk, wet, type Kader } from '#process';
import { eersteLesweken, type Periode } from './lesweken.v1.js';

export const WET = 'Leerplichtwet 1969';
export const AWB = 'Algemene wet bestuursrecht';

/** What the checks read from a process of type verlof. */
interface Dossier extends Periode {
  schooldagen: number;
  eerderDagen?: number;
  soort: 'gewichtig' | 'vakantie';
  aanvullenTotEnMet: Datum;
  verleendTotEnMet: Datum;
  bekendgemaaktOp: Datum;
  commissie?: boolean;
}
type Stand = { gegevens: Partial<Dossier>; kader: Kader };

/** Up to and including this many school days in a school year the head of the school decides (art. 14 lid 3, art. 13a lid 2). */
const DAGEN_VAN_HET_HOOFD = 10;
/** An objection that was posted in time is in time when it comes within a week (Awb 6:9 lid 2). */
const POSTDAGEN = 7;

/** All days of this school year together: those asked for and those granted before. */
const dagenDitSchooljaar = ({ gegevens: g }: Stand): number => (g.schooldagen ?? 0) + (g.eerderDagen ?? 0);
/** True when not the officer decides but the head. */
export const hoofdBeslist = (c: Stand): boolean => dagenDitSchooljaar(c) <= DAGEN_VAN_HET_HOOFD;
export const isVakantie = (c: Stand): boolean => c.gegevens.soort === 'vakantie';
/** The last day of the first two lesweken, when a holiday would fall in them. */
const inEersteLesweken = (c: Stand): Datum | undefined =>
  isVakantie(c) ? eersteLesweken(c.gegevens as Periode, c.kader) : undefined;
export const vakantieInEersteLesweken = (c: Stand): boolean => inEersteLesweken(c) !== undefined;

/** The last day to object: six weeks after the publication, extended by the Algemene termijnenwet (Awb 6:7 and 6:8). */
const laatsteDagBezwaar = (c: Stand): Datum =>
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
export const bezwaarOpTijd = (c: Stand & { vandaag: Datum }): boolean => c.vandaag <= laatsteDagBezwaar(c);
/** Later than the post can explain. It is taken all the same: there may be an excuse (Awb 6:11). */
export const bezwaarTeLaat = (c: Stand & { invoer: { bezwaarOp: Datum } }): boolean =>
  c.invoer.bezwaarOp > plusDagen(laatsteDagBezwaar(c), POSTDAGEN);
/** A committee of art. 7:13 advises: as the officer says, else as the municipality does it always. */
export const metCommissie = (c: Stand): boolean =>
  c.gegevens.commissie ?? c.kader.instellingen.waarden['bezwaarcommissie'] === true;

const nietInToekomst = <V extends string>(
  veld: V,
  wat: string,
): ReturnType<typeof eis<{ [K in V]?: Datum }>> =>
  eis<{ [K in V]?: Datum }>({
    naam: 'nietInToekomst',
    grondslag: gemeentelijk('wat is gebeurd wordt vastgelegd op of na die dag'),
    melding: `${wat} ligt in de toekomst.`,
    als: (c) => {
      const op = c.invoer[veld];
      return op === undefined || op <= c.vandaag;
    },
  });

const vakantieNietInEersteLesweken = eis<Record<string, unknown>, Dossier>({
  naam: 'vakantieNietInEersteLesweken',
  grondslag: wet(WET, '13a lid 2'),
  melding: (c) =>
    `Vakantieverlof mag niet in de eerste twee lesweken van het schooljaar vallen: die duren tot en met ${datumInWoorden(inEersteLesweken(c)!)}.`,
  als: (c) => !vakantieInEersteLesweken(c),
});
const vakantieHoogstensTienDagen = eis<Record<string, unknown>, Dossier>({
  naam: 'vakantieHoogstensTienDagen',
  grondslag: wet(WET, '13a lid 2'),
  melding:
    'Vakantieverlof kan voor hoogstens tien schooldagen in een schooljaar. Langer kan niemand verlenen.',
  als: (c) => !isVakantie(c) || hoofdBeslist(c),
});
const vakantieBijHetHoofd = eis<Record<string, unknown>, Dossier>({
  naam: 'vakantieBijHetHoofd',
  grondslag: wet(WET, '13a lid 1'),
  melding: 'Over vakantieverlof beslist het hoofd van de school.',
  als: (c) => !isVakantie(c),
});
const meerDanTienDagen = eis<Record<string, unknown>, Dossier>({
  naam: 'meerDanTienDagen',
  grondslag: wet(WET, '14 lid 3'),
  melding:
    'Over tien schooldagen of minder in een schooljaar beslist het hoofd van de school. Verklaar de aanvraag niet-ontvankelijk en stuur haar door.',
  als: (c) => !hoofdBeslist(c),
});
/** Of a holiday of more than ten days nobody can grant anything, and the law asks for no hearing. */
const hoofdGehoord = eis<Record<string, unknown>, Dossier>({
  naam: 'hoofdGehoord',
  grondslag: wet(WET, '14 lid 3'),
  melding: 'Het hoofd van de school is nog niet gehoord.',
  als: (c) => isVakantie(c) || c.heeftVlag('hoofdGehoord'),
});

const periodeKlopt = eis<{ verleendVan: Datum; verleendTotEnMet: Datum }>({
  naam: 'periodeKlopt',
  grondslag: gemeentelijk('een verlof eindigt niet voordat het begint'),
  melding: 'De laatste dag van het verlof ligt voor de eerste dag.',
  als: ({ invoer }) => invoer.verleendVan <= invoer.verleendTotEnMet,
});
const nietMeerDanGevraagd = eis<{ verleendeDagen: number }, Dossier>({
  naam: 'nietMeerDanGevraagd',
  grondslag: gemeentelijk('er wordt niet meer verlof verleend dan is gevraagd'),
  melding: 'Er worden meer schooldagen verleend dan er zijn gevraagd.',
  als: (c) => c.invoer.verleendeDagen <= c.gegevens.schooldagen!,
});
/** What must hold before leave is granted, at first or after an objection. */
const magVerlenen = [
  vakantieNietInEersteLesweken,
  vakantieHoogstensTienDagen,
  vakantieBijHetHoofd,
  meerDanTienDagen,
  hoofdGehoord,
  periodeKlopt,
  nietMeerDanGevraagd,
];
const verlofVerleend = eis({
  naam: 'verlofVerleend',
  grondslag: gemeentelijk('terugkeer en overschrijding horen bij verleend verlof'),
  melding: 'Er is geen verlof verleend.',
  als: (c) => c.heeftVlag('verleend'),
});

export const startEisen = [
  eis<{ achttienOp: Datum }>({
    naam: 'nogGeenAchttien',
    grondslag: wet(WET, '4b'),
    melding: 'De jongere is 18 of ouder. De leerplicht en de kwalificatieplicht zijn geëindigd.',
    als: (c) => c.invoer.achttienOp > c.vandaag,
  }),
  eis<{ aangevraagdOp: Datum }>({
    naam: 'aangevraagdInVerleden',
    grondslag: gemeentelijk('een aanvraag krijgt de dag waarop zij binnenkwam'),
    melding: 'De datum van de aanvraag ligt in de toekomst.',
    als: (c) => c.invoer.aangevraagdOp <= c.vandaag,
  }),
];

/** Per action what must hold, whatever the state. */
export const eisen = {
  hoofdGehoord: [nietInToekomst('gehoordOp', 'De dag waarop het hoofd is gehoord')],
  aanvullingGevraagd: [
    eis<{ aanvullenTotEnMet: Datum }>({
      naam: 'termijnOmAanTeVullen',
      grondslag: wet(AWB, '4:5 lid 1'),
      melding: 'Geef de ouders tijd om aan te vullen: de dag moet na vandaag liggen.',
      als: (c) => c.invoer.aanvullenTotEnMet > c.vandaag,
    }),
  ],
  aanvullingOntvangen: [nietInToekomst('aangevuldOp', 'De dag van de aanvulling')],
  toekennen: magVerlenen,
  afwijzen: [meerDanTienDagen, hoofdGehoord],
  nietOntvankelijk: [
    eis<Record<string, unknown>, Dossier>({
      naam: 'hoofdBeslist',
      grondslag: wet(WET, '14 lid 3'),
      melding: 'Over meer dan tien schooldagen in een schooljaar beslist u zelf.',
      als: hoofdBeslist,
    }),
  ],
  buitenBehandelingLaten: [
    eis<Record<string, unknown>, Dossier>({
      naam: 'tijdOmAanTeVullenVoorbij',
      grondslag: wet(AWB, '4:5 lid 1'),
      melding: (c) =>
        `De ouders mogen nog aanvullen tot en met ${datumInWoorden(c.gegevens.aanvullenTotEnMet!)}.`,
      als: (c) => c.gegevens.aanvullenTotEnMet !== undefined && c.gegevens.aanvullenTotEnMet < c.vandaag,
    }),
  ],
  bekendgemaakt: [nietInToekomst('bekendgemaaktOp', 'De dag van de bekendmaking')],
  bezwaarOntvangen: [nietInToekomst('bezwaarOp', 'De dag van het bezwaar')],
  bezwaarGegrond: magVerlenen,
  teruggekeerd: [verlofVerleend, nietInToekomst('terugOp', 'De dag van terugkeer')],
  overschreden: [
    verlofVerleend,
    nietInToekomst('verzuimVanaf', 'De eerste dag van het verzuim'),
    eis<{ verzuimVanaf: Datum }, Dossier>({
      naam: 'naHetVerlof',
      grondslag: gemeentelijk('overschrijden is wegblijven na de laatste dag van het verlof'),
      melding: (c) => `Het verlof loopt tot en met ${datumInWoorden(c.gegevens.verleendTotEnMet!)}.`,
      als: (c) => c.invoer.verzuimVanaf > c.gegevens.verleendTotEnMet!,
    }),
  ],
};
