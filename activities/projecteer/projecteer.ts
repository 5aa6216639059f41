import type { Pool } from 'pg';
import { foutpunt } from '#config';
import { isKoppeling, type Effect } from '#process';
import type { Activiteiten } from '#process-workflow';
import { projecteer, rijVan, teDoenVan } from '#read-model';
import { duoVan } from '../duo/status.js';
import type { Register } from '../register.js';
import { metToezicht } from '../toezicht/rij.js';

/**
 * The row lane: one statement writes row, timeline, tasks and NOTIFY, and with them the letters, which are no more than lines of *te doen*.
 * Repeating it, or bringing an older snapshot late, changes nothing.
 */
export function maakProjecteer(pool: Pool, register: Register): Activiteiten['projecteer'] {
  return async (p, naarBuiten) =>
    metToezicht(pool, p.snapshot, async () => {
      foutpunt('rij.voor');
      const d = register.definitie(p.snapshot.procestype, p.snapshot.versie);
      const mee = gaanMee(naarBuiten);
      await projecteer(
        pool,
        p,
        { ...rijVan(d, p.snapshot), duo: duoVan(p) },
        [...p.effecten, ...mee].map((e) => teDoenVan(e)),
      );
      foutpunt('rij.na');
      return mee.length;
    });
}

/** The letters that can be written now; the others are for the effect lane, which says so when it keeps failing. */
function gaanMee(naarBuiten: Effect[]): Effect[] {
  // In order: a letter after a message waits for that one.
  const eerste = naarBuiten.findIndex(isKoppeling);
  const brieven = eerste < 0 ? naarBuiten : naarBuiten.slice(0, eerste);
  try {
    if (brieven.length > 0) foutpunt('effect');
    return brieven;
  } catch {
    return [];
  }
}
