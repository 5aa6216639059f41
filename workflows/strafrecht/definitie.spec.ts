import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datum } from '#kalender';
import { isKoppeling, magOpenen, problems, type Kader, type KernActie } from '#process';
import { EEN_TEKST, KADER, persoon, Verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 as mas } from '../mas/definitie.v1.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';

const boa = persoon('leerplichtambtenaar', ['boa']);
const baas = persoon('teamleider');

/** A case file in which everything is done by an officer with investigating powers, unless it says who else. */
class Zaak<S extends string, A extends string, T extends string> extends Verhaal<S, A, T> {
  override doe(actie: A | KernActie, invoer: Record<string, unknown> = {}, wie = boa) {
    return super.doe(actie, invoer, wie);
  }
  override weigert(actie: A | KernActie, invoer: Record<string, unknown> = {}, wie = boa) {
    return super.weigert(actie, invoer, wie);
  }
}

const basis = {
  besluitOp: '2026-11-02',
  tegen: 'jongere',
  verzuimsoort: 'relatief',
  twaalfOp: '2022-03-10',
  achttienOp: '2028-03-10',
};
/** Decided on Monday 2 November 2026. */
const besloten = (anders: Record<string, unknown> = {}, kader: Kader = KADER) =>
  new Zaak(v1, {
    op: '2026-11-02',
    gegevens: { ...basis, ...anders },
    kader,
    wie: persoon('systeem'),
  });
type Z = ReturnType<typeof besloten>;
/** As it comes from Halt, where the youth was heard. */
const naHalt = (anders: Record<string, unknown> = {}, kader?: Kader): Z =>
  besloten({ jongereGehoordOp: '2026-10-05', ...anders }, kader);
const gereed = { pvGereedOp: '2026-11-02', nalevingGeprobeerd: true };
const opPost = { pvVerzondenOp: '2026-11-02', naarRvdk: true };
const bijOm = (z: Z = naHalt()): Z => z.doe('pvGereed', gereed).doe('pvVerzonden', opPost);
const gedagvaard = (z?: Z): Z => {
  const x = bijOm(z).dag('2026-11-16');
  return x.doe('omBeslissing', { beslissing: 'dagvaarding', beslistOp: '2026-11-16' });
};
/** The hearing is on Thursday 7 January 2027. */
const gepland = (z?: Z): Z => gedagvaard(z).doe('zittingsdatum', { zittingOp: '2027-01-07' });
const opZitting = (z?: Z): Z => gepland(z).dag('2027-01-07');
const uitspraak = (wat: string, anders: Record<string, unknown> = {}) => ({
  uitspraak: wat,
  uitspraakOp: '2027-01-07',
  ...anders,
});

/** What went to other processes, as `mas` reads it. */
const berichten = (z: Z): unknown[] =>
  z.effecten.flatMap((e) => {
    if (!isKoppeling(e) || e.soort !== 'meld') return [];
    const gelezen = mas.acties[e.bericht]!.invoer.parse(e.gegevens);
    return [[`${e.procestype}.${e.bericht}`, gelezen, e.moet ?? false]];
  });
const afgerond = (strafrechtResultaat: string) => [
  ['mas.strafrechtAfgerond', { strafrechtResultaat }, false],
];

describe('strafrecht: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is alleen voor boa’s; ieder besluit is een eigen onderwerp', () => {
    assert.equal(v1.afgeschermd, 'boa');
    assert.equal(besloten().s.onderwerp, '2026-11-02');
    for (const [naam, a] of Object.entries(v1.acties))
      assert.equal(a.kenmerk, naam === 'schoolwissel' ? undefined : 'boa', naam);
    const z = bijOm();
    const nee = z.weigert('jcoOverleg', { overlegOp: '2026-11-02' }, persoon('leerplichtambtenaar'));
    assert.equal(nee.code, 'rol');
  });
});

