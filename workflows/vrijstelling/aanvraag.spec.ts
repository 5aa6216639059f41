import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datum, plusDagen } from '#kalender';
import { tick, type Effect, type Kader } from '#process';
import { EEN_ARTS, EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v2 } from './definitie.v2.js';

const AWB = 'Algemene wet bestuursrecht';
const WET = 'Leerplichtwet 1969';
const baas = persoon('teamleider');

/** 18 on 15 June 2028: 16 in the school year before this one, so kwalificatieplichtig. */
const VIJFTIEN = '2028-06-15';
/** 16 on 1 March 2027: this is the last school year of the leerplicht. */
const LAATSTE = '2029-03-01';
/** 14 on 15 June 2026. */
const VEERTIEN = '2030-06-15';
const jarig: Record<string, string> = { art15: VIJFTIEN, art3a: VEERTIEN, art3b: LAATSTE };

/** A request of Monday 2 November 2026. */
const aanvraag = (
  grond: string,
  anders: Record<string, string> = {},
  op = '2026-11-02',
  kader: Kader = KADER,
) =>
  verhaal(v2, { op, gegevens: { grond, kennisgevingOp: op, achttienOp: jarig[grond]!, ...anders }, kader });
type V = ReturnType<typeof aanvraag>;
const volledig = (v: V): V => v.doe('aanvraagVolledig');
const gehoord = (v: V): V => {
  v.doe('aanvragerGehoord', { gehoordOp: v.vandaag });
  v.doe('schoolhoofdGehoord', { gehoordOp: v.vandaag, bevoegdGezagAkkoord: true });
  return v.s.gegevens['grond'] === 'art3b' ? v.doe('instellingGehoord', { gehoordOp: v.vandaag }) : v;
};
const ditSchooljaar = { geldigVanaf: '2026-12-01', geldigTot: '2027-07-31' };
const besluit = (v: V, anders: Record<string, string> = {}): Record<string, string> => ({
  besluitOp: v.vandaag,
  ...ditSchooljaar,
  anderOnderwijs: EEN_TEKST,
  ...anders,
});
const nee = (v: V) => ({
  besluitOp: v.vandaag,
  afwijzingsgrond: 'onvoldoendeOnderwijs',
  motivering: EEN_TEKST,
});
const verstuurd = (v: V): V => v.doe('besluitBekendgemaakt', { bekendgemaaktOp: v.vandaag });
const toegekend = (grond = 'art15', v: V = aanvraag(grond)): V => {
  volledig(v);
  if (grond !== 'art15') gehoord(v);
  return verstuurd(v.doe('toekennen', besluit(v)));
};
const afgewezen = (v: V = aanvraag('art15')): V => verstuurd(volledig(v).doe('afwijzen', nee(v)));

type Koppeling = Extract<Effect, { soort: 'start' | 'meld' }>;
const gemeld = (v: V): unknown[] =>
  v.effecten
    .filter((e): e is Koppeling => e.soort === 'start' || e.soort === 'meld')
    .map((e) => [`${e.soort} ${e.procestype}`, e.gegevens]);
const absoluut = (op: string) => ['start mas', { bron: 'vrijstelling', soort: 'absoluut', ontvangenOp: op }];
const bericht = { grond: 'art15', ...ditSchooljaar };

