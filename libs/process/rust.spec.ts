import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBuitenTeam, rusttoestanden } from '#process';
import { processen } from '#workflows';

test('wie niets hoeft wordt nergens op gewacht; wie een norm heeft wel', (t) => {
  const rust = Object.entries(processen).flatMap(([naam, { nieuwste }]) =>
    rusttoestanden(nieuwste).map((toestand) => `${naam}.${toestand}`),
  );
  const buiten = Object.entries(processen).flatMap(([naam, { nieuwste }]) =>
    Object.entries(nieuwste.toestanden)
      .filter(([, x]) => isBuitenTeam(x.eigenaar))
      .map(([toestand]) => `${naam}.${toestand}`),
  );
  t.diagnostic(`${rust.length} van ${buiten.length} toestanden van een ander zijn rust`);
  for (const x of ['vrijstelling.geldig', 'vrijstelling.vanKracht', 'verlof.geweigerd', 'civiel.otsLoopt'])
    assert.ok(rust.includes(x), x);
  for (const x of ['civiel.jbtBesproken', 'halt.verwezen', 'vrijstelling.bijDeArts', 'hulp.aangeboden'])
    assert.ok(buiten.includes(x) && !rust.includes(x), x);
  assert.deepEqual(
    rust.filter((x) => !buiten.includes(x)),
    [],
    'wat van het team is, is nooit rust',
  );
});
