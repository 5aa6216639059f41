import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { leesHoofdsleutels, maakDataConverter, maakSleutelkast } from '#codec';
import type { Config } from '#config';
import {
  beginVan,
  datumInWoorden,
  eersteWerkdagVanaf,
  gelijkgesteldeDagen,
  isDatum,
  plusDagen,
  vandaagOp,
  type Datum,
} from '#kalender';
import { klokStand, verzetKlok, vooruitVanaf, zetKlokOp } from '#klok';
import { isDatabaseWeg, maakEigenaarPool } from '#read-model';
import { adressenVan } from './onderdelen.js';
import { eindigMetFout, OpstartFout } from './opstart-fout.js';
import { lopend } from './processen.js';
import { KLOK_STAAT_VAST, leesStackConfigOfStop } from './stack-config.js';

/* `npm run klok`: moves the Klok of a demonstration forward, and with it every process in which something is due. */

const GEBRUIK = `Gebruik:
  npm run klok -- stand
  npm run klok -- vooruit 30d       (d dagen, w weken, m maanden, j jaren)
  npm run klok -- naar 2027-07-01`;

/** From 8:00 to midnight. */
const NA_ACHT_UUR_MS = 16 * 3_600_000;

/** The working day on which mail leaves next, when that is not this day. Municipalities may work on Good Friday; here it is as in the demonstration. */
function mailDag(vandaag: Datum): Datum | undefined {
  const werkdag = eersteWerkdagVanaf(vandaag, { versie: '1', gelijkgesteld: gelijkgesteldeDagen });
  return werkdag === vandaag ? undefined : werkdag;
}

/** The date that is asked for; undefined for `stand`. */
function leesDoel(args: readonly string[], vandaag: Datum): Datum | undefined {
  const [opdracht, waarde = '', ...rest] = args;
  const doel =
    opdracht === 'vooruit' ? vooruitVanaf(vandaag, waarde) : opdracht === 'naar' && isDatum(waarde) && waarde;
  if (opdracht === 'stand' && args.length === 1) return undefined;
  if (!doel || rest.length > 0) throw new OpstartFout(GEBRUIK);
  if (doel < vandaag)
    throw new OpstartFout(`De Klok staat op ${datumInWoorden(vandaag)} en kan alleen vooruit.`);
  return doel;
}

/** The settings of the running stack; refuses where the Klok is fixed. */
function leesStack(): Config {
  const config = leesStackConfigOfStop(process.env);
  if (config.klok !== 'instelbaar') throw new OpstartFout(KLOK_STAAT_VAST);
  if (config.databaseUrl === undefined && lopend(config.staat, 'postgres') === undefined)
    throw new OpstartFout('Leerlijn draait niet. Start eerst met `npm start`.');
  return config;
}

async function hoofd(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, strict: true });
  if (positionals.length === 0) throw new OpstartFout(GEBRUIK);
  const config = leesStack();
  const { databaseUrl, temporalAddress } = adressenVan(config);
  const eigenaar = maakEigenaarPool(databaseUrl, 10);
  const zeg = (regel: string): void => void process.stdout.write(`${regel}\n`);
  const zegStand = async (): Promise<void> =>
    zeg(`De Klok staat op ${datumInWoorden(vandaagOp(await klokStand(eigenaar)))}.`);
  try {
    const doel = leesDoel(positionals, vandaagOp(await klokStand(eigenaar)));
    if (doel !== undefined) {
      const connection = await Connection.connect({ address: temporalAddress }).catch(() => {
        throw new OpstartFout('Temporal is niet bereikbaar. Draait Leerlijn (`npm start`)?');
      });
      const client = new Client({
        connection,
        namespace: config.temporalNamespace,
        dataConverter: maakDataConverter(maakSleutelkast(eigenaar, leesHoofdsleutels(config.sleutels))),
      });
      const achter = await verzetKlok({ eigenaar, client, meld: zeg }, doel);
      // Before eight in the morning no mail leaves, and nobody wants to wait for that.
      await zetKlokOp(eigenaar, beginVan(plusDagen(doel, 1)) - NA_ACHT_UUR_MS);
      await connection.close();
      if (achter > 0) process.exitCode = 1;
    }
    await zegStand();
    const post = mailDag(vandaagOp(await klokStand(eigenaar)));
    if (post) zeg(`Vandaag wordt niet gewerkt: herinneringen gaan de deur uit op ${datumInWoorden(post)}.`);
  } finally {
    await eigenaar.end();
  }
}

function inWoorden(fout: unknown): unknown {
  if (isDatabaseWeg(fout))
    return new OpstartFout('De database is niet bereikbaar. Draait Leerlijn (`npm start`)?');
  const vorm = fout instanceof TypeError && 'code' in fout && String(fout.code).startsWith('ERR_PARSE_ARGS');
  return vorm ? new OpstartFout(GEBRUIK) : fout;
}

await hoofd().catch((fout: unknown) => eindigMetFout(inWoorden(fout)));
