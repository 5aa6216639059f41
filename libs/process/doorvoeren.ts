import type { Datum } from '#kalender';
import { kaderMerk } from './berichten.js';
import type { Definitie } from './definitie.js';
import { decide } from './machine.js';
import type { Kader, Snapshot, TermijnWijziging } from './snapshot.js';

/**
 * What a new kader does to a process: the terms that get another date. Null when it has that kader already, or is over (today's dates
 * included). The same function gives the preview and the outcome.
 */
export function gevolgVanKader(
  d: Definitie,
  s: Snapshot,
  kader: Kader,
  vandaag: Datum,
): TermijnWijziging[] | null {
  if (kaderMerk(s.kader) === kaderMerk(kader)) return null;
  const wie = { id: 'systeem', rollen: ['systeem' as const], kenmerken: [] };
  const o = { actie: 'kaderBijwerken', invoer: {}, feiten: {}, wie, sleutel: '', hash: '', kader };
  const b = decide(d, s, o, vandaag);
  return b.ok ? (b.gebeurtenissen.at(-1)!.termijnen ?? []) : null;
}
