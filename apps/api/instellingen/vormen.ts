import { isDatum, type Datum } from '#kalender';
import { datumVeld, z, type InstellingDef, type InstellingVorm, type InstellingWaarde } from '#process';
import { gemeenteCode } from '../http/velden.js';

/** Longer than any agreement of a municipality; a typing error beyond it would let a process sleep for ever. */
const HOOGSTENS = {
  dagen: 1000,
  weken: 150,
  maanden: 36,
  jaren: 3,
  werkdagen: 700,
  lesweken: 80,
  schooldagen: 400,
};
const aantal = (max: number): z.ZodOptional<z.ZodInt> => z.int().min(1).max(max).optional();

/** A duration: one unit with its number. */
const duurVorm = z
  .strictObject({
    dagen: aantal(HOOGSTENS.dagen),
    weken: aantal(HOOGSTENS.weken),
    maanden: aantal(HOOGSTENS.maanden),
    jaren: aantal(HOOGSTENS.jaren),
    werkdagen: aantal(HOOGSTENS.werkdagen),
    lesweken: aantal(HOOGSTENS.lesweken),
    schooldagen: aantal(HOOGSTENS.schooldagen),
  })
  .refine((d) => Object.values(d).filter((n) => n !== undefined).length === 1, {
    error: `Geef een aantal met een eenheid: ${Object.keys(HOOGSTENS).join(', ')}.`,
    params: { code: 'eenheid' },
  });

export const naamVorm = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\r\n\t]*$/);
const eenPostbus = z.strictObject({ team: naamVorm, adres: z.email().max(254) });
const postbussenVorm = (teams?: readonly string[]): z.ZodType =>
  z
    .array(
      teams === undefined
        ? eenPostbus
        : eenPostbus.extend({
            team: naamVorm.refine((team) => teams.includes(team), {
              error: 'In dit team werkt hier niemand.',
              params: { code: 'onbekend' },
            }),
          }),
    )
    .max(50)
    .refine((lijst) => new Set(lijst.map((p) => p.team)).size === lijst.length, {
      error: 'Een team staat er twee keer in.',
      params: { code: 'dubbel' },
    });

/** What a value of this form may be. */
function waardeVorm(vorm: InstellingVorm, teams?: readonly string[]): z.ZodType {
  switch (vorm.soort) {
    case 'duur':
      return duurVorm;
    case 'getal':
      return z.int().min(vorm.min).max(vorm.max);
    case 'jaNee':
      return z.boolean();
    case 'keuze':
      return z.enum(vorm.keuzes as [string, ...string[]]);
    case 'postbussen':
      return postbussenVorm(teams);
  }
}

/** A change of a setting, as it is read. `waarde` null: back to the default of the house. */
export interface Wijziging {
  waarde: InstellingWaarde | null;
  geldigVanaf?: Datum;
  geldigTot?: Datum;
}

/** For a check over several fields that also runs when another field does not fit, so that the caller hears everything at once. */
export const ookBijFouten = { when: () => true };

/** The body of a change of this setting, on this day. */
export const wijzigVorm = (
  def: InstellingDef,
  vandaag: Datum,
  teams: readonly string[],
): z.ZodType<Wijziging> =>
  z
    .strictObject({
      waarde: waardeVorm(def.vorm, teams).nullable(),
      geldigVanaf: datumVeld()
        .refine((d) => d >= vandaag, {
          error: 'Een instelling gaat op zijn vroegst vandaag in.',
          params: { code: 'verleden' },
        })
        .optional(),
      geldigTot: datumVeld().optional(),
    })
    .refine((w) => !isDag(w.geldigTot) || w.geldigTot >= (isDag(w.geldigVanaf) ? w.geldigVanaf : vandaag), {
      error: 'De laatste dag ligt voor de eerste.',
      params: { code: 'volgorde' },
      path: ['geldigTot'],
      ...ookBijFouten,
    }) as z.ZodType<Wijziging>;

/** As the document shows it, for any setting. */
export const wijzigLichaam = z.strictObject({
  waarde: z.union([duurVorm, z.int(), z.boolean(), z.string(), postbussenVorm()]).nullable(),
  geldigVanaf: datumVeld().optional(),
  geldigTot: datumVeld().optional(),
});

export const isDag = (d: unknown): d is Datum => typeof d === 'string' && isDatum(d);

export const doorvoerLichaam = z.strictObject({ proef: z.boolean() });
export const gemeenteVraag = z.strictObject({ gemeente: gemeenteCode.optional() });
export type GemeenteVraag = z.output<typeof gemeenteVraag>;
export const naamPad = z.strictObject({ naam: z.string().regex(/^[a-zA-Z]{1,60}$/) });
export const brinPad = z.strictObject({ brin: z.string().regex(/^\d{2}[A-Z]{2}$/) });
