import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Telling } from './test-telling.js';

const DIST = fileURLToPath(new URL('../../', import.meta.url));
const TELLER = new URL('./test-telling.js', import.meta.url).href;
const LANGST_PER_BESTAND_MS = 15 * 60_000;
const NIETS: Telling = { geslaagd: 0, mislukt: [], overgeslagen: 0 };

/** All specs below these folders of dist, by name; with a pattern only those that contain it. */
export function specsIn(mappen: readonly string[], patroon: string | undefined): string[] {
  return mappen
    .filter((map) => existsSync(join(DIST, map)))
    .flatMap((map) =>
      readdirSync(join(DIST, map), { recursive: true, encoding: 'utf8' }).map((naam) =>
        join(DIST, map, naam),
      ),
    )
    .filter(
      (pad) => pad.endsWith('.spec.js') && (patroon === undefined || relative(DIST, pad).includes(patroon)),
    )
    .sort();
}

/** The folders with tests of the whole, except those of `npm run test:lang`. */
export function testMappen(): string[] {
  const test = join(DIST, 'test');
  if (!existsSync(test)) return [];
  return readdirSync(test, { withFileTypes: true })
    .filter((item) => item.isDirectory() && item.name !== 'lang')
    .map((item) => join('test', item.name));
}

/**
 * Runs specs with Node's test runner and shows what they tell.
 * @param tegelijk how many files run side by side.
 * @param langstMs how long one file may take.
 * @returns the tally; when the runner fails without any test saying so, that counts as one failure.
 */
export async function draaiSpecs(
  specs: readonly string[],
  tegelijk: number,
  env: Readonly<Record<string, string>> = {},
  langstMs = LANGST_PER_BESTAND_MS,
): Promise<Telling> {
  if (specs.length === 0) return NIETS;
  const map = mkdtempSync(join(tmpdir(), 'leerlijn-telling-'));
  try {
    const uitkomst = join(map, 'telling.json');
    const opties = [
      '--enable-source-maps',
      '--test',
      `--test-concurrency=${tegelijk}`,
      `--test-timeout=${langstMs}`,
    ];
    const reporters = ['spec', 'stdout', TELLER, uitkomst].map(
      (w, i) => `--test-reporter${i % 2 === 1 ? '-destination' : ''}=${w}`,
    );
    const kind = spawn(process.execPath, [...opties, ...reporters, ...specs], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const code = await new Promise<number | null>((klaar) => kind.once('close', klaar));
    return leesTelling(uitkomst, code);
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

function leesTelling(bestand: string, code: number | null): Telling {
  const tekst = existsSync(bestand) ? readFileSync(bestand, 'utf8') : '';
  if (tekst === '')
    return {
      ...NIETS,
      mislukt: [`node --test eindigde met code ${code}, zonder een telling achter te laten`],
    };
  const telling = JSON.parse(tekst) as Telling;
  return code !== 0 && telling.mislukt.length === 0
    ? { ...telling, mislukt: [`node --test eindigde met code ${code}`] }
    : telling;
}
