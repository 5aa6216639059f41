import { datum, plusDagen, plusMaanden, type Datum } from '#kalender';
import {
  AFGELEIDE_VELDEN,
  decide,
  isKernActie,
  kernActies,
  magOpenen,
  mogelijkeActies,
  nextWake,
  open,
  preview,
  tick,
  type Definitie,
  type Gegevens,
  type Snapshot,
} from '#process';
import { KADER, persoon } from './verhaal.js';
import { schendingen } from './wetmatig.js';
import { willekeurigeInvoer, type Kies } from './willekeur.js';

/** One day in a random life: how many days pass, and the numbers from which everything else of that day follows. */
export interface Stap {
  dagen: number;
  grepen: number[];
}

/** How often the kinds of things happened, so that a check of nothing is seen. */
export interface Telling {
  gedaan: number;
  geweigerd: number;
  vanzelf: number;
  afgerond: number;
  toestanden: Set<string>;
  acties: Set<string>;
}
export const legeTelling = (): Telling => ({
  gedaan: 0,
  geweigerd: 0,
  vanzelf: 0,
  afgerond: 0,
  toestanden: new Set(),
  acties: new Set(),
});

const POGINGEN = 12;
const KERN = Object.keys(kernActies).filter((a) => a !== 'migreren');
const ALLES: Parameters<typeof persoon>[0][] = [
  'leerplichtambtenaar',
  'doorstroomcoach',
  'teamleider',
  'school',
  'arts',
  'beheerder',
  'systeem',
];

/** Freezes all that hangs on a value: whoever writes in it throws. */
function bevroren<T>(w: T): T {
  if (typeof w === 'object' && w !== null && !Object.isFrozen(w)) {
    Object.freeze(w);
    Object.values(w).forEach(bevroren);
  }
  return w;
}

const uit = (grepen: number[]): Kies => {
  let i = 0;
  return (n) => (grepen[i++ % grepen.length]! + i * 7) % n;
};

/**
 * Lives one process at random from its opening: days pass, anybody tries anything. Throws a sentence when a law of every process is
 * broken, when a decision is not the same twice, or when one process writes in the snapshot of another moment.
 */
export function leef(d: Definitie, stappen: Stap[], telling: Telling): Snapshot {
  let vandaag: Datum = datum('2026-11-02');
  const rijp = willekeurigBegin(d, uit(stappen[0]?.grepen ?? [0]), vandaag);
  const wie = persoon('leerplichtambtenaar');
  let b = open(
    d,
    {
      id: 'p',
      procestype: d.key,
      versie: d.versie,
      gemeente: '0164',
      jongereId: 'j',
      onderwerp: d.onderwerp(rijp),
      gegevens: rijp,
      kader: KADER,
      behandelaar: null,
      feiten: {},
      wie,
      sleutel: 'open',
      hash: 'open',
    },
    vandaag,
  );
  let s = controleer(d, undefined, b, vandaag);
  for (const stap of stappen) {
    vandaag = plusDagen(vandaag, stap.dagen);
    // Sometimes the engine was away and an act comes before the clock.
    const grepen = uit(stap.grepen);
    if (grepen(4) > 0) {
      const bij = tick(d, s, vandaag);
      if (bij) {
        telling.vanzelf += 1;
        s = controleer(d, s, bij, vandaag);
        telling.toestanden.add(s.toestand);
      }
    }
    const kern = grepen(6) === 0;
    const voorgesteld = s.voorstellen.map((v) => v.actie);
    // What the process itself proposes is taken more often: some ways on are one of fifty otherwise.
    const namen = kern
      ? KERN
      : voorgesteld.length > 0 && grepen(3) === 0
        ? voorgesteld
        : gewoneActies(d, s, grepen);
    const actie = namen[grepen(namen.length)]!;
    const actieDef = isKernActie(actie) ? kernActies[actie] : d.acties[actie]!;
    // Ending for good is rare, or no life would be long.
    if ((actie === 'annuleren' || actie === 'verhuisd') && grepen(20) > 0) continue;
    // Who hears which guard stands in the way tries again: deep states lie behind guards that a random input seldom meets.
    for (let poging = 0; poging < POGINGEN; poging += 1) {
      const invoer = willekeurigeInvoer(
        actieDef.invoer,
        grepen,
        vandaag,
        s.termijnen.map((l) => l.naam),
      );
      const o = {
        actie,
        invoer,
        feiten: {
          isBehandelendArts: grepen(12) === 0,
          artsIsAangewezen: grepen(12) > 0,
          haltVerwezen: grepen(8) === 0 ? 1 : 0,
          strafrechtLoopt: grepen(8) === 0,
        },
        wie:
          grepen(12) === 0
            ? persoon(ALLES[grepen(ALLES.length)]!, ['boa'])
            : persoon(actieDef.door[0]!, ['boa']),
        sleutel: `${s.revisie}`,
        hash: actie,
        ...(actie === 'kaderBijwerken' && { kader: { ...KADER, instellingen: { versie: 2, waarden: {} } } }),
      };
      const besluit = decide(d, s, o, vandaag);
      if (JSON.stringify(decide(d, s, o, vandaag)) !== JSON.stringify(besluit))
        throw new Error(`${actie}: hetzelfde verzoek geeft een ander besluit`);
      if (!besluit.ok) {
        telling.geweigerd += 1;
        const w = besluit.weigering;
        if (!w.melding || (w.code === 'eis' && !w.grondslag))
          throw new Error(`${actie}: een weigering zonder reden`);
        if (w.code === 'eis') continue;
        break;
      }
      telling.gedaan += 1;
      telling.acties.add(actie);
      s = controleer(d, s, besluit, vandaag);
      telling.toestanden.add(s.toestand);
      break;
    }
    // What is over stays over: one try is enough.
    if (s.afgerond && telling.geweigerd > 0) break;
  }
  if (s.afgerond) telling.afgerond += 1;
  verderZonderIemand(d, s, vandaag);
  return s;
}

