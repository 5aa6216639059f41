import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AFGELEIDE_VELDEN, problems, tick } from '#process';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';

const coach = persoon('doorstroomcoach');
const school = persoon('school');
const systeem = persoon('systeem');
const baas = persoon('teamleider');

/** Handed over on Monday 2 November 2026, by somebody who becomes 27 on a Sunday. */
const aanmelding = { aangemeldOp: '2026-11-02', bron: 'overdracht', zevenentwintigOp: '2036-06-15' };
const aangemeld = (anders: Record<string, unknown> = {}, op = '2026-11-02') =>
  verhaal(v1, { op, gegevens: { ...aanmelding, aangemeldOp: op, ...anders }, wie: systeem });
type V = ReturnType<typeof aangemeld>;
type Actie = Parameters<V['doe']>[0];
const doe = (v: V, ...acties: [Actie, Record<string, unknown>?][]): V => {
  for (const [actie, invoer] of acties) v.doe(actie, invoer, coach);
  return v;
};
const gesproken = (v: V = aangemeld()): V =>
  doe(v, ['intakeGevoerd', { gesprekOp: v.vandaag, verslag: EEN_TEKST }]);
const bezig = (v: V = aangemeld()): V =>
  doe(gesproken(v), ['planVastgesteld', { doel: 'werk', plan: EEN_TEKST }]);
const aanHetWerk = (v: V = bezig()): V => doe(v, ['werkGestart', { urenPerWeek: 24 }], ['stabielVerklaard']);
const nazorg = (v: V = aanHetWerk()): V => doe(v, ['nazorgBegonnen']);
const contact = (v: V): V => doe(v, ['contact', { contactOp: v.vandaag }]);
const vlag = (v: V, naam: string): boolean => v.s.vlaggen.includes(naam);
const taken = (v: V, naam: string): number => v.gevolgen().filter((g) => g === `taak ${naam}`).length;

describe('traject: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is er een per jongere, van het Doorstroompunt, en neemt wat anderen sturen', () => {
    assert.equal(aangemeld().s.onderwerp, 'jongere');
    assert.equal(v1.team, 'doorstroompunt');
    assert.equal(v1.bijOpen, 'vervolgsignaal');
    const afgeleid = AFGELEIDE_VELDEN.filter((veld) => veld in v1.start.shape);
    assert.deepEqual(afgeleid, ['zevenentwintigOp']);
    for (const [bericht, gegevens] of [
      ['vervolgsignaal', { bron: 'overdracht' }],
      ['duoMelding', { soort: 'achttienPlus', meldingNummer: '12345', ontvangenOp: '2026-11-02' }],
      ['startkwalificatieBehaald', {}],
    ] as const) {
      assert.ok(v1.acties[bericht]!.door.includes('systeem'));
      assert.deepEqual(v1.acties[bericht]!.invoer.parse(gegevens), gegevens);
    }
  });
  it('iedere taak is voor de coach', () => {
    const v = nazorg().dag('2028-01-03');
    assert.ok(v.effecten.every((e) => e.soort !== 'taak' || e.voor === 'doorstroomcoach'));
  });
});

