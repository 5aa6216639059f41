import { sql } from 'kysely';
import { TEAMPOSTBUSSEN, type Teampostbus } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { leesInstellingJournaal, metStand } from './instellingen.js';

/** Somebody who can be mailed, or whose work goes to another. */
export interface Mens {
  id: string;
  rollen: string[];
  kenmerken: string[];
  teams: string[];
  actief: boolean;
  mailadres: string | null;
  /** Who stands in for him today; null when he is at work. */
  vervanger: string | null;
  /** How he wants to hear. */
  vorm: Meldvorm;
}

/** `overzicht`: one mail a day, and at once from the passing of a term on. `los`: everything at once. */
export type Meldvorm = 'overzicht' | 'los';
export const MELDVORM: Meldvorm = 'overzicht';

/** Everybody of a municipality, by id, as it stands today. One person may have several roles, each with a row. */
export async function leesMensen(em: InGemeente, gemeente: string): Promise<Map<string, Mens>> {
  const { rows } = await sql<Mens>`
    select m.id, array_agg(m.rol order by m.rol) as rollen, bool_or(m.actief) as actief,
      coalesce((select array_agg(distinct k) from app.medewerker x, unnest(x.kenmerken) k
        where x.gemeente_code = ${gemeente} and x.id = m.id and x.actief), '{}') as kenmerken,
      coalesce(array_agg(distinct m.team) filter (where m.team is not null), '{}') as teams, min(m.mailadres) as mailadres,
      (select a.vervanger_id from app.afwezigheid a where a.gemeente_code = ${gemeente} and a.medewerker_id = m.id
        and a.van <= ${em.vandaag} and (a.tot is null or a.tot >= ${em.vandaag}) order by a.van desc limit 1) as vervanger,
      coalesce((select v.vorm from app.meldvoorkeur v where v.gemeente_code = ${gemeente} and v.medewerker_id = m.id), ${MELDVORM}) as vorm
    from app.medewerker m where m.gemeente_code = ${gemeente} group by m.id order by m.id`.execute(em.db);
  return new Map(rows.map((r) => [r.id, r]));
}

/** The mailboxes of the teams, as the municipality has set them today. */
export async function leesPostbussen(em: InGemeente, gemeente: string): Promise<Teampostbus[]> {
  const rijen = await leesInstellingJournaal(em, gemeente, TEAMPOSTBUSSEN);
  const nu = metStand(rijen, em.vandaag).find((r) => r.stand === 'geldt');
  return Array.isArray(nu?.waarde) ? nu.waarde : [];
}

/** How this person wants to hear, in the municipalities of the transaction; the default when he has not said. */
export async function leesMeldvorm(em: InGemeente, medewerkerId: string): Promise<Meldvorm> {
  const { rows } = await sql<{ vorm: Meldvorm }>`select vorm from app.meldvoorkeur
    where gemeente_code = any(${em.gemeenten}) and medewerker_id = ${medewerkerId} order by gewijzigd_op desc limit 1`.execute(
    em.db,
  );
  return rows[0]?.vorm ?? MELDVORM;
}

/** Notes how this person wants to hear, in every municipality of the transaction. In the role of the API. */
export async function bewaarMeldvorm(em: InGemeente, medewerkerId: string, vorm: Meldvorm): Promise<void> {
  await sql`
    insert into app.meldvoorkeur (gemeente_code, medewerker_id, vorm, gewijzigd_op)
    select code, ${medewerkerId}, ${vorm}, ${em.nu} from app.gemeente where code = any(${em.gemeenten})
    on conflict (gemeente_code, medewerker_id) do update set vorm = excluded.vorm, gewijzigd_op = excluded.gewijzigd_op`.execute(
    em.db,
  );
}

/** The address at which this person is mailed; null when none is known. */
export async function leesMailadres(em: InGemeente, medewerkerId: string): Promise<string | null> {
  const { rows } = await sql<{ mailadres: string }>`select mailadres from app.medewerker
    where gemeente_code = any(${em.gemeenten}) and id = ${medewerkerId} and mailadres is not null order by mailadres limit 1`.execute(
    em.db,
  );
  return rows[0]?.mailadres ?? null;
}

/** Notes where somebody is mailed, for all his roles in this municipality. False when nobody there is known by that id. In the role of the API. */
export async function zetMailadres(
  em: InGemeente,
  gemeente: string,
  medewerkerId: string,
  mailadres: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update app.medewerker set mailadres = ${mailadres}
    where gemeente_code = ${gemeente} and id = ${medewerkerId}`.execute(em.db);
  return numAffectedRows !== undefined && numAffectedRows > 0n;
}
