import type { Pool } from 'pg';
import type { Activiteiten } from '#process-workflow';
import { maakVerricht } from './brief/brief.js';
import { maakProjecteer } from './projecteer/projecteer.js';
import { register } from './register.js';

export { register, type Register } from './register.js';

/** The activities that the worker hosts, bound to their database. */
export const maakActiviteiten = (pool: Pool): Activiteiten => ({
  projecteer: maakProjecteer(pool, register),
  verricht: maakVerricht(pool),
});
