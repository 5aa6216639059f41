import { datumVeld, inhoud, z } from '#process';

export const SOORT = ['zestienUur', 'langdurig', 'luxe', 'overig', 'absoluut'] as const;
export const BRON = ['duo', 'spreekuur', 'school', 'vrijstelling', 'tafel', 'overname'] as const;
/** The four routes, as the signaleringsinstrument and the thuiszitterstafel name them. */
export const ROUTE = ['hulp', 'halt', 'civiel', 'strafrecht'] as const;

export const aantalVeld = (): z.ZodInt => z.int().min(0).max(1000);
export const meldingNummer = (): z.ZodString => z.string().regex(/^\d{1,12}$/);

/** What a report of absence tells, the first and each that follows. */
const verzuim = {
  soort: z.enum(SOORT),
  ontvangenOp: datumVeld(),
  meldingNummer: meldingNummer().optional(),
  verzuimVanaf: datumVeld().optional(),
  verzuimTot: datumVeld().optional(),
  zestienUurOp: datumVeld().optional(),
  uren: aantalVeld().optional(),
  aantalTeLaat: aantalVeld().optional(),
};

export const melding = z.strictObject({
  bron: z.enum(BRON),
  ...verzuim,
  toelichting: inhoud('gewoon').optional(),
  twaalfOp: datumVeld(),
  achttienOp: datumVeld(),
});
export const vervolg = z.strictObject({ bron: z.enum(BRON).optional(), ...verzuim });
