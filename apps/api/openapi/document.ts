import { kernActies, z } from '#process';
import { jongereVorm, wijzigVorm, zoekVorm } from '../jongeren/vormen.js';
import { alsJsonSchema, procestype, procestypen, startSchema } from '../processen/catalogus.js';
import { lijstVraag } from '../processen/lijst-vraag.js';
import { antwoordSchemas, naarSchema, probleemAntwoord } from './antwoorden.js';
import type { Pad } from './pad.js';
import { paden } from './paden.js';
import type { Json } from './vorm.js';

const groot = (naam: string): string => naam.charAt(0).toUpperCase() + naam.slice(1);
const uuid = { type: 'string', format: 'uuid' };
/** Statuses that every call with a token can have. */
const ALTIJD = [401, 403, 406, 429, 500, 503];

/** The bodies of all processes: `<Procestype>Start`, `<Procestype><Actie>` and `Kern<Actie>`, from their tables. */
function bodySchemas(): { schemas: Record<string, Json>; starts: Record<string, string>; acties: string[] } {
  const schemas: Record<string, Json> = {};
  const starts: Record<string, string> = {};
  for (const naam of procestypen) {
    const { nieuwste: d, teksten } = procestype(naam)!;
    starts[naam] = `${groot(naam)}Start`;
    schemas[starts[naam]] = { title: `${teksten.titel}: openen`, ...alsJsonSchema(startSchema(d)) };
    for (const [actie, a] of Object.entries(d.acties))
      schemas[groot(naam) + groot(actie)] = {
        title: teksten.acties[actie]?.titel,
        ...alsJsonSchema(a.invoer),
      };
  }
  for (const [actie, a] of Object.entries(kernActies))
    schemas[`Kern${groot(actie)}`] = alsJsonSchema(a.invoer);
  const acties = Object.keys(schemas).filter((naam) => !Object.values(starts).includes(naam));
  return { schemas, starts, acties };
}

/** The OpenAPI 3.1 document, made once from the tables of the processes. */
export function maakDocument(): Json {
  const { schemas, starts, acties } = bodySchemas();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Leerlijn',
      version: '1.0.0',
      description: 'Leerplichtwerk van een gemeente als duurzame processen.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths: pathsVan(paden),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...antwoordSchemas,
        ...schemas,
        NieuweJongere: alsJsonSchema(jongereVorm),
        ZoekJongeren: alsJsonSchema(zoekVorm),
        WijzigJongere: alsJsonSchema(wijzigVorm),
        OpenProces: {
          oneOf: Object.entries(starts).map(([naam, start]) => ({
            type: 'object',
            additionalProperties: false,
            required: ['procestype', 'jongereId', 'gegevens'],
            properties: { procestype: { const: naam }, jongereId: uuid, gegevens: naarSchema(start) },
          })),
        },
        Actie: { anyOf: acties.map(naarSchema) },
      },
    },
  };
}

function pathsVan(alle: Pad[]): Json {
  const uit: Record<string, Json> = {};
  for (const p of alle) (uit[p.pad] ??= {})[p.methode.toLowerCase()] = operatieVan(p);
  return uit;
}

function operatieVan(p: Pad): Json {
  const status = p.status ?? 200;
  const fouten = [...(p.openbaar ? ALTIJD.filter((s) => s > 403) : ALTIJD), ...p.fouten].sort(
    (a, b) => a - b,
  );
  return {
    operationId: p.id,
    summary: p.samenvatting,
    ...(p.openbaar ? { security: [] } : {}),
    parameters: [
      ...[...p.pad.matchAll(/\{(\w+)\}/g)].map(([, naam = '']) => ({
        name: naam,
        in: 'path',
        required: true,
        schema: /^(id|procesId)$/.test(naam) ? uuid : { type: 'string' },
      })),
      ...(p.query ?? []).map((naam) => ({ name: naam, in: 'query', schema: vraagSchema(naam) })),
      ...(p.versie ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
      ...(p.sleutel ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: uuid }] : []),
    ],
    ...(p.body
      ? {
          requestBody: {
            required: true,
            content: { [p.bodyType ?? 'application/json']: { schema: naarSchema(p.body) } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: p.samenvatting,
        headers: {
          'API-Version': { schema: { type: 'string' } },
          ...(status === 201 || status === 202 ? { Location: { schema: { type: 'string' } } } : {}),
          ...(p.sleutel ? { 'Idempotent-Replay': { schema: { const: 'true' } } } : {}),
        },
        content: {
          [p.type ?? 'application/json']: { schema: p.type ? { type: 'string' } : naarSchema(p.antwoord) },
          ...Object.fromEntries((p.ookAls ?? []).map((type) => [type, { schema: { type: 'string' } }])),
        },
      },
      ...Object.fromEntries(
        Object.entries(p.ook ?? {}).map(([s, { samenvatting, antwoord }]) => [
          s,
          { description: samenvatting, content: { 'application/json': { schema: naarSchema(antwoord) } } },
        ]),
      ),
      ...Object.fromEntries(fouten.map((s) => [s, probleemAntwoord(s)])),
    },
  };
}

const vragen = z.toJSONSchema(lijstVraag, { io: 'input' }).properties ?? {};
const vraagSchema = (naam: string): unknown => vragen[naam] ?? { type: 'string' };
