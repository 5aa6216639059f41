import { dagenTussen, isSchooldag, plusDagen, werkdagenTussen, type Datum, type Kalender } from '#kalender';
import type { C, Dossier } from './namen.v1.js';

/** Onverwijld (Leerplichtwet 1969 art. 21a lid 1) is within five working days after 16 hours: Inspectie van het Onderwijs. */
const MELDEN_BINNEN_WERKDAGEN = 5;
/** A longer gap between two reports than any holiday is a new absence. */
const LANGSTE_VAKANTIE_DAGEN = 70;

/** What was known of how the absence went on; gone when another absence begins. */
export const OUDE_TELLING = [
  'doorlopendVerzuim',
  'onafgebrokenAfwezig',
  'verspreidVerzuim',
  'thuiszitterNagaan',
  'aanbodGedaan',
];

type Periode = Partial<Pick<Dossier, 'verzuimVanaf' | 'verzuimTot'>>;

/** True when the dates in a report say that the school reported later than the Inspectie asks (CHAIN). */
export const schoolMeldtTeLaat = (
  m: Partial<Pick<Dossier, 'zestienUurOp' | 'ontvangenOp'>>,
  k: Kalender,
): boolean =>
  m.zestienUurOp !== undefined &&
  m.ontvangenOp !== undefined &&
  werkdagenTussen(m.zestienUurOp, m.ontvangenOp, k) > MELDEN_BINNEN_WERKDAGEN;

/** The last day of the absence; undefined when the report leaves it open (or the day is that of an earlier report). */
const einde = (g: Periode): Datum | undefined =>
  g.verzuimTot !== undefined && g.verzuimVanaf !== undefined && g.verzuimTot >= g.verzuimVanaf
    ? g.verzuimTot
    : undefined;

/**
 * True when a new report goes on where the one before it ended: no school day lies between. A school may report continuous absence
 * once in seven days (DUO), and those reports together are one absence.
 */
export function sluitAan(oud: Periode, vanaf: Datum | undefined, k: Kalender): boolean {
  if (vanaf === undefined || oud.verzuimVanaf === undefined || vanaf < oud.verzuimVanaf) return false;
  const tot = einde(oud);
  if (tot === undefined) return true;
  if (dagenTussen(tot, vanaf) > LANGSTE_VAKANTIE_DAGEN) return false;
  for (let dag = plusDagen(tot, 1); dag < vanaf; dag = plusDagen(dag, 1))
    if (isSchooldag(dag, k)) return false;
  return true;
}

/** True when what was reported is one absence without end. Otherwise the hours may be scattered, and somebody must look. */
export const blijftWeg = (c: C): boolean =>
  c.heeftVlag('thuiszitter') ||
  c.heeftVlag('onafgebrokenAfwezig') ||
  c.heeftVlag('doorlopendVerzuim') ||
  c.gegevens.soort === 'langdurig' ||
  c.gegevens.soort === 'absoluut' ||
  einde(c.gegevens) === undefined;

/** The days of school in a report of luxe verzuim; undefined when it does not tell. */
export function schooldagenGemist(g: Periode, k: Kalender): number | undefined {
  const tot = einde(g);
  if (tot === undefined || dagenTussen(g.verzuimVanaf!, tot) > LANGSTE_VAKANTIE_DAGEN) return undefined;
  let dagen = 0;
  for (let dag = g.verzuimVanaf!; dag <= tot; dag = plusDagen(dag, 1)) if (isSchooldag(dag, k)) dagen += 1;
  return dagen;
}
