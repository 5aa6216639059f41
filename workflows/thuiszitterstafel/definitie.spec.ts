import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AFGELEIDE_VELDEN, ontvang, problems, tick, type Effect, type Kader } from '#process';
import { processen } from '#workflows';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';

const REGISSEUR = '3f9a2c1e-5b7d-4a60-8c2e-91d4b7f0a6c3';
const ANDER = '8d1e6b40-2f3a-4c95-b7e8-0a5c9d2f1e74';
const baas = persoon('teamleider');
const school = persoon('school');
const systeem = persoon('systeem');
const tekst = { toelichting: EEN_TEKST };

const aanmelding = {
  aangemeldOp: '2026-11-02',
  verzuim: 'ongeoorloofd',
  thuisSinds: '2026-10-05',
  toestemming: true,
  achttienOp: '2029-06-15',
};
/** Registered on Monday 2 November 2026; at home since 5 October. */
const aangemeld = (anders: Record<string, unknown> = {}, op = '2026-11-02', kader: Kader = KADER) =>
  verhaal(v1, { op, gegevens: { ...aanmelding, ...anders }, kader });
type V = ReturnType<typeof aangemeld>;

/** On the agenda of Thursday 19 November. */
const geagendeerd = (v: V = aangemeld()): V =>
  v.doe('volledig').doe('geagendeerd', { vergaderingOp: '2026-11-19' });
const besproken = (v?: V): V =>
  geagendeerd(v)
    .dag('2026-11-19')
    .doe('besproken', { deelnemers: ['leerplicht', 'schoolarts'] });
const geadviseerd = (advies = 'tussenvoorziening', meer: object = {}, v?: V): V =>
  besproken(v).doe('adviesUitgebracht', { advies, ...meer });
const regie = (wie = REGISSEUR) => ({ regisseur: wie, regisseurVan: 'jeugdEnGezin' });
const inUitvoering = (v?: V): V =>
  geadviseerd('tussenvoorziening', {}, v).doe('regieToegewezen', regie()).doe('uitvoeringGestart');
const geactiveerd = (plek = 'tussenvoorziening', v?: V): V =>
  inUitvoering(v).doe('activatie', { geactiveerdOp: '2026-11-30', plek });
const inNazorg = (plek?: string): V =>
  geactiveerd(plek).dag('2026-11-30').doe('nazorgGestart', { begonnenOp: '2026-11-30' });

/** What goes to another process, as its own schema takes it; that of a process that is not there yet is not checked. */
function gaatNaar(v: V, bericht?: string): unknown {
  const e = v.effecten.findLast(
    (x): x is Extract<Effect, { soort: 'start' | 'meld' }> =>
      (x.soort === 'start' || x.soort === 'meld') && (!bericht || ('bericht' in x && x.bericht === bericht)),
  )!;
  const d = processen[e.procestype]?.nieuwste;
  const schema = e.soort === 'start' ? d?.start : d?.acties[e.bericht]?.invoer;
  if (d) assert.ok(schema, `${e.procestype} kent dit bericht niet`);
  const afgeleid = AFGELEIDE_VELDEN.filter((veld) => e.soort === 'start' && veld in (d?.start.shape ?? {}));
  schema?.parse({ ...e.gegevens, ...Object.fromEntries(afgeleid.map((veld) => [veld, '2029-06-15'])) });
  const naam = e.soort === 'meld' ? `${e.procestype}.${e.bericht}` : e.procestype;
  return { [naam]: e.gegevens, ...(e.soort === 'meld' && e.moet && { moet: true }) };
}
const afgerondMet = (tafelResultaat: string) => ({ 'mas.tafelAfgerond': { tafelResultaat } });

describe('thuiszitterstafel: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is er een per jongere', () => assert.equal(aangemeld().s.onderwerp, 'jongere'));
});

