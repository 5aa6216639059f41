import { Client, Connection } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import pg from 'pg';
import { leesHoofdsleutels, maakDataConverter, maakSleutelkast } from '#codec';
import { vandaagOp, type Datum } from '#kalender';
import { klokStand, trekBij, verzetKlok } from '#klok';
import { workflowIdVan } from '#process';
import { maakPool } from '#read-model';
import type { TestStackBeschrijving } from './stack.js';

/** The engine and the Klok of a stack, past the API: what only a test may touch. */
export interface Motor {
  client: Client;
  /** The history of every run of this workflow, oldest first, decrypted. */
  geschiedenissen(workflowId: string): Promise<History[]>;
  /** The day of the Klok. */
  vandaag(): Promise<Datum>;
  /** Moves the Klok to the beginning of this day, with every process in which something falls due on the way. */
  klokNaar(dag: Datum): Promise<void>;
  /** Brings one process up to the Klok, also when nothing falls due in it. */
  trekBij(procestype: string, id: string): Promise<void>;
  sluit(): Promise<void>;
}

/** Connects to the Temporal server of the stack as the worker would. */
export async function motorVan(stack: TestStackBeschrijving): Promise<Motor> {
  const pool = maakPool(stack.databaseUrl, 'leerlijn_worker', 2);
  // The clock moves four processes at once, each with a connection for its lock and one for its questions.
  const eigenaar = new pg.Pool({ connectionString: stack.databaseUrl, max: 10 });
  // A test may kill the database while a connection is idle.
  eigenaar.on('error', () => undefined);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const dataConverter = maakDataConverter(maakSleutelkast(pool, leesHoofdsleutels(stack.sleutels)));
  const client = new Client({ connection, namespace: stack.namespace, dataConverter });
  const codec = dataConverter.payloadCodecs![0]!;
  return {
    client,
    async geschiedenissen(workflowId) {
      const runs: History[] = [];
      let runId: string | null | undefined = await eersteRun(client, workflowId);
      while (runId) {
        const h: History = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        await ontsleutel(h, codec);
        runs.push(h);
        runId = h.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
      }
      return runs;
    },
    vandaag: async () => vandaagOp(await klokStand(eigenaar)),
    async klokNaar(dag) {
      const achter = await verzetKlok({ eigenaar, client }, dag);
      if (achter > 0) throw new Error(`${achter} processen volgden de Klok niet naar ${dag}`);
    },
    trekBij: (procestype, id) => trekBij(client, eigenaar, workflowIdVan(procestype, id)),
    async sluit() {
      await eigenaar.end();
      await connection.close();
      await pool.end();
    },
  };
}

/** The newest run's history names the first run of its chain. */
async function eersteRun(client: Client, workflowId: string): Promise<string> {
  const h = await client.workflow.getHandle(workflowId).fetchHistory();
  return h.events![0]!.workflowExecutionStartedEventAttributes!.firstExecutionRunId!;
}

/** Opens every payload within, in place. */
async function ontsleutel(deel: unknown, codec: PayloadCodec): Promise<void> {
  if (typeof deel !== 'object' || deel === null || deel instanceof Uint8Array) return;
  if (isVersleuteld(deel)) {
    const [open] = await codec.decode([deel]);
    deel.metadata = open!.metadata;
    deel.data = open!.data;
    return;
  }
  for (const waarde of Object.values(deel)) await ontsleutel(waarde, codec);
}

const isVersleuteld = (deel: object): deel is Payload =>
  'metadata' in deel &&
  typeof deel.metadata === 'object' &&
  deel.metadata !== null &&
  'encryption-key-id' in deel.metadata;
