import { plusDagen, type Datum } from '#kalender';
import { isEind, type Termijn } from './definitie.js';
import { contextVan, type Stand } from './stand.js';
import { gelezenTermijn, lees, omvat, type GelezenTermijn } from './gelezen.js';
import { begin, eerstvolgende, gezet } from './termijnen.js';
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

/** Fulfils, ends and starts terms after an event; gives what changed, for the timeline. */
export function bijNieuweStand(st: Stand, op: Datum, a: Aanleiding): TermijnWijziging[] {
  const { d, s } = st;
  const wijzigingen: TermijnWijziging[] = [];
  const lopend: LopendeTermijn[] = [];
  const gehaald: LopendeTermijn[] = [];
  const voorbij = isEind(d, s);
  for (const l of s.termijnen) {
    const x = gelezenTermijn(d, l.naam);
    const bereikt =
      (a.actie !== undefined && x.totActie.has(a.actie)) ||
      (a.betreden !== undefined && x.totToestand.has(a.betreden));
    if (bereikt) gehaald.push(l);
    if (bereikt || voorbij || !omvat(x, s.toestand))
      wijzigingen.push({ naam: l.naam, wat: bereikt ? 'gehaald' : 'vervallen', van: l.datum });
    else lopend.push(l);
  }
  s.termijnen = lopend;
  if (voorbij) return wijzigingen;
  for (const x of lees(d).termijnen) {
    const { t } = x;
    if (!omvat(x, s.toestand) || (a.alleen && !a.alleen(t.naam))) continue;
    const plaats = plaatsVan(lopend, t.naam);
    const vanaf = anker(st, x, op, a, lopend[plaats], gehaald);
    if (!vanaf || (!verbetert(st, a, plaats) && t.als && !t.als(contextVan(s, op)))) continue;
    const nieuw = begin(d, t, s, vanaf, op);
    if (plaats < 0) wijzigingen.push({ naam: t.naam, wat: 'gestart', naar: nieuw.datum });
    else {
      wijzigingen.push({ naam: t.naam, wat: 'verplaatst', van: lopend[plaats]!.datum, naar: nieuw.datum });
      lopend.splice(plaats, 1);
    }
    lopend.push(nieuw);
  }
  return wijzigingen;
}

/** From this number of rules on, a corrected date moves a running term also when that one would not begin any more. */
const REGELS_CORRECTIE = 2;

/** True when a correction meets a term that runs: `als` decides whether a term begins, and this one has begun. */
const verbetert = (st: Stand, a: Aanleiding, plaats: number): boolean =>
  plaats >= 0 && a.velden !== undefined && st.s.kader.regels >= REGELS_CORRECTIE;

function plaatsVan(termijnen: LopendeTermijn[], naam: string): number {
  for (let i = 0; i < termijnen.length; i += 1) if (termijnen[i]!.naam === naam) return i;
  return -1;
}

/** The day from which the term counts if this event starts it (anew); undefined when it does not. */
function anker(
  st: Stand,
  { t, vanaf, bereik }: GelezenTermijn,
  op: Datum,
  a: Aanleiding,
  loopt: LopendeTermijn | undefined,
  gehaald: LopendeTermijn[],
): Datum | undefined {
  const v = t.vanaf;
  if (loopt && herstart(t, a)) return op;
  if ('toestand' in v) return a.betreden !== undefined && vanaf.has(a.betreden) ? op : undefined;
  if ('actie' in v) {
    const gecorrigeerd = loopt && v.veld !== undefined && a.velden?.includes(v.veld);
    if (!gecorrigeerd && !(a.actie !== undefined && vanaf.has(a.actie))) return undefined;
    return v.veld ? gegeven(st, v.veld) : op;
  }
  if ('termijn' in v) return a.termijn === v.termijn ? op : undefined;
  if ('elkJaar' in v) {
    const na = v.na ? gegeven(st, v.na) : op;
    if (!na) return undefined;
    if (v.na && a.velden?.includes(v.na)) return eerstvolgende(v.elkJaar, na);
    if (loopt) return undefined;
    const vorige = gehaald[plaatsVan(gehaald, t.naam)];
    if (vorige) return eerstvolgende(v.elkJaar, plusDagen(vorige.datum, 1));
    return a.betreden !== undefined || a.opening ? eerstvolgende(v.elkJaar, na) : undefined;
  }
  const waarde = gegeven(st, v.datumveld);
  if (!waarde) return undefined;
  if (loopt) return loopt.vanaf === waarde ? undefined : waarde;
  // A date field starts its term once: at the opening, when the field is given or corrected, or when its states are entered.
  const nieuw = a.actie !== undefined && lees(st.d).velden.get(a.actie)?.has(v.datumveld);
  const betreden = a.betreden !== undefined && bereik !== undefined;
  return a.opening || nieuw || betreden || a.velden?.includes(v.datumveld) ? waarde : undefined;
}

const gegeven = (st: Stand, veld: string): Datum | undefined => st.s.gegevens[veld] as Datum | undefined;

/** True when somebody's act starts a running term anew. What passes by itself does not: a process in which only dates pass is silent. */
function herstart(t: Termijn, a: Aanleiding): boolean {
  if (t.herstartBij === 'elkeGebeurtenis') return a.actie !== undefined || a.levensteken === true;
  return a.actie !== undefined && (t.herstartBij?.includes(a.actie) ?? false);
}

/** Computes every running term anew, after the calendar or a date was corrected; `herplan` plans its reminders anew where the date stays. */
export function herbereken(st: Stand, op: Datum, herplan = false): TermijnWijziging[] {
  const wijzigingen: TermijnWijziging[] = [];
  const termijnen = st.s.termijnen.map((l) => {
    const nieuw = gezet(st.d, st.s, l, op);
    if (nieuw.datum !== l.datum)
      wijzigingen.push({ naam: l.naam, wat: 'verplaatst', van: l.datum, naar: nieuw.datum });
    return nieuw.datum === l.datum && nieuw.voorlopig === l.voorlopig && !herplan ? l : nieuw;
  });
  st.s.termijnen = termijnen;
  return wijzigingen;
}
