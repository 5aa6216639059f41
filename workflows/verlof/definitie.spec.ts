import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AFGELEIDE_VELDEN, problems, tick, type Effect, type Kader } from '#process';
import { processen } from '#workflows';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';

const school = persoon('school');
const baas = persoon('teamleider');
const motivering = EEN_TEKST;

const aanvraag = {
  aangevraagdOp: '2026-11-02',
  van: '2027-02-01',
  totEnMet: '2027-02-19',
  schooldagen: 15,
  soort: 'gewichtig',
  achttienOp: '2029-06-15',
};
/** Asked on Monday 2 November 2026: fifteen school days in February. */
const aangevraagd = (anders: Record<string, unknown> = {}, op = '2026-11-02', kader: Kader = KADER) =>
  verhaal(v1, { op, gegevens: { ...aanvraag, ...anders }, kader, wie: school });
type V = ReturnType<typeof aangevraagd>;

const gehoord = (v: V = aangevraagd(), standpunt = 'positief'): V =>
  v.doe('hoofdGehoord', { gehoordOp: v.vandaag, standpunt }, school);
const verlof = {
  verleendVan: '2027-02-01',
  verleendTotEnMet: '2027-02-19',
  verleendeDagen: 15,
  motivering,
};
const nee = { redenAfwijzing: 'nietGewichtig', motivering };
/** The decision is sent on Friday 13 November 2026. */
const bekend = (v: V): V => v.doe('bekendgemaakt', { bekendgemaaktOp: '2026-11-13' });
const verleend = (v?: V): V => bekend(gehoord(v).dag('2026-11-13').doe('toekennen', verlof));
const geweigerd = (v?: V): V => bekend(gehoord(v).dag('2026-11-13').doe('afwijzen', nee));
const inBezwaar = (v: V = geweigerd(), meer: object = {}): V =>
  v.dag('2026-12-01').doe('bezwaarOntvangen', { bezwaarOp: '2026-12-01', ...meer });
const onvolledig = (): V =>
  aangevraagd()
    .dag('2026-11-04')
    .doe('aanvullingGevraagd', { ontbreekt: ['bewijsstukken'], aanvullenTotEnMet: '2026-11-18' });

/** What was opened, as the other process takes it; that of a process that is not there yet is not checked. */
function geopend(v: V): unknown {
  const e = v.effecten.findLast((x): x is Extract<Effect, { soort: 'start' }> => x.soort === 'start')!;
  const d = processen[e.procestype]?.nieuwste;
  const afgeleid = AFGELEIDE_VELDEN.filter((veld) => veld in (d?.start.shape ?? {}));
  d?.start.parse({ ...e.gegevens, ...Object.fromEntries(afgeleid.map((veld) => [veld, '2029-06-15'])) });
  return { [e.procestype]: e.gegevens };
}

describe('verlof: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('de eerste dag is het onderwerp', () => assert.equal(aangevraagd().s.onderwerp, '2027-02-01'));
});

