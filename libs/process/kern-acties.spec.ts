import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EEN_ARTS, EEN_TEKST, KADER, persoon, verhaal } from '../test-kit/verhaal.js';
import {
  bezwaarAanDeDeur,
  datumVeld,
  defineProcess,
  gemeentelijk,
  keten,
  lokaal,
  taak,
  wet,
  z,
} from './index.js';

const awb = (artikel: string) => wet('Algemene wet bestuursrecht', artikel);

/** A request on which the municipality decides: one term of each kind, and one LAW term that the law itself lets move. */
const v1 = defineProcess({
  key: 'verzoek',
  versie: 1,
  onderwerp: () => 'verzoek',
  start: z.strictObject({ verzoekOp: datumVeld(), achttienOp: datumVeld() }),
  startDoor: ['leerplichtambtenaar'],
  acties: {
    besluiten: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) },
    bellen: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) },
  },
  termijnen: [
    {
      naam: 'beslissen',
      soort: 'LAW',
      grondslag: awb('4:13'),
      vanaf: { datumveld: 'verzoekOp' },
      duur: { weken: 8 },
      tot: { actie: 'besluiten' },
      verlengbaar: awb('4:14'),
      opschortbaar: awb('4:15'),
    },
    {
      naam: 'melden',
      soort: 'CHAIN',
      grondslag: keten('vijf werkdagen', 'Inspectie van het Onderwijs'),
      vanaf: { toestand: 'verzocht' },
      duur: { werkdagen: 5 },
      tot: { actie: 'besluiten' },
    },
    {
      naam: 'bellen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('twee weken'),
      vanaf: { toestand: 'verzocht' },
      duur: lokaal('bellen', { weken: 2 }),
      tot: { actie: 'bellen' },
      herinner: ['verstreken'],
    },
    {
      naam: 'schoolweken',
      soort: 'LOCAL',
      grondslag: gemeentelijk('vier lesweken'),
      vanaf: { toestand: 'verzocht' },
      duur: lokaal('schoolweken', { lesweken: 4 }),
      tot: { actie: 'besluiten' },
    },
    {
      naam: 'stil',
      soort: 'LOCAL',
      grondslag: gemeentelijk('dertig dagen'),
      vanaf: { toestand: 'verzocht' },
      duur: { dagen: 30 },
      herstartBij: 'elkeGebeurtenis',
      bijVerloop: { markeer: 'stil' },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      bijVerloop: { naar: 'klaar', uitkomst: 'achttien', dan: [taak('overdragen')] },
    },
  ],
  begin: 'verzocht',
  toestanden: {
    verzocht: { eigenaar: 'leerplichtambtenaar', bij: { besluiten: { naar: 'klaar' }, bellen: {} } },
    klaar: { eind: true },
  },
});

/** The next version: another name for the state, one term more, one less. */
const v2: typeof v1 = {
  ...v1,
  versie: 2,
  termijnen: [
    ...v1.termijnen
      .filter((t) => t.naam !== 'melden')
      .map((t) => ('toestand' in t.vanaf ? { ...t, vanaf: { toestand: 'inBehandeling' } } : t)),
    {
      naam: 'horen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('drie weken'),
      vanaf: { toestand: 'inBehandeling' },
      duur: { weken: 3 },
      tot: { actie: 'besluiten' },
    },
  ],
  begin: 'inBehandeling',
  toestanden: { inBehandeling: v1.toestanden['verzocht']!, klaar: { eind: true } },
  migratieVan: { 1: { verzocht: 'inBehandeling' } },
};

const baas = persoon('teamleider');
const reden = EEN_TEKST;
/** Opened on Monday 2 November 2026. */
const verzoek = () =>
  verhaal(v1, { op: '2026-11-02', gegevens: { verzoekOp: '2026-11-02', achttienOp: '2028-06-15' } });

