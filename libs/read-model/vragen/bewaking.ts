import { sql } from 'kysely';
import type { Datum } from '#kalender';
import type { InGemeente } from '../in-gemeente.js';

/** How far the work stands that nobody looks at: numbers and ages in seconds, by municipality. An age is null when nothing waits. */
export interface WerkStand {
  gemeente_code: string;
  /** Lines that DUO must still hear from us, and since when the oldest waits. */
  duo_open: number;
  duo_oudste: number | null;
  klussen_open: number;
  /** Since when the oldest piece of work waits for its run to begin. */
  klus_niet_begonnen: number | null;
  /** Rows that failed in pieces of work of the last week. */
  regels_mislukt: number;
  /** Reminders that nobody has taken up: since when the first could have been. */
  herinnering_oudste: Datum | null;
}

/** How it stands, per municipality of the transaction. In the role of the worker. */
export async function telWerk(em: InGemeente): Promise<WerkStand[]> {
  const { rows } = await sql<WerkStand>`
    select g.code as gemeente_code, d.n::int as duo_open, extract(epoch from ${em.nu}::timestamptz - d.oudste)::float8 as duo_oudste,
      k.n::int as klussen_open, extract(epoch from ${em.nu}::timestamptz - k.niet_begonnen)::float8 as klus_niet_begonnen,
      (select count(*) from app.klus_regel r join app.klus x on x.gemeente_code = r.gemeente_code and x.id = r.klus_id
        where x.gemeente_code = g.code and x.aangemaakt_op > ${em.nu}::timestamptz - interval '7 days' and r.staat = 'mislukt')::int as regels_mislukt,
      (select min(t.op) from app.te_doen t where t.gemeente_code = g.code and t.soort = 'herinner' and t.gemeld_op is null
        and t.op <= ${em.vandaag}) as herinnering_oudste
    from app.gemeente g
    cross join lateral (select count(*) as n, min(t.aangemaakt_op) as oudste from app.duo_terugmelding t
      where t.gemeente_code = g.code and t.verzonden_op is null and t.afzender = 'leerlijn') d
    cross join lateral (select count(*) as n, min(x.aangemaakt_op) filter (where not x.gestart) as niet_begonnen from app.klus x
      where x.gemeente_code = g.code and x.klaar_op is null) k
    where g.code = any(${em.gemeenten}) order by g.code`.execute(em.db);
  return rows;
}

/** A reminder that was mailed: the day on which it fell due, and when it went. */
export interface VerzondenHerinnering {
  op: Datum;
  verzonden_op: Date;
}

/** The reminders that went after `na` and until now, each once however many heard it. In the role of the worker. */
export async function leesVerzondenHerinneringen(
  em: InGemeente,
  gemeente: string,
  na: Date,
): Promise<VerzondenHerinnering[]> {
  const { rows } = await sql<VerzondenHerinnering>`
    select t.op, min(m.afgehandeld_op) as verzonden_op from app.mail m
    join app.mail_regel r on r.gemeente_code = m.gemeente_code and r.mail_id = m.id
    join app.te_doen t on t.gemeente_code = r.gemeente_code and t.proces_id = r.proces_id and t.effect_id = r.effect_id
    where m.gemeente_code = ${gemeente} and m.staat = 'verzonden' and m.soort <> 'brief'
      and m.afgehandeld_op > ${na} and m.afgehandeld_op <= ${em.nu}
    group by t.proces_id, t.effect_id, t.op`.execute(em.db);
  return rows;
}
