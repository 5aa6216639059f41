import { readdirSync, readFileSync } from 'node:fs';

/** The environment variable by which a process of ours can be recognised. */
export const MERK = 'LEERLIJN_PROCES';

/** The value of the mark: which part of which state folder. */
export function merkVan(staat: string, naam: string): string {
  return `${naam}@${staat}`;
}

/** The numbers of running processes with this mark, each with that of its parent. */
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
      // Just stopped, or another user's.
    }
  }
  return gevonden;
}

/**
 * Finds a running process by its mark, for when the supervisor died by kill -9 between starting a process and writing it
 * down. Its own children (the sessions of PostgreSQL) carry the mark too and do not count.
 * Only in Linux; elsewhere always undefined.
 */
export function zoekAanMerk(staat: string, naam: string): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const processen = gemerkt(`${MERK}=${merkVan(staat, naam)}`);
  return [...processen].find(([, ouder]) => !processen.has(ouder))?.[0];
}
