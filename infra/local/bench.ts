import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KORT, LANG, meetAlles } from '../../test/load/meet-alles.js';
import { rapport } from '../../test/load/rapport.js';
import { eindigMetFout } from './opstart-fout.js';
import { voortgangNaar, type Voortgang } from './stappen.js';
import { ruimTestRestenOp, startTestStack, type TestStack } from './test-stack.js';

/*
 * `npm run bench [-- --kort] [--rust]`: measures starts and actions beside what Temporal itself can do, what an action costs, and
 * the werklijst. Writes the long measurement into docs/metingen.
 */

const RUST_SECONDEN = 20;
const MAP = join('docs', 'metingen');

const args = process.argv.slice(2);
if (args.some((a) => a !== '--kort' && a !== '--rust')) {
  process.stderr.write(
    `Gebruik: npm run bench [-- --kort] [--rust]\n  --kort  in ongeveer een minuut\n  --rust  wacht voor iedere fase hoogstens ${RUST_SECONDEN} s tot de machine rustig is\n`,
  );
  process.exit(2);
}
const omvang = args.includes('--kort') ? KORT : LANG;
const plan = { ...omvang.plan, geduldSeconden: args.includes('--rust') ? RUST_SECONDEN : 0 };

let stack: TestStack | undefined;

async function hoofd(): Promise<void> {
  const voortgang = voortgangNaar((regel) => process.stderr.write(`${regel}\n`));
  await ruimTestRestenOp();
  // As in production: the Klok is fixed, and the API logs a line per request, which says how long it worked on it.
  const env = { LEERLIJN_KLOK: 'vast', LOG_LEVEL: 'info' };
  const lopend = await voortgang.stap('stack voor de meting', () => startTestStack({ env }));
  stack = lopend;
  try {
    await meet(lopend, voortgang);
  } finally {
    await stopStack();
  }
}

async function meet(lopend: TestStack, voortgang: Voortgang): Promise<void> {
  const uitkomsten = await meetAlles(lopend, omvang, voortgang);
  const tekst = rapport(
    uitkomsten,
    { ...omvang, plan },
    ['npm run bench', ...(args.length > 0 ? ['--'] : []), ...args].join(' '),
  );
  process.stdout.write(tekst);
  if (omvang === KORT) return;
  mkdirSync(MAP, { recursive: true });
  const bestand = join(MAP, `${new Date().toISOString().slice(0, 10)}-bench.md`);
  writeFileSync(bestand, tekst);
  process.stderr.write(`Bewaard in ${bestand}\n`);
}

async function stopStack(): Promise<void> {
  const lopend = stack;
  stack = undefined;
  await lopend?.stop();
}

for (const signaal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signaal, () => void stopStack().finally(() => process.exit(130)));
}
await hoofd().catch(eindigMetFout);
