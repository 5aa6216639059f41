import { datum } from '#kalender';
import { decide, open, tick, type Definitie, type Gegevens, type LopendeTermijn, type Rol } from '#process';
import { KADER } from '../../libs/test-kit/verhaal.js';

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
      kader: KADER,
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
