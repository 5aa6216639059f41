import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { eindigMetFout } from './opstart-fout.js';
import { isStaatMap, mappenVanStaat, staatMap, testStatenIn, wisStaat } from './staat.js';
import { stopMetBewaker } from './stoppen.js';

/* `npm run reset`: stops everything and wipes the state folder (database, keys, logs). Asks first, unless with --ja. */

async function magWissen(): Promise<boolean> {
  if (process.argv.includes('--ja')) return true;
  if (!process.stdin.isTTY) {
    process.stderr.write(
      'Er is geen terminal om het te vragen. Met npm run reset -- --ja wordt er zonder vraag gewist.\n',
    );
    process.exitCode = 2;
    return false;
  }
  const vraag = createInterface({ input: process.stdin, output: process.stdout });
  const antwoord = await vraag.question('Doorgaan? [j/N] ');
  vraag.close();
  return /^j(a)?$/i.test(antwoord.trim());
}

async function reset(): Promise<void> {
  const staat = staatMap(process.env);
  if (!existsSync(staat)) {
    process.stdout.write(`Er is niets te wissen: ${staat} bestaat niet.\n`);
    return;
  }
  if (!isStaatMap(staat)) {
    process.stderr.write(`${staat} ziet er niet uit als een staatmap van Leerlijn en blijft daarom staan.\n`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(
    `Dit stopt Leerlijn en wist alle gegevens, sleutels en logs in:\n${mappenVanStaat(staat)
      .map((m) => `  ${m}`)
      .join('\n')}\n`,
  );
  if (!(await magWissen())) return;
  await stopMetBewaker(staat);
  for (const testStaat of testStatenIn(staat)) await stopMetBewaker(testStaat);
  wisStaat(staat);
  process.stdout.write('Gewist.\n');
}

await reset().catch(eindigMetFout);
