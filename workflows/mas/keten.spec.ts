import assert from 'node:assert/strict';
import { it } from 'node:test';
import { effectenVan, magOpenen, ontvang, type Definitie } from '#process';
import { EEN_TEKST, KADER, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 as civiel } from '../civiel/definitie.v1.js';
import { v1 as halt } from '../halt/definitie.v1.js';
import { v1 as hulp } from '../hulp/definitie.v1.js';
import { v1 as overdracht } from '../overdracht/definitie.v1.js';
import { v1 as strafrecht } from '../strafrecht/definitie.v1.js';
import { v1 as thuiszitterstafel } from '../thuiszitterstafel/definitie.v1.js';
import { v1 } from './definitie.v1.js';

const BUREN: Definitie[] = [civiel, halt, hulp, overdracht, strafrecht, thuiszitterstafel];
/** What the API adds from the birth date. */
const VERJAARDAGEN = { twaalfOp: '2021-04-12', zestienOp: '2025-04-12', achttienOp: '2027-04-12' };
const boa = persoon('leerplichtambtenaar', ['boa']);

/** A mas in which every route was chosen. */
const alleRoutes = () => {
  const { twaalfOp, achttienOp } = VERJAARDAGEN;
  const op = '2026-11-02';
  const gegevens = { bron: 'duo', soort: 'langdurig', ontvangenOp: op, verzuimVanaf: '2026-09-07', uren: 30 };
  const v = verhaal(v1, { op, gegevens: { ...gegevens, twaalfOp, achttienOp } });
  v.doe('inBehandeling').doe('gehoordOuders', { oudersGehoordOp: op });
  v.doe('gehoordJongere', { jongereGehoordOp: op, aangespoord: true }).doe('onderzoekAfgerond');
  v.doe('routeHulp', { aanbieder: 'jeugdEnGezin' }).doe('routeCiviel', { motivering: EEN_TEKST });
  v.doe('routeHalt', { overlegOvJ: false }, boa);
  v.doe('routeStrafrecht', { tegen: 'beiden', verzuimsoort: 'relatief', motiveringWpg: EEN_TEKST }, boa);
  return v.doe('naarTafel', { verzuim: 'ongeoorloofd', toestemming: true });
};

it('ieder proces dat een mas opent, neemt wat het meekrijgt', () => {
  const v = alleRoutes();
  const begonnen = v.effecten.flatMap((e) => {
    if (e.soort !== 'start') return [];
    const d = BUREN.find((x) => x.key === e.procestype)!;
    const eigen = Object.entries(VERJAARDAGEN).filter(([veld]) => veld in d.start.shape);
    const travels: unknown = JSON.parse(JSON.stringify({ ...e.gegevens, ...Object.fromEntries(eigen) }));
    const gegevens = d.start.parse(travels) as Record<string, string>;
    assert.ok(d.startDoor.includes('systeem'), `${d.key} mag niet door een proces worden geopend`);
    assert.deepEqual(magOpenen(d, gegevens, { haltVerwezen: 0 }, KADER, v.vandaag), [], d.key);
    return [d.key];
  });
  assert.deepEqual(begonnen.sort(), BUREN.map((d) => d.key).sort());
});

it('ieder bericht van een ander proces aan de mas is hier een actie door het systeem, in iedere toestand', () => {
  const berichten = new Set(
    BUREN.flatMap((d) =>
      effectenVan(d).flatMap((e) => (e.soort === 'meld' && e.doel === 'mas' ? [e.bericht] : [])),
    ),
  );
  assert.ok(berichten.size >= 5, [...berichten].join());
  for (const bericht of berichten) {
    assert.ok(v1.acties[bericht]?.door.includes('systeem'), bericht);
    for (const [naam, t] of Object.entries(v1.toestanden))
      assert.ok(t.eind || t.bij?.[bericht], `${naam} ${bericht}`);
  }
});

it('een bericht komt eenmaal aan, met waar het vandaan kwam', () => {
  const v = alleRoutes();
  const van = { procestype: 'halt', id: 'h' };
  const b = { bericht: 'haltAfgerond', gegevens: { haltResultaat: 'negatief' }, sleutel: 'h.1', van };
  const eerst = ontvang(v1, v.s, b, v.vandaag)!;
  assert.equal(eerst.snapshot.toestand, 'routekeuze');
  assert.deepEqual(eerst.gebeurtenissen.at(-1)?.herkomst, van);
  assert.equal(ontvang(v1, eerst.snapshot, b, v.vandaag), null);
});
