import { sql, type Kysely } from 'kysely';

/**
 * The kader of a process is two fifths of its snapshot and hardly ever changes: in a column of its own it is written once, and the rest stays
 * small enough to need no compression.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(KOLOM).execute(db);
  await sql.raw(PROJECTEER).execute(db);
}

/** The owner is held to row-level security too, so it names all municipalities. */
const KOLOM = `
alter table app.proces add column kader jsonb;
select set_config('app.gemeenten', (select coalesce(string_agg(code, ','), '') from app.gemeente), true);
update app.proces set kader = snapshot->'kader', snapshot = snapshot - 'kader';
alter table app.proces alter column kader set not null;
`;

/** As in 0002; without a kader the row keeps the one it has. */
const PROJECTEER = `
create or replace function app.projecteer(p jsonb) returns void language plpgsql as $$
declare
  s jsonb := p->'snapshot';
  gemeente text := s->>'gemeente';
  proces uuid := (s->>'id')::uuid;
  eerste int := (p->'gebeurtenissen'->0->>'revisie')::int;
  eerste_op timestamptz := (p->'gebeurtenissen'->0->>'tijdstip')::timestamptz;
begin
  perform set_config('app.gemeenten', gemeente, true);
  if exists (select from app.gebeurtenis e where e.gemeente_code = gemeente and e.proces_id = proces and e.revisie >= eerste) then
    -- What comes too late from a dropped task changes nothing: the same revision was decided again since.
    if exists (select from app.gebeurtenis e
        where e.gemeente_code = gemeente and e.proces_id = proces and e.revisie = eerste and e.tijdstip > eerste_op) then
      return;
    end if;
    if exists (select from app.gebeurtenis e
        where e.gemeente_code = gemeente and e.proces_id = proces and e.revisie >= eerste and e.tijdstip < eerste_op) then
      perform app.laat_vervallen(gemeente, proces, eerste, eerste_op);
    end if;
  end if;
  insert into app.proces as r
  values (gemeente, proces, s->>'procestype', (s->>'versie')::int, (s->>'jongereId')::uuid, s->>'onderwerp', s->>'toestand',
    (s->>'afgerond')::boolean, s->>'uitkomst', (s->>'behandelaar')::uuid, (s->>'teLaat')::boolean, s->'storing' <> 'null'::jsonb,
    (s->>'geopendOp')::date, (p->>'eersteTermijn')::date, (p->>'wekOp')::date, (s->>'revisie')::int,
    p->>'openingSleutel', p->'lijst', s, (p->>'besloten')::timestamptz,
    coalesce(p->'kader', s->'kader', (select b.kader from app.proces b where b.gemeente_code = gemeente and b.id = proces)))
  on conflict (gemeente_code, id) do update set
    versie = excluded.versie, toestand = excluded.toestand, afgerond = excluded.afgerond, uitkomst = excluded.uitkomst,
    behandelaar = excluded.behandelaar, te_laat = excluded.te_laat, storing = excluded.storing, eerste_termijn = excluded.eerste_termijn,
    wek_op = excluded.wek_op, revisie = excluded.revisie, lijst = excluded.lijst, snapshot = excluded.snapshot,
    besloten_op = excluded.besloten_op, kader = coalesce(p->'kader', s->'kader', r.kader)
  where (excluded.besloten_op, excluded.revisie) > (r.besloten_op, r.revisie);
  insert into app.gebeurtenis
  select gemeente, proces, (g->>'revisie')::int, (g->>'volgnr')::int, (g->>'tijdstip')::timestamptz, g->'wat'
  from jsonb_array_elements(p->'gebeurtenissen') g
  on conflict do nothing;
  if p->'teDoen' <> '[]'::jsonb then
    perform app.noteer_te_doen(gemeente, proces, p->'teDoen');
  end if;
  perform pg_notify('proces', gemeente || ' ' || proces || ' ' || (s->>'revisie'));
end $$;
`;