describe('kernacties: opschorten en hervatten', () => {
  it('tweemaal: de dagen tellen op, de wet verlengt een keer', () => {
    const v = verzoek();
    assert.equal(v.termijn('beslissen'), '2026-12-28');
    // The day after the letter (Awb 4:15), and again in December.
    v.doe('opschorten', { termijnen: ['beslissen'], vanaf: '2026-11-03', reden });
    assert.deepEqual(v.gebeurtenissen.at(-1)!.termijnen?.[0], {
      naam: 'beslissen',
      wat: 'opgeschort',
      van: '2026-12-28',
      naar: '2026-12-28',
    });
    v.dag('2026-11-10').doe('hervatten', { termijnen: ['beslissen'] });
    assert.equal(v.termijn('beslissen'), '2027-01-04');
    v.dag('2026-12-01').doe('opschorten', { termijnen: ['beslissen'], reden });
    v.dag('2026-12-06').doe('hervatten', { termijnen: ['beslissen'] });
    // 28 December, twelve days on: Saturday 9 January, so Monday.
    assert.equal(v.termijn('beslissen'), '2027-01-11');
    assert.equal(v.s.termijnen.find((l) => l.naam === 'beslissen')?.onverlengd, '2027-01-09');
  });

  it('tijdens het stilstaan verloopt niets en wordt niemand herinnerd', () => {
    const v = verzoek()
      .doe('opschorten', { termijnen: ['bellen'], reden })
      .dag('2026-12-01');
    assert.deepEqual(v.herinnerd(), []);
    assert.equal(v.s.termijnen.find((l) => l.naam === 'bellen')?.verlopen, undefined);
  });

  it('kan niet dubbel, niet voor het begin, niet na het einde, niet zonder dat de termijn loopt', () => {
    const v = verzoek().dag('2026-11-03');
    const hoe = (extra: Record<string, unknown>) =>
      v.weigert('opschorten', { termijnen: ['bellen'], reden, ...extra });
    assert.equal(hoe({ vanaf: '2026-11-01' }).code, 'invoer');
    assert.equal(hoe({ vanaf: '2026-11-17' }).code, 'invoer');
    assert.equal(hoe({ termijnen: ['bestaatNiet'] }).code, 'toestand');
    v.doe('opschorten', { termijnen: ['bellen'], reden });
    assert.equal(hoe({}).code, 'toestand');
    assert.equal(v.weigert('hervatten', { termijnen: ['bellen'], vanaf: '2026-11-02' }).code, 'invoer');
    assert.equal(v.weigert('hervatten', { termijnen: ['melden'] }, baas).code, 'toestand');
  });

  it('een ongeldige termijn in de rij laat ook de andere ongemoeid', () => {
    const v = verzoek();
    v.weigert('opschorten', { termijnen: ['bellen', 'achttien'], reden });
    assert.equal(v.s.termijnen.find((l) => l.naam === 'bellen')?.schorsingen, undefined);
  });
});

describe('kernacties: verlengen en herplannen naar soort', () => {
  it('LOCAL mag wie behandelt, CHAIN alleen de teamleider, LAW alleen waar een artikel het zegt', () => {
    const v = verzoek();
    v.doe('verlengen', { termijn: 'bellen', tot: '2026-11-30', reden });
    const nee = v.weigert('verlengen', { termijn: 'melden', tot: '2026-11-30', reden });
    assert.deepEqual(
      [nee.code, nee.soort, nee.grondslag],
      ['rol', 'CHAIN', 'vijf werkdagen (Inspectie van het Onderwijs)'],
    );
    v.doe('verlengen', { termijn: 'melden', tot: '2026-11-30', reden }, baas);
    assert.equal(v.termijn('melden'), '2026-11-30');
    v.doe('verlengen', { termijn: 'beslissen', tot: '2027-01-15', reden });
    const wettelijk = v.weigert('herplannen', { termijn: 'achttien', datum: '2027-01-15', reden }, baas);
    assert.deepEqual(
      [wettelijk.code, wettelijk.soort, wettelijk.grondslag, wettelijk.terzijdeTeStellen],
      ['eis', 'LAW', 'Leerplichtwet 1969, artikel 4b', false],
    );
  });

  it('verlengen gaat vooruit, herplannen niet naar het verleden', () => {
    const v = verzoek().dag('2026-11-05');
    assert.equal(v.weigert('verlengen', { termijn: 'bellen', tot: '2026-11-16', reden }).code, 'invoer');
    assert.equal(v.weigert('herplannen', { termijn: 'bellen', datum: '2026-11-04', reden }).code, 'invoer');
    v.doe('herplannen', { termijn: 'bellen', datum: '2026-11-09', reden });
    assert.deepEqual(v.herinneringen('bellen'), ['verstreken 2026-11-10']);
  });

  it('een verlopen termijn die wordt verlengd is niet meer te laat', () => {
    const v = verzoek().dag('2026-11-17');
    assert.equal(v.s.termijnen.find((l) => l.naam === 'bellen')?.verlopen, true);
    v.doe('verlengen', { termijn: 'bellen', tot: '2026-11-23', reden });
    assert.equal(v.s.termijnen.find((l) => l.naam === 'bellen')?.verlopen, undefined);
  });

  it('een verlengde datum schuift mee als de termijn daarna stilstaat', () => {
    const v = verzoek().doe('verlengen', { termijn: 'bellen', tot: '2026-11-30', reden });
    v.doe('opschorten', { termijnen: ['bellen'], reden }).dag('2026-11-09');
    v.doe('hervatten', { termijnen: ['bellen'] });
    assert.equal(v.termijn('bellen'), '2026-12-07');
  });
});