describe('verlof: zoals het hoort te gaan', () => {
  it('aanvraag, hoofd gehoord, toegekend, bekendgemaakt, en op tijd terug', () => {
    const v = aangevraagd().staat('aangevraagd');
    assert.deepEqual(v.gevolgen(), ['brief ontvangstbevestigingVerlof', 'brief verzoekHorenHoofd']);
    assert.equal(v.termijn('besluit'), '2026-12-28');
    assert.equal(v.termijn('hoofdHoren'), '2026-11-16');
    // A Sunday: what counts back stays where it is.
    assert.equal(v.termijn('besluitVoorVerlof'), '2027-01-31');
    v.dag('2026-11-09').doe('hoofdGehoord', { gehoordOp: '2026-11-06', standpunt: 'geenOordeel' }, school);
    v.staat('teBeslissen');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'school');
    assert.equal(v.termijn('beslissen'), '2026-11-16');
    v.dag('2026-11-12').doe('toekennen', verlof).staat('besloten');
    assert.deepEqual(v.gevolgen().slice(-2), ['brief besluitToegekend', 'brief afschriftBesluit']);
    assert.equal(v.termijn('bekendmaken'), '2026-11-16');
    // Decided is not given: the eight weeks run until the publication.
    assert.equal(v.termijn('besluit'), '2026-12-28');
    v.dag('2026-11-13').doe('bekendgemaakt', { bekendgemaaktOp: '2026-11-13' }).staat('verleend');
    assert.equal(v.termijn('besluit'), undefined);
    assert.equal(v.termijn('besluitVoorVerlof'), undefined);
    assert.equal(v.termijn('bezwaartermijn'), '2026-12-28');
    assert.equal(v.termijn('verlofVoorbij'), '2027-02-20');
    v.dag('2026-12-28').staat('verleend').dag('2026-12-29').staat('definitief');
    assert.equal(v.s.teLaat, false);

    v.dag('2027-02-20');
    assert.equal(v.gevolgen().at(-1), 'brief vraagTerugkeer');
    assert.equal(v.termijn('terugkeerMelden'), '2027-02-26');
    v.dag('2027-03-01').doe('teruggekeerd', { terugOp: '2027-03-01' }, school);
    v.staat('afgesloten', 'teruggekeerd');
  });

  it('afgewezen, geen bezwaar: dicht als ook de post van de laatste dag binnen kan zijn', () => {
    const v = gehoord(aangevraagd(), 'negatief').dag('2026-11-13').doe('afwijzen', nee).staat('besloten');
    assert.deepEqual(v.gevolgen().slice(-2), ['brief besluitAfgewezen', 'brief afschriftBesluit']);
    bekend(v).staat('geweigerd');
    // Friday 13 November: six weeks later is Christmas Day, then Boxing Day and a Sunday.
    assert.equal(v.termijn('bezwaartermijn'), '2026-12-28');
    v.dag('2026-12-29').staat('wachtOpPost');
    assert.equal(v.termijn('bezwaarPerPost'), '2027-01-04');
    v.dag('2027-01-04').staat('wachtOpPost').dag('2027-01-05').staat('afgesloten', 'afgewezen');
  });

  it('een deel verlenen kan, meer dan gevraagd niet', () => {
    const v = gehoord();
    assert.equal(v.weigert('toekennen', { ...verlof, verleendeDagen: 16 }).norm, 'nietMeerDanGevraagd');
    const omgekeerd = { ...verlof, verleendVan: '2027-02-20' };
    const geweigerd = v.weigert('toekennen', omgekeerd);
    assert.deepEqual([geweigerd.norm, geweigerd.terzijdeTeStellen], ['periodeKlopt', true]);
    v.doe('toekennen', { ...verlof, verleendTotEnMet: '2027-02-12', verleendeDagen: 10 });
    v.doe('bekendgemaakt', { bekendgemaaktOp: '2026-11-02' });
    assert.equal(v.termijn('verlofVoorbij'), '2027-02-13');
    gehoord()
      .doe('toekennen', { ...verlof, verleendeDagen: 15 })
      .staat('besloten');
  });

  it('intrekken kan tot het verlof is geweest', () => {
    for (const v of [aangevraagd(), onvolledig(), gehoord(), gehoord().doe('toekennen', verlof), verleend()])
      v.doe('ingetrokken', {}, school).staat('afgesloten', 'ingetrokken');
    verleend().dag('2027-01-05').staat('definitief').doe('ingetrokken').staat('afgesloten', 'ingetrokken');
    assert.equal(geweigerd().weigert('ingetrokken').code, 'toestand');
  });
});

