import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems, tick, type Effect } from '#process';
import { processen } from '#workflows';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';

/** The officer began to consider it on Monday 2 November 2026, for a youth of 14. */
const overwogen = (anders: Record<string, string> = {}) =>
  verhaal(v1, {
    op: '2026-11-02',
    gegevens: { overwogenOp: '2026-11-02', achttienOp: '2030-06-15', ...anders },
  });
type V = ReturnType<typeof overwogen>;

const aangemeld = (v: V = overwogen()): V =>
  v.doe('jbtAangemeld', { jbtAangemeldOp: v.vandaag, motivering: EEN_TEKST });
const besproken = (v: V = aangemeld()): V => v.doe('jbtUitkomst', { jbtOp: v.vandaag, tafel: 'onderzoek' });
const onderzocht = (v: V = besproken()): V => v.doe('onderzoekGestart', { onderzoekGestartOp: v.vandaag });
const verzocht = (v: V = onderzocht()): V => v.doe('verzoekschrift', { verzoekschriftOp: v.vandaag });
const opZitting = (v: V = verzocht()): V => v.doe('zitting', { zittingOp: '2026-11-09' });
const OTS = { otsVanaf: '2026-11-13', otsTot: '2027-11-12' };
const ots = (v: V = opZitting(), wanneer = OTS): V => v.doe('beschikking', wanneer);
const IEDERE = { overwogen, aangemeld, besproken, onderzocht, verzocht, opZitting };

/** The last effect must be the message to the report, which need not be there. */
const aanMas = (v: V): unknown => {
  const e = v.effecten.at(-1) as Extract<Effect, { soort: 'meld' }>;
  assert.deepEqual([e.soort, e.procestype, e.bericht, e.moet], ['meld', 'mas', 'civielAfgerond', undefined]);
  return e.gegevens?.['civielResultaat'];
};

describe('civiel: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is een tegelijk per jongere', () => assert.equal(overwogen().s.onderwerp, 'jongere'));
});

