import { kernActies, z, type KernActie } from '#process';
import { VASTSOORTEN } from '#read-model';
import { gemeenteCode } from '../http/velden.js';

const naam = z.string().regex(/^[a-zA-Z]{1,60}$/);

/** Which cases: as the work list is asked, of one municipality. */
const filter = z.strictObject({
  gemeente: gemeenteCode.optional(),
  procestype: naam.optional(),
  versie: z.int().positive().optional(),
  toestand: naam.optional(),
  behandelaar: z.union([z.enum(['ik', 'geen', 'niemand']), z.uuid()]).optional(),
  teLaat: z.boolean().optional(),
  termijnVoor: z.iso.date().optional(),
  storing: z.literal(true).optional(),
  /** Stuck in this way, as supervision tells the kinds apart. */
  vastgelopen: z.enum(VASTSOORTEN).optional(),
});
const reden = z.string().trim().min(1).max(2_000);

/** The input of the kernel action without what comes by itself: the reason, which stands once, and from whom a case is taken. */
function invoerVan(actie: KernActie): z.ZodObject {
  const schema: z.ZodObject = kernActies[actie].invoer;
  const vanzelf = ['reden', 'van'].filter((veld) => veld in schema.shape);
  return schema.omit(Object.fromEntries(vanzelf.map((veld) => [veld, true])) as never);
}

const wens = <A extends 'toewijzen' | 'herkansen' | 'migreren' | 'verlengen'>(actie: A) =>
  z.strictObject({ actie: z.literal(actie), filter, invoer: invoerVan(actie) });

/** What a teamleider would do to many cases. The reason may come along: the same body then does it. */
export const voorbeeldVorm = z.discriminatedUnion('actie', [
  wens('toewijzen').extend({ reden: reden.optional() }),
  wens('herkansen').extend({ reden: reden.optional() }),
  wens('migreren').extend({ reden: reden.optional() }),
  wens('verlengen').extend({ reden: reden.optional() }),
]);
/** The same, to be done; with a reason, which comes in the timeline of each case. */
export const herstelVorm = z.discriminatedUnion('actie', [
  wens('toewijzen').extend({ reden }),
  wens('herkansen').extend({ reden }),
  wens('migreren').extend({ reden }),
  wens('verlengen').extend({ reden }),
]);
export const terugVorm = z.strictObject({ reden });

export type Wens = z.output<typeof voorbeeldVorm>;
export type HerstelWens = z.output<typeof herstelVorm>;
