import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kader } from '#process';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';

const systeem = persoon('systeem');
const school = persoon('school');
const MELDING = {
  bron: 'duo',
  soort: 'zestienUur',
  ontvangenOp: '2026-11-02',
  meldingNummer: '4711',
  twaalfOp: '2023-06-15',
  achttienOp: '2029-06-15',
};
/** A report that came on Monday 2 November 2026. */
const gemeld = (anders: Record<string, string | number> = {}, op = '2026-11-02', kader: Kader = KADER) =>
  verhaal(v1, { op, gegevens: { ...MELDING, ...anders }, wie: systeem, kader });
type V = ReturnType<typeof gemeld>;
const inOnderzoek = (v: V = gemeld()): V =>
  v.doe('inBehandeling').doe('contactGelegd', { contactOp: v.vandaag, contactMet: 'school' });
const routekeuze = (v: V = inOnderzoek()): V =>
  v.doe('gesprekGevoerd', { gesprekGevoerdOp: v.vandaag }).doe('onderzoekAfgerond');
const routeLoopt = (v: V = routekeuze()): V => v.doe('routeHulp', { aanbieder: 'jeugdEnGezin' });
const heeft = (v: V, vlag: string): boolean => v.s.vlaggen.includes(vlag);
const voorstellen = (v: V): string[] => v.s.voorstellen.map((x) => x.actie);
const herinnerd = (v: V, termijn: string): string[] =>
  v
    .herinnerd()
    .filter((h) => h.startsWith(`${termijn}.`))
    .map((h) => h.slice(termijn.length + 1));
const vervolg = (anders: Record<string, string>) => ({
  soort: 'zestienUur',
  ontvangenOp: '2026-11-09',
  ...anders,
});

describe('mas: de school meldt op tijd', () => {
  it('vijf werkdagen na 16 uur, over Pasen', () => {
    const op = (ontvangenOp: string) => gemeld({ zestienUurOp: '2027-03-24', ontvangenOp }, ontvangenOp);
    assert.equal(heeft(op('2027-04-02'), 'schoolMeldtTeLaat'), false);
    const laat = op('2027-04-05');
    assert.equal(heeft(laat, 'schoolMeldtTeLaat'), true);
    // It is the school that is late, not the officer.
    assert.equal(laat.s.teLaat, false);
    assert.equal(heeft(gemeld(), 'schoolMeldtTeLaat'), false);
  });

  it('ook bij een vervolgmelding', () => {
    const v = gemeld()
      .dag('2026-11-09')
      .doe('vervolgmelding', vervolg({ zestienUurOp: '2026-11-02' }), systeem);
    assert.equal(heeft(v, 'schoolMeldtTeLaat'), false);
    v.dag('2026-11-10').doe(
      'vervolgmelding',
      vervolg({ ontvangenOp: '2026-11-10', zestienUurOp: '2026-11-02' }),
      systeem,
    );
    assert.equal(heeft(v, 'schoolMeldtTeLaat'), true);
  });
});

describe('mas: tot de routekeuze', () => {
  it('niemand neemt de melding in behandeling', () => {
    const v = gemeld().dag('2026-11-04');
    assert.equal(v.s.teLaat, false);
    assert.equal(v.dag('2026-11-30').s.teLaat, true);
    assert.deepEqual(herinnerd(v, 'inBehandeling'), [
      'verstreken 2026-11-05 groep',
      'groep 2026-11-06 groep',
      'teamleider 2026-11-11 teamleider',
    ]);
    assert.deepEqual(herinnerd(v, 'eersteContact'), [
      'vooraf 2026-11-05 groep',
      'verstreken 2026-11-10 groep',
      'groep 2026-11-11 groep',
      'teamleider 2026-11-16 teamleider',
    ]);
    assert.deepEqual(herinnerd(v, 'gesprek'), [
      'vooraf 2026-11-12 groep',
      'verstreken 2026-11-17 groep',
      'groep 2026-11-18 groep',
      'teamleider 2026-11-23 teamleider',
    ]);
    assert.deepEqual(v.dag('2026-12-07') && herinnerd(v, 'routekeuze'), [
      'halverwege 2026-11-16 groep',
      'vooraf 2026-11-26 groep',
      'verstreken 2026-12-01 groep',
      'groep 2026-12-02 groep',
      'teamleider 2026-12-07 teamleider',
    ]);
    inOnderzoek(v);
    assert.equal(v.s.teLaat, true);
    routeLoopt(routekeuze(v.doe('gesprekGevoerd', { gesprekGevoerdOp: v.vandaag })));
    assert.equal(v.s.teLaat, false);
  });

  it('tien schooldagen over de kerstvakantie; zonder schoolkalender zijn het werkdagen', () => {
    assert.equal(gemeld({ ontvangenOp: '2026-12-11' }, '2026-12-11').termijn('gesprek'), '2027-01-08');
    const geenSchool = structuredClone(KADER);
    delete geenSchool.kalender.school;
    assert.equal(
      gemeld({ ontvangenOp: '2026-12-11' }, '2026-12-11', geenSchool).termijn('gesprek'),
      '2026-12-28',
    );
  });

  it('de gemeente stelt de termijnen zelf in', () => {
    const kader = structuredClone(KADER);
    kader.instellingen.waarden['masInBehandeling'] = { werkdagen: 1 };
    kader.instellingen.waarden['masRoutekeuze'] = { weken: 6 };
    const v = gemeld({}, '2026-11-02', kader);
    assert.deepEqual([v.termijn('inBehandeling'), v.termijn('routekeuze')], ['2026-11-03', '2026-12-14']);
  });
});

