import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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

const NIET_MEE = ['.git', '.leerlijn', 'node_modules'];

/** Copies the checkout with its compiled code; node_modules is shared. */
export function maakKladkopie(): Kladkopie {
  const map = realpathSync(mkdtempSync(join(tmpdir(), 'leerlijn-klad-')));
  // PostgreSQL may run as another user, and must be able to pass.
  chmodSync(map, 0o755);
  for (const naam of readdirSync('.').filter((n) => !NIET_MEE.includes(n)))
    cpSync(naam, join(map, naam), { recursive: true, preserveTimestamps: true });
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
