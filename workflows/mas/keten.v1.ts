import type { Datum } from '#kalender';
import { taak } from '#process';
import type { berichten } from './berichten.v1.js';
import type { C, Weg } from './namen.v1.js';
import { looptNog, naarAdvies, VLAG } from './routes.v1.js';
import { OUDE_TELLING, schoolMeldtTeLaat, sluitAan } from './verzuim.v1.js';

/** Where the process stands when a message comes; `vroeg` is before any choice of a route. */
export type Fase = 'vroeg' | 'routekeuze' | 'routeLoopt' | 'evaluatie';
type Slot = Pick<Weg, 'markeer' | 'stelVoor'> & {
  bij: (c: C) => boolean;
  slaagt: boolean;
  /** A term of its own watches over the next choice. */
  eigenTermijn?: true;
};

const is =
  (veld: string, ...waarden: unknown[]) =>
  (c: C): boolean =>
    waarden.includes(c.invoer[veld]);

/**
 * What the end of a route does. A success leads to the evaluation once nothing else runs; a failure leads back to the choice. Before any
 * choice it is recorded only, and who stands at the choice stays there.
 */
function afgerond(vlag: string, fase: Fase, slotten: Slot[]): Weg[] {
  return slotten.flatMap(({ bij, slaagt, markeer = [], stelVoor, eigenTermijn }): Weg[] => {
    const weg: Weg = { als: bij, wis: [vlag], markeer };
    if (fase === 'vroeg') return [weg];
    if (slaagt)
      return fase === 'routeLoopt'
        ? [
            { ...weg, als: (c) => bij(c) && looptNog(c, vlag) },
            { ...weg, naar: 'evaluatie', stelVoor },
          ]
        : [fase === 'evaluatie' ? { ...weg, stelVoor } : weg];
    return [
      { ...weg, naar: 'routekeuze', stelVoor, markeer: eigenTermijn ? markeer : [...markeer, 'nieuweKeuze'] },
    ];
  });
}

const hulp = (fase: Fase): Weg[] =>
  afgerond(VLAG.hulp, fase, [
    { bij: is('hulpResultaat', 'geslaagd'), slaagt: true, stelVoor: 'verzuimGestopt' },
    { bij: is('hulpResultaat', 'geweigerd'), slaagt: false, markeer: ['hulpGeweigerd'] },
    { bij: is('hulpResultaat', 'zonderResultaat'), slaagt: false },
  ]);
const halt = (fase: Fase): Weg[] =>
  afgerond(VLAG.halt, fase, [
    { bij: is('haltResultaat', 'positief'), slaagt: true, markeer: ['haltPositief'], stelVoor: 'afsluiten' },
    {
      bij: is('haltResultaat', 'negatief', 'nietAangenomen'),
      slaagt: false,
      stelVoor: 'routeStrafrecht',
      eigenTermijn: true,
    },
  ]);
const civiel = (fase: Fase): Weg[] =>
  afgerond(VLAG.civiel, fase, [
    { bij: is('civielResultaat', 'beeindigd'), slaagt: true, markeer: ['maatregel'], stelVoor: 'afsluiten' },
    { bij: is('civielResultaat', 'vrijwilligVerder'), slaagt: true, stelVoor: 'routeHulp' },
    { bij: is('civielResultaat', 'afgewezen'), slaagt: false },
  ]);
const strafrecht = (fase: Fase): Weg[] =>
  afgerond(VLAG.strafrecht, fase, [
    {
      bij: is('strafrechtResultaat', 'maatregel'),
      slaagt: true,
      markeer: ['maatregel'],
      stelVoor: 'afsluiten',
    },
    { bij: is('strafrechtResultaat', 'afgerond'), slaagt: true },
    { bij: is('strafrechtResultaat', 'sepot', 'vrijspraak'), slaagt: false },
  ]);
const tafel = (fase: Fase): Weg[] =>
  afgerond(VLAG.tafel, fase, [
    {
      bij: is('tafelResultaat', 'geactiveerd'),
      slaagt: true,
      markeer: ['tafelOpgelost'],
      stelVoor: 'afsluiten',
    },
    { bij: is('tafelResultaat', 'anders'), slaagt: true },
    { bij: is('tafelResultaat', 'geenOplossing'), slaagt: false },
  ]);

/** Every combination of the flags whose condition holds: the first of these ways that holds marks exactly those. */
function gemarkeerd(weg: Weg, toetsen: [vlag: string, (c: C) => boolean][]): Weg[] {
  const [eerste, ...rest] = toetsen;
  if (!eerste) return [weg];
  const [vlag, toets] = eerste;
  const vorige = weg.als ?? (() => true);
  return [
    ...gemarkeerd(
      { ...weg, als: (c) => vorige(c) && toets(c), markeer: [...(weg.markeer ?? []), vlag] },
      rest,
    ),
    ...gemarkeerd(weg, rest),
  ];
}

