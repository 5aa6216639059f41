import { sql } from 'kysely';
import type { Datum } from '#kalender';
import type { HerinnerSoort, Kader, LopendeTermijn } from '#process';
import type { InGemeente } from '../in-gemeente.js';

/** Tasks that the mailer leaves behind, so that somebody sees what did not reach anybody. */
export const MAIL_TAKEN = {
  /** A mail that was refused until we gave up. */
  mislukt: 'mailMislukt',
  /** A letter of which nobody knows whether it arrived: never sent again by itself. */
  onbekend: 'briefUitkomstOnbekend',
  /** A reminder for which this municipality has no address at all. */
  geenAdres: 'herinneringZonderAdres',
} as const;

/** A line of te_doen that a mail is about, with what must be known of its process to say whether it still holds. */
export interface MailRegel {
  proces_id: string;
  effect_id: string;
  /** The term of a reminder; the name of a letter. */
  termijn: string;
  /** Null for a letter. */
  soort: HerinnerSoort | null;
  op: Datum;
  gedaan: boolean;
  procestype: string;
  versie: number;
  behandelaar: string | null;
  afgerond: boolean;
  /** The term as it runs now; null when it does not. */
  loopt: LopendeTermijn | null;
  kader: Kader;
}

const REGEL = sql`t.proces_id, t.effect_id, t.naam as termijn, t.wat->>'herinnering' as soort, t.op, t.gedaan_op is not null as gedaan,
  p.procestype, p.versie, p.behandelaar, p.afgerond, p.kader,
  (select x.value from jsonb_array_elements(p.snapshot->'termijnen') x where x.value->>'naam' = t.naam limit 1) as loopt`;

/** A reminder whose day has come and that the mailer has not looked at. */
export interface TeMelden extends MailRegel {
  soort: HerinnerSoort;
  /** A later one of the same term, for the same people, waits too. */
  ingehaald: boolean;
}

/**
 * Keeps others from planning for this municipality until the transaction ends; false when somebody does already. Two at once could each begin a
 * digest for one person.
 */