describe('thuiszitterstafel: zoals het hoort te gaan', () => {
  it('van aanmelding tot weer op school', () => {
    const v = aangemeld().staat('aangemeld');
    assert.equal(v.termijn('volledig'), '2026-11-09');
    assert.equal(v.termijn('drieMaandenThuis'), '2027-01-05');
    v.dag('2026-11-04').doe('aanvullen', { toelichting: EEN_TEKST }, school);
    v.doe('volledig', { volgendeVergaderingOp: '2026-11-19' }).staat('volledig');
    assert.equal(v.termijn('volledig'), undefined);
    assert.equal(v.termijn('opAgenda'), '2026-12-02');
    assert.equal(v.termijn('eerstvolgendeVergadering'), '2026-11-19');
    v.doe('geagendeerd', { vergaderingOp: '2026-11-19' }).staat('geagendeerd');
    assert.deepEqual(v.gevolgen(), ['brief uitnodigingTafel', 'taak partnersUitnodigen']);
    assert.equal(v.termijn('opAgenda'), undefined);
    assert.equal(v.termijn('vergadering'), '2026-11-19');

    v.dag('2026-11-19').doe('besproken', {
      deelnemers: ['leerplicht', 'jeugdEnGezin', 'samenwerkingsverband'],
    });
    v.staat('besproken');
    assert.equal(v.termijn('advies'), '2026-11-26');
    v.dag('2026-11-23').doe('adviesUitgebracht', { advies: 'school' }).staat('advies');
    assert.equal(v.gevolgen().at(-1), 'brief adviesTafel');
    assert.equal(v.termijn('regie'), '2026-11-25');
    v.doe('regieToegewezen', regie()).staat('regieToegewezen');
    assert.equal(v.termijn('uitvoeringStarten'), '2026-11-30');
    v.dag('2026-11-24').doe('uitvoeringGestart', { plan: EEN_TEKST }).staat('uitvoering');
    assert.equal(v.termijn('voortgang'), '2026-12-22');

    v.dag('2026-12-07')
      .doe('activatie', { geactiveerdOp: '2027-01-04', plek: 'school' })
      .staat('geactiveerd');
    assert.equal(v.termijn('drieMaandenThuis'), undefined);
    assert.equal(v.termijn('startBevestigen'), '2027-01-11');
    v.dag('2027-01-05').doe('nazorgGestart', { begonnenOp: '2027-01-04' }).staat('nazorg');
    // Eight weeks from the day the youth began, not from the day it was noted.
    assert.equal(v.termijn('nazorg'), '2027-03-01');
    v.dag('2027-03-01').staat('nazorg');
    assert.equal(v.gevolgen().at(-1), 'taak nazorgAfronden');
    assert.equal(v.s.voorstellen[0]?.actie, 'nazorgAfgerond');
    assert.equal(v.termijn('nazorgAfronden'), '2027-03-08');
    v.doe('nazorgAfgerond').staat('afgesloten', 'geactiveerdSchool');
    assert.deepEqual(gaatNaar(v), afgerondMet('geactiveerd'));
  });

  it('elke plek heeft zijn eigen uitkomst', () => {
    for (const [plek, uitkomst] of [
      ['school', 'geactiveerdSchool'],
      ['tussenvoorziening', 'geactiveerdTussenvoorziening'],
      ['dagbesteding', 'geactiveerdDagbesteding'],
    ] as const)
      inNazorg(plek).doe('nazorgAfgerond').staat('afgesloten', uitkomst);
  });

  it('geoorloofd verzuim gaat dezelfde weg, zonder verzuimmelding', () => {
    const v = aangemeld({ verzuim: 'geoorloofd', aanmelder: 'schoolarts' });
    inUitvoering(v).staat('uitvoering');
    assert.ok(!v.gevolgen().some((g) => g.endsWith('mas')));
  });

  it('samenwerkingsverband en schoolarts brengen in via de ambtenaar', () => {
    const v = geagendeerd()
      .doe('inbrengSamenwerkingsverband', { inbreng: EEN_TEKST })
      .doe('inbrengSchoolarts', { medischeInbreng: EEN_TEKST })
      .staat('geagendeerd');
    assert.deepEqual(
      v.gebeurtenissen.slice(-2).map((g) => [g.door.rol, g.namens]),
      [
        ['leerplichtambtenaar', 'samenwerkingsverband'],
        ['leerplichtambtenaar', 'arts'],
      ],
    );
    assert.equal(v.weigert('inbrengSchoolarts', { medischeInbreng: EEN_TEKST }, school).code, 'rol');
  });

  it('precies een regisseur: een nieuwe komt in de plaats van de vorige', () => {
    const v = inUitvoering().doe('regieToegewezen', regie(ANDER)).staat('uitvoering');
    assert.equal(v.s.gegevens['regisseur'], ANDER);
    assert.equal(v.gevolgen().at(-1), 'taak regisseurInformeren');
    v.doe('activatie', { geactiveerdOp: v.vandaag, plek: 'school' });
    v.doe('nazorgGestart', { begonnenOp: v.vandaag }).doe('regieToegewezen', regie()).staat('nazorg');
    assert.equal(v.s.gegevens['regisseur'], REGISSEUR);
  });

  it('aanhouden: opnieuw op de agenda, met opnieuw twintig werkdagen', () => {
    const v = geagendeerd().dag('2026-11-19').doe('aangehouden', { redenAanhouden: 'partnerAfwezig' });
    v.staat('aangehouden');
    assert.equal(v.termijn('opAgenda'), '2026-12-17');
    v.doe('geagendeerd', { vergaderingOp: '2026-12-10' }).dag('2026-12-10');
    v.doe('besproken', { deelnemers: ['leerplicht'] }).staat('besproken');
    assert.equal(v.termijn('advies'), '2026-12-17');
    v.doe('aangehouden', { redenAanhouden: 'informatieOntbreekt' }).staat('aangehouden');
  });

  it('een verzette vergadering verplaatst de herinnering en het advies', () => {
    const v = geagendeerd().doe('geagendeerd', { vergaderingOp: '2026-11-26' });
    assert.deepEqual(v.herinneringen('vergadering')[0], 'opDatum 2026-11-19');
    v.dag('2026-11-27').doe('besproken', { vergaderingOp: '2026-11-25', deelnemers: ['leerplicht'] });
    assert.equal(v.termijn('advies'), '2026-12-02');
  });

  it('terug naar de tafel als het advies niet werkt', () => {
    const v = inUitvoering().doe('geagendeerd', { vergaderingOp: '2026-12-10' }).staat('geagendeerd');
    assert.equal(v.termijn('voortgang'), undefined);
    v.dag('2026-12-10').doe('besproken', { deelnemers: ['leerplicht'] });
    v.doe('adviesUitgebracht', { advies: 'dagbesteding' }).doe('regieToegewezen', regie());
    v.staat('regieToegewezen');
  });

  it('afwijzen mag zolang de tafel niet heeft geadviseerd', () => {
    for (const v of [aangemeld(), aangemeld().doe('volledig'), geagendeerd()]) {
      v.doe('afwijzen', { redenAfwijzing: 'geenThuiszitter' }).staat('afgewezen', 'afgewezen');
      assert.equal(v.gevolgen().at(-2), 'taak aanmelderInformeren');
      assert.deepEqual(gaatNaar(v), afgerondMet('anders'));
    }
    assert.equal(geadviseerd().weigert('afwijzen', { redenAfwijzing: 'andereRoute' }).code, 'toestand');
  });
});

