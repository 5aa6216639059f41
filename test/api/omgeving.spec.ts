import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { plusDagen } from '#kalender';
import { soortVan, verzonnenBsn, type Api, type HttpAntwoord, type ProbleemLichaam } from '#test-kit';
import { csv, maakLeerlingen, meldingVan, stuurBestand } from './duo-toneel.js';
import {
  BRIN,
  eigenGemeente,
  haal,
  jongere,
  rijVan,
  type Gemeente,
  type Jaarcijfers,
} from './jaarcijfers-toneel.js';
import { iemand, vandaag } from './toneel.js';

/* What surrounds the work: regions, assignments, kinds of school, the number in Carel, and how a youth left school. */

interface Opdracht {
  id: string;
  uitvoerder: string;
  opdrachtgever: { code: string; naam: string };
  werk: string;
  van: string;
  tot: string | null;
  geldtNu: boolean;
}
interface Regio {
  nummer: number;
  naam: string | null;
  contactgemeente: { naam: string } | null;
  subregio: string | null;
  afspraak: { naam: string; van: number; tot: number } | null;
  werkcentrum: string | null;
}
interface Gemeenten {
  gemeenten: {
    code: string;
    naam: string;
    regio: Regio | null;
    opdrachten: Opdracht[];
    uitgevoerdDoor: Opdracht[];
  }[];
  bronnen: { naam: string; van: string }[];
}
interface School {
  brin: string;
  versie: number;
  schoolsoort: string | null;
  samenwerkingsverband: { code: string; naam: string | null } | null;
  aanwezigheidskaart: { uren: number; isStandaard: boolean; onzeker: boolean; bron: string } | null;
}
interface Jongere {
  id: string;
  carelId?: string | null;
  kwetsbaar: boolean;
  uitstroom: { soort: string; op: string } | null;
}

const CODE = '9971';
let g: Gemeente;
let teamleider: Api;
before(async () => {
  g = await eigenGemeente(CODE, 'Omdorp');
  teamleider = await iemand(g.stack, { gemeenten: [CODE], rollen: ['teamleider'] });
});
after(() => g.ruimOp());

const pointers = (a: HttpAntwoord<ProbleemLichaam>): string[] =>
  (a.lichaam.fouten ?? []).map((f) => `${f.pointer} ${f.code}`).sort();
const zetInstelling = async (naam: string, waarde: unknown): Promise<void> => {
  const { versie } = await teamleider.lees<{ versie: number }>('/instellingen');
  const a = await teamleider.vraag('PUT', `/instellingen/${naam}`, {
    lichaam: { waarde },
    versie: `"${versie}"`,
  });
  assert.equal(a.status, 200, JSON.stringify(a.lichaam));
};
const gemeenten = async (api: Api = g.ambtenaar): Promise<Gemeenten> => api.lees('/gemeenten');
const regio = async (): Promise<Regio | null> => (await gemeenten()).gemeenten[0]!.regio;

test('de regio volgt wat bekend is, anders de instelling; een regio zonder bron krijgt geen naam', async () => {
  const hengelo = (await gemeenten(await iemand(g.stack, { gemeenten: ['0164'] }))).gemeenten[0]!;
  assert.deepEqual(
    [
      hengelo.regio!.nummer,
      hengelo.regio!.naam,
      hengelo.regio!.contactgemeente!.naam,
      hengelo.regio!.subregio,
    ],
    [12, 'Twente', 'Enschede', 'Hengelo'],
  );
  const jaar = Number((await vandaag(g.ambtenaar)).slice(0, 4));
  const { afspraak, werkcentrum } = hengelo.regio!;
  assert.ok(afspraak!.naam.startsWith('Twentse Belofte') && afspraak!.van <= jaar && jaar <= afspraak!.tot);
  assert.equal(werkcentrum, 'Regionaal Werkcentrum');
  assert.equal(await regio(), null, 'niemand zei iets');
  await zetInstelling('rmcRegio', 7);
  const zeven = (await regio())!;
  assert.deepEqual([zeven.nummer, zeven.naam, zeven.contactgemeente, zeven.afspraak], [7, null, null, null]);
  await zetInstelling('rmcRegio', 12);
  assert.deepEqual([(await regio())!.naam, (await regio())!.subregio], ['Twente', null]);
  const te = await teamleider.vraag('PUT', '/instellingen/rmcRegio', {
    lichaam: { waarde: 41 },
    versie: '"1"',
  });
  assert.equal(te.status, 400);
  assert.deepEqual(
    (await gemeenten()).bronnen.map((b) => `${b.van} ${b.naam}`),
    ['DUO Dashboard vsv', 'DUO Dashboard jikp', 'Intergrip JIKP-monitor'],
  );
});

