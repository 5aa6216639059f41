import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AFGELEIDE_VELDEN, problems, type Effect, type Kader } from '#process';
import { EEN_ARTS, EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 as mas } from '../mas/definitie.v1.js';
import { v1 as overdracht } from '../overdracht/definitie.v1.js';
import { v1 as thuiszitterstafel } from '../thuiszitterstafel/definitie.v1.js';
import { v1 } from './definitie.v1.js';
import { v2 } from './definitie.v2.js';
import { nl } from './teksten.nl.js';

const arts = persoon('arts');
const start = { kennisgevingOp: '2026-11-02', achttienOp: '2032-06-15' };
/** A kennisgeving of Monday 2 November 2026. */
const kennisgeving = (grond: string, anders: Record<string, string> = {}, op = '2026-11-02', kader?: Kader) =>
  verhaal(v2, { op, gegevens: { ...start, kennisgevingOp: op, grond, ...anders }, kader: kader ?? KADER });
type V = ReturnType<typeof kennisgeving>;

const totEindeSchooljaar = { geldigVanaf: '2026-11-02', geldigTot: '2027-07-31' };
const bedenkingen = { bedenkingen: true, eerderGeplaatst: false };
const inDuitsland = { schoolverklaringOp: '2026-10-26', ingeschreven: true, bezoektGeregeld: true };
const richting = (v: V = kennisgeving('art5onderB')): V => v.doe('volledigVerklaard');
const buitenland = (v: V = kennisgeving('art5onderC')): V => v.doe('volledigVerklaard');
const medisch = (v: V = kennisgeving('art5onderA'), oordeel = 'ongeschikt'): V =>
  v
    .doe('volledigVerklaard')
    .doe('artsAanwijzen', { artsId: EEN_ARTS })
    .doe('onderwijskundigAdviesOntvangen', { adviesOp: v.vandaag, advies: EEN_TEKST })
    .doe('verklaringOntvangen', { oordeel, getekendOp: v.vandaag, verklaring: EEN_TEKST }, arts);

type Koppeling = Extract<Effect, { soort: 'start' | 'meld' }>;
/** What goes to the other processes, as it arrives there: each one reads it with its own schema. */
const gemeld = (v: V): unknown[] =>
  v.effecten
    .filter((e): e is Koppeling => e.soort === 'start' || e.soort === 'meld')
    .map((e) => {
      const d = [mas, thuiszitterstafel, overdracht].find((x) => x.key === e.procestype)!;
      const gegevens = JSON.parse(JSON.stringify(e.gegevens)) as Record<string, unknown>;
      const afgeleid = AFGELEIDE_VELDEN.filter((x) => x in d.start.shape).map((x) => [x, '2032-06-15']);
      if (e.soort === 'start') d.start.parse({ ...gegevens, ...Object.fromEntries(afgeleid) });
      else {
        assert.ok(d.acties[e.bericht]!.door.includes('systeem'));
        d.acties[e.bericht]!.invoer.parse(gegevens);
        assert.equal(e.moet, undefined, 'er hoeft niemand open te staan');
      }
      return [`${e.soort} ${e.procestype}`, gegevens];
    });
const absoluut = (op: string) => ['start mas', { bron: 'vrijstelling', soort: 'absoluut', ontvangenOp: op }];

describe('vrijstelling 2: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v2, nl), []));
  it('noemt geen proces meer dat niet gebouwd is', () => {
    assert.doesNotMatch(JSON.stringify(v2), /nogNietGebouwd/);
  });
  it('kent iedere toestand, actie en termijn van versie 1 nog', () => {
    for (const deel of ['toestanden', 'acties'] as const)
      assert.deepEqual(
        Object.keys(v1[deel]).filter((naam) => !(naam in v2[deel])),
        [],
      );
    const namen = v2.termijnen.map((t) => t.naam);
    assert.deepEqual(
      v1.termijnen.filter((t) => !namen.includes(t.naam)),
      [],
    );
  });
  it('heeft per jongere een proces per grond', () => {
    assert.equal(kennisgeving('art5onderC').s.onderwerp, 'art5onderC');
  });
});

