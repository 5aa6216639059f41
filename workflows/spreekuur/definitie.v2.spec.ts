import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { AFGELEIDE_VELDEN, kernActies, problems, type Definitie, type Effect } from '#process';
import { processen } from '#workflows';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { v2 } from './definitie.v2.js';
import { nl } from './teksten.nl.js';

/* The stories of version 1 stand in definitie.spec.ts; here what version 2 does besides. */

const aanmelding = { aangemeldOp: '2026-11-02', urenGemeld: 9, achttienOp: '2028-06-15' };
const school = persoon('school');
const systeem = persoon('systeem');
/** Registered by the school on Monday 2 November 2026. */
const aangemeld = (anders: Record<string, unknown> = {}) =>
  verhaal(v2, { op: '2026-11-02', gegevens: { ...aanmelding, ...anders }, wie: school });
type V = ReturnType<typeof aangemeld>;
const gepland = (v: V = aangemeld()): V => v.doe('uitnodigingVerzonden', { gesprekOp: '2026-11-16' });
/** The talk was on Monday 16 November, with agreements. */
const gevolgd = (v: V = aangemeld()): V =>
  gepland(v)
    .dag('2026-11-16')
    .doe('gesprekGevoerd', { gesprekOp: '2026-11-16', verslag: EEN_TEKST, afspraken: EEN_TEKST });
const tweemaalWeg = (v: V = aangemeld()): V =>
  v.doe('uitnodigingVerzonden').doe('nietVerschenen').doe('uitnodigingVerzonden').doe('nietVerschenen');
const INVOER = { reden: 'nietVerschenen', toelichting: EEN_TEKST };

/** What the last effect gives to the process that it opens. */
const gaatMee = (v: V, procestype: string): Record<string, unknown> => {
  const e = v.effecten.at(-1) as Extract<Effect, { soort: 'start' }>;
  assert.deepEqual([e.soort, e.procestype], ['start', procestype]);
  return JSON.parse(JSON.stringify(e.gegevens)) as Record<string, unknown>;
};

describe('spreekuur 2: de tabel', () => {
  it('heeft geen gebreken, en de teksten dekken beide versies', () => {
    assert.deepEqual(problems(v2, nl), []);
    assert.deepEqual(problems(v1, nl), []);
  });

  it('kent alles wat versie 1 kent', () => {
    for (const wat of ['toestanden', 'acties'] as const)
      for (const naam of Object.keys(v1[wat])) assert.ok(naam in v2[wat], naam);
    for (const t of v1.termijnen)
      assert.ok(
        v2.termijnen.some((x) => x.naam === t.naam),
        t.naam,
      );
    assert.deepEqual(Object.keys(v2.start.shape), Object.keys(v1.start.shape));
  });

  it('een ander proces mag het openen', () => {
    const v = verhaal(v2, { op: '2026-11-02', gegevens: aanmelding, wie: systeem });
    assert.equal(v.gebeurtenissen[0]!.door.rol, 'systeem');
  });
});

