import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datum } from '#kalender';
import { vooruitVanaf } from './wanneer.js';

const vanaf = datum('2027-01-31');

test('de Klok gaat dagen, weken, maanden of jaren vooruit', () => {
  assert.equal(vooruitVanaf(vanaf, '30d'), '2027-03-02');
  assert.equal(vooruitVanaf(vanaf, '6w'), '2027-03-14');
  assert.equal(vooruitVanaf(vanaf, '1m'), '2027-02-28');
  assert.equal(vooruitVanaf(vanaf, '1j'), '2028-01-31');
});

test('wat geen sprong is wordt niet geraden', () => {
  for (const fout of ['', '30', 'd', '-3d', '0d', '3 d', '1u', '1.5m', '99999d'])
    assert.equal(vooruitVanaf(vanaf, fout), undefined, fout);
});