test('de cijfers van het jaarverslag noemen de regio, ook als bestand', async () => {
  const pad = '/jaarcijfers/2025-2026';
  const j = await g.ambtenaar.lees<Jaarcijfers & { regio: unknown }>(pad);
  assert.deepEqual(j.regio, { nummer: 12, naam: 'Twente' });
  const [kop, eerste] = parse((await haal(g.ambtenaar, `${pad}?vorm=csv`)).bytes, {
    bom: true,
    delimiter: ';',
    relaxColumnCount: true,
  });
  assert.deepEqual([kop!.at(-1), eerste!.at(-1)], ['regio', '12 Twente']);
});

test('een instelling over regio of school gaat naar geen proces', async () => {
  const { rows } = await g.db.query(`select naam, naar_proces from app.instelling where gemeente_code = $1`, [
    CODE,
  ]);
  assert.ok(rows.length > 0);
  for (const r of rows) assert.equal(r.naar_proces, false, r.naam);
});

const opdracht = (over: object = {}): Record<string, unknown> => ({
  opdrachtgever: { code: '9972', naam: 'Buurdorp' },
  werk: 'verzuim',
  van: '2023-08-01',
  ...over,
});
const leg = (lichaam: unknown, { api = teamleider, code = CODE } = {}) =>
  api.vraag<Opdracht & ProbleemLichaam>('POST', `/gemeenten/${code}/opdrachten`, { lichaam });
const beeindig = (id: string, tot: unknown, { api = teamleider, code = CODE } = {}) =>
  api.vraag<Opdracht & ProbleemLichaam>('POST', `/gemeenten/${code}/opdrachten/${id}/beeindigen`, {
    lichaam: { tot },
  });

test('een opdracht heeft een begin en een einde, en wat was blijft staan', async () => {
  const dag = await vandaag(teamleider);
  const voorbij = await leg(opdracht({ tot: '2024-12-31' }));
  assert.equal(voorbij.status, 201, JSON.stringify(voorbij.lichaam));
  const nu = await leg(opdracht({ werk: 'leerplicht' }));
  assert.deepEqual([nu.lichaam.tot, nu.lichaam.geldtNu, voorbij.lichaam.geldtNu], [null, true, false]);
  const getoond = (await gemeenten()).gemeenten[0]!.opdrachten;
  assert.deepEqual(
    getoond.map((o) => [o.uitvoerder, o.opdrachtgever.naam, o.werk, o.van, o.tot]),
    [
      [CODE, 'Buurdorp', 'leerplicht', '2023-08-01', null],
      [CODE, 'Buurdorp', 'verzuim', '2023-08-01', '2024-12-31'],
    ],
  );
  // The same work for the same municipality on the same day is one assignment; after its end another may follow.
  for (const over of [{ van: '2024-12-31' }, { van: '2020-01-01' }, { van: '2024-01-01', tot: '2024-02-01' }])
    assert.deepEqual([(await leg(opdracht(over))).status], [409], JSON.stringify(over));
  const tegelijk = await Promise.all([1, 2, 3].map(() => leg(opdracht({ van: '2025-01-01' }))));
  assert.deepEqual(
    tegelijk.map((a) => a.status).sort((x, y) => x - y),
    [201, 409, 409],
  );

  const einde = plusDagen(dag, 30);
  assert.equal((await beeindig(nu.lichaam.id, einde)).lichaam.tot, einde);
  assert.equal((await beeindig(nu.lichaam.id, einde)).status, 200, 'herhaald');
  assert.equal((await beeindig(nu.lichaam.id, plusDagen(einde, 1))).status, 409, 'later');
  assert.equal((await beeindig(nu.lichaam.id, dag)).lichaam.geldtNu, true, 'de laatste dag telt mee');
  assert.deepEqual(pointers(await beeindig(nu.lichaam.id, '2023-07-31')), ['/tot volgorde']);
  assert.equal((await beeindig(voorbij.lichaam.id, '2024-11-30')).status, 409, 'voorbij blijft voorbij');
  const { rows } = await g.db.query('select beeindigd_door from app.opdracht where id = $1', [nu.lichaam.id]);
  assert.deepEqual(rows, [{ beeindigd_door: teamleider.wie.id }]);
});

