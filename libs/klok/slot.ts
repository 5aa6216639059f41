import type pg from 'pg';

/**
 * Does `werk` while nobody else moves the time of this process: a skip is a duration, so two at once would add up. The lock lives in a
 * transaction, because that ends with its connection, whatever happens to us. `werk` may not ask the same pool: it could wait for ever.
 */
export async function metSlot<T>(pool: pg.Pool, workflowId: string, werk: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let kapot = true;
  try {
    await client.query(
      'begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
    );
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`klok ${workflowId}`]);
    const uitkomst = await werk();
    await client.query('commit');
    kapot = false;
    return uitkomst;
  } finally {
    client.release(kapot);
  }
}
