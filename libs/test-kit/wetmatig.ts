import { isDatum } from '#kalender';
import { isEind, nextWake, tick, type Besluit, type Definitie, type Snapshot } from '#process';
import type { Datum } from '#kalender';

const NAAM = /^[a-zA-Z0-9_]+$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for what a history may hold: a number, a flag, a date, an id, a choice. A sentence is none of these. */
const isGeenTekst = (w: unknown): boolean =>
  w === null ||
  w === undefined ||
  typeof w === 'number' ||
  typeof w === 'boolean' ||
  (typeof w === 'string' && (isDatum(w) || ID.test(w) || NAAM.test(w))) ||
  (Array.isArray(w) && w.every(isGeenTekst)) ||
  (typeof w === 'object' && Object.values(w).every(isGeenTekst));

/**
 * The laws that hold after each accepted change of every process, as sentences about which is broken; empty when all hold.
 * `oud` is the snapshot before it; undefined at the opening.
 */
export function schendingen(
  d: Definitie,
  oud: Snapshot | undefined,
  b: Extract<Besluit, { ok: true }>,
  vandaag: Datum,
): string[] {
  const s = b.snapshot;
  const fout: string[] = [];
  const eis = (waar: boolean, wat: string): void => void (waar || fout.push(wat));
  eis(JSON.stringify(JSON.parse(JSON.stringify(s))) === JSON.stringify(s), 'de stand overleeft geen JSON');
  eis(s.revisie === (oud?.revisie ?? 0) + 1, 'de revisie gaat niet met een omhoog');
  eis(!oud || s.laatstOp >= oud.laatstOp, 'de tijd gaat terug');
  eis(!s.afgerond || s.termijnen.length === 0, 'een afgerond proces heeft nog termijnen');
  eis(!s.afgerond || s.voorstellen.length === 0, 'een afgerond proces stelt nog iets voor');
  eis(!s.afgerond || s.uitkomst !== undefined, 'een afgerond proces heeft geen uitkomst');
  eis(s.afgerond || !isEind(d, s), 'een eindtoestand is niet afgerond');
  eis(isGeenTekst(s.gegevens), 'de gegevens bevatten vrije tekst');
  eis(
    b.gebeurtenissen.every((g) => isGeenTekst(g.gegevens)),
    'een gebeurtenis bevat vrije tekst',
  );
  eis(b.gebeurtenissen.length > 0, 'er is iets gewijzigd zonder gebeurtenis');
  eis(
    b.gebeurtenissen.every((g) => g.op <= s.laatstOp),
    'een gebeurtenis ligt na de laatste',
  );
  eis(
    b.gebeurtenissen.every((g, i) => i === 0 || b.gebeurtenissen[i - 1]!.op <= g.op),
    'de gebeurtenissen staan niet op volgorde',
  );
  eis(
    b.effecten.every((e, n) => e.id === `${s.revisie}.${n}`),
    'een effect heeft niet het nummer van zijn revisie',
  );
  eis(new Set(s.termijnen.map((l) => l.naam)).size === s.termijnen.length, 'een termijn loopt tweemaal');
  eis(s.teLaat === s.termijnen.some((l) => l.verlopen), 'te laat zegt iets anders dan de termijnen');
  const bij = tick(d, s, vandaag)?.snapshot ?? s;
  const wek = nextWake(d, bij);
  eis(wek === null || wek > vandaag, 'wie bij is, hoeft vandaag niet meer gewekt');
  eis(tick(d, bij, vandaag) === null, 'een tweede keer bijwerken doet nog iets');
  return fout;
}
