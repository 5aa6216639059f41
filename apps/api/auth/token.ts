import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from '#process';
import { Probleem } from '../http/probleem.js';
import type { Beller } from './beller.js';

/** Asymmetric algorithms only: with HS256 our public key would be a signing secret (NL GOV OAuth profile: RS256 must, PS256 should). */
const ALGORITMEN = ['PS256', 'ES256', 'RS256'];
/** Clocks of two machines differ. */
const SPELING_SECONDEN = 5;
const BINNEN_MS = 3_000;
/** A token seen before is not verified again within this time: signatures cost more than most of our queries. */
const ONTHOUD_MS = 60_000;

const claims = z.object({
  sub: z.uuid(),
  exp: z.number(),
  rollen: z
    .array(z.enum(['leerplichtambtenaar', 'doorstroomcoach', 'teamleider', 'school', 'arts', 'beheerder']))
    .min(1),
  gemeenten: z.array(z.string().regex(/^\d{4}$/)).max(50),
  kenmerken: z.array(z.string()).default([]),
  school: z.string().optional(),
});

const bezwaar = (): Probleem =>
  new Probleem(
    'niet-aangemeld',
    'Stuur een geldig token mee (Authorization: Bearer).',
    {},
    { 'WWW-Authenticate': 'Bearer realm="leerlijn"' },
  );

/** Verifies bearer tokens of one issuer; its keys are found by OIDC discovery at the first token. */
export class Tokens {
  private sleutels: Promise<JWTVerifyGetKey> | undefined;
  private readonly gezien = new LRUCache<string, Beller>({ max: 1_000, ttl: ONTHOUD_MS });

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
  ) {}

  /**
   * The caller behind the value of an Authorization header.
   * @throws {Probleem} 401, for whatever reason in the same words; 503 when the issuer cannot be reached.
   */
  async beller(kop: string | undefined): Promise<Beller> {
    const token = /^Bearer ([\w-]{1,4000}\.[\w-]{1,8000}\.[\w-]{1,2000})$/.exec(kop ?? '')?.[1];
    if (!token) throw bezwaar();
    const bekend = this.gezien.get(token);
    if (bekend && bekend.verloopt > Date.now()) return bekend;
    try {
      const { payload } = await jwtVerify(token, await this.haalSleutels(), {
        issuer: this.issuer,
        audience: this.audience,
        algorithms: ALGORITMEN,
        clockTolerance: SPELING_SECONDEN,
        requiredClaims: ['exp', 'sub'],
      });
      const { exp, ...wie } = claims.parse(payload);
      const beller = { ...wie, verloopt: exp * 1000 };
      this.gezien.set(token, beller);
      return beller;
    } catch (fout) {
      if (isOnbereikbaar(fout))
        throw new Probleem('niet-beschikbaar', 'De aanmelddienst is even niet bereikbaar.');
      throw bezwaar();
    }
  }

  private haalSleutels(): Promise<JWTVerifyGetKey> {
    this.sleutels ??= this.ontdek().catch((fout: unknown) => {
      this.sleutels = undefined;
      throw fout;
    });
    return this.sleutels;
  }

  private async ontdek(): Promise<JWTVerifyGetKey> {
    const adres = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const antwoord = await fetch(adres, { signal: AbortSignal.timeout(BINNEN_MS) });
    const { jwks_uri } = z.object({ jwks_uri: z.url() }).parse(await antwoord.json());
    return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: BINNEN_MS });
  }
}

/** Fetch fails with a TypeError or a timeout, jose with its own timeout or a plain error about the answer it got. */
const isOnbereikbaar = (fout: unknown): boolean =>
  fout instanceof errors.JWKSTimeout ||
  fout instanceof TypeError ||
  (fout instanceof Error && ['TimeoutError', 'AbortError'].includes(fout.name)) ||
  (fout instanceof errors.JOSEError && fout.code === 'ERR_JOSE_GENERIC');
