import { duurInWoorden, type Datum } from '#kalender';
import { duurVan, grondslagInWoorden, type Definitie, type Kader, type Termijn } from '#process';
import {
  leesDoorlooptijden,
  leesInstellingenNu,
  telPerBehandelaar,
  telPerType,
  type InGemeente,
  type TypeTelling,
} from '#read-model';
import { processen } from '#workflows';
import { AFGESCHERMD } from '../processen/afgeschermd.js';

/** What of a process type is the norm of a state: the first deadline that counts from its first day. */
function normVan(d: Definitie, toestand: string, alles: boolean): Termijn | undefined {
  const weg = alles ? [] : (d.wpgNamen ?? []);
  return d.termijnen.find(
    (t) =>
      t.type !== 'op' &&
      t.duur !== undefined &&
      'toestand' in t.vanaf &&
      [t.vanaf.toestand].flat().includes(toestand) &&
      !weg.includes(t.naam),
  );
}

/** By '<procestype> <toestand>' the name of its norm, for the question to the timelines. */
const normen = (alles: boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(processen).flatMap(([naam, { nieuwste: d }]) =>
      Object.keys(d.toestanden).flatMap((toestand) => {
        const t = normVan(d, toestand, alles);
        return t ? [[`${naam} ${toestand}`, t.naam]] : [];
      }),
    ),
  );
const perZicht = [normen(false), normen(true)] as const;

const LEEG = { open: 0, teLaat: 0, nieuw: 0, afgesloten: 0 };
const telOp = (rijen: readonly TypeTelling[]): typeof LEEG =>
  rijen.reduce(
    (som, r) => ({
      open: som.open + r.open,
      teLaat: som.teLaat + r.teLaat,
      nieuw: som.nieuw + r.nieuw,
      afgesloten: som.afgesloten + r.afgesloten,
    }),
    LEEG,
  );

export interface OverzichtVraag {
  van: Datum;
  tot: Datum;
  /** Only the processes of this officer. */
  behandelaar: string | undefined;
  /** Process types that are only a number for this reader. */
  zonder: readonly string[];
}

/** How the work stands: numbers per process type, per state and per officer, of the municipalities of this transaction. */
export async function leesOverzicht(em: InGemeente, v: OverzichtVraag): Promise<Record<string, unknown>> {
  const alles = v.zonder.length === 0;
  const geteld = await telPerType(em, v);
  const zichtbaar = geteld.filter((r) => !v.zonder.includes(r.procestype));
  const dicht = geteld.filter((r) => v.zonder.includes(r.procestype));
  const werklast = await telPerBehandelaar(em, v, v.zonder);
  const tijden = await leesDoorlooptijden(em, v, v.zonder, perZicht[Number(alles) as 0 | 1]);
  const waarden = em.gemeenten.length === 1 ? await waardenVan(em) : {};
  return {
    van: v.van,
    tot: v.tot,
    peildatum: em.vandaag,
    totaal: telOp(geteld),
    procestypen: zichtbaar.map((r) => ({
      ...r,
      titel: processen[r.procestype]?.teksten.titel ?? r.procestype,
    })),
    afgeschermd: alles ? null : { titel: AFGESCHERMD, ...telOp(dicht) },
    doorlooptijden: tijden.map((t) => {
      const p = processen[t.procestype];
      const norm = p && normVan(p.nieuwste, t.toestand, alles);
      return {
        procestype: t.procestype,
        titel: p?.teksten.titel ?? t.procestype,
        toestand: t.toestand,
        toestandTitel: p?.teksten.toestanden[t.toestand] ?? t.toestand,
        aantal: t.aantal,
        mediaanDagen: t.mediaan_dagen,
        normDagen: t.norm_dagen,
        buitenNorm: norm ? t.te_laat : null,
        norm: p && norm ? toonNorm(norm, p.teksten.termijnen[norm.naam], waarden) : null,
      };
    }),
    werklast: werklast.map((w) => ({
      behandelaar: w.behandelaar,
      naam: w.naam,
      werktHier: w.behandelaar === null ? null : (w.actief ?? false),
      open: w.open,
      teLaat: w.teLaat,
    })),
  };
}

/** The settings of the one municipality; of several each may have its own, and then the default is shown. */
async function waardenVan(em: InGemeente): Promise<Record<string, unknown>> {
  const namen = Object.values(processen).flatMap(({ nieuwste }) =>
    nieuwste.termijnen.flatMap((t) => (t.duur && 'instelling' in t.duur ? [t.duur.instelling] : [])),
  );
  return (await leesInstellingenNu(em, namen)).get(em.gemeenten[0]!)!;
}

function toonNorm(t: Termijn, titel: string | undefined, waarden: Record<string, unknown>): unknown {
  const kader = { instellingen: { versie: 0, waarden } } as unknown as Kader;
  return {
    termijn: t.naam,
    titel: titel ?? t.naam,
    soort: t.soort,
    grondslag: grondslagInWoorden(t.grondslag),
    duur: duurInWoorden(duurVan(t.duur, kader)!),
  };
}
