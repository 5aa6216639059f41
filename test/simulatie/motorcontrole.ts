import { setTimeout as slaap } from 'node:timers/promises';
import { workflowIdVan } from '#process';
import type { Motor } from '#test-kit';
import { processen as procestypen } from '#workflows';
import { elk } from './banen.js';
import type { Bevinding } from './controle.js';
import type { ProcesRij } from './toestand.js';

const TEGELIJK = 8;
/** Statuses of Temporal's API. */
const LOOPT = 1;
const VOLTOOID = 2;
const WFT_MISLUKT = 9;
/** A workflow task that met a new event and is taken again: no failure of code. */
const ONBEHANDELD = 1;
/** How long a process may take to end after its row says so. */
const EINDE_MS = 20_000;

/** An open row is a running workflow and a closed one has ended, both ways, without any failure of code on the way. */
export async function motor(m: Motor, rijen: readonly ProcesRij[]): Promise<Bevinding[]> {
  const { workflowService, options } = m.client;
  const fout: string[] = [];
  const mislukt: string[] = [];
  await elk(TEGELIJK, rijen, async (rij) => {
    const execution = { workflowId: workflowIdVan(rij.procestype, rij.id) };
    const vraag = { namespace: options.namespace, execution };
    const moet: number = rij.afgerond ? VOLTOOID : LOOPT;
    for (const eind = Date.now() + EINDE_MS; ; await slaap(100)) {
      const stand = await workflowService.describeWorkflowExecution(vraag);
      const status: number | null | undefined = stand.workflowExecutionInfo?.status;
      const herhaalt = (stand.pendingActivities ?? []).some((a) => (a.attempt ?? 1) > 1);
      if (status === moet && !herhaalt && (stand.pendingWorkflowTask?.attempt ?? 1) <= 1) break;
      if (Date.now() < eind) continue;
      fout.push(
        `${rij.procestype}: rij ${rij.afgerond ? 'gesloten' : 'open'}, workflow status ${status}${herhaalt ? ', activiteit herhaalt' : ''}`,
      );
      break;
    }
    for (let nextPageToken: Uint8Array | undefined; ;) {
      const blad = await workflowService.getWorkflowExecutionHistory({ ...vraag, nextPageToken });
      for (const { eventType, workflowTaskFailedEventAttributes: f } of blad.history?.events ?? []) {
        const soort: number | null | undefined = eventType;
        const oorzaak: number | null | undefined = f?.cause;
        if (soort === WFT_MISLUKT && oorzaak !== ONBEHANDELD)
          mislukt.push(`${rij.procestype}: ${f?.failure?.message ?? 'zonder reden'}`);
      }
      if (!blad.nextPageToken?.length) break;
      nextPageToken = blad.nextPageToken;
    }
  });
  const bekend = new Set(rijen.map((r) => workflowIdVan(r.procestype, r.id)));
  let gezien = 0;
  const typen = Object.keys(procestypen).map((x) => `'${x}'`);
  for await (const w of m.client.workflow.list({ query: `WorkflowType IN (${typen.join()})` })) {
    gezien += 1;
    if (!bekend.has(w.workflowId)) fout.push(`een workflow ${w.type} zonder rij`);
  }
  return [
    { wat: 'rijen naast hun workflow', n: rijen.length, fout },
    { wat: 'workflows met een rij', n: gezien, fout: [] },
    { wat: 'geschiedenissen zonder mislukte taak', n: rijen.length, fout: mislukt },
  ];
}