describe('strafrecht: zoals het hoort te gaan', () => {
  it('oproepen, horen, proces-verbaal, dagvaarding, strafonderzoek, zitting, straf', () => {
    const z = besloten().staat('besluitPv');
    assert.equal(z.termijn('oproepen'), '2026-11-09');
    assert.equal(z.termijn('pv'), '2026-11-30');
    z.doe('jcoOverleg', { overlegOp: '2026-11-02', verslag: EEN_TEKST }).staat('besluitPv');
    z.dag('2026-11-03').doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-12' }).staat('horen');
    assert.deepEqual(z.gevolgen(), ['brief oproepVerhoor']);
    assert.deepEqual([z.termijn('oproepen'), z.termijn('horen')], [undefined, '2026-11-17']);
    assert.deepEqual(z.herinneringen('verhoor'), [
      'opDatum 2026-11-11',
      'opDatum 2026-11-12',
      'groep 2026-11-16',
      'teamleider 2026-11-19',
    ]);
    z.dag('2026-11-12').doe('gehoordJongere', { jongereGehoordOp: '2026-11-12', verslag: EEN_TEKST });
    assert.equal(z.staat('pvInOpmaak').termijn('pv'), '2026-11-30');

    z.dag('2026-11-26')
      .doe('pvGereed', { ...gereed, pvGereedOp: '2026-11-25' })
      .staat('pvInOpmaak');
    assert.deepEqual([z.termijn('pv'), z.termijn('pvVerzenden')], [undefined, '2026-12-02']);
    z.dag('2026-11-27').doe('pvVerzonden', { pvVerzondenOp: '2026-11-27', naarRvdk: true });
    assert.deepEqual(z.staat('pvBijOm').gevolgen().slice(-2), ['brief pvNaarOm', 'brief afschriftNaarRaad']);
    assert.equal(z.s.gegevens['pvVerzondenOp'], '2026-11-27');
    assert.equal(z.termijn('omNavragen'), '2027-01-08');

    z.dag('2026-12-14').doe('omBeslissing', { beslissing: 'dagvaarding', beslistOp: '2026-12-11' });
    assert.equal(z.staat('omBeslist').termijn('strafonderzoek'), '2027-01-18');
    // Three months later is a Sunday.
    assert.equal(z.termijn('zittingsdatum'), '2027-03-15');
    z.dag('2026-12-21').doe('strafonderzoekGestart', { onderzoekOp: '2026-12-18' });
    assert.equal(z.staat('rvdkStrafonderzoek').termijn('raadsadvies'), '2027-01-29');
    assert.equal(z.termijn('strafonderzoek'), undefined);
    z.dag('2027-01-25').doe('raadsadvies', { advies: 'straf', adviesOp: '2027-01-22' });
    assert.deepEqual(
      [z.termijn('raadsadvies'), z.s.vlaggen.includes('raadsadviesBinnen')],
      [undefined, true],
    );
    z.doe('zittingsdatum', { zittingOp: '2027-03-11' }).staat('zittingGepland');
    assert.equal(z.termijn('schoolinformatie'), '2027-02-25');
    assert.equal(z.termijn('zitting'), '2027-03-11');
    assert.deepEqual(z.herinneringen('zitting'), ['opDatum 2027-03-09']);
    assert.equal(z.termijn('uitspraak'), '2027-03-25');
    z.dag('2027-02-25');
    assert.deepEqual(z.s.voorstellen, [
      { actie: 'informatieSchool', sinds: '2027-02-25', termijn: 'schoolinformatie' },
    ]);
    z.doe('informatieSchool', { informatieOp: '2027-02-25', informatie: EEN_TEKST });
    z.dag('2027-03-11').doe('uitspraak', uitspraak('straf', { uitspraakOp: '2027-03-11' }));
    z.staat('afgerond', 'straf');
    assert.equal(z.gebeurtenissen.at(-1)!.namens, 'rechter');
    assert.deepEqual(berichten(z), afgerond('afgerond'));
  });

  it('wie al is gehoord wordt niet opnieuw opgeroepen', () => {
    assert.equal(naHalt().staat('pvInOpmaak').termijn('pv'), '2026-11-30');
    besloten({ tegen: 'ouders', jongereGehoordOp: '2026-10-05' }).staat('besluitPv');
    besloten({ tegen: 'ouders', oudersGehoordOp: '2026-10-05' }).staat('pvInOpmaak');
    naHalt({ tegen: 'beiden' }).staat('besluitPv');
    naHalt({ tegen: 'beiden', oudersGehoordOp: '2026-10-05' }).staat('pvInOpmaak');
  });

  it('tegen beiden: eerst de een, dan de ander', () => {
    const z = besloten({ tegen: 'beiden' });
    z.doe('gehoordOuders', { oudersGehoordOp: '2026-11-02' }).staat('horen');
    assert.equal(z.termijn('horen'), '2026-11-16');
    z.dag('2026-11-05').doe('gehoordJongere', { jongereGehoordOp: '2026-11-05' }).staat('pvInOpmaak');
    z.doe('gehoordJongere', { jongereGehoordOp: '2026-11-05' }).staat('pvInOpmaak');
  });

  it('zonder afschrift aan de Raad', () => {
    const z = naHalt()
      .doe('pvGereed', gereed)
      .doe('pvVerzonden', { ...opPost, naarRvdk: false });
    assert.equal(z.staat('pvBijOm').gevolgen().at(-1), 'brief pvNaarOm');
  });

  it('sepot en strafbeschikking zijn het einde', () => {
    for (const [beslissing, resultaat] of [
      ['sepot', 'sepot'],
      ['strafbeschikking', 'afgerond'],
    ] as const) {
      const z = bijOm().doe('omBeslissing', { beslissing, beslistOp: '2026-11-02' });
      assert.equal(z.staat('afgerond', beslissing).gebeurtenissen.at(-1)!.namens, 'om');
      assert.deepEqual(berichten(z), afgerond(resultaat));
    }
  });

  it('elke uitspraak heeft haar eigen einde', () => {
    for (const [wat, resultaat] of [
      ['straf', 'afgerond'],
      ['vrijspraak', 'vrijspraak'],
      ['schuldigZonderStraf', 'afgerond'],
    ] as const) {
      const z = opZitting().doe('uitspraak', uitspraak(wat)).staat('afgerond', wat);
      assert.deepEqual(berichten(z), afgerond(resultaat));
    }
    opZitting()
      .doe('uitspraak', uitspraak('straf', { maatregelTot: '2027-06-01' }))
      .staat('maatregelLoopt');
  });

  it('jeugdreclassering: vier weken voor het einde een herinnering, dan vanzelf klaar', () => {
    const z = opZitting().doe('uitspraak', uitspraak('jeugdreclassering', { maatregelTot: '2028-01-07' }));
    assert.equal(z.staat('maatregelLoopt').termijn('maatregelEinde'), '2028-01-07');
    assert.deepEqual(z.herinneringen('maatregelEinde'), ['opDatum 2027-12-10']);
    z.dag('2027-12-10');
    assert.equal(z.gevolgen().at(-1), 'taak maatregelEindigtBijna');
    z.dag('2028-01-06').staat('maatregelLoopt').dag('2028-01-07').staat('afgerond', 'maatregel');
    assert.deepEqual(berichten(z), afgerond('maatregel'));
  });

  it('een maatregel eindigt eerder, of later als de rechter dat bepaalt', () => {
    const tot = uitspraak('jeugdreclassering', { maatregelTot: '2028-01-07' });
    const z = opZitting().doe('uitspraak', tot).dag('2027-09-01');
    z.doe('maatregelBeeindigd', { beeindigdOp: '2027-09-01' }).staat('afgerond', 'maatregel');
    assert.equal(z.gebeurtenissen.at(-1)!.namens, 'gi');
    const langer = opZitting().doe('uitspraak', tot);
    langer.doe('herplannen', { termijn: 'maatregelEinde', datum: '2028-07-07', reden: EEN_TEKST });
    langer.dag('2028-07-06').staat('maatregelLoopt').dag('2028-07-07').staat('afgerond', 'maatregel');
  });

  it('een schoolwissel verandert niets', () => {
    for (const z of [besloten(), naHalt(), bijOm(), gedagvaard(), gepland()]) {
      const { toestand, termijnen } = z.s;
      z.doe('schoolwissel', {}, persoon('systeem')).staat(toestand as 'horen');
      assert.deepEqual([z.s.termijnen, z.s.vlaggen.includes('schoolwissel')], [termijnen, true]);
    }
  });

  it('afzien, met of zonder waarschuwing', () => {
    for (const [reden, gevolgen] of [
      ['waarschuwing', ['brief waarschuwing', 'meld mas']],
      ['anders', ['meld mas']],
    ] as const)
      for (const z of [besloten(), naHalt()]) {
        z.doe('afzien', { reden, motivering: EEN_TEKST }).staat('afgerond', 'afgezien');
        assert.deepEqual([z.gevolgen(), berichten(z)], [gevolgen, afgerond('afgerond')]);
      }
    assert.equal(bijOm().weigert('afzien', { reden: 'anders', motivering: EEN_TEKST }).code, 'toestand');
  });
});

