import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems, tick, type Kader } from '#process';
import { EEN_ARTS as EEN_COACH, EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 as traject } from '../traject/definitie.v1.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';
import { SECTIES } from './toetsing.v1.js';

const coach = persoon('doorstroomcoach');
const school = persoon('school');
const systeem = persoon('systeem');
const baas = persoon('teamleider');

/** 18 on Tuesday 15 June 2027: six months before is 15 December, a month before Saturday 15 May, two weeks before 1 June. */
const signaal = { gesignaleerdOp: '2026-11-02', bron: 'school', achttienOp: '2027-06-15' };
const gesignaleerd = (anders: Record<string, unknown> = {}, op = '2026-11-02', kader: Kader = KADER) =>
  verhaal(v1, { op, gegevens: { ...signaal, gesignaleerdOp: op, ...anders }, kader, wie: systeem });
type V = ReturnType<typeof gesignaleerd>;
/** Opened by the chain, half a year before 18. */
const opTijd = (): V => gesignaleerd({ bron: 'leeftijd' }, '2026-12-15');
const geschreven = (v: V): V => {
  for (const sectie of SECTIES) if (sectie !== 'ontvangst') v.doe('documentBijgewerkt', { sectie });
  return v;
};
const aangeboden = (v: V = opTijd()): V => geschreven(v).doe('documentGereed').doe('aangeboden');
const geaccepteerd = (v: V = opTijd()): V => aangeboden(v).doe('geaccepteerd', { coach: EEN_COACH }, coach);
const gesprek = (v: V): Record<string, string> => ({ gesprekOp: v.vandaag, vorm: 'huisbezoek' });
const warm = (v: V = geaccepteerd()): V => v.doe('warmGesprek', gesprek(v), coach);
const over = (naar: string, v: V = warm()): V => v.doe('overgedragen', { naar }, coach);
const contact = (v: V): V => v.doe('nazorgContact', { contactOp: v.vandaag, verslag: EEN_TEKST }, coach);
/** Three months and a year after the hand-over somebody called. */
const naEenJaar = (v: V): V => contact(contact(v.dag('2027-03-15')).dag('2027-12-15'));
/** What is sent along must be what `traject` asks; the birthday comes by itself. */
const opentTraject = (v: V): unknown => {
  const e = v.effecten.at(-1)!;
  assert.ok(e.soort === 'start' && e.procestype === 'traject');
  traject.start.parse({ ...e.gegevens, zevenentwintigOp: '2036-06-15' });
  return e.gegevens;
};
const vlag = (v: V, naam: string): boolean => v.s.vlaggen.includes(naam);

describe('overdracht: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is er een per jongere, en een volgend signaal komt daarbij', () => {
    assert.equal(gesignaleerd().s.onderwerp, 'jongere');
    assert.equal(v1.bijOpen, 'signaal');
    assert.deepEqual(v1.acties['signaal']!.invoer.parse({ bron: 'tafel' }), { bron: 'tafel' });
  });
  it('neemt de berichten die andere processen sturen', () => {
    for (const bericht of ['signaal', 'startkwalificatieBehaald'])
      assert.ok(v1.acties[bericht]!.door.includes('systeem'));
    assert.deepEqual(v1.acties['startkwalificatieBehaald']!.invoer.parse({}), {});
  });
});

