import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems } from '#process';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { duoStatus } from './duo-status.js';
import { nl } from './teksten.nl.js';

const systeem = persoon('systeem');
const school = persoon('school');
const boa = persoon('leerplichtambtenaar', ['boa']);
const baas = persoon('teamleider');

/** Sixteen hours were reached on Friday 30 October 2026; the report came on Monday 2 November. */
const MELDING = {
  bron: 'duo',
  soort: 'zestienUur',
  ontvangenOp: '2026-11-02',
  meldingNummer: '4711',
  verzuimVanaf: '2026-10-12',
  verzuimTot: '2026-10-30',
  zestienUurOp: '2026-10-30',
  uren: 20,
  twaalfOp: '2023-06-15',
  achttienOp: '2029-06-15',
};
const gemeld = (anders: Record<string, string | number> = {}, op = '2026-11-02') =>
  verhaal(v1, { op, gegevens: { ...MELDING, ...anders }, wie: systeem });
type V = ReturnType<typeof gemeld>;

const inOnderzoek = (v: V = gemeld()): V =>
  v.doe('inBehandeling').doe('contactGelegd', { contactOp: v.vandaag, contactMet: 'ouders' });
/** The talk was held, parents and youth were heard. */
const gehoord = (v: V = inOnderzoek()): V =>
  v
    .doe('gesprekGevoerd', { gesprekGevoerdOp: v.vandaag })
    .doe('gehoordOuders', { oudersGehoordOp: v.vandaag })
    .doe('gehoordJongere', { jongereGehoordOp: v.vandaag, aangespoord: true });
const routekeuze = (v: V = gehoord()): V => v.doe('onderzoekAfgerond').staat('routekeuze');
const hulp = { aanbieder: 'wijkracht' };
const halt = { overlegOvJ: false, motiveringWpg: EEN_TEKST };
const civiel = { motivering: EEN_TEKST };
const pv = { tegen: 'jongere', verzuimsoort: 'relatief', motiveringWpg: EEN_TEKST };
const tafel = { verzuim: 'ongeoorloofd', toestemming: true };
const metHalt = (v: V = routekeuze()): V => v.doe('routeHalt', halt, boa);
const metPv = (v: V = routekeuze()): V => v.doe('routeStrafrecht', pv, boa);
const gestopt = (v: V): V => v.doe('verzuimGestopt', { gestoptOp: v.vandaag }, school);

/** What went to another process last, as it travels. */
const laatst = (v: V): [string, unknown] => {
  const e = v.effecten.findLast((x) => x.soort === 'start' || x.soort === 'meld')!;
  return [e.procestype, JSON.parse(JSON.stringify(e.gegevens))];
};
const heeft = (v: V, ...vlaggen: string[]): string[] => vlaggen.filter((x) => v.s.vlaggen.includes(x));
const voorstellen = (v: V): string[] => v.s.voorstellen.map((x) => x.actie);

describe('mas: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is er een per jongere tegelijk', () => assert.equal(gemeld().s.onderwerp, 'jongere'));
  it('heeft voor iedere toestand een status bij DUO', () => {
    assert.deepEqual(Object.keys(duoStatus), Object.keys(v1.toestanden));
    const van = (s: keyof typeof duoStatus): string => duoStatus[s];
    assert.equal(van('ontvangen'), 'geregistreerd');
    for (const s of ['inBehandeling', 'inOnderzoek', 'routekeuze', 'routeLoopt', 'evaluatie'] as const)
      assert.equal(van(s), 'inBehandeling');
    // Whoever is over is never geregistreerd or inBehandeling.
    const over = Object.keys(v1.toestanden).filter((s) => v1.toestanden[s]!.eind);
    assert.deepEqual(
      over.map((s) => duoStatus[s as keyof typeof duoStatus]),
      ['afgesloten', 'ingetrokken', 'terKennisgeving'],
    );
  });
});

