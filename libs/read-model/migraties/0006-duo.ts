import { sql, type Kysely } from 'kysely';

/**
 * Reports of absence from DUO, and the ledger of what goes back. A report stands here before its process is opened, so that none gets lost. Its
 * status follows from that process and is written in the same transaction as the process's row: which status belongs to which state the
 * worker says (activities/duo), here it is only stored.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABELLEN).execute(db);
  for (const tabel of ['verzuimmelding', 'duo_terugmelding']) await sql.raw(afscherming(tabel)).execute(db);
  await sql.raw(STATUS).execute(db);
  await sql.raw(PROJECTEER).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const STATUSSEN = `('geregistreerd', 'inBehandeling', 'afgesloten', 'ingetrokken', 'terKennisgeving')`;

const TABELLEN = `
create table app.verzuimmelding (
  gemeente_code text not null,
  -- DUO's own number; never reused.
  meldingnummer text not null check (meldingnummer ~ '^[0-9]{1,12}$'),
  jongere_id uuid not null,
  soort text not null check (soort in ('zestienUur', 'langdurig', 'luxe', 'overig', 'absoluut', 'achttienPlus')),
  verzuim_vanaf date,
  verzuim_tot date,
  zestien_uur_op date,
  uren int,
  aantal_te_laat int,
  brin text,
  -- Made for the spreekuur itself (settled reading 7).
  spreekuur boolean not null default false,
  ontvangen_op date not null,
  vastgelegd_op timestamptz not null,
  -- The work that brought it in.
  klus_id uuid not null,
  -- The process that handles it; null until it is attached.
  proces_id uuid,
  -- What DUO hears; null until it is attached.
  status text check (status in ${STATUSSEN}),
  reden text,
  primary key (gemeente_code, meldingnummer),
  foreign key (gemeente_code, jongere_id) references app.jongere
);
create index verzuimmelding_jongere on app.verzuimmelding (gemeente_code, jongere_id);
create index verzuimmelding_proces on app.verzuimmelding (gemeente_code, proces_id);
create index verzuimmelding_vastgelegd on app.verzuimmelding (gemeente_code, vastgelegd_op desc, meldingnummer desc);

-- One row for each change of status of a report: what DUO must hear, once, in order.
create table app.duo_terugmelding (
  gemeente_code text not null,
  meldingnummer text not null,
  volgnr int not null,
  status text not null check (status in ${STATUSSEN}),
  reden text,
  -- Who tells DUO, by the setting at that moment: a later change of the setting sends no old news.
  afzender text not null check (afzender in ('leerlijn', 'pakket')),
  aangemaakt_op timestamptz not null,
  -- The batch that it travels in; its number is the name of the file, so that a repeat is recognised.
  partij int,
  pogingen int not null default 0,
  volgende_poging_op timestamptz not null,
  fout text,
  verzonden_op timestamptz,
  primary key (gemeente_code, meldingnummer, volgnr),
  foreign key (gemeente_code, meldingnummer) references app.verzuimmelding
);
create index duo_terugmelding_open on app.duo_terugmelding (gemeente_code, aangemaakt_op) where verzonden_op is null and afzender = 'leerlijn';
create index duo_terugmelding_partij on app.duo_terugmelding (gemeente_code, partij desc nulls last);
create index duo_terugmelding_lijst on app.duo_terugmelding (gemeente_code, aangemaakt_op, meldingnummer, volgnr);
`;

const afscherming = (tabel: string): string => `
alter table app.${tabel} enable row level security;
alter table app.${tabel} force row level security;
create policy gemeente on app.${tabel} as restrictive
  using (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')))
  with check (gemeente_code = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy toegang on app.${tabel} using (true) with check (true);
`;

/**
 * \`duo_status\` gives these reports a status and notes it in the ledger when it is new. A withdrawn report stays withdrawn; with \`eerste\` only
 * reports that have no status yet get one. \`duo_bijwerken\` attaches reports to a process and gives all of its reports the status that \`d\` says:
 * {meldingen, ingetrokken, status, reden, eerste, overlap: {van, tot, status, reden}}.
 */
