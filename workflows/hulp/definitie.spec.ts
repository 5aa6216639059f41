import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AFGELEIDE_VELDEN, problems, tick, type Definitie, type Effect } from '#process';
import { processen } from '#workflows';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';

const VEERTIEN = { twaalfOp: '2024-06-15', zestienOp: '2028-06-15', achttienOp: '2030-06-15' };
const TIEN = { twaalfOp: '2028-06-15', zestienOp: '2032-06-15', achttienOp: '2034-06-15' };
const ZESTIEN = { twaalfOp: '2022-06-15', zestienOp: '2026-06-15', achttienOp: '2028-06-15' };
const aanbod = { aangebodenOp: '2026-11-02', aanbieder: 'wijkracht', ...VEERTIEN };
/** The officer offered help on Monday 2 November 2026 to a youth of 14. */
const aangeboden = (anders: Record<string, string> = {}) =>
  verhaal(v1, { op: '2026-11-02', gegevens: { ...aanbod, ...anders }, wie: persoon('systeem') });
type V = ReturnType<typeof aangeboden>;

const ingestemd = (v: V = aangeboden()): V =>
  v
    .doe('instemmingOuders', { instemmingOudersOp: v.vandaag })
    .doe('instemmingJongere', { instemmingJongereOp: v.vandaag });
const aangemeld = (v: V = ingestemd()): V => v.doe('aangemeld', { aangemeldOp: v.vandaag });
const loopt = (v: V = aangemeld()): V => v.doe('gestart', { gestartOp: v.vandaag });
const gestopt = (v: V = loopt()): V => v.doe('beeindigd', { beeindigdOp: v.vandaag });

/** The message to the report: what it says, and whether somebody must see it when there is no report. */
const aanMas = (v: V) => {
  const e = v.effecten.at(-1) as Extract<Effect, { soort: 'meld' }>;
  assert.deepEqual([e.soort, e.procestype, e.bericht], ['meld', 'mas', 'hulpAfgerond']);
  return [e.gegevens?.['hulpResultaat'], e.moet ?? false];
};
/** The receiving process; undefined as long as it is not in this installation. */
const ontvanger = (naam: string): Definitie | undefined => processen[naam]?.nieuwste;

describe('hulp: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is een tegelijk per jongere', () => assert.equal(aangeboden().s.onderwerp, 'jongere'));
});