describe('civiel: zoals het hoort te gaan', () => {
  it('van overweging tot een ondertoezichtstelling die wordt verlengd en dan eindigt', () => {
    const v = overwogen().staat('overweging');
    assert.deepEqual(v.gevolgen(), ['taak meldcodeDoorlopen']);
    assert.equal(v.termijn('aanmelden'), '2026-11-16');
    v.dag('2026-11-05').doe('jbtAangemeld', { jbtAangemeldOp: '2026-11-04', motivering: EEN_TEKST });
    v.staat('jbtAangemeld');
    assert.equal(v.gevolgen().at(-1), 'brief aanmeldingJbt');
    assert.equal(v.termijn('jbtAfspraak'), '2026-12-02');
    v.dag('2026-11-26').doe('jbtUitkomst', { jbtOp: '2026-11-25', tafel: 'onderzoek', verslag: EEN_TEKST });
    v.staat('jbtBesproken');
    assert.equal(v.termijn('raadNavragen'), '2026-12-30');
    assert.equal(v.termijn('raadBegint'), '2027-02-25');
    v.dag('2026-12-29').doe('onderzoekGestart', { onderzoekGestartOp: '2026-12-28' }).staat('rvdkOnderzoek');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'raad');
    assert.equal(v.termijn('raadNavragen'), undefined);
    assert.equal(v.termijn('raadOnderzoek'), '2027-02-23');
    v.dag('2027-02-15').doe('rapport', { rapportOp: '2027-02-12', advies: 'ondertoezichtstelling' });
    assert.deepEqual(v.staat('rvdkOnderzoek').s.vlaggen, ['rapportBinnen']);
    v.doe('verzoekschrift', { verzoekschriftOp: '2027-02-15' }).staat('verzoekschrift');
    assert.equal(v.termijn('zittingsdatum'), '2027-03-15');
    v.dag('2027-03-01').doe('zitting', { zittingOp: '2027-04-01' }).staat('zitting');
    assert.equal(v.termijn('uitspraak'), '2027-04-15');
    v.dag('2027-03-31').doe('zitting', { zittingOp: '2027-04-08' }).staat('zitting');
    assert.equal(v.termijn('uitspraak'), '2027-04-22');
    v.dag('2027-04-09').doe('beschikking', { otsVanaf: '2027-04-08', otsTot: '2028-04-07' });
    v.staat('otsLoopt');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'rechter');
    assert.equal(v.termijn('otsEinde'), '2028-04-07');
    // Eight weeks before.
    assert.deepEqual(v.herinneringen('otsEinde'), ['opDatum 2028-02-11']);
    v.dag('2028-02-11');
    assert.equal(v.gevolgen().at(-1), 'taak verlengingNagaan');
    v.dag('2028-03-20').doe('verlengd', { otsTot: '2028-12-31' }).staat('otsLoopt');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'gi');
    assert.equal(v.termijn('otsEinde'), '2028-12-31');
    // The Monday after a Sunday: it comes again, for the new date.
    assert.deepEqual(v.herinneringen('otsEinde'), ['opDatum 2028-11-06']);
    // The last day, a Sunday, is still within.
    v.dag('2028-12-31').staat('otsLoopt').dag('2029-01-01').staat('beeindigd', 'beeindigd');
    assert.equal(aanMas(v), 'beeindigd');
  });

  it('de tafel of de Raad kiest voor vrijwillig', () => {
    const tafel = aangemeld().doe('jbtUitkomst', { jbtOp: '2026-11-02', tafel: 'vrijwillig' });
    const raad = onderzocht().doe('rapport', { rapportOp: '2026-11-02', advies: 'vrijwillig' });
    for (const v of [tafel, raad])
      assert.equal(aanMas(v.staat('vrijwilligVerder', 'vrijwilligVerder')), 'vrijwilligVerder');
  });

  it('zolang er geen maatregel is kunnen de ouders alsnog hulp aanvaarden', () => {
    for (const maak of Object.values(IEDERE)) {
      const v = maak().doe('vrijwilligVerder', { toelichting: EEN_TEKST });
      assert.equal(aanMas(v.staat('vrijwilligVerder', 'vrijwilligVerder')), 'vrijwilligVerder');
    }
    assert.equal(ots().weigert('vrijwilligVerder').code, 'toestand');
  });

  it('de Raad vraagt niets, of de rechter wijst af', () => {
    for (const [maak, afwijzer] of [
      [besproken, 'raad'],
      [onderzocht, 'raad'],
      [verzocht, 'rechter'],
      [opZitting, 'rechter'],
    ] as const) {
      const v = maak().doe('afgewezen', { afgewezenOp: '2026-11-02', afwijzer });
      assert.equal(aanMas(v.staat('afgewezen', 'afgewezen')), 'afgewezen');
    }
  });

  it('een maatregel die eerder stopt: beeindigd, of vrijwillig verder', () => {
    const klaar = ots().dag('2027-01-11').doe('opgeheven', {
      opgehevenOp: '2027-01-08',
      vrijwilligVerder: false,
    });
    assert.equal(aanMas(klaar.staat('beeindigd', 'beeindigd')), 'beeindigd');
    const verder = ots().doe('opgeheven', { opgehevenOp: '2026-11-02', vrijwilligVerder: true });
    assert.equal(aanMas(verder.staat('vrijwilligVerder', 'vrijwilligVerder')), 'vrijwilligVerder');
  });

  it('het verzoekschrift kan er zijn voor het rapport, en een beschikking zonder zitting', () => {
    const v = verzocht().staat('verzoekschrift').doe('beschikking', OTS).staat('otsLoopt');
    assert.equal(v.termijn('zittingsdatum'), undefined);
  });
});

