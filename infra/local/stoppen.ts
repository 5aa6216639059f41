import { join } from 'node:path';
import { beeindig, lopend, stop } from './processen.js';
import { houderVan } from './slot.js';

/** Everything that the stack can start, in the order of starting. */
export const ONDERDELEN = [
  'postgres',
  'temporal',
  'temporal-ui',
  'aanmelden',
  'postvak',
  'worker',
  'api',
] as const;
export type OnderdeelNaam = (typeof ONDERDELEN)[number];

/** The lock that the supervisor of a state folder holds as long as it runs. */
export function slotVanBewaker(staat: string): string {
  return join(staat, 'bewaker.slot');
}

/** Stops all running processes of a state folder, the last started first. @returns their names. */
export async function stopAlles(staat: string): Promise<string[]> {
  const lopende = [...ONDERDELEN].reverse().flatMap((naam) => lopend(staat, naam) ?? []);
  for (const proces of lopende) await stop(staat, proces);
  return lopende.map((p) => p.naam);
}

/**
 * Stops the supervisor of a state folder (which itself stops everything in order) and then what still runs.
 * @returns whether anything ran.
 */
export async function stopMetBewaker(staat: string): Promise<boolean> {
  const bewaker = houderVan(slotVanBewaker(staat));
  if (bewaker !== undefined) await beeindig(bewaker, 'SIGTERM', 60_000);
  const rest = await stopAlles(staat);
  return bewaker !== undefined || rest.length > 0;
}
