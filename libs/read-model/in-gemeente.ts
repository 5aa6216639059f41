import type { Writable } from 'node:stream';
import { Kysely, PostgresDialect, type RawBuilder } from 'kysely';
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

/** Whose municipalities a transaction sees. */
export interface Wie {
  gemeenten: readonly string[];
  /** The lead of our clock where it cannot be moved; undefined when each transaction must ask for it. */
  voorsprong?: number | undefined;
}

/** Questions, each by the shape of its rows. */
export type Vragen<T extends readonly unknown[]> = { [I in keyof T]: RawBuilder<T[I]> };

const GEMEENTECODE = /^\d{4}$/;

/**
 * Does `werk` in one transaction, in which row-level security shows only `wie.gemeenten`. The setting is local to the transaction, so a
 * connection never carries one request's municipality to the next. Nothing outside the database may be waited for in `werk`.
 * @throws RangeError on a code that is not four digits; else what `werk` or the database throws, and then nothing is kept.
 */
export async function inGemeente<T>(
  pool: pg.Pool,
  wie: Wie,
  werk: (em: InGemeente) => Promise<T>,
): Promise<T> {
  const begin = beginVoor(wie);
  const client = await pool.connect();
  stuurSamen(client);
  let kapot = false;
  try {
    const begonnen = client.query(begin);
    // A clock that cannot be moved need not be waited for: the first question follows in the same breath.
    const voorsprong = wie.voorsprong ?? gelezenVoorsprong(await begonnen);
    begonnen.catch(() => undefined);
    const uitkomst = await werk({
      db: opVerbinding(client),
      gemeenten: wie.gemeenten,
      ...klokBij(voorsprong),
    });
    await begonnen;
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

/**
 * Asks these questions in one transaction and one round trip; gives the rows of each, and what our clock said. For questions that do not
 * depend on each other's answers. Either all of them are kept or none.
 * @throws as {@link inGemeente}.
 */
export async function rondeInGemeente<T extends readonly unknown[]>(
  pool: pg.Pool,
  wie: Wie,
  vragen: Vragen<T>,
): Promise<{ rijen: { [I in keyof T]: T[I][] } } & Pick<InGemeente, 'nu' | 'vandaag' | 'voorsprong'>> {
  const begin = beginVoor(wie);
  const client = await pool.connect();
  stuurSamen(client);
  let kapot = true;
  try {
    const db = opVerbinding(client);
    const [begonnen, ...antwoorden] = await Promise.all([
      client.query(begin),
      ...vragen.map((v) => {
        const { sql: text, parameters } = v.compile(db);
        return client.query({ name: naamVan(text), text, values: [...parameters] });
      }),
      // After a question that failed this is a rollback.
      client.query('commit'),
    ]);
    kapot = false;
    const rijen = antwoorden.slice(0, -1).map((a) => a.rows) as { [I in keyof T]: T[I][] };
    return { rijen, ...klokBij(wie.voorsprong ?? gelezenVoorsprong(begonnen)) };
  } catch (fout) {
    // The commit is answered last: only then the connection is free for another.
    kapot = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw fout;
  } finally {
    client.release(kapot);
  }
}

/** What is asked before the event loop comes round goes out in one write: a write costs both sides as much as many a question. */
function stuurSamen(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

/** Begins, names the municipalities and, where it can be moved, reads the clock, in one message. */
function beginVoor({ gemeenten, voorsprong }: Wie): string {
  if (!gemeenten.every((code) => GEMEENTECODE.test(code)))
    throw new RangeError('Een gemeentecode bestaat uit vier cijfers');
  // Several statements in one message take no parameters; the codes are digits only.
  const begin = `begin; set local app.gemeenten = '${gemeenten.join(',')}'`;
  return voorsprong === undefined ? `${begin}; select voorsprong from app.klok` : begin;
}

function gelezenVoorsprong(antwoorden: unknown): number {
  const [, , klok] = antwoorden as [unknown, unknown, pg.QueryResult<{ voorsprong: number }>];
  return klok.rows[0]!.voorsprong;
}

function klokBij(voorsprong: number): Pick<InGemeente, 'nu' | 'vandaag' | 'voorsprong'> {
  const nu = new Date(Date.now() + voorsprong);
  return { nu, vandaag: vandaagOp(nu.getTime()), voorsprong };
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
