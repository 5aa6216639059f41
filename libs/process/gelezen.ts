import type { Definitie, Termijn } from './definitie.js';

/** A term with the lists of its table as sets. */
export interface GelezenTermijn {
  t: Termijn;
  /** The states in which it runs; undefined means all. */
  bereik?: ReadonlySet<string>;
  /** The actions and states that fulfil it. */
  totActie: ReadonlySet<string>;
  totToestand: ReadonlySet<string>;
  /** The actions or states that start it. */
  vanaf: ReadonlySet<string>;
}

export interface Gelezen {
  termijnen: GelezenTermijn[];
  perNaam: ReadonlyMap<string, GelezenTermijn>;
  /** The fields that an action fills. */
  velden: ReadonlyMap<string, ReadonlySet<string>>;
}

const gelezen = new WeakMap<Definitie, Gelezen>();

/** The terms of a definition, read once: every decision asks all of them. */
export function lees(d: Definitie): Gelezen {
  const bekend = gelezen.get(d);
  if (bekend) return bekend;
  const termijnen = d.termijnen.map(leesTermijn);
  const nieuw = {
    termijnen,
    perNaam: new Map(termijnen.map((x) => [x.t.naam, x])),
    velden: new Map(
      Object.entries(d.acties).map(([naam, a]) => [naam, new Set(Object.keys(a.invoer.shape))]),
    ),
  };
  gelezen.set(d, nieuw);
  return nieuw;
}

function leesTermijn(t: Termijn): GelezenTermijn {
  const v = t.vanaf;
  const staten = bereik(t);
  return {
    t,
    bereik: staten && new Set(staten),
    totActie: new Set(lijst(t.tot?.actie)),
    totToestand: new Set(lijst(t.tot?.toestand)),
    vanaf: new Set('toestand' in v ? lijst(v.toestand) : 'actie' in v ? lijst(v.actie) : []),
  };
}

export const lijst = <T>(x: T | T[] | undefined): T[] => (x === undefined ? [] : Array.isArray(x) ? x : [x]);

/** The states in which the term runs; undefined means all. */
export function bereik(t: Termijn): string[] | undefined {
  if (t.zolang) return t.zolang;
  if (t.tot?.toestand || !('toestand' in t.vanaf)) return undefined;
  return lijst(t.vanaf.toestand);
}

/** True when the term runs in this state. */
export const omvat = (x: GelezenTermijn, toestand: string): boolean => x.bereik?.has(toestand) ?? true;

/** A term as it was read. Throws RangeError when the definition has none of that name. */
export function gelezenTermijn(d: Definitie, naam: string): GelezenTermijn {
  const x = lees(d).perNaam.get(naam);
  if (!x) throw new RangeError(`Termijn ${naam} bestaat niet in ${d.key} v${d.versie}`);
  return x;
}

export const termijnDef = (d: Definitie, naam: string): Termijn => gelezenTermijn(d, naam).t;
