import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { leesHoofdsleutels, maakProcessleutel } from '#codec';
import { TAAKRIJ, workflowIdVan, type Kader, type Opening } from '#process';
import { inGemeente, maakPool } from '#read-model';
import { processen } from '#workflows';
import {
  soortVan,
  wachtTot,
  type Api,
  type HttpAntwoord,
  type ProbleemLichaam,
  type ProcesLichaam,
} from '#test-kit';
import { eigenGemeente, type EigenGemeente } from '../api/eigen-gemeente.js';
import { iemand } from '../api/toneel.js';
import { masMetHalt } from '../api/wpg.js';
import { opToneel } from '../faults/toneel.js';
import { medewerker, sqlIn } from './mensen.js';

/** Real processes; the goal is a thousand, and that many are run by hand (docs/metingen tells what came of it). */
const ZAKEN = Number(process.env['HERSTEL_ZAKEN'] ?? 200);
const OPENERS = 4;
const REDEN = 'De wijken zijn anders verdeeld.';

interface Voorbeeld {
  totaal: number;
  kan: number;
  kanNiet: { reden: string; aantal: number }[];
  afgeschermd: number;
  zaken: { id: string; kan: boolean; versie: number }[];
}
interface Klus {
  stand: string;
  soort: string;
  door: string;
  totaal: number;
  regels: Record<'wacht' | 'gedaan' | 'overgeslagen' | 'mislukt', number>;
}
interface Regel {
  nr: number;
  staat: string;
  procesId?: string;
  afgeschermd?: true;
  uitkomst: { code?: string; melding?: string } | null;
}
type Begonnen = { klusId: string; totaal: number; afgeschermd: number } & ProbleemLichaam;

const voorbeeld = async (api: Api, wens: Record<string, unknown>): Promise<Voorbeeld> =>
  (
    await api.stuur<Voorbeeld>('/herstel/voorbeeld', 200, {
      invoer: {},
      filter: {},
      reden: 'Hetzelfde verzoek voert het uit',
      ...wens,
    })
  ).lichaam;
const begin = (
  api: Api,
  wens: Record<string, unknown>,
  sleutel: string = randomUUID(),
): Promise<HttpAntwoord<Begonnen>> =>
  api.vraag('POST', '/herstel', { lichaam: { invoer: {}, filter: {}, reden: REDEN, ...wens }, sleutel });
const klusVan = (api: Api, id: string): Promise<Klus> => api.lees<Klus>(`/klussen/${id}`);
const klaar = (api: Api, id: string, maxMs = 60_000 + ZAKEN * 300): Promise<Klus> =>
  wachtTot(
    'de klus is klaar',
    async () => {
      const k = await klusVan(api, id);
      return k.stand === 'klaar' && k;
    },
    maxMs,
    200,
  );
async function regelsVan(api: Api, id: string): Promise<Regel[]> {
  const uit: Regel[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const blad: { regels: Regel[]; volgende: string | null } = await api.lees(
      `/klussen/${id}/regels?limiet=100${cursor && `&cursor=${cursor}`}`,
    );
    uit.push(...blad.regels);
    cursor = blad.volgende;
  }
  return uit;
}
/** Does it for each, a few at once. */
async function voorElk<T, U>(lijst: readonly T[], werk: (x: T) => Promise<U>): Promise<U[]> {
  const [over, uit]: [T[], U[]] = [[...lijst], []];
  const werker = async (): Promise<void> => {
    for (let x = over.shift(); x !== undefined; x = over.shift()) uit.push(await werk(x));
  };
  await Promise.all(Array.from({ length: OPENERS }, werker));
  return uit;
}
const behandelaarVan = async (api: Api, id: string): Promise<unknown> =>
  (await api.lees<ProcesLichaam>(`/processen/${id}`))['behandelaar'];

