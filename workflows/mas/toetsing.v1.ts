import type { Datum } from '#kalender';
import { eis, gemeentelijk, keten, wet, type Eis } from '#process';
import type { C, Dossier } from './namen.v1.js';
import { schooldagenGemist } from './verzuim.v1.js';

const LPW = 'Leerplichtwet 1969';
/** The band in which Halt takes absence (settled reading 9). */
const HALT = { minUren: 9, minTeLaat: 12, maxUren: 60, maxTeLaat: 60 };
const HALT_BRON = 'Halt, verwijzingscriteria schoolverzuim';
/** Richtlijn voor strafvordering 2017, read as an excerpt; a later version may say otherwise [U]. */
const LUXE_SCHOOLDAGEN = 1;

/** What is recorded has happened: the date in `veld` is not after today. */
export const alGebeurd = <V extends string>(veld: V): Eis<C<{ [K in V]: Datum }>> =>
  eis<{ [K in V]: Datum }, Dossier>({
    naam: 'alGebeurd',
    grondslag: gemeentelijk('iets wordt vastgelegd nadat het is gebeurd'),
    melding: 'Deze datum ligt in de toekomst. Leg dit vast nadat het is gebeurd.',
    als: (c) => c.invoer[veld] <= c.vandaag,
  });

/** What is planned is still to come. */
export const nogTeGaan = <V extends string>(veld: V): Eis<C<{ [K in V]: Datum }>> =>
  eis<{ [K in V]: Datum }, Dossier>({
    naam: 'nogTeGaan',
    grondslag: gemeentelijk('een afspraak wordt gepland op een dag die nog komt'),
    melding: 'Deze datum ligt in het verleden. Kies een dag die nog komt.',
    als: (c) => c.invoer[veld] >= c.vandaag,
  });

/** A route runs once at a time. A teamleider sets this aside when its process never came to be. */
export const looptNogNiet = (vlag: string): Eis<C> =>
  eis<Record<string, unknown>, Dossier>({
    naam: 'routeLooptNogNiet',
    grondslag: gemeentelijk('een route loopt maar een keer tegelijk'),
    melding: 'Deze route loopt al. Rond die eerst af, of leg vast dat de route is gestopt.',
    als: (c) => !c.heeftVlag(vlag),
  });

/** Who is at home is so since a day that has been. */
export const thuisInVerleden = eis<{ thuisSinds?: Datum }, Dossier>({
  naam: 'thuisInVerleden',
  grondslag: gemeentelijk('thuis zijn begint op een dag die is geweest'),
  melding: 'De dag vanaf wanneer de jongere thuis is ligt in de toekomst.',
  als: (c) => c.invoer.thuisSinds === undefined || c.invoer.thuisSinds <= c.vandaag,
});

const haltUren = (c: C<{ uren?: number }>): number => c.invoer.uren ?? c.gegevens.uren ?? 0;
const haltTeLaat = (c: C<{ aantalTeLaat?: number }>): number =>
  c.invoer.aantalTeLaat ?? c.gegevens.aantalTeLaat ?? 0;
const eerderHalt = (c: C): number => c.feiten.haltVerwezen ?? 0;
type HaltInvoer = { uren?: number; aantalTeLaat?: number; overlegOvJ: boolean };

