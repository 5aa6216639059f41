import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Hoofdsleutels } from '#codec';
import {
  beginWachtendeKlussen,
  bewaarVanzelfIngegaan,
  meetVertraging,
  openVanzelf,
  verstuurTerugmeldingen,
  type DuoVerbinding,
} from '#activities';
import { veegInhoud } from '#read-model';
import { vertraging } from './metingen.js';

const SECONDE_MS = 1_000;
const MINUUT_MS = 60 * SECONDE_MS;
const UUR_MS = 60 * MINUUT_MS;
const DAG_MS = 24 * UUR_MS;

/** Work that comes round by itself. Each is safe in every worker at once; what fails comes again next time. */
interface Ronde {
  wat: string;
  elkeMs: number;
  /** Also at the start: it may have waited while all was down. */
  meteen?: true;
  /** Gives how many it did, when that is worth a line. */
  werk: () => Promise<number | void>;
}

/** Begins all rounds; they end with the process. */
export function beginRondes(
  o: { pool: Pool; hoofdsleutels: Hoofdsleutels; client: Client; duo: DuoVerbinding },
  log: Logger,
): void {
  const rondes: Ronde[] = [
    // Texts whose action never came. The first sweep is a day away, so that a restart costs nothing.
    { wat: 'verweesde teksten vegen', elkeMs: DAG_MS, werk: () => veegInhoud(o.pool) },
    // A piece of work whose run never began: the API stopped between storing and starting, or Temporal was away. And settings whose day came.
    {
      wat: 'klussen beginnen',
      elkeMs: MINUUT_MS,
      werk: () => bewaarVanzelfIngegaan(o).then(() => beginWachtendeKlussen(o)),
    },
    // Youths who reach the age at which their overdracht begins while nothing runs for them.
    { wat: 'overdrachten beginnen', elkeMs: UUR_MS, werk: () => openVanzelf(o) },
    {
      wat: 'terugmelden aan DUO',
      elkeMs: MINUUT_MS,
      meteen: true,
      werk: () => verstuurTerugmeldingen({ pool: o.pool, verbinding: o.duo }),
    },
    // How long reminders took to go; of several workers one counts them.
    { wat: 'herinneringen meten', elkeMs: 10 * SECONDE_MS, werk: () => meet(o.pool) },
  ];
  for (const { wat, elkeMs, meteen, werk } of rondes) {
    const ronde = (): void =>
      void werk().then(
        (aantal) => aantal && log.info({ aantal }, wat),
        () => log.warn(`${wat} mislukt; de volgende keer opnieuw`),
      );
    if (meteen) ronde();
    setInterval(ronde, elkeMs).unref();
  }
}

async function meet(pool: Pool): Promise<void> {
  for (const { gemeente, seconden } of (await meetVertraging(pool)) ?? [])
    for (const s of seconden) vertraging.observe({ gemeente }, s);
}
