import type { Client } from '@temporalio/client';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { schuifNaar } from './proces-tijd.js';
import { leesVoorsprong } from './voorsprong.js';

/** With which lead of our clock a process is known to be up to date. */
const bijgetrokken = new LRUCache<string, number>({ max: 10_000 });

/**
 * Brings one process up to our clock before anybody acts on it: a moved clock takes along only those in which something fell due. Does
 * nothing while the lead is 0, as it is in production.
 * @param wacht whether to wait for who is moving it already. One process that tells another something must not: that one may be waiting for
 *   the first to be told.
 */
export async function trekBij(
  client: Client,
  pool: pg.Pool,
  workflowId: string,
  wacht = true,
): Promise<void> {
  const voorsprong = await leesVoorsprong(pool);
  if (voorsprong === 0 || bijgetrokken.get(workflowId) === voorsprong) return;
  await schuifNaar(client, pool, workflowId, Date.now() + voorsprong, wacht);
  if (wacht) bijgetrokken.set(workflowId, voorsprong);
}