describe('mas: zoals het hoort te gaan', () => {
  it('melding, onderzoek, hulp, evaluatie, hersteld', () => {
    const v = gemeld().staat('ontvangen');
    assert.deepEqual(v.s.vlaggen, []);
    assert.equal(v.termijn('inBehandeling'), '2026-11-04');
    assert.equal(v.termijn('eersteContact'), '2026-11-09');
    assert.equal(v.termijn('gesprek'), '2026-11-16');
    assert.equal(v.termijn('routekeuze'), '2026-11-30');
    v.dag('2026-11-03').doe('inBehandeling').staat('inBehandeling');
    assert.equal(v.termijn('inBehandeling'), undefined);
    v.doe('contactGelegd', { contactOp: '2026-11-03', contactMet: 'ouders' }).staat('inOnderzoek');
    assert.equal(v.termijn('eersteContact'), undefined);
    v.doe('gesprekGepland', { gesprekOp: '2026-11-10' });
    assert.deepEqual(v.gevolgen(), ['brief uitnodigingGesprek']);
    v.dag('2026-11-10').doe('gesprekGevoerd', { gesprekGevoerdOp: '2026-11-10', verslag: EEN_TEKST });
    assert.equal(v.termijn('gesprek'), undefined);
    assert.deepEqual(voorstellen(v), ['onderzoekAfgerond']);
    v.doe('signaleringsinstrument', { signaalAdvies: 'hulp', score: 12 });
    v.doe('onderzoekAfgerond', { conclusie: EEN_TEKST }).staat('routekeuze');
    assert.deepEqual(voorstellen(v), ['routeHulp']);

    v.dag('2026-11-12').doe('routeHulp', hulp).staat('routeLoopt');
    assert.deepEqual(laatst(v), ['hulp', { aangebodenOp: '2026-11-12', aanbieder: 'wijkracht' }]);
    assert.deepEqual(heeft(v, 'hulpLoopt'), ['hulpLoopt']);
    assert.equal(v.termijn('routekeuze'), undefined);
    assert.equal(v.termijn('evaluatie'), '2027-01-07');
    v.dag('2027-01-04').doe('hulpAfgerond', { hulpResultaat: 'geslaagd' }, systeem).staat('evaluatie');
    assert.deepEqual(heeft(v, 'hulpLoopt'), []);
    assert.deepEqual(voorstellen(v), ['verzuimGestopt']);
    assert.equal(v.termijn('evaluatieAfronden'), '2027-01-18');
    v.dag('2027-01-06').doe('verzuimGestopt', { gestoptOp: '2027-01-05' }, school).staat('evaluatie');
    assert.deepEqual(voorstellen(v), ['afsluiten']);
    v.doe('afsluiten', { resultaat: 'hersteld' }).staat('afgesloten', 'hersteld');
  });

  it('een melding die nergens toe leidt wordt ter kennisgeving aangenomen', () => {
    const v = gemeld().doe('terKennisgeving', { reden: 'dubbel' });
    v.staat('terKennisgeving', 'terKennisgeving');
    gemeld()
      .doe('inBehandeling')
      .doe('terKennisgeving', { reden: 'geoorloofd' })
      .staat('terKennisgeving', 'terKennisgeving');
    assert.equal(inOnderzoek().weigert('terKennisgeving', { reden: 'dubbel' }).code, 'toestand');
  });

  it('overleg, plan van aanpak en zijstappen houden de toestand', () => {
    const v = inOnderzoek();
    v.doe('mdoGepland', { mdoOp: '2026-11-12' }).dag('2026-11-12');
    v.doe('mdoGehouden', { mdoGehoudenOp: '2026-11-12' }).doe('planVanAanpak', { planOp: '2026-11-12' });
    v.doe('adviesOntvangen', { adviseur: 'schoolarts', adviesOp: '2026-11-11', advies: EEN_TEKST });
    v.doe('hulpAangeboden', { hulpAangebodenOp: '2026-11-12' });
    v.doe('hulpGeweigerd', { geweigerdDoor: 'beiden' });
    v.doe('besprokenInSat', { satOp: '2026-11-11', volgendeSatOp: '2026-12-09' }, school);
    v.doe('aangemeldTbi', { tbiOp: '2026-11-12' }, school);
    v.doe('uitgeschreven', { uitgeschrevenOp: '2026-11-12' }, school);
    assert.deepEqual(heeft(v, 'hulpGeweigerd', 'aangemeldTbi', 'uitgeschreven').length, 3);
    assert.equal(v.gevolgen().at(-1), 'taak inschrijvingNagaan');
    v.doe('schoolwissel', {}, systeem).staat('inOnderzoek');
    assert.deepEqual(heeft(v, 'uitgeschreven'), []);
    assert.equal(v.gevolgen().at(-1), 'taak nieuweSchoolInformeren');
    // Help that was refused may be chosen after all.
    routekeuze(gehoord(v)).doe('routeHulp', hulp);
    assert.deepEqual(heeft(v, 'hulpGeweigerd'), []);
  });

  it('niet verschenen: een nieuw gesprek', () => {
    const v = inOnderzoek().doe('gesprekGepland', { gesprekOp: '2026-11-05' }).dag('2026-11-05');
    v.doe('nietVerschenen');
    assert.equal(v.staat('inOnderzoek').termijn('gesprekVastleggen'), undefined);
    v.doe('gesprekGepland', { gesprekOp: '2026-11-09' });
    assert.equal(v.termijn('gesprekVastleggen'), '2026-11-09');
  });
});

