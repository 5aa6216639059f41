import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Hoofdsleutels } from './hoofdsleutel.js';
import { uitgepakt, type Processleutels, type VerpakteSleutel } from './processleutel.js';

/** Where the keys of a process are found. */
export interface Sleutelkast {
  /** @throws {SleutelWeg} when the process has none (any more); else what the database throws. */
  van(procesId: string): Promise<Processleutels>;
}

/** How many processes' keys stay in memory: some 300 bytes each. */
const IN_GEHEUGEN = 20_000;
/** A destroyed key is forgotten within this time by everybody who still had it. */
const ONTHOUDEN_MS = 10 * 60_000;

/** The keys in the database, read once per process and then kept for ten minutes. Never wait for it inside a transaction: it asks the pool. */
export function maakSleutelkast(pool: pg.Pool, hoofdsleutels: Hoofdsleutels): Sleutelkast {
  const kast = new LRUCache<string, Processleutels>({
    max: IN_GEHEUGEN,
    ttl: ONTHOUDEN_MS,
    // A key that is pushed out while it is being read still reaches whoever asked for it.
    ignoreFetchAbort: true,
    fetchMethod: async (procesId) => {
      const { rows } = await pool.query<VerpakteSleutel>({
        name: 'processleutel',
        text: 'select versie, hoofdsleutel, verpakt from sleutels.processleutel where proces_id = $1',
        values: [procesId],
      });
      return uitgepakt(hoofdsleutels, procesId, rows);
    },
  });
  return { van: async (procesId) => kast.get(procesId) ?? kast.forceFetch(procesId) };
}