describe('mas: tijdens de route', () => {
  it('na acht weken volgt vanzelf de evaluatie, en die blijft niet liggen', () => {
    const v = routeLoopt().dag('2026-12-27').staat('routeLoopt').dag('2026-12-28').staat('evaluatie');
    assert.equal(v.gevolgen().at(-1), 'taak routeEvalueren');
    assert.equal(heeft(v, 'hulpLoopt'), true);
    assert.equal(v.termijn('evaluatieAfronden'), '2027-01-12');
    v.dag('2027-01-20');
    assert.deepEqual(herinnerd(v, 'evaluatieAfronden'), [
      'vooraf 2027-01-08 groep',
      'verstreken 2027-01-13 groep',
      'groep 2027-01-14 groep',
      'teamleider 2027-01-19 teamleider',
    ]);
  });

  it('een tweede route stelt de evaluatie van de eerste niet uit', () => {
    const v = routeLoopt().dag('2026-11-20').doe('routeCiviel', { motivering: EEN_TEKST });
    assert.equal(v.termijn('evaluatie'), '2026-12-28');
  });

  it('een nieuwe keuze blijft niet liggen', () => {
    const v = routeLoopt().doe('hulpAfgerond', { hulpResultaat: 'geweigerd' }, systeem).dag('2026-11-24');
    assert.equal(v.staat('routekeuze').s.teLaat, true);
    assert.deepEqual(herinnerd(v, 'opnieuwKiezen'), [
      'vooraf 2026-11-12 groep',
      'verstreken 2026-11-17 groep',
      'groep 2026-11-18 groep',
      'teamleider 2026-11-23 teamleider',
    ]);
  });

  it('na een negatieve Halt een besluit binnen tien werkdagen, ook als het verzuim stopt', () => {
    const v = routekeuze(inOnderzoek(gemeld({ uren: 20 }))).doe(
      'routeHalt',
      { overlegOvJ: false },
      persoon('leerplichtambtenaar', ['boa']),
    );
    v.doe('haltAfgerond', { haltResultaat: 'negatief' }, systeem).doe('verzuimGestopt', {
      gestoptOp: '2026-11-02',
    });
    assert.equal(v.staat('evaluatie').termijn('pvBesluit'), '2026-11-16');
    v.dag('2026-11-23');
    assert.deepEqual(herinnerd(v, 'pvBesluit'), [
      'vooraf 2026-11-12 groep',
      'verstreken 2026-11-17 groep',
      'groep 2026-11-18 groep',
      'teamleider 2026-11-23 teamleider',
    ]);
    assert.equal(v.doe('routeHulp', { aanbieder: 'anders' }).termijn('pvBesluit'), undefined);
  });

  it('het plan van aanpak wordt elke acht weken herzien', () => {
    const v = routeLoopt().doe('planVanAanpak', { planOp: '2026-11-02' });
    assert.equal(v.termijn('planHerzien'), '2026-12-28');
    v.dag('2026-12-29');
    assert.equal(v.s.teLaat, true);
    assert.deepEqual(herinnerd(v, 'planHerzien'), [
      'halverwege 2026-11-30 groep',
      'vooraf 2026-12-23 groep',
      'verstreken 2026-12-29 groep',
    ]);
    v.doe('planVanAanpak', { planOp: '2026-12-29' });
    assert.equal(v.termijn('planHerzien'), '2027-02-23');
    assert.equal(v.s.teLaat, false);
  });

  it('gesprek, overleg en afspraken: de dag ervoor en de dag zelf, daarna te laat', () => {
    const v = inOnderzoek()
      .doe('gesprekGepland', { gesprekOp: '2026-11-16' })
      .doe('mdoGepland', { mdoOp: '2026-11-18' });
    v.doe('afsprakenVastgelegd', { afspraken: EEN_TEKST, afsprakenTot: '2026-12-04' });
    assert.deepEqual(v.herinneringen('gesprekVastleggen'), [
      'opDatum 2026-11-13',
      'opDatum 2026-11-16',
      'groep 2026-11-18',
      'teamleider 2026-11-23',
    ]);
    assert.deepEqual(v.herinneringen('mdoVastleggen').slice(0, 2), [
      'opDatum 2026-11-17',
      'opDatum 2026-11-18',
    ]);
    assert.deepEqual(v.herinneringen('afsprakenNagaan').slice(0, 2), [
      'opDatum 2026-12-03',
      'opDatum 2026-12-04',
    ]);
    v.dag('2026-11-16').doe('gesprekGevoerd', { gesprekGevoerdOp: '2026-11-16' });
    assert.equal(v.dag('2026-11-18').s.teLaat, false);
    assert.equal(v.dag('2026-11-19').s.teLaat, true);
    v.doe('mdoGehouden', { mdoGehoudenOp: '2026-11-18' });
    assert.equal(v.s.teLaat, false);
    v.dag('2026-12-04').doe('verzuimVoortgezet');
    // Agreements without a date do not bring the old date back.
    v.dag('2026-12-07').doe('afsprakenVastgelegd', { afspraken: EEN_TEKST });
    assert.equal(v.termijn('afsprakenNagaan'), undefined);
  });

  it('het SAT komt terug', () => {
    const v = inOnderzoek().doe(
      'besprokenInSat',
      { satOp: '2026-11-02', volgendeSatOp: '2026-11-16' },
      school,
    );
    assert.deepEqual(v.herinneringen('volgendeSat'), ['opDatum 2026-11-13']);
    assert.equal(v.dag('2026-11-16').gevolgen().at(-1), 'taak satTerugkoppeling');
    v.doe('besprokenInSat', { satOp: '2026-11-16' }, school);
    assert.equal(v.termijn('volgendeSat'), undefined);
  });
});

