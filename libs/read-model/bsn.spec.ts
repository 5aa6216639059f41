import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Hoofdsleutels } from '#codec';
import { bsnZoek, isBsn, ontsleutelBsn, versleutelBsn } from './bsn.js';

const sleutels = new Map([1, 2].map((n) => [n, randomBytes(32)]));
const hoofdsleutels = (nieuwste: number): Hoofdsleutels => ({
  nieuwste,
  oudste: 1,
  sleutel: (versie) => sleutels.get(versie)!,
});
const JONGERE = '0b9c0b5e-6c0e-4a53-9a37-1de6f0a9c001';
const BSN = '999990019';

test('een BSN heeft negen cijfers en doorstaat de elfproef', () => {
  for (const goed of [BSN, '111222333', '123456782', '010464554']) assert.ok(isBsn(goed), goed);
  for (const fout of [
    '000000000',
    '123456789',
    '99999001',
    '9999900190',
    ' 999990019',
    '99999001９',
    '',
    '1e8',
  ])
    assert.ok(!isBsn(fout), fout);
});

test('geen twee buren in een BSN zijn te verwisselen zonder dat het opvalt', () => {
  const verwisseld = (i: number): string =>
    '123456782'.slice(0, i) + '123456782'[i + 1] + '123456782'[i] + '123456782'.slice(i + 2);
  for (let i = 0; i < 8; i++) assert.ok(!isBsn(verwisseld(i)), verwisseld(i));
});

test('een BSN komt terug zoals het was, ook na een nieuwe hoofdsleutel', () => {
  const opgeslagen = versleutelBsn(hoofdsleutels(1), '0164', JONGERE, BSN);
  assert.ok(!opgeslagen.toString('latin1').includes(BSN));
  assert.equal(ontsleutelBsn(hoofdsleutels(2), '0164', JONGERE, opgeslagen), BSN);
});

test('een BSN is niet naar een andere jongere of gemeente over te zetten', () => {
  const opgeslagen = versleutelBsn(hoofdsleutels(1), '0164', JONGERE, BSN);
  assert.throws(() => ontsleutelBsn(hoofdsleutels(1), '0147', JONGERE, opgeslagen), /niet te lezen/);
  assert.throws(() => ontsleutelBsn(hoofdsleutels(1), '0164', BSN, opgeslagen), /niet te lezen/);
});

test('zoeken op BSN blijft werken na een nieuwe hoofdsleutel, en verbindt geen gemeenten', () => {
  assert.deepEqual(bsnZoek(hoofdsleutels(1), '0164', BSN), bsnZoek(hoofdsleutels(2), '0164', BSN));
  assert.notDeepEqual(bsnZoek(hoofdsleutels(1), '0164', BSN), bsnZoek(hoofdsleutels(1), '0147', BSN));
});
