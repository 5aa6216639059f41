import { z } from '#process';
import { lees } from './leest.js';
import { Probleem } from './probleem.js';

/** Shapes that several calls share. */
export const idPad = z.strictObject({ id: z.uuid() });
export const gemeenteCode = z.string().regex(/^\d{4}$/);
export const waarOfNiet = z.enum(['true', 'false']);

const SLEUTEL = z.uuid();

/**
 * The Idempotency-Key of a request, in lower case: the same key is the same text.
 * @throws {Probleem} 400 when it is absent or no UUID.
 */
export function leesSleutel(kop: string | string[] | undefined): string {
  const gelezen = SLEUTEL.safeParse(kop);
  if (gelezen.success) return gelezen.data.toLowerCase();
  throw new Probleem('ongeldig-verzoek', 'Stuur een UUID mee in de kop Idempotency-Key.', {
    fouten: [{ pointer: '', code: 'idempotency-key', melding: 'De kop Idempotency-Key moet een UUID zijn.' }],
  });
}

/** A place in a list as the opaque text that callers hand back. */
export const naarCursor = (plek: unknown): string => Buffer.from(JSON.stringify(plek)).toString('base64url');

/** @throws {Probleem} 400 when the text is not one of ours. */
export function uitCursor<S extends z.ZodType>(schema: S, cursor: string): z.output<S> {
  let waarde: unknown;
  try {
    waarde = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    waarde = null;
  }
  const gelezen = schema.safeParse(waarde);
  return gelezen.success ? gelezen.data : lees(z.never(), '', '/cursor');
}
