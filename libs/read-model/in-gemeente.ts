import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { vandaagOp, type Datum } from '#kalender';
import type { Database } from './schema.js';

/** One transaction that sees the named municipalities only, at one moment of our clock. */
export interface InGemeente {
  db: Kysely<Database>;
  gemeenten: readonly string[];
  /** What our clock says; in production the real time. */
  nu: Date;
  /** The day of `nu` in Amsterdam. */
  vandaag: Datum;
  /** The lead of our clock over the real one, in milliseconds. */
  voorsprong: number;
}

const GEMEENTECODE = /^\d{4}$/;

/**
 * Does `werk` in one transaction, in which row-level security shows only `wie.gemeenten`. The setting is local to the transaction, so a
 * connection never carries one request's municipality to the next. Nothing outside the database may be waited for in `werk`.
 * @throws RangeError on a code that is not four digits; else what `werk` or the database throws, and then nothing is kept.
 */
export async function inGemeente<T>(
  pool: pg.Pool,
  wie: { gemeenten: readonly string[] },
  werk: (em: InGemeente) => Promise<T>,
): Promise<T> {
  if (!wie.gemeenten.every((code) => GEMEENTECODE.test(code)))
    throw new RangeError('Een gemeentecode bestaat uit vier cijfers');
  const client = await pool.connect();
  let kapot = false;
  try {
    const voorsprong = await beginIn(client, wie.gemeenten);
    const nu = new Date(Date.now() + voorsprong);
    const uitkomst = await werk({
      db: opVerbinding(client),
      gemeenten: wie.gemeenten,
      nu,
      vandaag: vandaagOp(nu.getTime()),
      voorsprong,
    });
    await client.query('commit');
    return uitkomst;
  } catch (fout) {
    kapot = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw fout;
  } finally {
    client.release(kapot);
  }
}

/** Begins, names the municipalities and reads the clock in one message: three questions would be three round trips for each request. */
async function beginIn(client: pg.PoolClient, gemeenten: readonly string[]): Promise<number> {
  // Several statements in one message take no parameters; the codes are digits only.
  const antwoorden: unknown = await client.query(
    `begin; select set_config('app.gemeenten', '${gemeenten.join(',')}', true), voorsprong from app.klok`,
  );
  const [, klok] = antwoorden as [unknown, pg.QueryResult<{ voorsprong: number }>];
  return klok.rows[0]!.voorsprong;
}

const opVerbindingen = new WeakMap<pg.PoolClient, Kysely<Database>>();

/** Kysely on this connection, which it neither opens nor gives back; made once for each. */
function opVerbinding(client: pg.PoolClient): Kysely<Database> {
  const bekend = opVerbindingen.get(client);
  if (bekend) return bekend;
  const query = (text: string, values: unknown[]): Promise<pg.QueryResult> =>
    client.query({ name: naamVan(text), text, values });
  const verbinding = { query: query as never, release: () => undefined };
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: { connect: async () => verbinding, end: async () => undefined } }),
  });
  opVerbindingen.set(client, db);
  return db;
}

const namen = new Map<string, string>();
/** Every connection keeps what it prepared; our questions are far fewer. */
const HOOGSTENS_VOORBEREID = 500;

/** The name under which a connection prepares this text once: planning costs PostgreSQL more than most of our questions. */
function naamVan(text: string): string | undefined {
  const bekend = namen.get(text);
  if (bekend !== undefined || namen.size >= HOOGSTENS_VOORBEREID) return bekend;
  const naam = `v${namen.size}`;
  namen.set(text, naam);
  return naam;
}
