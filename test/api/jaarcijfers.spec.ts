import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { soortVan, type Api, type ProbleemLichaam } from '#test-kit';
import { datum } from '#kalender';
import { iemand } from './toneel.js';
import {
  eigenGemeente,
  jongere,
  kort,
  melding,
  rijVan,
  zaak,
  type Gemeente,
  type Jaarcijfers,
} from './jaarcijfers-toneel.js';

/* The annual report, counted from what happened: every figure from one source, every sum checked, each thing in the school year of its own day. */

const JAAR = '2025-2026';
let a: Gemeente;
let b: Gemeente;
/** Whom it is about; `schrikkel` turns 18 on 1 March 2026. */
let j: string[];
let schrikkel: string;

const cijfers = (api: Api, g: Gemeente, jaar = JAAR): Promise<Jaarcijfers> =>
  api.lees<Jaarcijfers>(`/jaarcijfers/${jaar}?gemeente=${g.code}`);
const contact = (g: Gemeente, jongereId: string, soort: string, op: string): Promise<unknown> =>
  g.ambtenaar.stuur(`/jongeren/${jongereId}/contactmomenten`, 201, { soort, op }, randomUUID());

before(async () => {
  a = await eigenGemeente('9991', 'Proefstad');
  b = await eigenGemeente('9992', 'Buurdorp');
  j = await Promise.all(Array.from({ length: 9 }, () => jongere(a)));
  schrikkel = await jongere(a, '2008-02-29');
  await meldingen();
  await absoluut();
  await preventie();
  await juridisch();
  await vrijstellingen();
  await tafel();
  await buren(await jongere(b));
});
after(async () => {
  await a.ruimOp();
  await b.ruimOp();
});

async function meldingen(): Promise<void> {
  await melding(a, j[1]!, 'zestienUur', '2025-07-31');
  await melding(a, j[1]!, 'zestienUur', '2025-08-01');
  await melding(a, j[1]!, 'zestienUur', '2026-07-31');
  await melding(a, j[1]!, 'zestienUur', '2026-08-01');
  await melding(a, schrikkel, 'zestienUur', '2026-02-28');
  await melding(a, schrikkel, 'zestienUur', '2026-03-01');
  await melding(a, schrikkel, 'achttienPlus', '2026-04-01');
  await melding(a, j[2]!, 'overig', '2025-10-01', { uren: 14 });
  await melding(a, j[3]!, 'overig', '2025-10-01', { uren: 15 });
  await melding(a, j[2]!, 'overig', '2025-10-02', { spreekuur: true });
  await melding(a, j[4]!, 'luxe', '2025-10-03', { status: 'terKennisgeving' });
  await melding(a, j[5]!, 'langdurig', '2025-10-03');
  await melding(a, j[6]!, 'overig', '2025-10-04', { status: 'ingetrokken' });
  await melding(a, j[7]!, 'absoluut', '2025-09-10');
  // A year in which reports for the spreekuur were no absence.
  await melding(a, j[2]!, 'overig', '2024-03-01', { spreekuur: true });
  await melding(a, j[1]!, 'overig', '2024-03-02', { uren: 13 });
}

async function absoluut(): Promise<void> {
  const geopend = (soort: string, ontvangenOp: string) => ({
    soort: 'geopend' as const,
    naam: 'mas',
    gegevens: { bron: 'school', soort, ontvangenOp },
  });
  await zaak(a, j[7]!, 'mas', { regels: [geopend('absoluut', '2025-09-10')] });
  const vervolg = { naam: 'vervolgmelding', gegevens: { soort: 'absoluut', ontvangenOp: '2026-01-15' } };
  await zaak(a, j[1]!, 'mas', { regels: [geopend('zestienUur', '2025-08-01'), vervolg] });
  await zaak(a, j[8]!, 'mas', { uitkomst: 'geannuleerd', regels: [geopend('absoluut', '2025-09-10')] });
  await zaak(a, j[8]!, 'mas', { toestand: 'ingetrokken', regels: [geopend('absoluut', '2025-09-10')] });
  const correctie = {
    soort: 'kern' as const,
    naam: 'corrigeren',
    gegevens: { velden: { ontvangenOp: '2025-07-30' } },
  };
  await zaak(a, j[2]!, 'mas', { regels: [geopend('absoluut', '2025-08-02'), correctie as never] });
}

