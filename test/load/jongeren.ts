import pg from 'pg';

/** The id of the n-th youth of a municipality that {@link maakJongeren} makes. */
export const jongereId = (gemeente: string, n: number): string =>
  `00000000-${gemeente}-7000-8000-${String(n).padStart(12, '0')}`;

/**
 * Puts youths `van` up to and including `tot` of a municipality straight in the database, without an API and without a BSN that opens: for
 * load that never reads them. Safe to repeat.
 * @param databaseUrl of the owner.
 */
export async function maakJongeren(
  databaseUrl: string,
  gemeente: string,
  brin: string | null,
  van: number,
  tot: number,
): Promise<void> {
  await alsEigenaar(databaseUrl, [gemeente], async (client) => {
    await client.query(
      `insert into app.jongere (gemeente_code, id, bsn, bsn_zoek, voornamen, achternaam, geboortedatum, brin)
       select $1, ('00000000-' || $1 || '-7000-8000-' || lpad(n::text, 12, '0'))::uuid, sha256(('bsn ' || n)::bytea),
         sha256(n::text::bytea), 'Proef', 'Belasting ' || n, date '2011-01-01' + n % 1800, $2
       from generate_series($3::int, $4::int) n on conflict do nothing`,
      [gemeente, brin, van, tot],
    );
    // So many at once are planned for wrongly until autovacuum comes by.
    await client.query('analyze app.jongere');
  });
}

/** One transaction as the owner of the schema, who is held to row-level security too. */
export async function alsEigenaar<T>(
  databaseUrl: string,
  gemeenten: readonly string[],
  werk: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.gemeenten', $1, true)`, [gemeenten.join(',')]);
    const uit = await werk(client);
    await client.query('commit');
    return uit;
  } finally {
    await client.end();
  }
}
