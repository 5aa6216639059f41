import { brief, meld, nogNietGebouwd, start, taak, type Context } from '#process';
import { verlengingTeLaat } from './toetsing.v1.js';

const mas = nogNietGebouwd('mas');
/** The ways on that several states share; `definitie.v1.ts` says in which. */
export const ingetrokken = {
  naar: 'beeindigd' as const,
  uitkomst: 'ingetrokken',
  dan: [taak('inschrijvingNagaan')],
};
/** A youth with an exemption goes back to school. */
export const terugNaarSchool = {
  naar: 'beeindigd' as const,
  uitkomst: 'terugNaarSchool',
  dan: [taak('einddatumDuoDoorgeven')],
};
// While a kennisgeving is judged only a renewal has an exemption that ends at DUO.
const tochNaarSchool = [
  { als: (c: Context) => c.heeftVlag('verlenging'), ...terugNaarSchool },
  { ...terugNaarSchool, dan: [] },
];
const met = (vervolg: string) => (c: Context<{ vervolg: string }>) => c.invoer.vervolg === vervolg;
/** The exemption did not arise; the officer chose what follows. */
export const nietVoldaan = [
  {
    naar: 'nietVoldaan' as const,
    als: met('absoluutVerzuim'),
    dan: [brief('vrijstellingNietVoldaan', 'ouders'), start(mas)],
  },
  {
    naar: 'nietVoldaan' as const,
    als: met('thuiszitterstafel'),
    dan: [brief('vrijstellingNietVoldaan', 'ouders'), start(nogNietGebouwd('thuiszitterstafel'))],
  },
  { naar: 'nietVoldaan' as const, dan: [brief('vrijstellingNietVoldaan', 'ouders')] },
];
/** The parents want no exemption any more. */
export const stoppen = { ingetrokken, terugNaarSchool: tochNaarSchool };
/** What the officer does with a kennisgeving, the first and each next one: is it complete (art. 6 lid 1)? */
export const volledigheid = {
  aanvullingGevraagd: {
    naar: 'aanvullingGevraagd' as const,
    dan: [brief('verzoekAanvulling', 'ouders')],
  },
  volledigVerklaard: {
    naar: 'adviesAanTeVragen' as const,
    markeer: ['kennisgevingVolledig'],
  },
  nietVoldaan,
  ...stoppen,
};
/** The exemption is confirmed, and open reports in its period are withdrawn. */
export const bevestigd = {
  naar: 'bevestigd' as const,
  wis: ['verlenging', 'geldigheidVerstreken', 'verlengingNietOntvangen', 'verklaringTeOud'],
  dan: [brief('vrijstellingBevestigd', 'ouders'), taak('vrijstellingRegistreren'), meld(mas, 'vrijgesteld')],
};
/** Each kennisgeving is judged on its own: what came in for the year before does not count. */
const NIEUWE_RONDE = ['kennisgevingVolledig', 'verklaringBinnen', 'adviesBinnen', 'verlengingNietOntvangen'];
/** The kennisgeving for a next year begins a new round. */
export const verlengingOntvangen = [
  {
    als: verlengingTeLaat,
    naar: 'verlengingOpen' as const,
    markeer: ['verlenging', 'kennisgevingTeLaat'],
    wis: NIEUWE_RONDE,
  },
  {
    naar: 'verlengingOpen' as const,
    markeer: ['verlenging'],
    wis: [...NIEUWE_RONDE, 'kennisgevingTeLaat'],
  },
];
