import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meetLijsten } from '../../test/load/lijsten.js';
import { KORT, LANG, meetAlles } from '../../test/load/meet-alles.js';
import { meetOchtend } from '../../test/load/ochtend.js';
import { ochtendVerslag } from '../../test/load/ochtend-verslag.js';
import { rapport } from '../../test/load/rapport.js';
import { herkomst } from '../../test/load/herkomst.js';
import { doelTabel, lijstDoelen, lijstTabel } from '../../test/load/verslag.js';
import { eindigMetFout } from './opstart-fout.js';
import { voortgangNaar, type Voortgang } from './stappen.js';
import { ruimTestRestenOp, startTestStack, type TestStack } from './test-stack.js';

/*
 * `npm run bench [-- --kort] [--rust]`: measures starts and actions beside what Temporal itself can do, what an action costs, and
 * the lists; `-- --lijsten [--kort]` the lists alone. `-- --ochtend [N]`: N reminders that are due on one midnight, beside N bare timers. Writes the long measurements into
 * docs/metingen.
 */

const RUST_SECONDEN = 20;
const MAP = join('docs', 'metingen');

const args = process.argv.slice(2);
const ochtend = args[0] === '--ochtend' ? Number(args[1] ?? 10_000) : undefined;
if (
  ochtend === undefined
    ? args.some((a) => !['--kort', '--rust', '--lijsten'].includes(a))
    : args.length > 2 || !(ochtend >= 100 && ochtend <= 50_000)
) {
  process.stderr.write(
    `Gebruik: npm run bench [-- --kort] [--rust] [--lijsten] | [-- --ochtend [aantal]]\n  --kort     in ongeveer een minuut\n  --rust     wacht voor iedere fase hoogstens ${RUST_SECONDEN} s tot de machine rustig is\n  --lijsten  alleen de werklijst en wat vastloopt\n  --ochtend  herinneringen (100 tot 50.000, standaard 10.000) die op een middernacht vallen\n`,
  );
  process.exit(2);
}
const omvang = args.includes('--kort') ? KORT : LANG;
const plan = { ...omvang.plan, geduldSeconden: args.includes('--rust') ? RUST_SECONDEN : 0 };

let stack: TestStack | undefined;

async function hoofd(): Promise<void> {
  const voortgang = voortgangNaar((regel) => process.stderr.write(`${regel}\n`));
  await ruimTestRestenOp();
  if (ochtend !== undefined) return meetEenOchtend(ochtend, voortgang);
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

/** The Klok must be moved to midnight, so it cannot be fixed as in production. */
async function meetEenOchtend(aantal: number, voortgang: Voortgang): Promise<void> {
  stack = await voortgang.stap('stack voor de meting', () => startTestStack());
  try {
    const meting = await meetOchtend(stack, aantal, voortgang);
    bewaar('ochtend', ochtendVerslag(meting, `npm run bench -- --ochtend ${aantal}`));
  } finally {
    await stopStack();
  }
}

async function meet(lopend: TestStack, voortgang: Voortgang): Promise<void> {
  if (args.includes('--lijsten')) {
    const lijsten = await meetLijsten(lopend, omvang, voortgang);
    const delen = [
      herkomst(`npm run bench -- ${args.join(' ')}`).join('\n'),
      doelTabel(lijstDoelen(lijsten)),
      lijstTabel(lijsten),
    ];
    const tekst = `# Lijsten\n\n${delen.join('\n\n')}\n`;
    if (omvang === KORT) process.stdout.write(tekst);
    else bewaar('lijsten', tekst);
    return;
  }
  const uitkomsten = await meetAlles(lopend, omvang, voortgang);
  const tekst = rapport(
    uitkomsten,
    { ...omvang, plan },
    ['npm run bench', ...(args.length > 0 ? ['--'] : []), ...args].join(' '),
  );
  if (omvang === KORT) process.stdout.write(tekst);
  else bewaar('bench', tekst);
}

function bewaar(naam: string, tekst: string): void {
  process.stdout.write(tekst);
  mkdirSync(MAP, { recursive: true });
  const bestand = join(MAP, `${new Date().toISOString().slice(0, 10)}-${naam}.md`);
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
