import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { ConfigFout, leesConfig, leesDienstConfig, tabelVanVariabelen } from './index.js';
import { testVariabelen, variabelen } from './variabelen.js';

function foutenVan(lees: () => unknown): readonly string[] {
  try {
    lees();
  } catch (fout) {
    if (fout instanceof ConfigFout) return fout.fouten;
    throw fout;
  }
  return [];
}

test('zonder variabelen geldt overal de standaardwaarde', () => {
  const config = leesConfig({});
  assert.equal(config.port, 3000);
  assert.equal(config.temporalNamespace, 'leerlijn');
  assert.equal(config.klok, 'vast');
  assert.equal(config.staat, resolve('.leerlijn'));
  assert.equal(config.sleutels, resolve('.leerlijn/sleutels'));
  assert.equal(config.oidcIssuer, 'http://127.0.0.1:3010');
  assert.equal(config.databaseUrl, undefined);
});

test('een lege waarde telt als afwezig, een andere OIDC_PORT verhuist de issuer mee', () => {
  const config = leesConfig({ PORT: '', OIDC_PORT: '4010' });
  assert.equal(config.port, 3000);
  assert.equal(config.oidcIssuer, 'http://127.0.0.1:4010');
  assert.equal(config.eigenAanmelddienst, true);
  assert.equal(leesConfig({ OIDC_ISSUER: 'https://aanmelden.example' }).eigenAanmelddienst, false);
});

test('alle fouten komen tegelijk, en geen fout herhaalt een waarde', () => {
  const fouten = foutenVan(() =>
    leesConfig({
      PORT: 'abc',
      DATABASE_URL: 'mysql://x:geheim@host/db',
      TEMPORAL_ADDRESS: 'geen adres',
      LEERLIJN_KLOK: 'los',
    }),
  );
  const genoemd = new Set(fouten.map((f) => f.split(' ')[0]));
  assert.deepEqual(genoemd, new Set(['DATABASE_URL', 'LEERLIJN_KLOK', 'PORT', 'TEMPORAL_ADDRESS']));
  assert.ok(!fouten.join().includes('geheim'));
});

test('twee onderdelen op een poort worden geweigerd', () => {
  assert.match(foutenVan(() => leesConfig({ PORT: '3010' })).join(), /OIDC_PORT is gelijk aan PORT/);
});

test('de zeven poorten na TEMPORAL_PORT zijn ook bezet, behalve met een Temporal-server van elders', () => {
  assert.match(
    foutenVan(() => leesConfig({ PORT: '7240' })).join(),
    /PORT valt in de 8 poorten vanaf TEMPORAL_PORT \(7240\)/,
  );
  assert.deepEqual(
    foutenVan(() => leesConfig({ PORT: '7241', WORKER_PORT: '7232' })),
    [],
  );
  assert.deepEqual(
    foutenVan(() => leesConfig({ PORT: '7240', TEMPORAL_ADDRESS: 'temporal.example:7233' })),
    [],
  );
});

test('een dienst meldt de ontbrekende database samen met de andere fouten', () => {
  const fouten = foutenVan(() => leesDienstConfig({ PORT: '0' }));
  assert.equal(fouten.length, 2);
  assert.match(fouten[0] ?? '', /DATABASE_URL ontbreekt/);
  const config = leesDienstConfig({ DATABASE_URL: 'postgresql://u@h:5432/d', TEMPORAL_PORT: '7300' });
  assert.equal(config.temporalAddress, '127.0.0.1:7300');
});

test('de tabel voor de README noemt iedere variabele', () => {
  for (const naam of Object.keys({ ...variabelen, ...testVariabelen }))
    assert.ok(tabelVanVariabelen().includes(`\`${naam}\``), naam);
});

test('iedere variabele die ergens gelezen wordt, staat in een van de lijsten', () => {
  const bronnen = ['apps', 'libs', 'workflows', 'activities', 'infra/local', 'test'].flatMap((map) =>
    readdirSync(map, { recursive: true, encoding: 'utf8' })
      .filter((naam) => /\.(ts|mjs)$/.test(naam))
      .map((naam) => readFileSync(join(map, naam), 'utf8')),
  );
  const genoemd = new Set(bronnen.flatMap((tekst) => tekst.match(/\bLEERLIJN_[A-Z_]+\b/g) ?? []));
  assert.ok(genoemd.has('LEERLIJN_STAAT'));
  const lijsten = { ...variabelen, ...testVariabelen };
  assert.deepEqual(
    [...genoemd].filter((naam) => !(naam in lijsten)),
    [],
  );
});

test('in bedrijf moeten mailserver, afzender en adres er zijn; anders vangt het eigen postvak de mail op', () => {
  const nodig = { DATABASE_URL: 'postgresql://u@h:5432/d', NODE_ENV: 'production' };
  assert.deepEqual(
    foutenVan(() => leesDienstConfig(nodig)).map((f) => f.split(' ')[0]),
    ['SMTP_URL', 'MAIL_VAN', 'LEERLIJN_ADRES'],
  );
  const config = leesDienstConfig({
    ...nodig,
    SMTP_URL: 'smtps://u:geheim@mail.example:465',
    MAIL_VAN: 'leerlijn@gemeente.example',
    LEERLIJN_ADRES: 'https://leerlijn.gemeente.example/',
  });
  assert.deepEqual([config.eigenPostvak, config.adres], [false, 'https://leerlijn.gemeente.example']);
  assert.deepEqual(
    [leesConfig({}).smtpUrl, leesConfig({}).eigenPostvak, leesConfig({ PORT: '4000' }).adres],
    ['smtp://127.0.0.1:3013', true, 'http://127.0.0.1:4000'],
  );
  const fouten = foutenVan(() => leesConfig({ SMTP_URL: 'http://u:geheim@x', MAIL_VAN: 'geen adres' }));
  assert.equal(fouten.length, 2);
  assert.ok(!fouten.join().includes('geheim'));
});
