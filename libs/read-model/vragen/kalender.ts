import { sql } from 'kysely';
import type { Datum, Schoolkalender } from '#kalender';
import type { InGemeente } from '../in-gemeente.js';

/** One version of the calendar of a school. */
export interface KalenderRij {
  versie: number;
  bekend_tot: Datum;
  vakanties: Schoolkalender['vakanties'];
  /** Null for what was there before anybody changed it. */
  door: string | null;
  vastgelegd_op: Date | null;
}

/** The calendar of a school as it is now, then what it was before, newest first; empty when this school is not known here. */
export async function leesKalenders(em: InGemeente, gemeente: string, brin: string): Promise<KalenderRij[]> {
  const { rows } = await sql<KalenderRij>`
    with versies as (
      select gemeente_code, brin, versie, bekend_tot, door, vastgelegd_op from app.schoolkalender
      union all
      select s.gemeente_code, s.brin, s.kalender_versie, s.kalender_bekend_tot, null, null from app.school s
      where not exists (select from app.schoolkalender k
        where k.gemeente_code = s.gemeente_code and k.brin = s.brin and k.versie = s.kalender_versie))
    select k.versie, k.bekend_tot, k.door, k.vastgelegd_op,
      coalesce((select jsonb_agg(jsonb_build_object('naam', v.naam, 'van', v.van, 'tot', v.tot) order by v.van)
        from app.schoolvakantie v where v.gemeente_code = k.gemeente_code and v.brin = k.brin and v.versie = k.versie), '[]') as vakanties
    from versies k where k.gemeente_code = ${gemeente} and k.brin = ${brin} order by k.versie desc`.execute(
    em.db,
  );
  return rows;
}

/** Writes the next version of a calendar; false when `versie` is no longer the newest. In the role of the API. */
export async function bewaarKalender(
  em: InGemeente,
  school: { gemeente: string; brin: string; versie: number },
  nieuw: Pick<KalenderRij, 'bekend_tot' | 'vakanties'> & { door: string },
): Promise<boolean> {
  const { gemeente, brin, versie } = school;
  // What it was before the first change has no line of its own yet.
  await sql`
    insert into app.schoolkalender (gemeente_code, brin, versie, bekend_tot)
    select gemeente_code, brin, kalender_versie, kalender_bekend_tot from app.school
    where gemeente_code = ${gemeente} and brin = ${brin} and kalender_versie = ${versie}
    on conflict do nothing`.execute(em.db);
  const { numAffectedRows } = await sql`
    update app.school set kalender_versie = ${versie + 1}, kalender_bekend_tot = ${nieuw.bekend_tot}
    where gemeente_code = ${gemeente} and brin = ${brin} and kalender_versie = ${versie}`.execute(em.db);
  if (numAffectedRows !== 1n) return false;
  await sql`
    insert into app.schoolkalender (gemeente_code, brin, versie, bekend_tot, door, vastgelegd_op)
    values (${gemeente}, ${brin}, ${versie + 1}, ${nieuw.bekend_tot}, ${nieuw.door}, ${em.nu})`.execute(
    em.db,
  );
  await sql`
    insert into app.schoolvakantie (gemeente_code, brin, versie, naam, van, tot)
    select ${gemeente}, ${brin}, ${versie + 1}, v.naam, v.van, v.tot
    from jsonb_to_recordset(${JSON.stringify(nieuw.vakanties)}::jsonb) v(naam text, van date, tot date)`.execute(
    em.db,
  );
  return true;
}
