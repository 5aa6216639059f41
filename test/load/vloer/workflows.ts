import { condition, defineUpdate, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';

/** What floor B asks of the outside world. */
export interface VloerActiviteiten {
  schrijf(rij: { id: string; revisie: number }): Promise<void>;
}

const { schrijf } = proxyLocalActivities<VloerActiviteiten>({
  startToCloseTimeout: '3s',
  retry: { maximumAttempts: 2 },
});

/** Both updates of a floor: the first opens, the others act. */
export const bij = defineUpdate<{ revisie: number }, [{ n: number }]>('bij');

/** Floor A: the least that a durable Update can be. Never ends by itself. */
export async function vloerA(): Promise<void> {
  let revisie = 0;
  setHandler(bij, () => ({ revisie: ++revisie }));
  await condition(() => false);
}

/** Floor B: the same, and a row written by a local activity within the same workflow task, as our row lane does. */
export async function vloerB(id: string): Promise<void> {
  let revisie = 0;
  setHandler(bij, () => {
    revisie += 1;
    void schrijf({ id, revisie });
    return { revisie };
  });
  await condition(() => false);
}

/** A bare timer that writes one row when it fires: what a reminder costs at the least. */
export async function vloerTimer(id: string, op: number): Promise<void> {
  await sleep(op - Date.now());
  await schrijf({ id, revisie: 1 });
  await condition(() => false);
}
