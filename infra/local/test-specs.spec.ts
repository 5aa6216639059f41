import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { draaiSpecs } from './test-specs.js';

/* Otherwise the runner that we start would think that it is part of this one. */
delete process.env['NODE_TEST_CONTEXT'];
const map = mkdtempSync(join(tmpdir(), 'leerlijn-specs-'));
after(() => rmSync(map, { recursive: true, force: true }));

test('geslaagde en overgeslagen tests worden geteld, groepen niet', async () => {
  const spec = join(map, 'twee.spec.mjs');
  writeFileSync(
    spec,
    `import { describe, it } from 'node:test';
     describe('groep', () => {
       it('goed', () => {});
       it.skip('later', () => {});
     });`,
  );
  assert.deepEqual(await draaiSpecs([spec], 1), { geslaagd: 1, mislukt: [], overgeslagen: 1 });
});

test('een testloop die sterft voor hij iets telde, is een fout met een duidelijke melding', async () => {
  const { geslaagd, mislukt } = await draaiSpecs([join(map, 'bestaat-niet.spec.mjs')], 1);
  assert.equal(geslaagd, 0);
  assert.equal(mislukt.length, 1);
  assert.match(mislukt[0]!, /eindigde met code 1|bestaat-niet/);
});
