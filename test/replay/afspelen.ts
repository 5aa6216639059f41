import type { History } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { failureConverterPath } from '#codec';
import { bundel } from '../../apps/worker/bundel.js';

/** What the SDK objects to in each of these runs; undefined when it replays. `metSpoor`: as a worker that makes traces. */
export async function speelAf(
  runs: { naam: string; history: History }[],
  metSpoor = false,
): Promise<(string | undefined)[]> {
  const uitkomsten: (string | undefined)[] = [];
  const opties = {
    workflowBundle: { codePath: await bundel(metSpoor) },
    dataConverter: { failureConverterPath },
    sinks: { spoor: { besluit: { fn: () => undefined, callDuringReplay: false } } },
  };
  const vragen = runs.map((r) => ({ workflowId: r.naam, history: r.history }));
  for await (const { error } of Worker.runReplayHistories(opties, vragen)) uitkomsten.push(error?.message);
  return uitkomsten;
}
