import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { beginWachtendeKlussen, bewaarVanzelfIngegaan } from '#activities';
import { leesHoofdsleutels, maakProcessleutel } from '#codec';
import { plusDagen, type Datum } from '#kalender';
import { open, type Definitie, type Snapshot } from '#process';
import { bewaarKlus, inGemeente, maakPool, projecteer, rijVan } from '#read-model';
import { processen } from '#workflows';
import {
  motorVan,
  soortVan,
  testStack,
  wachtTot,
  type HttpAntwoord,
  type Motor,
  type ProbleemLichaam,
  type ProcesLichaam,
} from '#test-kit';
import { KADER } from '../../libs/test-kit/verhaal.js';
import { willekeurigeInvoer } from '../../libs/test-kit/willekeur.js';
import { eigenGemeente, type EigenGemeente } from './eigen-gemeente.js';
import { iemand } from './toneel.js';

/* What a change does to processes that run: nothing to a term that has begun, everything to a date that counted the wrong holidays. */

interface Proef {
  open: number;
  verschilt: number;
  verplaatst: number;
  procestypen: {
    procestype: string;
    open: number;
    verschilt: number;
    termijnen: { naam: string; aantal: number }[];
  }[];
}
interface Kalender {
  versie: number;
  bekendTot: Datum;
  vakanties: { naam: string; van: Datum; tot: Datum }[];
}
interface Klus {
  stand: string;
  soort: string;
  totaal: number;
  regels: Record<string, number>;
}
interface Termijn {
  naam: string;
  datum: Datum;
  instelling: { naam: string; waarde: unknown; isStandaard: boolean } | null;
}

const stack = testStack();
let g: EigenGemeente;
let motor: Motor;
let worker: pg.Pool;
before(async () => {
  g = await eigenGemeente(stack, '0141');
  motor = await motorVan(stack);
  worker = maakPool(stack.databaseUrl, 'leerlijn_worker', 2);
});
after(async () => {
  await motor.sluit();
  await worker.end();
});

const proces = (id: string): Promise<ProcesLichaam> => g.ambtenaar.lees<ProcesLichaam>(`/processen/${id}`);
const termijn = async (id: string, naam: string): Promise<Termijn> => {
  const gevonden = (await proces(id)).termijnen.find((t) => t.naam === naam);
  assert.ok(gevonden, naam);
  return gevonden as unknown as Termijn;
};
const zet = async (naam: string, lichaam: unknown): Promise<void> => {
  const { versie } = await g.teamleider.lees<{ versie: number }>('/instellingen');
  const a = await g.teamleider.vraag('PUT', `/instellingen/${naam}`, { lichaam, versie: `"${versie}"` });
  assert.equal(a.status, 200, JSON.stringify(a.lichaam));
};
const proef = async (): Promise<Proef> =>
  (await g.teamleider.stuur<Proef>('/instellingen/_doorvoeren', 200, { proef: true })).lichaam;
const klaar = (pad: string): Promise<Klus> =>
  wachtTot('de klus is klaar', async () => {
    const k = await g.teamleider.lees<Klus>(pad);
    return k.stand === 'klaar' && k;
  });
async function voerDoor(): Promise<{
  klus: Klus;
  uitkomsten: { staat: string; uitkomst: { verplaatst?: number; reden?: string } }[];
}> {
  const a = await g.teamleider.stuur<{ klusId: string; totaal: number }>('/instellingen/_doorvoeren', 202, {
    proef: false,
  });
  const pad = a.koppen.get('location')!.replace('/api/v1', '');
  assert.equal(pad, `/klussen/${a.lichaam.klusId}`);
  const klus = await klaar(pad);
  const { regels } = await g.teamleider.lees<{ regels: never[] }>(`${pad}/regels?limiet=100`);
  return { klus, uitkomsten: regels };
}
const kalenderPad = (): string => `/scholen/${g.brin}/kalender`;
const zetKalender = (lichaam: unknown, versie?: string): Promise<HttpAntwoord<Kalender & ProbleemLichaam>> =>
  g.beheerder.vraag<Kalender & ProbleemLichaam>('PUT', kalenderPad(), { lichaam, versie });
const waardenVan = async (id: string): Promise<Record<string, unknown>> =>
  (
    await motor.client.workflow
      .getHandle(`spreekuur-${id}`)
      .query<{ kader: { instellingen: { waarden: Record<string, unknown> } } }>('stand')
  ).kader.instellingen.waarden;