describe('mas: Koen, het derde schooljaar', () => {
  it('Halt, negatief, proces-verbaal, vavo, en 18 terwijl strafrecht doorgaat', () => {
    const v = gemeld({ uren: 40, achttienOp: '2027-10-04' });
    routekeuze(gehoord(inOnderzoek(v)));
    metHalt(v).staat('routeLoopt');
    assert.deepEqual(laatst(v), ['halt', { gekozenOp: '2026-11-02', uren: 40, overlegOvJ: false }]);
    // Illness reports: the doctor of the school looks along, the route goes on.
    v.dag('2026-12-01').doe('adviesOntvangen', { adviseur: 'schoolarts', adviesOp: '2026-12-01' });
    v.dag('2026-12-14').doe('haltAfgerond', { haltResultaat: 'negatief' }, systeem).staat('routekeuze');
    assert.deepEqual(voorstellen(v), ['routeStrafrecht']);
    assert.equal(v.termijn('pvBesluit'), '2026-12-29');
    // A second Halt is not offered.
    v.feiten = { haltVerwezen: 1 };
    assert.equal(v.weigert('routeHalt', halt, boa).norm, 'haltEenmalig');
    v.dag('2026-12-21').doe('routeStrafrecht', pv, boa).staat('routeLoopt');
    assert.equal(v.termijn('pvBesluit'), undefined);
    assert.deepEqual(laatst(v), [
      'strafrecht',
      {
        besluitOp: '2026-12-21',
        tegen: 'jongere',
        verzuimsoort: 'relatief',
        jongereGehoordOp: '2026-11-02',
        oudersGehoordOp: '2026-11-02',
      },
    ]);
    v.doe('schoolwissel', {}, systeem).doe('toestemmingVavo', { toestemmingOp: '2026-12-21' });
    assert.deepEqual(heeft(v, 'strafrechtLoopt', 'vavo'), ['strafrechtLoopt', 'vavo']);
    v.dag('2027-04-04');
    assert.deepEqual(laatst(v), ['overdracht', { gesignaleerdOp: '2027-04-04', bron: 'leeftijd' }]);
    v.dag('2027-10-03').staat('evaluatie').dag('2027-10-04').staat('afgesloten', 'achttien');
    // Nothing was said to the criminal route: it goes on by itself.
    assert.ok(!v.effecten.some((e) => e.soort === 'meld'));
  });

  it('het eerste jaar: hulp geweigerd, strikte afspraken, hersteld', () => {
    const v = inOnderzoek().doe('gesprekGevoerd', { gesprekGevoerdOp: '2026-11-02' });
    v.doe('hulpGeweigerd', { geweigerdDoor: 'jongere' });
    v.doe('afsprakenVastgelegd', { afspraken: EEN_TEKST, afsprakenTot: '2026-12-11', andersVolgt: 'halt' });
    assert.equal(v.termijn('afsprakenNagaan'), '2026-12-11');
    v.dag('2026-12-11').doe('verzuimGestopt', { gestoptOp: '2026-11-10' }).staat('evaluatie');
    assert.equal(v.termijn('afsprakenNagaan'), undefined);
    v.doe('afsluiten', { resultaat: 'hersteld' }).staat('afgesloten', 'hersteld');
  });
});

