import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { TAAKRIJ } from '#process';
import { OpstartFout } from './opstart-fout.js';
import { wachtTot } from './wachten.js';

const BEWAARTERMIJN = '90 days';
const GRPC_BESTAAT_AL = 6;
const GEZOND = 1;

/** Whether the server at this address accepts questions about workflows. */
export async function temporalAntwoordt(address: string): Promise<boolean> {
  let verbinding: Connection | undefined;
  try {
    const open = await Connection.connect({ address, connectTimeout: 2000 });
    verbinding = open;
    const { status } = await open.withDeadline(Date.now() + 2000, () =>
      open.healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' }),
    );
    const toestand: number = status;
    return toestand === GEZOND;
  } catch {
    return false;
  } finally {
    await verbinding?.close();
  }
}

/**
 * Registers the namespace if it is missing (closed processes are kept for 90 days) and waits until it can be used.
 * @throws {OpstartFout} when that takes longer than half a minute.
 */
export async function maakNamespace(address: string, namespace: string): Promise<void> {
  const verbinding = await Connection.connect({ address });
  try {
    const dienst = verbinding.workflowService;
    try {
      await dienst.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(BEWAARTERMIJN) });
    } catch (fout) {
      if ((fout as { code?: number }).code !== GRPC_BESTAAT_AL) throw fout;
    }
    // The services of the server each notice a new namespace in their own time.
    const bruikbaar = await wachtTot(
      async () => {
        await dienst.describeTaskQueue({ namespace, taskQueue: { name: TAAKRIJ } });
        await dienst.countWorkflowExecutions({ namespace });
        return true;
      },
      30_000,
      100,
    );
    if (!bruikbaar) throw new OpstartFout(`De namespace ${namespace} op ${address} wordt niet bruikbaar.`);
  } finally {
    await verbinding.close();
  }
}
