import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { isVrij } from '../../infra/local/poorten.js';
import { beginVan } from '../../infra/local/processen.js';
import { temporalAntwoordt } from '../../infra/local/temporal-namespace.js';
import { wachtTot } from '../../infra/local/wachten.js';
import { maakCheckout, type Checkout } from './checkout.js';

/* Starting in a checkout in a path with a space: kill -9 of all sorts, taking over, stopping and wiping. */

const START = ['--achtergrond', '--onderdelen', 'postgres,temporal,aanmelden'];
const BEWAKER = 'bewaker.slot';
const pidBestand = (naam: string): string => `pids/${naam}.json`;
const KINDEREN = ['postgres', 'temporal', 'aanmelden'].map(pidBestand);

function dood(c: Checkout, bestanden: readonly string[]): void {
  for (const bestand of bestanden) process.kill(c.pid(bestand), 'SIGKILL');
}

function databaseUrl(c: Checkout, database: string): string {
  const wachtwoord = readFileSync(join(c.map, '.leerlijn/postgres-wachtwoord'), 'utf8');
  return `postgresql://leerlijn:${wachtwoord}@127.0.0.1:${c.env['POSTGRES_PORT']}/${database}`;
}

async function metDatabase<T>(
  c: Checkout,
  werk: (client: pg.Client) => Promise<T>,
  database = 'leerlijn',
): Promise<T> {
  const client = new pg.Client(databaseUrl(c, database));
  await client.connect();
  try {
    return await werk(client);
  } finally {
    await client.end();
  }
}

async function start(c: Checkout): Promise<void> {
  const { code, uit } = await c.voerUit('start', START);
  assert.equal(code, 0, uit);
  assert.match(uit, /Leerlijn draait\./);
}

async function schrijf(c: Checkout): Promise<void> {
  await metDatabase(c, async (client) => {
    await client.query('create table if not exists blijft (n int)');
    await client.query('insert into blijft values (1)');
  });
}

async function aantal(c: Checkout): Promise<number> {
  return metDatabase(c, async (client) =>
    Number((await client.query('select count(*) from blijft')).rows[0].count),
  );
}

/** Whether the token still holds by what the sign-in service publishes now. */
async function tokenIsGeldig(c: Checkout, token: string): Promise<boolean> {
  const issuer = `http://127.0.0.1:${c.env['OIDC_PORT']}`;
  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), {
    issuer,
    audience: 'leerlijn',
    algorithms: ['RS256'],
  });
  return payload['gemeenten'] instanceof Array && payload['naam'] === undefined;
}

