import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datum } from '#kalender';
import {
  isKoppeling,
  magOpenen,
  ontvang,
  problems,
  type Gegevens,
  type Kader,
  type KernActie,
} from '#process';
import { EEN_TEKST, KADER, persoon, Verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 as mas } from '../mas/definitie.v1.js';
import { v1 as strafrecht } from '../strafrecht/definitie.v1.js';
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

/** Fifteen years old, 14 hours of absence. */
const keuze = {
  gekozenOp: '2026-11-02',
  uren: 14,
  aantalTeLaat: 3,
  overlegOvJ: false,
  twaalfOp: '2023-03-10',
  zestienOp: '2027-03-10',
  achttienOp: '2029-03-10',
};
/** The choice for Halt was made on Monday 2 November 2026. */
const gekozen = (anders: Record<string, unknown> = {}, kader: Kader = KADER) => {
  const z = new Zaak(v1, {
    op: '2026-11-02',
    gegevens: { ...keuze, ...anders },
    kader,
    wie: persoon('systeem'),
  });
  z.feiten = { haltVerwezen: 0 };
  return z;
};
type Z = ReturnType<typeof gekozen>;
const verhoord = (z: Z = gekozen()): Z =>
  z
    .doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-10' })
    .dag('2026-11-10')
    .doe('verhoord', { cautie: true, gehoordOp: '2026-11-10', verslag: EEN_TEKST });
const ingestemd = (z?: Z): Z => verhoord(z).doe('toestemming', { jongere: true, ouders: true });
const op10november = { verwezenOp: '2026-11-10', beletsel: 'geen' };
const verwezen = (z?: Z): Z => ingestemd(z).doe('verwijzingVerzonden', op10november);
const loopt = (z?: Z): Z => verwezen(z).dag('2026-11-17').doe('haltGestart', { gestartOp: '2026-11-17' });
const negatief = (z?: Z): Z =>
  loopt(z).dag('2026-12-14').doe('haltAfgerond', { haltResultaat: 'negatief', toelichting: EEN_TEKST });
/** Eighteen on Saturday 9 January 2027. */
const bijna18 = { zestienOp: '2025-01-09', achttienOp: '2027-01-09' };

/** What went to other processes, messages as `mas` reads them. */
const berichten = (z: Z): unknown[] =>
  z.effecten.flatMap((e) => {
    if (!isKoppeling(e)) return [];
    if (e.soort === 'start') return [[e.procestype, e.gegevens]];
    const gelezen = mas.acties[e.bericht]!.invoer.parse(e.gegevens);
    return [[`${e.procestype}.${e.bericht}`, gelezen, ...(e.moet ? [] : ['mag ontbreken'])]];
  });

describe('halt: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is alleen voor boa’s, en eens in een leven', () => {
    assert.equal(v1.afgeschermd, 'boa');
    assert.equal(gekozen().s.onderwerp, 'ooit');
    for (const [naam, a] of Object.entries(v1.acties)) assert.equal(a.kenmerk, 'boa', naam);
  });
});

