import { SMTPServer } from 'smtp-server';
import type { Bewaarplaats } from './bewaarplaats.js';

const HOOGSTENS_BYTES = 10_485_760;

/** A mail server that takes everything and passes nothing on. */
export function maakOntvanger(plaats: Bewaarplaats): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: HOOGSTENS_BYTES,
    logger: false,
    onData(stroom, _, klaar) {
      const delen: Buffer[] = [];
      stroom.on('data', (deel: Buffer) => delen.push(deel));
      stroom.on('end', () => {
        try {
          plaats.bewaar(Buffer.concat(delen));
          klaar();
        } catch {
          klaar(Object.assign(new Error('Niet bewaard'), { responseCode: 452 }));
        }
      });
    },
  });
  // A sender that goes away in the middle is its own affair.
  server.on('error', () => undefined);
  return server;
}