describe('kernacties: dossier', () => {
  it('wie een notitie maakt houdt het proces wakker; een datum die voorbijgaat niet', () => {
    const v = verzoek().dag('2026-11-12').doe('notitie', { tekst: EEN_TEKST });
    // Thirty days end on Saturday 12 December.
    assert.equal(v.termijn('stil'), '2026-12-14');
    // The term of the phone call passes on 17 November and changes nothing.
    v.dag('2026-12-14');
    assert.deepEqual(v.s.vlaggen, []);
    v.dag('2026-12-15');
    assert.deepEqual(v.s.vlaggen, ['stil']);
    v.doe('bellen');
    assert.equal(v.termijn('stil'), '2027-01-14');
  });

  it('corrigeren raakt alleen datums die het proces kent', () => {
    const v = verzoek();
    assert.equal(v.weigert('corrigeren', { velden: { uren: '2026-11-01' }, reden }).code, 'invoer');
    v.doe('corrigeren', { velden: { verzoekOp: '2026-10-30' }, reden });
    // Eight weeks after Friday 30 October is Christmas Day.
    assert.equal(v.termijn('beslissen'), '2026-12-28');
    assert.equal(v.s.termijnen.find((l) => l.naam === 'beslissen')?.onverlengd, '2026-12-25');
  });

  it('annuleren en verhuisd nemen alle termijnen mee, en alleen wie mag', () => {
    assert.equal(verzoek().weigert('annuleren', { reden }).code, 'rol');
    const weg = verzoek().doe('annuleren', { reden }, baas);
    assert.deepEqual([weg.s.afgerond, weg.s.uitkomst, weg.s.termijnen.length], [true, 'geannuleerd', 0]);
    assert.equal(weg.gebeurtenissen.at(-1)!.termijnen?.length, 6);
    assert.equal(weg.weigert('notitie', { tekst: EEN_TEKST }).code, 'toestand');
    const verhuisd = verzoek().doe('verhuisd', { naarGemeente: '0147' });
    assert.equal(verhuisd.s.uitkomst, 'verhuisd');
  });

  it('een andere kalender verplaatst lesweken en laat de duur van een lopende termijn staan', () => {
    const v = verzoek();
    assert.equal(v.termijn('schoolweken'), '2026-11-30');
    const anders = structuredClone(KADER);
    anders.instellingen = { versie: 2, waarden: { bellen: { weken: 6 }, schoolweken: { lesweken: 8 } } };
    anders.kalender.school!.vakanties.push({
      naam: 'herfst',
      van: '2026-11-09' as never,
      tot: '2026-11-15' as never,
    });
    v.doe('kaderBijwerken', {}, persoon('beheerder'), { kader: anders });
    assert.equal(v.termijn('schoolweken'), '2026-12-07');
    assert.equal(v.termijn('bellen'), '2026-11-16');
    assert.deepEqual(v.gebeurtenissen.at(-1)!.termijnen, [
      { naam: 'schoolweken', wat: 'verplaatst', van: '2026-11-30', naar: '2026-12-07' },
    ]);
    assert.equal(verzoek().weigert('kaderBijwerken', {}, persoon('beheerder')).code, 'invoer');
  });
});

