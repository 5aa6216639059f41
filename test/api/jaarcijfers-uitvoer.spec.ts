import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { zonderFormule } from '../../apps/api/jaarcijfers/blad.js';
import { alsCsv } from '../../apps/api/jaarcijfers/csv.js';
import { BRONNEN, TABELLEN } from '../../apps/api/jaarcijfers/definities.js';
import { procentVan } from '../../apps/api/jaarcijfers/tabellen.js';
import { vormVan } from '../../apps/api/jaarcijfers/uitvoer.js';
import { alsXlsx } from '../../apps/api/jaarcijfers/xlsx.js';
import {
  eigenGemeente,
  haal,
  jongere,
  melding,
  type Gemeente,
  type Jaarcijfers,
} from './jaarcijfers-toneel.js';

/* The figures as files: what stands in them is what the JSON says, and no cell is a formula. */

const JAAR = '2025-2026';
const PAD = `/jaarcijfers/${JAAR}`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** As a municipality would be called if somebody meant harm. */
const NAAM = `=HYPERLINK("http://kwaad";"klik")`;

let g: Gemeente;
before(async () => {
  g = await eigenGemeente('9994', NAAM);
  const wie = await jongere(g);
  await melding(g, wie, 'luxe', '2025-10-01');
  await melding(g, wie, 'luxe', '2025-11-01');
  await g.beheerder.vraag('PUT', `${PAD}/grondslag`, {
    lichaam: { gemeente: '9994', leerplichtigen: 3696 },
    versie: '"0"',
  });
});
after(() => g.ruimOp());

