import type { Projectie } from '#process';
import type { DuoProces, DuoStand } from '#read-model';
import { duoStatus } from '../../workflows/mas/duo-status.js';

type Status = Omit<DuoStand, 'meldingen' | 'ingetrokken'>;

/** The message by which a process hears that the school withdrew a report. */
export const INTREKKEN = 'meldingIngetrokken';

/** The process types that handle reports of DUO, with what DUO hears of each. */
const PER_TYPE: Record<string, (p: DuoProces) => Status> = {
  mas: statusVanMas,
  // The talk goes on in the mas that it escalated to; that one tells the end.
  spreekuur: (p) => ({
    status: p.afgerond && p.uitkomst !== 'geescaleerdMas' ? 'afgesloten' : 'inBehandeling',
  }),
  traject: (p) => ({ status: p.afgerond ? 'afgesloten' : 'inBehandeling' }),
};

/** What DUO hears of the reports of this process; undefined when it handles none. */
export function duoStatusVan(p: DuoProces): Status | undefined {
  const van = Object.hasOwn(PER_TYPE, p.procestype) ? PER_TYPE[p.procestype] : undefined;
  if (!van) return undefined;
  // The new municipality gets its own mas, without the report (settled reading 15) [U: the reason].
  if (p.uitkomst === 'verhuisd') return { status: 'afgesloten', reden: 'verhuisd' };
  return van(p);
}

function statusVanMas(p: DuoProces): Status {
  const gewoon = duoStatus[p.toestand as keyof typeof duoStatus];
  const over = p.afgerond && (gewoon === 'geregistreerd' || gewoon === 'inBehandeling');
  return {
    // Ended in whatever state (a move, an annulment): a report is never left open.
    status: over ? 'afgesloten' : gewoon,
    // DUO has a report as Geregistreerd by itself: it never goes back to that.
    ...(gewoon === 'geregistreerd' && !over && { eerste: true }),
    ...overlapMet(p.gegevens),
  };
}

/** A report that overlaps an exemption is withdrawn with reason V, whatever becomes of the others (DUO-VRIJ; settled reading 12). */
function overlapMet({ geldigVanaf, geldigTot }: DuoProces['gegevens']): Pick<Status, 'overlap'> {
  if (typeof geldigVanaf !== 'string') return {};
  const tot = typeof geldigTot === 'string' ? { tot: geldigTot } : {};
  return { overlap: { van: geldigVanaf, ...tot, status: 'ingetrokken', reden: 'V' } };
}

/** What a change of a process means for the reports that it handles; goes along with its row. */
export function duoVan({ snapshot: s, gebeurtenissen }: Projectie): DuoStand | undefined {
  const stand = duoStatusVan({
    procestype: s.procestype,
    toestand: s.toestand,
    afgerond: s.afgerond,
    uitkomst: s.uitkomst ?? null,
    gegevens: s.gegevens,
  });
  if (!stand) return undefined;
  const nummers = (alsIntrekking: boolean): string[] =>
    gebeurtenissen.flatMap(({ wat }) => {
      const nummer = wat.gegevens?.['meldingNummer'];
      return typeof nummer === 'string' && (wat.naam === INTREKKEN) === alsIntrekking ? [nummer] : [];
    });
  return { meldingen: nummers(false), ingetrokken: nummers(true), ...stand };
}
