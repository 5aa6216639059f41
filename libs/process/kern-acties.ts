import { dagenTussen, plusDagen, type Datum } from '#kalender';
import type { Definitie, Termijn } from './definitie.js';
import { termijnDef } from './gelezen.js';
import { grondslagInWoorden, type Grondslag } from './grondslag.js';
import { isKernActie, kernActies, type KernActie } from './kern-schema.js';
import { isDatumVeld } from './schema.js';
import type { Stand } from './stand.js';
import { bijNieuweStand, herbereken } from './termijn-loop.js';
import { gezet, herinnertGelijk, staatStil } from './termijnen.js';
import type {
  Gebeurtenis,
  Kader,
  LopendeTermijn,
  Opdracht,
  Snapshot,
  TermijnWijziging,
  Weigering,
} from './snapshot.js';

export { isKernActie };

/** What only the API may add to a kernel action: values gathered from our own tables, never from the caller. */
export interface KernExtra {
  kader?: Kader;
  definitie?: Definitie;
}

/** Acts by which somebody shows to be at work on a process that is otherwise silent. */
const LEVENSTEKENS: string[] = ['notitie', 'toewijzen'];

/** What only makes sense while an effect fails. */
const BIJ_STORING: string[] = ['herkansen', 'overslaan'];

/** What a kernel action does. Bookkeeping of terms is exact: each names the terms it touches and is refused where their kind forbids it. */
export function kernBesluit(st: Stand, o: Opdracht & KernExtra, vandaag: Datum): Weigering | undefined {
  const naam = o.actie as KernActie;
  const rol = kernActies[naam].door.find((r) => o.wie.rollen.includes(r));
  if (!rol) return { code: 'rol', melding: 'Uw rol mag deze actie niet uitvoeren.' };
  // An effect may fail for weeks after the end; the process stays until it is done or skipped.
  if (st.s.afgerond && !BIJ_STORING.includes(naam))
    return { code: 'toestand', melding: 'Dit proces is afgerond.', mogelijk: [] };
  const op = vandaag < st.s.laatstOp ? st.s.laatstOp : vandaag;
  st.s.laatstOp = op;
  const g: Gebeurtenis = { soort: 'kern', naam, op, door: { rol, id: o.wie.id }, gegevens: o.invoer };
  const uitkomst = uitvoeringen[naam](st, { ...o, rol }, op, g);
  if (uitkomst && 'code' in uitkomst) return uitkomst;
  const wijzigingen = [
    ...(uitkomst ?? []),
    ...(LEVENSTEKENS.includes(naam) ? bijNieuweStand(st, op, { levensteken: true }) : []),
  ];
  if (wijzigingen.length > 0) g.termijnen = wijzigingen;
  st.gebeurtenissen.push(g);
  return undefined;
}

type Uitvoering = (
  st: Stand,
  o: Opdracht & KernExtra & { rol: string },
  op: Datum,
  g: Gebeurtenis,
) => Weigering | TermijnWijziging[] | undefined;

