import { setTimeout as slaap } from 'node:timers/promises';

/**
 * Asks `proef` until it gives something (not false, null or undefined) and gives that. An error of `proef` counts as not yet.
 * @throws Error that names `wat`, the time waited in ms, and the last error if there was one.
 */
export async function wachtTot<T>(
  wat: string,
  proef: () => T | Promise<T>,
  maxMs = 15_000,
  iedereMs = 50,
): Promise<Exclude<T, false | null | undefined>> {
  const begin = performance.now();
  let laatste = '';
  for (;;) {
    try {
      const uitkomst = await proef();
      if (uitkomst !== false && uitkomst !== null && uitkomst !== undefined)
        return uitkomst as Exclude<T, false | null | undefined>;
      laatste = '';
    } catch (fout) {
      laatste = ` (${fout instanceof Error ? fout.message : String(fout)})`;
    }
    const duur = Math.round(performance.now() - begin);
    if (duur > maxMs) throw new Error(`Na ${duur} ms nog niet: ${wat}${laatste}`);
    await slaap(iedereMs);
  }
}
