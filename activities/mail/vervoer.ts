import { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Tekst } from './tekst.js';

/** What goes over the line. */
export interface Zending extends Tekst {
  van: string;
  aan: string;
  messageId: string;
  op: Date;
}

/** How a conversation with the mail server ended, when it did not end well. `code` says nothing of anybody. */
export class NietVerzonden extends Error {
  constructor(
    readonly code: string,
    /** `server`: nobody was there, so others need not be tried. `nee`: a refusal for good (5xx). `later`: any other refusal. `onbekend`: it may have arrived. */
    readonly soort: 'server' | 'nee' | 'later' | 'onbekend',
  ) {
    super(code);
    this.name = 'NietVerzonden';
  }
}

/** The way to the mail server. */
export interface Vervoer {
  /** @throws {NietVerzonden} A mail that may have arrived all the same comes back as `later`: again with the same Message-ID is right for a reminder. */
  stuur(z: Zending): Promise<void>;
  /** Over a conversation of its own that nobody repeats. @throws {NietVerzonden}, `onbekend` from the moment that the text went out without an answer. */
  stuurEenmaal(z: Zending): Promise<void>;
  sluit(): void;
}

export interface VervoerOpties {
  /** Holds a password: never log it. */
  url: string;
  /** How long any silence of the other side may last, ms. */
  stilte?: number;
  /** How long a whole conversation may last, ms: a tarpit answers now and then. */
  langst?: number;
}

const STILTE_MS = 15_000;
export const LANGST_MS = 25_000;
const TEGELIJK = 4;
/** Errors of a line that never came to be; one that breaks later has another name, or none. */
const GEEN_SERVER = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EDNS',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETLS',
  'EAUTH',
];

/** Connects when there is something to send. */
export function maakVervoer({ url, stilte = STILTE_MS, langst = LANGST_MS }: VervoerOpties): Vervoer {
  const tijden = { connectionTimeout: stilte, greetingTimeout: stilte, socketTimeout: stilte };
  let bus: Transporter | undefined;
  // Never requeued by the pool: how often we tried stands in the outbox, or nowhere.
  const open = (): Transporter =>
    (bus ??= createTransport({
      url,
      pool: true,
      maxConnections: TEGELIJK,
      maxRequeues: 0,
      ...tijden,
    } as never));
  const sluit = (): void => {
    bus?.close();
    bus = undefined;
  };
  return {
    sluit,
    async stuur(z) {
      const gebruikt = open();
      try {
        await binnen(gebruikt.sendMail(alsBericht(z)), langst);
      } catch (fout) {
        // Whoever answers a letter at a time would hold a connection of the pool for ever.
        if (fout instanceof NietVerzonden && bus === gebruikt) sluit();
        throw vertaald(fout, 'later');
      }
    },
    async stuurEenmaal(z) {
      const rauw = await new MailComposer(alsBericht(z)).compile().build();
      const lijn = new SMTPConnection({ ...parseConnectionUrl(url), ...tijden });
      let begonnen = false;
      // Read only once the server has taken the envelope: before that nothing can have arrived.
      const tekst = new Readable({
        read() {
          begonnen = true;
          this.push(rauw);
          this.push(null);
        },
      });
      try {
        await binnen(gesprek(lijn, url, z, tekst), langst);
        lijn.quit();
      } catch (fout) {
        lijn.close();
        throw vertaald(fout, begonnen ? 'onbekend' : 'later');
      }
    },
  };
}

const alsBericht = (z: Zending): object => ({
  from: { name: 'Leerlijn', address: z.van },
  to: z.aan,
  subject: z.onderwerp,
  text: z.tekst,
  html: z.html,
  messageId: z.messageId,
  date: z.op,
  // Nobody's automatic reply should come back (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** One conversation: connect, sign in when the address says so, one mail. */
function gesprek(lijn: SMTPConnection, url: string, z: Zending, tekst: Readable): Promise<void> {
  const { auth } = parseConnectionUrl(url);
  return new Promise((goed, fout) => {
    lijn.once('error', fout);
    lijn.once('end', () => fout(Object.assign(new Error('verbroken'), { code: 'ECONNRESET' })));
    const stuur = (): void =>
      lijn.send({ from: z.van, to: [z.aan] }, tekst, (mis) => (mis ? fout(mis) : goed()));
    lijn.connect((mis) => {
      if (mis) fout(mis);
      else if (auth) lijn.login(auth, (mis2) => (mis2 ? fout(mis2) : stuur()));
      else stuur();
    });
  });
}

/** The outcome, or an error after `ms`. */
function binnen<T>(belofte: Promise<T>, ms: number): Promise<T> {
  let wekker: NodeJS.Timeout | undefined;
  const teLaat = new Promise<never>((_, weiger) => {
    wekker = setTimeout(() => weiger(new NietVerzonden('te-lang', 'later')), ms);
  });
  // What comes after that is for nobody.
  belofte.catch(() => undefined);
  return Promise.race([belofte, teLaat]).finally(() => clearTimeout(wekker));
}

/** An error of the line as ours. A reply of the server is a clear no; without one it is what `zonderAntwoord` says. */
function vertaald(fout: unknown, zonderAntwoord: 'later' | 'onbekend'): NietVerzonden {
  const { code, originalCode, responseCode } = fout as Record<string, unknown>;
  if (typeof responseCode === 'number')
    return new NietVerzonden(String(responseCode), responseCode >= 500 ? 'nee' : 'later');
  const naam = [originalCode, code].find((x) => typeof x === 'string') ?? 'fout';
  if (zonderAntwoord === 'onbekend') return new NietVerzonden(naam, 'onbekend');
  return new NietVerzonden(naam, GEEN_SERVER.includes(naam) ? 'server' : 'later');
}