describe('strafrecht: eisen', () => {
  it('een jongere onder de 12 staat niet zelf terecht, bij het openen en bij de verzending', () => {
    const mag = (anders: Record<string, unknown>) =>
      magOpenen(v1, { ...basis, ...anders }, {}, KADER, datum('2026-11-02')).map(
        (w) => `${w.norm} ${w.grondslag}`,
      );
    const wet = 'twaalfJaar Leerplichtwet 1969, artikel 2 lid 3 en 22 lid 3';
    assert.deepEqual(mag({ twaalfOp: '2026-11-03' }), [wet]);
    assert.deepEqual(mag({ twaalfOp: '2026-11-03', tegen: 'beiden' }), [wet]);
    assert.deepEqual(mag({ twaalfOp: '2026-11-03', tegen: 'ouders' }), []);
    assert.deepEqual(mag({ twaalfOp: '2026-11-02' }), []);
    assert.match(mag({ besluitOp: '2026-11-03' })[0]!, /^besluitGenomen Afspraak/);
    // Eighteen already: the act was committed before.
    assert.deepEqual(mag({ achttienOp: '2026-01-01' }), []);

    const z = naHalt().doe('pvGereed', gereed);
    z.doe('corrigeren', { velden: { twaalfOp: '2026-11-03' }, reden: EEN_TEKST });
    const nee = z.weigert('pvVerzonden', opPost);
    assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['twaalfJaar', 'LAW', false]);
  });

  it('niet verzenden zonder horen en zonder poging tot naleving; opzijzetten kan niemand', () => {
    for (const [z, norm, artikel] of [
      [besloten(), 'jongereGehoord', '22 lid 3'],
      [besloten({ tegen: 'ouders' }), 'oudersGehoord', '22 lid 1'],
      [besloten({ tegen: 'beiden' }), 'jongereGehoord', '22 lid 3'],
      [naHalt({ tegen: 'beiden' }), 'oudersGehoord', '22 lid 1'],
      [besloten().doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-09' }), 'jongereGehoord', '22 lid 3'],
      [
        naHalt().doe('pvGereed', { ...gereed, nalevingGeprobeerd: false }),
        'nalevingGeprobeerd',
        '22 lid 1 en 3',
      ],
    ] as const) {
      const nee = z.weigert('pvVerzonden', opPost);
      assert.deepEqual(
        [nee.code, nee.norm, nee.soort, nee.grondslag],
        ['eis', norm, 'LAW', `Leerplichtwet 1969, artikel ${artikel}`],
      );
      assert.equal(z.weigert('terzijdeStellen', { norm, reden: EEN_TEKST }, baas).soort, 'LAW');
    }
    const z = naHalt();
    assert.equal(z.weigert('pvVerzonden', opPost).norm, 'pvGereed');
    // Written anew, with what was missing.
    z.doe('pvGereed', { ...gereed, nalevingGeprobeerd: false }).doe('pvGereed', gereed);
    z.doe('pvVerzonden', opPost).staat('pvBijOm');
  });

  it('luxe verzuim van een dag krijgt de eerste keer een waarschuwing', () => {
    const luxe = (pv: Record<string, unknown>): Z =>
      naHalt({ verzuimsoort: 'luxe' }).doe('pvGereed', { ...gereed, ...pv });
    for (const pv of [{}, { schooldagen: 1 }, { schooldagen: 1, eerderGewaarschuwd: false }]) {
      const nee = luxe(pv).weigert('pvVerzonden', opPost);
      assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['luxeWaarschuwing', 'CHAIN', true]);
    }
    for (const pv of [{ schooldagen: 2 }, { eerderGewaarschuwd: true }, { verlofOverschreden: true }])
      luxe(pv).doe('pvVerzonden', opPost).staat('pvBijOm');
    const z = luxe({ schooldagen: 1 });
    assert.equal(z.weigert('terzijdeStellen', { norm: 'luxeWaarschuwing', reden: EEN_TEKST }).code, 'rol');
    z.doe('terzijdeStellen', { norm: 'luxeWaarschuwing', reden: EEN_TEKST }, baas);
    z.doe('pvVerzonden', opPost).staat('pvBijOm');
  });

  it('data die niet kunnen', () => {
    const morgen = '2026-11-03';
    const z = besloten();
    const nee = (x: Z, actie: Parameters<Z['weigert']>[0], invoer: Record<string, unknown>) =>
      x.weigert(actie, invoer).norm;
    assert.equal(nee(z, 'uitgenodigdVerhoor', { verhoorOp: '2026-11-01' }), 'verhoorInToekomst');
    assert.equal(nee(z, 'gehoordJongere', { jongereGehoordOp: morgen }), 'jongereGehoordOpGeweest');
    assert.equal(nee(z, 'gehoordOuders', { oudersGehoordOp: morgen }), 'oudersGehoordOpGeweest');
    assert.equal(nee(z, 'jcoOverleg', { overlegOp: morgen }), 'overlegOpGeweest');
    assert.equal(nee(naHalt(), 'pvGereed', { ...gereed, pvGereedOp: morgen }), 'pvGereedOpGeweest');
    const pv = naHalt().doe('pvGereed', gereed);
    assert.equal(nee(pv, 'pvVerzonden', { ...opPost, pvVerzondenOp: morgen }), 'pvVerzondenOpGeweest');
    assert.equal(
      nee(bijOm(), 'omBeslissing', { beslissing: 'sepot', beslistOp: morgen }),
      'beslistOpGeweest',
    );
    const om = gedagvaard();
    assert.equal(nee(om, 'strafonderzoekGestart', { onderzoekOp: '2026-11-17' }), 'onderzoekOpGeweest');
    assert.equal(nee(om, 'raadsadvies', { advies: 'anders', adviesOp: '2026-11-17' }), 'adviesOpGeweest');
    assert.equal(nee(om, 'informatieSchool', { informatieOp: '2026-11-17' }), 'informatieOpGeweest');
    assert.equal(nee(om, 'zittingsdatum', { zittingOp: '2026-11-15' }), 'zittingInToekomst');
    const zitting = opZitting();
    assert.equal(
      nee(zitting, 'uitspraak', uitspraak('straf', { uitspraakOp: '2027-01-08' })),
      'uitspraakOpGeweest',
    );
    assert.equal(
      nee(zitting, 'uitspraak', uitspraak('straf', { uitspraakOp: '2027-01-06' })),
      'uitspraakNaZitting',
    );
    assert.equal(nee(zitting, 'uitspraak', uitspraak('jeugdreclassering')), 'maatregelTot');
    const eerder = uitspraak('straf', { maatregelTot: '2027-01-07' });
    assert.equal(nee(zitting, 'uitspraak', eerder), 'maatregelTot');
    zitting.doe('uitspraak', uitspraak('jeugdreclassering', { maatregelTot: '2027-07-07' }));
    assert.equal(nee(zitting, 'maatregelBeeindigd', { beeindigdOp: '2027-01-08' }), 'beeindigdOpGeweest');
  });

  it('jeugdreclassering zonder einddatum kan ook niet als de norm opzij is gezet', () => {
    const z = opZitting().doe('terzijdeStellen', { norm: 'maatregelTot', reden: EEN_TEKST }, baas);
    assert.equal(z.weigert('uitspraak', uitspraak('jeugdreclassering')).code, 'toestand');
  });
});