describe('civiel: eisen van de wet', () => {
  const baas = persoon('teamleider');

  it('alleen minderjarigen', () => {
    assert.throws(() => overwogen({ achttienOp: '2026-11-02' }), /Burgerlijk Wetboek Boek 1, artikel 255/);
    overwogen({ achttienOp: '2026-11-03' });
  });

  it('een ondertoezichtstelling duurt hoogstens een jaar, en niemand kan dat opzijzetten', () => {
    const v = opZitting();
    const nee = v.weigert('beschikking', { ...OTS, otsTot: '2027-11-13' });
    assert.deepEqual(
      [nee.norm, nee.grondslag, nee.terzijdeTeStellen],
      ['otsHoogstensEenJaar', 'Burgerlijk Wetboek Boek 1, artikel 258', false],
    );
    assert.match(nee.melding, /uiterlijk 12 november 2027/);
    assert.equal(v.weigert('beschikking', { ...OTS, otsTot: '2026-11-12' }).norm, 'otsHoogstensEenJaar');
    const norm = { norm: 'otsHoogstensEenJaar', reden: EEN_TEKST };
    assert.equal(v.weigert('terzijdeStellen', norm, baas).soort, 'LAW');
    ots(v).staat('otsLoopt');
  });

  it('elke verlenging ook', () => {
    const v = ots().dag('2027-11-01');
    for (const otsTot of ['2027-11-12', '2028-11-13']) {
      const nee = v.weigert('verlengd', { otsTot });
      assert.deepEqual(
        [nee.norm, nee.grondslag, nee.terzijdeTeStellen],
        ['verlengingHoogstensEenJaar', 'Burgerlijk Wetboek Boek 1, artikel 260', false],
      );
      assert.match(nee.melding, /na 12 november 2027 en niet later dan 12 november 2028/);
    }
    v.doe('verlengd', { otsTot: '2028-11-12' });
    v.weigert('verlengd', { otsTot: '2029-11-13' });
    v.doe('verlengd', { otsTot: '2029-11-12' }).staat('otsLoopt');
  });

  it('een jaar vanaf 29 februari eindigt op 28 februari', () => {
    const v = verhaal(v1, {
      op: '2028-02-28',
      gegevens: { overwogenOp: '2028-02-28', achttienOp: '2032-06-15' },
    });
    const schrikkel = verzocht(onderzocht(besproken(aangemeld(v)))).dag('2028-02-29');
    schrikkel.weigert('beschikking', { otsVanaf: '2028-02-29', otsTot: '2029-03-01' });
    schrikkel.doe('beschikking', { otsVanaf: '2028-02-29', otsTot: '2029-02-28' }).staat('otsLoopt');
  });

  it('het einde kan niet worden verzet, de norm van de Raad alleen door een teamleider', () => {
    const einde = { termijn: 'otsEinde', datum: '2027-12-01', reden: EEN_TEKST };
    assert.equal(
      ots().weigert('herplannen', einde, baas).grondslag,
      'Burgerlijk Wetboek Boek 1, artikel 258 en 260',
    );
    const raad = { termijn: 'raadBegint', tot: '2027-03-01', reden: EEN_TEKST };
    const v = besproken();
    const nee = v.weigert('verlengen', raad);
    assert.deepEqual([nee.code, nee.soort], ['rol', 'CHAIN']);
    assert.equal(v.doe('verlengen', raad, baas).termijn('raadBegint'), '2027-03-01');
  });
});

describe('civiel: wat niet mag', () => {
  it('iets vastleggen dat nog niet is gebeurd', () => {
    const op = '2026-11-03';
    for (const nee of [
      overwogen().weigert('jbtAangemeld', { jbtAangemeldOp: op, motivering: EEN_TEKST }),
      overwogen().weigert('veiligThuis', { veiligThuisOp: op, stap: 'gemeld' }),
      aangemeld().weigert('jbtUitkomst', { jbtOp: op, tafel: 'onderzoek' }),
      besproken().weigert('onderzoekGestart', { onderzoekGestartOp: op }),
      onderzocht().weigert('rapport', { rapportOp: op, advies: 'vrijwillig' }),
      onderzocht().weigert('verzoekschrift', { verzoekschriftOp: op }),
      verzocht().weigert('afgewezen', { afgewezenOp: op, afwijzer: 'rechter' }),
      ots().weigert('opgeheven', { opgehevenOp: op, vrijwilligVerder: false }),
    ])
      assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['gebeurd', 'LOCAL', true]);
    assert.throws(() => overwogen({ overwogenOp: op }), /Afspraak van de gemeente/);
  });

  it('aanmelden zonder motivering', () => {
    assert.throws(() => overwogen().doe('jbtAangemeld', { jbtAangemeldOp: '2026-11-02' }), /motivering/);
  });

  it('alleen een leerplichtambtenaar legt iets vast', () => {
    for (const rol of ['doorstroomcoach', 'school', 'arts', 'teamleider'] as const)
      assert.equal(overwogen().weigert('vrijwilligVerder', {}, persoon(rol)).code, 'rol');
  });
});