describe('overdracht: zoals het hoort te gaan', () => {
  it('van signaal tot nazorg, met alle stappen op hun dag', () => {
    const v = gesignaleerd().staat('gesignaleerd');
    assert.equal(v.termijn('start'), '2026-12-15');
    assert.equal(v.termijn('achttien'), '2027-06-15');
    assert.equal(v.termijn('concept'), undefined);
    v.dag('2026-12-14').staat('gesignaleerd').dag('2026-12-15').staat('voorbereiding');
    assert.deepEqual(v.s.vlaggen, []);
    assert.deepEqual(v.gevolgen(), ['taak overdrachtVoorbereiden']);
    assert.deepEqual(
      (['concept', 'aanbieden', 'warmGesprek', 'stil'] as const).map((t) => v.termijn(t)),
      // A Saturday stays where it is: it counts backward.
      ['2027-03-15', '2027-05-15', '2027-06-01', '2027-01-14'],
    );

    v.dag('2027-01-11').doe('documentBijgewerkt', { sectie: 'onderwijs', tekst: EEN_TEKST });
    v.staat('documentConcept');
    assert.equal(v.termijn('concept'), undefined);
    v.dag('2027-02-01').doe('instemmingJongere', { school: true, medisch: true });
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'jongere');
    assert.equal(v.termijn('stil'), '2027-03-03');
    v.doe('documentBijgewerkt', { sectie: 'leefgebieden', schooltekst: EEN_TEKST, medischeTekst: EEN_TEKST });
    geschreven(v)
      .doe('documentGereed', { documentHash: 'a'.repeat(64) })
      .staat('documentGereed');
    assert.deepEqual(v.s.vlaggen, []);

    v.dag('2027-04-12').doe('aangeboden').staat('aangeboden');
    assert.equal(v.gevolgen().at(-1), 'taak overdrachtBeoordelen');
    assert.equal(v.termijn('aanbieden'), undefined);
    assert.equal(v.termijn('acceptatie'), '2027-04-26');
    v.dag('2027-04-20').doe('geaccepteerd', { coach: EEN_COACH }, coach).staat('geaccepteerd');
    v.doe('documentBijgewerkt', { sectie: 'ontvangst', tekst: EEN_TEKST }, coach).staat('geaccepteerd');
    v.dag('2027-05-20').doe('warmGesprek', { gesprekOp: '2027-05-19', vorm: 'huisbezoek' }, coach);
    v.staat('warmeOverdracht');
    assert.equal(v.termijn('warmGesprek'), undefined);
    assert.equal(v.termijn('overdragen'), '2027-06-03');
    v.dag('2027-06-01').doe('overgedragen', { naar: 'werk' }, coach).staat('overgedragen');
    assert.equal(v.termijn('nazorgDrieMaanden'), '2027-09-01');
    assert.equal(v.termijn('nazorgTwaalfMaanden'), '2028-06-01');

    v.dag('2027-06-15').staat('overgedragen');
    assert.ok(!vlag(v, 'tussenWalEnSchip'));
    assert.equal(v.gevolgen().at(-1), 'taak leerplichtGeeindigd');
    v.doe('ingeschreven', { ingeschrevenOp: '2027-06-15' }, systeem);
    assert.equal(v.termijn('vierWekenNaAchttien'), undefined);
    v.dag('2027-09-01').staat('nazorg');
    assert.equal(v.gevolgen().at(-1), 'taak nazorgContact');
    assert.equal(v.termijn('nazorgContact'), '2027-09-15');
    contact(v.dag('2027-09-10')).staat('nazorg');
    assert.equal(v.termijn('nazorgContact'), undefined);
    v.dag('2028-06-01');
    assert.equal(v.gevolgen().at(-1), 'taak nazorgAfronden');
    assert.deepEqual(v.s.voorstellen, [
      { actie: 'nazorgContact', termijn: 'nazorgTwaalfMaanden', sinds: '2028-06-01' },
    ]);
    // Whit Monday is no working day.
    assert.equal(v.termijn('nazorgAfronden'), '2028-06-16');
    contact(v.dag('2028-06-09')).staat('afgesloten', 'overgedragenWerk');
  });

  it('eerder beginnen mag', () => {
    const v = gesignaleerd().doe('overdrachtGestart').staat('voorbereiding');
    assert.equal(v.termijn('start'), undefined);
    assert.equal(v.termijn('concept'), '2027-03-15');
  });

  it('een half jaar voor 31 augustus is de laatste dag van februari', () => {
    assert.equal(gesignaleerd({ achttienOp: '2027-08-31' }).termijn('start'), '2027-02-28');
  });

  it('een gesprek voor de acceptatie telt ook', () => {
    const v = aangeboden();
    v.doe('warmGesprek', { ...gesprek(v), vorm: 'belafspraak' }).staat('aangeboden');
    assert.equal(v.termijn('warmGesprek'), undefined);
    v.doe('geaccepteerd', { coach: EEN_COACH }, coach).staat('warmeOverdracht');
  });

  it('teruggeven, aanpassen en opnieuw aanbieden', () => {
    const v = aangeboden().doe('teruggegeven', { reden: EEN_TEKST }, coach).staat('teruggegeven');
    assert.equal(v.gevolgen().at(-1), 'taak overdrachtAanpassen');
    assert.equal(v.termijn('acceptatie'), undefined);
    assert.equal(v.termijn('aanpassen'), '2026-12-22');
    v.doe('documentBijgewerkt', { sectie: 'netwerk' }).staat('documentConcept');
    assert.equal(v.termijn('aanpassen'), '2026-12-22');
    // It was whole before; the month before 18 was met by the first time.
    v.doe('documentGereed').doe('aangeboden').staat('aangeboden');
    assert.equal(v.termijn('aanbieden'), undefined);
    assert.equal(v.termijn('aanpassen'), undefined);
    aangeboden()
      .doe('teruggegeven', { reden: EEN_TEKST }, coach)
      .doe('documentGereed')
      .staat('documentGereed');
  });

  it('een gereed document dat toch nog wijzigt is weer een concept', () => {
    geschreven(opTijd())
      .doe('documentGereed')
      .doe('documentBijgewerkt', { sectie: 'netwerk' })
      .staat('documentConcept');
  });
});