describe('strafrecht: een school die geen school is (artikel 22 lid 4)', () => {
  const absoluut = (): Z =>
    besloten({ tegen: 'ouders', verzuimsoort: 'absoluut', oudersGehoordOp: '2026-10-30' });
  const ingelicht = (): Z => absoluut().doe('oudersIngelicht', { oudersIngelichtOp: '2026-10-30' });

  it('vier weken onderzoek, vier weken inschrijven, dan pas het proces-verbaal', () => {
    const z = ingelicht().staat('pvInOpmaak');
    assert.equal(z.termijn('schoolOnderzoek'), '2026-11-27');
    z.dag('2026-11-27').doe('schoolOnderzocht', { onderzochtOp: '2026-11-27', isSchool: false });
    assert.equal(z.gevolgen().at(-1), 'brief geenSchool');
    // Four weeks later is Christmas Day, then Boxing Day and a Sunday.
    assert.equal(z.termijn('inschrijven'), '2026-12-28');
    z.doe('pvGereed', { ...gereed, pvGereedOp: '2026-11-27' }).dag('2026-12-28');
    const nee = z.weigert('pvVerzonden', { ...opPost, pvVerzondenOp: '2026-12-28' });
    assert.deepEqual(
      [nee.norm, nee.grondslag],
      ['nietBekostigdeSchool', 'Leerplichtwet 1969, artikel 22 lid 4'],
    );
    z.dag('2026-12-29');
    assert.deepEqual(
      [z.s.vlaggen.includes('nietIngeschreven'), z.gevolgen().at(-1)],
      [true, 'taak inschrijvingUitgebleven'],
    );
    z.doe('ingeschreven', { ingeschrevenOp: '2026-12-29' });
    // Too late does not undo it.
    z.doe('pvVerzonden', { ...opPost, pvVerzondenOp: '2026-12-29' }).staat('pvBijOm');
  });

  it('de wettelijke termijnen kan niemand verzetten', () => {
    const z = ingelicht();
    const verzet = { termijn: 'schoolOnderzoek', tot: '2026-12-31', reden: EEN_TEKST };
    assert.equal(z.weigert('verlengen', verzet, baas).soort, 'LAW');
    z.dag('2026-11-30');
    assert.ok(z.herinnerd().includes('schoolOnderzoek.verstreken 2026-11-30 groep'));
    assert.equal(z.s.teLaat, true);
  });

  it('op tijd ingeschreven: het proces stelt voor om af te zien', () => {
    const z = ingelicht().doe('schoolOnderzocht', { onderzochtOp: '2026-11-02', isSchool: false });
    z.dag('2026-11-20').doe('ingeschreven', { ingeschrevenOp: '2026-11-19' });
    assert.deepEqual([z.s.voorstellen[0]?.actie, z.termijn('inschrijven')], ['afzien', undefined]);
    z.doe('pvGereed', { ...gereed, pvGereedOp: '2026-11-20' });
    assert.equal(
      z.weigert('pvVerzonden', { ...opPost, pvVerzondenOp: '2026-11-20' }).norm,
      'nietBekostigdeSchool',
    );
    z.doe('afzien', { reden: 'ingeschreven', motivering: EEN_TEKST }).staat('afgerond', 'afgezien');
  });

  it('het is wel een school: het proces-verbaal mag weg', () => {
    const z = ingelicht().doe('schoolOnderzocht', { onderzochtOp: '2026-11-02', isSchool: true });
    assert.deepEqual([z.termijn('inschrijven'), z.s.vlaggen], [undefined, []]);
    bijOm(z).staat('pvBijOm');
  });

  it('in deze volgorde, en alleen bij absoluut verzuim', () => {
    const volgorde: [Z, Parameters<Z['weigert']>[0], Record<string, unknown>, string][] = [
      [naHalt(), 'oudersIngelicht', { oudersIngelichtOp: '2026-11-02' }, 'absoluutVerzuim'],
      [absoluut(), 'schoolOnderzocht', { onderzochtOp: '2026-11-02', isSchool: false }, 'oudersIngelicht'],
      [ingelicht(), 'ingeschreven', { ingeschrevenOp: '2026-11-02' }, 'geenSchool'],
    ];
    for (const [z, actie, invoer, norm] of volgorde) {
      const nee = z.weigert(actie, invoer);
      assert.deepEqual([nee.norm, nee.grondslag], [norm, 'Leerplichtwet 1969, artikel 22 lid 4']);
    }
  });
});