export async function neemPlanner(em: InGemeente, gemeente: string): Promise<boolean> {
  const { rows } = await sql<{ vrij: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('mail ' || ${gemeente})) as vrij`.execute(em.db);
  return rows[0]!.vrij;
}

/** Reminders to take up, oldest first. In the role of the worker. */
export async function leesTeMelden(em: InGemeente, gemeente: string, hoogstens: number): Promise<TeMelden[]> {
  const { rows } = await sql<TeMelden>`
    select ${REGEL}, exists (select from app.te_doen n
      where n.gemeente_code = t.gemeente_code and n.proces_id = t.proces_id and n.soort = 'herinner' and n.naam = t.naam and n.voor = t.voor
        and n.gemeld_op is null and n.op <= ${em.vandaag}
        and (n.op, split_part(n.effect_id, '.', 1)::int) > (t.op, split_part(t.effect_id, '.', 1)::int)) as ingehaald
    from app.te_doen t join app.proces p on p.gemeente_code = t.gemeente_code and p.id = t.proces_id
    where t.gemeente_code = ${gemeente} and t.soort = 'herinner' and t.gemeld_op is null and t.op <= ${em.vandaag}
    order by t.op, t.proces_id, t.effect_id limit ${sql.lit(hoogstens)} for update of t skip locked`.execute(
    em.db,
  );
  return rows;
}

/** The claim on a reminder (see app.herinnering). */
export interface Herinnering {
  proces_id: string;
  effect_id: string;
  termijn: string;
  soort: HerinnerSoort;
  over: Datum;
  stand: 'gemaild' | 'vervallen' | 'ingehaald' | 'geenAdres';
}

const sleutelVan = (h: Pick<Herinnering, 'proces_id' | 'effect_id'>): string =>
  `${h.proces_id} ${h.effect_id}`;

/**
 * Claims reminders and ticks their lines off for the mailer; gives the lines (`<process> <effect>`) whose claim is new. What was claimed before, by
 * whatever line, stays as it was.
 */
export async function neemHerinneringen(
  em: InGemeente,
  gemeente: string,
  herinneringen: readonly Herinnering[],
): Promise<Set<string>> {
  const alle = JSON.stringify(herinneringen);
  const { rows } = await sql<{ proces_id: string; effect_id: string }>`
    insert into app.herinnering (gemeente_code, proces_id, termijn, soort, over, effect_id, stand, gezien_op)
    select ${gemeente}, h.proces_id, h.termijn, h.soort, h.over, h.effect_id, h.stand, ${em.nu}
    from jsonb_to_recordset(${alle}::jsonb) h(proces_id uuid, effect_id text, termijn text, soort text, over date, stand text)
    on conflict do nothing returning proces_id, effect_id`.execute(em.db);
  await sql`update app.te_doen t set gemeld_op = ${em.nu}
    from jsonb_to_recordset(${alle}::jsonb) h(proces_id uuid, effect_id text)
    where t.gemeente_code = ${gemeente} and t.proces_id = h.proces_id and t.effect_id = h.effect_id`.execute(
    em.db,
  );
  return new Set(rows.map(sleutelVan));
}

export type MailSoort = 'herinnering' | 'overzicht' | 'brief';

export interface NieuweMail {
  id: string;
  soort: MailSoort;
  aan: string;
  ontvanger: string | null;
  message_id: string;
}

/** Puts mails in the outbox; one that is there stays as it is. In the role of the worker. */
export async function bewaarMails(
  em: InGemeente,
  gemeente: string,
  mails: readonly NieuweMail[],
): Promise<void> {
  await sql`
    insert into app.mail (gemeente_code, id, soort, aan, ontvanger, message_id, staat, volgende, aangemaakt_op)
    select ${gemeente}, m.id, m.soort, m.aan, m.ontvanger, m.message_id, 'wacht', ${em.nu}, ${em.nu}
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) m(id uuid, soort text, aan text, ontvanger uuid, message_id text)
    on conflict do nothing`.execute(em.db);
}

/** Adds lines to mails that nobody has begun to send. */
export async function voegRegelsToe(
  em: InGemeente,
  gemeente: string,
  regels: readonly { mail_id: string; proces_id: string; effect_id: string }[],
): Promise<void> {
  await sql`
    insert into app.mail_regel (gemeente_code, mail_id, proces_id, effect_id)
    select ${gemeente}, r.mail_id, r.proces_id, r.effect_id
    from jsonb_to_recordset(${JSON.stringify(regels)}::jsonb) r(mail_id uuid, proces_id uuid, effect_id text)
    on conflict do nothing`.execute(em.db);
}

/** The digests of today: per address how many there are, and the one that can still take lines. It stays so until the transaction ends. */
export async function leesOverzichten(
  em: InGemeente,
  gemeente: string,
): Promise<Map<string, { aantal: number; open: string | null }>> {
  const { rows } = await sql<{ aan: string; id: string; open: boolean }>`
    select aan, id, staat = 'wacht' and pogingen = 0 as open from app.mail
    where gemeente_code = ${gemeente} and soort = 'overzicht' and aangemaakt_op >= ${em.vandaag}::date - 1
      and (aangemaakt_op at time zone 'Europe/Amsterdam')::date = ${em.vandaag}::date for update`.execute(
    em.db,
  );
  const uit = new Map<string, { aantal: number; open: string | null }>();
  for (const r of rows) {
    const nu = uit.get(r.aan) ?? { aantal: 0, open: null };
    uit.set(r.aan, { aantal: nu.aantal + 1, open: r.open ? r.id : nu.open });
  }
  return uit;
}

/** A mail that this worker took up. */
export interface GenomenMail {
  id: string;
  soort: MailSoort;
  aan: string;
  message_id: string;
  pogingen: number;
  aangemaakt_op: Date;
}

/** How long a digest waits for reminders that nobody has looked at yet. */
const OVERZICHT_WACHT = sql`interval '2 minutes'`;

/**
 * Takes up the next mail, oldest first, until the moment `lening.tot` of the real clock; undefined when none is due. One of a worker that died comes back
 * when its loan is over, but a letter does not: see {@link sluitVerlorenBrieven}. In the role of the worker.
 */
export async function neemMail(
  em: InGemeente,
  gemeente: string,
  lening: { nu: Date; tot: Date },
): Promise<GenomenMail | undefined> {
  const { rows } = await sql<GenomenMail>`
    update app.mail m set staat = 'bezig', pogingen = m.pogingen + 1, lening_tot = ${lening.tot}
    where m.gemeente_code = ${gemeente} and m.id = (
      select k.id from app.mail k where k.gemeente_code = ${gemeente} and k.volgende <= ${em.nu}
        and (k.staat = 'wacht' or (k.staat = 'bezig' and k.soort <> 'brief' and k.lening_tot <= ${lening.nu}))
        and (k.soort <> 'overzicht' or k.aangemaakt_op < ${em.nu}::timestamptz - ${OVERZICHT_WACHT} or not exists (
          select from app.te_doen t where t.gemeente_code = ${gemeente} and t.soort = 'herinner' and t.gemeld_op is null and t.op <= ${em.vandaag}))
      order by k.volgende limit 1 for update skip locked)
    returning m.id, m.soort, m.aan, m.message_id, m.pogingen, m.aangemaakt_op`.execute(em.db);
  return rows[0];
}

/** The lines of a mail, in order of day; one whose decision Temporal dropped is gone. */
export async function leesMailRegels(em: InGemeente, gemeente: string, mailId: string): Promise<MailRegel[]> {
  const { rows } = await sql<MailRegel>`
    select ${REGEL} from app.mail_regel r
    join app.te_doen t on t.gemeente_code = r.gemeente_code and t.proces_id = r.proces_id and t.effect_id = r.effect_id
    join app.proces p on p.gemeente_code = t.gemeente_code and p.id = t.proces_id
    where r.gemeente_code = ${gemeente} and r.mail_id = ${mailId} order by t.op, t.proces_id, t.effect_id`.execute(
    em.db,
  );
  return rows;
}

type Einde = { staat: 'verzonden' | 'vervallen' } | { staat: 'mislukt' | 'onbekend'; fout: string };

/** What came of a mail, for good. False when somebody else has noted that already. */
export async function sluitMail(
  em: InGemeente,
  gemeente: string,
  m: Pick<GenomenMail, 'id' | 'pogingen'>,
  einde: Einde,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.mail set staat = ${einde.staat}, fout = ${'fout' in einde ? einde.fout : null}, lening_tot = null, afgehandeld_op = ${em.nu}
    where gemeente_code = ${gemeente} and id = ${m.id} and staat = 'bezig' and pogingen = ${m.pogingen}`.execute(
    em.db,
  );
  return numAffectedRows === 1n;
}