describe('traject: zoals het hoort te gaan', () => {
  it('van aanmelding tot een jaar nazorg', () => {
    const v = aangemeld().staat('intake');
    assert.deepEqual(v.gevolgen(), []);
    assert.equal(v.termijn('intake'), '2026-11-16');
    v.dag('2026-11-09').doe('intakeGevoerd', { gesprekOp: '2026-11-09' }, coach).staat('plan');
    assert.equal(v.termijn('plan'), '2026-12-07');
    v.dag('2026-11-30').doe('planVastgesteld', { doel: 'werk', plan: EEN_TEKST }, coach).staat('uitvoering');
    // Three months on is the last day of February, a Sunday.
    assert.equal(v.termijn('contact'), '2027-03-01');
    doe(v, ['werkcoachGestart'], ['jobcoachGestart']);
    assert.deepEqual(v.s.vlaggen, ['werkcoach', 'jobcoach']);
    contact(v.dag('2027-01-11'));
    assert.equal(v.termijn('contact'), '2027-04-12');
    doe(v, ['werkGestart', { urenPerWeek: 24 }], ['werkcoachAfgerond'], ['stabielVerklaard']).staat(
      'stabiel',
    );
    assert.deepEqual(v.s.vlaggen, ['jobcoach', 'werk']);
    assert.equal(v.termijn('stabielBeoordelen'), '2027-04-12');
    contact(v.dag('2027-04-12'));
    assert.deepEqual(v.s.voorstellen, [
      { actie: 'nazorgBegonnen', termijn: 'stabielBeoordelen', sinds: '2027-04-12' },
    ]);
    doe(v, ['jobcoachAfgerond'], ['nazorgBegonnen']).staat('nazorg');
    assert.equal(v.termijn('contact'), undefined);
    assert.equal(v.termijn('nazorgDrieMaanden'), '2027-07-12');
    assert.equal(v.termijn('nazorgTwaalfMaanden'), '2028-04-12');
    v.dag('2027-07-12');
    assert.equal(v.gevolgen().at(-1), 'taak nazorgContact');
    assert.equal(v.termijn('nazorgContact'), '2027-07-26');
    assert.equal(contact(v.dag('2027-07-20')).termijn('nazorgContact'), undefined);
    v.dag('2028-04-12');
    assert.equal(v.gevolgen().at(-1), 'taak nazorgAfronden');
    assert.equal(v.s.voorstellen[0]?.actie, 'afsluiten');
    // Easter, King's Day and the day after it lie in between.
    assert.equal(v.termijn('nazorgAfronden'), '2028-05-02');
    doe(v, ['afsluiten', { resultaat: 'werk' }]).staat('afgesloten', 'werk');
  });

  it('een nieuw plan tijdens de uitvoering', () => {
    const v = bezig().doe('planVastgesteld', { doel: 'school', plan: EEN_TEKST }, coach).staat('uitvoering');
    assert.equal(v.s.gegevens['doel'], 'school');
  });
});

describe('traject: termijnen die verlopen', () => {
  it('het eerste gesprek, het plan en het contact: herinneringen en te laat', () => {
    const v = aangemeld();
    assert.deepEqual(v.herinneringen('intake'), [
      'vooraf 2026-11-12',
      'verstreken 2026-11-17',
      'groep 2026-11-18',
      'teamleider 2026-11-23',
    ]);
    assert.equal(v.dag('2026-11-17').s.teLaat, true);
    gesproken(v);
    assert.equal(v.s.teLaat, false);
    assert.equal(v.herinneringen('plan')[0], 'halverwege 2026-12-01');
    assert.equal(v.dag('2026-12-16').s.teLaat, true);
    doe(v, ['planVastgesteld', { doel: 'zorg', plan: EEN_TEKST }]);
    assert.equal(v.dag('2027-03-16').s.teLaat, false);
    assert.equal(v.dag('2027-03-17').s.teLaat, true);
    assert.equal(contact(v).s.teLaat, false);
  });

  it('de nazorg blijft open en te laat tot iemand belt en afsluit', () => {
    const v = nazorg().dag('2027-02-17').staat('nazorg');
    assert.equal(v.s.teLaat, true);
    assert.equal(contact(v).s.teLaat, false);
    v.dag('2027-11-20');
    assert.ok(v.herinnerd().some((h) => h.startsWith('nazorgAfronden.verstreken 2027-11-17')));
    contact(v);
    assert.equal(v.s.teLaat, true);
    doe(v, ['afsluiten', { resultaat: 'werk' }]).staat('afgesloten', 'werk');
  });
});