describe('strafrecht: termijnen die verlopen', () => {
  const van = (z: Z, termijn: string): string[] => z.herinnerd().filter((h) => h.startsWith(`${termijn}.`));

  it('oproepen, horen en het proces-verbaal blijven liggen', () => {
    const z = besloten().dag('2026-12-07');
    assert.deepEqual(van(z, 'oproepen'), [
      'oproepen.vooraf 2026-11-05 groep',
      'oproepen.verstreken 2026-11-10 groep',
      'oproepen.groep 2026-11-11 groep',
      'oproepen.teamleider 2026-11-16 teamleider',
    ]);
    // Twenty working days: halfway too.
    assert.deepEqual(van(z, 'pv'), [
      'pv.halverwege 2026-11-16 groep',
      'pv.vooraf 2026-11-26 groep',
      'pv.verstreken 2026-12-01 groep',
      'pv.groep 2026-12-02 groep',
      'pv.teamleider 2026-12-07 teamleider',
    ]);
    assert.equal(z.s.teLaat, true);
    const h = besloten().doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-04' }).dag('2026-11-23');
    assert.deepEqual(van(h, 'horen').length, 4);
    assert.deepEqual(van(h, 'verhoor'), [
      'verhoor.opDatum 2026-11-03 groep',
      'verhoor.opDatum 2026-11-04 groep',
      'verhoor.groep 2026-11-06 groep',
      'verhoor.teamleider 2026-11-11 teamleider',
    ]);
    const p = naHalt().doe('pvGereed', gereed).dag('2026-11-16');
    assert.deepEqual(van(p, 'pvVerzenden').length, 4);
  });

  it('het OM wordt na zes weken en daarna elke vier weken gevraagd', () => {
    const z = bijOm();
    assert.equal(z.termijn('omNavragen'), '2026-12-14');
    z.dag('2026-12-14');
    assert.deepEqual([z.gevolgen().at(-1), z.termijn('omNavragen')], ['taak omNavragen', '2027-01-11']);
    z.dag('2027-01-11');
    assert.equal(z.termijn('omNavragen'), '2027-02-08');
    assert.equal(z.gevolgen().filter((g) => g === 'taak omNavragen').length, 2);
    z.doe('omBeslissing', { beslissing: 'dagvaarding', beslistOp: '2027-01-11' });
    assert.equal(z.termijn('omNavragen'), undefined);
  });

  it('de Raad begint niet, of adviseert niet', () => {
    const z = gedagvaard();
    assert.equal(z.termijn('strafonderzoek'), '2026-12-21');
    z.doe('zittingsdatum', { zittingOp: '2027-03-11' }).dag('2026-12-21');
    assert.deepEqual([z.gevolgen().at(-1), z.termijn('strafonderzoek')], ['taak raadNavragen', '2027-01-18']);
    z.doe('strafonderzoekGestart', { onderzoekOp: '2026-12-21' }).staat('zittingGepland');
    assert.deepEqual([z.termijn('strafonderzoek'), z.termijn('raadsadvies')], [undefined, '2027-02-01']);
    z.dag('2027-02-01');
    assert.deepEqual(
      [z.gevolgen().at(-1), z.termijn('raadsadvies')],
      ['taak raadsadviesNavragen', '2027-03-01'],
    );
    // Parents are no business of the Raad.
    const ouders = besloten({ tegen: 'ouders', oudersGehoordOp: '2026-10-05' });
    assert.equal(gedagvaard(ouders).termijn('strafonderzoek'), undefined);
  });

  it('de zitting: tien werkdagen ervoor de school, twee ervoor een herinnering', () => {
    const z = gepland();
    // Over Christmas and New Year.
    assert.equal(z.termijn('schoolinformatie'), '2026-12-22');
    z.dag('2026-12-22');
    assert.equal(z.gevolgen().at(-1), 'taak schoolinformatieVerzamelen');
    z.dag('2027-01-05');
    assert.equal(z.herinnerd().at(-1), 'zitting.opDatum 2027-01-05 groep');
    z.dag('2027-01-28');
    assert.deepEqual(van(z, 'uitspraak').length, 4);
    assert.equal(z.staat('zittingGepland').s.teLaat, true);
  });

  it('een andere datum verplaatst alles; wie de informatie al heeft, wordt niet gevraagd', () => {
    const z = gepland().doe('zittingsdatum', { zittingOp: '2027-02-04' });
    assert.deepEqual([z.termijn('schoolinformatie'), z.termijn('zitting')], ['2027-01-21', '2027-02-04']);
    z.doe('informatieSchool', { informatieOp: '2026-11-16' });
    z.doe('zittingsdatum', { zittingOp: '2027-02-11' });
    assert.deepEqual([z.termijn('schoolinformatie'), z.termijn('zitting')], [undefined, '2027-02-11']);
    // Less than ten working days ahead: at once.
    const kort = gedagvaard().doe('zittingsdatum', { zittingOp: '2026-11-20' }).dag('2026-11-17');
    assert.equal(kort.gevolgen().at(-1), 'taak schoolinformatieVerzamelen');
  });

  it('aangehouden: elke drie maanden vragen naar de nieuwe datum', () => {
    const z = opZitting().doe('uitspraak', uitspraak('aangehouden')).staat('aangehouden');
    assert.equal(z.termijn('zittingsdatum'), '2027-04-07');
    z.dag('2027-04-07');
    assert.deepEqual(
      [z.gevolgen().at(-1), z.termijn('zittingsdatum')],
      ['taak zittingNavragen', '2027-07-07'],
    );
    z.dag('2027-07-07');
    assert.equal(z.termijn('zittingsdatum'), '2027-10-07');
    assert.equal(z.gevolgen().filter((g) => g === 'taak zittingNavragen').length, 2);
  });

  it('de gemeente kiest de duur', () => {
    const kader = structuredClone(KADER);
    Object.assign(kader.instellingen.waarden, {
      strafrechtPv: { werkdagen: 15 },
      strafrechtOm: { weken: 8 },
      strafrechtOmDaarna: { weken: 2 },
    });
    const z = naHalt({}, kader);
    assert.equal(z.termijn('pv'), '2026-11-23');
    assert.equal(bijOm(z).termijn('omNavragen'), '2026-12-28');
    assert.equal(z.dag('2026-12-28').termijn('omNavragen'), '2027-01-11');
  });
});

