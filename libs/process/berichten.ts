import type { KernExtra } from './kern-acties.js';
import type {
  Effect,
  Gebeurtenis,
  Gegevens,
  Herkomst,
  Kader,
  Opdracht,
  Opening,
  Snapshot,
} from './snapshot.js';

/** The names that a process answers to, for whoever talks to it through Temporal. */
export const OPENEN = 'openen';
export const HANDELEN = 'handelen';
export const STAND = 'stand';
export const MELDEN = 'melden';
/** The type of an ApplicationFailure that is a lawful no; its one detail is the `Weigering`. */
export const GEWEIGERD = 'Geweigerd';
/** The one task queue of all processes. */
export const TAAKRIJ = 'leerlijn';

export const workflowIdVan = (procestype: string, id: string): string => `${procestype}-${id}`;

/** What a run begins with: an opening, or the snapshot of the run before it. */
export type StartArgument = {
  /** The lead of our clock over the server's at this moment, in milliseconds. */
  voorsprong: number;
} & ({ opening: Opening } | { snapshot: Snapshot });

/** Asks to open: answered by whoever opened it first. */
export interface OpenVraag {
  sleutel: string;
  hash: string;
  /** {@link kaderMerk} of the kader that the asker has. */
  heeft?: string;
}

/** Asks to act. `kader` is a value that only the API may add, `heeft` the {@link kaderMerk} of the one that the asker has. */
export type HandelVraag = Opdracht & Pick<KernExtra, 'kader'> & { heeft?: string };

/** Names a kader of a process: two of one name give the same dates. */
export const kaderMerk = (k: Kader): string =>
  [k.regels, k.instellingen.versie, k.kalender.versie, k.kalender.school?.brin ?? ''].join('.');

/** A snapshot as it travels: the kader, two fifths of its bytes, only for who has another; the known keys not at all. */
export type Reizend = Omit<Snapshot, 'kader' | 'prive'> & { kader?: Kader };

/** What of a snapshot must go to somebody who has the kader of this name. */
export function reizend(s: Snapshot, heeft: string | undefined): Reizend {
  const { kader, prive, ...rest } = s;
  return heeft === kaderMerk(kader) ? rest : { ...rest, kader };
}

/** The snapshot that arrived, completed with the kader of its reader. It knows no keys. */
export const aangekomen = (r: Reizend, eigen: Kader): Snapshot => ({
  ...r,
  kader: r.kader ?? eigen,
  prive: { sleutels: [] },
});

/**
 * The answer of both. `sleutel` and `hash` are those of the request that was really taken: Temporal gives the outcome of an update id to
 * whoever asks, so the API must see that it is not another's.
 */
export interface Antwoord {
  snapshot: Reizend;
  revisie: number;
  sleutel: string;
  hash: string;
  herhaald: boolean;
}

/** One accepted change on its way to the row. */
export interface Projectie {
  snapshot: Omit<Snapshot, 'kader'>;
  /** Only when the row may have another, or none. */
  kader?: Kader;
  /** When the snapshot was decided (ISO, by the process's clock): of two decisions at one revision Temporal kept the later. */
  besloten: string;
  gebeurtenissen: { revisie: number; volgnr: number; tijdstip: string; wat: Gebeurtenis }[];
  /** Effects that are rows themselves: tasks and reminders. */
  effecten: Effect[];
}

/** Letters and what goes to another process leave through the effect lane; everything else is a row in *te doen*, written together with the process's own row. */
export const gaatNaarBuiten = (e: Effect): boolean => e.soort === 'brief' || isKoppeling(e);

/** What an effect is called: in *te doen*, and where it is said that it fails. */
export function naamVanEffect(e: Effect): string {
  switch (e.soort) {
    case 'taak':
    case 'brief':
      return e.naam;
    case 'herinner':
      return e.termijn;
    case 'start':
      return e.procestype;
    case 'meld':
      return `${e.procestype}.${e.bericht}`;
  }
}

/** An effect that another process must hear of. */
export type Koppeling = Extract<Effect, { soort: 'start' | 'meld' }> & { gegevens: Gegevens };
export const isKoppeling = (e: Effect): e is Koppeling =>
  (e.soort === 'start' || e.soort === 'meld') && e.gegevens !== undefined;

/** What one process tells another (a Signal): an action of the receiver by `systeem`. `sleutel` is the effect's, so that it is taken once. */
export interface Bericht {
  bericht: string;
  gegevens: Gegevens;
  sleutel: string;
  van: Herkomst;
  /** With `kaderBijwerken`. */
  kader?: Kader;
}