describe('verlof: wie beslist', () => {
  it('zonder het hoofd te horen geen besluit: artikel 14 lid 3, en niemand zet dat opzij', () => {
    for (const v of [aangevraagd(), onvolledig()])
      for (const n of [v.weigert('toekennen', verlof), v.weigert('afwijzen', nee)]) {
        assert.deepEqual(
          [n.code, n.norm, n.soort, n.terzijdeTeStellen],
          ['eis', 'hoofdGehoord', 'LAW', false],
        );
        assert.equal(n.grondslag, 'Leerplichtwet 1969, artikel 14 lid 3');
      }
    const n = aangevraagd().weigert('terzijdeStellen', { norm: 'hoofdGehoord', reden: EEN_TEKST }, baas);
    assert.deepEqual([n.code, n.soort], ['eis', 'LAW']);
  });

  it('tien schooldagen: het hoofd; elf: de ambtenaar', () => {
    const v = aangevraagd({ schooldagen: 10 });
    assert.deepEqual(v.s.vlaggen, ['hoofdBeslist']);
    assert.deepEqual(v.s.voorstellen, [{ actie: 'nietOntvankelijk', sinds: '2026-11-02' }]);
    // The head is not asked for an opinion on what he decides himself.
    assert.equal(v.termijn('hoofdHoren'), undefined);
    assert.deepEqual(v.gevolgen(), ['brief ontvangstbevestigingVerlof']);
    for (const n of [v.weigert('toekennen', verlof), v.weigert('afwijzen', nee)])
      assert.deepEqual([n.norm, n.grondslag], ['meerDanTienDagen', 'Leerplichtwet 1969, artikel 14 lid 3']);
    v.doe('nietOntvankelijk').staat('afgesloten', 'nietOntvankelijk');
    assert.deepEqual(v.gevolgen().slice(-2), ['brief aanvraagDoorgestuurd', 'brief aanvraagVoorHetHoofd']);

    const elf = aangevraagd({ schooldagen: 11 });
    assert.deepEqual(elf.s.vlaggen, []);
    const n = elf.weigert('nietOntvankelijk');
    assert.deepEqual([n.norm, n.soort], ['hoofdBeslist', 'LAW']);
    gehoord(elf).doe('afwijzen', nee).staat('besloten');
  });

  it('wat dit schooljaar al is verleend telt mee', () => {
    const v = aangevraagd({ schooldagen: 5, eerderDagen: 6 });
    assert.deepEqual(v.s.vlaggen, []);
    gehoord(v)
      .doe('toekennen', { ...verlof, verleendeDagen: 5 })
      .staat('besloten');
    assert.deepEqual(aangevraagd({ schooldagen: 5, eerderDagen: 5 }).s.vlaggen, ['hoofdBeslist']);
  });

  it('de school en de teamleider beslissen niet', () => {
    for (const wie of [school, baas])
      for (const actie of ['toekennen', 'afwijzen'] as const)
        assert.equal(gehoord().weigert(actie, actie === 'toekennen' ? verlof : nee, wie).code, 'rol');
  });

  it('openen voor wie 18 is wordt geweigerd met het artikel; een aanvraag uit de toekomst ook', () => {
    assert.throws(() => aangevraagd({ achttienOp: '2026-11-02' }), /artikel 4b/);
    assert.throws(() => aangevraagd({ aangevraagdOp: '2026-11-03' }), /aangevraagdInVerleden/);
  });

  it('verwisselde datums vallen op en worden gecorrigeerd', () => {
    const v = aangevraagd({ van: '2027-02-19', totEnMet: '2027-02-01' });
    assert.equal(v.gevolgen()[1], 'taak datumsNagaan');
    v.doe('corrigeren', { velden: { van: '2027-02-01', totEnMet: '2027-02-19' }, reden: EEN_TEKST });
    assert.equal(v.termijn('besluitVoorVerlof'), '2027-01-31');
  });
});

