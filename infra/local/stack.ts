import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Config } from '#config';
import { migreer } from '#read-model';
import { zorgVoorHoofdsleutel } from '#codec';
import { bewaak } from './bewaker.js';
import { laadVasteGegevens } from './demo/vaste-gegevens.js';
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
  /** Welke onderdelen; standaard alle. */
  readonly onderdelen?: readonly OnderdeelNaam[];
  /** Extra omgevingsvariabelen voor aanmelddienst, worker en API. */
  readonly env?: Readonly<Record<string, string>>;
  /** Of PostgreSQL iedere commit naar schijf brengt; standaard ja. Alleen een test die geen stroomuitval nabootst zet dit uit. */
  readonly duurzaam?: boolean;
  /** Of een onderdeel dat stopt opnieuw start; standaard ja. */
  readonly bewaak?: boolean;
  readonly voortgang?: Voortgang;
}

/** Een lopende stack. */
export interface Stack extends Adressen {
  readonly config: Config;
  readonly apiUrl: string;
  readonly workerUrl: string;
  /** Afwezig als zij niet meedoet. */
  readonly temporalUiUrl: string | undefined;
  /** De omgevingsvariabelen waarmee aanmelddienst, worker en API gestart zijn. */
  readonly env: Readonly<Record<string, string>>;
  /** Het nummer van het lopende proces van een onderdeel. */
  pid(naam: OnderdeelNaam): number | undefined;
  /** Stopt alles in de omgekeerde volgorde van starten. */
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
 * Start de hele stack (of `onderdelen` ervan) en geeft haar als alles klaar is. Gezonde wezen van een vorige keer
 * (PostgreSQL, Temporal) worden overgenomen, de andere vervangen.
 * @throws {OpstartFout} die zegt wat de gebruiker kan doen; alles van deze staatmap is dan weer gestopt.
 */
export async function startStack(opties: StackOpties): Promise<Stack> {
  const { config, voortgang = stil } = opties;
  const { staat } = config;
  eisSchrijfbaar(staat);
  const namen = teStarten(config, opties.onderdelen ?? ONDERDELEN);
  const env = { ...omgevingVoorDiensten(config), ...opties.env };
  const onderdelen = onderdelenVan(config, opties.duurzaam ?? true, env, voortgang);
  let gestart: Gestart[];
  try {
    await eisVrij(
      namen.filter((naam) => lopend(staat, naam) === undefined).flatMap((naam) => poortenVan(naam, config)),
    );
    gestart = await startOpVolgorde(
      config,
      namen.map((naam) => onderdelen[naam]),
      voortgang,
    );
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
    workerUrl: `http://127.0.0.1:${config.workerPort}`,
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

/** Eerst wat bewaart (PostgreSQL, Temporal), dan wat daarin moet bestaan, dan wie het gebruiken. */
async function startOpVolgorde(
  config: Config,
  onderdelen: readonly Onderdeel[],
  voortgang: Voortgang,
): Promise<Gestart[]> {
  const { databaseUrl, temporalAddress } = adressenVan(config);
  const gestart: Gestart[] = [];
  const doe = async (naam: OnderdeelNaam): Promise<void> => {
    const onderdeel = onderdelen.find((o) => o.naam === naam);
    if (onderdeel === undefined) return;
    gestart.push({ onderdeel, proces: await voortgang.stap(onderdeel.titel, () => onderdeel.start()) });
  };
  await doe('postgres');
  await doe('temporal');
  if (config.databaseUrl !== undefined || onderdelen.some((o) => o.naam === 'postgres')) {
    await voortgang.stap('Databaseschema', () => migreer(databaseUrl));
    await voortgang.stap('Scholen en medewerkers', () => laadVasteGegevens(databaseUrl));
  }
  if (config.temporalAddress !== undefined || onderdelen.some((o) => o.naam === 'temporal')) {
    await voortgang.stap(`Namespace ${config.temporalNamespace}`, () =>
      maakNamespace(temporalAddress, config.temporalNamespace),
    );
  }
  zorgVoorHoofdsleutel(config.sleutels);
  // Wie een eigen Temporal-server meebrengt heeft haar webpagina misschien niet; dan gaat het zonder.
  const ui: OnderdeelNaam[] = bestaandeUi(config.cache) === undefined ? [] : ['temporal-ui'];
  // Deze wachten niet op elkaar. Pas als ze allemaal klaar of mislukt zijn gaat het verder: wie opruimt mist er dan geen.
  const uitkomsten = await Promise.allSettled(
    [...ui, 'aanmelden' as const, 'worker' as const, 'api' as const].map(doe),
  );
  const mislukt = uitkomsten.find((u) => u.status === 'rejected');
  if (mislukt !== undefined) throw mislukt.reason;
  return gestart;
}
