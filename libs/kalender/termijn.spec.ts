import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bereken, datum, datumInWoorden, duurInWoorden, plusDagen } from './index.js';
import type { Duur } from './index.js';
import { eind, kalender, metSchool, uitleg, wettelijk } from './proef.js';

const terug = { richting: 'terug', verschuift: false } as const;

describe('een termijn van de wet', () => {
  it('bezwaar: zes weken na vrijdag 13 november 2026 eindigt met Kerst en wordt verlengd tot maandag 28 december', () => {
    const bezwaar = wettelijk({ weken: 6 }, '2026-11-13');
    assert.deepEqual(bereken(bezwaar, kalender), {
      datum: '2026-12-28',
      onverlengd: '2026-12-25',
      voorlopig: false,
      verlengdOm: ['Eerste Kerstdag', 'Tweede Kerstdag', 'zondag'],
      grondVerlenging: 'Algemene termijnenwet art. 1',
    });
    assert.equal(
      uitleg(bezwaar),
      '6 weken na 13 november 2026 = 25 december (Eerste Kerstdag), verlengd tot maandag 28 december 2026, Algemene termijnenwet art. 1',
    );
  });

  it('op een werkdag blijft staan', () => {
    const v = wettelijk({ weken: 6 }, '2026-11-02');
    assert.deepEqual(bereken(v, kalender), {
      datum: '2026-12-14',
      onverlengd: '2026-12-14',
      voorlopig: false,
    });
    assert.equal(uitleg(v), '6 weken na 2 november 2026 = maandag 14 december 2026');
  });

  it('op Goede Vrijdag wordt verlengd, ook waar de gemeente die dag werkt', () => {
    const v = wettelijk({ weken: 2 }, '2027-03-12');
    assert.equal(eind(v, { ...kalender, goedeVrijdagIsWerkdag: true }), '2027-03-30');
    assert.equal(eind({ ...v, soort: 'LOCAL' }, { ...kalender, goedeVrijdagIsWerkdag: true }), '2027-03-26');
  });

  it('op Hemelvaartsdag 2026 loopt door over de gelijkgestelde vrijdag tot maandag 18 mei', () => {
    const v = wettelijk({ weken: 2 }, '2026-04-30');
    assert.equal(eind(v), '2026-05-18');
    assert.equal(eind(v, { ...kalender, gelijkgesteld: [] }), '2026-05-15');
    assert.deepEqual(bereken(v, kalender).verlengdOm?.slice(0, 2), [
      'Hemelvaartsdag',
      'dag na Hemelvaartsdag (gelijkgesteld)',
    ]);
  });

  it('over de jaarwisseling noemt beide jaren', () => {
    assert.equal(
      uitleg(wettelijk({ weken: 2 }, '2022-12-17')),
      '2 weken na 17 december 2022 = 31 december 2022 (zaterdag), verlengd tot maandag 2 januari 2023, Algemene termijnenwet art. 1',
    );
  });
});

describe('ten minste twee werkdagen (art. 2)', () => {
  it('drie dagen na vrijdag 13 november 2026 loopt tot dinsdag', () => {
    const v = wettelijk({ dagen: 3 }, '2026-11-13');
    assert.equal(eind(v), '2026-11-17');
    assert.match(
      uitleg(v),
      /16 november \(minder dan twee werkdagen\), verlengd tot dinsdag 17 november 2026, .* art\. 2$/,
    );
  });

  it('drie dagen na donderdag 24 december 2026 loopt tot dinsdag 29 december, om art. 1 en art. 2', () => {
    const b = bereken(wettelijk({ dagen: 3 }, '2026-12-24'), kalender);
    assert.equal(b.onverlengd, '2026-12-27');
    assert.equal(b.datum, '2026-12-29');
    assert.equal(b.grondVerlenging, 'Algemene termijnenwet art. 1 en 2');
  });

  it('geldt niet voor twee dagen', () => {
    assert.equal(eind(wettelijk({ dagen: 2 }, '2026-11-13')), '2026-11-16');
  });
});

