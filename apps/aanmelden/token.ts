import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { leesOfMaakSleutel } from './sleutel.js';

/** The roles that a token can carry. */
export const ROLLEN = [
  'leerplichtambtenaar',
  'doorstroomcoach',
  'teamleider',
  'school',
  'arts',
  'beheerder',
] as const;
export type Rol = (typeof ROLLEN)[number];

/** What a token says about somebody. No name: who it is follows from `sub`. */
export interface Claims {
  readonly sub: string;
  readonly rollen: readonly Rol[];
  /** CBS codes of municipalities, for example '0164' (Hengelo). */
  readonly gemeenten: readonly string[];
  /** For example 'boa': buitengewoon opsporingsambtenaar. */
  readonly kenmerken: readonly string[];
  /** The BRIN of the school, only with the role school. */
  readonly school?: string | undefined;
}

export interface TokenOpties {
  readonly staat: string;
  readonly issuer: string;
  readonly audience: string;
  readonly geldigSeconden: number;
}

/** Makes a bearer token (JWT, RS256) as the sign-in service for development issues it. */
export async function maakToken(
  claims: Claims,
  { staat, issuer, audience, geldigSeconden }: TokenOpties,
): Promise<string> {
  const sleutel = await leesOfMaakSleutel(staat);
  const nu = Math.floor(Date.now() / 1000);
  const { sub, ...overige } = claims;
  return new SignJWT({ ...overige })
    .setProtectedHeader({ alg: sleutel.alg, kid: sleutel.kid, typ: 'JWT' })
    .setSubject(sub)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(nu)
    .setExpirationTime(nu + geldigSeconden)
    .setJti(randomUUID())
    .sign(await importJWK(sleutel, sleutel.alg));
}
