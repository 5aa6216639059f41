import type pg from 'pg';

type Vraagbaak = Pick<pg.Pool, 'query'>;

/** The lead of our clock over the real one, in milliseconds; 0 in production. */
export async function leesVoorsprong(db: Vraagbaak): Promise<number> {
  const { rows } = await db.query<{ voorsprong: string | number }>('select voorsprong from app.klok');
  return Number(rows[0]!.voorsprong);
}

/**
 * Sets our clock to a moment (epoch ms), or leaves it when it stands later: time does not go back.
 * @param eigenaar in the role of the owner of the schema; no service may do this.
 */
export async function zetKlokOp(eigenaar: Vraagbaak, moment: number): Promise<void> {
  await eigenaar.query('update app.klok set voorsprong = greatest(voorsprong, $1)', [moment - Date.now()]);
}
