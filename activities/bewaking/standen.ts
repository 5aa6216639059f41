import type { Pool } from 'pg';
import { eersteWerkdagVanaf } from '#kalender';
import {
  inGemeente,
  leesHartslagen,
  leesKaders,
  telMail,
  telWerk,
  type Hartslagen,
  type MailStand,
  type Vastsoort,
  type WerkStand,
} from '#read-model';
import { mailVanaf } from '../mail/venster.js';
import { RONDE_CODE } from '../toezicht/code.js';
import { telVastgelopen } from '../toezicht/tel.js';

/** All that is counted for measurements. Ages in seconds; null where nothing waits or nothing was ever done. */
export interface Standen {
  vast: { gemeente: string; aantallen: Record<Vastsoort, number> }[];
  mail: MailStand[];
  werk: (Omit<WerkStand, 'herinnering_oudste'> & { herinnering_oudste: number | null })[];
  /** Since the last look for stuck code, and how many it found that have no row. */
  codeRonde: number | null;
  codeZonderRij: number;
}

/** Counts, over all municipalities. In the role of the worker. */
export async function leesStanden(pool: Pool): Promise<Standen> {
  const { rows } = await pool.query<{ code: string }>('select code from app.gemeente');
  const gemeenten = rows.map((r) => r.code);
  const [mail, werk] = await inGemeente(pool, { gemeenten }, async (em) => {
    const mail = await telMail(em);
    const werk = [];
    for (const w of await telWerk(em)) {
      let wacht: number | null = null;
      if (w.herinnering_oudste !== null) {
        const { kalender } = (await leesKaders(em, w.gemeente_code))(null, em.vandaag);
        const kon = mailVanaf(eersteWerkdagVanaf(w.herinnering_oudste, kalender));
        wacht = Math.max(0, (em.nu.getTime() - kon) / 1000);
      }
      werk.push({ ...w, herinnering_oudste: wacht });
    }
    return [mail, werk] as const;
  });
  const ronde: Hartslagen['rondes'] = (await leesHartslagen(pool)).rondes;
  const code = ronde.get(RONDE_CODE);
  return {
    vast: await telVastgelopen(pool),
    mail,
    werk,
    codeRonde: code ? code.msGeleden / 1000 : null,
    codeZonderRij: Number(code?.wat['zonderRij'] ?? 0),
  };
}
