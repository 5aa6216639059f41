import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { alsBestand } from '../jaarcijfers/uitvoer.js';
import { Probleem } from './probleem.js';

/** Version of the API, told with each answer (NL GOV API Design Rules, API-57). */
const VERSIE = '1.0.0';
const SPOOR = /^00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace id of a request: the caller's (W3C Trace Context), else a new one. */
export function verzoekId(v: IncomingMessage): string {
  const spoor = v.headers['traceparent'];
  return (typeof spoor === 'string' ? SPOOR.exec(spoor)?.[1] : undefined) ?? randomBytes(16).toString('hex');
}

/** Options of helmet: what an API without pages can say (reliability-and-security 2.3). */
export const helmOpties = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  xFrameOptions: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
};

/** Headers of every answer: nothing about a youth stays in a cache. */
export async function zetKoppen(_: FastifyRequest, antwoord: FastifyReply): Promise<void> {
  antwoord.header('Cache-Control', 'no-store').header('API-Version', VERSIE);
}

/** 406 for a caller who takes none of the forms that we have, and 415 for a compressed body. */
export async function eisVorm(verzoek: FastifyRequest): Promise<void> {
  const { accept = '*/*', 'content-encoding': gepakt } = verzoek.headers;
  const eigen = verzoek.routeOptions.url?.endsWith('/stroom')
    ? 'text/event-stream'
    : verzoek.routeOptions.url === '/metrics'
      ? 'text/plain'
      : verzoek.routeOptions.url?.endsWith('.ics')
        ? 'text/calendar'
        : 'application/json';
  const neemt = accept.split(',').map((deel) => deel.split(';', 1)[0]!.trim().toLowerCase());
  const vormen = [eigen, ...alsBestand(verzoek.routeOptions.url)];
  const goed = [
    ...vormen,
    ...vormen.map((v) => `${v.split('/', 1)[0]!}/*`),
    '*/*',
    'application/problem+json',
  ];
  if (!neemt.some((t) => goed.includes(t)))
    throw new Probleem('niet-acceptabel', `Hier kan alleen: ${vormen.join(', ')}.`);
  if (gepakt !== undefined && gepakt !== 'identity')
    throw new Probleem('mediatype-onbekend', 'Stuur het verzoek als application/json, zonder compressie.');
}