export const haltEisen = [
  eis<HaltInvoer, Dossier>({
    naam: 'haltLeeftijd',
    grondslag: wet('Wetboek van Strafrecht', '77a'),
    melding: 'Halt is er voor jongeren van 12 tot 18 jaar.',
    als: ({ gegevens: g, vandaag }) =>
      g.twaalfOp !== undefined &&
      g.twaalfOp <= vandaag &&
      g.achttienOp !== undefined &&
      vandaag < g.achttienOp,
  }),
  eis<HaltInvoer, Dossier>({
    naam: 'haltOndergrens',
    grondslag: keten('ten minste 9 uur verzuim of 12 keer te laat', HALT_BRON),
    melding: (c) =>
      `Halt kan bij ten minste ${HALT.minUren} uur verzuim of ${HALT.minTeLaat} keer te laat. Hier gaat het om ${haltUren(c)} uur en ${haltTeLaat(c)} keer.`,
    als: (c) => haltUren(c) >= HALT.minUren || haltTeLaat(c) >= HALT.minTeLaat,
  }),
  eis<HaltInvoer, Dossier>({
    naam: 'haltBovengrens',
    grondslag: keten('hoogstens 60 uur verzuim en 60 keer te laat, daarboven met de OvJ', HALT_BRON),
    melding: `Boven ${HALT.maxUren} uur of ${HALT.maxTeLaat} keer te laat beslist u samen met de officier van justitie. Overleg eerst, en leg dat vast.`,
    als: (c) => c.invoer.overlegOvJ || (haltUren(c) <= HALT.maxUren && haltTeLaat(c) <= HALT.maxTeLaat),
  }),
  // A number only: no dates and no content of an earlier referral (settled reading 10).
  eis<HaltInvoer, Dossier>({
    naam: 'haltEenmalig',
    grondslag: keten('niet eerder wegens schoolverzuim naar Halt verwezen', HALT_BRON),
    melding: (c) =>
      `Deze jongere is al ${eerderHalt(c)} keer eerder wegens schoolverzuim naar Halt verwezen; dat kan maar een keer. Alleen een teamleider kan hiervan afwijken, na overleg met de officier van justitie.`,
    als: (c) => eerderHalt(c) === 0,
  }),
  eis<HaltInvoer, Dossier>({
    naam: 'haltOpnieuwMetOvJ',
    grondslag: keten('een tweede verwijzing alleen na overleg met de OvJ', HALT_BRON),
    melding: 'Een tweede verwijzing naar Halt kan alleen na overleg met de officier van justitie.',
    als: (c) => eerderHalt(c) === 0 || c.invoer.overlegOvJ,
  }),
];

export const civielEis = eis<Record<string, unknown>, Dossier>({
  naam: 'civielMinderjarig',
  grondslag: wet('Burgerlijk Wetboek Boek 1', '255'),
  melding: 'Deze route is er alleen voor minderjarigen.',
  als: (c) => c.gegevens.achttienOp !== undefined && c.vandaag < c.gegevens.achttienOp,
});

type PvInvoer = {
  tegen: 'jongere' | 'ouders' | 'beiden';
  verzuimsoort: string;
  luxeSchooldagen?: number;
  eerderGewaarschuwd?: boolean;
  verlofOverschreden?: boolean;
};
const tegenJongere = (c: C<PvInvoer>): boolean => c.invoer.tegen !== 'ouders';
const luxeDagen = (c: C<PvInvoer>): number =>
  c.invoer.luxeSchooldagen ?? schooldagenGemist(c.gegevens, c.kader.kalender) ?? 0;

export const strafrechtEisen = [
  eis<PvInvoer, Dossier>({
    naam: 'pvVanafTwaalf',
    grondslag: wet(LPW, '2 lid 3'),
    melding: 'De jongere is nog geen 12. Een proces-verbaal kan dan alleen tegen de ouders.',
    als: (c) => !tegenJongere(c) || (c.gegevens.twaalfOp !== undefined && c.gegevens.twaalfOp <= c.vandaag),
  }),
  eis<PvInvoer, Dossier>({
    naam: 'jongereGehoord',
    grondslag: wet(LPW, '22 lid 3'),
    melding: 'De jongere is nog niet gehoord. Hoor de jongere eerst en leg dat vast.',
    als: (c) => !tegenJongere(c) || c.heeftVlag('jongereGehoord'),
  }),
  eis<PvInvoer, Dossier>({
    naam: 'jongereAangespoord',
    grondslag: wet(LPW, '22 lid 3'),
    melding: 'Leg vast dat u de jongere hebt proberen te bewegen om weer naar school te gaan.',
    als: (c) => !tegenJongere(c) || c.heeftVlag('jongereAangespoord'),
  }),
  eis<PvInvoer, Dossier>({
    naam: 'oudersGehoord',
    grondslag: wet(LPW, '22 lid 1'),
    melding: 'De ouders zijn nog niet gehoord. Hoor de ouders eerst en leg dat vast.',
    als: (c) => c.invoer.tegen === 'jongere' || c.heeftVlag('oudersGehoord'),
  }),
  // What is not known is not met: without a number of days it counts as one.
  eis<PvInvoer, Dossier>({
    naam: 'luxeEersteKeer',
    grondslag: keten(
      'luxe verzuim van hoogstens een schooldag, de eerste keer: een waarschuwing',
      'Richtlijn voor strafvordering schoolverzuim 2017',
    ),
    melding:
      'Bij luxe verzuim van hoogstens een schooldag volgt de eerste keer een waarschuwing en geen proces-verbaal.',
    als: (c) =>
      c.invoer.verzuimsoort !== 'luxe' ||
      luxeDagen(c) > LUXE_SCHOOLDAGEN ||
      c.invoer.eerderGewaarschuwd === true ||
      c.invoer.verlofOverschreden === true ||
      // A warning for this same absence is not an earlier one.
      c.heeftVlag('verzuimNaWaarschuwing'),
  }),
];

