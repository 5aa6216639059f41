import type pg from 'pg';
import { plusDagen } from '#kalender';
import {
  isBuitenTeam,
  naamVanEffect,
  nextWake,
  termijnDef,
  type Definitie,
  type Effect,
  type LopendeTermijn,
  type Partij,
  type Projectie,
  type Snapshot,
} from '#process';
import type { Lijst } from './schema.js';
import type { DuoStand } from './vragen/duo.js';

/** What the row holds beside the snapshot, computed where the definition is known. */
export interface RijKolommen {
  /** The earliest date of the running terms; those that stand still or wait for nothing have none. */
  eersteTermijn: string | null;
  /** The day on which the process acts by itself next. */
  wekOp: string | null;
  /** The first day on which a term was late; null when none is. */
  teLaatSinds: string | null;
  /** Somebody outside the team whose move it is, and since when. */
  wachtOp: Partij | null;
  wachtSinds: string | null;
  lijst: Lijst;
  /** The Idempotency-Key that opened it; null once forgotten, and then the row keeps the one it has. */
  openingSleutel: string | null;
  /** What becomes of the DUO reports of this process, when it may handle any. */
  duo?: DuoStand | undefined;
}

/** An effect as a line of the list of things to do; `id` is that of the effect. */
export interface TeDoenRij {
  id: string;
  soort: Effect['soort'];
  naam: string;
  voor: string;
  op: string;
  wat: Record<string, string | boolean>;
}

/** How many terms the work list shows of a process. */
const TERMIJNEN_IN_LIJST = 3;

const staatStil = (l: LopendeTermijn): boolean => l.schorsingen?.some((x) => x.tot === undefined) ?? false;

/** The columns of the row of this snapshot. Throws RangeError when the snapshot has a term that the definition lacks. */
export function rijVan(d: Definitie, s: Omit<Snapshot, 'kader'>): RijKolommen {
  const termijnen = s.termijnen
    .filter((l) => !staatStil(l))
    .sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
  const verlopen = termijnen.find((l) => l.verlopen);
  const buiten = wachtOpBuiten(d, s);
  return {
    eersteTermijn: termijnen[0]?.datum ?? null,
    wekOp: nextWake(d, s),
    teLaatSinds: s.teLaat && verlopen ? plusDagen(verlopen.datum, 1) : null,
    wachtOp: buiten?.op ?? null,
    wachtSinds: buiten?.sinds ?? null,
    lijst: {
      toestand: s.toestand,
      termijnen: termijnen.slice(0, TERMIJNEN_IN_LIJST).map((l) => ({
        naam: l.naam,
        datum: l.datum,
        soort: termijnDef(d, l.naam).soort,
        voorlopig: l.voorlopig ?? false,
        verlopen: l.verlopen ?? false,
      })),
      voorstellen: s.voorstellen,
      vlaggen: s.vlaggen,
    },
    openingSleutel: s.prive.sleutels.find((x) => x.revisie === 1)?.sleutel ?? null,
  };
}

/** On whom outside the team a process waits: the owner of its state, else that of a running term. */
function wachtOpBuiten(d: Definitie, s: Omit<Snapshot, 'kader'>): { op: Partij; sinds: string } | undefined {
  if (s.afgerond) return undefined;
  const eigenaar = d.toestanden[s.toestand]?.eigenaar;
  if (isBuitenTeam(eigenaar)) return { op: eigenaar, sinds: s.sinds };
  for (const l of s.termijnen) {
    const vanTermijn = termijnDef(d, l.naam).eigenaar;
    if (isBuitenTeam(vanTermijn) && !staatStil(l)) return { op: vanTermijn, sinds: l.vanaf };
  }
  return undefined;
}

/** An effect as something to do: by a person, or by what later work builds. */
export function teDoenVan(e: Effect): TeDoenRij {
  const basis = { id: e.id, soort: e.soort, naam: naamVanEffect(e), op: e.op, wat: {} };
  switch (e.soort) {
    case 'taak':
      return { ...basis, voor: e.voor, wat: e.overgeslagen ? { overgeslagen: e.overgeslagen } : {} };
    case 'brief':
      return { ...basis, voor: e.aan };
    case 'herinner':
      return { ...basis, voor: e.aan, wat: { termijn: e.termijn, herinnering: e.herinnering } };
    case 'start':
    case 'meld':
      return { ...basis, voor: 'leerplichtambtenaar' };
  }
}

/**
 * Writes one accepted change: row (the latest decision wins), timeline, things to do and a NOTIFY on channel `proces`, in one statement.
 * Repeating it changes nothing. What an earlier decision left at the same revision goes: Temporal dropped that one.
 * @param pool of the worker's role.
 */
export async function projecteer(
  pool: pg.Pool,
  p: Projectie,
  kolommen: RijKolommen,
  teDoen: readonly TeDoenRij[],
): Promise<void> {
  await pool.query({
    name: 'projecteer',
    text: 'select app.projecteer($1)',
    values: [JSON.stringify({ ...p, ...kolommen, teDoen })],
  });
}

/**
 * Notes one thing to do of a process; noted before, it stays as it is.
 * @param pool of the worker's role.
 */
export async function noteerTeDoen(
  pool: pg.Pool,
  proces: { id: string; gemeente: string },
  rij: TeDoenRij,
): Promise<void> {
  await pool.query({
    name: 'noteer_te_doen',
    text: 'select app.noteer_te_doen($1, $2, $3)',
    values: [proces.gemeente, proces.id, JSON.stringify([rij])],
  });
}
