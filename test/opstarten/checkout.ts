import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vrijePoorten } from '../../infra/local/poorten.js';

export interface Uitkomst {
  readonly code: number | null;
  readonly uit: string;
}

/** A copy of the checkout in a path with a space, with ports of its own. */
export interface Checkout {
  readonly map: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command as `npm run` does, and waits until it ends. */
  voerUit(
    commando: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Uitkomst>;
  /** The number in a pid file or lock of the state folder. */
  pid(bestand: string): number;
  wis(): void;
}

const GEKOPIEERD = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'apps',
  'libs',
  'workflows',
  'activities',
  'infra',
  'test',
  'dist',
];

async function voer(
  map: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<Uitkomst> {
  const kind = spawn(process.execPath, ['infra/local/bootstrap.mjs', ...args], {
    cwd: map,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let uit = '';
  for (const stroom of [kind.stdout, kind.stderr])
    stroom.on('data', (stuk: Buffer) => (uit += stuk.toString()));
  const code = await new Promise<number | null>((klaar) => kind.once('exit', klaar));
  return { code, uit };
}

/** Makes the copy. `kaal` copies only what a fresh clone has, without node_modules and dist. */
export async function maakCheckout({ kaal = false } = {}): Promise<Checkout> {
  const basis = realpathSync(mkdtempSync(join(tmpdir(), 'leerlijn-opstarten-')));
  // PostgreSQL sometimes runs under another user, who must be able to pass through.
  chmodSync(basis, 0o755);
  const map = join(basis, 'pad met spatie');
  mkdirSync(map);
  for (const naam of GEKOPIEERD.filter((n) => !kaal || n !== 'dist'))
    cpSync(naam, join(map, naam), { recursive: true, preserveTimestamps: true });
  if (!kaal) symlinkSync(join(process.cwd(), 'node_modules'), join(map, 'node_modules'));
  const env = {
    ...(await vrijePoorten()),
    ...(process.env['XDG_CACHE_HOME'] === undefined ? {} : { XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] }),
  };
  return {
    map,
    env,
    voerUit: (commando, args = [], extra = {}) => voer(map, { ...env, ...extra }, [commando, ...args]),
    pid: (bestand) =>
      (JSON.parse(readFileSync(join(map, '.leerlijn', bestand), 'utf8')) as { pid: number }).pid,
    wis: () => rmSync(basis, { recursive: true, force: true }),
  };
}
