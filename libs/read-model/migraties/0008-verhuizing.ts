import { sql, type Kysely } from 'kysely';

/** What changes in the life of a youth: where he came from and went to, his startkwalificatie, and whether he is known as vulnerable. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(KOLOMMEN).execute(db);
  await sql.raw(RECHTEN).execute(db);
}

const KOLOMMEN = `
alter table app.jongere
  add column startkwalificatie_op date,
  -- Known as a youth in a vulnerable position (JIKP): gets an overdracht at 17 and a half also without an open process.
  add column kwetsbaar boolean not null default false,
  -- The same youth in another municipality: a reference, no content.
  add column verhuisd_naar_gemeente text,
  add column verhuisd_naar_id uuid,
  add column verhuisd_op date,
  add column verhuisd_van_gemeente text,
  add column verhuisd_van_id uuid;
`;

const RECHTEN = `
grant insert, update on app.jongere to leerlijn_worker;
`;
