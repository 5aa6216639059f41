import { Kysely, Migrator, PostgresDialect, type Migration } from 'kysely';
import pg from 'pg';
import { maakEigenaarPool } from './pool.js';
import * as begin from './migraties/0001-begin.js';
import * as gevallenBesluit from './migraties/0002-gevallen-besluit.js';
import * as kaderApart from './migraties/0003-kader-apart.js';
import * as omgeving from './migraties/0012-omgeving.js';
import * as mail from './migraties/0013-mail.js';
import * as toezicht from './migraties/0014-toezicht.js';
import * as mensen from './migraties/0011-mensen.js';
import * as rijBijwerken from './migraties/0010-rij-bijwerken.js';
import * as contactmoment from './migraties/0009-contactmoment.js';
import * as verhuizing from './migraties/0008-verhuizing.js';
import * as instellingen from './migraties/0007-instellingen.js';
import * as duo from './migraties/0006-duo.js';
import * as klus from './migraties/0005-klus.js';
import * as keten from './migraties/0004-keten.js';

/** Every migration, in order. Released means frozen: a change is a new file and a new line. */
const MIGRATIES: Record<string, Migration> = {
  '0001-begin': begin,
  '0002-gevallen-besluit': gevallenBesluit,
  '0003-kader-apart': kaderApart,
  '0004-keten': keten,
  '0005-klus': klus,
  '0006-duo': duo,
  '0007-instellingen': instellingen,
  '0008-verhuizing': verhuizing,
  '0009-contactmoment': contactmoment,
  '0010-rij-bijwerken': rijBijwerken,
  '0011-mensen': mensen,
  '0012-omgeving': omgeving,
  '0013-mail': mail,
  '0014-toezicht': toezicht,
};

/**
 * Brings the schema of the database up to date, under a lock: whoever comes second waits and finds it done.
 * @param databaseUrl of the owner of the schema.
 * @throws the first error of the database; what it did is rolled back.
 */
export async function migreer(databaseUrl: string): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: maakEigenaarPool(databaseUrl, 1) }),
  });
  try {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => MIGRATIES },
      migrationTableSchema: 'app',
      migrationTableName: 'migratie',
      migrationLockTableName: 'migratie_slot',
    }).migrateToLatest();
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}

const BIJBRENGEN = 'Breng het eerst bij met de migraties (`npm start` doet dat vanzelf).';
/** No table, no schema, or no role: nothing was ever migrated here. */
const NOOIT_GEMIGREERD = ['42P01', '3F000', '22023', '42704'];

/**
 * Checks at the start of a service that the schema is the one it was built for.
 * @throws Error, in Dutch, when the schema is older or newer.
 */
export async function eisGemigreerd(pool: pg.Pool): Promise<void> {
  const nodig = Object.keys(MIGRATIES);
  const gedaan = await gedaneMigraties(pool);
  if (nodig.some((naam) => !gedaan.includes(naam)))
    throw new Error(`Het databaseschema is ouder dan dit programma. ${BIJBRENGEN}`);
  if (gedaan.some((naam) => !nodig.includes(naam)))
    throw new Error(
      'Het databaseschema is nieuwer dan dit programma. Start een nieuwere versie van Leerlijn.',
    );
}

async function gedaneMigraties(pool: pg.Pool): Promise<string[]> {
  try {
    const { rows } = await pool.query<{ name: string }>('select name from app.migratie');
    return rows.map((r) => r.name);
  } catch (fout) {
    if (fout instanceof pg.DatabaseError && NOOIT_GEMIGREERD.includes(fout.code ?? '')) return [];
    throw fout;
  }
}