describe('mas: routes naast elkaar', () => {
  it('de eerste die slaagt wacht op de andere', () => {
    const v = routekeuze().doe('routeHulp', hulp).doe('routeCiviel', civiel).staat('routeLoopt');
    assert.deepEqual(laatst(v), ['civiel', { overwogenOp: '2026-11-02' }]);
    metHalt(v).doe('naarTafel', { ...tafel, thuisSinds: '2026-10-12' });
    assert.deepEqual(laatst(v), [
      'thuiszitterstafel',
      { aangemeldOp: '2026-11-02', verzuim: 'ongeoorloofd', toestemming: true, thuisSinds: '2026-10-12' },
    ]);
    v.doe('hulpAfgerond', { hulpResultaat: 'geslaagd' }, systeem).staat('routeLoopt');
    v.doe('haltAfgerond', { haltResultaat: 'positief' }, systeem).staat('routeLoopt');
    v.doe('tafelAfgerond', { tafelResultaat: 'anders' }, systeem).staat('routeLoopt');
    v.doe('civielAfgerond', { civielResultaat: 'vrijwilligVerder' }, systeem).staat('evaluatie');
    assert.deepEqual(voorstellen(v), ['routeHulp']);
    assert.deepEqual(heeft(v, 'hulpLoopt', 'haltLoopt', 'civielLoopt', 'strafrechtLoopt', 'tafelLoopt'), []);
  });

  it('een die mislukt vraagt een nieuwe keuze, de andere loopt door', () => {
    for (const [begin, bericht, invoer] of [
      [hulp, 'hulpAfgerond', { hulpResultaat: 'geweigerd' }],
      [hulp, 'hulpAfgerond', { hulpResultaat: 'zonderResultaat' }],
      [hulp, 'civielAfgerond', { civielResultaat: 'afgewezen' }],
      [hulp, 'tafelAfgerond', { tafelResultaat: 'geenOplossing' }],
      [hulp, 'strafrechtAfgerond', { strafrechtResultaat: 'sepot' }],
      [hulp, 'strafrechtAfgerond', { strafrechtResultaat: 'vrijspraak' }],
    ] as const) {
      const v = routekeuze().doe('routeHulp', begin).doe('routeCiviel', civiel).doe('naarTafel', tafel);
      metPv(v).doe(bericht, invoer, systeem).staat('routekeuze');
      assert.equal(heeft(v, 'hulpLoopt', 'civielLoopt', 'tafelLoopt', 'strafrechtLoopt').length, 3);
      assert.equal(v.termijn('opnieuwKiezen'), '2026-11-16');
      metHalt(v).staat('routeLoopt');
      assert.equal(v.termijn('opnieuwKiezen'), undefined);
      assert.deepEqual(heeft(v, 'nieuweKeuze'), []);
    }
  });

  it('niet aangenomen door Halt is als negatief', () => {
    const v = metHalt().doe('haltAfgerond', { haltResultaat: 'nietAangenomen' }, systeem).staat('routekeuze');
    assert.deepEqual(voorstellen(v), ['routeStrafrecht']);
    assert.equal(v.termijn('pvBesluit'), '2026-11-16');
    // The decision may be taken in the process of Halt itself.
    v.doe('strafrechtGestart', {}, systeem).staat('routeLoopt');
    assert.equal(v.termijn('pvBesluit'), undefined);
    assert.deepEqual(heeft(v, 'strafrechtLoopt'), ['strafrechtLoopt']);
  });

  it('een bericht van voor de keuze blijft bewaard', () => {
    const v = gemeld().doe('strafrechtGestart', {}, systeem).staat('ontvangen');
    v.doe('tafelAdvies', { tafelRoute: 'civiel' }, systeem).staat('ontvangen');
    routekeuze(gehoord(inOnderzoek(v)));
    assert.deepEqual(heeft(v, 'strafrechtLoopt'), ['strafrechtLoopt']);
    assert.deepEqual(voorstellen(v), ['routeCiviel']);
    v.doe('strafrechtAfgerond', { strafrechtResultaat: 'afgerond' }, systeem).staat('routekeuze');
    assert.deepEqual(heeft(v, 'strafrechtLoopt'), []);
  });

  it('de tafel adviseert een route, de ambtenaar kiest', () => {
    const v = inOnderzoek()
      .doe('naarTafel', { ...tafel, verzuim: 'geoorloofd' })
      .staat('routeLoopt');
    v.doe('tafelAdvies', { tafelRoute: 'hulp' }, systeem).staat('routeLoopt');
    assert.deepEqual(voorstellen(v), ['routeHulp']);
    v.doe('tafelAfgerond', { tafelResultaat: 'anders' }, systeem).staat('evaluatie');
    v.doe('routeHulp', hulp).staat('routeLoopt');
  });

  it('een route die nooit op gang kwam wordt gestopt', () => {
    const v = metHalt();
    const dubbel = v.weigert('routeHalt', halt, boa);
    assert.deepEqual([dubbel.norm, dubbel.terzijdeTeStellen], ['routeLooptNogNiet', true]);
    assert.equal(v.weigert('routeGestopt', { gestopteRoute: 'hulp' }).code, 'toestand');
    v.doe('routeGestopt', { gestopteRoute: 'halt' }).staat('routekeuze');
    metHalt(v).staat('routeLoopt');
  });

  it('doorgaan na de evaluatie, eerder evalueren, of opnieuw kiezen', () => {
    const v = routekeuze().doe('routeHulp', hulp).doe('evalueren').staat('evaluatie');
    v.dag('2026-11-09').doe('routeVoortzetten').staat('routeLoopt');
    assert.equal(v.termijn('evaluatie'), '2027-01-04');
    v.doe('verzuimVoortgezet', { uren: 6 }, school).staat('evaluatie');
    v.doe('verzuimVoortgezet', { uren: 9 }, school).staat('routekeuze');
    assert.equal(v.termijn('opnieuwKiezen'), '2026-11-23');
    assert.deepEqual(heeft(v, 'hulpLoopt', 'verspreidVerzuim'), ['hulpLoopt', 'verspreidVerzuim']);
    gestopt(v).staat('evaluatie');
    assert.deepEqual(heeft(v, 'nieuweKeuze', 'verspreidVerzuim'), []);
  });
});