test('wie voor beide gemeenten werkt ziet ook wie het werk voor haar doet; een ander ziet niets', async () => {
  const buur = await eigenGemeente('9972', 'Buurdorp');
  const uitgevoerd = async (gemeentelijst: string[]): Promise<string[]> => {
    const { gemeenten: alle } = await gemeenten(await iemand(g.stack, { gemeenten: gemeentelijst }));
    return alle.find((x) => x.code === '9972')!.uitgevoerdDoor.map((o) => o.uitvoerder);
  };
  assert.ok((await uitgevoerd([CODE, '9972'])).every((u) => u === CODE));
  assert.ok((await uitgevoerd([CODE, '9972'])).length >= 2);
  assert.deepEqual(await uitgevoerd(['9972']), []);
  await buur.ruimOp();
});

test('een opdracht vastleggen mag alleen teamleider of beheerder, in de eigen gemeente, en zonder fouten', async () => {
  assert.equal((await leg(opdracht(), { api: g.ambtenaar })).status, 403);
  assert.equal((await beeindig(randomUUID(), '2030-01-01', { api: g.ambtenaar })).status, 403);
  assert.equal((await leg(opdracht({ van: '2030-01-01' }), { api: g.beheerder })).status, 409, 'overlapt');
  assert.equal((await leg(opdracht(), { code: '0164' })).status, 404);
  const { id } = (await gemeenten()).gemeenten[0]!.opdrachten[0]!;
  const elders = await iemand(g.stack, { gemeenten: ['9972'], rollen: ['teamleider'] });
  assert.equal((await beeindig(id, '2030-01-01', { api: elders, code: '9972' })).status, 404);
  assert.equal((await beeindig(id, '2030-01-01', { api: elders })).status, 404);
  assert.equal((await beeindig(randomUUID(), '2030-01-01')).status, 404);
  assert.deepEqual(
    pointers(
      await leg({ opdrachtgever: { code: 'x', naam: ' ' }, werk: 'koken', van: '2023-02-30', meer: 1 }),
    ),
    [
      '/meer onbekend-veld',
      '/opdrachtgever/code regex',
      '/opdrachtgever/naam te-klein',
      '/van date',
      '/werk keuze',
    ],
  );
  assert.deepEqual(pointers(await leg(opdracht({ tot: '2023-07-31' }))), ['/tot volgorde']);
  assert.deepEqual(pointers(await leg(opdracht({ opdrachtgever: { code: CODE, naam: 'Omdorp' } }))), [
    '/opdrachtgever/code keuze',
  ]);
  for (const rol of ['school', 'arts'] as const)
    assert.equal(
      (await (await iemand(g.stack, { gemeenten: [CODE], rollen: [rol] })).vraag('GET', '/gemeenten')).status,
      403,
      rol,
    );
});

const school = async (): Promise<School> =>
  (await g.ambtenaar.lees<{ scholen: School[] }>('/scholen')).scholen.find((s) => s.brin === BRIN)!;
const wijzigSchool = (lichaam: unknown, versie: string | undefined, api: Api = teamleider, brin = BRIN) =>
  api.vraag<School & ProbleemLichaam>('PATCH', `/scholen/${brin}`, {
    lichaam,
    ...(versie !== undefined && { versie }),
  });

