import { sql, type Kysely } from 'kysely';

/**
 * Settings of a municipality as a journal, and the calendar of each school in versions. Nothing in either is ever changed or removed: what
 * was valid on which day can always be told.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABELLEN).execute(db);
  for (const tabel of ['instelling', 'schoolkalender']) await sql.raw(afscherming(tabel)).execute(db);
  await sql.raw(OVERNEMEN).execute(db);
  await sql.raw(INSTELLINGEN_OP).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const TABELLEN = `
create table app.instelling (
  gemeente_code text not null references app.gemeente,
  -- Of the municipality's settings together: each change is the next one, so that two at once cannot both be.
  versie int not null,
  naam text not null,
  -- Null: back to the default of the house.
  waarde jsonb,
  geldig_vanaf date not null,
  -- The last day; then what was valid before counts again.
  geldig_tot date check (geldig_tot >= geldig_vanaf),
  -- False for what no process may know (an address).
  naar_proces boolean not null,
  door uuid,
  vastgelegd_op timestamptz not null,
  primary key (gemeente_code, versie)
);
create index instelling_naam on app.instelling (gemeente_code, naam, geldig_vanaf desc, versie desc);

create table app.schoolkalender (
  gemeente_code text not null,
  brin text not null,
  versie int not null,
  bekend_tot date not null,
  door uuid,
  vastgelegd_op timestamptz,
  primary key (gemeente_code, brin, versie),
  foreign key (gemeente_code, brin) references app.school
);

-- The holidays of a school are those of its kalender_versie; the others are what it said before.
alter table app.schoolvakantie add column versie int not null default 1;
`;

/** The owner is held to row-level security too, so it names all municipalities. */
const OVERNEMEN = `
select set_config('app.gemeenten', (select coalesce(string_agg(code, ','), '') from app.gemeente), true);
update app.schoolvakantie v set versie = s.kalender_versie
  from app.school s where s.gemeente_code = v.gemeente_code and s.brin = v.brin;
alter table app.schoolvakantie drop constraint schoolvakantie_pkey;
alter table app.schoolvakantie add primary key (gemeente_code, brin, versie, van);
insert into app.instelling (gemeente_code, versie, naam, waarde, geldig_vanaf, naar_proces, vastgelegd_op)
select g.code, g.instellingen_versie + row_number() over (partition by g.code order by i.key), i.key, i.value, current_date, true, now()
from app.gemeente g, jsonb_each(g.instellingen) i;
alter table app.gemeente drop column instellingen;
`;

/**
 * What counts on a day: of each setting the row with the latest beginning, and of two of one day the one recorded last. \`versie\` names that set:
 * it counts the beginnings and the ends up to that day, and rows never begin before the day they are recorded on, so it only goes up.
 */
const INSTELLINGEN_OP = `
create function app.instellingen_op(gemeente text, dag date) returns table (versie int, waarden jsonb) language sql stable as $$
  select
    (select g.instellingen_versie from app.gemeente g where g.code = gemeente)
      + (select count(*) filter (where i.geldig_vanaf <= dag) + count(*) filter (where i.geldig_tot < dag)
         from app.instelling i where i.gemeente_code = gemeente and i.naar_proces)::int,
    coalesce((select jsonb_object_agg(x.naam, x.waarde) from (
      select distinct on (i.naam) i.naam, i.waarde from app.instelling i
      where i.gemeente_code = gemeente and i.naar_proces and i.geldig_vanaf <= dag and (i.geldig_tot is null or i.geldig_tot >= dag)
      order by i.naam, i.geldig_vanaf desc, i.versie desc) x where x.waarde is not null), '{}')
$$;
`;

const afscherming = (tabel: string): string => `
alter table app.${tabel} enable row level security;
alter table app.${tabel} force row level security;
create policy gemeente on app.${tabel} as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.${tabel} using (true) with check (true);
`;

/** The worker begins the run of what became valid by itself. */
const RECHTEN = `
grant select, insert on app.instelling, app.schoolkalender to leerlijn_api;
grant select on app.instelling to leerlijn_worker;
grant insert on app.schoolvakantie to leerlijn_api;
grant update (kalender_versie, kalender_bekend_tot) on app.school to leerlijn_api;
grant insert on app.klus, app.klus_regel to leerlijn_worker;
`;
