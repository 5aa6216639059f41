import type { Pool } from 'pg';
import { foutpunt } from '#config';
import type { Kalender } from '#kalender';
import {
  inGemeente,
  leesKaders,
  leesMailRegels,
  MAIL_TAKEN,
  neemMail,
  noteerMailTaak,
  sluitMail,
  sluitVerlorenBrieven,
  stelMailUit,
  type GenomenMail,
  type InGemeente,
  type MailRegel,
} from '#read-model';
import type { Register } from '../register.js';
import { geldtNog } from './geldt.js';
import { tekstVan, type Tekst } from './tekst.js';
import { LANGST_MS, NietVerzonden, type Vervoer } from './vervoer.js';
import { isMailtijd } from './venster.js';

const MINUUT_MS = 60_000;
const DAG_MS = 24 * 60 * MINUUT_MS;
const TEGELIJK = 4;
/** Longer than a conversation may last; whoever died gives his mail back after this. */
const LENING_MS = LANGST_MS + 5_000;
const LANGST_WACHTEN_MS = 60 * MINUUT_MS;
/** A refusal for good may be a mistake of the other side, so it is asked a few times. */
const NEE_TEN_HOOGSTE = 4;

export interface VerstuurOmgeving {
  /** Of the worker's role. */
  pool: Pool;
  register: Register;
  vervoer: Vervoer;
  /** The sender. */
  van: string;
  /** Where people open Leerlijn. */
  adres: string;
  /** What a letter says; without it there are no letters to send. */
  brief?: (gemeente: string, regels: readonly MailRegel[]) => Promise<Tekst>;
  /** From then on no mail is begun. */
  gestopt?: () => boolean;
}

/** How long to wait after the n-th failure: a minute, each time twice as long, to an hour; never the same for two, or all would come back at once. */
export const wachtNaMail = (pogingen: number, toeval = Math.random()): number =>
  Math.min(MINUUT_MS * 2 ** Math.min(pogingen - 1, 20), LANGST_WACHTEN_MS) * (0.8 + 0.4 * toeval);

/**
 * Sends what waits in the outbox of a municipality and gives how many went. Safe in every worker at once and after every death: a reminder may come twice,
 * with one Message-ID; a letter never does.
 */
export async function verstuurMail(o: VerstuurOmgeving, gemeente: string): Promise<number> {
  const als = <T>(werk: (em: InGemeente) => Promise<T>): Promise<T> =>
    inGemeente(o.pool, { gemeenten: [gemeente] }, werk);
  const kalender = await als(async (em) => {
    for (const id of await sluitVerlorenBrieven(em, gemeente, echtNu(em)))
      await laatTaak(em, gemeente, id, 'onbekend');
    return (await leesKaders(em, gemeente))(null, em.vandaag).kalender;
  });
  let verzonden = 0;
  let bereikbaar = true;
  // What came of one mail and the taking up of the next are one transaction.
  const baan = async (): Promise<void> => {
    let vorige: { mail: Genomen; einde: Uitkomst } | undefined;
    for (;;) {
      const klaar = vorige;
      const mail: Genomen | undefined = await als(async (em) => {
        if (klaar) await noteer(em, gemeente, klaar.mail, klaar.einde);
        return bereikbaar && !o.gestopt?.() ? neem(em, gemeente, kalender) : undefined;
      });
      if (!mail) return;
      const einde = await stuur(o, gemeente, mail);
      if (einde === 'verzonden') verzonden += 1;
      if (einde instanceof NietVerzonden && einde.soort === 'server') bereikbaar = false;
      vorige = { mail, einde };
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, baan));
  return verzonden;
}

/** A mail in our hands, with its lines. */
type Genomen = GenomenMail & { regels: readonly MailRegel[] };

/** Loans go by the real clock: a demonstration that moves ours must not take a mail out of another worker's hands. */
const echtNu = (em: InGemeente): Date => new Date(em.nu.getTime() - em.voorsprong);

/** The next mail; undefined when none is due, and outside the hours of mail. */
async function neem(em: InGemeente, gemeente: string, k: Kalender): Promise<Genomen | undefined> {
  if (!isMailtijd(em.nu, em.vandaag, k)) return undefined;
  const nu = echtNu(em);
  const mail = await neemMail(em, gemeente, { nu, tot: new Date(nu.getTime() + LENING_MS) });
  return mail && { ...mail, regels: await leesMailRegels(em, gemeente, mail.id) };
}

type Uitkomst = 'verzonden' | 'vervallen' | NietVerzonden;

async function stuur(o: VerstuurOmgeving, gemeente: string, m: Genomen): Promise<Uitkomst> {
  try {
    const regels = m.regels.filter((r) => geldtNog(o.register, r));
    if (regels.length === 0) return 'vervallen';
    const tekst =
      m.soort !== 'brief'
        ? tekstVan(o.register, o.adres, regels)
        : await (o.brief?.(gemeente, regels) ?? Promise.reject(new NietVerzonden('geen-tekst', 'nee')));
    const zending = { ...tekst, van: o.van, aan: m.aan, messageId: m.message_id, op: m.aangemaakt_op };
    foutpunt('mail.voor');
    await (m.soort === 'brief' ? o.vervoer.stuurEenmaal(zending) : o.vervoer.stuur(zending));
    foutpunt('mail.na');
    return 'verzonden';
  } catch (fout) {
    return fout instanceof NietVerzonden ? fout : new NietVerzonden('fout', 'later');
  }
}

/** Notes what came of one mail. */
async function noteer(em: InGemeente, gemeente: string, m: Genomen, einde: Uitkomst): Promise<void> {
  if (!(einde instanceof NietVerzonden)) {
    await sluitMail(em, gemeente, m, { staat: einde });
    return;
  }
  if (einde.soort !== 'onbekend' && !geeftOp(em, m, einde)) {
    await stelMailUit(em, gemeente, m, new Date(em.nu.getTime() + wachtNaMail(m.pogingen)), einde.code);
    return;
  }
  const staat = einde.soort === 'onbekend' ? 'onbekend' : 'mislukt';
  if (await sluitMail(em, gemeente, m, { staat, fout: einde.code }))
    await laatTaak(em, gemeente, m.id, staat);
}

/** After a few refusals for good, or after a day of trying, somebody must look. */
const geeftOp = (em: InGemeente, m: GenomenMail, { soort }: NietVerzonden): boolean =>
  m.pogingen >= NEE_TEN_HOOGSTE && (soort === 'nee' || em.nu.getTime() - m.aangemaakt_op.getTime() > DAG_MS);

/** One task for one mail, with the first of its processes. */
async function laatTaak(
  em: InGemeente,
  gemeente: string,
  mailId: string,
  taak: 'mislukt' | 'onbekend',
): Promise<void> {
  const [eerste] = await leesMailRegels(em, gemeente, mailId);
  if (eerste) await noteerMailTaak(em, gemeente, eerste.proces_id, MAIL_TAKEN[taak], `mail-${mailId}`);
}
