import pg from 'pg';

async function metClient(url: string, werk: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await werk(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes, where they are missing, the role `leerlijn` and its database in our own PostgreSQL.
 * The role is no superuser (as at a municipality), but may make roles: the migrations make the application's role.
 * @param beheerUrl of the superuser.
 */
export async function maakRolEnDatabase(beheerUrl: string, wachtwoord: string): Promise<void> {
  await metClient(beheerUrl, async (client) => {
    const rollen = await client.query("select 1 from pg_roles where rolname = 'leerlijn'");
    if (rollen.rowCount === 0) {
      await client.query(
        `create role leerlijn login createrole createdb password ${client.escapeLiteral(wachtwoord)}`,
      );
    }
    await maakDatabase(client, 'leerlijn', 'leerlijn');
  });
}

/** Makes, where they are missing, the databases of Temporal beside that of `databaseUrl`. */
export async function maakTemporalDatabases(databaseUrl: string): Promise<void> {
  await metClient(databaseUrl, async (client) => {
    for (const database of ['temporal', 'temporal_visibility']) await maakDatabase(client, database);
  });
}

async function maakDatabase(client: pg.Client, database: string, eigenaar?: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0)
    await client.query(`create database ${database}${eigenaar === undefined ? '' : ` owner ${eigenaar}`}`);
}
