import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { datum } from '#kalender';
import { inGeheugen } from './in-geheugen.js';
import { koen, koenAchttien } from './koen.js';
import { TEKST } from './speler.js';
import { verhalen } from './verhalen.js';

/* The stories of the chain in memory, in milliseconds; the same ones run through the real stack in test/levens. */

describe('de keten', () => {
  it('Koen: van havo tot jeugdreclassering', async () => {
    const begin = datum('2026-10-01');
    const s = inGeheugen(begin, koenAchttien(begin));
    await koen(s, begin);
    assert.deepEqual(s.leven.schendingen(), []);
    assert.deepEqual(s.leven.nietGenomen, []);
  });

  for (const v of verhalen(TEKST))
    it(v.titel, async () => {
      const begin = datum('2026-10-01');
      const s = inGeheugen(begin, v.achttien(begin));
      await v.vertel(s, begin);
      assert.deepEqual(s.leven.schendingen(), []);
    });
});