/** Just invited: the talk within ten school days. */
async function uitgenodigd(): Promise<string> {
  const { id } = await g.spreekuur();
  await g.ambtenaar.doe(id, 'uitnodigingVerzonden');
  return id;
}
/** The talk was today: four lesweken of watching. */
async function gevolgd(): Promise<string> {
  const id = await uitgenodigd();
  await g.ambtenaar.doe(id, 'gesprekGevoerd', {
    gesprekOp: await motor.vandaag(),
    afspraken: 'Iedere dag op tijd.',
  });
  return id;
}

test('een kalender die niet klopt hoort alles tegelijk', async () => {
  const dag = await motor.vandaag();
  const slecht = {
    bekendTot: plusDagen(dag, 100),
    vakanties: [
      { naam: 'A', van: plusDagen(dag, 10), tot: plusDagen(dag, 5) },
      { naam: 'B', van: plusDagen(dag, 20), tot: plusDagen(dag, 30) },
      { naam: 'C', van: plusDagen(dag, 30), tot: plusDagen(dag, 101) },
      { naam: ' ', van: '2026-02-30', tot: plusDagen(dag, 40) },
    ],
    meer: 1,
  };
  const a = await zetKalender(slecht, '"1"');
  assert.equal(a.status, 400);
  assert.deepEqual(a.lichaam.fouten?.map((f) => `${f.pointer} ${f.code}`).sort(), [
    '/meer onbekend-veld',
    '/vakanties/0/tot volgorde',
    '/vakanties/2/tot na-bekend-tot',
    '/vakanties/2/van overlap',
    '/vakanties/3/naam te-klein',
    '/vakanties/3/van date',
  ]);
  assert.deepEqual(
    (await zetKalender({ vakanties: 'geen' }, '"1"')).lichaam.fouten?.map((f) => f.pointer).sort(),
    ['/bekendTot', '/vakanties'],
  );
  const zonder = await zetKalender(g.kalender);
  assert.deepEqual([zonder.status, soortVan(zonder.lichaam)], [428, 'versie-ontbreekt']);
  assert.equal((await zetKalender(g.kalender, '"4"')).status, 412);
  const ambtenaar = await g.ambtenaar.vraag('PUT', kalenderPad(), { lichaam: g.kalender, versie: '"1"' });
  assert.equal(ambtenaar.status, 403);
  assert.equal(
    (await g.beheerder.vraag('PUT', '/scholen/99ZZ/kalender', { lichaam: g.kalender, versie: '"1"' })).status,
    404,
  );
});

