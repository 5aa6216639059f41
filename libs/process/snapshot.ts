import type { Datum, Duur, Kalender, Schorsing } from '#kalender';

/** Who may act. `systeem` is the process itself or another process. */
export type Rol =
  'leerplichtambtenaar' | 'doorstroomcoach' | 'teamleider' | 'school' | 'arts' | 'beheerder' | 'systeem';

/** On whose behalf an act is recorded, or for whom a step waits, when that is nobody with an account. */
export type Partij =
  Rol | 'ouders' | 'jongere' | 'duo' | 'samenwerkingsverband' | 'halt' | 'om' | 'raad' | 'rechter' | 'gi';

export type Waarde = string | number | boolean | null | Waarde[];
/** Ids, dates, enumerations, counts and flags; never free text. */
export type Gegevens = Record<string, Waarde | undefined>;

/** Everything that varies per municipality, school or year; reaches a process only as this value. */
export interface Kader {
  /** `regels` numbers the frozen pure functions (calendar, machine) that this process follows. */
  regels: number;
  instellingen: { versie: number; waarden: Record<string, Duur | number | string | boolean> };
  kalender: Kalender;
}

/** The person behind an act, taken from the token; `id` is opaque. */
export interface Wie {
  id: string;
  rollen: Rol[];
  kenmerken: string[];
}

/** What a process asks of facts that others keep; gathered from our own tables, never from the caller. */
export interface Feiten {
  /** The doctor of `invoer.artsId`, else of `gegevens.artsId`, treats this youth. */
  isBehandelendArts?: boolean;
  /** That doctor is designated by burgemeester en wethouders; when a doctor acts himself he must also be the one of this process. */
  artsIsAangewezen?: boolean;
  /** How many Halt referrals for absence this youth had before, here or where he lived before (settled reading 10). */
  haltVerwezen?: number;
  /** A criminal route of this youth is open. */
  strafrechtLoopt?: boolean;
}

/** Fields of a start that the API computes from its own tables (from the birth date of the youth) and never takes from the caller. */
export const AFGELEIDE_VELDEN = ['twaalfOp', 'zestienOp', 'achttienOp', 'zevenentwintigOp'] as const;

/** One person's wish to act. `sleutel` and `hash` make a repeat recognisable (Idempotency-Key and its request). */
export interface Opdracht {
  actie: string;
  invoer: Gegevens;
  feiten: Feiten;
  wie: Wie;
  sleutel: string;
  hash: string;
}

export interface HerinneringGepland {
  soort: HerinnerSoort;
  op: Datum;
}
export type HerinnerSoort = 'opDatum' | 'halverwege' | 'vooraf' | 'verstreken' | 'groep' | 'teamleider';

/** A term that runs or has passed without its act. Finished terms live on in the timeline only. */
export interface LopendeTermijn {
  naam: string;
  /** The anchor: the day it counts from (forward) or towards (backward). */
  vanaf: Datum;
  /** The duration it began with: a later change of a setting does not reach a running term. */
  duur?: Duur;
  onverlengd: Datum;
  /** The last valid day (`uiterlijk`) or the day itself (`op`). */
  datum: Datum;
  voorlopig?: true;
  verlopen?: true;
  schorsingen?: Schorsing[];
  /** Set by `verlengen` or `herplannen`; takes the place of the computed end. */
  gesteld?: { datum: Datum; door: 'verlengd' | 'herpland' };
  herinner?: HerinneringGepland[];
}

/** The whole state of a process, one JSON value: query answer, update reply, row and continue-as-new argument. */
export interface Snapshot {
  id: string;
  procestype: string;
  versie: number;
  gemeente: string;
  jongereId: string;
  onderwerp: string;
  geopendOp: Datum;
  /** The day of the newest event; nothing is ever dated before it. */
  laatstOp: Datum;
  toestand: string;
  sinds: Datum;
  afgerond: boolean;
  uitkomst?: string;
  behandelaar: string | null;
  gegevens: Gegevens;
  /** How often each action was accepted ("twice not appeared"). */
  aantallen: Record<string, number>;
  vlaggen: string[];
  /** Acts that the process proposes; `termijn` names the term whose passing proposed it. */
  voorstellen: Voorstel[];
  terzijde: string[];
  termijnen: LopendeTermijn[];
  teLaat: boolean;
  storing: Storing | null;
  revisie: number;
  kader: Kader;
  /** Not for screens: the keys of the last requests, so that a repeat is known in every run (newest last). */
  prive: { sleutels: BekendeSleutel[] };
}

