import { leesConfigOfStop, type Config } from '#config';

/** What to say where the Klok cannot be moved. */
export const KLOK_STAAT_VAST =
  'De Klok staat vast. Met een database of Temporal-server van elders is zij alleen te verzetten met LEERLIJN_KLOK=instelbaar.';

/**
 * The settings of the stack that `npm start` starts, for every command that works on it. With our own PostgreSQL and Temporal
 * it is a demonstration, whose Klok can be moved; with a database or server from elsewhere only when that is said.
 * Writes errors to stderr and ends the process with code 2.
 */
export function leesStackConfigOfStop(env: Readonly<Record<string, string | undefined>>): Config {
  const elders = env['DATABASE_URL'] || env['TEMPORAL_ADDRESS'];
  return leesConfigOfStop({
    ...env,
    LEERLIJN_KLOK: env['LEERLIJN_KLOK'] || (elders ? 'vast' : 'instelbaar'),
  });
}
