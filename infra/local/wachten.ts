import { setTimeout as slaap } from 'node:timers/promises';

/**
 * Waits until `proef` gives true (an error counts as not yet), trying every `iedereMs` milliseconds.
 * @returns whether that happened within `maxMs` milliseconds.
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

/** Whether a GET on `url` answers 2xx within two seconds. Rejects when nothing answers. */
export async function antwoordt(url: string): Promise<boolean> {
  const antwoord = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await antwoord.body?.cancel();
  return antwoord.ok;
}
