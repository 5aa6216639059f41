import { sql, type Kysely } from 'kysely';

/**
 * Mail: what of the reminders has been taken up, the mails themselves as an outbox, how each person wants to hear, and the secret addresses of
 * calendars. What an older installation had to remind of was never mailed and is not mailed now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TE_DOEN).execute(db);
  await sql.raw(TABELLEN).execute(db);
  for (const tabel of ['herinnering', 'mail', 'mail_regel', 'meldvoorkeur', 'agenda'])
    await sql.raw(afscherming(tabel)).execute(db);
  await sql.raw(AGENDA_VAN).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

/** The owner is held to row-level security too, so it names all municipalities. */
const TE_DOEN = `
-- When the mailer looked at this reminder; null while it has not.
alter table app.te_doen add column gemeld_op timestamptz;
select set_config('app.gemeenten', (select coalesce(string_agg(code, ','), '') from app.gemeente), true);
update app.te_doen set gemeld_op = now() where soort = 'herinner';
create index te_doen_te_melden on app.te_doen (gemeente_code, op) where soort = 'herinner' and gemeld_op is null;
`;

const TABELLEN = `
-- The claim: of one kind of reminder about one day of one term there is one, also when the line of te_doen was dropped and came again (0002).
create table app.herinnering (
  gemeente_code text not null,
  proces_id uuid not null,
  termijn text not null,
  soort text not null,
  -- The date of the term that it is about; of a reminder on a fixed day that day.
  over date not null,
  effect_id text not null,
  -- 'gemaild': there is a mail. 'vervallen': it was no longer true. 'ingehaald': a later one of the same term came with it. 'geenAdres': a task says so.
  stand text not null check (stand in ('gemaild', 'vervallen', 'ingehaald', 'geenAdres')),
  gezien_op timestamptz not null,
  primary key (gemeente_code, proces_id, termijn, soort, over)
);

create table app.mail (
  gemeente_code text not null references app.gemeente,
  -- Follows from what it says and to whom, so that planning again makes no second one.
  id uuid not null,
  soort text not null check (soort in ('herinnering', 'overzicht', 'brief')),
  aan text not null,
  -- The member of staff; null for a mailbox and for somebody outside.
  ontvanger uuid,
  message_id text not null unique,
  staat text not null check (staat in ('wacht', 'bezig', 'verzonden', 'mislukt', 'onbekend', 'vervallen')),
  pogingen int not null default 0,
  volgende timestamptz not null,
  -- By the real clock: until then a worker is in conversation about it.
  lening_tot timestamptz,
  -- A code (an SMTP reply, the name of an error), never a text of the other side.
  fout text,
  aangemaakt_op timestamptz not null,
  afgehandeld_op timestamptz,
  primary key (gemeente_code, id)
);
create index mail_open on app.mail (gemeente_code, volgende) where staat in ('wacht', 'bezig');
create index mail_overzicht on app.mail (gemeente_code, aangemaakt_op) where soort = 'overzicht';
create index mail_mis on app.mail (gemeente_code) where staat in ('mislukt', 'onbekend');
create index mail_verzonden on app.mail (gemeente_code, afgehandeld_op) where staat = 'verzonden';

create table app.mail_regel (
  gemeente_code text not null,
  mail_id uuid not null,
  proces_id uuid not null,
  effect_id text not null,
  primary key (gemeente_code, mail_id, proces_id, effect_id),
  foreign key (gemeente_code, mail_id) references app.mail
);

create table app.meldvoorkeur (
  gemeente_code text not null references app.gemeente,
  medewerker_id uuid not null,
  -- 'overzicht': one a day, and at once from the passing of a term on. 'los': all at once.
  vorm text not null check (vorm in ('overzicht', 'los')),
  gewijzigd_op timestamptz not null,
  primary key (gemeente_code, medewerker_id)
);

-- The secret address of somebody's calendar: only its hash.
create table app.agenda (
  gemeente_code text not null references app.gemeente,
  medewerker_id uuid not null,
  geheim bytea not null,
  sinds timestamptz not null,
  primary key (gemeente_code, medewerker_id)
);
create index agenda_geheim on app.agenda (geheim);
`;

const afscherming = (tabel: string): string => `
alter table app.${tabel} enable row level security;
alter table app.${tabel} force row level security;
create policy gemeente on app.${tabel} as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.${tabel} using (true) with check (true);
`;

/** Whoever asks for a calendar has no token, so he names no municipality: the secret does. It has the owner's rights, and tells nothing without the hash. */
const AGENDA_VAN = `
create function app.agenda_van(hash bytea) returns table (gemeente_code text, medewerker_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  voorheen text := current_setting('app.gemeenten', true);
begin
  perform set_config('app.gemeenten', (select coalesce(string_agg(g.code, ','), '') from app.gemeente g), true);
  return query select a.gemeente_code, a.medewerker_id from app.agenda a where a.geheim = hash;
  perform set_config('app.gemeenten', coalesce(voorheen, ''), true);
end $$;
revoke execute on function app.agenda_van(bytea) from public;
grant execute on function app.agenda_van(bytea) to leerlijn_api;
`;

const RECHTEN = `
grant update (gemeld_op) on app.te_doen to leerlijn_worker;
grant select, insert on app.herinnering, app.mail_regel to leerlijn_worker;
grant select, insert, update on app.mail to leerlijn_worker;
grant select on app.meldvoorkeur, app.herinnering, app.mail, app.mail_regel to leerlijn_api;
grant select on app.meldvoorkeur to leerlijn_worker;
grant insert, update on app.meldvoorkeur to leerlijn_api;
grant select, insert, update, delete on app.agenda to leerlijn_api;
`;
