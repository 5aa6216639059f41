import type { FastifyRequest } from 'fastify';
import { Probleem } from '../http/probleem.js';
import { magOoit, type RouteToegang } from './rechten.js';
import type { Tokens } from './token.js';

/**
 * The first two checks of every call (settled reading 18): 401 without a good token, 403 when the role may never do this. A hook before the body
 * is read, so that strangers cannot make us parse anything.
 */
export const maakToegang =
  (tokens: Tokens) =>
  async (verzoek: FastifyRequest): Promise<void> => {
    const { operatie, openbaar } = verzoek.routeOptions.config as RouteToegang;
    if (openbaar || verzoek.is404) return;
    verzoek.beller = await tokens.beller(verzoek.headers.authorization);
    if (!operatie || !magOoit(verzoek.beller, operatie))
      throw new Probleem('geen-recht', 'Uw rol mag dit niet.');
  };