describe('halt: zoals het hoort te gaan', () => {
  it('oproep, verhoor, toestemming van jongere en ouders, verwijzing, start, positief', () => {
    const z = gekozen().staat('verhoor');
    assert.equal(z.termijn('uitnodigen'), '2026-11-09');
    z.doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-10' }).staat('verhoor');
    assert.deepEqual(z.gevolgen(), ['brief oproepVerhoor']);
    assert.equal(z.termijn('uitnodigen'), undefined);
    assert.deepEqual(z.herinneringen('verhoren'), [
      'opDatum 2026-11-09',
      'opDatum 2026-11-10',
      'groep 2026-11-12',
      'teamleider 2026-11-17',
    ]);
    z.dag('2026-11-10').doe('verhoord', { cautie: true, gehoordOp: '2026-11-10' }).staat('toestemming');
    assert.equal(z.termijn('toestemming'), '2026-11-17');

    // The youth answers first; the parents have five working days of their own.
    z.dag('2026-11-12').doe('toestemming', { jongere: true }).staat('toestemming');
    assert.deepEqual(z.s.vlaggen, ['wachtOpOuders']);
    assert.equal(z.termijn('toestemming'), undefined);
    assert.equal(z.termijn('antwoordOuders'), '2026-11-19');
    z.dag('2026-11-16').doe('toestemming', { jongere: true, ouders: true }).staat('teVerwijzen');
    assert.deepEqual([z.s.vlaggen, z.termijn('antwoordOuders')], [[], undefined]);
    assert.equal(z.termijn('verwijzen'), '2026-11-23');

    assert.equal(z.s.gegevens['verwezenOp'], undefined);
    z.dag('2026-11-18').doe('verwijzingVerzonden', { verwezenOp: '2026-11-17', beletsel: 'geen' });
    assert.equal(z.staat('verwezen').s.gegevens['verwezenOp'], '2026-11-17');
    assert.equal(z.gevolgen().at(-1), 'brief verwijzingHalt');
    assert.equal(z.termijn('haltStart'), '2026-12-08');
    z.dag('2026-12-03').doe('haltGestart', { gestartOp: '2026-12-01' }).staat('loopt');
    assert.equal(z.termijn('uitslag'), '2027-01-26');
    z.dag('2027-01-20').doe('haltAfgerond', { haltResultaat: 'positief' }).staat('positief', 'positief');
    assert.equal(z.gebeurtenissen.at(-1)!.namens, 'halt');
    assert.deepEqual(berichten(z), [['mas.haltAfgerond', { haltResultaat: 'positief' }]]);
  });

  it('vanaf 16 jaar telt alleen de toestemming van de jongere', () => {
    const z = verhoord(gekozen({ zestienOp: '2026-11-10' }));
    z.doe('toestemming', { jongere: true, ouders: false }).staat('teVerwijzen');
    z.doe('verwijzingVerzonden', op10november).staat('verwezen');
  });

  it('negatief: meteen gemeld, Halt in de wijk, binnen tien werkdagen een besluit', () => {
    const z = negatief().staat('negatief');
    assert.deepEqual(berichten(z), [['mas.haltAfgerond', { haltResultaat: 'negatief' }]]);
    // Christmas counts for nothing, nor does Boxing Day on a Saturday.
    assert.equal(z.termijn('besluitPv'), '2026-12-29');
    const nee = z.weigert('haltInDeWijk', { coachingVanaf: '2026-12-15' });
    assert.deepEqual([nee.norm, nee.soort], ['overlegVoorHaltInDeWijk', 'CHAIN']);
    z.doe('overlegOM', { overlegOp: '2026-12-14', verslag: EEN_TEKST });
    z.doe('haltInDeWijk', { coachingVanaf: '2026-12-15' }).staat('negatief');
    assert.ok(z.s.vlaggen.includes('haltInDeWijk'));

    z.dag('2026-12-16').doe('pvOpmaken', { motivering: EEN_TEKST }).staat('afgerond', 'procesVerbaal');
    const gegevens = {
      besluitOp: '2026-12-16',
      tegen: 'jongere',
      verzuimsoort: 'relatief',
      jongereGehoordOp: '2026-11-10',
    };
    assert.deepEqual(berichten(z).slice(1), [
      ['strafrecht', gegevens],
      ['mas.strafrechtGestart', {}],
    ]);
    // The criminal route takes it, with the birthdays that the API adds.
    const { twaalfOp, achttienOp } = keuze;
    const start = strafrecht.start.parse({ ...gegevens, twaalfOp, achttienOp }) as Gegevens;
    assert.deepEqual(magOpenen(strafrecht, start, {}, KADER, z.vandaag), []);
  });

  it('geen proces-verbaal vraagt om een motivering', () => {
    const z = negatief();
    assert.throws(() => z.doe('geenPv'), /motivering/);
    z.doe('geenPv', { motivering: EEN_TEKST }).staat('afgerond', 'geenProcesVerbaal');
    assert.equal(berichten(z).length, 1);
  });

  it('er loopt al een strafrechtelijke route: geen tweede', () => {
    const z = negatief();
    z.feiten = { strafrechtLoopt: true };
    const nee = z.weigert('pvOpmaken');
    assert.deepEqual([nee.norm, nee.soort], ['nogGeenStrafrecht', 'LOCAL']);
    z.doe('terzijdeStellen', { norm: 'nogGeenStrafrecht', reden: EEN_TEKST }, baas);
    z.doe('pvOpmaken').staat('afgerond', 'procesVerbaal');
  });

  it('Halt neemt de jongere niet aan, ook als hij nog niet was begonnen', () => {
    for (const z of [verwezen(), loopt()]) {
      z.doe('haltAfgerond', { haltResultaat: 'nietAangenomen' }).staat('nietAangenomen', 'nietAangenomen');
      assert.deepEqual(berichten(z), [['mas.haltAfgerond', { haltResultaat: 'nietAangenomen' }]]);
    }
  });

  it('intrekken kan tot de uitslag', () => {
    for (const maak of [gekozen, verhoord, ingestemd, verwezen, loopt]) {
      const z = maak().doe('intrekken', { reden: 'eerstHulp' }).staat('ingetrokken', 'ingetrokken');
      assert.deepEqual(berichten(z), [['mas.haltAfgerond', { haltResultaat: 'nietAangenomen' }]]);
    }
    assert.equal(negatief().weigert('intrekken', { reden: 'anders' }).code, 'toestand');
  });

  it('de schoolarts kijkt mee terwijl Halt loopt', () => {
    const z = loopt().doe('schoolartsIngezet', { toelichting: EEN_TEKST }).staat('loopt');
    assert.equal(z.gevolgen().at(-1), 'taak schoolartsVragen');
    assert.ok(z.s.vlaggen.includes('schoolartsIngezet'));
  });
});

