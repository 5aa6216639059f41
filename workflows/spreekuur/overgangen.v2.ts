import { brief, start, taak, type Context, type EffectDef } from '#process';
import { einde as eindeV1, wegblijven as wegblijvenV1 } from './overgangen.v1.js';

export { gesprek, hersteld, uitnodigen } from './overgangen.v1.js';

/** Unauthorised absence in four consecutive lesweken from which the school must report (Leerplichtwet 1969 art. 21a lid 1). */
const MELDGRENS_UREN = 16;

/** What the report takes over from this spreekuur; a DUO report that was made for it comes along. */
const naarMas = (van: (c: Context) => Record<string, unknown>): EffectDef =>
  start('mas', (c) => ({
    bron: 'spreekuur',
    ontvangenOp: c.vandaag,
    meldingNummer: c.gegevens['meldingNummer'],
    aantalTeLaat: c.gegevens['aantalTeLaat'],
    ...van(c),
  }));
const geescaleerd = (van: (c: Context) => Record<string, unknown>) => ({
  naar: 'geescaleerd' as const,
  uitkomst: 'geescaleerdMas',
  dan: [naarMas(van)],
});
/** The newest count of the school. */
const laatsteUren = ({ gegevens }: Context): number => (gegevens['uren'] ?? gegevens['urenGemeld']) as number;

/** What may come in as long as the process runs. Below the limit absence is recorded and the state stays. */
export const berichten = {
  verzuimUpdate: [
    {
      als: (c: Context<{ uren: number }>) => c.invoer.uren >= MELDGRENS_UREN,
      ...geescaleerd((c) => ({ soort: 'zestienUur', uren: laatsteUren(c) })),
    },
    {},
  ],
  duoMelding: [
    // A report made for the spreekuur itself attaches and does not escalate it (settled reading 7).
    { als: (c: Context<{ soort: string }>) => c.invoer.soort === 'overig' },
    geescaleerd((c) => ({ soort: c.gegevens['soort'] })),
  ],
  // The calendar of the new school comes by itself; what was agreed, and who asks, does not.
  schoolwissel: { markeer: ['schoolwissel'], dan: [taak('nieuweSchoolInformeren')] },
};

/** The officer goes on with the report: no-show, or absence that goes on. */
export const escaleren = geescaleerd((c) => ({
  soort: laatsteUren(c) >= MELDGRENS_UREN ? 'zestienUur' : 'overig',
  uren: laatsteUren(c),
}));

/** Basic support is given by Wijkracht (since January 2025) unless the officer says otherwise. */
const naarHulp = start('hulp', (c) => ({
  aangebodenOp: c.vandaag,
  aanbieder: c.gegevens['aanbieder'] ?? 'wijkracht',
}));
export const einde = {
  afsluiten: eindeV1.afsluiten.map((w) =>
    w.uitkomst === 'doorverwezenHulp' ? { ...w, dan: [naarHulp] } : w,
  ),
};

/** The school hears of a no-show on the day itself (F6). */
export const wegblijven = wegblijvenV1.map((w) => ({ ...w, dan: [brief('nietVerschenen', 'school')] }));

/** Who is almost 18 is handed over in time. */
export const naarOverdracht = start('overdracht', (c) => ({ gesignaleerdOp: c.vandaag, bron: 'leeftijd' }));
