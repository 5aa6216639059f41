import { randomUUID } from 'node:crypto';
import { plusDagen, vandaagOp } from '#kalender';
import { HENGELO, SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';
import type { TestStackBeschrijving } from '../../infra/local/test-stack.js';
import { demo, meldAan } from '../../libs/test-kit/stack.js';
import type { Doel } from './doel.js';
import { Verbinding } from './http.js';
import { jongereId, maakJongeren } from './jongeren.js';

export interface OnzeOpties {
  gemeente?: string;
  school?: string;
  /** How many youths stand ready: each start takes one. */
  jongeren: number;
  /** The number of the first youth. */
  vanaf?: number;
  pids?: Readonly<Record<string, number>>;
}

/** Our own API, as an officer uses it: `vrijstelling`, complete, doctor designated, statement received. */
export interface Onze extends Doel {
  readonly verbinding: Verbinding;
}

/** Signs an officer in, makes the youths and gives the target. Nothing is warm yet. */
export async function maakOnze(stack: TestStackBeschrijving, opties: OnzeOpties): Promise<Onze> {
  const { gemeente = HENGELO, school = SCHOOL_HENGELO, vanaf = 1, jongeren } = opties;
  await maakJongeren(stack.databaseUrl, gemeente, school, vanaf, vanaf + jongeren - 1);
  const { token } = await meldAan(stack, 'leerplichtambtenaar', { gemeente });
  const verbinding = new Verbinding(stack.apiUrl, token);
  const vandaag = vandaagOp(Date.now());
  const acties: [actie: string, invoer: Record<string, string>][] = [
    ['volledigVerklaard', {}],
    ['artsAanwijzen', { artsId: demo('arts', gemeente).sub }],
    [
      'verklaringOntvangen',
      {
        oordeel: 'ongeschikt',
        getekendOp: plusDagen(vandaag, -10),
        verklaring: 'Verklaring voor een meting.',
      },
    ],
  ];
  let volgende = vanaf;
  return {
    naam: 'onze',
    pids: opties.pids ?? {},
    verbinding,
    async start() {
      const gegevens = { grond: 'art5onderA', kennisgevingOp: vandaag };
      const vraag = { procestype: 'vrijstelling', jongereId: jongereId(gemeente, volgende++), gegevens };
      return (await verbinding.vraag<{ id: string }>('POST', '/processen', randomUUID(), vraag)).id;
    },
    async handel(id, nummer) {
      const [actie, invoer] = acties[nummer]!;
      await verbinding.vraag('POST', `/processen/${id}/acties/${actie}`, randomUUID(), invoer);
    },
  };
}
