/** The task queue of the floors; their worker is a process of its own. */
export const VLOER_TAAKRIJ = 'vloer';

/** The table of floor B, and the right of the worker to write it. */
export const VLOER_TABEL = `create schema if not exists meting;
  create table if not exists meting.vloer (id uuid primary key, revisie int not null, stand jsonb not null);
  grant usage on schema meting to leerlijn_worker;
  grant select, insert, update on meting.vloer to leerlijn_worker;`;

/** The one statement of floor B. */
export const VLOER_RIJ = `insert into meting.vloer as r values ($1, $2, $3)
  on conflict (id) do update set revisie = excluded.revisie, stand = excluded.stand where excluded.revisie > r.revisie`;
