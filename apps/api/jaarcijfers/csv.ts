import { zonderFormule, type Blad, type Cel } from './blad.js';

/** Tells a Dutch spreadsheet that this is UTF-8. */
const BOM = '\uFEFF';

/**
 * Sheets under each other as CSV, an empty line between: semicolons and decimal commas, as Dutch spreadsheets expect, and no cell that one of
 * them would take for a formula.
 */
export const alsCsv = (bladen: readonly Blad[]): string =>
  BOM + bladen.map((b) => [b.kop, ...b.rijen].map(regel).join('')).join('\r\n');

const regel = (cellen: readonly Cel[]): string => `${cellen.map(cel).join(';')}\r\n`;

function cel(waarde: Cel): string {
  if (waarde === null) return '';
  if (typeof waarde === 'number') return String(waarde).replace('.', ',');
  const tekst = zonderFormule(waarde);
  return /[;"\r\n]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
}
