import { type Datum } from '#kalender';
import { doelVan, type Context, type Definitie, type EffectDef } from './definitie.js';
import type { Besluit, Effect, Gebeurtenis, Gegevens, Snapshot, Voorstel } from './snapshot.js';

/** The process itself, where no person acts. */
export const SYSTEEM = { rol: 'systeem' as const, id: 'systeem' };

/**
 * A decision under construction: the next snapshot with what it sets in motion. Its snapshot is a copy of its own, so its fields are
 * written in place; what hangs on them is shared with the snapshot before it and is always replaced, never changed.
 */
export interface Stand {
  d: Definitie;
  s: Snapshot;
  effecten: Effect[];
  gebeurtenissen: Gebeurtenis[];
}

/** Begins the next revision. */
export function nieuweStand(d: Definitie, s: Snapshot): Stand {
  return { d, s: { ...s, revisie: s.revisie + 1 }, effecten: [], gebeurtenissen: [] };
}

/** The finished decision. */
export function klaar(st: Stand): Extract<Besluit, { ok: true }> {
  st.s.teLaat = st.s.termijnen.some((l) => l.verlopen);
  return { ok: true, snapshot: st.s, effecten: st.effecten, gebeurtenissen: st.gebeurtenissen };
}

/** What guards and branches may look at. */
export const contextVan = (s: Snapshot, vandaag: Datum, invoer: Gegevens = {}, feiten = {}): Context => ({
  invoer,
  gegevens: s.gegevens,
  feiten,
  vandaag,
  kader: s.kader,
  toestand: s.toestand,
  aantal: (actie) => s.aantallen[actie] ?? 0,
  heeftVlag: (vlag) => s.vlaggen.includes(vlag),
});

/** Gives a declared effect its id and its day. */
export function voegEffectToe(st: Stand, e: EffectDef, op: Datum): void {
  const id = `${st.s.revisie}.${st.effecten.length}`;
  switch (e.soort) {
    case 'taak':
      st.effecten.push({ id, op, soort: 'taak', naam: e.naam, voor: e.voor ?? 'leerplichtambtenaar' });
      break;
    case 'brief':
      st.effecten.push({ id, op, soort: 'brief', naam: e.naam, aan: e.aan });
      break;
    case 'start':
      st.effecten.push({ id, op, soort: 'start', procestype: doelVan(e), ...gaatMee(st, e, op) });
      break;
    case 'meld': {
      const moet = e.moet === true && typeof e.doel === 'string' ? { moet: true } : {};
      const { bericht } = e;
      st.effecten.push({
        id,
        op,
        soort: 'meld',
        procestype: doelVan(e),
        bericht,
        ...gaatMee(st, e, op),
        ...moet,
      });
    }
  }
}

/** The data for another process; none where that one is not built. */
function gaatMee(
  st: Stand,
  e: Extract<EffectDef, { soort: 'start' | 'meld' }>,
  op: Datum,
): { gegevens?: Gegevens } {
  if (typeof e.doel !== 'string') return {};
  return { gegevens: (e.met?.(contextVan(st.s, op)) ?? {}) as Gegevens };
}

/** Adds a proposal, unless that act is proposed already. */
export function stelVoor(st: Stand, v: Voorstel, termijn?: string): void {
  if (st.s.voorstellen.some((x) => x.actie === v.actie)) return;
  st.s.voorstellen = [...st.s.voorstellen, termijn ? { ...v, termijn } : v];
}
