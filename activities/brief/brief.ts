import type { Pool } from 'pg';
import { foutpunt } from '#config';
import type { Effect } from '#process';
import { noteerTeDoen, teDoenVan } from '#read-model';

/**
 * The effect lane: a letter to somebody outside. For now it is a row in *te doen* that an officer takes up by hand; it is noted once per
 * effect, however often this runs.
 */
export function maakNoteer(pool: Pool) {
  return async (e: Effect, proces: { id: string; gemeente: string }): Promise<void> => {
    foutpunt('effect');
    await noteerTeDoen(pool, proces, teDoenVan(e));
  };
}