describe('kernacties: migreren', () => {
  it('wat loopt houdt zijn klok, wat nieuw is begint, wat niet meer bestaat vervalt', () => {
    const v = verzoek().dag('2026-11-04').doe('bellen').dag('2026-11-05');
    assert.equal(v.weigert('migreren', { naarVersie: 2 }, baas).code, 'invoer');
    v.doe('migreren', { naarVersie: 2 }, baas, { definitie: v2 });
    v.d = v2;
    assert.deepEqual([v.s.versie, v.s.toestand], [2, 'inBehandeling']);
    assert.equal(v.termijn('beslissen'), '2026-12-28');
    assert.equal(v.termijn('schoolweken'), '2026-11-30');
    assert.equal(v.termijn('melden'), undefined);
    assert.equal(v.termijn('horen' as 'bellen'), '2026-11-26');
    // Done in the old version stays done.
    assert.equal(v.termijn('bellen'), undefined);
    v.dag('2027-01-04').doe('besluiten');
    assert.equal(v.s.afgerond, true);
  });
});

describe('kernacties: toewijzen', () => {
  it('met `van` alleen als de zaak nog van hem is, ook als zij van niemand was', () => {
    const [een, ander, derde] = [EEN_TEKST, EEN_ARTS, '7f0c7c8a-5b1f-4a3e-8f0a-3d1c5b1e9d21'];
    const v = verzoek();
    assert.equal(v.weigert('toewijzen', { behandelaar: een, van: ander }).code, 'toestand');
    v.doe('toewijzen', { behandelaar: een, van: null, reden });
    assert.equal(v.weigert('toewijzen', { behandelaar: ander, van: null }).code, 'toestand');
    v.doe('toewijzen', { behandelaar: ander, van: een }).doe('toewijzen', { behandelaar: derde });
    assert.equal(v.s.behandelaar, derde);
    const [eerste] = v.gebeurtenissen.filter((g) => g.naam === 'toewijzen');
    assert.deepEqual(eerste?.gegevens, { behandelaar: een, van: null, reden });
    v.doe('toewijzen', { behandelaar: null, van: derde });
    assert.equal(v.s.behandelaar, null);
  });
});

describe('kernacties: een storing', () => {
  /** The runner's own addition: what fails stands in the snapshot. */
  const metStoring = (v = verzoek(), effect = '1.0') => {
    const sinds = '2026-11-02T10:00:00.000Z';
    v.s = { ...v.s, storing: { wat: 'brief', sinds, pogingen: 2, effect, naam: 'besluit' } };
    return v;
  };

  it('zonder storing is er niets te herkansen of over te slaan', () => {
    for (const [actie, invoer] of [
      ['herkansen', {}],
      ['overslaan', { effect: '1.0', reden }],
    ] as const) {
      const nee = verzoek().weigert(actie, invoer, baas);
      assert.deepEqual([nee.code, /geen storing/.test(nee.melding)], ['toestand', true]);
    }
  });

  it('alleen een teamleider', () => {
    for (const rol of ['leerplichtambtenaar', 'doorstroomcoach', 'beheerder', 'systeem'] as const)
      assert.equal(metStoring().weigert('herkansen', {}, persoon(rol)).code, 'rol');
    assert.equal(metStoring().weigert('overslaan', { effect: '1.0', reden }).code, 'rol');
  });

  it('herkansen laat de storing staan en staat in de tijdlijn, zonder taak', () => {
    const v = metStoring().doe('herkansen', { reden }, baas);
    assert.deepEqual([v.s.storing?.pogingen, v.s.storing?.effect], [3, '1.0']);
    const g = v.gebeurtenissen.at(-1)!;
    assert.deepEqual(
      [g.naam, g.door, g.gegevens],
      ['herkansen', { rol: 'teamleider', id: baas.id }, { reden }],
    );
    assert.deepEqual(v.gevolgen(), []);
  });

  it('overslaan vraagt een reden, wist de storing en laat de taak achter', () => {
    const v = metStoring();
    assert.throws(() => v.weigert('overslaan', { effect: '1.0' }, baas), /reden/);
    v.doe('overslaan', { effect: '1.0', reden }, baas);
    assert.equal(v.s.storing, null);
    assert.deepEqual(v.effecten.at(-1), {
      id: `${v.s.revisie}.0`,
      op: v.vandaag,
      soort: 'taak',
      naam: 'besluit',
      voor: 'leerplichtambtenaar',
      overgeslagen: 'brief',
    });
    assert.deepEqual(v.gebeurtenissen.at(-1)!.gegevens, { reden, wat: 'brief' });
    assert.equal(v.weigert('overslaan', { effect: '1.0', reden }, baas).code, 'toestand');
  });

  it('een tweede klik slaat niet de volgende over', () => {
    const v = metStoring().doe('overslaan', { effect: '1.0', reden }, baas);
    metStoring(v, '1.1');
    assert.match(v.weigert('overslaan', { effect: '1.0', reden }, baas).melding, /iets anders/);
    assert.equal(v.s.storing?.effect, '1.1');
  });

  it('ook na het einde van het proces, want het effect hapert dan nog', () => {
    const v = metStoring(verzoek().doe('besluiten'));
    assert.equal(v.weigert('notitie', { tekst: EEN_TEKST }).melding, 'Dit proces is afgerond.');
    v.dag('2026-11-20').doe('herkansen', {}, baas).doe('overslaan', { effect: '1.0', reden }, baas);
    assert.deepEqual([v.s.afgerond, v.s.storing, v.gevolgen()], [true, null, ['taak besluit']]);
  });
});

