import { meld, start, type GegevensVoor } from '#process';
import { nooitGeschikt } from './toetsing.v1.js';

/** Without an exemption a youth who is at no school is absent without leave. */
export const absoluutVerzuim = start('mas', (c) => ({
  bron: 'vrijstelling',
  soort: 'absoluut',
  ontvangenOp: c.vandaag,
}));
/** Who cannot go to school and has no exemption is at home without one, unless the officer says otherwise. */
export const naarTafel = start('thuiszitterstafel', ({ gegevens: g, vandaag }) => ({
  aangemeldOp: vandaag,
  verzuim: g['verzuim'] ?? 'ongeoorloofd',
  toestemming: g['toestemming'] === true,
}));
/** Who is almost 18 is handed over in time. */
export const naarOverdracht = start('overdracht', (c) => ({ gesignaleerdOp: c.vandaag, bron: 'leeftijd' }));

// Who will never be fit has an exemption without end; the date of an earlier year says nothing of it.
const vrijstelling: GegevensVoor = (c) => ({
  grond: c.gegevens['grond'],
  geldigVanaf: c.gegevens['geldigVanaf'],
  ...(!nooitGeschikt(c) && { geldigTot: c.gegevens['geldigTot'] }),
});
/**
 * An exemption withdraws what overlaps its period (settled reading 12). Vervangende leerplicht is none: the youth keeps going to school, so what
 * runs goes on.
 */
export const isVrijgesteld = [
  meld('mas', 'vrijgesteld', vrijstelling, { magOntbreken: true }),
  meld('thuiszitterstafel', 'vrijgesteld', vrijstelling, { magOntbreken: true }),
];