test('een school heeft een soort en een samenwerkingsverband, en de drempel van haar soort', async () => {
  const kaal = await school();
  assert.deepEqual(
    [kaal.schoolsoort, kaal.samenwerkingsverband, kaal.aanwezigheidskaart],
    [null, null, null],
  );
  const a = await wijzigSchool({ schoolsoort: 'vo', samenwerkingsverband: '23-02' }, '"1"');
  assert.deepEqual([a.status, a.koppen.get('etag')], [200, '"2"']);
  const vo = await school();
  assert.deepEqual(vo, a.lichaam);
  assert.deepEqual(vo.samenwerkingsverband, { code: '23-02', naam: 'Twente Oost' });
  assert.deepEqual(
    [vo.aanwezigheidskaart!.uren, vo.aanwezigheidskaart!.isStandaard, vo.aanwezigheidskaart!.onzeker],
    [16, true, true],
  );
  await zetInstelling('aanwezigheidskaartVo', 9);
  await zetInstelling('aanwezigheidskaartPo', 4);
  assert.deepEqual(
    [(await school()).aanwezigheidskaart!.uren, (await school()).aanwezigheidskaart!.isStandaard],
    [9, false],
  );
  const po = await wijzigSchool({ schoolsoort: 'po' }, '"2"');
  assert.deepEqual(
    [po.lichaam.aanwezigheidskaart!.uren, po.lichaam.samenwerkingsverband!.code],
    [4, '23-02'],
  );
  const onbekend = await wijzigSchool({ samenwerkingsverband: '99-01' }, '"3"');
  assert.deepEqual(
    onbekend.lichaam.samenwerkingsverband,
    { code: '99-01', naam: null },
    'geen verzonnen naam',
  );
});

test('een school wijzigen: met de versie, door wie dat mag, en in de eigen gemeente', async () => {
  const { versie } = await school();
  const nu = `"${versie}"`;
  assert.equal((await wijzigSchool({ schoolsoort: 'vo' }, undefined)).status, 428);
  assert.equal((await wijzigSchool({ schoolsoort: 'vo' }, '"1"')).status, 412);
  assert.equal((await wijzigSchool({ schoolsoort: 'vo' }, nu, g.ambtenaar)).status, 403);
  assert.equal((await wijzigSchool({ schoolsoort: 'vo' }, nu, teamleider, '00ZZ')).status, 404);
  const elders = await iemand(g.stack, { gemeenten: ['0164'], rollen: ['beheerder'] });
  assert.equal((await wijzigSchool({ schoolsoort: 'vo' }, nu, elders)).status, 404);
  assert.deepEqual(
    pointers(await wijzigSchool({ schoolsoort: 'hbo', samenwerkingsverband: '2302', x: 1 }, nu)),
    ['/samenwerkingsverband regex', '/schoolsoort keuze', '/x onbekend-veld'],
  );
  assert.equal((await wijzigSchool({}, nu)).status, 400);
  const twee = await Promise.all(['vo', 'pro'].map((schoolsoort) => wijzigSchool({ schoolsoort }, nu)));
  assert.deepEqual(
    twee.map((a) => a.status).sort((x, y) => x - y),
    [200, 412],
  );
});

const nieuweJongere = (over: object): Record<string, unknown> => ({
  gemeente: CODE,
  bsn: verzonnenBsn(),
  voornamen: 'Zoë',
  achternaam: 'Proef',
  geboortedatum: '2009-02-03',
  brin: BRIN,
  ...over,
});
const vastleggen = (over: object) =>
  g.ambtenaar.vraag<Jongere & ProbleemLichaam>('POST', '/jongeren', { lichaam: nieuweJongere(over) });
async function wijzig(
  id: string,
  lichaam: unknown,
  api: Api = g.ambtenaar,
): Promise<HttpAntwoord<Jongere & ProbleemLichaam>> {
  const { koppen } = await g.ambtenaar.vraag('GET', `/jongeren/${id}`);
  return api.vraag('PATCH', `/jongeren/${id}`, { lichaam, versie: koppen.get('etag') ?? '"1"' });
}
const zoek = async (carelId: string, api: Api = g.ambtenaar): Promise<string[]> =>
  (await api.stuur<{ jongeren: Jongere[] }>('/jongeren/_zoek', 200, { carelId })).lichaam.jongeren.map(
    (j) => j.id,
  );

