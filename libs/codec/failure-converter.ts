import { DefaultFailureConverter } from '@temporalio/common';

/** Puts the message and the stack of an error where the codec sees them; by default Temporal writes both in the clear. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
