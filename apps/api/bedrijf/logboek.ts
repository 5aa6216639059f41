import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino, type Logger } from 'pino';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/**
 * The technical log and the measurements of each request. Both hold the template of the route and never its URL, query, headers or body:
 * there stands whom it is about.
 */
export class Logboek {
  readonly register = new Registry();
  private readonly log: Logger;
  private readonly duur = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duur van verzoeken per route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.register],
  });

  constructor(niveau: string) {
    this.log = pino({ name: 'api', level: niveau });
    collectDefaultMetrics({ register: this.register });
  }

  verzoek(v: FastifyRequest, a: FastifyReply): void {
    const route = v.routeOptions.url ?? 'onbekend';
    const ms = Math.round(a.elapsedTime * 10) / 10;
    this.duur.observe({ method: v.method, route, status: a.statusCode }, ms / 1000);
    this.log.info({ methode: v.method, route, status: a.statusCode, ms, trace_id: v.id }, 'verzoek');
  }

  /** An error that nobody foresaw, with the place in our code; the message may hold data of a query and stays out. */
  fout(fout: unknown, trace_id?: string): void {
    const soort = fout instanceof Error ? fout.name : typeof fout;
    const code = fout instanceof Error && 'code' in fout ? fout.code : undefined;
    const plaats =
      fout instanceof Error
        ? fout.stack
            ?.split('\n')
            .filter((r) => /^\s+at /.test(r))
            .slice(0, 8)
        : undefined;
    this.log.error({ soort, code, plaats, trace_id }, 'fout');
  }

  meld(gebeurtenis: string, velden: Record<string, string | number> = {}): void {
    this.log.info(velden, gebeurtenis);
  }
}
