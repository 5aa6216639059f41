import pg from 'pg';

/** Who asks the database something: our API, our worker, or Temporal's server. */
export type Vrager = 'api' | 'worker' | 'temporal';

/** What the database was asked: statements, messages that waited for an answer, and ms of execution. */
export interface Gevraagd {
  opdrachten: number;
  rondes: number;
  ms: number;
}

/** Counts the statements of a cluster. Absent when it lacks pg_stat_statements. */
export interface Teller {
  /** What `werk` made everybody ask, per operation of `aantal`. */
  tel(aantal: number, werk: () => Promise<void>): Promise<Record<Vrager, Gevraagd>>;
  /** The statements of one asker since the last count, dearest first. */
  duurste(vrager: Vrager, hoeveel: number): Promise<{ vraag: string; keer: number; ms: number }[]>;
  sluit(): Promise<void>;
}

const VRAGER = `case when d.datname like 'temporal%' then 'temporal' when r.rolname = 'leerlijn_worker' then 'worker'
  when r.rolname = 'leerlijn_api' then 'api' end`;
const BRON = `from pg_stat_statements s join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid`;

/**
 * Loads pg_stat_statements, for which PostgreSQL has to start anew.
 * @param beheerUrl of a superuser.
 * @param herstart stops PostgreSQL and comes back when it answers again.
 */
export async function maakTeller(
  beheerUrl: string,
  herstart: () => Promise<void>,
): Promise<Teller | undefined> {
  const eerst = await verbind(beheerUrl);
  const { rowCount } = await eerst.query(
    `select from pg_available_extensions where name = 'pg_stat_statements'`,
  );
  if (rowCount !== 0) await eerst.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await eerst.end();
  if (rowCount === 0) return undefined;
  await herstart();
  const client = await verbind(beheerUrl);
  await client.query('create extension if not exists pg_stat_statements');
  const zet = async (wat: 'top' | 'none'): Promise<void> => {
    await client.query(`alter system set pg_stat_statements.track = '${wat}'`);
    await client.query('select pg_reload_conf()');
    await new Promise((klaar) => setTimeout(klaar, 300));
  };
  await zet('none');
  return {
    async tel(aantal, werk) {
      await zet('top');
      await client.query('select pg_stat_statements_reset()');
      await werk();
      // Two statements in one message are one question: `begin` never travels alone.
      const { rows } = await client.query<{ vrager: Vrager | null } & Gevraagd>(
        `select ${VRAGER} as vrager, sum(s.calls)::int as opdrachten,
           sum(s.calls) filter (where lower(s.query) <> 'begin')::int as rondes, sum(s.total_exec_time) as ms
         ${BRON} group by 1`,
      );
      await zet('none');
      const van = (vrager: Vrager): Gevraagd => {
        const r = rows.find((x) => x.vrager === vrager);
        const per = (x: number | undefined): number => (x ?? 0) / aantal;
        return { opdrachten: per(r?.opdrachten), rondes: per(r?.rondes), ms: per(r?.ms) };
      };
      return { api: van('api'), worker: van('worker'), temporal: van('temporal') };
    },
    async duurste(vrager, hoeveel) {
      const { rows } = await client.query<{ vraag: string; keer: number; ms: number }>(
        `select regexp_replace(s.query, '\\s+', ' ', 'g') as vraag, s.calls::int as keer, s.total_exec_time as ms
         ${BRON} where ${VRAGER} = $1 order by s.total_exec_time desc limit $2`,
        [vrager, hoeveel],
      );
      return rows;
    },
    sluit: () => client.end(),
  };
}

async function verbind(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
