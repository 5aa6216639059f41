import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eindigMetFout } from './opstart-fout.js';
import { voortgangNaar } from './stappen.js';
import { draaiSpecs, specsIn, testMappen } from './test-specs.js';
import { ruimTestRestenOp, startTestStack, type TestStack } from './test-stack.js';
import type { Telling } from './test-telling.js';

/* `npm test [-- <patroon>]`: the daily check. With a pattern only the specs whose path contains it. */

/** Tests that make a stack of their own or need none. */
const ZONDER_STACK = [
  'test/architecture',
  'test/bewaking',
  'test/faults',
  'test/herstel',
  'test/replay',
  'test/opstarten',
  'test/simulatie',
  'test/termijnen',
  'test/toezicht',
];
/** Time passes in these: each group on a stack of its own, or each day would come for every process that the others left open. */
const LATEN_TIJD_VERSTRIJKEN = [['test/rondleiding'], ['test/klok', 'test/levens']];
const EENHEDEN = ['libs', 'workflows', 'activities', 'apps', 'infra'];
const KERNEN = 2;

const { stap, zeg } = voortgangNaar((regel) => process.stdout.write(`${regel}\n`));
const tellingen: Telling[] = [];
let stack: TestStack | undefined;

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

async function specsMetStack(bestanden: readonly string[]): Promise<void> {
  if (bestanden.length === 0) return;
  try {
    stack = await stap('stack voor de tests', () => startTestStack());
  } catch (fout) {
    zeg(fout instanceof Error ? fout.message : String(fout));
    tellingen.push({ geslaagd: 0, mislukt: ['stack voor de tests'], overgeslagen: 0 });
    return;
  }
  // One by one: they share a Klok, and whoever moves it would disturb the others.
  await specs('specs op de stack', bestanden, 1, { LEERLIJN_TEST_STACK: JSON.stringify(stack.beschrijving) });
  await stap('stack stoppen', () => stopStack());
}

async function stopStack(): Promise<void> {
  const lopend = stack;
  stack = undefined;
  await lopend?.stop();
}

async function draaiAlles(patroon: string | undefined): Promise<void> {
  await ruimTestRestenOp();
  if (patroon === undefined) await controles();
  await specs('specs per onderdeel', specsIn(EENHEDEN, patroon), KERNEN);
  const mappen = testMappen();
  await specs(
    'specs zonder stack',
    specsIn(
      mappen.filter((m) => ZONDER_STACK.includes(m)),
      patroon,
    ),
    1,
  );
  const metStack = mappen.filter((m) => !ZONDER_STACK.includes(m));
  const anders = LATEN_TIJD_VERSTRIJKEN.flat();
  for (const groep of [metStack.filter((m) => !anders.includes(m)), ...LATEN_TIJD_VERSTRIJKEN])
    await specsMetStack(specsIn(groep, patroon));
}

async function hoofd(): Promise<void> {
  const patroon = process.argv[2];
  try {
    await draaiAlles(patroon);
  } catch (fout) {
    zeg(fout instanceof Error ? (fout.stack ?? fout.message) : String(fout));
    tellingen.push({ geslaagd: 0, mislukt: ['npm test brak af'], overgeslagen: 0 });
    await stopStack().catch(() => undefined);
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
  process.once(signaal, () => void stopStack().finally(() => process.exit(130)));
}
await hoofd().catch(eindigMetFout);
