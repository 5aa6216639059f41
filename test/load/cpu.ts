import { readdirSync, readFileSync } from 'node:fs';

/** A tick of /proc/<pid>/stat in milliseconds: CLK_TCK is 100 on every Linux that we meet. */
const MS_PER_TIK = 10;

interface Tijd {
  ouder: number;
  /** CPU of itself and of the children that it has waited for, ms. */
  ms: number;
}

/** CPU time used so far: per named process with all its descendants, of ourselves, and of the whole machine, in ms. */
export interface CpuStand {
  groepen: Record<string, number>;
  machine: number;
  op: number;
}

/** What was used between two stands: milliseconds per group, and the cores that anything else took meanwhile. */
export interface CpuVerschil {
  ms: Record<string, number>;
  overigeKernen: number;
}

/** Reads the stand of these processes; `generator` is this process itself. Gives zeros where there is no /proc. */
export function cpuStand(pids: Readonly<Record<string, number>>): CpuStand {
  const alle = leesProcessen();
  const groepen = Object.fromEntries(
    Object.entries(pids).map(([naam, pid]) => [
      naam,
      boom(alle, pid).reduce((s, p) => s + alle.get(p)!.ms, 0),
    ]),
  );
  const eigen = process.cpuUsage();
  groepen['generator'] = (eigen.user + eigen.system) / 1000;
  return { groepen, machine: leesMachine(), op: performance.now() };
}

export function cpuVerschil(van: CpuStand, tot: CpuStand): CpuVerschil {
  const ms = Object.fromEntries(
    Object.entries(tot.groepen).map(([naam, eind]) => [naam, eind - (van.groepen[naam] ?? 0)]),
  );
  const bekend = Object.values(ms).reduce((s, x) => s + x, 0);
  return { ms, overigeKernen: Math.max(0, tot.machine - van.machine - bekend) / (tot.op - van.op) };
}

function leesProcessen(): Map<number, Tijd> {
  const alle = new Map<number, Tijd>();
  for (const naam of lijst('/proc').filter((n) => /^\d+$/.test(n))) {
    const regel = lees(`/proc/${naam}/stat`);
    // The name of the program stands in brackets and may hold anything.
    const f = regel.slice(regel.lastIndexOf(')') + 2).split(' ');
    if (f.length < 15) continue;
    alle.set(Number(naam), {
      ouder: Number(f[1]),
      ms: MS_PER_TIK * (Number(f[11]) + Number(f[12]) + Number(f[13]) + Number(f[14])),
    });
  }
  return alle;
}

function boom(alle: ReadonlyMap<number, Tijd>, wortel: number): number[] {
  if (!alle.has(wortel)) return [];
  const kinderen = [...alle].filter(([, p]) => p.ouder === wortel).map(([pid]) => pid);
  return [wortel, ...kinderen.flatMap((pid) => boom(alle, pid))];
}

/** Busy time of all cores together: user, nice, system, irq and softirq. */
function leesMachine(): number {
  const tikken = lees('/proc/stat').split('\n')[0]?.trim().split(/\s+/).slice(1).map(Number) ?? [];
  return MS_PER_TIK * [0, 1, 2, 5, 6].reduce((s, i) => s + (tikken[i] ?? 0), 0);
}

function lees(bestand: string): string {
  try {
    return readFileSync(bestand, 'utf8');
  } catch {
    return '';
  }
}

function lijst(map: string): string[] {
  try {
    return readdirSync(map);
  } catch {
    return [];
  }
}
