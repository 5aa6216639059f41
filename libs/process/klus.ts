import { TAAKRIJ, workflowIdVan } from './berichten.js';
import type { KernActie } from './kern-schema.js';
import type { Gegevens } from './snapshot.js';

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

/** The kinds of work by which a teamleider mends many cases at once, and by which he takes that back. */
export const HERSTEL = 'herstel';
export const HERSTEL_TERUG = 'herstelTerug';

/** One row of such work: the act that the process is asked for, in the name of whoever asked for the whole. */
export interface HerstelRegel {
  id: string;
  procestype: string;
  actie: KernActie;
  /** Its text is stored with the process already; here is its id. */
  invoer: Gegevens;
}
