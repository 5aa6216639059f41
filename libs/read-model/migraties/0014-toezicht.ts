import { sql, type Kysely } from 'kysely';

/**
 * What a supervisor asks of all rows at once: since when nobody handles a process, which engine failures there are, and indexes that hold the
 * stuck rows only. Their conditions are rarely true, so that an ordinary decision writes none of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(SINDS_WANNEER).execute(db);
  await sql.raw(INDEXEN).execute(db);
  await sql.raw(TABELLEN).execute(db);
  await sql.raw(AFSCHERMING).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

/** By triggers, because several ways lead to each change; they do nothing while it stays the same. */
const SINDS_WANNEER = `
-- Null: it is as it was at the opening.
alter table app.proces add column behandelaar_sinds date;
create function app.behandelaar_gewijzigd() returns trigger language plpgsql as $$
begin
  new.behandelaar_sinds := (new.besloten_op at time zone 'Europe/Amsterdam')::date;
  return new;
end $$;
create trigger behandelaar_gewijzigd before update on app.proces for each row
  when (old.behandelaar is distinct from new.behandelaar) execute function app.behandelaar_gewijzigd();

-- The day of our clock on which somebody left; null while he works here.
alter table app.medewerker add column vertrokken_op date;
create function app.medewerker_vertrokken() returns trigger language plpgsql as $$
begin
  new.vertrokken_op := case when not new.actief then (
    select ((now() + k.voorsprong * interval '1 millisecond') at time zone 'Europe/Amsterdam')::date from app.klok k) end;
  return new;
end $$;
create trigger medewerker_vertrokken before update on app.medewerker for each row
  when (old.actief is distinct from new.actief) execute function app.medewerker_vertrokken();

-- Rows of before 0010 do not have it; the owner is held to row-level security too, so it names all municipalities.
select set_config('app.gemeenten', (select coalesce(string_agg(code, ','), '') from app.gemeente), true);
update app.proces p set te_laat_sinds = (
  select min((t->>'datum')::date) + 1 from jsonb_array_elements(p.lijst->'termijnen') t where (t->>'verlopen')::boolean)
where p.te_laat and p.te_laat_sinds is null;
`;

const INDEXEN = `
create index proces_te_laat on app.proces (gemeente_code, te_laat_sinds, id) where te_laat and not afgerond;
create index proces_storing on app.proces (gemeente_code, id) where storing;
create index proces_onbeheerd on app.proces (gemeente_code, (coalesce(behandelaar_sinds, geopend_op)), id)
  where behandelaar is null and not afgerond;
create index proces_wacht_buiten on app.proces (gemeente_code, wacht_sinds, id) where wacht_op is not null and not afgerond;
`;

const TABELLEN = `
-- Failures of the engine that no row of a process can tell: its code, or the row itself.
create table app.motorstoring (
  gemeente_code text not null references app.gemeente,
  soort text not null check (soort in ('code', 'rij')),
  proces_id uuid not null,
  -- By our clock.
  sinds timestamptz not null,
  gezien_op timestamptz not null,
  -- Codes and counts only.
  wat jsonb not null default '{}',
  primary key (gemeente_code, soort, proces_id)
);

-- Who of the machines was alive when, and which round was done when. Real time: it is compared with real time only.
create table app.hartslag (
  naam text primary key,
  gezien_op timestamptz not null default clock_timestamp(),
  gelukt_op timestamptz,
  wat jsonb not null default '{}'
);
`;

const AFSCHERMING = `
alter table app.motorstoring enable row level security;
alter table app.motorstoring force row level security;
create policy gemeente on app.motorstoring as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.motorstoring using (true) with check (true);
`;

const RECHTEN = `
grant select on app.motorstoring, app.hartslag to leerlijn_api;
grant select, insert, update, delete on app.motorstoring, app.hartslag to leerlijn_worker;
`;
