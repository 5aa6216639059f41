import assert from 'node:assert/strict';
import { it } from 'node:test';
import { datum, vandaagOp } from '#kalender';
import { teLangVoor } from './te-lang.js';

/** The last day of which a change that is still open has waited too long. */
const laatste = (vandaag: string, goedeVrijdag = false): string =>
  vandaagOp(teLangVoor(datum(vandaag), goedeVrijdag).getTime() - 1);

it('wacht een werkdag, over weekend en feestdagen heen', () => {
  const gevallen: [vandaag: string, laatste: string][] = [
    // Of Monday one may tell on Tuesday; on Wednesday it is too late.
    ['2026-11-04', '2026-11-02'],
    // Of Friday on Monday; on Monday itself only Thursday is too late.
    ['2026-11-09', '2026-11-05'],
    ['2026-11-10', '2026-11-08'],
    // Christmas on Friday and Saturday: of Thursday one may tell on Monday.
    ['2026-12-28', '2026-12-23'],
    ['2026-12-29', '2026-12-27'],
  ];
  for (const [vandaag, verwacht] of gevallen) assert.equal(laatste(vandaag), verwacht, vandaag);
  // Good Friday 2027 is 26 March, Easter Monday the 29th.
  assert.equal(laatste('2027-03-30'), '2027-03-24');
  assert.equal(laatste('2027-03-30', true), '2027-03-25');
});
