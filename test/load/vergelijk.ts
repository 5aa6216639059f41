import { belast, type Meting } from './belast.js';
import { cpuStand, cpuVerschil } from './cpu.js';
import { ACTIES, type Doel } from './doel.js';
import { mediaan } from './getallen.js';

/** A start alone, or a start with its three actions. */
export type Fase = 'start' | 'leven';

export interface Plan {
  rondes: number;
  seconden: number;
  opwarmen: number;
  fasen: readonly Fase[];
  tegelijk: readonly number[];
  /** Waits at most this long before each phase for the rest of the machine to be quiet. */
  geduldSeconden: number;
}

/** The phases of one target at one number of callers, round by round. */
export interface Reeks {
  doel: string;
  fase: Fase;
  tegelijk: number;
  metingen: Meting[];
}

/** Cores in use by anything below which the machine counts as quiet. */
const RUSTIG = 0.4;

/** Measures all targets in turns, round by round, so that whatever else the machine does falls on all of them alike. */
export async function vergelijk(
  doelen: readonly Doel[],
  plan: Plan,
  meld: (regel: string) => void,
): Promise<Reeks[]> {
  const reeksen = new Map<string, Reeks>();
  for (let ronde = 1; ronde <= plan.rondes; ronde += 1)
    for (const fase of plan.fasen)
      for (const tegelijk of plan.tegelijk)
        for (const doel of doelen) {
          await wachtOpRust(plan.geduldSeconden);
          const meting = await belast({
            ...plan,
            tegelijk,
            pids: doel.pids,
            doe: (klok) => leef(doel, fase, klok),
          });
          const sleutel = `${doel.naam} ${fase} ${tegelijk}`;
          const reeks = reeksen.get(sleutel) ?? { doel: doel.naam, fase, tegelijk, metingen: [] };
          reeks.metingen.push(meting);
          reeksen.set(sleutel, reeks);
          meld(
            `ronde ${ronde} ${sleutel}: ${meting.perSeconde.toFixed(1)}/s, overige kernen ${meting.overigeKernen.toFixed(2)}` +
              (meting.fouten > 0 ? `, ${meting.fouten} fouten: ${meting.eersteFout}` : ''),
          );
        }
  return [...reeksen.values()];
}

/** One start, and in a life its actions one after another. */
export async function leef(
  doel: Doel,
  fase: Fase,
  klok: <T>(naam: string, werk: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const id = await klok('start', () => doel.start());
  if (fase === 'start') return;
  for (let nummer = 0; nummer < ACTIES; nummer += 1) await klok('actie', () => doel.handel(id, nummer));
}

/** The ratio of two series, as the median of the ratio of each round. */
export const verhouding = (een: Reeks | undefined, ander: Reeks | undefined): number =>
  mediaan((een?.metingen ?? []).map((m, i) => m.perSeconde / (ander?.metingen[i]?.perSeconde ?? Number.NaN)));

/** The same in CPU time per operation, of the best round of each: steadier than a rate while others use the machine. */
export const verhoudingRekentijd = (een: Reeks | undefined, ander: Reeks | undefined): number =>
  besteRekentijd(ander) / besteRekentijd(een);

const besteRekentijd = (r: Reeks | undefined): number =>
  Math.min(...(r?.metingen ?? []).map((m) => Object.values(m.cpuPerHandeling).reduce((s, x) => s + x, 0)));

async function wachtOpRust(geduldSeconden: number): Promise<void> {
  const einde = performance.now() + geduldSeconden * 1000;
  while (performance.now() < einde) {
    const van = cpuStand({});
    await new Promise((klaar) => setTimeout(klaar, 500));
    if (cpuVerschil(van, cpuStand({})).overigeKernen < RUSTIG) return;
  }
}
