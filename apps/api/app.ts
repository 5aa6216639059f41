import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { leesHoofdsleutels, maakSleutelkast } from '#codec';
import type { DienstConfig } from '#config';
import { trekBij } from '#klok';
import { maakPool } from '#read-model';
import { AppModule, type Fundament } from './app.module.js';
import { maakToegang } from './auth/toegang.js';
import { Tokens } from './auth/token.js';
import { neemBestandenAan } from './duo/upload.js';
import { Gereed } from './bedrijf/gereed.js';
import { Logboek } from './bedrijf/logboek.js';
import { meetUpdates } from './bedrijf/meet-updates.js';
import { eisVorm, helmOpties, verzoekId, zetKoppen } from './http/koppen.js';
import { Probleem } from './http/probleem.js';
import { ProbleemFilter } from './http/probleem-filter.js';
import { Routes } from './http/routes.js';
import { volgVerzoeken } from './http/spoor.js';
import { leesStrikteJson } from './http/strikte-json.js';
import { Luisteraar } from './stroom/luisteraar.js';
import { maakTemporal } from './temporal.js';

const MAX_BODY_BYTES = 1_048_576;
const VERBINDINGEN = 20;
/** Per token; far above what a person or a page does, far below what would hurt the others. */
const VERZOEKEN_PER_MINUUT = 60_000;

/** A running API, and how it ends. */
export interface Api {
  app: NestFastifyApplication;
  routes: Routes;
  logboek: Logboek;
  /** Takes no new traffic, finishes what is under way, lets go of database and Temporal. */
  sluit(): Promise<void>;
}

/** Builds the API; it does not listen yet. */
export async function maakApi(config: DienstConfig, verzoekenPerMinuut = VERZOEKEN_PER_MINUUT): Promise<Api> {
  const pool = maakPool(config.databaseUrl, 'leerlijn_api', VERBINDINGEN);
  const hoofdsleutels = leesHoofdsleutels(config.sleutels);
  const sleutelkast = maakSleutelkast(pool, hoofdsleutels);
  const logboek = new Logboek(config.logLevel);
  const client = maakTemporal(config, sleutelkast, meetUpdates(logboek));
  const fundament: Fundament = {
    pool,
    hoofdsleutels,
    sleutelkast,
    temporal: client,
    // Only a clock that can be moved leaves processes behind.
    voorsprong: config.klok === 'vast' ? 0 : undefined,
    trekBij: config.klok === 'instelbaar' ? (id) => trekBij(client, pool, id) : async () => undefined,
    luisteraar: new Luisteraar(config.databaseUrl),
    adres: config.adres,
    logboek,
    gereed: new Gereed(),
  };
  const { gereed } = fundament;
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: verzoekId,
    requestTimeout: 30_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = new Routes(fastify);
  await rust(fastify, new Tokens(config.oidcIssuer, config.oidcAudience), fundament, verzoekenPerMinuut);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.op(fundament), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalFilters(new ProbleemFilter(routes, logboek));
  await app.init();
  await fastify.ready();
  return {
    app,
    routes,
    logboek,
    async sluit() {
      gereed.ja = false;
      await app.close();
    },
  };
}

/** What comes before any handler, in this order: headers, who it is, what forms he takes, how often he asks; then the body. */
async function rust(
  fastify: FastifyInstance,
  tokens: Tokens,
  { logboek, gereed }: Pick<Fundament, 'logboek' | 'gereed'>,
  verzoekenPerMinuut: number,
): Promise<void> {
  volgVerzoeken(fastify);
  fastify.addHook('onRequest', zetKoppen);
  await fastify.register(helmet, helmOpties);
  fastify.addHook('onRequest', maakToegang(tokens));
  fastify.addHook('onRequest', eisVorm);
  await fastify.register(rateLimit, {
    max: verzoekenPerMinuut,
    timeWindow: '1 minute',
    keyGenerator: (verzoek) => verzoek.beller?.sub ?? verzoek.ip,
    errorResponseBuilder: () => new Probleem('te-veel-verzoeken', 'Dit zijn te veel verzoeken. Wacht even.'),
  });
  // Once we stop, each answer is the last on its connection; an idle one would hold us for over a minute.
  fastify.addHook('onSend', async (_, antwoord) => {
    if (!gereed.ja) antwoord.header('Connection', 'close');
  });
  fastify.addHook('onResponse', async (verzoek, antwoord) => logboek.verzoek(verzoek, antwoord));
  fastify.removeAllContentTypeParsers();
  neemBestandenAan(fastify);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) =>
    body.length === 0 ? undefined : leesStrikteJson(body),
  );
}
