import { datumVeld, z } from '#process';
import { isBsn } from '#read-model';
import { gemeenteCode } from '../http/velden.js';

const bsn = z
  .string()
  .refine(isBsn, { error: 'Dit is geen geldig burgerservicenummer.', params: { code: 'bsn-ongeldig' } });
const naam = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\r\n\t]*$/);

/** A youth as he is recorded. Names are what the register says: any letter, apostrophe or hyphen is a name. */
export const jongereVorm = z.strictObject({
  gemeente: gemeenteCode,
  bsn,
  voornamen: naam.or(z.literal('')),
  achternaam: naam,
  geboortedatum: datumVeld(),
  brin: z
    .string()
    .regex(/^\d{2}[A-Z]{2}$/)
    .optional(),
});
export type NieuweJongere = z.output<typeof jongereVorm>;

/** What may change; what is left out stays as it is. `gemeente`: the youth has moved there. */
export const wijzigVorm = z
  .strictObject({
    voornamen: naam.or(z.literal('')).optional(),
    achternaam: naam.optional(),
    geboortedatum: datumVeld().optional(),
    brin: z
      .string()
      .regex(/^\d{2}[A-Z]{2}$/)
      .nullable()
      .optional(),
    kwetsbaar: z.boolean().optional(),
    startkwalificatieOp: datumVeld().nullable().optional(),
    gemeente: gemeenteCode.optional(),
  })
  .refine((w) => Object.values(w).some((v) => v !== undefined), {
    error: 'Geef ten minste een veld dat wijzigt.',
    params: { code: 'leeg' },
  });
export type Wijziging = z.output<typeof wijzigVorm>;

/** By BSN, or by surname and birth date together: fewer would give a list of other people's children. */
export const zoekVorm = z
  .strictObject({ bsn: bsn.optional(), achternaam: naam.optional(), geboortedatum: datumVeld().optional() })
  .refine(
    (v) => (v.bsn === undefined ? v.achternaam && v.geboortedatum : !v.achternaam && !v.geboortedatum),
    {
      error: 'Zoek op bsn, of op achternaam met geboortedatum.',
      params: { code: 'zoekvraag' },
    },
  );
export type ZoekVraag = z.output<typeof zoekVorm>;
