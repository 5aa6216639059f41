import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Api, maakJongere, meldAan, motorVan, type ProcesLichaam } from '#test-kit';
import { plusDagen } from '#kalender';
import type * as TestStackModule from '../../infra/local/test-stack.js';
import { maakKladkopie } from './kladkopie.js';

/* One more process is one more folder and nothing else: a toy process dropped into a copy is everywhere at once. */

const klad = maakKladkopie();
let stack: TestStackModule.TestStack | undefined;
let api: Api;

before(async () => {
  for (const bestand of ['definitie.v1.ts', 'teksten.nl.ts', 'workflow.ts'])
    cpSync(join('test/architecture/huisbezoek', bestand), join(klad.map, 'workflows/huisbezoek', bestand));
  const { code, uit } = klad.node('dist/infra/local/genereer.js');
  assert.equal(code, 0, uit);
  const vanKopie = pathToFileURL(join(klad.map, 'dist/infra/local/test-stack.js')).href;
  const { startTestStack } = (await import(vanKopie)) as typeof TestStackModule;
  stack = await startTestStack({ duurzaam: false, bewaak: false });
  api = new Api(stack.apiUrl, await meldAan(stack.beschrijving, 'leerplichtambtenaar'));
});
after(async () => {
  await stack?.stop();
  klad.wis();
});

test('het staat in de pagina met zijn plaatje', () => {
  const pagina = readFileSync(join(klad.map, 'workflows/huisbezoek/README.md'), 'utf8');
  assert.match(pagina, /aangevraagd --> afgelegd|aangevraagd.*afgelegd/s);
  assert.match(pagina, /Het bezoek afleggen/);
});

test('het staat in de OpenAPI en in de procestypen', async () => {
  const { components } = await api.lees<{ components: { schemas: Record<string, { properties?: object }> } }>(
    '/openapi.json',
  );
  assert.ok(components.schemas['HuisbezoekAfleggen'], 'HuisbezoekAfleggen ontbreekt');
  assert.deepEqual(Object.keys(components.schemas['HuisbezoekAfleggen'].properties ?? {}), [
    'bezochtOp',
    'verslag',
  ]);
  const type = await api.lees<{ procestype: string; titel: string }>('/procestypen/huisbezoek');
  assert.equal(type.titel, 'Huisbezoek');
  assert.ok(JSON.stringify(await api.lees('/procestypen')).includes('"huisbezoek"'));
});

test('het leeft: geopend, in de werklijst, herinnerd en afgerond', async () => {
  const motor = await motorVan(stack!.beschrijving);
  try {
    const vandaag = await motor.vandaag();
    const jongereId = await maakJongere(api, '2012-05-06');
    const { id } = await api.open('huisbezoek', jongereId, { aangevraagdOp: vandaag });
    const { processen } = await api.lees<{ processen: ProcesLichaam[] }>('/processen?procestype=huisbezoek');
    assert.deepEqual(
      processen.map((p) => [p.id, p.toestand, p.termijnen.map((x) => x.naam)]),
      [[id, 'aangevraagd', ['afleggen']]],
    );
    await motor.klokNaar(plusDagen(vandaag, 15));
    const { teDoen } = await api.lees<{ teDoen: { titel: string }[] }>(`/te-doen?procesId=${id}`);
    assert.ok(teDoen.some((r) => r.titel.includes('Het bezoek afleggen')));
    const bezocht = { bezochtOp: await motor.vandaag(), verslag: 'Vader en dochter waren thuis.' };
    const klaar = await api.doe(id, 'afleggen', bezocht);
    assert.deepEqual([klaar.afgerond, klaar.uitkomst], [true, 'afgelegd']);
  } finally {
    await motor.sluit();
  }
});
