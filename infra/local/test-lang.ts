import { eindigMetFout } from './opstart-fout.js';
import { voortgangNaar } from './stappen.js';
import { draaiDeel, leesDelen, type Deel } from './test-delen.js';
import { ruimTestRestenOp } from './test-stack.js';

/* `npm run test:lang [-- <deel>]`: the long parts of test/budget.json one after another, each held to its minutes. */

const { zeg } = voortgangNaar((regel) => process.stdout.write(`${regel}\n`));
const tijd = (seconden: number): string => `${(seconden / 60).toFixed(1).replace('.', ',')} min`;

function gekozen(delen: Deel[], naam: string | undefined): Deel[] {
  const keuze = delen.filter((d) => naam === undefined || d.naam === naam);
  if (keuze.length === 0) throw new Error(`Kies uit: ${delen.map((d) => d.naam).join(', ')}.`);
  return keuze;
}

async function hoofd(): Promise<void> {
  const delen = gekozen(leesDelen(), process.argv[2]);
  await ruimTestRestenOp();
  let geslaagd = 0;
  const mislukt: string[] = [];
  for (const deel of delen) {
    zeg(`${deel.naam}: ${deel.wat} (ten hoogste ${deel.minuten} minuten)`);
    const { telling, seconden } = await draaiDeel(deel, false);
    geslaagd += telling.geslaagd;
    mislukt.push(...telling.mislukt);
    const teLang = seconden > deel.minuten * 60;
    if (teLang) mislukt.push(`${deel.naam} duurde ${tijd(seconden)}, meer dan ${deel.minuten} minuten`);
    zeg(`${deel.naam}: ${tijd(seconden)} van ${deel.minuten} minuten`);
  }
  if (mislukt.length > 0) zeg(`Mislukt:\n${mislukt.map((naam) => `  - ${naam}`).join('\n')}`);
  zeg(`${geslaagd} passed, ${mislukt.length} failed`);
  process.exitCode = mislukt.length > 0 ? 1 : 0;
}

await hoofd().catch(eindigMetFout);
