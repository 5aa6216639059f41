import { bereken, datumInWoorden, legUit } from '#kalender';
import type { Definitie } from './definitie.js';
import { grondslagInWoorden } from './grondslag.js';
import { termijnDef } from './gelezen.js';
import { begonnenMet, type Begonnen } from './instellingen.js';
import { vraagVan } from './termijnen.js';
import type { LopendeTermijn, Snapshot } from './snapshot.js';

/** A running term as the API shows it: its date with kind, ground and the Dutch sentence that explains it. */
export interface GetoondeTermijn {
  naam: string;
  datum: string;
  type: 'uiterlijk' | 'op';
  soort: 'LAW' | 'CHAIN' | 'LOCAL';
  grondslag: string;
  uitleg: string;
  voorlopig: boolean;
  verlopen: boolean;
  opgeschort: boolean;
  /** The setting of the municipality that it began with, and keeps. */
  instelling: Begonnen | null;
}

/** The running terms, soonest first. */
export function toonTermijnen(d: Definitie, s: Snapshot): GetoondeTermijn[] {
  return s.termijnen
    .map((l) => toon(d, s, l))
    .sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
}

function toon(d: Definitie, s: Snapshot, l: LopendeTermijn): GetoondeTermijn {
  const t = termijnDef(d, l.naam);
  const v = vraagVan(t, l, s.kader);
  const berekend = legUit(v, bereken(v, s.kader.kalender));
  return {
    naam: l.naam,
    datum: l.datum,
    type: t.type ?? 'uiterlijk',
    soort: t.soort,
    grondslag: grondslagInWoorden(t.grondslag),
    uitleg: l.gesteld
      ? `${l.gesteld.door} naar ${datumInWoorden(l.gesteld.datum)}; oorspronkelijk: ${berekend}`
      : berekend,
    voorlopig: l.voorlopig ?? false,
    verlopen: l.verlopen ?? false,
    opgeschort: l.schorsingen?.some((x) => x.tot === undefined) ?? false,
    instelling: begonnenMet(t, l, s.kader),
  };
}
