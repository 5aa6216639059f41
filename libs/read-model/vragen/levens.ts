import { sql } from 'kysely';
import { v5 as uuidv5 } from 'uuid';
import type { Snapshot } from '#process';
import type { InGemeente } from '../in-gemeente.js';

/** Namespace of our process ids; never changes, for the ids of running processes hang on it. */
const PROCES_IDS = '5d2b6c1e-3d1f-5a0b-9c37-1f6d1c9f4a01';

/** What makes two processes the same one: only one life of it is open at a time. */
export interface Onderwerp {
  gemeente: string;
  procestype: string;
  jongereId: string;
  onderwerp: string;
}

/**
 * The id of the n-th life of a process, the same for whoever computes it: Temporal's uniqueness of workflow ids is the lock
 * (see "Exactly once" in the architecture).
 */
export const procesIdVan = (o: Onderwerp, n: number): string =>
  uuidv5(JSON.stringify([o.gemeente, o.procestype, o.jongereId, o.onderwerp, n]), PROCES_IDS);

export interface Levens {
  /** How many lives of this subject are over. */
  afgesloten: number;
  /** The one that is open, as far as the read model knows. */
  open: Snapshot | undefined;
  /** The process that this key opened before, whatever its subject. */
  vanSleutel: Snapshot | undefined;
}

/** The earlier lives of a subject, and what this key has opened in the same municipality. */
export async function leesLevens(em: InGemeente, o: Onderwerp, sleutel: string): Promise<Levens> {
  const { rows } = await sql<{ afgesloten: number; open: Snapshot | null; van_sleutel: Snapshot | null }>`
    with levens as (
      select afgerond, snapshot || jsonb_build_object('kader', kader) as snapshot from app.proces where gemeente_code = ${o.gemeente} and jongere_id = ${o.jongereId}
        and procestype = ${o.procestype} and onderwerp = ${o.onderwerp})
    select (select count(*) from levens where afgerond) as afgesloten,
      (select snapshot from levens where not afgerond limit 1) as open,
      (select snapshot || jsonb_build_object('kader', kader) from app.proces where gemeente_code = ${o.gemeente} and opening_sleutel = ${sleutel} limit 1) as van_sleutel`.execute(
    em.db,
  );
  const r = rows[0]!;
  return { afgesloten: r.afgesloten, open: r.open ?? undefined, vanSleutel: r.van_sleutel ?? undefined };
}
