import { brief, start, taak, type Context } from '#process';
import { bezwaarOpTijd, bezwaarTeLaat } from './toetsing.v1.js';

const vlag = (naam: string) => (c: Context) => c.heeftVlag(naam);

/** The parents want no leave any more. */
export const ingetrokken = { naar: 'afgesloten' as const, uitkomst: 'ingetrokken' };
/** Ten days or fewer: the request goes on to the head (Awb 2:3). Nothing was decided, so there is nothing to object to. */
const nietOntvankelijk = {
  naar: 'afgesloten' as const,
  uitkomst: 'nietOntvankelijk',
  dan: [brief('aanvraagDoorgestuurd', 'ouders'), brief('aanvraagVoorHetHoofd', 'school')],
};
/** A decision, each with the clause on objection; it counts from its publication (Awb 3:40). */
const toekennen = {
  naar: 'besloten' as const,
  markeer: ['verleend'],
  dan: [brief('besluitToegekend', 'ouders'), brief('afschriftBesluit', 'school')],
};
const afwijzen = {
  naar: 'besloten' as const,
  dan: [brief('besluitAfgewezen', 'ouders'), brief('afschriftBesluit', 'school')],
};
export const buitenBehandelingLaten = {
  naar: 'besloten' as const,
  markeer: ['buitenBehandeling'],
  dan: [brief('besluitBuitenBehandeling', 'ouders')],
};
/** What the officer may decide as long as there is no decision. */
export const beslissen = { toekennen, afwijzen, nietOntvankelijk, ingetrokken };

/** The decision clock does not stand still by itself: the officer suspends it for the days that the parents take (Awb 4:15). */
export const aanvullingGevraagd = {
  naar: 'aanvullingGevraagd' as const,
  dan: [brief('verzoekAanvulling', 'ouders'), taak('beslistermijnOpschorten')],
};
export const aanvullingOntvangen = [
  {
    als: vlag('hoofdGehoord'),
    naar: 'teBeslissen' as const,
    wis: ['aanvullingUitgebleven'],
    dan: [taak('beslistermijnHervatten')],
  },
  {
    naar: 'aangevraagd' as const,
    wis: ['aanvullingUitgebleven'],
    dan: [taak('beslistermijnHervatten')],
  },
];
export const bekendgemaakt = [
  { als: vlag('verleend'), naar: 'verleend' as const },
  { naar: 'geweigerd' as const },
];

const ontvangst = { naar: 'bezwaar' as const, dan: [brief('ontvangstbevestigingBezwaar', 'ouders')] };
export const bezwaarOntvangen = [
  { als: bezwaarTeLaat, ...ontvangst, markeer: ['bezwaarTeLaat'] },
  { als: (c: Context) => !bezwaarOpTijd(c), ...ontvangst, markeer: ['bezwaarPerPost'] },
  ontvangst,
];

/** What stays when nothing is left to object to. */
export const blijftGeweigerd = [
  { als: vlag('buitenBehandeling'), naar: 'afgesloten' as const, uitkomst: 'buitenBehandeling' },
  { naar: 'afgesloten' as const, uitkomst: 'afgewezen' },
];
/** After an objection: what happened meanwhile to a leave that was granted, else the refusal stays. */
const naBezwaar = [
  { als: vlag('teruggekeerd'), naar: 'afgesloten' as const, uitkomst: 'teruggekeerd' },
  { als: vlag('overschreden'), naar: 'afgesloten' as const, uitkomst: 'overschreden' },
  { als: vlag('verleend'), naar: 'definitief' as const },
  ...blijftGeweigerd,
];
const metBrief = naBezwaar.map((weg) => ({ ...weg, dan: [brief('beslissingOpBezwaar', 'ouders')] }));

const terug = { naar: 'afgesloten' as const, uitkomst: 'teruggekeerd' };
/** Staying away longer than was granted is luxe verzuim: an officer's report may follow without a warning, which mas judges. */
const naarMas = start('mas', (c) => ({
  bron: 'school',
  soort: 'luxe',
  ontvangenOp: c.vandaag,
  verzuimVanaf: c.gegevens['verzuimVanaf'],
  uren: c.gegevens['uren'],
}));
/** How a leave ends. */
export const einde = {
  teruggekeerd: terug,
  overschreden: { naar: 'afgesloten' as const, uitkomst: 'overschreden', dan: [naarMas] },
  ingetrokken,
};
/** The objection is decided on first; what became of the leave waits for it. */
export const inBezwaar = {
  hoofdGehoord: { markeer: ['hoofdGehoord'] },
  bezwaarGegrond: {
    naar: 'definitief' as const,
    markeer: ['verleend'],
    wis: ['buitenBehandeling', 'verlofVoorbij', 'teruggekeerd', 'overschreden'],
    dan: [brief('beslissingOpBezwaar', 'ouders'), brief('afschriftBesluit', 'school')],
  },
  bezwaarOngegrond: metBrief,
  bezwaarIngetrokken: naBezwaar,
  teruggekeerd: { markeer: ['teruggekeerd'] },
  overschreden: { markeer: ['overschreden'], dan: [naarMas] },
};
