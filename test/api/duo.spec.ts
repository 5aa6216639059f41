import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import iconv from 'iconv-lite';
import pg from 'pg';
import { plusDagen, type Datum } from '#kalender';
import { KLUS, workflowIdVan } from '#process';
import { motorVan, soortVan, wachtTot, type ProbleemLichaam, type ProcesLichaam } from '#test-kit';
import {
  csv,
  importeer,
  klusKlaar,
  leesbaar,
  leesMelding,
  maakLeerlingen,
  meldingVan,
  nieuwNummer,
  stuurBestand,
  type GetoondeMelding,
  type KlusStand,
  type Leerling,
  type Rij,
} from './duo-toneel.js';
import { toneel, vandaag, type Toneel } from './toneel.js';

/* Reports of DUO: one at a time and as a file, each to one process, whatever is sent twice. */

let t: Toneel;
let db: pg.Client;
let dag: Datum;
let klas: Leerling[];

before(async () => {
  t = await toneel();
  dag = await vandaag(t.ambtenaar);
  klas = await maakLeerlingen(t.stack, 40);
  db = new pg.Client({ connectionString: t.stack.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', '0164,0147', false)`);
});
after(() => db.end());

const leerling = (): Leerling => klas.pop()!;
const lichaamVan = (r: Rij, anders: Record<string, unknown> = {}): Record<string, unknown> => ({
  gemeente: '0164',
  ...r,
  ...anders,
});
const meld = async (r: Rij, anders: Record<string, unknown> = {}, sleutel = randomUUID()) =>
  t.ambtenaar.stuur<GetoondeMelding>('/verzuimmeldingen', 201, lichaamVan(r, anders), sleutel);
const proces = (id: string | null): Promise<ProcesLichaam> =>
  t.ambtenaar.lees<ProcesLichaam>(`/processen/${id}`);
const gebeurtenissen = async (id: string | null): Promise<{ naam: string; soort: string }[]> =>
  (
    await t.ambtenaar.lees<{ gebeurtenissen: { naam: string; soort: string }[] }>(
      `/processen/${id}/gebeurtenissen`,
    )
  ).gebeurtenissen;
/** A message arrives a moment after its report was answered. */
const gebeurt = (id: string | null, namen: string[]): Promise<true> =>
  wachtTot(`er gebeurde ${namen.join(', ')}`, async () => {
    const gezien = (await gebeurtenissen(id)).map((g) => g.naam);
    assert.deepEqual(gezien, namen);
    return true;
  });
const tel = async (): Promise<number[]> => {
  const { rows } = await db.query<Record<string, string>>(`select
    (select count(*) from app.verzuimmelding) as meldingen, (select count(*) from app.proces) as processen,
    (select count(*) from app.gebeurtenis) as gebeurtenissen, (select count(*) from app.klus_regel) as regels,
    (select count(*) from app.duo_terugmelding) as terug`);
  return Object.values(rows[0]!).map(Number);
};

test('een melding opent een mas met wat zij zegt, en de volgende sluit daarbij aan', async () => {
  const l = leerling();
  const eerste = await meld(meldingVan(l, dag), {
    uren: 17,
    zestienUurOp: plusDagen(dag, -3),
    verzuimVanaf: plusDagen(dag, -20),
  });
  const { lichaam } = eerste;
  assert.equal(
    eerste.koppen.get('location'),
    `/api/v1/verzuimmeldingen?meldingnummer=${lichaam.meldingnummer}`,
  );
  assert.equal(lichaam.status, 'geregistreerd');
  const mas = await proces(lichaam.procesId);
  assert.deepEqual([mas.procestype, mas.toestand], ['mas', 'ontvangen']);
  assert.equal((mas['gegevens'] as Record<string, unknown>)['meldingNummer'], lichaam.meldingnummer);
  const tweede = (await meld(meldingVan(l, dag, { soort: 'langdurig' }))).lichaam;
  assert.equal(tweede.procesId, mas.id, 'een vervolgmelding');
  await gebeurt(mas.id, ['mas', 'vervolgmelding']);
});

test('hetzelfde verzoek nog eens verandert niets, met dezelfde en met een andere sleutel', async () => {
  const r = meldingVan(leerling(), dag);
  const sleutel = randomUUID();
  const eerste = await meld(r, {}, sleutel);
  const stand = await tel();
  for (const s of [sleutel, randomUUID()]) {
    const weer = await meld(r, {}, s);
    assert.equal(weer.koppen.get('idempotent-replay'), 'true');
    assert.deepEqual(weer.lichaam, eerste.lichaam);
  }
  assert.deepEqual(await tel(), stand);
  const anders = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/verzuimmeldingen', {
    lichaam: lichaamVan(r, { soort: 'luxe' }),
    sleutel: randomUUID(),
  });
  assert.deepEqual([anders.status, soortVan(anders.lichaam)], [409, 'melding-bestaat']);
  const sleutelWeg = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/verzuimmeldingen', {
    lichaam: lichaamVan(meldingVan(leerling(), dag)),
    sleutel,
  });
  assert.deepEqual([sleutelWeg.status, soortVan(sleutelWeg.lichaam)], [409, 'idempotency-key-hergebruikt']);
});

