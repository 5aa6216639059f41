import type { KernExtra } from './kern-acties.js';
import type { Effect, Gebeurtenis, Opdracht, Opening, Snapshot } from './snapshot.js';

/** The names that a process answers to, for whoever talks to it through Temporal. */
export const OPENEN = 'openen';
export const HANDELEN = 'handelen';
export const MELDEN = 'melden';
export const STAND = 'stand';
/** The type of an ApplicationFailure that is a lawful no; its one detail is the `Weigering`. */
export const GEWEIGERD = 'Geweigerd';
/** The one task queue of all processes. */
export const TAAKRIJ = 'leerlijn';

export const workflowIdVan = (procestype: string, id: string): string => `${procestype}-${id}`;

/** What a run begins with: an opening, or the snapshot of the run before it. */
export type StartArgument = {
  /** The lead of our clock over the server's at this moment, in milliseconds. */
  voorsprong: number;
} & ({ opening: Opening } | { snapshot: Snapshot; wachtend: Effect[] });

/** Asks to open: answered by whoever opened it first. */
export interface OpenVraag {
  sleutel: string;
  hash: string;
}

/** Asks to act. `extra` holds values that only the API may add. */
export type HandelVraag = Opdracht & Pick<KernExtra, 'kader'>;

/** The answer of both. `hash` is that of the request which the key belongs to: another's means the key was taken. */
export interface Antwoord {
  snapshot: Snapshot;
  revisie: number;
  hash: string;
  herhaald: boolean;
}

/** One accepted change on its way to the row. */
export interface Projectie {
  snapshot: Snapshot;
  gebeurtenissen: { revisie: number; volgnr: number; tijdstip: string; wat: Gebeurtenis }[];
}
