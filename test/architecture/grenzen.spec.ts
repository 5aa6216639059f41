import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { maakKladkopie } from './kladkopie.js';

/* Walls that nobody looks at are no walls: each is breached once in a copy, and must be noticed. */

const klad = maakKladkopie();
after(() => klad.wis());

/** Per zone of .oxlintrc.json: where the breach is planted, and what it is. */
const INBREUKEN: [zone: string, pad: string, tekst: string][] = [
  ['de kalender leest het proces', 'libs/kalender/inbreuk.ts', "export * from '#process';\n"],
  ['de kalender leest een pakket', 'libs/kalender/inbreuk2.ts', "export { z } from 'zod';\n"],
  ['de regels lezen Temporal', 'libs/process/inbreuk.ts', "export * from '@temporalio/workflow';\n"],
  ['de regels lezen Node', 'libs/process/inbreuk2.ts', "export { readFileSync } from 'node:fs';\n"],
  ['de runner leest de database', 'libs/process-workflow/inbreuk.ts', "export * from '#read-model';\n"],
  [
    'een procesmap leest de omgeving',
    'workflows/spreekuur/inbreuk.ts',
    "export const a = process.env['A'];\n",
  ],
  ['het leesmodel kent HTTP', 'libs/read-model/inbreuk.ts', "export { Controller } from '@nestjs/common';\n"],
  ['de codec kent de sandbox', 'libs/codec/inbreuk.ts', "export { sleep } from '@temporalio/workflow';\n"],
  ['de Klok kent een toepassing', 'libs/klok/inbreuk.ts', "export * from '../../apps/api/main.js';\n"],
  ['een activiteit kent een toepassing', 'activities/inbreuk.ts', "export * from '../apps/api/main.js';\n"],
  [
    'de API noemt een proces',
    'apps/api/inbreuk.ts',
    "export { v1 } from '../../workflows/spreekuur/definitie.v1.js';\n",
  ],
  ['de worker leest de testkit', 'apps/worker/inbreuk.ts', "export * from '#test-kit';\n"],
];

interface Melding {
  code: string;
  filename: string;
}

test('oxlint ziet elke geplante inbreuk op een grens', (t) => {
  for (const [, pad, tekst] of INBREUKEN) klad.schrijf(pad, tekst);
  const { uit } = klad.node(
    'node_modules/oxlint/bin/oxlint',
    '--format=json',
    ...INBREUKEN.map(([, pad]) => pad),
  );
  const { diagnostics } = JSON.parse(uit) as { diagnostics: Melding[] };
  const gezien = new Set(
    diagnostics.filter((d) => /no-restricted-(imports|globals)/.test(d.code)).map((d) => d.filename),
  );
  for (const [zone, pad] of INBREUKEN) assert.ok(gezien.has(pad), `niet gezien: ${zone} (${pad})`);
  t.diagnostic(`N = ${INBREUKEN.length} inbreuken`);
});

test('een uitgebrachte definitie wijzigen wordt gezien', () => {
  const genereer = 'dist/infra/local/genereer.js';
  const definitie = 'workflows/vrijstelling/definitie.v1.ts';
  assert.equal(klad.node('dist/infra/local/bevries.js').code, 0);
  assert.equal(klad.node(genereer, '--controleer').code, 0, 'ongewijzigd is alles in orde');
  klad.voegToe(definitie, '// een dag later\n');
  const { code, uit } = klad.node(genereer, '--controleer');
  assert.equal(code, 1);
  assert.match(uit, /vrijstelling\/definitie\.v1\.ts is uitgebracht en bevroren/);
});