describe('overdracht: het document', () => {
  it('zegt welke onderdelen er zijn, tot het volledig is', () => {
    const v = opTijd();
    for (const sectie of SECTIES) v.doe('documentBijgewerkt', { sectie });
    assert.equal(v.s.vlaggen.length, 10);
    assert.deepEqual(v.doe('documentGereed').s.vlaggen, []);
    assert.deepEqual(v.doe('documentBijgewerkt', { sectie: 'verzuim' }).doe('documentGereed').s.vlaggen, []);
  });

  it('met gaten mag het weg, en dat is te zien', () => {
    const v = opTijd().doe('documentBijgewerkt', { sectie: 'verzuim' }).doe('documentGereed');
    assert.deepEqual(v.staat('documentGereed').s.vlaggen, ['sectieVerzuim', 'documentOnvolledig']);
    v.doe('aangeboden').doe('teruggegeven', { reden: EEN_TEKST }, coach);
    assert.ok(vlag(v.doe('documentGereed'), 'documentOnvolledig'));
    assert.deepEqual(geschreven(v).doe('documentGereed').s.vlaggen, []);
  });
});

describe('overdracht: te laat begonnen', () => {
  it('op de dag zelf is op tijd, een dag later is laat', () => {
    assert.deepEqual(opTijd().staat('voorbereiding').s.vlaggen, []);
    const v = gesignaleerd({ bron: 'leeftijd' }, '2026-12-16').staat('voorbereiding');
    assert.deepEqual(v.s.vlaggen, ['laat']);
    assert.equal(v.termijn('concept'), '2027-03-15');
  });

  it('alleen wat nog komt loopt', () => {
    const v = gesignaleerd({}, '2027-04-19').staat('voorbereiding');
    assert.deepEqual(
      (['concept', 'aanbieden', 'warmGesprek'] as const).map((t) => v.termijn(t)),
      [undefined, '2027-05-15', '2027-06-01'],
    );
    // The day itself has passed as a day to plan for.
    assert.equal(gesignaleerd({}, '2027-05-15').termijn('aanbieden'), undefined);
    const laatste = gesignaleerd({}, '2027-06-07');
    assert.deepEqual(laatste.s.termijnen.map((l) => l.naam).sort(), ['achttien', 'stil']);
    assert.equal(laatste.s.teLaat, false);
  });

  it('bij BBL begint het een maand voor 18, zonder laat te zijn', () => {
    const v = gesignaleerd({ bbl: true }, '2027-01-11').staat('gesignaleerd');
    assert.equal(v.termijn('start'), undefined);
    assert.equal(v.termijn('startBbl'), '2027-05-15');
    v.dag('2027-05-15').staat('voorbereiding');
    assert.deepEqual(v.s.vlaggen, []);
    assert.deepEqual(
      (['concept', 'aanbieden', 'warmGesprek'] as const).map((t) => v.termijn(t)),
      [undefined, undefined, '2027-06-01'],
    );
    assert.deepEqual(gesignaleerd({ bbl: true }, '2027-05-17').s.vlaggen, ['laat']);
  });

  it('een andere instelling van de gemeente schuift het begin', () => {
    const anders = structuredClone(KADER);
    anders.instellingen.waarden['overdrachtStart'] = { maanden: 7 };
    const v = gesignaleerd({}, '2026-11-02', anders);
    assert.equal(v.termijn('start'), '2026-11-15');
    assert.deepEqual(gesignaleerd({}, '2026-11-16', anders).s.vlaggen, ['laat']);
  });

  it('een gecorrigeerde geboortedatum verplaatst alles wat loopt', () => {
    const v = opTijd().doe('corrigeren', { velden: { achttienOp: '2027-08-15' }, reden: EEN_TEKST });
    assert.equal(v.termijn('concept'), '2027-05-15');
    assert.equal(v.termijn('achttien'), '2027-08-15');
    // Then three months before is yesterday: it is late, and shows it.
    v.doe('corrigeren', { velden: { achttienOp: '2027-03-14' }, reden: EEN_TEKST });
    assert.equal(v.termijn('concept'), '2026-12-14');
    assert.equal(v.dag('2026-12-16').s.teLaat, true);
    const wacht = gesignaleerd().doe('corrigeren', {
      velden: { achttienOp: '2027-04-15' },
      reden: EEN_TEKST,
    });
    assert.deepEqual(wacht.dag('2026-11-03').staat('voorbereiding').s.vlaggen, ['laat']);
  });
});

