import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSchooldag, isWerkdag, plusMaanden } from '#kalender';
import { isBsn } from '#read-model';
import { BORNE, HENGELO } from '../../infra/local/demo-gebruikers.js';
import { JAARVERSLAG, relatief, verwacht, type Jaartelling } from './cijfers.js';
import type { Voorval, Zaak } from './draaiboek.js';
import { maakPlan, type Plan } from './plan.js';
import { EERSTE_DAG, KALENDER, LAATSTE_DAG } from './schooljaar.js';

const PLANNEN = [
  ...Array.from({ length: 20 }, (_, i) => maakPlan(i + 1, 1)),
  ...[0.05, 0.1, 0.37].flatMap((deel) => Array.from({ length: 20 }, (_, i) => maakPlan(i + 1, deel))),
];

const zakenVan = (p: Plan, gemeente: string): Zaak[] => p.zaken.filter((z) => z.gemeente === gemeente);
const alle = (zaken: readonly Zaak[]): Voorval[] => zaken.flatMap((z) => z.voorvallen);
const acties = (zaken: readonly Zaak[], naam: string): Extract<Voorval, { wat: 'doe' }>[] =>
  alle(zaken).filter(
    (v): v is Extract<Voorval, { wat: 'doe' }> => v.wat === 'doe' && `${v.procestype}.${v.actie}` === naam,
  );
/** The day on which the first process of this youth begins; a telephone call may come before. */
const beginVan = (z: Zaak): string => z.voorvallen.find((v) => v.wat !== 'contact')!.op;
const achttienOp = (z: Zaak): string => plusMaanden(z.jongere.geboortedatum, 12 * 18);

/** What a plan comes to, counted from what happens in it. */
function geteld(p: Plan, gemeente: string): Omit<Jaartelling, 'leerplichtigen'> {
  const zaken = zakenVan(p, gemeente);
  const meldingen = zaken.flatMap((z) =>
    z.voorvallen.flatMap((v) => (v.wat === 'melding' ? [{ z, v, soort: v.melding.soort }] : [])),
  );
  const van = (soort: string, als: (m: { z: Zaak; v: Voorval }) => boolean = () => true): number =>
    meldingen.filter((m) => m.soort === soort && als(m)).length;
  const openingen = (procestype: string, grond?: string): number =>
    alle(zaken).filter(
      (v) => v.wat === 'open' && v.procestype === procestype && (!grond || v.gegevens['grond'] === grond),
    ).length;
  const verleend = acties(zaken, 'vrijstelling.bevestigen').length;
  const art15 = acties(zaken, 'vrijstelling.besluitBekendgemaakt').length;
  const gronden = ['art5onderA', 'art5onderB', 'art5onderC'] as const;
  assert.equal(
    verleend,
    gronden.reduce((n, g) => n + openingen('vrijstelling', g), 0),
    'iedere vrijstelling wordt binnen het jaar een keer bevestigd',
  );
  const verzonden = zaken.filter((z) => acties([z], 'strafrecht.pvVerzonden').length > 0);
  return {
    absoluut: van('absoluut'),
    zestienUurTot18: van('zestienUur', ({ z, v }) => v.op < achttienOp(z)),
    zestienUurVanaf18: van('zestienUur', ({ z, v }) => v.op >= achttienOp(z)),
    achttienPlus: van('achttienPlus'),
    overig: van('overig'),
    luxe: van('luxe'),
    jongerenRelatief: new Set(meldingen.filter((m) => m.soort !== 'absoluut').map((m) => m.z.jongere.bsn))
      .size,
    spreekuur: openingen('spreekuur'),
    telefonisch: alle(zaken).filter((v) => v.wat === 'contact').length,
    pvRelatief: verzonden.filter((z) => z.soort !== 'pvLuxe').length,
    pvLuxe: verzonden.filter((z) => z.soort === 'pvLuxe').length,
    halt: acties(zaken, 'halt.verwijzingVerzonden').length,
    art5onderA: openingen('vrijstelling', 'art5onderA'),
    art5onderB: openingen('vrijstelling', 'art5onderB'),
    art5onderC: openingen('vrijstelling', 'art5onderC'),
    art15,
    tafel: acties(zaken, 'thuiszitterstafel.besproken').length,
  };
}

