import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plusDagen } from '#kalender';
import { dagenVerder, isGewoneZin, leesAlles, opToneel, zieVast, zieWeg } from './toneel.js';

const DAG_MS = 86_400_000;

/** A timer that did not come: our clock says that the day is there, and the process slept through it. */
export const deWekkerBlijftUit = (): void => {
  describe('de wekker van een proces blijft uit', () => {
    it('te zien als fout van het systeem en niet van de behandelaar, en weg zodra het proces wakker is', async (t) => {
      const { vrijstelling, teamleider, eigenaar, motor } = opToneel();
      const id = await vrijstelling();
      const wek = await wekOp(id);
      await dagenVerder(Math.max(0, dagenTot(await motor.vandaag(), wek) - 1));
      assert.ok(!(await leesAlles(teamleider, '&soort=wekker')).items.some((i) => i.proces.id === id));
      // The clock alone, without the processes: three days beyond what it waits for.
      await eigenaar.query('update app.klok set voorsprong = voorsprong + $1', [4 * DAG_MS]);
      const item = await zieVast('wekker', id);
      t.diagnostic(item.reden);
      isGewoneZin(item.reden);
      assert.match(item.reden, /aan de behandelaar ligt het niet$/);
      assert.deepEqual([item.oorzaak, item.wie.partij, item.sinds], ['motor', 'beheerder', wek]);
      const { items } = await leesAlles(teamleider, '&soort=termijn');
      assert.ok(!items.some((i) => i.proces.id === id), 'niemand is te laat');
      await motor.klokNaar(plusDagen(await motor.vandaag(), 1));
      await zieWeg('wekker', id);
    });
  });
};

async function wekOp(id: string): Promise<string> {
  const c = await opToneel().eigenaar.connect();
  try {
    await c.query(
      `begin; select set_config('app.gemeenten', (select string_agg(code, ',') from app.gemeente), true)`,
    );
    const { rows } = await c.query<{ op: string }>(
      'select wek_op::text as op from app.proces where id = $1',
      [id],
    );
    return rows[0]!.op;
  } finally {
    await c.query('rollback').finally(() => c.release());
  }
}

const dagenTot = (van: string, tot: string): number =>
  Math.round((Date.parse(tot) - Date.parse(van)) / DAG_MS);