describe('spreekuur 2: verder als verzuimmelding', () => {
  it('tweemaal niet verschenen: de school hoort het beide keren, en mas begint', () => {
    const v = tweemaalWeg(aangemeld({ aantalTeLaat: 12 }));
    assert.deepEqual(
      v.effecten.flatMap((e) => (e.soort === 'brief' && e.aan === 'school' ? [e.naam] : [])),
      ['nietVerschenen', 'nietVerschenen'],
    );
    assert.deepEqual(v.s.voorstellen, [{ actie: 'escaleren', sinds: '2026-11-02' }]);
    v.doe('escaleren', INVOER).staat('geescaleerd', 'geescaleerdMas');
    assert.deepEqual(gaatMee(v, 'mas'), {
      bron: 'spreekuur',
      soort: 'overig',
      ontvangenOp: '2026-11-02',
      uren: 9,
      aantalTeLaat: 12,
    });
  });

  it('de eerste keer niet: alleen als een teamleider de norm opzijzet', () => {
    const v = aangemeld().doe('uitnodigingVerzonden').doe('nietVerschenen');
    const nee = v.weigert('escaleren', INVOER);
    assert.deepEqual([nee.norm, nee.terzijdeTeStellen], ['tweemaalNietVerschenen', true]);
    v.doe('terzijdeStellen', { norm: 'tweemaalNietVerschenen', reden: EEN_TEKST }, persoon('teamleider'));
    v.doe('escaleren', INVOER).staat('geescaleerd', 'geescaleerdMas');
  });

  it('16 uur in vier lesweken gaat vanzelf verder, met de uren van de school', () => {
    const v = gevolgd().doe('verzuimUpdate', { uren: 15 }, school).staat('monitoring');
    v.doe('verzuimUpdate', { uren: 16 }, school).staat('geescaleerd', 'geescaleerdMas');
    assert.deepEqual(gaatMee(v, 'mas'), {
      bron: 'spreekuur',
      soort: 'zestienUur',
      ontvangenOp: '2026-11-16',
      uren: 16,
    });
  });

  it('een DUO-melding gaat mee met haar soort en nummer, die voor het spreekuur hoort hier', () => {
    for (const soort of ['zestienUur', 'langdurig', 'luxe']) {
      const v = gevolgd().doe('duoMelding', { soort: 'overig', meldingNummer: '12345' }, systeem);
      v.staat('monitoring').doe('duoMelding', { soort, meldingNummer: '12346' }, systeem);
      assert.deepEqual(gaatMee(v.staat('geescaleerd', 'geescaleerdMas'), 'mas'), {
        bron: 'spreekuur',
        soort,
        ontvangenOp: '2026-11-16',
        meldingNummer: '12346',
      });
    }
  });

  it('de melding die voor het spreekuur is gemaakt gaat mee als het verder moet', () => {
    const v = gevolgd(aangemeld({ meldingNummer: '777', urenGemeld: 16 }));
    v.doe('escaleren', { reden: 'aanhoudendVerzuim', toelichting: EEN_TEKST });
    assert.deepEqual(gaatMee(v, 'mas'), {
      bron: 'spreekuur',
      soort: 'zestienUur',
      ontvangenOp: '2026-11-16',
      meldingNummer: '777',
      uren: 16,
    });
  });
});

describe('spreekuur 2: afsluiten', () => {
  it('doorverwijzen begint het aanbod van hulp: Wijkracht, of wie de ambtenaar kiest', () => {
    const v = gevolgd().doe('afsluiten', { resultaat: 'doorverwezenHulp' });
    v.staat('afgesloten', 'doorverwezenHulp');
    assert.deepEqual(gaatMee(v, 'hulp'), { aangebodenOp: '2026-11-16', aanbieder: 'wijkracht' });
    const anders = gevolgd().doe('afsluiten', { resultaat: 'doorverwezenHulp', aanbieder: 'jeugdEnGezin' });
    assert.equal(gaatMee(anders, 'hulp')['aanbieder'], 'jeugdEnGezin');
  });

  it('de andere uitkomsten openen niets', () => {
    for (const resultaat of ['hersteld', 'vervallen']) {
      const v = gevolgd().doe('afsluiten', { resultaat }).staat('afgesloten', resultaat);
      assert.deepEqual(v.gevolgen(), ['brief uitnodigingGesprek']);
    }
    const v = gepland().dag('2026-11-16').doe('nietVerschenen');
    v.doe('afsluiten', { resultaat: 'nietVerschenen' }).staat('afgesloten', 'nietVerschenen');
  });
});

describe('spreekuur 2: het volgen', () => {
  const gevraagd = (): V => gevolgd().dag('2026-12-14');

  it('na vier lesweken de vraag aan de school, en na haar antwoord een dag om te beslissen', () => {
    const v = gevraagd();
    assert.equal(v.gevolgen().at(-1), 'brief verzoekVerzuimUpdate');
    assert.deepEqual(v.s.vlaggen, ['verzuimOpgevraagd']);
    assert.deepEqual([v.termijn('updateVanSchool'), v.termijn('beoordelen')], ['2026-12-21', undefined]);
    v.dag('2026-12-16').doe('verzuimUpdate', { uren: 8 }, school).staat('monitoring');
    assert.deepEqual(v.s.voorstellen, []);
    assert.deepEqual([v.termijn('updateVanSchool'), v.termijn('beoordelen')], [undefined, '2026-12-23']);
    v.dag('2027-01-05');
    assert.equal(v.s.teLaat, true);
    assert.deepEqual(
      v.herinnerd().filter((h) => h.startsWith('beoordelen')),
      [
        'beoordelen.vooraf 2026-12-21 groep',
        'beoordelen.verstreken 2026-12-24 groep',
        // Christmas Day on a Friday: the second working day after the 23rd is Monday the 28th.
        'beoordelen.groep 2026-12-28 groep',
        'beoordelen.teamleider 2026-12-31 teamleider',
      ],
    );
    v.doe('afsluiten', { resultaat: 'hersteld' }).staat('afgesloten', 'hersteld');
  });

  it('een stand voor die tijd is geen antwoord', () => {
    assert.equal(gevolgd().doe('verzuimUpdate', { uren: 3 }, school).termijn('beoordelen'), undefined);
  });

  it('een goed antwoord stelt hersteld voor', () => {
    const v = gevraagd().doe('verzuimUpdate', { uren: 0 }, school);
    assert.deepEqual(v.s.voorstellen, [{ actie: 'afsluiten', sinds: '2026-12-14' }]);
  });

  it('nieuwe afspraken beginnen opnieuw, ook als de school nog niet had geantwoord', () => {
    const v = gevraagd().dag('2026-12-16');
    v.doe('afsprakenVastgelegd', { gesprekOp: '2026-12-16', afspraken: EEN_TEKST });
    assert.deepEqual([v.termijn('updateVanSchool'), v.s.vlaggen], [undefined, []]);
    // Two weeks of Christmas holiday.
    assert.equal(v.termijn('monitoring'), '2027-01-27');
    v.doe('verzuimUpdate', { uren: 5 }, school);
    assert.equal(v.termijn('beoordelen'), undefined);
  });

  it('de werkdag voor het gesprek en de dag zelf een herinnering', () => {
    assert.deepEqual(gepland().herinneringen('gesprekVastleggen').slice(0, 2), [
      'opDatum 2026-11-13',
      'opDatum 2026-11-16',
    ]);
  });
});

