import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems, tick, type Kader } from '#process';
import { EEN_ARTS, EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { v2 } from './definitie.v2.js';
import { nl } from './teksten.nl.js';

/** Art. 5 onder a goes the same way in both versions; version 2 really tells the others. */
function verhalen(d: typeof v1): void {
  const arts = persoon('arts');
  const melding = { grond: 'art5onderA', kennisgevingOp: '2026-11-02', achttienOp: '2032-06-15' };
  /** The parents' kennisgeving came on Monday 2 November 2026. */
  const kennisgeving = (anders: Record<string, string> = {}, op = '2026-11-02', kader: Kader = KADER) =>
    verhaal(d, { op, gegevens: { ...melding, ...anders }, kader });
  type V = ReturnType<typeof kennisgeving>;

  const bijDeArts = (v: V = kennisgeving()): V =>
    v.doe('volledigVerklaard').doe('artsAanwijzen', { artsId: EEN_ARTS });
  const verklaring = (getekendOp: string, oordeel = 'ongeschikt') => ({
    oordeel,
    getekendOp,
    verklaring: EEN_TEKST,
  });
  const advies = { adviesOp: '2026-11-02', advies: EEN_TEKST };
  /** All papers are in; the officer checks. */
  const inToets = (v: V = kennisgeving(), oordeel = 'ongeschikt'): V =>
    bijDeArts(v)
      .doe('onderwijskundigAdviesOntvangen', advies)
      .doe('verklaringOntvangen', verklaring(v.vandaag, oordeel), arts);
  const totEindeSchooljaar = { geldigVanaf: '2026-11-02', geldigTot: '2027-07-31' };
  const geldig = (v: V = kennisgeving()): V =>
    inToets(v).doe('bevestigen', totEindeSchooljaar).doe('duoGeregistreerd', { geregistreerdOp: v.vandaag });
  const nooitGeschikt = (): V =>
    inToets(kennisgeving(), 'nooitGeschikt')
      .doe('bevestigen', { geldigVanaf: '2026-11-02' })
      .doe('duoGeregistreerd', { geregistreerdOp: '2026-11-02' });

  describe(`vrijstelling ${d.versie}: de tabel`, () => {
    it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(d, nl), []));
    it('de grond is het onderwerp', () => assert.equal(kennisgeving().s.onderwerp, 'art5onderA'));
  });

  describe(`vrijstelling ${d.versie}: zoals het hoort te gaan`, () => {
    it('van kennisgeving tot geldig, en een jaar later verlengd', () => {
      const v = kennisgeving();
      assert.deepEqual(v.gevolgen(), ['brief ontvangstbevestiging']);
      assert.equal(v.termijn('volledigheidstoets'), '2026-11-09');
      v.dag('2026-11-04')
        .doe('aanvullingGevraagd', { ontbreekt: ['eerderBeroep'] })
        .staat('aanvullingGevraagd');
      assert.equal(v.termijn('aanvulling'), '2026-11-18');
      v.dag('2026-11-05').doe('aanvullingOntvangen', { aangevuldOp: '2026-11-05' });
      v.doe('volledigVerklaard').staat('adviesAanTeVragen');
      assert.equal(v.termijn('artsAanwijzen'), '2026-11-12');
      v.doe('artsAanwijzen', { artsId: EEN_ARTS }).staat('bijDeArts');
      assert.deepEqual(v.gevolgen().slice(-2), [
        'brief verzoekVerklaring',
        'brief verzoekOnderwijskundigAdvies',
      ]);
      assert.equal(v.termijn('artsadvies'), '2026-12-17');
      assert.equal(v.termijn('onderwijskundigAdvies'), '2026-11-26');

      // Doctor and samenwerkingsverband work side by side, in any order.
      v.dag('2026-11-20').doe('onderwijskundigAdviesOntvangen', { ...advies, adviesOp: '2026-11-19' });
      assert.equal(v.staat('bijDeArts').termijn('onderwijskundigAdvies'), undefined);
      v.dag('2026-12-10').doe('verklaringOntvangen', verklaring('2026-12-08'), arts).staat('toets');
      assert.equal(v.gebeurtenissen.at(-1)!.namens, 'arts');
      assert.equal(v.termijn('toets'), '2026-12-17');
      assert.equal(v.termijn('verklaringWordtTeOud'), '2027-03-08');
      v.dag('2026-12-14').doe('bevestigen', { geldigVanaf: '2026-12-14', geldigTot: '2027-07-31' });
      v.staat('bevestigd');
      const bericht = ['meld mas', 'meld thuiszitterstafel'].slice(0, d.versie);
      assert.deepEqual(v.gevolgen().slice(-2 - d.versie), [
        'brief vrijstellingBevestigd',
        'taak vrijstellingRegistreren',
        ...bericht,
      ]);
      assert.equal(v.termijn('duoRegistratie'), '2026-12-21');
      v.doe('duoGeregistreerd', { geregistreerdOp: '2026-12-14' }, persoon('systeem')).staat('geldig');
      assert.equal(v.termijn('verlenging'), '2027-06-30');
      assert.equal(v.termijn('eindeGeldigheid'), '2027-07-31');

      v.dag('2027-05-14')
        .doe('verlengingOntvangen', { kennisgevingOp: '2027-05-14' })
        .staat('verlengingOpen');
      assert.deepEqual(v.s.vlaggen.sort(), ['lopendSchooljaar', 'verlenging']);
      // Whit Monday counts for nothing.
      assert.equal(v.termijn('volledigheidstoets'), '2027-05-24');
      assert.equal(v.termijn('geldigheidTijdensVerlenging'), '2027-07-31');
      v.doe('volledigVerklaard').doe('artsAanwijzen', { artsId: EEN_ARTS });
      // Last year's advice does not count for this year.
      assert.equal(v.termijn('onderwijskundigAdvies'), '2027-06-04');
      v.dag('2027-06-01').doe('verklaringOntvangen', verklaring('2027-05-31'), arts);
      const nee = v.weigert('bevestigen', { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' });
      assert.equal(nee.norm, 'onderwijskundigAdvies');
      v.doe('onderwijskundigAdviesOntvangen', { ...advies, adviesOp: '2027-06-01' });
      v.doe('bevestigen', { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' }).staat('bevestigd');
      v.doe('duoGeregistreerd', { geregistreerdOp: '2027-06-01' }).staat('geldig');
      assert.equal(v.termijn('verlenging'), '2028-06-30');
      assert.equal(v.termijn('eindeGeldigheid'), '2028-07-31');
      assert.ok(!v.s.vlaggen.includes('verlenging') && !v.s.vlaggen.includes('lopendSchooljaar'));
    });

    it('een ambtenaar dient de verklaring namens de arts in', () => {
      const v = bijDeArts().doe('verklaringOntvangen', verklaring('2026-11-02'));
      assert.deepEqual(v.gebeurtenissen.at(-1)!.door, {
        rol: 'leerplichtambtenaar',
        id: 'demo-leerplichtambtenaar',
      });
      assert.equal(v.gebeurtenissen.at(-1)!.namens, 'arts');
    });

    it('intrekken en terug naar school beeindigen met een eigen uitkomst', () => {
      bijDeArts().doe('ingetrokken').staat('beeindigd', 'ingetrokken');
      const v = geldig()
        .doe('terugNaarSchool', { terugOp: '2027-01-11' })
        .staat('beeindigd', 'terugNaarSchool');
      assert.equal(v.gevolgen().at(-1), 'taak einddatumDuoDoorgeven');
      // Who has no exemption yet has no end to report.
      const eerder = bijDeArts().doe('terugNaarSchool', { terugOp: '2026-11-09' });
      assert.equal(
        eerder.staat('beeindigd', 'terugNaarSchool').gevolgen().at(-1),
        'brief verzoekOnderwijskundigAdvies',
      );
    });

    it('niet voldaan gaat verder als absoluut verzuim, bij de thuiszitterstafel of nergens', () => {
      for (const [vervolg, gevolg] of [
        ['absoluutVerzuim', 'start mas'],
        ['thuiszitterstafel', 'start thuiszitterstafel'],
        ['geen', 'brief vrijstellingNietVoldaan'],
      ]) {
        const v = inToets(kennisgeving(), 'geschikt').doe('nietVoldaan', { reden: 'geschikt', vervolg });
        assert.equal(v.staat('nietVoldaan', 'nietVoldaan').gevolgen().at(-1), gevolg);
      }
    });
  });

  describe(`vrijstelling ${d.versie}: eisen van de wet`, () => {
    it('de arts moet zijn aangewezen en mag niet de behandelaar zijn, bij iedere stap', () => {
      const aanwijzen = kennisgeving().doe('volledigVerklaard');
      const inTeDienen = bijDeArts();
      const teBevestigen = inToets();
      for (const [feiten, norm] of [
        [{ isBehandelendArts: true, artsIsAangewezen: true }, 'artsNietBehandelend'],
        [{ isBehandelendArts: false, artsIsAangewezen: false }, 'artsAangewezen'],
        // What is not known is not met.
        [{}, 'artsAangewezen'],
        [{ artsIsAangewezen: true }, 'artsNietBehandelend'],
      ] as const) {
        for (const v of [aanwijzen, inTeDienen, teBevestigen]) v.feiten = feiten;
        for (const nee of [
          aanwijzen.weigert('artsAanwijzen', { artsId: EEN_ARTS }),
          inTeDienen.weigert('verklaringOntvangen', verklaring('2026-11-02'), arts),
          teBevestigen.weigert('bevestigen', totEindeSchooljaar),
        ]) {
          assert.deepEqual(
            [nee.code, nee.norm, nee.soort, nee.grondslag, nee.terzijdeTeStellen],
            ['eis', norm, 'LAW', 'Leerplichtwet 1969, artikel 7', false],
          );
        }
      }
    });

    it('een verklaring van 30 augustus is op 1 december twee dagen te oud, die van 1 september niet', () => {
      const v = bijDeArts(kennisgeving({ kennisgevingOp: '2026-12-01' }, '2026-12-01'));
      const nee = v.weigert('verklaringOntvangen', verklaring('2026-08-30'), arts);
      assert.equal(nee.grondslag, 'Leerplichtwet 1969, artikel 7');
      assert.match(nee.melding, /niet van voor 1 september 2026 zijn \(geteld vanaf 1 december 2026/);
      v.doe('verklaringOntvangen', verklaring('2026-09-01'), arts).staat('toets');
    });

    it('op 31 mei is een verklaring van 28 februari nog goed, een dag eerder niet', () => {
      const v = bijDeArts(kennisgeving({ kennisgevingOp: '2027-05-31' }, '2027-05-31'));
      assert.equal(v.weigert('verklaringOntvangen', verklaring('2027-02-27')).norm, 'verklaringNietTeOud');
      v.doe('verklaringOntvangen', verklaring('2027-02-28'));
    });

    it('de ouderdom telt op de dag van de toets; de gemeente kan de kennisgeving kiezen', () => {
      const toets = inToets().dag('2027-02-02');
      assert.equal(toets.termijn('verklaringWordtTeOud'), '2027-02-02');
      toets.dag('2027-02-03');
      assert.deepEqual(toets.gevolgen().slice(-1), ['taak nieuweVerklaringVragen']);
      assert.ok(toets.s.vlaggen.includes('verklaringTeOud'));
      assert.equal(toets.weigert('bevestigen', totEindeSchooljaar).norm, 'verklaringNogGeldig');
      toets.doe('nieuweVerklaringGevraagd', { reden: EEN_TEKST }).staat('bijDeArts');
      assert.ok(!toets.s.vlaggen.includes('verklaringTeOud'));
      assert.equal(toets.termijn('verklaringWordtTeOud'), undefined);
      toets.doe('verklaringOntvangen', verklaring('2027-02-03'), arts).doe('bevestigen', totEindeSchooljaar);

      const anders = structuredClone(KADER);
      anders.instellingen.waarden['peildatumVerklaring'] = 'kennisgeving';
      const v = inToets(kennisgeving({}, '2026-11-02', anders));
      assert.equal(v.termijn('verklaringWordtTeOud'), undefined);
      v.dag('2027-02-03').doe('bevestigen', totEindeSchooljaar);
    });

    it('een verklaring uit de toekomst', () => {
      const nee = bijDeArts().weigert('verklaringOntvangen', verklaring('2026-11-03'));
      assert.equal(nee.norm, 'verklaringGetekend');
    });

    it('wie geschikt is verklaard krijgt geen bevestiging', () => {
      const nee = inToets(kennisgeving(), 'geschikt').weigert('bevestigen', totEindeSchooljaar);
      assert.equal(nee.grondslag, 'Leerplichtwet 1969, artikel 5 onder a');
    });

    it('zonder einddatum alleen wie nooit geschikt wordt', () => {
      const nee = inToets().weigert('bevestigen', { geldigVanaf: '2026-11-02' });
      assert.equal(nee.grondslag, 'Leerplichtwet 1969, artikel 6 lid 2 onder b');
      assert.equal(nooitGeschikt().staat('geldig').termijn('eindeGeldigheid'), undefined);
    });

    it('een LAW-eis kan niemand opzijzetten, een afspraak van de gemeente de teamleider', () => {
      const baas = persoon('teamleider');
      const v = inToets();
      const nee = v.weigert('terzijdeStellen', { norm: 'artsNietBehandelend', reden: EEN_TEKST }, baas);
      assert.deepEqual([nee.soort, nee.grondslag], ['LAW', 'Leerplichtwet 1969, artikel 7']);
      const lang = { geldigVanaf: '2026-11-02', geldigTot: '2027-11-02' };
      assert.equal(v.weigert('bevestigen', lang).norm, 'hoogstensEenJaar');
      v.doe('terzijdeStellen', { norm: 'hoogstensEenJaar', reden: EEN_TEKST }, baas).doe('bevestigen', lang);
      // One year minus a day needs nobody's leave.
      inToets().doe('bevestigen', { geldigVanaf: '2026-11-02', geldigTot: '2027-11-01' });
    });

    it('openen kan niet voor wie 18 is, en niet voor een kennisgeving die nog komt', () => {
      assert.throws(() => kennisgeving({ achttienOp: '2026-11-02' }), /artikel 4b/);
      assert.throws(() => kennisgeving({ kennisgevingOp: '2026-11-03' }), /artikel 6 lid 1/);
    });
  });

  describe(`vrijstelling ${d.versie}: te laat, maar wel door`, () => {
    it('minder dan een maand voor het leerplichtig worden', () => {
      const opTijd = kennisgeving(
        { kennisgevingOp: '2026-08-01', leerplichtigOp: '2026-09-01' },
        '2026-08-01',
      );
      assert.deepEqual(opTijd.s.vlaggen, []);
      assert.equal(opTijd.termijn('kennisgevingVooraf'), '2026-08-01');
      assert.equal(opTijd.dag('2026-08-02').s.teLaat, true);
      assert.equal(opTijd.doe('volledigVerklaard').s.teLaat, false);

      const laat = kennisgeving({ kennisgevingOp: '2026-08-02', leerplichtigOp: '2026-09-01' }, '2026-08-02');
      assert.deepEqual(laat.s.vlaggen, ['kennisgevingTeLaat']);
      assert.equal(laat.s.teLaat, true);
      bijDeArts(laat).staat('bijDeArts');
    });

    it('na 30 juni voor wie al leerplichtig is', () => {
      assert.deepEqual(kennisgeving({ kennisgevingOp: '2027-06-30' }, '2027-06-30').s.vlaggen, []);
      assert.deepEqual(kennisgeving({ kennisgevingOp: '2027-07-01' }, '2027-07-01').s.vlaggen, [
        'kennisgevingTeLaat',
      ]);
    });

    it('tijdens het schooljaar wordt gemarkeerd, voor het volgende schooljaar niet', () => {
      assert.ok(geldig().s.vlaggen.includes('lopendSchooljaar'));
      const v = inToets(kennisgeving({ kennisgevingOp: '2027-05-03' }, '2027-05-03'));
      v.doe('bevestigen', { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' });
      assert.ok(!v.s.vlaggen.includes('lopendSchooljaar'));
      // The first repeat is before the year after, not before the year that was just confirmed.
      assert.equal(v.termijn('verlenging'), '2028-06-30');
    });

    it('een verlenging na 30 juni gaat door en wordt gemarkeerd', () => {
      const v = geldig().dag('2027-07-05').doe('verlengingOntvangen', { kennisgevingOp: '2027-07-05' });
      assert.ok(v.staat('verlengingOpen').s.vlaggen.includes('kennisgevingTeLaat'));
      const opTijd = geldig().dag('2027-07-05').doe('verlengingOntvangen', { kennisgevingOp: '2027-06-30' });
      assert.ok(!opTijd.s.vlaggen.includes('kennisgevingTeLaat'));
    });

    it('een verlenging wacht niet op DUO', () => {
      const v = inToets().doe('bevestigen', totEindeSchooljaar).dag('2027-06-01');
      assert.ok(v.s.vlaggen.includes('registratieDuoUitgebleven'));
      v.doe('verlengingOntvangen', { kennisgevingOp: '2027-06-01' }).staat('verlengingOpen');
      assert.equal(v.termijn('verlenging'), undefined);
    });
  });

  describe(`vrijstelling ${d.versie}: het jaar rond`, () => {
    it('herinnert voor 1 juli, met een brief aan de ouders, en waarschuwt op 1 juli', () => {
      const v = geldig();
      assert.deepEqual(v.herinneringen('verlenging'), [
        'opDatum 2027-04-01',
        'opDatum 2027-05-03',
        'opDatum 2027-06-01',
        'opDatum 2027-06-24',
      ]);
      v.dag('2027-06-30');
      assert.equal(v.s.teLaat, false);
      assert.equal(v.gevolgen().filter((g) => g === 'brief herinneringVerlenging').length, 4);
      v.dag('2027-07-01');
      assert.equal(v.s.teLaat, true);
      assert.ok(v.staat('geldig').s.vlaggen.includes('verlengingNietOntvangen'));
      assert.equal(v.gevolgen().at(-1), 'taak absoluutVerzuimVoorbereiden');
    });

    it('acht weken voor het einde een herinnering, en na 31 juli verlopen', () => {
      const v = geldig();
      assert.deepEqual(v.herinneringen('eindeGeldigheid'), ['opDatum 2027-06-07']);
      v.dag('2027-07-31').staat('geldig').dag('2027-08-01').staat('verlopen', 'verlopen');
      assert.deepEqual(v.gevolgen().slice(-2), ['brief vrijstellingVerlopen', 'start mas']);
    });

    it('loopt de verlenging nog, dan verloopt niets maar is het te zien', () => {
      const v = geldig().dag('2027-06-28').doe('verlengingOntvangen', { kennisgevingOp: '2027-06-28' });
      v.doe('volledigVerklaard').doe('artsAanwijzen', { artsId: EEN_ARTS }).dag('2027-08-01');
      assert.ok(v.staat('bijDeArts').s.vlaggen.includes('geldigheidVerstreken'));
      v.doe('verklaringOntvangen', verklaring('2027-08-01'), arts);
      v.doe('onderwijskundigAdviesOntvangen', { ...advies, adviesOp: '2027-08-01' });
      v.doe('bevestigen', { geldigVanaf: '2027-08-01', geldigTot: '2028-07-31' });
      assert.ok(!v.s.vlaggen.includes('geldigheidVerstreken'));
    });

    it('wie nooit geschikt wordt: geen jaarlijkse kennisgeving, wel ieder jaar contact', () => {
      const v = nooitGeschikt();
      assert.equal(v.termijn('verlenging'), undefined);
      assert.equal(v.termijn('jaarlijksContact'), '2027-11-02');
      v.dag('2028-11-02').staat('geldig');
      assert.equal(v.gevolgen().filter((g) => g === 'taak jaarlijksContact').length, 2);
      assert.equal(v.termijn('jaarlijksContact'), '2029-11-02');
      assert.equal(v.s.teLaat, false);
    });

    it('een arts en een samenwerkingsverband die zwijgen', () => {
      const v = bijDeArts();
      assert.deepEqual(v.herinneringen('artsadvies'), [
        'halverwege 2026-11-23',
        'vooraf 2026-12-10',
        'verstreken 2026-12-15',
        'groep 2026-12-16',
        'teamleider 2026-12-21',
      ]);
      // Fifteen working days: too short for a reminder halfway.
      assert.deepEqual(v.herinneringen('onderwijskundigAdvies')[0], 'vooraf 2026-11-19');
      v.dag('2026-12-31').staat('bijDeArts');
      assert.equal(v.herinnerd().filter((h) => h.startsWith('artsadvies')).length, 5);
      // A new doctor gets the full time.
      v.doe('artsAanwijzen', { artsId: EEN_ARTS });
      assert.equal(v.termijn('artsadvies'), '2027-02-11');
    });

    it('ouders die niet aanvullen: het proces stelt voor te beslissen', () => {
      const v = kennisgeving()
        .doe('aanvullingGevraagd', { ontbreekt: ['grond', 'verklaring'] })
        .dag('2026-11-17');
      assert.deepEqual(v.s.voorstellen, [
        { actie: 'nietVoldaan', termijn: 'aanvulling', sinds: '2026-11-17' },
      ]);
      v.doe('aanvullingOntvangen', { aangevuldOp: '2026-11-17' });
      assert.deepEqual(v.s.voorstellen, []);
    });

    it('18 jaar beeindigt in iedere toestand', () => {
      for (const maak of [(v: V) => v, bijDeArts, inToets, geldig]) {
        const v = maak(kennisgeving({ achttienOp: '2027-06-12' })).dag('2027-06-11');
        assert.equal(v.s.afgerond, false);
        v.dag('2027-06-12').staat('beeindigd', 'achttien');
        assert.equal(v.gevolgen().at(-1), 'taak voorstelDoorstroomcoach');
      }
      const nooit = nooitGeschikt();
      nooit.doe('corrigeren', { velden: { achttienOp: '2027-06-12' }, reden: EEN_TEKST }).dag('2027-06-12');
      nooit.staat('beeindigd', 'achttien');
    });

    it('op de ochtend van de 18e verjaardag kan niemand meer iets, ook als de klok nog niet sloeg', () => {
      const v = inToets(kennisgeving({ achttienOp: '2026-11-10' })).dag('2026-11-09');
      v.vandaag = '2026-11-10' as typeof v.vandaag;
      const nee = v.weigert('bevestigen', totEindeSchooljaar);
      assert.deepEqual([nee.code, nee.mogelijk], ['toestand', []]);
    });
  });

  describe(`vrijstelling ${d.versie}: termijnen van de wet blijven staan`, () => {
    it('verlengen, herplannen en opschorten worden geweigerd met het artikel', () => {
      const v = geldig();
      const baas = persoon('teamleider');
      for (const nee of [
        v.weigert('verlengen', { termijn: 'verlenging', tot: '2027-07-15', reden: EEN_TEKST }, baas),
        v.weigert('herplannen', { termijn: 'verlenging', datum: '2027-07-15', reden: EEN_TEKST }, baas),
        v.weigert('opschorten', { termijnen: ['verlenging'], reden: EEN_TEKST }, baas),
      ]) {
        assert.equal(nee.code, 'eis');
        assert.equal(nee.grondslag, 'Leerplichtwet 1969, artikel 6 lid 2 onder b');
      }
      const achttien = v.weigert('opschorten', { termijnen: ['achttien'], reden: EEN_TEKST });
      assert.equal(achttien.grondslag, 'Leerplichtwet 1969, artikel 4b');
    });

    it('een afspraak van de gemeente wordt verlengd door wie behandelt', () => {
      const v = bijDeArts().doe('verlengen', { termijn: 'artsadvies', tot: '2027-01-15', reden: EEN_TEKST });
      assert.equal(v.termijn('artsadvies'), '2027-01-15');
      assert.equal(v.dag('2027-01-15').s.termijnen.find((l) => l.naam === 'artsadvies')?.verlopen, undefined);
      assert.equal(v.dag('2027-01-16').s.termijnen.find((l) => l.naam === 'artsadvies')?.verlopen, true);
    });

    it('een uitval van twee maanden geeft hetzelfde als dag voor dag', () => {
      const v = geldig().dag('2027-05-20');
      const begin = v.s;
      const gezien = v.gebeurtenissen.length;
      v.dag('2027-07-20');
      const ineens = tick(d, begin, v.vandaag)!;
      assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
      assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
    });
  });
}

verhalen(v1);
// It knows every name of version 1.
verhalen(v2 as unknown as typeof v1);
