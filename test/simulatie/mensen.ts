import { maakToken } from '../../apps/aanmelden/token.js';
import { demoGebruikers, type DemoGebruiker } from '../../infra/local/demo-gebruikers.js';
import type { TestStackBeschrijving } from '../../infra/local/test-stack.js';
import { Api } from '#test-kit';
import type { Rol, Zaak } from './draaiboek.js';

/** The longest that a simulated year may take, real time. */
const GELDIG_SECONDEN = 8 * 3_600;

/** The demonstration users, signed in, and which of them does what. */
export class Mensen {
  private constructor(private readonly apis: ReadonlyMap<string, Api>) {}

  static async meldAan(stack: TestStackBeschrijving): Promise<Mensen> {
    const apis = new Map<string, Api>();
    for (const d of demoGebruikers) {
      const claims = {
        sub: d.sub,
        rollen: [d.rol],
        gemeenten: d.gemeenten,
        kenmerken: d.kenmerken,
        school: d.school,
      };
      const token = await maakToken(claims, {
        staat: stack.staat,
        issuer: stack.oidcIssuer,
        audience: stack.oidcAudience,
        geldigSeconden: GELDIG_SECONDEN,
      });
      apis.set(d.sub, new Api(stack.apiUrl, { id: d.sub, rol: d.rol, token }));
    }
    return new Mensen(apis);
  }

  /** Who acts in this role for this youth; a zaak stays with one officer. */
  voor(zaak: Pick<Zaak, 'gemeente' | 'boa' | 'nr'> & { jongere: { brin: string } }, rol: Rol): Api {
    const kandidaten = demoGebruikers.filter(
      (d) =>
        d.rol === rol &&
        d.gemeenten.includes(zaak.gemeente) &&
        (d.school === undefined || d.school === zaak.jongere.brin) &&
        (rol !== 'leerplichtambtenaar' || !zaak.boa || d.kenmerken.includes('boa')),
    );
    return this.van(kandidaten[zaak.nr % kandidaten.length], `${rol} in ${zaak.gemeente}`);
  }

  /** An officer with the authority of a BOA, who sees everything of his municipality. */
  boa(gemeente: string): Api {
    return this.van(
      demoGebruikers.find((d) => d.kenmerken.includes('boa') && d.gemeenten.includes(gemeente)),
      `boa in ${gemeente}`,
    );
  }

  beheerder(): Api {
    return this.van(
      demoGebruikers.find((d) => d.rol === 'beheerder'),
      'beheerder',
    );
  }

  private van(d: DemoGebruiker | undefined, wie: string): Api {
    if (!d) throw new Error(`Er is geen demonstratiegebruiker: ${wie}`);
    return this.apis.get(d.sub)!;
  }
}
