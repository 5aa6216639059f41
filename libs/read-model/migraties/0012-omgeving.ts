import { sql, type Kysely } from 'kysely';

/**
 * What surrounds the work: for which municipality another one works and from when to when, of which kind a school is, the reference of a youth in
 * the package of the municipality, how he left school, and who sat at a meeting about him, his school or his group.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(OPDRACHT).execute(db);
  await sql.raw(SCHOOL).execute(db);
  await sql.raw(JONGERE).execute(db);
  await sql.raw(CONTACTMOMENT).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const OPDRACHT = `
create table app.opdracht (
  -- Who does the work.
  gemeente_code text not null references app.gemeente,
  id uuid not null,
  -- For whom; that municipality need not work with this installation.
  opdrachtgever_code text not null check (opdrachtgever_code ~ '^[0-9]{4}$' and opdrachtgever_code <> gemeente_code),
  opdrachtgever_naam text not null,
  werk text not null check (werk in ('leerplicht', 'verzuim', 'doorstroompunt')),
  van date not null,
  -- The last day; null while no end is agreed.
  tot date check (tot >= van),
  door uuid not null,
  vastgelegd_op timestamptz not null,
  beeindigd_door uuid,
  beeindigd_op timestamptz,
  primary key (gemeente_code, id)
);
create index opdracht_opdrachtgever on app.opdracht (gemeente_code, opdrachtgever_code, werk, van);
alter table app.opdracht enable row level security;
alter table app.opdracht force row level security;
create policy gemeente on app.opdracht as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.opdracht using (true) with check (true);
`;

const SCHOOL = `
alter table app.school
  add column schoolsoort text check (schoolsoort in ('po', 'vo', 'vso', 'pro', 'isk', 'mbo')),
  add column samenwerkingsverband text check (samenwerkingsverband ~ '^[0-9]{2}-[0-9]{2}$'),
  -- Goes up with every change of the two above; the calendar has versions of its own.
  add column gegevens_versie int not null default 1;
`;

const JONGERE = `
alter table app.jongere
  -- The number of this youth in Carel: no name, but personal all the same.
  add column carel_id text check (carel_id ~ '^[A-Za-z0-9._-]{1,40}$'),
  -- How he left school, as Intergrip counts it, and when.
  add column uitstroom text check (uitstroom in ('gepland', 'ongepland')),
  add column uitstroom_op date,
  add constraint jongere_uitstroom_heel check ((uitstroom is null) = (uitstroom_op is null));
create unique index jongere_carel on app.jongere (gemeente_code, carel_id) where carel_id is not null;
create index jongere_uitstroom on app.jongere (gemeente_code, uitstroom_op) where uitstroom_op is not null;
create index jongere_kwetsbaar on app.jongere (gemeente_code, id) where kwetsbaar;
`;

const CONTACTMOMENT = `
alter table app.contactmoment
  drop constraint contactmoment_soort_check,
  add constraint contactmoment_soort_check check (soort in ('telefonisch', 'gesprek', 'huisbezoek', 'sat', 'mdo')),
  -- Null when it is about a school or a group, and about no youth in particular.
  alter column jongere_id drop not null,
  add column brin text,
  add column groep text,
  add column deelnemers text[] not null default '{}',
  add constraint contactmoment_school foreign key (gemeente_code, brin) references app.school,
  add constraint contactmoment_over check ((jongere_id is null) <> (brin is null) and (groep is null or brin is not null)),
  add constraint contactmoment_deelnemers check ((soort in ('sat', 'mdo')) = (cardinality(deelnemers) > 0));
create index contactmoment_van_school on app.contactmoment (gemeente_code, brin, op desc, id desc) where brin is not null;
`;

/** What was agreed stays: only its end is still to come. */
const RECHTEN = `
grant select, insert, update (tot, beeindigd_door, beeindigd_op) on app.opdracht to leerlijn_api;
grant update (schoolsoort, samenwerkingsverband, gegevens_versie) on app.school to leerlijn_api;
`;
