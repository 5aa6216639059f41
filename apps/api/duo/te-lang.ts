import { beginVan, gelijkgesteldeDagen, plusDagen, plusWerkdagen, type Datum } from '#kalender';

/**
 * The moment before which a change of status that is not told yet waits too long: more than one working day after its own day (Leerplichtwet
 * 1969 art. 21a lid 6 says "telkens"; one working day is the municipality's norm).
 */
export function teLangVoor(vandaag: Datum, goedeVrijdagIsWerkdag: boolean): Date {
  const kalender = { versie: '', gelijkgesteld: gelijkgesteldeDagen, goedeVrijdagIsWerkdag };
  let dag = plusDagen(vandaag, -1);
  while (plusWerkdagen(dag, 1, kalender) >= vandaag) dag = plusDagen(dag, -1);
  return new Date(beginVan(plusDagen(dag, 1)));
}
