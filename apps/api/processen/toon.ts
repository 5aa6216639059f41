import {
  available,
  inhoudKlasse,
  toonTermijnen,
  type Definitie,
  type Gegevens,
  type Snapshot,
  type Storing,
  type Teksten,
} from '#process';
import type { LijstRij } from '#read-model';
import { magGegevensLezen, zietAfgeschermd } from '../auth/rechten.js';
import type { Beller } from '../auth/beller.js';
import { rijZonderWpg, zonderWpg } from './afgeschermd.js';
import { alsJsonSchema, definitieVan, kernActiesVoor } from './catalogus.js';

/** A process as this caller sees it, made from the snapshot alone. */
export function toonProces(heel: Snapshot, beller: Beller): Record<string, unknown> {
  const { d, teksten } = definitieVan(heel);
  const s = zietAfgeschermd(beller) ? heel : zonderWpg(d, heel);
  const wie = { id: beller.sub, rollen: beller.rollen, kenmerken: beller.kenmerken };
  return {
    id: s.id,
    procestype: s.procestype,
    titel: teksten.titel,
    versie: s.versie,
    jongereId: s.jongereId,
    gemeente: s.gemeente,
    onderwerp: s.onderwerp,
    geopendOp: s.geopendOp,
    toestand: s.toestand,
    toestandTitel: teksten.toestanden[s.toestand] ?? s.toestand,
    sinds: s.sinds,
    afgerond: s.afgerond,
    uitkomst: s.uitkomst ?? null,
    uitkomstTitel: s.uitkomst ? (teksten.uitkomsten[s.uitkomst] ?? s.uitkomst) : null,
    termijnen: toonTermijnen(d, s).map((t) => ({ ...t, titel: teksten.termijnen[t.naam] ?? t.naam })),
    behandelaar: s.behandelaar,
    teLaat: s.teLaat,
    storing: s.storing && toonStoring(s.storing, teksten),
    vlaggen: s.vlaggen.map((vlag) => ({ vlag, titel: teksten.vlaggen[vlag] ?? vlag })),
    voorstellen: s.voorstellen,
    ...(magGegevensLezen(beller) ? { gegevens: zonderTeksten(d, s.gegevens) } : {}),
    revisie: s.revisie,
    acties: available(d, s, wie).map((actie) => ({
      actie,
      ...teksten.acties[actie],
      schema: alsJsonSchema(d.acties[actie]!.invoer),
    })),
    kernacties: kernActiesVoor(beller.rollen, s),
  };
}

/** What fails, in words where its name may be seen. */
function toonStoring({ naam, ...rest }: Storing, teksten: Teksten): Record<string, unknown> {
  return { ...rest, titel: naam === undefined ? null : (teksten.taken[naam] ?? naam) };
}

/** What a process knows without the ids of texts: those are read in the timeline, by whoever may. */
function zonderTeksten(d: Definitie, gegevens: Gegevens): Gegevens {
  const schemas = [d.start, ...Object.values(d.acties).map((a) => a.invoer)];
  return Object.fromEntries(
    Object.entries(gegevens).filter(
      ([veld]) => !schemas.some((s) => s.shape[veld] && inhoudKlasse(s.shape[veld]) !== undefined),
    ),
  );
}

/** A line of the work list. */
export function toonRij(heel: LijstRij, beller: Beller): Record<string, unknown> {
  const { d, teksten } = definitieVan(heel);
  const r = zietAfgeschermd(beller) ? heel : rijZonderWpg(d, heel);
  return {
    id: r.id,
    procestype: r.procestype,
    titel: teksten.titel,
    versie: r.versie,
    jongereId: r.jongere_id,
    gemeente: r.gemeente_code,
    geopendOp: r.geopend_op,
    toestand: r.toestand,
    toestandTitel: teksten.toestanden[r.toestand] ?? r.toestand,
    afgerond: r.afgerond,
    uitkomst: r.uitkomst,
    termijnen: r.lijst.termijnen,
    behandelaar: r.behandelaar,
    teLaat: r.te_laat,
    storing: r.storing,
    vlaggen: r.lijst.vlaggen,
    voorstellen: r.lijst.voorstellen,
    revisie: r.revisie,
  };
}