describe('overdracht: eisen', () => {
  it('openen kan niet voor wie 18 is, en niet met een signaal dat nog komt', () => {
    assert.throws(() => gesignaleerd({ achttienOp: '2026-11-02' }), /artikel 4b/);
    assert.throws(() => gesignaleerd({ gesignaleerdOp: '2026-11-03' }), /Afspraak van de gemeente/);
  });

  it('gegevens van school en medische gegevens alleen met instemming, ook de teamleider wijkt daar niet van af', () => {
    const v = opTijd().doe('documentBijgewerkt', { sectie: 'leefgebieden', tekst: EEN_TEKST });
    for (const [invoer, norm, grond] of [
      [{ schooltekst: EEN_TEKST }, 'schoolMetInstemming', 'artikel 6 lid 1 onder a'],
      [{ medischeTekst: EEN_TEKST }, 'medischMetInstemming', 'artikel 9 lid 2 onder a'],
    ] as const) {
      const nee = v.weigert('documentBijgewerkt', { sectie: 'leefgebieden', ...invoer });
      assert.deepEqual([nee.code, nee.norm, nee.soort, nee.terzijdeTeStellen], ['eis', norm, 'LAW', false]);
      assert.equal(nee.grondslag, `Algemene verordening gegevensbescherming, ${grond}`);
      assert.equal(v.weigert('terzijdeStellen', { norm, reden: EEN_TEKST }, baas).soort, 'LAW');
    }
    v.doe('instemmingJongere', { school: true, medisch: false });
    v.doe('documentBijgewerkt', { sectie: 'leefgebieden', schooltekst: EEN_TEKST });
    assert.equal(
      v.weigert('documentBijgewerkt', { sectie: 'leefgebieden', medischeTekst: EEN_TEKST }).norm,
      'medischMetInstemming',
    );
    // Withdrawn: what was written goes out.
    v.doe('instemmingJongere', { school: false, medisch: false });
    assert.equal(v.gevolgen().at(-1), 'taak instemmingIngetrokken');
    assert.equal(
      v.weigert('documentBijgewerkt', { sectie: 'leefgebieden', schooltekst: EEN_TEKST }).norm,
      'schoolMetInstemming',
    );
  });

  it('afspraken van de gemeente: geweigerd met hun grond, en opzij te zetten door de teamleider', () => {
    const gevallen: [
      V,
      Parameters<V['doe']>[0],
      Record<string, unknown>,
      string,
      ReturnType<typeof persoon>?,
    ][] = [
      [geaccepteerd(), 'overgedragen', { naar: 'werk' }, 'warmGesprekGevoerd'],
      [geaccepteerd(), 'warmGesprek', { gesprekOp: '2026-12-16', vorm: 'gesprek' }, 'gesprekGeweest'],
      [over('werk'), 'toekomsttraject', {}, 'naStartkwalificatie', coach],
      [over('werk'), 'nazorgContact', { contactOp: '2026-12-16' }, 'contactGeweest', coach],
      [aangeboden(), 'geenContact', { pogingen: 2 }, 'genoegPogingen'],
      [opTijd(), 'nietNodig', { redenNietNodig: 'startkwalificatie' }, 'startkwalificatieVastgelegd'],
    ];
    for (const [v, actie, invoer, norm, wie] of gevallen) {
      const nee = v.weigert(actie, invoer, wie);
      assert.deepEqual([nee.code, nee.norm, nee.soort, nee.terzijdeTeStellen], ['eis', norm, 'LOCAL', true]);
      assert.match(nee.grondslag!, /^Afspraak van de gemeente/);
      v.doe('terzijdeStellen', { norm, reden: EEN_TEKST }, baas).doe(actie, invoer, wie);
    }
    assert.equal(gevallen.length, 6);
  });

  it('het aantal pogingen is een instelling', () => {
    const eenmaal = structuredClone(KADER);
    eenmaal.instellingen.waarden['geenContactPogingen'] = 1;
    gesignaleerd({}, '2027-01-11', eenmaal)
      .doe('geenContact', { pogingen: 1 })
      .staat('afgesloten', 'geenContact');
  });

  it('wie wat mag', () => {
    const v = aangeboden();
    assert.equal(v.weigert('geaccepteerd', { coach: EEN_COACH }).code, 'rol');
    assert.equal(v.weigert('teruggegeven', { reden: EEN_TEKST }, school).code, 'rol');
    assert.equal(opTijd().weigert('nietNodig', { redenNietNodig: 'vso' }, school).code, 'rol');
    // What was offered stays as it is until the coach answers.
    assert.equal(v.weigert('documentBijgewerkt', { sectie: 'netwerk' }).code, 'toestand');
  });
});

