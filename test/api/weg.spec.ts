import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { leesDienstConfig } from '#config';
import { Api, soortVan, type HttpAntwoord, type ProbleemLichaam, type ProcesLichaam } from '#test-kit';
import { maakApi } from '../../apps/api/app.js';
import { toneel, vrijstellingVan, type Toneel, type VrijstellingVraag } from './toneel.js';

/* When Temporal or PostgreSQL is away: an answer within five seconds, and the right one of two. */

let t: Toneel;
let vraag: VrijstellingVraag;
const opruimen: (() => unknown)[] = [];
const GRENS_MS = 5_000;

before(async () => {
  t = await toneel();
});
after(async () => {
  for (const ruim of opruimen.toReversed()) await ruim();
});

/** Another API on the same data, with something in its surroundings changed. */
async function anders(env: Record<string, string>): Promise<Api> {
  const api = await maakApi(leesDienstConfig({ ...t.stack.env, LOG_LEVEL: 'silent', ...env }));
  await api.app.listen(0, '127.0.0.1');
  opruimen.push(() => api.sluit());
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return new Api(`http://127.0.0.1:${port}`, t.ambtenaar.wie);
}

/** Listens on a port of its own. What still hangs on it at the end is cut off: a silent socket would keep this process alive. */
async function luister(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (s) => sockets.add(s));
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  opruimen.push(() => {
    server.close();
    for (const s of sockets) s.destroy();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function binnenTijd(vraagt: Promise<HttpAntwoord<ProbleemLichaam>>, soort: string): Promise<void> {
  const begin = performance.now();
  const a = await vraagt;
  assert.equal(a.status, 503);
  assert.equal(soortVan(a.lichaam), soort);
  assert.ok(Number(a.koppen.get('retry-after')) > 0);
  assert.ok(performance.now() - begin < GRENS_MS);
}

const openen = (api: Api, sleutel: string = randomUUID()): Promise<HttpAntwoord<ProbleemLichaam>> =>
  api.vraag('POST', '/processen', { lichaam: vraag, sleutel });

test('Temporal is weg: niets bewaard, lezen gaat door', async () => {
  vraag = await vrijstellingVan(t.ambtenaar);
  const api = await anders({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
  await binnenTijd(openen(api), 'niet-bewaard');
  assert.equal((await api.vraag('GET', '/processen')).status, 200);
});

test('Temporal is weg en het verzoek is een herhaling: dan heet het niet dat er niets is bewaard', async () => {
  const v = await vrijstellingVan(t.ambtenaar);
  const { id } = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
  const sleutel = randomUUID();
  assert.equal((await t.ambtenaar.handel(id, 'volledigVerklaard', {}, sleutel)).status, 200);
  const api = await anders({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
  await binnenTijd(api.handel<ProbleemLichaam>(id, 'volledigVerklaard', {}, sleutel), 'uitkomst-onbekend');
  await binnenTijd(api.handel<ProbleemLichaam>(id, 'notitie', { tekst: 'Nieuw.' }), 'niet-bewaard');
});

test('Temporal neemt de telefoon op en zwijgt: niets bewaard', async () => {
  vraag = await vrijstellingVan(t.ambtenaar);
  const api = await anders({ TEMPORAL_ADDRESS: await luister(createServer(() => undefined)) });
  await binnenTijd(openen(api), 'niet-bewaard');
});

test('het antwoord gaat verloren: uitkomst onbekend, en dezelfde sleutel geeft haar later', async () => {
  const [host, poort] = t.stack.temporalAddress.split(':') as [string, string];
  let doorlaten = true;
  const tussenin = createServer((klant) => {
    const server = connect(Number(poort), host);
    klant.pipe(server);
    server.on('data', (d) => {
      if (doorlaten) klant.write(d);
    });
    for (const s of [klant, server]) s.on('error', () => undefined);
    klant.on('close', () => server.destroy());
  });
  const api = await anders({ TEMPORAL_ADDRESS: await luister(tussenin) });
  vraag = await vrijstellingVan(t.ambtenaar);
  assert.equal((await openen(api)).status, 201, 'eerst werkt de lijn');
  vraag = await vrijstellingVan(t.ambtenaar);
  doorlaten = false;
  const sleutel = randomUUID();
  await binnenTijd(openen(api, sleutel), 'uitkomst-onbekend');
  const later = await t.ambtenaar.stuur<ProcesLichaam>('/processen', 201, vraag, sleutel);
  assert.equal(later.koppen.get('idempotent-replay'), 'true');
  assert.equal(later.lichaam.revisie, 1);
});

test('PostgreSQL is weg of zwijgt: 503, voor lezen en voor schrijven', async () => {
  vraag = await vrijstellingVan(t.ambtenaar);
  for (const adres of ['127.0.0.1:1', await luister(createServer(() => undefined))]) {
    const api = await anders({ DATABASE_URL: `postgresql://niemand:niets@${adres}/nergens` });
    await binnenTijd(api.vraag('GET', '/processen'), 'niet-beschikbaar');
    await binnenTijd(openen(api), 'niet-bewaard');
    await binnenTijd(
      api.vraag('POST', `/processen/${randomUUID()}/acties/notitie`, {
        lichaam: { tekst: 'x' },
        sleutel: randomUUID(),
      }),
      'niet-bewaard',
    );
  }
});

test('te veel verzoeken van een token: 429 met Retry-After', async () => {
  const api = await maakApi(leesDienstConfig({ ...t.stack.env, LOG_LEVEL: 'silent' }), 3);
  opruimen.push(() => api.sluit());
  await api.app.listen(0, '127.0.0.1');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const ik = new Api(`http://127.0.0.1:${port}`, t.ambtenaar.wie);
  for (let i = 0; i < 3; i += 1) assert.equal((await ik.vraag('GET', '/klok')).status, 200);
  const vol = await ik.vraag<ProbleemLichaam>('GET', '/klok');
  assert.equal(vol.status, 429);
  assert.equal(soortVan(vol.lichaam), 'te-veel-verzoeken');
  assert.ok(Number(vol.koppen.get('retry-after')) > 0);
  const collega = new Api(`http://127.0.0.1:${port}`, t.teamleider.wie);
  assert.equal((await collega.vraag('GET', '/klok')).status, 200, 'een ander merkt er niets van');
});
