import { cpuStand, cpuVerschil } from './cpu.js';
import { kwantiel } from './getallen.js';

/** Times a part of an operation under a name. */
export type Klok = <T>(naam: string, werk: () => Promise<T>) => Promise<T>;

export interface Belasting {
  /** How many callers work at once; each sends its next request when the last one has answered. */
  tegelijk: number;
  seconden: number;
  /** Seconds beforehand that are not measured. */
  opwarmen: number;
  /** The processes whose CPU is counted, with their descendants. */
  pids: Readonly<Record<string, number>>;
  doe: (klok: Klok) => Promise<unknown>;
}

/** What one phase of load gave. */
export interface Meting {
  aantal: number;
  perSeconde: number;
  /** Latencies in ms by name; `alles` is the whole operation. */
  ms: Record<string, { p50: number; p99: number }>;
  /** CPU milliseconds per operation, by process; `generator` is this process. */
  cpuPerHandeling: Record<string, number>;
  /** Cores that anything else on the machine used meanwhile. */
  overigeKernen: number;
  fouten: number;
  eersteFout: string | undefined;
}

/** With this many errors in a phase there is nothing left to measure. */
const HOOGSTENS_FOUTEN = 100;

/** Keeps `tegelijk` callers busy for a bounded time and counts what ended within it. Errors are counted, not thrown. */
export async function belast(b: Belasting): Promise<Meting> {
  const monsters = new Map<string, number[]>();
  let meet = false;
  const stop = new AbortController();
  let aantal = 0;
  let fouten = 0;
  let eersteFout: string | undefined;
  const noteer = (naam: string, ms: number): void => {
    if (!meet) return;
    const lijst = monsters.get(naam);
    if (lijst) lijst.push(ms);
    else monsters.set(naam, [ms]);
  };
  const klok: Klok = async (naam, werk) => {
    const begin = performance.now();
    const uit = await werk();
    noteer(naam, performance.now() - begin);
    return uit;
  };
  const beller = async (): Promise<void> => {
    while (!stop.signal.aborted && fouten < HOOGSTENS_FOUTEN) {
      const begin = performance.now();
      try {
        await b.doe(klok);
        if (meet) aantal += 1;
        noteer('alles', performance.now() - begin);
      } catch (fout) {
        fouten += 1;
        eersteFout ??= fout instanceof Error ? fout.message : String(fout);
      }
    }
  };
  const bellers = Array.from({ length: b.tegelijk }, beller);
  await wacht(b.opwarmen);
  const begin = performance.now();
  const van = cpuStand(b.pids);
  meet = true;
  await wacht(b.seconden);
  meet = false;
  const duur = (performance.now() - begin) / 1000;
  const { ms, overigeKernen } = cpuVerschil(van, cpuStand(b.pids));
  stop.abort();
  await Promise.all(bellers);
  return {
    aantal,
    perSeconde: aantal / duur,
    ms: Object.fromEntries(
      [...monsters].map(([naam, m]) => [naam, { p50: kwantiel(m, 0.5), p99: kwantiel(m, 0.99) }]),
    ),
    cpuPerHandeling: Object.fromEntries(
      Object.entries(ms).map(([naam, x]) => [naam, x / Math.max(aantal, 1)]),
    ),
    overigeKernen,
    fouten,
    eersteFout,
  };
}

const wacht = (seconden: number): Promise<void> => new Promise((klaar) => setTimeout(klaar, seconden * 1000));