/** Opens a process of the first version, as it would have been opened before the second came. */
async function opVersie1(
  g: EigenGemeente,
  procestype: string,
  gegevens: Record<string, unknown>,
): Promise<string> {
  const { stack, motor } = opToneel();
  const { beschrijving } = stack;
  const d = processen[procestype]!.versies.find((v) => v.versie === 1)!;
  const jongereId = await g.jongere();
  const voorbeeldProces = await g.spreekuur();
  const kader = await sqlIn(beschrijving, [g.code], async (db) => {
    const { rows } = await db.query<{ kader: Kader }>('select kader from app.proces where id = $1', [
      voorbeeldProces.id,
    ]);
    return rows[0]!.kader;
  });
  await g.teamleider.doe(voorbeeldProces.id, 'annuleren', { reden: 'Alleen om het kader.' });
  const pool = maakPool(beschrijving.databaseUrl, 'leerlijn_api', 1);
  const opening: Opening = {
    id: randomUUID(),
    procestype,
    versie: 1,
    gemeente: g.code,
    jongereId,
    onderwerp: 'proef',
    gegevens: d.start.parse(gegevens) as Opening['gegevens'],
    kader,
    behandelaar: null,
    feiten: {},
    wie: { id: g.ambtenaar.wie.id, rollen: ['leerplichtambtenaar'], kenmerken: [] },
    sleutel: randomUUID(),
    hash: '',
  };
  const voorsprong = await inGemeente(pool, { gemeenten: [g.code] }, async (em) => {
    await maakProcessleutel(em, leesHoofdsleutels(beschrijving.sleutels), opening.id);
    return em.voorsprong;
  });
  await pool.end();
  await motor.client.workflow.start(procestype, {
    workflowId: workflowIdVan(procestype, opening.id),
    taskQueue: TAAKRIJ,
    args: [{ voorsprong, opening }],
  });
  await wachtTot(
    'de rij is er',
    async () => (await g.ambtenaar.vraag('GET', `/processen/${opening.id}`)).status === 200,
  );
  return opening.id;
}