async function preventie(): Promise<void> {
  for (const geopendOp of ['2025-07-31', '2025-08-01', '2026-07-31', '2026-08-01'])
    await zaak(a, j[1]!, 'spreekuur', { geopendOp });
  await zaak(a, j[2]!, 'spreekuur', { geopendOp: '2025-10-01', uitkomst: 'geannuleerd' });
  await contact(a, j[1]!, 'telefonisch', '2025-07-31');
  await contact(a, j[1]!, 'telefonisch', '2025-08-01');
  await contact(a, j[1]!, 'telefonisch', '2025-10-01');
  await contact(a, j[2]!, 'gesprek', '2026-07-31');
  await contact(a, j[3]!, 'huisbezoek', '2026-01-05');
  await contact(a, j[3]!, 'huisbezoek', '2026-08-01');
}

async function juridisch(): Promise<void> {
  const pv = (wie: string, verzuimsoort: string, pvVerzondenOp?: string): Promise<void> =>
    zaak(a, wie, 'strafrecht', { gegevens: { verzuimsoort, ...(pvVerzondenOp && { pvVerzondenOp }) } });
  await pv(j[1]!, 'relatief', '2025-08-01');
  await pv(j[1]!, 'relatief', '2026-07-31');
  await pv(j[1]!, 'relatief', '2026-08-01');
  await pv(j[2]!, 'luxe', '2026-01-08');
  await pv(j[3]!, 'absoluut');
  await zaak(a, j[3]!, 'halt', { gegevens: { verwezenOp: '2025-12-01' } });
  await zaak(a, j[4]!, 'halt', { gegevens: { gekozenOp: '2025-12-01' } });
}

async function vrijstellingen(): Promise<void> {
  const bevestigd = (op: string) => ({ naam: 'bevestigen', op: datum(op) });
  await zaak(a, j[5]!, 'vrijstelling', {
    gegevens: { grond: 'art5onderA' },
    regels: [bevestigd('2025-09-01'), bevestigd('2026-06-20'), bevestigd('2026-08-01')],
  });
  await zaak(a, j[6]!, 'vrijstelling', {
    gegevens: { grond: 'art5onderB' },
    regels: [bevestigd('2026-07-31')],
  });
  const bekend = (naar: string, dag: string) => ({
    naam: 'besluitBekendgemaakt',
    naar,
    gegevens: { bekendgemaaktOp: dag },
  });
  const gegrond = (dag: string) => ({ naam: 'bezwaarGegrond', van: 'bezwaar', gegevens: { beslistOp: dag } });
  await zaak(a, j[8]!, 'vrijstelling', {
    gegevens: { grond: 'art15' },
    // An objection to the period of what was granted grants nothing more.
    regels: [bekend('toegekend', '2026-02-02'), gegrond('2026-04-02')],
  });
  await zaak(a, j[7]!, 'vrijstelling', {
    gegevens: { grond: 'art15' },
    regels: [bekend('bezwaartermijn', '2026-03-02'), gegrond('2026-05-05')],
  });
  await zaak(a, j[4]!, 'vrijstelling', {
    gegevens: { grond: 'art3a' },
    regels: [bekend('toegekend', '2026-02-02')],
  });
}

async function tafel(): Promise<void> {
  const besproken = (op: string, vergaderingOp?: string) => ({
    naam: 'besproken',
    op: datum(op),
    gegevens: vergaderingOp === undefined ? {} : { vergaderingOp },
  });
  await zaak(a, j[1]!, 'thuiszitterstafel', {
    gegevens: { aangemeldOp: '2025-07-31' },
    regels: [besproken('2025-09-10'), besproken('2025-10-12', '2025-10-10')],
  });
  await zaak(a, j[2]!, 'thuiszitterstafel', {
    gegevens: { aangemeldOp: '2025-08-01' },
    regels: [besproken('2026-07-31', '2026-08-03')],
  });
}

