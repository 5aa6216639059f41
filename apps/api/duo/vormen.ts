import { datumVeld, z } from '#process';
import { DUO_STATUSSEN, isBsn } from '#read-model';
import { gemeenteCode, waarOfNiet } from '../http/velden.js';
import { carelId } from '../jongeren/vormen.js';

/** The kinds of report that DUO knows; `absoluut` is the municipality's own finding. */
export const SOORTEN = ['zestienUur', 'langdurig', 'luxe', 'overig', 'absoluut', 'achttienPlus'] as const;

const nummer = z.string().regex(/^\d{1,12}$/);
const aantal = (): z.ZodInt => z.int().min(0).max(1000);

const velden = {
  meldingnummer: nummer,
  bsn: z
    .string()
    .refine(isBsn, { error: 'Dit is geen geldig burgerservicenummer.', params: { code: 'bsn-ongeldig' } }),
  /** Only to check that the BSN is of this youth. */
  geboortedatum: datumVeld().optional(),
  /** The number of this youth in Carel: noted with him when he had none yet. */
  carelId: carelId.optional(),
  soort: z.enum(SOORTEN),
  ontvangenOp: datumVeld(),
  verzuimVanaf: datumVeld().optional(),
  verzuimTot: datumVeld().optional(),
  zestienUurOp: datumVeld().optional(),
  uren: aantal().optional(),
  aantalTeLaat: aantal().optional(),
  brin: z
    .string()
    .regex(/^\d{2}[A-Z]{2}(\d{2})?$/)
    .optional(),
  /** Made for the spreekuur itself (settled reading 7). */
  spreekuur: z.boolean().optional(),
};

type Velden = z.output<z.ZodObject<typeof velden>>;

/** What the fields of one report say together. */
function samenhang(m: Velden, c: z.core.$RefinementCtx<Velden>): void {
  const fout = (veld: keyof Velden, code: string, message: string): void =>
    c.addIssue({ code: 'custom', path: [veld], message, params: { code }, input: m[veld] });
  const eerderDan = (later: 'verzuimTot' | 'zestienUurOp'): boolean =>
    m[later] !== undefined && m.verzuimVanaf !== undefined && m[later] < m.verzuimVanaf;
  for (const later of ['verzuimTot', 'zestienUurOp'] as const)
    if (eerderDan(later)) fout(later, 'volgorde', 'Deze dag ligt voor het begin van het verzuim.');
  if (m.verzuimVanaf !== undefined && m.verzuimVanaf > m.ontvangenOp)
    fout('verzuimVanaf', 'volgorde', 'Het verzuim begint na de dag van ontvangst.');
  if (m.spreekuur === true && m.soort !== 'overig')
    fout('spreekuur', 'soort', 'Een melding voor het spreekuur heeft soort overig.');
}

/** One report, as a file holds it. */
export const meldingVorm = z.strictObject(velden).superRefine(samenhang);
export type Melding = z.output<typeof meldingVorm>;
export type Kolom = keyof typeof velden;
export const KOLOMMEN = Object.keys(velden) as Kolom[];

/** One report with its municipality, as `POST /verzuimmeldingen` takes it. */
export const nieuweVorm = z
  .strictObject({ gemeente: gemeenteCode, ...velden })
  .superRefine((m, c) => samenhang(m, c));
export type NieuweMelding = z.output<typeof nieuweVorm>;

const limiet = z
  .string()
  .regex(/^([1-9]\d?|100)$/)
  .optional();
const cursor = z.string().max(200).optional();

export const importVraag = z.strictObject({
  gemeente: gemeenteCode.optional(),
  proef: waarOfNiet.optional(),
});
export const meldingPad = z.strictObject({ meldingnummer: nummer });
export const gemeenteVraag = z.strictObject({ gemeente: gemeenteCode.optional() });
export const meldingenVraag = z.strictObject({
  gemeente: gemeenteCode.optional(),
  meldingnummer: nummer.optional(),
  jongereId: z.uuid().optional(),
  procesId: z.uuid().optional(),
  zonderProces: waarOfNiet.optional(),
  cursor,
  limiet,
});
export const meldingPlek = z.strictObject({ op: z.iso.datetime(), meldingnummer: nummer });

export const terugVraag = z.strictObject({
  gemeente: gemeenteCode.optional(),
  status: z.enum(DUO_STATUSSEN).optional(),
  meldingnummer: nummer.optional(),
  stand: z.enum(['open', 'verzonden', 'pakket']).optional(),
  teLang: z.literal('true').optional(),
  cursor,
  limiet,
});
export const terugPlek = z.strictObject({
  op: z.iso.datetime(),
  meldingnummer: nummer,
  volgnr: z.int().positive(),
});
