import { type Datum } from '#kalender';
import type { Context, Definitie, Eis } from './definitie.js';
import { lijst, termijnDef } from './gelezen.js';
import { grondslagInWoorden } from './grondslag.js';
import type { Bericht } from './berichten.js';
import { isKernActie, kernBesluit, type KernExtra } from './kern-acties.js';
import { neemOvergang } from './overgang.js';
import { contextVan, klaar, nieuweStand, SYSTEEM, voegEffectToe, type Stand } from './stand.js';
import { bijNieuweStand } from './termijn-loop.js';
import { eersteBeurt } from './termijnen.js';
import { bijVerlopen } from './verlopen.js';
import type {
  Besluit,
  Effect,
  Gebeurtenis,
  Gegevens,
  Opdracht,
  Opening,
  Rol,
  Snapshot,
  Weigering,
  Wie,
} from './snapshot.js';

type OkBesluit = Extract<Besluit, { ok: true }>;

/** The task that a message leaves behind that was not taken. */
export const NIET_GENOMEN = 'berichtNietVerwerkt';

/** How many request keys a process remembers (see "Exactly once" in docs/architectuur.md). */
const SLEUTELS_BEWAARD = 100;

/** The first revision of a process. Cannot be refused: the caller has checked `magOpenen`. */
export function open(d: Definitie, o: Opening, vandaag: Datum): Extract<Besluit, { ok: true }> {
  const leeg: Snapshot = {
    id: o.id,
    procestype: d.key,
    versie: d.versie,
    gemeente: o.gemeente,
    jongereId: o.jongereId,
    onderwerp: o.onderwerp,
    geopendOp: vandaag,
    laatstOp: vandaag,
    toestand: d.begin,
    sinds: vandaag,
    afgerond: false,
    behandelaar: o.behandelaar,
    gegevens: o.gegevens,
    aantallen: {},
    vlaggen: [],
    voorstellen: [],
    terzijde: [],
    termijnen: [],
    teLaat: false,
    storing: null,
    revisie: 0,
    kader: o.kader,
    prive: { sleutels: [{ sleutel: o.sleutel, hash: o.hash, revisie: 1 }] },
  };
  const st = nieuweStand(d, leeg);
  const rol = rolVan(o.wie, d.startDoor) ?? 'systeem';
  const g: Gebeurtenis = {
    soort: 'geopend',
    naam: d.key,
    op: vandaag,
    door: { rol, id: o.wie.id },
    gegevens: o.gegevens,
    ...(o.herkomst && { herkomst: o.herkomst }),
  };
  const c = contextVan(leeg, vandaag, o.gegevens, o.feiten);
  const eerste = bijNieuweStand(st, vandaag, { betreden: d.begin, opening: true });
  g.naar = d.begin;
  if (eerste.length > 0) g.termijnen = eerste;
  for (const o2 of d.opening ?? []) if (!o2.als || o2.als(c)) neemOvergang(st, o2, g, {});
  st.gebeurtenissen.push(g);
  return klaar(st);
}

/** Every guard of the start that does not hold; empty when the process may be opened. */
export function magOpenen(
  d: Definitie,
  gegevens: Gegevens,
  feiten: Opening['feiten'],
  kader: Opening['kader'],
  vandaag: Datum,
): Weigering[] {
  const c: Context = {
    invoer: gegevens,
    gegevens,
    feiten,
    vandaag,
    kader,
    toestand: d.begin,
    aantal: () => 0,
    heeftVlag: () => false,
  };
  return (d.startEisen ?? []).flatMap((e) => (e.als(c) ? [] : [geweigerd(e, c)]));
}

const rolVan = (wie: Wie, door: Rol[]): Rol | undefined => door.find((r) => wie.rollen.includes(r));

function geweigerd(e: Eis, c: Context): Weigering {
  return {
    code: 'eis',
    norm: e.naam,
    melding: typeof e.melding === 'string' ? e.melding : e.melding(c),
    soort: e.grondslag.soort,
    grondslag: grondslagInWoorden(e.grondslag),
    terzijdeTeStellen: e.grondslag.soort !== 'LAW',
  };
}

