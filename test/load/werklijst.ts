import { closeSync, openSync, readSync, statSync } from 'node:fs';
import pg from 'pg';
import { belast, type Meting } from './belast.js';
import { kwantiel } from './getallen.js';
import type { Verbinding } from './http.js';
import { alsEigenaar, maakJongeren } from './jongeren.js';

/** Invented municipalities for the rows of others. */
const ANDEREN = Array.from({ length: 8 }, (_, i) => String(9901 + i));
/** Of the rows that are not open ones of the municipality itself, this part is its own, and ended. */
const EIGEN_DEEL = 0.1;

/** Copies a real row, with another municipality, id, youth, first term and end. */
const KOPIEER = `
  insert into app.proces select r.* from app.proces t
  cross join (select n, gen_random_uuid() as id, random() < $4 as klaar from generate_series($5::int, $6::int) n) n
  cross join lateral jsonb_populate_record(t, jsonb_build_object(
    'gemeente_code', $1::text, 'id', n.id, 'jongere_id', '00000000-' || $1 || '-7000-8000-' || lpad(n.n::text, 12, '0'),
    'afgerond', n.klaar, 'uitkomst', case when n.klaar then 'ingetrokken' end, 'te_laat', n.n % 9 = 0,
    'geopend_op', t.geopend_op - n.n % 300, 'opening_sleutel', gen_random_uuid(),
    'eerste_termijn', case when not n.klaar then t.eerste_termijn + n.n % 200 end,
    'wek_op', case when not n.klaar then t.wek_op + n.n % 200 end,
    'snapshot', jsonb_set(t.snapshot, '{id}', to_jsonb(n.id)))) r
  where t.gemeente_code = $2 and t.id = $3`;

/** A process that really ran; the rows of the lists are made after it. */
export interface Voorbeeld {
  gemeente: string;
  id: string;
}

/** Adds rows until the table holds `totaal`: a tenth of them ended ones of the municipality itself, the others of invented ones, half of those ended. */
export async function vulAan(databaseUrl: string, voorbeeld: Voorbeeld, totaal: number): Promise<void> {
  const alle = [voorbeeld.gemeente, ...ANDEREN];
  await alsEigenaar(databaseUrl, alle, (db) =>
    db.query(
      `insert into app.gemeente (code, naam) select c, 'Verzonnen ' || c from unnest($1::text[]) c on conflict do nothing`,
      [ANDEREN],
    ),
  );
  const nodig = totaal - (await aantalRijen(databaseUrl));
  if (nodig <= 0) return;
  const eigen = Math.round(nodig * EIGEN_DEEL);
  const perAnder = Math.ceil((nodig - eigen) / ANDEREN.length);
  await kopieer(databaseUrl, voorbeeld, voorbeeld.gemeente, eigen, 1);
  for (const gemeente of ANDEREN) await kopieer(databaseUrl, voorbeeld, gemeente, perAnder, 0.5);
  await ruimOp(databaseUrl);
}

let volgende = 1_000_000;

/** Adds `aantal` rows of a municipality, of which `klaar` (0 to 1) have ended. */
export async function kopieer(
  databaseUrl: string,
  voorbeeld: Voorbeeld,
  gemeente: string,
  aantal: number,
  klaar: number,
): Promise<void> {
  const [van, tot] = [volgende, volgende + aantal - 1];
  volgende += aantal;
  await maakJongeren(databaseUrl, gemeente, null, van, tot);
  await alsEigenaar(databaseUrl, [voorbeeld.gemeente, gemeente], (db) =>
    db.query(KOPIEER, [gemeente, voorbeeld.gemeente, voorbeeld.id, klaar, van, tot]),
  );
}

/** Rows of app.proces of all municipalities, as counted by PostgreSQL itself: the owner sees them one municipality at a time. */
async function aantalRijen(databaseUrl: string): Promise<number> {
  return alsEigenaar(databaseUrl, [], async (db) => {
    const { rows: codes } = await db.query<{ code: string }>('select code from app.gemeente');
    await db.query(`select set_config('app.gemeenten', $1, true)`, [codes.map((c) => c.code).join(',')]);
    const { rows } = await db.query<{ n: number }>('select count(*)::int as n from app.proces');
    return rows[0]!.n;
  });
}

async function ruimOp(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('vacuum analyze app.proces');
  await client.end();
}

export interface LijstMeting {
  rijen: number;
  meting: Meting;
  /** The API's own time per request, ms, from its log; undefined when it does not log requests. */
  server: { p50: number; p99: number } | undefined;
  getoond: number;
  totaal: string;
}

interface Bladzijde {
  processen: unknown[];
  totaal?: number;
  totaalMinstens?: number;
}

/** One caller reads the first page of 50 over and over. */
export async function meetLijst(
  databaseUrl: string,
  verbinding: Verbinding,
  log: string,
  seconden: number,
  pids: Readonly<Record<string, number>>,
): Promise<LijstMeting> {
  const pad = '/processen?limiet=50';
  const eerste = await verbinding.vraag<Bladzijde>('GET', pad);
  let begin = 0;
  const meting = await belast({
    tegelijk: 1,
    seconden,
    opwarmen: 1,
    pids,
    doe: () => {
      begin ||= statSync(log).size;
      return verbinding.vraag('GET', pad);
    },
  });
  return {
    rijen: await aantalRijen(databaseUrl),
    meting,
    server: uitLog(log, begin),
    getoond: eerste.processen.length,
    totaal: eerste.totaal === undefined ? `minstens ${eerste.totaalMinstens}` : String(eerste.totaal),
  };
}

/** Reads the time of each list request from the lines that the API logged since `begin`. */
function uitLog(log: string, begin: number): LijstMeting['server'] {
  const lengte = statSync(log).size - begin;
  const bytes = Buffer.alloc(lengte);
  const bestand = openSync(log, 'r');
  readSync(bestand, bytes, 0, lengte, begin);
  closeSync(bestand);
  const ms = bytes
    .toString()
    .split('\n')
    .filter((r) => r.includes('"route":"/api/v1/processen"') && r.includes('"methode":"GET"'))
    .flatMap((r) => /"ms":([\d.]+)/.exec(r)?.[1] ?? [])
    .map(Number);
  return ms.length === 0 ? undefined : { p50: kwantiel(ms, 0.5), p99: kwantiel(ms, 0.99) };
}
