import { datumVeld, idVeld, inhoud, z } from './schema.js';
import type { Rol } from './snapshot.js';

const team: Rol[] = ['leerplichtambtenaar', 'doorstroomcoach', 'teamleider'];
const termijnen = z
  .array(z.string().regex(/^[a-zA-Z]+$/))
  .min(1)
  .max(20);
const termijn = z.string().regex(/^[a-zA-Z]+$/);

/**
 * The kernel actions that every process accepts, with who may press them. What a term's kind allows is decided in `kern-acties.ts`:
 * LOCAL yes, CHAIN by a teamleider, LAW only where an article says so.
 */
export const kernActies = {
  toewijzen: {
    door: team,
    invoer: z.strictObject({
      behandelaar: idVeld().nullable(),
      /** Only if the case is still his (null: nobody's): who reassigns many, or takes that back, must not take what somebody gave meanwhile. */
      van: idVeld().nullable().optional(),
      reden: inhoud('gewoon').optional(),
    }),
  },
  opschorten: {
    door: team,
    invoer: z.strictObject({ termijnen, vanaf: datumVeld().optional(), reden: inhoud('gewoon') }),
  },
  hervatten: {
    door: team,
    invoer: z.strictObject({ termijnen, vanaf: datumVeld().optional(), reden: inhoud('gewoon').optional() }),
  },
  verlengen: { door: team, invoer: z.strictObject({ termijn, tot: datumVeld(), reden: inhoud('gewoon') }) },
  herplannen: {
    door: team,
    invoer: z.strictObject({ termijn, datum: datumVeld(), reden: inhoud('gewoon') }),
  },
  terzijdeStellen: {
    door: ['teamleider'] as Rol[],
    invoer: z.strictObject({ norm: z.string().regex(/^[a-zA-Z]+$/), reden: inhoud('gewoon') }),
  },
  notitie: { door: team, invoer: z.strictObject({ tekst: inhoud('gewoon') }) },
  corrigeren: {
    door: ['leerplichtambtenaar', 'teamleider', 'systeem'] as Rol[],
    invoer: z.strictObject({
      velden: z.record(z.string().regex(/^[a-zA-Z]+$/), datumVeld()),
      /** Only the system, which corrects after the youth's own row, may leave it out. */
      reden: inhoud('gewoon').optional(),
    }),
  },
  annuleren: { door: ['teamleider'] as Rol[], invoer: z.strictObject({ reden: inhoud('gewoon') }) },
  verhuisd: {
    door: ['leerplichtambtenaar', 'teamleider', 'systeem'] as Rol[],
    invoer: z.strictObject({ naarGemeente: z.string().regex(/^\d{4}$/) }),
  },
  kaderBijwerken: { door: ['beheerder', 'systeem'] as Rol[], invoer: z.strictObject({}) },
  migreren: {
    door: ['teamleider', 'beheerder'] as Rol[],
    invoer: z.strictObject({ naarVersie: z.int().positive(), reden: inhoud('gewoon').optional() }),
  },
  herkansen: {
    door: ['teamleider'] as Rol[],
    invoer: z.strictObject({ reden: inhoud('gewoon').optional() }),
  },
  overslaan: {
    door: ['teamleider'] as Rol[],
    invoer: z.strictObject({
      /** Which one, as `storing` names it: a second click must not skip the next, which nobody has seen. */
      effect: z.string().regex(/^\d{1,6}\.\d{1,4}$/),
      reden: inhoud('gewoon'),
    }),
  },
} satisfies Record<string, { door: Rol[]; invoer: z.ZodObject }>;

export type KernActie = keyof typeof kernActies;
const kernNamen: ReadonlySet<string> = new Set(Object.keys(kernActies));
export const isKernActie = (naam: string): naam is KernActie => kernNamen.has(naam);
