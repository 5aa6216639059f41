import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';

/** A leave, with who stands in. */
export interface AfwezigheidRij {
  gemeente_code: string;
  id: string;
  medewerker_id: string;
  vervanger_id: string;
  van: string;
  /** The last day; null while it is not known. */
  tot: string | null;
  door: string;
  vastgelegd_op: Date;
}

const KOLOMMEN = sql`gemeente_code, id, medewerker_id, vervanger_id, van, tot, door, vastgelegd_op`;
/** A substitute may be away too, and his as well; longer chains than this are a mistake. */
const STAPPEN_TEN_HOOGSTE = 5;

/** The leaves of somebody in the municipalities of this transaction, newest first. */
export async function leesAfwezigheid(em: InGemeente, medewerkerId: string): Promise<AfwezigheidRij[]> {
  const { rows } = await sql<AfwezigheidRij>`select ${KOLOMMEN} from app.afwezigheid
    where gemeente_code = any(${em.gemeenten}) and medewerker_id = ${medewerkerId} order by van desc, id`.execute(
    em.db,
  );
  return rows;
}

/** One leave; undefined when it is unknown here. */
export async function leesEenAfwezigheid(em: InGemeente, id: string): Promise<AfwezigheidRij | undefined> {
  const { rows } = await sql<AfwezigheidRij>`select ${KOLOMMEN} from app.afwezigheid
    where gemeente_code = any(${em.gemeenten}) and id = ${id}`.execute(em.db);
  return rows[0];
}

/** Stores a leave, new or changed. */
export async function bewaarAfwezigheid(em: InGemeente, a: AfwezigheidRij): Promise<void> {
  await sql`
    insert into app.afwezigheid (${KOLOMMEN})
    values (${a.gemeente_code}, ${a.id}, ${a.medewerker_id}, ${a.vervanger_id}, ${a.van}, ${a.tot}, ${a.door}, ${a.vastgelegd_op})
    on conflict (gemeente_code, id) do update set vervanger_id = excluded.vervanger_id, van = excluded.van, tot = excluded.tot,
      door = excluded.door, vastgelegd_op = excluded.vastgelegd_op`.execute(em.db);
}

/** Removes a leave. */
export async function wisAfwezigheid(
  em: InGemeente,
  a: Pick<AfwezigheidRij, 'gemeente_code' | 'id'>,
): Promise<void> {
  await sql`delete from app.afwezigheid where gemeente_code = ${a.gemeente_code} and id = ${a.id}`.execute(
    em.db,
  );
}

/** Whether this person is away on any day of the period, by another leave than `behalve`. */
export async function isAfwezig(
  em: InGemeente,
  p: { gemeente: string; medewerkerId: string; van: string; tot: string | null; behalve: string },
): Promise<boolean> {
  const { rows } = await sql`select from app.afwezigheid
    where gemeente_code = ${p.gemeente} and medewerker_id = ${p.medewerkerId} and id <> ${p.behalve}
      and van <= coalesce(${p.tot}::date, 'infinity') and coalesce(tot, 'infinity') >= ${p.van}::date limit 1`.execute(
    em.db,
  );
  return rows.length > 0;
}

/** The municipalities in which these people have an account, with their roles; `actief` when one of those is in use. */
export interface Aanstelling {
  gemeente_code: string;
  id: string;
  rollen: string[];
  actief: boolean;
}

/**
 * The accounts of these people. With `slot` nobody else changes them or decides on their leave before this transaction ends: two leaves
 * that exclude each other would else both be found lawful.
 */
export async function leesAanstellingen(
  em: InGemeente,
  ids: readonly string[],
  slot = false,
): Promise<Aanstelling[]> {
  if (slot)
    await sql`select from app.medewerker where gemeente_code = any(${em.gemeenten}) and id = any(${ids})
      order by gemeente_code, id, rol for update`.execute(em.db);
  const { rows } = await sql<Aanstelling>`
    select gemeente_code, id, coalesce(array_agg(rol order by rol) filter (where actief), '{}') as rollen, bool_or(actief) as actief
    from app.medewerker where gemeente_code = any(${em.gemeenten}) and id = any(${ids}) group by gemeente_code, id
    order by gemeente_code, id`.execute(em.db);
  return rows;
}

/** Closes or reopens the account of somebody in one municipality. */
export async function zetActief(
  em: InGemeente,
  gemeente: string,
  medewerkerId: string,
  actief: boolean,
): Promise<void> {
  await sql`update app.medewerker set actief = ${actief}
    where gemeente_code = ${gemeente} and id = ${medewerkerId} and actief <> ${actief}`.execute(em.db);
}

