import { sql, type Kysely } from 'kysely';

/** Where somebody can be reached, and who stands in for him while he is away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABELLEN).execute(db);
  await sql.raw(AFSCHERMING).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const TABELLEN = `
alter table app.medewerker add column mailadres text;

create table app.afwezigheid (
  gemeente_code text not null references app.gemeente,
  id uuid not null,
  medewerker_id uuid not null,
  vervanger_id uuid not null check (vervanger_id <> medewerker_id),
  van date not null,
  -- The last day; null while it is not known.
  tot date check (tot >= van),
  door uuid not null,
  vastgelegd_op timestamptz not null,
  primary key (gemeente_code, id)
);
create index afwezigheid_medewerker on app.afwezigheid (gemeente_code, medewerker_id, van);
create index afwezigheid_vervanger on app.afwezigheid (gemeente_code, vervanger_id, van);
`;

const AFSCHERMING = `
alter table app.afwezigheid enable row level security;
alter table app.afwezigheid force row level security;
create policy gemeente on app.afwezigheid as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.afwezigheid using (true) with check (true);
`;

const RECHTEN = `
grant select, insert, update, delete on app.afwezigheid to leerlijn_api;
grant select on app.afwezigheid to leerlijn_worker;
grant update (actief, mailadres) on app.medewerker to leerlijn_api;
`;