describe('mas: eisen voor Halt', () => {
  const weigert = (v: V, invoer: object = {}) => v.weigert('routeHalt', { ...halt, ...invoer }, boa);

  it('alleen door een opsporingsambtenaar', () => {
    assert.equal(routekeuze().weigert('routeHalt', halt).code, 'rol');
    assert.equal(routekeuze().weigert('routeStrafrecht', pv).code, 'rol');
    assert.equal(routekeuze().weigert('haltAfgerond', { haltResultaat: 'positief' }, boa).code, 'rol');
  });

  it('van 12 tot 18 jaar, zonder uitzondering', () => {
    const v = routekeuze(
      inOnderzoek(gemeld({ twaalfOp: '2026-11-03', achttienOp: '2032-11-03' })).doe('gesprekGevoerd', {
        gesprekGevoerdOp: '2026-11-02',
      }),
    );
    const nee = weigert(v);
    assert.deepEqual(
      [nee.norm, nee.grondslag, nee.terzijdeTeStellen],
      ['haltLeeftijd', 'Wetboek van Strafrecht, artikel 77a', false],
    );
    v.dag('2026-11-03').doe('routeHalt', halt, boa);
  });

  it('vanaf 9 uur of 12 keer te laat, boven 60 alleen met de officier van justitie', () => {
    const v = routekeuze();
    for (const [invoer, norm] of [
      [{ uren: 8, aantalTeLaat: 11 }, 'haltOndergrens'],
      [{ uren: 8 }, 'haltOndergrens'],
      [{ uren: 61 }, 'haltBovengrens'],
      [{ uren: 9, aantalTeLaat: 61 }, 'haltBovengrens'],
    ] as const) {
      const nee = weigert(v, invoer);
      assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], [norm, 'CHAIN', true]);
    }
    assert.match(weigert(v, { uren: 8, aantalTeLaat: 11 }).melding, /8 uur en 11 keer/);
    for (const invoer of [
      { uren: 9 },
      { uren: 60, aantalTeLaat: 60 },
      { uren: 0, aantalTeLaat: 12 },
      { uren: 61, overlegOvJ: true },
      {},
    ])
      routekeuze().doe('routeHalt', { ...halt, ...invoer }, boa);
    v.doe('terzijdeStellen', { norm: 'haltOndergrens', reden: EEN_TEKST }, baas);
    v.doe('routeHalt', { ...halt, uren: 8 }, boa);
    assert.deepEqual(laatst(v)[1], { gekozenOp: '2026-11-02', uren: 8, overlegOvJ: false });
  });

  it('een tweede keer: alleen met een teamleider en de officier van justitie', () => {
    const v = routekeuze();
    v.feiten = { haltVerwezen: 2 };
    const nee = weigert(v);
    assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['haltEenmalig', 'CHAIN', true]);
    assert.match(nee.melding, /al 2 keer eerder/);
    v.doe('terzijdeStellen', { norm: 'haltEenmalig', reden: EEN_TEKST }, baas);
    assert.equal(weigert(v).norm, 'haltOpnieuwMetOvJ');
    // The referral itself stays the act of a BOA officer.
    assert.equal(v.weigert('routeHalt', { ...halt, overlegOvJ: true }, baas).code, 'rol');
    v.doe('routeHalt', { ...halt, overlegOvJ: true }, boa).staat('routeLoopt');
  });
});

