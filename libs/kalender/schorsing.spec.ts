import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bereken, datum, plusDagen, vrijeDag } from './index.js';
import type { Datum, Schorsing } from './index.js';
import {
  bewijs,
  eenDag,
  eind,
  hoogstens,
  kalender,
  korteDuur,
  metSchool,
  soort,
  uitleg,
  wettelijk,
} from './proef.js';

const stil = (van: string, tot?: string): Schorsing => ({
  van: datum(van),
  ...(tot ? { tot: datum(tot) } : {}),
});

describe('opschorten', () => {
  const bezwaar = (...schorsingen: Schorsing[]) => wettelijk({ weken: 6 }, '2026-11-13', { schorsingen });

  it('verzet het onverlengde einde, en de wet verlengt daarna eenmaal', () => {
    // 25 December + 10 days = 4 January: not 28 December + 10.
    const v = bezwaar(stil('2026-11-20', '2026-11-30'));
    assert.equal(eind(v), '2027-01-04');
    assert.equal(uitleg(v), '6 weken na 13 november 2026, 10 dagen opgeschort = maandag 4 januari 2027');
  });

  it('meer dan eens telt de dagen op, en overlap eenmaal', () => {
    assert.equal(
      eind(bezwaar(stil('2026-11-20', '2026-11-25'), stil('2026-12-01', '2026-12-06'))),
      '2027-01-04',
    );
    assert.equal(
      eind(bezwaar(stil('2026-11-20', '2026-11-28'), stil('2026-11-24', '2026-11-30'))),
      '2027-01-04',
    );
  });

  it('en dezelfde dag hervatten verandert niets', () => {
    assert.deepEqual(
      bereken(bezwaar(stil('2026-11-20', '2026-11-20')), kalender),
      bereken(bezwaar(), kalender),
    );
  });

  it('op de laatste, verlengde dag telt nog; daarna niet meer', () => {
    assert.equal(eind(bezwaar(stil('2026-12-28', '2027-01-02'))), '2026-12-30');
    assert.equal(eind(bezwaar(stil('2026-12-29', '2027-01-05'))), '2026-12-28');
  });

  it('van voor het begin telt pas vanaf het begin', () => {
    assert.equal(eind(bezwaar(stil('2026-11-01', '2026-11-10'))), '2026-12-28');
    assert.equal(bereken(bezwaar(stil('2026-11-01', '2026-11-16')), kalender).onverlengd, '2026-12-28');
  });

  it('dat nog duurt maakt de datum voorlopig, en zegt sinds wanneer', () => {
    const v = bezwaar(stil('2026-11-20'));
    assert.equal(bereken(v, kalender).voorlopig, true);
    assert.match(uitleg(v), /, voorlopig: de termijn staat stil sinds 20 november 2026$/);
    assert.equal(bereken(bezwaar(stil('2027-02-01')), kalender).voorlopig, false);
  });

  it('verzet ook werkdagen en lesweken met kalenderdagen', () => {
    const schorsingen = [stil('2026-11-04', '2026-11-06')];
    assert.equal(
      eind(wettelijk({ werkdagen: 5 }, '2026-11-02', { soort: 'LOCAL', schorsingen })),
      '2026-11-11',
    );
    assert.equal(
      eind(wettelijk({ lesweken: 1 }, '2026-11-02', { soort: 'LOCAL', schorsingen }), metSchool),
      '2026-11-11',
    );
  });

  it('van een vaste datum verzet die datum', () => {
    const v = wettelijk(undefined, '2026-12-10', {
      soort: 'LOCAL',
      schorsingen: [stil('2026-12-01', '2026-12-11')],
    });
    assert.equal(eind(v), '2026-12-20');
    assert.equal(
      uitleg(v),
      'uiterlijk donderdag 10 december 2026, 10 dagen opgeschort = zondag 20 december 2026',
    );
  });

  it('kan niet eindigen voor het begint', () => {
    assert.throws(() => eind(bezwaar(stil('2026-11-20', '2026-11-19'))), RangeError);
  });

  it('de dagen waarop een termijn stilstond tellen niet mee voor de twee werkdagen van art. 2', () => {
    // It stands still from Tuesday 3 to Friday 6 November; its three days are Saturday, Sunday and Monday.
    const v = wettelijk({ dagen: 3 }, '2026-11-02', { schorsingen: [stil('2026-11-03', '2026-11-07')] });
    assert.equal(bereken(v, kalender).onverlengd, '2026-11-09');
    assert.equal(eind(v), '2026-11-10');
  });
});

describe('van elke opschorting', () => {
  // Within a term of 80 days, so that each suspension falls inside it.
  const stukken = fc.array(
    fc.tuple(hoogstens(60), hoogstens(20)).map(([begin, dagen]) => ({ begin, dagen })),
    { maxLength: 5 },
  );
  const schorsingenVan = (vanaf: Datum, lijst: { begin: number; dagen: number }[]): Schorsing[] =>
    lijst.map(({ begin, dagen }) => ({ van: plusDagen(vanaf, begin), tot: plusDagen(vanaf, begin + dagen) }));

  it('het einde verschuift met het aantal verschillende dagen', (t) => {
    bewijs(
      t,
      fc.property(eenDag, stukken, (vanaf, lijst) => {
        const v = { ...wettelijk({ dagen: 80 }, vanaf), schorsingen: schorsingenVan(vanaf, lijst) };
        const dagen = new Set(lijst.flatMap((s) => Array.from({ length: s.dagen }, (_, i) => s.begin + i)));
        const b = bereken(v, metSchool);
        assert.equal(b.onverlengd, plusDagen(vanaf, 80 + dagen.size));
        assert.equal(b.dagenOpgeschort ?? 0, dagen.size);
        assert.equal(vrijeDag(b.datum, metSchool), undefined);
      }),
    );
  });

  it('gesplitst, verdubbeld of in andere volgorde geeft zij dezelfde berekening', (t) => {
    bewijs(
      t,
      fc.property(eenDag, korteDuur, stukken, hoogstens(20), soort, (vanaf, d, lijst, knip, s) => {
        const schorsingen = schorsingenVan(vanaf, lijst);
        const metSchorsingen = (x: Schorsing[]) =>
          bereken({ ...wettelijk(d, vanaf), soort: s, schorsingen: x }, metSchool);
        const gesplitst = schorsingen.flatMap(({ van, tot: einde }) => {
          const punt = plusDagen(van, knip);
          return einde && punt < einde
            ? [
                { van, tot: punt },
                { van: punt, tot: einde },
              ]
            : [{ van, tot: einde }];
        });
        const heel = metSchorsingen(schorsingen);
        assert.deepEqual(metSchorsingen(gesplitst), heel);
        assert.deepEqual(metSchorsingen([...schorsingen, ...schorsingen]), heel);
        assert.deepEqual(metSchorsingen([...schorsingen].reverse()), heel);
      }),
    );
  });

  it('zij maakt geen termijn korter', (t) => {
    bewijs(
      t,
      fc.property(eenDag, korteDuur, stukken, (vanaf, d, lijst) => {
        const zonder = bereken(wettelijk(d, vanaf), metSchool);
        const met = bereken({ ...wettelijk(d, vanaf), schorsingen: schorsingenVan(vanaf, lijst) }, metSchool);
        assert.ok(met.datum >= zonder.datum);
      }),
    );
  });
});
