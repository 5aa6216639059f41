import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { leesHoofdsleutels, zorgVoorHoofdsleutel } from './hoofdsleutel.js';

let map: string;
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'hoofdsleutel-'));
});
afterEach(() => rmSync(map, { recursive: true }));

const zet = (versie: number, lengte = 32, rechten = 0o600): void => {
  const bestand = join(map, `hoofdsleutel-${versie}`);
  writeFileSync(bestand, Buffer.alloc(lengte, versie));
  chmodSync(bestand, rechten);
};

test('de eerste keer komt er een sleutel die alleen wij kunnen lezen; daarna blijft zij', () => {
  zorgVoorHoofdsleutel(map);
  assert.deepEqual(readdirSync(map), ['hoofdsleutel-1']);
  assert.equal(statSync(join(map, 'hoofdsleutel-1')).mode & 0o777, 0o600);
  const eerst = leesHoofdsleutels(map).sleutel(1);
  zorgVoorHoofdsleutel(map);
  assert.deepEqual(leesHoofdsleutels(map).sleutel(1), eerst);
});

test('het hoogste nummer is de nieuwste, ook boven de tien, en de oude blijven', () => {
  for (const versie of [2, 10, 9]) zet(versie);
  const sleutels = leesHoofdsleutels(map);
  assert.deepEqual([sleutels.nieuwste, sleutels.oudste], [10, 2]);
  assert.equal(sleutels.sleutel(9)[0], 9);
  assert.throws(() => sleutels.sleutel(1), /Hoofdsleutel 1 ontbreekt/);
});

test('zonder sleutel, met een halve, of met een die anderen kunnen lezen start er niets', () => {
  assert.throws(() => leesHoofdsleutels(map), /geen hoofdsleutel/);
  assert.throws(() => leesHoofdsleutels(join(map, 'bestaat-niet')), /geen hoofdsleutel/);
  zet(1, 31);
  assert.throws(() => leesHoofdsleutels(map), /32 bytes/);
  zet(1, 32, 0o640);
  assert.throws(() => leesHoofdsleutels(map), /rechten op 600/);
});