describe('overdracht: herinneringen en wat verloopt', () => {
  it('concept, aanbieden en gesprek: vooraf, op de dag, daarna, de groep en de teamleider', () => {
    const v = opTijd();
    assert.deepEqual(v.herinneringen('concept'), [
      'vooraf 2027-03-11',
      'opDatum 2027-03-15',
      'verstreken 2027-03-16',
      'groep 2027-03-17',
      'teamleider 2027-03-22',
    ]);
    // Saturday 15 May 2027 is the eve of Whitsun: the first working day after it is Tuesday.
    assert.deepEqual(v.herinneringen('aanbieden'), [
      'vooraf 2027-05-13',
      'verstreken 2027-05-18',
      'groep 2027-05-19',
      'teamleider 2027-05-24',
    ]);
    assert.deepEqual(v.herinneringen('warmGesprek')[1], 'opDatum 2027-06-01');
    v.dag('2027-03-15');
    v.doe('notitie', { tekst: EEN_TEKST });
    assert.equal(v.s.teLaat, false);
    assert.equal(v.dag('2027-03-16').s.teLaat, true);
    assert.equal(v.doe('documentBijgewerkt', { sectie: 'verzuim' }).s.teLaat, false);
  });

  it('een coach die niet antwoordt: na tien werkdagen, tot aan de teamleiders', () => {
    const v = aangeboden();
    assert.deepEqual(v.herinneringen('acceptatie'), [
      // Christmas Day, and New Year's Day: both on a Friday.
      'vooraf 2026-12-28',
      'verstreken 2026-12-31',
      'groep 2027-01-04',
      'teamleider 2027-01-07',
    ]);
    v.dag('2027-01-07');
    assert.equal(v.s.teLaat, true);
    assert.equal(v.herinnerd().at(-1), 'acceptatie.teamleider 2027-01-07 teamleider');
    assert.equal(v.doe('geaccepteerd', { coach: EEN_COACH }, coach).s.teLaat, false);
  });

  it('aanpassen, overdragen en de nazorg', () => {
    const terug = aangeboden().doe('teruggegeven', { reden: EEN_TEKST }, coach);
    assert.equal(terug.dag('2026-12-23').s.teLaat, true);
    const v = warm();
    assert.equal(v.termijn('overdragen'), '2026-12-30');
    assert.equal(v.dag('2026-12-31').s.teLaat, true);
    over('school', v);
    assert.equal(v.s.teLaat, false);
    v.dag('2027-03-31');
    assert.equal(v.termijn('nazorgContact'), '2027-04-14');
    assert.equal(v.dag('2027-04-15').s.teLaat, true);
    assert.equal(contact(v).s.teLaat, false);
    // The last contact does not come: it stays open and late.
    v.dag('2028-01-31').staat('nazorg');
    assert.equal(v.s.teLaat, true);
    assert.ok(v.herinnerd().includes('nazorgAfronden.teamleider 2028-01-21 teamleider'));
  });

  it('wie blijft liggen is op elk van de dagen te laat', () => {
    const verlopen = (v: V): string[] =>
      v.s.termijnen.filter((l) => l.verlopen && l.naam !== 'stil').map((l) => l.naam);
    const v = opTijd();
    assert.deepEqual(verlopen(v.dag('2027-03-16')), ['concept']);
    assert.deepEqual(verlopen(v.dag('2027-05-16')), ['concept', 'aanbieden']);
    assert.deepEqual(verlopen(v.dag('2027-06-02')), ['concept', 'aanbieden', 'warmGesprek']);
  });

  it('dertig dagen niets gebeurd', () => {
    const v = gesignaleerd({}, '2027-06-07');
    assert.equal(v.termijn('stil'), '2027-07-07');
    assert.deepEqual(v.herinneringen('stil'), [
      'verstreken 2027-07-08',
      'groep 2027-07-09',
      'teamleider 2027-07-14',
    ]);
    assert.equal(v.dag('2027-07-08').s.teLaat, true);
    v.doe('notitie', { tekst: EEN_TEKST });
    assert.equal(v.s.teLaat, false);
    assert.equal(v.termijn('stil'), '2027-08-09');
  });
});

