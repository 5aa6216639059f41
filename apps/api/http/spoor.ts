import { context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { opent, ouderVan, spoorAan, type Stap } from '#spoor';

/** What machines ask every few seconds tells nothing. */
const ZONDER = ['/health/live', '/health/ready', '/metrics'];

/**
 * Makes a step of each request, with the trace id that it has already (see `verzoekId`). Call before the other hooks are made; does nothing
 * when no traces are made.
 */
export function volgVerzoeken(fastify: FastifyInstance): void {
  if (!spoorAan()) return;
  const stappen = new WeakMap<FastifyRequest, Stap>();
  fastify.addHook('onRequest', (verzoek, _, klaar) => {
    const route = verzoek.routeOptions.url ?? 'onbekend';
    if (ZONDER.includes(route)) return klaar();
    const kenmerken = { 'http.request.method': verzoek.method, 'http.route': route };
    const ouder = ouderVan(verzoek.headers['traceparent']);
    const stap = opent(`${verzoek.method} ${route}`, 'server', kenmerken, ouder, {
      spoor: ouder ? undefined : verzoek.id,
    });
    stappen.set(verzoek, stap);
    context.with(stap.context, klaar);
  });
  // The body comes in on the socket, which knows nothing of the request.
  fastify.addHook('preValidation', (verzoek, _, klaar) => {
    const stap = stappen.get(verzoek);
    if (stap) context.with(stap.context, klaar);
    else klaar();
  });
  fastify.addHook('onResponse', (verzoek, antwoord, klaar) => {
    const { statusCode } = antwoord;
    const fout = statusCode >= 500 ? statusCode : undefined;
    stappen.get(verzoek)?.eindig({ 'http.response.status_code': statusCode }, fout);
    klaar();
  });
}
