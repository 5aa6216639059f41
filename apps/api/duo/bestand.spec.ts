import assert from 'node:assert/strict';
import { it } from 'node:test';
import iconv from 'iconv-lite';
import { HOOGSTENS_RIJEN, leesBestand } from './bestand.js';

const KOP = 'meldingnummer;bsn;soort;ontvangenOp';
const gelezen = (tekst: string | Buffer) => {
  const b = leesBestand(Buffer.from(tekst));
  assert.ok('rijen' in b, JSON.stringify(b));
  return b;
};
const fouten = (tekst: string | Buffer): string[] => {
  const b = leesBestand(Buffer.from(tekst));
  return 'fouten' in b ? b.fouten.map((f) => `${f.rij} ${f.kolom} ${f.code}`) : [];
};

it('leest ieder regeleinde, ook door elkaar, en slaat lege rijen over zonder verkeerd te tellen', () => {
  const b = gelezen(`${KOP}\r\n1;2;3;4\n\n5;6;7;8\r9;10;11;12\r\n;;;\r\n`);
  assert.deepEqual(
    b.rijen.map((r) => [r.rij, r.waarden.meldingnummer]),
    [
      [2, '1'],
      [4, '5'],
      [5, '9'],
    ],
  );
});

it('brengt alleen over wat zonder twijfel is', () => {
  const kop = `${KOP};verzuimVanaf;uren;spreekuur;brin`;
  const waarden = (rij: string) => gelezen(`${kop}\n${rij}`).rijen[0]!.waarden;
  assert.deepEqual(waarden('1;12345678;18+ verzuim;2026-11-02;1-9-2026;16;Ja;99aa'), {
    meldingnummer: '1',
    bsn: '012345678',
    soort: 'achttienPlus',
    ontvangenOp: '2026-11-02',
    verzuimVanaf: '2026-09-01',
    uren: 16,
    spreekuur: true,
    brin: '99AA',
  });
  // What it does not know stays as it is, to be refused.
  assert.deepEqual(waarden('1;1234567;ziek;02-11-26;20260901;16,5;misschien;'), {
    meldingnummer: '1',
    bsn: '1234567',
    soort: 'ziek',
    ontvangenOp: '02-11-26',
    verzuimVanaf: '2026-09-01',
    uren: '16,5',
    spreekuur: 'misschien',
  });
});

it('herkent UTF-8 met en zonder BOM, en leest de rest als Windows-1252', () => {
  const tekst = `${KOP};Privé\n1;2;3;4;x`;
  const namen = (b: Buffer) => {
    const { tekenset, genegeerd } = gelezen(b);
    return [tekenset, ...genegeerd];
  };
  assert.deepEqual(namen(Buffer.from(tekst)), ['UTF-8', 'Privé']);
  assert.deepEqual(namen(Buffer.from(`\ufeff${tekst}`)), ['UTF-8', 'Privé']);
  assert.deepEqual(namen(iconv.encode(tekst, 'win1252')), ['Windows-1252', 'Privé']);
  // The bytes 80 to 9f, which Latin-1 has not.
  assert.deepEqual(namen(iconv.encode(tekst.replace('Privé', 'Œuvre'), 'win1252')), [
    'Windows-1252',
    'Œuvre',
  ]);
  assert.deepEqual(fouten(iconv.encode(tekst, 'utf16le', { addBOM: true })), ['1 null tekenset']);
});

it('zegt waar het misgaat en verliest geen rij in stilte', () => {
  assert.deepEqual(fouten(''), [
    '1 meldingnummer kolom-ontbreekt',
    '1 bsn kolom-ontbreekt',
    '1 soort kolom-ontbreekt',
    '1 ontvangenOp kolom-ontbreekt',
  ]);
  assert.deepEqual(fouten(KOP), ['1 null leeg']);
  assert.deepEqual(fouten(`${KOP};BSN\n1;2;3;4;5`), ['1 bsn kolom-dubbel']);
  assert.deepEqual(fouten(`${KOP}\n1;2;3;4\n1;2;3;4;5`), ['3 null te-veel-velden']);
  assert.deepEqual(fouten(`${KOP}\n1;2;3;4;;\n`), [], 'lege velden achteraan zijn geen velden');
  assert.match(fouten(`${KOP}\n1;"2;3;4`)[0]!, /null csv$/);
  const vol = `${KOP}\n${'1;2;3;4\n'.repeat(HOOGSTENS_RIJEN)}`;
  assert.equal(gelezen(vol).rijen.length, HOOGSTENS_RIJEN);
  assert.deepEqual(fouten(`${vol}1;2;3;4`), ['1 null te-veel-rijen']);
});
