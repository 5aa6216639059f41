import { sql, type Kysely } from 'kysely';

/**
 * The first schema. Each table that holds anything of a municipality carries `gemeente_code` in its key, and row-level security shows only
 * the municipalities that the transaction names in `app.gemeenten` (see in-gemeente.ts). Foreign keys are composite, because PostgreSQL
 * checks them past row-level security: a simple key would accept, and so betray, another municipality's row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ROLLEN).execute(db);
  await sql.raw(TABELLEN).execute(db);
  await sql.raw(PROJECTEER).execute(db);
  await sql.raw(VEEG_INHOUD).execute(db);
  for (const tabel of VAN_EEN_GEMEENTE) await sql.raw(afgeschermd(tabel)).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const VAN_EEN_GEMEENTE = [
  'medewerker',
  'school',
  'schoolvakantie',
  'jongere',
  'behandelrelatie',
  'proces',
  'gebeurtenis',
  'te_doen',
  'inhoud',
  'inzage',
];

// Roles belong to the cluster, not to the database: another database may be migrated at the same moment.
const rol = (naam: string): string => `
do $$ begin create role ${naam} nologin noinherit; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin grant ${naam} to current_user; exception when unique_violation then null; end $$;`;
const ROLLEN = rol('leerlijn_api') + rol('leerlijn_worker');

const TABELLEN = `
create schema sleutels;

create table app.gemeente (
  code text primary key check (code ~ '^[0-9]{4}$'),
  naam text not null,
  instellingen jsonb not null default '{}',
  instellingen_versie int not null default 1
);

-- Whoever has an account: officers, coaches, school contacts, designated doctors. id is the subject of their token.
create table app.medewerker (
  gemeente_code text not null references app.gemeente,
  id uuid not null,
  naam text not null,
  rol text not null,
  kenmerken text[] not null default '{}',
  team text,
  brin text,
  actief boolean not null default true,
  primary key (gemeente_code, id, rol)
);

create table app.school (
  gemeente_code text not null references app.gemeente,
  brin text not null,
  naam text not null,
  contactpersoon uuid,
  kalender_versie int not null default 1,
  kalender_bekend_tot date not null,
  primary key (gemeente_code, brin)
);

create table app.schoolvakantie (
  gemeente_code text not null,
  brin text not null,
  naam text not null,
  van date not null,
  tot date not null check (tot >= van),
  primary key (gemeente_code, brin, van),
  foreign key (gemeente_code, brin) references app.school
);

create table app.jongere (
  gemeente_code text not null references app.gemeente,
  id uuid not null,
  bsn bytea not null,
  bsn_zoek bytea not null,
  voornamen text not null,
  achternaam text not null,
  geboortedatum date not null,
  brin text,
  versie int not null default 1,
  primary key (gemeente_code, id),
  unique (gemeente_code, bsn_zoek),
  foreign key (gemeente_code, brin) references app.school
);
create index jongere_naam on app.jongere (gemeente_code, lower(achternaam) text_pattern_ops);

-- Who treats whom: a treating doctor may not give the statement of art. 7 Leerplichtwet.
create table app.behandelrelatie (
  gemeente_code text not null,
  jongere_id uuid not null,
  arts_id uuid not null,
  primary key (gemeente_code, jongere_id, arts_id),
  foreign key (gemeente_code, jongere_id) references app.jongere
);

-- The read model: written by app.projecteer only.
create table app.proces (
  gemeente_code text not null,
  id uuid not null,
  procestype text not null,
  versie int not null,
  jongere_id uuid not null,
  onderwerp text not null,
  toestand text not null,
  afgerond boolean not null,
  uitkomst text,
  behandelaar uuid,
  te_laat boolean not null,
  storing boolean not null,
  geopend_op date not null,
  eerste_termijn date,
  wek_op date,
  revisie int not null,
  -- The Idempotency-Key that opened it; null when the row was rebuilt after that key was forgotten.
  opening_sleutel text,
  lijst jsonb not null,
  snapshot jsonb not null,
  primary key (gemeente_code, id),
  foreign key (gemeente_code, jongere_id) references app.jongere
);
create index proces_werklijst on app.proces (gemeente_code, eerste_termijn nulls last, id) where not afgerond;
create index proces_behandelaar on app.proces (gemeente_code, behandelaar, eerste_termijn nulls last, id) where not afgerond;
create index proces_jongere on app.proces (gemeente_code, jongere_id, procestype, onderwerp);
create index proces_opening on app.proces (gemeente_code, opening_sleutel);
create index proces_wek on app.proces (wek_op) where not afgerond;

create table app.gebeurtenis (
  gemeente_code text not null,
  proces_id uuid not null,
  revisie int not null,
  volgnr int not null,
  tijdstip timestamptz not null,
  wat jsonb not null,
  primary key (gemeente_code, proces_id, revisie, volgnr)
);

-- What people must do, and what later work does by itself: letters, reminders, messages to processes that are not built.
create table app.te_doen (
  gemeente_code text not null,
  proces_id uuid not null,
  effect_id text not null,
  soort text not null,
  naam text not null,
  voor text not null,
  op date not null,
  wat jsonb not null,
  gedaan_op timestamptz,
  gedaan_door uuid,
  primary key (gemeente_code, proces_id, effect_id)
);
create index te_doen_open on app.te_doen (gemeente_code, op, proces_id, effect_id) where gedaan_op is null;

-- Texts about a person, encrypted with the key of their process; a process knows their id only.
create table app.inhoud (
  gemeente_code text not null,
  proces_id uuid not null,
  id uuid not null,
  klasse text not null check (klasse in ('gewoon', 'medisch', 'wpg')),
  tekst bytea not null,
  -- The version of the process's key that it is encrypted with.
  sleutel_versie int not null,
  door uuid not null,
  gemaakt_op timestamptz not null default now(),
  primary key (gemeente_code, proces_id, id)
);

-- Who looked at which youth. Append only.
create table app.inzage (
  gemeente_code text not null,
  id bigint generated always as identity,
  jongere_id uuid not null,
  wie uuid not null,
  rol text not null,
  wat text not null,
  verzoek text not null,
  tijdstip timestamptz not null default now(),
  primary key (gemeente_code, id)
);

-- The lead of our clock over the real one, in milliseconds: 0 in production, moved in demonstrations and tests (libs/klok).
create table app.klok (een boolean primary key default true check (een), voorsprong bigint not null default 0);
insert into app.klok default values;

-- One data key per process, wrapped by a versioned master key. Destroying the row makes the process's history unreadable.
create table sleutels.processleutel (
  proces_id uuid not null,
  versie int not null,
  hoofdsleutel int not null,
  verpakt bytea not null,
  primary key (proces_id, versie)
);
`;

/**
 * The row lane's one statement: row (the newest revision wins), timeline (always, so that a late or coalesced projection loses no event),
 * things to do and NOTIFY. It names its municipality itself, so that row-level security holds for the worker too.
 */