describe('mas: eisen voor strafrecht en civiel', () => {
  it('eerst horen tegen wie het proces-verbaal is', () => {
    const v = inOnderzoek()
      .doe('gesprekGevoerd', { gesprekGevoerdOp: '2026-11-02' })
      .doe('onderzoekAfgerond');
    const nee = (tegen: string) => v.weigert('routeStrafrecht', { ...pv, tegen }, boa);
    assert.deepEqual(
      [nee('jongere').norm, nee('jongere').grondslag, nee('jongere').terzijdeTeStellen],
      ['jongereGehoord', 'Leerplichtwet 1969, artikel 22 lid 3', false],
    );
    assert.deepEqual(
      [nee('ouders').norm, nee('ouders').grondslag],
      ['oudersGehoord', 'Leerplichtwet 1969, artikel 22 lid 1'],
    );
    v.doe('gehoordJongere', { jongereGehoordOp: '2026-11-02', aangespoord: false });
    assert.equal(nee('jongere').norm, 'jongereAangespoord');
    v.doe('gehoordJongere', { jongereGehoordOp: '2026-11-02', aangespoord: true });
    assert.equal(nee('beiden').norm, 'oudersGehoord');
    v.doe('gehoordOuders', { oudersGehoordOp: '2026-11-02' });
    v.doe('routeStrafrecht', { ...pv, tegen: 'beiden' }, boa).staat('routeLoopt');
  });

  it('onder de 12 alleen tegen de ouders', () => {
    const v = inOnderzoek(gemeld({ twaalfOp: '2027-01-15', achttienOp: '2033-01-15' }));
    const jong = v.weigert('gehoordJongere', { jongereGehoordOp: '2026-11-02', aangespoord: true });
    assert.equal(jong.norm, 'jongereTwaalf');
    v.doe('gehoordOuders', { oudersGehoordOp: '2026-11-02' }).doe('onderzoekAfgerond');
    const nee = v.weigert('routeStrafrecht', pv, boa);
    assert.deepEqual([nee.norm, nee.grondslag], ['pvVanafTwaalf', 'Leerplichtwet 1969, artikel 2 lid 3']);
    v.doe('routeStrafrecht', { ...pv, tegen: 'ouders' }, boa);
    assert.deepEqual(heeft(v, 'strafrechtLoopt'), ['strafrechtLoopt']);
  });

  it('luxe verzuim van een schooldag, de eerste keer: een waarschuwing', () => {
    const dag = { soort: 'luxe', verzuimVanaf: '2026-10-30', verzuimTot: '2026-11-01' };
    const luxe = { ...pv, tegen: 'ouders', verzuimsoort: 'luxe' };
    const v = routekeuze(gehoord(inOnderzoek(gemeld(dag))));
    const nee = v.weigert('routeStrafrecht', luxe, boa);
    assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['luxeEersteKeer', 'CHAIN', true]);
    // The warning for this same day is not an earlier one.
    v.doe('waarschuwing');
    assert.equal(v.gevolgen().at(-1), 'brief waarschuwing');
    assert.equal(v.weigert('routeStrafrecht', luxe, boa).norm, 'luxeEersteKeer');
    const weer = {
      soort: 'luxe',
      ontvangenOp: '2026-11-02',
      verzuimVanaf: '2026-11-02',
      verzuimTot: '2026-11-02',
    };
    v.doe('vervolgmelding', weer, systeem).doe('routeStrafrecht', luxe, boa).staat('routeLoopt');

    for (const anders of [{ luxeSchooldagen: 2 }, { eerderGewaarschuwd: true }, { verlofOverschreden: true }])
      routekeuze(gehoord(inOnderzoek(gemeld(dag)))).doe('routeStrafrecht', { ...luxe, ...anders }, boa);
    // From Thursday to Friday is two school days: the dates in the report tell.
    const lang = { ...dag, verzuimVanaf: '2026-10-29' };
    routekeuze(gehoord(inOnderzoek(gemeld(lang)))).doe('routeStrafrecht', luxe, boa);
    // A teamleider may set the norm aside.
    const w = routekeuze(gehoord(inOnderzoek(gemeld(dag))));
    w.doe('terzijdeStellen', { norm: 'luxeEersteKeer', reden: EEN_TEKST }, baas).doe(
      'routeStrafrecht',
      luxe,
      boa,
    );
  });

  it('civiel binnen een half jaar voor 18: een waarschuwing, geen weigering', () => {
    const opTijd = routekeuze(gehoord(inOnderzoek(gemeld({ achttienOp: '2027-05-03' }))));
    assert.deepEqual(heeft(opTijd.doe('routeCiviel', civiel), 'kortVoorAchttien'), []);
    const laat = routekeuze(gehoord(inOnderzoek(gemeld({ achttienOp: '2027-05-02' }))));
    assert.deepEqual(heeft(laat.doe('routeCiviel', civiel), 'civielLoopt', 'kortVoorAchttien').length, 2);
    const anders = structuredClone(KADER);
    anders.instellingen.waarden['masCivielVooraf'] = { maanden: 1 };
    const ruim = routekeuze(gehoord(inOnderzoek(gemeld({ achttienOp: '2027-05-02' }))));
    ruim.doe('kaderBijwerken', {}, systeem, { kader: anders }).doe('routeCiviel', civiel);
    assert.deepEqual(heeft(ruim, 'kortVoorAchttien'), []);
  });

  it('een route kiezen na een gesprek; een teamleider kan daarvan afwijken', () => {
    const v = inOnderzoek();
    assert.deepEqual(
      [v.weigert('onderzoekAfgerond').norm, v.weigert('onderzoekAfgerond').soort],
      ['gesproken', 'LOCAL'],
    );
    v.doe('terzijdeStellen', { norm: 'gesproken', reden: EEN_TEKST }, baas).doe('onderzoekAfgerond');
    assert.equal(inOnderzoek().weigert('routeHulp', hulp).code, 'toestand');
  });

  it('niets vastleggen dat nog komt, niets plannen dat voorbij is', () => {
    const v = inOnderzoek();
    assert.equal(v.weigert('gesprekGevoerd', { gesprekGevoerdOp: '2026-11-03' }).norm, 'alGebeurd');
    assert.equal(v.weigert('gesprekGepland', { gesprekOp: '2026-11-01' }).norm, 'nogTeGaan');
    assert.equal(v.weigert('mdoGepland', { mdoOp: '2026-11-01' }).norm, 'nogTeGaan');
  });
});

