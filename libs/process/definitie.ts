import type { Datum, Duur, TermijnSoort } from '#kalender';
import type { Grondslag } from './grondslag.js';
import type { Feiten, HerinnerSoort, Kader, Partij, Rol, Snapshot } from './snapshot.js';
import type { z } from './schema.js';

/** The eleven processes of the house. One that is not built yet is named through `nogNietGebouwd`. */
export type Procestype =
  | 'spreekuur'
  | 'mas'
  | 'hulp'
  | 'halt'
  | 'civiel'
  | 'strafrecht'
  | 'thuiszitterstafel'
  | 'vrijstelling'
  | 'overdracht'
  | 'traject'
  | 'verlof';
export interface NogNietGebouwd {
  readonly nogNietGebouwd: string;
}
/**
 * Declares a link to a process that does not exist yet: it becomes a task that says what to do by hand. When it is built, `npm run genereer`
 * asks for a next version of whoever names it here; the frozen one goes on as it is.
 */
export const nogNietGebouwd = (naam: Procestype): NogNietGebouwd => ({
  nogNietGebouwd: naam,
});

/** What a guard or a branch may look at. */
export interface Context<I = Record<string, unknown>, G = Record<string, unknown>> {
  invoer: I;
  gegevens: Partial<G>;
  feiten: Feiten;
  vandaag: Datum;
  kader: Kader;
  toestand: string;
  /** How often an action was accepted before now. */
  aantal: (actie: string) => number;
  heeftVlag: (vlag: string) => boolean;
}
type Toets<C> = (c: C) => boolean;

/** A guard: when `als` is false the step is refused with its ground. LAW cannot be set aside; LOCAL and CHAIN can, by a teamleider with a reason. */
export interface Eis<C = Context> {
  naam: string;
  grondslag: Grondslag;
  melding: string | ((c: C) => string);
  als: Toets<C>;
}

/** An effect as the table declares it; the machine gives it its id. */
export type EffectDef =
  | { soort: 'taak'; naam: string; voor?: Rol }
  | { soort: 'brief'; naam: string; aan: Partij }
  | { soort: 'start'; doel: Procestype | NogNietGebouwd; met?: GegevensVoor }
  | { soort: 'meld'; doel: Procestype | NogNietGebouwd; bericht: string; met?: GegevensVoor; moet?: boolean };
/** What goes along to another process; `c.gegevens` already holds the input of the act. */
export type GegevensVoor = (c: Context) => Record<string, unknown>;
/** A task for a colleague, shown in *te doen*. Without `voor` it is for whoever handles the process. */
export const taak = (naam: string, voor?: Rol): EffectDef => ({ soort: 'taak', naam, voor });
/** A letter to be made from the template of that name. */
export const brief = (naam: string, aan: Partij): EffectDef => ({ soort: 'brief', naam, aan });
/**
 * Opens another process for the same youth, with these start data (those in `AFGELEIDE_VELDEN` come by themselves). Where its subject is open
 * already it hears of it through its `bijOpen`.
 */
export const start = (doel: Procestype | NogNietGebouwd, met?: GegevensVoor): EffectDef => ({
  soort: 'start',
  doel,
  ...(met && { met }),
});
/**
 * Tells the open processes of that kind of this youth something: an action of theirs by `systeem`. What one does not take becomes a task
 * there; when none is open it becomes a task here, unless `magOntbreken`.
 */
export const meld = (
  doel: Procestype | NogNietGebouwd,
  bericht: string,
  met?: GegevensVoor,
  { magOntbreken = false } = {},
): EffectDef => ({ soort: 'meld', doel, bericht, moet: !magOntbreken, ...(met && { met }) });
/** The name under which the texts of a process say what to do when a link to another one fails, or cannot be built yet. */
export const doelVan = (e: Extract<EffectDef, { soort: 'start' | 'meld' }>): string =>
  typeof e.doel === 'string' ? e.doel : e.doel.nogNietGebouwd;

/** One way on. Of several the first whose `als` holds is taken; without `naar` the state stays. */
export interface Overgang<S extends string = string, C = Context, A extends string = string> {
  naar?: S;
  als?: Toets<C>;
  uitkomst?: string;
  /** Proposes a next act to the officer; the proposal goes when the state is left. */
  stelVoor?: A;
  dan?: EffectDef[];
  markeer?: string[];
  /** Flags that no longer hold. */
  wis?: string[];
}

