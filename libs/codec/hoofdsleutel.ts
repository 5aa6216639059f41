import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SLEUTEL_LENGTE } from './aes-gcm.js';

/** The master keys of this installation. They wrap the keys of processes and never encrypt content themselves. */
export interface Hoofdsleutels {
  /** New keys are wrapped with this one. */
  readonly nieuwste: number;
  /** The oldest one kept: what must stay the same through a rotation (search hashes) is derived from it. */
  readonly oudste: number;
  /** @throws Error, in Dutch, when this version is not there. */
  sleutel(versie: number): Uint8Array;
}

const BESTAND = /^hoofdsleutel-([1-9]\d*)$/;

/**
 * Reads every `hoofdsleutel-<n>` of the folder; the highest number is the newest. Put a newer file beside the old ones to rotate.
 * @throws Error, in Dutch, when there is none, one is not 32 bytes, or others than the owner may read it.
 */
export function leesHoofdsleutels(map: string): Hoofdsleutels {
  const sleutels = new Map<number, Uint8Array>();
  for (const versie of versiesIn(map)) sleutels.set(versie, leesSleutel(join(map, `hoofdsleutel-${versie}`)));
  if (sleutels.size === 0)
    throw new Error(
      `In ${map} staat geen hoofdsleutel (hoofdsleutel-1). Wijs met LEERLIJN_SLEUTELS de juiste map aan.`,
    );
  return uit(sleutels);
}

/** Makes `hoofdsleutel-1` when the folder has no master key. For development and tests: in production a key is put there with care. */
export function zorgVoorHoofdsleutel(map: string): void {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  if (versiesIn(map).length > 0) return;
  // Whole or not at all, and never over another's: two starts at once must end with one key.
  const eigen = join(map, `.nieuw-${process.pid}`);
  writeFileSync(eigen, randomBytes(SLEUTEL_LENGTE), { mode: 0o600 });
  try {
    linkSync(eigen, join(map, 'hoofdsleutel-1'));
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'EEXIST')) throw fout;
  } finally {
    rmSync(eigen);
  }
}

/** Master keys from memory. */
export function uit(sleutels: ReadonlyMap<number, Uint8Array>): Hoofdsleutels {
  return {
    nieuwste: Math.max(...sleutels.keys()),
    oudste: Math.min(...sleutels.keys()),
    sleutel(versie) {
      const gevonden = sleutels.get(versie);
      if (!gevonden) throw new Error(`Hoofdsleutel ${versie} ontbreekt in de map met hoofdsleutels.`);
      return gevonden;
    },
  };
}

function versiesIn(map: string): number[] {
  try {
    return readdirSync(map).flatMap((naam) => {
      const versie = BESTAND.exec(naam)?.[1];
      return versie === undefined ? [] : [Number(versie)];
    });
  } catch {
    return [];
  }
}

function leesSleutel(bestand: string): Uint8Array {
  if ((statSync(bestand).mode & 0o077) !== 0)
    throw new Error(`Anderen kunnen ${bestand} lezen. Zet de rechten op 600.`);
  const sleutel = readFileSync(bestand);
  if (sleutel.length !== SLEUTEL_LENGTE)
    throw new Error(`${bestand} is geen hoofdsleutel: hij moet ${SLEUTEL_LENGTE} bytes lang zijn.`);
  return sleutel;
}
