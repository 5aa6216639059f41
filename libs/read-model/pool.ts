import pg from 'pg';
import { volgSql } from '#spoor';

/** The roles that row-level security binds; the owner of the schema only migrates. */
export type DatabaseRol = 'leerlijn_api' | 'leerlijn_worker';

/** Dates stay 'JJJJ-MM-DD' (a Date would shift them by the time zone); counts and milliseconds fit in a number. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (tekst) => tekst);
types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * The connections of a service, at most `max`, each in the named role from its first byte. Waiting for a connection ends after 3 s, a
 * statement after 4 s, a forgotten transaction after 30 s.
 */
export const maakPool = (databaseUrl: string, rol: DatabaseRol, max: number): pg.Pool =>
  bestendig({
    connectionString: inRol(databaseUrl, rol),
    application_name: rol,
    max,
    statement_timeout: 4000,
    idle_in_transaction_session_timeout: 30_000,
    // Questions that do not wait for each other go out together.
    pipeline: true,
    keepAlive: true,
  });

/** The connections of the owner of the schema, for what no service may do: migrating, moving the clock, preparing tests. */
export const maakEigenaarPool = (databaseUrl: string, max: number): pg.Pool =>
  bestendig({ connectionString: databaseUrl, max });

/** `pipeline` is newer than the types of pg. */
function bestendig(config: pg.PoolConfig & { pipeline?: boolean }): pg.Pool {
  const pool = new pg.Pool({ ...config, types, connectionTimeoutMillis: 3000 });
  // A connection that breaks while nobody asks anything would otherwise end the process; the next question hears it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  volgSql(pool);
  return pool;
}

/** What the address itself says in `options` stays; the role comes last and so wins. */
function inRol(databaseUrl: string, rol: DatabaseRol): string {
  const url = new URL(databaseUrl);
  const opties = [url.searchParams.get('options'), `-c role=${rol} -c plan_cache_mode=force_generic_plan`]
    .filter(Boolean)
    .join(' ');
  url.searchParams.set('options', opties);
  return url.href;
}

const VERBINDING_WEG = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
];
/** Shutting down or starting, no connection left, deadlock, statement or transaction that took too long. */
const TIJDELIJK = ['57P01', '57P02', '57P03', '53300', '40001', '40P01', '57014', '25P03', '55P03'];
/** What pg says, without a code, of a connection that broke or never came. */
const ZONDER_CODE =
  /^Connection terminated|timeout exceeded when trying to connect|Client has encountered|^timeout expired/;

/** Whether the database was out of reach or too busy: the same question may succeed later, nothing is wrong with it. */
export function isDatabaseWeg(fout: unknown): boolean {
  if (!(fout instanceof Error)) return false;
  const code = 'code' in fout && typeof fout.code === 'string' ? fout.code : '';
  if (VERBINDING_WEG.includes(code) || TIJDELIJK.includes(code) || code.startsWith('08')) return true;
  if (fout instanceof AggregateError) return fout.errors.some(isDatabaseWeg);
  return ZONDER_CODE.test(fout.message) || isDatabaseWeg(fout.cause);
}
