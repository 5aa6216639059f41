import { sql, type Kysely } from 'kysely';

/**
 * Contact moments without a process (settled reading 16), and the base of the percentage of the annual report: how many youths of a municipality
 * were leerplichtig or kwalificatieplichtig in a school year, which only the municipality knows. Nothing in either is ever changed or removed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABELLEN).execute(db);
  for (const tabel of ['contactmoment', 'jaargrondslag']) await sql.raw(afscherming(tabel)).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const TABELLEN = `
create table app.contactmoment (
  gemeente_code text not null,
  -- Follows from the request (its Idempotency-Key), so that a repeat is no second contact in the figures.
  id uuid not null,
  jongere_id uuid not null,
  soort text not null check (soort in ('telefonisch', 'gesprek', 'huisbezoek')),
  op date not null,
  -- Encrypted with the key of this id, as app.inhoud is with that of its process.
  verslag bytea,
  sleutel_versie int,
  door uuid not null,
  vastgelegd_op timestamptz not null,
  primary key (gemeente_code, id),
  foreign key (gemeente_code, jongere_id) references app.jongere,
  check ((verslag is null) = (sleutel_versie is null))
);
create index contactmoment_jongere on app.contactmoment (gemeente_code, jongere_id, op desc, id desc);
create index contactmoment_op on app.contactmoment (gemeente_code, op);

create table app.jaargrondslag (
  gemeente_code text not null references app.gemeente,
  schooljaar text not null check (schooljaar ~ '^[0-9]{4}-[0-9]{4}$'),
  -- The highest counts; what was said before stays, so that a printed percentage can always be told.
  versie int not null check (versie > 0),
  leerplichtigen int not null check (leerplichtigen > 0),
  door uuid not null,
  vastgelegd_op timestamptz not null,
  primary key (gemeente_code, schooljaar, versie)
);
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
grant select, insert on app.contactmoment, app.jaargrondslag to leerlijn_api;
`;
