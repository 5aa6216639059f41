import type { Pool } from 'pg';
import type { Activiteiten } from '#process-workflow';
import { maakVerricht } from './brief/brief.js';
import { maakProjecteer } from './projecteer/projecteer.js';
import { register } from './register.js';

export { register, type Register } from './register.js';

/** The activities that the worker hosts, bound to their database. */
export function maakActiviteiten(pool: Pool): Activiteiten {
  return { projecteer: maakProjecteer(pool, register), verricht: maakVerricht(pool) };
}
