import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processen } from '#workflows';
import { KADER, verhaal } from '../test-kit/verhaal.js';
import { herinneringGeldt, termijnDef, type Kader, type LopendeTermijn } from './index.js';

/* How a municipality reminds. Opened on Monday 2 November 2026: a spreekuur invites within five working days, by the 9th. */

const { nieuwste: d } = processen['spreekuur']!;
const SYSTEEM = { id: 's', rollen: ['systeem' as const], kenmerken: [] };
const met = (waarden: Kader['instellingen']['waarden'], versie = 2): Kader => ({
  ...KADER,
  instellingen: { versie, waarden },
});
const geopend = (kader: Kader = KADER) =>
  verhaal(d, {
    op: '2026-11-02',
    gegevens: { aangemeldOp: '2026-11-02', urenGemeld: 6, achttienOp: '2029-05-01' },
    kader,
  });
type Verhaal = ReturnType<typeof geopend>;
const termijn = (v: Verhaal): LopendeTermijn => v.s.termijnen.find((l) => l.naam === 'uitnodigen')!;
const plan = (v: Verhaal): string[] => (termijn(v).herinner ?? []).map((h) => `${h.soort} ${h.op}`);

describe('herinneren zoals de gemeente het wil', () => {
  it('zonder keuze zoals het was', () => {
    assert.deepEqual(plan(geopend()), [
      'vooraf 2026-11-05',
      'verstreken 2026-11-10',
      'groep 2026-11-11',
      'teamleider 2026-11-16',
    ]);
  });

  it('elke soort kan uit, en elke afstand anders', () => {
    const uit = [
      'herinnerHalverwege',
      'herinnerVooraf',
      'herinnerVerstreken',
      'herinnerGroep',
      'herinnerTeamleider',
    ];
    assert.deepEqual(plan(geopend(met(Object.fromEntries(uit.map((n) => [n, false]))))), []);
    assert.deepEqual(
      plan(
        geopend(
          met({
            herinnerHalverwegeVanaf: 3,
            herinnerVoorafDagen: 1,
            herinnerGroepDagen: 4,
            herinnerTeamleiderDagen: 10,
          }),
        ),
      ),
      [
        'halverwege 2026-11-05',
        'vooraf 2026-11-06',
        'verstreken 2026-11-10',
        'groep 2026-11-13',
        'teamleider 2026-11-23',
      ],
    );
  });

  it('van meer op een dag blijft alleen de laatste', () => {
    assert.deepEqual(plan(geopend(met({ herinnerGroepDagen: 1, herinnerTeamleiderDagen: 1 }))), [
      'vooraf 2026-11-05',
      'teamleider 2026-11-10',
    ]);
  });

  it('een doorgevoerde keuze geldt ook voor wat loopt, maar stuurt niets dat al geweest is opnieuw', () => {
    const v = geopend();
    v.dag('2026-11-05');
    v.doe('kaderBijwerken', {}, SYSTEEM, { kader: met({ herinnerVoorafDagen: 3, herinnerGroep: false }) });
    assert.deepEqual(plan(v), ['verstreken 2026-11-10', 'teamleider 2026-11-16']);
    // Another setting leaves the plan alone.
    const w = geopend();
    const voor = termijn(w);
    w.doe('kaderBijwerken', {}, SYSTEEM, { kader: met({ spreekuurHersteldUren: 3 }) });
    assert.deepEqual(termijn(w), voor);
  });
});

describe('of een herinnering nog waar is', () => {
  const geldt = (v: Verhaal, soort: 'vooraf' | 'verstreken' | 'groep', op: string): boolean =>
    herinneringGeldt(termijnDef(d, 'uitnodigen'), termijn(v), v.s.kader, { soort, op: op as never });

  it('ja, zolang de termijn loopt zoals zij liep', () => {
    const v = geopend();
    v.dag('2026-11-11');
    for (const [soort, op] of [
      ['vooraf', '2026-11-05'],
      ['verstreken', '2026-11-10'],
      ['groep', '2026-11-11'],
    ] as const)
      assert.ok(geldt(v, soort, op), soort);
  });

  it('niet als zij naar later verschoof, stil staat, of niet meer te laat is', () => {
    const v = geopend();
    v.dag('2026-11-11');
    v.doe(
      'verlengen',
      { termijn: 'uitnodigen', tot: '2026-11-25', reden: crypto.randomUUID() },
      { id: 't', rollen: ['teamleider'], kenmerken: [] },
    );
    for (const [soort, op] of [
      ['vooraf', '2026-11-05'],
      ['verstreken', '2026-11-10'],
      ['groep', '2026-11-11'],
    ] as const)
      assert.ok(!geldt(v, soort, op), soort);
    const w = geopend();
    w.dag('2026-11-05');
    w.doe('opschorten', { termijnen: ['uitnodigen'], reden: crypto.randomUUID() });
    assert.ok(!geldt(w, 'vooraf', '2026-11-05'));
  });
});