test('tien keer tegelijk dezelfde melding is een melding, en vijf van een jongere zijn een mas', async () => {
  const r = meldingVan(leerling(), dag);
  const zelfde = await Promise.all(Array.from({ length: 10 }, () => meld(r)));
  assert.equal(new Set(zelfde.map((a) => a.lichaam.procesId)).size, 1);
  const l = leerling();
  const vijf = await Promise.all(Array.from({ length: 5 }, () => meld(meldingVan(l, dag))));
  const [enige, ...meer] = [...new Set(vijf.map((a) => a.lichaam.procesId))];
  assert.deepEqual(meer, []);
  await gebeurt(enige!, ['mas', ...Array.from({ length: 4 }, () => 'vervolgmelding')]);
});

test('wie onbekend is wordt eerst vastgelegd, en alle fouten komen tegelijk', async () => {
  const onbekend = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/verzuimmeldingen', {
    lichaam: lichaamVan(meldingVan({ ...leerling(), bsn: '123456782' }, plusDagen(dag, 1))),
    sleutel: randomUUID(),
  });
  assert.equal(onbekend.status, 400);
  assert.deepEqual(onbekend.lichaam.fouten?.map((f) => [f.pointer, f.code]).sort(), [
    ['/bsn', 'jongere-onbekend'],
    ['/ontvangenOp', 'toekomst'],
  ]);
  assert.match(
    onbekend.lichaam.fouten.find((f) => f.pointer === '/bsn')!.melding,
    /Leg de jongere eerst vast/,
  );
  assert.ok(!JSON.stringify(onbekend.lichaam).includes('123456782'));
  const vorm = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/verzuimmeldingen', {
    lichaam: lichaamVan(meldingVan(leerling(), dag), { bsn: '1', soort: 'ziek', uren: -1, meer: 1 }),
    sleutel: randomUUID(),
  });
  assert.deepEqual(vorm.lichaam.fouten?.map((f) => f.pointer).sort(), ['/bsn', '/meer', '/soort', '/uren']);
  const zonderSleutel = await t.ambtenaar.vraag('POST', '/verzuimmeldingen', {
    lichaam: lichaamVan(meldingVan(leerling(), dag)),
  });
  assert.equal(zonderSleutel.status, 400);
});

test('een 18-plusser krijgt een traject, wat de soort ook is, en nooit een mas', async () => {
  const groot = `${Number(dag.slice(0, 4)) - 19}-03-27`;
  const [l, jong] = [(await maakLeerlingen(t.stack, 1, groot))[0]!, leerling()];
  const eerste = (await meld(meldingVan(l, dag, { soort: 'achttienPlus' }))).lichaam;
  assert.equal((await proces(eerste.procesId)).procestype, 'traject');
  assert.equal(eerste.status, 'inBehandeling');
  const tweede = (await meld(meldingVan(l, dag, { soort: 'zestienUur' }))).lichaam;
  assert.equal(tweede.procesId, eerste.procesId);
  await gebeurt(eerste.procesId, ['traject', 'duoMelding']);
  const teJong = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/verzuimmeldingen', {
    lichaam: lichaamVan(meldingVan(jong, dag, { soort: 'achttienPlus' })),
    sleutel: randomUUID(),
  });
  assert.deepEqual(
    teJong.lichaam.fouten?.map((f) => [f.pointer, f.code]),
    [['/soort', 'leeftijd']],
  );
});

