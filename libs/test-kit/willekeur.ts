import { plusDagen, type Datum } from '#kalender';
import { z, type Gegevens } from '#process';

/** Gives a whole number from 0 up to, not including, `n`: the source of all chance, so that a life can be told again. */
export type Kies = (n: number) => number;

interface Vorm {
  type?: string;
  enum?: string[];
  const?: string;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  items?: Vorm;
  properties?: Record<string, Vorm>;
  required?: string[];
  additionalProperties?: Vorm;
  anyOf?: Vorm[];
  'x-inhoud'?: string;
}

const vormen = new WeakMap<z.ZodObject, Vorm>();
function vormVan(schema: z.ZodObject): Vorm {
  const bekend = vormen.get(schema);
  if (bekend) return bekend;
  const vorm = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Vorm;
  vormen.set(schema, vorm);
  return vorm;
}

const ID = '7d444840-9dc0-41d1-b245-5ffdce74fad2';

/** An input that fits the schema, with dates around `vandaag`. Names of terms come from `namen`. */
export function willekeurigeInvoer(
  schema: z.ZodObject,
  kies: Kies,
  vandaag: Datum,
  namen: string[] = [],
): Gegevens {
  return waarde(vormVan(schema), kies, vandaag, namen) as Gegevens;
}

function waarde(v: Vorm, kies: Kies, vandaag: Datum, namen: string[]): unknown {
  if (v.anyOf) return waarde(v.anyOf[kies(v.anyOf.length)]!, kies, vandaag, namen);
  if (v.enum) return v.enum[kies(v.enum.length)];
  if (v.const !== undefined) return v.const;
  if (v['x-inhoud'] || v.format === 'uuid') return ID;
  if (v.format === 'date') return plusDagen(vandaag, kies(3) > 0 ? 0 : kies(500) - 120);
  switch (v.type) {
    case 'object':
      return voorwerp(v, kies, vandaag, namen);
    case 'array':
      return [waarde(v.items!, kies, vandaag, namen)];
    case 'integer':
      return (v.minimum ?? 0) + kies(Math.min(18, (v.maximum ?? 18) + 1));
    case 'boolean':
      return kies(2) === 1;
    case 'string':
      return v.pattern?.includes('d') ? '0147' : (namen[kies(namen.length || 1)] ?? 'achttien');
    default:
      return null;
  }
}

function voorwerp(v: Vorm, kies: Kies, vandaag: Datum, namen: string[]): Record<string, unknown> {
  if (!v.properties && v.additionalProperties)
    return { achttienOp: waarde(v.additionalProperties, kies, vandaag, namen) };
  return Object.fromEntries(
    Object.entries(v.properties ?? {}).flatMap(([naam, x]) =>
      v.required?.includes(naam) || kies(2) === 1 ? [[naam, waarde(x, kies, vandaag, namen)]] : [],
    ),
  );
}
