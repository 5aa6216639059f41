import type { Weigering } from '#process';
import { Probleem } from '../http/probleem.js';

/** A lawful no as the caller hears it; of several the first decides the status and all are named. */
export function alsProbleem(w: Weigering, alle: readonly Weigering[] = [w]): Probleem {
  const grond = { soort: w.soort, grondslag: w.grondslag, termijn: w.termijn };
  switch (w.code) {
    case 'rol':
      return new Probleem('geen-recht', w.melding, grond);
    case 'sleutel':
      return sleutelHergebruikt();
    case 'toestand':
      return new Probleem('actie-niet-mogelijk', w.melding, {
        mogelijk: w.mogelijk ?? [],
        termijn: w.termijn,
      });
    case 'invoer':
      return new Probleem('ongeldig-verzoek', w.melding, {
        termijn: w.termijn,
        fouten: alle.map(({ melding }) => ({ pointer: '', code: 'ongeldig', melding })),
      });
    case 'eis':
      return new Probleem('eis-niet-vervuld', w.melding, {
        ...grond,
        norm: w.norm,
        terzijdeTeStellen: w.terzijdeTeStellen ?? false,
        eisen: alle.map(({ norm, melding, soort, grondslag }) => ({ norm, melding, soort, grondslag })),
      });
  }
}

export const sleutelHergebruikt = (): Probleem =>
  new Probleem(
    'idempotency-key-hergebruikt',
    'Deze Idempotency-Key hoort bij een ander verzoek. Neem een nieuwe sleutel.',
  );
