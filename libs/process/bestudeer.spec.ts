import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processen } from '#workflows';
import {
  datumVeld,
  edges,
  gemeentelijk,
  inhoud,
  nogNietGebouwd,
  problems,
  start,
  taak,
  wet,
  z,
} from './index.js';
import type { Definitie } from './index.js';

const goed: Definitie = {
  key: 'proef',
  versie: 1,
  onderwerp: () => 'proef',
  start: z.strictObject({ achttienOp: datumVeld() }),
  startDoor: ['leerplichtambtenaar'],
  acties: { sluiten: { door: ['arts'], invoer: z.strictObject({ reden: inhoud('gewoon') }) } },
  termijnen: [
    {
      naam: 'kijken',
      soort: 'LOCAL',
      grondslag: gemeentelijk('een week'),
      vanaf: { toestand: 'open' },
      duur: { weken: 1 },
      bijVerloop: { stelVoor: 'sluiten', dan: [taak('kijken')] },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      bijVerloop: { naar: 'dicht', uitkomst: 'achttien', dan: [start(nogNietGebouwd('mas'))] },
    },
  ],
  begin: 'open',
  toestanden: {
    open: { eigenaar: 'arts', bij: { sluiten: { naar: 'dicht', markeer: ['gesloten'] } } },
    dicht: { eind: true },
  },
};
const [kijken, achttien] = goed.termijnen as [Definitie['termijnen'][0], Definitie['termijnen'][0]];
const met = (anders: Partial<Definitie>): string[] => problems({ ...goed, ...anders });

describe('problems vindt wat aan een tabel niet deugt', () => {
  it('niets aan een goede tabel, en aan geen proces van deze installatie', () => {
    assert.deepEqual(problems(goed), []);
    for (const { versies, teksten } of Object.values(processen))
      for (const d of versies) assert.deepEqual(problems(d, teksten), []);
  });

  it('een onbereikbare toestand, een dood spoor, een toestand zonder eigenaar of termijn', () => {
    assert.deepEqual(met({ toestanden: { ...goed.toestanden, los: {} }, termijnen: [kijken] }), [
      'Toestand los is onbereikbaar.',
      'Toestand los loopt dood.',
      'Toestand los heeft geen eigenaar.',
      'In toestand los loopt geen termijn.',
    ]);
  });

  it('een verjaardag alleen bewaakt geen toestand', () => {
    assert.deepEqual(met({ termijnen: [achttien] }), ['In toestand open loopt geen termijn.']);
  });

  it('een termijn van de wet zonder wet, zonder artikel of als instelling', () => {
    assert.deepEqual(met({ termijnen: [kijken, { ...achttien, grondslag: gemeentelijk('zomaar') }] }), [
      'Termijn achttien is LAW maar noemt een grond van soort LOCAL.',
    ]);
    assert.deepEqual(
      met({ termijnen: [kijken, { ...achttien, grondslag: wet('Leerplichtwet 1969', ' ') }] }),
      ['Termijn achttien noemt geen artikel.'],
    );
    const duur = { instelling: 'x', standaard: { weken: 1 } };
    assert.deepEqual(met({ termijnen: [kijken, { ...achttien, duur }] }), [
      'Termijn achttien volgt uit de wet en kan geen instelling zijn.',
    ]);
  });

  it('een termijn die twee kanten op telt, dubbel heet of iets onmogelijks voorstelt', () => {
    assert.deepEqual(met({ termijnen: [{ ...kijken, voor: { weken: 1 } }, kijken] }), [
      'Termijn kijken telt zowel vooruit als terug.',
      'Twee termijnen dragen dezelfde naam.',
    ]);
    const dicht = { ...kijken, naam: 'later', vanaf: { toestand: 'dicht' } };
    assert.deepEqual(met({ termijnen: [kijken, achttien, dicht] }), [
      'Termijn later stelt sluiten voor, maar geen toestand neemt die dan.',
    ]);
  });

  it('vrije tekst die de historie in zou gaan, en acties die niemand mag of kan', () => {
    const acties = {
      ...goed.acties,
      praten: { door: [], invoer: z.strictObject({ tekst: z.string(), nummer: z.string().regex(/^\d+$/) }) },
    };
    assert.deepEqual(met({ acties }), [
      'Niemand mag praten uitvoeren.',
      'Veld praten.tekst is vrije tekst; gebruik inhoud().',
      'Geen toestand neemt actie praten.',
    ]);
  });

  it('ontbrekende teksten, ook van taken, uitkomsten, vlaggen en velden', () => {
    const leeg = { titel: '', omschrijving: '', toestanden: {}, acties: {}, termijnen: {} };
    assert.deepEqual(problems(goed, { ...leeg, uitkomsten: {}, vlaggen: {}, velden: {}, taken: {} }), [
      'Er is geen tekst voor uitkomst dicht.',
      'Er is geen tekst voor uitkomst achttien.',
      'Er is geen tekst voor uitkomst geannuleerd.',
      'Er is geen tekst voor uitkomst verhuisd.',
      'Er is geen tekst voor vlag gesloten.',
      'Er is geen tekst voor veld achttienOp.',
      'Er is geen tekst voor veld reden.',
      'Er is geen tekst voor taak kijken.',
      'Er is geen tekst voor taak mas.',
    ]);
  });
});

it('edges zijn de pijlen van de plaat: acties en termijnen', () => {
  assert.deepEqual(edges(goed), [
    { van: 'open', naar: 'dicht', door: 'sluiten', soort: 'actie' },
    { van: 'open', naar: 'dicht', door: 'achttien', soort: 'termijn' },
  ]);
});
