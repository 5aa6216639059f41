import { meld, start, type Context, type EffectDef } from '#process';
import { metJongereCompleet, metOudersCompleet } from './toetsing.v1.js';

type Resultaat = 'geslaagd' | 'geweigerd' | 'zonderResultaat';
/**
 * The report hears how it ended and chooses another route. Help may run without a report (from the spreekuur): good news then needs
 * nobody, but a no leaves the absence as it was, so somebody must see it.
 */
const klaar = (hulpResultaat: Resultaat): EffectDef =>
  meld('mas', 'hulpAfgerond', () => ({ hulpResultaat }), { magOntbreken: hulpResultaat === 'geslaagd' });

/** Consent may come in two parts; with the last one the officer can register. */
export const instemmen = {
  instemmingOuders: [{ naar: 'ingestemd' as const, als: metOudersCompleet }, {}],
  instemmingJongere: [{ naar: 'ingestemd' as const, als: metJongereCompleet }, {}],
};

/** Voluntary help ends when one who decides about it wants it no more, also halfway. */
export const weigeren = { geweigerd: { naar: 'geweigerd' as const, dan: [klaar('geweigerd')] } };

/** The help begins. */
export const gestart = { naar: 'hulpLoopt' as const, wis: ['langOpWachtlijst'] };

/** Those who help say that they stop, or that they have no place: the officer evaluates. */
export const beeindigd = { naar: 'evaluatie' as const, wis: ['langOpWachtlijst'] };

const oordeel = (o: string) => (c: Context<{ oordeel: string }>) => c.invoer.oordeel === o;
/** What the evaluation leads to. */
export const geevalueerd = [
  { naar: 'geslaagd' as const, als: oordeel('geslaagd'), dan: [klaar('geslaagd')] },
  { naar: 'zonderResultaat' as const, als: oordeel('zonderResultaat'), dan: [klaar('zonderResultaat')] },
  { naar: 'hulpLoopt' as const },
];

/** Who is almost 18 is handed over in time. */
export const naarOverdracht = start('overdracht', (c) => ({ gesignaleerdOp: c.vandaag, bron: 'leeftijd' }));
