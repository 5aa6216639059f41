import { isKoppeling } from '#process';
import type { Activiteiten } from '#process-workflow';
import { maakNoteer } from './brief/brief.js';
import { maakKoppel, type KetenOmgeving } from './keten/koppel.js';
import { maakProjecteer } from './projecteer/projecteer.js';
import { register } from './register.js';

export { register, type Register } from './register.js';

/** The activities that the worker hosts, bound to their database and to Temporal. */
export function maakActiviteiten(o: KetenOmgeving): Activiteiten {
  const noteer = maakNoteer(o.pool);
  const koppel = maakKoppel(o, register);
  return {
    projecteer: maakProjecteer(o.pool, register),
    verricht: (e, proces) => (isKoppeling(e) ? koppel(e, proces) : noteer(e, proces)),
  };
}