/** What each result of closing rests on: the flag that must be there, and what to do when it is not. */
const ONDERBOUWING: Record<string, [vlag: string, melding: string]> = {
  hersteld: ['verzuimGestopt', 'Leg eerst vast dat het verzuim is gestopt.'],
  hulpLooptZonderDwang: ['hulpLoopt', 'Er loopt geen vrijwillige hulp.'],
  haltPositief: ['haltPositief', 'Er is geen positieve afronding van Halt.'],
  maatregel: ['maatregel', 'Er is geen maatregel opgelegd.'],
  thuiszitterstafelOpgelost: ['tafelOpgelost', 'De Thuiszitterstafel heeft niet tot activering geleid.'],
  ingetrokken: ['meldingIngetrokken', 'De school heeft de melding niet ingetrokken.'],
};

export const afsluitEisen = [
  // Both the route's own row and what was chosen here: a route that was just chosen may not have its row yet.
  eis<{ resultaat: string }, Dossier>({
    naam: 'vervolgrouteAfgerond',
    // Says nothing of its kind: an officer without BOA powers may read this (settled reading 19).
    grondslag: gemeentelijk('niet afsluiten zolang een vervolgroute loopt die voorgaat'),
    melding:
      'Er loopt nog een vervolgroute. Afsluiten kan als die is afgerond; een teamleider kan hiervan afwijken. Bij 18 jaar sluit dit vanzelf.',
    als: (c) => c.feiten.strafrechtLoopt !== true && !c.heeftVlag('strafrechtLoopt'),
  }),
  eis<{ resultaat: string }, Dossier>({
    naam: 'uitkomstOnderbouwd',
    grondslag: gemeentelijk('de uitkomst volgt uit wat er is vastgelegd'),
    melding: (c) => ONDERBOUWING[c.invoer.resultaat]?.[1] ?? 'Deze uitkomst bestaat niet.',
    als: (c) => c.heeftVlag(ONDERBOUWING[c.invoer.resultaat]?.[0] ?? ''),
  }),
];

export const onderzoekEis = eis<Record<string, unknown>, Dossier>({
  naam: 'gesproken',
  grondslag: gemeentelijk('een route kiezen na een gesprek met de ouders of de jongere (art. 22)'),
  melding:
    'Er is nog met niemand gesproken. Leg eerst een gesprek vast, of dat u ouders of jongere hebt gehoord.',
  als: (c) => c.aantal('gesprekGevoerd') + c.aantal('gehoordOuders') + c.aantal('gehoordJongere') > 0,
});

export const jongereTwaalf = eis<{ jongereGehoordOp: Datum }, Dossier>({
  naam: 'jongereTwaalf',
  grondslag: wet(LPW, '22 lid 3'),
  melding: 'De jongere was op die dag nog geen 12. Hoor de ouders.',
  als: (c) => c.gegevens.twaalfOp !== undefined && c.gegevens.twaalfOp <= c.invoer.jongereGehoordOp,
});
