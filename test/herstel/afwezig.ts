import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { plusDagen, type Datum } from '#kalender';
import { inGemeente, maakPool, wieNeemtWaar } from '#read-model';
import { soortVan, wachtTot, type Api, type HttpAntwoord, type ProbleemLichaam } from '#test-kit';
import { eigenGemeente, type EigenGemeente } from '../api/eigen-gemeente.js';
import { iemand } from '../api/toneel.js';
import { masMetHalt } from '../api/wpg.js';
import { opToneel } from '../faults/toneel.js';
import { medewerker } from './mensen.js';

interface Rij {
  id: string;
  procestype: string;
  vervangtVoor?: string | null;
}
type Afwezigheid = { id: string; van: string; tot: string | null; vervanger: string };
type Antwoord = HttpAntwoord<Afwezigheid & ProbleemLichaam>;

/** Somebody is away, or has left: who sees his work, who does it, and what counts as nobody's. */
export const wieErNietIs = (): void => {
  describe('afwezigheid en vertrek', () => {
    let g: EigenGemeente;
    let baas: Api;
    let dag: Datum;
    const [anna, bram, carla, coach] = [0, 1, 2, 3].map(() => ({}) as { api: Api });

    before(async () => {
      const { beschrijving } = opToneel().stack;
      g = await eigenGemeente(beschrijving, '0141');
      baas = await medewerker(beschrijving, [g.code], { rol: 'teamleider' });
      for (const wie of [anna!, bram!, carla!]) wie.api = await medewerker(beschrijving, [g.code]);
      coach!.api = await medewerker(beschrijving, [g.code], { rol: 'doorstroomcoach' });
      dag = await opToneel().motor.vandaag();
    });

    const leg = (
      door: Api,
      wie: Api,
      lichaam: Record<string, unknown>,
      sleutel: string = randomUUID(),
    ): Promise<Antwoord> =>
      door.vraag('POST', `/medewerkers/${wie.wie.id}/afwezigheid`, { lichaam, sleutel });
    const werklijst = async (api: Api, extra = ''): Promise<Rij[]> =>
      (await api.lees<{ processen: Rij[] }>(`/processen?vervanging=true&limiet=100${extra}`)).processen;
    const zaakVan = async (api: Api): Promise<string> => {
      const { id } = await g.spreekuur();
      await baas.doe(id, 'toewijzen', { behandelaar: api.wie.id, reden: 'Nieuwe wijk.' });
      return id;
    };

    it('wat niet kan, met een zin die zegt waarom', async () => {
      const [a, b, c] = [anna!.api, bram!.api, carla!.api];
      const van = plusDagen(dag, 100);
      const tot = plusDagen(dag, 110);
      const nee = async (
        door: Api,
        wie: Api,
        lichaam: Record<string, unknown>,
        verwacht: [number, string],
      ): Promise<void> => {
        const { status, lichaam: p } = await leg(door, wie, lichaam);
        assert.deepEqual([status, p.fouten?.[0]?.code ?? soortVan(p)], verwacht, JSON.stringify(p));
      };
      await nee(a, a, { van, tot, vervanger: a.wie.id }, [400, 'zelf']);
      await nee(a, a, { van, tot, vervanger: randomUUID() }, [400, 'onbekend']);
      await nee(a, a, { van, tot, vervanger: coach!.api.wie.id }, [400, 'rol']);
      await nee(a, a, { van: tot, tot: van, vervanger: b.wie.id }, [400, 'volgorde']);
      await nee(a, a, { van: 'morgen', vervanger: b.wie.id }, [400, 'date']);
      await nee(a, a, { van, tot, vervanger: b.wie.id, reden: 'ziek' }, [400, 'onbekend-veld']);
      await nee(a, a, { van: plusDagen(dag, -9), tot: plusDagen(dag, -2), vervanger: b.wie.id }, [
        400,
        'verleden',
      ]);
      await nee(a, b, { van, tot, vervanger: c.wie.id }, [403, 'geen-recht']);
      await nee(g.beheerder, a, { van, tot, vervanger: b.wie.id }, [403, 'geen-recht']);
      await nee(baas, g.beheerder, { van, tot, vervanger: b.wie.id }, [404, 'niet-gevonden']);
      const zonderSleutel = await a.vraag<ProbleemLichaam>('POST', `/medewerkers/${a.wie.id}/afwezigheid`, {
        lichaam: { van, tot, vervanger: b.wie.id },
      });
      assert.equal(zonderSleutel.status, 400);

      const sleutel = randomUUID();
      const een = await leg(a, a, { van, tot, vervanger: b.wie.id }, sleutel);
      const weer = await leg(a, a, { van, tot, vervanger: b.wie.id }, sleutel);
      assert.deepEqual([een.status, weer.status, weer.lichaam.id], [201, 201, een.lichaam.id]);
      assert.equal(weer.koppen.get('idempotent-replay'), 'true');
      assert.equal((await leg(a, a, { van, tot, vervanger: c.wie.id }, sleutel)).status, 409);
      // The last day counts; the day after is free.
      await nee(a, a, { van: tot, vervanger: b.wie.id }, [409, 'actie-niet-mogelijk']);
      await nee(b, b, { van, tot: van, vervanger: a.wie.id }, [409, 'actie-niet-mogelijk']);
      const erna = await leg(a, a, { van: plusDagen(tot, 1), vervanger: b.wie.id });
      assert.deepEqual([erna.status, erna.lichaam.tot], [201, null]);

      const vreemde = await iemand(opToneel().stack.beschrijving, {
        rollen: ['teamleider'],
        gemeenten: ['0147'],
      });
      assert.equal((await vreemde.vraag('GET', `/medewerkers/${a.wie.id}/afwezigheid`)).status, 404);
      const pad = (id: string): string => `/medewerkers/${a.wie.id}/afwezigheid/${id}`;
      assert.equal((await vreemde.vraag('DELETE', pad(erna.lichaam.id))).status, 404);
      assert.equal((await b.vraag('DELETE', pad(erna.lichaam.id))).status, 403);
      assert.equal((await g.beheerder.vraag('PATCH', pad(erna.lichaam.id), { lichaam: {} })).status, 403);
      const eerder = await a.vraag<ProbleemLichaam>('PATCH', pad(erna.lichaam.id), { lichaam: { van: tot } });
      assert.equal(eerder.status, 409);
      const korter = await baas.vraag<Afwezigheid>('PATCH', pad(erna.lichaam.id), {
        lichaam: { tot: plusDagen(tot, 5), vervanger: c.wie.id },
      });
      assert.deepEqual(
        [korter.status, korter.lichaam.tot, korter.lichaam.vervanger],
        [200, plusDagen(tot, 5), c.wie.id],
      );
      assert.equal((await a.vraag('PATCH', pad(erna.lichaam.id), { lichaam: { tot: van } })).status, 400);
      for (const id of [een.lichaam.id, erna.lichaam.id])
        assert.equal((await a.vraag('DELETE', pad(id))).status, 200);
      assert.deepEqual(await a.lees(`/medewerkers/${a.wie.id}/afwezigheid`), { afwezigheid: [] });
    });

    it('twee tegelijk voor dezelfde dagen: een wint', async () => {
      const [a, b, c] = [anna!.api, bram!.api, carla!.api];
      const van = plusDagen(dag, 200);
      const N = 8;
      const antwoorden = await Promise.all(
        Array.from({ length: N }, (_, i) =>
          leg(i % 2 ? a : baas, a, { van, tot: van, vervanger: i % 2 ? b.wie.id : c.wie.id }),
        ),
      );
      const statussen = antwoorden.map((x) => x.status).sort((x, y) => x - y);
      assert.deepEqual(statussen, [201, ...Array<number>(N - 1).fill(409)]);
    });

    it('de vervanger ziet en doet het werk van vandaag, niet dat van gisteren of morgen', async () => {
      const { motor } = opToneel();
      const [a, b, c] = [anna!.api, bram!.api, carla!.api];
      const [vanAnna, vanBram] = [await zaakVan(a), await zaakVan(b)];
      const ids = (rijen: Rij[]): string[] => rijen.map((r) => r.id).sort();
      assert.deepEqual(ids(await werklijst(b)), [vanBram]);

      const verlof = await leg(a, a, { van: dag, tot: plusDagen(dag, 2), vervanger: b.wie.id });
      assert.equal(verlof.status, 201, JSON.stringify(verlof.lichaam));
      const samen = await werklijst(b);
      assert.deepEqual(ids(samen), [vanAnna, vanBram].sort());
      assert.equal(samen.find((r) => r.id === vanAnna)?.vervangtVoor, a.wie.id);
      assert.equal(samen.find((r) => r.id === vanBram)?.vervangtVoor, null);
      const gewoon = await b.lees<{ processen: Rij[] }>('/processen?behandelaar=ik&limiet=100');
      assert.deepEqual(ids(gewoon.processen), [vanBram]);
      assert.ok(gewoon.processen.every((r) => !('vervangtVoor' in r)));
      assert.deepEqual(ids(await werklijst(b, '&behandelaar=ik')), ids(samen));
      assert.equal((await b.vraag('GET', '/processen?vervanging=true&behandelaar=geen')).status, 400);
      assert.deepEqual(ids(await werklijst(a)), [vanAnna], 'wie weg is ziet het eigen werk');

      // The substitute acts as himself; the case stays hers.
      const p = await b.doe(vanAnna, 'uitnodigingVerzonden', { gesprekOp: plusDagen(dag, 5) });
      assert.equal(p['behandelaar'], a.wie.id);
      const lijn = await b.lees<{ gebeurtenissen: { naam: string; door: { id: string } }[] }>(
        `/processen/${vanAnna}/gebeurtenissen`,
      );
      assert.equal(lijn.gebeurtenissen.at(-1)?.door.id, b.wie.id);

      // Who stands in falls ill: his own substitute does both.
      const ziek = await leg(baas, b, { van: dag, vervanger: c.wie.id });
      assert.equal(ziek.status, 201, JSON.stringify(ziek.lichaam));
      assert.deepEqual(ids(await werklijst(c)), [vanAnna, vanBram].sort());
      assert.deepEqual(ids(await werklijst(b)), [vanBram]);
      const pool = maakPool(opToneel().stack.beschrijving.databaseUrl, 'leerlijn_worker', 1);
      const neemtWaar = (wie: Api, op: Datum): Promise<string | null> =>
        inGemeente(pool, { gemeenten: [g.code] }, (em) => wieNeemtWaar(em, wie.wie.id, op));
      assert.deepEqual(
        [
          await neemtWaar(a, dag),
          await neemtWaar(b, dag),
          await neemtWaar(c, dag),
          await neemtWaar(a, plusDagen(dag, 3)),
        ],
        [c.wie.id, c.wie.id, c.wie.id, a.wie.id],
      );

      await motor.klokNaar(plusDagen(dag, 3));
      assert.deepEqual(ids(await werklijst(c)), [vanBram], 'Anna is terug, Bram nog niet');
      // What fell due meanwhile is to be done: the list follows too.
      await motor.klokNaar(plusDagen(dag, 40));
      const teDoen = async (api: Api): Promise<{ procesId: string; vervangtVoor: string | null }[]> =>
        (await api.lees<{ teDoen: never[] }>('/te-doen?vervanging=true&limiet=100')).teDoen;
      const bijCarla = await wachtTot('er is iets te doen', async () => {
        const regels = await teDoen(c);
        return regels.length > 0 && regels;
      });
      assert.ok(bijCarla.every((r) => r.procesId === vanBram && r.vervangtVoor === b.wie.id));
      assert.ok((await teDoen(a)).every((r) => r.procesId === vanAnna && r.vervangtVoor === null));
      assert.equal(
        (await b.vraag('DELETE', `/medewerkers/${b.wie.id}/afwezigheid/${ziek.lichaam.id}`)).status,
        200,
      );
      assert.deepEqual(await werklijst(c), []);
      assert.equal(await neemtWaar(b, plusDagen(dag, 40)), b.wie.id);
      await pool.end();
    });

    it('wie vertrekt laat zijn zaken van niemand achter, tot zij worden toegewezen of hij terugkomt', async () => {
      const [a, c] = [anna!.api, carla!.api];
      const [een, twee] = [await zaakVan(c), await zaakVan(c)];
      const niemand = async (): Promise<string[]> =>
        (await baas.lees<{ processen: Rij[] }>('/processen?behandelaar=niemand&limiet=100')).processen.map(
          (r) => r.id,
        );
      const vanNiemand = await niemand();
      assert.ok(!vanNiemand.includes(een));
      const pad = `/medewerkers/${c.wie.id}/vertrek`;
      assert.equal((await a.vraag('POST', pad)).status, 403);
      assert.equal((await baas.vraag('POST', `/medewerkers/${randomUUID()}/vertrek`)).status, 404);
      const vreemde = await iemand(opToneel().stack.beschrijving, {
        rollen: ['teamleider'],
        gemeenten: ['0147'],
      });
      assert.equal((await vreemde.vraag('POST', pad)).status, 404);
      assert.equal((await vreemde.vraag('POST', `${pad}?gemeente=${g.code}`)).status, 404);

      type Vertrek = { actief: boolean; zaken: number; afgeschermd: number };
      for (const keer of [1, 2]) {
        const weg = await baas.vraag<Vertrek>('POST', pad);
        assert.deepEqual(
          [weg.status, weg.lichaam.actief, weg.lichaam.zaken, weg.lichaam.afgeschermd],
          [200, false, 2, 0],
          `keer ${keer}`,
        );
      }
      assert.deepEqual((await niemand()).sort(), [...vanNiemand, een, twee].sort());
      assert.ok(
        !(await baas.lees<{ processen: Rij[] }>('/processen?behandelaar=geen&limiet=100')).processen.some(
          (r) => r.id === een,
        ),
      );
      assert.equal(
        (await baas.handel(een, 'toewijzen', { behandelaar: c.wie.id })).status,
        400,
        'niet aan wie weg is',
      );
      const vervanger = await leg(a, a, { van: plusDagen(dag, 300), vervanger: c.wie.id });
      assert.equal(vervanger.lichaam.fouten?.[0]?.code, 'onbekend');
      await baas.doe(een, 'toewijzen', { behandelaar: a.wie.id, van: c.wie.id });
      const mis = await baas.handel(een, 'toewijzen', { behandelaar: c.wie.id, van: c.wie.id });
      assert.ok([400, 409].includes(mis.status));
      assert.deepEqual((await niemand()).sort(), [...vanNiemand, twee].sort());

      const terug = await baas.vraag<Vertrek>('DELETE', pad);
      assert.deepEqual([terug.status, terug.lichaam.actief, terug.lichaam.zaken], [200, true, 1]);
      assert.deepEqual(await niemand(), vanNiemand);
    });

    it('wie een boa vervangt ziet daarmee nog geen Wpg-route', async () => {
      const { beschrijving } = opToneel().stack;
      const boa = await medewerker(beschrijving, ['0164'], { kenmerken: ['boa'] });
      const [gewoon, ookBoa] = [
        await medewerker(beschrijving, ['0164']),
        await medewerker(beschrijving, ['0164'], { kenmerken: ['boa'] }),
      ];
      const { mas, halt } = await masMetHalt(boa);
      for (const id of [mas.id, halt.id]) await boa.doe(id, 'toewijzen', { behandelaar: boa.wie.id });
      const nu = await opToneel().motor.vandaag();
      const pad = `/medewerkers/${boa.wie.id}/afwezigheid`;
      const eerst = await leg(boa, boa, { van: nu, vervanger: gewoon.wie.id });
      assert.equal(eerst.status, 201);
      const typen = async (api: Api): Promise<string[]> =>
        (await werklijst(api)).map((r) => r.procestype).sort();
      assert.deepEqual(await typen(gewoon), ['mas']);
      assert.equal((await gewoon.vraag('GET', `/processen/${halt.id}`)).status, 404);
      const ander = await boa.vraag('PATCH', `${pad}/${eerst.lichaam.id}`, {
        lichaam: { vervanger: ookBoa.wie.id },
      });
      assert.equal(ander.status, 200);
      assert.deepEqual(await typen(ookBoa), ['halt', 'mas']);
      assert.deepEqual(await typen(gewoon), []);

      const beheer = await iemand(beschrijving, { rollen: ['beheerder'], gemeenten: ['0164'] });
      const vertrek = await beheer.vraag<{ zaken: number; afgeschermd: number }>(
        'POST',
        `/medewerkers/${boa.wie.id}/vertrek`,
      );
      assert.deepEqual([vertrek.lichaam.zaken, vertrek.lichaam.afgeschermd], [1, 1]);
      assert.deepEqual(
        await typen(ookBoa),
        [],
        'wie weg is wordt niet vervangen: zijn zaken zijn van niemand',
      );
    });
  });
};
