import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { bevries, gewijzigdNaUitgave } from './bevroren.js';
import { procesmappen } from './procesmappen.js';
import { bundelTekst, registerTekst } from './registertekst.js';

const map = mkdtempSync(join(tmpdir(), 'leerlijn-bevries-'));
const schrijf = (pad: string, tekst = ''): void => {
  mkdirSync(join(map, pad, '..'), { recursive: true });
  writeFileSync(join(map, pad), tekst);
};
after(() => rmSync(map, { recursive: true }));

beforeEach(() => {
  rmSync(map, { recursive: true });
  schrijf('halt/definitie.v1.ts', 'een');
  schrijf('halt/toetsing.v1.ts', 'toets');
  schrijf('halt/teksten.nl.ts', 'tekst');
  schrijf('halt/workflow.ts');
});

describe('wat is uitgebracht wordt niet meer gewijzigd', () => {
  it('bevriest de definities en waar zij op rusten, en geen teksten', () => {
    assert.deepEqual(bevries(map), ['halt/definitie.v1.ts', 'halt/toetsing.v1.ts']);
    assert.deepEqual(bevries(map), []);
    schrijf('halt/teksten.nl.ts', 'beter gezegd');
    assert.deepEqual(gewijzigdNaUitgave(map), []);
  });

  it('zegt welke definitie is gewijzigd en wat te doen', () => {
    bevries(map);
    schrijf('halt/definitie.v1.ts', 'anders');
    assert.deepEqual(gewijzigdNaUitgave(map), [
      'workflows/halt/definitie.v1.ts is uitgebracht en bevroren; maak definitie.v2.ts ernaast.',
    ]);
    assert.throws(() => bevries(map), /bevroren/);
  });

  it('een verwijderde definitie is ook een wijziging', () => {
    bevries(map);
    rmSync(join(map, 'halt/toetsing.v1.ts'));
    assert.deepEqual(gewijzigdNaUitgave(map), [
      'workflows/halt/toetsing.v1.ts is uitgebracht en bevroren, en mag niet worden verwijderd.',
    ]);
  });

  it('een nieuwe versie ernaast mag, en wordt bij de volgende uitgave bevroren', () => {
    bevries(map);
    const eerst = readFileSync(join(map, 'bevroren.json'), 'utf8');
    schrijf('halt/definitie.v2.ts', 'twee');
    assert.deepEqual(gewijzigdNaUitgave(map), []);
    assert.deepEqual(bevries(map), ['halt/definitie.v2.ts']);
    assert.ok(readFileSync(join(map, 'bevroren.json'), 'utf8').length > eerst.length);
  });
});

describe('een map die erbij komt verschijnt vanzelf', () => {
  it('in het register en in de bundel, met al zijn versies', () => {
    schrijf('halt/definitie.v10.ts');
    schrijf('halt/definitie.v2.ts');
    const mappen = procesmappen(map);
    assert.deepEqual(mappen, [{ key: 'halt', versies: [1, 2, 10] }]);
    assert.match(registerTekst(mappen), /versies: \[haltV1, haltV2, haltV10\],\n\s+nieuwste: haltV10/);
    assert.match(registerTekst(mappen), /^ {2}halt: \{$/m);
    assert.match(bundelTekst(mappen), /export \{ halt \} from '\.\/halt\/workflow\.js';/);
  });

  it('behalve als er iets ontbreekt of de naam niet kan', () => {
    rmSync(join(map, 'halt/teksten.nl.ts'));
    assert.throws(() => procesmappen(map), /workflows\/halt: teksten\.nl\.ts ontbreekt/);
    schrijf('halt/teksten.nl.ts');
    schrijf('Halt-2/definitie.v1.ts');
    assert.throws(() => procesmappen(map), /camelCase/);
  });

  it('een map zonder definitie is geen proces', () => {
    schrijf('losse-notities/README.md');
    assert.deepEqual(
      procesmappen(map).map((m) => m.key),
      ['halt'],
    );
  });
});
