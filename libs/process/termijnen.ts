import {
  bereken,
  datum as alsDatum,
  dagenTussen,
  eersteWerkdagVanaf,
  plusDagen,
  plusWerkdagen,
  laatsteWerkdagTotEnMet,
  werkdagenTussen,
  type Datum,
  type Duur,
  type Vraag,
} from '#kalender';
import type { Definitie, Instelling, Termijn } from './definitie.js';
import { termijnDef } from './gelezen.js';
import type {
  HerinneringGepland,
  HerinnerSoort,
  Kader,
  LopendeTermijn,
  Partij,
  Snapshot,
} from './snapshot.js';

/**
 * How a municipality reminds (LOCAL, F6): what it has not set is the default of the house. Terms of fewer working days than `halverwegeVanaf` get no
 * reminder halfway: it would come as quickly as the one before the end.
 */
interface Herinnerwijze extends Record<Exclude<HerinnerSoort, 'opDatum'>, boolean> {
  halverwegeVanaf: number;
  /** In working days, before the date or after it. */
  dagen: Record<'vooraf' | 'groep' | 'teamleider', number>;
}

function herinnerwijzeVan({ instellingen: { waarden } }: Kader): Herinnerwijze {
  const getal = (w: unknown, standaard: number): number => (typeof w === 'number' ? w : standaard);
  return {
    halverwege: waarden['herinnerHalverwege'] !== false,
    vooraf: waarden['herinnerVooraf'] !== false,
    verstreken: waarden['herinnerVerstreken'] !== false,
    groep: waarden['herinnerGroep'] !== false,
    teamleider: waarden['herinnerTeamleider'] !== false,
    halverwegeVanaf: getal(waarden['herinnerHalverwegeVanaf'], 20),
    dagen: {
      vooraf: getal(waarden['herinnerVoorafDagen'], 2),
      groep: getal(waarden['herinnerGroepDagen'], 2),
      teamleider: getal(waarden['herinnerTeamleiderDagen'], 5),
    },
  };
}

/** Whether these kaders remind in the same way. */
export const herinnertGelijk = (a: Kader, b: Kader): boolean =>
  JSON.stringify(herinnerwijzeVan(a)) === JSON.stringify(herinnerwijzeVan(b));

/** The default order of reminders of a term with an owner. */
export const GEWONE_HERINNERINGEN: Exclude<HerinnerSoort, 'opDatum'>[] = [
  'halverwege',
  'vooraf',
  'verstreken',
  'groep',
  'teamleider',
];

/** The municipality's setting where the term is LOCAL and has one, else the duration of the table. */
export function duurVan(d: Duur | Instelling | undefined, kader: Kader): Duur | undefined {
  if (!d || !('instelling' in d)) return d;
  const eigen = kader.instellingen.waarden[d.instelling];
  return typeof eigen === 'object' ? eigen : d.standaard;
}

/** Who must act: the term's own owner, else the owner of the state. */
export const eigenaarVan = (d: Definitie, t: Termijn, toestand: string): Partij | undefined =>
  t.eigenaar ?? d.toestanden[toestand]?.eigenaar;

/** The calendar's question for this term, from which both the date and its explanation follow. */
export function vraagVan(t: Termijn, l: LopendeTermijn, kader: Kader): Vraag {
  const soepel = kader.instellingen.waarden['termijnenVerschuiven'] !== false;
  return {
    vanaf: l.vanaf,
    duur: l.duur,
    richting: t.voor ? 'terug' : 'vooruit',
    soort: t.soort,
    type: t.type ?? 'uiterlijk',
    verschuift: t.verschuift ?? (t.voor || !l.duur ? false : t.soort === 'LAW' || soepel),
    schorsingen: l.schorsingen,
  };
}

/** Computes the date anew (from anchor, duration, suspensions and the present calendar) and plans its reminders from `heden` on. */
export function gezet(d: Definitie, s: Snapshot, l: LopendeTermijn, heden: Datum): LopendeTermijn {
  const t = termijnDef(d, l.naam);
  const b = bereken(vraagVan(t, l, s.kader), s.kader.kalender);
  const nieuw: LopendeTermijn = {
    naam: l.naam,
    vanaf: l.vanaf,
    onverlengd: b.onverlengd,
    datum: l.gesteld?.datum ?? b.datum,
  };
  if (l.duur) nieuw.duur = l.duur;
  if (l.schorsingen) nieuw.schorsingen = l.schorsingen;
  if (l.gesteld) nieuw.gesteld = l.gesteld;
  if (b.voorlopig && !l.gesteld) nieuw.voorlopig = true;
  if (l.verlopen && dagenTussen(nieuw.datum, heden) > 0) nieuw.verlopen = true;
  const plan = planHerinneringen(t, nieuw, s.kader, heden);
  if (plan.length > 0) nieuw.herinner = plan;
  return nieuw;
}

/** A new term from its anchor. */
export function begin(
  d: Definitie,
  t: Termijn,
  s: Snapshot,
  vanaf: Datum,
  heden: Datum,
  duur = duurVan(t.duur ?? t.voor, s.kader),
): LopendeTermijn {
  const l: LopendeTermijn = { naam: t.naam, vanaf, onverlengd: vanaf, datum: vanaf };
  if (duur) l.duur = duur;
  return gezet(d, s, l, heden);
}

/** The first 'MM-DD' on or after a day. 29 February falls on 1 March in common years. */
export function eerstvolgende(maandDag: string, vanaf: Datum): Datum {
  for (let jaar = Number(vanaf.slice(0, 4)); ; jaar++) {
    const gewoon = maandDag === '02-29' && !schrikkel(jaar) ? '03-01' : maandDag;
    const dag = alsDatum(`${jaar}-${gewoon}`);
    if (dag >= vanaf) return dag;
  }
}
const schrikkel = (j: number): boolean => (j % 4 === 0 && j % 100 !== 0) || j % 400 === 0;

