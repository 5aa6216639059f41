import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it went over the wire (OTLP, JSON). */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status?: { code?: number; message?: string };
  events?: unknown[];
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  /** The service that sent it. */
  dienst: string;
}

interface Zending {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Omit<Span, 'dienst'>[] }[];
  }[];
}

/** Takes traces as a collector does, over real HTTP. */
export interface Ontvanger {
  adres: string;
  spans: Span[];
  /** Everything that came in, as it came. */
  ruw: string[];
  sluit(): Promise<void>;
}

export async function startOntvanger(): Promise<Ontvanger> {
  const spans: Span[] = [];
  const ruw: string[] = [];
  const server = createServer((vraag, antwoord) => {
    const delen: Buffer[] = [];
    vraag.on('data', (deel: Buffer) => delen.push(deel));
    vraag.on('end', () => {
      const tekst = Buffer.concat(delen).toString();
      ruw.push(tekst);
      for (const r of (JSON.parse(tekst) as Zending).resourceSpans) {
        const dienst = r.resource.attributes.find((a) => a.key === 'service.name')?.value.stringValue ?? '';
        for (const s of r.scopeSpans) spans.push(...s.spans.map((span) => ({ ...span, dienst })));
      }
      antwoord.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    adres: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    ruw,
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}

/** What a span tells under this name. */
export const kenmerk = (s: Span, naam: string): unknown =>
  Object.values(s.attributes.find((a) => a.key === naam)?.value ?? {})[0];
