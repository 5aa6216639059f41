import { sql, type Kysely } from 'kysely';

/** Work on many rows that goes on in the background, and can be resumed: an import, a setting that goes to every open process. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABELLEN).execute(db);
  for (const tabel of ['klus', 'klus_regel']) await sql.raw(afscherming(tabel)).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const TABELLEN = `
create table app.klus (
  gemeente_code text not null references app.gemeente,
  id uuid not null,
  soort text not null,
  -- What it needs beside its rows: ids, dates and enumerations only.
  gegevens jsonb not null,
  -- The same piece of work twice (the same file) is one: its hash, or null when that cannot be.
  kenmerk text,
  totaal int not null,
  door uuid not null,
  aangemaakt_op timestamptz not null,
  gestart boolean not null default false,
  klaar_op timestamptz,
  primary key (gemeente_code, id),
  unique (gemeente_code, soort, kenmerk)
);
create index klus_open on app.klus (aangemaakt_op) where klaar_op is null;

create table app.klus_regel (
  gemeente_code text not null,
  klus_id uuid not null,
  nr int not null,
  invoer jsonb not null,
  staat text not null default 'wacht' check (staat in ('wacht', 'gedaan', 'overgeslagen', 'mislukt')),
  -- What came of it: ids and codes only.
  uitkomst jsonb,
  primary key (gemeente_code, klus_id, nr),
  foreign key (gemeente_code, klus_id) references app.klus
);
create index klus_regel_open on app.klus_regel (gemeente_code, klus_id, nr) where staat = 'wacht';
`;

const afscherming = (tabel: string): string => `
alter table app.${tabel} enable row level security;
alter table app.${tabel} force row level security;
create policy gemeente on app.${tabel} as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.${tabel} using (true) with check (true);
`;

const RECHTEN = `
grant select, insert, update (gestart) on app.klus to leerlijn_api;
grant select, insert on app.klus_regel to leerlijn_api;
grant select, update (gestart, klaar_op) on app.klus to leerlijn_worker;
grant select, update (staat, uitkomst) on app.klus_regel to leerlijn_worker;
`;