describe('hulp: zoals het hoort te gaan', () => {
  it('aangeboden, ingestemd, aangemeld, wachtlijst, hulp, plan besproken, geslaagd', () => {
    const v = aangeboden().staat('aangeboden');
    assert.deepEqual(v.gevolgen(), ['brief aanbodHulp']);
    assert.equal(v.termijn('antwoord'), '2026-11-16');
    v.dag('2026-11-05').doe('instemmingOuders', { instemmingOudersOp: '2026-11-04' }).staat('aangeboden');
    assert.equal(v.termijn('antwoord'), '2026-11-16');
    v.dag('2026-11-09').doe('instemmingJongere', { instemmingJongereOp: '2026-11-09' }).staat('ingestemd');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'jongere');
    assert.equal(v.gebeurtenissen.at(-1)!.termijnen![0]!.wat, 'gehaald');
    assert.equal(v.termijn('aanmelden'), '2026-11-16');
    v.dag('2026-11-13').doe('aangemeld', { aangemeldOp: '2026-11-13' }).staat('aangemeld');
    assert.equal(v.termijn('reactieAanbieder'), '2026-11-27');
    v.doe('opWachtlijst').staat('wachtlijst');
    // Six weeks later is Christmas Day, a Friday: the Monday after.
    assert.equal(v.termijn('wachtlijst'), '2026-12-28');
    v.dag('2026-12-28');
    assert.equal(v.gevolgen().at(-1), 'taak wachtlijstNavragen');
    assert.deepEqual(v.s.vlaggen, ['langOpWachtlijst']);
    assert.equal(v.termijn('wachtlijst'), '2027-01-25');
    v.dag('2027-01-25');
    assert.equal(v.termijn('wachtlijst'), '2027-02-22');
    v.dag('2027-02-01').doe('gestart', { gestartOp: '2027-02-01' }).staat('hulpLoopt');
    assert.deepEqual(v.s.vlaggen, []);
    assert.equal(v.termijn('wachtlijst'), undefined);
    // Eight weeks later is Easter Monday.
    assert.equal(v.termijn('planHerzien'), '2027-03-30');
    v.dag('2027-03-22').doe('planHerzien', { herzienOp: '2027-03-22', plan: EEN_TEKST }).staat('hulpLoopt');
    // And eight weeks after that Whit Monday.
    assert.equal(v.termijn('planHerzien'), '2027-05-18');
    v.dag('2027-05-10').doe('beeindigd', { beeindigdOp: '2027-05-07' }).staat('evaluatie');
    assert.equal(v.termijn('planHerzien'), undefined);
    assert.equal(v.termijn('evalueren'), '2027-05-25');
    v.doe('geevalueerd', { oordeel: 'geslaagd', verslag: EEN_TEKST }).staat('geslaagd', 'geslaagd');
    assert.deepEqual(aanMas(v), ['geslaagd', false]);
  });

  it('zonder wachtlijst begint de hulp meteen, bij een andere hulpverlener dan aangeboden', () => {
    const v = ingestemd().doe('aangemeld', { aangemeldOp: '2026-11-02', aanbieder: 'jeugdEnGezin' });
    assert.equal(v.s.gegevens['aanbieder'], 'jeugdEnGezin');
    v.doe('gestart', { gestartOp: '2026-11-02' }).staat('hulpLoopt');
  });

  it('tussentijds evalueren: doorgaan begint acht weken opnieuw', () => {
    const v = loopt().dag('2026-12-07').doe('geevalueerd', { oordeel: 'doorgaan' }).staat('hulpLoopt');
    assert.equal(v.termijn('planHerzien'), '2027-02-01');
    const elders = gestopt().doe('geevalueerd', { oordeel: 'doorgaan' }).staat('hulpLoopt');
    assert.equal(elders.termijn('planHerzien'), '2026-12-28');
  });

  it('geen plaats: van de aanmelding of de wachtlijst naar de evaluatie', () => {
    aangemeld().doe('beeindigd', { beeindigdOp: '2026-11-02' }).staat('evaluatie');
    const v = aangemeld().doe('opWachtlijst').dag('2026-12-14');
    v.doe('beeindigd', { beeindigdOp: '2026-12-14' }).staat('evaluatie');
    assert.deepEqual(v.s.vlaggen, []);
  });
});

describe('hulp: wie instemt', () => {
  it('onder 12 de ouders', () => {
    const v = aangeboden(TIEN).doe('instemmingJongere', { instemmingJongereOp: '2026-11-02' });
    v.staat('aangeboden');
    assert.equal(v.weigert('aangemeld', { aangemeldOp: '2026-11-02' }).norm, 'instemmingOuders');
    v.doe('instemmingOuders', { instemmingOudersOp: '2026-11-02' }).staat('ingestemd');
    v.doe('aangemeld', { aangemeldOp: '2026-11-02' }).staat('aangemeld');
  });

  it('van 12 tot en met 15 allebei, in welke volgorde ook', () => {
    const v = aangeboden();
    assert.equal(v.weigert('aangemeld', { aangemeldOp: '2026-11-02' }).norm, 'instemmingOuders');
    v.doe('instemmingOuders', { instemmingOudersOp: '2026-11-02' }).staat('aangeboden');
    assert.equal(v.weigert('aangemeld', { aangemeldOp: '2026-11-02' }).norm, 'instemmingJongere');
    const andersom = aangeboden().doe('instemmingJongere', { instemmingJongereOp: '2026-11-02' });
    andersom.staat('aangeboden').doe('instemmingOuders', { instemmingOudersOp: '2026-11-02' });
    andersom.staat('ingestemd');
  });

  it('vanaf 16 de jongere, die dan ook de brief krijgt', () => {
    const v = aangeboden(ZESTIEN);
    assert.deepEqual(
      v.effecten.map((e) => e.soort === 'brief' && e.aan),
      ['jongere'],
    );
    v.doe('instemmingOuders', { instemmingOudersOp: '2026-11-02' }).staat('aangeboden');
    assert.equal(v.weigert('aangemeld', { aangemeldOp: '2026-11-02' }).norm, 'instemmingJongere');
    v.doe('instemmingJongere', { instemmingJongereOp: '2026-11-02' }).staat('ingestemd');
  });

  it('op de verjaardag zelf geldt de nieuwe leeftijd, ook tussen instemming en aanmelding', () => {
    const wordt12 = aangeboden({ twaalfOp: '2026-11-04' });
    wordt12.doe('instemmingOuders', { instemmingOudersOp: '2026-11-02' }).staat('ingestemd');
    wordt12.dag('2026-11-03').dag('2026-11-04');
    assert.equal(wordt12.weigert('aangemeld', { aangemeldOp: '2026-11-04' }).norm, 'instemmingJongere');
    wordt12.doe('instemmingJongere', { instemmingJongereOp: '2026-11-04' });
    wordt12.doe('instemmingOuders', { instemmingOudersOp: '2026-11-04' });
    wordt12.doe('aangemeld', { aangemeldOp: '2026-11-04' }).staat('aangemeld');

    const wordt16 = aangeboden({ zestienOp: '2026-11-04' }).dag('2026-11-03');
    assert.equal(wordt16.weigert('aangemeld', { aangemeldOp: '2026-11-03' }).norm, 'instemmingOuders');
    wordt16.dag('2026-11-04').doe('instemmingJongere', { instemmingJongereOp: '2026-11-04' });
    wordt16.staat('ingestemd');
  });

  it('het is een norm van de keten: een teamleider kan haar opzijzetten, met een reden', () => {
    const v = aangeboden().doe('instemmingJongere', { instemmingJongereOp: '2026-11-02' });
    const nee = v.weigert('aangemeld', { aangemeldOp: '2026-11-02' });
    assert.deepEqual([nee.soort, nee.terzijdeTeStellen], ['CHAIN', true]);
    assert.match(
      nee.grondslag!,
      /van 12 tot en met 15 jaar ouders en jongere.*naar Jeugdwet artikel 7\.3\.4/,
    );
    const norm = { norm: 'instemmingOuders', reden: EEN_TEKST };
    assert.equal(v.weigert('terzijdeStellen', norm).code, 'rol');
    v.doe('terzijdeStellen', norm, persoon('teamleider')).doe('aangemeld', { aangemeldOp: '2026-11-02' });
    v.staat('aangemeld');
    assert.equal(v.termijn('antwoord'), undefined);
  });
});