test('een jongere is te vinden op zijn Carel-id, een keer per gemeente, en niet over de grens', async () => {
  const a = await vastleggen({ carelId: 'C-1001' });
  assert.deepEqual([a.status, a.lichaam.carelId], [201, 'C-1001']);
  assert.deepEqual(await zoek('C-1001'), [a.lichaam.id]);
  assert.deepEqual(await zoek('c-1001'), []);
  assert.deepEqual(await zoek('C-1001', await iemand(g.stack, { gemeenten: ['0164'] })), []);
  const dubbel = await vastleggen({ carelId: 'C-1001' });
  assert.deepEqual([dubbel.status, pointers(dubbel)], [400, ['/carelId bezet']]);
  const b = await jongere(g);
  assert.deepEqual(pointers(await wijzig(b, { carelId: 'C-1001' })), ['/carelId bezet']);
  assert.equal((await wijzig(b, { carelId: 'C-1002' })).lichaam.carelId, 'C-1002');
  assert.equal((await wijzig(b, { carelId: null })).lichaam.carelId, null);
  assert.deepEqual(pointers(await wijzig(b, { carelId: 'een naam' })), ['/carelId regex']);
  const beide = await g.ambtenaar.vraag('POST', '/jongeren/_zoek', {
    lichaam: { carelId: 'C-1001', achternaam: 'Proef', geboortedatum: '2009-02-03' },
  });
  assert.equal(beide.status, 400);
  const { rows } = await g.db.query('select wat from app.inzage where jongere_id = $1', [a.lichaam.id]);
  assert.deepEqual(rows, [{ wat: 'zoeken' }]);
  const vanSchool = await iemand(g.stack, { gemeenten: [CODE], rollen: ['school'], school: BRIN });
  const gezien = await vanSchool.lees<Jongere>(`/jongeren/${a.lichaam.id}`);
  assert.ok(!('carelId' in gezien), 'een school kent Carel niet');
});

test('een bestand van DUO mag het Carel-id meebrengen: het hoort bij een jongere, en niet bij een ander', async () => {
  const [een, twee, drie] = await maakLeerlingen(g.stack, 3, '2011-03-27', CODE);
  const op = await vandaag(g.ambtenaar);
  const carel = async (id: string): Promise<unknown> =>
    (await g.ambtenaar.lees<Jongere>(`/jongeren/${id}`)).carelId;
  const stuur = (rijen: Record<string, string>[], proef = false) =>
    stuurBestand(g.stack, g.ambtenaar, csv(rijen), proef ? '?proef=true' : '');
  const goed = [
    meldingVan(een!, op, { 'Carel-id': 'K.1' }),
    meldingVan(een!, op, { 'Carel-id': 'K.1' }),
    meldingVan(twee!, op, { 'Carel-id': 'K.2' }),
    meldingVan(drie!, op),
  ];
  assert.deepEqual((await stuur(goed, true)).lichaam.fouten, []);
  assert.equal(await carel(een!.id), null, 'een proef bewaart niets');
  assert.equal((await stuur(goed)).status, 202);
  assert.deepEqual(
    [await carel(een!.id), await carel(twee!.id), await carel(drie!.id)],
    ['K.1', 'K.2', null],
  );
  const fout = await stuur([
    meldingVan(een!, op, { 'Carel-id': 'K.9' }),
    meldingVan(drie!, op, { 'Carel-id': 'K.2' }),
    meldingVan(drie!, op, { 'Carel-id': 'een naam' }),
  ]);
  assert.equal(fout.status, 400);
  assert.deepEqual(
    fout.lichaam.fouten.map((f) => `${f.rij} ${f.kolom} ${f.code}`),
    ['2 carelId anders', '3 carelId anders', '4 carelId regex'],
  );
  assert.deepEqual([await carel(een!.id), await carel(drie!.id)], ['K.1', null]);
});

