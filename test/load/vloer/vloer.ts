import { randomUUID } from 'node:crypto';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { leesHoofdsleutels, maakDataConverter, maakProcessleutel, maakSleutelkast } from '#codec';
import { inGemeente, maakPool } from '#read-model';
import { HENGELO } from '../../../infra/local/demo-gebruikers.js';
import type { TestStackBeschrijving } from '../../../infra/local/test-stack.js';
import type { Doel } from '../doel.js';
import { alsEigenaar } from '../jongeren.js';
import { VLOER_TAAKRIJ, VLOER_TABEL } from './rij.js';

/** Both floors: Temporal itself under our codec, driven from this process without an API. */
export interface Vloeren {
  readonly a: Doel;
  readonly b: Doel;
  readonly client: Client;
  /** The key that a workflow of this id needs. */
  readonly maakSleutel: (id: string) => Promise<void>;
  stop(): Promise<void>;
}

/** Starts the worker of the floors on this stack. `pids` are those of Temporal and PostgreSQL. */
export async function startVloeren(
  stack: TestStackBeschrijving,
  pids: Readonly<Record<string, number>>,
): Promise<Vloeren> {
  await alsEigenaar(stack.databaseUrl, [], (db) => db.query(VLOER_TABEL));
  const worker = fork(fileURLToPath(new URL('./worker.js', import.meta.url)), {
    env: { ...process.env, ...stack.env },
    execArgv: ['--enable-source-maps'],
  });
  await klaar(worker);
  const pool = maakPool(stack.databaseUrl, 'leerlijn_api', 20);
  const hoofdsleutels = leesHoofdsleutels(stack.sleutels);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const client = new Client({
    connection,
    namespace: stack.namespace,
    dataConverter: maakDataConverter(maakSleutelkast(pool, hoofdsleutels)),
  });
  const maakSleutel = async (id: string): Promise<void> => {
    await inGemeente(pool, { gemeenten: [HENGELO] }, (em) => maakProcessleutel(em, hoofdsleutels, id));
  };
  const vloer = (type: 'vloerA' | 'vloerB'): Doel => ({
    naam: type,
    pids: { ...pids, worker: worker.pid! },
    async start() {
      const id = randomUUID();
      await maakSleutel(id);
      await client.workflow.executeUpdateWithStart('bij', {
        updateId: randomUUID(),
        args: [{ n: 0 }],
        startWorkflowOperation: new WithStartWorkflowOperation(type, {
          workflowId: `${type}-${id}`,
          taskQueue: VLOER_TAAKRIJ,
          args: [id],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      });
      return id;
    },
    async handel(id, n) {
      await client.workflow
        .getHandle(`${type}-${id}`)
        .executeUpdate('bij', { updateId: randomUUID(), args: [{ n }] });
    },
  });
  return {
    a: vloer('vloerA'),
    b: vloer('vloerB'),
    client,
    maakSleutel,
    async stop() {
      worker.kill('SIGTERM');
      if (worker.exitCode === null) await once(worker, 'exit');
      await connection.close();
      await pool.end();
    },
  };
}

async function klaar(worker: ChildProcess): Promise<void> {
  await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(() => {
      throw new Error('De worker van de vloer is meteen gestopt');
    }),
  ]);
}
