import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '@opentelemetry/api';
import { metStap, noemSql, ouderVan, spoorAan, spoorVelden, volgActiviteit, volgClient } from './index.js';

test('zonder adres is er niets: geen spoor, geen interceptor, geen veld in het log', async () => {
  assert.equal(spoorAan(), false);
  assert.deepEqual([volgClient(), volgActiviteit(), spoorVelden()], [undefined, [], {}]);
  assert.equal(await metStap('werk', 'intern', {}, async (stap) => stap), undefined);
  await assert.rejects(
    metStap('werk', 'intern', {}, () => Promise.reject(new RangeError('zo'))),
    RangeError,
  );
});

test('een vraag heet naar haar eerste woord en haar eerste tabel, nooit naar wat erin staat', (t) => {
  const gevallen: [tekst: string, naam: string][] = [
    ['select app.projecteer($1::jsonb)', 'select app.projecteer'],
    ["begin; set local app.gemeenten = '0164'; select voorsprong from app.klok", 'begin'],
    ['\n    select p.id from app.proces p where p.id = $1', 'select app.proces'],
    ['insert into app.mail (id) values ($1)', 'insert app.mail'],
    ['update app.klus_regel set staat = $1', 'update app.klus_regel'],
    ['commit', 'commit'],
    ["select 'Kanarie' as naam", 'select'],
    ['', 'sql'],
  ];
  for (const [tekst, naam] of gevallen) {
    const gevonden = noemSql(tekst);
    assert.equal(gevonden.naam, naam);
    assert.doesNotMatch(JSON.stringify(gevonden), /0164|Kanarie/);
  }
  t.diagnostic(`N = ${gevallen.length} vragen`);
});

test('een traceparent die niet klopt wordt niet gevolgd', (t) => {
  const [spoor, stap] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
  const goed = ouderVan(`00-${spoor}-${stap}-01`);
  assert.equal(goed && trace.getSpanContext(goed)?.traceId, spoor);
  const fout = [
    undefined,
    '',
    `01-${spoor}-${stap}-01`,
    `00-${'0'.repeat(32)}-${stap}-01`,
    `00-${spoor}-${'0'.repeat(16)}-01`,
    `00-${spoor.toUpperCase()}-${stap}-01`,
    `00-${spoor}-${stap}-01-meer`,
    [`00-${spoor}`, stap],
  ];
  for (const waarde of fout) assert.equal(ouderVan(waarde), undefined, String(waarde));
  t.diagnostic(`N = ${fout.length} verkeerde`);
});
