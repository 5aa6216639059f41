import { duurInWoorden, type Duur } from '#kalender';
import type { Definitie, Instelling, Termijn } from './definitie.js';
import { grondslagInWoorden } from './grondslag.js';
import { keuzes, type InstellingVorm } from './keuzes.js';
import type { Kader, LopendeTermijn } from './snapshot.js';
import type { Teksten } from './teksten.js';

/** The mailbox of a team. */
export interface Teampostbus {
  team: string;
  adres: string;
}
export type InstellingWaarde = Duur | number | boolean | string | Teampostbus[];

/** Who reads a setting: a term of a process, or the process itself. */
export interface Gebruik {
  procestype: string;
  termijn?: string;
}

/** A setting that a municipality may change. All are LOCAL: nothing of the law is one. */
export interface InstellingDef {
  naam: string;
  titel: string;
  bron: string;
  /** No source settles it: the screen says so. */
  onzeker: boolean;
  vorm: InstellingVorm;
  standaard: InstellingWaarde;
  gebruiktDoor: Gebruik[];
  /** Whether it goes to processes. What names an address does not: a history holds none. */
  naarProces: boolean;
}

/** A process type as the catalogue reads it. */
export interface Bron {
  nieuwste: Definitie;
  teksten: Pick<Teksten, 'termijnen'>;
}

/** The name of the setting that holds the mailboxes of the teams. */
export const TEAMPOSTBUSSEN = 'teampostbussen';

/** The settings that a term takes its durations from. */
const instellingenVan = (t: Termijn): Instelling[] =>
  [t.duur, t.voor, t.herhaal].filter((d): d is Instelling => d !== undefined && 'instelling' in d);

/**
 * Every setting of this installation, by name: the LOCAL durations of the newest definitions, and the thresholds and choices of `keuzes.ts` that
 * one of these processes reads.
 * @throws RangeError when two terms give one setting another default: which of them counts would depend on the order.
 */
export function catalogusVan(bronnen: readonly Bron[]): Map<string, InstellingDef> {
  const uit = new Map<string, InstellingDef>();
  for (const { nieuwste: d, teksten } of bronnen)
    for (const t of d.termijnen)
      for (const i of instellingenVan(t)) {
        const titel = teksten.termijnen[t.naam] ?? t.naam;
        const def = uit.get(i.instelling) ?? {
          naam: i.instelling,
          titel: i === t.herhaal ? `${titel} (daarna)` : titel,
          bron: grondslagInWoorden(t.grondslag),
          onzeker: false,
          vorm: { soort: 'duur' },
          standaard: i.standaard,
          gebruiktDoor: [],
          naarProces: true,
        };
        if (!gelijkeDuur(def.standaard as Duur, i.standaard))
          throw new RangeError(`Instelling ${i.instelling} heeft meer dan een standaard.`);
        if (!def.gebruiktDoor.some((g) => g.procestype === d.key && g.termijn === t.naam))
          def.gebruiktDoor.push({ procestype: d.key, termijn: t.naam });
        uit.set(def.naam, def);
      }
  const procestypen = bronnen.map((b) => b.nieuwste.key);
  for (const { processen, onzeker = false, buitenProces = false, ...k } of keuzes) {
    const lezers = procestypen.filter((p) => !buitenProces && (!processen || processen.includes(p)));
    if (lezers.length > 0 || buitenProces)
      uit.set(k.naam, {
        ...k,
        onzeker,
        gebruiktDoor: lezers.map((procestype) => ({ procestype })),
        naarProces: !buitenProces,
      });
  }
  uit.set(TEAMPOSTBUSSEN, {
    naam: TEAMPOSTBUSSEN,
    titel: 'Postbus van ieder team',
    bron: 'Afspraak van de gemeente.',
    onzeker: false,
    vorm: { soort: 'postbussen' },
    standaard: [],
    gebruiktDoor: [],
    naarProces: false,
  });
  return new Map([...uit].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const gelijkeDuur = (a: Duur, b: Duur): boolean => duurInWoorden(a) === duurInWoorden(b);

/** The setting that a running term began with. */
export interface Begonnen {
  naam: string;
  waarde: Duur;
  /** It is the default of the house. */
  isStandaard: boolean;
}

/**
 * Which setting a running term follows: the duration is the one it began with, whatever the municipality set since. A term that repeats may
 * follow that of its first time or that of the next ones; it is the one whose present value or default it has. Null where no setting counts.
 */
export function begonnenMet(t: Termijn, l: LopendeTermijn, kader: Kader): Begonnen | null {
  const { duur } = l;
  const mogelijk = instellingenVan(t);
  if (!duur || mogelijk.length === 0) return null;
  const nu = (i: Instelling): unknown => kader.instellingen.waarden[i.instelling] ?? i.standaard;
  const past = (i: Instelling): boolean =>
    [nu(i), i.standaard].some((w) => typeof w === 'object' && w !== null && gelijkeDuur(w as Duur, duur));
  const i = mogelijk.find(past) ?? mogelijk[0]!;
  return { naam: i.instelling, waarde: duur, isStandaard: gelijkeDuur(i.standaard, duur) };
}
