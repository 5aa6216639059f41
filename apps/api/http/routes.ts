import type { FastifyInstance } from 'fastify';

/** Which methods each path has, to answer 405 with `Allow` and to compare the routes with the OpenAPI document. */
export class Routes {
  private readonly bekend: { methode: string; pad: string; vorm: RegExp }[] = [];

  /** Call before the first route is made. */
  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', (route) => {
      for (const methode of [route.method].flat())
        this.bekend.push({ methode, pad: route.url, vorm: alsVorm(route.url) });
    });
  }

  /** The methods of the path in this URL, in the order of their routes; empty when the path is unknown. */
  methodenVan(url: string): string[] {
    const pad = url.split('?', 1)[0] ?? '';
    return [...new Set(this.bekend.filter((r) => r.vorm.test(pad)).map((r) => r.methode))];
  }

  /** Every route as 'GET /api/v1/processen/{id}'. */
  alle(): string[] {
    return this.bekend
      .filter((r) => r.methode !== 'HEAD' && r.pad !== '*')
      .map((r) => `${r.methode} ${r.pad.replace(/:(\w+)/g, '{$1}')}`);
  }
}

/** A path of the router as a regular expression; its wildcards (plugins) match nothing. */
function alsVorm(pad: string): RegExp {
  if (pad.includes('*')) return /^$/;
  return new RegExp(`^${pad.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`);
}