describe('mas: de weken thuis', () => {
  const thuis = { soort: 'langdurig', verzuimVanaf: '2026-11-02' };

  it('na vier lesweken een thuiszitter, met voorstel voor de tafel; na drie maanden de teamleider', () => {
    const v = inOnderzoek(gemeld(thuis));
    assert.equal(v.termijn('thuiszitter'), '2026-11-30');
    assert.equal(v.termijn('drieMaandenThuis'), '2027-02-02');
    v.dag('2026-11-30').staat('inOnderzoek');
    assert.equal(heeft(v, 'thuiszitter'), true);
    assert.deepEqual(v.s.voorstellen, [{ actie: 'naarTafel', sinds: '2026-11-30', termijn: 'thuiszitter' }]);
    v.dag('2027-02-01');
    assert.equal(heeft(v, 'drieMaandenThuis'), false);
    v.dag('2027-02-02');
    assert.equal(heeft(v, 'drieMaandenThuis'), true);
    const taak = v.effecten.find((e) => e.soort === 'taak' && e.naam === 'doorzettingsmachtInzetten');
    assert.equal(taak?.soort === 'taak' && taak.voor, 'teamleider');
    v.doe('naarTafel', { verzuim: 'ongeoorloofd', toestemming: true });
    // The tafel hears since when he is at home.
    assert.equal(
      (v.effecten.at(-1) as { gegevens?: Record<string, unknown> }).gegevens?.['thuisSinds'],
      '2026-11-02',
    );
    v.doe('aanbodGedaan', { aanbodOp: '2027-02-02', aanbod: 'zorg' }, school);
    assert.equal(heeft(v, 'drieMaandenThuis'), false);
    v.doe('verzuimGestopt', { gestoptOp: '2027-02-02' }, school);
    assert.equal(heeft(v, 'thuiszitter'), false);
  });

  it('een vakantie telt niet mee, en een aanbod haalt de drie maanden', () => {
    const v = gemeld({ ...thuis, verzuimVanaf: '2027-02-01' }, '2027-02-15');
    assert.equal(v.termijn('thuiszitter'), '2027-03-08');
    assert.equal(v.termijn('drieMaandenThuis'), '2027-05-03');
    const w = inOnderzoek(v).doe('aanbodGedaan', { aanbodOp: '2027-02-15', aanbod: 'onderwijs' }, school);
    assert.equal(w.termijn('drieMaandenThuis'), undefined);
  });

  it('wie al langer thuis was is bij de melding al thuiszitter; het voorstel wacht op wie het opneemt', () => {
    const v = gemeld({ ...thuis, verzuimVanaf: '2026-09-01' });
    assert.equal(heeft(v, 'thuiszitter'), true);
    assert.deepEqual(voorstellen(v), []);
    v.doe('inBehandeling');
    assert.equal(voorstellen(v)[0], 'naarTafel');
    v.doe('contactGelegd', { contactOp: '2026-11-02', contactMet: 'ouders' });
    assert.equal(voorstellen(v)[0], 'naarTafel');
    v.doe('gesprekGevoerd', { gesprekGevoerdOp: '2026-11-02' }).doe('onderzoekAfgerond');
    assert.equal(voorstellen(v)[0], 'naarTafel');
    v.doe('naarTafel', { verzuim: 'ongeoorloofd', toestemming: true }).staat('routeLoopt');
  });

  it('losse uren zijn geen thuiszitten: dan vraagt het proces het na', () => {
    const v = inOnderzoek(gemeld({ verzuimVanaf: '2026-10-19', verzuimTot: '2026-10-30' })).dag('2026-11-16');
    assert.equal(heeft(v, 'thuiszitter'), false);
    assert.equal(v.gevolgen().at(-1), 'taak thuiszitterNagaan');
    v.dag('2027-01-19');
    assert.equal(heeft(v, 'drieMaandenThuis'), false);
    // The school says that he has not come at all since then.
    v.doe('verzuimVoortgezet', { verzuimVanaf: '2026-12-07' }, school);
    assert.equal(v.termijn('thuiszitter'), '2027-01-18');
    v.dag('2027-01-20');
    assert.equal(heeft(v, 'thuiszitter'), true);
    assert.equal(v.termijn('drieMaandenThuis'), '2027-03-08');
  });

  it('meldingen per week die op elkaar aansluiten zijn een verzuim, ook over een weekend en een vakantie', () => {
    const v = inOnderzoek(gemeld({ verzuimVanaf: '2026-11-02', verzuimTot: '2026-11-06' }, '2026-11-09'));
    v.doe('vervolgmelding', vervolg({ verzuimVanaf: '2026-11-09', verzuimTot: '2026-11-13' }), systeem);
    assert.equal(heeft(v, 'doorlopendVerzuim'), true);
    assert.equal(v.termijn('thuiszitter'), '2026-11-30');
    assert.equal(v.termijn('drieMaandenThuis'), '2027-02-02');
    v.dag('2026-11-30');
    assert.equal(heeft(v, 'thuiszitter'), true);
    // The first day is that of an earlier report: rather no date than a wrong one.
    v.doe('naarTafel', { verzuim: 'ongeoorloofd', toestemming: true });
    assert.equal(
      (v.effecten.at(-1) as { gegevens?: Record<string, unknown> }).gegevens?.['thuisSinds'],
      undefined,
    );

    const kerst = gemeld(
      { verzuimVanaf: '2026-12-07', verzuimTot: '2026-12-18', ontvangenOp: '2026-12-18' },
      '2027-01-05',
    );
    kerst.doe('vervolgmelding', vervolg({ verzuimVanaf: '2027-01-04', ontvangenOp: '2027-01-05' }), systeem);
    assert.equal(heeft(kerst, 'doorlopendVerzuim'), true);
  });

  it('een melding na schooldagen begint opnieuw te tellen, een zonder datum verandert niets', () => {
    const v = inOnderzoek(gemeld({ verzuimVanaf: '2026-11-02', verzuimTot: '2026-11-04' }, '2026-11-10'));
    v.doe('vervolgmelding', vervolg({}), systeem);
    assert.equal(v.termijn('thuiszitter'), '2026-11-30');
    v.doe('vervolgmelding', vervolg({ verzuimVanaf: '2026-11-09', verzuimTot: '2026-11-10' }), systeem);
    assert.equal(heeft(v, 'doorlopendVerzuim'), false);
    assert.equal(v.termijn('thuiszitter'), '2026-12-07');
  });

  it('na herstel telt niets, tot het verzuim weer begint', () => {
    const v = inOnderzoek(gemeld(thuis)).doe('verzuimGestopt', { gestoptOp: '2026-11-02' }, school);
    assert.deepEqual([v.termijn('thuiszitter'), v.termijn('drieMaandenThuis')], [undefined, undefined]);
    v.doe('vervolgmelding', vervolg({}), systeem);
    v.doe('verzuimVoortgezet', { uren: 4 }, school);
    assert.deepEqual([v.termijn('thuiszitter'), v.termijn('drieMaandenThuis')], [undefined, undefined]);
    v.dag('2026-11-16').doe('vervolgmelding', vervolg({ verzuimVanaf: '2026-11-16' }), systeem);
    assert.equal(v.termijn('thuiszitter'), '2026-12-14');
  });

  it('een verbeterde datum verplaatst beide', () => {
    const v = gemeld(thuis).doe('corrigeren', { velden: { verzuimVanaf: '2026-10-26' }, reden: EEN_TEKST });
    assert.deepEqual([v.termijn('thuiszitter'), v.termijn('drieMaandenThuis')], ['2026-11-23', '2027-01-26']);
  });
});