/** The first reason why this person may not take this action now, before its input is known; undefined when he may. */
export function bezwaar(d: Definitie, s: Snapshot, actie: string, wie: Wie): Weigering | undefined {
  const a = d.acties[actie];
  if (!a)
    return {
      code: 'toestand',
      melding: 'Deze actie bestaat niet in dit proces.',
      mogelijk: available(d, s, wie),
    };
  if (!rolVan(wie, a.door) || (a.kenmerk && !wie.kenmerken.includes(a.kenmerk)))
    return {
      code: 'rol',
      melding: a.kenmerk
        ? `Deze actie vraagt de bevoegdheid ${a.kenmerk}.`
        : 'Uw rol mag deze actie niet uitvoeren.',
    };
  if (s.afgerond) return { code: 'toestand', melding: 'Dit proces is afgerond.', mogelijk: [] };
  if (!d.toestanden[s.toestand]?.bij?.[actie])
    return { code: 'toestand', melding: 'Deze actie kan nu niet.', mogelijk: available(d, s, wie) };
  return undefined;
}

/** The actions of the table that the present state takes, whoever may press them. */
export const mogelijkeActies = (d: Definitie, s: Snapshot): string[] =>
  s.afgerond ? [] : Object.keys(d.toestanden[s.toestand]?.bij ?? {});

/** What this person may do now; kernel actions apart. */
export const available = (d: Definitie, s: Snapshot, wie: Wie): string[] =>
  mogelijkeActies(d, s).filter((a) => !bezwaar(d, s, a, wie));

/**
 * The one rule of the house: what an action does to a process, or why it is refused. What fell due before the act happens first, so
 * that nobody acts on a state that has passed (an act on the morning of the 18th birthday finds the process ended).
 * Pure: the same in the workflow, the API, the browser and a test. `o.invoer` is parsed already.
 */
export function decide(d: Definitie, s: Snapshot, o: Opdracht & KernExtra, vandaag: Datum): Besluit {
  const st = nieuweStand(d, s);
  werkBij(st, vandaag);
  const weigering = isKernActie(o.actie) ? kernBesluit(st, o, vandaag) : neemActie(st, o, vandaag);
  if (weigering) return { ok: false, weigering };
  onthoud(st, o);
  return klaar(st);
}

/**
 * What a message of another process does here: the action of that name by `systeem`. One that this process does not take now becomes a task,
 * never silence. Null when it was taken before. `b.gegevens` is parsed already, by the sender: zod cannot work in the worker's frozen sandbox.
 */
export function ontvang(d: Definitie, s: Snapshot, b: Bericht, vandaag: Datum): OkBesluit | null {
  if (eerder(s, b.sleutel, '')) return null;
  const wie = { id: b.van.id, rollen: ['systeem' as const], kenmerken: [] };
  const kent = isKernActie(b.bericht) || Object.hasOwn(d.acties, b.bericht);
  const o = {
    actie: b.bericht,
    invoer: b.gegevens,
    feiten: {},
    wie,
    sleutel: b.sleutel,
    hash: '',
    kader: b.kader,
  };
  const besluit = kent && decide(d, s, o, vandaag);
  if (besluit && besluit.ok) {
    besluit.gebeurtenissen.at(-1)!.herkomst = b.van;
    return besluit;
  }
  const st = nieuweStand(d, s);
  werkBij(st, vandaag);
  const op = vandaag < st.s.laatstOp ? st.s.laatstOp : vandaag;
  st.s.laatstOp = op;
  voegEffectToe(st, { soort: 'taak', naam: NIET_GENOMEN }, op);
  st.gebeurtenissen.push({ soort: 'bericht', naam: b.bericht, op, door: SYSTEEM, herkomst: b.van });
  onthoud(st, b);
  return klaar(st);
}

