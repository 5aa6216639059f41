import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { leesStackConfigOfStop } from './stack-config.js';
import { stil } from './stappen.js';
import { startTemporal } from './temporal.js';

const ELDERS = { DATABASE_URL: 'postgresql://leerlijn@db.example/leerlijn' };

test('de Klok is te verzetten als PostgreSQL en Temporal allebei de eigen zijn, en anders alleen als dat gezegd is', () => {
  const klok = (env: Record<string, string>): string => leesStackConfigOfStop(env).klok;
  assert.equal(klok({}), 'instelbaar');
  assert.equal(klok({ DATABASE_URL: '', LEERLIJN_KLOK: '' }), 'instelbaar');
  assert.equal(klok({ LEERLIJN_KLOK: 'vast' }), 'vast');
  assert.equal(klok(ELDERS), 'vast');
  assert.equal(klok({ ...ELDERS, LEERLIJN_KLOK: '' }), 'vast');
  assert.equal(klok({ TEMPORAL_ADDRESS: 'temporal.example:7233' }), 'vast');
  assert.equal(klok({ ...ELDERS, LEERLIJN_KLOK: 'instelbaar' }), 'instelbaar');
});

test('de eigen Temporal-server weigert een database die TLS eist, voor er iets gebouwd of gestart wordt', async () => {
  await assert.rejects(
    startTemporal(
      {
        staat: resolve('.leerlijn'),
        cache: resolve('.leerlijn'),
        poorten: [{ variabele: 'TEMPORAL_PORT', poort: 7233, waarvoor: 'Temporal' }],
        databaseUrl: `${ELDERS.DATABASE_URL}?sslmode=require`,
      },
      stil,
    ),
    /sslmode.*TEMPORAL_ADDRESS/,
  );
});