describe('vrijstelling 2: artikel 5 onder b, bedenkingen tegen de richting', () => {
  it('van kennisgeving tot verlengd, zonder arts', () => {
    const v = kennisgeving('art5onderB');
    assert.deepEqual(v.gevolgen(), ['brief ontvangstbevestiging']);
    assert.equal(v.termijn('volledigheidstoets'), '2026-11-09');
    v.dag('2026-11-04').doe('volledigVerklaard').staat('toetsRichting');
    assert.equal(v.termijn('toets'), '2026-11-11');
    v.doe('bedenkingenGetoetst', bedenkingen).doe('bevestigen', totEindeSchooljaar).staat('bevestigd');
    assert.equal(v.termijn('duoRegistratie'), '2026-11-11');
    v.doe('duoGeregistreerd', { geregistreerdOp: '2026-11-04' }).staat('geldig');
    assert.equal(v.termijn('verlenging'), '2027-06-30');
    assert.deepEqual(v.herinneringen('verlenging'), [
      'opDatum 2027-04-01',
      'opDatum 2027-05-03',
      'opDatum 2027-06-01',
      'opDatum 2027-06-24',
    ]);
    assert.equal(v.termijn('eindeGeldigheid'), '2027-07-31');

    v.dag('2027-05-10').doe('verlengingOntvangen', { kennisgevingOp: '2027-05-10' }).staat('verlengingOpen');
    v.doe('volledigVerklaard').staat('toetsRichting');
    // Last year's statement does not count for this year.
    const volgend = { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' };
    assert.equal(v.weigert('bevestigen', volgend).norm, 'bedenkingenVerklaard');
    v.doe('bedenkingenGetoetst', bedenkingen).doe('bevestigen', volgend).staat('bevestigd');
    assert.ok(!v.s.vlaggen.includes('verlenging'));
  });

  it('wie in het jaar ervoor op zo een school zat, heeft geen geldige verklaring', () => {
    const geplaatst = (geplaatstTotEnMet: string) =>
      richting().doe('bedenkingenGetoetst', { ...bedenkingen, eerderGeplaatst: true, geplaatstTotEnMet });
    for (const dag of ['2025-11-02', '2026-07-17', '2026-11-02']) {
      const nee = geplaatst(dag).weigert('bevestigen', totEindeSchooljaar);
      assert.deepEqual(
        [nee.norm, nee.grondslag, nee.terzijdeTeStellen],
        ['nietGeplaatstGeweest', 'Leerplichtwet 1969, artikel 8 lid 2', false],
      );
      assert.match(nee.melding, /sinds 2 november 2025/);
    }
    geplaatst('2025-11-01').doe('bevestigen', totEindeSchooljaar).staat('bevestigd');
    const baas = persoon('teamleider');
    const opzij = { norm: 'nietGeplaatstGeweest', reden: EEN_TEKST };
    assert.equal(richting().weigert('terzijdeStellen', opzij, baas).soort, 'LAW');
    // Who was at such a school must say until when.
    const wanneer = richting().weigert('bedenkingenGetoetst', { ...bedenkingen, eerderGeplaatst: true });
    assert.equal(wanneer.norm, 'plaatsingBekend');
  });

  it('zonder de verklaring zelf geen vrijstelling', () => {
    assert.equal(richting().weigert('bevestigen', totEindeSchooljaar).norm, 'bedenkingenVerklaard');
    const v = richting().doe('bedenkingenGetoetst', { ...bedenkingen, bedenkingen: false });
    const nee = v.weigert('bevestigen', totEindeSchooljaar);
    assert.deepEqual(
      [nee.norm, nee.grondslag],
      ['bedenkingenVerklaard', 'Leerplichtwet 1969, artikel 8 lid 1'],
    );
    v.doe('nietVoldaan', { reden: 'richtingBezocht', vervolg: 'absoluutVerzuim' });
    assert.deepEqual(gemeld(v.staat('nietVoldaan', 'nietVoldaan')), [absoluut('2026-11-02')]);
  });

  it('ook hier hoogstens een jaar, en altijd een einddatum', () => {
    const v = richting().doe('bedenkingenGetoetst', bedenkingen);
    assert.equal(v.weigert('bevestigen', { geldigVanaf: '2026-11-02' }).norm, 'jaarlijksOpnieuw');
    const lang = { geldigVanaf: '2026-11-02', geldigTot: '2027-11-02' };
    assert.equal(v.weigert('bevestigen', lang).norm, 'hoogstensEenJaar');
    v.doe('terzijdeStellen', { norm: 'hoogstensEenJaar', reden: EEN_TEKST }, persoon('teamleider'));
    v.doe('bevestigen', lang).staat('bevestigd');
  });
});

describe('vrijstelling 2: artikel 5 onder c, school in het buitenland', () => {
  it('met de verklaring van het hoofd van die school', () => {
    const v = kennisgeving('art5onderC');
    v.doe('aanvullingGevraagd', { ontbreekt: ['verklaring'] }).staat('aanvullingGevraagd');
    assert.equal(v.termijn('aanvulling'), '2026-11-16');
    v.dag('2026-11-10').doe('aanvullingOntvangen', { aangevuldOp: '2026-11-10' });
    v.doe('volledigVerklaard').staat('toetsBuitenland');
    assert.equal(v.termijn('toets'), '2026-11-17');
    const nee = v.weigert('bevestigen', totEindeSchooljaar);
    assert.deepEqual(
      [nee.norm, nee.grondslag],
      ['schoolverklaringAanwezig', 'Leerplichtwet 1969, artikel 9'],
    );
    v.doe('schoolverklaringOntvangen', inDuitsland);
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'school');
    v.doe('bevestigen', totEindeSchooljaar).staat('bevestigd');
    assert.ok(v.s.vlaggen.includes('lopendSchooljaar'));
  });

  it('ingeschreven zijn is niet genoeg: de jongere bezoekt de school ook', () => {
    for (const mist of ['ingeschreven', 'bezoektGeregeld']) {
      const v = buitenland().doe('schoolverklaringOntvangen', { ...inDuitsland, [mist]: false });
      assert.equal(v.weigert('bevestigen', totEindeSchooljaar).norm, 'schoolverklaringAanwezig');
    }
    const morgen = { ...inDuitsland, schoolverklaringOp: '2026-11-03' };
    assert.equal(buitenland().weigert('schoolverklaringOntvangen', morgen).norm, 'schoolverklaringGedateerd');
  });

  it('ieder jaar een nieuwe verklaring, en zonder kennisgeving verloopt zij na 31 juli', () => {
    const v = buitenland()
      .doe('schoolverklaringOntvangen', inDuitsland)
      .doe('bevestigen', totEindeSchooljaar);
    v.doe('duoGeregistreerd', { geregistreerdOp: '2026-11-02' }).dag('2027-07-01').staat('geldig');
    assert.ok(v.s.teLaat && v.s.vlaggen.includes('verlengingNietOntvangen'));
    v.doe('verlengingOntvangen', { kennisgevingOp: '2027-07-01' }).doe('volledigVerklaard');
    assert.ok(v.s.vlaggen.includes('kennisgevingTeLaat'));
    assert.equal(
      v.weigert('bevestigen', { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' }).norm,
      'schoolverklaringAanwezig',
    );
    const w = buitenland()
      .doe('schoolverklaringOntvangen', inDuitsland)
      .doe('bevestigen', totEindeSchooljaar);
    w.dag('2027-07-31').staat('bevestigd').dag('2027-08-01').staat('verlopen', 'verlopen');
    assert.deepEqual(gemeld(w).at(-1), absoluut('2027-08-01'));
  });
});

describe('vrijstelling 2: iedere grond zijn eigen weg', () => {
  const mag = (v: V): string[] => Object.keys(v2.toestanden[v.s.toestand]!.bij!);
  it('b en c kennen geen arts en geen advies, a geen andere verklaring', () => {
    assert.deepEqual(mag(richting()), [
      'bedenkingenGetoetst',
      'bevestigen',
      'nietVoldaan',
      'ingetrokken',
      'terugNaarSchool',
    ]);
    assert.deepEqual(mag(buitenland()).slice(0, 2), ['schoolverklaringOntvangen', 'bevestigen']);
    for (const v of [richting(), buitenland()])
      for (const [actie, invoer] of [
        ['artsAanwijzen', { artsId: EEN_ARTS }],
        ['verklaringOntvangen', { oordeel: 'ongeschikt', getekendOp: '2026-11-02', verklaring: EEN_TEKST }],
        ['onderwijskundigAdviesOntvangen', { adviesOp: '2026-11-02', advies: EEN_TEKST }],
      ] as const)
        assert.equal(v.weigert(actie, invoer).code, 'toestand');
    for (const [actie, invoer] of [
      ['bedenkingenGetoetst', bedenkingen],
      ['schoolverklaringOntvangen', inDuitsland],
    ] as const)
      assert.equal(medisch().weigert(actie, invoer).code, 'toestand');
    assert.equal(richting().weigert('schoolverklaringOntvangen', inDuitsland).code, 'toestand');
  });

  it('van een kennisgeving is er geen besluit en geen bezwaar', () => {
    const besluit = { besluitOp: '2026-11-02', ...totEindeSchooljaar };
    for (const v of [kennisgeving('art5onderA'), medisch(), richting(), buitenland()]) {
      assert.equal(v.weigert('toekennen', besluit).code, 'toestand');
      assert.equal(v.weigert('aanvraagVolledig').code, 'toestand');
    }
    const v = medisch().doe('nietVoldaan', { reden: 'geschikt', vervolg: 'geen' });
    assert.equal(
      v.weigert('bezwaarOntvangen', { ontvangenOp: '2026-11-02', commissie: false }).code,
      'toestand',
    );
    const w = medisch().doe('bevestigen', totEindeSchooljaar);
    assert.equal(
      w.weigert('bezwaarOntvangen', { ontvangenOp: '2026-11-02', commissie: false }).code,
      'toestand',
    );
  });
});

describe('vrijstelling 2: wat de andere processen horen', () => {
  it('een bevestigde vrijstelling gaat naar de verzuimmelding en de tafel, als die er zijn', () => {
    const v = medisch().doe('bevestigen', totEindeSchooljaar);
    const bericht = { grond: 'art5onderA', ...totEindeSchooljaar };
    assert.deepEqual(gemeld(v), [
      ['meld mas', bericht],
      ['meld thuiszitterstafel', bericht],
    ]);
  });

  it('wie nooit geschikt wordt is vrijgesteld zonder einde, ook na een jaar met een einde', () => {
    const v = medisch().doe('bevestigen', totEindeSchooljaar).dag('2027-05-10');
    v.doe('verlengingOntvangen', { kennisgevingOp: '2027-05-10' });
    medisch(v, 'nooitGeschikt').doe('bevestigen', { geldigVanaf: '2027-08-01' });
    assert.deepEqual(gemeld(v).at(-1), [
      'meld thuiszitterstafel',
      { grond: 'art5onderA', geldigVanaf: '2027-08-01' },
    ]);
  });

  it('niet voldaan: absoluut verzuim, de tafel, of niets', () => {
    const weg = (invoer: Record<string, unknown>): unknown[] =>
      gemeld(
        medisch(kennisgeving('art5onderA'), 'geschikt').doe('nietVoldaan', { reden: 'geschikt', ...invoer }),
      );
    assert.deepEqual(weg({ vervolg: 'absoluutVerzuim' }), [absoluut('2026-11-02')]);
    assert.deepEqual(weg({ vervolg: 'thuiszitterstafel' }), [
      ['start thuiszitterstafel', { aangemeldOp: '2026-11-02', verzuim: 'ongeoorloofd', toestemming: false }],
    ]);
    assert.deepEqual(weg({ vervolg: 'thuiszitterstafel', verzuim: 'geoorloofd', toestemming: true }), [
      ['start thuiszitterstafel', { aangemeldOp: '2026-11-02', verzuim: 'geoorloofd', toestemming: true }],
    ]);
    assert.deepEqual(weg({ vervolg: 'geen' }), []);
  });

  it('na 31 juli zonder verlenging: absoluut verzuim', () => {
    const v = medisch().doe('bevestigen', totEindeSchooljaar).dag('2027-08-01').staat('verlopen', 'verlopen');
    assert.deepEqual(gemeld(v).at(-1), absoluut('2027-08-01'));
  });

  it('een half jaar voor 18 begint de overdracht, en wie er dan al voorbij is begint meteen', () => {
    const naar = (op: string) => ['start overdracht', { gesignaleerdOp: op, bron: 'leeftijd' }];
    // Six months before 31 August is the last day of February.
    const v = kennisgeving('art5onderA', { achttienOp: '2027-08-31' });
    assert.equal(v.termijn('overdracht'), '2027-02-28');
    assert.deepEqual(gemeld(v.dag('2027-02-27')), []);
    assert.deepEqual(gemeld(v.dag('2027-02-28')), [naar('2027-02-28')]);
    v.doe('corrigeren', { velden: { achttienOp: '2027-10-15' }, reden: EEN_TEKST });
    assert.equal(v.termijn('overdracht'), '2027-04-15');

    for (const grond of ['art5onderA', 'art5onderB', 'art15', 'art3b'])
      assert.deepEqual(gemeld(kennisgeving(grond, { achttienOp: '2027-04-30' })), [naar('2026-11-02')]);
    const vroeg = structuredClone(KADER);
    vroeg.instellingen.waarden['overdrachtStart'] = { maanden: 9 };
    assert.equal(
      kennisgeving('art5onderA', { achttienOp: '2027-12-15' }, '2026-11-02', vroeg).termijn('overdracht'),
      '2027-03-15',
    );
  });
});

describe('vrijstelling 2: overgaan van versie 1', () => {
  const oud = () =>
    verhaal(v1, { op: '2026-11-02', gegevens: { ...start, grond: 'art5onderA', achttienOp: '2027-06-15' } });
  const baas = persoon('teamleider');
  it('iedere toestand heeft haar plaats', () => {
    assert.deepEqual(Object.keys(v2.migratieVan![1]!), Object.keys(v1.toestanden));
    for (const [van, naar] of Object.entries(v2.migratieVan![1]!)) assert.equal(van, naar);
  });

  it('wat liep houdt zijn klok, en wat nieuw is begint', () => {
    const v = oud().doe('volledigVerklaard').doe('artsAanwijzen', { artsId: EEN_ARTS }).dag('2026-11-10');
    v.doe('migreren', { naarVersie: 2 }, baas, { definitie: v2 });
    v.d = v2 as never;
    assert.equal(v.s.versie, 2);
    assert.deepEqual(v.s.termijnen.map((l) => `${l.naam} ${l.datum}`).sort(), [
      'achttien 2027-06-15',
      'artsadvies 2026-12-14',
      'onderwijskundigAdvies 2026-11-23',
      'overdracht 2026-12-15',
    ]);
    v.doe('onderwijskundigAdviesOntvangen', { adviesOp: '2026-11-10', advies: EEN_TEKST });
    v.doe('verklaringOntvangen', { oordeel: 'ongeschikt', getekendOp: '2026-11-10', verklaring: EEN_TEKST });
    v.doe('bevestigen', totEindeSchooljaar).staat('bevestigd').dag('2026-12-15');
    assert.deepEqual(gemeld(v as unknown as V), [
      ['meld mas', { grond: 'art5onderA', ...totEindeSchooljaar }],
      ['meld thuiszitterstafel', { grond: 'art5onderA', ...totEindeSchooljaar }],
      ['start overdracht', { gesignaleerdOp: '2026-12-15', bron: 'leeftijd' }],
    ]);
    v.dag('2027-06-15').staat('beeindigd', 'achttien');
  });
});
