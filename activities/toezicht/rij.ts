import { asyncLocalStorage } from '@temporalio/activity';
import type { Pool } from 'pg';
import { inGemeente, noteerMotorstoring, wisMotorstoring } from '#read-model';

/** Whether this is the patient road of the row lane, and its how manieth attempt; 0 when it is not. */
export function geduldigePoging(): number {
  const info = asyncLocalStorage.getStore()?.info;
  return info && !info.isLocal ? info.attempt : 0;
}

/** From this attempt of the patient road on, a row counts as lagging. */
export const ACHTER_VANAF_POGING = 2;

/**
 * Does the work of the row lane, and notes when its row lags: by a statement of its own, because the one that writes the row is the one that
 * fails. That it is over is noted too. Whether either succeeds changes nothing for the row.
 */
export async function metToezicht<T>(
  pool: Pool,
  proces: { id: string; gemeente: string },
  werk: () => Promise<T>,
): Promise<T> {
  const poging = geduldigePoging();
  if (poging < ACHTER_VANAF_POGING) return werk();
  const s = { gemeente_code: proces.gemeente, soort: 'rij', proces_id: proces.id } as const;
  const als = (doe: Parameters<typeof inGemeente<void>>[2]): Promise<void> =>
    inGemeente(pool, { gemeenten: [proces.gemeente] }, doe).catch(() => undefined);
  await als((em) => noteerMotorstoring(em, { ...s, wat: { pogingen: poging } }));
  const uitkomst = await werk();
  await als((em) => wisMotorstoring(em, s));
  return uitkomst;
}
