import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { datum } from '#kalender';
import { processen } from '#workflows';
import { KADER, verhaal } from '../test-kit/verhaal.js';
import { begonnenMet } from './instellingen.js';
import {
  catalogusVan,
  datumVeld,
  defineProcess,
  gemeentelijk,
  gevolgVanKader,
  lokaal,
  TEAMPOSTBUSSEN,
  termijnDef,
  toonTermijnen,
  wet,
  z,
  type Kader,
} from './index.js';

const v1 = defineProcess({
  key: 'proef',
  versie: 1,
  onderwerp: () => 'proef',
  start: z.strictObject({ achttienOp: datumVeld() }),
  startDoor: ['leerplichtambtenaar'],
  acties: { bellen: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) } },
  termijnen: [
    {
      naam: 'bellen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('twee weken'),
      vanaf: { toestand: 'open' },
      duur: lokaal('proefBellen', { weken: 2 }),
      tot: { actie: 'bellen' },
    },
    {
      naam: 'kijken',
      soort: 'LOCAL',
      grondslag: gemeentelijk('vier lesweken, daarna iedere twee'),
      type: 'op',
      vanaf: { toestand: 'open' },
      duur: lokaal('proefKijken', { lesweken: 4 }),
      herhaal: lokaal('proefKijkenDaarna', { lesweken: 2 }),
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      bijVerloop: { naar: 'dicht', uitkomst: 'achttien' },
    },
  ],
  begin: 'open',
  toestanden: { open: { eigenaar: 'leerplichtambtenaar', bij: { bellen: {} } }, dicht: { eind: true } },
});
const bron = { nieuwste: v1, teksten: { termijnen: { bellen: 'Bellen', kijken: 'Kijken' } } };

/** Opened on Monday 2 November 2026. */
const geopend = (kader: Kader = KADER) =>
  verhaal(v1, { op: '2026-11-02', gegevens: { achttienOp: '2028-06-15' }, kader });
const met = (waarden: Kader['instellingen']['waarden'], versie = 2): Kader => ({
  ...KADER,
  instellingen: { versie, waarden },
});