test('uitstroom volgens Intergrip staat bij de jongere en telt in het schooljaar van die dag', async () => {
  const [a, b, c] = [await jongere(g), await jongere(g), await jongere(g)];
  for (const [id, soort, op] of [
    [a, 'gepland', '2025-08-01'],
    [b, 'ongepland', '2026-07-31'],
    [c, 'ongepland', '2025-07-31'],
  ] as const)
    assert.deepEqual((await wijzig(id, { uitstroom: { soort, op } })).lichaam.uitstroom, { soort, op });
  const telling = async (jaar: string): Promise<unknown[]> => {
    const j = await g.ambtenaar.lees<Jaarcijfers>(`/jaarcijfers/${jaar}`);
    assert.equal(j.klopt, true);
    return ['gepland', 'ongepland', 'totaal'].map((x) => rijVan(j, 'uitstroom', x).aantal);
  };
  assert.deepEqual(
    [await telling('2025-2026'), await telling('2024-2025')],
    [
      [1, 1, 2],
      [0, 1, 1],
    ],
  );
  assert.equal((await wijzig(b, { uitstroom: null })).lichaam.uitstroom, null);
  assert.deepEqual(await telling('2025-2026'), [1, 0, 1]);
  const morgen = plusDagen(await vandaag(g.ambtenaar), 1);
  assert.deepEqual(pointers(await wijzig(a, { uitstroom: { soort: 'gepland', op: morgen } })), [
    '/uitstroom/op toekomst',
  ]);
  assert.deepEqual(pointers(await wijzig(a, { uitstroom: { soort: 'vertrokken' } })), [
    '/uitstroom/op verplicht',
    '/uitstroom/soort keuze',
  ]);
});

test('wie de gemeente als kwetsbaar kent is een bestand zonder BSN, voor de teamleider, en laat een spoor na', async () => {
  const pad = `/gemeenten/${CODE}/kwetsbaar`;
  const bsn = verzonnenBsn();
  const wie = (await vastleggen({ bsn, carelId: 'K.77', achternaam: '=1+1', voornamen: '@Sem' })).lichaam.id;
  const ander = await jongere(g);
  const verhuisd = await jongere(g);
  for (const id of [wie, verhuisd]) await wijzig(id, { kwetsbaar: true });
  await g.db.query(`update app.jongere set verhuisd_op = '2025-10-15' where id = $1`, [verhuisd]);
  const lijst = await teamleider.lees<{ jongeren: Jongere[] }>(pad);
  assert.deepEqual(
    lijst.jongeren.map((j) => [j.id, j.carelId]),
    [[wie, 'K.77']],
  );
  const uit = await haal(teamleider, pad, 'text/csv');
  assert.deepEqual(
    [uit.status, uit.koppen.get('content-type'), uit.koppen.get('content-disposition')],
    [200, 'text/csv; charset=utf-8', `attachment; filename="kwetsbaar-${CODE}.csv"`],
  );
  const rijen = parse(uit.bytes, { bom: true, delimiter: ';' });
  assert.deepEqual(rijen[1], ['K.77', "'@Sem", "'=1+1", '2009-02-03', BRIN, '', '', '']);
  assert.equal(rijen.length, 2);
  assert.ok(!uit.bytes.includes(bsn));
  assert.deepEqual((await haal(teamleider, `${pad}?vorm=csv`)).bytes, uit.bytes);
  const spoor = async (id: string): Promise<unknown> =>
    (await g.db.query(`select wie from app.inzage where jongere_id = $1 and wat = 'kwetsbaar'`, [id])).rows
      .length;
  assert.deepEqual([await spoor(wie), await spoor(ander)], [3, 0]);
  for (const api of [g.ambtenaar, g.beheerder]) assert.equal((await api.vraag('GET', pad)).status, 403);
  assert.equal((await teamleider.vraag('GET', '/gemeenten/0164/kwetsbaar')).status, 404);
  assert.equal((await teamleider.vraag('GET', '/gemeenten/x/kwetsbaar')).status, 400);
  assert.equal((await teamleider.vraag('GET', `${pad}?vorm=xlsx`)).status, 400);
  assert.equal((await haal(teamleider, pad, 'text/html')).status, 406);
});

test('geen id, nummer of opdracht van een andere gemeente komt langs de afscherming', async () => {
  const { rows } = await g.db.query<{ n: number }>(
    `select count(*)::int as n from app.opdracht where gemeente_code = '9972'`,
  );
  assert.equal(rows[0]!.n, 0);
  const nee = await vastleggen({ gemeente: '9972', carelId: 'C-1' });
  assert.deepEqual([nee.status, soortVan(nee.lichaam)], [400, 'ongeldig-verzoek']);
});