const PROJECTEER = `
create function app.noteer_te_doen(gemeente text, proces uuid, rijen jsonb) returns void language plpgsql as $$
begin
  perform set_config('app.gemeenten', gemeente, true);
  insert into app.te_doen (gemeente_code, proces_id, effect_id, soort, naam, voor, op, wat)
  select gemeente, proces, t->>'id', t->>'soort', t->>'naam', t->>'voor', (t->>'op')::date, t->'wat'
  from jsonb_array_elements(rijen) t
  on conflict do nothing;
end $$;

create function app.projecteer(p jsonb) returns void language plpgsql as $$
declare
  s jsonb := p->'snapshot';
  gemeente text := s->>'gemeente';
  proces uuid := (s->>'id')::uuid;
begin
  perform set_config('app.gemeenten', gemeente, true);
  insert into app.proces as r
  values (gemeente, proces, s->>'procestype', (s->>'versie')::int, (s->>'jongereId')::uuid, s->>'onderwerp', s->>'toestand',
    (s->>'afgerond')::boolean, s->>'uitkomst', (s->>'behandelaar')::uuid, (s->>'teLaat')::boolean, s->'storing' <> 'null'::jsonb,
    (s->>'geopendOp')::date, (p->>'eersteTermijn')::date, (p->>'wekOp')::date, (s->>'revisie')::int,
    p->>'openingSleutel', p->'lijst', s)
  on conflict (gemeente_code, id) do update set
    versie = excluded.versie, toestand = excluded.toestand, afgerond = excluded.afgerond, uitkomst = excluded.uitkomst,
    behandelaar = excluded.behandelaar, te_laat = excluded.te_laat, storing = excluded.storing, eerste_termijn = excluded.eerste_termijn,
    wek_op = excluded.wek_op, revisie = excluded.revisie, lijst = excluded.lijst, snapshot = excluded.snapshot
  where excluded.revisie > r.revisie;
  insert into app.gebeurtenis
  select gemeente, proces, (g->>'revisie')::int, (g->>'volgnr')::int, (g->>'tijdstip')::timestamptz, g->'wat'
  from jsonb_array_elements(p->'gebeurtenissen') g
  on conflict do nothing;
  perform app.noteer_te_doen(gemeente, proces, p->'teDoen');
  perform pg_notify('proces', gemeente || ' ' || proces || ' ' || (s->>'revisie'));
end $$;
`;

