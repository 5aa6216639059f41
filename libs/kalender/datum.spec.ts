import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  beginVan,
  dagenTussen,
  dagVanDeWeek,
  datum,
  isDatum,
  plusDagen,
  plusMaanden,
  vandaagOp,
  verjaardag,
} from './index.js';
import { naarDagnummer, vanDagnummer } from './datum.js';
import { bewijs } from './proef.js';

const DAG_MS = 86_400_000;
const eenDag = fc
  .integer({ min: naarDagnummer(datum('1900-01-01')), max: naarDagnummer(datum('2100-12-31')) })
  .map(vanDagnummer);
const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

describe('een datum', () => {
  it('bestaat, of wordt geweigerd', () => {
    assert.equal(datum('2028-02-29'), '2028-02-29');
    for (const fout of [
      '2027-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '0000-01-01',
    ]) {
      assert.equal(isDatum(fout), false, fout);
      assert.throws(() => datum(fout), RangeError);
    }
    for (const vorm of [
      '',
      '2026-1-01',
      '26-01-01',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '2026-01-01\n',
      '２０２６-01-01',
    ]) {
      assert.equal(isDatum(vorm), false, JSON.stringify(vorm));
    }
  });

  it('rekent als de Gregoriaanse kalender, naast Date gelegd', (t) => {
    const metDate = (d: string, n: number) => new Date(Date.parse(d) + n * DAG_MS).toISOString().slice(0, 10);
    bewijs(
      t,
      fc.property(eenDag, fc.integer({ min: -40_000, max: 40_000 }), (d, n) => {
        assert.equal(plusDagen(d, n), metDate(d, n));
        assert.equal(dagenTussen(d, plusDagen(d, n)), n);
        assert.equal(dagVanDeWeek(d) % 7, new Date(d).getUTCDay());
      }),
      5000,
    );
  });

  it('kent elke dag van 1 tot en met 9999, en niet meer', () => {
    let vorige = datum('0001-01-01');
    for (const eind = datum('9999-12-31'); vorige !== eind;) {
      const volgende = plusDagen(vorige, 1);
      assert.ok(volgende > vorige && isDatum(volgende));
      vorige = volgende;
    }
    assert.equal(dagenTussen(datum('0001-01-01'), vorige), 3_652_058);
    assert.throws(() => plusDagen(datum('9999-12-31'), 1), RangeError);
    assert.throws(() => plusDagen(datum('0001-01-01'), -1), RangeError);
    assert.throws(() => plusMaanden(datum('9999-12-31'), 1), RangeError);
    assert.throws(() => plusDagen(datum('2026-01-01'), 0.5), RangeError);
    assert.throws(() => plusMaanden(datum('2026-01-01'), Number.NaN), RangeError);
  });
});

describe('maanden', () => {
  it('stoppen aan het eind van de maand', () => {
    assert.equal(plusMaanden(datum('2027-01-31'), 1), '2027-02-28');
    assert.equal(plusMaanden(datum('2028-01-31'), 1), '2028-02-29');
    assert.equal(plusMaanden(datum('2027-05-31'), -3), '2027-02-28');
    assert.equal(plusMaanden(datum('2026-01-15'), -1), '2025-12-15');
    assert.equal(plusMaanden(datum('2026-12-15'), 13), '2028-01-15');
  });

  it('geven dezelfde dag van de maand, of de laatste als die er niet is', (t) => {
    bewijs(
      t,
      fc.property(eenDag, fc.integer({ min: -400, max: 400 }), (d, n) => {
        const uitkomst = plusMaanden(d, n);
        const maand = (x: string) => Number(x.slice(0, 4)) * 12 + Number(x.slice(5, 7));
        assert.equal(maand(uitkomst), maand(d) + n);
        if (uitkomst.slice(8) === d.slice(8)) return;
        assert.ok(uitkomst.slice(8) < d.slice(8));
        assert.equal(plusDagen(uitkomst, 1).slice(8), '01');
      }),
      5000,
    );
  });
});

describe('een verjaardag', () => {
  it('van wie op 29 februari 2008 geboren is valt in 2026 op 1 maart, of volgens instelling op 28 februari', () => {
    const geboren = datum('2008-02-29');
    assert.equal(verjaardag(geboren, 18, '1 maart'), '2026-03-01');
    assert.equal(verjaardag(geboren, 18, '28 februari'), '2026-02-28');
    assert.equal(verjaardag(geboren, 20, '1 maart'), '2028-02-29');
  });

  it('valt verder op dezelfde dag, ook op een feestdag', () => {
    assert.equal(verjaardag(datum('2008-12-25'), 18, '1 maart'), '2026-12-25');
  });
});

describe('middernacht in Amsterdam', () => {
  it('is een lokale datum, ook in de nachten waarin de klok verzet wordt', () => {
    assert.equal(beginVan(datum('2026-03-29')), Date.parse('2026-03-28T23:00Z'));
    assert.equal(beginVan(datum('2026-03-30')), Date.parse('2026-03-29T22:00Z'));
    assert.equal(beginVan(datum('2026-10-25')), Date.parse('2026-10-24T22:00Z'));
    assert.equal(beginVan(datum('2026-10-26')), Date.parse('2026-10-25T23:00Z'));
    assert.equal(vandaagOp(Date.parse('2026-12-31T22:59:59.999Z')), '2026-12-31');
    assert.equal(vandaagOp(Date.parse('2026-12-31T23:00Z')), '2027-01-01');
  });

  it('begint elke dag van 1990 tot en met 2060 waar Intl haar ook laat beginnen', (t) => {
    let n = 0;
    for (let d = datum('1990-01-01'); d <= '2060-12-31'; d = plusDagen(d, 1), n += 1) {
      const begin = beginVan(d);
      assert.equal(inAmsterdam.format(begin), d);
      assert.equal(inAmsterdam.format(begin - 1), plusDagen(d, -1));
      assert.equal(vandaagOp(begin), d);
      assert.equal(vandaagOp(begin - 1), plusDagen(d, -1));
    }
    t.diagnostic(`N = ${n} dagen`);
  });

  it('geeft op elk ogenblik de datum van Intl', (t) => {
    const ogenblik = fc.integer({
      min: Date.parse('1990-01-01T00:00Z'),
      max: Date.parse('2060-12-31T22:59Z'),
    });
    bewijs(
      t,
      fc.property(ogenblik, (ms) => assert.equal(vandaagOp(ms), inAmsterdam.format(ms))),
      5000,
    );
  });

  it('geeft rond elke wisseling, minuut voor minuut rond middernacht, de datum van Intl', (t) => {
    let n = 0;
    for (let jaar = 1990; jaar <= 2060; jaar += 1) {
      for (const maand of ['03', '09', '10']) {
        // The last week of the month holds the last Sunday; the three minutes around both possible midnights decide.
        for (let d = datum(`${jaar}-${maand}-24`); d <= `${jaar}-${maand}-30`; d = plusDagen(d, 1)) {
          for (const uur of [22, 23]) {
            for (const minuut of [-1, 0, 1]) {
              const ms = Date.parse(d) + uur * 3_600_000 + minuut * 60_000;
              assert.equal(vandaagOp(ms), inAmsterdam.format(ms));
              n += 1;
            }
          }
        }
      }
    }
    t.diagnostic(`N = ${n} ogenblikken`);
  });
});
