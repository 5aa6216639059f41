import type pg from 'pg';
import { beginVan, type Datum } from '#kalender';

/**
 * Sets our clock to the beginning of any day, also one that has been: for a simulation of a past year. Only on an installation in which nothing
 * happened yet, because there a clock that goes back contradicts nothing.
 * @param eigenaar of the schema.
 * @throws RangeError when a youth or a process is known.
 */
export async function beginKlokOp(eigenaar: pg.Pool, dag: Datum): Promise<void> {
  const client = await eigenaar.connect();
  try {
    await client.query(
      "begin; select set_config('app.gemeenten', (select string_agg(code, ',') from app.gemeente), true)",
    );
    const { rows } = await client.query<{ leeg: boolean }>(
      'select not exists (select from app.jongere) and not exists (select from app.proces) as leeg',
    );
    if (!rows[0]!.leeg) throw new RangeError('De klok kan alleen terug zolang er nog niets is gebeurd.');
    const voorsprong = beginVan(dag) - Date.now();
    await client.query('update app.klok set voorsprong = $1', [voorsprong]);
    await client.query('commit');
  } finally {
    // Without a commit this undoes it.
    await client.query('rollback').finally(() => client.release());
  }
}
