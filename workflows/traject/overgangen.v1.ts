import { taak, type Context } from '#process';

const uitnodigen = taak('meldingUitnodigen', 'doorstroomcoach');
const opnieuw = { stelVoor: 'terugval' as const };

/** Who is reported by DUO when the traject opens is invited, as every time after (settled reading 7). */
export const opening = [
  { als: (c: Context<{ bron: string }>) => c.invoer.bron === 'duo', dan: [uitnodigen] },
];

/** Where a youth has a place, or loses it. */
const plekken = {
  opleidingGestart: { markeer: ['opleiding'] },
  opleidingGestopt: { wis: ['opleiding'] },
  werkGestart: { markeer: ['werk'] },
  werkGestopt: { wis: ['werk'] },
  zorgGestart: { markeer: ['zorg'] },
  zorgGestopt: { wis: ['zorg'] },
};
const verwezen = [
  {
    als: (c: Context<{ verwezenNaar: string }>) => c.invoer.verwezenNaar === 'jpf',
    markeer: ['verwezenJpf'],
  },
  {
    als: (c: Context<{ verwezenNaar: string }>) => c.invoer.verwezenNaar === 'kickstart',
    markeer: ['verwezenKickstart'],
  },
  { markeer: ['verwezenBudgetalert'] },
];

const besluit = (wat: string) => (c: Context<{ besluit: string }>) => c.invoer.besluit === wat;
const ABA = ['abaAangevraagd', 'abaAfgewezen', 'abaPraktijkroute'];
/** The road over UWV: asked, refused (and asked again), through practice, or granted. */
const aba = {
  abaAangevraagd: { markeer: ['abaAangevraagd'], wis: ['abaAfgewezen'] },
  abaUitslag: [
    {
      als: besluit('afgewezen'),
      markeer: ['abaAfgewezen'],
      wis: ABA,
      dan: [taak('abaAfgewezen', 'doorstroomcoach')],
    },
    {
      als: besluit('praktijkroute'),
      markeer: ['abaPraktijkroute'],
      wis: ABA,
      dan: [taak('praktijkrouteVolgen', 'doorstroomcoach')],
    },
    { markeer: ['abaToegekend'], wis: ABA, dan: [taak('abaToegekend', 'doorstroomcoach')] },
  ],
  abaHeroverwogen: [
    {
      als: (c: Context<{ vervolg: string }>) => c.invoer.vervolg === 'opnieuw',
      stelVoor: 'abaAangevraagd' as const,
    },
    {
      als: (c: Context<{ vervolg: string }>) => c.invoer.vervolg === 'bezwaar',
      dan: [taak('abaBezwaar', 'doorstroomcoach')],
    },
    {},
  ],
};
const coaches = {
  werkcoachGestart: { markeer: ['werkcoach'] },
  werkcoachAfgerond: { wis: ['werkcoach'] },
  jobcoachGestart: { markeer: ['jobcoach'] },
  jobcoachAfgerond: { wis: ['jobcoach'] },
};

const met = (resultaat: string) => (c: Context<{ resultaat: string }>) => c.invoer.resultaat === resultaat;
const afsluiten = ['terugNaarSchool', 'werk', 'combinatie', 'zorg', 'startkwalificatie', 'geenContact'].map(
  (uitkomst) => ({ naar: 'afgesloten' as const, als: met(uitkomst), uitkomst }),
);

/** What may come in and be recorded in every state. */
export const altijd = {
  ...plekken,
  contact: {},
  verwezen,
  duoMelding: { dan: [uitnodigen] },
  vervolgsignaal: { dan: [taak('signaalBekijken', 'doorstroomcoach')] },
  startkwalificatieBehaald: { markeer: ['startkwalificatie'], stelVoor: 'afsluiten' as const },
  afsluiten,
};
/** The work itself: coaches and UWV. */
export const uitvoeren = { ...altijd, ...aba, ...coaches };
/** Who had landed and is reported again may have fallen back: the coach decides. */
export const geland = {
  duoMelding: { ...altijd.duoMelding, ...opnieuw },
  vervolgsignaal: { ...altijd.vervolgsignaal, ...opnieuw },
  opleidingGestopt: { ...plekken.opleidingGestopt, ...opnieuw },
  werkGestopt: { ...plekken.werkGestopt, ...opnieuw },
  zorgGestopt: { ...plekken.zorgGestopt, ...opnieuw },
  terugval: { naar: 'uitvoering' as const },
};