describe('verlof: vakantie (artikel 11 onder f en 13a)', () => {
  const vakantie = (anders: Record<string, unknown> = {}, kader?: Kader): V =>
    aangevraagd({ soort: 'vakantie', ...anders }, '2026-11-02', kader);

  it('nooit meer dan tien schooldagen, wie er ook vraagt', () => {
    const v = vakantie();
    assert.deepEqual(v.s.vlaggen, ['vakantieTeLang']);
    assert.deepEqual(v.s.voorstellen, [{ actie: 'afwijzen', sinds: '2026-11-02' }]);
    const n = v.weigert('toekennen', verlof);
    assert.deepEqual(
      [n.norm, n.soort, n.grondslag, n.terzijdeTeStellen],
      ['vakantieHoogstensTienDagen', 'LAW', 'Leerplichtwet 1969, artikel 13a lid 2', false],
    );
    // The law asks for no hearing where nothing can be granted.
    v.doe('afwijzen', { redenAfwijzing: 'vakantie', motivering }).staat('besloten');
  });

  it('tien of minder is van het hoofd', () => {
    const v = vakantie({ schooldagen: 10 });
    assert.deepEqual(v.s.vlaggen, ['hoofdBeslist']);
    const n = v.weigert('toekennen', verlof);
    assert.deepEqual([n.norm, n.grondslag], ['vakantieBijHetHoofd', 'Leerplichtwet 1969, artikel 13a lid 1']);
    v.doe('nietOntvankelijk').staat('afgesloten', 'nietOntvankelijk');
  });

  it('nooit in de eerste twee lesweken, gerekend met het rooster van de school', () => {
    // The holiday ends on Sunday 22 August 2027: the second lesweek ends on Sunday 5 September.
    const raakt = (van: string, totEnMet: string): boolean =>
      vakantie({ van, totEnMet, schooldagen: 5 }).s.vlaggen.includes('eersteLesweken');
    assert.equal(raakt('2027-09-03', '2027-09-10'), true);
    assert.equal(raakt('2027-09-06', '2027-09-10'), false);
    assert.equal(raakt('2027-07-05', '2027-08-23'), true);
    assert.equal(raakt('2027-07-05', '2027-08-20'), false);
    const n = vakantie({ van: '2027-09-03', totEnMet: '2027-09-10', schooldagen: 6 }).weigert(
      'toekennen',
      verlof,
    );
    assert.equal(n.norm, 'vakantieNietInEersteLesweken');
    assert.equal(n.grondslag, 'Leerplichtwet 1969, artikel 13a lid 2');
    assert.match(n.melding, /tot en met 5 september 2027/);
    // For weighty circumstances these weeks are no bar.
    const gewichtig = aangevraagd({ van: '2027-09-03', totEnMet: '2027-09-24' });
    assert.deepEqual(gewichtig.s.vlaggen, []);
  });

  it('een week zonder school telt niet als lesweek', () => {
    const met = structuredClone(KADER);
    met.kalender.school!.bekendTot = '2027-12-31' as never;
    met.kalender.school!.vakanties.push({
      naam: 'studieweek',
      van: '2027-08-30' as never,
      tot: '2027-09-03' as never,
    });
    const v = vakantie({ van: '2027-09-10', totEnMet: '2027-09-17', schooldagen: 6 }, met);
    assert.match(v.weigert('toekennen', verlof).melding, /tot en met 12 september 2027/);
  });

  it('zonder rooster telt de opgegeven eerste schooldag', () => {
    const zonder = structuredClone(KADER);
    delete zonder.kalender.school;
    const dagen = { van: '2027-09-03', totEnMet: '2027-09-10', schooldagen: 6 };
    assert.deepEqual(vakantie(dagen, zonder).s.vlaggen, ['hoofdBeslist']);
    const met = vakantie({ ...dagen, eersteSchooldagOp: '2027-08-25' }, zonder);
    assert.deepEqual(met.s.vlaggen, ['hoofdBeslist', 'eersteLesweken']);
    // Where the school's own calendar tells, it goes before what was given.
    assert.ok(
      !vakantie({ ...dagen, van: '2027-09-06', eersteSchooldagOp: '2027-08-30' }).s.vlaggen.includes(
        'eersteLesweken',
      ),
    );
    // For another school year the calendar says nothing.
    const anders = vakantie({
      van: '2028-09-01',
      totEnMet: '2028-09-08',
      schooldagen: 6,
      eersteSchooldagOp: '2028-08-28',
    });
    assert.ok(anders.s.vlaggen.includes('eersteLesweken'));
  });
});

