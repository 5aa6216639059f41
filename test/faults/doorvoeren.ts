import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as slaap } from 'node:timers/promises';
import pg from 'pg';
import { plusDagen } from '#kalender';
import { wachtTot } from '#test-kit';
import { eigenGemeente } from '../api/eigen-gemeente.js';
import { opToneel } from './toneel.js';

const PROCESSEN = 6;
/** Longer than a statement of the worker may wait. */
const GEDULD_MS = 4_500;

interface Klus {
  stand: string;
  regels: { wacht: number; gedaan: number };
}

/** A setting on its way to the open processes goes on where it was, and no process hears it twice. */
export const doorvoerenHervat = (): void => {
  describe('instellingen doorvoeren wordt hervat', () => {
    it('na een fout voor de eerste regel, en na een tussen bericht en aantekening', async () => {
      const { stack, foutpunten } = opToneel();
      const g = await eigenGemeente(stack.beschrijving, '0158');
      const ids: string[] = [];
      for (let i = 0; i < PROCESSEN; i += 1) {
        const { id } = await g.spreekuur();
        await g.ambtenaar.doe(id, 'uitnodigingVerzonden');
        ids.push(id);
      }
      const { vandaag } = await g.ambtenaar.lees<{ vandaag: never }>('/klok');
      const extra = { naam: 'Extra vakantie', van: plusDagen(vandaag, 1), tot: plusDagen(vandaag, 14) };
      const kalender = { ...g.kalender, vakanties: [...g.kalender.vakanties, extra] };
      const bewaard = await g.beheerder.vraag('PUT', `/scholen/${g.brin}/kalender`, {
        lichaam: kalender,
        versie: '"1"',
      });
      assert.equal(bewaard.status, 200);
      const proef = await g.teamleider.stuur<{ verschilt: number; verplaatst: number }>(
        '/instellingen/_doorvoeren',
        200,
        { proef: true },
      );
      assert.deepEqual([proef.lichaam.verschilt, proef.lichaam.verplaatst], [PROCESSEN, PROCESSEN]);

      foutpunten('klus.regel gooi');
      const a = await g.teamleider.stuur<{ klusId: string }>('/instellingen/_doorvoeren', 202, {
        proef: false,
      });
      const pad = `/klussen/${a.lichaam.klusId}`;
      const klus = (): Promise<Klus> => g.teamleider.lees<Klus>(pad);
      await wachtTot('de klus loopt', async () => (await klus()).stand === 'loopt');
      assert.equal((await klus()).regels.wacht, PROCESSEN);

      // Whoever holds the line of the first row keeps its outcome from being noted, until the worker gives up; its process has heard by then.
      const db = new pg.Client({ connectionString: stack.beschrijving.databaseUrl });
      await db.connect();
      await db.query('begin');
      await db.query(`select set_config('app.gemeenten', $1, true)`, [g.code]);
      const { rows } = await db.query<{ id: string }>(
        `select invoer->>'id' as id from app.klus_regel where klus_id = $1 and nr = 1 for update`,
        [a.lichaam.klusId],
      );
      const gehoord = async (id: string): Promise<number> =>
        (
          await g.ambtenaar.lees<{ gebeurtenissen: { naam: string }[] }>(`/processen/${id}/gebeurtenissen`)
        ).gebeurtenissen.filter((e) => e.naam === 'kaderBijwerken').length;
      foutpunten();
      await wachtTot(
        'alle andere regels zijn gedaan',
        async () => (await klus()).regels.gedaan === PROCESSEN - 1,
      );
      await wachtTot(
        'ook het eerste proces heeft het gehoord',
        async () => (await gehoord(rows[0]!.id)) === 1,
      );
      await slaap(GEDULD_MS);
      assert.deepEqual((await klus()).regels.wacht, 1, 'het is niet aangetekend');
      await db.query('rollback');
      await db.end();
      await wachtTot('de klus is klaar', async () => (await klus()).stand === 'klaar', 30_000);

      const { regels } = await g.teamleider.lees<{
        regels: { staat: string; uitkomst: { verplaatst: number } }[];
      }>(`${pad}/regels?limiet=100`);
      assert.deepEqual(
        regels.map((r) => [r.staat, r.uitkomst.verplaatst]),
        Array(PROCESSEN).fill(['gedaan', 1]),
      );
      for (const id of ids) assert.equal(await gehoord(id), 1, 'geen proces hoort het twee keer');
    });
  });
};
