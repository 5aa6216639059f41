import type { Pool } from 'pg';
import { foutpunt } from '#config';
import type { Activiteiten } from '#process-workflow';
import { projecteer, rijVan, teDoenVan } from '#read-model';
import type { Register } from '../register.js';

/**
 * The row lane: one statement writes row, timeline, tasks and NOTIFY, and then what leaves the house is tried once. Repeating it, or bringing
 * an older snapshot late, changes nothing.
 */
export function maakProjecteer(
  pool: Pool,
  register: Register,
  verricht: Activiteiten['verricht'],
): Activiteiten['projecteer'] {
  return async (p, naarBuiten) => {
    foutpunt('rij.voor');
    const d = register.definitie(p.snapshot.procestype, p.snapshot.versie);
    await projecteer(
      pool,
      p,
      rijVan(d, p.snapshot),
      p.effecten.map((e) => teDoenVan(e)),
    );
    foutpunt('rij.na');
    let gedaan = 0;
    try {
      for (const e of naarBuiten) {
        await verricht(e, p.snapshot);
        gedaan += 1;
      }
    } catch {
      // The row stands; the effect lane tries again, and says so when it keeps failing.
    }
    return gedaan;
  };
}