describe('verlof: de beslistermijn van de Awb', () => {
  it('acht weken, die op een feestdag verschuiven, en dan te laat', () => {
    assert.equal(aangevraagd({ aangevraagdOp: '2026-10-30' }).termijn('besluit'), '2026-12-28');
    const v = gehoord();
    assert.deepEqual(v.herinneringen('besluit'), [
      'halverwege 2026-11-30',
      'vooraf 2026-12-23',
      'verstreken 2026-12-29',
      'groep 2026-12-30',
      'teamleider 2027-01-05',
    ]);
    v.dag('2026-12-28');
    assert.deepEqual(
      v.s.termijnen.filter((l) => l.verlopen).map((l) => l.naam),
      ['beslissen'],
    );
    v.dag('2026-12-29');
    assert.ok(v.s.termijnen.find((l) => l.naam === 'besluit')?.verlopen);
    const daarna = v.doe('afwijzen', nee).doe('bekendgemaakt', { bekendgemaaktOp: '2026-12-29' });
    assert.equal(daarna.s.teLaat, false);
  });

  it('verlengen volgens 4:14 en opschorten volgens 4:15 mag de ambtenaar zelf', () => {
    const v = aangevraagd().doe('verlengen', { termijn: 'besluit', tot: '2027-01-25', reden: EEN_TEKST });
    assert.equal(v.termijn('besluit'), '2027-01-25');
    const w = onvolledig();
    assert.deepEqual(w.gevolgen().slice(-2), ['brief verzoekAanvulling', 'taak beslistermijnOpschorten']);
    w.doe('opschorten', { termijnen: ['besluit'], vanaf: '2026-11-05', reden: EEN_TEKST });
    w.dag('2026-11-11').doe('aanvullingOntvangen', { aangevuldOp: '2026-11-11' }).staat('aangevraagd');
    assert.equal(w.gevolgen().at(-1), 'taak beslistermijnHervatten');
    w.doe('hervatten', { termijnen: ['besluit'], vanaf: '2026-11-11' });
    // 28 December and six days is a Sunday.
    assert.equal(w.termijn('besluit'), '2027-01-04');
  });

  it('andere termijnen van de wet staan vast', () => {
    const uitstel = { tot: '2027-03-01', reden: EEN_TEKST };
    for (const [v, termijn, artikel] of [
      [geweigerd(), 'bezwaartermijn', 'Algemene wet bestuursrecht, artikel 6:7'],
      [onvolledig(), 'buitenBehandeling', 'Algemene wet bestuursrecht, artikel 4:5 lid 4'],
      [aangevraagd(), 'achttien', 'Leerplichtwet 1969, artikel 4b'],
    ] as const)
      assert.equal(v.weigert('verlengen', { termijn, ...uitstel }, baas).grondslag, artikel);
  });

  it('een besluit dat er niet is als het verlof begint valt op', () => {
    const v = aangevraagd({ van: '2026-11-23', totEnMet: '2026-12-11' }).dag('2026-11-22');
    assert.equal(v.s.vlaggen.includes('verlofBegonnenZonderBesluit'), false);
    assert.ok(v.dag('2026-11-23').s.vlaggen.includes('verlofBegonnenZonderBesluit'));
    assert.deepEqual(
      v.herinnerd().filter((h) => h.startsWith('besluitVoorVerlof')),
      ['besluitVoorVerlof.vooraf 2026-11-19 groep', 'besluitVoorVerlof.verstreken 2026-11-23 groep'],
    );
    // Who asks when the leave has begun already has no such term.
    assert.equal(aangevraagd({ van: '2026-11-02' }).termijn('besluitVoorVerlof'), undefined);
  });

  it('een hoofd dat zwijgt, een besluit dat blijft liggen', () => {
    const v = aangevraagd();
    assert.deepEqual(v.herinneringen('hoofdHoren'), [
      'vooraf 2026-11-12',
      'verstreken 2026-11-17',
      'groep 2026-11-18',
      'teamleider 2026-11-23',
    ]);
    assert.equal(v.dag('2026-11-17').s.teLaat, true);
    const w = gehoord(v).doe('toekennen', verlof);
    assert.equal(w.termijn('bekendmaken'), '2026-11-19');
    assert.equal(w.dag('2026-11-20').s.teLaat, true);
    assert.match(w.weigert('bekendgemaakt', { bekendgemaaktOp: '2026-11-21' }).melding, /toekomst/);
  });

  it('de gemeente kiest haar eigen termijnen, die van de wet niet', () => {
    const anders = structuredClone(KADER);
    anders.instellingen.waarden = { verlofHoofdHoren: { werkdagen: 5 }, besluit: { weken: 20 } };
    const v = aangevraagd({}, '2026-11-02', anders);
    assert.equal(v.termijn('hoofdHoren'), '2026-11-09');
    assert.equal(v.termijn('besluit'), '2026-12-28');
  });
});

