import { plusDagen, type Datum } from '#kalender';
import { isEind, type Termijn } from './definitie.js';
import { contextVan, type Stand } from './stand.js';
import { begin, bereik, eerstvolgende, gezet, lijst, termijnDef } from './termijnen.js';
import type { LopendeTermijn, TermijnWijziging } from './snapshot.js';

export interface Aanleiding {
  actie?: string;
  termijn?: string;
  /** The state that was entered by this event. */
  betreden?: string;
  opening?: boolean;
  /** Date fields that were corrected. */
  velden?: string[];
  /** Somebody works on the process without an act of the table. */
  levensteken?: boolean;
  /** Only these terms may begin. */
  alleen?: (termijn: string) => boolean;
}

/** True when the term runs in this state. */
export const omvat = (t: Termijn, toestand: string): boolean => bereik(t)?.includes(toestand) ?? true;

/** Fulfils, ends and starts terms after an event; gives what changed, for the timeline. */
export function bijNieuweStand(st: Stand, op: Datum, a: Aanleiding): TermijnWijziging[] {
  const wijzigingen: TermijnWijziging[] = [];
  const blijven: LopendeTermijn[] = [];
  const gehaald = new Map<string, Datum>();
  for (const l of st.s.termijnen) {
    const t = termijnDef(st.d, l.naam);
    const bereikt =
      (a.actie !== undefined && lijst(t.tot?.actie).includes(a.actie)) ||
      (a.betreden !== undefined && lijst(t.tot?.toestand).includes(a.betreden));
    if (bereikt) gehaald.set(l.naam, l.datum);
    if (bereikt || !omvat(t, st.s.toestand) || isEind(st.d, st.s))
      wijzigingen.push({ naam: l.naam, wat: bereikt ? 'gehaald' : 'vervallen', van: l.datum });
    else blijven.push(l);
  }
  st.s = { ...st.s, termijnen: blijven };
  if (isEind(st.d, st.s)) return wijzigingen;
  for (const t of st.d.termijnen) {
    if (a.alleen && !a.alleen(t.naam)) continue;
    const vanaf = anker(st, t, op, a, gehaald.get(t.naam));
    if (!vanaf || !omvat(t, st.s.toestand)) continue;
    if (t.als && !t.als(contextVan(st.s, op))) continue;
    const oud = st.s.termijnen.find((l) => l.naam === t.naam);
    const nieuw = begin(st.d, t, st.s, vanaf, op);
    if (oud) wijzigingen.push({ naam: t.naam, wat: 'verplaatst', van: oud.datum, naar: nieuw.datum });
    else wijzigingen.push({ naam: t.naam, wat: 'gestart', naar: nieuw.datum });
    st.s = { ...st.s, termijnen: [...st.s.termijnen.filter((l) => l !== oud), nieuw] };
  }
  return wijzigingen;
}

/** The day from which the term counts if this event starts it (anew); undefined when it does not. */
function anker(
  st: Stand,
  t: Termijn,
  op: Datum,
  a: Aanleiding,
  gehaald: Datum | undefined,
): Datum | undefined {
  const v = t.vanaf;
  const loopt = st.s.termijnen.some((l) => l.naam === t.naam);
  if (loopt && herstart(t, a)) return op;
  if ('toestand' in v)
    return a.betreden !== undefined && lijst(v.toestand).includes(a.betreden) ? op : undefined;
  if ('actie' in v) {
    const gecorrigeerd = loopt && v.veld !== undefined && a.velden?.includes(v.veld);
    if (!gecorrigeerd && !(a.actie && lijst(v.actie).includes(a.actie))) return undefined;
    return v.veld ? (st.s.gegevens[v.veld] as Datum | undefined) : op;
  }
  if ('termijn' in v) return a.termijn === v.termijn ? op : undefined;
  if ('elkJaar' in v) {
    const na = v.na ? (st.s.gegevens[v.na] as Datum | undefined) : op;
    if (!na) return undefined;
    if (v.na && a.velden?.includes(v.na)) return eerstvolgende(v.elkJaar, na);
    if (loopt) return undefined;
    if (gehaald) return eerstvolgende(v.elkJaar, plusDagen(gehaald, 1));
    return a.betreden !== undefined || a.opening ? eerstvolgende(v.elkJaar, na) : undefined;
  }
  const waarde = st.s.gegevens[v.datumveld] as Datum | undefined;
  if (!waarde) return undefined;
  const oud = st.s.termijnen.find((l) => l.naam === t.naam);
  if (oud) return oud.vanaf === waarde ? undefined : waarde;
  // A date field starts its term once: at the opening, when the field is given or corrected, or when its states are entered.
  const gegeven = a.actie !== undefined && v.datumveld in (st.d.acties[a.actie]?.invoer.shape ?? {});
  const betreden = a.betreden !== undefined && bereik(t) !== undefined;
  return a.opening || gegeven || betreden || a.velden?.includes(v.datumveld) ? waarde : undefined;
}

/** True when somebody's act starts a running term anew. What passes by itself does not: a process in which only dates pass is silent. */
function herstart(t: Termijn, a: Aanleiding): boolean {
  if (t.herstartBij === 'elkeGebeurtenis') return a.actie !== undefined || a.levensteken === true;
  return a.actie !== undefined && (t.herstartBij?.includes(a.actie) ?? false);
}

/** Computes every running term anew, after the calendar or a date was corrected. */
export function herbereken(st: Stand, op: Datum): TermijnWijziging[] {
  const wijzigingen: TermijnWijziging[] = [];
  const termijnen = st.s.termijnen.map((l) => {
    const nieuw = gezet(st.d, st.s, l, op);
    if (nieuw.datum !== l.datum)
      wijzigingen.push({ naam: l.naam, wat: 'verplaatst', van: l.datum, naar: nieuw.datum });
    return nieuw.datum === l.datum && nieuw.voorlopig === l.voorlopig ? l : nieuw;
  });
  st.s = { ...st.s, termijnen };
  return wijzigingen;
}
