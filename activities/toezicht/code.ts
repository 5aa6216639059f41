import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import {
  gemeentenVan,
  inGemeente,
  meldRonde,
  neemRonde,
  noteerMotorstoring,
  wisAndereMotorstoringen,
} from '#read-model';

/** The name of this round in app.hartslag. */
export const RONDE_CODE = 'code';
/** Less than the pace at which each worker asks, so that no turn is lost to a late clock. */
const IEDERE_MS = 8_000;
/** The server names a workflow here when its tasks keep failing, and takes that back as soon as one succeeds. */
const VRAAG = 'TemporalReportedProblems IS NOT NULL AND ExecutionStatus = "Running"';
/** Beyond these the installation is broken, and a longer list tells nothing more. */
const HOOGSTENS = 1_000;
const ID = /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Asks the server which workflows are stuck in their code, and notes them; those of before that are not among them any more are over. Of several
 * workers one does it. Gives how many there are; undefined when it is another's turn.
 */
export async function zoekVastgelopenCode(o: { pool: Pool; client: Client }): Promise<number | undefined> {
  if (!(await neemRonde(o.pool, RONDE_CODE, IEDERE_MS))) return undefined;
  const gevonden = new Map<string, Record<string, unknown>>();
  let andere = 0;
  let n = 0;
  for await (const w of o.client.workflow.list({ query: VRAAG })) {
    if ((n += 1) > HOOGSTENS) break;
    const id = ID.exec(w.workflowId)?.[1];
    if (id) gevonden.set(id, { oorzaken: w.searchAttributes['TemporalReportedProblems'] ?? [] });
    else andere += 1;
  }
  const { rows } = await o.pool.query<{ code: string }>('select code from app.gemeente');
  const gemeenten = rows.map((r) => r.code);
  const zonderRij = await inGemeente(o.pool, { gemeenten }, async (em) => {
    const waar = await gemeentenVan(em, [...gevonden.keys()]);
    for (const [proces_id, gemeente_code] of waar)
      await noteerMotorstoring(em, {
        gemeente_code,
        soort: 'code',
        proces_id,
        wat: gevonden.get(proces_id)!,
      });
    await wisAndereMotorstoringen(em, 'code', [...waar.keys()]);
    return gevonden.size - waar.size;
  });
  // Work on many rows, or a process whose very first task fails: it has no row that could show it.
  await meldRonde(o.pool, RONDE_CODE, { gevonden: gevonden.size, zonderRij: zonderRij + andere });
  return gevonden.size + andere;
}