test('een melding voor het spreekuur hoort bij het spreekuur en escaleert niet', async () => {
  const l = leerling();
  const s = await t.ambtenaar.open('spreekuur', l.id, { aangemeldOp: dag, urenGemeld: 6 });
  const { procesId } = (await meld(meldingVan(l, dag, { soort: 'overig' }), { spreekuur: true })).lichaam;
  assert.equal(procesId, s.id);
  await gebeurt(s.id, ['spreekuur', 'duoMelding']);
  const na = await proces(s.id);
  assert.deepEqual([na.toestand, na.afgerond], ['aangemeld', false]);
  const ander = leerling();
  const zonder = (await meld(meldingVan(ander, dag, { soort: 'overig' }), { spreekuur: true, uren: 4 }))
    .lichaam;
  assert.equal((await proces(zonder.procesId)).procestype, 'spreekuur', 'zonder spreekuur opent het');
  const mas = (await meld(meldingVan(ander, dag, { soort: 'overig' }))).lichaam;
  assert.equal((await proces(mas.procesId)).procestype, 'mas', 'een gewone melding niet');
  const fout = await t.ambtenaar.vraag<ProbleemLichaam>('POST', '/verzuimmeldingen', {
    lichaam: lichaamVan(meldingVan(ander, dag), { spreekuur: true }),
    sleutel: randomUUID(),
  });
  assert.equal(fout.lichaam.fouten?.[0]?.pointer, '/spreekuur');
});

test('een melding van een spreekuur dat escaleert gaat mee naar de mas', async () => {
  const l = leerling();
  const m = (await meld(meldingVan(l, dag, { soort: 'overig' }), { spreekuur: true, uren: 9 })).lichaam;
  await t.ambtenaar.doe(m.procesId!, 'verzuimUpdate', { uren: 20 });
  const later = await wachtTot('de melding is mee', async () => {
    const nu = await leesMelding(t.ambtenaar, m.meldingnummer);
    return nu.procesId !== m.procesId && nu;
  });
  assert.equal((await proces(later.procesId)).procestype, 'mas');
  assert.equal(later.status, 'inBehandeling', 'DUO hoort niet dat zij weer alleen geregistreerd is');
  const { terugmeldingen } = await t.ambtenaar.lees<{ terugmeldingen: { status: string }[] }>(
    `/duo-terugmeldingen?meldingnummer=${m.meldingnummer}`,
  );
  assert.deepEqual(
    terugmeldingen.map((x) => x.status),
    ['inBehandeling'],
  );
});

test('de school trekt een melding in: het proces hoort het, en nog eens verandert niets', async () => {
  const l = leerling();
  const [a, b] = [(await meld(meldingVan(l, dag))).lichaam, (await meld(meldingVan(l, dag))).lichaam];
  const pad = `/verzuimmeldingen/${b.meldingnummer}/intrekken`;
  const ingetrokken = await t.ambtenaar.stuur<GetoondeMelding>(pad, 200, undefined);
  assert.equal(ingetrokken.lichaam.status, 'ingetrokken');
  await wachtTot('het proces hoort het', async () =>
    (await gebeurtenissen(a.procesId)).some((g) => g.naam === 'meldingIngetrokken'),
  );
  const stand = await tel();
  const weer = await t.ambtenaar.stuur<GetoondeMelding>(pad, 200, undefined);
  assert.equal(weer.koppen.get('idempotent-replay'), 'true');
  assert.deepEqual(await tel(), stand);
  assert.equal((await leesMelding(t.ambtenaar, a.meldingnummer)).status, 'geregistreerd', 'de andere blijft');
  await t.ambtenaar.stuur(`/verzuimmeldingen/${a.meldingnummer}/intrekken`, 200, undefined);
  await wachtTot(
    'er is geen melding meer over',
    async () => (await proces(a.procesId)).uitkomst === 'ingetrokken',
  );
  assert.equal((await t.ambtenaarBorne.vraag('POST', pad)).status, 404);
  assert.equal((await t.school.vraag('POST', pad)).status, 403);
});