/** How many open cases somebody has in one municipality, those of shielded types apart, and of how many schools he is the contact person. */
export async function telWerkVan(
  em: InGemeente,
  gemeente: string,
  medewerkerId: string,
  zonder: readonly string[],
): Promise<{ zaken: number; afgeschermd: number; scholen: number }> {
  const { rows } = await sql<{ zaken: number; afgeschermd: number; scholen: number }>`
    select count(*) filter (where procestype <> all(${zonder})) as zaken,
      count(*) filter (where procestype = any(${zonder})) as afgeschermd,
      (select count(*) from app.school s where s.gemeente_code = ${gemeente} and s.contactpersoon = ${medewerkerId}) as scholen
    from app.proces where gemeente_code = ${gemeente} and behandelaar = ${medewerkerId} and not afgerond`.execute(
    em.db,
  );
  return rows[0]!;
}

interface Waarneming {
  gemeente_code: string;
  medewerker_id: string;
  vervanger_id: string;
  vervanger_werkt: boolean;
}

/** Every leave of that day, of who still works here: the cases of who has left are nobody's. There are as many as people on leave: the chain is followed here, not in SQL. */
async function waarnemingen(em: InGemeente, dag: string): Promise<Waarneming[]> {
  const { rows } = await sql<Waarneming>`
    select a.gemeente_code, a.medewerker_id, a.vervanger_id, exists (select from app.medewerker m
      where m.gemeente_code = a.gemeente_code and m.id = a.vervanger_id and m.actief) as vervanger_werkt
    from app.afwezigheid a where a.gemeente_code = any(${em.gemeenten}) and a.van <= ${dag} and (a.tot is null or a.tot >= ${dag})
      and exists (select from app.medewerker m where m.gemeente_code = a.gemeente_code and m.id = a.medewerker_id and m.actief)`.execute(
    em.db,
  );
  return rows;
}

/** Who stands in at the end of the chain: `wie` himself when he is there, null when nobody is. */
function aanHetEind(lijst: readonly Waarneming[], gemeente: string, wie: string): string | null {
  let nu = wie;
  for (let stap = 0; stap <= STAPPEN_TEN_HOOGSTE; stap += 1) {
    const w = lijst.find((x) => x.gemeente_code === gemeente && x.medewerker_id === nu);
    if (!w) return nu;
    if (!w.vervanger_werkt) return null;
    nu = w.vervanger_id;
  }
  return null;
}

/**
 * Who does the work of this person on a day, in one municipality: he himself when he is there, else his substitute (and that one's, when he
 * is away too). Null when nobody does: he has left, or nobody stands in.
 */
export async function wieNeemtWaar(
  em: InGemeente,
  medewerkerId: string,
  dag: string,
  gemeente: string = em.gemeenten[0] ?? '',
): Promise<string | null> {
  const [zelf] = (await leesAanstellingen(em, [medewerkerId])).filter((a) => a.gemeente_code === gemeente);
  if (!zelf?.actief) return null;
  return aanHetEind(await waarnemingen(em, dag), gemeente, medewerkerId);
}

/** For whom somebody stands in on a day, by municipality; himself not among them. */
export async function voorWie(
  em: InGemeente,
  medewerkerId: string,
  dag: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lijst = await waarnemingen(em, dag);
  return new Map(
    em.gemeenten.map((gemeente) => [
      gemeente,
      lijst
        .filter(
          (w) =>
            w.gemeente_code === gemeente && aanHetEind(lijst, gemeente, w.medewerker_id) === medewerkerId,
        )
        .map((w) => w.medewerker_id),
    ]),
  );
}

/** The condition on row `p` of app.proces that nobody handles it: it was given to nobody, or to somebody who has left. */
export const vanNiemand = (gemeente: string): RawBuilder<SqlBool> =>
  sql`(p.behandelaar is null or p.behandelaar in (select m.id from app.medewerker m where m.gemeente_code = ${gemeente}
    group by m.id having not bool_or(m.actief)))`;

/** The condition on row `p` that it is somebody's own, or of whom he stands in for. */
export const vanHemOfWaargenomen = (
  gemeente: string,
  medewerkerId: string,
  voor: ReadonlyMap<string, readonly string[]>,
): RawBuilder<SqlBool> => sql`p.behandelaar = any(${[medewerkerId, ...(voor.get(gemeente) ?? [])]})`;
