import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bereken, dagenTussen, isWerkdag, legUit, plusDagen, vrijeDag, werkdagenTussen } from './index.js';
import type { Datum, Duur, Vraag } from './index.js';
import { plusDuur } from './duur.js';
import { bewijs, eenDag, hoogstens, korteDuur, langeDuur, metSchool, soort, wettelijk } from './proef.js';

const duur = fc.oneof(korteDuur, langeDuur);

describe('van elke termijn', () => {
  it('een korte van de wet eindigt nooit op een vrije dag, en nooit later dan nodig', (t) => {
    bewijs(
      t,
      fc.property(eenDag, korteDuur, (vanaf, d) => {
        const b = bereken(wettelijk(d, vanaf), metSchool);
        assert.equal(vrijeDag(b.datum, metSchool), undefined);
        assert.ok(b.datum >= b.onverlengd);
        const lang = dagenTussen(vanaf, b.onverlengd) >= 3;
        if (lang) assert.ok(werkdagenTussen(vanaf, b.datum, metSchool) >= 2);
        // One working day earlier would break a rule: it ended too soon, or held too few working days.
        for (let eerder = b.onverlengd; eerder < b.datum; eerder = plusDagen(eerder, 1)) {
          const tekort = lang && werkdagenTussen(vanaf, eerder, metSchool) < 2;
          assert.ok(tekort || !isWerkdag(eerder, metSchool));
        }
        assert.equal(b.verlengdOm !== undefined, b.datum !== b.onverlengd);
      }),
    );
  });

  it('een lange van de wet, een teruggerekende en een die niet verschuift blijven staan', (t) => {
    bewijs(
      t,
      fc.property(eenDag, duur, langeDuur, soort, (vanaf, d, lang, s) => {
        const gelijk = (v: Vraag) => {
          const b = bereken(v, metSchool);
          assert.equal(b.datum, plusDuur(v.vanaf, v.duur ?? { dagen: 0 }, v.richting, metSchool));
          assert.equal(b.onverlengd, b.datum);
        };
        gelijk(wettelijk(lang, vanaf));
        gelijk({ ...wettelijk(d, vanaf), soort: s, richting: 'terug' });
        gelijk({ ...wettelijk(d, vanaf), soort: s, verschuift: false });
        assert.equal(bereken({ ...wettelijk(d, vanaf), duur: undefined }, metSchool).datum, vanaf);
      }),
    );
  });

  it('wie later begint eindigt niet eerder', (t) => {
    const richting = fc.constantFrom('vooruit', 'terug');
    bewijs(
      t,
      fc.property(
        eenDag,
        hoogstens(60),
        duur,
        soort,
        richting,
        fc.boolean(),
        (vanaf, later, d, s, r, verschuift) => {
          const einde = (vanafDag: Datum) =>
            bereken({ ...wettelijk(d, vanafDag), soort: s, richting: r, verschuift }, metSchool).datum;
          assert.ok(einde(vanaf) <= einde(plusDagen(vanaf, later)));
        },
      ),
    );
  });

  it('een dag of week meer eindigt niet eerder', (t) => {
    bewijs(
      t,
      fc.property(eenDag, hoogstens(89), hoogstens(11), soort, (vanaf, dagen, weken, s) => {
        const einde = (d: Duur) => bereken({ ...wettelijk(d, vanaf), soort: s }, metSchool).datum;
        assert.ok(einde({ dagen }) <= einde({ dagen: dagen + 1 }));
        assert.ok(einde({ weken }) <= einde({ weken: weken + 1 }));
        assert.ok(einde({ lesweken: weken }) <= einde({ lesweken: weken + 1 }));
      }),
    );
  });

  it('de uitleg noemt begin en eind, en de wet alleen bij een termijn van de wet', (t) => {
    bewijs(
      t,
      fc.property(eenDag, duur, soort, (vanaf, d, s) => {
        const v = { ...wettelijk(d, vanaf), soort: s };
        const tekst = legUit(v, bereken(v, metSchool));
        assert.ok(!/undefined|NaN/.test(tekst), tekst);
        if (s !== 'LAW') assert.ok(!tekst.includes('termijnenwet'), tekst);
      }),
    );
  });
});
