import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { OpstartFout } from './opstart-fout.js';
import { logBestand } from './processen.js';

/** What the supervisor (`bewaker`) in the background reports to whoever started it. */
export type Bericht = { readonly regel: string } | { readonly klaar: true };

/**
 * Starts this program once more, detached from the terminal, and shows its progress until it is ready.
 * @throws {OpstartFout} when it stops before it is ready.
 */
export async function startOpAchtergrond(
  programma: string,
  args: readonly string[],
  staat: string,
): Promise<void> {
  const log = logBestand(staat, 'bewaker');
  mkdirSync(dirname(log), { recursive: true });
  const uitvoer = openSync(log, 'a');
  const kind = spawn(process.execPath, ['--enable-source-maps', programma, ...args], {
    detached: true,
    stdio: ['ignore', uitvoer, uitvoer, 'ipc'],
  });
  closeSync(uitvoer);
  const mislukt = await new Promise<string | undefined>((beslis) => {
    kind.on('message', (bericht: Bericht) => {
      if ('klaar' in bericht) beslis(undefined);
      else process.stdout.write(`${bericht.regel}\n`);
    });
    kind.once('error', (fout) => beslis(` (${fout.message})`));
    kind.once('exit', () => beslis(''));
  });
  if (mislukt !== undefined) throw new OpstartFout(`Het starten is mislukt${mislukt}; zie ${log}.`);
  kind.disconnect();
  kind.unref();
}