describe('halt: toestemming', () => {
  it('wie niet instemt komt bij het besluit over een proces-verbaal', () => {
    for (const antwoord of [{ jongere: false }, { jongere: true, ouders: false }]) {
      const z = verhoord().doe('toestemming', antwoord).staat('besluitPv');
      assert.equal(z.termijn('besluitPv'), '2026-11-24');
      assert.deepEqual(z.s.vlaggen, ['geenToestemming']);
      assert.deepEqual(berichten(z), [['mas.haltAfgerond', { haltResultaat: 'nietAangenomen' }]]);
      z.doe('overlegOM', { overlegOp: '2026-11-10' });
      z.doe('pvOpmaken').staat('afgerond', 'procesVerbaal');
      assert.equal(z.s.gegevens['verwezenOp'], undefined);
    }
  });

  it('ook wie zijn toestemming intrekt voor de verwijzing', () => {
    ingestemd().doe('toestemming', { jongere: true, ouders: false }).staat('besluitPv');
  });

  it('stilte: herinneringen en een taak, eerst voor de jongere en dan voor de ouders', () => {
    const z = verhoord().dag('2026-11-18');
    assert.equal(z.s.teLaat, true);
    assert.equal(z.gevolgen().at(-1), 'taak toestemmingNavragen');
    assert.deepEqual(
      z.herinnerd().filter((h) => h.startsWith('toestemming')),
      ['toestemming.vooraf 2026-11-13 groep', 'toestemming.verstreken 2026-11-18 groep'],
    );
    z.doe('toestemming', { jongere: true }).dag('2026-12-02');
    assert.deepEqual(
      z.herinnerd().filter((h) => h.startsWith('antwoordOuders')),
      [
        'antwoordOuders.vooraf 2026-11-23 groep',
        'antwoordOuders.verstreken 2026-11-26 groep',
        'antwoordOuders.groep 2026-11-27 groep',
        'antwoordOuders.teamleider 2026-12-02 teamleider',
      ],
    );
    assert.equal(z.gevolgen().filter((g) => g === 'taak toestemmingNavragen').length, 2);
  });

  it('wie intussen 16 wordt heeft de ouders niet meer nodig', () => {
    const z = verhoord(gekozen({ zestienOp: '2026-11-14' })).doe('toestemming', { jongere: true });
    assert.equal(z.weigert('verwijzingVerzonden', op10november).norm, 'toestemming');
    z.dag('2026-11-16').doe('verwijzingVerzonden', { ...op10november, verwezenOp: '2026-11-16' });
    z.staat('verwezen');
  });
});