describe('spreekuur 2: een andere school', () => {
  it('de toestand blijft, de nieuwe school moet het weten en de kalender gaat mee', () => {
    const v = gevolgd();
    const elders = structuredClone(KADER);
    elders.kalender.school!.vakanties.push({
      naam: 'studieweek',
      van: '2026-11-23' as never,
      tot: '2026-11-29' as never,
    });
    v.doe('kaderBijwerken', {}, systeem, { kader: elders }).doe('schoolwissel', {}, systeem);
    assert.deepEqual(v.staat('monitoring').s.vlaggen, ['schoolwissel']);
    assert.equal(v.gevolgen().at(-1), 'taak nieuweSchoolInformeren');
    assert.equal(v.termijn('monitoring'), '2027-01-04');
  });

  it('in iedere toestand, maar niet door de school zelf', () => {
    for (const maak of [aangemeld, gepland, gevolgd, tweemaalWeg]) {
      const v = maak();
      assert.equal(v.weigert('schoolwissel', {}, school).code, 'rol');
      assert.ok(v.doe('schoolwissel').s.vlaggen.includes('schoolwissel'));
    }
  });
});

describe('spreekuur 2: bijna 18, en 18', () => {
  it('een half jaar ervoor begint de overdracht', () => {
    const v = gevolgd(aangemeld({ achttienOp: '2027-06-15' }));
    assert.equal(v.termijn('overdracht'), '2026-12-15');
    v.dag('2026-12-15').staat('monitoring');
    assert.deepEqual(gaatMee(v, 'overdracht'), { gesignaleerdOp: '2026-12-15', bron: 'leeftijd' });
  });

  it('korter ervoor meteen, en een gecorrigeerde geboortedatum verplaatst haar', () => {
    const v = aangemeld({ achttienOp: '2027-03-15' });
    assert.deepEqual(gaatMee(v, 'overdracht'), { gesignaleerdOp: '2026-11-02', bron: 'leeftijd' });
    const jonger = aangemeld();
    jonger.doe('corrigeren', { velden: { achttienOp: '2027-08-31' }, reden: EEN_TEKST });
    assert.equal(jonger.termijn('overdracht'), '2027-02-28');
  });

  it('op de verjaardag sluit het, en gaat het naar de doorstroomcoach', () => {
    const v = gepland(aangemeld({ achttienOp: '2026-11-14' })).dag('2026-11-14');
    v.staat('afgesloten', 'achttien');
    const e = v.effecten.at(-1) as Extract<Effect, { soort: 'taak' }>;
    assert.deepEqual([e.naam, e.voor], ['voorstelDoorstroomcoach', 'doorstroomcoach']);
    assert.throws(() => aangemeld({ achttienOp: '2026-11-02' }), /artikel 4b/);
  });
});