describe('hulp: weigeren', () => {
  it('in iedere toestand, met bericht aan de verzuimmelding of een taak', () => {
    for (const maak of [aangeboden, ingestemd, aangemeld, loopt, gestopt]) {
      const v = maak().doe('geweigerd', { weigeraar: 'jongere', toelichting: EEN_TEKST });
      v.staat('geweigerd', 'geweigerd');
      assert.deepEqual(aanMas(v), ['geweigerd', true]);
    }
    const opDeLijst = aangemeld().doe('opWachtlijst').doe('geweigerd', { weigeraar: 'ouders' });
    assert.deepEqual(aanMas(opDeLijst.staat('geweigerd', 'geweigerd')), ['geweigerd', true]);
  });

  it('alleen door wie over de hulp beslist', () => {
    const nee = aangeboden(ZESTIEN).weigert('geweigerd', { weigeraar: 'ouders' });
    assert.deepEqual([nee.norm, nee.soort], ['weigeraarBeslist', 'CHAIN']);
    assert.match(nee.melding, /16 of ouder/);
    assert.match(aangeboden(TIEN).weigert('geweigerd', { weigeraar: 'jongere' }).melding, /nog geen 12/);
    const v = aangeboden(ZESTIEN);
    v.doe('terzijdeStellen', { norm: 'weigeraarBeslist', reden: EEN_TEKST }, persoon('teamleider'));
    v.doe('geweigerd', { weigeraar: 'ouders' }).staat('geweigerd', 'geweigerd');
  });

  it('zonder resultaat gaat terug naar de routekeuze', () => {
    for (const v of [loopt(), gestopt()]) {
      v.doe('geevalueerd', { oordeel: 'zonderResultaat' }).staat('zonderResultaat', 'zonderResultaat');
      assert.deepEqual(aanMas(v), ['zonderResultaat', true]);
    }
  });
});

