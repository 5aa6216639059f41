import { bereken, type Datum } from '#kalender';
import { duurVan, eis, gemeentelijk, lokaal, wet, type Context, type Instelling } from '#process';

/** What the checks read from a hand-over. */
export interface Dossier {
  achttienOp: Datum;
  bbl: boolean;
  school: boolean;
  medisch: boolean;
  uitgeschrevenOp: Datum;
}
type C = Context<Record<string, unknown>, Dossier>;

/** How long before the 18th birthday each step must be done. For BBL it begins a month before (processes.md F5). */
export const VOORAF = {
  start: lokaal('overdrachtStart', { maanden: 6 }),
  startBbl: lokaal('overdrachtStartBbl', { maanden: 1 }),
  concept: lokaal('overdrachtConcept', { maanden: 3 }),
  aanbieden: lokaal('overdrachtAanbieden', { maanden: 1 }),
  gesprek: lokaal('overdrachtGesprek', { weken: 2 }),
};

/** The day that lies so long before the 18th birthday; months are clamped (settled reading 4). */
function dagVoorAchttien(c: C, hoeLang: Instelling): Datum {
  return bereken(
    {
      vanaf: c.gegevens.achttienOp!,
      duur: duurVan(hoeLang, c.kader),
      richting: 'terug',
      soort: 'LOCAL',
      type: 'uiterlijk',
      verschuift: false,
    },
    c.kader.kalender,
  ).datum;
}

/** True when the hand-over begins after its day. */
export const laatBegonnen = (c: C): boolean =>
  c.vandaag > dagVoorAchttien(c, c.gegevens.bbl ? VOORAF.startBbl : VOORAF.start);

/**
 * Whether a step before 18 gets its term. One that begins late is compressed: only what still lies ahead runs. One that began in time has them
 * all, also when a corrected birth date puts one in the past: then it is late, and must show it.
 */
export const nogTeHalen =
  (hoeLang: Instelling) =>
  (c: C): boolean =>
    (!c.heeftVlag('laat') && !c.gegevens.bbl) || dagVoorAchttien(c, hoeLang) > c.vandaag;

/** True from the 18th birthday on. */
export const isAchttien = (c: C): boolean => c.gegevens.achttienOp! <= c.vandaag;

/** The states in which nobody at the Doorstroompunt has taken over yet. */
export const NIET_GEACCEPTEERD = [
  'gesignaleerd',
  'voorbereiding',
  'documentConcept',
  'documentGereed',
  'aangeboden',
  'teruggegeven',
] as const;

/** The ten sections of the overdrachtsdocument (processes.md F5); the last is filled by the acceptance itself. */
export const SECTIES = [
  'identificatie',
  'onderwijs',
  'leefgebieden',
  'verzuim',
  'interventies',
  'openTermijnen',
  'netwerk',
  'wensJongere',
  'grondEnInstemming',
  'ontvangst',
] as const;
type Sectie = (typeof SECTIES)[number];

/** The flag that says that a section is written. */
export const sectieVlag = (sectie: Sectie): string =>
  `sectie${sectie.slice(0, 1).toUpperCase()}${sectie.slice(1)}`;

/**
 * All sections but the last are written, or were when the document was ready before. One with gaps may be offered (late is worse), and says
 * so.
 */
export const volledig = (c: Context): boolean =>
  (c.aantal('documentGereed') > 0 && !c.heeftVlag('documentOnvolledig')) ||
  SECTIES.every((s) => s === 'ontvangst' || c.heeftVlag(sectieVlag(s)));

const AVG = 'Algemene verordening gegevensbescherming';
/** The statutory part goes along without consent; what the school knows beyond it does not (processes.md F5). */
export const schoolMetInstemming = eis<{ schooltekst?: unknown }, Dossier>({
  naam: 'schoolMetInstemming',
  grondslag: wet(AVG, '6 lid 1 onder a'),
  melding:
    'De jongere stemt niet in met het doorgeven van gegevens van school. Leg eerst de instemming vast.',
  als: (c) => c.invoer.schooltekst === undefined || c.gegevens.school === true,
});
/** Data about health are forbidden without consent. */
export const medischMetInstemming = eis<{ medischeTekst?: unknown }, Dossier>({
  naam: 'medischMetInstemming',
  grondslag: wet(AVG, '9 lid 2 onder a'),
  melding: 'De jongere stemt niet in met het doorgeven van medische gegevens. Leg eerst de instemming vast.',
  als: (c) => c.invoer.medischeTekst === undefined || c.gegevens.medisch === true,
});

export const gesprekGeweest = eis<{ gesprekOp: Datum }>({
  naam: 'gesprekGeweest',
  grondslag: gemeentelijk('een gesprek wordt vastgelegd nadat het is gevoerd'),
  melding: 'De datum van het gesprek ligt in de toekomst. Leg het gesprek vast nadat het is gevoerd.',
  als: (c) => c.invoer.gesprekOp <= c.vandaag,
});

export const warmGesprekGevoerd = eis({
  naam: 'warmGesprekGevoerd',
  grondslag: gemeentelijk('overdragen na een gesprek met de jongere, de ambtenaar en de coach'),
  melding: 'Er is nog geen gesprek gevoerd met de jongere, de ambtenaar en de coach samen.',
  als: (c) => c.aantal('warmGesprek') > 0,
});

export const naStartkwalificatie = eis({
  naam: 'naStartkwalificatie',
  grondslag: gemeentelijk('het Toekomsttraject is er voor wie een startkwalificatie heeft'),
  melding: 'Er is nog geen startkwalificatie vastgelegd.',
  als: (c) => c.heeftVlag('startkwalificatie'),
});

export const contactGeweest = eis<{ contactOp: Datum }>({
  naam: 'contactGeweest',
  grondslag: gemeentelijk('een contact wordt vastgelegd nadat het is geweest'),
  melding: 'De datum van het contact ligt in de toekomst.',
  als: (c) => c.invoer.contactOp <= c.vandaag,
});

export const startkwalificatieVastgelegd = eis<{ redenNietNodig: string }>({
  naam: 'startkwalificatieVastgelegd',
  grondslag: gemeentelijk('een startkwalificatie is vastgelegd voordat de overdracht daarom vervalt'),
  melding: 'Leg eerst vast dat de startkwalificatie is behaald.',
  als: (c) => c.invoer.redenNietNodig !== 'startkwalificatie' || c.heeftVlag('startkwalificatie'),
});

/** Attempts after which nobody is reached [U]: a setting, because no source names a number. */
const pogingenNodig = (c: Context<{ pogingen: number }>): number => {
  const n = c.kader.instellingen.waarden['geenContactPogingen'];
  return typeof n === 'number' ? n : 3;
};
export const genoegPogingen = eis<{ pogingen: number }>({
  naam: 'genoegPogingen',
  grondslag: gemeentelijk('geen contact is een uitkomst na een aantal pogingen'),
  melding: (c) => `Sluit pas wegens geen contact na ${pogingenNodig(c)} pogingen.`,
  als: (c) => c.invoer.pogingen >= pogingenNodig(c),
});
