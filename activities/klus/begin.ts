import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { beginVanKlus, KLUS } from '#process';
import { inGemeente, meldGestart, nietGestarteKlussen } from '#read-model';

/** Begins the run of every piece of work that nobody began. Safe to do in every worker at once. */
export async function beginWachtendeKlussen(o: { pool: Pool; client: Client }): Promise<void> {
  const { rows } = await o.pool.query<{ code: string }>('select code from app.gemeente order by code');
  for (const { code } of rows) {
    const als = <T>(werk: Parameters<typeof inGemeente<T>>[2]): Promise<T> =>
      inGemeente(o.pool, { gemeenten: [code] }, werk);
    for (const k of await als(nietGestarteKlussen)) {
      await o.client.workflow
        .start(KLUS, beginVanKlus({ gemeente: code, id: k.id }))
        .catch((fout: unknown) => {
          if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
        });
      await als((em) => meldGestart(em, k));
    }
  }
}