describe('hulp: wat niet mag', () => {
  it('iets vastleggen dat nog niet is gebeurd', () => {
    const morgen = '2026-11-03';
    const v = aangeboden();
    for (const nee of [
      v.weigert('instemmingOuders', { instemmingOudersOp: morgen }),
      v.weigert('instemmingJongere', { instemmingJongereOp: morgen }),
      ingestemd().weigert('aangemeld', { aangemeldOp: morgen }),
      aangemeld().weigert('gestart', { gestartOp: morgen }),
      loopt().weigert('planHerzien', { herzienOp: morgen }),
      loopt().weigert('beeindigd', { beeindigdOp: morgen }),
    ])
      assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['gebeurd', 'LOCAL', true]);
  });

  it('de school en de arts leggen hier niets vast', () => {
    const v = aangeboden();
    const invoer = { instemmingOudersOp: '2026-11-02' };
    for (const rol of ['school', 'arts'] as const)
      assert.equal(v.weigert('instemmingOuders', invoer, persoon(rol)).code, 'rol');
    v.doe('instemmingOuders', invoer, persoon('doorstroomcoach'));
  });

  it('openen voor wie 18 is, of met een aanbod dat nog komt', () => {
    assert.throws(() => aangeboden({ achttienOp: '2026-11-02' }), /artikel 4b/);
    assert.throws(() => aangeboden({ aangebodenOp: '2026-11-03' }), /Afspraak van de gemeente/);
  });
});

describe('hulp: herinneringen', () => {
  const zwijgt = (v: V, termijn: string, tot: string): string[] =>
    v
      .dag(tot)
      .herinnerd()
      .filter((h) => h.startsWith(`${termijn}.`))
      .map((h) => h.slice(termijn.length + 1));

  it('ouders en jongere die niet antwoorden: herinneren, en te laat', () => {
    const v = aangeboden();
    assert.deepEqual(zwijgt(v, 'antwoord', '2026-12-01'), [
      'vooraf 2026-11-12 groep',
      'verstreken 2026-11-17 groep',
      'groep 2026-11-18 groep',
      'teamleider 2026-11-23 teamleider',
    ]);
    assert.equal(v.staat('aangeboden').s.teLaat, true);
    assert.equal(ingestemd(v).s.teLaat, false);
  });

  it('een aanbod van vorige week telt vanaf die dag', () => {
    assert.equal(aangeboden({ aangebodenOp: '2026-10-26' }).termijn('antwoord'), '2026-11-09');
  });

  it('niet aangemeld, niets gehoord, plan niet besproken, niet geevalueerd', () => {
    assert.deepEqual(zwijgt(ingestemd(), 'aanmelden', '2026-11-20'), [
      'vooraf 2026-11-05 groep',
      'verstreken 2026-11-10 groep',
      'groep 2026-11-11 groep',
      'teamleider 2026-11-16 teamleider',
    ]);
    assert.equal(zwijgt(aangemeld(), 'reactieAanbieder', '2026-12-01').length, 4);
    assert.deepEqual(zwijgt(loopt(), 'planHerzien', '2027-01-11'), [
      'halverwege 2026-11-30 groep',
      'vooraf 2026-12-23 groep',
      'verstreken 2026-12-29 groep',
      'groep 2026-12-30 groep',
      'teamleider 2027-01-05 teamleider',
    ]);
    const v = gestopt();
    assert.equal(zwijgt(v, 'evalueren', '2026-12-01').length, 4);
    assert.equal(v.staat('evaluatie').s.teLaat, true);
  });

  it('de gemeente stelt de termijnen in', () => {
    const eigen = structuredClone(KADER);
    eigen.instellingen.waarden = {
      hulpAntwoord: { werkdagen: 5 },
      hulpWachtlijst: { weken: 3 },
      hulpWachtlijstDaarna: { weken: 2 },
    };
    const v = verhaal(v1, { op: '2026-11-02', gegevens: aanbod, kader: eigen });
    assert.equal(v.termijn('antwoord'), '2026-11-09');
    aangemeld(ingestemd(v)).doe('opWachtlijst');
    assert.equal(v.termijn('wachtlijst'), '2026-11-23');
    assert.equal(v.dag('2026-11-23').termijn('wachtlijst'), '2026-12-07');
  });
});