/**
 * A next report of the same youth attaches to what is open (settled reading 7). One that goes on without a gap is the same absence, and so is
 * every one about a thuiszitter; another one begins the count of weeks anew, and one without dates changes nothing.
 */
const vervolgmelding = (fase: Fase): Weg[] => {
  const gestopt = (c: C): boolean => c.heeftVlag('verzuimGestopt');
  const gedateerd = (c: C): boolean => c.invoer['verzuimVanaf'] !== undefined;
  const zelfde = (c: C): boolean =>
    gedateerd(c) &&
    !gestopt(c) &&
    !c.heeftVlag('verspreidVerzuim') &&
    (c.heeftVlag('thuiszitter') || sluitAan(c.gegevens, c.invoer['verzuimVanaf'] as Datum, c.kader.kalender));
  const weg: Weg = { wis: ['verzuimGestopt'] };
  if (fase === 'routeLoopt' || fase === 'evaluatie') weg.stelVoor = 'verzuimVoortgezet';
  return [
    { ...weg, als: zelfde, markeer: ['doorlopendVerzuim'] },
    { ...weg, als: gedateerd, wis: ['verzuimGestopt', ...OUDE_TELLING] },
    { ...weg, als: gestopt, markeer: ['verspreidVerzuim'] },
    weg,
  ].flatMap((w) =>
    gemarkeerd(w, [
      ['schoolMeldtTeLaat', (c) => schoolMeldtTeLaat(c.invoer, c.kader.kalender)],
      ['verzuimNaWaarschuwing', (c) => c.heeftVlag('gewaarschuwd')],
    ]),
  );
};

/** True when no report is left after this withdrawal; the number of the first one is known as long as no other came. */
const enige = (c: C): boolean =>
  c.aantal('vervolgmelding') === 0
    ? c.invoer['meldingNummer'] === c.gegevens.meldingNummer
    : c.aantal('vervolgmelding') <= c.aantal('meldingIngetrokken');

/** The withdrawal of the only report ends a mas in which nothing runs yet; otherwise the officer decides. */
const meldingIngetrokken: Weg[] = [
  {
    als: (c) => enige(c) && !looptNog(c),
    naar: 'ingetrokken',
    uitkomst: 'ingetrokken',
  },
  { markeer: ['meldingIngetrokken'], dan: [taak('intrekkingBeoordelen')] },
];

type Vrijgesteld = { geldigVanaf: Datum; geldigTot?: Datum };
/** An exemption ends the absence from the day on which it holds; one that comes later waits for that day (term `vrijstelling`). */
const vrijgesteld: Weg[] = [
  {
    als: (c) => {
      const { geldigVanaf, geldigTot = c.vandaag } = c.invoer as Vrijgesteld;
      return geldigVanaf <= c.vandaag && geldigTot >= c.vandaag;
    },
    naar: 'afgesloten',
    uitkomst: 'vrijstelling',
  },
  { als: (c) => (c.invoer as Vrijgesteld).geldigVanaf > c.vandaag, markeer: ['vrijstellingGaatIn'] },
  // Over already: it says nothing of the absence of now.
  {},
];

/** What may come in from DUO, the register and the other processes of the youth, in every state. */
export const keten = (
  fase: Fase,
): Record<keyof typeof berichten | 'routeGestopt' | 'uitgeschreven', Weg | Weg[]> => ({
  vervolgmelding: vervolgmelding(fase),
  meldingIngetrokken,
  vrijgesteld,
  hulpAfgerond: hulp(fase),
  haltAfgerond: halt(fase),
  civielAfgerond: civiel(fase),
  strafrechtAfgerond: strafrecht(fase),
  strafrechtGestart: {
    markeer: [VLAG.strafrecht],
    ...(fase !== 'vroeg' && { naar: 'routeLoopt' }),
  },
  tafelAdvies: fase === 'vroeg' ? {} : naarAdvies((c) => c.invoer['tafelRoute']),
  tafelAfgerond: tafel(fase),
  routeGestopt: (Object.keys(VLAG) as (keyof typeof VLAG)[]).flatMap((r) =>
    afgerond(VLAG[r], fase, [
      { bij: (c) => c.invoer['gestopteRoute'] === r && c.heeftVlag(VLAG[r]), slaagt: false },
    ]),
  ),
  uitgeschreven: { markeer: ['uitgeschreven'], dan: [taak('inschrijvingNagaan')] },
  schoolwissel: { wis: ['uitgeschreven'], dan: [taak('nieuweSchoolInformeren')] },
  startkwalificatieBehaald: { naar: 'afgesloten', uitkomst: 'startkwalificatie' },
});