/** The other municipality, which has of everything a little and must not be seen in the first. */
async function buren(wie: string): Promise<void> {
  await melding(b, wie, 'luxe', '2025-10-01');
  await zaak(b, wie, 'spreekuur', { geopendOp: '2025-10-01' });
  await contact(b, wie, 'gesprek', '2025-10-01');
  await zaak(b, wie, 'halt', { gegevens: { verwezenOp: '2025-10-01' } });
  await zaak(b, wie, 'vrijstelling', {
    gegevens: { grond: 'art5onderC' },
    regels: [{ naam: 'bevestigen', op: datum('2025-10-01') }],
  });
  // A kind that no row of the table knows.
  await zaak(b, wie, 'strafrecht', { gegevens: { verzuimsoort: 'anders', pvVerzondenOp: '2021-10-01' } });
}

test('ieder cijfer van een schooljaar klopt, met meldingen en jongeren apart', async () => {
  const uit = await cijfers(a.ambtenaar, a);
  console.log(kort(uit));
  assert.deepEqual(kort(uit), {
    'verzuim.absoluut': '2/2',
    'verzuim.relatief': '10/6',
    'verzuim.zestienUurTot18': '3/2',
    'verzuim.zestienUurVanaf18': '1/1',
    'verzuim.achttienPlus': '1/1',
    'verzuim.langdurig': '1/1',
    'verzuim.overig': '2/2',
    'verzuim.overigSpreekuur': '1/1',
    'verzuim.luxe': '1/1',
    'verzuim.totaal': '12/7',
    'verzuim.absoluutEnRelatief': '-/1',
    'verzuim.vanaf18': '-/1',
    'verzuim.percentage': '-/-',
    'incidenten.spreekuur': '2/1',
    'incidenten.telefonisch': '2/1',
    'incidenten.gesprek': '1/1',
    'incidenten.huisbezoek': '1/1',
    'incidenten.totaal': '6/3',
    'juridisch.pv-relatief': '2/1',
    'juridisch.pv-absoluut': '0/0',
    'juridisch.pv-luxe': '1/1',
    'juridisch.halt': '1/1',
    'juridisch.totaal': '4/3',
    'vrijstellingen.art5onderA': '2/1',
    'vrijstellingen.art5onderB': '1/1',
    'vrijstellingen.art5onderC': '0/0',
    'vrijstellingen.art15': '2/2',
    'vrijstellingen.totaal': '5/4',
    'vervangend.art3a': '1/1',
    'vervangend.art3b': '0/0',
    'vervangend.totaal': '1/1',
    'thuiszitterstafel.aangemeld': '1/1',
    'thuiszitterstafel.besproken': '2/1',
    'overleg.sat': '0/0',
    'overleg.mdo': '0/0',
    'overleg.satSchool': '0/0',
    'uitstroom.gepland': '0/0',
    'uitstroom.ongepland': '0/0',
    'uitstroom.totaal': '0/0',
  });
  assert.deepEqual(
    [uit.gemeente, uit.naam, uit.schooljaar, uit.van, uit.tot],
    ['9991', 'Proefstad', JAAR, '2025-08-01', '2026-07-31'],
  );
});

test('iedere som is nagerekend tegen een aparte telling', async () => {
  const uit = await cijfers(a.ambtenaar, a);
  const controles = Object.fromEntries(uit.controles.map((c) => [c.controle, [c.som, c.geteld, c.klopt]]));
  assert.deepEqual(controles, {
    // 10 that count, 1 withdrawn, 1 counted from its mas.
    ontvangenMeldingen: [12, 12, true],
    relatief: [10, 10, true],
    jongerenMetVerzuim: [7, 7, true],
    verzuim: [12, 12, true],
    incidenten: [6, 6, true],
    juridisch: [4, 4, true],
    vrijstellingen: [5, 5, true],
    vervangend: [1, 1, true],
    uitstroom: [0, 0, true],
  });
  assert.equal(uit.klopt, true);
});