describe('mas: stil', () => {
  it('dertig dagen zonder dat iemand iets deed, en daarna de teamleider', () => {
    const v = inOnderzoek().dag('2026-12-01');
    assert.equal(heeft(v, 'stil'), false);
    v.dag('2026-12-02');
    assert.equal(heeft(v, 'stil'), true);
    assert.deepEqual(v.gevolgen(), ['taak stilNagaan']);
    v.dag('2027-01-01').dag('2027-01-04');
    assert.deepEqual(v.gevolgen(), ['taak stilNagaan', 'taak stilEscaleren']);
    v.doe('signaleringsinstrument', { signaalAdvies: 'hulp' });
    assert.equal(heeft(v, 'stil'), false);
    assert.equal(v.termijn('stil'), '2027-02-03');
  });

  it('ook een bericht en een notitie beginnen de dertig dagen opnieuw', () => {
    const v = gemeld().dag('2026-11-10').doe('vervolgmelding', vervolg({}), systeem);
    assert.equal(v.termijn('stil'), '2026-12-10');
    v.dag('2026-11-11').doe('notitie', { tekst: EEN_TEKST });
    assert.equal(v.termijn('stil'), '2026-12-11');
  });
});

describe('mas: naar 18', () => {
  it('een half jaar ervoor begint de overdracht, met herinneringen tot de dag zelf', () => {
    const v = gemeld({ achttienOp: '2027-06-15' });
    assert.equal(v.termijn('overdracht'), '2026-12-15');
    assert.deepEqual(v.herinneringen('achttien'), [
      'opDatum 2026-12-15',
      'opDatum 2027-03-15',
      // 15 May is a Saturday before Whitsun.
      'opDatum 2027-05-18',
    ]);
    v.dag('2026-12-14');
    assert.ok(!v.gevolgen().includes('start overdracht'));
    v.dag('2026-12-15');
    assert.ok(v.gevolgen().includes('start overdracht'));
    v.dag('2027-06-14');
    assert.equal(v.s.afgerond, false);
    v.dag('2027-06-15').staat('afgesloten', 'achttien');
    assert.ok(!v.gevolgen().includes('taak voorstelDoorstroomcoach'));
  });

  it('wie later wordt gemeld begint er meteen mee', () => {
    const v = gemeld({ achttienOp: '2027-02-01' });
    assert.deepEqual(v.gevolgen(), ['start overdracht']);
    assert.equal(v.termijn('overdracht'), undefined);
    const op = v.effecten.at(-1)!;
    assert.deepEqual(op.soort === 'start' && op.gegevens, { gesignaleerdOp: '2026-11-02', bron: 'leeftijd' });
    const kader = structuredClone(KADER);
    kader.instellingen.waarden['overdrachtStart'] = { maanden: 3 };
    const later = gemeld({ achttienOp: '2027-02-03' }, '2026-11-02', kader);
    assert.equal(later.termijn('overdracht'), '2026-11-03');
  });

  it('hulp die loopt gaat naar de doorstroomcoach', () => {
    const v = routeLoopt(routekeuze(inOnderzoek(gemeld({ achttienOp: '2026-11-14' }))));
    v.dag('2026-11-13').staat('routeLoopt').dag('2026-11-14').staat('afgesloten', 'achttien');
    const e = v.effecten.at(-1)!;
    assert.ok(e.soort === 'taak' && e.naam === 'voorstelDoorstroomcoach' && e.voor === 'doorstroomcoach');
  });

  it('een verbeterde geboortedatum verplaatst de verjaardag en de overdracht', () => {
    const v = gemeld({ achttienOp: '2027-06-15' });
    v.doe('corrigeren', { velden: { achttienOp: '2027-07-15' }, reden: EEN_TEKST });
    assert.deepEqual([v.termijn('overdracht'), v.termijn('achttien')], ['2027-01-15', '2027-07-15']);
  });
});
