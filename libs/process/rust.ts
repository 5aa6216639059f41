import type { Definitie } from './definitie.js';
import { lees, omvat, type GelezenTermijn } from './gelezen.js';
import type { Partij } from './snapshot.js';

const VAN_HET_TEAM: readonly Partij[] = [
  'leerplichtambtenaar',
  'doorstroomcoach',
  'teamleider',
  'beheerder',
  'systeem',
];

/** Somebody whom the team can only wait for. */
export const isBuitenTeam = (p: Partij | undefined): p is Partij =>
  p !== undefined && !VAN_HET_TEAM.includes(p);

/** A young person and his parents are one party to wait for. */
const kant = (p: Partij): Partij => (p === 'jongere' ? 'ouders' : p);

/**
 * The states in which nobody is waited for although somebody outside the team owns them: an exemption that is in force, a decision that can be
 * objected to, a supervision order that runs. The owner may move there, but no norm of chain or municipality says when he should.
 */
export function rusttoestanden(d: Definitie): string[] {
  const verwacht = (x: GelezenTermijn, toestand: string, eigenaar: Partij): boolean =>
    x.t.soort !== 'LAW' &&
    omvat(x, toestand) &&
    // Without an owner of its own it is his when it is a deadline that counts from the day that it became his move.
    (x.t.eigenaar
      ? kant(x.t.eigenaar) === kant(eigenaar)
      : x.t.type !== 'op' && 'toestand' in x.t.vanaf && x.vanaf.has(toestand));
  return Object.entries(d.toestanden)
    .filter(([toestand, { eigenaar }]) => {
      return isBuitenTeam(eigenaar) && !lees(d).termijnen.some((x) => verwacht(x, toestand, eigenaar));
    })
    .map(([toestand]) => toestand);
}