describe('halt: eisen van de wet', () => {
  it('zonder bevoegdheid van boa kan niets', () => {
    const ambtenaar = persoon('leerplichtambtenaar');
    const z = ingestemd();
    for (const wie of [ambtenaar, baas, persoon('systeem')])
      assert.equal(z.weigert('verwijzingVerzonden', op10november, wie).code, 'rol');
  });

  it('openen kan van de 12e tot de 18e verjaardag', () => {
    const mag = (anders: Record<string, unknown>) =>
      magOpenen(v1, { ...keuze, ...anders }, {}, KADER, datum('2026-11-02')).map(
        (w) => `${w.norm} ${w.grondslag}`,
      );
    const leeftijd = ['leeftijdHalt Wetboek van Strafrecht, artikel 77a'];
    assert.deepEqual(mag({ twaalfOp: '2026-11-03' }), leeftijd);
    assert.deepEqual(mag({ twaalfOp: '2026-11-02' }), []);
    assert.deepEqual(mag({ achttienOp: '2026-11-03' }), []);
    assert.deepEqual(mag({ achttienOp: '2026-11-02' }), leeftijd);
    assert.match(mag({ gekozenOp: '2026-11-03' })[0]!, /^gekozen Afspraak van de gemeente/);
  });

  it('zonder cautie telt het verhoor niet', () => {
    const z = gekozen().doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-02' });
    const nee = z.weigert('verhoord', { cautie: false, gehoordOp: '2026-11-02' });
    assert.deepEqual(
      [nee.norm, nee.soort, nee.grondslag, nee.terzijdeTeStellen],
      ['cautie', 'LAW', 'Wetboek van Strafvordering, artikel 29', false],
    );
  });

  it('bij de verwijzing opnieuw: leeftijd, toestemming, leerplicht; opzijzetten kan niemand', () => {
    const jarig = { ...bijna18, achttienOp: '2026-11-10' };
    const geval: [Z, Record<string, unknown>, string, string][] = [
      [ingestemd(gekozen(jarig)), {}, 'leeftijdHalt', 'Wetboek van Strafrecht, artikel 77a'],
      [
        verhoord().doe('toestemming', { jongere: true }),
        {},
        'toestemming',
        'Wetboek van Strafrecht, artikel 77e',
      ],
      [verhoord(), {}, 'toestemming', 'Wetboek van Strafrecht, artikel 77e'],
      [ingestemd(), { beletsel: 'nietLeerplichtig' }, 'leerplichtig', 'Leerplichtwet 1969, artikel 2 lid 3'],
    ];
    for (const [z, anders, norm, grondslag] of geval) {
      const nee = z.weigert('verwijzingVerzonden', { ...op10november, ...anders });
      assert.deepEqual([nee.code, nee.norm, nee.soort, nee.grondslag], ['eis', norm, 'LAW', grondslag]);
      assert.equal(z.weigert('terzijdeStellen', { norm, reden: EEN_TEKST }, baas).soort, 'LAW');
    }
  });

  it('een gecorrigeerde geboortedatum telt bij de verwijzing mee', () => {
    const z = verhoord(gekozen(bijna18)).doe('toestemming', { jongere: true }).staat('teVerwijzen');
    z.doe('corrigeren', { velden: { zestienOp: '2027-01-09' }, reden: EEN_TEKST });
    assert.equal(z.weigert('verwijzingVerzonden', op10november).norm, 'toestemming');
  });

  it('de dag voor de 18e verjaardag kan nog, ook als het maandag wordt vastgelegd', () => {
    const z = ingestemd(gekozen({ ...bijna18, achttienOp: '2026-11-14' })).dag('2026-11-16');
    assert.equal(
      z.weigert('verwijzingVerzonden', { ...op10november, verwezenOp: '2026-11-16' }).norm,
      'leeftijdHalt',
    );
    z.doe('verwijzingVerzonden', { ...op10november, verwezenOp: '2026-11-13' }).staat('verwezen');
  });
});