describe('overdracht: 18 jaar', () => {
  it('beeindigt niets; wie niet is geaccepteerd valt op bij de teamleider', () => {
    for (const maak of [
      (v: V) => v,
      (v: V) => v.doe('documentBijgewerkt', { sectie: 'verzuim' }),
      (v: V) => geschreven(v).doe('documentGereed'),
      (v: V) => aangeboden(v),
      (v: V) => aangeboden(v).doe('teruggegeven', { reden: EEN_TEKST }, coach),
    ]) {
      const v = maak(opTijd());
      const { toestand } = v.dag('2027-06-14').s;
      assert.ok(!vlag(v, 'tussenWalEnSchip'));
      v.dag('2027-06-15').staat(toestand as never);
      assert.ok(vlag(v, 'tussenWalEnSchip'));
      assert.equal(v.s.afgerond, false);
      const taak = v.effecten.at(-1)!;
      assert.deepEqual(taak.soort === 'taak' && [taak.naam, taak.voor], ['tussenWalEnSchip', 'teamleider']);
    }
    const v = aangeboden().dag('2027-06-15').doe('geaccepteerd', { coach: EEN_COACH }, coach);
    assert.ok(!vlag(v, 'tussenWalEnSchip'));
    const gesproken = aangeboden();
    gesproken.doe('warmGesprek', gesprek(gesproken)).dag('2027-06-15');
    gesproken.doe('geaccepteerd', { coach: EEN_COACH }, coach);
    assert.ok(!vlag(gesproken, 'tussenWalEnSchip'));
  });

  it('wie is geaccepteerd heeft een coach die het hoort', () => {
    const v = geaccepteerd().dag('2027-06-15').staat('geaccepteerd');
    assert.deepEqual(v.s.vlaggen, []);
    assert.equal(v.gevolgen().at(-1), 'taak leerplichtGeeindigd');
  });

  it('de termijn van de wet blijft staan', () => {
    const nee = opTijd().weigert('opschorten', { termijnen: ['achttien'], reden: EEN_TEKST });
    assert.equal(nee.grondslag, 'Leerplichtwet 1969, artikel 4b');
  });
});

