import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo, type Motor } from '#test-kit';
import { koen, koenAchttien } from '../keten/koen.js';
import { motorVanStack, opDeStack } from '../keten/op-de-stack.js';
import { verhalen } from '../keten/verhalen.js';
import { eerstvolgende } from './leven.js';

/* The stories of the chain through HTTP, Temporal and PostgreSQL, with time skipped. */

let motor: Motor;
before(async () => void (motor = await motorVanStack()));
after(() => motor.sluit());

test('Koen: van havo tot jeugdreclassering, alle 21 stappen', async (t) => {
  const begin = eerstvolgende(await motor.vandaag(), (d) => d.endsWith('-10-01'));
  const s = await opDeStack(motor, koenAchttien(begin));
  const van = performance.now();
  await koen(s, begin);
  const { processen, koppelingen, tijdlijn } = await s.dossier();
  t.diagnostic(
    `N = ${tijdlijn.length} gebeurtenissen in ${processen.length} processen, ${koppelingen.length} koppelingen, ${Math.round(performance.now() - van)} ms`,
  );
  // Every step keeps who and when; the links are seen from both sides.
  for (const g of tijdlijn) assert.ok(g.door.rol && g.op, `${g.procestype}.${g.naam}`);
  const ketens = koppelingen.map((k) => `${k.van.procestype} ${k.soort} ${k.naar.procestype}`);
  for (const k of [
    'spreekuur start mas',
    'mas start hulp',
    'hulp bericht mas',
    'mas start halt',
    'halt bericht mas',
    'halt start strafrecht',
    'mas start overdracht',
  ])
    assert.ok(ketens.includes(k), `${k} ontbreekt: ${ketens.join(', ')}`);
  const groot = processen.map((p) => JSON.stringify(p).length);
  t.diagnostic(`grootste proces als JSON: ${Math.max(...groot)} bytes`);
});

for (const v of verhalen(demo('arts').sub))
  test(v.titel, async () => {
    const begin = eerstvolgende(await motor.vandaag(), (d) => d.endsWith('-10-01'));
    await v.vertel(await opDeStack(motor, v.achttien(begin)), begin);
  });
