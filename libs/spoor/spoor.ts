import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { Nummers } from './nummers.js';

/**
 * All that a span may tell: what kind of thing happened, never to whom. No id of a process, a youth or a person, no text, no parameter; the
 * list is closed, so that what is not named here cannot be sent.
 */
export interface Kenmerken {
  'http.request.method'?: string | undefined;
  /** The template, such as /api/v1/processen/:id. */
  'http.route'?: string | undefined;
  'http.response.status_code'?: number | undefined;
  'leerlijn.procestype'?: string | undefined;
  'leerlijn.actie'?: string | undefined;
  'leerlijn.toestand'?: string | undefined;
  'leerlijn.effect'?: string | undefined;
  'leerlijn.poging'?: number | undefined;
  'leerlijn.lokaal'?: boolean | undefined;
  'db.system.name'?: 'postgresql' | undefined;
  'db.operation.name'?: string | undefined;
  'db.collection.name'?: string | undefined;
}

/** A step under way. */
export interface Stap {
  /** In which its own steps are taken. */
  readonly context: Context;
  /** Ends it; of an error only its kind is told, because its message may hold data. */
  eindig(kenmerken?: Kenmerken, fout?: unknown): void;
}

const SOORTEN = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  intern: SpanKind.INTERNAL,
} as const;

const nummers = new Nummers();
let tracer: Tracer | undefined;

/** Whether traces are made. */
export const spoorAan = (): boolean => tracer !== undefined;

/**
 * From now on traces go to `adres` (OTLP over HTTP). Without an address nothing begins, and nothing of OpenTelemetry is loaded.
 * @returns how it ends: what was measured is sent first.
 */
export async function beginSpoor(dienst: string, adres: string | undefined): Promise<() => Promise<void>> {
  if (adres === undefined) return async () => undefined;
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { Resource }] = await Promise.all(
    [
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ],
  );
  const uitvoer = new OTLPTraceExporter({ url: `${adres.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: new Resource({ 'service.name': dienst }),
    idGenerator: nummers,
    spanProcessors: [new BatchSpanProcessor(uitvoer, { scheduledDelayMillis: 1_000 })],
  });
  // No propagator: what a caller sends as `baggage` or `tracestate` would end up in histories.
  provider.register({ propagator: null });
  tracer = provider.getTracer('leerlijn');
  return async () => {
    tracer = undefined;
    await provider.shutdown().catch(() => undefined);
  };
}

/** Begins a step. `vast` holds ids that are known already. Only to be called when {@link spoorAan}. */
export function opent(
  naam: string,
  soort: keyof typeof SOORTEN,
  kenmerken: Kenmerken,
  ouder: Context = context.active(),
  vast: { spoor?: string | undefined; stap?: string | undefined; begin?: number | undefined } = {},
): Stap {
  nummers.zet(vast);
  const span = tracer!.startSpan(
    naam,
    { kind: SOORTEN[soort], attributes: { ...kenmerken }, startTime: vast.begin },
    ouder,
  );
  nummers.zet({});
  return { context: trace.setSpan(ouder, span), eindig: (k, fout) => eindig(span, k, fout) };
}

function eindig(span: Span, kenmerken: Kenmerken | undefined, fout: unknown): void {
  if (kenmerken) span.setAttributes({ ...kenmerken });
  if (fout !== undefined) {
    span.setAttribute('error.type', soortVan(fout));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** A status, a code of the database or the network, or the name of the class; never what was thrown itself. */
function soortVan(fout: unknown): string {
  if (typeof fout === 'number') return String(fout);
  if (!(fout instanceof Error)) return typeof fout;
  return 'code' in fout && /^[A-Z0-9_]{1,40}$/.test(String(fout.code)) ? String(fout.code) : fout.name;
}

/** Does `werk` as a step; without traces it only does `werk`. */
export async function metStap<T>(
  naam: string,
  soort: keyof typeof SOORTEN,
  kenmerken: Kenmerken,
  werk: (stap: Stap | undefined) => Promise<T>,
  ouder?: Context,
): Promise<T> {
  if (!tracer) return werk(undefined);
  const stap = opent(naam, soort, kenmerken, ouder);
  try {
    const uitkomst = await context.with(stap.context, () => werk(stap));
    stap.eindig();
    return uitkomst;
  } catch (fout) {
    stap.eindig(undefined, fout ?? null);
    throw fout;
  }
}

const SPOOR = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** What a `traceparent` (W3C Trace Context) says; undefined when it is none, or is not to be followed. */
export function ouderVan(traceparent: unknown): Context | undefined {
  const [, traceId, spanId, vlaggen] = SPOOR.exec(String(traceparent)) ?? [];
  if (!traceId || !spanId || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  const traceFlags = Number.parseInt(vlaggen!, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** The step under way as a `traceparent`; undefined when there is none. */
export function alsTraceparent(waar: Context = context.active()): string | undefined {
  const s = trace.getSpanContext(waar);
  return s && trace.isSpanContextValid(s) ? `00-${s.traceId}-${s.spanId}-0${s.traceFlags & 1}` : undefined;
}

/** For a log line: in which trace it was written. Empty when there is none. */
export function spoorVelden(): Partial<Record<'trace_id' | 'span_id', string>> {
  const s: SpanContext | undefined = tracer && trace.getSpanContext(context.active());
  return s ? { trace_id: s.traceId, span_id: s.spanId } : {};
}