describe('thuiszitterstafel: andere adviezen', () => {
  it('vrijstelling: de ouders moeten kennisgeven, en de bevestiging beeindigt het', () => {
    const v = geadviseerd('vrijstelling').staat('advies');
    assert.deepEqual(v.gevolgen().slice(-2), ['brief adviesTafel', 'taak kennisgevingOuders']);
    v.doe('regieToegewezen', regie()).doe('uitvoeringGestart').staat('uitvoering').dag('2026-12-01');
    const bericht = {
      bericht: 'vrijgesteld',
      gegevens: { grond: 'art5onderA', geldigVanaf: '2026-12-01', geldigTot: '2027-07-31' },
      sleutel: 'vrijstelling.9.3',
      van: { procestype: 'vrijstelling', id: 'q' },
    };
    const na = ontvang(v1, v.s, bericht, v.vandaag)!;
    assert.deepEqual([na.snapshot.toestand, na.snapshot.uitkomst], ['afgesloten', 'vrijstelling']);
    assert.deepEqual(na.gebeurtenissen.at(-1)!.herkomst, bericht.van);
    v.doe('vrijgesteld', bericht.gegevens, systeem).staat('afgesloten', 'vrijstelling');
    assert.deepEqual(gaatNaar(v), afgerondMet('anders'));
  });

  it('een bevestigde vrijstelling beeindigt iedere toestand, ook zonder einddatum', () => {
    for (const v of [aangemeld(), besproken(), geadviseerd(), geactiveerd(), inNazorg()])
      v.doe('vrijgesteld', { grond: 'art5onderB', geldigVanaf: '2026-12-01' }, systeem).staat(
        'afgesloten',
        'vrijstelling',
      );
  });

  it('route: de verzuimmelding hoort het meteen, en met een regisseur is de tafel klaar', () => {
    for (const tafelRoute of ['hulp', 'halt', 'civiel', 'strafrecht']) {
      const v = geadviseerd('route', { tafelRoute }).staat('advies');
      // Without an open mas it becomes a task here: `moet`.
      assert.deepEqual(gaatNaar(v), { 'mas.tafelAdvies': { tafelRoute }, moet: true });
      v.doe('regieToegewezen', regie()).staat('afgesloten', 'route');
      assert.deepEqual(gaatNaar(v), afgerondMet('anders'));
    }
  });

  it('Doorstroompunt: de overdracht begint meteen, vanaf 17 jaar', () => {
    const v = geadviseerd('doorstroompunt', {}, aangemeld({ achttienOp: '2027-10-01' }));
    assert.deepEqual(gaatNaar(v), { overdracht: { gesignaleerdOp: '2026-11-19', bron: 'tafel' } });
    v.doe('regieToegewezen', { regisseur: ANDER, regisseurVan: 'doorstroompunt' });
    v.staat('afgesloten', 'doorstroompunt');

    const jong = besproken(aangemeld({ achttienOp: '2027-11-20' }));
    const nee = jong.weigert('adviesUitgebracht', { advies: 'doorstroompunt' });
    assert.deepEqual([nee.norm, nee.soort], ['doorstroompuntVanafZeventien', 'LOCAL']);
    jong.doe('terzijdeStellen', { norm: 'doorstroompuntVanafZeventien', reden: EEN_TEKST }, baas);
    jong.doe('adviesUitgebracht', { advies: 'doorstroompunt' }).staat('advies');
  });

  it('de overdracht die al loopt begint niet nog eens', () => {
    const v = geadviseerd('doorstroompunt', {}, aangemeld({ achttienOp: '2027-04-01' }));
    assert.equal(v.effecten.filter((e) => e.soort === 'start').length, 1);
    assert.equal(v.gevolgen().at(-1), 'brief adviesTafel');
  });

  it('een nieuw advies voor de regie is toegewezen vervangt het vorige', () => {
    const v = geadviseerd('route', { tafelRoute: 'hulp' }).doe('adviesUitgebracht', { advies: 'school' });
    v.doe('regieToegewezen', regie()).staat('regieToegewezen');
  });
});

