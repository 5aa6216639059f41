import { datum, type Datum } from '#kalender';
import { datumVeld, z } from '#process';
import { CONTACTSOORTEN, DEELNEMERS, OVERLEGGEN, type Contactsoort } from '#read-model';
import { gemeenteCode } from '../http/velden.js';

/** Beyond these a year is a typing error. */
const EERSTE = 2000;
const LAATSTE = 2100;

const isSchooljaar = (tekst: string): boolean => {
  const [, van = '', tot = ''] = /^(\d{4})-(\d{4})$/.exec(tekst) ?? [];
  return Number(tot) === Number(van) + 1 && Number(van) >= EERSTE && Number(van) <= LAATSTE;
};
const schooljaar = z.string().refine(isSchooljaar, {
  error: 'Dit is geen schooljaar; een schooljaar is bijvoorbeeld 2025-2026.',
  params: { code: 'schooljaar' },
});

/** The first and the last day of a school year such as '2025-2026' (`schooljaarVan` the other way round). */
export const grenzenVan = (jaar: string): { van: Datum; tot: Datum } => ({
  van: datum(`${jaar.slice(0, 4)}-08-01`),
  tot: datum(`${jaar.slice(5)}-07-31`),
});

export const schooljaarPad = z.strictObject({ schooljaar });
export const grondslagVraag = z.strictObject({ gemeente: gemeenteCode.optional() });
export const cijferVraag = z.strictObject({
  gemeente: gemeenteCode.optional(),
  vorm: z.enum(['json', 'csv', 'xlsx']).optional(),
});
export type CijferVraag = z.output<typeof cijferVraag>;

/** How many youths were leerplichtig or kwalificatieplichtig; none is not yet known, which is no number. */
export const grondslagVorm = z.strictObject({
  gemeente: gemeenteCode,
  leerplichtigen: z.int().min(1).max(1_000_000),
});
export type NieuweGrondslag = z.output<typeof grondslagVorm>;

const deelnemers = z
  .array(z.enum(DEELNEMERS))
  .min(1)
  .max(DEELNEMERS.length)
  .refine((lijst) => new Set(lijst).size === lijst.length, {
    error: 'Een deelnemer staat er twee keer in.',
    params: { code: 'dubbel' },
  })
  .optional();
const wat = { op: datumVeld(), verslag: z.string().trim().min(1).max(20_000).optional(), deelnemers };
const isOverleg = (soort: Contactsoort): boolean => (OVERLEGGEN as readonly string[]).includes(soort);

/** A meeting says who was there, and nothing else does. */
function samenhang(
  c: { soort: Contactsoort; deelnemers?: unknown },
  fouten: Pick<z.core.$RefinementCtx, 'addIssue'>,
): void {
  if (isOverleg(c.soort) === (c.deelnemers !== undefined)) return;
  const message = isOverleg(c.soort)
    ? 'Noem bij een overleg wie erbij was.'
    : 'Alleen bij een overleg (sat, mdo) horen deelnemers.';
  fouten.addIssue({
    code: 'custom',
    params: { code: 'deelnemers' },
    path: ['deelnemers'],
    message,
    input: c.deelnemers,
  });
}

export const contactVorm = z
  .strictObject({ soort: z.enum(CONTACTSOORTEN), ...wat })
  .superRefine((c, fouten) => samenhang(c, fouten));
export type NieuwContact = z.output<typeof contactVorm>;

/** About a school, or about one of its groups: a class or year as the school calls it, never a name. */
export const schoolcontactVorm = z
  .strictObject({
    soort: z.enum(['sat', 'gesprek', 'telefonisch']),
    groep: z
      .string()
      .trim()
      .regex(/^[\p{L}\d][\p{L}\d ./-]{0,19}$/u)
      .optional(),
    ...wat,
  })
  .superRefine((c, fouten) => samenhang(c, fouten));
export type NieuwSchoolcontact = z.output<typeof schoolcontactVorm>;

export const contactVraag = z.strictObject({
  cursor: z.string().max(200).optional(),
  limiet: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .optional(),
});
export const schoolcontactVraag = contactVraag.extend({ gemeente: gemeenteCode.optional() });
export const contactPlek = z.strictObject({ op: datumVeld(), id: z.uuid() });
