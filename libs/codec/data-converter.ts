import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { maakCodec } from './codec.js';
import type { Sleutelkast } from './sleutelkast.js';

/** For `bundleWorkflowCode`, client and worker alike: one that lacks it writes the messages of errors in the clear. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.js', import.meta.url));

/** How everything goes to Temporal and comes back: encrypted, with the key of its process. */
export function maakDataConverter(sleutelkast: Sleutelkast): DataConverter {
  return { payloadCodecs: [maakCodec(sleutelkast)], failureConverterPath };
}
