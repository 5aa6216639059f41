import type { Client } from '@temporalio/client';
import pg from 'pg';
import { workflowIdVan } from '#process';
import { ACTIES, type Doel } from './doel.js';
import { mediaan } from './getallen.js';
import { alsEigenaar } from './jongeren.js';
import type { Gevraagd, Teller, Vrager } from './telling.js';

/** What one step of a life costs, as a median of some. */
export interface StapKosten {
  stap: string;
  /** Events that it adds to the history, and their bytes. */
  gebeurtenissen: number;
  bytes: number;
  vragen: Record<Vrager, Gevraagd> | undefined;
  /** Rows and bytes in each of our tables so far. */
  rijen: Record<string, { rijen: number; bytes: number }>;
}

const TABELLEN: [tabel: string, sleutel: string][] = [
  ['app.proces', 'id'],
  ['app.gebeurtenis', 'proces_id'],
  ['app.te_doen', 'proces_id'],
  ['app.inhoud', 'proces_id'],
  ['sleutels.processleutel', 'proces_id'],
];
/** The row lane and the letters are done before the answer or right after it. */
const NAWERK_MS = 400;

/** Takes `aantal` processes step by step through their life and measures what each step leaves behind. */
export async function meetKosten(
  doel: Doel,
  aantal: number,
  procestype: string,
  omgeving: { client: Client; teller: Teller | undefined; databaseUrl: string; gemeente: string },
): Promise<StapKosten[]> {
  const { client, teller } = omgeving;
  const ids: string[] = [];
  let eerder = { gebeurtenissen: 0, bytes: 0 };
  const stap = async (naam: string, doe: (i: number) => Promise<void>): Promise<StapKosten> => {
    const werk = async (): Promise<void> => {
      for (let i = 0; i < aantal; i += 1) await doe(i);
      await new Promise((klaar) => setTimeout(klaar, NAWERK_MS));
    };
    const vragen = await (teller?.tel(aantal, werk) ?? werk().then(() => undefined));
    const nu = await geschiedenis(client, procestype, ids);
    const erbij = {
      gebeurtenissen: nu.gebeurtenissen - eerder.gebeurtenissen,
      bytes: nu.bytes - eerder.bytes,
    };
    eerder = nu;
    return { stap: naam, ...erbij, vragen, rijen: await telRijen(omgeving, ids) };
  };
  const stappen = [await stap('start', async () => void ids.push(await doel.start()))];
  for (let nummer = 0; nummer < ACTIES; nummer += 1)
    stappen.push(await stap(`actie ${nummer + 1}`, (i) => doel.handel(ids[i]!, nummer)));
  return stappen;
}

async function geschiedenis(
  client: Client,
  procestype: string,
  ids: readonly string[],
): Promise<{ gebeurtenissen: number; bytes: number }> {
  const beschreven = [];
  for (const id of ids)
    beschreven.push(await client.workflow.getHandle(workflowIdVan(procestype, id)).describe());
  return {
    gebeurtenissen: mediaan(beschreven.map((b) => b.historyLength)),
    bytes: mediaan(beschreven.map((b) => b.historySize ?? 0)),
  };
}

async function telRijen(
  { databaseUrl, gemeente }: { databaseUrl: string; gemeente: string },
  ids: readonly string[],
): Promise<StapKosten['rijen']> {
  return alsEigenaar(databaseUrl, [gemeente], async (db) => {
    const uit: StapKosten['rijen'] = {};
    for (const [tabel, sleutel] of TABELLEN) {
      const { rows } = await db.query<{ rijen: number; bytes: number }>(
        `select count(*)::int as rijen, coalesce(sum(pg_column_size(t.*)), 0)::int as bytes from ${tabel} t where ${sleutel} = any($1)`,
        [ids],
      );
      uit[tabel] = { rijen: rows[0]!.rijen / ids.length, bytes: rows[0]!.bytes / ids.length };
    }
    return uit;
  });
}

/** Bytes of tables, indexes and long values of a database, apart from PostgreSQL's own. */
export async function databaseBytes(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ bytes: string }>(
      `select coalesce(sum(pg_total_relation_size(c.oid)), 0) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`,
    );
    return Number(rows[0]!.bytes);
  } finally {
    await client.end();
  }
}
