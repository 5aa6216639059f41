import type { Datum } from '#kalender';
import type { Gegevens } from '#process';

/** What a story sees of a process. */
export interface Stand {
  toestand: string;
  afgerond: boolean;
  uitkomst: string | null;
  termijnen: { naam: string; datum: string }[];
  vlaggen: string[];
}

/** Why a step was refused: the norm of a guard, or the code of the refusal. */
export interface Nee {
  norm?: string | undefined;
  soort?: string | undefined;
}

/** Who plays a story: in memory, or through the real stack. Each act is that of an officer with the authority of a BOA unless it says otherwise. */
export interface Speler {
  vandaag(): Promise<Datum>;
  /** Time passes, everything on its own day. */
  naar(dag: Datum): Promise<void>;
  open(procestype: string, gegevens: Gegevens): Promise<void>;
  doe(procestype: string, actie: string, invoer?: Gegevens, rol?: Rol): Promise<void>;
  /** Tries what must be refused. */
  weigert(procestype: string, actie: string, invoer?: Gegevens): Promise<Nee>;
  /** The process of this type that began last, once it is there. */
  stand(procestype: string): Promise<Stand>;
  /** How many of this type there were. */
  aantal(procestype: string): Promise<number>;
}
export type Rol = 'leerplichtambtenaar' | 'teamleider' | 'doorstroomcoach';

/** A text, for whoever keeps texts; in memory it is an id already. */
export const TEKST = '7d444840-9dc0-41d1-b245-5ffdce74fad2';
