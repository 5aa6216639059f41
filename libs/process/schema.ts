import { z } from 'zod';
import { isDatum, type Datum } from '#kalender';

// The Temporal sandbox forbids code generation from strings; zod must know before the first schema is made.
z.config({ jitless: true });

export { z };

/** Class of a text about a person: who may read it back differs per class (AVG art. 9 and 10, Wpg). */
export type InhoudKlasse = 'gewoon' | 'medisch' | 'wpg';

declare const inhoudMerk: unique symbol;
/** Id of a stored text. The text itself never enters a process, only this id does. */
export type InhoudId = string & { readonly [inhoudMerk]: true };

const klassen = new WeakMap<object, InhoudKlasse>();

/**
 * A field for free text (reason, note, report, statement). The API stores what the caller sends in table `inhoud` and puts the
 * row's id in its place before the process sees it, so that no history holds a sentence about a person.
 */
export function inhoud(klasse: InhoudKlasse): z.ZodType<InhoudId> {
  const schema = z
    .string()
    .trim()
    .min(1)
    .max(20_000)
    .meta({ 'x-inhoud': klasse, description: `Vrije tekst (${klasse}); wordt apart bewaard.` });
  klassen.set(schema, klasse);
  return schema as unknown as z.ZodType<InhoudId>;
}

/** The class of an `inhoud()` field, also when it is optional; undefined for every other field. */
export function inhoudKlasse(schema: z.core.$ZodType): InhoudKlasse | undefined {
  const klasse = klassen.get(schema);
  if (klasse || !(schema instanceof z.ZodOptional)) return klasse;
  return inhoudKlasse(schema.unwrap());
}

/** A local date, 'JJJJ-MM-DD' (Europe/Amsterdam). Refuses dates that do not exist. */
export function datumVeld(): z.ZodType<Datum> {
  return z.iso.date().refine(isDatum);
}

/** Whether a field holds a date, also when it is optional. */
export const isDatumVeld = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodISODate || (schema instanceof z.ZodOptional && isDatumVeld(schema.unwrap()));

/** An opaque id. */
export const idVeld = (): z.ZodUUID => z.uuid();
