import { brief, taak, type EffectDef } from '#process';
import { absoluutVerzuim, isVrijgesteld } from './koppelingen.v2.js';
import type { C } from './namen.v2.js';
import { ingetrokken, stoppen, terugNaarSchool } from './overgangen.v1.js';
import { eerdereLooptNog, is, naBezwaartermijn, postVoorbij, verzoekTeLaat } from './toetsing.v2.js';

/* The ways on of a request on which burgemeester en wethouders decide; `definitie.v2.ts` says in which states. */

/** The parents give the request up. What was granted before runs on without this process: somebody must look when it ends. */
const eindigen = {
  ...stoppen,
  ingetrokken: [
    { als: eerdereLooptNog, ...stoppen.ingetrokken, dan: [taak('inschrijvingNaAfloopNagaan')] },
    stoppen.ingetrokken,
  ],
};

/** Is the request complete (art. 15 lid 2, 3a lid 2, 3b lid 2 and 3)? */
export const volledigheid = {
  aanvraagAanvullingGevraagd: {
    naar: 'aanvraagAanvulling' as const,
    wis: ['aanvraagNietAangevuld'],
    // The table cannot make a term stand still: the officer does it with the kernel action (Awb 4:15).
    dan: [brief('verzoekAanvullingAanvraag', 'ouders'), taak('beslistermijnOpschorten')],
  },
  aanvraagVolledig: [
    { als: is('art15'), naar: 'inBehandeling' as const },
    { naar: 'inBehandelingVervangend' as const },
  ],
  ...eindigen,
};
export const aanvullen = {
  aanvraagAangevuld: {
    naar: 'aanvraagOntvangen' as const,
    wis: ['aanvraagNietAangevuld'],
    dan: [taak('beslistermijnHervatten')],
  },
  nietBehandelen: {
    naar: 'afwijzingBesloten' as const,
    markeer: ['nietBehandeld'],
    dan: [brief('besluitNietBehandelen', 'ouders')],
  },
  ...eindigen,
};

/** Art. 15: nobody need be heard. */
export const beslissen = {
  toekennen: {
    naar: 'toekenningBesloten' as const,
    markeer: ['toegekend'],
    dan: [brief('besluitToegekend', 'ouders')],
  },
  afwijzen: { naar: 'afwijzingBesloten' as const, dan: [brief('besluitAfgewezen', 'ouders')] },
  ...eindigen,
};
export const behandelenVervangend = {
  aanvragerGehoord: { markeer: ['aanvragerGehoord'] },
  schoolhoofdGehoord: { markeer: ['schoolhoofdGehoord'] },
  instellingGehoord: { markeer: ['instellingGehoord'] },
  ...beslissen,
};

const registreren = taak('vrijstellingRegistreren');
/** What a grant sets going: an exemption withdraws reports; with vervangende leerplicht the officer looks what may be closed. */
const toegekend = (vrijgesteld: boolean): EffectDef[] =>
  vrijgesteld ? [registreren, ...isVrijgesteld] : [registreren, taak('verzuimmeldingNagaan')];
const NIEUW = ['verlenging', 'verzoekTeLaat', 'geldigheidVerstreken', 'verlengingNietOntvangen'];
/** It takes effect when it is made known (Awb 3:40). */
export const bekendmakenToekenning = {
  besluitBekendgemaakt: [
    { als: is('art15'), naar: 'toegekend' as const, wis: NIEUW, dan: toegekend(true) },
    { naar: 'toegekend' as const, wis: NIEUW, dan: toegekend(false) },
  ],
};
/** Without the exemption of art. 15 the youth must be at a school; with a refusal of vervangende leerplicht he still is. */
export const bekendmakenAfwijzing = {
  besluitBekendgemaakt: [
    {
      als: (c: C) => is('art15')(c) && !eerdereLooptNog(c),
      naar: 'bezwaartermijn' as const,
      dan: [absoluutVerzuim],
    },
    { naar: 'bezwaartermijn' as const, dan: [taak('inschrijvingNagaan')] },
  ],
};

const duoGeregistreerd = { wis: ['registratieDuoUitgebleven'] };
const inBezwaar = { naar: 'bezwaar' as const, dan: [brief('ontvangstbevestigingBezwaar', 'ouders')] };
/** The six weeks after a decision. */
export const bezwaartermijn = {
  bezwaarOntvangen: [
    { ...inBezwaar, als: naBezwaartermijn, markeer: ['bezwaarNaTermijn'] },
    { ...inBezwaar, wis: ['bezwaarNaTermijn'] },
  ],
};

/** Each request is judged on its own: what was heard for the year before does not count. */
const NIEUWE_AANVRAAG = [
  'aanvragerGehoord',
  'schoolhoofdGehoord',
  'instellingGehoord',
  'aanvraagNietAangevuld',
  'nietBehandeld',
  'toegekend',
  'verlengingNietOntvangen',
  'bezwaarNaTermijn',
];
const verlengen = {
  naar: 'aanvraagOntvangen' as const,
  dan: [brief('ontvangstbevestigingAanvraag', 'ouders')],
};
/** What may happen as long as the grant holds. */
export const vanKracht = {
  duoGeregistreerd,
  verlengingGevraagd: [
    { ...verlengen, als: verzoekTeLaat, markeer: ['verlenging', 'verzoekTeLaat'], wis: NIEUWE_AANVRAAG },
    { ...verlengen, markeer: ['verlenging'], wis: [...NIEUWE_AANVRAAG, 'verzoekTeLaat'] },
  ],
  terugNaarSchool,
  ingetrokken,
};

const isToegekend = (c: C): boolean => c.heeftVlag('toegekend');
/** The decision stands. After a refusal what was granted before may still run. */
const blijftStaan = [
  { als: (c: C) => isToegekend(c) || eerdereLooptNog(c), naar: 'vanKracht' as const },
  { als: (c: C) => c.heeftVlag('nietBehandeld'), naar: 'afgewezen' as const, uitkomst: 'nietBehandeld' },
  { naar: 'afgewezen' as const },
];
/** What follows when nobody objects: first a week in which a letter may still come, then the decision stands. */
export const zonderBezwaar = [{ als: (c: C) => !postVoorbij(c) }, ...blijftStaan];
const beslissing = brief('beslissingOpBezwaar', 'ouders');
const alsnog = { naar: 'vanKracht' as const, markeer: ['toegekend'], wis: [...NIEUW, 'nietBehandeld'] };
/** Objection to a refusal, or to the period of what was granted, which holds meanwhile (Awb 6:16). */
export const bezwaar = {
  duoGeregistreerd: { ...duoGeregistreerd, als: isToegekend },
  bezwaarOngegrond: blijftStaan.map((w) => ({ ...w, dan: [beslissing] })),
  bezwaarIngetrokken: blijftStaan,
  bezwaarGegrond: [
    { ...alsnog, als: is('art15'), dan: [beslissing, ...toegekend(true)] },
    { ...alsnog, dan: [beslissing, ...toegekend(false)] },
  ],
};
