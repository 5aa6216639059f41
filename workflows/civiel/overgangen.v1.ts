import { meld, type Context, type EffectDef } from '#process';

type Resultaat = 'beeindigd' | 'vrijwilligVerder' | 'afgewezen';
/** The report hears how this route ended; there may be none any more. */
const klaar = (civielResultaat: Resultaat): EffectDef =>
  meld('mas', 'civielAfgerond', () => ({ civielResultaat }), { magOntbreken: true });

const vrijwilligVerder = { naar: 'vrijwilligVerder' as const, dan: [klaar('vrijwilligVerder')] };
/** The Raad asks for no measure, or the judge gives none. */
export const afgewezen = { naar: 'afgewezen' as const, dan: [klaar('afgewezen')] };
/** The measure has ended: its time was over, or the judge ended it. */
export const beeindigd = { naar: 'beeindigd' as const, dan: [klaar('beeindigd')] };

/** Concerns about safety go their own way, beside whatever state the route is in. */
export const veiligheid = {
  veiligThuis: [
    { als: (c: Context<{ stap: string }>) => c.invoer.stap === 'gemeld', markeer: ['veiligThuis'] },
    { wis: ['veiligThuis'] },
  ],
};
/** Until there is a measure the parents may still accept help. */
export const zonderMaatregel = { vrijwilligVerder, ...veiligheid };

export const jbtUitkomst = [
  { als: (c: Context<{ tafel: string }>) => c.invoer.tafel === 'vrijwillig', ...vrijwilligVerder },
  { naar: 'jbtBesproken' as const },
];
export const rapport = [
  { als: (c: Context<{ advies: string }>) => c.invoer.advies === 'vrijwillig', ...vrijwilligVerder },
  { markeer: ['rapportBinnen'] },
];
export const beschikking = { naar: 'otsLoopt' as const };
export const opgeheven = [
  { als: (c: Context<{ vrijwilligVerder: boolean }>) => c.invoer.vrijwilligVerder, ...vrijwilligVerder },
  beeindigd,
];