describe('thuiszitterstafel: eisen', () => {
  it('zonder toestemming niet op de agenda; een teamleider mag ervan afwijken', () => {
    const v = aangemeld({ toestemming: false }).doe('volledig');
    assert.deepEqual(v.gevolgen(), ['taak toestemmingVragen']);
    assert.ok(v.s.vlaggen.includes('toestemmingOntbreekt'));
    const nee = v.weigert('geagendeerd', { vergaderingOp: '2026-11-19' });
    assert.deepEqual(
      [nee.code, nee.norm, nee.soort, nee.terzijdeTeStellen],
      ['eis', 'toestemming', 'LOCAL', true],
    );
    const toestemming = {
      toestemming: true,
      toestemmingVan: ['ouders', 'jongere'],
      toestemmingOp: '2026-11-02',
    };
    v.doe('toestemmingVastgelegd', toestemming, school);
    assert.ok(!v.s.vlaggen.includes('toestemmingOntbreekt'));
    v.doe('geagendeerd', { vergaderingOp: '2026-11-19' }).staat('geagendeerd');
    // Taken back before the meeting.
    v.doe('toestemmingVastgelegd', { ...toestemming, toestemming: false, toestemmingVan: ['jongere'] });
    assert.equal(v.gevolgen().at(-1), 'taak toestemmingIngetrokken');
    v.dag('2026-11-19');
    assert.equal(v.weigert('besproken', { deelnemers: ['leerplicht'] }).norm, 'toestemming');
    v.doe('terzijdeStellen', { norm: 'toestemming', reden: EEN_TEKST }, baas);
    v.doe('besproken', { deelnemers: ['leerplicht'] }).staat('besproken');
  });

  it('een vergadering die nog komt op de agenda, een vergadering die is geweest besproken', () => {
    const v = aangemeld().doe('volledig');
    assert.equal(v.weigert('geagendeerd', { vergaderingOp: '2026-11-01' }).norm, 'vergaderingInToekomst');
    const nee = geagendeerd().weigert('besproken', { deelnemers: ['leerplicht'] });
    assert.equal(nee.norm, 'vergaderingGeweest');
    assert.match(nee.melding, /19 november 2026 is nog niet geweest/);
  });

  it('in de goede volgorde: volledig, besproken, advies, regie', () => {
    const rood = aangemeld({ thuisSinds: '2026-07-01' }).staat('escalatie');
    assert.equal(rood.weigert('geagendeerd', { vergaderingOp: '2026-11-19' }).norm, 'aanmeldingVolledig');
    assert.equal(rood.weigert('adviesUitgebracht', { advies: 'school' }).norm, 'eerstBesproken');
    assert.equal(rood.weigert('regieToegewezen', regie()).norm, 'eerstAdvies');
    assert.equal(rood.weigert('uitvoeringGestart').norm, 'eenRegisseur');
    const plek = { geactiveerdOp: '2026-11-02', plek: 'school' };
    assert.equal(rood.weigert('activatie', plek).norm, 'eenRegisseur');
  });

  it('een advies voor een route noemt de route', () => {
    const nee = besproken().weigert('adviesUitgebracht', { advies: 'route' });
    assert.equal(nee.norm, 'routeGenoemd');
  });

  it('bij geoorloofd verzuim geen Halt of strafrecht', () => {
    const v = besproken(aangemeld({ verzuim: 'geoorloofd' }));
    for (const tafelRoute of ['halt', 'strafrecht'])
      assert.equal(
        v.weigert('adviesUitgebracht', { advies: 'route', tafelRoute }).norm,
        'geenStrafBijGeoorloofd',
      );
    v.doe('adviesUitgebracht', { advies: 'route', tafelRoute: 'hulp' }).staat('advies');
    const gewijzigd = aangemeld({ verzuim: 'geoorloofd' }).doe('aanvullen', { verzuim: 'ongeoorloofd' });
    geadviseerd('route', { tafelRoute: 'halt' }, gewijzigd).staat('advies');
  });

  it('wat is gebeurd ligt niet in de toekomst', () => {
    const v = aangemeld();
    assert.equal(v.weigert('aanvullen', { thuisSinds: '2026-11-03' }).norm, 'nietInToekomst');
    const toestemming = { toestemming: true, toestemmingVan: ['ouders'], toestemmingOp: '2026-11-03' };
    assert.equal(v.weigert('toestemmingVastgelegd', toestemming).norm, 'nietInToekomst');
    const g = geactiveerd();
    assert.equal(g.weigert('nazorgGestart', { begonnenOp: '2026-11-20' }).norm, 'nietInToekomst');
    assert.match(g.weigert('terugval', { thuisSinds: '2026-11-20' }).melding, /weer thuis zit ligt/);
  });

  it('openen voor wie 18 is wordt geweigerd met het artikel, en wat nog komt ook', () => {
    assert.throws(() => aangemeld({ achttienOp: '2026-11-02' }), /artikel 4b/);
    assert.throws(() => aangemeld({ aangemeldOp: '2026-11-03' }), /aangemeldInVerleden/);
    assert.throws(() => aangemeld({ thuisSinds: '2026-11-03' }), /thuisSindsInVerleden/);
  });

  it('de doorzettingsmacht is van de teamleider', () => {
    const v = inUitvoering().doe('escaleer', { redenEscalatie: 'geenPlek', ...tekst });
    assert.equal(v.weigert('doorzettingsmacht', { advies: 'school', ...tekst }).code, 'rol');
    assert.equal(v.weigert('geenOplossing', tekst).code, 'rol');
    const nee = v.weigert('geenOplossing', tekst, baas);
    assert.deepEqual([nee.norm, nee.terzijdeTeStellen], ['eerstDoorzettingsmacht', true]);
  });
});