describe('lange termijnen (art. 4)', () => {
  const gevallen: [Duur, string, string][] = [
    [{ dagen: 90 }, '2026-09-26', '2026-12-28'],
    [{ dagen: 91 }, '2026-09-25', '2026-12-25'],
    [{ weken: 12 }, '2026-10-03', '2026-12-28'],
    [{ weken: 13 }, '2026-09-25', '2026-12-25'],
    [{ maanden: 3 }, '2026-11-28', '2027-03-01'],
    [{ maanden: 4 }, '2026-10-28', '2027-02-28'],
    [{ jaren: 1 }, '2025-12-25', '2026-12-25'],
  ];
  for (const [duur, vanaf, verwacht] of gevallen) {
    it(`${duurInWoorden(duur)} na ${datumInWoorden(datum(vanaf))} eindigt op ${datumInWoorden(datum(verwacht))}`, () => {
      assert.equal(eind(wettelijk(duur, vanaf)), verwacht);
    });
  }

  it('zeggen waarom zij niet verlengd worden', () => {
    assert.equal(
      uitleg(wettelijk({ maanden: 4 }, '2026-10-28')),
      '4 maanden na 28 oktober 2026 = zondag 28 februari 2027, niet verlengd (Algemene termijnenwet art. 4)',
    );
  });
});

describe('terugrekenen', () => {
  it('kennisgeving uiterlijk een maand voor 1 september 2026 is zaterdag 1 augustus, niet verschoven', () => {
    const v = wettelijk({ maanden: 1 }, '2026-09-01', terug);
    assert.equal(eind(v), '2026-08-01');
    assert.equal(
      uitleg(v),
      '1 maand vóór 1 september 2026 = zaterdag 1 augustus 2026, niet verlengd (Algemene termijnenwet art. 1 lid 2)',
    );
  });

  it('blijft staan, ook als de vraag om verschuiven vraagt', () => {
    assert.equal(eind(wettelijk({ maanden: 1 }, '2026-09-01', { richting: 'terug' })), '2026-08-01');
    assert.equal(
      eind(wettelijk({ maanden: 1 }, '2026-09-01', { richting: 'terug', soort: 'LOCAL' })),
      '2026-08-01',
    );
  });

  it('een verklaring van 30 augustus 2026 is bij een kennisgeving van 1 december twee dagen te oud', () => {
    const grens = eind(wettelijk({ maanden: 3 }, '2026-12-01', terug));
    assert.equal(grens, '2026-09-01');
    assert.equal(plusDagen(datum('2026-08-30'), 2), grens);
  });

  it('op 31 mei is een verklaring van 28 februari nog goed, een van 27 februari niet', () => {
    const grens = eind(wettelijk({ maanden: 3 }, '2027-05-31', terug));
    assert.ok('2027-02-28' >= grens);
    assert.ok('2027-02-27' < grens);
  });

  it('op 28 februari is een verklaring van 30 en van 28 november nog goed, een van 27 november niet', () => {
    const grens = eind(wettelijk({ maanden: 3 }, '2027-02-28', terug));
    assert.ok('2026-11-30' >= grens && '2026-11-28' >= grens);
    assert.ok('2026-11-27' < grens);
  });

  it('zes maanden voor een achttiende verjaardag op 31 augustus is 28 februari', () => {
    assert.equal(eind(wettelijk({ maanden: 6 }, '2026-08-31', terug)), '2026-02-28');
  });
});

describe('een vaste datum', () => {
  it('voor 1 juli is uiterlijk 30 juni, ook op zondag', () => {
    const v = wettelijk(undefined, '2030-06-30');
    assert.equal(eind(v), '2030-06-30');
    assert.equal(uitleg(v), 'uiterlijk zondag 30 juni 2030');
  });

  it('een verjaardag op Eerste Kerstdag valt op Eerste Kerstdag', () => {
    const v = wettelijk(undefined, '2026-12-25', { type: 'op', verschuift: false });
    assert.equal(eind(v), '2026-12-25');
    assert.equal(uitleg(v), 'op vrijdag 25 december 2026');
  });
});

