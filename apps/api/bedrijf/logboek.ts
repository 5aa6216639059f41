import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino, type Logger } from 'pino';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { spoorVelden } from '#spoor';

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

  private readonly updates = new Histogram({
    name: 'leerlijn_update_duration_seconds',
    help: 'Duur van een vraag aan een proces, per actie; uitkomst: aanvaard, geweigerd of geen antwoord',
    labelNames: ['actie', 'uitkomst'] as const,
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.register],
  });

  constructor(niveau: string) {
    this.log = pino({ name: 'api', level: niveau, mixin: spoorVelden });
    collectDefaultMetrics({ register: this.register });
  }

  /** Says with each scrape which parts of the engine answer: a worker that is gone cannot say so itself. */
  meetMotor(stand: () => Promise<Readonly<Record<string, boolean>>>): void {
    const motor = new Gauge({
      name: 'leerlijn_motor_bereikbaar',
      help: '1 als dit onderdeel werkt, 0 als het afwezig is; wat niet te zeggen is ontbreekt',
      labelNames: ['onderdeel'] as const,
      registers: [],
      async collect() {
        this.reset();
        for (const [onderdeel, goed] of Object.entries(await stand())) this.set({ onderdeel }, Number(goed));
      },
    });
    this.register.registerMetric(motor);
  }

  /** One question to a process. `actie` is a name of a table or of the kernel, or of the Update itself. */
  update(actie: string, uitkomst: 'aanvaard' | 'geweigerd' | 'geen antwoord', ms: number): void {
    this.updates.observe({ actie, uitkomst }, ms / 1000);
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
