import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Api, meldAan, type TestStackBeschrijving } from '#test-kit';
import type { Rol } from '../../apps/aanmelden/token.js';
import { iemand } from '../api/toneel.js';
import { opToneel } from '../faults/toneel.js';

/** The teamleider of Hengelo and Borne. */
export async function teamleider(): Promise<Api> {
  const { beschrijving } = opToneel().stack;
  return new Api(beschrijving.apiUrl, await meldAan(beschrijving, 'teamleider'));
}

/** Somebody new with an account in these municipalities. */
export async function medewerker(
  stack: TestStackBeschrijving,
  gemeenten: readonly string[],
  { rol = 'leerplichtambtenaar', kenmerken = [] }: { rol?: Rol; kenmerken?: string[] } = {},
): Promise<Api> {
  const sub = randomUUID();
  await sqlIn(stack, gemeenten, async (db) => {
    for (const gemeente of gemeenten)
      await db.query(
        `insert into app.medewerker (gemeente_code, id, naam, rol, kenmerken, team) values ($1, $2, 'Proef Persoon', $3, $4, 'Leerplicht')`,
        [gemeente, sub, rol, kenmerken],
      );
  });
  return iemand(stack, { sub, rollen: [rol], gemeenten: [...gemeenten], kenmerken });
}

/** Asks the database itself, as its owner. */
export async function sqlIn<T>(
  stack: TestStackBeschrijving,
  gemeenten: readonly string[],
  werk: (db: pg.Client) => Promise<T>,
): Promise<T> {
  const db = new pg.Client({ connectionString: stack.databaseUrl });
  await db.connect();
  try {
    await db.query(`select set_config('app.gemeenten', $1, false)`, [gemeenten.join()]);
    return await werk(db);
  } finally {
    await db.end();
  }
}
