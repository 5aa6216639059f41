import { bereken, datumInWoorden, plusMaanden, type Datum } from '#kalender';
import { duurVan, eis, gemeentelijk, lokaal, wet, type Kader } from '#process';

/** What the checks read from a process of type thuiszitterstafel. */
interface Dossier {
  toestemming: boolean;
  verzuim: 'geoorloofd' | 'ongeoorloofd';
  vergaderingOp: Datum;
  advies: string;
  regisseur: string;
  achttienOp: Datum;
}
type Stand = { gegevens: Partial<Dossier>; vandaag: Datum; kader: Kader };

/** How long before the 18th birthday the hand-over to the Doorstroompunt begins; one setting for every process that starts it. */
export const OVERDRACHT = lokaal('overdrachtStart', { maanden: 6 });

/** The day on which the hand-over begins, counted back as the term `overdracht` counts it. */
const overdrachtOp = ({ gegevens, kader }: Stand): Datum =>
  bereken(
    {
      vanaf: gegevens.achttienOp!,
      duur: duurVan(OVERDRACHT, kader)!,
      richting: 'terug',
      soort: 'LOCAL',
      type: 'op',
      verschuift: false,
    },
    kader.kalender,
  ).datum;

/** True where the hand-over should have begun already when the process opens. */
export const overdrachtNu = (c: Stand): boolean => overdrachtOp(c) <= c.vandaag;

/** True from the 17th birthday on: then the table proposes the Doorstroompunt (F3). */
export const zeventien = ({ gegevens, vandaag }: Stand): boolean =>
  gegevens.achttienOp !== undefined && plusMaanden(gegevens.achttienOp, -12) <= vandaag;

/** A table with partners speaks about a youth with consent; who gives it at which age is not settled [U], so the municipality may set it aside. */
const metToestemming = eis<Record<string, unknown>, Dossier>({
  naam: 'toestemming',
  grondslag: gemeentelijk('de tafel bespreekt een jongere met toestemming van ouders of jongere'),
  melding: 'Er is geen toestemming vastgelegd om de jongere aan de tafel te bespreken.',
  als: (c) => c.gegevens.toestemming === true,
});

const aanmeldingVolledig = eis({
  naam: 'aanmeldingVolledig',
  grondslag: gemeentelijk('een aanmelding komt op de agenda als zij volledig is'),
  melding: 'De aanmelding is nog niet volledig verklaard.',
  als: (c) => c.heeftVlag('volledig'),
});

const vergaderingInToekomst = eis<{ vergaderingOp: Datum }>({
  naam: 'vergaderingInToekomst',
  grondslag: gemeentelijk('een jongere komt op de agenda van een vergadering die nog komt'),
  melding: 'De datum van de vergadering ligt in het verleden.',
  als: (c) => c.invoer.vergaderingOp >= c.vandaag,
});

const vergaderingGeweest = eis<{ vergaderingOp?: Datum }, Dossier>({
  naam: 'vergaderingGeweest',
  grondslag: gemeentelijk('een bespreking wordt vastgelegd nadat de vergadering is geweest'),
  melding: (c) => {
    const op = c.invoer.vergaderingOp ?? c.gegevens.vergaderingOp;
    return op === undefined
      ? 'Vul de datum van de vergadering in.'
      : `De vergadering van ${datumInWoorden(op)} is nog niet geweest.`;
  },
  als: (c) => {
    const op = c.invoer.vergaderingOp ?? c.gegevens.vergaderingOp;
    return op !== undefined && op <= c.vandaag;
  },
});

const eerstBesproken = eis({
  naam: 'eerstBesproken',
  grondslag: gemeentelijk('de tafel adviseert nadat zij de jongere heeft besproken'),
  melding: 'De jongere is nog niet besproken aan de tafel.',
  als: (c) => c.aantal('besproken') > 0,
});

const routeGenoemd = eis<{ advies: string; tafelRoute?: string }>({
  naam: 'routeGenoemd',
  grondslag: gemeentelijk('een advies om een route te volgen noemt die route'),
  melding: 'Kies de route die de tafel adviseert: hulp, Halt, civiel of strafrecht.',
  als: (c) => c.invoer.advies !== 'route' || c.invoer.tafelRoute !== undefined,
});

