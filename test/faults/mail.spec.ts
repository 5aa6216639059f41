import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { beginVan, eersteWerkdagVanaf, gelijkgesteldeDagen, plusDagen, type Datum } from '#kalender';
import { zetKlokOp } from '#klok';
import { zaaknummerVan } from '#process';
import { maakEigenaarPool } from '#read-model';
import {
  maakJongereVan18Op,
  meldAan,
  Api,
  motorVan,
  startBreekbareStack,
  wachtTot,
  zetFoutpunten,
} from '#test-kit';
import type { BreekbareStack, Motor, ProcesLichaam } from '#test-kit';
import { demoGebruikers, HENGELO, mailadresVan } from '../../infra/local/demo-gebruikers.js';
import { startPut, type Put } from '../mail/put.js';

/* A mail server that refuses is seen. kill -9 of the worker and of the Temporal server around a reminder: never zero mails, at most one more for each kill, all with one Message-ID. */

const KALENDER = { versie: '1', gelijkgesteld: gelijkgesteldeDagen };
/** Whoever died in a conversation gives his mail back after half a minute. */
const TERUG_MS = 60_000;

let stack: BreekbareStack;
let api: Api;
let motor: Motor;
let eigenaar: pg.Pool;
let put: Put;
before(async () => {
  put = await startPut();
  stack = await startBreekbareStack({ SMTP_URL: put.url });
  api = new Api(stack.beschrijving.apiUrl, await meldAan(stack.beschrijving, 'leerplichtambtenaar'));
  motor = await motorVan(stack.beschrijving);
  eigenaar = maakEigenaarPool(stack.beschrijving.databaseUrl, 10);
});
after(async () => {
  await eigenaar?.end();
  await motor?.sluit();
  await stack?.stop();
  await put?.sluit();
});

async function spreekuren(n: number): Promise<ProcesLichaam[]> {
  const vandaag = await motor.vandaag();
  const uit: ProcesLichaam[] = [];
  for (let i = 0; i < n; i += 1)
    uit.push(
      await api.open('spreekuur', await maakJongereVan18Op(api, plusDagen(vandaag, 900)), {
        aangemeldOp: vandaag,
        urenGemeld: 6,
      }),
    );
  return uit;
}
const verstrekenOp = (p: ProcesLichaam): Datum =>
  eersteWerkdagVanaf(
    plusDagen(p.termijnen.find((x) => x.naam === 'uitnodigen')!.datum as Datum, 1),
    KALENDER,
  );
const achtUur = (dag: Datum): Promise<void> =>
  zetKlokOp(eigenaar, beginVan(plusDagen(dag, 1)) - 16 * 3_600_000);
/** The copies of the mail about this case. */
const exemplaren = (p: ProcesLichaam): Put['gezien'] =>
  put.gezien.filter((b) => b.mail.text?.includes(zaaknummerVan(p.id)));
const aangekomen = async (alle: readonly ProcesLichaam[]): Promise<void> => {
  await wachtTot('elke zaak is gemaild', () => alle.every((p) => exemplaren(p).length > 0), TERUG_MS, 250);
  // Time for what should not come.
  await wachtTot('de postbus is leeg', async () => (await openMail()) === 0, TERUG_MS, 250);
};
async function openMail(): Promise<number> {
  const client = await eigenaar.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.gemeenten', $1, true)`, [HENGELO]);
    const { rows } = await client.query<{ n: number }>(
      `select count(*) as n from app.mail where staat in ('wacht', 'bezig')`,
    );
    return rows[0]!.n;
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

test('de worker sterft tussen het ja van de mailserver en ons bewaren', { timeout: 400_000 }, async (t) => {
  const zaken = await spreekuren(8);
  const dag = verstrekenOp(zaken[0]!);
  await motor.klokNaar(dag);
  assert.equal(put.gezien.length, 0, 'voor 8 uur ging niets weg');
  zetFoutpunten(stack.beschrijving, 'mail.na sterf');
  await achtUur(dag);
  await stack.gestorven('worker');
  zetFoutpunten(stack.beschrijving);
  await stack.start('worker');
  await aangekomen(zaken);

  const aan = mailadresVan(demoGebruikers[0]!);
  for (const p of zaken) {
    const kopieen = exemplaren(p);
    assert.equal(new Set(kopieen.map((b) => b.mail.messageId)).size, 1);
    assert.ok(kopieen.length <= 2, `${kopieen.length} exemplaren na een keer doden`);
    assert.equal(kopieen[0]!.aan, aan);
    assert.match(kopieen[0]!.mail.text!, /Verstreken/);
  }
  const dubbel = zaken.filter((p) => exemplaren(p).length === 2).length;
  assert.ok(dubbel >= 1, 'er was er een onderweg');
  t.diagnostic(`N = ${zaken.length} zaken, ${put.gezien.length} exemplaren, ${dubbel} dubbel`);
});

test('worker en Temporal-server sterven rond de herinnering', { timeout: 400_000 }, async (t) => {
  put.gezien.length = 0;
  const zaken = await spreekuren(5);
  const dag = verstrekenOp(zaken[0]!);
  // The day comes; the worker dies with the row written and Temporal not knowing.
  zetFoutpunten(stack.beschrijving, 'rij.na sterf');
  const komt = motor.klokNaar(dag).catch(() => undefined);
  await stack.gestorven('worker');
  zetFoutpunten(stack.beschrijving);
  await stack.start('worker');
  await komt;
  await motor.klokNaar(dag);
  // Temporal goes away just before eight, the worker at eight.
  await stack.dood('temporal');
  await stack.dood('worker');
  await achtUur(dag);
  await stack.start('temporal');
  await stack.start('worker');
  await aangekomen(zaken);
  for (const p of zaken) assert.equal(exemplaren(p).length, 1, 'geen gesprek werd onderbroken');
  const eerder = put.gezien.length;
  await api.doe(zaken[0]!.id, 'uitnodigingVerzonden');
  await stack.dood('worker');
  await stack.start('worker');
  await wachtTot('een ronde later', async () => (await openMail()) === 0);
  assert.equal(put.gezien.length, eerder);
  t.diagnostic(`N = ${zaken.length} zaken, ${eerder} exemplaren`);
});

test(
  'de mailserver neemt niets aan: het toezicht zegt het, en daarna komt alles',
  { timeout: 200_000 },
  async (t) => {
    put.gezien.length = 0;
    const zaken = await spreekuren(3);
    const dag = verstrekenOp(zaken[0]!);
    await motor.klokNaar(dag);
    put.bijAdres = () => 451;
    await achtUur(dag);
    const baas = new Api(stack.beschrijving.apiUrl, await meldAan(stack.beschrijving, 'teamleider'));
    const hapert = async (): Promise<string | undefined> =>
      (await baas.lees<{ storingen: { soort: string; reden: string }[] }>('/toezicht/motor')).storingen.find(
        (s) => s.soort === 'mailHapert',
      )?.reden;
    const gezien = await wachtTot('het toezicht zegt het', hapert, 60_000, 500);
    assert.match(gezien, /De mailserver nam \d+ mails niet aan/);
    assert.equal(put.gezien.length, 0);
    put.bijAdres = () => undefined;
    // Past the back-off, and still on the same day.
    await zetKlokOp(eigenaar, beginVan(plusDagen(dag, 1)) - 14 * 3_600_000);
    await aangekomen(zaken);
    for (const p of zaken) assert.equal(exemplaren(p).length, 1);
    await wachtTot('het toezicht zegt niets meer', async () => (await hapert()) === undefined, 60_000, 500);
    t.diagnostic(`N = ${zaken.length} zaken; ${gezien}`);
  },
);
