import { z } from '#process';
import type { LijstFilter } from '#read-model';
import type { Beller } from '../auth/beller.js';
import { gemeenteCode, waarOfNiet } from '../http/velden.js';

const naam = z.string().regex(/^[a-zA-Z]{1,60}$/);

/** The query of the work list. */
export const lijstVraag = z.strictObject({
  procestype: naam.optional(),
  toestand: naam.optional(),
  gemeente: gemeenteCode.optional(),
  behandelaar: z.union([z.enum(['ik', 'geen']), z.uuid()]).optional(),
  jongereId: z.uuid().optional(),
  teLaat: waarOfNiet.optional(),
  termijnVoor: z.iso.date().optional(),
  afgerond: waarOfNiet.optional(),
  cursor: z.string().max(300).optional(),
  limiet: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .optional(),
});

export const plekVorm = z.strictObject({ termijn: z.iso.date().nullable(), id: z.uuid() });

const LIMIET = 50;

export const limietVan = (limiet: string | undefined): number =>
  limiet === undefined ? LIMIET : Number(limiet);

const waarheid = (w: string | undefined): boolean | undefined => (w === undefined ? undefined : w === 'true');

/** The filter that this query means for this caller ('ik' is he). */
export function filterVan(v: z.output<typeof lijstVraag>, beller: Beller): LijstFilter {
  return {
    procestype: v.procestype,
    toestand: v.toestand,
    behandelaar: v.behandelaar === 'ik' ? beller.sub : v.behandelaar === 'geen' ? null : v.behandelaar,
    jongereId: v.jongereId,
    teLaat: waarheid(v.teLaat),
    termijnVoor: v.termijnVoor,
    afgerond: waarheid(v.afgerond),
  };
}