describe('halt: normen van de keten en de gemeente', () => {
  const omvang = (uren?: number, aantalTeLaat?: number): Z => ingestemd(gekozen({ uren, aantalTeLaat }));
  const geweigerd = (z: Z): string | undefined => z.weigert('verwijzingVerzonden', op10november).norm;

  it('minstens 9 uur of 12 keer te laat, hoogstens 60 van elk', () => {
    for (const [uren, teLaat, norm] of [
      [8, 11, 'haltOndergrens'],
      [undefined, undefined, 'haltOndergrens'],
      [9, 0, undefined],
      [undefined, 12, undefined],
      [60, 60, undefined],
      [61, 0, 'haltBovengrens'],
      [9, 61, 'haltBovengrens'],
    ] as const) {
      const z = omvang(uren, teLaat);
      if (norm) assert.equal(geweigerd(z), norm, `${uren} uur, ${teLaat} keer`);
      else z.doe('verwijzingVerzonden', op10november).staat('verwezen');
    }
  });

  it('de uren van de dag van de verwijzing tellen', () => {
    assert.equal(
      omvang(20, 0).weigert('verwijzingVerzonden', { ...op10november, uren: 61 }).norm,
      'haltBovengrens',
    );
    omvang()
      .doe('verwijzingVerzonden', { ...op10november, aantalTeLaat: 12 })
      .staat('verwezen');
  });

  it('boven 60 met overleg, vooraf of alsnog; onder 9 helpt overleg niet', () => {
    ingestemd(gekozen({ uren: 80, overlegOvJ: true })).doe('verwijzingVerzonden', op10november);
    const z = omvang(80).doe('overlegOM', { overlegOp: '2026-11-10' });
    z.doe('verwijzingVerzonden', op10november).staat('verwezen');
    assert.equal(geweigerd(ingestemd(gekozen({ uren: 8, overlegOvJ: true }))), 'haltOndergrens');
  });

  it('wie eerder naar Halt is verwezen, gaat niet nog een keer', () => {
    const z = ingestemd();
    z.feiten = { haltVerwezen: 1 };
    const nee = z.weigert('verwijzingVerzonden', op10november);
    assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], ['eerderHalt', 'CHAIN', true]);
    assert.match(nee.melding, /al een keer naar Halt verwezen/);
    z.feiten = {};
    // What is not known is not met.
    assert.equal(geweigerd(z), 'eerderHalt');

    // A teamleider sets it aside with a reason; without the officier van justitie it still does not happen, and a boa does it (F7).
    z.feiten = { haltVerwezen: 2 };
    z.doe('terzijdeStellen', { norm: 'eerderHalt', reden: EEN_TEKST }, baas);
    assert.equal(geweigerd(z), 'eerderHaltOverleg');
    z.doe('overlegOM', { overlegOp: '2026-11-10' });
    assert.equal(z.weigert('verwijzingVerzonden', op10november, baas).code, 'rol');
    z.doe('verwijzingVerzonden', op10november).staat('verwezen');
  });

  it('een teamleider zet elke norm van de keten opzij, een boa niet', () => {
    for (const [z, anders, norm] of [
      [omvang(8), {}, 'haltOndergrens'],
      [omvang(61), {}, 'haltBovengrens'],
      [omvang(9), { beletsel: 'nietVerwijtbaar' }, 'verwijtbaar'],
      [omvang(9), { beletsel: 'eerstHulp' }, 'eerstHulp'],
    ] as [Z, Record<string, unknown>, string][]) {
      const invoer = { ...op10november, ...anders };
      const nee = z.weigert('verwijzingVerzonden', invoer);
      assert.deepEqual([nee.norm, nee.soort, nee.terzijdeTeStellen], [norm, 'CHAIN', true]);
      assert.equal(z.weigert('terzijdeStellen', { norm, reden: EEN_TEKST }).code, 'rol');
      z.doe('terzijdeStellen', { norm, reden: EEN_TEKST }, baas).doe('verwijzingVerzonden', invoer);
    }
  });

  it('data die niet kunnen', () => {
    const z = gekozen();
    assert.equal(z.weigert('verhoord', { cautie: true, gehoordOp: '2026-11-02' }).norm, 'opgeroepen');
    assert.equal(z.weigert('uitgenodigdVerhoor', { verhoorOp: '2026-11-01' }).norm, 'verhoorInToekomst');
    z.doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-02' });
    assert.equal(z.weigert('verhoord', { cautie: true, gehoordOp: '2026-11-03' }).norm, 'verhoorGeweest');
    assert.equal(z.weigert('overlegOM', { overlegOp: '2026-11-03' }).norm, 'overlegGeweest');
    for (const verwezenOp of ['2026-11-09', '2026-11-11'])
      assert.equal(
        ingestemd().weigert('verwijzingVerzonden', { ...op10november, verwezenOp }).norm,
        'verwijzingNaVerhoor',
      );
    for (const gestartOp of ['2026-11-09', '2026-11-11'])
      assert.equal(verwezen().weigert('haltGestart', { gestartOp }).norm, 'startNaVerwijzing');
    const nee = verwezen().weigert('haltAfgerond', { haltResultaat: 'positief' });
    assert.equal(nee.norm, 'haltBegonnen');
    verwezen().doe('haltAfgerond', { haltResultaat: 'negatief' }).staat('negatief');
  });
});