test('een lopende termijn houdt haar duur, een andere kalender verplaatst haar, en de proef zegt wat er gebeurt', async (t) => {
  const dag = await motor.vandaag();
  const [a, b, c] = [(await g.spreekuur()).id, await uitgenodigd(), await gevolgd()];
  const over = (await g.spreekuur()).id;
  await g.ambtenaar.doe(over, 'afsluiten', { resultaat: 'vervallen' });
  const voor = {
    uitnodigen: await termijn(a, 'uitnodigen'),
    gesprek: await termijn(b, 'gesprek'),
    monitoring: await termijn(c, 'monitoring'),
  };
  assert.deepEqual(voor.gesprek.instelling, {
    naam: 'spreekuurGesprek',
    waarde: { schooldagen: 10 },
    isStandaard: true,
  });
  assert.deepEqual(
    await proef().then((p) => [p.open, p.verschilt, p.verplaatst]),
    [3, 0, 0],
    'er is nog niets gewijzigd',
  );

  await zet('spreekuurUitnodigen', { waarde: { werkdagen: 9 } });
  await zet('spreekuurGesprek', { waarde: { schooldagen: 20 } });
  const alleenInstellingen = await proef();
  assert.deepEqual([alleenInstellingen.verschilt, alleenInstellingen.verplaatst], [3, 0]);

  const twee = { naam: 'Extra vakantie', van: plusDagen(dag, 1), tot: plusDagen(dag, 14) };
  const nieuw = { ...g.kalender, vakanties: [...g.kalender.vakanties, twee] };
  const bewaard = await zetKalender(nieuw, '"1"');
  assert.deepEqual([bewaard.status, bewaard.koppen.get('etag'), bewaard.lichaam.versie], [200, '"2"', 2]);
  assert.deepEqual(
    bewaard.lichaam.vakanties.map((v) => v.naam),
    ['Extra vakantie', 'Voorjaarsvakantie'],
  );
  assert.equal((await zetKalender(nieuw, '"1"')).status, 412);
  const { geschiedenis } = await g.ambtenaar.lees<{ geschiedenis: (Kalender & { door: string | null })[] }>(
    `${kalenderPad()}/geschiedenis`,
  );
  assert.deepEqual(
    geschiedenis.map((k) => [k.versie, k.vakanties.length, k.door]),
    [
      [2, 2, g.beheerder.wie.id],
      [1, 1, null],
    ],
  );

  const gezegd = await proef();
  t.diagnostic(JSON.stringify(gezegd));
  assert.deepEqual([gezegd.open, gezegd.verschilt, gezegd.verplaatst], [3, 3, 2]);
  assert.deepEqual(
    gezegd.procestypen.map((p) => [
      p.procestype,
      p.open,
      p.verschilt,
      Object.fromEntries(p.termijnen.map((x) => [x.naam, x.aantal])),
    ]),
    [['spreekuur', 3, 3, { gesprek: 1, monitoring: 1 }]],
  );
  assert.equal((await termijn(b, 'gesprek')).datum, voor.gesprek.datum, 'een proef verandert niets');

  const { klus, uitkomsten } = await voerDoor();
  assert.deepEqual(
    [klus.soort, klus.totaal, klus.regels['gedaan']],
    ['kaderBijwerken', gezegd.open, gezegd.verschilt],
  );
  assert.equal(
    uitkomsten.reduce((n, r) => n + (r.uitkomst.verplaatst ?? 0), 0),
    gezegd.verplaatst,
  );
  await wachtTot('de processen hebben het gehoord', async () => {
    const anders = await Promise.all([termijn(b, 'gesprek'), termijn(c, 'monitoring')]);
    return anders[0].datum > voor.gesprek.datum && anders[1].datum > voor.monitoring.datum;
  });
  assert.deepEqual(await termijn(a, 'uitnodigen'), voor.uitnodigen, 'een termijn zonder schooldagen blijft');
  assert.deepEqual(
    (await termijn(b, 'gesprek')).instelling,
    voor.gesprek.instelling,
    'de duur is die van het begin',
  );
  assert.deepEqual((await termijn(c, 'monitoring')).instelling, voor.monitoring.instelling);

  const na = await g.ambtenaar.doe(b, 'nietVerschenen');
  const opnieuw = na.termijnen.find((x) => x.naam === 'opnieuwUitnodigen') as unknown as Termijn;
  assert.deepEqual(opnieuw.instelling, {
    naam: 'spreekuurUitnodigen',
    waarde: { werkdagen: 9 },
    isStandaard: false,
  });
  const lijn = await g.ambtenaar.lees<{
    gebeurtenissen: { naam: string; herkomst?: { procestype: string } }[];
  }>(`/processen/${a}/gebeurtenissen`);
  assert.deepEqual(lijn.gebeurtenissen.map((e) => [e.naam, e.herkomst?.procestype ?? null]).at(-1), [
    'kaderBijwerken',
    'klus',
  ]);
});

test('nog een keer verandert niets, en wat afgerond is wordt overgeslagen', async () => {
  assert.deepEqual(await proef().then((p) => [p.verschilt, p.verplaatst]), [0, 0]);
  const { processen } = await g.ambtenaar.lees<{ processen: ProcesLichaam[] }>('/processen?limiet=100');
  const { klus, uitkomsten } = await voerDoor();
  assert.deepEqual(klus.regels, { wacht: 0, gedaan: 0, overgeslagen: processen.length, mislukt: 0 });
  assert.ok(uitkomsten.every((r) => r.uitkomst.reden === 'gelijk'));
  for (const p of processen) assert.equal((await proces(p.id)).revisie, p.revisie);

  await zet('spreekuurUpdate', { waarde: { werkdagen: 6 } });
  const id = processen[0]!.id;
  await g.ambtenaar.doe(id, 'afsluiten', { resultaat: 'vervallen' });
  const klusId = randomUUID();
  const api = maakPool(stack.databaseUrl, 'leerlijn_api', 1);
  const werk = { soort: 'kaderBijwerken', gegevens: {}, kenmerk: null, door: g.teamleider.wie.id };
  await inGemeente(api, { gemeenten: [g.code] }, async (em) => {
    await maakProcessleutel(em, leesHoofdsleutels(stack.sleutels), klusId);
    await bewaarKlus(em, { gemeente: g.code, id: klusId, ...werk, regels: [{ id }, { id: randomUUID() }] });
  });
  await api.end();
  await beginWachtendeKlussen({ pool: worker, client: motor.client });
  assert.deepEqual((await klaar(`/klussen/${klusId}`)).regels, {
    wacht: 0,
    gedaan: 0,
    overgeslagen: 2,
    mislukt: 0,
  });
});