describe('verlof: een onvolledige aanvraag', () => {
  it('aangevuld terwijl het hoofd al is gehoord: meteen klaar om te beslissen', () => {
    const v = gehoord(onvolledig()).staat('aanvullingGevraagd');
    v.doe('aanvullingOntvangen', { aangevuldOp: '2026-11-04' }, school).staat('teBeslissen');
    v.doe('aanvullingGevraagd', { ontbreekt: ['reden'], aanvullenTotEnMet: '2026-12-01' });
    assert.equal(v.termijn('aanvulling'), '2026-12-01');
    v.doe('afwijzen', nee).staat('besloten');
    assert.equal(v.termijn('buitenBehandeling'), undefined);
  });

  it('niet aangevuld: buiten behandeling, binnen vier weken (Awb 4:5)', () => {
    const v = onvolledig();
    assert.equal(v.termijn('aanvulling'), '2026-11-18');
    assert.equal(v.termijn('buitenBehandeling'), '2026-12-16');
    const n = v.dag('2026-11-18').weigert('buitenBehandelingLaten', { motivering });
    assert.deepEqual(
      [n.norm, n.grondslag],
      ['tijdOmAanTeVullenVoorbij', 'Algemene wet bestuursrecht, artikel 4:5 lid 1'],
    );
    assert.match(n.melding, /tot en met 18 november 2026/);
    v.dag('2026-11-19');
    assert.ok(v.s.vlaggen.includes('aanvullingUitgebleven'));
    assert.equal(v.s.voorstellen[0]?.actie, 'buitenBehandelingLaten');
    v.doe('buitenBehandelingLaten', { motivering }).staat('besloten');
    assert.equal(v.gevolgen().at(-1), 'brief besluitBuitenBehandeling');
    assert.equal(v.termijn('buitenBehandeling'), '2026-12-16');
    v.doe('bekendgemaakt', { bekendgemaaktOp: '2026-11-19' }).staat('geweigerd');
    assert.equal(v.termijn('bezwaartermijn'), '2026-12-31');
    v.dag('2027-01-08').staat('afgesloten', 'buitenBehandeling');
  });

  it('te laat aangevuld telt nog zolang er niet is besloten', () => {
    const v = onvolledig().dag('2026-11-25').doe('aanvullingOntvangen', { aangevuldOp: '2026-11-24' });
    assert.ok(!v.staat('aangevraagd').s.vlaggen.includes('aanvullingUitgebleven'));
    assert.equal(v.s.teLaat, false);
  });

  it('wie mag aanvullen krijgt tijd, en aanvullen is geen belofte', () => {
    const vraag = { ontbreekt: ['periode'], aanvullenTotEnMet: '2026-11-02' };
    const n = aangevraagd().weigert('aanvullingGevraagd', vraag);
    assert.deepEqual([n.norm, n.soort], ['termijnOmAanTeVullen', 'LAW']);
    assert.equal(
      onvolledig().weigert('aanvullingOntvangen', { aangevuldOp: '2026-11-05' }).norm,
      'nietInToekomst',
    );
  });

  it('vier weken voorbij: de aanvraag moet inhoudelijk worden beslist', () => {
    const v = onvolledig().dag('2026-12-17');
    assert.ok(v.s.termijnen.find((l) => l.naam === 'buitenBehandeling')?.verlopen);
    gehoord(v).doe('afwijzen', { redenAfwijzing: 'onvoldoendeOnderbouwd', motivering }).staat('besloten');
  });
});

