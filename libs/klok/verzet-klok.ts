import { setTimeout as slaap } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type pg from 'pg';
import { beginVan, datum, vandaagOp, type Datum } from '#kalender';
import { WEKRUIMTE_MS, workflowIdVan } from '#process';
import { schuifNaar } from './proces-tijd.js';
import { leesVoorsprong, zetKlokOp } from './voorsprong.js';

/** What moving the clock needs. */
export interface KlokOmgeving {
  /** Of the owner of the schema: it alone may set the clock. */
  eigenaar: pg.Pool;
  /** With the codec of the installation. */
  client: Client;
  /** Hears one line for each date on which something fell due; counts only, never names. */
  meld?: (regel: string) => void;
}

interface Rij {
  gemeente_code: string;
  id: string;
  procestype: string;
}

/** Our clock stands this long after midnight on a date: what falls due on it is due, and the day lies ahead. */
const NA_MIDDERNACHT_MS = WEKRUIMTE_MS + 1_000;
const TEGELIJK = 4;
/** How long the row of a moved process may take to show it. */
const RIJ_MAX_MS = 10_000;

/** What our clock says now (epoch ms). */
export const klokStand = async (pool: pg.Pool): Promise<number> => Date.now() + (await leesVoorsprong(pool));

/**
 * Moves our clock to a date, due date by due date, and takes along each open process in which something falls due on the way. For
 * demonstrations and tests: the caller makes sure that this is one.
 * @returns how many processes did not follow (their worker is down, or their code fails); they are reported too.
 * @throws RangeError when the date lies before the clock.
 */
export async function verzetKlok(o: KlokOmgeving, doel: Datum): Promise<number> {
  if (doel < vandaagOp(await klokStand(o.eigenaar)))
    throw new RangeError('De klok kan alleen vooruit: deze datum ligt voor die van de klok.');
  const achter = new Set<string>();
  for (;;) {
    const op = await eersteWekDatum(o.eigenaar, doel, achter);
    if (op === undefined) break;
    await zetKlokOp(o.eigenaar, beginVan(op) + NA_MIDDERNACHT_MS);
    const nu = await klokStand(o.eigenaar);
    const rijen = await wakkerOp(o.eigenaar, vandaagOp(nu), achter);
    await elk(rijen, async (rij) => {
      if (!(await neemMee(o, rij, nu))) achter.add(rij.id);
    });
    o.meld?.(`${op}: ${aantal(rijen.length)} aan de beurt`);
  }
  await zetKlokOp(o.eigenaar, beginVan(doel) + NA_MIDDERNACHT_MS);
  if (achter.size > 0) o.meld?.(`${aantal(achter.size)} niet gevolgd: draait de worker?`);
  return achter.size;
}

const aantal = (n: number): string => (n === 1 ? '1 proces' : `${n} processen`);

/** Moves one process and waits until its row shows that it acted. */
async function neemMee(o: KlokOmgeving, rij: Rij, nu: number): Promise<boolean> {
  const workflowId = workflowIdVan(rij.procestype, rij.id);
  await schuifNaar(o.client, o.eigenaar, workflowId, nu);
  for (const eind = Date.now() + RIJ_MAX_MS; Date.now() < eind; await slaap(20)) {
    const { rowCount } = await voorAlle(
      o.eigenaar,
      'select from app.proces where gemeente_code = $1 and id = $2 and (afgerond or wek_op is null or wek_op > $3)',
      [rij.gemeente_code, rij.id, vandaagOp(nu)],
    );
    if (rowCount === 1) return true;
  }
  return false;
}

async function eersteWekDatum(
  eigenaar: pg.Pool,
  doel: Datum,
  zonder: ReadonlySet<string>,
): Promise<Datum | undefined> {
  const { rows } = await voorAlle<{ op: string | null }>(
    eigenaar,
    'select min(wek_op)::text as op from app.proces where not afgerond and wek_op <= $1 and id <> all ($2)',
    [doel, [...zonder]],
  );
  const op = rows[0]?.op;
  return op ? datum(op) : undefined;
}

async function wakkerOp(eigenaar: pg.Pool, dag: Datum, zonder: ReadonlySet<string>): Promise<Rij[]> {
  const { rows } = await voorAlle<Rij>(
    eigenaar,
    'select gemeente_code, id, procestype from app.proces where not afgerond and wek_op <= $1 and id <> all ($2) order by wek_op, id',
    [dag, [...zonder]],
  );
  return rows;
}

/** One question that sees every municipality: the owner of the tables is held to row-level security as well. */
async function voorAlle<R extends pg.QueryResultRow>(
  eigenaar: pg.Pool,
  tekst: string,
  waarden: unknown[],
): Promise<pg.QueryResult<R>> {
  const client = await eigenaar.connect();
  try {
    await client.query(
      "begin; select set_config('app.gemeenten', (select string_agg(code, ',') from app.gemeente), true)",
    );
    return await client.query<R>(tekst, waarden);
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

/** A few at once, for the sake of the machine. */
async function elk<T>(lijst: readonly T[], werk: (x: T) => Promise<void>): Promise<void> {
  const wachtrij = [...lijst];
  const baan = async (): Promise<void> => {
    for (let x = wachtrij.shift(); x !== undefined; x = wachtrij.shift()) await werk(x);
  };
  await Promise.all(Array.from({ length: TEGELIJK }, baan));
}
