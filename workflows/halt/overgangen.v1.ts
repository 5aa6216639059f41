import type { Datum } from '#kalender';
import { brief, meld, start, taak, type Context, type EffectDef } from '#process';
import { isAchttien, toestemmingVolledig, weigertToestemming, type Zaak } from './toetsing.v1.js';

/**
 * A message to `mas`, which need not be there any more from the 18th birthday on (settled reading 8). Before that day nobody to tell is a
 * task. Gives both ways on; the first that holds is taken.
 */
function metBericht<W extends object, C extends { gegevens: Partial<Zaak>; vandaag: Datum }>(
  weg: W,
  als: (c: C) => boolean,
  bericht: 'haltAfgerond' | 'strafrechtGestart',
  gegevens: Record<string, string>,
  eerst: EffectDef[] = [],
) {
  const dan = (magOntbreken: boolean): EffectDef[] => [
    ...eerst,
    meld('mas', bericht, () => gegevens, { magOntbreken }),
  ];
  return [
    { ...weg, als: (c: C) => als(c) && isAchttien(c), dan: dan(true) },
    { ...weg, als, dan: dan(false) },
  ];
}
const altijd = (): boolean => true;

const uitslag = <N extends 'positief' | 'negatief' | 'nietAangenomen'>(naar: N) =>
  metBericht(
    { naar },
    (c: Context<{ haltResultaat: string }, Zaak>) => c.invoer.haltResultaat === naar,
    'haltAfgerond',
    { haltResultaat: naar },
  );
/** What Halt says at the end. Negative is no end yet: the officer decides on a proces-verbaal. */
export const haltAfgerond = [...uitslag('positief'), ...uitslag('negatief'), ...uitslag('nietAangenomen')];

const nietDoorgegaan = { haltResultaat: 'nietAangenomen' };
/** Who does not consent goes no further to Halt; while the parents are silent the rest waits. */
export const toestemming = [
  ...metBericht(
    { naar: 'besluitPv' as const, markeer: ['geenToestemming'], wis: ['wachtOpOuders'] },
    weigertToestemming,
    'haltAfgerond',
    nietDoorgegaan,
  ),
  { naar: 'teVerwijzen' as const, als: toestemmingVolledig, wis: ['wachtOpOuders'] },
  { markeer: ['wachtOpOuders'] },
];

/** From here on this Halt counts, whatever becomes of it (settled reading 10). */
export const verwezen = {
  naar: 'verwezen' as const,
  wis: ['wachtOpOuders'],
  dan: [brief('verwijzingHalt', 'halt')],
};

/** The officer takes the choice for Halt back. */
const intrekken = metBericht({ naar: 'ingetrokken' as const }, altijd, 'haltAfgerond', nietDoorgegaan);

const proces = start('strafrecht', (c) => ({
  besluitOp: c.vandaag,
  tegen: 'jongere',
  verzuimsoort: 'relatief',
  jongereGehoordOp: c.gegevens['gehoordOp'],
}));
/** Without a good end the officer decides on a proces-verbaal; the criminal route begins with what was heard here. */
export const besluit = {
  pvOpmaken: metBericht(
    { naar: 'afgerond' as const, uitkomst: 'procesVerbaal' },
    altijd,
    'strafrechtGestart',
    {},
    [proces],
  ),
  geenPv: { naar: 'afgerond' as const, uitkomst: 'geenProcesVerbaal' },
};

/** What is possible in every state before Halt has ended. */
export const onderweg = {
  overlegOM: { markeer: ['overlegMetOvJ'] },
  schoolartsIngezet: { markeer: ['schoolartsIngezet'], dan: [taak('schoolartsVragen')] },
  besluitNa18: [
    {
      als: (c: Context<{ besluit: string }>) => c.invoer.besluit === 'doorgaan',
      markeer: ['doorNaAchttien'],
    },
    { naar: 'besluitPv' as const, markeer: ['gestoptBijAchttien'] },
  ],
  intrekken,
};