describe('verlof: bezwaar', () => {
  it('beslissen binnen zes weken na het einde van de bezwaartermijn, niet na het bezwaar', () => {
    const v = inBezwaar().staat('bezwaar');
    assert.deepEqual(
      [v.gevolgen().at(-1), v.gebeurtenissen.at(-1)!.namens],
      ['brief ontvangstbevestigingBezwaar', 'ouders'],
    );
    assert.equal(v.termijn('bezwaartermijn'), undefined);
    assert.equal(v.termijn('eindeBezwaartermijn'), '2026-12-28');
    assert.equal(v.termijn('beslissingOpBezwaar'), undefined);
    v.dag('2026-12-28');
    assert.equal(v.termijn('beslissingOpBezwaar'), '2027-02-08');
    v.doe('verlengen', { termijn: 'beslissingOpBezwaar', tot: '2027-03-22', reden: EEN_TEKST });
    v.dag('2027-03-23');
    assert.equal(v.s.teLaat, true);
    v.doe('bezwaarOngegrond', { bezwaarOordeel: 'ongegrond', motivering }, baas).staat(
      'afgesloten',
      'afgewezen',
    );
    assert.equal(v.gevolgen().at(-1), 'brief beslissingOpBezwaar');
  });

  it('op de laatste dag zelf nog op tijd', () => {
    const v = geweigerd().dag('2026-12-28').doe('bezwaarOntvangen', { bezwaarOp: '2026-12-28' });
    assert.deepEqual(
      v.s.vlaggen.filter((x) => x.startsWith('bezwaar')),
      [],
    );
    v.dag('2026-12-29');
    assert.equal(v.termijn('beslissingOpBezwaar'), '2027-02-08');
  });

  it('met een commissie twaalf weken: als instelling, of voor dit ene bezwaar', () => {
    const v = inBezwaar(geweigerd(), { commissie: true }).dag('2026-12-28');
    assert.equal(v.termijn('beslissingNaCommissie'), '2027-03-22');
    assert.equal(v.termijn('beslissingOpBezwaar'), undefined);
    const altijd = structuredClone(KADER);
    altijd.instellingen.waarden['bezwaarcommissie'] = true;
    const start = (): V => geweigerd(aangevraagd({}, '2026-11-02', altijd));
    assert.equal(inBezwaar(start()).dag('2026-12-28').termijn('beslissingNaCommissie'), '2027-03-22');
    const zonder = inBezwaar(start(), { commissie: false }).dag('2026-12-28');
    assert.equal(zonder.termijn('beslissingOpBezwaar'), '2027-02-08');
  });

  it('een herinnering halverwege, vooraf en daarna', () => {
    assert.deepEqual(inBezwaar().dag('2026-12-28').herinneringen('beslissingOpBezwaar'), [
      'halverwege 2027-01-18',
      'vooraf 2027-02-04',
      'verstreken 2027-02-09',
      'groep 2027-02-10',
      'teamleider 2027-02-15',
    ]);
  });

  it('per post na de termijn: nooit later dan de wet', () => {
    const laat = (meer: object = {}): V =>
      geweigerd()
        .dag('2026-12-30')
        .doe('bezwaarOntvangen', { bezwaarOp: '2026-12-30', ...meer })
        .staat('bezwaar');
    const v = laat();
    assert.ok(v.s.vlaggen.includes('bezwaarPerPost'));
    // Twelve weeks after 13 November; the law, from 28 December, would give 8 February.
    assert.equal(v.termijn('beslissingOpLaatBezwaar'), '2027-02-05');
    assert.equal(laat({ commissie: true }).termijn('beslissingOpLaatBezwaarNaCommissie'), '2027-03-19');
  });

  it('later dan de post kan verklaren: tegen een toekenning, met een markering', () => {
    const v = verleend().dag('2027-01-05').staat('definitief');
    v.doe('bezwaarOntvangen', { bezwaarOp: '2027-01-05' }).staat('bezwaar');
    assert.ok(v.s.vlaggen.includes('bezwaarTeLaat'));
    v.doe('bezwaarOngegrond', { bezwaarOordeel: 'nietOntvankelijk', motivering }).staat('definitief');
    assert.equal(v.weigert('bezwaarOntvangen', { bezwaarOp: '2027-01-06' }).norm, 'nietInToekomst');
  });

  it('gegrond: alsnog verlof', () => {
    const v = inBezwaar().dag('2027-01-11');
    assert.equal(v.weigert('bezwaarGegrond', { ...verlof, verleendeDagen: 40 }).norm, 'nietMeerDanGevraagd');
    assert.equal(
      v.weigert('bezwaarGegrond', { ...verlof, verleendTotEnMet: '2027-01-31' }).norm,
      'periodeKlopt',
    );
    v.doe('bezwaarGegrond', verlof).staat('definitief');
    assert.deepEqual(v.gevolgen().slice(-2), ['brief beslissingOpBezwaar', 'brief afschriftBesluit']);
    assert.equal(v.termijn('verlofVoorbij'), '2027-02-20');
    v.dag('2027-02-22').doe('teruggekeerd', { terugOp: '2027-02-22' }).staat('afgesloten', 'teruggekeerd');
  });

  it('ook na bezwaar geen vakantie, en niets zonder het hoofd te horen', () => {
    const v = bekend(
      aangevraagd({ soort: 'vakantie' })
        .dag('2026-11-13')
        .doe('afwijzen', { ...nee, redenAfwijzing: 'vakantie' }),
    );
    assert.equal(
      inBezwaar(v).weigert('bezwaarGegrond', verlof).grondslag,
      'Leerplichtwet 1969, artikel 13a lid 2',
    );
    const w = onvolledig().dag('2026-11-19').doe('buitenBehandelingLaten', { motivering });
    inBezwaar(w.doe('bekendgemaakt', { bekendgemaaktOp: '2026-11-19' }));
    assert.equal(w.weigert('bezwaarGegrond', verlof).norm, 'hoofdGehoord');
    gehoord(w).staat('bezwaar').doe('bezwaarGegrond', verlof).staat('definitief');
  });

  it('ingetrokken: het eerste besluit blijft', () => {
    inBezwaar().doe('bezwaarIngetrokken').staat('afgesloten', 'afgewezen');
    inBezwaar(verleend()).doe('bezwaarIngetrokken').staat('definitief');
    const v = onvolledig().dag('2026-11-19').doe('buitenBehandelingLaten', { motivering });
    v.doe('bekendgemaakt', { bekendgemaaktOp: '2026-11-19' });
    inBezwaar(v).doe('bezwaarIngetrokken').staat('afgesloten', 'buitenBehandeling');
  });

  it('het verlof gaat door terwijl het bezwaar loopt', () => {
    const kort = { ...verlof, verleendVan: '2026-11-23', verleendTotEnMet: '2026-12-04' };
    const v = (): V =>
      inBezwaar(bekend(gehoord().dag('2026-11-13').doe('toekennen', kort))).dag('2026-12-07');
    const terug = v();
    assert.ok(terug.gevolgen().includes('brief vraagTerugkeer'));
    assert.equal(terug.termijn('terugkeerMelden'), '2026-12-11');
    terug.doe('teruggekeerd', { terugOp: '2026-12-07' }, school).staat('bezwaar');
    assert.equal(terug.termijn('terugkeerMelden'), undefined);
    terug
      .doe('bezwaarOngegrond', { bezwaarOordeel: 'ongegrond', motivering })
      .staat('afgesloten', 'teruggekeerd');
    const weg = v().doe('overschreden', { verzuimVanaf: '2026-12-07' }, school).staat('bezwaar');
    assert.equal(weg.gevolgen().at(-1), 'start mas');
    weg.doe('bezwaarIngetrokken').staat('afgesloten', 'overschreden');
    // Granted anew after all: the leave ends on another day, and what was noted of the first no longer counts.
    const langer = v().doe('overschreden', { verzuimVanaf: '2026-12-07' }, school);
    langer.doe('bezwaarGegrond', { ...kort, verleendTotEnMet: '2026-12-11' }).staat('definitief');
    assert.equal(langer.termijn('verlofVoorbij'), '2026-12-12');
    assert.ok(!langer.s.vlaggen.includes('overschreden'));
  });
});