describe('mas: afsluiten', () => {
  const sluit = (v: V, resultaat: string): V =>
    v.doe('afsluiten', { resultaat }).staat('afgesloten', resultaat);

  it('iedere uitkomst volgt uit wat er is vastgelegd', () => {
    for (const resultaat of [
      'hersteld',
      'hulpLooptZonderDwang',
      'haltPositief',
      'maatregel',
      'thuiszitterstafelOpgelost',
      'ingetrokken',
    ]) {
      const nee = routekeuze().weigert('afsluiten', { resultaat });
      assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['uitkomstOnderbouwd', 'LOCAL', true]);
    }
    sluit(gestopt(inOnderzoek()), 'hersteld');
    sluit(routekeuze().doe('routeHulp', hulp), 'hulpLooptZonderDwang');
    const positief = metHalt().doe('haltAfgerond', { haltResultaat: 'positief' }, systeem).staat('evaluatie');
    assert.deepEqual(voorstellen(positief), ['afsluiten']);
    sluit(positief, 'haltPositief');
    sluit(metPv().doe('strafrechtAfgerond', { strafrechtResultaat: 'maatregel' }, systeem), 'maatregel');
    const ots = routekeuze().doe('routeCiviel', civiel);
    sluit(
      ots.doe('civielAfgerond', { civielResultaat: 'beeindigd' }, systeem).staat('evaluatie'),
      'maatregel',
    );
    const naarDeTafel = routekeuze().doe('naarTafel', tafel);
    sluit(
      naarDeTafel.doe('tafelAfgerond', { tafelResultaat: 'geactiveerd' }, systeem).staat('evaluatie'),
      'thuiszitterstafelOpgelost',
    );
    const bijzonder = routekeuze().doe(
      'terzijdeStellen',
      { norm: 'uitkomstOnderbouwd', reden: EEN_TEKST },
      baas,
    );
    sluit(bijzonder, 'maatregel');
  });

  it('niet zolang strafrecht loopt, en de weigering zegt niet welke route', () => {
    const elders = gestopt(routekeuze());
    elders.feiten = { strafrechtLoopt: true };
    for (const v of [gestopt(metPv()), elders]) {
      const nee = v.weigert('afsluiten', { resultaat: 'hersteld' });
      assert.deepEqual([nee.soort, nee.terzijdeTeStellen], ['LOCAL', true]);
      assert.doesNotMatch(JSON.stringify(nee), /strafrecht|proces-verbaal/i);
      v.doe('terzijdeStellen', { norm: nee.norm!, reden: EEN_TEKST }, baas);
      sluit(v, 'hersteld');
    }
    const klaar = metPv()
      .doe('strafrechtAfgerond', { strafrechtResultaat: 'afgerond' }, systeem)
      .staat('evaluatie');
    sluit(gestopt(klaar), 'hersteld');
  });

  it('startkwalificatie, verhuizing en annuleren', () => {
    metHalt().doe('startkwalificatieBehaald', {}, systeem).staat('afgesloten', 'startkwalificatie');
    assert.equal(gemeld().doe('verhuisd', { naarGemeente: '0147' }, systeem).s.uitkomst, 'verhuisd');
    assert.equal(gemeld().doe('annuleren', { reden: EEN_TEKST }, baas).s.uitkomst, 'geannuleerd');
    const over = gemeld({ bron: 'overname' });
    assert.deepEqual(over.s.vlaggen, ['overgenomen']);
  });

  it('een vrijstelling sluit op de dag dat zij ingaat', () => {
    const vrij = { grond: 'art5onderA', geldigVanaf: '2026-11-02', geldigTot: '2027-07-31' };
    const v = metPv().doe('vrijgesteld', vrij, systeem).staat('afgesloten', 'vrijstelling');
    assert.equal(v.s.gegevens['geldigTot'], '2027-07-31');
    gemeld()
      .doe('vrijgesteld', { grond: 'art5onderB', geldigVanaf: '2026-11-02' })
      .staat('afgesloten', 'vrijstelling');

    const later = inOnderzoek()
      .doe('vrijgesteld', { ...vrij, geldigVanaf: '2026-11-14' }, systeem)
      .staat('inOnderzoek');
    assert.deepEqual(heeft(later, 'vrijstellingGaatIn'), ['vrijstellingGaatIn']);
    // A Saturday: what arises by law does not wait for a working day.
    later.dag('2026-11-13').staat('inOnderzoek').dag('2026-11-14').staat('afgesloten', 'vrijstelling');

    const voorbij = inOnderzoek().doe('vrijgesteld', {
      ...vrij,
      geldigVanaf: '2025-08-01',
      geldigTot: '2026-07-31',
    });
    assert.equal(voorbij.staat('inOnderzoek').termijn('vrijstelling'), undefined);
  });

  it('een ingetrokken melding sluit alleen als er niets anders is', () => {
    const in_ = { meldingNummer: '4711' };
    gemeld().doe('meldingIngetrokken', in_, systeem).staat('ingetrokken', 'ingetrokken');
    const metRoute = routekeuze()
      .doe('routeHulp', hulp)
      .doe('meldingIngetrokken', in_, systeem)
      .staat('routeLoopt');
    assert.equal(metRoute.gevolgen().at(-1), 'taak intrekkingBeoordelen');
    metRoute.doe('afsluiten', { resultaat: 'ingetrokken' }).staat('ingetrokken', 'ingetrokken');

    const vervolg = { soort: 'zestienUur', ontvangenOp: '2026-11-02', meldingNummer: '4712' };
    const v = gemeld().doe('vervolgmelding', vervolg, systeem);
    v.doe('meldingIngetrokken', in_, systeem).staat('ontvangen');
    v.doe('meldingIngetrokken', { meldingNummer: '4712' }, systeem).staat('ingetrokken', 'ingetrokken');
    // Who came here without a report has another ground.
    gemeld({ bron: 'overname' })
      .doe('meldingIngetrokken', { meldingNummer: '9' }, systeem)
      .staat('ontvangen');
  });
});