/**
 * Reminders still to come (LOCAL, F6): those that the table names, `halverwege` from 20 working days on; they fall on
 * working days, and of several on one day only the last remains.
 */
function planHerinneringen(t: Termijn, l: LopendeTermijn, kader: Kader, heden: Datum): HerinneringGepland[] {
  const later = alleHerinneringen(t, l, kader)
    .filter((h) => h.op > heden)
    .sort((x, y) => (x.op < y.op ? -1 : x.op > y.op ? 1 : 0));
  return later.filter((h, i) => later[i + 1]?.op !== h.op);
}

/** Every reminder of a term as it runs now, also those whose day has been. */
function alleHerinneringen(t: Termijn, l: LopendeTermijn, kader: Kader): HerinneringGepland[] {
  if (!t.herinner && !t.herinnerOp) return [];
  if (staatStil(l)) return [];
  const k = kader.kalender;
  const plan: HerinneringGepland[] = [];
  for (const wanneer of t.herinnerOp ?? []) {
    const dag =
      typeof wanneer === 'string'
        ? laatsteVoor(wanneer, l.datum)
        : bereken(
            {
              vanaf: l.datum,
              duur: wanneer.voor,
              richting: 'terug',
              soort: 'LOCAL',
              type: 'op',
              verschuift: false,
            },
            k,
          ).datum;
    plan.push({ soort: 'opDatum', op: eersteWerkdagVanaf(dag, k) });
  }
  const wijze = herinnerwijzeVan(kader);
  for (const soort of t.herinner ?? []) {
    const op = wijze[soort] ? herinnerDag(soort, t, l, k, wijze) : undefined;
    if (op) plan.push({ soort, op });
  }
  return plan;
}

/** The day of one reminder; undefined when the term is too short for it. */
function herinnerDag(
  soort: Exclude<HerinnerSoort, 'opDatum'>,
  t: Termijn,
  l: LopendeTermijn,
  k: Kader['kalender'],
  wijze: Herinnerwijze,
): Datum | undefined {
  switch (soort) {
    case 'halverwege':
      return !t.voor && werkdagenTussen(l.vanaf, l.datum, k) >= wijze.halverwegeVanaf
        ? eersteWerkdagVanaf(plusDagen(l.vanaf, Math.floor(dagenTussen(l.vanaf, l.datum) / 2)), k)
        : undefined;
    case 'vooraf':
      return laatsteWerkdagTotEnMet(plusWerkdagen(l.datum, -wijze.dagen.vooraf, k), k);
    case 'verstreken':
      return eersteWerkdagVanaf((t.type ?? 'uiterlijk') === 'op' ? l.datum : plusDagen(l.datum, 1), k);
    case 'groep':
    case 'teamleider':
      return plusWerkdagen(l.datum, wijze.dagen[soort], k);
  }
}

/**
 * Whether a reminder that came on the day `op` still says something true of the term as it runs now: it was not moved to a later date since, nor
 * does it stand still. Whoever carries a reminder out of the house asks this just before.
 */
export function herinneringGeldt(
  t: Termijn,
  l: LopendeTermijn,
  kader: Kader,
  { soort, op }: HerinneringGepland,
): boolean {
  if (!l.verlopen && (soort === 'verstreken' || soort === 'groep' || soort === 'teamleider')) return false;
  return alleHerinneringen(t, l, kader).some((h) => h.soort === soort && h.op <= op);
}

function laatsteVoor(maandDag: string, datum: Datum): Datum {
  const jaar = Number(datum.slice(0, 4));
  const dit = alsDatum(`${jaar}-${maandDag}`);
  return dit <= datum ? dit : alsDatum(`${jaar - 1}-${maandDag}`);
}

/** True while the term stands still: it does not expire and nobody is reminded. */
export const staatStil = (l: LopendeTermijn): boolean =>
  l.schorsingen?.some((x) => x.tot === undefined) ?? false;

/** The day on which the process must wake for the expiry of this term; undefined when nothing will happen by itself. */
export function verlooptOp(t: Termijn, l: LopendeTermijn): Datum | undefined {
  if (l.verlopen || staatStil(l)) return undefined;
  return (t.type ?? 'uiterlijk') === 'op' ? l.datum : plusDagen(l.datum, 1);
}

export interface Beurt {
  op: Datum;
  termijn: LopendeTermijn;
  wat: 'verloop' | HerinneringGepland;
}

/** What comes first by itself, an expiry before a reminder of the same day. */
export function eersteBeurt(d: Definitie, s: Pick<Snapshot, 'termijnen'>): Beurt | undefined {
  let eerst: Beurt | undefined;
  for (const l of s.termijnen) {
    const verloop = verlooptOp(termijnDef(d, l.naam), l);
    if (verloop && (!eerst || verloop < eerst.op || (verloop === eerst.op && eerst.wat !== 'verloop')))
      eerst = { op: verloop, termijn: l, wat: 'verloop' };
    const h = staatStil(l) ? undefined : l.herinner?.[0];
    if (h && (!eerst || h.op < eerst.op)) eerst = { op: h.op, termijn: l, wat: h };
  }
  return eerst;
}

/** The day on which the process acts by itself next; null when it waits for people only. */
export const nextWake = (d: Definitie, s: Pick<Snapshot, 'afgerond' | 'termijnen'>): Datum | null =>
  s.afgerond ? null : (eersteBeurt(d, s)?.op ?? null);
