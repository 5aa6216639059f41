import { z } from '#process';
import { voorWie, type InGemeente, type LijstFilter } from '#read-model';
import type { Beller } from '../auth/beller.js';
import { ongeldig } from '../http/probleem.js';
import { gemeenteCode, waarOfNiet } from '../http/velden.js';

const naam = z.string().regex(/^[a-zA-Z]{1,60}$/);

/** The query of the work list. */
export const lijstVraag = z.strictObject({
  procestype: naam.optional(),
  toestand: naam.optional(),
  gemeente: gemeenteCode.optional(),
  behandelaar: z.union([z.enum(['ik', 'geen', 'niemand']), z.uuid()]).optional(),
  /** Own cases, and those of whom one stands in for today. */
  vervanging: waarOfNiet.optional(),
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

/** Whose cases a `behandelaar` means for this caller ('ik' is he). */
export function behandelaarVan(
  behandelaar: string | undefined,
  beller: Beller,
): Pick<LijstFilter, 'behandelaar' | 'vanNiemand'> {
  switch (behandelaar) {
    case 'ik':
      return { behandelaar: beller.sub };
    case 'geen':
      return { behandelaar: null };
    case 'niemand':
      return { vanNiemand: true };
    default:
      return { behandelaar };
  }
}

/** The filter that this query means for this caller. */
export const filterVan = (v: z.output<typeof lijstVraag>, beller: Beller): LijstFilter => ({
  procestype: v.procestype,
  toestand: v.toestand,
  ...behandelaarVan(v.behandelaar, beller),
  jongereId: v.jongereId,
  teLaat: waarheid(v.teLaat),
  termijnVoor: v.termijnVoor,
  afgerond: waarheid(v.afgerond),
});

/**
 * For whom the caller stands in today, when he asks for it; undefined when he does not.
 * @throws {Probleem} 400 when he asks for another's cases in the same breath.
 */
export async function waarnemingVan(
  em: InGemeente,
  v: { vervanging?: 'true' | 'false' | undefined; behandelaar?: string | undefined },
  beller: Beller,
): Promise<LijstFilter['waarneming']> {
  if (v.vervanging !== 'true') return undefined;
  if (v.behandelaar !== undefined && v.behandelaar !== 'ik')
    throw ongeldig([
      {
        pointer: '/vervanging',
        code: 'samen',
        melding: 'Dit gaat over uw eigen zaken, zonder een andere behandelaar.',
      },
    ]);
  return { medewerkerId: beller.sub, voor: await voorWie(em, beller.sub, em.vandaag) };
}

/** What a row says of whose case it is, for who asked with `vervanging`. */
export const vervangtVoor = (
  waarneming: LijstFilter['waarneming'],
  behandelaar: string | null,
): { vervangtVoor?: string | null } =>
  waarneming ? { vervangtVoor: behandelaar === waarneming.medewerkerId ? null : behandelaar } : {};
