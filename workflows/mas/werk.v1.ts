import { brief, taak } from '#process';
import type { ActieNaam, C, Weg } from './namen.v1.js';
import { metTafel, naarAdvies } from './routes.v1.js';
import { OUDE_TELLING } from './verzuim.v1.js';

/** What the officer does to learn what is going on. The first of these begins the investigation. */
export const werk = (naar?: 'inOnderzoek') => {
  const stap = (weg: Weg = {}): Weg | Weg[] => (naar ? metTafel({ ...weg, naar }) : weg);
  // Who has spoken to somebody may be ready to choose.
  const gesproken = (weg: Weg = {}): Weg | Weg[] =>
    stap(naar ? { ...weg, stelVoor: 'onderzoekAfgerond' } : weg);
  return {
    contactGelegd: stap(),
    gehoordOuders: gesproken({ markeer: ['oudersGehoord'] }),
    gehoordJongere: gehoordJongere.flatMap(gesproken),
    signaleringsinstrument: naar ? stap() : naarAdvies((c) => c.invoer['signaalAdvies']),
    adviesOntvangen: stap(),
    gesprekGepland: stap({ dan: [brief('uitnodigingGesprek', 'ouders')] }),
    gesprekGevoerd: gesproken(),
    nietVerschenen: stap(),
    afsprakenVastgelegd: stap(),
    mdoGepland: stap({ dan: [taak('mdoVoorbereiden')] }),
    mdoGehouden: stap(),
    planVanAanpak: stap(),
    waarschuwing: stap({ markeer: ['gewaarschuwd'], dan: [brief('waarschuwing', 'ouders')] }),
    hulpAangeboden: stap(),
    hulpGeweigerd: stap({ markeer: ['hulpGeweigerd'] }),
    aanbodGedaan: stap({ markeer: ['aanbodGedaan'], wis: ['drieMaandenThuis'] }),
    toestemmingVavo: stap({ markeer: ['vavo'] }),
    besprokenInSat: stap(),
    aangemeldTbi: stap({ markeer: ['aangemeldTbi'] }),
  } satisfies Partial<Record<ActieNaam, Weg | Weg[]>>;
};
const gehoordJongere: Weg[] = [
  { als: (c) => c.invoer['aangespoord'] === true, markeer: ['jongereGehoord', 'jongereAangespoord'] },
  { markeer: ['jongereGehoord'] },
];

/** The absence is over: nobody counts its weeks any more. */
const voorbij: Weg = {
  markeer: ['verzuimGestopt'],
  wis: [...OUDE_TELLING, 'thuiszitter', 'drieMaandenThuis'],
};
export const verzuimGestopt = {
  evalueer: { ...voorbij, naar: 'evaluatie', stelVoor: 'afsluiten' },
  sluit: { ...voorbij, stelVoor: 'afsluiten' },
} satisfies Record<string, Weg>;

/** The absence goes on: without a break from a date on, or now and then. */
export const verzuimVoortgezet = (weg: Weg): Weg[] => {
  const wis = ['verzuimGestopt', ...OUDE_TELLING];
  return [
    { vlag: 'onafgebrokenAfwezig', bij: (c: C) => c.invoer['verzuimVanaf'] !== undefined },
    { vlag: 'verspreidVerzuim', bij: () => true },
  ].flatMap(({ vlag, bij }): Weg[] => [
    {
      ...weg,
      als: (c) => bij(c) && c.heeftVlag('gewaarschuwd'),
      wis,
      markeer: [...(weg.markeer ?? []), vlag, 'verzuimNaWaarschuwing'],
    },
    { ...weg, als: bij, wis, markeer: [...(weg.markeer ?? []), vlag] },
  ]);
};

/** The investigation leads to a choice; who advised a route is heard. */
export const onderzoekAfgerond: Weg[] = [
  metTafel({ naar: 'routekeuze' })[0]!,
  ...naarAdvies((c) => c.gegevens.tafelRoute ?? c.gegevens.signaalAdvies, { naar: 'routekeuze' }),
  { naar: 'routekeuze' },
];

const UITKOMSTEN = [
  'hersteld',
  'hulpLooptZonderDwang',
  'haltPositief',
  'maatregel',
  'thuiszitterstafelOpgelost',
] as const;
export const afsluiten: Weg[] = [
  ...UITKOMSTEN.map((uitkomst): Weg => ({
    naar: 'afgesloten',
    als: (c) => c.invoer['resultaat'] === uitkomst,
    uitkomst,
  })),
  { naar: 'ingetrokken', uitkomst: 'ingetrokken' },
];

/**
 * Whatever somebody does shows that the process is not silent any more, and a choice that was made is not to be made again.
 * Put around every list of ways of a state.
 */
export function levend<B extends Partial<Record<ActieNaam, Weg | Weg[]>>>(bij: B): B {
  const een = (w: Weg): Weg => ({
    ...w,
    wis: [...(w.wis ?? []), 'stil', ...(w.naar && w.naar !== 'routekeuze' ? ['nieuweKeuze'] : [])],
  });
  return Object.fromEntries(
    Object.entries(bij).map(([naam, w]) => [naam, Array.isArray(w) ? w.map(een) : een(w)]),
  ) as B;
}
