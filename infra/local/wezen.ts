import { readdirSync, readFileSync } from 'node:fs';

/** De omgevingsvariabele waaraan een proces van ons te herkennen is. */
export const MERK = 'LEERLIJN_PROCES';

/** De waarde van het merk: welk onderdeel van welke staatmap. */
export function merkVan(staat: string, naam: string): string {
  return `${naam}@${staat}`;
}

/** De nummers van lopende processen met dit merk, elk met dat van zijn ouder. */
function gemerkt(merk: string): Map<number, number> {
  const gevonden = new Map<number, number>();
  for (const map of readdirSync('/proc').filter((naam) => /^\d+$/.test(naam))) {
    try {
      if (!readFileSync(`/proc/${map}/environ`, 'utf8').split('\0').includes(merk)) continue;
      gevonden.set(
        Number(map),
        Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${map}/status`, 'utf8'))?.[1]),
      );
    } catch {
      // Net gestopt, of van een andere gebruiker.
    }
  }
  return gevonden;
}

/**
 * Zoekt een lopend proces aan zijn merk, voor als de bewaker met kill -9 stierf tussen het starten van een proces en het
 * opschrijven ervan. Zijn eigen kinderen (de sessies van PostgreSQL) dragen het merk ook en tellen niet.
 * Alleen in Linux; elders geeft dit altijd undefined.
 */
export function zoekAanMerk(staat: string, naam: string): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const processen = gemerkt(`${MERK}=${merkVan(staat, naam)}`);
  return [...processen].find(([, ouder]) => !processen.has(ouder))?.[0];
}
