import { createHash } from 'node:crypto';
import type { Processleutels } from '#codec';
import { inhoudKlasse, type Gegevens, type InhoudKlasse, type z } from '#process';
import { bewaarInhoud, type InGemeente } from '#read-model';
import type { Beller } from '../auth/beller.js';

/** The `inhoud()` fields of a schema with their class. */
export function inhoudVelden(schema: z.ZodObject): [veld: string, klasse: InhoudKlasse][] {
  return Object.entries(schema.shape).flatMap(([veld, deel]) => {
    const klasse = inhoudKlasse(deel);
    return klasse ? [[veld, klasse]] : [];
  });
}

/**
 * Stores the texts of parsed input and gives the input with their ids in their place: content first, the decision that names it second. Texts
 * whose decision never comes are swept.
 */
export async function bewaarTeksten(
  em: InGemeente,
  sleutels: Processleutels,
  gemeente: string,
  schema: z.ZodObject,
  invoer: Record<string, unknown>,
  door: string,
): Promise<Gegevens> {
  const uit = { ...invoer } as Gegevens;
  for (const [veld, klasse] of inhoudVelden(schema)) {
    const tekst = uit[veld];
    if (typeof tekst !== 'string') continue;
    uit[veld] = await bewaarInhoud(em, sleutels, {
      procesId: sleutels.procesId,
      gemeente,
      klasse,
      tekst,
      door,
    });
  }
  return uit;
}

/** What makes two requests the same one: caller, call and body. Sixteen hex digits, for it stays in the history. */
export const hashVan = (beller: Beller, methode: string, pad: string, body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([beller.sub, methode, pad, geordend(body)]))
    .digest('hex')
    .slice(0, 16);

/** The same value with its keys in order, so that their order in the text makes no difference. */
function geordend(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(geordend);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(
    Object.entries(waarde)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sleutel, deel]) => [sleutel, geordend(deel)]),
  );
}
