import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';
import type { Schoolsoort } from '../schema.js';

export interface MedewerkerRij {
  gemeente_code: string;
  id: string;
  naam: string;
  rol: string;
  kenmerken: string[];
  team: string | null;
  brin: string | null;
}

/** The active staff of the municipalities of this transaction, by name. */
export const leesMedewerkers = (em: InGemeente): Promise<MedewerkerRij[]> =>
  em.db
    .selectFrom('app.medewerker')
    .select(['gemeente_code', 'id', 'naam', 'rol', 'kenmerken', 'team', 'brin'])
    .where('actief', '=', true)
    .orderBy('naam')
    .orderBy('id')
    .execute();

export const SCHOOLSOORTEN = ['po', 'vo', 'vso', 'pro', 'isk', 'mbo'] as const satisfies Schoolsoort[];

export interface SchoolRij {
  gemeente_code: string;
  brin: string;
  naam: string;
  contactpersoon: string | null;
  kalender_versie: number;
  kalender_bekend_tot: string;
  schoolsoort: Schoolsoort | null;
  /** Code of the samenwerkingsverband passend onderwijs, such as '23-02'. */
  samenwerkingsverband: string | null;
  gegevens_versie: number;
  vakanties: { naam: string; van: string; tot: string }[];
}

/** The schools with their own calendar, by name. */
export async function leesScholen(em: InGemeente): Promise<SchoolRij[]> {
  const { rows } = await sql<SchoolRij>`
    select s.gemeente_code, s.brin, s.naam, s.contactpersoon, s.kalender_versie, s.kalender_bekend_tot,
      s.schoolsoort, s.samenwerkingsverband, s.gegevens_versie,
      coalesce((select jsonb_agg(jsonb_build_object('naam', v.naam, 'van', v.van, 'tot', v.tot) order by v.van)
        from app.schoolvakantie v where v.gemeente_code = s.gemeente_code and v.brin = s.brin
          and v.versie = s.kalender_versie), '[]') as vakanties
    from app.school s order by s.naam, s.brin`.execute(em.db);
  return rows;
}

/** Whether this school is known in the municipality. */
export async function isSchool(em: InGemeente, gemeente: string, brin: string): Promise<boolean> {
  const rij = await em.db
    .selectFrom('app.school')
    .select('brin')
    .where('gemeente_code', '=', gemeente)
    .where('brin', '=', brin)
    .executeTakeFirst();
  return rij !== undefined;
}

/** What of a school the municipality notes itself; a name left out stays as it is. */
export type SchoolWijziging = Partial<Pick<SchoolRij, 'schoolsoort' | 'samenwerkingsverband'>>;

/** Changes a school that still is as the caller saw it; false when somebody else was first. */
export async function wijzigSchool(
  em: InGemeente,
  s: { gemeente: string; brin: string; versie: number },
  w: SchoolWijziging,
): Promise<boolean> {
  const { numUpdatedRows } = await em.db
    .updateTable('app.school')
    .set({ ...w, gegevens_versie: s.versie + 1 })
    .where('gemeente_code', '=', s.gemeente)
    .where('brin', '=', s.brin)
    .where('gegevens_versie', '=', s.versie)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
