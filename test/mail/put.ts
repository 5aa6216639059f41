import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a mail server may do with a recipient or a text. A number is an SMTP reply; `stil` never answers; `verbreek` hangs up after the text came. */
export type Gedrag = number | 'stil' | 'verbreek' | undefined;

export interface Ontvangen {
  aan: string;
  rauw: string;
  mail: Email;
}

/** A mail server that keeps what it accepts and misbehaves as it is told. */
export interface Put {
  readonly url: string;
  readonly poort: number;
  readonly berichten: Ontvangen[];
  /** At RCPT TO. */
  bijAdres: (aan: string) => Gedrag;
  /** After the whole text came. One that is refused or hung up on is kept in `gezien`, not in `berichten`. */
  bijTekst: (aan: string) => Gedrag;
  /** Every text that reached us, also when we did not say so. */
  readonly gezien: Ontvangen[];
  voor(aan: string): Ontvangen[];
  sluit(): Promise<void>;
}

const antwoord = (code: number): Error => Object.assign(new Error('nee'), { responseCode: code });

export async function startPut(poort = 0): Promise<Put> {
  const lijnen = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _sessie, klaar) {
      const g = put.bijAdres(address);
      if (g === 'stil') return;
      klaar(typeof g === 'number' ? antwoord(g) : undefined);
    },
    onData(stroom, sessie, klaar) {
      const delen: Buffer[] = [];
      stroom.on('data', (deel: Buffer) => delen.push(deel));
      stroom.on('end', () => {
        const rauw = Buffer.concat(delen).toString();
        void PostalMime.parse(rauw).then((mail) => {
          for (const { address: aan } of sessie.envelope.rcptTo) {
            const bericht = { aan, rauw, mail };
            put.gezien.push(bericht);
            const g = put.bijTekst(aan);
            if (g === 'stil') return;
            if (g === 'verbreek') {
              for (const lijn of lijnen) lijn.destroy();
              return;
            }
            if (typeof g === 'number') return klaar(antwoord(g));
            put.berichten.push(bericht);
          }
          klaar();
        });
      });
    },
  });
  server.server.on('connection', (lijn: Socket) => {
    lijnen.add(lijn);
    lijn.on('close', () => lijnen.delete(lijn));
  });
  // A client that is killed resets its connection.
  server.on('error', () => undefined);
  await new Promise<void>((klaar) => {
    server.listen(poort, '127.0.0.1', () => klaar());
  });
  const echt = (server.server.address() as AddressInfo).port;
  const put: Put = {
    url: `smtp://127.0.0.1:${echt}`,
    poort: echt,
    berichten: [],
    gezien: [],
    bijAdres: () => undefined,
    bijTekst: () => undefined,
    voor: (aan) => put.berichten.filter((b) => b.aan === aan),
    sluit: () =>
      new Promise((klaar) => {
        for (const lijn of lijnen) lijn.destroy();
        server.close(() => klaar());
      }),
  };
  return put;
}