describe('hulp: bijna 18, en 18', () => {
  it('een half jaar ervoor begint de overdracht, in welke toestand ook', () => {
    for (const maak of [(v: V) => v, ingestemd, (v: V) => loopt(aangemeld(ingestemd(v)))]) {
      const v = maak(aangeboden({ ...ZESTIEN, achttienOp: '2027-06-15' }));
      assert.equal(v.termijn('overdracht'), '2026-12-15');
      v.dag('2026-12-14');
      assert.ok(!v.gevolgen().includes('start overdracht'));
      v.dag('2026-12-15');
      const e = v.effecten.at(-1) as Extract<Effect, { soort: 'start' }>;
      assert.deepEqual(
        [e.procestype, e.gegevens],
        ['overdracht', { gesignaleerdOp: '2026-12-15', bron: 'leeftijd' }],
      );
    }
  });

  it('korter dan een half jaar voor de verjaardag begint zij meteen, en maar een keer', () => {
    const v = aangeboden({ ...ZESTIEN, achttienOp: '2027-03-15' });
    assert.deepEqual(v.gevolgen(), ['brief aanbodHulp', 'start overdracht']);
    assert.equal(v.effecten.at(-1)!.op, '2026-11-02');
    v.doe('instemmingJongere', { instemmingJongereOp: '2026-11-02' }).dag('2027-01-04');
    assert.equal(v.gevolgen().filter((g) => g === 'start overdracht').length, 1);
  });

  it('een gecorrigeerde geboortedatum verplaatst beide dagen', () => {
    const v = loopt();
    v.doe('corrigeren', { velden: { achttienOp: '2027-08-31' }, reden: EEN_TEKST });
    assert.deepEqual([v.termijn('overdracht'), v.termijn('achttien')], ['2027-02-28', '2027-08-31']);
  });

  it('hulp die loopt wordt voorgesteld aan de doorstroomcoach, ook op een zaterdag', () => {
    for (const maak of [aangemeld, loopt, gestopt]) {
      const v = maak();
      v.doe('corrigeren', { velden: { achttienOp: '2026-11-14' }, reden: EEN_TEKST });
      v.dag('2026-11-13');
      assert.equal(v.s.afgerond, false);
      v.dag('2026-11-14').staat('gestopt', 'achttien');
      const { soort, op, ...taak } = v.effecten.at(-1) as Extract<Effect, { soort: 'taak' }>;
      assert.deepEqual(
        [soort, op, taak.naam, taak.voor],
        ['taak', '2026-11-14', 'voorstelDoorstroomcoach', 'doorstroomcoach'],
      );
    }
  });

  it('een aanbod waarop niemand inging eindigt zonder voorstel', () => {
    const v = aangeboden({ ...ZESTIEN, achttienOp: '2026-11-14' }).dag('2026-11-14');
    v.staat('gestopt', 'achttien');
    assert.ok(!v.gevolgen().includes('taak voorstelDoorstroomcoach'));
  });

  it('op de ochtend van de 18e verjaardag kan niemand meer iets', () => {
    const v = loopt(aangemeld(ingestemd(aangeboden({ achttienOp: '2026-11-14' })))).dag('2026-11-13');
    v.vandaag = '2026-11-14' as typeof v.vandaag;
    const nee = v.weigert('geevalueerd', { oordeel: 'geslaagd' });
    assert.deepEqual([nee.code, nee.mogelijk], ['toestand', []]);
  });
});

describe('hulp: wat andere processen ervan horen', () => {
  it('mas kent het bericht', (t) => {
    const mas = ontvanger('mas');
    if (!mas) return t.skip('mas is er nog niet');
    for (const v of [
      loopt().doe('geevalueerd', { oordeel: 'geslaagd' }),
      loopt().doe('geweigerd', { weigeraar: 'ouders' }),
      loopt().doe('geevalueerd', { oordeel: 'zonderResultaat' }),
    ]) {
      const e = v.effecten.at(-1) as Extract<Effect, { soort: 'meld' }>;
      mas.acties['hulpAfgerond']!.invoer.parse(e.gegevens);
      assert.ok(mas.acties['hulpAfgerond']!.door.includes('systeem'));
    }
  });

  it('overdracht kent de gegevens', (t) => {
    const overdracht = ontvanger('overdracht');
    if (!overdracht) return t.skip('overdracht is er nog niet');
    const v = aangeboden({ ...ZESTIEN, achttienOp: '2027-03-15' });
    const e = v.effecten.at(-1) as Extract<Effect, { soort: 'start' }>;
    const afgeleid = AFGELEIDE_VELDEN.filter((veld) => veld in overdracht.start.shape);
    const verjaardagen = Object.fromEntries(afgeleid.map((veld) => [veld, '2027-03-15']));
    overdracht.start.parse({ ...e.gegevens, ...verjaardagen });
    assert.ok(overdracht.startDoor.includes('systeem'));
  });
});

describe('hulp: de tijd', () => {
  it('een uitval van twee maanden geeft hetzelfde als dag voor dag', () => {
    const v = aangemeld().doe('opWachtlijst');
    const begin = v.s;
    const gezien = v.gebeurtenissen.length;
    v.dag('2027-02-15');
    const ineens = tick(v1, begin, v.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...v.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, v.gebeurtenissen.slice(gezien));
  });
});
