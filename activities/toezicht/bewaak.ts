import { randomUUID } from 'node:crypto';
import { HARTSLAG_GELDT_MS, inGemeente, meldRonde, neemRonde, slaHartslag, stopHartslag } from '#read-model';
import { zoekVastgelopenCode } from './code.js';
import { bekijkAchterblijvers, neemSteekproef, type VergelijkOmgeving } from './vergelijk.js';

/** Where a worker says what it saw: counts only. */
export interface ToezichtLog {
  info(velden: object, tekst: string): void;
  warn(tekst: string): void;
}

const CODE_MS = 10_000;
const UUR_MS = 3_600_000;
const STEEKPROEF_NA_MS = 20 * UUR_MS;
const STEEKPROEF = 'steekproef';
/** When nobody works: from two to five in the morning, by our clock. */
const NACHT: readonly string[] = ['02', '03', '04'];
const uurVan = (moment: Date): string =>
  moment.toLocaleString('nl-NL', { hour: '2-digit', hour12: false, timeZone: 'Europe/Amsterdam' });

/**
 * Begins what a worker does for supervision: it shows that it lives while `draait` says so, asks the server every ten seconds which processes are
 * stuck in their code, and compares a sample of the rows with their processes each night. Safe in every worker at once.
 * @returns how it ends; call it before the database is let go.
 */
export function beginToezicht(
  o: VergelijkOmgeving & { draait: () => boolean },
  log: ToezichtLog,
): () => Promise<void> {
  const id = randomUUID();
  const klop = (): void => void (o.draait() && slaHartslag(o.pool, id).catch(() => undefined));
  const kijk = (): void =>
    void zoekVastgelopenCode(o)
      .then(async (vast) => (vast === undefined ? undefined : bekijkAchterblijvers(o)))
      .catch(() => log.warn('toezicht op de motor mislukt; zo opnieuw'));
  const nacht = (): void =>
    void steekproef(o, log).catch(() => log.warn('steekproef van rijen mislukt; zo opnieuw'));
  const wekkers = [
    setInterval(klop, HARTSLAG_GELDT_MS / 3),
    setInterval(kijk, CODE_MS),
    setInterval(nacht, UUR_MS / 2),
  ];
  for (const w of wekkers) w.unref();
  setTimeout(klop, 1_000).unref();
  setTimeout(kijk, 5_000).unref();
  return async () => {
    for (const w of wekkers) clearInterval(w);
    await stopHartslag(o.pool, id).catch(() => undefined);
  };
}

async function steekproef(o: VergelijkOmgeving, log: ToezichtLog): Promise<void> {
  const uur = await inGemeente(o.pool, { gemeenten: [] }, async (em) => uurVan(em.nu));
  if (!NACHT.includes(uur) || !(await neemRonde(o.pool, STEEKPROEF, STEEKPROEF_NA_MS))) return;
  const uitkomst = await neemSteekproef(o);
  await meldRonde(o.pool, STEEKPROEF, { ...uitkomst });
  log.info(uitkomst, 'rijen vergeleken met hun processen');
}
