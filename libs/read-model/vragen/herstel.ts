import { sql } from 'kysely';
import type { Snapshot } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { lijstVoorwaarden, type LijstFilter } from './lijst.js';
import { isVastgelopen, type Grenzen, type Vastsoort } from './toezicht.js';
import { snapshotVan, type ProcesRij } from './proces.js';
import { enAlle, inEigen, nietAfgeschermd, zietProces, type Zicht } from './zicht.js';

/** Which cases of one municipality a teamleider means to mend at once. */
export interface HerstelFilter extends LijstFilter {
  versie?: number | undefined;
  /** Only those of which an effect keeps failing, also when they are over. */
  storing?: true | undefined;
  /** Only those that are stuck in this way today. */
  vast?: { soort: Vastsoort; grenzen: Grenzen } | undefined;
}

/** The next of those cases by id, as their rows have them. */
export async function leesTeHerstellen(
  em: InGemeente,
  gemeente: string,
  f: HerstelFilter,
  zonder: readonly string[],
  na: string | undefined,
  limiet: number,
): Promise<Snapshot[]> {
  const waar = enAlle([
    ...voorwaarden(gemeente, f),
    nietAfgeschermd(zonder),
    na === undefined ? undefined : sql`p.id > ${na}`,
  ]);
  const { rows } = await sql<ProcesRij>`select p.snapshot, p.kader from app.proces p where ${waar}
    order by p.id limit ${sql.lit(limiet)}`.execute(em.db);
  return rows.map(snapshotVan);
}

/** How many of those cases are of these shielded types. */
export async function telAfgeschermdeVan(
  em: InGemeente,
  gemeente: string,
  f: HerstelFilter,
  typen: readonly string[],
): Promise<number> {
  const waar = enAlle([...voorwaarden(gemeente, f), sql`p.procestype = any(${typen})`]);
  const { rows } = await sql<{ n: number }>`select count(*) as n from app.proces p where ${waar}`.execute(
    em.db,
  );
  return rows[0]!.n;
}

const voorwaarden = (gemeente: string, f: HerstelFilter): ReturnType<typeof lijstVoorwaarden> => [
  sql`p.gemeente_code = ${gemeente}`,
  // The condition of the index of disruptions knows no end: an effect may fail after it.
  ...(f.storing ? [sql<boolean>`p.storing`] : []),
  ...lijstVoorwaarden(f, gemeente, f.storing === true || f.vast !== undefined),
  f.vast && isVastgelopen(f.vast.grenzen, f.vast.soort),
  f.versie === undefined ? undefined : sql`p.versie = ${f.versie}`,
];

/** Of these processes the ids that are in sight. */
export async function zichtbareIds(
  em: InGemeente,
  ids: readonly string[],
  zicht: Zicht,
): Promise<ReadonlySet<string>> {
  const waar = enAlle([inEigen('p.gemeente_code', em.gemeenten), sql`p.id = any(${ids})`, zietProces(zicht)]);
  const { rows } = await sql<{ id: string }>`select p.id from app.proces p where ${waar}`.execute(em.db);
  return new Set(rows.map((r) => r.id));
}
