import { join } from 'node:path';
import { maakVervoer, planMail, register, verstuurMail } from '#activities';
import { leesDienstConfig } from '#config';
import { maakPool } from '#read-model';
import { Bewaarplaats } from '../../apps/postvak/bewaarplaats.js';
import { GEMEENTEN } from '../../infra/local/demo-gebruikers.js';
import type { TestStackBeschrijving } from '../../infra/local/test-stack.js';
import type { Bevinding } from './controle.js';
import type { Plan } from './plan.js';
import type { Toestand } from './toestand.js';

/** The rounds of the mailer, asked for: a day that is played is shorter than the rest between two of the worker's own. */
export class Post {
  private readonly pool;
  private readonly vervoer;
  private readonly omgeving;
  private readonly domein: string;

  constructor(private readonly stack: TestStackBeschrijving) {
    const { databaseUrl, smtpUrl, mailVan, adres } = leesDienstConfig(stack.env);
    this.pool = maakPool(databaseUrl, 'leerlijn_worker', 4);
    this.vervoer = maakVervoer({ url: smtpUrl });
    this.domein = mailVan.split('@').at(-1)!;
    this.omgeving = { pool: this.pool, register, vervoer: this.vervoer, van: mailVan, adres };
  }

  /** Plans and sends what may go now, beside the worker, which does the same. */
  async ronde(): Promise<void> {
    for (const gemeente of Object.keys(GEMEENTEN)) {
      await planMail({ pool: this.pool, register, domein: this.domein }, gemeente);
      await verstuurMail(this.omgeving, gemeente);
    }
  }

  /** Every reminder was taken up, every mail was delivered once, and none says who it is about. */
  async klopt(t: Toestand, plan: Plan): Promise<Bevinding[]> {
    const nietGemeld = await t.nietGemeld();
    const mails = await t.mails();
    const plek = new Bewaarplaats(join(this.stack.staat, 'postvak'));
    const keer = new Map<string, number>();
    const namen = plan.zaken.flatMap((z) => [z.jongere.bsn, z.jongere.achternaam]);
    const verboden = new RegExp(`\\b(${[...new Set(namen)].join('|')})\\b`);
    const gezegd: string[] = [];
    for (const id of plek.ids()) {
      const m = (await plek.lees(id))!;
      keer.set(m.messageId, (keer.get(m.messageId) ?? 0) + 1);
      if (verboden.test(`${m.onderwerp} ${m.tekst} ${m.html}`)) gezegd.push('een mail noemt een jongere');
    }
    const verzonden = mails.filter((m) => m.staat === 'verzonden');
    const fout = [
      ...mails
        .filter((m) => !['verzonden', 'vervallen'].includes(m.staat))
        .map((m) => `een ${m.soort} is ${m.staat}`),
      ...verzonden
        .filter((m) => keer.get(m.message_id) !== 1)
        .map((m) => `een ${m.soort} is ${keer.get(m.message_id) ?? 0} keer bezorgd`),
    ];
    if (keer.size !== verzonden.length) fout.push(`${keer.size} bezorgd, ${verzonden.length} verzonden`);
    return [
      {
        wat: 'herinneringen die de postbode heeft opgepakt',
        n: nietGemeld.alle,
        fout: nietGemeld.open > 0 ? [`${nietGemeld.open} niet opgepakt`] : [],
      },
      { wat: 'mails, elk een keer bezorgd', n: verzonden.length, fout },
      { wat: 'mails zonder naam of nummer van een jongere', n: plek.ids().length, fout: gezegd },
    ];
  }

  async sluit(): Promise<void> {
    this.vervoer.sluit();
    await this.pool.end();
  }
}
