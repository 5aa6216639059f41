import {
  proxySinks,
  workflowInfo,
  type ActivityInput,
  type LocalActivityInput,
  type Sinks,
  type WorkflowInterceptorsFactory,
} from '@temporalio/workflow';

/** What a workflow tells of a request that it took: which action, under which span, since when (ms of the real clock). */
export interface BesluitStap {
  traceparent: string;
  /** The id of its own span, under which its activities come. */
  stap: string;
  naam: string;
  actie?: string;
  begin: number;
}

export interface BesluitAfvoer extends Sinks {
  spoor: { besluit(b: BesluitStap): void };
}

type Koppen = ActivityInput['headers'];
type Payload = Koppen[string];

const KOP = '_tracer-data';
const SPOOR = /^(00-[0-9a-f]{32}-)([0-9a-f]{16})(-[0-9a-f]{2})$/;

const { spoor: afvoer } = proxySinks<BesluitAfvoer>();

/**
 * Carries the trace of a request from the Update or message that brought it to the activities that follow from it. It is bundled only where
 * traces are made. It asks for no event, no command and no turn of the event loop, and no random number: a history replays alike with and without it.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let kop: Payload | undefined;
  const neem = (koppen: Koppen): void => void (kop = koppen[KOP]);
  const mee = <T extends ActivityInput | LocalActivityInput>(input: T): T =>
    kop ? { ...input, headers: { ...input.headers, [KOP]: kop } } : input;
  return {
    inbound: [
      {
        execute(input, next) {
          neem(input.headers);
          return next(input);
        },
        handleSignal(input, next) {
          neem(input.headers);
          return next(input);
        },
        handleUpdate(input, next) {
          neem(input.headers);
          const [, voor, ouder, na] = SPOOR.exec(lees(kop)) ?? [];
          if (kop === undefined || ouder === undefined) return next(input);
          const begin = workflowInfo().unsafe.now();
          const stap = kindVan(ouder);
          kop = schrijf(kop, `${voor}${stap}${na}`);
          // Our handlers decide before they first wait: when this returns, the decision was taken.
          const antwoord = next(input);
          const actie = (input.args[0] as { actie?: unknown } | undefined)?.actie;
          afvoer.besluit({
            traceparent: `${voor}${ouder}${na}`,
            stap,
            naam: `besluit ${input.name}`,
            ...(typeof actie === 'string' && { actie }),
            begin,
          });
          return antwoord;
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(mee(input)),
        scheduleLocalActivity: (input, next) => next(mee(input)),
      },
    ],
    internals: [
      {
        activate(input, next) {
          // What a date does is nobody's request, although its timer was once set by one.
          if (input.activation.jobs?.some((j) => j.fireTimer)) kop = undefined;
          next(input);
        },
      },
    ],
  };
};

/** The id of the span of the decision: another than its parent's, and the same whenever it is asked. */
const kindVan = (ouder: string): string =>
  ouder.replace(/./g, (c) => (Number.parseInt(c, 16) ^ 0xa).toString(16));

/** The header is JSON in ASCII, see libs/spoor/temporal.ts; what is not is no trace of ours. */
function lees(kop: Payload | undefined): string {
  try {
    const tekst = String.fromCharCode(...(kop?.data ?? []));
    return String((JSON.parse(tekst) as { traceparent?: unknown }).traceparent);
  } catch {
    return '';
  }
}

const schrijf = (kop: Payload, traceparent: string): Payload => ({
  metadata: kop.metadata,
  data: Uint8Array.from(JSON.stringify({ traceparent }), (c) => c.charCodeAt(0)),
});
