import { randomUUID } from 'node:crypto';
import { maakToken, type Rol } from '../../apps/aanmelden/token.js';
import { demoGebruikers, HENGELO, type DemoGebruiker } from '../../infra/local/demo-gebruikers.js';
import type { TestStackBeschrijving } from '../../infra/local/test-stack.js';

export type { TestStackBeschrijving };

/**
 * The stack that this spec was given.
 * @throws Error, in Dutch, when it runs without one: start it through `npm test -- <patroon>`.
 */
export function testStack(): TestStackBeschrijving {
  const json = process.env['LEERLIJN_TEST_STACK'];
  if (!json)
    throw new Error('Deze spec heeft een stack nodig; draai haar met: npm test -- <deel van het pad>');
  return JSON.parse(json) as TestStackBeschrijving;
}

/** Somebody with a token. */
export interface Iemand {
  readonly id: string;
  readonly rol: Rol;
  readonly token: string;
}

/** The demonstration user with this role in this municipality. @throws Error when nobody has it. */
export function demo(rol: Rol, gemeente = HENGELO): DemoGebruiker {
  const gevonden = demoGebruikers.find((d) => d.rol === rol && d.gemeenten.includes(gemeente));
  if (!gevonden) throw new Error(`Geen demonstratiegebruiker met rol ${rol} in ${gemeente}`);
  return gevonden;
}

/** Signs somebody in as a demonstration user, or as a new person when `ander` is true; `kenmerken` in place of his own. The token holds for four hours of real time. */
export async function meldAan(
  stack: TestStackBeschrijving,
  rol: Rol,
  {
    gemeente = HENGELO,
    ander = false,
    kenmerken,
  }: { gemeente?: string; ander?: boolean; kenmerken?: readonly string[] } = {},
): Promise<Iemand> {
  const d = demo(rol, gemeente);
  const sub = ander ? randomUUID() : d.sub;
  const claims = {
    sub,
    rollen: [rol],
    gemeenten: d.gemeenten,
    kenmerken: kenmerken ?? d.kenmerken,
    school: d.school,
  };
  const token = await maakToken(claims, {
    staat: stack.staat,
    issuer: stack.oidcIssuer,
    audience: stack.oidcAudience,
    geldigSeconden: 4 * 3600,
  });
  return { id: sub, rol, token };
}
