import type pg from 'pg';
import { inGemeente, type InGemeente } from '../in-gemeente.js';
import { telSoorten, type Grenzen, type Vastsoort } from './toezicht.js';

/**
 * How many are stuck, by municipality and kind, of all municipalities: for measurements, which show numbers and nobody. Of each at most
 * one more than `TELT_TOT`.
 * @param grenzenVan what counts as stuck in the municipalities of the transaction; see `maakGrenzen`.
 */
export async function telPerGemeente(
  pool: pg.Pool,
  grenzenVan: (em: InGemeente) => Promise<Grenzen[]>,
): Promise<{ gemeente: string; aantallen: Record<Vastsoort, number> }[]> {
  const { rows } = await pool.query<{ code: string }>('select code from app.gemeente order by code');
  const uit = [];
  for (const { code: gemeente } of rows) {
    const { aantallen } = await inGemeente(pool, { gemeenten: [gemeente] }, async (em) =>
      telSoorten(em, await grenzenVan(em), { zonder: [] }),
    );
    uit.push({ gemeente, aantallen });
  }
  return uit;
}