describe('halt: termijnen die verlopen', () => {
  it('wie niet wordt opgeroepen', () => {
    const z = gekozen().dag('2026-11-16');
    assert.deepEqual(z.herinnerd(), [
      'uitnodigen.vooraf 2026-11-05 groep',
      'uitnodigen.verstreken 2026-11-10 groep',
      'uitnodigen.groep 2026-11-11 groep',
      'uitnodigen.teamleider 2026-11-16 teamleider',
    ]);
    assert.equal(z.s.teLaat, true);
  });

  it('wie niet verschijnt wordt opnieuw opgeroepen', () => {
    const z = gekozen().doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-10' }).dag('2026-11-11');
    assert.equal(z.s.teLaat, true);
    z.doe('uitgenodigdVerhoor', { verhoorOp: '2026-11-18' });
    assert.deepEqual([z.termijn('verhoren'), z.s.teLaat], ['2026-11-18', false]);
  });

  it('een verwijzing die blijft liggen', () => {
    const z = ingestemd().dag('2026-11-25');
    assert.deepEqual(
      z.herinnerd().filter((h) => h.startsWith('verwijzen')),
      [
        'verwijzen.vooraf 2026-11-13 groep',
        'verwijzen.verstreken 2026-11-18 groep',
        'verwijzen.groep 2026-11-19 groep',
        'verwijzen.teamleider 2026-11-24 teamleider',
      ],
    );
  });

  it('Halt begint niet binnen vijftien werkdagen', () => {
    const z = verwezen();
    assert.equal(z.termijn('haltStart'), '2026-12-01');
    z.dag('2026-12-02');
    assert.ok(z.s.vlaggen.includes('haltStil') && z.gevolgen().includes('taak haltStartNavragen'));
    z.doe('haltGestart', { gestartOp: '2026-12-02' });
    assert.ok(!z.s.vlaggen.includes('haltStil'));
  });

  it('Halt zwijgt acht weken', () => {
    const z = loopt();
    assert.equal(z.termijn('uitslag'), '2027-01-12');
    z.dag('2027-01-19');
    assert.deepEqual(
      z.herinnerd().filter((h) => h.startsWith('uitslag')),
      [
        'uitslag.halverwege 2026-12-15 groep',
        'uitslag.vooraf 2027-01-08 groep',
        'uitslag.verstreken 2027-01-13 groep',
        'uitslag.groep 2027-01-14 groep',
        'uitslag.teamleider 2027-01-19 teamleider',
      ],
    );
    assert.ok(z.s.vlaggen.includes('haltStil') && z.gevolgen().includes('taak haltUitslagNavragen'));
    assert.equal(z.staat('loopt').s.teLaat, true);
  });

  it('geen besluit over een proces-verbaal', () => {
    const z = negatief().dag('2027-01-06');
    assert.deepEqual(
      z.herinnerd().filter((h) => h.startsWith('besluitPv')),
      [
        'besluitPv.vooraf 2026-12-24 groep',
        'besluitPv.verstreken 2026-12-30 groep',
        'besluitPv.groep 2026-12-31 groep',
        'besluitPv.teamleider 2027-01-06 teamleider',
      ],
    );
  });

  it('de gemeente kiest de duur', () => {
    const kader = structuredClone(KADER);
    kader.instellingen.waarden['haltUitslag'] = { weken: 10 };
    assert.equal(loopt(gekozen({}, kader)).termijn('uitslag'), '2027-01-26');
  });
});

