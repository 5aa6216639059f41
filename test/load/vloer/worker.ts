import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { failureConverterPath, leesHoofdsleutels, maakDataConverter, maakSleutelkast } from '#codec';
import { leesDienstConfigOfStop } from '#config';
import { maakPool } from '#read-model';
import type { VloerActiviteiten } from './workflows.js';
import { VLOER_RIJ, VLOER_TAAKRIJ } from './rij.js';

/* The worker of both floors, in a process of its own, set up as apps/worker is. Says 'klaar' to who started it. */

const config = leesDienstConfigOfStop(process.env);
Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
const pool = maakPool(config.databaseUrl, 'leerlijn_worker', 20);
const activities: VloerActiviteiten = {
  async schrijf({ id, revisie }) {
    await pool.query({
      name: 'vloer',
      text: VLOER_RIJ,
      values: [id, revisie, JSON.stringify({ id, revisie })],
    });
  },
};
const connection = await NativeConnection.connect({ address: config.temporalAddress });
const worker = await Worker.create({
  connection,
  namespace: config.temporalNamespace,
  taskQueue: VLOER_TAAKRIJ,
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./workflows.js', import.meta.url)),
    failureConverterPath,
    logger: new DefaultLogger('WARN'),
  }),
  activities: { ...activities },
  dataConverter: maakDataConverter(maakSleutelkast(pool, leesHoofdsleutels(config.sleutels))),
  maxCachedWorkflows: 500,
  reuseV8Context: true,
});
for (const signaal of ['SIGTERM', 'disconnect'] as const) process.once(signaal, () => worker.shutdown());
process.send?.('klaar');
await worker.run();
await pool.end();
await connection.close();
process.exit(0);