/** Announces a file of this many bytes and sends none of it: whoever is refused need not send on. */
const zegGrootte = (bytes: number): Promise<{ status: number; tekst: string }> =>
  new Promise((klaar, mis) => {
    const verzoek = request(`${t.stack.apiUrl}/api/v1/verzuimmeldingen/_import`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${t.ambtenaar.wie.token}`,
        'content-type': 'text/csv',
        'content-length': bytes,
      },
    });
    verzoek.on('error', mis).on('response', (antwoord) => {
      let tekst = '';
      antwoord.on('data', (deel) => (tekst += String(deel)));
      antwoord.on('end', () => {
        verzoek.destroy();
        klaar({ status: antwoord.statusCode ?? 0, tekst });
      });
    });
    verzoek.flushHeaders();
  });

test('een bestand in iedere tekenset en met ieder scheidingsteken wordt gelezen', async () => {
  const kop =
    'Meldingnummer,BSN,Soort verzuim,Datum melding,Begindatum verzuim,Aantal uren,Spreekuur,Beëindigd – €';
  const varianten: [naam: string, tekenset: string, bestand: (tekst: string) => Buffer][] = [
    ['UTF-8', 'UTF-8', (x) => Buffer.from(x)],
    ['UTF-8 met BOM', 'UTF-8', (x) => Buffer.from(`\ufeff${x}`)],
    ['Windows-1252', 'Windows-1252', (x) => iconv.encode(x, 'win1252')],
  ];
  let n = 0;
  for (const scheiding of [';', ','])
    for (const [naam, tekenset, alsBytes] of varianten) {
      const l = leerling();
      // Excel drops the zero in front and writes dates its own way.
      const [j, m, d] = dag.split('-');
      const rij = [
        nieuwNummer(),
        l.bsn.replace(/^0/, ''),
        '"16 uur in 4 weken"',
        `${Number(d)}-${Number(m)}-${j}`,
      ];
      const tekst = `${kop}\r\n${[...rij, '', '16', 'nee', ' nee '].join(',')}\r\n\r\n`.replaceAll(
        ',',
        scheiding,
      );
      const proef = await stuurBestand(t.stack, t.ambtenaar, alsBytes(tekst), '?proef=true');
      assert.equal(proef.status, 200, naam);
      assert.deepEqual(
        { ...proef.lichaam, gemeente: undefined },
        {
          gemeente: undefined,
          rijen: 1,
          nieuw: 1,
          bekend: 0,
          tekenset,
          scheidingsteken: scheiding,
          // A name with other characters than names have is not repeated.
          genegeerd: [],
          fouten: [],
        },
        `${naam} ${scheiding}`,
      );
      const echt = await stuurBestand(t.stack, t.ambtenaar, alsBytes(tekst.replace(' – €', '')));
      assert.equal(echt.status, 202, JSON.stringify(echt.lichaam));
      assert.deepEqual(echt.lichaam.genegeerd, ['Beëindigd'], naam);
      assert.equal((await klusKlaar(t.ambtenaar, echt.lichaam.klusId!)).regels.gedaan, 1);
      n += 1;
    }
  console.log(`N = ${n} vormen van een bestand`);
});

test('wat geen bestand met meldingen is wordt geweigerd, met de reden', async () => {
  const r = csv([meldingVan(leerling(), dag)]);
  const gevallen: [code: string, bestand: string | Buffer][] = [
    ['tekenset', Buffer.from(`\ufeff${r}`, 'utf16le')],
    ['tekenset', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['csv', `${r}"open;einde\r\n`],
    ['leeg', r.split('\r\n')[0]!],
    ['kolom-ontbreekt', r.replace('soort', 'sort')],
    ['kolom-dubbel', r.replace('soort', 'bsn')],
    ['te-veel-rijen', `${r}${'1;2;3;4\n'.repeat(10_000)}`],
    ['te-veel-velden', `${r}1;2;3;4;5\n`],
  ];
  for (const [code, bestand] of gevallen)
    for (const vraag of ['', '?proef=true']) {
      const a = await stuurBestand(t.stack, t.ambtenaar, bestand, vraag);
      assert.equal(a.status, vraag === '' ? 400 : 200, code);
      assert.ok(
        a.lichaam.fouten.some((f) => f.code === code),
        `${code}: ${JSON.stringify(a.lichaam)}`,
      );
    }
  const json = await stuurBestand(t.stack, t.ambtenaar, '{}', '', 'application/json');
  assert.equal(json.status, 415);
  const elders = await fetch(`${t.stack.apiUrl}/api/v1/jongeren`, {
    method: 'POST',
    headers: { authorization: `Bearer ${t.ambtenaar.wie.token}`, 'content-type': 'text/csv' },
    body: r,
  });
  assert.equal(elders.status, 415);
  const groot = await zegGrootte(9 * 1024 * 1024);
  assert.equal(groot.status, 413);
  assert.match(groot.tekst, /8 MB/);
});

