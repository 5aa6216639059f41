import { setTimeout as slaap } from 'node:timers/promises';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { trekBij } from '#klok';
import {
  GEWEIGERD,
  HANDELEN,
  workflowIdVan,
  type Antwoord,
  type HandelVraag,
  type HerstelRegel,
  type Weigering,
} from '#process';
import type { Keten } from '../keten/keten.js';
import type { KlusWerk, RegelUitkomst } from './werk-af.js';

/** How long one attempt may wait, and how many there are: after a crash the process first loses its old worker, which takes ten seconds. */
const POGING_MS = 5_000;
const POGINGEN = 6;
const PAUZE_MS = 250;

/**
 * One act of a teamleider on one of many cases, as if he had asked for it there: the same decision, in his name, once. A case that moved since
 * he looked is passed over; whatever else stands in the way is said.
 */
export const herstel: KlusWerk = async (keten, klus, { nr, invoer }) => {
  const r = invoer as unknown as HerstelRegel;
  const vraag: HandelVraag = {
    actie: r.actie,
    invoer: r.invoer,
    feiten: {},
    wie: { id: klus.door, rollen: ['teamleider'], kenmerken: [] },
    sleutel: `${klus.id}.${nr}`,
    hash: klus.id,
  };
  for (let poging = 1; ; poging += 1) {
    try {
      const { revisie } = await vraagHet(keten, r, vraag);
      return { staat: 'gedaan', uitkomst: { revisie } };
    } catch (fout) {
      const uitkomst = alsUitkomst(fout);
      if (uitkomst) return uitkomst;
      Context.current().heartbeat();
      if (poging < POGINGEN) {
        await slaap(PAUZE_MS);
        continue;
      }
      // Temporal is away: the whole waits. It is there and this process says nothing: one such must not keep the others waiting.
      await keten.client.workflow.getHandle(workflowIdVan(r.procestype, r.id)).describe();
      const melding = 'Dit proces gaf geen antwoord. Misschien is het gelukt; bekijk de tijdlijn.';
      return { staat: 'mislukt', uitkomst: { code: 'geenAntwoord', melding } };
    }
  }
};

async function vraagHet(keten: Keten, r: HerstelRegel, vraag: HandelVraag): Promise<Antwoord> {
  const { client, pool } = keten;
  const workflowId = workflowIdVan(r.procestype, r.id);
  await trekBij(client, pool, workflowId);
  return client.connection.withDeadline(Date.now() + POGING_MS, () =>
    client.workflow
      .getHandle(workflowId)
      .executeUpdate<Antwoord, [HandelVraag]>(HANDELEN, { updateId: vraag.sleutel, args: [vraag] }),
  );
}

/** What the process says by failing; undefined when it has said nothing. */
function alsUitkomst(fout: unknown): RegelUitkomst | undefined {
  const over: RegelUitkomst = {
    staat: 'overgeslagen',
    uitkomst: { code: 'afgerond', melding: 'Dit proces is afgerond.' },
  };
  if (fout instanceof WorkflowNotFoundError) return over;
  if (!(fout instanceof WorkflowUpdateFailedError) || !(fout.cause instanceof ApplicationFailure))
    return undefined;
  if (fout.cause.type === 'AcceptedUpdateCompletedWorkflow') return over;
  if (fout.cause.type !== GEWEIGERD) return undefined;
  const { code, melding } = fout.cause.details![0] as Weigering;
  return { staat: code === 'toestand' ? 'overgeslagen' : 'mislukt', uitkomst: { code, melding } };
}
