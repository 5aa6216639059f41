import { setTimeout as slaap } from 'node:timers/promises';
import type { Onderdeel } from './onderdelen.js';
import { leeft, type Proces } from './processen.js';

const KIJK_IEDERE_MS = 100;
const PAUZES_MS = [0, 500, 1000, 2000, 5000, 10_000] as const;
/** What kept running longer than this after its start begins again with the shortest pause. */
const STABIEL_MS = 3000;

async function totHetStopt(proces: Proces, gestopt: AbortSignal): Promise<void> {
  while (leeft(proces) && !gestopt.aborted) await slaap(KIJK_IEDERE_MS);
}

/**
 * Starts a part again as soon as it no longer runs, with longer and longer pauses when it keeps stopping.
 * Ends when `gestopt` fires.
 */
export async function bewaak(
  onderdeel: Onderdeel,
  eerste: Proces,
  gestopt: AbortSignal,
  zeg: (tekst: string) => void,
): Promise<void> {
  let proces: Proces | undefined = eerste;
  let mislukt = 0;
  while (!gestopt.aborted) {
    const begin = Date.now();
    if (proces !== undefined) await totHetStopt(proces, gestopt);
    if (gestopt.aborted) return;
    mislukt = Date.now() - begin > STABIEL_MS ? 0 : mislukt + 1;
    const pauze = PAUZES_MS[Math.min(Math.max(mislukt - 1, 0), PAUZES_MS.length - 1)] ?? 0;
    if (proces !== undefined) zeg(`  ${onderdeel.titel} is gestopt en wordt opnieuw gestart.`);
    await slaap(pauze, undefined, { signal: gestopt }).catch(() => undefined);
    if (gestopt.aborted) return;
    try {
      proces = await onderdeel.start();
      zeg(`  ${onderdeel.titel} loopt weer.`);
    } catch (fout) {
      proces = undefined;
      zeg(`  ${onderdeel.titel} start nog niet: ${fout instanceof Error ? fout.message : String(fout)}`);
    }
  }
}
