import type { Pool } from 'pg';
import { foutpunt } from '#config';
import { inGemeente, meldNietVerzonden, meldVerzonden, neemPartij } from '#read-model';
import type { DuoVerbinding } from './verbinding.js';

/** One file stays readable, and is written in a moment. */
const PER_PARTIJ = 1_000;
const MINUUT_MS = 60_000;
/** Whoever claimed a batch and died gives it back after this. */
const LENING_MS = 5 * MINUUT_MS;
const LANGST_WACHTEN_MS = 4 * 60 * MINUUT_MS;

/** How long to wait after the n-th failure: a minute, and each time twice as long, to four hours. */
export const wachtNa = (pogingen: number): number =>
  Math.min(MINUUT_MS * 2 ** Math.min(pogingen - 1, 20), LANGST_WACHTEN_MS);

/**
 * Sends what DUO must hear, per municipality in order, and gives how many lines went. Safe in every worker at once and after every death: a
 * batch gets its number before it is sent, and the connector knows that number again.
 * @param o.pool of the worker's role.
 */
export async function verstuurTerugmeldingen(o: { pool: Pool; verbinding: DuoVerbinding }): Promise<number> {
  const { rows } = await o.pool.query<{ code: string }>('select code from app.gemeente order by code');
  let verzonden = 0;
  for (const { code } of rows) verzonden += await vanGemeente(o, code);
  return verzonden;
}

async function vanGemeente(
  { pool, verbinding }: { pool: Pool; verbinding: DuoVerbinding },
  gemeente: string,
): Promise<number> {
  const als = <T>(werk: Parameters<typeof inGemeente<T>>[2]): Promise<T> =>
    inGemeente(pool, { gemeenten: [gemeente] }, werk);
  for (let verzonden = 0; ;) {
    const regels = await als((em) =>
      neemPartij(em, gemeente, new Date(em.nu.getTime() + LENING_MS), PER_PARTIJ),
    );
    if (!regels) return verzonden;
    const { partij: nummer, pogingen } = regels[0]! as { partij: number; pogingen: number };
    try {
      await verbinding.stuur({ gemeente, nummer, regels });
    } catch (fout) {
      await als((em) =>
        meldNietVerzonden(em, gemeente, nummer, codeVan(fout), new Date(em.nu.getTime() + wachtNa(pogingen))),
      );
      return verzonden;
    }
    foutpunt('duo.verzonden');
    await als((em) => meldVerzonden(em, gemeente, nummer));
    verzonden += regels.length;
  }
}

/** Of an error only what it is called: its message may name a path or a person. */
const codeVan = (fout: unknown): string =>
  fout instanceof Error
    ? 'code' in fout && typeof fout.code === 'string'
      ? fout.code
      : fout.name
    : 'onbekend';
