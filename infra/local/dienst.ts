import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OpstartFout } from './opstart-fout.js';
import { eisVrij, type Poort } from './poorten.js';
import { lopend, start, stop, wachtOpKlaar, type Proces } from './processen.js';
import { antwoordt } from './wachten.js';

/** A Node program from `apps/` that we start and that says over HTTP that it is ready. */
export interface Dienst {
  readonly naam: 'aanmelden' | 'postvak' | 'worker' | 'api';
  /** The first says over HTTP that it is ready. */
  readonly poorten: readonly [Poort, ...Poort[]];
  readonly klaarPad: string;
}

const KLAAR_BINNEN_MS = 60_000;

/** Starts a service and waits until it is ready; an orphan of an earlier run is replaced, for the code may be newer. */
export async function startDienst(dienst: Dienst, staat: string, env: NodeJS.ProcessEnv): Promise<Proces> {
  const programma = fileURLToPath(new URL(`../../apps/${dienst.naam}/main.js`, import.meta.url));
  if (!existsSync(programma))
    throw new OpstartFout(`${programma} bestaat niet: bouw eerst met npm run build.`);
  const wees = lopend(staat, dienst.naam);
  if (wees !== undefined) await stop(staat, wees);
  await eisVrij(dienst.poorten);
  const proces = await start({
    naam: dienst.naam,
    staat,
    bestand: process.execPath,
    args: ['--enable-source-maps', ...vooraf(dienst.naam), programma],
    env,
  });
  const url = `http://127.0.0.1:${dienst.poorten[0].poort}${dienst.klaarPad}`;
  await wachtOpKlaar(staat, proces, () => antwoordt(url), KLAAR_BINNEN_MS);
  return proces;
}

/** What Node loads before the program. */
const vooraf = (naam: Dienst['naam']): string[] =>
  naam === 'worker'
    ? ['--import', new URL('../../apps/worker/geen-beloftesporen.js', import.meta.url).href]
    : [];
