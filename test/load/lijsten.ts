import { join } from 'node:path';
import { BORNE, SCHOOL_BORNE } from '../../infra/local/demo-gebruikers.js';
import type { Voortgang } from '../../infra/local/stappen.js';
import type { TestStack } from '../../infra/local/test-stack.js';
import { meldAan } from '../../libs/test-kit/stack.js';
import { Verbinding } from './http.js';
import type { Omvang } from './meet-alles.js';
import { maakOnze } from './onze.js';
import {
  kopieer,
  laatVastlopen,
  meetLijst,
  vastgelopen,
  vulAan,
  WERKLIJST,
  type LijstMeting,
} from './werklijst.js';

const OPEN_IN_LIJST = 2_000;

/** Borne has 2,000 open processes, and round them the table grows: its officer reads the work list, its teamleider what is stuck. */
export async function meetLijsten(
  stack: TestStack,
  omvang: Pick<Omvang, 'lijsten' | 'lijstSeconden' | 'echteProcessen'>,
  { stap }: Voortgang,
): Promise<LijstMeting[]> {
  const { databaseUrl } = stack;
  const borne = await maakOnze(stack.beschrijving, {
    gemeente: BORNE,
    school: SCHOOL_BORNE,
    jongeren: OPEN_IN_LIJST,
  });
  const id = await borne.start();
  const voorbeeld = { gemeente: BORNE, id };
  await stap('2.000 lopende processen', async () => {
    if (!omvang.echteProcessen) return kopieer(databaseUrl, voorbeeld, BORNE, OPEN_IN_LIJST - 1, 0);
    let over = OPEN_IN_LIJST - 1;
    const beurten = Array.from({ length: 8 }, async () => {
      while (over-- > 0) await borne.start();
    });
    await Promise.all(beurten);
  });
  await laatVastlopen(databaseUrl, [BORNE]);
  const { token } = await meldAan(stack.beschrijving, 'teamleider', { gemeente: BORNE });
  const teamleider = new Verbinding(stack.beschrijving.apiUrl, token);
  const uit: LijstMeting[] = [];
  const hoe = {
    log: join(stack.config.staat, 'logs', 'api.log'),
    seconden: omvang.lijstSeconden,
    pids: { api: stack.pid('api')!, postgres: stack.pid('postgres')! },
  };
  for (const rijen of omvang.lijsten) {
    await stap(`${rijen} rijen`, async () => {
      await vulAan(databaseUrl, voorbeeld, rijen);
      await laatVastlopen(databaseUrl);
    });
    for (const [wie, lijst] of [
      [borne.verbinding, WERKLIJST],
      [teamleider, vastgelopen(BORNE)],
    ] as const)
      uit.push(await stap(`${lijst.naam} bij ${rijen} rijen`, () => meetLijst(databaseUrl, wie, lijst, hoe)));
  }
  teamleider.sluit();
  return uit;
}