const geenStrafBijGeoorloofd = eis<{ tafelRoute?: string }, Dossier>({
  naam: 'geenStrafBijGeoorloofd',
  grondslag: gemeentelijk('Halt en strafrecht alleen bij ongeoorloofd verzuim'),
  melding: 'Het verzuim is geoorloofd: dan past een advies voor Halt of strafrecht niet.',
  als: (c) =>
    c.gegevens.verzuim !== 'geoorloofd' ||
    (c.invoer.tafelRoute !== 'halt' && c.invoer.tafelRoute !== 'strafrecht'),
});

const doorstroompuntVanaf17 = eis<{ advies: string }, Dossier>({
  naam: 'doorstroompuntVanafZeventien',
  grondslag: gemeentelijk('de tafel draagt over aan het Doorstroompunt vanaf 17 jaar'),
  melding: 'De jongere is nog geen 17 jaar.',
  als: (c) => c.invoer.advies !== 'doorstroompunt' || zeventien(c),
});

const eerstAdvies = eis<Record<string, unknown>, Dossier>({
  naam: 'eerstAdvies',
  grondslag: gemeentelijk('de regie wordt toegewezen bij een advies'),
  melding: 'Er is nog geen advies van de tafel.',
  als: (c) => c.gegevens.advies !== undefined,
});

/** One field, so never two at once; a next one takes its place. */
const eenRegisseur = eis<Record<string, unknown>, Dossier>({
  naam: 'eenRegisseur',
  grondslag: gemeentelijk('een professional voert de regie: precies een'),
  melding: 'Er is nog geen regisseur. Wijs eerst een professional aan die de regie heeft.',
  als: (c) => c.gegevens.regisseur !== undefined,
});

const eerstDoorzettingsmacht = eis({
  naam: 'eerstDoorzettingsmacht',
  grondslag: gemeentelijk('geen oplossing pas nadat de doorzettingsmacht is gebruikt'),
  melding: 'De doorzettingsmacht is nog niet gebruikt.',
  als: (c) => c.aantal('doorzettingsmacht') > 0,
});

/** A date that tells of something that has happened; `wat` names it for the officer. */
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

export const startEisen = [
  eis<{ achttienOp: Datum }>({
    naam: 'nogGeenAchttien',
    grondslag: wet('Leerplichtwet 1969', '4b'),
    melding: 'De jongere is 18 of ouder. Open een traject van het Doorstroompunt.',
    als: (c) => c.invoer.achttienOp > c.vandaag,
  }),
  eis<{ aangemeldOp: Datum }>({
    naam: 'aangemeldInVerleden',
    grondslag: gemeentelijk('een aanmelding krijgt de dag waarop zij binnenkwam'),
    melding: 'De datum van aanmelding ligt in de toekomst.',
    als: (c) => c.invoer.aangemeldOp <= c.vandaag,
  }),
  eis<{ thuisSinds?: Datum }>({
    naam: 'thuisSindsInVerleden',
    grondslag: gemeentelijk('een thuiszitter zit al thuis'),
    melding: 'De dag sinds wanneer de jongere thuis zit ligt in de toekomst.',
    als: (c) => c.invoer.thuisSinds === undefined || c.invoer.thuisSinds <= c.vandaag,
  }),
];

/** Per action what must hold, whatever the state. */
export const eisen = {
  aanvullen: [nietInToekomst('thuisSinds', 'De dag sinds wanneer de jongere thuis zit')],
  toestemmingVastgelegd: [nietInToekomst('toestemmingOp', 'De dag van de toestemming')],
  geagendeerd: [aanmeldingVolledig, metToestemming, vergaderingInToekomst],
  besproken: [vergaderingGeweest, metToestemming],
  adviesUitgebracht: [eerstBesproken, routeGenoemd, geenStrafBijGeoorloofd, doorstroompuntVanaf17],
  regieToegewezen: [eerstAdvies],
  uitvoeringGestart: [eenRegisseur],
  activatie: [eenRegisseur],
  nazorgGestart: [nietInToekomst('begonnenOp', 'De dag waarop de jongere is begonnen')],
  terugval: [nietInToekomst('thuisSinds', 'De dag sinds wanneer de jongere weer thuis zit')],
  geenOplossing: [eerstDoorzettingsmacht],
};
