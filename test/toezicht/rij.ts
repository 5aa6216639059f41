import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { register, vergelijkRijen } from '#activities';
import { inGemeente, leesRijStand, maakPool } from '#read-model';
import type { ProcesLichaam } from '#test-kit';
import { HENGELO } from '../../infra/local/demo-gebruikers.js';
import { isGewoneZin, opToneel, zieVast, zieWeg } from './toneel.js';

/** The row of one process cannot be written, or tells of a decision that is gone. */
export const deRijLooptAchter = (): void => {
  describe('de rij van een proces loopt niet gelijk', () => {
    it('zij kan niet worden geschreven: te zien, en vanzelf weg', async (t) => {
      const { vrijstelling, eigenaar, ambtenaar, teamleider } = opToneel();
      const id = await vrijstelling();
      const slot = await eigenaar.connect();
      let antwoord;
      let item;
      const begin = performance.now();
      try {
        await slot.query(`begin; select set_config('app.gemeenten', '${HENGELO}', true)`);
        // Whoever holds the row holds up its projection only; everything else of the process goes on.
        await slot.query('select from app.proces where id = $1 for update', [id]);
        antwoord = ambtenaar.handel(id, 'notitie', { tekst: 'Terwijl de rij vastzit.' });
        item = await zieVast('rij', id);
      } finally {
        await slot.query('rollback').finally(() => slot.release());
      }
      t.diagnostic(`gezien na ${Math.round(performance.now() - begin)} ms: ${item.reden}`);
      isGewoneZin(item.reden);
      assert.match(item.reden, /loopt achter sinds/);
      assert.deepEqual([item.oorzaak, item.wie.partij], ['motor', 'beheerder']);
      await antwoord;
      const los = performance.now();
      await zieWeg('rij', id);
      t.diagnostic(`weg na ${Math.round(performance.now() - los)} ms`);
      const na = await teamleider.lees<ProcesLichaam>(`/processen/${id}`);
      assert.equal(na.revisie, 2, 'en de rij is bij');
    });

    it('een besluit dat Temporal niet heeft: de nachtelijke vergelijking ziet en herstelt het', async (t) => {
      const { stack, foutpunten, vrijstelling, ambtenaar, motor } = opToneel();
      const id = await vrijstelling();
      const lees = (): Promise<ProcesLichaam> => ambtenaar.lees<ProcesLichaam>(`/processen/${id}`);
      const goed = (await lees()).revisie;
      foutpunten('rij.na sterf');
      const sleutel = randomUUID();
      const verloren = ambtenaar.handel(id, 'volledigVerklaard', {}, sleutel).catch(() => undefined);
      await stack.gestorven('worker');
      await stack.dood('temporal');
      await verloren;
      foutpunten();
      await stack.start('temporal');
      await stack.start('worker');
      assert.equal((await lees()).revisie, goed + 1, 'de rij is voor');

      const pool = maakPool(stack.beschrijving.databaseUrl, 'leerlijn_worker', 3);
      const als = <T>(werk: Parameters<typeof inGemeente<T>>[2]): Promise<T> =>
        inGemeente(pool, { gemeenten: [HENGELO] }, werk);
      const rij = await als((em) => leesRijStand(em, id));
      const o = { pool, client: motor.client, register };
      const eerste = await vergelijkRijen(o, HENGELO, [rij!]);
      t.diagnostic(JSON.stringify(eerste));
      assert.deepEqual([eerste.voor, eerste.hersteld], [1, 1]);
      const na = await lees();
      assert.deepEqual([na.revisie, na.toestand], [goed, 'kennisgevingOntvangen']);
      const lijn = await ambtenaar.lees<{ gebeurtenissen: { naam: string }[] }>(
        `/processen/${id}/gebeurtenissen`,
      );
      assert.ok(!lijn.gebeurtenissen.some((g) => g.naam === 'volledigVerklaard'), 'ook de tijdlijn');
      const tweede = await vergelijkRijen(o, HENGELO, [(await als((em) => leesRijStand(em, id)))!]);
      assert.deepEqual(tweede, { bekeken: 1, voor: 0, achter: 0, hersteld: 0, onbekend: 0 });
      // And the act can be done again, with a row that follows it.
      const opnieuw = await ambtenaar.doe(id, 'volledigVerklaard');
      assert.equal((await lees()).revisie, opnieuw.revisie);
      await pool.end();
    });

    it('een rij die is blijven staan: de vergelijking brengt haar bij', async () => {
      const { stack, vrijstelling, ambtenaar, motor, eigenaar } = opToneel();
      const id = await vrijstelling();
      const oud = await rijVan(id);
      const { revisie } = await ambtenaar.doe(id, 'volledigVerklaard');
      // As a restored backup would have it: the row of before.
      const c = await eigenaar.connect();
      await c.query(`begin; select set_config('app.gemeenten', '${HENGELO}', true)`);
      await c.query(
        `update app.proces p set (revisie, toestand, snapshot, besloten_op, lijst) =
           (select r.revisie, r.toestand, r.snapshot, r.besloten_op, r.lijst from jsonb_populate_record(null::app.proces, $1) r)
         where p.id = $2`,
        [oud, id],
      );
      await c.query('commit');
      c.release();
      assert.equal((await ambtenaar.lees<ProcesLichaam>(`/processen/${id}`)).revisie, revisie - 1);
      const pool = maakPool(stack.beschrijving.databaseUrl, 'leerlijn_worker', 3);
      const rij = await inGemeente(pool, { gemeenten: [HENGELO] }, (em) => leesRijStand(em, id));
      const uit = await vergelijkRijen({ pool, client: motor.client, register }, HENGELO, [rij!]);
      assert.deepEqual([uit.achter, uit.hersteld], [1, 1]);
      const na = await ambtenaar.lees<ProcesLichaam>(`/processen/${id}`);
      assert.equal(na.revisie, revisie);
      assert.notEqual(na.toestand, 'kennisgevingOntvangen');
      await pool.end();
    });
  });
};

/** The row as one JSON value. */
async function rijVan(id: string): Promise<string> {
  const c = await opToneel().eigenaar.connect();
  try {
    await c.query(`begin; select set_config('app.gemeenten', '${HENGELO}', true)`);
    const { rows } = await c.query<{ rij: unknown }>(
      'select to_jsonb(p) as rij from app.proces p where id = $1',
      [id],
    );
    return JSON.stringify(rows[0]!.rij);
  } finally {
    await c.query('rollback').finally(() => c.release());
  }
}
