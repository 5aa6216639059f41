import { sql, type Kysely } from 'kysely';

/** Processes that open and tell each other: the links between them, and what the worker must read and write to open one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(KOPPELING).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const KOPPELING = `
create table app.koppeling (
  gemeente_code text not null,
  van_id uuid not null,
  naar_id uuid not null,
  -- 'start': van opened naar. 'vervolg': van would have, but naar was open. 'bericht': van told naar something.
  soort text not null check (soort in ('start', 'vervolg', 'bericht')),
  sinds timestamptz not null default now(),
  primary key (gemeente_code, van_id, naar_id, soort)
);
create index koppeling_naar on app.koppeling (gemeente_code, naar_id);
alter table app.koppeling enable row level security;
alter table app.koppeling force row level security;
create policy gemeente on app.koppeling as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.koppeling using (true) with check (true);

-- Halt referrals where the youth lived before: a number, no dates, no content (settled reading 10).
alter table app.jongere add column halt_elders int not null default 0 check (halt_elders >= 0);
`;

const RECHTEN = `
grant select on app.koppeling to leerlijn_api;
grant select, insert on app.koppeling to leerlijn_worker;
grant select on app.jongere, app.medewerker, app.school, app.schoolvakantie, app.behandelrelatie to leerlijn_worker;
grant insert on sleutels.processleutel to leerlijn_worker;
`;