describe('thuiszitterstafel: drie maanden thuis (Thuiszitterspact)', () => {
  it('escaleert vanzelf, blijft rood tot er een plek is, en gaat intussen door', () => {
    const v = inUitvoering().dag('2027-01-05').staat('uitvoering').dag('2027-01-06').staat('escalatie');
    assert.deepEqual(
      v.effecten.findLast((e) => e.soort === 'taak'),
      {
        id: `${v.s.revisie}.0`,
        op: '2027-01-06',
        soort: 'taak',
        naam: 'doorzettingsmacht',
        voor: 'teamleider',
      },
    );
    assert.ok(v.s.vlaggen.includes('drieMaandenThuis'));
    assert.equal(v.s.teLaat, true);
    assert.equal(v.termijn('doorzettingsmacht'), '2027-01-20');
    v.doe('voortgang', { voortgang: EEN_TEKST }).staat('escalatie');
    v.doe('doorzettingsmacht', { advies: 'dagbesteding', ...tekst }, baas).staat('uitvoering');
    // It does not escalate once more for the same three months.
    v.dag('2027-02-01').staat('uitvoering');
    assert.equal(v.s.teLaat, true);
    v.doe('activatie', { geactiveerdOp: '2027-02-01', plek: 'dagbesteding' });
    assert.equal(v.staat('geactiveerd').s.teLaat, false);
  });

  it('herinnert de regisseur en de teamleider', () => {
    const v = aangemeld();
    assert.deepEqual(v.herinneringen('drieMaandenThuis'), [
      'halverwege 2026-11-20',
      'vooraf 2026-12-31',
      'verstreken 2027-01-06',
      'groep 2027-01-07',
      'teamleider 2027-01-12',
    ]);
  });

  it('wie al langer thuis zit begint in de escalatie, en loopt van daar de gewone weg', () => {
    const v = aangemeld({ thuisSinds: '2026-07-01' }).staat('escalatie');
    v.doe('volledig').staat('volledig').doe('geagendeerd', { vergaderingOp: '2026-11-19' }).dag('2026-11-19');
    v.doe('besproken', { deelnemers: ['leerplicht'] }).doe('adviesUitgebracht', { advies: 'school' });
    v.doe('regieToegewezen', regie()).doe('uitvoeringGestart').staat('uitvoering');
    assert.equal(v.gevolgen().filter((g) => g === 'taak doorzettingsmacht').length, 1);
  });

  it('een besluit voordat er een regisseur is vraagt eerst om regie', () => {
    const v = aangemeld({ thuisSinds: '2026-07-01' });
    v.doe('doorzettingsmacht', { advies: 'tussenvoorziening', ...tekst }, baas).staat('advies');
    v.doe('regieToegewezen', regie(), baas).staat('regieToegewezen');
    v.doe('activatie', { geactiveerdOp: '2026-11-09', plek: 'tussenvoorziening' }).staat('geactiveerd');
  });

  it('begint als bekend wordt sinds wanneer', () => {
    const v = aangemeld({ thuisSinds: undefined });
    assert.equal(v.termijn('drieMaandenThuis'), undefined);
    v.doe('aanvullen', { thuisSinds: '2026-09-01' });
    assert.equal(v.termijn('drieMaandenThuis'), '2026-12-01');
    v.doe('corrigeren', { velden: { thuisSinds: '2026-10-01' }, reden: EEN_TEKST });
    // 1 January is a holiday, 2 and 3 January a weekend.
    assert.equal(v.termijn('drieMaandenThuis'), '2027-01-04');
  });

  it('is een ketennorm: alleen een teamleider verplaatst haar', () => {
    const v = aangemeld();
    const uitstel = { termijn: 'drieMaandenThuis', tot: '2027-02-01', reden: EEN_TEKST };
    const nee = v.weigert('verlengen', uitstel);
    assert.equal(nee.soort, 'CHAIN');
    assert.match(nee.grondslag!, /Thuiszitterspact 2016/);
    assert.equal(v.doe('verlengen', uitstel, baas).termijn('drieMaandenThuis'), '2027-02-01');
  });

  it('een andere instelling van de gemeente verandert haar niet', () => {
    const ruim = structuredClone(KADER);
    ruim.instellingen.waarden['drieMaandenThuis'] = { maanden: 6 };
    assert.equal(aangemeld({}, '2026-11-02', ruim).termijn('drieMaandenThuis'), '2027-01-05');
  });
});

