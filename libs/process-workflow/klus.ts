import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { KlusVraag } from '#process';

export interface KlusActiviteiten {
  /** Works through the next rows and gives how many are left. */
  werkAf(k: KlusVraag): Promise<number>;
}

const { werkAf } = proxyActivities<KlusActiviteiten>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15s',
  retry: { maximumInterval: '1 minute' },
});

const BEURTEN_PER_RUN = 200;

/** The resumable run: whatever dies, the next attempt goes on with the rows that wait. */
export async function klus(k: KlusVraag): Promise<void> {
  for (let beurt = 0; beurt < BEURTEN_PER_RUN; beurt += 1) if ((await werkAf(k)) === 0) return;
  await continueAsNew<typeof klus>(k);
}