describe('civiel: herinneren en navragen', () => {
  const over = (v: V, termijn: string, tot: string): string[] =>
    v
      .dag(tot)
      .herinnerd()
      .filter((h) => h.startsWith(`${termijn}.`))
      .map((h) => h.slice(termijn.length + 1));

  it('de Raad begint niet: na vijf weken navragen, na drie maanden naar de teamleider', () => {
    const v = besproken().dag('2026-12-06');
    assert.ok(!v.gevolgen().includes('taak raadNavragen'));
    assert.equal(v.dag('2026-12-07').gevolgen().at(-1), 'taak raadNavragen');
    assert.deepEqual(over(v, 'raadBegint', '2027-02-02'), ['vooraf 2027-01-29 groep']);
    assert.equal(v.s.teLaat, false);
    v.dag('2027-02-03');
    const { soort, ...taak } = v.effecten.at(-1) as Extract<Effect, { soort: 'taak' }>;
    assert.deepEqual([soort, taak.naam, taak.voor], ['taak', 'raadEscaleren', 'teamleider']);
    assert.deepEqual([v.s.teLaat, v.s.vlaggen], [true, ['raadWachtLang']]);
    onderzocht(v).staat('rvdkOnderzoek');
    assert.deepEqual([v.s.teLaat, v.s.vlaggen], [false, []]);
  });

  it('een tafel die eerder was telt vanaf die dag', () => {
    const v = aangemeld().dag('2026-12-14');
    v.doe('jbtUitkomst', { jbtOp: '2026-11-09', tafel: 'onderzoek' }).dag('2026-12-15');
    assert.equal(v.gevolgen().at(-1), 'taak raadNavragen');
    assert.equal(v.termijn('raadBegint'), '2027-02-09');
  });

  it('wie niet aanmeldt, niet bespreekt of de beschikking niet vastlegt', () => {
    assert.deepEqual(over(overwogen(), 'aanmelden', '2026-12-01'), [
      'vooraf 2026-11-12 groep',
      'verstreken 2026-11-17 groep',
      'groep 2026-11-18 groep',
      'teamleider 2026-11-23 teamleider',
    ]);
    const v = aangemeld();
    assert.deepEqual(over(v, 'jbtAfspraak', '2026-12-15'), [
      'halverwege 2026-11-16 groep',
      'vooraf 2026-11-26 groep',
      'verstreken 2026-12-01 groep',
      'groep 2026-12-02 groep',
      'teamleider 2026-12-07 teamleider',
    ]);
    assert.equal(v.staat('jbtAangemeld').s.teLaat, true);
    assert.equal(over(opZitting(), 'uitspraak', '2026-12-15').length, 4);
  });

  it('onderzoek en zittingsdatum: navragen, en daarna elke vier weken', () => {
    const v = onderzocht().dag('2026-12-28');
    assert.equal(v.gevolgen().at(-1), 'taak onderzoekNavragen');
    assert.equal(v.termijn('raadOnderzoek'), '2027-01-25');
    v.dag('2027-01-25');
    assert.equal(v.gevolgen().filter((g) => g === 'taak onderzoekNavragen').length, 2);
    const w = verzocht().dag('2026-11-30');
    assert.equal(w.gevolgen().at(-1), 'taak zittingNavragen');
    assert.equal(w.termijn('zittingsdatum'), '2026-12-28');
  });

  it('korter dan acht weken voor het einde komt er geen herinnering meer', () => {
    assert.deepEqual(
      ots(opZitting(), { otsVanaf: '2026-11-09', otsTot: '2026-12-18' }).herinneringen('otsEinde'),
      [],
    );
  });

  it('de gemeente stelt in wat van haar is', () => {
    const eigen = structuredClone(KADER);
    eigen.instellingen.waarden = { civielTafel: { weken: 2 }, civielKortVoorAchttien: { maanden: 12 } };
    const gegevens = { overwogenOp: '2026-11-02', achttienOp: '2027-10-15' };
    const v = aangemeld(verhaal(v1, { op: '2026-11-02', gegevens, kader: eigen }));
    assert.equal(v.termijn('jbtAfspraak'), '2026-11-16');
    assert.deepEqual(v.s.vlaggen, ['kortVoorAchttien']);
  });
});

