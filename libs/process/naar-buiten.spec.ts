import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processen } from '#workflows';
import { titelNaarBuiten, zaaknummerVan } from './naar-buiten.js';

/** Written down apart from the code: what may stand in no mail. */
const VERBODEN =
  /\bart(s|sen)\b|artsadvies|medisch|verklaring|diagnose|ziek|ggz|psych|therap|\bhalt\b|straf|proces-verbaal|\bpv\b|verhoor|justitie|\bboa\b|politie|openbaar ministerie/i;

test('van geen enkele termijn gaat een medische of strafrechtelijke titel naar buiten', (t) => {
  let gezegd = 0;
  let verzwegen = 0;
  for (const [naam, { versies, teksten }] of Object.entries(processen))
    for (const d of versies)
      for (const x of d.termijnen) {
        const titel = titelNaarBuiten(d, teksten, x.naam);
        if (titel === undefined) verzwegen += 1;
        else gezegd += 1;
        assert.ok(titel === undefined || !VERBODEN.test(titel), `${naam}.${x.naam}: ${titel}`);
        if (d.afgeschermd || d.wpgNamen?.includes(x.naam))
          assert.equal(titel, undefined, `${naam}.${x.naam}`);
      }
  t.diagnostic(`N = ${gezegd} gezegd, ${verzwegen} verzwegen`);
  assert.ok(gezegd > 100 && verzwegen > 30);
});

test('een termijn die er niet is heeft geen titel, en een zaaknummer noemt het hele begin van het id', () => {
  const { nieuwste, teksten } = processen['spreekuur']!;
  assert.equal(titelNaarBuiten(nieuwste, teksten, 'bestaatNiet'), undefined);
  assert.equal(zaaknummerVan('7f3a92c1-b08d-5000-8000-000000000001'), '7F3A9-2C1B0');
});