describe('strafrecht: 18 jaar', () => {
  it('is een vlag en verder niets', () => {
    const z = gepland(naHalt({ achttienOp: '2026-12-12' })).dag('2026-12-11');
    const { termijnen } = z.s;
    z.dag('2026-12-12').staat('zittingGepland');
    assert.deepEqual(z.s.vlaggen, ['achttienPlus']);
    assert.deepEqual(
      z.s.termijnen,
      termijnen.filter((l) => l.naam !== 'achttien'),
    );
    assert.deepEqual([z.s.voorstellen, z.gebeurtenissen.at(-1)!.soort], [[], 'gebeurd']);
  });

  it('wie al 18 was krijgt de vlag meteen', () => {
    assert.deepEqual(naHalt({ achttienOp: '2026-10-01' }).staat('pvInOpmaak').s.vlaggen, ['achttienPlus']);
  });

  it('Koen: na Halt het proces-verbaal, VAVO, aangehouden, 18, en een jaar jeugdreclassering', () => {
    const z = naHalt({ achttienOp: '2027-10-02' }).doe('jcoOverleg', { overlegOp: '2026-11-02' });
    z.doe('schoolwissel', { toelichting: EEN_TEKST });
    z.dag('2026-11-20').doe('pvGereed', { ...gereed, pvGereedOp: '2026-11-20' });
    z.doe('pvVerzonden', { pvVerzondenOp: '2026-11-20', naarRvdk: true });
    z.dag('2027-06-01').doe('omBeslissing', { beslissing: 'dagvaarding', beslistOp: '2027-06-01' });
    z.doe('zittingsdatum', { zittingOp: '2027-09-16' }).doe('strafonderzoekGestart', {
      onderzoekOp: '2027-06-01',
    });
    z.dag('2027-09-09').doe('raadsadvies', { advies: 'aanhouden', adviesOp: '2027-09-09' });
    z.doe('informatieSchool', { informatieOp: '2027-09-09' });
    z.dag('2027-09-16').doe('uitspraak', uitspraak('aangehouden', { uitspraakOp: '2027-09-16' }));
    // For the second hearing the school and the Raad are asked anew.
    assert.deepEqual(
      z.s.vlaggen.filter((v) => v.endsWith('Binnen')),
      [],
    );
    z.dag('2027-10-02').staat('aangehouden');
    assert.ok(z.s.vlaggen.includes('achttienPlus'));
    z.dag('2027-11-01').doe('zittingsdatum', { zittingOp: '2027-12-16' });
    assert.equal(z.termijn('schoolinformatie'), '2027-12-02');
    z.dag('2027-12-02').doe('informatieSchool', { informatieOp: '2027-12-02', informatie: EEN_TEKST });
    z.dag('2027-12-16');
    z.doe(
      'uitspraak',
      uitspraak('jeugdreclassering', { uitspraakOp: '2027-12-16', maatregelTot: '2028-12-16' }),
    );
    assert.equal(z.staat('maatregelLoopt').termijn('maatregelEinde'), '2028-12-16');
    z.dag('2028-12-16').staat('afgerond', 'maatregel');
    // His report closed at 18: nobody has to hear this any more.
    assert.deepEqual(berichten(z), afgerond('maatregel'));
  });
});
