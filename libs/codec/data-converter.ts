import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type pg from 'pg';
import { maakCodec } from './codec.js';
import type { Hoofdsleutels } from './hoofdsleutel.js';
import { maakSleutelkast } from './sleutelkast.js';

/** For `bundleWorkflowCode`, client and worker alike: one that lacks it writes the messages of errors in the clear. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.js', import.meta.url));

/**
 * How everything goes to Temporal and comes back: encrypted, with the key of its process.
 * @param pool in the role of the API or the worker.
 */
export function maakDataConverter(pool: pg.Pool, hoofdsleutels: Hoofdsleutels): DataConverter {
  return { payloadCodecs: [maakCodec(maakSleutelkast(pool, hoofdsleutels))], failureConverterPath };
}