/** Gives a mail back: it was not sent, and is tried again at `opnieuw`. */
export async function stelMailUit(
  em: InGemeente,
  gemeente: string,
  m: Pick<GenomenMail, 'id' | 'pogingen'>,
  opnieuw: Date,
  fout: string,
): Promise<void> {
  await sql`
    update app.mail set staat = 'wacht', lening_tot = null, volgende = ${opnieuw}, fout = ${fout}
    where gemeente_code = ${gemeente} and id = ${m.id} and staat = 'bezig' and pogingen = ${m.pogingen}`.execute(
    em.db,
  );
}

/** How many mails of these municipalities were refused and come again. */
export async function telGeweigerd(em: InGemeente): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from app.mail
    where gemeente_code = any(${em.gemeenten}) and staat = 'wacht' and fout is not null`.execute(em.db);
  return rows[0]!.n;
}

/** Letters whose worker died in the conversation: whether they arrived nobody knows. Gives them, each once. */
export async function sluitVerlorenBrieven(em: InGemeente, gemeente: string, nu: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update app.mail set staat = 'onbekend', fout = 'worker-weg', lening_tot = null, afgehandeld_op = ${em.nu}
    where gemeente_code = ${gemeente} and staat = 'bezig' and soort = 'brief' and lening_tot <= ${nu} returning id`.execute(
    em.db,
  );
  return rows.map((r) => r.id);
}

/** Leaves a task with a process, once for each `id`. In the role of the worker. */
export async function noteerMailTaak(
  em: InGemeente,
  gemeente: string,
  procesId: string,
  taak: (typeof MAIL_TAKEN)[keyof typeof MAIL_TAKEN],
  id: string,
): Promise<void> {
  // Revision 0 is no decision's: a dropped one takes no such task away (0002).
  const rij = { id: `0.${id}`, soort: 'taak', naam: taak, voor: 'teamleider', op: em.vandaag, wat: {} };
  await sql`select app.noteer_te_doen(${gemeente}, ${procesId}, ${JSON.stringify([rij])}::jsonb)`.execute(
    em.db,
  );
}

/** How the mailer stands in one municipality; for supervision and metrics. */
export interface MailStand {
  gemeente_code: string;
  /** In the outbox, waiting or being sent. */
  wacht: number;
  /** Since when the oldest of those waits, in seconds; null when none does. */
  oudste_wacht: number | null;
  /** Reminders whose day has come and that were not taken up. */
  te_melden: number;
  mislukt: number;
  onbekend: number;
  verzonden: number;
}

/** How the mailer stands, per municipality of the transaction. For API and worker. */
export async function telMail(em: InGemeente): Promise<MailStand[]> {
  const { rows } = await sql<MailStand>`
    select g.code as gemeente_code, m.wacht::int, extract(epoch from ${em.nu}::timestamptz - m.oudste)::float8 as oudste_wacht,
      (select count(*) from app.te_doen t where t.gemeente_code = g.code and t.soort = 'herinner' and t.gemeld_op is null
        and t.op <= ${em.vandaag})::int as te_melden,
      (select count(*) from app.mail x where x.gemeente_code = g.code and x.staat = 'mislukt')::int as mislukt,
      (select count(*) from app.mail x where x.gemeente_code = g.code and x.staat = 'onbekend')::int as onbekend,
      (select count(*) from app.mail x where x.gemeente_code = g.code and x.staat = 'verzonden')::int as verzonden
    from app.gemeente g cross join lateral (
      select count(*) as wacht, min(x.aangemaakt_op) as oudste from app.mail x where x.gemeente_code = g.code and x.staat in ('wacht', 'bezig')) m
    where g.code = any(${em.gemeenten}) order by g.code`.execute(em.db);
  return rows;
}

/** Of the mails that were sent after `na` and until now: how many seconds after they were planned. For a histogram. */
export async function leesVertragingen(em: InGemeente, na: Date): Promise<number[]> {
  const { rows } = await sql<{ seconden: number }>`
    select extract(epoch from afgehandeld_op - aangemaakt_op)::float8 as seconden from app.mail
    where gemeente_code = any(${em.gemeenten}) and staat = 'verzonden' and afgehandeld_op > ${na} and afgehandeld_op <= ${em.nu}`.execute(
    em.db,
  );
  return rows.map((r) => r.seconden);
}