describe('een termijn van de gemeente of de keten', () => {
  it('gaat naar de eerstvolgende werkdag, zonder de wet te noemen', () => {
    const v = wettelijk({ weken: 6 }, '2026-11-13', { soort: 'LOCAL' });
    assert.equal(eind(v), '2026-12-28');
    assert.equal(
      uitleg(v),
      '6 weken na 13 november 2026 = 25 december (Eerste Kerstdag), naar de eerstvolgende werkdag (instelling van de gemeente): maandag 28 december 2026',
    );
  });

  it('blijft staan in een gemeente die niet verschuift', () => {
    const v = wettelijk({ weken: 6 }, '2026-11-13', { soort: 'CHAIN', verschuift: false });
    assert.equal(eind(v), '2026-12-25');
    assert.equal(uitleg(v), '6 weken na 13 november 2026 = vrijdag 25 december 2026');
  });

  it('kent art. 2 en art. 4 niet', () => {
    assert.equal(eind(wettelijk({ dagen: 3 }, '2026-11-13', { soort: 'LOCAL' })), '2026-11-16');
    assert.equal(eind(wettelijk({ maanden: 4 }, '2026-10-28', { soort: 'LOCAL' })), '2027-03-01');
  });

  it('vijf werkdagen na woensdag 24 maart 2027 is vrijdag 2 april', () => {
    assert.equal(eind(wettelijk({ werkdagen: 5 }, '2027-03-24', { soort: 'CHAIN' })), '2027-04-02');
  });
});

describe('lesweken en schooldagen', () => {
  it('vier lesweken met herfstvakantie zijn vijf kalenderweken, en vast', () => {
    const v = wettelijk({ lesweken: 4 }, '2026-09-28', { soort: 'LOCAL' });
    assert.deepEqual(bereken(v, metSchool), {
      datum: '2026-11-02',
      onverlengd: '2026-11-02',
      voorlopig: false,
    });
    assert.equal(uitleg(v, metSchool), '4 lesweken na 28 september 2026 = maandag 2 november 2026');
  });

  it('zonder kalender van de school of voorbij haar laatste dag is de datum voorlopig en zegt dat', () => {
    const v = wettelijk({ lesweken: 4 }, '2026-09-28', { soort: 'LOCAL' });
    assert.equal(eind(v), '2026-10-26');
    assert.match(
      uitleg(v),
      /, voorlopig: de vakanties van de school zijn niet tot en met deze datum bekend$/,
    );
    assert.equal(bereken({ ...v, vanaf: datum('2027-07-05') }, metSchool).voorlopig, true);
    assert.equal(
      bereken({ ...v, vanaf: datum('2027-07-05'), duur: { weken: 4 } }, metSchool).voorlopig,
      false,
    );
    assert.equal(bereken({ ...v, vanaf: datum('2027-08-02'), richting: 'terug' }, metSchool).voorlopig, true);
  });

  it('tien schooldagen na de uitnodiging van 7 oktober 2026', () => {
    const v = wettelijk({ schooldagen: 10 }, '2026-10-07', { soort: 'LOCAL' });
    assert.equal(eind(v, metSchool), '2026-10-28');
  });
});

describe('een duur', () => {
  it('staat in gewoon Nederlands', () => {
    const woorden = [
      { weken: 6 },
      { maanden: 1 },
      { werkdagen: 10 },
      { lesweken: 4 },
      { jaren: 2 },
      { dagen: 1 },
    ];
    assert.deepEqual(
      woorden.map((d) => duurInWoorden(d as Duur)),
      ['6 weken', '1 maand', '10 werkdagen', '4 lesweken', '2 jaar', '1 dag'],
    );
  });

  it('is een geheel getal in een eenheid', () => {
    for (const fout of [{ dagen: -1 }, { dagen: 1.5 }, {}, { dagen: 1, weken: 1 }, { uren: 3 }]) {
      assert.throws(() => eind(wettelijk(fout as Duur, '2026-11-13')), RangeError, JSON.stringify(fout));
    }
  });
});
