import { hostname } from 'node:os';
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { leesHoofdsleutels, maakDataConverter, maakSleutelkast } from '#codec';
import { leesDienstConfigOfStop } from '#config';
import { beginToezicht, maakActiviteiten, mapVerbinding, startPostbode, register } from '#activities';
import { TAAKRIJ } from '#process';
import { eisGemigreerd, maakPool } from '#read-model';
import { beginSpoor, besluitAfvoer, spoorVelden, volgActiviteit, volgClient } from '#spoor';
import { bundel } from './bundel.js';
import { foutVelden } from './fout-velden.js';
import { startGezondheid } from './gezondheid.js';
import { leesMetingen, mailrondes, metMetingen } from './metingen.js';
import { beginRondes } from './rondes.js';
import { maakSdk } from './sdk.js';
import { StandenMeter } from './standen.js';

const config = leesDienstConfigOfStop(process.env);
const log = pino({ name: 'worker', level: config.logLevel, mixin: spoorVelden });

const sdk = await maakSdk(log);
Runtime.install(sdk.opties);
// First: what is made later asks whether there are traces.
const eindigSpoor = await beginSpoor('leerlijn-worker', config.sporenNaar);
const pool = maakPool(config.databaseUrl, 'leerlijn_worker', 20);
await eisGemigreerd(pool);
const verbinding = await NativeConnection.connect({ address: config.temporalAddress });
const hoofdsleutels = leesHoofdsleutels(config.sleutels);
const dataConverter = maakDataConverter(maakSleutelkast(pool, hoofdsleutels));
const client = new Client({
  connection: verbinding,
  namespace: config.temporalNamespace,
  dataConverter,
  interceptors: volgClient(),
});
const worker = await Worker.create({
  connection: verbinding,
  namespace: config.temporalNamespace,
  taskQueue: TAAKRIJ,
  identity: `worker@${hostname()}`,
  workflowBundle: { codePath: await bundel(config.sporenNaar !== undefined) },
  interceptors: { activity: volgActiviteit() },
  sinks: besluitAfvoer(),
  activities: metMetingen(maakActiviteiten({ pool, hoofdsleutels, client }), (velden, fout) =>
    log.warn({ ...velden, ...foutVelden(fout) }, 'activiteit mislukt'),
  ),
  dataConverter,
  // Explicit: the default guesses from the machine's memory and has been seen to guess wrong. More is not better: the core looks through
  // all that it holds for every task, and of thousands that are open few are acted on twice in an hour.
  maxCachedWorkflows: 500,
  reuseV8Context: true,
  shutdownGraceTime: '20s',
  shutdownForceTime: '30s',
});
beginRondes({ pool, hoofdsleutels, client, duo: mapVerbinding(config.duoMap) }, log);
// Stuck code, rows that lag, and the sign that this worker lives.
const draait = (): boolean => worker.getState() === 'RUNNING';
const eindigToezicht = beginToezicht({ pool, client, register, draait }, log);
// The mailer has a queue and connections of its own: what a mail server does is nothing to the processes.
const poolVanPost = maakPool(config.databaseUrl, 'leerlijn_worker', 2);
const postbode = startPostbode({
  pool: poolVanPost,
  smtpUrl: config.smtpUrl,
  mailVan: config.mailVan,
  adres: config.adres,
  meld(ronde) {
    if (!('mislukt' in ronde)) return log.info(ronde, 'mail verstuurd');
    mailrondes.inc();
    log.warn('mail versturen mislukt; zo opnieuw');
  },
});
const standen = new StandenMeter(pool);
const gezondheid = startGezondheid(
  config.workerPort,
  () => worker.getState(),
  async () => {
    const [vanSdk] = await Promise.all([sdk.metingen(), standen.ververs()]);
    return `${await leesMetingen()}${vanSdk}`;
  },
);
for (const signaal of ['SIGTERM', 'SIGINT'] as const) process.once(signaal, () => worker.shutdown());
log.info({ taakrij: TAAKRIJ }, 'worker draait');
try {
  await worker.run();
} catch (fout) {
  // A worker that has stopped polling must not stay up looking healthy.
  log.fatal({ fout: fout instanceof Error ? fout.message : 'onbekend' }, 'worker is gestopt');
  process.exit(1);
}
gezondheid.close();
await eindigToezicht();
await postbode.stop();
await poolVanPost.end();
await pool.end();
await verbinding.close();
await eindigSpoor();