test('een som die niet klopt valt op', async () => {
  const uit = await cijfers(b.ambtenaar, b, '2021-2022');
  assert.equal(uit.klopt, false);
  assert.deepEqual(
    uit.controles.filter((c) => !c.klopt).map((c) => [c.controle, c.som, c.geteld]),
    [['juridisch', 0, 1]],
  );
});

test('wat op 31 juli en op 1 augustus gebeurt staat in twee schooljaren', async () => {
  const [vorig, volgend] = [
    kort(await cijfers(a.ambtenaar, a, '2024-2025')),
    kort(await cijfers(a.ambtenaar, a, '2026-2027')),
  ];
  const wat = [
    'verzuim.absoluut',
    'verzuim.zestienUurTot18',
    'incidenten.spreekuur',
    'incidenten.telefonisch',
    'incidenten.huisbezoek',
    'juridisch.pv-relatief',
    'vrijstellingen.art5onderA',
    'thuiszitterstafel.aangemeld',
    'thuiszitterstafel.besproken',
  ];
  assert.deepEqual(
    wat.map((w) => vorig[w]),
    ['1/1', '1/1', '1/1', '1/1', '0/0', '0/0', '0/0', '1/1', '0/0'],
  );
  assert.deepEqual(
    wat.map((w) => volgend[w]),
    ['0/0', '1/1', '1/1', '0/0', '1/1', '1/1', '1/1', '0/0', '1/1'],
  );
});

test('de buurgemeente telt haar eigen cijfers en niet die van een ander', async () => {
  const uit = await cijfers(b.ambtenaar, b);
  const meer = Object.entries(kort(uit)).filter(([, v]) => !/^[-0]\/[-0]$/.test(v));
  assert.deepEqual(Object.fromEntries(meer), {
    'verzuim.relatief': '1/1',
    'verzuim.luxe': '1/1',
    'verzuim.totaal': '1/1',
    'incidenten.spreekuur': '1/1',
    'incidenten.gesprek': '1/1',
    'incidenten.totaal': '2/1',
    'juridisch.halt': '1/1',
    'juridisch.totaal': '1/1',
    'vrijstellingen.art5onderC': '1/1',
    'vrijstellingen.totaal': '1/1',
  });
});

test('een definitie geldt vanaf een schooljaar: voor 2024-2025 is een melding voor het spreekuur geen verzuim', async () => {
  const oud = await cijfers(a.ambtenaar, a, '2023-2024');
  const nieuw = await cijfers(a.ambtenaar, a);
  assert.equal(kort(oud)['verzuim.relatief'], '1/1');
  assert.equal(kort(oud)['verzuim.overigSpreekuur'], undefined);
  assert.deepEqual(
    oud.controles.filter((c) => c.controle === 'ontvangenMeldingen').map((c) => [c.som, c.geteld]),
    [[2, 2]],
  );
  const versie = (u: Jaarcijfers): unknown => {
    const { definitie } = rijVan(u, 'verzuim', 'relatief');
    return [definitie.versie, definitie.vanaf];
  };
  assert.deepEqual(
    [versie(oud), versie(nieuw)],
    [
      [1, null],
      [2, '2024-2025'],
    ],
  );
  assert.match(rijVan(nieuw, 'verzuim', 'overig').definitie.tekst, /Ook 14 en 15 uur/);
  for (const t of nieuw.tabellen) for (const r of t.rijen) assert.ok(r.bron && r.definitie.tekst, r.cijfer);
});