test('ieder plan speelt precies de aantallen van zijn jaar', (t) => {
  t.diagnostic(`N = ${PLANNEN.length} plannen`);
  for (const p of PLANNEN)
    for (const gemeente of [HENGELO, BORNE]) {
      const { leerplichtigen: _geenVoorval, ...moet } = p.telling[gemeente]!;
      assert.deepEqual(geteld(p, gemeente), moet, `zaad ${p.zaad}, deel ${p.deel}, ${gemeente}`);
    }
});

test('het hele jaar is dat van het jaarverslag', () => {
  const p = maakPlan(1, 1);
  assert.deepEqual(p.telling, JAARVERSLAG);
  assert.equal(relatief(p.telling[HENGELO]!), 485);
  assert.equal(relatief(p.telling[BORNE]!), 93);
  const h = verwacht(p.telling[HENGELO]!);
  assert.equal(h['verzuim.totaal'], '492 over 460 jongeren');
  assert.equal(h['incidenten.totaal'], '390');
  assert.equal(h['juridisch.totaal'], '20');
  assert.equal(h['vrijstellingen.totaal'], '30');
  const b = verwacht(p.telling[BORNE]!);
  assert.deepEqual(
    [b['incidenten.totaal'], b['juridisch.totaal'], b['vrijstellingen.totaal']],
    ['91', '4', '5'],
  );
});

test('hetzelfde zaad geeft hetzelfde jaar, een ander zaad een ander', () => {
  assert.deepEqual(maakPlan(7, 0.1), maakPlan(7, 0.1));
  assert.notDeepEqual(maakPlan(7, 0.1), maakPlan(8, 0.1));
});

test('alles gebeurt in volgorde, op werkdagen van het schooljaar, en meldingen komen op schooldagen', (t) => {
  let n = 0;
  for (const p of PLANNEN)
    for (const z of p.zaken) {
      assert.ok(z.voorvallen.length > 0, `${z.soort} heeft geen voorvallen`);
      z.voorvallen.forEach((v, i) => {
        n += 1;
        assert.ok(v.op >= EERSTE_DAG && v.op <= LAATSTE_DAG, `${z.soort}: ${v.op}`);
        assert.ok(i === 0 || z.voorvallen[i - 1]!.op <= v.op, `${z.soort}: ${v.op} komt te laat in de rij`);
        assert.ok(isWerkdag(v.op, KALENDER), `${z.soort}: ${v.op} is geen werkdag`);
        if (i === 0) assert.ok(isSchooldag(v.op, KALENDER), `${z.soort} begint op ${v.op}`);
      });
    }
  t.diagnostic(`N = ${n} voorvallen`);
  assert.ok(n > 100_000);
});

test('iedere jongere is iemand anders, met een nummer dat een burgerservicenummer kan zijn', () => {
  for (const p of PLANNEN) {
    const nummers = p.zaken.map((z) => z.jongere.bsn);
    assert.equal(new Set(nummers).size, nummers.length);
    assert.ok(nummers.every(isBsn));
  }
});

test('wie 18 is heeft geen leerplicht meer, en de overdracht begint alleen bij wie bijna 18 is', (t) => {
  let bijna = 0;
  for (const p of PLANNEN)
    for (const z of p.zaken) {
      const achttien = achttienOp(z);
      const over = z.voorvallen.filter((v) => v.wat === 'doe' && v.op >= achttien);
      assert.ok(over.every((v) => v.wat === 'doe' && ['traject', 'overdracht'].includes(v.procestype)));
      if (beginVan(z) >= achttien) continue;
      const halfJaarErvoor = plusMaanden(achttien as typeof EERSTE_DAG, -6);
      const overdracht = z.voorvallen.some((v) => v.wat === 'doe' && v.procestype === 'overdracht');
      if (halfJaarErvoor > LAATSTE_DAG) assert.ok(!overdracht);
      else {
        assert.ok(halfJaarErvoor <= beginVan(z), `${z.soort}: de overdracht begint onderweg`);
        bijna += 1;
      }
    }
  t.diagnostic(`N = ${bijna} jongeren die bijna 18 zijn`);
  assert.ok(bijna > 100);
});
