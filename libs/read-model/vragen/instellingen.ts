import { sql } from 'kysely';
import { plusDagen, type Datum } from '#kalender';
import type { InstellingWaarde, Kader, Snapshot } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { snapshotVan } from './proces.js';

/** One line of the journal of settings. */
export interface InstellingRij {
  versie: number;
  naam: string;
  /** Null: back to the default of the house. */
  waarde: InstellingWaarde | null;
  geldig_vanaf: Datum;
  /** The last day; null without end. */
  geldig_tot: Datum | null;
  door: string | null;
  vastgelegd_op: Date;
}

export type NieuweInstelling = Omit<InstellingRij, 'versie' | 'vastgelegd_op' | 'door'> & {
  naar_proces: boolean;
  door: string;
};

/** The version of a municipality's settings: that of its newest change. Undefined when it is not of this transaction. */
export async function leesInstellingenVersie(em: InGemeente, gemeente: string): Promise<number | undefined> {
  const { rows } = await sql<{ versie: number }>`
    select coalesce((select max(versie) from app.instelling where gemeente_code = g.code), g.instellingen_versie) as versie
    from app.gemeente g where g.code = ${gemeente} and g.code = any(${em.gemeenten})`.execute(em.db);
  return rows[0]?.versie;
}

/** The journal of a municipality, newest beginning first; with `naam` of one setting. */
export async function leesInstellingJournaal(
  em: InGemeente,
  gemeente: string,
  naam?: string,
): Promise<InstellingRij[]> {
  const een = naam === undefined ? sql`` : sql`and naam = ${naam}`;
  const { rows } = await sql<InstellingRij>`
    select versie, naam, waarde, geldig_vanaf, geldig_tot, door, vastgelegd_op from app.instelling
    where gemeente_code = ${gemeente} ${een} order by geldig_vanaf desc, versie desc`.execute(em.db);
  return rows;
}

/** Where a line of the journal stands. `gepland` also when it counts again after another one ends; `vervangen`: it never counts. */
export type Stand = 'geldt' | 'gepland' | 'voorbij' | 'vervangen';

/** The line that counts on a day, out of those of one setting in the order of {@link leesInstellingJournaal}: as `app.instellingen_op` has it. */
const geldendOp = (rijen: readonly InstellingRij[], dag: Datum): InstellingRij | undefined =>
  rijen.find((r) => r.geldig_vanaf <= dag && (r.geldig_tot === null || r.geldig_tot >= dag));

/** The lines of one setting, each with where it stands. */
export function metStand(
  rijen: readonly InstellingRij[],
  vandaag: Datum,
): (InstellingRij & { stand: Stand })[] {
  const nu = geldendOp(rijen, vandaag);
  const wissels = rijen.flatMap((r) => [
    r.geldig_vanaf,
    ...(r.geldig_tot ? [plusDagen(r.geldig_tot, 1)] : []),
  ]);
  const ooit = (r: InstellingRij, dag: (d: Datum) => boolean): boolean =>
    wissels.some((d) => dag(d) && geldendOp(rijen, d) === r);
  const standVan = (r: InstellingRij): Stand => {
    if (r === nu) return 'geldt';
    if (ooit(r, (d) => d > vandaag)) return 'gepland';
    return ooit(r, (d) => d <= vandaag) ? 'voorbij' : 'vervangen';
  };
  return rijen.map((r) => ({ ...r, stand: standVan(r) }));
}

/** Adds a line to the journal as the next version; false when `versie` is no longer the newest. In the role of the API. */
export async function bewaarInstelling(
  em: InGemeente,
  gemeente: string,
  versie: number,
  n: NieuweInstelling,
): Promise<boolean> {
  if ((await leesInstellingenVersie(em, gemeente)) !== versie) return false;
  const waarde = n.waarde === null ? null : JSON.stringify(n.waarde);
  // Two at once make the same next version: the key lets one through.
  const { numAffectedRows } = await sql`
    insert into app.instelling (gemeente_code, versie, naam, waarde, geldig_vanaf, geldig_tot, naar_proces, door, vastgelegd_op)
    values (${gemeente}, ${versie + 1}, ${n.naam}, ${waarde}::jsonb, ${n.geldig_vanaf}, ${n.geldig_tot}, ${n.naar_proces}, ${n.door}, ${em.nu})
    on conflict (gemeente_code, versie) do nothing`.execute(em.db);
  return numAffectedRows === 1n;
}

/** The teams that somebody works in. */
export async function leesTeams(em: InGemeente, gemeente: string): Promise<string[]> {
  const { rows } = await sql<{ team: string }>`select distinct team from app.medewerker
    where gemeente_code = ${gemeente} and actief and team is not null order by team`.execute(em.db);
  return rows.map((r) => r.team);
}

/** A process that is open, with what its kader depends on. */
export interface OpenProces {
  id: string;
  snapshot: Snapshot;
  brin: string | null;
}

/** Open processes of a municipality by id, from `na` on. */
export async function leesOpenProcessen(
  em: InGemeente,
  gemeente: string,
  na: string | undefined,
  limiet: number,
): Promise<OpenProces[]> {
  const verder = na === undefined ? sql`` : sql`and p.id > ${na}`;
  const { rows } = await sql<{
    id: string;
    snapshot: Omit<Snapshot, 'kader'>;
    kader: Kader;
    brin: string | null;
  }>`
    select p.id, p.snapshot, p.kader, j.brin from app.proces p
    join app.jongere j on j.gemeente_code = p.gemeente_code and j.id = p.jongere_id
    where p.gemeente_code = ${gemeente} and not p.afgerond ${verder} order by p.id limit ${sql.lit(limiet)}`.execute(
    em.db,
  );
  return rows.map(({ id, brin, ...rij }) => ({ id, brin, snapshot: snapshotVan(rij) }));
}

/** The ids of all open processes of a municipality. */
export async function leesOpenIds(em: InGemeente, gemeente: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from app.proces where gemeente_code = ${gemeente} and not afgerond order by id`.execute(em.db);
  return rows.map((r) => r.id);
}

/**
 * What became or ceased to be valid by itself, because its day came, and has not gone to the processes yet: how many such days' changes there
 * were (it names the work), and who recorded the newest. Undefined when there is nothing to do.
 */
export async function vanzelfIngegaan(
  em: InGemeente,
  gemeente: string,
  soort: string,
): Promise<{ kenmerk: string; door: string } | undefined> {
  const { rows } = await sql<{ kenmerk: string; door: string | null }>`
    with ingegaan as (
      select greatest(geldig_vanaf, case when geldig_tot < ${em.vandaag}::date then geldig_tot + 1 end) as op, door,
        (geldig_vanaf > (vastgelegd_op at time zone 'Europe/Amsterdam')::date)::int + coalesce(geldig_tot < ${em.vandaag}::date, false)::int as n
      from app.instelling where gemeente_code = ${gemeente} and naar_proces and geldig_vanaf <= ${em.vandaag}::date)
    select 'vanzelf.' || sum(n) as kenmerk, (array_agg(door order by op desc) filter (where n > 0))[1] as door
    from ingegaan having sum(n) > 0 and not exists (
      select from app.klus k where k.gemeente_code = ${gemeente} and k.soort = ${soort} and k.kenmerk = 'vanzelf.' || sum(n))`.execute(
    em.db,
  );
  const rij = rows[0];
  return rij?.door ? { kenmerk: rij.kenmerk, door: rij.door } : undefined;
}
