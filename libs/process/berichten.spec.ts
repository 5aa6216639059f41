import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ontvang, open, defineProcess, datumVeld, inhoud, gemeentelijk, z } from '#process';
import { KADER } from '../test-kit/verhaal.js';

/** As the worker does with everything that workflows share. */
function bevries(waarde: unknown, gezien = new Set<unknown>()): void {
  if (typeof waarde !== 'object' && typeof waarde !== 'function') return;
  if (waarde === null || gezien.has(waarde)) return;
  gezien.add(waarde);
  for (const naam of Reflect.ownKeys(waarde)) {
    const deel = Object.getOwnPropertyDescriptor(waarde, naam);
    if (deel && 'value' in deel) bevries(deel.value, gezien);
  }
  Object.freeze(waarde);
}

const d = defineProcess({
  key: 'mas',
  versie: 1,
  onderwerp: () => 'jongere',
  start: z.strictObject({ op: datumVeld() }),
  startDoor: ['systeem'],
  acties: {
    iets: {
      door: ['systeem'],
      invoer: z.strictObject({
        soort: z.enum(['een', 'twee']).optional(),
        lijst: z.array(z.strictObject({ op: datumVeld() })).optional(),
        tekst: inhoud('gewoon').optional(),
        of: z.union([z.int(), z.boolean()]).nullable().optional(),
      }),
    },
  },
  termijnen: [
    {
      naam: 'stil',
      soort: 'LOCAL',
      grondslag: gemeentelijk('proef'),
      vanaf: { toestand: 'a' },
      duur: { dagen: 3 },
    },
  ],
  begin: 'a',
  toestanden: { a: { eigenaar: 'leerplichtambtenaar', bij: { iets: {} } }, b: { eind: true } },
});

describe('berichten van andere processen', () => {
  it('worden een keer genomen, ook waar alles bevroren is', () => {
    bevries(d);
    const { snapshot } = open(
      d,
      {
        id: '00000000-0000-4000-8000-000000000001',
        procestype: 'mas',
        versie: 1,
        gemeente: '0164',
        jongereId: '00000000-0000-4000-8000-000000000002',
        onderwerp: 'jongere',
        gegevens: { op: '2026-11-02' },
        kader: KADER,
        behandelaar: null,
        feiten: {},
        wie: { id: 'x', rollen: ['systeem'], kenmerken: [] },
        sleutel: 's',
        hash: '',
      },
      '2026-11-02' as never,
    );
    const bericht = (naam: string, gegevens: object) =>
      ontvang(
        d,
        snapshot,
        { bericht: naam, gegevens: gegevens as never, sleutel: naam, van: { procestype: 'halt', id: 'y' } },
        '2026-11-03' as never,
      )!;
    const iets = bericht('iets', { soort: 'een', lijst: [{ op: '2026-11-03' }], of: true });
    assert.deepEqual(
      iets.gebeurtenissen.map((g) => [g.soort, g.herkomst?.procestype]),
      [['actie', 'halt']],
    );
    assert.equal(bericht('verhuisd', { naarGemeente: '0147' }).snapshot.uitkomst, 'verhuisd');
    // What it does not know becomes a task: never silence.
    for (const b of [bericht('onbekend', {})])
      assert.deepEqual(
        b.effecten.map((e) => ('naam' in e ? e.naam : e.soort)),
        ['berichtNietVerwerkt'],
      );
    // The same message again changes nothing.
    assert.equal(
      ontvang(
        d,
        iets.snapshot,
        { bericht: 'iets', gegevens: {}, sleutel: 'iets', van: { procestype: 'halt', id: 'y' } },
        '2026-11-04' as never,
      ),
      null,
    );
  });
});
