import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Rol } from '#process';

/** Who calls, as his token says. Nothing here comes from the request itself. */
export interface Beller {
  sub: string;
  rollen: Rol[];
  /** CBS codes of the municipalities he works for. */
  gemeenten: string[];
  kenmerken: string[];
  /** BRIN, for the role school. */
  school?: string | undefined;
  /** End of his token, in epoch milliseconds. */
  verloopt: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    beller?: Beller;
  }
}

/** The caller of this request. Routes without an operation (see rechten.ts) have none, so asking for one there is a mistake. */
export function bellerVan(verzoek: FastifyRequest): Beller {
  if (!verzoek.beller) throw new Error('Deze route heeft geen aangemelde beller');
  return verzoek.beller;
}

/** Parameter of a handler: the caller. */
export const Aangemeld = createParamDecorator((_: unknown, context: ExecutionContext) =>
  bellerVan(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Parameter of a handler: the trace id of this request, by which log and audit rows are joined. */
export const VerzoekId = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().id,
);
