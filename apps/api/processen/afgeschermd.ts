import type { Definitie, Gebeurtenis, Snapshot } from '#process';
import type { LijstRij } from '#read-model';
import { processen } from '#workflows';

/** The process types that only a BOA sees (Wpg). */
export const afgeschermdeTypen: readonly string[] = Object.entries(processen)
  .filter(([, p]) => p.nieuwste.afgeschermd !== undefined)
  .map(([naam]) => naam);

/**
 * What of the things to do only a BOA sees: those of shielded types, and as `<procestype> <naam>` what a visible process says of them (its
 * own shielded names, and a link to a shielded process that somebody must make by hand).
 */
export const afgeschermdTeDoen: readonly string[] = Object.entries(processen).flatMap(([naam, p]) =>
  [...new Set(p.versies.flatMap((d) => d.wpgNamen ?? [])), ...afgeschermdeTypen].map((x) => `${naam} ${x}`),
);

/** All that others see of a Wpg route (settled reading 19). */
export const AFGESCHERMD = 'Vervolgroute, afgeschermd';

/** What somebody without the authority of a BOA sees of a process: no kind, state or term of a Wpg route. */
export function zonderWpg(d: Definitie, s: Snapshot): Snapshot {
  const weg = new Set(d.wpgNamen);
  const storing = zonderNaam(s.storing, weg);
  if (weg.size === 0) return storing === s.storing ? s : { ...s, storing };
  const { uitkomst, ...rest } = s;
  return {
    ...rest,
    storing,
    ...(uitkomst !== undefined && !weg.has(uitkomst) && { uitkomst }),
    vlaggen: s.vlaggen.filter((v) => !weg.has(v)),
    termijnen: s.termijnen.filter((l) => !weg.has(l.naam)),
    voorstellen: s.voorstellen.filter((v) => !weg.has(v.actie)),
    terzijde: s.terzijde.filter((n) => !weg.has(n)),
    aantallen: Object.fromEntries(Object.entries(s.aantallen).filter(([naam]) => !weg.has(naam))),
    gegevens: Object.fromEntries(Object.entries(s.gegevens).filter(([naam]) => !weg.has(naam))),
  };
}

/** A disruption without the name of what fails, when that name is shielded or that of a shielded route. */
function zonderNaam(storing: Snapshot['storing'], weg: ReadonlySet<string>): Snapshot['storing'] {
  const [naam = ''] = storing?.naam?.split('.') ?? [];
  if (!storing || (!weg.has(naam) && !afgeschermdeTypen.includes(naam))) return storing;
  const { naam: _weg, ...rest } = storing;
  return rest;
}

/** A line of a list without what only a BOA may see. */
export function rijZonderWpg(d: Definitie, r: LijstRij): LijstRij {
  const weg = new Set(d.wpgNamen);
  if (weg.size === 0) return r;
  return {
    ...r,
    uitkomst: r.uitkomst !== null && weg.has(r.uitkomst) ? null : r.uitkomst,
    lijst: {
      ...r.lijst,
      vlaggen: r.lijst.vlaggen.filter((v) => !weg.has(v)),
      termijnen: r.lijst.termijnen.filter((l) => !weg.has(l.naam)),
      voorstellen: r.lijst.voorstellen.filter((v) => !weg.has(v.actie)),
    },
  };
}

/** A line of the timeline without what only a BOA may see; that something happened stays. */
export function gebeurtenisZonderWpg(d: Definitie, g: Gebeurtenis): Gebeurtenis & { afgeschermd?: true } {
  const weg = new Set(d.wpgNamen);
  if (weg.size === 0) return g;
  const vanAfgeschermd = g.herkomst !== undefined && afgeschermdeTypen.includes(g.herkomst.procestype);
  const { vlaggen, termijnen, herkomst, gegevens, uitkomst, ...rest } = g;
  const [naam = ''] = g.naam.split('.');
  if (weg.has(naam) || vanAfgeschermd) return { ...rest, naam: 'vervolgroute', afgeschermd: true };
  return {
    ...rest,
    ...(herkomst && { herkomst }),
    ...(uitkomst !== undefined && !weg.has(uitkomst) && { uitkomst }),
    ...(vlaggen && { vlaggen: vlaggen.filter((v) => !weg.has(v)) }),
    ...(termijnen && { termijnen: termijnen.filter((w) => !weg.has(w.naam)) }),
    ...(gegevens && {
      gegevens: Object.fromEntries(Object.entries(gegevens).filter(([veld]) => !weg.has(veld))),
    }),
  };
}
