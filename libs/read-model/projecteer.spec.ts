import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datum, gelijkgesteldeDagen, plusDagen } from '#kalender';
import { open, type Effect, type Opening, type Snapshot } from '#process';
import { v1 } from '../../workflows/vrijstelling/definitie.v1.js';
import { rijVan, teDoenVan } from './projecteer.js';

const SLEUTEL = '0b9c0b5e-6c0e-4a53-9a37-1de6f0a9c0aa';
const opening: Opening = {
  id: '0b9c0b5e-6c0e-4a53-9a37-1de6f0a9c001',
  procestype: v1.key,
  versie: v1.versie,
  gemeente: '0164',
  jongereId: '0b9c0b5e-6c0e-4a53-9a37-1de6f0a9c002',
  onderwerp: 'lichamelijkOfPsychisch',
  gegevens: { grond: 'lichamelijkOfPsychisch', kennisgevingOp: '2026-11-02', achttienOp: '2030-05-01' },
  kader: {
    regels: 1,
    instellingen: { versie: 1, waarden: {} },
    kalender: { versie: '1', gelijkgesteld: gelijkgesteldeDagen },
  },
  behandelaar: null,
  feiten: {},
  wie: { id: '0b9c0b5e-6c0e-4a53-9a37-1de6f0a9c003', rollen: ['leerplichtambtenaar'], kenmerken: [] },
  sleutel: SLEUTEL,
  hash: 'h',
};
const geopend = (): Snapshot => open(v1, opening, datum('2026-11-02')).snapshot;

test('de rij noemt de vroegste termijn, de wekdag en de sleutel van de opening', () => {
  const s = geopend();
  const rij = rijVan(v1, s);
  const datums = s.termijnen.map((t) => t.datum).sort();
  assert.ok(datums.length > 1);
  assert.equal(rij.eersteTermijn, datums[0]);
  assert.ok(rij.wekOp !== null && rij.wekOp > '2026-11-02');
  assert.equal(rij.openingSleutel, SLEUTEL);
  assert.deepEqual(
    rij.lijst.termijnen.map((t) => t.datum),
    datums.slice(0, 3),
  );
  assert.ok(rij.lijst.termijnen.every((t) => ['LAW', 'CHAIN', 'LOCAL'].includes(t.soort)));
});

test('een termijn die stilstaat telt niet, en een vergeten sleutel is er niet', () => {
  const s = geopend();
  const stil: Snapshot = {
    ...s,
    termijnen: s.termijnen.map((t) => ({ ...t, schorsingen: [{ van: datum('2026-11-03') }] })),
    prive: { sleutels: [{ sleutel: 'later', hash: 'h', revisie: 2 }] },
  };
  const rij = rijVan(v1, stil);
  assert.deepEqual(
    [rij.eersteTermijn, rij.wekOp, rij.lijst.termijnen, rij.openingSleutel],
    [null, null, [], null],
  );
});

test('de rij zegt op wie buiten het team wordt gewacht, en sinds wanneer een termijn te laat is', () => {
  const s = geopend();
  const bijDeArts: Snapshot = { ...s, toestand: 'bijDeArts', sinds: datum('2026-11-04') };
  const { wachtOp, wachtSinds, teLaatSinds } = rijVan(v1, bijDeArts);
  assert.deepEqual([wachtOp, wachtSinds, teLaatSinds], ['arts', '2026-11-04', null]);
  const eerst = [...s.termijnen].sort((a, b) => (a.datum < b.datum ? -1 : 1))[0]!;
  const teLaat: Snapshot = {
    ...s,
    teLaat: true,
    termijnen: s.termijnen.map((t) => (t === eerst ? { ...t, verlopen: true } : t)),
  };
  assert.equal(rijVan(v1, teLaat).teLaatSinds, plusDagen(eerst.datum, 1));
  assert.equal(rijVan(v1, { ...bijDeArts, afgerond: true }).wachtOp, null);
});

test('ieder soort effect wordt een regel die zegt wat er voor wie te doen is', () => {
  const op = datum('2026-11-02');
  const effecten: Effect[] = [
    { id: '1.0', op, soort: 'taak', naam: 'bellen', voor: 'leerplichtambtenaar' },
    { id: '1.1', op, soort: 'brief', naam: 'uitnodiging', aan: 'ouders' },
    { id: '1.2', op, soort: 'herinner', termijn: 'hoorgesprek', herinnering: 'vooraf', aan: 'behandelaar' },
    { id: '1.3', op, soort: 'start', procestype: 'mas' },
    { id: '1.4', op, soort: 'meld', procestype: 'mas', bericht: 'vrijgesteld' },
  ];
  assert.deepEqual(
    effecten.map(teDoenVan).map((r) => [r.id, r.naam, r.voor]),
    [
      ['1.0', 'bellen', 'leerplichtambtenaar'],
      ['1.1', 'uitnodiging', 'ouders'],
      ['1.2', 'hoorgesprek', 'behandelaar'],
      ['1.3', 'mas', 'leerplichtambtenaar'],
      ['1.4', 'mas.vrijgesteld', 'leerplichtambtenaar'],
    ],
  );
});
