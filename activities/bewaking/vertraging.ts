import type { Pool } from 'pg';
import { eersteWerkdagVanaf } from '#kalender';
import {
  inGemeente,
  leesHartslagen,
  leesKaders,
  leesVerzondenHerinneringen,
  meldRonde,
  neemRonde,
} from '#read-model';
import { mailVanaf } from '../mail/venster.js';

const RONDE = 'vertraging';
/** Less than the pace at which each worker asks, so that no turn is lost to a late clock. */
const IEDERE_MS = 8_000;

/**
 * The reminders that were mailed since the last round: how many seconds after 8:00 of the first working day on which each could have gone. Of several
 * workers one has the turn, so that each reminder is counted once; the others get undefined. A worker that dies in its turn loses some.
 */
export async function meetVertraging(
  pool: Pool,
): Promise<{ gemeente: string; seconden: number[] }[] | undefined> {
  if (!(await neemRonde(pool, RONDE, IEDERE_MS))) return undefined;
  const vorige = (await leesHartslagen(pool)).rondes.get(RONDE)?.wat['tot'];
  const { rows } = await pool.query<{ code: string }>('select code from app.gemeente order by code');
  const uit = [];
  let tot: Date | undefined;
  for (const { code: gemeente } of rows)
    uit.push(
      await inGemeente(pool, { gemeenten: [gemeente] }, async (em) => {
        // What is sent in this very moment may be kept after we looked: the next round takes it.
        const nu = new Date((tot ??= new Date(em.nu.getTime() - 2_000)));
        if (typeof vorige !== 'string') return { gemeente, seconden: [] };
        const { kalender } = (await leesKaders(em, gemeente))(null, em.vandaag);
        const verzonden = await leesVerzondenHerinneringen({ ...em, nu }, gemeente, new Date(vorige));
        const seconden = verzonden.map(({ op, verzonden_op }) =>
          Math.max(0, (verzonden_op.getTime() - mailVanaf(eersteWerkdagVanaf(op, kalender))) / 1000),
        );
        return { gemeente, seconden };
      }),
    );
  await meldRonde(pool, RONDE, { tot: (tot ?? new Date()).toISOString() });
  return uit;
}
