import { brief, taak } from '#process';
import { absoluutVerzuim, isVrijgesteld, naarTafel } from './koppelingen.v2.js';
import type { Weg } from './namen.v2.js';
import { ingetrokken, stoppen, terugNaarSchool } from './overgangen.v1.js';
import { inLopendSchooljaar, verlengingTeLaat } from './toetsing.v1.js';
import { is } from './toetsing.v2.js';

/* The ways on of a kennisgeving; `definitie.v2.ts` says in which states. */

const vervolg = (wat: string) => (c: { invoer: { vervolg: string } }) => c.invoer.vervolg === wat;
/** The exemption did not arise; the officer chose what follows. */
const nietVoldaan = [
  {
    naar: 'nietVoldaan' as const,
    als: vervolg('absoluutVerzuim'),
    dan: [brief('vrijstellingNietVoldaan', 'ouders'), absoluutVerzuim],
  },
  {
    naar: 'nietVoldaan' as const,
    als: vervolg('thuiszitterstafel'),
    dan: [brief('vrijstellingNietVoldaan', 'ouders'), naarTafel],
  },
  { naar: 'nietVoldaan' as const, dan: [brief('vrijstellingNietVoldaan', 'ouders')] },
];
/** Until it is confirmed the claim may fail, and the parents may give it up. */
const eindigen = { nietVoldaan, ...stoppen };

const volledig = { markeer: ['kennisgevingVolledig'] };
/** Is the kennisgeving complete (art. 6 lid 1)? Then each ground has its own check; only a asks a doctor (art. 7). */
export const volledigheid = {
  aanvullingGevraagd: {
    naar: 'aanvullingGevraagd' as const,
    dan: [brief('verzoekAanvulling', 'ouders')],
  },
  volledigVerklaard: [
    { als: is('art5onderA'), naar: 'adviesAanTeVragen' as const, ...volledig },
    { als: is('art5onderB'), naar: 'toetsRichting' as const, ...volledig },
    { naar: 'toetsBuitenland' as const, ...volledig },
  ],
  ...eindigen,
};
export const aanvullen = { aanvullingOntvangen: { naar: 'kennisgevingOntvangen' as const }, ...eindigen };

export const aanwijzen = {
  artsAanwijzen: {
    naar: 'bijDeArts' as const,
    dan: [brief('verzoekVerklaring', 'arts'), brief('verzoekOnderwijskundigAdvies', 'samenwerkingsverband')],
  },
  ...eindigen,
};
const onderwijskundigAdviesOntvangen = { markeer: ['adviesBinnen'] };
export const wachtenOpArts = {
  artsAanwijzen: { dan: [brief('verzoekVerklaring', 'arts')] },
  onderwijskundigAdviesOntvangen,
  verklaringOntvangen: {
    naar: 'toets' as const,
    markeer: ['verklaringBinnen'],
    wis: ['verklaringTeOud'],
  },
  ...eindigen,
};

/** The exemption is confirmed, and open reports in its period are withdrawn. */
const bevestigd = {
  naar: 'bevestigd' as const,
  wis: ['verlenging', 'geldigheidVerstreken', 'verlengingNietOntvangen', 'verklaringTeOud'],
  dan: [brief('vrijstellingBevestigd', 'ouders'), taak('vrijstellingRegistreren'), ...isVrijgesteld],
};
const bevestigen = [
  { als: inLopendSchooljaar, ...bevestigd, markeer: ['lopendSchooljaar'] },
  { ...bevestigd, wis: [...bevestigd.wis, 'lopendSchooljaar'] },
];
export const toetsen = {
  onderwijskundigAdviesOntvangen,
  nieuweVerklaringGevraagd: {
    naar: 'bijDeArts' as const,
    wis: ['verklaringBinnen', 'verklaringTeOud'],
    dan: [brief('verzoekVerklaring', 'arts')],
  },
  bevestigen,
  ...eindigen,
};
export const toetsenRichting = {
  bedenkingenGetoetst: { markeer: ['bedenkingenGetoetst'] },
  bevestigen,
  ...eindigen,
};
export const toetsenBuitenland = {
  schoolverklaringOntvangen: { markeer: ['schoolverklaringBinnen'] },
  bevestigen,
  ...eindigen,
};

/** Each kennisgeving is judged on its own: what came in for the year before does not count. */
const NIEUWE_RONDE = [
  'kennisgevingVolledig',
  'verklaringBinnen',
  'adviesBinnen',
  'bedenkingenGetoetst',
  'schoolverklaringBinnen',
  'verlengingNietOntvangen',
];
/** The kennisgeving for a next year begins a new round. */
const verlengingOntvangen = [
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
export const vrijgesteld = { verlengingOntvangen, terugNaarSchool, ingetrokken };
export const geregistreerd: Weg = { naar: 'geldig', wis: ['registratieDuoUitgebleven'] };