describe('spreekuur 2: verdergaan uit versie 1', () => {
  const oud = (anders: Record<string, unknown> = {}) =>
    verhaal(v1, { op: '2026-11-02', gegevens: { ...aanmelding, ...anders }, wie: school });
  type Oud = ReturnType<typeof oud>;
  const zetOver = (v: Oud): V => {
    v.doe('migreren', { naarVersie: 2 }, persoon('teamleider'), { definitie: v2 });
    v.d = v2 as never;
    return v as unknown as V;
  };
  const uitgenodigd = (v: Oud): Oud => v.doe('uitnodigingVerzonden');
  const opWeg: Record<string, (v: Oud) => Oud> = {
    aangemeld: (v) => v,
    uitgenodigd,
    gesprekGepland: (v) => v.doe('uitnodigingVerzonden', { gesprekOp: '2026-11-16' }),
    nietVerschenen: (v) => uitgenodigd(v).doe('nietVerschenen'),
    gesprekGevoerd: (v) => uitgenodigd(v).doe('gesprekGevoerd', { gesprekOp: '2026-11-02' }),
    monitoring: (v) =>
      uitgenodigd(v).doe('gesprekGevoerd', { gesprekOp: '2026-11-02', afspraken: EEN_TEKST }),
  };

  it('iedere toestand van versie 1 heeft een plaats', () => {
    const kaart = v2.migratieVan![1]!;
    assert.deepEqual(Object.keys(kaart).sort(), Object.keys(v1.toestanden).sort());
  });

  it('wat loopt houdt zijn toestand en zijn dagen, en krijgt wat nieuw is', () => {
    for (const [toestand, maak] of Object.entries(opWeg)) {
      const v = maak(oud());
      const lopend = v.s.termijnen.map((l) => [l.naam, l.datum]);
      const nieuw = zetOver(v).staat(toestand as never);
      assert.deepEqual(
        nieuw.s.termijnen.map((l) => [l.naam, l.datum]),
        [...lopend, ['overdracht', '2027-12-15']],
      );
      assert.equal(nieuw.doe('schoolwissel', {}, systeem).s.versie, 2);
    }
  });

  it('vanaf dan opent het zelf wat volgt', () => {
    const v = zetOver(opWeg['monitoring']!(oud())).doe('verzuimUpdate', { uren: 20 }, school);
    assert.equal(gaatMee(v, 'mas')['uren'], 20);
  });

  it('wie al bijna 18 is wordt meteen overgedragen', () => {
    const v = zetOver(oud({ achttienOp: '2027-03-15' })).dag('2026-11-03');
    assert.deepEqual(gaatMee(v, 'overdracht'), { gesignaleerdOp: '2026-11-02', bron: 'leeftijd' });
  });

  it('alleen een teamleider of beheerder zet over', () => {
    assert.deepEqual(kernActies.migreren.door, ['teamleider', 'beheerder']);
    const nee = oud().weigert('migreren', { naarVersie: 2 }, undefined, { definitie: v2 });
    assert.equal(nee.code, 'rol');
  });
});

describe('spreekuur 2: de ander begrijpt wat meegaat', () => {
  /** The data as that process will read them; skipped as long as it is not in this installation. */
  const leest = (t: TestContext, d: Definitie | undefined, naam: string, data: Record<string, unknown>[]) => {
    if (!d) return t.skip(`${naam} is er nog niet`);
    const afgeleid = AFGELEIDE_VELDEN.filter((veld) => veld in d.start.shape);
    for (const g of data)
      d.start.parse({ ...g, ...Object.fromEntries(afgeleid.map((veld) => [veld, '2028-06-15'])) });
    assert.ok(d.startDoor.includes('systeem'));
    assert.ok(data.length > 0);
  };

  it('mas, op alle drie de wegen, en ook als er al een loopt', (t) => {
    const mas = processen['mas']?.nieuwste;
    const vol = { meldingNummer: '777', aantalTeLaat: 12 };
    const data = [
      tweemaalWeg(aangemeld(vol)).doe('escaleren', INVOER),
      gevolgd().doe('verzuimUpdate', { uren: 16 }, school),
      ...['zestienUur', 'langdurig', 'luxe'].map((soort) =>
        gevolgd(aangemeld(vol)).doe('duoMelding', { soort, meldingNummer: '12346' }, systeem),
      ),
    ].map((v) => gaatMee(v, 'mas'));
    leest(t, mas, 'mas', data);
    const actie = mas?.bijOpen === undefined ? undefined : mas.acties[mas.bijOpen];
    if (!actie) return;
    for (const g of data)
      actie.invoer.parse(
        Object.fromEntries(Object.entries(g).filter(([veld]) => veld in actie.invoer.shape)),
      );
  });

  it('hulp', (t) => {
    const v = gevolgd().doe('afsluiten', { resultaat: 'doorverwezenHulp' });
    leest(t, processen['hulp']?.nieuwste, 'hulp', [gaatMee(v, 'hulp')]);
  });

  it('overdracht', (t) => {
    const v = aangemeld({ achttienOp: '2027-03-15' });
    leest(t, processen['overdracht']?.nieuwste, 'overdracht', [gaatMee(v, 'overdracht')]);
  });
});