test('CSV: puntkomma, BOM, komma in getallen, en iedere regel wat de JSON zegt', async () => {
  const uit = await haal(g.ambtenaar, `${PAD}?vorm=csv`);
  assert.deepEqual(
    [uit.status, uit.koppen.get('content-type'), uit.koppen.get('content-disposition')],
    [200, 'text/csv; charset=utf-8', 'attachment; filename="jaarcijfers-9994-2025-2026.csv"'],
  );
  assert.deepEqual([...uit.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const rijen = parse(uit.bytes, { bom: true, delimiter: ';', relaxColumnCount: true });
  const j = await g.ambtenaar.lees<Jaarcijfers>(PAD);
  const verwacht = j.tabellen.flatMap((t) =>
    t.rijen.map((r) => [t.titel, r.cijfer, String(r.aantal ?? ''), String(r.jongeren ?? '')]),
  );
  assert.deepEqual(
    rijen.slice(1, 1 + verwacht.length).map((r) => [r[5], r[6], r[8], r[10]]),
    verwacht,
  );
  assert.equal(rijen.find((r) => r[6] === 'percentage')![11], '0,03');
  assert.equal(rijen.filter((r) => r[5] === 'juridisch' && r[9] === 'ja').length, 1, 'ook de controles');
  console.log(`${rijen.length} regels CSV, de kop: ${rijen[0]!.join(';')}`);
  assert.equal(rijen[1]![1], `'${NAAM}`, 'een naam wordt geen formule');
  for (const cel of rijen.flat()) assert.doesNotMatch(cel, /^[=+\-@\t\r]/);
});

test('Accept kiest de vorm, en wat er niet is geeft 406', async () => {
  for (const [accept, type] of [
    ['text/csv', 'text/csv; charset=utf-8'],
    [XLSX, XLSX],
    ['text/csv;q=0.5, application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ] as const) {
    const uit = await haal(g.ambtenaar, PAD, accept);
    assert.deepEqual([uit.status, uit.koppen.get('content-type')], [200, type], accept);
  }
  assert.equal((await haal(g.ambtenaar, PAD, 'text/html')).status, 406);
  assert.equal((await haal(g.ambtenaar, '/klok', 'text/csv')).status, 406, 'elders blijft het JSON');
  assert.equal((await haal(g.ambtenaar, `${PAD}?vorm=pdf`)).status, 400);
  assert.equal(vormVan('text/csv;q=0.2, application/json;q=0.1'), 'csv');
  assert.equal(vormVan(undefined), 'json');
});

/** The cells of a sheet as a reader of XLSX sees them: [text, number or ''] per row, by the place that each cell names. */
function leesXlsx(bytes: Buffer, blad: number): (string | number)[][] {
  const bestanden = unzipSync(bytes);
  const xml = (naam: string): string => strFromU8(bestanden[naam]!);
  const heel = (s: string): string =>
    s.replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, n: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[n]!,
    );
  const teksten = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((m) =>
    heel([...m[1]!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((t) => t[1]).join('')),
  );
  const inhoud = xml(`xl/worksheets/sheet${blad}.xml`);
  assert.doesNotMatch(inhoud, /<f[ >/]/, 'geen formules');
  return [...inhoud.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((rij) => {
    const cellen: (string | number)[] = [];
    for (const c of rij[1]!.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const plek = c[1]!.split('').reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const waarde = /<v>(.*?)<\/v>/s.exec(c[3] ?? '')?.[1];
      cellen[plek] =
        waarde === undefined ? '' : c[2]!.includes('t="s"') ? teksten[Number(waarde)]! : Number(waarde);
    }
    return Array.from(cellen, (c) => c ?? '');
  });
}

test('XLSX: teruggelezen staat er wat de JSON zegt, getallen als getal', async () => {
  const uit = await haal(g.ambtenaar, `${PAD}?vorm=xlsx`);
  assert.deepEqual([uit.status, uit.koppen.get('content-type')], [200, XLSX]);
  const j = await g.ambtenaar.lees<Jaarcijfers>(PAD);
  const rijen = leesXlsx(uit.bytes, 1);
  assert.equal(rijen.length, 1 + j.tabellen.flatMap((t) => t.rijen).length);
  assert.deepEqual(
    rijen.slice(1).map((r) => [r[5], r[6], r[8] ?? '', r[10] ?? '', r[11] ?? '']),
    j.tabellen.flatMap((t) =>
      t.rijen.map((r) => [t.titel, r.cijfer, r.aantal ?? '', r.jongeren ?? '', r.procent ?? '']),
    ),
  );
  assert.equal(rijen[1]![1], `'${NAAM}`);
  const controles = leesXlsx(uit.bytes, 2);
  assert.deepEqual(
    controles.slice(1).map((r) => [r[5], r[7], r[8], r[9]]),
    j.controles.map((c) => [c.controle, c.som, c.geteld, 'ja']),
  );
  console.log(`${rijen.length + controles.length} rijen in ${uit.bytes.length} bytes`);
});

test('geen tekst wordt in een cel een formule, en iedere tekst komt heel terug', async () => {
  const gevaar = fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '', '＝'),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    )
    .map(([begin, rest]) => begin + rest);
  fc.assert(
    fc.property(fc.array(gevaar, { minLength: 1, maxLength: 4 }), (cellen) => {
      const csv = alsCsv([{ naam: 'x', kop: cellen.map(() => 'k'), rijen: [cellen] }]);
      const [, gelezen] = parse(csv, { bom: true, delimiter: ';', recordDelimiter: '\r\n' });
      const terug = gelezen!.map((c, i) => (c === cellen[i] ? c : c.replace(/^'/, '')));
      assert.deepEqual(terug, cellen);
      for (const c of gelezen!) assert.doesNotMatch(c, /^[=+\-@\t\r＝]/);
    }),
    { numRuns: 500 },
  );
  assert.equal(zonderFormule("'s-Gravenhage"), "'s-Gravenhage");
  const bytes = await alsXlsx([{ naam: 'x', kop: ['<&">'], rijen: [['=1+1', -5, null, '@SUM(A1)']] }]);
  assert.deepEqual(leesXlsx(bytes, 1), [['<&">'], ["'=1+1", -5, '', "'@SUM(A1)"]]);
});

test('een percentage is afgerond zoals het hoort', () => {
  // The report printed 4,30 for the first.
  assert.deepEqual([procentVan(460, 10_712), procentVan(107, 3_696), procentVan(0, 5)], [4.29, 2.9, 0]);
});

test('de pagina over de cijfers noemt ieder cijfer, met zijn bron en zijn versie', () => {
  const regels = readFileSync(new URL('../../../docs/jaarcijfers.md', import.meta.url), 'utf8').split('\n');
  const verwacht = TABELLEN.flatMap((t) =>
    t.cijfers.map((c) => [
      `\`${t.tabel}.${c.cijfer}\``,
      BRONNEN[c.bron],
      String(c.definities.at(-1)!.versie),
    ]),
  );
  const gevonden = regels
    .map((r) => r.split('|').map((x) => x.trim()))
    .filter((r) => /^`\w+\.[\w-]+`$/.test(r[1] ?? ''))
    .map((r) => [r[1], r[3], r[5]]);
  assert.deepEqual(gevonden, verwacht);
});
