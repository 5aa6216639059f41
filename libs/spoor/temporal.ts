import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import type { ActivityInterceptorsFactory, InjectedSinks } from '@temporalio/worker';
import type { BesluitAfvoer, BesluitStap } from '#process-workflow';
import { alsTraceparent, metStap, opent, ouderVan, spoorAan, type Kenmerken } from './spoor.js';

/** The header in which Temporal's own interceptors, in every language, carry a trace. */
const KOP = '_tracer-data';

function metSpoor(headers: Headers): Headers {
  const traceparent = alsTraceparent();
  return traceparent === undefined
    ? headers
    : { ...headers, [KOP]: defaultPayloadConverter.toPayload({ traceparent }) };
}

function ouderUit(headers: Headers): ReturnType<typeof ouderVan> {
  const payload = headers[KOP];
  if (!payload) return undefined;
  return ouderVan(defaultPayloadConverter.fromPayload<{ traceparent?: string }>(payload).traceparent);
}

/** Workflow ids are `<procestype>-<uuid>`; only the first part is told. */
const procestypeVan = (workflowId: string): string => workflowId.split('-', 1)[0]!;

const veld = (deel: unknown, naam: string): string | undefined => {
  const waarde =
    typeof deel === 'object' && deel !== null ? (deel as Record<string, unknown>)[naam] : undefined;
  return typeof waarde === 'string' ? waarde : undefined;
};

const kenmerkenVan = (workflowId: string, args: readonly unknown[]): Kenmerken => ({
  'leerlijn.procestype': procestypeVan(workflowId),
  'leerlijn.actie': veld(args[0], 'actie'),
});

/**
 * Makes a step of what a client asks of a process, and takes the trace along. Temporal's own interceptors would tell workflow id, update id and the
 * message of each error (decision 0014). The start of a long piece of work carries nothing: its thousand rows are no part of one request.
 */
const clientInterceptor: WorkflowClientInterceptor = {
  startUpdate: (input, next) =>
    metStap(
      `update ${input.updateName}`,
      'client',
      kenmerkenVan(input.workflowExecution.workflowId, input.args),
      () => next({ ...input, headers: metSpoor(input.headers) }),
    ),
  startUpdateWithStart: (input, next) =>
    metStap(
      `update ${input.updateName}`,
      'client',
      kenmerkenVan(input.workflowStartOptions.workflowId, input.updateArgs),
      () =>
        next({
          ...input,
          workflowStartHeaders: metSpoor(input.workflowStartHeaders),
          updateHeaders: metSpoor(input.updateHeaders),
        }),
    ),
  signal: (input, next) =>
    metStap(
      `signal ${input.signalName}`,
      'client',
      kenmerkenVan(input.workflowExecution.workflowId, input.args),
      () => next({ ...input, headers: metSpoor(input.headers) }),
    ),
};

/** For a client of Temporal; nothing when no traces are made. */
export const volgClient = (): { workflow: WorkflowClientInterceptor[] } | undefined =>
  spoorAan() ? { workflow: [clientInterceptor] } : undefined;

/** Makes a step of every attempt of an activity, within the request that caused it. */
const activiteitInterceptor: ActivityInterceptorsFactory = ({ info }) => ({
  inbound: {
    execute(input, next) {
      const [eerste, tweede] = input.args;
      const snapshot = (eerste as { snapshot?: unknown } | undefined)?.snapshot;
      const kenmerken: Kenmerken = {
        'leerlijn.procestype': veld(snapshot ?? tweede, 'procestype'),
        'leerlijn.toestand': veld(snapshot, 'toestand'),
        'leerlijn.effect': snapshot === undefined ? veld(eerste, 'soort') : undefined,
        'leerlijn.poging': info.attempt,
        'leerlijn.lokaal': info.isLocal,
      };
      return metStap(info.activityType, 'intern', kenmerken, () => next(input), ouderUit(input.headers));
    },
  },
});

/** For a worker; nothing when no traces are made. */
export const volgActiviteit = (): ActivityInterceptorsFactory[] =>
  spoorAan() ? [activiteitInterceptor] : [];

/** Takes what the workflows tell of their decisions out of the sandbox; see libs/process-workflow/spoor.ts. */
export const besluitAfvoer = (): InjectedSinks<BesluitAfvoer> | undefined =>
  spoorAan()
    ? {
        spoor: {
          besluit: { fn: (info, b) => noteerBesluit(info.workflowType, b), callDuringReplay: false },
        },
      }
    : undefined;

function noteerBesluit(procestype: string, b: BesluitStap): void {
  const ouder = ouderVan(b.traceparent);
  if (!ouder || !spoorAan()) return;
  const kenmerken = { 'leerlijn.procestype': procestype, 'leerlijn.actie': b.actie };
  opent(b.naam, 'intern', kenmerken, ouder, { stap: b.stap, begin: b.begin }).eindig();
}
