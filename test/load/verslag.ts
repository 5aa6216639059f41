import type { Meting } from './belast.js';
import { getal, markdownTabel, mediaan } from './getallen.js';
import type { StapKosten } from './kosten.js';
import { verhouding, type Reeks } from './vergelijk.js';
import type { LijstMeting } from './werklijst.js';

const van = (r: Reeks, f: (m: Meting) => number | undefined): number =>
  mediaan(r.metingen.map((m) => f(m) ?? Number.NaN));
const tijden = (r: Reeks, naam: string): string =>
  `${getal(van(r, (m) => m.ms[naam]?.p50))} / ${getal(van(r, (m) => m.ms[naam]?.p99))}`;

const DOELEN: Record<string, string> = { vloerA: 'vloer A', vloerB: 'vloer B', onze: 'Leerlijn' };

/** Rates, latencies, CPU and the ratio to floor B; medians of the rounds. */
export function snelheidTabel(reeksen: readonly Reeks[], fase: Reeks['fase']): string {
  const rijen = reeksen
    .filter((r) => r.fase === fase)
    .sort((a, b) => a.tegelijk - b.tegelijk)
    .map((r) => {
      const b = reeksen.find((x) => x.doel === 'vloerB' && x.fase === fase && x.tegelijk === r.tegelijk);
      const cpu = (naam: string): number => van(r, (m) => m.cpuPerHandeling[naam] ?? 0);
      const delen = ['temporal', 'postgres', 'api', 'worker', 'generator'].map(cpu);
      return [
        DOELEN[r.doel] ?? r.doel,
        String(r.tegelijk),
        getal(van(r, (m) => m.perSeconde)),
        `${getal(verhouding(r, b) * 100, 0)} %`,
        tijden(r, 'start'),
        ...(fase === 'leven' ? [tijden(r, 'actie')] : []),
        ...delen.map((d) => getal(d)),
        getal(delen.reduce((s, d) => s + d, 0)),
        getal(
          van(r, (m) => m.overigeKernen),
          2,
        ),
      ];
    });
  const kop = [
    '',
    'tegelijk',
    'per s',
    'van vloer B',
    'start p50 / p99 ms',
    ...(fase === 'leven' ? ['actie p50 / p99 ms'] : []),
    ...['Temporal', 'PostgreSQL', 'API', 'worker', 'generator', 'samen'],
    'overige kernen',
  ];
  return markdownTabel([kop, ...rijen]);
}

/** Events, bytes, statements and rows per step. */
export function kostenTabel(kosten: readonly StapKosten[]): string {
  return markdownTabel([
    [
      'stap',
      'gebeurtenissen erbij',
      'bytes erbij',
      'API: rondes (ms)',
      'worker: rondes (ms)',
      'Temporal: rondes (ms)',
      'rijen tot nu toe',
      'bytes tot nu toe',
    ],
    ...kosten.map((k) => [
      k.stap,
      String(k.gebeurtenissen),
      String(k.bytes),
      ...(['api', 'worker', 'temporal'] as const).map((wie) =>
        k.vragen ? `${getal(k.vragen[wie].rondes)} (${getal(k.vragen[wie].ms, 2)})` : '-',
      ),
      Object.entries(k.rijen)
        .map(([tabel, r]) => `${tabel.split('.')[1]} ${getal(r.rijen)}`)
        .join(', '),
      getal(
        Object.values(k.rijen).reduce((s, r) => s + r.bytes, 0),
        0,
      ),
    ]),
  ]);
}

/** The lists at each size of the table. */
export function lijstTabel(lijsten: readonly LijstMeting[]): string {
  return markdownTabel([
    [
      'lijst',
      'rijen in de tabel',
      'p50 / p99 ms in de API',
      'p50 / p99 ms bij de beller',
      'per s',
      'rekentijd API + PostgreSQL, ms',
      'rijen op de bladzijde',
      'totaal',
    ],
    ...lijsten.map((l) => [
      l.naam,
      getal(l.rijen, 0),
      l.server ? `${getal(l.server.p50, 2)} / ${getal(l.server.p99, 2)}` : '-',
      `${getal(l.meting.ms['alles']?.p50, 2)} / ${getal(l.meting.ms['alles']?.p99, 2)}`,
      getal(l.meting.perSeconde, 0),
      `${getal(l.meting.cpuPerHandeling['api'], 2)} + ${getal(l.meting.cpuPerHandeling['postgres'], 2)}`,
      String(l.getoond),
      l.totaal,
    ]),
  ]);
}

/** Both lists below 20 ms for their one caller, at every size of the table. */
export const lijstDoelen = (lijsten: readonly LijstMeting[]): Doelstelling[] =>
  lijsten.map((l) => {
    const p99 = l.meting.ms['alles']!.p99;
    return {
      wat: `${l.naam}, 2.000 lopend, ${getal(l.rijen, 0)} rijen: p99 bij de beller onder 20 ms`,
      gemeten: `${getal(p99, 2)} ms`,
      gehaald: p99 < 20,
    };
  });

/** One goal: what it asks, what came out, whether it was reached. */
export interface Doelstelling {
  wat: string;
  gemeten: string;
  gehaald: boolean;
}

export const doelTabel = (doelen: readonly Doelstelling[]): string =>
  markdownTabel([
    ['doel', 'gemeten', 'gehaald'],
    ...doelen.map((d) => [d.wat, d.gemeten, d.gehaald ? 'ja' : '**nee**']),
  ]);
