import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draaiSpecs, specsIn } from './test-specs.js';
import { startTestStack } from './test-stack.js';
import type { Telling } from './test-telling.js';

/** One long part of the tests, as `test/budget.json` names it. */
export interface Deel {
  readonly naam: string;
  /** How many minutes it may take in `npm run test:lang`, its stack included. */
  readonly minuten: number;
  /** Whether it is given a stack. */
  readonly stack: boolean;
  readonly wat: string;
}

/** What a part gave. */
export interface DeelUitkomst {
  readonly telling: Telling;
  readonly seconden: number;
  /** The numbers that it wrote down (how many, seed); empty when it failed before. */
  readonly getallen: Readonly<Record<string, number>>;
}

/** All parts together stay below this. */
const SAMEN_MINUTEN = 45;
/** How long a part may take at its full size. */
const LANGST_VOL_MS = 12 * 3_600_000;

/**
 * The parts of `test/budget.json`.
 * @throws Error, in Dutch, when a part has no spec or a spec no budget, or when they may take longer together than agreed.
 */
export function leesDelen(): Deel[] {
  const tabel = JSON.parse(readFileSync('test/budget.json', 'utf8')) as Record<string, Omit<Deel, 'naam'>>;
  const delen = Object.entries(tabel).map(([naam, deel]) => ({ naam, ...deel }));
  const specs = specsIn(['test/lang'], undefined).map((pad) => /([^/]+)\.spec\.js$/.exec(pad)?.[1] ?? pad);
  const verschil = [
    ...delen.filter((d) => !specs.includes(d.naam)).map((d) => `${d.naam} heeft een budget maar geen spec`),
    ...specs.filter((s) => !(s in tabel)).map((s) => `${s} heeft een spec maar geen budget`),
  ];
  if (verschil.length > 0) throw new Error(`test/budget.json klopt niet: ${verschil.join('; ')}.`);
  const samen = delen.reduce((som, d) => som + d.minuten, 0);
  if (samen >= SAMEN_MINUTEN)
    throw new Error(
      `test/budget.json telt op tot ${samen} minuten; het moet onder ${SAMEN_MINUTEN} blijven.`,
    );
  return delen;
}

/** Runs one part, on a stack of its own when it asks for one. `vol` gives it its full size. */
export async function draaiDeel(deel: Deel, vol: boolean): Promise<DeelUitkomst> {
  const begin = performance.now();
  const map = mkdtempSync(join(tmpdir(), 'leerlijn-verslag-'));
  const verslag = join(map, 'verslag.json');
  const stack = deel.stack ? await startTestStack() : undefined;
  const env = {
    LEERLIJN_VERSLAG: verslag,
    ...(vol ? { LEERLIJN_OMVANG: 'vol' } : {}),
    ...(stack ? { LEERLIJN_TEST_STACK: JSON.stringify(stack.beschrijving) } : {}),
  };
  let telling: Telling;
  try {
    const specs = specsIn(['test/lang'], `lang/${deel.naam}.spec`);
    telling = await draaiSpecs(specs, 1, env, vol ? LANGST_VOL_MS : undefined);
  } finally {
    await stack?.stop();
  }
  const getallen = lees(verslag);
  rmSync(map, { recursive: true, force: true });
  return { telling, seconden: (performance.now() - begin) / 1000, getallen };
}

function lees(bestand: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(bestand, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

/** The commit that is checked out, with a word when files differ from it. */
export function commit(): string {
  const git = (...args: string[]): string => spawnSync('git', args, { encoding: 'utf8' }).stdout.trim();
  return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' (gewijzigd)'}`;
}
