import type { Datum } from '#kalender';
import { brief, nogNietGebouwd, start, type Context } from '#process';

/** Unauthorised absence in four consecutive lesweken from which the school must report (Leerplichtwet 1969 art. 21a lid 1). */
const MELDGRENS_UREN = 16;

/** Good enough to propose the end: at most the hours that the municipality sets, none by default. */
export const hersteld = (c: Context<{ uren: number }>): boolean => {
  const grens = c.kader.instellingen.waarden['spreekuurHersteldUren'];
  return c.invoer.uren <= (typeof grens === 'number' ? grens : 0);
};

/** What may come in from school and DUO as long as the process runs. Below the limit it is recorded and the state stays. */
export const berichten = {
  verzuimUpdate: [
    {
      naar: 'geescaleerd' as const,
      als: (c: Context<{ uren: number }>) => c.invoer.uren >= MELDGRENS_UREN,
      uitkomst: 'geescaleerdMas',
      dan: [start(nogNietGebouwd('mas'))],
    },
    {},
  ],
  duoMelding: [
    // A report made for the spreekuur itself attaches and does not escalate it (settled reading 7).
    { als: (c: Context<{ soort: string }>) => c.invoer.soort === 'overig' },
    { naar: 'geescaleerd' as const, uitkomst: 'geescaleerdMas', dan: [start(nogNietGebouwd('mas'))] },
  ],
};

const met = (resultaat: string) => (c: Context<{ resultaat: string }>) => c.invoer.resultaat === resultaat;
export const einde = {
  afsluiten: [
    { naar: 'afgesloten' as const, als: met('hersteld'), uitkomst: 'hersteld' },
    {
      naar: 'afgesloten' as const,
      als: met('doorverwezenHulp'),
      uitkomst: 'doorverwezenHulp',
      dan: [start(nogNietGebouwd('hulp'))],
    },
    { naar: 'afgesloten' as const, als: met('nietVerschenen'), uitkomst: 'nietVerschenen' },
    { naar: 'afgesloten' as const, uitkomst: 'vervallen' },
  ],
};
export const escaleren = {
  naar: 'geescaleerd' as const,
  uitkomst: 'geescaleerdMas',
  dan: [start(nogNietGebouwd('mas'))],
};

export const uitnodigen = [
  {
    naar: 'gesprekGepland' as const,
    als: (c: Context<{ gesprekOp?: Datum }>) => c.invoer.gesprekOp !== undefined,
    dan: [brief('uitnodigingGesprek', 'ouders')],
  },
  { naar: 'uitgenodigd' as const, dan: [brief('uitnodigingGesprek', 'ouders')] },
];
// The second no-show proposes escalation; the officer decides (settled reading 14).
export const wegblijven = [
  {
    naar: 'nietVerschenen' as const,
    als: (c: Context) => c.aantal('nietVerschenen') >= 1,
    stelVoor: 'escaleren' as const,
  },
  { naar: 'nietVerschenen' as const },
];
export const gesprek = [
  {
    naar: 'monitoring' as const,
    als: (c: Context<{ afspraken?: unknown }>) => c.invoer.afspraken !== undefined,
  },
  { naar: 'gesprekGevoerd' as const },
];