test('een melding van na de verhuizing is voor de nieuwe gemeente', async () => {
  const l = leerling();
  await db.query('update app.jongere set verhuisd_op = $1 where id = $2', [plusDagen(dag, -2), l.id]);
  const rijen = [meldingVan(l, plusDagen(dag, -1)), meldingVan(l, plusDagen(dag, -2))];
  const { fouten } = (await stuurBestand(t.stack, t.ambtenaar, csv(rijen), '?proef=true')).lichaam;
  assert.deepEqual(
    fouten.map((f) => [f.rij, f.kolom, f.code]),
    [[2, 'bsn', 'verhuisd']],
  );
});

test('een proef noemt van iedere rij en kolom wat er niet klopt, en bewaart niets', async () => {
  const bekend = meldingVan(leerling(), dag);
  await importeer(t.stack, t.ambtenaar, [bekend]);
  const [a, b] = [leerling(), leerling()];
  const dubbel = nieuwNummer();
  const rijen: Rij[] = [
    meldingVan(a, dag, { uren: 'veel', verzuimVanaf: '31-02-2026' }),
    meldingVan({ ...b, bsn: '123456782' }, dag),
    meldingVan(b, plusDagen(dag, 1), { geboortedatum: '2012-01-01' }),
    meldingVan(a, dag, { meldingnummer: dubbel }),
    meldingVan(b, dag, { meldingnummer: dubbel }),
    { ...bekend, soort: 'luxe' },
    meldingVan(a, dag, { verzuimVanaf: plusDagen(dag, -2), verzuimTot: plusDagen(dag, -4), spreekuur: 'ja' }),
  ];
  const verwacht = [
    '2 uren type',
    '2 verzuimVanaf date',
    '3 bsn jongere-onbekend',
    '4 geboortedatum anders',
    '4 ontvangenOp toekomst',
    '6 meldingnummer dubbel',
    '7 meldingnummer melding-bestaat',
    '8 spreekuur soort',
    '8 verzuimTot volgorde',
  ];
  const stand = await tel();
  const proef = await stuurBestand(t.stack, t.ambtenaar, csv(rijen), '?proef=true');
  const gezegd = (fouten: typeof proef.lichaam.fouten): string[] =>
    fouten.map((f) => `${f.rij} ${f.kolom} ${f.code}`).sort();
  assert.deepEqual(gezegd(proef.lichaam.fouten), verwacht);
  assert.deepEqual([proef.lichaam.rijen, proef.lichaam.nieuw, proef.lichaam.bekend], [7, 1, 0]);
  const echt = await stuurBestand(t.stack, t.ambtenaar, csv(rijen));
  assert.equal(echt.status, 400);
  assert.deepEqual(gezegd(echt.lichaam.fouten), verwacht, 'het echte bestand zegt hetzelfde');
  assert.ok(echt.lichaam.fouten.some((f) => f.pointer === '/rijen/2/uren'));
  assert.ok(!JSON.stringify([proef.lichaam, echt.lichaam]).includes('123456782'));
  assert.deepEqual(await tel(), stand, 'een rij fout is niets bewaard');
});

