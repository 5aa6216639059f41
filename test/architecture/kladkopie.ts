import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of the checkout that a test may spoil. */
export interface Kladkopie {
  readonly map: string;
  /** Runs a Node program of the copy; `uit` is all that it said. */
  node(programma: string, ...args: string[]): { code: number | null; uit: string };
  schrijf(pad: string, tekst: string): void;
  voegToe(pad: string, tekst: string): void;
  wis(): void;
}

/** Copies what git knows (and what is new), with the compiled code; node_modules is shared. */
export function maakKladkopie(): Kladkopie {
  const map = realpathSync(mkdtempSync(join(tmpdir(), 'leerlijn-klad-')));
  // PostgreSQL may run as another user, and must be able to pass.
  chmodSync(map, 0o755);
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const bronnen = stdout.split('\0').filter((pad) => pad !== '' && existsSync(pad));
  for (const pad of bronnen) cpSync(pad, join(map, pad), { preserveTimestamps: true });
  cpSync('dist', join(map, 'dist'), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(map, 'node_modules'));
  const schrijf = (pad: string, tekst: string): void => {
    mkdirSync(dirname(join(map, pad)), { recursive: true });
    writeFileSync(join(map, pad), tekst);
  };
  return {
    map,
    node(programma, ...args) {
      const {
        status,
        stdout: uit,
        stderr,
      } = spawnSync(process.execPath, [programma, ...args], {
        cwd: map,
        encoding: 'utf8',
      });
      return { code: status, uit: uit + stderr };
    },
    schrijf,
    voegToe: (pad, tekst) => appendFileSync(join(map, pad), tekst),
    wis: () => rmSync(map, { recursive: true, force: true }),
  };
}
