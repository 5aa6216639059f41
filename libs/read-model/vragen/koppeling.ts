import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';

/** How two processes of one youth hang together. */
export type KoppelingSoort = 'start' | 'vervolg' | 'bericht';

export interface KoppelingRij {
  van_id: string;
  naar_id: string;
  soort: KoppelingSoort;
  sinds: Date;
}

/** Notes that one process opened or told another; noted before, it stays as it is. In the role of the worker. */
export async function noteerKoppeling(
  em: InGemeente,
  gemeente: string,
  k: { van: string; naar: string; soort: KoppelingSoort },
): Promise<void> {
  await sql`insert into app.koppeling (gemeente_code, van_id, naar_id, soort, sinds)
    values (${gemeente}, ${k.van}, ${k.naar}, ${k.soort}, ${em.nu}) on conflict do nothing`.execute(em.db);
}

/** The links of these processes, in either direction, oldest first. */
export async function leesKoppelingen(
  em: InGemeente,
  gemeente: string,
  procesIds: readonly string[],
): Promise<KoppelingRij[]> {
  const { rows } = await sql<KoppelingRij>`
    select van_id, naar_id, soort, sinds from app.koppeling
    where gemeente_code = ${gemeente} and (van_id = any(${procesIds}) or naar_id = any(${procesIds}))
    order by sinds, van_id, naar_id, soort`.execute(em.db);
  return rows;
}

/** The open processes of one type of a youth, as far as the read model knows. */
export async function openeOfType(
  em: InGemeente,
  gemeente: string,
  jongereId: string,
  procestype: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from app.proces where gemeente_code = ${gemeente} and jongere_id = ${jongereId}
      and procestype = ${procestype} and not afgerond order by geopend_op, id`.execute(em.db);
  return rows.map((r) => r.id);
}
