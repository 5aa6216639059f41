import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Probleem } from './probleem.js';
import { leesStrikteJson } from './strikte-json.js';

const lees = (tekst: string): unknown => leesStrikteJson(Buffer.from(tekst));
const geweigerd = (tekst: string, reden: RegExp): void =>
  assert.throws(
    () => lees(tekst),
    (fout) => fout instanceof Probleem && fout.status === 400 && reden.test(fout.detail),
  );

test('wat gewone JSON is komt er ongewijzigd uit', () => {
  const veilig = fc.jsonValue({
    maxDepth: 5,
    stringUnit: fc.constantFrom('a', 'é', '"', '\\', ':', '\n', '漢', '👩'),
  });
  fc.assert(
    fc.property(veilig, (waarde) =>
      assert.deepEqual(lees(JSON.stringify(waarde)), JSON.parse(JSON.stringify(waarde))),
    ),
  );
});

test('een veld mag een keer voorkomen, op iedere diepte en hoe het ook geschreven is', () => {
  geweigerd('{"a":1,"a":2}', /twee keer/);
  geweigerd('{"x":[{"a":1,"b":{"c":1, "c" :2}}]}', /twee keer/);
  geweigerd('{"a":1,"\\u0061":2}', /twee keer/);
  assert.deepEqual(lees('{"a":{"a":1},"b":"\\":","c":"{\\"a\\":1,\\"a\\":2}"}'), {
    a: { a: 1 },
    b: '":',
    c: '{"a":1,"a":2}',
  });
});

test('namen die een prototype raken mogen niet', () => {
  for (const naam of ['__proto__', 'constructor', 'prototype']) geweigerd(`{"x":{"${naam}":{}}}`, /veldnaam/);
  geweigerd('{"\\u005f_proto__":1}', /veldnaam/);
});

test('te diep is te diep, ook tienduizend diep', () => {
  const diep = (n: number): string => '['.repeat(n) + ']'.repeat(n);
  assert.ok(lees(diep(19)));
  geweigerd(diep(25), /diep/);
  geweigerd(diep(10_000), /diep/);
});

test('van een tekst met verboden tekens komt alleen de plaats terug', () => {
  assert.throws(
    () => lees('{"a":{"b":["goed","sl\\u202eecht"]},"c":"\\u0000"}'),
    (fout) =>
      fout instanceof Probleem &&
      assert.deepEqual(
        (fout.extra['fouten'] as { pointer: string }[]).map((f) => f.pointer),
        ['/a/b/1', '/c'],
      ) === undefined,
  );
});