describe('mas: openen', () => {
  it('niet voor wie 18 is, en niet op een dag die nog komt', () => {
    assert.throws(() => gemeld({ achttienOp: '2026-11-02' }), /artikel 4b/);
    assert.throws(() => gemeld({ ontvangenOp: '2026-11-03' }), /toekomst/);
  });

  it('door een ander proces of de ambtenaar; de school meldt via DUO', () => {
    assert.deepEqual(v1.startDoor, ['systeem', 'leerplichtambtenaar']);
    const wie = persoon('leerplichtambtenaar');
    for (const bron of ['duo', 'spreekuur', 'school', 'vrijstelling', 'tafel', 'overname'])
      verhaal(v1, { op: '2026-11-02', gegevens: { ...MELDING, bron, soort: 'absoluut' }, wie }).staat(
        'ontvangen',
      );
  });
});

describe('mas: wat kan er nu wel', () => {
  it('wie te vroeg is hoort wat hij zelf kan doen, en niet wat een ander proces meldt of een ander mag', () => {
    const v = routekeuze();
    const zonderBoa = v.weigert('inBehandeling', {}, persoon('leerplichtambtenaar')).mogelijk!;
    const metBoa = v.weigert('inBehandeling', {}, boa).mogelijk!;
    assert.deepEqual(
      metBoa.filter((a) => !zonderBoa.includes(a)),
      ['routeHalt', 'routeStrafrecht'],
    );
    for (const a of zonderBoa) assert.ok(v1.acties[a]!.door.includes('leerplichtambtenaar'), a);
    assert.ok(zonderBoa.includes('routeHulp') && !zonderBoa.includes('haltAfgerond'));
  });
});
