import type { Pool } from 'pg';
import { foutpunt } from '#config';
import type { Projectie } from '#process';
import { projecteer, rijVan, teDoenVan } from '#read-model';
import type { Register } from '../register.js';

/** The row lane: one statement writes row, timeline, tasks and NOTIFY. Repeating it, or bringing an older snapshot late, changes nothing. */
export function maakProjecteer(pool: Pool, register: Register) {
  return async (p: Projectie): Promise<void> => {
    foutpunt('rij.voor');
    const d = register.definitie(p.snapshot.procestype, p.snapshot.versie);
    await projecteer(
      pool,
      p,
      rijVan(d, p.snapshot),
      p.effecten.map((e) => teDoenVan(e)),
    );
    foutpunt('rij.na');
  };
}