const uitvoeringen: Record<KernActie, Uitvoering> = {
  toewijzen(st, o) {
    const { van } = o.invoer;
    if (van !== undefined && van !== st.s.behandelaar)
      return { code: 'toestand', melding: 'Deze zaak is intussen van een ander.' };
    st.s.behandelaar = o.invoer['behandelaar'] as string | null;
    return undefined;
  },
  notitie: () => undefined,
  opschorten: (st, o, op) =>
    perTermijn(
      st,
      o.invoer['termijnen'] as string[],
      o.rol,
      'opschortbaar',
      (l) => {
        const vanaf = (o.invoer['vanaf'] as Datum | undefined) ?? op;
        if (staatStil(l)) return { code: 'toestand', melding: 'Deze termijn is al opgeschort.' };
        if (l.verlopen) return { code: 'toestand', melding: 'Deze termijn is al verlopen.' };
        if (vanaf > l.datum)
          return {
            code: 'invoer',
            melding: 'Opschorten kan niet vanaf een dag na het einde van de termijn.',
          };
        if (vanaf < l.vanaf)
          return {
            code: 'invoer',
            melding: 'Opschorten kan niet vanaf een dag voor het begin van de termijn.',
          };
        return [{ ...l, schorsingen: [...(l.schorsingen ?? []), { van: vanaf }] }, 'opgeschort'];
      },
      op,
    ),
  hervatten: (st, o, op) =>
    perTermijn(
      st,
      o.invoer['termijnen'] as string[],
      o.rol,
      'opschortbaar',
      (l) => {
        const tot = (o.invoer['vanaf'] as Datum | undefined) ?? op;
        const open = l.schorsingen?.find((x) => x.tot === undefined);
        if (!open) return { code: 'toestand', melding: 'Deze termijn is niet opgeschort.' };
        if (tot < open.van)
          return { code: 'invoer', melding: 'Hervatten kan niet voor de dag waarop is opgeschort.' };
        const schorsingen = l.schorsingen!.map((x) => (x === open ? { ...x, tot } : x));
        return [{ ...l, schorsingen, ...(l.gesteld && { gesteld: verschoven(l, open.van, tot) }) }, 'hervat'];
      },
      op,
    ),
  verlengen: (st, o, op) =>
    perTermijn(
      st,
      [o.invoer['termijn'] as string],
      o.rol,
      'verlengbaar',
      (l) => {
        const tot = o.invoer['tot'] as Datum;
        if (dagenTussen(l.datum, tot) <= 0)
          return { code: 'invoer', melding: 'De nieuwe datum moet na de huidige einddatum liggen.' };
        return [{ ...l, gesteld: { datum: tot, door: 'verlengd' } }, 'verplaatst'];
      },
      op,
    ),
  herplannen: (st, o, op) =>
    perTermijn(
      st,
      [o.invoer['termijn'] as string],
      o.rol,
      'verlengbaar',
      (l) => {
        const datum = o.invoer['datum'] as Datum;
        if (datum < op) return { code: 'invoer', melding: 'De nieuwe datum ligt in het verleden.' };
        return [{ ...l, gesteld: { datum, door: 'herpland' } }, 'verplaatst'];
      },
      op,
    ),
  terzijdeStellen(st, o) {
    const norm = o.invoer['norm'] as string;
    const eis = Object.values(st.d.eisen ?? {})
      .flatMap((x) => x ?? [])
      .find((e) => e.naam === norm);
    if (!eis) return { code: 'invoer', melding: 'Deze norm bestaat niet in dit proces.' };
    if (eis.grondslag.soort === 'LAW')
      return { ...wettelijk(eis.grondslag, 'Van deze eis kan niet worden afgeweken.'), norm };
    st.s.terzijde = [...new Set([...st.s.terzijde, norm])];
    return undefined;
  },
  corrigeren(st, o, op) {
    if (o.rol !== 'systeem' && o.invoer['reden'] === undefined)
      return { code: 'invoer', melding: 'Geef een reden voor de correctie.' };
    const velden = o.invoer['velden'] as unknown as Record<string, Datum>;
    const datumvelden = datumVelden(st.d);
    const vreemd = Object.keys(velden).filter((v) => !datumvelden.has(v));
    if (vreemd.length > 0) return { code: 'invoer', melding: 'Dit proces kent een van deze velden niet.' };
    st.s.gegevens = { ...st.s.gegevens, ...velden };
    return bijNieuweStand(st, op, { velden: Object.keys(velden) });
  },
  annuleren: (st, _o, op, g) => beeindig(st, 'geannuleerd', op, g),
  verhuisd: (st, _o, op, g) => beeindig(st, 'verhuisd', op, g),
  kaderBijwerken(st, o, op) {
    if (!o.kader) return { code: 'invoer', melding: 'Het nieuwe kader ontbreekt.' };
    const herplan = !herinnertGelijk(st.s.kader, o.kader);
    st.s.kader = o.kader;
    return herbereken(st, op, herplan);
  },
  migreren(st, o, op, g) {
    const naar = o.definitie;
    const kaart = naar?.migratieVan?.[st.s.versie];
    if (!naar || !kaart)
      return {
        code: 'invoer',
        melding: `Naar versie ${String(o.invoer['naarVersie'])} is geen overgang beschreven.`,
      };
    const toestand = kaart[st.s.toestand];
    if (!toestand)
      return {
        code: 'toestand',
        melding: 'Vanuit deze toestand is geen overgang naar de nieuwe versie beschreven.',
      };
    g.van = st.s.toestand;
    g.naar = toestand;
    const oud = new Set(st.d.termijnen.map((t) => t.naam));
    const bekend = st.s.termijnen.filter((l) => naar.termijnen.some((t) => t.naam === l.naam));
    const weg = st.s.termijnen
      .filter((l) => !bekend.includes(l))
      .map((l) => ({ naam: l.naam, wat: 'vervallen' as const, van: l.datum }));
    st.d = naar;
    Object.assign(st.s, { versie: naar.versie, toestand, termijnen: bekend });
    // What ran keeps its clock; what the older version did not have begins now.
    const verplaatst = herbereken(st, op);
    const alleen = (termijn: string): boolean => !oud.has(termijn);
    const erbij = bijNieuweStand(st, op, { betreden: toestand, opening: true, alleen });
    return [...weg, ...verplaatst, ...erbij];
  },
  // The runner does the rest: it begins the attempt of the effect lane anew.
  herkansen(st) {
    const { storing } = st.s;
    if (!storing) return geenStoring;
    st.s.storing = { ...storing, pogingen: storing.pogingen + 1 };
    return undefined;
  },
  // The runner lets go of the effect; the task says what a person must do in its place.
  overslaan(st, o, op, g) {
    const { storing } = st.s;
    if (!storing) return geenStoring;
    if (storing.effect === undefined || storing.effect !== o.invoer['effect'])
      return { code: 'toestand', melding: 'Intussen hapert er iets anders. Bekijk de storing opnieuw.' };
    const { wat, naam = wat } = storing;
    st.s.storing = null;
    st.effecten.push({
      id: `${st.s.revisie}.${st.effecten.length}`,
      op,
      soort: 'taak',
      naam,
      voor: 'leerplichtambtenaar',
      overgeslagen: wat,
    });
    // Which one stands in the task, where what is shielded is hidden; the timeline says the kind.
    g.gegevens = { reden: o.invoer['reden'], wat };
    return undefined;
  },
};