function controleer(
  d: Definitie,
  oud: Snapshot | undefined,
  b: Extract<ReturnType<typeof decide>, { ok: true }>,
  vandaag: Datum,
): Snapshot {
  const fout = schendingen(d, oud, b, vandaag);
  if (fout.length > 0) throw new Error(`${b.gebeurtenissen.at(-1)?.naam} op ${vandaag}: ${fout.join('; ')}`);
  return bevroren(b.snapshot);
}

/** After the last act nobody comes any more: day by day, at once after an outage, and as the preview says, must be one and the same. */
function verderZonderIemand(d: Definitie, s: Snapshot, vandaag: Datum): void {
  const tot = plusDagen(vandaag, 62);
  let dagelijks = s;
  const gebeurd = [];
  for (let dag = vandaag; dag <= tot; dag = plusDagen(dag, 1)) {
    const wek = nextWake(d, dagelijks);
    const b = tick(d, dagelijks, dag);
    if (!b) continue;
    if (wek === null || wek > dag) throw new Error(`${dag}: er gebeurde iets waarvoor niemand gewekt was`);
    dagelijks = b.snapshot;
    gebeurd.push(...b.gebeurtenissen);
  }
  const ineens = tick(d, s, tot);
  const gelijk = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  if (!gelijk({ ...(ineens?.snapshot ?? s), revisie: 0 }, { ...dagelijks, revisie: 0 }))
    throw new Error('na een uitval van twee maanden is de stand anders dan dag voor dag');
  if (!gelijk(ineens?.gebeurtenissen ?? [], gebeurd))
    throw new Error('na een uitval van twee maanden is er iets anders gebeurd dan dag voor dag');
  const gezegd = preview(d, s, vandaag).filter((v) => v.op <= tot);
  if (
    !gelijk(
      gezegd.flatMap((v) => v.gebeurtenissen),
      gebeurd,
    )
  )
    throw new Error('de vooruitblik zegt iets anders dan er gebeurt');
}

/** What the state takes; seldom what ends the process, or no life would be long; now and then anything at all. */
export function gewoneActies(d: Definitie, s: Snapshot, kies: Kies): string[] {
  const mogelijk = mogelijkeActies(d, s);
  if (mogelijk.length === 0 || kies(8) === 0) return Object.keys(d.acties);
  const verder = mogelijk.filter((a) =>
    [d.toestanden[s.toestand]!.bij![a] ?? []].flat().some((w) => !w.naar || !d.toestanden[w.naar]?.eind),
  );
  // Half of the time something that leads on, or side notes would fill the life.
  const weg = verder.filter((a) =>
    [d.toestanden[s.toestand]!.bij![a] ?? []]
      .flat()
      .some((w) => w.naar && w.naar !== s.toestand && !d.toestanden[w.naar]?.eind),
  );
  if (weg.length > 0 && kies(2) === 0) return weg;
  return verder.length > 0 && kies(12) > 0 ? verder : mogelijk;
}

/** How many beginnings are tried before a process counts as one that cannot begin. */
const HOOGSTENS_BEGINNEN = 200;

/** Start data that the guards of the start allow; the birthdays are those of one youth. */
export function willekeurigBegin(d: Definitie, kies: Kies, vandaag: Datum): Gegevens {
  for (let keer = 0; keer < HOOGSTENS_BEGINNEN; keer += 1) {
    const g = {
      ...vroeger(willekeurigeInvoer(d.start, kies, vandaag), vandaag),
      ...verjaardagen(d, kies, vandaag),
    };
    if (magOpenen(d, g, {}, KADER, vandaag).length === 0) return g;
  }
  throw new Error('het begin voldoet niet aan de eisen');
}

/** The birthdays that this process asks for; the last of them lies within what a random life can reach. */
function verjaardagen(d: Definitie, kies: Kies, vandaag: Datum): Gegevens {
  const straks = plusDagen(vandaag, 30 + kies(900));
  const achttien = 'achttienOp' in d.start.shape ? straks : plusMaanden(straks, -12 * 9);
  const alle = {
    twaalfOp: plusMaanden(achttien, -12 * 6),
    zestienOp: plusMaanden(achttien, -12 * 2),
    achttienOp: achttien,
    zevenentwintigOp: plusMaanden(achttien, 12 * 9),
  };
  return Object.fromEntries(AFGELEIDE_VELDEN.filter((v) => v in d.start.shape).map((v) => [v, alle[v]]));
}

/** Start dates that lie in the past, as a start asks. */
const vroeger = (g: Gegevens, vandaag: Datum): Gegevens =>
  Object.fromEntries(
    Object.entries(g).map(([naam, w]) => [
      naam,
      typeof w === 'string' && /^\d{4}-/.test(w) && w > vandaag ? vandaag : w,
    ]),
  );