test('wat op een latere dag ingaat gaat op die dag vanzelf naar de processen, een keer', async () => {
  const dag = await motor.vandaag();
  const { id } = await g.spreekuur();
  await zet('spreekuurAfspraken', { waarde: { werkdagen: 4 }, geldigVanaf: plusDagen(dag, 2) });
  await zet('spreekuurMonitoring', { waarde: { lesweken: 8 }, geldigTot: plusDagen(dag, 1) });
  const hoofdsleutels = leesHoofdsleutels(stack.sleutels);
  const vanzelf = async (): Promise<Klus[]> => {
    await bewaarVanzelfIngegaan({ pool: worker, hoofdsleutels });
    const { klussen } = await g.teamleider.lees<{
      klussen: (Klus & { gegevens: { reden?: string }; id: string })[];
    }>('/klussen?limiet=100');
    return klussen.filter((k) => k.gegevens.reden === 'ingegaan');
  };
  assert.deepEqual(await vanzelf(), [], 'vandaag gaat niets in dat eerder was gepland');
  await voerDoor();
  await wachtTot(
    'het proces kent de tijdelijke',
    async () => (await waardenVan(id))['spreekuurMonitoring'] !== undefined,
  );

  await motor.klokNaar(plusDagen(dag, 2));
  assert.equal((await vanzelf()).length, 1);
  assert.equal((await vanzelf()).length, 1, 'de tweede keer is er niets bij');
  await beginWachtendeKlussen({ pool: worker, client: motor.client });
  const [klus] = await vanzelf();
  await klaar(`/klussen/${(klus as Klus & { id: string }).id}`);
  await wachtTot('het proces heeft het gehoord', async () => {
    const w = await waardenVan(id);
    return (
      w['spreekuurMonitoring'] === undefined && JSON.stringify(w['spreekuurAfspraken']) === '{"werkdagen":4}'
    );
  });
  assert.equal((await proef()).verschilt, 0);
});

/** A shielded process as its row: nobody opens one without its whole chain, and the preview reads rows only. */
async function metAfgeschermde(werk: (d: Definitie) => Promise<void>): Promise<void> {
  const d = Object.values(processen).find((p) => p.nieuwste.afgeschermd !== undefined)!.nieuwste;
  const dag = await motor.vandaag();
  const plek = { gemeente: g.code, jongereId: await g.jongere(), procestype: d.key, id: randomUUID() };
  const { snapshot } = open(
    d,
    {
      ...plek,
      onderwerp: 'proef',
      versie: d.versie,
      gegevens: willekeurigeInvoer(d.start, () => 0, dag),
      kader: KADER,
      behandelaar: null,
      feiten: {},
      wie: { id: 'proef', rollen: ['systeem'], kenmerken: [] },
      sleutel: randomUUID(),
      hash: '',
    },
    dag,
  );
  const rij = (s: Snapshot, besloten: string): Promise<void> =>
    projecteer(worker, { snapshot: s, besloten, gebeurtenissen: [], effecten: [] }, rijVan(d, s), []);
  await rij(snapshot, '2020-01-01T00:00:00.000Z');
  try {
    await werk(d);
  } finally {
    // Temporal knows no such process: open, it would keep the Klok of the other specs waiting.
    await rij({ ...snapshot, revisie: 2, afgerond: true, termijnen: [] }, '2020-01-02T00:00:00.000Z');
  }
}

test('een afgeschermde route staat in de proef als een regel zonder soort of termijn, behalve voor een boa', async () => {
  await metAfgeschermde(async (d) => {
    const geen = await proef();
    const regel = geen.procestypen.find((p) => p.procestype === 'afgeschermd');
    assert.deepEqual([regel?.open, regel?.verschilt, regel?.termijnen], [1, 1, []]);
    assert.ok(!JSON.stringify(geen).includes(d.key));
    const boa = await iemand(stack, { rollen: ['teamleider'], gemeenten: [g.code], kenmerken: ['boa'] });
    const { lichaam } = await boa.stuur<Proef>('/instellingen/_doorvoeren', 200, { proef: true });
    assert.deepEqual(lichaam.procestypen.map((p) => p.procestype).sort(), [d.key, 'spreekuur'].sort());
    assert.equal(lichaam.open, geen.open);
  });
});