describe('verlof: terug of overschreden', () => {
  it('langer weg dan verleend: luxe verzuim in mas', () => {
    const v = verleend().dag('2027-03-02');
    const weg = { verzuimVanaf: '2027-03-01', uren: 12 };
    v.doe('overschreden', weg, school).staat('afgesloten', 'overschreden');
    assert.deepEqual(geopend(v), {
      mas: { bron: 'school', soort: 'luxe', ontvangenOp: '2027-03-02', ...weg },
    });
  });

  it('binnen het verlof is niemand te laat, en wat nog komt is niet gebeurd', () => {
    const v = verleend().dag('2027-02-19');
    const n = v.weigert('overschreden', { verzuimVanaf: '2027-02-19' });
    assert.equal(n.norm, 'naHetVerlof');
    assert.match(n.melding, /tot en met 19 februari 2027/);
    assert.equal(v.weigert('overschreden', { verzuimVanaf: '2027-03-01' }).norm, 'nietInToekomst');
    assert.equal(v.weigert('teruggekeerd', { terugOp: '2027-03-01' }).norm, 'nietInToekomst');
    // Back early is back.
    v.doe('teruggekeerd', { terugOp: '2027-02-15' }, school).staat('afgesloten', 'teruggekeerd');
  });

  it('zonder verleend verlof valt er niets te overschrijden', () => {
    const v = inBezwaar();
    const n = v.weigert('overschreden', { verzuimVanaf: '2026-12-01' });
    assert.deepEqual([n.norm, n.soort], ['verlofVerleend', 'LOCAL']);
    assert.equal(v.weigert('teruggekeerd', { terugOp: '2026-12-01' }).norm, 'verlofVerleend');
  });

  it('een school die niets meldt', () => {
    const v = verleend().dag('2027-03-05');
    assert.deepEqual(
      v.herinnerd().filter((h) => h.startsWith('terugkeerMelden')),
      [
        'terugkeerMelden.vooraf 2027-02-24 groep',
        'terugkeerMelden.verstreken 2027-03-01 groep',
        'terugkeerMelden.groep 2027-03-02 groep',
        'terugkeerMelden.teamleider 2027-03-05 teamleider',
      ],
    );
    assert.ok(v.gevolgen().includes('taak terugkeerNagaan'));
    assert.equal(v.s.teLaat, true);
  });
});

describe('verlof: 18 jaar', () => {
  it('beeindigt in iedere toestand, op de dag zelf', () => {
    for (const maak of [(v: V) => v, gehoord, verleend, geweigerd]) {
      const v = maak(aangevraagd({ achttienOp: '2026-12-12' })).dag('2026-12-11');
      assert.equal(v.s.afgerond, false);
      v.dag('2026-12-12').staat('afgesloten', 'achttien');
    }
  });

  it('een bezwaar dat nog loopt blijft werk', () => {
    const v = inBezwaar(geweigerd(aangevraagd({ achttienOp: '2026-12-12' }))).dag('2026-12-12');
    assert.equal(v.staat('afgesloten', 'achttien').gevolgen().at(-1), 'taak bezwaarAfhandelen');
  });

  it('een uitval van drie maanden geeft hetzelfde als dag voor dag', () => {
    const v = verleend();
    const begin = v.s;
    const gezien = v.gebeurtenissen.length;
    v.dag('2027-03-10');
    const ineens = tick(v1, begin, v.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
  });
});