describe('traject: UWV', () => {
  const aangevraagd = (): V => doe(bezig(), ['abaAangevraagd', { aangevraagdOp: '2026-11-02' }]);
  const uitslag = (v: V, besluit: string): V => doe(v, ['abaUitslag', { besluit, besluitOp: v.vandaag }]);

  it('na acht weken navragen, daarna elke vier weken, tot er antwoord is', () => {
    const v = aangevraagd();
    assert.ok(vlag(v, 'abaAangevraagd'));
    assert.equal(v.termijn('abaAntwoord'), '2026-12-28');
    v.dag('2026-12-28');
    assert.equal(taken(v, 'abaNavragen'), 1);
    assert.equal(v.termijn('abaAntwoord'), '2027-01-25');
    v.dag('2027-03-01');
    assert.equal(taken(v, 'abaNavragen'), 3);
    // Only the contact of three months is late, not what UWV owes.
    assert.equal(v.s.teLaat, true);
    contact(v);
    assert.equal(v.s.teLaat, false);
    uitslag(v, 'toegekend');
    assert.equal(v.termijn('abaAntwoord'), undefined);
    assert.deepEqual(v.s.vlaggen, ['abaToegekend']);
    assert.equal(v.gevolgen().at(-1), 'taak abaToegekend');
  });

  it('afgewezen, opnieuw gevraagd, en dan over de praktijkroute toegekend', () => {
    const v = uitslag(aangevraagd().dag('2026-12-14'), 'afgewezen');
    assert.deepEqual(v.s.vlaggen, ['abaAfgewezen']);
    assert.equal(v.gevolgen().at(-1), 'taak abaAfgewezen');
    assert.equal(v.termijn('abaHeroverwegen'), '2027-01-11');
    assert.equal(v.termijn('praktijkroute'), undefined);
    doe(v, ['abaHeroverwogen', { vervolg: 'opnieuw' }]);
    assert.equal(v.termijn('abaHeroverwegen'), undefined);
    assert.deepEqual(v.s.voorstellen, [{ actie: 'abaAangevraagd', sinds: '2026-12-14' }]);
    doe(v, ['abaAangevraagd', { aangevraagdOp: '2026-12-14' }]);
    assert.deepEqual(v.s.vlaggen, ['abaAangevraagd']);
    assert.equal(v.termijn('abaAntwoord'), '2027-02-08');
    uitslag(v.dag('2027-01-11'), 'praktijkroute');
    assert.deepEqual(v.s.vlaggen, ['abaPraktijkroute']);
    assert.equal(v.gevolgen().at(-1), 'taak praktijkrouteVolgen');
    assert.equal(v.termijn('abaHeroverwegen'), undefined);
    assert.equal(v.termijn('praktijkroute'), '2027-04-05');
    v.dag('2027-05-03');
    assert.equal(taken(v, 'praktijkrouteNavragen'), 2);
    uitslag(v, 'toegekend');
    assert.deepEqual([v.s.vlaggen, v.termijn('praktijkroute')], [['abaToegekend'], undefined]);
  });

  it('kiest niemand na een afwijzing, dan is dat te laat; bezwaar en een andere weg zijn ook een keuze', () => {
    const v = uitslag(aangevraagd(), 'afgewezen').dag('2026-12-01');
    assert.equal(v.s.teLaat, true);
    doe(v, ['abaHeroverwogen', { vervolg: 'bezwaar' }]);
    assert.equal(v.s.teLaat, false);
    assert.equal(v.gevolgen().at(-1), 'taak abaBezwaar');
    const anders = doe(uitslag(aangevraagd(), 'afgewezen'), ['abaHeroverwogen', { vervolg: 'anders' }]);
    assert.equal(anders.gevolgen().at(-1), 'taak abaAfgewezen');
  });
});

describe('traject: zijwegen', () => {
  it('school, werk en zorg komen en gaan', () => {
    const v = bezig().doe('opleidingGestart', { ingeschrevenOp: '2026-11-02' }, school);
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'school');
    doe(v, ['werkGestart', { urenPerWeek: 12 }], ['zorgGestart']);
    assert.deepEqual(v.s.vlaggen, ['opleiding', 'werk', 'zorg']);
    v.doe('opleidingGestopt', { uitgeschrevenOp: '2026-11-02' }, systeem);
    doe(v, ['werkGestopt'], ['zorgGestopt']);
    assert.deepEqual([v.s.vlaggen, v.s.voorstellen], [[], []]);
  });

  it('verwijzen bij schulden', () => {
    const v = doe(
      aangemeld(),
      ['verwezen', { verwezenNaar: 'jpf' }],
      ['verwezen', { verwezenNaar: 'kickstart' }],
      ['verwezen', { verwezenNaar: 'budgetalert' }],
    );
    assert.deepEqual(v.s.vlaggen, ['verwezenJpf', 'verwezenKickstart', 'verwezenBudgetalert']);
  });

  it('een melding van DUO hoort erbij: uitnodigen binnen vijf werkdagen', () => {
    const melding = { soort: 'achttienPlus', meldingNummer: '12345', ontvangenOp: '2026-11-02' };
    const v = bezig().doe('duoMelding', melding, systeem).staat('uitvoering');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'duo');
    assert.equal(v.gevolgen().at(-1), 'taak meldingUitnodigen');
    assert.equal(v.termijn('uitnodigenNaMelding'), '2026-11-09');
    assert.deepEqual(v.s.voorstellen, []);
    assert.equal(v.dag('2026-11-10').s.teLaat, true);
    assert.equal(contact(v).s.teLaat, false);
    // Who is opened by a report is invited as well.
    assert.deepEqual(aangemeld({ bron: 'duo' }).gevolgen(), ['taak meldingUitnodigen']);
    const nieuw = aangemeld({ bron: 'duo' }).doe('duoMelding', { ...melding, soort: 'zestienUur' }, systeem);
    assert.equal(gesproken(nieuw).termijn('uitnodigenNaMelding'), undefined);
  });

  it('wie er al was, en toch weer opvalt: de coach beslist', () => {
    const melding = { soort: 'achttienPlus', meldingNummer: '12345', ontvangenOp: '2026-11-02' };
    for (const maak of [aanHetWerk, nazorg])
      for (const [actie, invoer] of [
        ['duoMelding', melding],
        ['vervolgsignaal', { bron: 'school' }],
        ['opleidingGestopt', { uitgeschrevenOp: '2026-11-02' }],
      ] as const) {
        const v = maak().doe(actie, invoer, systeem);
        assert.deepEqual(v.s.voorstellen, [{ actie: 'terugval', sinds: '2026-11-02' }]);
        v.doe('terugval', { toelichting: EEN_TEKST }, coach).staat('uitvoering');
        assert.equal(v.termijn('nazorgTwaalfMaanden'), undefined);
        assert.equal(v.termijn('contact'), '2027-02-02');
      }
    assert.deepEqual(doe(nazorg(), ['werkGestopt']).s.voorstellen[0]?.actie, 'terugval');
    assert.equal(
      doe(bezig(), ['vervolgsignaal', { bron: 'zelf' }])
        .gevolgen()
        .at(-1),
      'taak signaalBekijken',
    );
  });
});

