import { sql, type Kysely } from 'kysely';

/**
 * Nearly every decision changes a row that is there and keeps its kader: a plain update then, which neither tries an insert first nor touches
 * the kader. The row also says since when a term is late and on whom outside the team the process waits: what a supervisor asks of all rows at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(KOLOMMEN).execute(db);
  await sql.raw(PROJECTEER).execute(db);
}

/** Rows of before have them from their next decision on. */
const KOLOMMEN = `
alter table app.proces
  add column te_laat_sinds date,
  add column wacht_op text,
  add column wacht_sinds date;
`;

/** As in 0006, with an update of its own where no kader comes along. */
const PROJECTEER = `
create or replace function app.projecteer(p jsonb) returns void language plpgsql as $$
declare
  s jsonb := p->'snapshot';
  gemeente text := s->>'gemeente';
  proces uuid := (s->>'id')::uuid;
  kader_mee jsonb := coalesce(p->'kader', s->'kader');
  eerste int := (p->'gebeurtenissen'->0->>'revisie')::int;
  eerste_op timestamptz := (p->'gebeurtenissen'->0->>'tijdstip')::timestamptz;
  duo jsonb := p->'duo';
  nieuwer boolean;
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
  if kader_mee is null then
    update app.proces r set
      versie = (s->>'versie')::int, toestand = s->>'toestand', afgerond = (s->>'afgerond')::boolean, uitkomst = s->>'uitkomst',
      behandelaar = (s->>'behandelaar')::uuid, te_laat = (s->>'teLaat')::boolean, storing = s->'storing' <> 'null'::jsonb,
      eerste_termijn = (p->>'eersteTermijn')::date, wek_op = (p->>'wekOp')::date, revisie = (s->>'revisie')::int,
      lijst = p->'lijst', snapshot = s, besloten_op = (p->>'besloten')::timestamptz, te_laat_sinds = (p->>'teLaatSinds')::date,
      wacht_op = p->>'wachtOp', wacht_sinds = (p->>'wachtSinds')::date
    where r.gemeente_code = gemeente and r.id = proces
      and (r.besloten_op, r.revisie) < ((p->>'besloten')::timestamptz, (s->>'revisie')::int);
    nieuwer := found;
    if not nieuwer and not exists (select from app.proces r where r.gemeente_code = gemeente and r.id = proces) then
      raise exception 'Rij ontbreekt; zij komt met haar kader';
    end if;
  else
    insert into app.proces as r
    values (gemeente, proces, s->>'procestype', (s->>'versie')::int, (s->>'jongereId')::uuid, s->>'onderwerp', s->>'toestand',
      (s->>'afgerond')::boolean, s->>'uitkomst', (s->>'behandelaar')::uuid, (s->>'teLaat')::boolean, s->'storing' <> 'null'::jsonb,
      (s->>'geopendOp')::date, (p->>'eersteTermijn')::date, (p->>'wekOp')::date, (s->>'revisie')::int,
      p->>'openingSleutel', p->'lijst', s, (p->>'besloten')::timestamptz, kader_mee, (p->>'teLaatSinds')::date,
      p->>'wachtOp', (p->>'wachtSinds')::date)
    on conflict (gemeente_code, id) do update set
      versie = excluded.versie, toestand = excluded.toestand, afgerond = excluded.afgerond, uitkomst = excluded.uitkomst,
      behandelaar = excluded.behandelaar, te_laat = excluded.te_laat, storing = excluded.storing, eerste_termijn = excluded.eerste_termijn,
      wek_op = excluded.wek_op, revisie = excluded.revisie, lijst = excluded.lijst, snapshot = excluded.snapshot,
      besloten_op = excluded.besloten_op, kader = excluded.kader, te_laat_sinds = excluded.te_laat_sinds,
      wacht_op = excluded.wacht_op, wacht_sinds = excluded.wacht_sinds
    where (excluded.besloten_op, excluded.revisie) > (r.besloten_op, r.revisie);
    nieuwer := found;
  end if;
  if duo is not null then
    -- An older snapshot that comes late still brings its reports, but no status.
    perform app.duo_bijwerken(gemeente, proces, (s->>'jongereId')::uuid, case when nieuwer then duo else duo - 'status' end,
      (p->>'besloten')::timestamptz);
  end if;
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
