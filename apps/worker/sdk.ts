import { createServer, type AddressInfo } from 'node:net';
import { DefaultLogger, type LogEntry, type RuntimeOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import { foutVelden } from './fout-velden.js';

/** What of a line of Temporal's SDK is told: no workflow id, no run, and of an error no message. */
const VELDEN = ['sdkComponent', 'taskQueue', 'workflowType', 'activityType', 'attempt', 'state'] as const;

const LEEST_BINNEN_MS = 2_000;

/** Temporal's SDK in our log and among our measurements. */
export interface Sdk {
  opties: RuntimeOptions;
  /** The measurements of the SDK, in the form of Prometheus; empty when they cannot be read. */
  metingen(): Promise<string>;
}

/** The SDK serves its measurements only on a port of its own: a free one on the loopback address, that we read and pass on. */
export async function maakSdk(log: Logger): Promise<Sdk> {
  const bindAddress = `127.0.0.1:${await vrijePoort()}`;
  return {
    opties: {
      // We end on a signal ourselves, after the worker has let go of its work.
      shutdownSignals: [],
      logger: new DefaultLogger('INFO', (regel) => schrijf(log, regel)),
      telemetryOptions: {
        logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
        metrics: {
          prometheus: {
            bindAddress,
            countersTotalSuffix: true,
            unitSuffix: true,
            useSecondsForDurations: true,
          },
        },
      },
    },
    metingen: () =>
      fetch(`http://${bindAddress}/metrics`, { signal: AbortSignal.timeout(LEEST_BINNEN_MS) })
        .then((antwoord) => antwoord.text())
        .catch(() => ''),
  };
}

const NIVEAUS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

function schrijf(log: Logger, { level, message, meta }: LogEntry): void {
  const velden = Object.fromEntries(VELDEN.flatMap((v) => (meta?.[v] === undefined ? [] : [[v, meta[v]]])));
  // The first line only: the rest of a message of the core may be that of an error.
  const tekst = message.split('\n', 1)[0]!.slice(0, 120);
  log[NIVEAUS[level]]({ ...velden, ...(meta?.['error'] !== undefined && foutVelden(meta['error'])) }, tekst);
}

function vrijePoort(): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const server = createServer();
    server.once('error', mislukt);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => klaar(port));
    });
  });
}