describe('traject: eisen', () => {
  it('openen kan niet voor wie 27 is, en niet met een aanmelding die nog komt', () => {
    assert.throws(() => aangemeld({ zevenentwintigOp: '2026-11-02' }), /Wet van school naar duurzaam werk/);
    assert.throws(() => aangemeld({ aangemeldOp: '2026-11-03' }), /Afspraak van de gemeente/);
  });

  it('geweigerd met hun grond, en opzij te zetten door de teamleider', () => {
    const morgen = '2026-11-03';
    const gevraagd = (): V => doe(bezig(), ['abaAangevraagd', { aangevraagdOp: '2026-11-02' }]);
    const gevallen: [V, Actie, Record<string, unknown>, string][] = [
      [aangemeld(), 'intakeGevoerd', { gesprekOp: morgen }, 'gesprekGeweest'],
      [bezig(), 'contact', { contactOp: morgen }, 'contactGeweest'],
      [bezig(), 'abaAangevraagd', { aangevraagdOp: morgen }, 'aanvraagGedaan'],
      [gevraagd(), 'abaAangevraagd', { aangevraagdOp: '2026-11-02' }, 'geenAbaOpen'],
      [bezig(), 'abaUitslag', { besluit: 'toegekend', besluitOp: '2026-11-02' }, 'abaOpen'],
      [gevraagd(), 'abaUitslag', { besluit: 'toegekend', besluitOp: morgen }, 'besluitGenomen'],
      [bezig(), 'abaHeroverwogen', { vervolg: 'anders' }, 'abaAfgewezen'],
      [bezig(), 'stabielVerklaard', {}, 'heeftPlek'],
      [nazorg(), 'afsluiten', { resultaat: 'combinatie' }, 'uitkomstKlopt'],
      [aanHetWerk(), 'afsluiten', { resultaat: 'werk' }, 'naNazorg'],
      [aangemeld(), 'afsluiten', { resultaat: 'geenContact' }, 'genoegPogingen'],
    ];
    for (const [v, actie, invoer, norm] of gevallen) {
      const nee = v.weigert(actie, invoer, coach);
      assert.deepEqual([nee.code, nee.norm, nee.soort, nee.terzijdeTeStellen], ['eis', norm, 'LOCAL', true]);
      assert.match(nee.grondslag!, /^Afspraak van de gemeente/);
      v.doe('terzijdeStellen', { norm, reden: EEN_TEKST }, baas).doe(actie, invoer, coach);
    }
    const normen = Object.values(v1.eisen ?? {}).flatMap((e) => (e ?? []).map((x) => x.naam));
    assert.deepEqual(normen.sort(), gevallen.map((g) => g[3]).sort());
  });

  it('het traject is van de coach', () => {
    const ambtenaar = persoon('leerplichtambtenaar');
    assert.equal(aangemeld().weigert('intakeGevoerd', { gesprekOp: '2026-11-02' }, ambtenaar).code, 'rol');
    assert.equal(bezig().weigert('werkGestart', { urenPerWeek: 12 }, school).code, 'rol');
    assert.equal(gesproken().weigert('stabielVerklaard', {}, coach).code, 'toestand');
  });
});