const STATUS = `
-- Who tells DUO, by the journal of settings of migration 0007: the package of the municipality, unless it says otherwise.
create function app.duo_afzender(gemeente text, dag date) returns text language plpgsql stable as $$
begin
  return case when (select i.waarde #>> '{}' from app.instelling i
    where i.gemeente_code = gemeente and i.naam = 'duoAfzender' and i.geldig_vanaf <= dag and (i.geldig_tot is null or i.geldig_tot >= dag)
    order by i.geldig_vanaf desc, i.versie desc limit 1) = 'leerlijn' then 'leerlijn' else 'pakket' end;
end $$;

create function app.duo_status(gemeente text, nummers text[], nieuw text, waarom text, eerste boolean, op timestamptz) returns void
language plpgsql as $$
begin
  with gewijzigd as (
    update app.verzuimmelding m set status = nieuw, reden = waarom
    where m.gemeente_code = gemeente and m.meldingnummer = any (nummers)
      and (m.status is null or (not eerste and m.status <> 'ingetrokken' and (m.status, m.reden) is distinct from (nieuw, waarom)))
    returning m.meldingnummer)
  insert into app.duo_terugmelding (gemeente_code, meldingnummer, volgnr, status, reden, afzender, aangemaakt_op, volgende_poging_op)
  select gemeente, g.meldingnummer,
    (select coalesce(max(t.volgnr), 0) + 1 from app.duo_terugmelding t
      where t.gemeente_code = gemeente and t.meldingnummer = g.meldingnummer),
    nieuw, waarom, app.duo_afzender(gemeente, (op at time zone 'Europe/Amsterdam')::date), op, op
  from gewijzigd g;
end $$;

create function app.duo_bijwerken(gemeente text, proces uuid, jongere uuid, d jsonb, op timestamptz) returns void language plpgsql as $$
declare
  geraakt text[] := '{}';
  alle text[];
begin
  if d->'meldingen' <> '[]'::jsonb then
    update app.verzuimmelding m set proces_id = proces
    where m.gemeente_code = gemeente and m.jongere_id = jongere and m.proces_id is distinct from proces
      and m.meldingnummer in (select jsonb_array_elements_text(d->'meldingen'));
  end if;
  select array_agg(m.meldingnummer) into alle from app.verzuimmelding m where m.gemeente_code = gemeente and m.proces_id = proces;
  -- Most processes have none: that must cost one look in an index.
  if d->>'status' is null or alle is null then
    return;
  end if;
  perform app.duo_status(gemeente, array(select jsonb_array_elements_text(d->'ingetrokken') intersect select unnest(alle)),
    'ingetrokken', null, false, op);
  if d ? 'overlap' then
    -- Absence without an end went on at least until it was reported.
    select coalesce(array_agg(m.meldingnummer), '{}') into geraakt from app.verzuimmelding m
    where m.gemeente_code = gemeente and m.proces_id = proces
      and coalesce(m.verzuim_vanaf, m.zestien_uur_op, m.ontvangen_op) <= coalesce((d#>>'{overlap,tot}')::date, 'infinity')
      and coalesce(m.verzuim_tot, m.ontvangen_op) >= (d#>>'{overlap,van}')::date;
    perform app.duo_status(gemeente, geraakt, d#>>'{overlap,status}', d#>>'{overlap,reden}', false, op);
  end if;
  perform app.duo_status(gemeente, array(select unnest(alle) except select unnest(geraakt)), d->>'status', d->>'reden',
    coalesce((d->>'eerste')::boolean, false), op);
end $$;
`;

/** As in 0003, with the reports that the process handles. */
const PROJECTEER = `
create or replace function app.projecteer(p jsonb) returns void language plpgsql as $$
declare
  s jsonb := p->'snapshot';
  gemeente text := s->>'gemeente';
  proces uuid := (s->>'id')::uuid;
  eerste int := (p->'gebeurtenissen'->0->>'revisie')::int;
  eerste_op timestamptz := (p->'gebeurtenissen'->0->>'tijdstip')::timestamptz;
  duo jsonb := p->'duo';
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
  if duo is not null then
    -- An older snapshot that comes late still brings its reports, but no status.
    perform app.duo_bijwerken(gemeente, proces, (s->>'jongereId')::uuid, case when found then duo else duo - 'status' end,
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

const RECHTEN = `
grant select, insert on app.verzuimmelding to leerlijn_api;
grant select on app.duo_terugmelding to leerlijn_api;
grant select, update (proces_id, status, reden) on app.verzuimmelding to leerlijn_worker;
grant select, insert, update (partij, pogingen, volgende_poging_op, fout, verzonden_op) on app.duo_terugmelding to leerlijn_worker;
revoke execute on function app.duo_afzender(text, date), app.duo_status(text, text[], text, text, boolean, timestamptz),
  app.duo_bijwerken(text, uuid, uuid, jsonb, timestamptz) from public;
grant execute on function app.duo_afzender(text, date), app.duo_status(text, text[], text, text, boolean, timestamptz),
  app.duo_bijwerken(text, uuid, uuid, jsonb, timestamptz) to leerlijn_worker;
`;
