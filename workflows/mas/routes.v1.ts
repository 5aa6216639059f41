import { bereken } from '#kalender';
import { duurVan, lokaal, start, type Context, type Instelling } from '#process';
import type { ActieNaam, C, Route, Weg } from './namen.v1.js';

/** Under which flag each route is running; several may run side by side. */
export const VLAG = {
  hulp: 'hulpLoopt',
  halt: 'haltLoopt',
  civiel: 'civielLoopt',
  strafrecht: 'strafrechtLoopt',
  tafel: 'tafelLoopt',
} as const;
const KEUZE: Record<Route, ActieNaam> = {
  hulp: 'routeHulp',
  halt: 'routeHalt',
  civiel: 'routeCiviel',
  strafrecht: 'routeStrafrecht',
};

export const BEGIN_OVERDRACHT = lokaal('overdrachtStart', { maanden: 6 });
/** Less time than this before 18 and a civil measure may come too late: a warning, not a refusal (F7). */
const KORT_VOOR_ACHTTIEN = lokaal('masCivielVooraf', { maanden: 6 });

/** True when some route runs, apart from the one under `behalve`. */
export const looptNog = (c: C, behalve?: string): boolean =>
  Object.values(VLAG).some((v) => v !== behalve && c.heeftVlag(v));

/** Proposes the route that somebody advised, when the advice is the value of `advies`. */
export const naarAdvies = (advies: (c: C) => unknown, weg: Weg = {}): Weg[] =>
  (Object.keys(KEUZE) as Route[]).map((r) => ({ ...weg, als: (c) => advies(c) === r, stelVoor: KEUZE[r] }));

/** A youth who stays at home belongs at the thuiszitterstafel: this way proposes that too. */
export const metTafel = (weg: Weg): Weg[] => [
  {
    ...weg,
    als: (c) => (weg.als?.(c) ?? true) && c.heeftVlag('thuiszitter') && !c.heeftVlag(VLAG.tafel),
    stelVoor: 'naarTafel',
  },
  weg,
];

const binnen = (c: C, voor: Instelling): boolean =>
  c.vandaag >=
  bereken(
    {
      vanaf: c.gegevens.achttienOp!,
      duur: duurVan(voor, c.kader),
      richting: 'terug',
      soort: 'LOCAL',
      type: 'op',
      verschuift: false,
    },
    c.kader.kalender,
  ).datum;

const van = (c: Context, ...velden: string[]): Record<string, unknown> =>
  Object.fromEntries(velden.map((veld) => [veld, c.gegevens[veld]]));

/** After reports that joined on, `verzuimVanaf` is the first day of the last one and no longer the first day at home. */
const begonToen = (c: Context): boolean => c.heeftVlag('thuiszitter') && !c.heeftVlag('doorlopendVerzuim');

const civiel: Weg = {
  naar: 'routeLoopt',
  markeer: [VLAG.civiel],
  dan: [start('civiel', (c) => ({ overwogenOp: c.vandaag }))],
};

/** Also before the investigation is over: the tafel takes who is at home, whatever comes out of it. */
export const naarTafel: Weg = {
  naar: 'routeLoopt',
  markeer: [VLAG.tafel],
  dan: [
    start('thuiszitterstafel', (c) => ({
      aangemeldOp: c.vandaag,
      ...van(c, 'verzuim', 'toestemming'),
      thuisSinds: c.gegevens['thuisSinds'] ?? (begonToen(c) ? c.gegevens['verzuimVanaf'] : undefined),
    })),
  ],
};

/** The choice of a route opens its process. */
export const routes = {
  routeHulp: {
    naar: 'routeLoopt',
    markeer: [VLAG.hulp],
    wis: ['hulpGeweigerd'],
    dan: [start('hulp', (c) => ({ aangebodenOp: c.vandaag, ...van(c, 'aanbieder') }))],
  },
  routeHalt: {
    naar: 'routeLoopt',
    markeer: [VLAG.halt],
    dan: [start('halt', (c) => ({ gekozenOp: c.vandaag, ...van(c, 'uren', 'aantalTeLaat', 'overlegOvJ') }))],
  },
  routeCiviel: [
    {
      ...civiel,
      als: (c: C) => binnen(c, KORT_VOOR_ACHTTIEN),
      markeer: [VLAG.civiel, 'kortVoorAchttien'],
    },
    civiel,
  ],
  routeStrafrecht: {
    naar: 'routeLoopt',
    markeer: [VLAG.strafrecht],
    dan: [
      start('strafrecht', (c) => ({
        besluitOp: c.vandaag,
        ...van(c, 'tegen', 'verzuimsoort', 'jongereGehoordOp', 'oudersGehoordOp'),
      })),
    ],
  },
  naarTafel,
} satisfies Partial<Record<ActieNaam, Weg | Weg[]>>;
