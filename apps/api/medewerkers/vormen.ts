import { datumVeld, z } from '#process';
import { gemeenteCode } from '../http/velden.js';

const volgorde = (a: { van?: string | undefined; tot?: string | null | undefined }): boolean =>
  a.van === undefined || a.tot === undefined || a.tot === null || a.tot >= a.van;
export const TOT_VOOR_VAN = { code: 'volgorde', melding: 'De laatste dag ligt voor de eerste.' };
const totVoorVan = {
  error: TOT_VOOR_VAN.melding,
  params: { code: TOT_VOOR_VAN.code },
  path: ['tot'],
};

/** A leave: from which day, up to and including which (absent or null: not known yet), and who stands in. */
export const nieuweAfwezigheid = z
  .strictObject({
    gemeente: gemeenteCode.optional(),
    van: datumVeld(),
    tot: datumVeld().nullable().optional(),
    vervanger: z.uuid(),
  })
  .refine(volgorde, totVoorVan);
export type NieuweAfwezigheid = z.output<typeof nieuweAfwezigheid>;

export const wijzigAfwezigheid = z
  .strictObject({
    van: datumVeld().optional(),
    tot: datumVeld().nullable().optional(),
    vervanger: z.uuid().optional(),
  })
  .refine(volgorde, totVoorVan);
export type WijzigAfwezigheid = z.output<typeof wijzigAfwezigheid>;

/** Where somebody is mailed; null: nowhere. */
export const mailadresLichaam = z.strictObject({ mailadres: z.email().max(254).nullable() });

export const eenPad = z.strictObject({ id: z.uuid(), afwezigheidId: z.uuid() });
