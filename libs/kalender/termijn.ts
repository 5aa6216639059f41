/** From a term of the table to its date: count, move for suspension, extend once. */
import { dagenTussen, plusDagen } from './datum.js';
import type { Datum } from './datum.js';
import { plusDuur } from './duur.js';
import type { Duur } from './duur.js';
import type { Kalender } from './kalender.js';
import { dagenStil, samengevoegd, staatStilOp } from './schorsing.js';
import type { Schorsing } from './schorsing.js';
import { naarWerkdag, teLangVoorTermijnenwet, volgensTermijnenwet } from './verlenging.js';
import type { Verlenging } from './verlenging.js';
import { isWerkdag } from './werkdagen.js';

/** Whose term it is: of the law, of the chain of partners, of the municipality itself. */
export type TermijnSoort = 'LAW' | 'CHAIN' | 'LOCAL';

/** A question to {@link bereken}. */
export interface Vraag {
  /** The anchor; this day itself is not counted. */
  vanaf: Datum;
  /** Absent: the date is the anchor itself, which never moves off a free day (settled reading 1: "30 juni, also in a weekend"). */
  duur?: Duur;
  /** 'terug' counts back from the anchor; such a date never moves off a free day (Algemene termijnenwet art. 1 lid 2). */
  richting: 'vooruit' | 'terug';
  soort: TermijnSoort;
  /** False for a birthday, and for LOCAL and CHAIN terms of a municipality that leaves them on a free day. */
  verschuift: boolean;
  /** 'uiterlijk': `datum` is the last valid day. 'op': it happens at 00:00 of `datum`. */
  type: 'uiterlijk' | 'op';
  schorsingen?: Schorsing[];
}

/** The date of a term, with what is needed to explain it. Optional fields are absent when they do not apply. */
export interface Berekening {
  datum: Datum;
  /** The end with suspension, before extension. */
  onverlengd: Datum;
  /** The date may still change: it lies beyond what the school made known, or the term stands still at this moment. */
  voorlopig: boolean;
  /** The free days passed over (and 'minder dan twee werkdagen'), in order. */
  verlengdOm?: string[];
  grondVerlenging?: string;
  /** The article by which a LAW term stays on a free day. */
  grondNietVerlengd?: string;
  /** The days the term stood still. */
  dagenOpgeschort?: number;
}

/**
 * The date of a term. The duration is counted from the anchor; the end then moves by the calendar days the term stood still,
 * whatever its unit (settled reading 5); then the extension is applied once. A suspension that begins after the (extended)
 * end counts for nothing: what is over cannot stand still. While a suspension is open, the date is the one without it.
 * Throws RangeError on a duration that is negative or not whole, and on a suspension that ends before it begins.
 */
export function bereken(v: Vraag, k: Kalender): Berekening {
  // For the law Good Friday is always free (Algemene termijnenwet art. 3 lid 2), whatever the municipality's working days are.
  const kalender = v.soort === 'LAW' && k.goedeVrijdagIsWerkdag ? { ...k, goedeVrijdagIsWerkdag: false } : k;
  const geteld = v.duur ? plusDuur(v.vanaf, v.duur, v.richting, kalender) : v.vanaf;
  const looptVooruit = v.duur !== undefined && v.richting === 'vooruit';
  const schorsingen = samengevoegd(v.schorsingen ?? [], looptVooruit ? v.vanaf : undefined);

  let onverlengd = geteld;
  let verlenging = verleng(v, geteld, onverlengd, schorsingen, kalender);
  let staatStil = false;
  for (const schorsing of schorsingen) {
    if (schorsing.van > verlenging.datum) break;
    staatStil = schorsing.tot === undefined;
    onverlengd = plusDagen(onverlengd, dagenStil(schorsing));
    verlenging = verleng(v, geteld, onverlengd, schorsingen, kalender);
  }

  const berekening: Berekening = {
    datum: verlenging.datum,
    onverlengd,
    voorlopig: staatStil || buitenSchoolkalender(v, geteld, k),
  };
  if (verlenging.om.length > 0) {
    berekening.verlengdOm = verlenging.om;
    berekening.grondVerlenging = verlenging.grond;
  }
  const blijftStaan = isWerkdag(verlenging.datum, kalender) ? undefined : grondNietVerlengd(v);
  if (blijftStaan) berekening.grondNietVerlengd = blijftStaan;
  if (onverlengd !== geteld) berekening.dagenOpgeschort = dagenTussen(geteld, onverlengd);
  return berekening;
}

function verleng(v: Vraag, geteld: Datum, einde: Datum, schorsingen: Schorsing[], k: Kalender): Verlenging {
  if (!v.verschuift || !v.duur || v.richting === 'terug') return { datum: einde, om: [] };
  if (v.soort !== 'LAW') return { ...naarWerkdag(einde, k), grond: 'instelling van de gemeente' };
  if (teLangVoorTermijnenwet(v.duur)) return { datum: einde, om: [] };
  // A suspension that is still open takes no working days out: until it ends the date is the one without it.
  const gesloten = schorsingen.filter((s) => s.tot !== undefined);
  const telt = (d: Datum) => !staatStilOp(d, gesloten);
  return volgensTermijnenwet({ vanaf: v.vanaf, dagen: dagenTussen(v.vanaf, geteld), einde, telt }, k);
}

function grondNietVerlengd(v: Vraag): string | undefined {
  if (v.soort !== 'LAW' || !v.duur) return undefined;
  if (v.richting === 'terug') return 'Algemene termijnenwet art. 1 lid 2';
  return v.verschuift && teLangVoorTermijnenwet(v.duur) ? 'Algemene termijnenwet art. 4' : undefined;
}

function buitenSchoolkalender(v: Vraag, geteld: Datum, k: Kalender): boolean {
  if (!v.duur || !('lesweken' in v.duur || 'schooldagen' in v.duur)) return false;
  return !k.school || v.vanaf > k.school.bekendTot || geteld > k.school.bekendTot;
}
