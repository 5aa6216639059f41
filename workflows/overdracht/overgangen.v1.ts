import type { Datum } from '#kalender';
import { start, taak, type Context } from '#process';
import { laatBegonnen, SECTIES, sectieVlag, volledig, type Dossier } from './toetsing.v1.js';

type C = Context<Record<string, unknown>, Dossier>;
const traject = start('traject', (c) => ({ aangemeldOp: c.vandaag, bron: 'overdracht' }));

/** Half a year before 18, or at once when that has passed. */
export const beginnen = [
  {
    als: laatBegonnen,
    naar: 'voorbereiding' as const,
    markeer: 'laat',
    dan: [taak('overdrachtVoorbereiden')],
  },
  { naar: 'voorbereiding' as const, dan: [taak('overdrachtVoorbereiden')] },
];

/** Marks the section that was written; the first one makes the document a concept. */
const sectie = SECTIES.map((naam) => ({
  als: (c: Context<{ sectie: string }>) => c.invoer.sectie === naam,
  markeer: [sectieVlag(naam)],
}));
/** The statutory part needs no consent; what was written with it goes out again when it is withdrawn. */
const instemmingJongere = [
  {
    als: (c: Context<{ school: boolean; medisch: boolean }, Dossier>) =>
      (c.gegevens.school === true && !c.invoer.school) || (c.gegevens.medisch === true && !c.invoer.medisch),
    dan: [taak('instemmingIngetrokken')],
  },
  {},
];

/** What may come in from outside as long as the hand-over runs. */
const register = {
  uitgeschreven: { markeer: ['uitgeschreven'], wis: ['inOnderwijs'] },
  ingeschreven: { markeer: ['inOnderwijs'], wis: ['uitgeschreven', 'vsv'] },
  toekomsttraject: { markeer: ['toekomsttraject'] },
};
const metKwalificatie = { markeer: ['startkwalificatie'], wis: ['vsv'] };
const geenContact = { naar: 'afgesloten' as const, uitkomst: 'geenContact' };
const signaal = [
  // The birthday tells nothing new: the hand-over has its own.
  { als: (c: Context<{ bron: string }>) => c.invoer.bron === 'leeftijd' },
  { dan: [taak('signaalBekijken')] },
];

/** Before the hand-over everybody may still learn that none is needed; the officer decides. */
export const vooraf = {
  ...register,
  signaal,
  instemmingJongere,
  kwetsbarePositie: { markeer: ['jikp'] },
  startkwalificatieBehaald: { ...metKwalificatie, stelVoor: 'nietNodig' as const },
  nietNodig: { naar: 'nietNodig' as const },
};
/** The same once somebody works on it. */
export const tijdens = { ...vooraf, geenContact };
/** After the hand-over. */
export const erna = { ...register, signaal, startkwalificatieBehaald: metKwalificatie, geenContact };

const concept = sectie.map((s) => ({ ...s, naar: 'documentConcept' as const }));
/** Writing makes it a concept (again). */
export const schrijven = { documentBijgewerkt: concept };
/** Writing changes no state: the offered document is with the coach already. */
export const bijschrijven = { documentBijgewerkt: sectie };

/** Which sections are written is of interest until all of them are. */
export const documentGereed = [
  {
    als: volledig,
    naar: 'documentGereed' as const,
    wis: ['documentOnvolledig', ...SECTIES.map(sectieVlag)],
  },
  { naar: 'documentGereed' as const, markeer: ['documentOnvolledig'] },
];

const erIsGesproken = (c: Context): boolean => c.aantal('warmGesprek') > 0;
/** From here the coach has it, and nobody falls between two stools. */
export const geaccepteerd = [
  { als: erIsGesproken, naar: 'warmeOverdracht' as const, wis: ['tussenWalEnSchip'] },
  {
    naar: 'geaccepteerd' as const,
    wis: ['tussenWalEnSchip'],
    dan: [taak('warmGesprekPlannen', 'doorstroomcoach')],
  },
];

const met = (naar: string) => (c: Context<{ naar: string }>) => c.invoer.naar === naar;
export const overgedragen = [
  { als: met('traject'), naar: 'overgedragen' as const, dan: [traject] },
  {
    als: (c: Context<{ naar: string }>) => c.invoer.naar === 'school' || c.invoer.naar === 'combi',
    naar: 'overgedragen' as const,
    markeer: ['inOnderwijs'],
    wis: ['uitgeschreven', 'vsv'],
  },
  { naar: 'overgedragen' as const },
];

const uitkomsten = [
  ['school', 'overgedragenSchool'],
  ['werk', 'overgedragenWerk'],
  ['combi', 'overgedragenCombi'],
  ['zorg', 'overgedragenZorg'],
  ['traject', 'overgedragenTraject'],
] as const;
/** The contact after a year closes, with the outcome that the hand-over had. */
export const nazorgContact = [
  ...uitkomsten.map(([naar, uitkomst]) => ({
    als: (c: Context<{ contactOp: Datum }>) => c.heeftVlag('nazorgVoltooid') && c.gegevens['naar'] === naar,
    naar: 'afgesloten' as const,
    uitkomst,
  })),
  { naar: 'nazorg' as const },
];

/** Four weeks without education: who left is a vsv'er and goes to the Doorstroompunt; of whom we know nothing somebody finds out. */
export const vierWekenVoorbij = [
  { als: (c: C) => c.heeftVlag('vsv') || c.heeftVlag('startkwalificatie') || c.heeftVlag('inOnderwijs') },
  {
    als: (c: C) => c.heeftVlag('uitgeschreven'),
    markeer: 'vsv',
    dan: [taak('vsvBenaderen', 'doorstroomcoach'), traject],
  },
  { dan: [taak('inschrijvingNagaan', 'doorstroomcoach')] },
];