export interface Actie<I extends z.ZodObject = z.ZodObject> {
  door: Rol[];
  /** A quality the actor's token must show, such as 'boa'. */
  kenmerk?: string;
  namens?: Partij;
  invoer: I;
  feiten?: (keyof Feiten)[];
}

export interface Toestand<S extends string = string, Bij = Record<string, Overgang<S> | Overgang<S>[]>> {
  /** Whose move it is. Outside the team it means: we wait on somebody. */
  eigenaar?: Partij;
  eind?: true;
  bij?: Bij;
}

/** A LOCAL duration: the municipality's setting, with the default it starts from. */
export interface Instelling {
  instelling: string;
  standaard: Duur;
}
export const lokaal = (instelling: string, standaard: Duur): Instelling => ({ instelling, standaard });

/** `elkJaar` is a day of the year ('06-30'): the first one from today, or from the date in field `na`. */
export type Anker<S extends string, A extends string, D extends string> =
  | { toestand: S | S[] }
  | { actie: A | A[]; veld?: D }
  | { datumveld: D }
  | { elkJaar: string; na?: D }
  | { termijn: string };

/** What a passed term does. Of several the first whose `als` holds. */
export type Verloop<S extends string = string, A extends string = string, C = Context> = {
  als?: Toets<C>;
  /** 'teLaat' is what a passed deadline always is; named so that the table reads in full. */
  markeer?: 'teLaat' | (string & {});
  naar?: S;
  uitkomst?: string;
  stelVoor?: A;
  dan?: EffectDef[];
};

export interface Termijn<
  S extends string = string,
  A extends string = string,
  D extends string = string,
  C = Context,
> {
  naam: string;
  soort: TermijnSoort;
  grondslag: Grondslag;
  /** `uiterlijk`: the last valid day. `op`: it happens on that day. */
  type?: 'uiterlijk' | 'op';
  vanaf: Anker<S, A, D>;
  /** Forward from the anchor. */
  duur?: Duur | Instelling;
  /** Backward from the anchor ("6 months before the 18th birthday"). */
  voor?: Duur | Instelling;
  /** What fulfils it: an accepted action or a state that is entered. */
  tot?: { actie?: A | A[]; toestand?: S | S[] };
  /** States in which it runs; leaving them ends it. Default: the anchor's states, or every state when `tot` names a state or the anchor is no state. */
  zolang?: S[];
  /** It starts only when this holds at the anchor. */
  als?: Toets<C>;
  eigenaar?: Partij;
  herinner?: Exclude<HerinnerSoort, 'opDatum'>[];
  /** Fixed reminders: days of the year ('04-01') or a time before the date. */
  herinnerOp?: (string | { voor: Duur })[];
  /** What goes along with each fixed reminder (a draft letter). */
  bijHerinnering?: EffectDef[];
  bijVerloop?: Verloop<S, A, C> | Verloop<S, A, C>[];
  /** After expiry it starts again from the expiry date, for as long as it is in scope. */
  herhaal?: Duur | Instelling;
  /** While it runs it starts anew on these actions, or on everything that somebody does (also a note). */
  herstartBij?: A[] | 'elkeGebeurtenis';
  /** False for what never moves off a weekend by itself (a birthday). */
  verschuift?: false;
  /** The article that lets a LAW term be extended (Awb 4:14) or stand still (Awb 4:15). */
  verlengbaar?: Grondslag;
  opschortbaar?: Grondslag;
}

/** A definition as the machine reads it: the table with its type parameters erased. */
export interface Definitie {
  key: string;
  versie: number;
  onderwerp: (g: Record<string, unknown>) => string;
  start: z.ZodObject;
  startDoor: Rol[];
  startFeiten?: (keyof Feiten)[];
  startEisen?: Eis[];
  /** The action by which an open one hears that somebody would open it again; it gets the start data that it knows. */
  bijOpen?: string;
  /** Only those with this quality see that it is there (Wpg): settled reading 19. */
  afgeschermd?: 'boa';
  /** Names of actions, messages, flags, terms and fields that only a BOA sees of a process that is not shielded itself. */
  wpgNamen?: string[];
  /** Whose work it is; the leerplicht team when absent. */
  team?: 'doorstroompunt';
  /** It does not end when the youth moves: it ends where it began. */
  blijftBijVerhuizing?: true;
  /** What takes its place in the municipality that the youth moves to; no content goes along. Nothing when absent. */
  elders?: { doel: Procestype; met: GegevensVoor };
  opening?: Overgang[];
  acties: Record<string, Actie>;
  eisen?: Record<string, Eis[] | undefined>;
  termijnen: Termijn[];
  begin: string;
  toestanden: Record<string, Toestand>;
  /** How a process of an older version continues here: old state -> state of this version. */
  migratieVan?: Record<number, Record<string, string>>;
}

