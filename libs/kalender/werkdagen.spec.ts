import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  datum,
  eersteWerkdagVanaf,
  feestdagen,
  gelijkgesteldeDagen,
  isLesweek,
  isSchooldag,
  isWerkdag,
  laatsteWerkdagTotEnMet,
  plusDagen,
  plusWerkdagen,
  schooljaarVan,
  vrijeDag,
  werkdagenTussen,
} from './index.js';
import type { Kalender } from './index.js';
import { plusLesweken, plusSchooldagen } from './school.js';

import { bewijs, hoogstens, kalender, metSchool } from './proef.js';

const metGoedeVrijdag: Kalender = { ...kalender, goedeVrijdagIsWerkdag: true };
const vanaf2014 = hoogstens(20_000).map((n) => plusDagen(datum('2014-01-01'), n));
const rondSchooljaar = hoogstens(500).map((n) => plusDagen(datum('2026-08-01'), n));

describe('feestdagen', () => {
  it('van 2026 en 2027 staan op hun dag', () => {
    const van = (jaar: number) => feestdagen(jaar).map((f) => `${f.datum.slice(5)} ${f.naam}`);
    assert.deepEqual(van(2026), [
      '01-01 Nieuwjaarsdag',
      '04-03 Goede Vrijdag',
      '04-06 Tweede Paasdag',
      '04-27 Koningsdag',
      '05-05 Bevrijdingsdag',
      '05-14 Hemelvaartsdag',
      '05-25 Tweede Pinksterdag',
      '12-25 Eerste Kerstdag',
      '12-26 Tweede Kerstdag',
    ]);
    assert.deepEqual(van(2027).slice(1, 3), ['03-26 Goede Vrijdag', '03-29 Tweede Paasdag']);
  });

  it('van 2025 tot en met 2040 staan op hun dag, geteld vanaf Pasen volgens de almanak', () => {
    const pasen = (
      '2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 ' +
      '2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01'
    ).split(' ');
    // Years in which 27 April is a Sunday.
    const koningsdagOp26 = ['2025', '2031', '2036'];
    for (const zondag of pasen) {
      const jaar = zondag.slice(0, 4);
      const na = (dagen: number): string =>
        new Date(Date.parse(`${zondag}T12:00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10);
      const koningsdag = koningsdagOp26.includes(jaar) ? '04-26' : '04-27';
      const vast = ['01-01', koningsdag, '05-05', '12-25', '12-26'].map((d) => `${jaar}-${d}`);
      assert.deepEqual(
        feestdagen(Number(jaar)).map((f) => f.datum as string),
        [...vast, na(-2), na(1), na(39), na(50)].sort(),
        jaar,
      );
    }
    console.log(`N = ${pasen.length} jaren`);
  });

  it('noemen hun artikel: Goede Vrijdag is gelijkgesteld, de andere zijn erkend', () => {
    for (const f of feestdagen(2026)) {
      const lid = f.naam === 'Goede Vrijdag' ? 2 : 1;
      assert.equal(f.grondslag, `Algemene termijnenwet art. 3 lid ${lid}`);
    }
  });

  it('Koningsdag gaat naar zaterdag als 27 april een zondag is', () => {
    const koningsdag = (jaar: number) => feestdagen(jaar).find((f) => f.naam === 'Koningsdag')?.datum;
    assert.equal(koningsdag(2025), '2025-04-26');
    assert.equal(koningsdag(2031), '2031-04-26');
    assert.equal(koningsdag(2026), '2026-04-27');
    assert.equal(vrijeDag(datum('2025-04-27'), kalender), 'zondag');
  });

  it('Pasen valt waar de almanak het zet, ook in de randjaren', () => {
    const paasmaandag = (jaar: number) => feestdagen(jaar).find((f) => f.naam === 'Tweede Paasdag')?.datum;
    for (const verwacht of [
      '2008-03-24',
      '2011-04-25',
      '2019-04-22',
      '2024-04-01',
      '2025-04-21',
      '2038-04-26',
      '2049-04-19',
    ]) {
      assert.equal(paasmaandag(Number(verwacht.slice(0, 4))), verwacht);
    }
  });

  it('twee op een dag tellen eenmaal: Hemelvaart op 5 mei 2016', () => {
    assert.equal(feestdagen(2016).filter((f) => f.datum === '2016-05-05').length, 2);
    assert.equal(vrijeDag(datum('2016-05-05'), kalender), 'Bevrijdingsdag');
  });
});

describe('vrije dagen', () => {
  it('heten naar de feestdag, ook op zaterdag; anders naar de dag', () => {
    assert.equal(vrijeDag(datum('2026-12-26'), kalender), 'Tweede Kerstdag');
    assert.equal(vrijeDag(datum('2026-12-27'), kalender), 'zondag');
    assert.equal(vrijeDag(datum('2026-12-28'), kalender), undefined);
    assert.equal(vrijeDag(datum('2026-11-14'), kalender), 'zaterdag');
  });

  it('zijn ook de bij besluit gelijkgestelde dagen, als gegeven en met de bron, nog niet bevestigd', () => {
    for (const dag of ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26']) {
      assert.match(vrijeDag(datum(dag), kalender) ?? '', /gelijkgesteld/);
      assert.equal(isWerkdag(datum(dag), { ...kalender, gelijkgesteld: [] }), true);
    }
    assert.ok(gelijkgesteldeDagen.every((g) => !g.bevestigd && g.bron.length > 0));
  });
});

describe('werkdagen', () => {
  it('vijf over Pasen 2027: van woensdag 24 maart naar vrijdag 2 april', () => {
    assert.equal(plusWerkdagen(datum('2027-03-24'), 5, kalender), '2027-04-02');
    assert.equal(plusWerkdagen(datum('2027-03-24'), 1, kalender), '2027-03-25');
    assert.equal(plusWerkdagen(datum('2027-03-24'), 2, kalender), '2027-03-30');
  });

  it('een gemeente die op Goede Vrijdag werkt is een dag eerder klaar', () => {
    assert.equal(plusWerkdagen(datum('2027-03-24'), 5, metGoedeVrijdag), '2027-04-01');
    assert.equal(isWerkdag(datum('2027-03-26'), metGoedeVrijdag), true);
  });

  it('de eerste vanaf en de laatste tot en met een vrije dag', () => {
    assert.equal(eersteWerkdagVanaf(datum('2026-12-25'), kalender), '2026-12-28');
    assert.equal(laatsteWerkdagTotEnMet(datum('2026-12-27'), kalender), '2026-12-24');
    assert.equal(eersteWerkdagVanaf(datum('2026-12-28'), kalender), '2026-12-28');
    assert.equal(laatsteWerkdagTotEnMet(datum('2026-12-28'), kalender), '2026-12-28');
  });

  it('heen en terug: plusWerkdagen en werkdagenTussen zijn elkaars omgekeerde', (t) => {
    bewijs(
      t,
      fc.property(vanaf2014, fc.integer({ min: -80, max: 80 }), fc.boolean(), (d, n, goedeVrijdag) => {
        const k = goedeVrijdag ? metGoedeVrijdag : kalender;
        const uitkomst = plusWerkdagen(d, n, k);
        assert.equal(werkdagenTussen(d, uitkomst, k), n);
        if (n !== 0) assert.equal(isWerkdag(uitkomst, k), true);
        if (isWerkdag(d, k)) assert.equal(plusWerkdagen(uitkomst, -n, k), d);
      }),
    );
  });
});

describe('de kalender van de school', () => {
  it('vier lesweken over een week herfstvakantie zijn vijf kalenderweken', () => {
    assert.equal(plusLesweken(datum('2026-09-28'), 4, metSchool), '2026-11-02');
    assert.equal(plusLesweken(datum('2026-11-02'), -4, metSchool), '2026-09-28');
    assert.equal(plusLesweken(datum('2026-09-28'), 4, kalender), '2026-10-26');
  });

  it('een week met een enkele schooldag is een lesweek', () => {
    const k: Kalender = {
      ...kalender,
      school: {
        brin: '99XX',
        bekendTot: datum('2027-07-31'),
        vakanties: [{ naam: 'studieweek', van: datum('2026-11-09'), tot: datum('2026-11-12') }],
      },
    };
    assert.equal(isSchooldag(datum('2026-11-13'), k), true);
    assert.equal(isLesweek(datum('2026-11-09'), k), true);
    assert.equal(isLesweek(datum('2026-10-14'), metSchool), false);
  });

  it('wie in de vakantie begint te tellen verliest er niets aan', () => {
    assert.equal(plusLesweken(datum('2026-10-14'), 1, metSchool), '2026-10-25');
    assert.equal(plusLesweken(datum('2026-10-14'), -1, metSchool), '2026-10-05');
  });

  it('tien schooldagen slaan de vakantie en het weekend over', () => {
    assert.equal(plusSchooldagen(datum('2026-10-07'), 10, metSchool), '2026-10-28');
  });

  it('een vakantie die na bekendTot genoemd is telt niet', () => {
    const k: Kalender = {
      ...kalender,
      school: {
        brin: '99XX',
        bekendTot: datum('2026-10-01'),
        vakanties: [{ naam: 'herfstvakantie', van: datum('2026-10-10'), tot: datum('2026-10-18') }],
      },
    };
    assert.equal(isLesweek(datum('2026-10-14'), k), true);
  });

  it('N lesweken zijn 7N dagen, als men die van weken zonder school niet telt', (t) => {
    bewijs(
      t,
      fc.property(rondSchooljaar, hoogstens(20), (d, n) => {
        let dag = d;
        for (let geteld = 0; geteld < 7 * n;) {
          dag = plusDagen(dag, 1);
          if (isLesweek(dag, metSchool)) geteld += 1;
        }
        assert.equal(plusLesweken(d, n, metSchool), dag);
      }),
    );
  });

  it('het schooljaar loopt van 1 augustus tot en met 31 juli', () => {
    assert.equal(schooljaarVan(datum('2026-07-31')), '2025-2026');
    assert.equal(schooljaarVan(datum('2026-08-01')), '2026-2027');
    assert.equal(schooljaarVan(datum('2027-01-01')), '2026-2027');
  });
});