describe('civiel: Veilig Thuis ernaast', () => {
  const melden = (v: V): V => v.doe('veiligThuis', { veiligThuisOp: v.vandaag, stap: 'gemeld' });

  it('in iedere toestand, zonder dat de toestand wijzigt', () => {
    for (const maak of [...Object.values(IEDERE), ots]) {
      const v = maak();
      const { toestand } = v.s;
      assert.deepEqual(melden(v).staat(toestand as never).s.vlaggen, ['veiligThuis']);
      v.doe('veiligThuis', { veiligThuisOp: '2026-11-02', stap: 'afgerond' }).staat(toestand as never);
      assert.deepEqual([v.s.vlaggen, v.termijn('veiligThuis')], [[], undefined]);
    }
  });

  it('navragen na vijf weken en daarna elke vier weken, ook als de route verdergaat', () => {
    const v = melden(overwogen());
    assert.equal(v.termijn('veiligThuis'), '2026-12-07');
    aangemeld(v).dag('2026-12-07');
    assert.equal(v.gevolgen().at(-1), 'taak veiligThuisNavragen');
    assert.equal(v.termijn('veiligThuis'), '2027-01-04');
  });
});

describe('civiel: bijna 18, en 18', () => {
  it('minder dan een half jaar: het mag, met een waarschuwing', () => {
    const v = overwogen({ achttienOp: '2027-04-30' });
    assert.deepEqual(v.s.vlaggen, ['kortVoorAchttien']);
    assert.equal(v.gevolgen().at(-1), 'taak maatregelHeroverwegen');
    ots(opZitting(verzocht(onderzocht(besproken(aangemeld(v)))))).staat('otsLoopt');
    assert.equal(v.gevolgen().filter((g) => g === 'taak maatregelHeroverwegen').length, 1);
  });

  it('onderweg komt de waarschuwing op de dag zelf, maar niet als de maatregel al loopt', () => {
    const v = besproken(aangemeld(overwogen({ achttienOp: '2027-06-15' })));
    assert.equal(v.termijn('kortVoorAchttien'), '2026-12-15');
    v.dag('2026-12-14');
    assert.deepEqual(v.s.vlaggen, []);
    assert.deepEqual(v.dag('2026-12-15').s.vlaggen, ['kortVoorAchttien']);
    const loopt = ots(
      opZitting(verzocht(onderzocht(besproken(aangemeld(overwogen({ achttienOp: '2027-06-15' })))))),
    );
    assert.deepEqual(loopt.dag('2027-01-15').s.vlaggen, []);
  });

  it('op de verjaardag eindigt alles, ook op zaterdag en tijdens een maatregel', () => {
    for (const maak of [...Object.values(IEDERE), ots]) {
      const v = maak();
      v.doe('corrigeren', { velden: { achttienOp: '2026-11-14' }, reden: EEN_TEKST }).dag('2026-11-13');
      assert.equal(v.s.afgerond, false);
      v.dag('2026-11-14').staat('beeindigd', 'achttien');
      const { soort, ...taak } = v.effecten.at(-1) as Extract<Effect, { soort: 'taak' }>;
      assert.deepEqual([soort, taak.naam, taak.voor], ['taak', 'voorstelDoorstroomcoach', 'doorstroomcoach']);
      // The report ends by itself on the same day.
      assert.ok(!v.gevolgen().includes('meld mas'));
    }
  });
});

describe('civiel: wat andere processen ervan horen', () => {
  it('mas kent het bericht', (t) => {
    const mas = processen['mas']?.nieuwste;
    if (!mas) return t.skip('mas is er nog niet');
    for (const v of [
      overwogen().doe('vrijwilligVerder'),
      besproken().doe('afgewezen', { afgewezenOp: '2026-11-02', afwijzer: 'raad' }),
      ots().doe('opgeheven', { opgehevenOp: '2026-11-02', vrijwilligVerder: false }),
    ]) {
      const e = v.effecten.at(-1) as Extract<Effect, { soort: 'meld' }>;
      mas.acties['civielAfgerond']!.invoer.parse(e.gegevens);
      assert.ok(mas.acties['civielAfgerond']!.door.includes('systeem'));
    }
  });
});

describe('civiel: de tijd', () => {
  it('een uitval van drie maanden geeft hetzelfde als dag voor dag', () => {
    const v = besproken();
    const begin = v.s;
    const gezien = v.gebeurtenissen.length;
    v.dag('2027-02-15');
    const ineens = tick(v1, begin, v.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
  });
});
