import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Probleem } from '../http/probleem.js';

const MEBIBYTE = 1_048_576;
/** 10,000 reports with every column filled take some 2 MB. */
const HOOGSTENS_BYTES = 8 * MEBIBYTE;

const isImport = (pad: string | undefined): boolean => pad?.endsWith('/verzuimmeldingen/_import') === true;

/** Lets files in at the one place that takes them. Call before the routes are made. */
export function neemBestandenAan(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (isImport(route.url)) route.bodyLimit = HOOGSTENS_BYTES;
  });
  fastify.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer' },
    async (verzoek: FastifyRequest, bytes: Buffer) => {
      if (isImport(verzoek.routeOptions.url)) return bytes;
      throw new Probleem('mediatype-onbekend', 'Stuur het verzoek als application/json, zonder compressie.');
    },
  );
}
