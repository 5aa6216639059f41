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

/** His number in Carel, as that package writes it. */
export const carelId = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);

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
  carelId: carelId.optional(),
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
    carelId: carelId.nullable().optional(),
    /** How he left school as Intergrip counts it; null when that was a mistake. */
    uitstroom: z
      .strictObject({ soort: z.enum(['gepland', 'ongepland']), op: datumVeld() })
      .nullable()
      .optional(),
    startkwalificatieOp: datumVeld().nullable().optional(),
    gemeente: gemeenteCode.optional(),
  })
  .refine((w) => Object.values(w).some((v) => v !== undefined), {
    error: 'Geef ten minste een veld dat wijzigt.',
    params: { code: 'leeg' },
  });
export type Wijziging = z.output<typeof wijzigVorm>;

/** By BSN, by Carel-id, or by surname and birth date together: fewer would give a list of other people's children. */
export const zoekVorm = z
  .strictObject({
    bsn: bsn.optional(),
    carelId: carelId.optional(),
    achternaam: naam.optional(),
    geboortedatum: datumVeld().optional(),
  })
  .refine(
    (v) => {
      const nummers = [v.bsn, v.carelId].filter((x) => x !== undefined).length;
      return nummers === 0
        ? v.achternaam && v.geboortedatum
        : nummers === 1 && !v.achternaam && !v.geboortedatum;
    },
    {
      error: 'Zoek op bsn, op carelId, of op achternaam met geboortedatum.',
      params: { code: 'zoekvraag' },
    },
  );
export type ZoekVraag = z.output<typeof zoekVorm>;
