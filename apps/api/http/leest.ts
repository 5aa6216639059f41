import { type PipeTransform } from '@nestjs/common';
import { z } from '#process';
import { ongeldig, type Fout } from './probleem.js';

/** Field names of the caller are repeated only when they look like a field name, for a name can be a value too. */
const VELDNAAM = /^[A-Za-z_]{1,40}$/;

const TYPEN: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'waar of onwaar',
  object: 'een object',
  array: 'een lijst',
};
const VORMEN: Record<string, string> = {
  uuid: 'Dit is geen id (UUID).',
  date: 'Dit is geen bestaande datum in de vorm JJJJ-MM-DD.',
};

/**
 * The value as the schema reads it.
 * @param basis pointer of the value within what was sent.
 * @throws {Probleem} 400 with every field that does not fit.
 */
export function lees<S extends z.ZodType>(schema: S, waarde: unknown, basis = ''): z.output<S> {
  const gelezen = schema.safeParse(waarde, { reportInput: true });
  if (gelezen.success) return gelezen.data;
  const fouten = gelezen.error.issues.flatMap((i) => foutenVan(i, basis));
  // A value of the wrong form fails its further checks too: only the first says something.
  throw ongeldig(fouten.filter((f, n) => fouten.findIndex((x) => x.pointer === f.pointer) === n));
}

function foutenVan(i: z.core.$ZodIssue, basis: string): Fout[] {
  const pointer = basis + i.path.map((p) => `/${String(p)}`).join('');
  if (i.code === 'unrecognized_keys')
    return i.keys.map((k) => ({
      pointer: VELDNAAM.test(k) ? `${pointer}/${k}` : pointer,
      code: 'onbekend-veld',
      melding: 'Dit veld bestaat hier niet.',
    }));
  return [{ pointer, ...codeEnMelding(i) }];
}

function codeEnMelding(i: z.core.$ZodIssue): Omit<Fout, 'pointer'> {
  if (i.input === undefined && i.code !== 'custom')
    return { code: 'verplicht', melding: 'Dit veld is verplicht.' };
  switch (i.code) {
    case 'invalid_type':
      return { code: 'type', melding: `Dit moet ${TYPEN[i.expected] ?? 'een ander soort waarde'} zijn.` };
    case 'invalid_value':
      return { code: 'keuze', melding: `Kies uit: ${i.values.map(String).join(', ')}.` };
    case 'invalid_format':
      return { code: i.format, melding: VORMEN[i.format] ?? 'Dit heeft niet de juiste vorm.' };
    case 'too_small':
      return { code: 'te-klein', melding: `Minimaal ${String(i.minimum)}${eenheid(i.origin)}.` };
    case 'too_big':
      return { code: 'te-groot', melding: `Maximaal ${String(i.maximum)}${eenheid(i.origin)}.` };
    case 'custom': {
      const code = i.params?.['code'];
      return typeof code === 'string'
        ? { code, melding: i.message }
        : { code: 'ongeldig', melding: 'Deze waarde kan hier niet.' };
    }
    default:
      return { code: 'ongeldig', melding: 'Deze waarde kan hier niet.' };
  }
}

const eenheid = (van: string): string =>
  van === 'string' ? ' tekens' : van === 'array' ? ' onderdelen' : '';

/** Reads a body, a query or the parameters of a path with a schema: `@Body(new Leest(schema))`. */
export class Leest<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  constructor(private readonly schema: S) {}

  transform(waarde: unknown): z.output<S> {
    return lees(this.schema, waarde);
  }
}
