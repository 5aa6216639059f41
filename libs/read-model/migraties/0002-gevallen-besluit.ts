import { sql, type Kysely } from 'kysely';

/**
 * The row is written inside the workflow task that decided, before Temporal has that task. A task can be dropped after that (its worker or
 * the server dies, too many ask at once), and then the process decides again: perhaps on another act first. What a dropped task wrote must
 * give way to what was decided later, or row and timeline would show an act that never was. So each row knows when it was decided.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(KOLOM).execute(db);
  await sql.raw(LAAT_VERVALLEN).execute(db);
  await sql.raw(PROJECTEER).execute(db);
}

const KOLOM = `alter table app.proces add column besloten_op timestamptz not null default '-infinity';`;

/** Nobody else may take anything from a timeline, so it has the owner's rights; it names its municipality, for the owner is held to row-level security too. */
const LAAT_VERVALLEN = `
create function app.laat_vervallen(gemeente text, proces uuid, vanaf int, besloten timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('app.gemeenten', gemeente, true);
  with weg as (
    delete from app.gebeurtenis e
    where e.gemeente_code = gemeente and e.proces_id = proces and e.revisie >= vanaf and e.tijdstip < besloten
    returning e.revisie)
  delete from app.te_doen t
  where t.gemeente_code = gemeente and t.proces_id = proces and split_part(t.effect_id, '.', 1)::int in (select revisie from weg);
end $$;
revoke execute on function app.laat_vervallen(text, uuid, int, timestamptz) from public;
grant execute on function app.laat_vervallen(text, uuid, int, timestamptz) to leerlijn_worker;
`;

/** As in 0001, with the order of decisions in place of that of revisions. */
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
  if eerste is not null then
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
    p->>'openingSleutel', p->'lijst', s, (p->>'besloten')::timestamptz)
  on conflict (gemeente_code, id) do update set
    versie = excluded.versie, toestand = excluded.toestand, afgerond = excluded.afgerond, uitkomst = excluded.uitkomst,
    behandelaar = excluded.behandelaar, te_laat = excluded.te_laat, storing = excluded.storing, eerste_termijn = excluded.eerste_termijn,
    wek_op = excluded.wek_op, revisie = excluded.revisie, lijst = excluded.lijst, snapshot = excluded.snapshot,
    besloten_op = excluded.besloten_op
  where (excluded.besloten_op, excluded.revisie) > (r.besloten_op, r.revisie);
  insert into app.gebeurtenis
  select gemeente, proces, (g->>'revisie')::int, (g->>'volgnr')::int, (g->>'tijdstip')::timestamptz, g->'wat'
  from jsonb_array_elements(p->'gebeurtenissen') g
  on conflict do nothing;
  perform app.noteer_te_doen(gemeente, proces, p->'teDoen');
  perform pg_notify('proces', gemeente || ' ' || proces || ' ' || (s->>'revisie'));
end $$;
`;
