import type { Pool } from 'pg';
import { maakGrenzen, telPerGemeente, type Vastsoort } from '#read-model';
import { processen } from '#workflows';

const grenzenVan = maakGrenzen(Object.values(processen));

/** How many are stuck, by municipality and kind: the numbers behind the measurements. @param pool of the worker's or the API's role. */
export const telVastgelopen = (
  pool: Pool,
): Promise<{ gemeente: string; aantallen: Record<Vastsoort, number> }[]> => telPerGemeente(pool, grenzenVan);
