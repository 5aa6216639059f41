import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as slaap } from 'node:timers/promises';
import { beginVan, leeft, type Exemplaar } from './processen.js';

/** Who holds this lock now; undefined when it is free or its holder no longer runs. */
export function houderVan(bestand: string): Exemplaar | undefined {
  try {
    const houder = JSON.parse(readFileSync(bestand, 'utf8')) as Exemplaar;
    return leeft(houder) ? houder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a lock that comes free by itself when this process dies, also by kill -9.
 * @returns whether that succeeded; false when another running process holds it.
 */
export function neemSlot(bestand: string): boolean {
  const eigen = `${bestand}.${process.pid}`;
  writeFileSync(eigen, JSON.stringify({ pid: process.pid, begin: beginVan(process.pid) }));
  try {
    for (let poging = 0; poging < 2; poging++) {
      try {
        // Making a hard link is atomic: of two at once one succeeds.
        linkSync(eigen, bestand);
        return true;
      } catch (fout) {
        if ((fout as NodeJS.ErrnoException).code !== 'EEXIST') throw fout;
        if (houderVan(bestand) !== undefined) return false;
        ruimDoodSlotOp(bestand);
      }
    }
    return false;
  } finally {
    rmSync(eigen, { force: true });
  }
}

/** Removes the lock of a dead holder, and puts it back when another has just taken it anew. */
function ruimDoodSlotOp(bestand: string): void {
  const oud = `${bestand}.oud.${process.pid}`;
  try {
    renameSync(bestand, oud);
    if (houderVan(oud) !== undefined) linkSync(oud, bestand);
  } catch {
    // Another was first.
  }
  rmSync(oud, { force: true });
}

export function geefSlotVrij(bestand: string): void {
  rmSync(bestand, { force: true });
}

/** Runs `werk` while this process holds the lock; waits for another if need be. */
export async function metSlot<T>(
  bestand: string,
  zeg: (tekst: string) => void,
  werk: () => Promise<T>,
): Promise<T> {
  for (let gemeld = false; !neemSlot(bestand);) {
    if (!gemeld) zeg(`  Wacht op proces ${houderVan(bestand)?.pid ?? ''}, dat hetzelfde al doet.`);
    gemeld = true;
    await slaap(500);
  }
  try {
    return await werk();
  } finally {
    geefSlotVrij(bestand);
  }
}
