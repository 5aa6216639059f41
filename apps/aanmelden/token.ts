import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { leesOfMaakSleutel } from './sleutel.js';

/** De rollen die een token kan dragen. */
export const ROLLEN = [
  'leerplichtambtenaar',
  'doorstroomcoach',
  'teamleider',
  'school',
  'arts',
  'beheerder',
] as const;
export type Rol = (typeof ROLLEN)[number];

/** Wat een token over iemand zegt. Geen naam: wie het is volgt uit `sub`. */
export interface Claims {
  readonly sub: string;
  readonly rollen: readonly Rol[];
  /** CBS-codes van gemeenten, bijvoorbeeld '0164' (Hengelo). */
  readonly gemeenten: readonly string[];
  /** Bijvoorbeeld 'boa': buitengewoon opsporingsambtenaar. */
  readonly kenmerken: readonly string[];
  /** De BRIN van de school, alleen bij de rol school. */
  readonly school?: string | undefined;
}

export interface TokenOpties {
  readonly staat: string;
  readonly issuer: string;
  readonly audience: string;
  readonly geldigSeconden: number;
}

/** Maakt een bearer-token (JWT, RS256) zoals de aanmelddienst voor ontwikkeling het uitgeeft. */
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
