import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OpstartFout } from './opstart-fout.js';
import { metSlot } from './slot.js';
import type { Voortgang } from './stappen.js';

export interface TemporalBinaries {
  readonly server: string;
  readonly sqlTool: string;
}

const OUDSTE_VERSIE = [1, 32] as const;
const MODULE = fileURLToPath(new URL('../../../infra/temporal/', import.meta.url));

const PAKKETTEN = {
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
  'temporal-ui': 'github.com/temporalio/ui-server/v2/cmd/server',
} as const;

/** The folder in the cache for exactly these versions: the same go.mod and go.sum give the same folder. */
function cacheMap(cache: string): string {
  const hash = createHash('sha256');
  for (const bestand of ['go.mod', 'go.sum']) hash.update(readFileSync(join(MODULE, bestand)));
  return join(cache, 'leerlijn', `temporal-${hash.digest('hex').slice(0, 16)}`);
}

function opPath(programma: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((map) => map !== '')
    .map((map) => join(map, programma))
    .find((bestand) => existsSync(bestand));
}

async function isNieuwGenoeg(bestand: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(bestand, ['--version']);
    const [, groot, klein] = /(\d+)\.(\d+)\.\d+/.exec(stdout) ?? [];
    return (
      Number(groot) > OUDSTE_VERSIE[0] ||
      (Number(groot) === OUDSTE_VERSIE[0] && Number(klein) >= OUDSTE_VERSIE[1])
    );
  } catch {
    return false;
  }
}

async function vanPath(): Promise<TemporalBinaries | undefined> {
  const server = opPath('temporal-server');
  const sqlTool = opPath('temporal-sql-tool');
  if (server === undefined || sqlTool === undefined) return undefined;
  if (!(await isNieuwGenoeg(server)) || !(await isNieuwGenoeg(sqlTool))) return undefined;
  return { server, sqlTool };
}

async function bouwEen(doel: string, pakket: string): Promise<void> {
  const kind = spawn('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', doel, pakket], {
    cwd: MODULE,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let uitvoer = '';
  kind.stderr.on('data', (stuk: Buffer) => {
    uitvoer = (uitvoer + stuk.toString()).slice(-4000);
  });
  const code = await new Promise<number | null>((klaar, mislukt) => {
    kind.once('error', mislukt);
    kind.once('close', klaar);
  });
  if (code !== 0) throw new OpstartFout(`Het bouwen van ${pakket} is mislukt:\n${uitvoer}`);
}

/** A build may take minutes: a line every half minute, so that it does not seem to hang. */
async function metLevensteken(programma: string, { zeg }: Voortgang, werk: Promise<void>): Promise<void> {
  const begin = Date.now();
  const teken = setInterval(
    () => zeg(`    ${programma}: nog bezig, ${Math.round((Date.now() - begin) / 1000)} s`),
    30_000,
  );
  try {
    await werk;
  } finally {
    clearInterval(teken);
  }
}

function ruimAfgebrokenBouwOp(map: string): void {
  for (const naam of readdirSync(dirname(map))) {
    if (naam.startsWith(`${basename(map)}.bouw-`))
      rmSync(join(dirname(map), naam), { recursive: true, force: true });
  }
}

async function bouw(map: string, voortgang: Voortgang): Promise<void> {
  ruimAfgebrokenBouwOp(map);
  const klad = mkdtempSync(`${map}.bouw-`);
  try {
    voortgang.zeg(
      '  De Temporal-server wordt eenmalig gebouwd (ongeveer 5 tot 10 minuten; daarna staat hij in de cache).',
    );
    for (const [programma, pakket] of Object.entries(PAKKETTEN)) {
      await voortgang.stap(`${programma} gebouwd`, () =>
        metLevensteken(programma, voortgang, bouwEen(join(klad, programma), pakket)),
      );
    }
    renameSync(klad, map);
  } finally {
    rmSync(klad, { recursive: true, force: true });
  }
}

/** The web page of Temporal, if its program is there already: on the PATH or in the cache. Nothing is built for it. */
export function bestaandeUi(cache: string): string | undefined {
  const map = cacheMap(cache);
  return opPath('temporal-ui') ?? (existsSync(map) ? join(map, 'temporal-ui') : undefined);
}

/**
 * The programs of Temporal: on the PATH (1.32 or newer), otherwise in the cache, otherwise built once with Go
 * from the pinned versions in `infra/temporal/go.mod`.
 * @throws {OpstartFout} when they must be built and Go is missing or the build fails.
 */
export async function kiesTemporal(cache: string, voortgang: Voortgang): Promise<TemporalBinaries> {
  const map = cacheMap(cache);
  const bestaand = await vanPath();
  if (bestaand !== undefined) return bestaand;
  if (!existsSync(map)) {
    if (opPath('go') === undefined) {
      throw new OpstartFout(
        'Er is geen Temporal-server en geen Go om hem te bouwen. Installeer Go (1.21 of nieuwer, https://go.dev/dl), ' +
          'zet temporal-server en temporal-sql-tool (1.32 of nieuwer) op het PATH, of wijs een server aan met TEMPORAL_ADDRESS.',
      );
    }
    mkdirSync(join(cache, 'leerlijn'), { recursive: true });
    await metSlot(`${map}.slot`, voortgang.zeg, async () => {
      if (!existsSync(map)) await bouw(map, voortgang);
    });
  }
  return { server: join(map, 'temporal-server'), sqlTool: join(map, 'temporal-sql-tool') };
}
