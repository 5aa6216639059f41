import { datum, gelijkgesteldeDagen } from '#kalender';
import {
  decide,
  open,
  tick,
  type Definitie,
  type Gegevens,
  type Kader,
  type LopendeTermijn,
  type Rol,
} from '#process';

/** One timer of processes.md with a date computed by hand. */
export interface Proef {
  /** The timer as the page names it. */
  wat: string;
  d: Definitie;
  termijn: string;
  /** The state in which the process stands when it begins, and the day. */
  in: string;
  op: string;
  gegevens?: Gegevens;
  /** Acts that follow, each on its day. */
  dan?: { op: string; actie: string; invoer?: Gegevens }[];
  /** Lets the days pass up to and including this one. */
  totEnMet?: string;
  datum: string;
  /** The reminders still to come. */
  herinneringen?: string[];
}

/** A school year as one school published it. */
export const kader: Kader = {
  regels: 1,
  instellingen: { versie: 1, waarden: {} },
  kalender: {
    versie: 'proef',
    gelijkgesteld: gelijkgesteldeDagen,
    school: {
      brin: '00AA',
      bekendTot: datum('2027-08-22'),
      vakanties: [
        { naam: 'kerstvakantie', van: datum('2026-12-19'), tot: datum('2027-01-03') },
        { naam: 'voorjaarsvakantie', van: datum('2027-02-20'), tot: datum('2027-02-28') },
        { naam: 'meivakantie', van: datum('2027-04-24'), tot: datum('2027-05-09') },
        { naam: 'zomervakantie', van: datum('2027-07-10'), tot: datum('2027-08-22') },
      ],
    },
  },
};

const iedereen: Rol[] = ['leerplichtambtenaar', 'doorstroomcoach', 'teamleider', 'school', 'arts', 'systeem'];
const feiten = { isBehandelendArts: false, artsIsAangewezen: true };
const wie = { id: 'wie', rollen: iedereen, kenmerken: ['boa'] };

/** The term of a proof as it runs after its acts; undefined when it does not run. */
export function loop(p: Proef): LopendeTermijn | undefined {
  const d = { ...p.d, begin: p.in };
  let s = open(
    d,
    {
      id: 'proef',
      procestype: d.key,
      versie: d.versie,
      gemeente: '0164',
      jongereId: 'jongere',
      onderwerp: 'proef',
      gegevens: p.gegevens ?? {},
      kader,
      behandelaar: null,
      feiten,
      wie,
      sleutel: 'open',
      hash: '',
    },
    datum(p.op),
  ).snapshot;
  for (const [n, a] of (p.dan ?? []).entries()) {
    const o = { actie: a.actie, invoer: a.invoer ?? {}, feiten, wie, sleutel: `${n}`, hash: '' };
    const b = decide(d, s, o, datum(a.op));
    if (!b.ok) throw new Error(`${p.wat}: ${b.weigering.melding}`);
    s = b.snapshot;
  }
  if (p.totEnMet) s = tick(d, s, datum(p.totEnMet))?.snapshot ?? s;
  return s.termijnen.find((l) => l.naam === p.termijn);
}
