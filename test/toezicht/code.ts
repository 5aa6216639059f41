import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MELDEN, workflowIdVan } from '#process';
import { isGewoneZin, opToneel, zieVast, zieWeg } from './toneel.js';

/** The last task that was completed: everything after it is thrown away by a reset. */
async function laatsteGoedeTaak(workflowId: string): Promise<number> {
  const { events } = await opToneel().motor.client.workflow.getHandle(workflowId).fetchHistory();
  const goed = events!.filter((e) => e.workflowTaskCompletedEventAttributes);
  return Number(goed.at(-1)!.eventId);
}

/** A process whose code throws: every task of it fails until somebody mends it. */
export const deCodeFaalt = (): void => {
  describe('de code van een proces loopt vast', () => {
    it('binnen een minuut te zien bij dat proces, en weg als het hersteld is', async (t) => {
      const { vrijstelling, motor, teamleider, beheerder } = opToneel();
      const [id, ander] = [await vrijstelling(), await vrijstelling()];
      const workflowId = workflowIdVan('vrijstelling', id);
      const handle = motor.client.workflow.getHandle(workflowId);
      const goed = await laatsteGoedeTaak(workflowId);
      // What no process of ours sends: the code that reads it throws, again at each attempt.
      await handle.signal(MELDEN, null);
      const begin = performance.now();
      const item = await zieVast('code', id);
      t.diagnostic(`gezien na ${Math.round(performance.now() - begin)} ms: ${item.reden}`);
      isGewoneZin(item.reden);
      assert.match(item.reden, /^Het programma loopt bij dit proces vast op een fout/);
      assert.deepEqual([item.oorzaak, item.wie.partij, item.kan], ['motor', 'beheerder', []]);
      assert.ok((await zieVast('code', id, beheerder)).hulp);
      const { items } = await teamleider.lees<{ items: { proces: { id: string } }[] }>(
        '/toezicht/vastgelopen?soort=code',
      );
      assert.ok(!items.some((i) => i.proces.id === ander), 'alleen het proces dat het raakt');

      // As an operator mends it: back to before what broke it, which is left out.
      const terug: object = {
        namespace: motor.client.options.namespace,
        workflowExecution: { workflowId },
        reason: 'bedorven bericht',
        requestId: workflowId,
        workflowTaskFinishEventId: goed,
        // RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL
        resetReapplyExcludeTypes: [1],
      };
      await motor.client.workflowService.resetWorkflowExecution(terug);
      const hersteld = performance.now();
      await zieWeg('code', id);
      t.diagnostic(`weg na ${Math.round(performance.now() - hersteld)} ms`);
      const na = await teamleider.doe(id, 'notitie', { tekst: 'Het gaat weer verder.' });
      assert.ok(na.revisie > 1);
    });
  });
};