/** Takes one action of the table, or says why not. */
function neemActie(st: Stand, o: Opdracht, vandaag: Datum): Weigering | undefined {
  const { d, s } = st;
  const tegen = bezwaar(d, s, o.actie, o.wie);
  if (tegen) return tegen;
  const c = contextVan(s, vandaag, o.invoer, o.feiten);
  for (const e of d.eisen?.[o.actie] ?? [])
    if (!s.terzijde.includes(e.naam) && !e.als(c)) return geweigerd(e, c);
  const a = d.acties[o.actie]!;
  const weg = lijst(d.toestanden[s.toestand]!.bij![o.actie]).find((x) => !x.als || x.als(c));
  if (!weg)
    return {
      code: 'toestand',
      melding: 'Met deze gegevens is er nu geen vervolgstap.',
      mogelijk: available(d, s, o.wie),
    };
  // Not a literal with two spreads: that is ten times slower, and the dearest step of a decision.
  s.gegevens = Object.assign({}, s.gegevens, o.invoer);
  s.aantallen = { ...s.aantallen, [o.actie]: (s.aantallen[o.actie] ?? 0) + 1 };
  if (s.voorstellen.length > 0) s.voorstellen = s.voorstellen.filter((v) => v.actie !== o.actie);
  const g: Gebeurtenis = {
    soort: 'actie',
    naam: o.actie,
    op: vandaag < s.laatstOp ? s.laatstOp : vandaag,
    door: { rol: rolVan(o.wie, a.door)!, id: o.wie.id },
    gegevens: o.invoer,
  };
  if (a.namens) g.namens = a.namens;
  neemOvergang(st, weg, g, { actie: o.actie });
  st.gebeurtenissen.push(g);
  return undefined;
}

/** An accepted request is remembered, so that its repeat decides nothing. */
function onthoud(st: Stand, o: { sleutel: string; hash?: string }): void {
  const { sleutels } = st.s.prive;
  const nieuw = { sleutel: o.sleutel, hash: o.hash ?? '', revisie: st.s.revisie };
  const bewaard = sleutels.length < SLEUTELS_BEWAARD ? sleutels : sleutels.slice(1 - SLEUTELS_BEWAARD);
  st.s.prive = { sleutels: [...bewaard, nieuw] };
}

/** The request seen before: its key with the same content, or with another (then the key is taken). */
export function eerder(
  s: Snapshot,
  sleutel: string,
  hash: string,
): { revisie: number } | 'anders' | undefined {
  const bekend = s.prive.sleutels.find((x) => x.sleutel === sleutel);
  return bekend && (bekend.hash === hash ? { revisie: bekend.revisie } : 'anders');
}

/**
 * Does all that has fallen due by itself up to and including `vandaag`, in order of date, each dated on its own day: after an
 * outage of a month the result is what it would have been without. Null when nothing was due.
 */
export function tick(d: Definitie, s: Snapshot, vandaag: Datum): Extract<Besluit, { ok: true }> | null {
  const st = nieuweStand(d, s);
  return werkBij(st, vandaag) ? klaar(st) : null;
}

/** Lets everything happen that is due up to and including `vandaag`; false when nothing was. */
function werkBij(st: Stand, vandaag: Datum): boolean {
  let gedaan = false;
  while (!st.s.afgerond) {
    const beurt = eersteBeurt(st.d, st.s);
    if (!beurt || beurt.op > vandaag) break;
    gedaan = true;
    const op = beurt.op < st.s.laatstOp ? st.s.laatstOp : beurt.op;
    if (beurt.wat === 'verloop') bijVerlopen(st, beurt.termijn, op);
    else herinner(st, beurt.termijn.naam, beurt.wat.soort, op);
  }
  return gedaan;
}

function herinner(
  st: Stand,
  naam: string,
  soort: Extract<Effect, { soort: 'herinner' }>['herinnering'],
  op: Datum,
): void {
  const aan =
    soort === 'groep'
      ? 'groep'
      : soort === 'teamleider'
        ? 'teamleider'
        : st.s.behandelaar
          ? 'behandelaar'
          : 'groep';
  st.effecten.push({
    id: `${st.s.revisie}.${st.effecten.length}`,
    op,
    soort: 'herinner',
    termijn: naam,
    herinnering: soort,
    aan,
  });
  if (soort === 'opDatum')
    for (const e of termijnDef(st.d, naam).bijHerinnering ?? []) voegEffectToe(st, e, op);
  st.gebeurtenissen.push({ soort: 'herinnering', naam: `${naam}.${soort}`, op, door: SYSTEEM });
  st.s.laatstOp = op;
  st.s.termijnen = st.s.termijnen.map((l) =>
    l.naam === naam ? { ...l, herinner: l.herinner?.slice(1) } : l,
  );
}