/** The parsed value; the index signature that zod gives an empty object would swallow every other key, so it goes. */
type Uitvoer<Z> = Z extends z.ZodType
  ? { [K in keyof z.output<Z> as string extends K ? never : K]: z.output<Z>[K] }
  : never;
type UnieNaarDoorsnede<U> = (U extends unknown ? (k: U) => void : never) extends (k: infer I) => void
  ? I
  : never;
type Vlak<T> = { [K in keyof T]: T[K] };
type AlleGegevens<Z, A extends Record<string, Actie>> = Vlak<
  Uitvoer<Z> & UnieNaarDoorsnede<{ [K in keyof A]: Uitvoer<A[K]['invoer']> }[keyof A]>
>;
type DatumSleutels<G> = { [K in keyof G]-?: NonNullable<G[K]> extends Datum ? K : never }[keyof G] & string;

/** The names in a definition, for whoever must cover them all (texts, tests). */
export type Getypeerd<S extends string, A extends string, T extends string> = Definitie & {
  readonly namen?: { toestand: S; actie: A; termijn: T };
};

interface Tabel<
  Z extends z.ZodObject,
  A extends Record<string, Actie>,
  S extends string,
  T extends string,
  G = AlleGegevens<Z, A>,
> {
  key: string;
  versie: number;
  /** What distinguishes one life of this process from another for the same youth. */
  onderwerp: (g: Uitvoer<Z>) => string;
  start: Z;
  startDoor: Rol[];
  startFeiten?: (keyof Feiten)[];
  startEisen?: Eis<Context<Uitvoer<Z>, G>>[];
  bijOpen?: keyof A & string;
  afgeschermd?: 'boa';
  wpgNamen?: string[];
  team?: 'doorstroompunt';
  blijftBijVerhuizing?: true;
  elders?: { doel: Procestype; met: GegevensVoor };
  opening?: Overgang<NoInfer<S>, Context<Uitvoer<Z>, G>, keyof A & string>[];
  acties: A;
  /** Per action: what must hold before it is accepted, whatever the state. */
  eisen?: { [K in keyof A]?: Eis<Context<Uitvoer<A[K]['invoer']>, NoInfer<G>>>[] };
  termijnen: (Termijn<
    NoInfer<S>,
    keyof A & string,
    DatumSleutels<G>,
    Context<Record<string, unknown>, NoInfer<G>>
  > & {
    naam: T;
  })[];
  begin: NoInfer<S>;
  toestanden: Record<S, Toestand<NoInfer<S>, Bij<NoInfer<S>, A, G>>>;
  migratieVan?: Record<number, Record<string, NoInfer<S>>>;
}
type Bij<S extends string, A extends Record<string, Actie>, G> = {
  [K in keyof A]?:
    | Overgang<S, Context<Uitvoer<A[K]['invoer']>, G>, keyof A & string>
    | Overgang<S, Context<Uitvoer<A[K]['invoer']>, G>, keyof A & string>[];
};

/**
 * Makes a process out of its table. A target state, an action, a fact or a date field that does not exist does not compile.
 * A definition that has run is never edited: see docs/decisions and `npm run bevries`.
 */
export function defineProcess<
  Z extends z.ZodObject,
  const A extends Record<string, Actie>,
  const S extends string,
  const T extends string,
>(tabel: Tabel<Z, A, S, T>): Getypeerd<S, keyof A & string, T> {
  // zod makes a shape when it is first read, and cannot any more in the worker, which freezes definitions to share them between workflows.
  for (const schema of [tabel.start, ...Object.values(tabel.acties).map((a) => a.invoer)]) void schema.shape;
  return tabel as unknown as Getypeerd<S, keyof A & string, T>;
}

/** A named guard outside the table, typed by what it reads. */
export const eis = <I = Record<string, unknown>, G = Record<string, unknown>>(
  e: Eis<Context<I, G>>,
): Eis<Context<I, G>> => e;

/** True when a process in this state is over. */
export const isEind = (d: Definitie, s: Pick<Snapshot, 'toestand'>): boolean =>
  d.toestanden[s.toestand]?.eind === true;