describe('overdracht: vier weken zonder onderwijs', () => {
  it('wie is uitgeschreven is voortijdig schoolverlater en krijgt een traject', () => {
    const v = geaccepteerd().dag('2027-05-03');
    v.doe('uitgeschreven', { uitgeschrevenOp: '2027-05-03' }, school);
    assert.equal(v.termijn('vierWekenUitgeschreven'), undefined);
    v.dag('2027-06-15');
    assert.equal(v.termijn('vierWekenNaAchttien'), '2027-07-13');
    assert.ok(!vlag(v.dag('2027-07-12'), 'vsv'));
    assert.ok(vlag(v.dag('2027-07-13'), 'vsv'));
    assert.deepEqual(opentTraject(v), { aangemeldOp: '2027-07-13', bron: 'overdracht' });
    const taak = v.effecten.at(-2)!;
    assert.ok(taak.soort === 'taak' && taak.naam === 'vsvBenaderen' && taak.voor === 'doorstroomcoach');
    v.doe('ingeschreven', { ingeschrevenOp: '2027-07-13' });
    assert.deepEqual(v.s.vlaggen, ['inOnderwijs']);
  });

  it('van wie niets bekend is gaat de coach dat na', () => {
    const v = geaccepteerd().dag('2027-07-13');
    assert.deepEqual(v.s.vlaggen, []);
    assert.equal(v.gevolgen().at(-1), 'taak inschrijvingNagaan');
    // Gone since May: those four weeks have passed.
    v.dag('2027-07-19').doe('uitgeschreven', { uitgeschrevenOp: '2027-05-03' }, coach).dag('2027-07-20');
    assert.ok(vlag(v, 'vsv'));
    assert.equal(v.gevolgen().at(-1), 'start traject');
  });

  it('wie na zijn 18e van school gaat, vier weken daarna', () => {
    const v = over('school').dag('2027-07-13');
    assert.ok(!vlag(v, 'vsv'));
    v.dag('2027-09-06').doe('uitgeschreven', { uitgeschrevenOp: '2027-09-01' }, systeem);
    assert.equal(v.termijn('vierWekenUitgeschreven'), '2027-09-29');
    assert.ok(vlag(v.dag('2027-09-29'), 'vsv'));
    const terug = over('school').dag('2027-09-06').doe('uitgeschreven', { uitgeschrevenOp: '2027-09-01' });
    terug.doe('ingeschreven', { ingeschrevenOp: '2027-09-06' }).dag('2027-10-15');
    assert.ok(!vlag(terug, 'vsv'));
  });

  it('twee keer vier weken is een keer voortijdig schoolverlater', () => {
    const v = geaccepteerd().dag('2027-06-16').doe('uitgeschreven', { uitgeschrevenOp: '2027-06-14' });
    assert.equal(v.termijn('vierWekenUitgeschreven'), '2027-07-12');
    v.dag('2027-07-20');
    assert.equal(v.gevolgen().filter((g) => g === 'start traject').length, 1);
  });

  it('met een startkwalificatie niet', () => {
    const v = over('werk').doe('startkwalificatieBehaald', {}, systeem);
    v.doe('uitgeschreven', { uitgeschrevenOp: '2026-12-15' }).dag('2027-07-13');
    assert.ok(!vlag(v, 'vsv'));
    // The pilot of the ROC is for them.
    assert.ok(vlag(v.doe('toekomsttraject', {}, coach), 'toekomsttraject'));
  });
});

