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
    'afgerond', n.klaar, 'uitkomst', case when n.klaar then 'ingetrokken' end,
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

/**
 * Makes open rows of these municipalities (the invented ones when absent) stuck as they are in a bad month: one in nine late, one in fifty nobody's, one in two hundred with an
 * effect that fails, one in five waiting on somebody outside. Their processes know nothing of it.
 */
export async function laatVastlopen(
  databaseUrl: string,
  gemeenten: readonly string[] = ANDEREN,
): Promise<void> {
  await alsEigenaar(databaseUrl, gemeenten, (db) =>
    db.query(`
      with open as (
        select gemeente_code, id, row_number() over (partition by gemeente_code order by id) as n from app.proces
        where not afgerond and not te_laat and wacht_op is null and not storing)
      update app.proces p set
        te_laat = o.n % 9 = 0, te_laat_sinds = case when o.n % 9 = 0 then current_date - (o.n % 60)::int end,
        behandelaar = case when o.n % 50 <> 1 then p.behandelaar end,
        wacht_op = case when o.n % 5 = 2 then 'arts' end, wacht_sinds = case when o.n % 5 = 2 then current_date - (o.n % 90)::int end,
        storing = o.n % 200 = 3,
        snapshot = p.snapshot
          || case when o.n % 200 = 3 then '{"storing": {"wat": "brief", "sinds": "2026-01-02T10:00:00.000Z", "pogingen": 2}}'::jsonb else '{}' end
          || case when o.n % 9 = 0 then jsonb_build_object('termijnen', jsonb_set(p.snapshot->'termijnen', '{0}',
               p.snapshot #> '{termijnen,0}' || jsonb_build_object('verlopen', true, 'datum', current_date - 1 - (o.n % 60)::int))) else '{}' end
      from open o where p.gemeente_code = o.gemeente_code and p.id = o.id`),
  );
  // What was set by hand was so for some time.
  await alsEigenaar(databaseUrl, gemeenten, (db) =>
    db.query(
      `update app.proces set behandelaar_sinds = current_date - 9 where behandelaar is null and not afgerond`,
    ),
  );
  await ruimOp(databaseUrl);
}

/** What is read over and over. */
export interface Lijst {
  naam: string;
  pad: string;
}
export const WERKLIJST: Lijst = { naam: 'werklijst', pad: '/processen?limiet=50' };
export const vastgelopen = (gemeente: string): Lijst => ({
  naam: 'vastgelopen',
  pad: `/toezicht/vastgelopen?gemeente=${gemeente}&limiet=50`,
});

export interface LijstMeting {
  naam: string;
  rijen: number;
  meting: Meting;
  /** The API's own time per request, ms, from its log; undefined when it does not log requests. */
  server: { p50: number; p99: number } | undefined;
  getoond: number;
  totaal: string;
}

interface Bladzijde {
  processen?: unknown[];
  items?: unknown[];
  totaal?: number;
  totaalMinstens?: number;
}

/** One caller reads the first page of 50 of this list over and over. */
export async function meetLijst(
  databaseUrl: string,
  verbinding: Verbinding,
  { naam, pad }: Lijst,
  { log, seconden, pids }: { log: string; seconden: number; pids: Readonly<Record<string, number>> },
): Promise<LijstMeting> {
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
    naam,
    rijen: await aantalRijen(databaseUrl),
    meting,
    server: uitLog(log, begin, pad),
    getoond: (eerste.processen ?? eerste.items ?? []).length,
    totaal: eerste.totaal === undefined ? `minstens ${eerste.totaalMinstens}` : String(eerste.totaal),
  };
}

/** Reads the time of each list request from the lines that the API logged since `begin`. */
function uitLog(log: string, begin: number, pad: string): LijstMeting['server'] {
  const lengte = statSync(log).size - begin;
  const bytes = Buffer.alloc(lengte);
  const bestand = openSync(log, 'r');
  readSync(bestand, bytes, 0, lengte, begin);
  closeSync(bestand);
  const ms = bytes
    .toString()
    .split('\n')
    .filter((r) => r.includes(`"route":"/api/v1${pad.split('?', 1)[0]}"`) && r.includes('"methode":"GET"'))
    .flatMap((r) => /"ms":([\d.]+)/.exec(r)?.[1] ?? [])
    .map(Number);
  return ms.length === 0 ? undefined : { p50: kwantiel(ms, 0.5), p99: kwantiel(ms, 0.99) };
}