describe('halt: 18 jaar', () => {
  it('eindigt niet: een vlag, een taak en binnen tien werkdagen een besluit', () => {
    const z = loopt(gekozen(bijna18)).dag('2027-01-08');
    assert.equal(z.weigert('besluitNa18', { besluit: 'doorgaan' }).norm, 'isAchttien');
    z.dag('2027-01-09').staat('loopt');
    assert.ok(z.s.vlaggen.includes('achttienGeworden'));
    assert.deepEqual(z.s.voorstellen, [{ actie: 'besluitNa18', sinds: '2027-01-09', termijn: 'achttien' }]);
    assert.equal(z.gevolgen().at(-1), 'taak vraagOvJEnHalt');
    // Ten working days after a Saturday.
    assert.equal(z.termijn('besluitNa18'), '2027-01-22');

    z.dag('2027-01-11').doe('overlegOM', { overlegOp: '2027-01-11' });
    z.doe('besluitNa18', { besluit: 'doorgaan', toelichting: EEN_TEKST }).staat('loopt');
    assert.ok(z.s.vlaggen.includes('doorNaAchttien') && z.termijn('besluitNa18') === undefined);
    // A birth date that is corrected now asks nothing again.
    z.doe('corrigeren', { velden: { achttienOp: '2027-01-08' } }, persoon('systeem')).dag('2027-01-12');
    assert.deepEqual([z.s.voorstellen, z.termijn('besluitNa18')], [[], undefined]);
    // The report has ended at 18 (settled reading 8): nobody to tell is no task any more.
    z.doe('haltAfgerond', { haltResultaat: 'positief' }).staat('positief', 'positief');
    assert.deepEqual(berichten(z), [['mas.haltAfgerond', { haltResultaat: 'positief' }, 'mag ontbreken']]);
  });

  it('stoppen leidt naar het besluit over een proces-verbaal', () => {
    const z = loopt(gekozen(bijna18)).dag('2027-01-11').doe('besluitNa18', { besluit: 'stoppen' });
    assert.equal(z.staat('besluitPv').termijn('besluitPv'), '2027-01-25');
    assert.ok(z.s.vlaggen.includes('gestoptBijAchttien'));
    z.doe('pvOpmaken').staat('afgerond', 'procesVerbaal');
    assert.deepEqual(berichten(z).at(-1), ['mas.strafrechtGestart', {}, 'mag ontbreken']);
  });

  it('wie op zijn verjaardag was verwezen en daarna begint, wordt een keer gevraagd', () => {
    const z = verwezen(gekozen({ ...bijna18, achttienOp: '2026-11-14' })).dag('2026-11-16');
    z.doe('haltGestart', { gestartOp: '2026-11-16' }).dag('2026-11-17');
    assert.equal(z.gevolgen().filter((g) => g === 'taak vraagOvJEnHalt').length, 1);
    assert.equal(z.staat('loopt').termijn('besluitNa18'), '2026-11-27');
  });

  it('wie nog niet was verwezen kan niet meer beginnen', () => {
    const z = ingestemd(gekozen({ ...bijna18, achttienOp: '2026-11-14' })).dag('2026-11-16');
    const nee = z.staat('teVerwijzen').weigert('besluitNa18', { besluit: 'doorgaan' });
    assert.deepEqual(
      [nee.norm, nee.grondslag],
      ['verwezenVoorAchttien', 'Wetboek van Strafrecht, artikel 77a'],
    );
    z.doe('besluitNa18', { besluit: 'stoppen' }).staat('besluitPv');
  });

  it('het besluit blijft uit', () => {
    const z = loopt(gekozen(bijna18)).dag('2027-01-29');
    assert.deepEqual(
      z.herinnerd().filter((h) => h.startsWith('besluitNa18')),
      [
        'besluitNa18.vooraf 2027-01-20 groep',
        'besluitNa18.verstreken 2027-01-25 groep',
        'besluitNa18.groep 2027-01-26 groep',
        'besluitNa18.teamleider 2027-01-29 teamleider',
      ],
    );
  });

  it('na een negatieve uitslag verandert de verjaardag niets aan het besluit', () => {
    const z = negatief(gekozen({ ...bijna18, achttienOp: '2026-12-20' })).dag('2026-12-20');
    assert.deepEqual([z.staat('negatief').s.voorstellen, z.termijn('besluitNa18')], [[], undefined]);
    assert.deepEqual(z.s.vlaggen, []);
  });

  it('de gemeente kan vooraf kiezen: doorgaan of stoppen', () => {
    const met = (keus: string): Kader => ({
      ...KADER,
      instellingen: { versie: 1, waarden: { haltBijAchttien: keus } },
    });
    const door = loopt(gekozen(bijna18, met('doorgaan')))
      .dag('2027-01-09')
      .staat('loopt');
    assert.deepEqual([door.s.voorstellen, door.termijn('besluitNa18')], [[], undefined]);
    const stop = loopt(gekozen(bijna18, met('stoppen')))
      .dag('2027-01-09')
      .staat('besluitPv');
    assert.deepEqual([stop.s.vlaggen, stop.termijn('besluitNa18')], [['achttienGeworden'], undefined]);
    // Who was not referred yet cannot go on, whatever the setting says.
    const niet = ingestemd(gekozen({ ...bijna18, achttienOp: '2026-11-14' }, met('doorgaan')));
    assert.equal(niet.dag('2026-11-16').s.voorstellen[0]?.actie, 'besluitNa18');
  });
});

describe('halt: berichten', () => {
  it('een bericht dat Halt niet kent wordt een taak, nooit stilte', () => {
    const z = loopt();
    const b = ontvang(
      v1,
      z.s,
      {
        bericht: 'haltGestart',
        gegevens: { gestartOp: '2026-11-17' },
        sleutel: 'x',
        van: { procestype: 'mas', id: 'm' },
      },
      z.vandaag,
    );
    assert.deepEqual(
      b?.effecten.map((e) => e.soort === 'taak' && e.naam),
      ['berichtNietVerwerkt'],
    );
  });
});