describe('traject: uitkomsten', () => {
  it('school, werk, beide of zorg, na de nazorg', () => {
    for (const [resultaat, plek] of [
      ['terugNaarSchool', [['opleidingGestart', { ingeschrevenOp: '2026-11-02' }]]],
      ['werk', [['werkGestart', { urenPerWeek: 32 }]]],
      [
        'combinatie',
        [
          ['opleidingGestart', { ingeschrevenOp: '2026-11-02' }],
          ['werkGestart', { urenPerWeek: 8 }],
        ],
      ],
      ['zorg', [['zorgGestart', {}]]],
    ] as [string, [Actie, Record<string, unknown>][]][]) {
      const v = nazorg(doe(bezig(), ...plek, ['stabielVerklaard']));
      doe(v, ['afsluiten', { resultaat }]).staat('afgesloten', resultaat);
    }
  });

  it('een startkwalificatie stelt voor af te sluiten, in iedere toestand', () => {
    for (const maak of [aangemeld, gesproken, bezig, aanHetWerk, nazorg]) {
      const v = maak().doe('startkwalificatieBehaald', {}, systeem);
      assert.deepEqual(v.s.voorstellen, [{ actie: 'afsluiten', sinds: '2026-11-02' }]);
      doe(v, ['afsluiten', { resultaat: 'startkwalificatie' }]).staat('afgesloten', 'startkwalificatie');
    }
  });

  it('geen contact, na drie pogingen of zoveel als de gemeente zegt', () => {
    doe(aangemeld(), ['afsluiten', { resultaat: 'geenContact', pogingen: 3 }]).staat(
      'afgesloten',
      'geenContact',
    );
    const kader = structuredClone(KADER);
    kader.instellingen.waarden['geenContactPogingen'] = 5;
    const v = verhaal(v1, { op: '2026-11-02', gegevens: aanmelding, kader });
    const nee = v.weigert('afsluiten', { resultaat: 'geenContact', pogingen: 4 }, coach);
    assert.match(nee.melding, /na 5 pogingen/);
  });

  it('verhuisd en geannuleerd zijn van de kern', () => {
    for (const [v, uitkomst] of [
      [bezig().doe('verhuisd', { naarGemeente: '0147' }), 'verhuisd'],
      [bezig().doe('annuleren', { reden: EEN_TEKST }, baas), 'geannuleerd'],
    ] as const)
      assert.deepEqual([v.s.afgerond, v.s.uitkomst], [true, uitkomst]);
  });
});

describe('traject: leeftijd', () => {
  it('27 jaar sluit het traject in iedere toestand, op de dag zelf, met drie maanden vooraf een taak', () => {
    for (const maak of [
      (v: V) => v,
      gesproken,
      bezig,
      (v: V) => aanHetWerk(bezig(v)),
      (v: V) => nazorg(aanHetWerk(bezig(v))),
    ]) {
      const v = maak(aangemeld({ zevenentwintigOp: '2027-06-13' }));
      assert.equal(v.termijn('zevenentwintigNadert'), '2027-03-13');
      v.dag('2027-03-13');
      assert.ok(v.gevolgen().includes('taak overnameRegelen'));
      // A Sunday, and the law moves no birthday.
      assert.equal(v.dag('2027-06-12').s.afgerond, false);
      v.dag('2027-06-13').staat('afgesloten', 'leeftijd');
      assert.equal(v.gevolgen().at(-1), 'taak leeftijdBereikt');
    }
  });

  it('18 jaar doet niets, 23 jaar is te zien', () => {
    const v = aangemeld({ zevenentwintigOp: '2031-06-15' });
    assert.equal(v.termijn('drieentwintig'), '2027-06-15');
    gesproken(v).dag('2027-06-14');
    assert.ok(!vlag(v, 'vanaf23'));
    assert.ok(vlag(v.dag('2027-06-15'), 'vanaf23'));
    assert.deepEqual(aangemeld({ zevenentwintigOp: '2030-06-15' }).s.vlaggen, ['vanaf23']);
  });

  it('de termijn van de wet blijft staan', () => {
    const nee = aangemeld().weigert('opschorten', { termijnen: ['zevenentwintig'], reden: EEN_TEKST });
    assert.match(nee.grondslag!, /^Wet van school naar duurzaam werk/);
  });

  it('een uitval van twee maanden geeft hetzelfde als dag voor dag', () => {
    const v = doe(bezig(), ['abaAangevraagd', { aangevraagdOp: '2026-11-02' }]).dag('2026-12-01');
    const begin = v.s;
    const gezien = v.gebeurtenissen.length;
    v.dag('2027-02-20');
    const ineens = tick(v1, begin, v.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
  });
});
