import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';

/** How many youths were leerplichtig or kwalificatieplichtig in a school year, as the municipality said. */
export interface Grondslag {
  versie: number;
  leerplichtigen: number;
  door: string;
  vastgelegd_op: Date;
}

/** What counts: the last one that was recorded; undefined when none was. */
export async function leesGrondslag(
  em: InGemeente,
  gemeente: string,
  schooljaar: string,
): Promise<Grondslag | undefined> {
  const { rows } = await sql<Grondslag>`
    select versie, leerplichtigen, door, vastgelegd_op from app.jaargrondslag
    where gemeente_code = ${gemeente} and schooljaar = ${schooljaar} order by versie desc limit 1`.execute(
    em.db,
  );
  return rows[0];
}

/**
 * Records the next version.
 * @param gezien the version that the caller saw, 0 for none.
 * @returns undefined when somebody else was first.
 */
export async function bewaarGrondslag(
  em: InGemeente,
  gemeente: string,
  schooljaar: string,
  gezien: number,
  g: Pick<Grondslag, 'leerplichtigen' | 'door'>,
): Promise<Grondslag | undefined> {
  const { rows } = await sql<Grondslag>`
    insert into app.jaargrondslag (gemeente_code, schooljaar, versie, leerplichtigen, door, vastgelegd_op)
    select ${gemeente}, ${schooljaar}, ${gezien}::int + 1, ${g.leerplichtigen}, ${g.door}, ${em.nu}
    where (select coalesce(max(versie), 0) from app.jaargrondslag
      where gemeente_code = ${gemeente} and schooljaar = ${schooljaar}) = ${gezien}
    on conflict do nothing returning versie, leerplichtigen, door, vastgelegd_op`.execute(em.db);
  return rows[0];
}

/** The name of a municipality; undefined when it does not work with this installation. */
export async function leesGemeentenaam(em: InGemeente, gemeente: string): Promise<string | undefined> {
  const { rows } = await sql<{
    naam: string;
  }>`select naam from app.gemeente where code = ${gemeente}`.execute(em.db);
  return rows[0]?.naam;
}
