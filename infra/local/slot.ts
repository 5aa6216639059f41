import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as slaap } from 'node:timers/promises';
import { beginVan, leeft } from './processen.js';

/** Wie een slot houdt. */
export interface Houder {
  readonly pid: number;
  readonly begin: string;
}

/** Wie dit slot nu houdt; undefined als het vrij is of zijn houder niet meer loopt. */
export function houderVan(bestand: string): Houder | undefined {
  try {
    const houder = JSON.parse(readFileSync(bestand, 'utf8')) as Houder;
    return leeft(houder) ? houder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Neemt een slot dat vanzelf vrijkomt als dit proces sterft, ook door kill -9.
 * @returns of het lukte; false als een ander lopend proces het houdt.
 */
export function neemSlot(bestand: string): boolean {
  const eigen = `${bestand}.${process.pid}`;
  writeFileSync(eigen, JSON.stringify({ pid: process.pid, begin: beginVan(process.pid) }));
  try {
    for (let poging = 0; poging < 2; poging++) {
      try {
        // Een harde koppeling maken is ondeelbaar: van twee tegelijk lukt er een.
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

/** Haalt het slot van een gestorven houder weg, en zet het terug als een ander het net nieuw nam. */
function ruimDoodSlotOp(bestand: string): void {
  const oud = `${bestand}.oud.${process.pid}`;
  try {
    renameSync(bestand, oud);
    if (houderVan(oud) !== undefined) linkSync(oud, bestand);
  } catch {
    // Een ander was ons voor.
  }
  rmSync(oud, { force: true });
}

/** Geeft het slot vrij. */
export function geefSlotVrij(bestand: string): void {
  rmSync(bestand, { force: true });
}

/** Voert `werk` uit terwijl dit proces het slot houdt; wacht zo nodig op een ander. */
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
