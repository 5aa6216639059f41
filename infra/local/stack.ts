import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Config } from '#config';
import { migreer } from '#read-model';
import { zorgVoorHoofdsleutel } from '#codec';
import { bewaak } from './bewaker.js';
import { heeftGeenGemeenten, laadVasteGegevens } from './demo/vaste-gegevens.js';
import {
  adressenVan,
  omgevingVoorDiensten,
  onderdelenVan,
  teStarten,
  type Adressen,
  type Onderdeel,
} from './onderdelen.js';
import { OpstartFout } from './opstart-fout.js';
import { eisVrij } from './poorten.js';
import { poortenVan } from './poorten-van.js';
import { lopend, type Proces } from './processen.js';
import { stil, type Voortgang } from './stappen.js';
import { ONDERDELEN, stopAlles, type OnderdeelNaam } from './stoppen.js';
import { bestaandeUi } from './temporal-binaries.js';
import { maakNamespace } from './temporal-namespace.js';

export interface StackOpties {
  readonly config: Config;
  /** Which parts; all by default. */
  readonly onderdelen?: readonly OnderdeelNaam[];
  /** Extra environment variables for sign-in service, worker and API. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether PostgreSQL brings every commit to disk; yes by default. Only a test that does not imitate a power failure turns it off. */
  readonly duurzaam?: boolean;
  /** Whether a part that stops is started again; yes by default. */
  readonly bewaak?: boolean;
  readonly voortgang?: Voortgang;
}

/** A running stack. */
export interface Stack extends Adressen {
  readonly config: Config;
  readonly apiUrl: string;
  /** Whether schools and employees of the demonstration were loaded: in our own database always, in another only when it was empty. */
  readonly demonstratie: boolean;
  /** The pages of the mail catcher; absent when it takes no part. */
  readonly postvakUrl: string | undefined;
  /** Absent when it takes no part. */
  readonly temporalUiUrl: string | undefined;
  /** The environment variables with which sign-in service, worker and API were started. */
  readonly env: Readonly<Record<string, string>>;
  /** The number of the running process of a part. */
  pid(naam: OnderdeelNaam): number | undefined;
  /** Stops everything in the reverse order of starting. */
  stop(): Promise<void>;
}

function eisSchrijfbaar(staat: string): void {
  try {
    mkdirSync(staat, { recursive: true });
    accessSync(staat, constants.W_OK);
  } catch {
    throw new OpstartFout(
      `De map ${staat} is niet te maken of te beschrijven. Kies met LEERLIJN_STAAT een andere.`,
    );
  }
}

/**
 * Starts the whole stack (or `onderdelen` of it) and gives it when everything is ready. Healthy orphans of an earlier run
 * (PostgreSQL, Temporal) are taken over, the others replaced.
 * @throws {OpstartFout} that says what the user can do; everything of this state folder has then been stopped again.
 */
export async function startStack(opties: StackOpties): Promise<Stack> {
  const { config, voortgang = stil } = opties;
  const { staat } = config;
  eisSchrijfbaar(staat);
  const namen = teStarten(config, opties.onderdelen ?? ONDERDELEN);
  const env = { ...omgevingVoorDiensten(config), ...opties.env };
  const onderdelen = onderdelenVan(config, opties.duurzaam ?? true, env, voortgang);
  let gestart: Gestart[];
  let demonstratie: boolean;
  try {
    await eisVrij(
      namen.filter((naam) => lopend(staat, naam) === undefined).flatMap((naam) => poortenVan(naam, config)),
    );
    ({ gestart, demonstratie } = await startOpVolgorde(
      config,
      namen.map((naam) => onderdelen[naam]),
      voortgang,
    ));
  } catch (fout) {
    await stopAlles(staat);
    throw fout;
  }
  const stopper = new AbortController();
  const bewaking =
    opties.bewaak === false
      ? []
      : gestart.map((g) => bewaak(g.onderdeel, g.proces, stopper.signal, voortgang.zeg));
  return {
    config,
    ...adressenVan(config),
    apiUrl: `http://127.0.0.1:${config.port}`,
    demonstratie,
    postvakUrl: gestart.some((g) => g.onderdeel.naam === 'postvak')
      ? `http://127.0.0.1:${config.postvakPort}`
      : undefined,
    temporalUiUrl: gestart.some((g) => g.onderdeel.naam === 'temporal-ui')
      ? `http://127.0.0.1:${config.temporalUiPort}`
      : undefined,
    env,
    pid: (naam) => lopend(staat, naam)?.pid,
    async stop() {
      stopper.abort();
      await Promise.all(bewaking);
      await stopAlles(staat);
    },
  };
}

interface Gestart {
  readonly onderdeel: Onderdeel;
  readonly proces: Proces;
}

/** First what stores (PostgreSQL, Temporal), then what must exist in it, then those that use it. */
async function startOpVolgorde(
  config: Config,
  onderdelen: readonly Onderdeel[],
  voortgang: Voortgang,
): Promise<{ gestart: Gestart[]; demonstratie: boolean }> {
  const { databaseUrl, temporalAddress } = adressenVan(config);
  const gestart: Gestart[] = [];
  let demonstratie = true;
  const doe = async (naam: OnderdeelNaam): Promise<void> => {
    const onderdeel = onderdelen.find((o) => o.naam === naam);
    if (onderdeel === undefined) return;
    gestart.push({ onderdeel, proces: await voortgang.stap(onderdeel.titel, () => onderdeel.start()) });
  };
  await doe('postgres');
  await doe('temporal');
  if (config.databaseUrl !== undefined || onderdelen.some((o) => o.naam === 'postgres')) {
    await voortgang.stap('Databaseschema', () => migreer(databaseUrl));
    // Never among the records of a municipality.
    demonstratie = config.databaseUrl === undefined || (await heeftGeenGemeenten(databaseUrl));
    if (demonstratie) await voortgang.stap('Scholen en medewerkers', () => laadVasteGegevens(databaseUrl));
  }
  if (config.temporalAddress !== undefined || onderdelen.some((o) => o.naam === 'temporal')) {
    await voortgang.stap(`Namespace ${config.temporalNamespace}`, () =>
      maakNamespace(temporalAddress, config.temporalNamespace),
    );
  }
  zorgVoorHoofdsleutel(config.sleutels);
  // Who brings a Temporal server of his own may not have its web page; then it goes without.
  const ui: OnderdeelNaam[] = bestaandeUi(config.cache) === undefined ? [] : ['temporal-ui'];
  // These do not wait for each other. It goes on when all are ready or have failed, so that cleaning up misses none.
  const uitkomsten = await Promise.allSettled(
    [...ui, 'aanmelden' as const, 'postvak' as const, 'worker' as const, 'api' as const].map(doe),
  );
  const mislukt = uitkomsten.find((u) => u.status === 'rejected');
  if (mislukt !== undefined) throw mislukt.reason;
  return { gestart, demonstratie };
}
