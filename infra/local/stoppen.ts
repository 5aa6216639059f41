import { join } from 'node:path';
import { lopend, stop } from './processen.js';
import { houderVan } from './slot.js';
import { wachtTot } from './wachten.js';

/** Alles wat de stack kan starten, in de volgorde van starten. */
export const ONDERDELEN = ['postgres', 'temporal', 'temporal-ui', 'aanmelden', 'worker', 'api'] as const;
export type OnderdeelNaam = (typeof ONDERDELEN)[number];

/** Het slot dat de bewaker van een staatmap houdt zolang hij loopt. */
export function slotVanBewaker(staat: string): string {
  return join(staat, 'bewaker.slot');
}

/** Stopt alle lopende processen van een staatmap, de laatst gestarte eerst. @returns hun namen. */
export async function stopAlles(staat: string): Promise<string[]> {
  const lopende = [...ONDERDELEN].reverse().flatMap((naam) => lopend(staat, naam) ?? []);
  for (const proces of lopende) await stop(staat, proces);
  return lopende.map((p) => p.naam);
}

/**
 * Stopt de bewaker van een staatmap (die zelf ordelijk alles stopt) en daarna wat er nog loopt.
 * @returns of er iets liep.
 */
export async function stopMetBewaker(staat: string): Promise<boolean> {
  const bewaker = houderVan(slotVanBewaker(staat));
  if (bewaker !== undefined) {
    process.kill(bewaker.pid, 'SIGTERM');
    const weg = await wachtTot(() => houderVan(slotVanBewaker(staat)) === undefined, 60_000, 50);
    if (!weg) process.kill(bewaker.pid, 'SIGKILL');
  }
  const rest = await stopAlles(staat);
  return bewaker !== undefined || rest.length > 0;
}
