import { datumVeld, z } from '#process';
import { OPGEDRAGEN_WERK, SCHOOLSOORTEN } from '#read-model';
import { gemeenteCode } from '../http/velden.js';
import { isDag, naamVorm, ookBijFouten } from '../instellingen/vormen.js';

export const codePad = z.strictObject({ code: gemeenteCode });
export const opdrachtPad = z.strictObject({ code: gemeenteCode, id: z.uuid() });
export type OpdrachtPad = z.output<typeof opdrachtPad>;

export const opdrachtVorm = z
  .strictObject({
    opdrachtgever: z.strictObject({ code: gemeenteCode, naam: naamVorm }),
    werk: z.enum(OPGEDRAGEN_WERK),
    van: datumVeld(),
    tot: datumVeld().optional(),
  })
  .refine((o) => !isDag(o.tot) || !isDag(o.van) || o.van <= o.tot, {
    error: 'De laatste dag ligt voor de eerste.',
    params: { code: 'volgorde' },
    path: ['tot'],
    ...ookBijFouten,
  });
export type NieuweOpdracht = z.output<typeof opdrachtVorm>;

export const eindeVorm = z.strictObject({ tot: datumVeld() });

/** What a municipality notes of a school; what is left out stays as it is. */
export const schoolVorm = z
  .strictObject({
    schoolsoort: z.enum(SCHOOLSOORTEN).nullable().optional(),
    samenwerkingsverband: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .nullable()
      .optional(),
  })
  .refine((w) => Object.values(w).some((v) => v !== undefined), {
    error: 'Geef ten minste een veld dat wijzigt.',
    params: { code: 'leeg' },
  });
export type SchoolVelden = z.output<typeof schoolVorm>;

export const kwetsbaarVraag = z.strictObject({ vorm: z.enum(['json', 'csv']).optional() });
