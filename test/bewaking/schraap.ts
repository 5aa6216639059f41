import { opToneel } from './toneel.js';

/** One line of a scrape. */
export interface Meting {
  naam: string;
  labels: Record<string, string>;
  waarde: number;
}

const REGEL = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;

/** Asks a service for its measurements as Prometheus does: the lines, and every name that it explains (also without a line yet). */
export async function schraap(dienst: 'api' | 'worker'): Promise<{ metingen: Meting[]; namen: Set<string> }> {
  const { beschrijving } = opToneel();
  const basis =
    dienst === 'api' ? beschrijving.apiUrl : `http://127.0.0.1:${beschrijving.env['WORKER_PORT']}`;
  const antwoord = await fetch(`${basis}/metrics`, { signal: AbortSignal.timeout(10_000) });
  if (!antwoord.ok) throw new Error(`${dienst}: ${antwoord.status}`);
  const metingen: Meting[] = [];
  const namen = new Set<string>();
  for (const regel of (await antwoord.text()).split('\n')) {
    const uitleg = /^# TYPE (\S+) (\S+)$/.exec(regel);
    if (uitleg) {
      namen.add(uitleg[1]!);
      if (uitleg[2] === 'histogram')
        for (const deel of ['bucket', 'sum', 'count']) namen.add(`${uitleg[1]}_${deel}`);
    }
    if (regel === '' || regel.startsWith('#')) continue;
    const [, naam, labels = '', waarde] = REGEL.exec(regel) ?? [];
    if (naam === undefined) throw new Error(`Geen meting: ${regel}`);
    metingen.push({
      naam,
      labels: Object.fromEntries([...labels.matchAll(LABEL)].map(([, l, w]) => [l!, w!])),
      waarde: Number(waarde),
    });
  }
  return { metingen, namen };
}

/** The sum of these measurements; undefined when there is none. */
export function som(
  metingen: readonly Meting[],
  naam: string,
  labels: Record<string, string> = {},
): number | undefined {
  const gevonden = metingen.filter(
    (m) => m.naam === naam && Object.entries(labels).every(([l, w]) => m.labels[l] === w),
  );
  return gevonden.length === 0 ? undefined : gevonden.reduce((s, m) => s + m.waarde, 0);
}
