import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { leesConfig } from '#config';
import { vandaagOp } from '#kalender';
import { demo } from '#test-kit';
import { maakToken } from '../../../apps/aanmelden/token.js';
import { HENGELO, SCHOOL_HENGELO } from '../../../infra/local/demo-gebruikers.js';
import { startStack } from '../../../infra/local/stack.js';
import { maakJongeren } from '../jongeren.js';

/*
 * Our stack for the comparison with others (see README.md here): on the PostgreSQL of PEER_DB_URL, the API on PEER_PORT, and nine ports
 * further what the adapter must know. Everything is a child of this process; TERM ends all of it.
 */

/** Youths that one phase of load may use up, and how many phases find theirs ready. */
const BLOK = 5_000;
const BLOKKEN = 20;
const GELDIG_SECONDEN = 4 * 3600;

const poort = Number(process.env['PEER_PORT'] ?? 20_050);
const databaseUrl = process.env['PEER_DB_URL'];
if (!databaseUrl) throw new Error('PEER_DB_URL ontbreekt.');
const config = leesConfig({
  ...process.env,
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: '',
  LEERLIJN_STAAT: resolve('.leerlijn', 'peers'),
  LEERLIJN_KLOK: 'vast',
  PORT: String(poort),
  TEMPORAL_PORT: String(poort + 10),
  WORKER_PORT: String(poort + 20),
  OIDC_PORT: String(poort + 21),
  POSTGRES_PORT: String(poort + 22),
  TEMPORAL_UI_PORT: String(poort + 23),
  POSTVAK_PORT: String(poort + 24),
  POSTVAK_SMTP_PORT: String(poort + 25),
});
const stack = await startStack({ config, onderdelen: ['temporal', 'aanmelden', 'worker', 'api'] });
await maakJongeren(databaseUrl, HENGELO, SCHOOL_HENGELO, 1, BLOK * BLOKKEN);

const { sub, gemeenten, kenmerken } = demo('leerplichtambtenaar');
const token = await maakToken(
  { sub, rollen: ['leerplichtambtenaar'], gemeenten, kenmerken },
  {
    staat: config.staat,
    issuer: config.oidcIssuer,
    audience: config.oidcAudience,
    geldigSeconden: GELDIG_SECONDEN,
  },
);
let blok = 0;
const server = createServer((vraag, antwoord) => {
  const eerste = vraag.url === '/blok' ? 1 + BLOK * blok++ : undefined;
  const weten = { token, eerste, artsId: demo('arts').sub, vandaag: vandaagOp(Date.now()) };
  antwoord.setHeader('content-type', 'application/json').end(JSON.stringify(weten));
});
server.listen(poort + 9, '127.0.0.1');

process.once('SIGTERM', () => {
  server.close();
  void stack.stop().then(() => process.exit(0));
});
