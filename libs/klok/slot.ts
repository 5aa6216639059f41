import type pg from 'pg';

/**
 * Does `werk` while nobody else moves the time of this process: a skip is a duration, so two at once would add up. The lock lives in a
 * transaction, because that ends with its connection, whatever happens to us. `werk` may not ask the same pool: it could wait for ever.
 * @param wacht when somebody else has it: wait, or leave `werk` undone.
 */
export async function metSlot(
  pool: pg.Pool,
  workflowId: string,
  werk: () => Promise<void>,
  wacht = true,
): Promise<void> {
  const client = await pool.connect();
  let kapot = true;
  try {
    await client.query(
      'begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
    );
    const { rows } = await client.query<{ eigen: boolean }>(
      wacht
        ? 'select true as eigen from pg_advisory_xact_lock(hashtextextended($1, 0))'
        : 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as eigen',
      [`klok ${workflowId}`],
    );
    if (rows[0]!.eigen) await werk();
    await client.query('commit');
    kapot = false;
  } finally {
    client.release(kapot);
  }
}
