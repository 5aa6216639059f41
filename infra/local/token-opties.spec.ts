import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoGebruikers } from './demo-gebruikers.js';
import { leesDuur, leesTokenVraag } from './token-opties.js';

function claimsVan(...args: string[]) {
  const vraag = leesTokenVraag(args);
  assert.ok('claims' in vraag, 'fouten' in vraag ? vraag.fouten.join() : '');
  return vraag.claims;
}

test('een rol en een gemeente geven de demonstratiegebruiker die erbij past', () => {
  const gewoon = claimsVan('--rol', 'leerplichtambtenaar', '--gemeente', '0164');
  const boa = claimsVan('--rol', 'leerplichtambtenaar', '--gemeente', '0164', '--kenmerk', 'boa');
  assert.notEqual(gewoon.sub, boa.sub);
  assert.deepEqual(gewoon.kenmerken, []);
  assert.deepEqual(boa.kenmerken, ['boa']);
  assert.deepEqual(gewoon.gemeenten, ['0164']);
});

test('de gemeente is herhaalbaar en een school brengt haar BRIN mee', () => {
  assert.deepEqual(claimsVan('--rol', 'teamleider', '--gemeente', '0164', '--gemeente', '0147').gemeenten, [
    '0164',
    '0147',
  ]);
  assert.equal(claimsVan('--rol', 'school', '--gemeente', '0147').school, '99BB');
  assert.equal(claimsVan('--rol=school', '--school=99AA').school, '99AA');
});

test('alle fouten komen tegelijk', () => {
  const vraag = leesTokenVraag([
    '--rol',
    'baas',
    '--gemeente',
    'Hengelo',
    '--kenmerk',
    'lang',
    '--geldig',
    'altijd',
    '--naam',
    'x',
  ]);
  assert.ok('fouten' in vraag);
  for (const woord of ['--rol baas', '--gemeente Hengelo', '--kenmerk lang', '--geldig altijd', '--naam']) {
    assert.ok(
      vraag.fouten.some((f) => f.includes(woord)),
      woord,
    );
  }
});

test('een duur is seconden, minuten, uren of dagen, ten hoogste dertig dagen', () => {
  assert.equal(leesDuur('30m'), 1800);
  assert.equal(leesDuur('2d'), 172_800);
  for (const fout of ['', '0h', '1', '31d', '-1h', '1.5h']) assert.equal(leesDuur(fout), undefined, fout);
});

test('iedere demonstratiegebruiker heeft een eigen sub', () => {
  assert.equal(new Set(demoGebruikers.map((d) => d.sub)).size, demoGebruikers.length);
});
