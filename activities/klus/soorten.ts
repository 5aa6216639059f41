import { HERSTEL, HERSTEL_TERUG } from '#process';
import { hechtRegelAan } from '../duo/aanhechten.js';
import { trekRegelIn } from '../duo/intrekken.js';
import { herstel } from './herstel.js';
import { jongereGewijzigd } from './jongere-gewijzigd.js';
import { kaderBijwerken } from './kader-bijwerken.js';
import type { KlusWerk } from './werk-af.js';

/** How each kind of work does one row. One more kind is one more line. */
export const soorten: Readonly<Record<string, KlusWerk>> = {
  [HERSTEL]: herstel,
  [HERSTEL_TERUG]: herstel,
  jongereGewijzigd,
  kaderBijwerken,
  verzuimmelding: hechtRegelAan,
  verzuimmeldingen: hechtRegelAan,
  verzuimmeldingIntrekken: trekRegelIn,
};
