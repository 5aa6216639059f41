import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { OpstartFout } from './opstart-fout.js';
import { logBestand } from './processen.js';

/** Wat de bewaker op de achtergrond meldt aan wie hem startte. */
export type Bericht = { readonly regel: string } | { readonly klaar: true };

/**
 * Start dit programma nog eens, los van de terminal, en toont zijn voortgang tot het klaar is.
 * @throws {OpstartFout} als het stopt voordat het klaar is.
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
  const klaar = await new Promise<boolean>((beslis) => {
    kind.on('message', (bericht: Bericht) => {
      if ('klaar' in bericht) beslis(true);
      else process.stdout.write(`${bericht.regel}\n`);
    });
    kind.once('error', () => beslis(false));
    kind.once('exit', () => beslis(false));
  });
  if (!klaar) throw new OpstartFout(`Het starten is mislukt; zie ${log}.`);
  kind.disconnect();
  kind.unref();
}