describe('npm start overleeft kill -9', () => {
  let c: Checkout;
  let token: string;
  before(async () => {
    c = await maakCheckout();
    await start(c);
    await schrijf(c);
    token =
      (await c.voerUit('token', ['--rol', 'leerplichtambtenaar', '--gemeente', '0164'])).uit
        .trim()
        .split('\n')
        .at(-1) ?? '';
  });
  after(async () => {
    await c.voerUit('reset', ['--ja']);
    c.wis();
  });

  it('een tweede start merkt dat het al draait', async () => {
    const bewaker = c.pid(BEWAKER);
    const { code, uit } = await c.voerUit('start', START);
    assert.equal(code, 0);
    assert.match(uit, /draait al/);
    assert.equal(c.pid(BEWAKER), bewaker);
  });

  it('een token klopt met de gepubliceerde sleutel en noemt geen naam', async () => {
    assert.ok(await tokenIsGeldig(c, token));
  });

  it('de bewaker herstart PostgreSQL, Temporal en de aanmelddienst, en niets is weg', async () => {
    const oud = KINDEREN.map((b) => c.pid(b));
    dood(c, KINDEREN);
    const terug = await wachtTot(
      async () =>
        KINDEREN.every((b, i) => c.pid(b) !== oud[i]) &&
        (await aantal(c)) === 1 &&
        (await temporalAntwoordt(`127.0.0.1:${c.env['TEMPORAL_PORT']}`)) &&
        (await tokenIsGeldig(c, token)),
      30_000,
      200,
    );
    assert.ok(terug, readFileSync(join(c.map, '.leerlijn/logs/bewaker.log'), 'utf8'));
  });

  it('na kill -9 van de bewaker neemt de volgende start PostgreSQL en Temporal over', async () => {
    const [postgres, temporal, aanmelden] = KINDEREN.map((b) => c.pid(b));
    dood(c, [BEWAKER]);
    await start(c);
    assert.deepEqual([c.pid(pidBestand('postgres')), c.pid(pidBestand('temporal'))], [postgres, temporal]);
    assert.notEqual(c.pid(pidBestand('aanmelden')), aanmelden);
    assert.ok(await tokenIsGeldig(c, token));
  });

  it('na kill -9 van alles tegelijk start alles weer, met de gegevens', async () => {
    dood(c, [BEWAKER, ...KINDEREN]);
    await start(c);
    assert.equal(await aantal(c), 1);
  });

  it('een database van elders krijgt alleen demonstratiegegevens als zij leeg is, en haar Klok staat vast', async () => {
    await metDatabase(c, (client) => client.query('create database elders'));
    const gemeenten = async (): Promise<string> =>
      metDatabase(
        c,
        async (client) =>
          (await client.query('select string_agg(naam, $1 order by naam) as namen from app.gemeente', [', ']))
            .rows[0].namen,
        'elders',
      );
    const env = {
      DATABASE_URL: databaseUrl(c, 'elders'),
      LEERLIJN_STAAT: '.leerlijn-elders',
      OIDC_PORT: c.env['PORT']!,
      PORT: c.env['OIDC_PORT']!,
    };
    const startElders = async (): Promise<string> => {
      const { code, uit } = await c.voerUit('start', ['--achtergrond', '--onderdelen', 'aanmelden'], env);
      await c.voerUit('stop', [], env);
      assert.equal(code, 0, uit);
      return uit;
    };
    assert.match(await startElders(), /Scholen en medewerkers[^]*De Klok staat vast/);
    assert.equal(await gemeenten(), 'Borne, Hengelo');

    await metDatabase(
      c,
      (client) => client.query(`update app.gemeente set naam = 'Echt ' || naam`),
      'elders',
    );
    const weer = await startElders();
    assert.match(weer, /Geen demonstratiegegevens geladen: [^\n]* staan al gemeenten/);
    assert.ok(!/Scholen en medewerkers|Demonstratiegebruikers/.test(weer), weer);
    assert.equal(await gemeenten(), 'Echt Borne, Echt Hengelo');
  });

  it('npm run stop laat geen proces en geen bezette poort achter, en een tweede keer is er niets te doen', async () => {
    const pids = [BEWAKER, ...KINDEREN].map((b) => c.pid(b));
    assert.equal((await c.voerUit('stop')).code, 0);
    assert.deepEqual(
      pids.filter((pid) => beginVan(pid) !== undefined),
      [],
    );
    for (const poort of Object.values(c.env).filter((w) => /^\d+$/.test(w)))
      assert.ok(await isVrij(Number(poort)), poort);
    assert.match((await c.voerUit('stop')).uit, /Er liep niets/);
  });

  it('een bezette poort wordt genoemd met de variabele die een andere kiest', async () => {
    const ander = createServer();
    await new Promise<void>((klaar) => ander.listen(Number(c.env['OIDC_PORT']), '127.0.0.1', klaar));
    try {
      const { code, uit } = await c.voerUit('start', START);
      assert.equal(code, 1);
      assert.match(uit, new RegExp(`Poort ${c.env['OIDC_PORT']} .*OIDC_PORT`));
    } finally {
      await new Promise((klaar) => ander.close(klaar));
    }
  });

  it('foute instellingen komen allemaal tegelijk, zonder hun waarde', async () => {
    const { code, uit } = await c.voerUit('start', START, { PORT: 'x', DATABASE_URL: 'geheim' });
    assert.equal(code, 2);
    assert.match(uit, /PORT moet een getal zijn/);
    assert.match(uit, /DATABASE_URL moet/);
    assert.ok(!uit.includes('geheim'));
  });

  it('npm run reset wist de staatmap en zegt welke', async () => {
    const { code, uit } = await c.voerUit('reset', ['--ja']);
    assert.equal(code, 0);
    assert.match(uit, /pad met spatie/);
    assert.ok(!existsSync(join(c.map, '.leerlijn')));
  });
});

describe('een verse clone', () => {
  it('kan stoppen en wissen zonder dat er iets geinstalleerd of gebouwd wordt', async () => {
    const c = await maakCheckout({ kaal: true });
    try {
      for (const commando of ['stop', 'reset']) assert.equal((await c.voerUit(commando)).code, 0);
      assert.ok(!existsSync(join(c.map, 'node_modules')) && !existsSync(join(c.map, 'dist')));
      assert.equal((await c.voerUit('bestaat-niet')).code, 2);
    } finally {
      c.wis();
    }
  });
});
