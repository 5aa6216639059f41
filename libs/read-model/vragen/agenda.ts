import { sql } from 'kysely';
import type pg from 'pg';
import type { LopendeTermijn } from '#process';
import type { InGemeente } from '../in-gemeente.js';

/** Gives this person a secret address, in every municipality of the transaction; the one he had is no longer his. In the role of the API. */
export async function bewaarAgenda(em: InGemeente, medewerkerId: string, geheim: Buffer): Promise<void> {
  await sql`
    insert into app.agenda (gemeente_code, medewerker_id, geheim, sinds)
    select code, ${medewerkerId}, ${geheim}, ${em.nu} from app.gemeente where code = any(${em.gemeenten})
    on conflict (gemeente_code, medewerker_id) do update set geheim = excluded.geheim, sinds = excluded.sinds`.execute(
    em.db,
  );
}

/** Takes the secret address of this person away. In the role of the API. */
export async function wisAgenda(em: InGemeente, medewerkerId: string): Promise<void> {
  await sql`delete from app.agenda where gemeente_code = any(${em.gemeenten}) and medewerker_id = ${medewerkerId}`.execute(
    em.db,
  );
}

/** Since when this person has a secret address; null when he has none. */
export async function leesAgendaSinds(em: InGemeente, medewerkerId: string): Promise<Date | null> {
  const { rows } = await sql<{ sinds: Date }>`select sinds from app.agenda
    where gemeente_code = any(${em.gemeenten}) and medewerker_id = ${medewerkerId} order by sinds desc limit 1`.execute(
    em.db,
  );
  return rows[0]?.sinds ?? null;
}

/** Whose calendar this secret opens, and in which municipalities; undefined for nobody's. @param pool of the API's role. */
export async function agendaVan(
  pool: pg.Pool,
  geheim: Buffer,
): Promise<{ medewerkerId: string; gemeenten: string[] } | undefined> {
  const { rows } = await pool.query<{ gemeente_code: string; medewerker_id: string }>({
    name: 'agenda_van',
    text: 'select gemeente_code, medewerker_id from app.agenda_van($1)',
    values: [geheim],
  });
  const eerste = rows[0];
  return eerste && { medewerkerId: eerste.medewerker_id, gemeenten: rows.map((r) => r.gemeente_code) };
}

/** An open process with its running terms, as a calendar needs it. */
export interface AgendaProces {
  gemeente_code: string;
  id: string;
  procestype: string;
  versie: number;
  termijnen: LopendeTermijn[];
}

/**
 * The open processes of somebody and of those for whom he stands in today; nothing for who no longer works here. `boa` says whether he may know of
 * Wpg routes.
 */
export async function leesAgenda(
  em: InGemeente,
  medewerkerId: string,
): Promise<{ boa: boolean; processen: AgendaProces[] } | undefined> {
  const { rows } = await sql<{ boa: boolean }>`
    select bool_or(rol in ('leerplichtambtenaar', 'teamleider') and 'boa' = any(kenmerken)) as boa from app.medewerker
    where gemeente_code = any(${em.gemeenten}) and id = ${medewerkerId} and actief having count(*) > 0`.execute(
    em.db,
  );
  const wie = rows[0];
  if (!wie) return undefined;
  const processen = await sql<AgendaProces>`
    select p.gemeente_code, p.id, p.procestype, p.versie, p.snapshot->'termijnen' as termijnen
    from (select g.code as gemeente_code, ${medewerkerId}::uuid as wie from app.gemeente g where g.code = any(${em.gemeenten})
      union select a.gemeente_code, a.medewerker_id from app.afwezigheid a where a.gemeente_code = any(${em.gemeenten})
        and a.vervanger_id = ${medewerkerId} and a.van <= ${em.vandaag} and (a.tot is null or a.tot >= ${em.vandaag})) w
    join app.proces p on p.gemeente_code = w.gemeente_code and p.behandelaar = w.wie and not p.afgerond
    order by p.eerste_termijn nulls last, p.id`.execute(em.db);
  return { boa: wie.boa, processen: processen.rows };
}
