import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datum, type Kalender } from '#kalender';
import { kernActies, type Definitie } from '#process';
import { VASTSOORTEN, type VastRij } from '#read-model';
import { processen } from '#workflows';
import { aanZet, redenVan, type Zicht } from './reden.js';
import { partijNamen, soortTeksten } from './soorten.js';

const kalender: Kalender = { versie: 'proef', gelijkgesteld: [] };
const zichtOp = (procestype: string, alles = true): Zicht => {
  const { nieuwste, teksten } = processen[procestype]!;
  return { d: nieuwste, teksten, vandaag: datum('2026-11-24'), kalender, alles };
};
const rij = (r: Partial<VastRij>): VastRij => ({
  soort: 'termijn',
  sinds: datum('2026-11-17'),
  moment: null,
  wat: null,
  gemeente_code: '0164',
  id: '00000000-0000-4000-8000-000000000001',
  procestype: 'vrijstelling',
  versie: 2,
  toestand: 'kennisgevingOntvangen',
  afgerond: false,
  behandelaar: null,
  wek_op: null,
  wacht_op: null,
  termijnen: [],
  storing: null,
  ...r,
});
const verlopen = (naam: string, dag: string): VastRij['termijnen'][number] => ({
  naam,
  vanaf: datum(dag),
  onverlengd: datum(dag),
  datum: datum(dag),
  verlopen: true,
});

test('een termijn: een werkdag of meer, met de andere erbij, en in het weekend nog geen', () => {
  const z = zichtOp('vrijstelling');
  const zin = (...namen: [string, string][]): string =>
    redenVan(rij({ termijnen: namen.map(([n, d]) => verlopen(n, d)) }), z);
  assert.match(zin(['volledigheidstoets', '2026-11-23']), /is 1 werkdag voorbij$/);
  assert.match(zin(['volledigheidstoets', '2026-11-16']), /is 6 werkdagen voorbij$/);
  assert.match(
    redenVan(rij({ termijnen: [verlopen('volledigheidstoets', '2026-11-20')] }), {
      ...z,
      vandaag: datum('2026-11-21'),
    }),
    /is voorbij$/,
  );
  assert.match(
    zin(['volledigheidstoets', '2026-11-16'], ['verlenging', '2026-06-30']),
    /^De termijn '.+' \(tot en met 30 juni 2026, Leerplichtwet 1969, artikel 6.+\) is \d+ werkdagen voorbij; ook 1 andere termijn$/,
    'de oudste eerst, met haar wet',
  );
});

test('een termijn die stilstaat is niet voorbij, en een afgeschermde wordt niet genoemd', () => {
  const stil = {
    ...verlopen('volledigheidstoets', '2026-11-16'),
    schorsingen: [{ van: datum('2026-11-10') }],
  };
  assert.doesNotMatch(redenVan(rij({ termijnen: [stil] }), zichtOp('vrijstelling')), /volledig/);
  const pv = rij({ procestype: 'mas', versie: 1, termijnen: [verlopen('pvBesluit', '2026-11-16')] });
  assert.match(redenVan(pv, zichtOp('mas')), /proces-verbaal/i);
  assert.equal(
    redenVan(pv, zichtOp('mas', false)),
    'Een termijn van de vervolgroute (afgeschermd) is voorbij',
  );
});

test('wachten telt dagen en noemt de ander bij zijn naam', () => {
  const z = zichtOp('civiel');
  const wacht = (sinds: string): string =>
    redenVan(
      rij({
        soort: 'buiten',
        procestype: 'civiel',
        toestand: 'jbtBesproken',
        sinds: datum(sinds),
        wacht_op: 'raad',
      }),
      z,
    );
  assert.equal(wacht('2026-10-18'), 'Wacht 37 dagen op de Raad voor de Kinderbescherming');
  assert.equal(wacht('2026-11-23'), 'Wacht 1 dag op de Raad voor de Kinderbescherming');
});

test('iedere soort heeft een zin zonder punt, iemand aan zet, en alleen handelingen die bestaan', (t) => {
  let n = 0;
  for (const soort of VASTSOORTEN)
    for (const [naam, { nieuwste }] of Object.entries(processen))
      for (const toestand of Object.keys(nieuwste.toestanden)) {
        const r = rij({
          soort,
          procestype: naam,
          toestand,
          wacht_op: 'ouders',
          moment: new Date('2026-11-23T23:30:00Z'),
          termijnen: nieuwste.termijnen.slice(0, 3).map((x) => verlopen(x.naam, '2026-11-02')),
        });
        for (const alles of [true, false]) {
          const zin = redenVan(r, zichtOp(naam, alles));
          assert.match(zin, /^[A-Z].+[^.]$/);
          assert.doesNotMatch(zin, /undefined|null|NaN/);
          assert.ok(partijNamen[aanZet(r, zichtOp(naam, alles))]);
          n += 1;
        }
      }
  t.diagnostic(`N = ${n} zinnen`);
  for (const { kan, hulp } of Object.values(soortTeksten)) {
    assert.ok(hulp.endsWith('.'));
    for (const actie of kan) assert.ok(actie in kernActies, actie);
  }
});

test('het tijdstip van de motor is dat van Nederland', () => {
  const r = rij({ soort: 'rij', moment: new Date('2026-11-23T23:30:00Z') });
  assert.match(redenVan(r, zichtOp('vrijstelling')), /sinds 24 november 2026 00:30/);
});

test('wie kan navragen volgt uit het team van het proces', () => {
  const zonder: Definitie = { ...processen['civiel']!.nieuwste, team: 'doorstroompunt' };
  const r = rij({ soort: 'buiten', procestype: 'civiel', wacht_op: 'raad', toestand: 'jbtBesproken' });
  assert.equal(aanZet(r, zichtOp('civiel')), 'leerplichtambtenaar');
  assert.equal(aanZet(r, { ...zichtOp('civiel'), d: zonder }), 'doorstroomcoach');
});
