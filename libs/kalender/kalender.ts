import { datum } from './datum.js';
import type { Datum } from './datum.js';

/** A day that a royal decree equates with a holiday (Algemene termijnenwet art. 3 lid 3). */
export interface GelijkgesteldeDag {
  datum: Datum;
  naam: string;
  /** Where the date was read. */
  bron: string;
  /** False until the decree itself (Staatscourant) has been seen. */
  bevestigd: boolean;
}

/** The holidays of one school, as the school itself publishes them. */
export interface Schoolkalender {
  brin: string;
  /** Last day about which the school has said anything; dates beyond it are voorlopig. */
  bekendTot: Datum;
  /** `van` and `tot` are both free days of the school. */
  vakanties: { naam: string; van: Datum; tot: Datum }[];
}

/** All that varies in counting days. A process carries it as a value in its kader, so that a replay counts the same. */
export interface Kalender {
  versie: string;
  gelijkgesteld: GelijkgesteldeDag[];
  school?: Schoolkalender;
  /** Setting of the municipality, for working days. The Algemene termijnenwet equates Good Friday always (art. 3 lid 2). */
  goedeVrijdagIsWerkdag?: boolean;
}

const SECUNDAIR =
  'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028, ' +
  'aangehaald door sterfgeval.nl (vraag 70745, 4 oktober 2025); de Staatscourant is niet ingezien';

/** The equated days known today. Data, not law: a correction is a new entry here and a new `versie` of the Kalender. */
export const gelijkgesteldeDagen: GelijkgesteldeDag[] = [
  ['2026-01-02', 'dag na Nieuwjaarsdag'],
  ['2026-05-15', 'dag na Hemelvaartsdag'],
  ['2027-05-07', 'dag na Hemelvaartsdag'],
  ['2028-04-28', 'dag na Koningsdag'],
  ['2028-05-26', 'dag na Hemelvaartsdag'],
].map(([dag = '', naam = '']) => ({
  datum: datum(dag),
  naam: `${naam} (gelijkgesteld)`,
  bron: SECUNDAIR,
  bevestigd: false,
}));
