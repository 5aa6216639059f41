import { datumVeld, z } from '#process';
import { VASTSOORTEN } from '#read-model';
import { gemeenteCode } from '../http/velden.js';

const naam = z.string().regex(/^[a-zA-Z]{1,60}$/);

/** The query of what is stuck. */
export const vastVraag = z.strictObject({
  soort: z.enum(VASTSOORTEN).optional(),
  procestype: naam.optional(),
  gemeente: gemeenteCode.optional(),
  behandelaar: z.union([z.enum(['ik', 'geen']), z.uuid()]).optional(),
  minstensDagen: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
  cursor: z.string().max(300).optional(),
  limiet: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .optional(),
});
export type VastVraag = z.output<typeof vastVraag>;

export const vastPlek = z.strictObject({ sinds: z.iso.date(), soort: z.enum(VASTSOORTEN), id: z.uuid() });

export const agendaVraag = z.strictObject({
  jaar: z
    .string()
    .regex(/^20\d\d$/)
    .optional(),
  gemeente: gemeenteCode.optional(),
});

export const overzichtVraag = z
  .strictObject({
    van: datumVeld().optional(),
    tot: datumVeld().optional(),
    gemeente: gemeenteCode.optional(),
  })
  .refine((v) => v.van === undefined || v.tot === undefined || v.van <= v.tot, {
    error: 'De laatste dag ligt voor de eerste.',
    params: { code: 'volgorde' },
    path: ['tot'],
  });
export type OverzichtQuery = z.output<typeof overzichtVraag>;