/** What opens a process. Start data and start guards are checked before: opening itself cannot be refused. */
export interface Opening {
  id: string;
  procestype: string;
  versie: number;
  gemeente: string;
  jongereId: string;
  onderwerp: string;
  gegevens: Gegevens;
  kader: Kader;
  behandelaar: string | null;
  feiten: Feiten;
  wie: Wie;
  sleutel: string;
  hash: string;
  /** The process that opened this one. */
  herkomst?: Herkomst;
}

export interface Herkomst {
  procestype: string;
  id: string;
}

/** An effect that keeps failing, for as long as it does. */
export interface Storing {
  /** The kind of effect. */
  wat: string;
  sinds: string;
  pogingen: number;
  /** The id and the name of that effect; absent in a row of before these were noted. */
  effect?: string;
  naam?: string;
}

export interface Voorstel {
  actie: string;
  termijn?: string;
  sinds: Datum;
}

export interface BekendeSleutel {
  sleutel: string;
  hash: string;
  revisie: number;
}

/** One line of the timeline. Values are ids, dates and enumerations; texts hang on it by their inhoud id. */
export interface Gebeurtenis {
  soort: 'geopend' | 'actie' | 'kern' | 'verlopen' | 'herinnering' | 'gebeurd' | 'bericht';
  naam: string;
  op: Datum;
  door: { rol: Rol; id: string };
  namens?: Partij;
  van?: string;
  naar?: string;
  uitkomst?: string;
  gegevens?: Gegevens;
  vlaggen?: string[];
  termijnen?: TermijnWijziging[];
  /** The other process that this came from. */
  herkomst?: Herkomst;
}

export interface TermijnWijziging {
  naam: string;
  wat: 'gestart' | 'gehaald' | 'vervallen' | 'verplaatst' | 'verlopen' | 'opgeschort' | 'hervat';
  van?: Datum;
  naar?: Datum;
}

/** What must happen outside the process. `id` is `<revisie>.<n>`: the same after replay, so each is done once. */
export type Effect = { id: string; op: Datum } & (
  | { soort: 'taak'; naam: string; voor: Rol; overgeslagen?: OvergeslagenSoort }
  | { soort: 'brief'; naam: string; aan: Partij }
  | {
      soort: 'herinner';
      termijn: string;
      herinnering: HerinnerSoort;
      aan: 'behandelaar' | 'groep' | 'teamleider';
    }
  // Without `gegevens` the other process is not built: a person does it by hand.
  | { soort: 'start'; procestype: string; gegevens?: Gegevens }
  | { soort: 'meld'; procestype: string; bericht: string; gegevens?: Gegevens; moet?: boolean }
);

/** The kind of the effect in whose place a task came, because somebody skipped it; the task has its name. */
type OvergeslagenSoort = string;

/** Why a wish is refused. `code` decides the HTTP status; `melding` is for the officer. */
export interface Weigering {
  code: 'rol' | 'toestand' | 'eis' | 'sleutel' | 'invoer';
  melding: string;
  norm?: string;
  /** The term that a kernel action named and that stands in the way. */
  termijn?: string;
  soort?: 'LAW' | 'CHAIN' | 'LOCAL';
  grondslag?: string;
  terzijdeTeStellen?: boolean;
  mogelijk?: string[];
}

export type Besluit =
  | { ok: true; snapshot: Snapshot; effecten: Effect[]; gebeurtenissen: Gebeurtenis[] }
  | { ok: false; weigering: Weigering };