describe('thuiszitterstafel: escaleren, terugval en geen oplossing', () => {
  it('de regisseur escaleert, de teamleider beslist', () => {
    for (const v of [geadviseerd(), geadviseerd().doe('regieToegewezen', regie()), inUitvoering()]) {
      v.doe('escaleer', { redenEscalatie: 'geenOvereenstemming', ...tekst }).staat('escalatie');
      assert.equal(v.gevolgen().at(-1), 'taak doorzettingsmacht');
    }
    besproken()
      .doe('escaleer', { redenEscalatie: 'duurtTeLang', ...tekst }, baas)
      .staat('escalatie');
  });

  it('terugval: terug naar de uitvoering, en de drie maanden tellen opnieuw', () => {
    for (const v of [geactiveerd().dag('2026-12-14'), inNazorg().dag('2026-12-14')]) {
      v.doe('terugval', { thuisSinds: '2026-12-10' }, school).staat('uitvoering');
      assert.equal(v.termijn('drieMaandenThuis'), '2027-03-10');
      assert.equal(v.termijn('voortgang'), '2027-01-11');
      assert.equal(v.termijn('nazorg'), undefined);
      assert.equal(v.gevolgen().at(-1), 'taak regisseurInformeren');
    }
  });

  it('terugval na een escalatie kan opnieuw escaleren', () => {
    const v = aangemeld({ thuisSinds: '2026-07-01' });
    v.doe('doorzettingsmacht', { advies: 'school', ...tekst }, baas).doe('regieToegewezen', regie());
    v.doe('activatie', { geactiveerdOp: '2026-11-02', plek: 'school' });
    v.doe('terugval', { thuisSinds: '2026-11-02' }).staat('uitvoering');
    assert.ok(!v.s.vlaggen.includes('drieMaandenThuis'));
    v.dag('2027-02-02').staat('uitvoering').dag('2027-02-03').staat('escalatie');
  });

  it('geen oplossing, ook met doorzettingsmacht niet', () => {
    const v = inUitvoering().doe('escaleer', { redenEscalatie: 'geenPlek', ...tekst });
    v.doe('doorzettingsmacht', { advies: 'school', ...tekst }, baas).staat('uitvoering');
    v.doe('geenOplossing', tekst, baas).staat('afgesloten', 'geenOplossing');
    assert.deepEqual(gaatNaar(v), afgerondMet('geenOplossing'));
  });
});

