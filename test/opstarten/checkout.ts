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
import { vrijeReeks } from '../../infra/local/poorten.js';

export interface Uitkomst {
  readonly code: number | null;
  readonly uit: string;
}

/** Een kopie van de checkout in een pad met een spatie, met eigen poorten. */
export interface Checkout {
  readonly map: string;
  readonly env: Readonly<Record<string, string>>;
  /** Voert een commando uit zoals `npm run` het doet, en wacht tot het eindigt. */
  voerUit(
    commando: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Uitkomst>;
  /** Het nummer in een pid-bestand of slot van de staatmap. */
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

/** Maakt de kopie. `kaal` kopieert alleen wat een verse clone heeft, zonder node_modules en dist. */
export async function maakCheckout({ kaal = false } = {}): Promise<Checkout> {
  const basis = realpathSync(mkdtempSync(join(tmpdir(), 'leerlijn-opstarten-')));
  // PostgreSQL loopt soms onder een andere gebruiker, en die moet erdoorheen kunnen.
  chmodSync(basis, 0o755);
  const map = join(basis, 'pad met spatie');
  mkdirSync(map);
  for (const naam of GEKOPIEERD.filter((n) => !kaal || n !== 'dist'))
    cpSync(naam, join(map, naam), { recursive: true, preserveTimestamps: true });
  if (!kaal) symlinkSync(join(process.cwd(), 'node_modules'), join(map, 'node_modules'));
  const eerste = await vrijeReeks(13);
  const env = {
    TEMPORAL_PORT: String(eerste),
    POSTGRES_PORT: String(eerste + 8),
    PORT: String(eerste + 9),
    WORKER_PORT: String(eerste + 10),
    OIDC_PORT: String(eerste + 11),
    TEMPORAL_UI_PORT: String(eerste + 12),
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