/**
 * Removes content older than a week that no event of its process names: its action never came. Runs with the owner's rights, because
 * nobody else may delete content, and names all municipalities, because the owner is held to row-level security too.
 */
const VEEG_INHOUD = `
create function app.veeg_inhoud() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  weg bigint;
begin
  perform set_config('app.gemeenten', (select coalesce(string_agg(code, ','), '') from app.gemeente), true);
  delete from app.inhoud i
  where i.gemaakt_op < now() - interval '7 days' and not exists (
    select 1 from app.gebeurtenis g
    where g.gemeente_code = i.gemeente_code and g.proces_id = i.proces_id and strpos(g.wat::text, i.id::text) > 0);
  get diagnostics weg = row_count;
  return weg;
end $$;
revoke execute on function app.veeg_inhoud() from public;
`;

const afgeschermd = (tabel: string): string => `
alter table app.${tabel} enable row level security;
alter table app.${tabel} force row level security;
create policy gemeente on app.${tabel} as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.${tabel} using (true) with check (true);
`;

const RECHTEN = `
grant usage on schema app to leerlijn_api, leerlijn_worker;
grant usage on schema sleutels to leerlijn_api, leerlijn_worker;
grant select on app.gemeente, app.klok, app.migratie to leerlijn_api, leerlijn_worker;
grant select on app.medewerker, app.school, app.schoolvakantie, app.behandelrelatie to leerlijn_api;
grant select, insert, update on app.jongere to leerlijn_api;
grant select on app.proces, app.gebeurtenis to leerlijn_api;
grant select, update (gedaan_op, gedaan_door) on app.te_doen to leerlijn_api;
grant select, insert on app.inhoud to leerlijn_api;
grant select, insert on app.inzage to leerlijn_api;
grant select, insert on sleutels.processleutel to leerlijn_api;
grant select on sleutels.processleutel to leerlijn_worker;
grant select, insert, update on app.proces to leerlijn_worker;
grant select, insert on app.gebeurtenis, app.te_doen to leerlijn_worker;
revoke execute on function app.projecteer(jsonb), app.noteer_te_doen(text, uuid, jsonb) from public;
grant execute on function app.projecteer(jsonb), app.noteer_te_doen(text, uuid, jsonb), app.veeg_inhoud() to leerlijn_worker;
`;