describe('thuiszitterstafel: termijnen en herinneringen', () => {
  it('wat blijft liggen gaat naar de groep en de teamleider', () => {
    for (const [v, termijn, verwacht] of [
      [
        aangemeld(),
        'volledig',
        ['vooraf 2026-11-05', 'verstreken 2026-11-10', 'groep 2026-11-11', 'teamleider 2026-11-16'],
      ],
      [
        aangemeld().doe('volledig'),
        'opAgenda',
        [
          'halverwege 2026-11-16',
          'vooraf 2026-11-26',
          'verstreken 2026-12-01',
          'groep 2026-12-02',
          'teamleider 2026-12-07',
        ],
      ],
      [
        besproken(),
        'advies',
        ['vooraf 2026-11-24', 'verstreken 2026-11-27', 'groep 2026-11-30', 'teamleider 2026-12-03'],
      ],
      [geadviseerd(), 'regie', ['verstreken 2026-11-24', 'groep 2026-11-25', 'teamleider 2026-11-30']],
    ] as const) {
      assert.deepEqual(v.herinneringen(termijn), verwacht, termijn);
      v.dag(v.s.termijnen.find((l) => l.naam === termijn)!.datum);
      assert.equal(v.s.teLaat, false, termijn);
      v.dag('2026-12-08');
      assert.equal(v.s.termijnen.find((l) => l.naam === termijn)?.verlopen, true, termijn);
    }
  });

  it('vijf werkdagen voor de vergadering, op de dag zelf, en als niets is vastgelegd', () => {
    const v = geagendeerd();
    assert.deepEqual(v.herinneringen('vergadering'), [
      'opDatum 2026-11-12',
      'opDatum 2026-11-19',
      'groep 2026-11-23',
      'teamleider 2026-11-26',
    ]);
    assert.equal(v.dag('2026-11-19').s.teLaat, false);
    assert.equal(v.dag('2026-11-20').s.teLaat, true);
    assert.equal(v.doe('besproken', { deelnemers: ['school', 'ouders'] }).s.teLaat, false);
  });

  it('de eerstvolgende vergadering gaat voor als die eerder is', () => {
    const v = aangemeld().doe('volledig', { volgendeVergaderingOp: '2026-11-12' }).dag('2026-11-13');
    assert.equal(v.s.teLaat, true);
    assert.equal(v.doe('geagendeerd', { vergaderingOp: '2026-11-26' }).s.teLaat, false);
    // Held over on a later day, the meeting that has passed no longer counts.
    v.dag('2026-11-26').doe('aangehouden', { redenAanhouden: 'geenTijd' });
    assert.equal(v.termijn('eerstvolgendeVergadering'), undefined);
  });

  it('elke vier weken voortgang: de vraag herhaalt zich, het antwoord wordt nagejaagd', () => {
    const v = inUitvoering(aangemeld({ thuisSinds: undefined }));
    assert.equal(v.termijn('voortgang'), '2026-12-17');
    v.dag('2026-12-17');
    assert.equal(v.gevolgen().at(-1), 'taak voortgangVragen');
    assert.equal(v.termijn('voortgang'), '2027-01-14');
    assert.equal(v.termijn('voortgangMelden'), '2026-12-24');
    v.dag('2027-01-04');
    assert.equal(v.s.teLaat, true);
    assert.deepEqual(v.herinnerd(), [
      'vergadering.opDatum 2026-11-12 groep',
      'vergadering.opDatum 2026-11-19 groep',
      'voortgangMelden.vooraf 2026-12-22 groep',
      'voortgangMelden.verstreken 2026-12-28 groep',
      'voortgangMelden.groep 2026-12-29 groep',
      // New Year's Day is no working day.
      'voortgangMelden.teamleider 2027-01-04 teamleider',
    ]);
    v.doe('voortgang', { voortgang: EEN_TEKST }, school);
    assert.equal(v.s.teLaat, false);
    assert.equal(v.termijn('voortgang'), '2027-02-01');
  });

  it('een regisseur die niet begint, een teamleider die niet beslist', () => {
    const v = geadviseerd().doe('regieToegewezen', regie()).dag('2026-11-27');
    assert.equal(v.s.termijnen.find((l) => l.naam === 'uitvoeringStarten')?.verlopen, true);
    const e = inUitvoering().doe('escaleer', { redenEscalatie: 'geenPlek', ...tekst });
    assert.equal(e.termijn('doorzettingsmacht'), '2026-12-03');
    assert.deepEqual(e.herinneringen('doorzettingsmacht').at(-1), 'teamleider 2026-12-10');
    assert.equal(e.dag('2026-12-04').s.teLaat, true);
  });

  it('een plek die niet wordt bevestigd, en nazorg die niet wordt afgerond', () => {
    const v = geactiveerd();
    assert.equal(v.termijn('startBevestigen'), '2026-12-07');
    v.doe('activatie', { geactiveerdOp: '2026-12-07', plek: 'school' }).staat('geactiveerd');
    assert.equal(v.termijn('startBevestigen'), '2026-12-14');
    assert.equal(v.dag('2026-12-15').s.teLaat, true);
    const n = inNazorg().dag('2027-02-02');
    assert.equal(n.termijn('nazorgAfronden'), '2027-02-01');
    assert.equal(n.s.teLaat, true);
    assert.equal(n.doe('nazorgAfgerond').s.teLaat, false);
  });

  it('de gemeente kiest haar eigen termijnen', () => {
    const anders = structuredClone(KADER);
    anders.instellingen.waarden['tafelVolledig'] = { werkdagen: 10 };
    anders.instellingen.waarden['tafelNazorg'] = { weken: 12 };
    assert.equal(aangemeld({}, '2026-11-02', anders).termijn('volledig'), '2026-11-16');
    const v = geactiveerd('school', aangemeld({}, '2026-11-02', anders)).dag('2026-11-30');
    assert.equal(v.doe('nazorgGestart', { begonnenOp: '2026-11-30' }).termijn('nazorg'), '2027-02-22');
  });

  it('een uitval van drie maanden geeft hetzelfde als dag voor dag', () => {
    const v = inUitvoering();
    const begin = v.s;
    const gezien = v.gebeurtenissen.length;
    v.dag('2027-02-20');
    const ineens = tick(v1, begin, v.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
  });
});

describe('thuiszitterstafel: 17 en 18 jaar', () => {
  it('op de 17e verjaardag een voorstel, een half jaar voor de 18e de overdracht', () => {
    const v = aangemeld({ achttienOp: '2027-11-14', thuisSinds: undefined }).doe('volledig');
    assert.equal(v.termijn('zeventien'), '2026-11-14');
    assert.equal(v.termijn('overdracht'), '2027-05-14');
    v.dag('2026-11-14');
    assert.equal(v.gevolgen().at(-1), 'taak voorstelOverdracht');
    assert.ok(v.s.vlaggen.includes('zeventien'));
    v.dag('2027-05-13');
    assert.ok(!v.gevolgen().includes('start overdracht'));
    v.dag('2027-05-14');
    assert.deepEqual(gaatNaar(v), { overdracht: { gesignaleerdOp: '2027-05-14', bron: 'leeftijd' } });
    assert.ok(v.s.vlaggen.includes('overdrachtGestart'));
  });

  it('wie bij de aanmelding al 17 is, en wie al 17 en een half is', () => {
    const v = aangemeld({ achttienOp: '2027-10-01' });
    assert.deepEqual(v.gevolgen(), ['taak voorstelOverdracht']);
    assert.equal(v.termijn('zeventien'), undefined);
    const laat = aangemeld({ achttienOp: '2027-05-02' });
    assert.deepEqual(laat.gevolgen(), ['taak voorstelOverdracht', 'start overdracht']);
    assert.deepEqual(gaatNaar(laat), { overdracht: { gesignaleerdOp: '2026-11-02', bron: 'leeftijd' } });
    assert.equal(laat.termijn('overdracht'), undefined);
  });

  it('de gemeente kiest hoe lang van tevoren', () => {
    const vroeg = structuredClone(KADER);
    vroeg.instellingen.waarden['overdrachtStart'] = { maanden: 9 };
    const v = aangemeld({ achttienOp: '2027-11-14' }, '2026-11-02', vroeg);
    assert.equal(v.termijn('overdracht'), '2027-02-14');
    assert.ok(
      aangemeld({ achttienOp: '2027-08-01' }, '2026-11-02', vroeg).gevolgen().includes('start overdracht'),
    );
  });

  it('de overdracht die de tafel adviseerde begint niet nog eens vanzelf', () => {
    const v = geadviseerd(
      'doorstroompunt',
      {},
      aangemeld({ achttienOp: '2027-07-01', thuisSinds: undefined }),
    );
    v.dag('2027-01-01');
    assert.equal(v.gevolgen().filter((g) => g === 'start overdracht').length, 1);
    assert.equal(v.gebeurtenissen.at(-1)!.naam, 'overdracht');
  });

  it('18 jaar beeindigt in iedere toestand, op de dag zelf, en gaat naar de doorstroomcoach', () => {
    for (const maak of [
      (v: V) => v,
      geagendeerd,
      besproken,
      inUitvoering,
      (v: V) => geactiveerd('school', v),
    ]) {
      const v = maak(aangemeld({ achttienOp: '2026-12-12', thuisSinds: undefined })).dag('2026-12-11');
      assert.equal(v.s.afgerond, false);
      v.dag('2026-12-12').staat('afgesloten', 'achttien');
      assert.deepEqual(v.effecten.at(-1), {
        id: `${v.s.revisie}.0`,
        op: '2026-12-12',
        soort: 'taak',
        naam: 'voorstelDoorstroomcoach',
        voor: 'doorstroomcoach',
      });
    }
  });

  it('de 18e verjaardag is van de wet en staat niet stil', () => {
    const nee = aangemeld().weigert('opschorten', { termijnen: ['achttien'], reden: EEN_TEKST }, baas);
    assert.equal(nee.grondslag, 'Leerplichtwet 1969, artikel 4b');
  });
});

describe('thuiszitterstafel: wie opent', () => {
  it('ambtenaar, school en een ander proces openen; een weigering zegt wat nu kan', () => {
    assert.deepEqual(v1.startDoor, ['leerplichtambtenaar', 'school', 'systeem']);
    const v = verhaal(v1, { op: '2026-11-02', gegevens: aanmelding, wie: systeem });
    assert.equal(v.gebeurtenissen[0]!.door.rol, 'systeem');
    const nee = v.weigert('besproken', { deelnemers: ['school'] });
    assert.deepEqual(nee.mogelijk, [
      'aanvullen',
      'toestemmingVastgelegd',
      'volledig',
      'afwijzen',
      'vrijgesteld',
    ]);
  });
});