const geenStoring: Weigering = {
  code: 'toestand',
  melding: 'Dit proces heeft nu geen storing: er is niets opnieuw te proberen of over te slaan.',
};

/**
 * A refusal that came after processes were released: asked only at the door of the process, never when an accepted decision is taken again,
 * so that what was recorded before still comes out the same. Undefined when there is none.
 */
export function bezwaarAanDeDeur(s: Snapshot, o: Pick<Opdracht, 'actie' | 'invoer'>): Weigering | undefined {
  if (o.actie !== 'corrigeren') return undefined;
  // A date that was never given has no error in it: filling it is an act of the table, with its guards.
  const leeg = Object.keys(o.invoer['velden'] as object).some((veld) => s.gegevens[veld] === undefined);
  return leeg
    ? {
        code: 'invoer',
        melding:
          'Corrigeren verandert een datum die er staat. Een van deze datums is in dit proces nooit ingevuld.',
      }
    : undefined;
}

/** A date that was set by hand moves along by the days the term stood still; days that another suspension counted, count once. */
function verschoven(l: LopendeTermijn, van: Datum, tot: Datum): NonNullable<LopendeTermijn['gesteld']> {
  const eerder = (l.schorsingen ?? []).flatMap((x) => x.tot ?? []);
  const begin = [van, ...eerder].reduce((a, b) => (a > b ? a : b));
  const g = l.gesteld!;
  return { ...g, datum: plusDagen(g.datum, Math.max(0, dagenTussen(begin, tot))) };
}

/** The names of the date fields of a definition. */
const datumVelden = (d: Definitie): Set<string> =>
  new Set(
    [d.start, ...Object.values(d.acties).map((a) => a.invoer)].flatMap((s) =>
      Object.entries(s.shape).flatMap(([naam, schema]) => (isDatumVeld(schema) ? [naam] : [])),
    ),
  );

function beeindig(st: Stand, uitkomst: string, op: Datum, g: Gebeurtenis): TermijnWijziging[] {
  g.van = st.s.toestand;
  g.uitkomst = uitkomst;
  const weg = st.s.termijnen.map((l) => ({ naam: l.naam, wat: 'vervallen' as const, van: l.datum }));
  Object.assign(st.s, { afgerond: true, uitkomst, sinds: op, termijnen: [], voorstellen: [] });
  return weg;
}

const wettelijk = (g: Grondslag, melding: string): Weigering => ({
  code: 'eis',
  melding,
  soort: 'LAW',
  grondslag: grondslagInWoorden(g),
  terzijdeTeStellen: false,
});

/** Why this term may not be moved by this role; undefined when it may. */
function verbod(t: Termijn, rol: string, hoe: 'verlengbaar' | 'opschortbaar'): Weigering | undefined {
  if (t.soort === 'LAW' && !t[hoe])
    return wettelijk(
      t.grondslag,
      `Deze termijn volgt uit de wet en kan niet worden ${hoe === 'verlengbaar' ? 'verlengd of herpland' : 'opgeschort'}.`,
    );
  if (t.soort === 'CHAIN' && rol !== 'teamleider')
    return {
      code: 'rol',
      melding: 'Deze termijn is een ketennorm; alleen een teamleider mag deze verplaatsen.',
      soort: 'CHAIN',
      grondslag: grondslagInWoorden(t.grondslag),
    };
  return undefined;
}

function perTermijn(
  st: Stand,
  namen: string[],
  rol: string,
  hoe: 'verlengbaar' | 'opschortbaar',
  doe: (l: LopendeTermijn) => Weigering | [LopendeTermijn, TermijnWijziging['wat']],
  op: Datum,
): Weigering | TermijnWijziging[] {
  const wijzigingen: TermijnWijziging[] = [];
  for (const naam of namen) {
    const l = st.s.termijnen.find((x) => x.naam === naam);
    if (!l) return { code: 'toestand', melding: 'Deze termijn loopt nu niet.', termijn: naam };
    const tegen = verbod(termijnDef(st.d, naam), rol, hoe);
    if (tegen) return { ...tegen, termijn: naam };
    const uitkomst = doe(l);
    if (!Array.isArray(uitkomst)) return { ...uitkomst, termijn: naam };
    const nieuw = gezet(st.d, st.s, uitkomst[0], op);
    wijzigingen.push({ naam, wat: uitkomst[1], van: l.datum, naar: nieuw.datum });
    st.s.termijnen = st.s.termijnen.map((x) => (x === l ? nieuw : x));
  }
  return wijzigingen;
}
