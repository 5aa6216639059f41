import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SCHOOLJAAR } from '../../test/simulatie/cijfers.js';
import { maakPlan } from '../../test/simulatie/plan.js';
import { speelSchooljaar } from '../../test/simulatie/spel.js';
import { isGoed, verslagRegels } from '../../test/simulatie/verslag.js';
import { maakBalk } from './balk.js';
import { eindigMetFout, OpstartFout } from './opstart-fout.js';
import { voortgangNaar } from './stappen.js';
import { commit } from './test-delen.js';
import { ruimTestRestenOp, startTestStack, type TestStack } from './test-stack.js';

/* `npm run simuleer`: plays a school year of Hengelo and Borne on a stack of its own, with time skipped, and reports (docs/simulatie.md). */

const GEBRUIK = `Gebruik:
  npm run simuleer -- [--schooljaar ${SCHOOLJAAR}] [--deel 0.1] [--zaad 7]
    --schooljaar  alleen van ${SCHOOLJAAR} zijn de aantallen bekend
    --deel        hoeveel van het jaar wordt gespeeld, van 0.05 tot en met 1 (het hele jaar)
    --zaad        waar het toeval begint; hetzelfde zaad geeft hetzelfde jaar`;
/** Of less there are more routes than reports. */
const KLEINSTE_DEEL = 0.05;
const MAP = join('docs', 'metingen');

interface Keuze {
  deel: number;
  zaad: number;
}

function leesKeuze(): Keuze {
  const tekst = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { schooljaar: tekst, deel: tekst, zaad: tekst },
    strict: true,
  });
  const deel = Number(values.deel ?? '1');
  const zaad = Number(values.zaad ?? Date.now() % 2 ** 31);
  const goed =
    (values.schooljaar ?? SCHOOLJAAR) === SCHOOLJAAR &&
    deel >= KLEINSTE_DEEL &&
    deel <= 1 &&
    Number.isSafeInteger(zaad) &&
    zaad >= 0;
  if (!goed) throw new OpstartFout(GEBRUIK);
  return { deel, zaad };
}

let stack: TestStack | undefined;

async function stopStack(): Promise<void> {
  const lopend = stack;
  stack = undefined;
  await lopend?.stop();
}

async function hoofd(): Promise<void> {
  const keuze = leesKeuze();
  const { stap, zeg } = voortgangNaar((regel) => process.stderr.write(`${regel}\n`));
  zeg(`Zaad ${keuze.zaad}, deel ${keuze.deel}`);
  await ruimTestRestenOp();
  stack = await stap('stack voor de simulatie', () => startTestStack({ duurzaam: false }));
  try {
    const balk = maakBalk(process.stderr);
    const u = await speelSchooljaar(stack.beschrijving, maakPlan(keuze.zaad, keuze.deel), balk.toon);
    balk.klaar();
    const tekst = `${verslagRegels(u).join('\n')}\n`;
    process.stdout.write(tekst);
    if (keuze.deel === 1) bewaar(tekst, keuze);
    process.exitCode = isGoed(u) ? 0 : 1;
  } finally {
    await stopStack();
  }
}

function bewaar(tekst: string, { zaad }: Keuze): void {
  const dag = new Date().toISOString().slice(0, 10);
  const bestand = join(MAP, `${dag}-simulatie.md`);
  mkdirSync(MAP, { recursive: true });
  const hoe = `Gemeten op ${dag}, commit ${commit()}: \`npm run simuleer -- --schooljaar ${SCHOOLJAAR} --zaad ${zaad}\`.`;
  writeFileSync(bestand, `${tekst}\n${hoe}\n`);
  process.stderr.write(`Bewaard in ${bestand}\n`);
}

for (const signaal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signaal, () => void stopStack().finally(() => process.exit(130)));
}
await hoofd().catch((fout: unknown) => {
  const vorm = fout instanceof TypeError && 'code' in fout && String(fout.code).startsWith('ERR_PARSE_ARGS');
  eindigMetFout(vorm ? new OpstartFout(GEBRUIK) : fout);
});
