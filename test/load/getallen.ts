/** The middle value; NaN of nothing. */
export const mediaan = (waarden: readonly number[]): number => kwantiel(waarden, 0.5);

/** The smallest value that at least this part of the values does not exceed; NaN of nothing. */
export function kwantiel(waarden: readonly number[], deel: number): number {
  const gesorteerd = [...waarden].sort((a, b) => a - b);
  return gesorteerd[Math.max(0, Math.ceil(deel * gesorteerd.length) - 1)] ?? Number.NaN;
}

/** A number for a Dutch table. */
export const getal = (waarde: number | undefined, decimalen = 1): string =>
  waarde === undefined || Number.isNaN(waarde)
    ? '-'
    : waarde.toLocaleString('nl-NL', { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen });

/** Rows as a Markdown table; the first row is its head. */
export function markdownTabel(rijen: readonly (readonly string[])[]): string {
  const [kop, ...rest] = rijen;
  const regel = (r: readonly string[]): string => `| ${r.join(' | ')} |`;
  return [regel(kop!), regel(kop!.map((_, i) => (i === 0 ? '---' : '--:'))), ...rest.map(regel)].join('\n');
}