describe('kernacties: een verbeterde datum', () => {
  /** A term towards a birthday that only begins before the end of November. */
  const metAls: typeof v1 = {
    ...v1,
    termijnen: v1.termijnen.map((t) =>
      t.naam === 'achttien' ? { ...t, als: (c) => c.vandaag < '2026-12-01' } : t,
    ),
  };
  const leef = (regels: number) =>
    verhaal(metAls, {
      op: '2026-11-02',
      gegevens: { verzoekOp: '2026-11-02', achttienOp: '2028-06-15' },
      kader: { ...KADER, regels },
    })
      .dag('2026-12-02')
      .doe('corrigeren', { velden: { achttienOp: '2028-06-16' }, reden });

  it('verzet een lopende termijn, ook als die nu niet meer zou beginnen; wat op de oude regels loopt blijft zoals het was', () => {
    assert.equal(leef(2).termijn('achttien'), '2028-06-16');
    assert.equal(leef(1).termijn('achttien'), '2028-06-15');
  });
});

describe('kernacties: elke ingreep van een teamleider', () => {
  it('staat met persoon en reden in de tijdlijn', () => {
    const sinds = '2026-11-02T10:00:00.000Z';
    const ingrepen: [Parameters<ReturnType<typeof verzoek>['doe']>[0], Record<string, unknown>][] = [
      ['toewijzen', { behandelaar: EEN_ARTS }],
      ['verlengen', { termijn: 'bellen', tot: '2026-11-30' }],
      ['herplannen', { termijn: 'melden', datum: '2026-12-01' }],
      ['opschorten', { termijnen: ['bellen'] }],
      ['corrigeren', { velden: { verzoekOp: '2026-10-30' } }],
      ['herkansen', {}],
      ['overslaan', { effect: '1.0' }],
      ['migreren', { naarVersie: 2 }],
      ['annuleren', {}],
    ];
    for (const [actie, invoer] of ingrepen) {
      const v = verzoek();
      v.s = { ...v.s, storing: { wat: 'brief', sinds, pogingen: 2, effect: '1.0', naam: 'besluit' } };
      v.doe(actie, { ...invoer, reden }, baas, actie === 'migreren' ? { definitie: v2 } : {});
      const g = v.gebeurtenissen.at(-1)!;
      assert.deepEqual(
        [g.naam, g.door, g.gegevens?.['reden']],
        [actie, { rol: 'teamleider', id: baas.id }, reden],
        actie,
      );
    }
    console.log(`N = ${ingrepen.length} ingrepen`);
  });
});

describe('kernacties: aan de deur', () => {
  it('corrigeren vult geen datum die er nooit was', () => {
    const v = verzoek();
    const vraag = (velden: Record<string, string>) =>
      bezwaarAanDeDeur(v.s, { actie: 'corrigeren', invoer: { velden } as never });
    assert.equal(vraag({ verzoekOp: '2026-10-30' }), undefined);
    assert.deepEqual(
      [
        vraag({ gesprekOp: '2026-10-30' })?.code,
        vraag({ verzoekOp: '2026-10-30', gesprekOp: '2026-10-30' })?.code,
      ],
      ['invoer', 'invoer'],
    );
    assert.equal(bezwaarAanDeDeur(v.s, { actie: 'notitie', invoer: { tekst: EEN_TEKST } }), undefined);
  });
});