test('hetzelfde bestand tweemaal is een klus, en een groter bestand doet alleen wat er nieuw in staat', async () => {
  const rijen = Array.from({ length: 5 }, () => meldingVan(leerling(), dag));
  const eerste = await importeer(t.stack, t.ambtenaar, rijen);
  assert.deepEqual(eerste.regels, { wacht: 0, gedaan: 5, overgeslagen: 0, mislukt: 0 });
  const stand = await tel();
  const weer = await stuurBestand(t.stack, t.ambtenaar, csv(rijen));
  assert.equal(weer.status, 202);
  assert.equal(weer.koppen.get('location'), `/api/v1/klussen/${eerste.id}`);
  assert.equal(weer.koppen.get('idempotent-replay'), 'true');
  assert.deepEqual([weer.lichaam.nieuw, weer.lichaam.bekend], [0, 5]);
  assert.deepEqual(await tel(), stand, 'er is niets veranderd');

  const meer = await importeer(t.stack, t.ambtenaar, [...rijen, meldingVan(leerling(), dag)]);
  assert.deepEqual(meer.regels, { wacht: 0, gedaan: 1, overgeslagen: 5, mislukt: 0 });
  const { regels } = await t.ambtenaar.lees<{
    regels: { staat: string; uitkomst: Record<string, unknown> }[];
  }>(`/klussen/${meer.id}/regels`);
  assert.deepEqual(
    regels.map((r) => [r.uitkomst['rij'], r.staat, r.uitkomst['wat']]),
    [...[2, 3, 4, 5, 6].map((rij) => [rij, 'overgeslagen', 'bekend']), [7, 'gedaan', 'geopend']],
  );
});

test('wat een proces niet wil blijft staan zonder proces, met de reden', async () => {
  const oud = `${Number(dag.slice(0, 4)) - 27}${dag.slice(4)}`;
  const [l] = await maakLeerlingen(t.stack, 1, oud);
  const m = (await meld(meldingVan(l!, dag))).lichaam;
  assert.deepEqual([m.procesId, m.status, m.redenen], [null, null, ['nogGeenZevenentwintig']]);
  const { verzuimmeldingen } = await t.ambtenaar.lees<{ verzuimmeldingen: GetoondeMelding[] }>(
    '/verzuimmeldingen?zonderProces=true',
  );
  assert.ok(verzuimmeldingen.some((x) => x.meldingnummer === m.meldingnummer));
});

test('wie het mag, en wat er van een kijk overblijft', async () => {
  const l = leerling();
  const r = meldingVan(l, dag);
  for (const wie of [t.school, t.arts]) {
    assert.equal((await stuurBestand(t.stack, wie, csv([r]))).status, 403);
    assert.equal((await wie.vraag('GET', '/verzuimmeldingen')).status, 403);
    assert.equal((await wie.vraag('GET', '/duo-terugmeldingen')).status, 403);
  }
  assert.equal(
    (await t.beheerder.vraag('GET', '/verzuimmeldingen')).status,
    403,
    'de beheerder ziet geen verzuim',
  );
  const zonder = await stuurBestand(t.stack, t.teamleider, csv([r]));
  assert.equal(zonder.status, 400, 'wie twee gemeenten heeft noemt er een');
  assert.equal((await stuurBestand(t.stack, t.ambtenaar, csv([r]), '?gemeente=0147')).status, 400);
  const ander = await stuurBestand(t.stack, t.teamleider, csv([r]), '?gemeente=0147&proef=true');
  assert.deepEqual(
    ander.lichaam.fouten.map((f) => f.code),
    ['jongere-onbekend'],
    'de jongere van de ene gemeente is de andere onbekend',
  );
  const goed = await stuurBestand(t.stack, t.beheerder, csv([r]), '?gemeente=0164');
  assert.equal(goed.status, 202);
  await klusKlaar(t.ambtenaar, goed.lichaam.klusId!);
  assert.equal((await leesMelding(t.ambtenaar, r['meldingnummer']!)).jongereId, l.id);
  const { rows } = await db.query('select wie, rol, wat from app.inzage where jongere_id = $1 order by id', [
    l.id,
  ]);
  assert.deepEqual(rows, [
    { wie: t.beheerder.wie.id, rol: 'beheerder', wat: 'verzuimmelding' },
    { wie: t.ambtenaar.wie.id, rol: 'leerplichtambtenaar', wat: 'verzuimmelding' },
  ]);
});

