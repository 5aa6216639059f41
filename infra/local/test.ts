import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eindigMetFout } from './opstart-fout.js';
import { voortgangNaar } from './stappen.js';
import { draaiSpecs, specsIn, testMappen } from './test-specs.js';
import { ruimTestRestenOp, startTestStack, type TestStack } from './test-stack.js';
import type { Telling } from './test-telling.js';

/* `npm test [-- <patroon>]`: the daily check. With a pattern only the specs whose path contains it. */

/** Tests that make a stack of their own or need none, in two rows that take about as long. */
const ZONDER_STACK: readonly (readonly string[])[] = [
  ['test/toezicht', 'test/bewaking'],
  [
    'test/faults',
    'test/herstel',
    'test/opstarten',
    'test/architecture',
    'test/replay',
    'test/simulatie',
    'test/termijnen',
  ],
];
/** Time passes in these: each group on a stack of its own, or each day would come for every process that the others left open. */
const LATEN_TIJD_VERSTRIJKEN: readonly Groep[] = [
  { naam: 'rondleiding', mappen: ['test/rondleiding'] },
  { naam: 'levens', mappen: ['test/klok', 'test/levens'] },
];
const EENHEDEN = ['libs', 'workflows', 'activities', 'apps', 'infra'];
/** Side by side: most of the time a spec with a stack waits for something to be noticed. */
const KERNEN = 2;

interface Groep {
  readonly naam: string;
  readonly mappen: readonly string[];
}

const { stap, zeg } = voortgangNaar((regel) => process.stdout.write(`${regel}\n`));
const tellingen: Telling[] = [];
const stacks = new Set<TestStack>();

async function controle(naam: string, bestand: string, args: readonly string[]): Promise<void> {
  await stap(naam, async (meld) => {
    const { status } = spawnSync(bestand, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) meld('MISLUKT');
    tellingen.push({ geslaagd: status === 0 ? 1 : 0, mislukt: status === 0 ? [] : [naam], overgeslagen: 0 });
  });
}

async function controles(): Promise<void> {
  const bin = (naam: string): string => join('node_modules', '.bin', naam);
  await controle('lint', bin('oxlint'), ['--type-aware', '--deny-warnings']);
  await controle('opmaak', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
  const genereer = fileURLToPath(new URL('./genereer.js', import.meta.url));
  await controle('gegenereerde bestanden', process.execPath, [genereer, '--controleer']);
}

async function specs(
  naam: string,
  bestanden: readonly string[],
  tegelijk: number,
  env?: Record<string, string>,
): Promise<void> {
  if (bestanden.length === 0) return;
  tellingen.push(await stap(naam, () => draaiSpecs(bestanden, tegelijk, env)));
}

async function specsMetStack({ naam, mappen }: Groep, patroon: string | undefined): Promise<void> {
  const bestanden = specsIn(mappen, patroon);
  if (bestanden.length === 0) return;
  let stack: TestStack;
  try {
    stack = await stap(`${naam}: stack`, () => startTestStack());
  } catch (fout) {
    zeg(fout instanceof Error ? fout.message : String(fout));
    tellingen.push({ geslaagd: 0, mislukt: [`${naam}: stack`], overgeslagen: 0 });
    return;
  }
  stacks.add(stack);
  // One by one: they share a Klok, and whoever moves it would disturb the others.
  await specs(naam, bestanden, 1, { LEERLIJN_TEST_STACK: JSON.stringify(stack.beschrijving) });
  await stap(`${naam}: stack stoppen`, () => stack.stop());
  stacks.delete(stack);
}

async function stopStacks(): Promise<void> {
  const lopend = [...stacks];
  stacks.clear();
  await Promise.all(lopend.map((s) => s.stop()));
}

async function draaiAlles(patroon: string | undefined): Promise<void> {
  await ruimTestRestenOp();
  if (patroon === undefined) await controles();
  await specs('specs per onderdeel', specsIn(EENHEDEN, patroon), KERNEN);
  const mappen = testMappen();
  await Promise.all(
    ZONDER_STACK.map((mappen, i) =>
      specs(`specs met een eigen stack of zonder, rij ${i + 1}`, specsIn(mappen, patroon), 1),
    ),
  );
  const anders = LATEN_TIJD_VERSTRIJKEN.flatMap((g) => g.mappen);
  const opDeStack = mappen.filter((m) => !ZONDER_STACK.flat().includes(m) && !anders.includes(m));
  await Promise.all([
    specsMetStack({ naam: 'specs op de stack', mappen: opDeStack }, patroon),
    naElkaar(LATEN_TIJD_VERSTRIJKEN, (g) => specsMetStack(g, patroon)),
  ]);
}

async function naElkaar<T>(lijst: readonly T[], werk: (x: T) => Promise<void>): Promise<void> {
  for (const x of lijst) await werk(x);
}

async function hoofd(): Promise<void> {
  const patroon = process.argv[2];
  try {
    await draaiAlles(patroon);
  } catch (fout) {
    zeg(fout instanceof Error ? (fout.stack ?? fout.message) : String(fout));
    tellingen.push({ geslaagd: 0, mislukt: ['npm test brak af'], overgeslagen: 0 });
    await stopStacks().catch(() => undefined);
  }
  const mislukt = tellingen.flatMap((t) => t.mislukt);
  const geslaagd = tellingen.reduce((som, t) => som + t.geslaagd, 0);
  const overgeslagen = tellingen.reduce((som, t) => som + t.overgeslagen, 0);
  if (geslaagd + mislukt.length === 0) mislukt.push(`geen enkele spec past bij '${patroon}'`);
  if (overgeslagen > 0) zeg(`Overgeslagen: ${overgeslagen}`);
  if (mislukt.length > 0) zeg(`Mislukt:\n${mislukt.map((naam) => `  - ${naam}`).join('\n')}`);
  zeg(`${geslaagd} passed, ${mislukt.length} failed`);
  process.exitCode = mislukt.length > 0 ? 1 : 0;
}

for (const signaal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signaal, () => void stopStacks().finally(() => process.exit(130)));
}
await hoofd().catch(eindigMetFout);
