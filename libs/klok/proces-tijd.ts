import { randomUUID } from 'node:crypto';
import { setTimeout as slaap } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import type pg from 'pg';
import { metSlot } from './slot.js';

/** Under this difference a process stands at the same time as our clock (ms). */
const GELIJK_MS = 500;
/**
 * A skip stops at each retry of an effect that keeps failing, so a long one stops often. The server's own limit (200) would leave the
 * process halfway.
 */
const SPRONGEN_TEN_HOOGSTE = 100_000;
/** How often, and with which pause, the time of a process is asked for after a skip. */
const BIJ_TEN_HOOGSTE = 100;
const BIJ_PAUZE_MS = 20;
/** The gRPC code NOT_FOUND, and FastForwardPollingResult.POLL_TIMEOUT of Temporal's API. */
const NIET_GEVONDEN = 5;
const NOG_BEZIG = 1;

/**
 * Brings one process forward to the moment `klokNu` of our clock (epoch ms), by letting Temporal skip time for it; its timers fire in
 * order on the way, and what keeps failing keeps trying. Never goes back. A process that has ended or is not there stays as it is.
 * @param pool any of ours; it keeps two callers from moving the same process at once.
 * @param wacht whether to wait for who is moving it already, or to leave it to him.
 */
export async function schuifNaar(
  client: Client,
  pool: pg.Pool,
  workflowId: string,
  klokNu: number,
  wacht = true,
): Promise<void> {
  try {
    const eigenNu = klokNu - (await voorsprongBijOpening(client, workflowId));
    await metSlot(pool, workflowId, () => slaTijdOver(client, workflowId, eigenNu), wacht);
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === NIET_GEVONDEN)) throw fout;
  }
}

/** The lead in the start argument of the present run; each run passes it on to the next. */
async function voorsprongBijOpening(client: Client, workflowId: string): Promise<number> {
  const { namespace, loadedDataConverter } = client.options;
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace,
    execution: { workflowId },
    maximumPageSize: 1,
  });
  const context = { type: 'workflow' as const, namespace, workflowId };
  let argumenten = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  for (const codec of loadedDataConverter.payloadCodecs.toReversed())
    argumenten = await codec.decode(argumenten, context);
  return loadedDataConverter.payloadConverter.fromPayload<{ voorsprong: number }>(argumenten[0]!, context)
    .voorsprong;
}

/** The time of the process itself (epoch ms); undefined when it has ended. One that never skipped is at the server's time, which is ours. */
async function eigenTijd(client: Client, workflowId: string): Promise<number | undefined> {
  const { workflowExecutionInfo, workflowExtendedInfo } =
    await client.workflowService.describeWorkflowExecution({
      namespace: client.options.namespace,
      execution: { workflowId },
    });
  if (workflowExecutionInfo?.closeTime) return undefined;
  const eigen = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return eigen ? Number(eigen.seconds) * 1000 + Math.floor((eigen.nanos ?? 0) / 1e6) : Date.now();
}

/** Lets the process skip to the moment `doel` of its own time (epoch ms) and waits until it is there. */
async function slaTijdOver(client: Client, workflowId: string, doel: number): Promise<void> {
  const { workflowService } = client;
  const { namespace } = client.options;
  const execution = { workflowId };
  const nu = await eigenTijd(client, workflowId);
  if (nu === undefined || doel - nu < GELIJK_MS) return;

  const fastForwardId = randomUUID();
  await workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: execution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: fastForwardId, duration: msToTs(doel - nu) },
        maxSessionSkipCount: SPRONGEN_TEN_HOOGSTE,
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const uitkomst = async (): Promise<number> => {
    const vraag = { namespace, workflowExecution: execution, fastForwardId };
    return (await workflowService.pollWorkflowExecutionTimeSkipping(vraag)).fastForwardPollingResult;
  };
  while ((await uitkomst()) === NOG_BEZIG) continue;
  // The server may say that it is done before it shows the new time; whoever came next would skip the same days again.
  for (let keer = 0; keer < BIJ_TEN_HOOGSTE; keer += 1) {
    const er = await eigenTijd(client, workflowId);
    if (er === undefined || doel - er < GELIJK_MS) return;
    await slaap(BIJ_PAUZE_MS);
  }
}
