import { setTimeout as slaap } from 'node:timers/promises';
import type { Pool } from 'pg';
import { inGemeente, meldRonde, neemRonde, RONDE_MAIL, telGeweigerd } from '#read-model';
import { register } from '../register.js';
import { planMail } from './plan.js';
import { maakVervoer } from './vervoer.js';
import { verstuurMail, type VerstuurOmgeving } from './verstuur.js';

/** How long the mailer rests between two rounds. */
const RUST_MS = 5_000;

export interface PostbodeOpties {
  /** Of the worker's role, and of the mailer alone: a slow mail server takes no connection from the processes. */
  pool: Pool;
  /** Holds a password: never log it. */
  smtpUrl: string;
  mailVan: string;
  adres: string;
  /** Hears of each round in which something went, or that failed; counts only. */
  meld: (ronde: { verzonden: number } | { mislukt: true }) => void;
  brief?: VerstuurOmgeving['brief'];
}

/** The mailer: plans and sends, municipality by municipality, until it is stopped. */
export function startPostbode(o: PostbodeOpties): { stop(): Promise<void> } {
  const einde = new AbortController();
  const { signal } = einde;
  const vervoer = maakVervoer({ url: o.smtpUrl });
  const domein = o.mailVan.split('@').at(-1)!;
  const omgeving: VerstuurOmgeving = {
    pool: o.pool,
    register,
    vervoer,
    van: o.mailVan,
    adres: o.adres,
    gestopt: () => signal.aborted,
    ...(o.brief && { brief: o.brief }),
  };
  const ronde = async (): Promise<void> => {
    const { rows } = await o.pool.query<{ code: string }>('select code from app.gemeente order by code');
    let verzonden = 0;
    for (const { code } of rows) {
      if (signal.aborted) return;
      await planMail({ pool: o.pool, register, domein }, code);
      verzonden += await verstuurMail(omgeving, code);
    }
    if (verzonden > 0) o.meld({ verzonden });
    // For supervision: a mail server that takes nothing must be seen long before somebody misses a reminder.
    const gemeenten = rows.map((r) => r.code);
    const geweigerd = await inGemeente(o.pool, { gemeenten }, telGeweigerd);
    await neemRonde(o.pool, RONDE_MAIL, 0);
    await meldRonde(o.pool, RONDE_MAIL, { geweigerd });
  };
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      await ronde().catch(() => o.meld({ mislukt: true }));
      await slaap(RUST_MS, undefined, { signal }).catch(() => undefined);
    }
  };
  const klaar = loop();
  return {
    async stop() {
      einde.abort();
      // Ends what a mail server keeps waiting; such a mail comes again, with the same Message-ID.
      vervoer.sluit();
      await klaar;
      vervoer.sluit();
    },
  };
}
