import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { mapVerbinding, verstuurTerugmeldingen, wachtNa } from '#activities';
import { plusDagen, type Datum } from '#kalender';
import { maakPool } from '#read-model';
import { wachtTot, type Api } from '#test-kit';
import { importeer, leesMelding, maakLeerlingen, meldingVan, type Leerling, type Rij } from './duo-toneel.js';
import { iemand, toneel, vandaag, type Toneel } from './toneel.js';

/* What DUO hears of a report: every change of status once, in order, and visible while it waits. */

interface Terug {
  meldingnummer: string;
  volgnr: number;
  status: string;
  reden: string | null;
  stand: string;
  teLang: boolean;
  pogingen: number;
  partij: number | null;
  fout: string | null;
  volgendePogingOp: string | null;
}

/** A municipality of this spec alone, which writes to DUO itself. */
const OLDENZAAL = '0173';

let t: Toneel;
let db: pg.Client;
let pool: pg.Pool;
let dag: Datum;
let oldenzaal: Api;
let map: string;

before(async () => {
  t = await toneel();
  dag = await vandaag(t.ambtenaar);
  db = new pg.Client({ connectionString: t.stack.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', '0164,0147,0173', false)`);
  await db.query(`insert into app.gemeente (code, naam) values ($1, 'Oldenzaal')`, [OLDENZAAL]);
  await db.query(
    `insert into app.instelling (gemeente_code, versie, naam, waarde, geldig_vanaf, naar_proces, vastgelegd_op)
     values ($1, 2, 'duoAfzender', '"leerlijn"', '2020-01-01', true, now())`,
    [OLDENZAAL],
  );
  oldenzaal = await iemand(t.stack, { rollen: ['leerplichtambtenaar'], gemeenten: [OLDENZAAL] });
  pool = maakPool(t.stack.databaseUrl, 'leerlijn_worker', 2);
  map = join(t.stack.staat, 'duo');
});
after(async () => {
  await pool.end();
  await db.end();
});

const boek = async (vraag: string, api = t.ambtenaar): Promise<Terug[]> =>
  (await api.lees<{ terugmeldingen: Terug[] }>(`/duo-terugmeldingen?limiet=100&${vraag}`)).terugmeldingen;
const statussen = async (nummer: string, api = t.ambtenaar): Promise<string[]> =>
  (await boek(`meldingnummer=${nummer}`, api)).map((r) => (r.reden ? `${r.status} ${r.reden}` : r.status));
/** A report of a new youth, in the state in which a mas begins. */
async function nieuw(anders: Rij = {}): Promise<{ nummer: string; mas: string; leerling: Leerling }> {
  const [leerling] = await maakLeerlingen(t.stack, 1);
  const rij = meldingVan(leerling!, dag, anders);
  await importeer(t.stack, t.ambtenaar, [rij]);
  const { procesId } = await leesMelding(t.ambtenaar, rij['meldingnummer']!);
  return { nummer: rij['meldingnummer']!, mas: procesId!, leerling: leerling! };
}
async function vervolg(leerling: Leerling, anders: Rij = {}): Promise<string> {
  const rij = meldingVan(leerling, dag, anders);
  await importeer(t.stack, t.ambtenaar, [rij]);
  return rij['meldingnummer']!;
}

test('iedere toestand van een mas geeft DUO haar status, een keer', async () => {
  const { nummer, mas, leerling } = await nieuw();
  assert.deepEqual(await statussen(nummer), ['geregistreerd']);
  await t.ambtenaar.doe(mas, 'inBehandeling');
  await t.ambtenaar.doe(mas, 'contactGelegd', { contactOp: dag, contactMet: 'ouders' });
  const tweede = await vervolg(leerling);
  assert.deepEqual(await statussen(nummer), ['geregistreerd', 'inBehandeling']);
  assert.deepEqual(await statussen(tweede), ['inBehandeling'], 'wie aansluit krijgt de stand van nu');
  await t.teamleider.doe(mas, 'annuleren', { reden: 'Proef' });
  for (const n of [nummer, tweede]) assert.equal((await statussen(n)).at(-1), 'afgesloten');
  const { status } = await leesMelding(t.ambtenaar, nummer);
  assert.equal(status, 'afgesloten');
});

test('ter kennisgeving, ingetrokken en verhuisd komen zo bij DUO aan', async () => {
  const a = await nieuw();
  await t.ambtenaar.doe(a.mas, 'terKennisgeving', { reden: 'geoorloofd' });
  assert.deepEqual(await statussen(a.nummer), ['geregistreerd', 'terKennisgeving']);
  const b = await nieuw();
  await t.ambtenaar.stuur(`/verzuimmeldingen/${b.nummer}/intrekken`, 200, undefined);
  await wachtTot(
    'de mas hoort het',
    async () => (await t.ambtenaar.lees<{ afgerond: boolean }>(`/processen/${b.mas}`)).afgerond,
  );
  assert.deepEqual(await statussen(b.nummer), ['geregistreerd', 'ingetrokken']);
  const c = await nieuw();
  await t.ambtenaar.doe(c.mas, 'inBehandeling');
  await t.ambtenaar.doe(c.mas, 'verhuisd', { naarGemeente: '0173' });
  assert.deepEqual(await statussen(c.nummer), ['geregistreerd', 'inBehandeling', 'afgesloten verhuisd']);
});

test('een vrijstelling trekt in wat haar periode raakt, en sluit de rest', async () => {
  const d = (n: number): string => plusDagen(dag, n);
  const { nummer, mas, leerling } = await nieuw({ verzuimVanaf: d(-30), verzuimTot: d(-20) });
  const raakt = await vervolg(leerling, { verzuimVanaf: d(-12), verzuimTot: d(-10) });
  const zonderEinde = await vervolg(leerling, { verzuimVanaf: d(-15), soort: 'langdurig' });
  const ernaast = await vervolg(leerling, { verzuimVanaf: d(-15), verzuimTot: d(-11) });
  await t.ambtenaar.doe(mas, 'vrijgesteld', { grond: 'art5onderA', geldigVanaf: d(-10), geldigTot: d(100) });
  const laatste = await Promise.all(
    [nummer, raakt, zonderEinde, ernaast].map(async (n) => (await statussen(n)).at(-1)),
  );
  assert.deepEqual(laatste, ['afgesloten', 'ingetrokken V', 'ingetrokken V', 'afgesloten']);
});

test('wie zijn pakket laat schrijven ziet het boek, en er gaat niets weg', async () => {
  const { nummer } = await nieuw();
  const regels = await boek(`meldingnummer=${nummer}`);
  assert.deepEqual(
    regels.map((r) => [r.status, r.stand, r.teLang]),
    [['geregistreerd', 'pakket', false]],
  );
  await verstuurTerugmeldingen({ pool, verbinding: mapVerbinding(map) });
  assert.ok(!existsSync(join(map, '0164')));
  assert.deepEqual(
    (await boek('stand=open')).filter((r) => r.meldingnummer === nummer),
    [],
  );
});

test('wie zelf schrijft: mislukt met uitstel, zichtbaar te laat, daarna een keer verzonden', async () => {
  const [leerling] = await maakLeerlingen(t.stack, 1, '2011-03-27', OLDENZAAL);
  const rij = meldingVan(leerling!, dag);
  const weg = join(map, OLDENZAAL);
  mkdirSync(map, { recursive: true });
  // A file where the folder should be: every sender fails on it, also the worker of the stack.
  writeFileSync(weg, '');
  await importeer(t.stack, oldenzaal, [rij]);
  const nummer = rij['meldingnummer']!;
  const een = async (): Promise<Terug> => (await boek(`meldingnummer=${nummer}`, oldenzaal))[0]!;
  const probeer = async (): Promise<number> => {
    await db.query(
      `update app.duo_terugmelding set volgende_poging_op = '2020-01-01' where meldingnummer = $1`,
      [nummer],
    );
    return verstuurTerugmeldingen({ pool, verbinding: mapVerbinding(map) });
  };
  await probeer();
  await probeer();
  const mislukt = await een();
  assert.equal(mislukt.stand, 'open');
  assert.equal(mislukt.fout, 'ENOTDIR');
  assert.ok(mislukt.pogingen >= 2 && Date.parse(mislukt.volgendePogingOp!) > Date.now());
  assert.deepEqual(
    [1, 2, 3, 10].map((n) => wachtNa(n) / 60_000),
    [1, 2, 4, 240],
  );

  assert.deepEqual(await boek('teLang=true', oldenzaal), [], 'vandaag is het nog niet te lang');
  await db.query(
    `update app.duo_terugmelding set aangemaakt_op = aangemaakt_op - interval '7 days' where meldingnummer = $1`,
    [nummer],
  );
  assert.deepEqual(
    (await boek('teLang=true', oldenzaal)).map((r) => [r.meldingnummer, r.teLang]),
    [[nummer, true]],
  );

  rmSync(weg);
  await probeer();
  const verzonden = await een();
  assert.deepEqual([verzonden.stand, verzonden.teLang, verzonden.fout], ['verzonden', false, null]);
  const bestanden = readdirSync(weg).filter((x) => x.endsWith('.csv'));
  assert.deepEqual(bestanden, [
    `duo-terugmelding-${OLDENZAAL}-${String(verzonden.partij).padStart(6, '0')}.csv`,
  ]);
  assert.match(
    readFileSync(join(weg, bestanden[0]!), 'utf8'),
    new RegExp(
      `^meldingnummer;volgnummer;status;reden;datum\\r\\n${nummer};1;Geregistreerd;;\\d{4}-\\d\\d-\\d\\d\\r\\n$`,
    ),
  );
  assert.equal(await verstuurTerugmeldingen({ pool, verbinding: mapVerbinding(map) }), 0);
});

test('wie sterft tussen versturen en noteren verstuurt niet nog eens, ook niet als het bestand al verwerkt is', async () => {
  const weg = join(map, OLDENZAAL);
  const tel = (): number =>
    [weg, join(weg, 'verwerkt')].flatMap((m) => readdirSync(m)).filter((x) => x.endsWith('.csv')).length;
  const klad = mkdtempSync(join(tmpdir(), 'duo-foutpunt-'));
  for (const verwerkt of [false, true]) {
    const [leerling] = await maakLeerlingen(t.stack, 1, '2011-03-27', OLDENZAAL);
    const rij = meldingVan(leerling!, dag);
    await importeer(t.stack, oldenzaal, [rij]);
    const voor = tel();
    writeFileSync(join(klad, 'foutpunten'), 'duo.verzonden gooi');
    process.env['LEERLIJN_FOUTPUNTEN'] = join(klad, 'foutpunten');
    await assert.rejects(verstuurTerugmeldingen({ pool, verbinding: mapVerbinding(map) }), /foutpunt/);
    delete process.env['LEERLIJN_FOUTPUNTEN'];
    assert.equal(tel(), voor + 1);
    const [open] = await boek('stand=open', oldenzaal);
    const naam = `duo-terugmelding-${OLDENZAAL}-${String(open!.partij).padStart(6, '0')}.csv`;
    const was = statSync(join(weg, naam)).mtimeMs;
    if (verwerkt) renameSync(join(weg, naam), join(weg, 'verwerkt', naam));
    assert.equal(
      await verstuurTerugmeldingen({ pool, verbinding: mapVerbinding(map) }),
      0,
      'een ander heeft de partij nog',
    );
    await db.query(
      `update app.duo_terugmelding set volgende_poging_op = '2020-01-01' where verzonden_op is null`,
    );
    assert.equal(await verstuurTerugmeldingen({ pool, verbinding: mapVerbinding(map) }), 1);
    assert.equal(tel(), voor + 1, 'er kwam geen bestand bij');
    assert.equal(statSync(verwerkt ? join(weg, 'verwerkt', naam) : join(weg, naam)).mtimeMs, was);
    assert.deepEqual(await boek('stand=open', oldenzaal), []);
  }
  rmSync(klad, { recursive: true });
});

test('twintig verzenders tegelijk versturen ieder bericht een keer, op volgorde', async () => {
  const N = 30;
  const klas = await maakLeerlingen(t.stack, N, '2011-03-27', OLDENZAAL);
  const rijen = klas.map((l) => meldingVan(l, dag));
  await importeer(t.stack, oldenzaal, rijen);
  const eersten = await Promise.all(
    klas.slice(0, 5).map((_, i) => leesMelding(oldenzaal, rijen[i]!['meldingnummer']!)),
  );
  await Promise.all(eersten.map((m) => oldenzaal.doe(m.procesId!, 'inBehandeling')));
  const keren = await Promise.all(
    Array.from({ length: 20 }, () => verstuurTerugmeldingen({ pool, verbinding: mapVerbinding(map) })),
  );
  // The worker of the stack may have been one of them.
  assert.ok(keren.reduce((som, n) => som + n, 0) <= N + eersten.length);
  await wachtTot('alles is weg', async () => (await boek('stand=open', oldenzaal)).length === 0);
  const weg = join(map, OLDENZAAL);
  const regels = readdirSync(weg)
    .filter((x) => x.endsWith('.csv'))
    .sort()
    .flatMap((x) => readFileSync(join(weg, x), 'utf8').trim().split('\r\n').slice(1));
  const nummers = regels.map((r) => r.split(';').slice(0, 2).join('.'));
  assert.equal(new Set(nummers).size, nummers.length, 'geen regel dubbel');
  for (const m of eersten)
    assert.deepEqual(
      regels.filter((r) => r.startsWith(`${m.meldingnummer};`)).map((r) => r.split(';')[2]),
      ['Geregistreerd', 'In behandeling'],
    );
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from app.duo_terugmelding where gemeente_code = $1 and verzonden_op is not null`,
    [OLDENZAAL],
  );
  console.log(
    `N = ${rows[0]!.n} terugmeldingen verzonden, ${nummers.length} regels in ${readdirSync(weg).length} bestanden`,
  );
});

test('een rij van een ander proces of een andere gemeente krijgt nooit deze status', async () => {
  const a = await nieuw();
  const b = await nieuw();
  await t.ambtenaar.doe(a.mas, 'inBehandeling');
  assert.deepEqual(await statussen(b.nummer), ['geregistreerd']);
  assert.deepEqual(await boek(`meldingnummer=${a.nummer}`, t.ambtenaarBorne), []);
  const vreemd = randomUUID();
  assert.equal((await t.ambtenaarBorne.vraag('GET', `/verzuimmeldingen?procesId=${vreemd}`)).status, 200);
});