test('geen klus en geen geschiedenis bevat het nummer van een jongere', async () => {
  const l = leerling();
  const r = meldingVan(l, dag);
  const klus = await importeer(t.stack, t.ambtenaar, [r]);
  const { rows } = await db.query<{ rij: string }>(
    `select k::text || r::text as rij from app.klus k join app.klus_regel r on r.klus_id = k.id where k.id = $1
     union all select m::text from app.verzuimmelding m where jongere_id = $2`,
    [klus.id, l.id],
  );
  assert.equal(rows.length, 2);
  assert.ok(rows.every((r) => !r.rij.includes(l.bsn)));
  const motor = await motorVan(t.stack);
  after(() => motor.sluit());
  const { procesId } = await leesMelding(t.ambtenaar, r['meldingnummer']!);
  for (const workflowId of [workflowIdVan(KLUS, klus.id), workflowIdVan('mas', procesId!)]) {
    const open = leesbaar(await motor.geschiedenissen(workflowId));
    assert.ok(open.includes('0164'), 'de geschiedenis is te lezen');
    assert.ok(!open.includes(l.bsn), workflowId);
  }
});

/** Ten thousand with LEERLIJN_OMVANG=vol; every day as many as take some seconds. */
const VEEL = process.env['LEERLIJN_OMVANG'] === 'vol' ? 10_000 : 200;

test('een groot bestand: ineens bewaard, met zichtbare voortgang afgewerkt', async (c) => {
  const rijen = (await maakLeerlingen(t.stack, VEEL)).map((l) => meldingVan(l, dag, { uren: '16' }));
  const begin = performance.now();
  const duur = (): number => Math.round(performance.now() - begin);
  const a = await stuurBestand(t.stack, t.ambtenaar, csv(rijen));
  const bewaard = duur();
  assert.equal(a.status, 202, JSON.stringify(a.lichaam));
  const standen = new Set<number>();
  const klus = await wachtTot(
    'de klus is klaar',
    async () => {
      const k = await t.ambtenaar.lees<KlusStand>(`/klussen/${a.lichaam.klusId}`);
      standen.add(k.regels.gedaan);
      return k.stand === 'klaar' && k;
    },
    VEEL * 100,
    250,
  );
  const klaar = duur();
  assert.deepEqual(klus.regels, { wacht: 0, gedaan: VEEL, overgeslagen: 0, mislukt: 0 });
  assert.ok(standen.size > 3, 'de voortgang was te volgen');
  const { rows } = await db.query(
    `select count(distinct proces_id)::int as processen, count(*)::int as meldingen,
      (select count(*)::int from app.duo_terugmelding t join app.verzuimmelding m using (gemeente_code, meldingnummer) where m.klus_id = $1) as terug
     from app.verzuimmelding where klus_id = $1`,
    [a.lichaam.klusId],
  );
  assert.deepEqual(rows, [{ processen: VEEL, meldingen: VEEL, terug: VEEL }]);
  c.diagnostic(
    `N = ${VEEL} meldingen: bewaard na ${bewaard} ms, ieder een mas na ${klaar} ms (${Math.round((VEEL * 1000) / klaar)} per seconde)`,
  );
});
