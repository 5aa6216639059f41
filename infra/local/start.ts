import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '#config';
import { startOpAchtergrond, type Bericht } from './achtergrond.js';
import { laadDemo } from './demo.js';
import { eindigMetFout } from './opstart-fout.js';
import { scherm } from './scherm.js';
import { geefSlotVrij, houderVan, neemSlot } from './slot.js';
import { leesStackConfigOfStop } from './stack-config.js';
import { startStack, type Stack } from './stack.js';
import { voortgangNaar, type Voortgang } from './stappen.js';
import { leesStartOpties, type StartOpties } from './start-opties.js';
import { slotVanBewaker, stopAlles, type OnderdeelNaam } from './stoppen.js';

/* `npm start`: starts everything, watches over it and stops it in order on Ctrl-C or SIGTERM. */

/** Reports to whoever started this supervisor in the background; that process may be gone already. */
function bericht(inhoud: Bericht): void {
  if (process.connected) process.send?.(inhoud, undefined, undefined, () => undefined);
}

function zeg(regel: string): void {
  process.stdout.write(`${regel}\n`);
  bericht({ regel });
}

/** Stops in order at the first signal, also while starting is still under way. */
function stopBijSignaal(config: Config, stack: () => Stack | undefined): void {
  let bezig = false;
  const bijSignaal = async (): Promise<void> => {
    if (bezig) return;
    bezig = true;
    process.stdout.write('\nLeerlijn stopt...\n');
    await stack()?.stop();
    // Whatever starting had just begun must go too.
    while ((await stopAlles(config.staat)).length > 0);
    geefSlotVrij(slotVanBewaker(config.staat));
    process.stdout.write('Leerlijn is gestopt.\n');
    process.exit(0);
  };
  for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signaal, () => void bijSignaal().catch(eindigMetFout));
}

/** Loads the youths of the demonstration, where they may stand. @returns what to say about it. */
async function vertelDemo(
  { apiUrl, config, demonstratie }: Stack,
  onderdelen: readonly OnderdeelNaam[],
  voortgang: Voortgang,
): Promise<string> {
  if (!demonstratie)
    return 'Geen demonstratiegegevens geladen: in de database van DATABASE_URL staan al gemeenten.';
  if (!onderdelen.includes('api')) return '';
  if (!config.eigenAanmelddienst)
    return 'Geen verzonnen jongeren geladen: OIDC_ISSUER wijst naar een andere aanmelddienst.';
  const { staat, oidcIssuer, oidcAudience } = config;
  return voortgang.stap('Demonstratiegegevens', () => laadDemo({ apiUrl, staat, oidcIssuer, oidcAudience }));
}

async function bewaakHier(config: Config, { onderdelen }: StartOpties): Promise<void> {
  const begin = performance.now();
  let stack: Stack | undefined;
  stopBijSignaal(config, () => stack);
  const voortgang = voortgangNaar(zeg);
  zeg('Leerlijn start');
  try {
    stack = await startStack({ config, onderdelen, voortgang });
    const demo = await vertelDemo(stack, onderdelen, voortgang);
    zeg(`Klaar in ${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s.`);
    zeg(scherm(stack, demo));
  } catch (fout) {
    await stack?.stop();
    geefSlotVrij(slotVanBewaker(config.staat));
    bericht({ regel: fout instanceof Error ? fout.message : String(fout) });
    throw fout;
  }
  bericht({ klaar: true });
}

async function hoofd(): Promise<void> {
  // A reader (npm start | head) may leave without the supervisor dying of it.
  process.stdout.on('error', () => undefined);
  const args = process.argv.slice(2);
  const opties = leesStartOpties(args);
  const config = leesStackConfigOfStop(process.env);
  const slot = slotVanBewaker(config.staat);
  mkdirSync(config.staat, { recursive: true });
  const ander = houderVan(slot);
  if (ander !== undefined || (!opties.achtergrond && !neemSlot(slot))) {
    process.stdout.write(`Leerlijn draait al (proces ${ander?.pid ?? 'onbekend'}). Stoppen: npm run stop\n`);
    return;
  }
  if (!opties.achtergrond) return bewaakHier(config, opties);
  const rest = args.filter((arg) => arg !== '--achtergrond');
  await startOpAchtergrond(fileURLToPath(import.meta.url), rest, config.staat);
}

await hoofd().catch(eindigMetFout);