/** A teamleider mends many cases at once: preview, work that survives a crash, what failed per row, and back again. */
export const veelTegelijk = (): void => {
  describe('veel zaken tegelijk', () => {
    let g: EigenGemeente;
    let baas: Api;
    let [anna, bram]: Api[] = [];

    before(async () => {
      const { beschrijving } = opToneel().stack;
      g = await eigenGemeente(beschrijving, '0153');
      baas = g.teamleider;
      anna = await medewerker(beschrijving, [g.code]);
      bram = await medewerker(beschrijving, [g.code]);
    });

    it('alleen een teamleider, van de eigen gemeente, met een vraag die klopt', async () => {
      const wens = { actie: 'toewijzen', invoer: { behandelaar: anna!.wie.id } };
      for (const api of [g.ambtenaar, g.beheerder]) {
        assert.equal((await begin(api, wens)).status, 403);
        assert.equal(
          (await api.vraag('POST', '/herstel/voorbeeld', { lichaam: { ...wens, filter: {} } })).status,
          403,
        );
      }
      assert.equal((await begin(baas, { ...wens, filter: { gemeente: '0164' } })).status, 404);
      const fouten: [Record<string, unknown>, string][] = [
        [{ ...wens, reden: '' }, 'te-klein'],
        [{ ...wens, reden: undefined }, 'verplicht'],
        [{ ...wens, filter: { onzin: true } }, 'onbekend-veld'],
        [{ ...wens, filter: { procestype: 'onzin' } }, 'keuze'],
        [{ ...wens, invoer: { behandelaar: randomUUID() } }, 'onbekend'],
        [{ ...wens, invoer: {} }, 'verplicht'],
        [{ ...wens, invoer: { behandelaar: null, van: null } }, 'onbekend-veld'],
        [{ actie: 'migreren', invoer: { naarVersie: 2 } }, 'verplicht'],
        [{ actie: 'annuleren' }, 'ongeldig'],
        [{ actie: 'overslaan' }, 'ongeldig'],
      ];
      for (const [fout, code] of fouten) {
        const { status, lichaam } = await begin(baas, fout);
        assert.deepEqual([status, lichaam.fouten?.[0]?.code], [400, code], JSON.stringify(fout));
      }
      const zonder = await baas.vraag('POST', '/herstel', { lichaam: { ...wens, filter: {}, reden: REDEN } });
      assert.equal(zonder.status, 400);
      const leeg = await begin(baas, wens);
      assert.deepEqual([leeg.status, soortVan(leeg.lichaam)], [409, 'actie-niet-mogelijk']);
      assert.equal(
        (await baas.vraag('POST', `/klussen/${randomUUID()}/terugdraaien`, { lichaam: { reden: REDEN } }))
          .status,
        404,
      );
    });

    it(`N = ${ZAKEN}: toewijzen met kill -9 van de worker halverwege, en weer terug`, async (t) => {
      const { stack } = opToneel();
      const opening = performance.now();
      const ids = await voorElk(
        Array.from({ length: ZAKEN }, (_, i) => i),
        async () => (await g.spreekuur()).id,
      );
      t.diagnostic(`${ZAKEN} zaken geopend in ${Math.round(performance.now() - opening)} ms`);
      const wens = {
        actie: 'toewijzen',
        invoer: { behandelaar: anna!.wie.id },
        filter: { behandelaar: 'geen', procestype: 'spreekuur' },
      };
      const proefBegin = performance.now();
      const proef = await voorbeeld(baas, wens);
      t.diagnostic(`voorbeeld in ${Math.round(performance.now() - proefBegin)} ms`);
      assert.deepEqual(
        [proef.totaal, proef.kan, proef.kanNiet, proef.zaken.length],
        [ZAKEN, ZAKEN, [], Math.min(50, ZAKEN)],
      );

      const sleutel = randomUUID();
      const start = performance.now();
      const [een, dubbel] = await Promise.all([begin(baas, wens, sleutel), begin(baas, wens, sleutel)]);
      t.diagnostic(`opdracht bewaard in ${Math.round(performance.now() - start)} ms`);
      const { klusId } = een.lichaam;
      assert.deepEqual(
        [een.status, dubbel.status, dubbel.lichaam.klusId],
        [202, 202, klusId],
        'een dubbele klik is een klus',
      );
      assert.equal(een.koppen.get('location'), `/api/v1/klussen/${klusId}`);
      const anders = await begin(baas, { ...wens, invoer: { behandelaar: bram!.wie.id } }, sleutel);
      assert.deepEqual([anders.status, soortVan(anders.lichaam)], [409, 'idempotency-key-hergebruikt']);
      assert.equal(
        (await baas.vraag('POST', `/klussen/${klusId}/terugdraaien`, { lichaam: { reden: REDEN } })).status,
        409,
        'loopt nog',
      );

      // The last case moves while the work is on its way to it.
      const laatste = [...ids].sort().at(-1)!;
      const eigen = await baas.handel(laatste, 'toewijzen', { behandelaar: bram!.wie.id });
      const bezig = await wachtTot('een deel is gedaan', async () => {
        const k = await klusVan(baas, klusId);
        return k.regels.gedaan >= ZAKEN / 5 && k;
      });
      await stack.dood('worker');
      const tussen = await klusVan(baas, klusId);
      t.diagnostic(
        `voortgang ${bezig.regels.gedaan} van ${tussen.totaal}; worker gedood bij ${tussen.regels.gedaan}`,
      );
      assert.ok(tussen.regels.wacht > 0, 'er was nog werk');
      await stack.start('worker');
      const einde = await klaar(baas, klusId);
      t.diagnostic(`klaar na ${Math.round(performance.now() - start)} ms: ${JSON.stringify(einde.regels)}`);
      assert.equal(einde.door, baas.wie.id);
      assert.deepEqual([einde.regels.wacht, einde.regels.mislukt], [0, 0]);
      assert.equal(einde.regels.gedaan + einde.regels.overgeslagen, ZAKEN);
      const regels = await regelsVan(baas, klusId);
      assert.deepEqual(new Set(regels.map((r) => r.procesId)), new Set(ids));
      for (const r of regels.filter((x) => x.staat === 'overgeslagen'))
        assert.deepEqual([r.procesId, r.uitkomst?.code, eigen.status], [laatste, 'toestand', 200]);

      interface Lijn {
        gebeurtenissen: {
          naam: string;
          door: { rol: string; id: string };
          teksten: { tekst: string | null }[];
        }[];
      }
      const door = await voorElk(ids, async (id) => {
        const { gebeurtenissen } = await baas.lees<Lijn>(`/processen/${id}/gebeurtenissen`);
        return gebeurtenissen.filter((e) => e.naam === 'toewijzen' && e.teksten[0]?.tekst === REDEN);
      });
      assert.ok(
        door.every((x) => x.length <= 1),
        'geen zaak hoort het twee keer',
      );
      assert.equal(door.flat().length, einde.regels.gedaan);
      assert.ok(door.flat().every((e) => e.door.rol === 'teamleider' && e.door.id === baas.wie.id));

      // One of them was given to another since; it stays his.
      const weggegeven = regels.find((r) => r.staat === 'gedaan' && r.procesId !== laatste)!.procesId!;
      await baas.doe(weggegeven, 'toewijzen', { behandelaar: bram!.wie.id });
      const terugPad = `/klussen/${klusId}/terugdraaien`;
      assert.equal((await g.ambtenaar.vraag('POST', terugPad, { lichaam: { reden: REDEN } })).status, 403);
      assert.equal((await baas.vraag('POST', terugPad, { lichaam: {} })).status, 400);
      const vreemde = await iemand(stack.beschrijving, { rollen: ['teamleider'], gemeenten: ['0164'] });
      assert.equal((await vreemde.vraag('POST', terugPad, { lichaam: { reden: REDEN } })).status, 404);
      const terugBegin = performance.now();
      const terug = await baas.stuur<Begonnen>(terugPad, 202, { reden: 'Toch niet.' });
      const nogEens = await baas.stuur<Begonnen>(terugPad, 202, { reden: 'Toch niet.' });
      assert.deepEqual(
        [nogEens.lichaam.klusId, nogEens.koppen.get('idempotent-replay')],
        [terug.lichaam.klusId, 'true'],
      );
      const omgekeerd = await klaar(baas, terug.lichaam.klusId);
      const duur = performance.now() - terugBegin;
      t.diagnostic(
        `teruggedraaid: ${JSON.stringify(omgekeerd.regels)}, ${Math.round((omgekeerd.totaal / duur) * 1000)} zaken per seconde`,
      );
      assert.deepEqual(
        [omgekeerd.regels.overgeslagen, omgekeerd.regels.gedaan],
        [1, einde.regels.gedaan - 1],
      );
      assert.equal(await behandelaarVan(baas, weggegeven), bram!.wie.id);
      const vanAnna = await baas.lees<{ totaal: number }>(`/processen?behandelaar=${anna!.wie.id}`);
      assert.equal(vanAnna.totaal, 0);
      assert.equal(
        (
          await baas.vraag('POST', `/klussen/${terug.lichaam.klusId}/terugdraaien`, {
            lichaam: { reden: REDEN },
          })
        ).status,
        409,
      );
    });

    it('herkansen: wat hapert wordt in een keer opnieuw geprobeerd', async (t) => {
      const { foutpunten } = opToneel();
      foutpunten('effect gooi');
      const vandaag = await opToneel().motor.vandaag();
      const ids = await voorElk(
        Array.from({ length: 6 }, (_, i) => i),
        async () => {
          const gegevens = { grond: 'art5onderA', kennisgevingOp: vandaag };
          return (await g.ambtenaar.open('vrijstelling', await g.jongere(), gegevens)).id;
        },
      );
      const hapert = async (): Promise<number> => (await voorbeeld(baas, { actie: 'herkansen' })).kan;
      await wachtTot('alle haperen', async () => (await hapert()) === ids.length, 30_000);
      // Supervision tells the kinds apart; so does the filter.
      const soorten = await Promise.all(
        ['effect', 'niemand', 'rij'].map((vastgelopen) =>
          voorbeeld(baas, {
            actie: 'toewijzen',
            invoer: { behandelaar: bram!.wie.id },
            filter: { vastgelopen },
          }),
        ),
      );
      assert.deepEqual([soorten[0]!.kan, soorten[2]!.totaal], [ids.length, 0]);
      assert.ok(
        soorten[1]!.zaken.every((z) => !ids.includes(z.id)),
        'van vandaag is nog niet van niemand',
      );
      foutpunten();
      const { status, lichaam } = await begin(baas, { actie: 'herkansen' });
      assert.equal(status, 202, JSON.stringify(lichaam));
      const k = await klaar(baas, lichaam.klusId);
      t.diagnostic(`N = ${k.totaal}: ${JSON.stringify(k.regels)}`);
      assert.equal(k.regels.mislukt, 0);
      await wachtTot('niets hapert meer', async () => (await hapert()) === 0, 15_000);
      assert.equal((await begin(baas, { actie: 'herkansen' })).status, 409);
      assert.equal(
        (await baas.vraag('POST', `/klussen/${lichaam.klusId}/terugdraaien`, { lichaam: { reden: REDEN } }))
          .status,
        409,
      );
    });

    it('overzetten naar een nieuwe versie: het voorbeeld zegt wat de klus doet', async (t) => {
      const vandaag = await opToneel().motor.vandaag();
      const achttienOp = '2035-06-15';
      const spreekuren: string[] = [];
      for (let i = 0; i < 5; i += 1)
        spreekuren.push(await opVersie1(g, 'spreekuur', { aangemeldOp: vandaag, urenGemeld: 6, achttienOp }));
      await g.ambtenaar.doe(spreekuren[0]!, 'uitnodigingVerzonden', {});
      const vrij = await opVersie1(g, 'vrijstelling', {
        grond: 'art5onderA',
        kennisgevingOp: vandaag,
        achttienOp,
      });
      for (const [procestype, ids] of [
        ['spreekuur', spreekuren],
        ['vrijstelling', [vrij]],
      ] as const) {
        const wens = { actie: 'migreren', invoer: { naarVersie: 2 }, filter: { procestype } };
        const proef = await voorbeeld(baas, wens);
        const nieuw = proef.totaal - ids.length;
        assert.equal(proef.kan, ids.length);
        assert.deepEqual(
          proef.kanNiet,
          nieuw === 0 ? [] : [{ reden: 'Naar versie 2 is geen overgang beschreven.', aantal: nieuw }],
        );
        const alleenOud = await voorbeeld(baas, { ...wens, filter: { procestype, versie: 1 } });
        assert.deepEqual(
          [alleenOud.kan, alleenOud.kanNiet, alleenOud.zaken.every((z) => z.kan && z.versie === 1)],
          [ids.length, [], true],
        );
        assert.equal((await voorbeeld(baas, { ...wens, invoer: { naarVersie: 9 } })).kan, 0);

        const { lichaam } = await begin(baas, wens);
        const k = await klaar(baas, lichaam.klusId);
        assert.deepEqual(
          [k.totaal, k.regels.gedaan],
          [ids.length, ids.length],
          JSON.stringify(await regelsVan(baas, lichaam.klusId)),
        );
        for (const id of ids) {
          const p = await baas.lees<ProcesLichaam>(`/processen/${id}`);
          assert.equal(p['versie'], 2);
          const { gebeurtenissen } = await baas.lees<{
            gebeurtenissen: { naam: string; door: { id: string } }[];
          }>(`/processen/${id}/gebeurtenissen`);
          assert.deepEqual(
            [gebeurtenissen.at(-1)!.naam, gebeurtenissen.at(-1)!.door.id],
            ['migreren', baas.wie.id],
          );
          // It goes on by the new version.
          await g.ambtenaar.doe(id, 'notitie', { tekst: 'Verder op de nieuwe versie.' });
        }
        t.diagnostic(`${procestype}: ${ids.length} overgezet, ${nieuw} waren nieuw`);
      }
    });

    it('verlengen: wie kan en wie niet, met de reden van de tabel', async () => {
      const { id } = await g.spreekuur();
      await g.ambtenaar.doe(id, 'uitnodigingVerzonden', {});
      const filter = { procestype: 'spreekuur' };
      const tot = '2030-01-02';
      const proef = await voorbeeld(baas, {
        actie: 'verlengen',
        invoer: { termijn: 'uitnodigen', tot },
        filter,
      });
      assert.ok(proef.kan > 0);
      assert.deepEqual(
        proef.kanNiet.map((r) => r.reden),
        ['Deze termijn loopt nu niet.'],
      );
      const wet = await voorbeeld(baas, { actie: 'verlengen', invoer: { termijn: 'achttien', tot }, filter });
      assert.equal(wet.kan, 0);
    });

    it('wat afgeschermd is wordt zonder boa geteld en niet aangeraakt, en staat niet in de regels', async () => {
      const { beschrijving } = opToneel().stack;
      const boa = await medewerker(beschrijving, ['0164'], { kenmerken: ['boa'] });
      const ander = await medewerker(beschrijving, ['0164'], { kenmerken: ['boa'] });
      const gewoon = await iemand(beschrijving, { rollen: ['teamleider'], gemeenten: ['0164'] });
      const boaBaas = await iemand(beschrijving, {
        rollen: ['teamleider'],
        gemeenten: ['0164'],
        kenmerken: ['boa'],
      });
      const { mas, halt } = await masMetHalt(boa);
      for (const id of [mas.id, halt.id]) await boa.doe(id, 'toewijzen', { behandelaar: boa.wie.id });
      const wens = {
        actie: 'toewijzen',
        invoer: { behandelaar: ander.wie.id },
        filter: { behandelaar: boa.wie.id },
      };
      const proef = await voorbeeld(gewoon, wens);
      assert.deepEqual(
        [proef.totaal, proef.kan, proef.afgeschermd, proef.zaken.map((z) => z.id)],
        [1, 1, 1, [mas.id]],
      );
      assert.ok(!JSON.stringify(proef).includes('halt'));
      // A filter that says which kind must not count it either.
      const opTermijn = await voorbeeld(gewoon, { ...wens, filter: { ...wens.filter, teLaat: false } });
      assert.equal(opTermijn.afgeschermd, 0);
      assert.equal((await begin(gewoon, { ...wens, filter: { procestype: 'halt' } })).status, 400);

      const een = await begin(gewoon, wens);
      assert.deepEqual([een.lichaam.totaal, een.lichaam.afgeschermd], [1, 1]);
      await klaar(gewoon, een.lichaam.klusId);
      assert.deepEqual(
        [await behandelaarVan(boa, mas.id), await behandelaarVan(boa, halt.id)],
        [ander.wie.id, boa.wie.id],
      );

      await boa.doe(mas.id, 'toewijzen', { behandelaar: boa.wie.id });
      const beide = await begin(boaBaas, wens);
      assert.deepEqual([beide.lichaam.totaal, beide.lichaam.afgeschermd], [2, 0]);
      await klaar(gewoon, beide.lichaam.klusId);
      const gezien = await regelsVan(gewoon, beide.lichaam.klusId);
      assert.deepEqual(new Set(gezien.map((r) => r.procesId ?? r.afgeschermd)), new Set([mas.id, true]));
      assert.ok((await regelsVan(boaBaas, beide.lichaam.klusId)).every((r) => r.procesId));
      const terug = await gewoon.stuur<Begonnen>(`/klussen/${beide.lichaam.klusId}/terugdraaien`, 202, {
        reden: REDEN,
      });
      assert.deepEqual([terug.lichaam.totaal, terug.lichaam.afgeschermd], [1, 1]);
      await klaar(gewoon, terug.lichaam.klusId);
      assert.deepEqual(
        [await behandelaarVan(boa, mas.id), await behandelaarVan(boa, halt.id)],
        [boa.wie.id, ander.wie.id],
      );
    });
  });
};
