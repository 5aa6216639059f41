import { TAAKRIJ, workflowIdVan } from './berichten.js';

/** The name of the run over many rows. */
export const KLUS = 'klus';

/** A piece of work on many rows, by its id; the rows themselves stay in our own tables. */
export interface KlusVraag {
  gemeente: string;
  id: string;
}

/** How a client of Temporal begins that run: once, however often it is asked. */
export const beginVanKlus = (k: KlusVraag) => ({
  workflowId: workflowIdVan(KLUS, k.id),
  taskQueue: TAAKRIJ,
  args: [k] as [KlusVraag],
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
});
