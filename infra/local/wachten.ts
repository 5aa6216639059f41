import { setTimeout as slaap } from 'node:timers/promises';

/**
 * Wacht tot `proef` waar geeft (een fout telt als nog niet), en probeert dat iedere `iedereMs` milliseconden.
 * @returns of het binnen `maxMs` milliseconden lukte.
 */
export async function wachtTot(
  proef: () => boolean | Promise<boolean>,
  maxMs: number,
  iedereMs = 50,
): Promise<boolean> {
  const eind = Date.now() + maxMs;
  for (;;) {
    if (await lukt(proef)) return true;
    if (Date.now() >= eind) return false;
    await slaap(iedereMs);
  }
}

async function lukt(proef: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await proef();
  } catch {
    return false;
  }
}

/** Of een GET op `url` binnen twee seconden met 2xx antwoordt. */
export async function antwoordt(url: string): Promise<boolean> {
  const antwoord = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await antwoord.body?.cancel();
  return antwoord.ok;
}
