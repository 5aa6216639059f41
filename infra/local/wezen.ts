import { readdirSync, readFileSync } from 'node:fs';

/** De omgevingsvariabele waaraan een proces van ons te herkennen is. */
export const MERK = 'LEERLIJN_PROCES';

/** De waarde van het merk: welk onderdeel van welke staatmap. */
export function merkVan(staat: string, naam: string): string {
  return `${naam}@${staat}`;
}

/**
 * Zoekt een lopend proces aan zijn merk, voor als de bewaker met kill -9 stierf tussen het starten van een proces en het
 * opschrijven ervan. Alleen in Linux; elders geeft dit altijd undefined.
 */
export function zoekAanMerk(staat: string, naam: string): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const merk = `${MERK}=${merkVan(staat, naam)}`;
  return readdirSync('/proc')
    .filter((map) => /^\d+$/.test(map))
    .map(Number)
    .find((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(merk);
      } catch {
        return false;
      }
    });
}
