import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import pg from 'pg';
import { beginVan, eersteWerkdagVanaf, gelijkgesteldeDagen, plusDagen } from '#kalender';
import { MELDEN, workflowIdVan } from '#process';
import { VASTSOORTEN } from '#read-model';
import { maakJongere, wachtTot, zetFoutpunten } from '#test-kit';
import { HENGELO, SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';
import { som, schraap, type Meting } from './schraap.js';
import { opToneel } from './toneel.js';

/** Every label that exists: kinds of things. Those after `gemeente` are of Node and of Temporal. */
const LABELS = new Set(
  `method route status actie uitkomst onderdeel activiteit weg effect soort gemeente le kind type space version major minor patch
   activity_type eager failure_reason namespace operation poller_type service_name task_queue worker_type workflow_type`.split(
    /\s+/,
  ),
);
const BINNEN_MS = 60_000;
const UUR_MS = 3_600_000;

/** Waits until a scrape of the worker satisfies. */
const zie = (wat: string, goed: (m: Meting[]) => boolean): Promise<Meting[]> =>
  wachtTot(
    wat,
    async () => {
      const { metingen } = await schraap('worker');
      return goed(metingen) && metingen;
    },
    BINNEN_MS,
    1_000,
  );

async function vrijstelling(): Promise<string> {
  const { ambtenaar, motor } = opToneel();
  const jongereId = await maakJongere(ambtenaar, '2013-05-06', { brin: SCHOOL_HENGELO });
  const gegevens = { grond: 'art5onderA', kennisgevingOp: await motor.vandaag() };
  return (await ambtenaar.open('vrijstelling', jongereId, gegevens, randomUUID())).id;
}

/** What Prometheus reads, of both services, while it happens. */
export const metingen = (): void => {
  describe('metingen', () => {
    it('van elke soort vastlopen staat er een getal per gemeente, ook als er niets is', async (t) => {
      const gezien = await zie('de standen zijn gelezen', (m) => som(m, 'leerlijn_standen_gelukt') === 1);
      for (const soort of VASTSOORTEN)
        assert.equal(
          typeof som(gezien, 'leerlijn_vastgelopen', { gemeente: HENGELO, soort }),
          'number',
          soort,
        );
      t.diagnostic(`N = ${VASTSOORTEN.length} soorten`);
    });

    it('een stap die faalt: pogingen, mislukkingen en het proces dat vastzit, en weg als het lukt', async (t) => {
      const { beschrijving, teamleider } = opToneel();
      const voor = (await schraap('worker')).metingen;
      zetFoutpunten(beschrijving, 'effect gooi');
      const id = await vrijstelling();
      const begin = performance.now();
      const vast = await zie(
        'een stap lukt niet',
        (m) => som(m, 'leerlijn_vastgelopen', { gemeente: HENGELO, soort: 'effect' }) === 1,
      );
      t.diagnostic(`gemeten na ${Math.round(performance.now() - begin)} ms`);
      const meer = (naam: string): number =>
        (som(vast, naam, { effect: 'brief' }) ?? 0) - (som(voor, naam, { effect: 'brief' }) ?? 0);
      assert.ok(meer('leerlijn_effect_mislukt_total') >= 2);
      assert.ok(meer('leerlijn_effect_pogingen_total') >= meer('leerlijn_effect_mislukt_total'));
      zetFoutpunten(beschrijving);
      assert.equal((await teamleider.handel(id, 'herkansen', {})).status, 200);
      await zie(
        'het is weg',
        (m) => som(m, 'leerlijn_vastgelopen', { gemeente: HENGELO, soort: 'effect' }) === 0,
      );
    });

    it('een taak van een workflow die faalt', async () => {
      const { motor } = opToneel();
      const id = await vrijstelling();
      const handvat = motor.client.workflow.getHandle(workflowIdVan('vrijstelling', id));
      const { events } = await handvat.fetchHistory();
      const goed = Number(events!.filter((e) => e.workflowTaskCompletedEventAttributes).at(-1)!.eventId);
      await handvat.signal(MELDEN, null);
      const gezien = await zie(
        'het proces loopt vast op het programma',
        (m) => som(m, 'leerlijn_vastgelopen', { gemeente: HENGELO, soort: 'code' }) === 1,
      );
      assert.ok((som(gezien, 'temporal_workflow_task_execution_failed_total') ?? 0) >= 1);
      // As an operator mends it; see test/toezicht/code.ts.
      const terug: object = {
        namespace: motor.client.options.namespace,
        workflowExecution: { workflowId: handvat.workflowId },
        reason: 'bedorven bericht',
        requestId: handvat.workflowId,
        workflowTaskFinishEventId: goed,
        // RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL
        resetReapplyExcludeTypes: [1],
      };
      await motor.client.workflowService.resetWorkflowExecution(terug);
      await zie(
        'het is weg',
        (m) => som(m, 'leerlijn_vastgelopen', { gemeente: HENGELO, soort: 'code' }) === 0,
      );
    });

    it('een vraag aan een proces, per actie en uitkomst; niet per persoon', async () => {
      const { ambtenaar } = opToneel();
      const id = await vrijstelling();
      const naam = 'leerlijn_update_duration_seconds_count';
      const tel = async (labels: Record<string, string>): Promise<number> =>
        som((await schraap('api')).metingen, naam, labels) ?? 0;
      const [goed, nee] = [{ actie: 'notitie', uitkomst: 'aanvaard' }, { uitkomst: 'geweigerd' }];
      const [voor, voorNee] = [await tel(goed), await tel(nee)];
      await ambtenaar.doe(id, 'notitie', { tekst: 'Een regel.' });
      assert.equal(await tel(goed), voor + 1);
      assert.equal((await ambtenaar.handel(id, 'artsAanwijzen', { artsId: randomUUID() })).status, 409);
      assert.equal(await tel(nee), voorNee + 1);
      assert.equal((await tel({ actie: 'openen', uitkomst: 'aanvaard' })) > 0, true);
    });

    it('hoelang een herinnering erover deed', async (t) => {
      const { motor, beschrijving } = opToneel();
      const k = { versie: '1', gelijkgesteld: gelijkgesteldeDagen, goedeVrijdagIsWerkdag: false };
      await vrijstelling();
      const dag = eersteWerkdagVanaf(plusDagen(await motor.vandaag(), 60), k);
      await motor.klokNaar(dag);
      const naam = 'leerlijn_herinnering_vertraging_seconds_count';
      const voor = som((await schraap('worker')).metingen, naam, { gemeente: HENGELO }) ?? 0;
      const eigenaar = new pg.Pool({ connectionString: beschrijving.databaseUrl, max: 1 });
      const acht = beginVan(plusDagen(dag, 1)) - 16 * UUR_MS;
      await eigenaar.query('update app.klok set voorsprong = greatest(voorsprong, $1)', [acht - Date.now()]);
      await eigenaar.end();
      const gezien = await zie(
        'er is een herinnering verzonden en gemeten',
        (m) => (som(m, naam, { gemeente: HENGELO }) ?? 0) > voor,
      );
      assert.equal(som(gezien, 'leerlijn_mail_mislukt', { gemeente: HENGELO }), 0);
      t.diagnostic(`N = ${som(gezien, naam)} herinneringen`);
    });

    it('geen label noemt een nummer of iemand', async (t) => {
      let labels = 0;
      for (const dienst of ['api', 'worker'] as const)
        for (const m of (await schraap(dienst)).metingen)
          for (const [label, waarde] of Object.entries(m.labels)) {
            labels += 1;
            assert.ok(LABELS.has(label), `${m.naam} ${label}`);
            assert.doesNotMatch(waarde, /[0-9a-f]{8}-[0-9a-f]{4}|\d{9}|@/i, `${m.naam} ${label}`);
            if (label === 'gemeente') assert.match(waarde, /^\d{4}$/);
          }
      assert.ok(labels > 500);
      t.diagnostic(`N = ${labels} labels`);
    });
  });
};