describe('overdracht: uitkomsten', () => {
  it('naar school, werk, beide, zorg of een traject', () => {
    for (const [naar, uitkomst] of [
      ['school', 'overgedragenSchool'],
      ['werk', 'overgedragenWerk'],
      ['combi', 'overgedragenCombi'],
      ['zorg', 'overgedragenZorg'],
      ['traject', 'overgedragenTraject'],
    ] as const)
      naEenJaar(over(naar)).staat('afgesloten', uitkomst);
  });

  it('het traject opent bij de overdracht, en alleen dan', () => {
    assert.deepEqual(opentTraject(over('traject')), { aangemeldOp: '2026-12-15', bron: 'overdracht' });
    assert.ok(!over('zorg').gevolgen().includes('start traject'));
  });

  it('een startkwalificatie stelt voor te stoppen; de ambtenaar beslist', () => {
    const v = opTijd().doe('startkwalificatieBehaald', {}, systeem);
    assert.deepEqual(v.s.voorstellen, [{ actie: 'nietNodig', sinds: '2026-12-15' }]);
    v.doe('nietNodig', { redenNietNodig: 'startkwalificatie' }).staat('nietNodig', 'nietNodig');
  });

  it('praktijkonderwijs en vso zijn niet kwalificatieplichtig', () => {
    for (const redenNietNodig of ['praktijkonderwijs', 'vso'])
      gesignaleerd().doe('nietNodig', { redenNietNodig }).staat('nietNodig', 'nietNodig');
  });

  it('geen contact, voor en na de overdracht', () => {
    for (const v of [opTijd(), aangeboden(), warm(), over('zorg')])
      v.doe('geenContact', { pogingen: 3, toelichting: EEN_TEKST }, coach).staat('afgesloten', 'geenContact');
  });

  it('eerder contact mag ook', () => {
    const v = contact(over('school')).staat('nazorg');
    assert.equal(v.termijn('nazorgContact'), undefined);
    assert.equal(v.termijn('nazorgDrieMaanden'), '2027-03-15');
    assert.equal(v.dag('2027-03-15').gevolgen().at(-1), 'taak nazorgContact');
    assert.equal(v.termijn('nazorgContact'), '2027-03-31');
  });

  it('verhuisd en geannuleerd zijn van de kern', () => {
    for (const [v, uitkomst] of [
      [opTijd().doe('verhuisd', { naarGemeente: '0147' }), 'verhuisd'],
      [opTijd().doe('annuleren', { reden: EEN_TEKST }, baas), 'geannuleerd'],
    ] as const)
      assert.deepEqual([v.s.afgerond, v.s.uitkomst], [true, uitkomst]);
  });
});

describe('overdracht: zijwegen', () => {
  it('een volgend signaal wordt een taak, behalve de verjaardag zelf', () => {
    const v = gesignaleerd().doe('signaal', { bron: 'tafel' }, systeem).staat('gesignaleerd');
    assert.equal(v.gevolgen().at(-1), 'taak signaalBekijken');
    const aantal = v.effecten.length;
    v.doe('signaal', { bron: 'leeftijd' }, systeem);
    assert.equal(v.effecten.length, aantal);
    assert.equal(
      over('werk').doe('signaal', { bron: 'leerplicht' }).gevolgen().at(-1),
      'taak signaalBekijken',
    );
  });

  it('een jongere in een kwetsbare positie', () => {
    assert.deepEqual(gesignaleerd().doe('kwetsbarePositie', {}, school).s.vlaggen, ['jikp']);
  });

  it('een uitval van twee maanden geeft hetzelfde als dag voor dag', () => {
    const v = aangeboden().dag('2027-05-20');
    const begin = v.s;
    const gezien = v.gebeurtenissen.length;
    v.dag('2027-07-20');
    const ineens = tick(v1, begin, v.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
  });
});
