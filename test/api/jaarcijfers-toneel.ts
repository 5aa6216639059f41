import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { datum, type Datum } from '#kalender';
import type { Gebeurtenis, Gegevens, Snapshot } from '#process';
import { maakPool, projecteer } from '#read-model';
import { Api, maakJongere, testStack, type TestStackBeschrijving } from '#test-kit';
import { kolommen, projectieVan } from '../read-model/eigen-database.js';
import { iemand } from './toneel.js';

/** A municipality of these specs alone: what other specs do in the same database does not come into its figures. */
export interface Gemeente {
  stack: TestStackBeschrijving;
  code: string;
  /** Sees every municipality that these specs made. */
  db: pg.Client;
  worker: pg.Pool;
  ambtenaar: Api;
  boa: Api;
  beheerder: Api;
  ruimOp(): Promise<void>;
}

export const BRIN = '98ZZ';

export async function eigenGemeente(code: string, naam: string): Promise<Gemeente> {
  const stack = testStack();
  const db = new pg.Client({ connectionString: stack.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', $1, false)`, [code]);
  await db.query('insert into app.gemeente (code, naam) values ($1, $2)', [code, naam]);
  await db.query(
    `insert into app.school (gemeente_code, brin, naam, kalender_bekend_tot) values ($1, $2, 'Proefschool', '2028-08-27')`,
    [code, BRIN],
  );
  const worker = maakPool(stack.databaseUrl, 'leerlijn_worker', 2);
  return {
    stack,
    code,
    db,
    worker,
    ambtenaar: await iemand(stack, { gemeenten: [code] }),
    boa: await iemand(stack, { gemeenten: [code], kenmerken: ['boa'] }),
    beheerder: await iemand(stack, { gemeenten: [code], rollen: ['beheerder'] }),
    async ruimOp() {
      await worker.end();
      await db.end();
    },
  };
}

export const jongere = (g: Gemeente, geboortedatum = '2011-02-03'): Promise<string> =>
  maakJongere(g.ambtenaar, geboortedatum, { gemeente: g.code, brin: BRIN });

let nummer = 0;
/** A report as DUO sent it. */
export async function melding(
  g: Gemeente,
  jongereId: string,
  soort: string,
  op: string,
  {
    uren = null,
    spreekuur = false,
    status = null,
  }: { uren?: number | null; spreekuur?: boolean; status?: string | null } = {},
): Promise<void> {
  nummer += 1;
  await g.db.query(
    `insert into app.verzuimmelding (gemeente_code, meldingnummer, jongere_id, soort, ontvangen_op, vastgelegd_op, klus_id, uren, spreekuur, status)
     values ($1, $2, $3, $4, $5, now(), $6, $7, $8, $9)`,
    [g.code, String(nummer), jongereId, soort, op, randomUUID(), uren, spreekuur, status],
  );
}

type Regel = Partial<Gebeurtenis> & { naam: string };

/** A process that is over, with these lines in its timeline, written as the worker writes it. */
export async function zaak(
  g: Gemeente,
  jongereId: string,
  procestype: string,
  {
    gegevens = {},
    geopendOp = '2020-01-06',
    regels = [],
    ...anders
  }: {
    gegevens?: Gegevens;
    geopendOp?: string;
    regels?: Regel[];
  } & Partial<Pick<Snapshot, 'toestand' | 'uitkomst'>>,
): Promise<void> {
  const id = randomUUID();
  const p = projectieVan(g.code, jongereId, id, 1, {
    procestype,
    gegevens,
    geopendOp: datum(geopendOp),
    afgerond: true,
    uitkomst: 'klaar',
    ...anders,
  });
  const gebeurtenissen = regels.map((r, i) => ({
    revisie: i + 1,
    volgnr: 0,
    tijdstip: p.besloten,
    wat: {
      soort: 'actie' as const,
      op: datum('2020-01-06'),
      door: { rol: 'systeem' as const, id: 'systeem' },
      ...r,
    },
  }));
  await projecteer(
    g.worker,
    { ...p, gebeurtenissen },
    { ...kolommen(), eersteTermijn: null, wekOp: null },
    [],
  );
}

export interface Rij {
  cijfer: string;
  titel: string;
  aantal: number | null;
  jongeren: number | null;
  procent: number | null;
  bron: string;
  definitie: { versie: number; vanaf: string | null; tekst: string };
  toelichting: string | null;
}
export interface Jaarcijfers {
  gemeente: string;
  naam: string;
  schooljaar: string;
  van: Datum;
  tot: Datum;
  voorlopig: boolean;
  grondslag: { leerplichtigen: number; versie: number } | null;
  tabellen: { tabel: string; titel: string; eenheid: string; rijen: Rij[] }[];
  controles: { controle: string; som: number; geteld: number; klopt: boolean }[];
  klopt: boolean;
}

export const rijVan = (j: Jaarcijfers, tabel: string, cijfer: string): Rij =>
  j.tabellen.find((t) => t.tabel === tabel)!.rijen.find((r) => r.cijfer === cijfer)!;

/** All figures as {'tabel.cijfer': 'aantal/jongeren'}. */
export const kort = (j: Jaarcijfers): Record<string, string> =>
  Object.fromEntries(
    j.tabellen.flatMap((t) =>
      t.rijen.map((r) => [`${t.tabel}.${r.cijfer}`, `${r.aantal ?? '-'}/${r.jongeren ?? '-'}`]),
    ),
  );

/** A request whose answer is no JSON. */
export async function haal(
  api: Api,
  pad: string,
  accept = '*/*',
): Promise<{ status: number; koppen: Headers; bytes: Buffer }> {
  const antwoord = await fetch(`${testStack().apiUrl}/api/v1${pad}`, {
    headers: { authorization: `Bearer ${api.wie.token}`, accept },
  });
  return {
    status: antwoord.status,
    koppen: antwoord.headers,
    bytes: Buffer.from(await antwoord.arrayBuffer()),
  };
}