test('het percentage staat er zoals het jaarverslag het drukt, met erbij wat er scheef aan is', async () => {
  const pad = `/jaarcijfers/${JAAR}/grondslag`;
  const leeg = await a.ambtenaar.vraag<{ leerplichtigen: null }>('GET', `${pad}?gemeente=9991`);
  assert.deepEqual([leeg.koppen.get('etag'), leeg.lichaam.leerplichtigen], ['"0"', null]);
  const zonder = rijVan(await cijfers(a.ambtenaar, a), 'verzuim', 'percentage');
  assert.equal(zonder.procent, null);
  assert.match(zonder.toelichting!, /nog niet ingevuld/);

  const lichaam = { gemeente: '9991', leerplichtigen: 163 };
  const zet = (api: Api, body: object, versie?: string) =>
    api.vraag<ProbleemLichaam>('PUT', pad, { lichaam: body, ...(versie !== undefined && { versie }) });
  assert.equal((await zet(a.ambtenaar, lichaam, '"0"')).status, 403);
  assert.equal((await zet(a.beheerder, lichaam)).status, 428);
  assert.equal((await zet(a.beheerder, lichaam, '"1"')).status, 412);
  assert.equal((await zet(a.beheerder, { ...lichaam, gemeente: '9992' }, '"0"')).status, 404);
  const fout = await zet(a.beheerder, { gemeente: 'x', leerplichtigen: 0 }, '"0"');
  assert.deepEqual(fout.lichaam.fouten?.map((f) => f.pointer).sort(), ['/gemeente', '/leerplichtigen']);
  const tegelijk = await Promise.all([zet(a.beheerder, lichaam, '"0"'), zet(a.beheerder, lichaam, '"0"')]);
  assert.deepEqual(
    tegelijk.map((x) => x.status).sort((x, y) => x - y),
    [200, 412],
  );
  assert.equal(
    (await zet(a.beheerder, { ...lichaam, leerplichtigen: 164 }, '"1"')).koppen.get('etag'),
    '"2"',
  );
  assert.equal((await zet(a.beheerder, lichaam, '"2"')).status, 200);

  const uit = await cijfers(a.ambtenaar, a);
  const { procent, toelichting } = rijVan(uit, 'verzuim', 'percentage');
  // 7 / 163 = 4,2945 %: down, as 460 / 10.712 should have been in the report.
  assert.equal(procent, 4.29);
  assert.match(toelichting!, /7 van 163.*ook die van 18 jaar en ouder \(1 met.*jonger dan 18/s);
  assert.deepEqual(uit.grondslag, { leerplichtigen: 163, versie: 3 });
  assert.equal((await cijfers(a.ambtenaar, a, '2024-2025')).grondslag, null, 'ieder jaar heeft zijn eigen');
});

test('wie geen boa is ziet dezelfde aantallen: er staat niet bij over wie', async () => {
  assert.deepEqual(kort(await cijfers(a.ambtenaar, a)), kort(await cijfers(a.boa, a)));
  assert.deepEqual(kort(await cijfers(a.ambtenaar, a)), kort(await cijfers(a.beheerder, a)));
  const tekst = JSON.stringify(await cijfers(a.boa, a));
  for (const id of [...j, schrikkel]) assert.ok(!tekst.includes(id));
});

test('wie het niet mag, of niet zegt waarover, hoort dat', async () => {
  for (const rol of ['school', 'arts', 'doorstroomcoach'] as const) {
    const api = await iemand(a.stack, { gemeenten: ['9991'], rollen: [rol] });
    assert.equal((await api.vraag('GET', `/jaarcijfers/${JAAR}`)).status, 403, rol);
  }
  assert.equal((await a.ambtenaar.vraag('GET', `/jaarcijfers/${JAAR}?gemeente=9992`)).status, 404);
  assert.equal((await a.ambtenaar.vraag('GET', `/jaarcijfers/${JAAR}`)).status, 200, 'de enige gemeente');
  const team = await iemand(a.stack, { gemeenten: ['9991', '9992'], rollen: ['teamleider'] });
  const zonder = await team.vraag<ProbleemLichaam>('GET', `/jaarcijfers/${JAAR}`);
  assert.deepEqual([zonder.status, zonder.lichaam.fouten?.[0]?.pointer], [400, '/gemeente']);
  assert.equal((await team.vraag('GET', `/jaarcijfers/${JAAR}?gemeente=9992`)).status, 200);
  for (const jaar of ['2025', '2025-2027', '1025-1026', '2025-2026x', '2026-2025']) {
    const fout = await a.ambtenaar.vraag<ProbleemLichaam>('GET', `/jaarcijfers/${jaar}`);
    assert.deepEqual(
      [fout.status, soortVan(fout.lichaam), fout.lichaam.fouten?.map((f) => [f.pointer, f.code])],
      [400, 'ongeldig-verzoek', [['/schooljaar', 'schooljaar']]],
      jaar,
    );
  }
});
