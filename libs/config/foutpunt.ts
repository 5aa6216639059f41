import { readFileSync } from 'node:fs';

/**
 * A place where a test may make the program fail: it throws, or dies as by kill -9. Does nothing unless LEERLIJN_FOUTPUNTEN names a file,
 * and never in production. The file holds lines `<naam> gooi` or `<naam> sterf`.
 */
export function foutpunt(naam: string): void {
  const bestand = process.env['LEERLIJN_FOUTPUNTEN'];
  if (!bestand || process.env['NODE_ENV'] === 'production') return;
  const regel = leesRegels(bestand).find((r) => r.startsWith(`${naam} `));
  if (regel?.endsWith(' sterf')) process.kill(process.pid, 'SIGKILL');
  if (regel?.endsWith(' gooi')) throw new Error(`foutpunt ${naam}`);
}

function leesRegels(bestand: string): string[] {
  try {
    return readFileSync(bestand, 'utf8').split('\n');
  } catch {
    return [];
  }
}