describe('de catalogus van instellingen', () => {
  it('kent iedere duur van de gemeente met haar standaard, grond en gebruik', () => {
    const c = catalogusVan([bron]);
    assert.deepEqual(
      [...c.values()].filter((x) => x.vorm.soort === 'duur').map((x) => [x.naam, x.titel, x.standaard]),
      [
        ['proefBellen', 'Bellen', { weken: 2 }],
        ['proefKijken', 'Kijken', { lesweken: 4 }],
        ['proefKijkenDaarna', 'Kijken (daarna)', { lesweken: 2 }],
      ],
    );
    assert.deepEqual(c.get('proefBellen')!.gebruiktDoor, [{ procestype: 'proef', termijn: 'bellen' }]);
    assert.equal(c.get('proefBellen')!.bron, 'Afspraak van de gemeente: twee weken');
  });

  it('toont een drempel alleen waar een proces haar leest, en postbussen gaan naar geen proces', () => {
    const c = catalogusVan([bron]);
    assert.equal(c.get('spreekuurHersteldUren'), undefined);
    assert.deepEqual(c.get('schrikkeldag')!.gebruiktDoor, [{ procestype: 'proef' }]);
    assert.equal(c.get('schrikkeldag')!.onzeker, true);
    assert.equal(c.get(TEAMPOSTBUSSEN)!.naarProces, false);
  });

  it('weigert een instelling met twee standaarden', () => {
    const ander = {
      ...v1,
      key: 'ander',
      termijnen: [{ ...v1.termijnen[0]!, duur: lokaal('proefBellen', { weken: 3 }) }],
    };
    assert.throws(() => catalogusVan([bron, { ...bron, nieuwste: ander }]), /proefBellen/);
  });

  it('mist niets van wat de code van deze installatie leest', (t) => {
    const c = catalogusVan(Object.values(processen));
    const gelezen = new Set<string>();
    const lees = (map: string, vorm: RegExp, bestand: RegExp): void => {
      for (const pad of readdirSync(map, { recursive: true, encoding: 'utf8' }))
        if (bestand.test(pad) && !pad.endsWith('.spec.ts'))
          for (const [, naam] of readFileSync(join(map, pad), 'utf8').matchAll(vorm)) gelezen.add(naam!);
    };
    const drempel = /\bwaarden\['(\w+)'\]/g;
    for (const map of ['libs/process', 'libs/read-model', 'activities', 'apps']) lees(map, drempel, /\.ts$/);
    for (const [naam, { nieuwste }] of Object.entries(processen)) {
      lees(join('workflows', naam), drempel, /\.v\d+\.ts$/);
      // Also a duration that only a guard counts with, and no term.
      lees(join('workflows', naam), /\blokaal\(\s*'(\w+)'/g, new RegExp(`\\.v${nieuwste.versie}\\.ts$`));
    }
    t.diagnostic(`${gelezen.size} namen gelezen, ${c.size} in de catalogus`);
    assert.ok(gelezen.size > 15);
    assert.deepEqual(
      [...gelezen].filter((naam) => !c.has(naam)),
      [],
      'zet een drempel in libs/process/keuzes.ts',
    );
    for (const def of c.values()) {
      assert.ok(def.titel && def.bron, def.naam);
      const { vorm, standaard } = def;
      if (vorm.soort === 'keuze') assert.ok(vorm.keuzes.includes(standaard as string), def.naam);
      if (vorm.soort === 'getal')
        assert.ok(vorm.min <= Number(standaard) && Number(standaard) <= vorm.max, def.naam);
    }
  });
});

describe('een lopende termijn houdt de instelling waarmee zij begon', () => {
  it('en zegt welke: de standaard, of die van de gemeente', () => {
    const [bellen] = toonTermijnen(v1, geopend().s).filter((x) => x.naam === 'bellen');
    assert.deepEqual(bellen!.instelling, { naam: 'proefBellen', waarde: { weken: 2 }, isStandaard: true });
  });

  it('ook nadat de gemeente iets anders koos; een nieuwe termijn volgt de nieuwe', () => {
    const v = geopend(met({ proefBellen: { weken: 3 } }));
    v.doe(
      'kaderBijwerken',
      {},
      { id: 's', rollen: ['systeem'], kenmerken: [] },
      { kader: met({ proefBellen: { weken: 9 } }, 3) },
    );
    const l = v.s.termijnen.find((x) => x.naam === 'bellen')!;
    assert.deepEqual(begonnenMet(termijnDef(v1, 'bellen'), l, v.s.kader), {
      naam: 'proefBellen',
      waarde: { weken: 3 },
      isStandaard: false,
    });
    assert.equal(
      geopend(v.s.kader).s.termijnen.find((x) => x.naam === 'bellen')!.duur?.['weken' as never],
      9,
    );
  });

  it('van een termijn die zich herhaalt die van deze keer; van de wet geen', () => {
    const v = geopend();
    const nu = (): unknown[] => toonTermijnen(v1, v.s).map((x) => [x.naam, x.instelling?.naam ?? null]);
    assert.deepEqual(nu(), [
      ['bellen', 'proefBellen'],
      ['kijken', 'proefKijken'],
      ['achttien', null],
    ]);
    v.dag('2026-12-01');
    assert.deepEqual(nu()[1], ['kijken', 'proefKijkenDaarna']);
  });
});

describe('het gevolg van een nieuw kader', () => {
  const anders: Kader = structuredClone(KADER);
  anders.kalender.versie = 'proef-2';
  anders.kalender.school!.vakanties.unshift({
    naam: 'herfst',
    van: datum('2026-11-09'),
    tot: datum('2026-11-15'),
  });

  it('een andere kalender verplaatst lesweken, een andere instelling niets dat loopt', () => {
    const { s } = geopend();
    const dag = datum('2026-11-03');
    assert.deepEqual(gevolgVanKader(v1, s, anders, dag), [
      { naam: 'kijken', wat: 'verplaatst', van: '2026-11-30', naar: '2026-12-07' },
    ]);
    assert.deepEqual(gevolgVanKader(v1, s, met({ proefBellen: { weken: 9 } }), dag), []);
  });

  it('geen, waar het kader er al is of het proces voorbij', () => {
    const { s } = geopend();
    assert.equal(gevolgVanKader(v1, s, KADER, datum('2026-11-03')), null);
    assert.equal(gevolgVanKader(v1, s, anders, datum('2028-06-15')), null);
  });
});
