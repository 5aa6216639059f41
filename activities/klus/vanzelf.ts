import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { maakProcessleutel, type Hoofdsleutels } from '#codec';
import { bewaarKlus, inGemeente, leesOpenIds, vanzelfIngegaan } from '#read-model';

const SOORT = 'kaderBijwerken';

/**
 * Stores the work of telling every open process of the settings whose day has come, once; `beginWachtendeKlussen` begins it. Safe to do in every
 * worker at once. What was changed for the same day waits for somebody who has seen the preview.
 */
export async function bewaarVanzelfIngegaan(o: { pool: Pool; hoofdsleutels: Hoofdsleutels }): Promise<void> {
  const { rows } = await o.pool.query<{ code: string }>('select code from app.gemeente order by code');
  for (const { code: gemeente } of rows)
    await inGemeente(o.pool, { gemeenten: [gemeente] }, async (em) => {
      const nieuw = await vanzelfIngegaan(em, gemeente, SOORT);
      if (!nieuw) return;
      const id = randomUUID();
      await maakProcessleutel(em, o.hoofdsleutels, id);
      const regels = (await leesOpenIds(em, gemeente)).map((proces) => ({ id: proces }));
      await bewaarKlus(em, { gemeente, id, soort: SOORT, gegevens: { reden: 'ingegaan' }, ...nieuw, regels });
    });
}
