import type { Datum } from '#kalender';
import { randomUUID } from 'node:crypto';
import { laadVasteGegevens } from '../../infra/local/demo/vaste-gegevens.js';
import { BORNE } from '../../infra/local/demo-gebruikers.js';
import { maakToken, type Claims } from '../../apps/aanmelden/token.js';
import { Api, maakJongere, meldAan, testStack, type TestStackBeschrijving } from '#test-kit';

/** The people of these specs, each with a token of the stack's identity provider. */
export interface Toneel {
  stack: TestStackBeschrijving;
  ambtenaar: Api;
  ambtenaarBorne: Api;
  teamleider: Api;
  school: Api;
  schoolBorne: Api;
  arts: Api;
  beheerder: Api;
}

export async function toneel(): Promise<Toneel> {
  const stack = testStack();
  await laadVasteGegevens(stack.databaseUrl);
  const als = async (
    ...wie: Parameters<typeof meldAan> extends [unknown, ...infer R] ? R : never
  ): Promise<Api> => new Api(stack.apiUrl, await meldAan(stack, ...wie));
  return {
    stack,
    ambtenaar: await als('leerplichtambtenaar'),
    ambtenaarBorne: await als('leerplichtambtenaar', { gemeente: BORNE }),
    teamleider: await als('teamleider'),
    school: await als('school'),
    schoolBorne: await als('school', { gemeente: BORNE }),
    arts: await als('arts'),
    beheerder: await als('beheerder'),
  };
}

/** Somebody with exactly these claims. */
export async function iemand(
  stack: TestStackBeschrijving,
  claims: Partial<Claims>,
  geldigSeconden = 3600,
): Promise<Api> {
  const volledig: Claims = {
    sub: randomUUID(),
    rollen: ['leerplichtambtenaar'],
    gemeenten: ['0164'],
    kenmerken: [],
    ...claims,
  };
  const token = await maakToken(volledig, {
    staat: stack.staat,
    issuer: stack.oidcIssuer,
    audience: stack.oidcAudience,
    geldigSeconden,
  });
  return new Api(stack.apiUrl, { id: volledig.sub, rol: volledig.rollen[0]!, token });
}

/** A youth of fourteen or so in Hengelo, and the body that opens an exemption for him. */
export async function vrijstellingVan(api: Api, jongereId?: string): Promise<VrijstellingVraag> {
  return {
    procestype: 'vrijstelling',
    jongereId: jongereId ?? (await maakJongere(api, '2012-05-06')),
    gegevens: { grond: 'art5onderA', kennisgevingOp: await vandaag(api) },
  };
}

export interface VrijstellingVraag {
  procestype: string;
  jongereId: string;
  gegevens: Record<string, unknown>;
}

/** What the Klok of the stack says. */
export const vandaag = async (api: Api): Promise<Datum> =>
  (await api.lees<{ vandaag: Datum }>('/klok')).vandaag;