describe('vrijstelling 2: artikel 15, ander onderwijs', () => {
  it('van aanvraag tot van kracht, en aan het einde verlopen', () => {
    const v = aanvraag('art15').staat('aanvraagOntvangen');
    assert.deepEqual(v.gevolgen(), ['brief ontvangstbevestigingAanvraag']);
    assert.deepEqual(v.s.termijnen.map((l) => `${l.naam} ${l.datum}`).sort(), [
      'achttien 2028-06-15',
      'beslissen 2026-12-28',
      'overdracht 2027-12-15',
      'volledigheidAanvraag 2026-11-09',
    ]);
    assert.deepEqual(v.herinneringen('beslissen'), [
      'halverwege 2026-11-30',
      'vooraf 2026-12-23',
      'verstreken 2026-12-29',
      'groep 2026-12-30',
      'teamleider 2027-01-05',
    ]);
    volledig(v.dag('2026-11-04')).staat('inBehandeling');
    v.dag('2026-11-25').doe('toekennen', besluit(v)).staat('toekenningBesloten');
    assert.equal(v.gevolgen().at(-1), 'brief besluitToegekend');
    assert.equal(v.termijn('beslissen'), undefined);
    assert.equal(v.termijn('bekendmaken'), '2026-11-27');
    // Nobody hears of it before the parents do.
    assert.deepEqual(gemeld(v), []);

    verstuurd(v.dag('2026-11-26')).staat('toegekend');
    assert.equal(v.termijn('bezwaar'), '2027-01-07');
    assert.equal(v.termijn('duoRegistratie'), '2026-12-03');
    assert.equal(v.termijn('eindeToekenning'), '2027-07-31');
    assert.equal(v.gevolgen().at(-3), 'taak vrijstellingRegistreren');
    assert.deepEqual(gemeld(v), [
      ['meld mas', bericht],
      ['meld thuiszitterstafel', bericht],
    ]);
    v.doe('duoGeregistreerd', { geregistreerdOp: v.vandaag }, persoon('systeem')).staat('toegekend');
    assert.equal(v.termijn('duoRegistratie'), undefined);

    // After six weeks a letter that was posted in time may still come, for a week.
    v.dag('2027-01-08').staat('toegekend');
    assert.equal(v.s.teLaat, false);
    assert.equal(v.termijn('bezwaar'), '2027-01-14');
    v.dag('2027-01-14').staat('toegekend').dag('2027-01-15').staat('vanKracht');
    assert.deepEqual(v.herinneringen('eindeToekenning'), ['opDatum 2027-06-07']);
    v.dag('2027-07-31').staat('vanKracht').dag('2027-08-01').staat('verlopen', 'verlopen');
    assert.deepEqual(v.gevolgen().slice(-3), [
      'brief herinneringEindePeriode',
      'brief vrijstellingVerlopen',
      'start mas',
    ]);
    assert.deepEqual(gemeld(v).at(-1), absoluut('2027-08-01'));
  });

  it('de beslistermijn wordt verlengd en opgeschort met het artikel, en na afloop weet de teamleider het', () => {
    const v = aanvraag('art15').dag('2026-11-04');
    v.doe('aanvraagAanvullingGevraagd', { stukken: ['bewijsOnderwijs'] }).staat('aanvraagAanvulling');
    assert.deepEqual(v.gevolgen().slice(-2), [
      'brief verzoekAanvullingAanvraag',
      'taak beslistermijnOpschorten',
    ]);
    assert.equal(v.termijn('aanvraagAanvulling'), '2026-11-18');
    v.doe('opschorten', { termijnen: ['beslissen'], vanaf: '2026-11-05', reden: EEN_TEKST });
    v.dag('2026-11-12').doe('aanvraagAangevuld', { aangevuldOp: '2026-11-12' }).staat('aanvraagOntvangen');
    assert.equal(v.gevolgen().at(-1), 'taak beslistermijnHervatten');
    v.doe('hervatten', { termijnen: ['beslissen'], vanaf: '2026-11-12' });
    // Seven days stood still.
    assert.equal(v.termijn('beslissen'), '2027-01-04');
    volledig(v).doe('verlengen', { termijn: 'beslissen', tot: '2027-02-01', reden: EEN_TEKST });
    assert.equal(v.termijn('beslissen'), '2027-02-01');
    v.dag('2027-02-01');
    assert.equal(v.s.teLaat, false);
    v.dag('2027-02-02');
    assert.equal(v.s.teLaat, true);
    const taak = v.effecten.findLast((e) => e.soort === 'taak')!;
    assert.deepEqual([taak.naam, taak.voor], ['beslistermijnVerstreken', 'teamleider']);
    v.doe('toekennen', besluit(v, { geldigVanaf: '2027-02-15' })).staat('toekenningBesloten');
    assert.equal(v.s.teLaat, false);
  });

  it('alleen van de kwalificatieplicht', () => {
    // 16 on 15 June 2027: the leerplicht lasts until the end of that school year.
    const v = volledig(aanvraag('art15', { achttienOp: '2029-06-15' }));
    const w = v.weigert('toekennen', besluit(v));
    assert.deepEqual(
      [w.norm, w.grondslag, w.terzijdeTeStellen],
      ['inKwalificatieplicht', `${WET}, artikel 15 lid 1`, false],
    );
    assert.match(w.melding, /tot en met 31 juli 2027/);
    const erna = { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' };
    assert.equal(v.weigert('toekennen', besluit(v, { ...erna, geldigVanaf: '2027-07-31' })).norm, w.norm);
    v.doe('toekennen', besluit(v, erna)).staat('toekenningBesloten');
    // After twelve school years it ends earlier.
    const eerder = volledig(aanvraag('art15', { achttienOp: '2029-06-15', leerplichtTot: '2026-07-31' }));
    eerder.doe('toekennen', besluit(eerder)).staat('toekenningBesloten');
  });

  it('alleen met ander onderwijs dat is aangetoond, een periode, en hoogstens een jaar', () => {
    const v = volledig(aanvraag('art15'));
    const { anderOnderwijs: _, ...zonder } = besluit(v);
    assert.deepEqual(
      [v.weigert('toekennen', zonder).norm, v.weigert('toekennen', zonder).grondslag],
      ['anderOnderwijsAangetoond', `${WET}, artikel 15 lid 1`],
    );
    const omgekeerd = v.weigert('toekennen', besluit(v, { geldigTot: '2026-11-30' }));
    assert.equal(omgekeerd.grondslag, `${WET}, artikel 15 lid 2 onder b`);
    const lang = besluit(v, { geldigTot: '2027-12-01' });
    const w = v.weigert('toekennen', lang);
    assert.deepEqual([w.norm, w.soort, w.terzijdeTeStellen], ['hoogstensEenJaar', 'LOCAL', true]);
    v.doe('terzijdeStellen', { norm: 'hoogstensEenJaar', reden: EEN_TEKST }, baas).doe('toekennen', lang);
  });

  it('een besluit is niet van morgen of van voor de aanvraag, en wordt niet eerder verstuurd', () => {
    const v = volledig(aanvraag('art15'));
    for (const besluitOp of ['2026-11-03', '2026-11-01']) {
      assert.equal(v.weigert('toekennen', besluit(v, { besluitOp })).norm, 'besluitGenomen');
      assert.equal(v.weigert('afwijzen', { ...nee(v), besluitOp }).norm, 'besluitGenomen');
    }
    v.dag('2026-11-10').doe('toekennen', besluit(v));
    for (const bekendgemaaktOp of ['2026-11-09', '2026-11-11']) {
      const w = v.weigert('besluitBekendgemaakt', { bekendgemaaktOp });
      assert.equal(w.grondslag, `${AWB}, artikel 3:41`);
    }
  });

  it('een afwijzing opent absoluut verzuim zodra zij is verstuurd', () => {
    const v = volledig(aanvraag('art15'))
      .dag('2026-11-13')
      .doe('afwijzen', nee(aanvraag('art15')));
    assert.deepEqual(
      [v.staat('afwijzingBesloten').gevolgen().at(-1), gemeld(v)],
      ['brief besluitAfgewezen', []],
    );
    verstuurd(v).staat('bezwaartermijn');
    assert.deepEqual(gemeld(v), [absoluut('2026-11-13')]);
    // 25 December and the days after it are free; then the week of the post.
    assert.equal(v.termijn('bezwaar'), '2026-12-28');
    v.dag('2026-12-29').staat('bezwaartermijn');
    assert.equal(v.termijn('bezwaar'), '2027-01-04');
    assert.equal(v.s.teLaat, false);
    v.dag('2027-01-04').staat('bezwaartermijn').dag('2027-01-05').staat('afgewezen', 'afgewezen');
  });

  it('wie niet aanvult: niet behandelen, alleen binnen vier weken na de termijn', () => {
    const v = aanvraag('art15').doe('aanvraagAanvullingGevraagd', {
      stukken: ['periode', 'persoonsgegevens'],
    });
    const tekort = v.weigert('nietBehandelen', { besluitOp: v.vandaag });
    assert.deepEqual([tekort.norm, tekort.grondslag], ['gelegenheidGehad', `${AWB}, artikel 4:5 lid 1`]);
    v.dag('2026-11-16').dag('2026-11-17');
    assert.deepEqual(v.s.voorstellen, [
      { actie: 'nietBehandelen', termijn: 'aanvraagAanvulling', sinds: '2026-11-17' },
    ]);
    // Four weeks after 16 November.
    assert.equal(v.termijn('nietBehandelen'), '2026-12-14');
    v.dag('2026-12-14').doe('nietBehandelen', { besluitOp: '2026-12-14' }).staat('afwijzingBesloten');
    assert.equal(v.gevolgen().at(-1), 'brief besluitNietBehandelen');
    verstuurd(v).dag('2027-02-03').staat('afgewezen', 'nietBehandeld');
    assert.deepEqual(gemeld(v), [absoluut('2026-12-14')]);

    const laat = aanvraag('art15').doe('aanvraagAanvullingGevraagd', { stukken: ['periode'] });
    laat.dag('2026-12-15').staat('aanvraagOntvangen');
    assert.equal(laat.gevolgen().at(-1), 'taak inhoudelijkBeslissen');
    assert.equal(laat.termijn('volledigheidAanvraag'), '2026-12-22');
    // A second letter gives a second chance.
    laat.doe('aanvraagAanvullingGevraagd', { stukken: ['periode'] });
    assert.equal(laat.weigert('nietBehandelen', { besluitOp: laat.vandaag }).norm, 'gelegenheidGehad');
  });

  it('intrekken en naar school gaan beeindigen', () => {
    aanvraag('art15').doe('ingetrokken').staat('beeindigd', 'ingetrokken');
    const terug = { terugOp: '2026-12-14' };
    const eerder = aanvraag('art15').doe('terugNaarSchool', terug).staat('beeindigd', 'terugNaarSchool');
    assert.ok(!eerder.gevolgen().includes('taak einddatumDuoDoorgeven'));
    const v = toegekend().doe('terugNaarSchool', terug).staat('beeindigd', 'terugNaarSchool');
    assert.equal(v.gevolgen().at(-1), 'taak einddatumDuoDoorgeven');
    toegekend().doe('ingetrokken').staat('beeindigd', 'ingetrokken');
  });

  it('18 jaar beeindigt in iedere toestand, en een bezwaar blijft iemands werk', () => {
    const bezwaar = { ontvangenOp: '2026-11-02', commissie: false };
    const maak: [(v: V) => V, string][] = [
      [(v) => v, 'voorstelDoorstroomcoach'],
      [volledig, 'voorstelDoorstroomcoach'],
      [(v) => toegekend('art15', v), 'voorstelDoorstroomcoach'],
      [(v) => afgewezen(v), 'voorstelDoorstroomcoach'],
      [(v) => afgewezen(v).doe('bezwaarOntvangen', bezwaar), 'bezwaarAfhandelen'],
    ];
    for (const [f, taak] of maak) {
      const v = f(aanvraag('art15', { achttienOp: '2026-12-05' })).dag('2026-12-04');
      assert.equal(v.s.afgerond, false);
      // A Saturday.
      v.dag('2026-12-05').staat('beeindigd', 'achttien');
      assert.equal(v.gevolgen().at(-1), `taak ${taak}`);
    }
  });
});

describe('vrijstelling 2: artikel 3a, vervangende leerplicht vanaf 14', () => {
  it('vier weken om te beslissen, twee weken voor het afschrift, verlengen acht weken voor het einde', () => {
    const v = volledig(aanvraag('art3a')).staat('inBehandelingVervangend');
    assert.equal(v.termijn('beslissenVervangend'), '2026-11-30');
    gehoord(v.dag('2026-11-13')).doe('toekennen', besluit(v)).staat('toekenningBesloten');
    assert.equal(v.termijn('afschrift'), '2026-11-27');
    verstuurd(v.dag('2026-11-16')).staat('toegekend');
    assert.equal(v.termijn('bezwaar'), '2026-12-28');
    // A Saturday: it counts back and stays.
    assert.equal(v.termijn('verlengingVragen'), '2027-06-05');
    assert.deepEqual(v.herinneringen('verlengingVragen'), ['opDatum 2027-05-10']);
    // No exemption: the youth keeps going to school, and what runs goes on until somebody has looked.
    assert.deepEqual(gemeld(v), []);
    assert.deepEqual(v.gevolgen().slice(-2), ['taak vrijstellingRegistreren', 'taak verzuimmeldingNagaan']);
    v.doe('duoGeregistreerd', { geregistreerdOp: v.vandaag });

    v.dag('2027-05-20').staat('vanKracht');
    assert.ok(v.gevolgen().includes('brief herinneringVerlengingVragen'));
    v.doe('verlengingGevraagd', { kennisgevingOp: '2027-05-20' }).staat('aanvraagOntvangen');
    assert.deepEqual(v.s.vlaggen, ['verlenging']);
    // Whit Monday was 17 May; four weeks end on 17 June.
    assert.equal(v.termijn('beslissenVervangend'), '2027-06-17');
    assert.equal(v.termijn('geldigheidTijdensVerlenging'), '2027-07-31');
    const volgend = { geldigVanaf: '2027-08-23', geldigTot: '2028-07-31' };
    // They are heard again.
    assert.equal(volledig(v).weigert('toekennen', besluit(v, volgend)).norm, 'aanvragerGehoord');
    verstuurd(gehoord(v).doe('toekennen', besluit(v, volgend))).staat('toegekend');
    assert.equal(v.termijn('eindeToekenning'), '2028-07-31');
    assert.equal(v.termijn('verlengingVragen'), '2028-06-05');
    assert.deepEqual(
      v.s.vlaggen.filter((x) => x.startsWith('verl')),
      [],
    );
  });

  it('aanvrager, jongere en schoolhoofd worden gehoord voor ieder besluit, en het bevoegd gezag stemt in', () => {
    const v = volledig(aanvraag('art3a'));
    const op = { gehoordOp: v.vandaag };
    const weigert = (): string[] =>
      [v.weigert('toekennen', besluit(v)), v.weigert('afwijzen', nee(v))].map((w) => w.grondslag!);
    assert.deepEqual(weigert(), Array(2).fill(`${WET}, artikel 3a lid 3 onder a`));
    v.doe('aanvragerGehoord', op);
    assert.deepEqual(weigert(), Array(2).fill(`${WET}, artikel 3a lid 3 onder b`));
    v.doe('schoolhoofdGehoord', { ...op, bevoegdGezagAkkoord: false });
    const w = v.weigert('toekennen', besluit(v));
    assert.deepEqual([w.norm, w.grondslag], ['bevoegdGezagAkkoord', `${WET}, artikel 3a lid 1`]);
    assert.equal(v.weigert('aanvragerGehoord', { gehoordOp: '2026-11-03' }).norm, 'gehoordGeweest');
    v.doe('afwijzen', { ...nee(v), afwijzingsgrond: 'bevoegdGezagNietAkkoord' });
    // He is still enrolled: no absolute absence, but somebody looks.
    assert.equal(verstuurd(v).staat('bezwaartermijn').gevolgen().at(-1), 'taak inschrijvingNagaan');
    assert.deepEqual(gemeld(v), []);
  });

  it('vanaf 14 jaar en binnen een schooljaar', () => {
    // 14 on 2 December 2026.
    const v = gehoord(volledig(aanvraag('art3a', { achttienOp: '2030-12-02' })));
    const jong = v.weigert('toekennen', besluit(v));
    assert.deepEqual([jong.norm, jong.grondslag], ['veertienJaar', `${WET}, artikel 3a lid 1`]);
    for (const geldigTot of ['2027-08-01', '2026-12-01'])
      assert.equal(
        v.weigert('toekennen', besluit(v, { geldigVanaf: '2026-12-02', geldigTot })).norm,
        'eenSchooljaar',
      );
    v.doe('toekennen', besluit(v, { geldigVanaf: '2026-12-02' })).staat('toekenningBesloten');
  });

  it('een late aanvraag voor verlenging gaat door en wordt gemarkeerd', () => {
    const geregistreerd = (): V =>
      toegekend('art3a').doe('duoGeregistreerd', { geregistreerdOp: '2026-11-02' });
    const v = geregistreerd().dag('2027-06-06').staat('vanKracht');
    assert.ok(v.s.teLaat && v.s.vlaggen.includes('verlengingNietOntvangen'));
    v.doe('verlengingGevraagd', { kennisgevingOp: '2027-06-06' }).staat('aanvraagOntvangen');
    assert.deepEqual(v.s.vlaggen, ['verlenging', 'verzoekTeLaat']);
    assert.equal(v.s.teLaat, false);
    const opTijd = geregistreerd().dag('2027-06-08');
    opTijd.doe('verlengingGevraagd', { kennisgevingOp: '2027-06-05' });
    assert.deepEqual(opTijd.s.vlaggen, ['verlenging']);
    const later = { kennisgevingOp: '2027-06-09' };
    assert.equal(toegekend('art3a').weigert('verlengingGevraagd', later).grondslag, `${AWB}, artikel 4:1`);
  });

  it('verloopt zonder absoluut verzuim: de jongere gaat weer hele dagen naar school', () => {
    const v = toegekend('art3a').dag('2027-08-01').staat('verlopen', 'verlopen');
    assert.deepEqual(v.gevolgen().slice(-2), [
      'brief vervangendeLeerplichtVerlopen',
      'taak inschrijvingNagaan',
    ]);
    assert.deepEqual(gemeld(v), []);
  });

  it('vier weken volgen uit de wet: niet te verlengen, wel op te schorten', () => {
    const v = aanvraag('art3a');
    const w = v.weigert('verlengen', { termijn: 'beslissenVervangend', tot: '2026-12-15', reden: EEN_TEKST });
    assert.deepEqual([w.code, w.grondslag], ['eis', `${WET}, artikel 3a lid 4`]);
    v.doe('opschorten', { termijnen: ['beslissenVervangend'], vanaf: '2026-11-03', reden: EEN_TEKST });
    v.dag('2026-11-09').doe('hervatten', { termijnen: ['beslissenVervangend'] });
    // 30 November and six days is a Sunday.
    assert.equal(v.termijn('beslissenVervangend'), '2026-12-07');
  });
});

describe('vrijstelling 2: artikel 3b, het laatste schooljaar', () => {
  it('ook de nieuwe instelling wordt gehoord', () => {
    const v = volledig(aanvraag('art3b')).staat('inBehandelingVervangend');
    assert.equal(v.termijn('beslissenLaatsteJaar'), '2026-11-30');
    const op = { gehoordOp: v.vandaag };
    v.doe('aanvragerGehoord', op).doe('schoolhoofdGehoord', { ...op, bevoegdGezagAkkoord: false });
    for (const w of [v.weigert('toekennen', besluit(v)), v.weigert('afwijzen', nee(v))])
      assert.deepEqual([w.norm, w.grondslag], ['instellingGehoord', `${WET}, artikel 3b lid 4 onder b`]);
    // The school's board need not agree: he leaves that school.
    v.doe('instellingGehoord', op).doe('toekennen', besluit(v));
    assert.equal(v.termijn('afschriftLaatsteJaar'), '2026-11-16');
    assert.equal(verstuurd(v).staat('toegekend').termijn('verlengingVragen'), undefined);
  });

  it('alleen in het schooljaar waarin de leerplicht eindigt', () => {
    for (const [anders, goed] of [
      [{}, true],
      [{ achttienOp: '2029-08-01' }, false],
      [{ achttienOp: '2029-07-31' }, true],
      [{ achttienOp: '2028-07-31' }, false],
      [{ achttienOp: '2030-03-01', leerplichtTot: '2027-07-31' }, true],
    ] as [Record<string, string>, boolean][]) {
      const v = gehoord(volledig(aanvraag('art3b', anders)));
      if (goed) v.doe('toekennen', besluit(v)).staat('toekenningBesloten');
      else {
        const w = v.weigert('toekennen', besluit(v));
        assert.deepEqual([w.norm, w.grondslag], ['laatsteSchooljaar', `${WET}, artikel 3b lid 1`]);
      }
    }
  });

  it('verlengen kan niet', () => {
    const w = toegekend('art3b').weigert('verlengingGevraagd', { kennisgevingOp: '2026-11-02' });
    assert.deepEqual([w.norm, w.soort], ['nogEenSchooljaar', 'LAW']);
  });
});

describe('vrijstelling 2: wie niets doet', () => {
  const vragen = { stukken: ['planVanAanpak'] };
  for (const [termijn, tot, maak, herinneringen] of [
    ['volledigheidAanvraag', '2026-11-09', () => aanvraag('art15'), 4],
    [
      'aanvraagAanvulling',
      '2026-11-16',
      () => aanvraag('art3a').doe('aanvraagAanvullingGevraagd', vragen),
      4,
    ],
    ['beslissen', '2026-12-28', () => volledig(aanvraag('art15')), 5],
    ['beslissenVervangend', '2026-11-30', () => volledig(aanvraag('art3a')), 5],
    ['beslissenLaatsteJaar', '2026-11-30', () => volledig(aanvraag('art3b')), 5],
    [
      'bekendmaken',
      '2026-11-04',
      () => {
        const v = volledig(aanvraag('art15'));
        return v.doe('afwijzen', nee(v));
      },
      3,
    ],
    [
      'afschrift',
      '2026-11-16',
      () => {
        const v = gehoord(volledig(aanvraag('art3a')));
        return v.doe('toekennen', besluit(v));
      },
      4,
    ],
    [
      'afschriftLaatsteJaar',
      '2026-11-16',
      () => {
        const v = gehoord(volledig(aanvraag('art3b')));
        return v.doe('toekennen', besluit(v));
      },
      4,
    ],
  ] as const)
    it(`${termijn} is de dag na ${tot} te laat, en ieder hoort het`, () => {
      const v = maak();
      assert.equal(v.termijn(termijn), tot);
      assert.equal(v.herinneringen(termijn).length, herinneringen);
      v.dag(tot);
      assert.ok(!v.s.termijnen.find((l) => l.naam === termijn)!.verlopen);
      v.dag(plusDagen(datum(tot), 1));
      assert.ok(v.s.teLaat && v.s.termijnen.find((l) => l.naam === termijn)!.verlopen);
    });
});

describe('vrijstelling 2: wat van een aanvraag niet kan', () => {
  it('een kennisgeving toetsen, een arts aanwijzen of bevestigen', () => {
    for (const v of [
      aanvraag('art15'),
      volledig(aanvraag('art15')),
      volledig(aanvraag('art3a')),
      toegekend(),
    ])
      for (const [actie, invoer] of [
        ['volledigVerklaard', {}],
        ['aanvullingGevraagd', { ontbreekt: ['grond'] }],
        ['artsAanwijzen', { artsId: EEN_ARTS }],
        ['bevestigen', ditSchooljaar],
        ['nietVoldaan', { reden: 'onvolledig', vervolg: 'geen' }],
        ['verlengingOntvangen', { kennisgevingOp: '2026-11-02' }],
      ] as const)
        assert.equal(v.weigert(actie, invoer).code, 'toestand', `${actie} in ${v.s.toestand}`);
    assert.deepEqual(
      aanvraag('art15').s.termijnen.filter((l) => /kennisgeving|volledigheidstoets|verlenging/.test(l.naam)),
      [],
    );
  });

  it('openen met een dag die nog komt, of voor wie 18 is', () => {
    assert.throws(() => aanvraag('art15', { kennisgevingOp: '2026-11-03' }), /4:1/);
    assert.throws(() => aanvraag('art3a', { achttienOp: '2026-11-02' }), /artikel 4b/);
  });
});

describe('vrijstelling 2: een nieuwe periode terwijl de oude loopt', () => {
  /** Art. 15 until 31 July 2027; in February the parents ask for another year. */
  const opnieuw = (): V =>
    toegekend().dag('2027-02-01').doe('verlengingGevraagd', { kennisgevingOp: '2027-02-01' });

  it('afgewezen: wat was toegekend loopt door, en pas daarna is er absoluut verzuim', () => {
    const v = volledig(opnieuw());
    verstuurd(v.doe('afwijzen', nee(v))).staat('bezwaartermijn');
    assert.equal(v.gevolgen().at(-1), 'taak inschrijvingNagaan');
    v.dag('2027-03-22').staat('bezwaartermijn').dag('2027-03-23').staat('vanKracht');
    assert.equal(v.termijn('eindeToekenning'), '2027-07-31');
    const ervoor = gemeld(v).length;
    v.dag('2027-08-01').staat('verlopen', 'verlopen');
    assert.deepEqual(gemeld(v).slice(ervoor), [absoluut('2027-08-01')]);
  });

  it('eindigt de oude periode in de bezwaartermijn, dan is er op die dag absoluut verzuim', () => {
    const v = toegekend().dag('2027-07-01').doe('verlengingGevraagd', { kennisgevingOp: '2027-07-01' });
    verstuurd(volledig(v).doe('afwijzen', nee(v))).dag('2027-07-31');
    const ervoor = gemeld(v).length;
    v.dag('2027-08-01').staat('bezwaartermijn');
    assert.deepEqual(gemeld(v).slice(ervoor), [absoluut('2027-08-01')]);
    assert.ok(v.s.vlaggen.includes('geldigheidVerstreken'));
  });

  it('ingetrokken: iemand gaat na afloop na of de jongere is ingeschreven', () => {
    const v = opnieuw().doe('ingetrokken').staat('beeindigd', 'ingetrokken');
    assert.equal(v.gevolgen().at(-1), 'taak inschrijvingNaAfloopNagaan');
  });

  it('toegekend: de nieuwe periode telt', () => {
    const v = volledig(opnieuw());
    const volgend = { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' };
    verstuurd(v.doe('toekennen', besluit(v, volgend))).staat('toegekend');
    assert.deepEqual(gemeld(v).at(-1), ['meld thuiszitterstafel', { grond: 'art15', ...volgend }]);
    assert.equal(v.termijn('eindeToekenning'), '2028-07-31');
  });

  it('registreert niemand bij DUO, dan blijft dat te zien', () => {
    const v = toegekend().dag('2026-12-18').staat('toegekend');
    assert.ok(v.s.teLaat && v.s.vlaggen.includes('registratieDuoUitgebleven'));
    v.dag('2027-01-15').staat('vanKracht').doe('duoGeregistreerd', { geregistreerdOp: '2027-01-15' });
    assert.ok(!v.s.teLaat && !v.s.vlaggen.includes('registratieDuoUitgebleven'));
  });

  it('een uitval van maanden geeft hetzelfde als dag voor dag', () => {
    const v = afgewezen(aanvraag('art15', {}, '2026-11-13'));
    const begin = v.s;
    const gezien = v.gebeurtenissen.length;
    v.dag('2027-02-01');
    const ineens = tick(v2, begin, v.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
  });
});
