import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';

/** Serves /health/live, /health/ready (ready means: polling) and /metrics on the loopback address. `metingen` never throws. */
export function startGezondheid(poort: number, staat: () => string, metingen: () => Promise<string>): Server {
  collectDefaultMetrics();
  const server = createServer((vraag, antwoord) => {
    void (async () => {
      if (vraag.url === '/metrics') {
        antwoord.setHeader('content-type', register.contentType).end(await metingen());
        return;
      }
      const goed = vraag.url === '/health/live' || (vraag.url === '/health/ready' && staat() === 'RUNNING');
      antwoord
        .writeHead(goed ? 200 : 503, { 'content-type': 'application/json' })
        .end(JSON.stringify({ staat: staat() }));
    })();
  });
  return server.listen(poort, '127.0.0.1');
}
