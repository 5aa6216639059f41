import { gevolgVanKader } from '#process';
import { leesKaders, leesOpenIds, leesOpenProcessen } from '#read-model';
import type { Beller } from '../auth/beller.js';
import { zonderVoor } from '../auth/rechten.js';
import type { Databank } from '../bedrijf/databank.js';
import type { Klussen } from '../klussen/klussen.js';
import { AFGESCHERMD } from '../processen/afgeschermd.js';
import { definitieVan, procestype } from '../processen/catalogus.js';

/** How many processes are looked at before other requests get their turn. */
const PER_KEER = 100;
/** What the type of a shielded process is called for who may not know it. */
const GEEN_TYPE = 'afgeschermd';

interface Telling {
  open: number;
  verschilt: number;
  termijnen: Map<string, number>;
}

/**
 * What bringing today's settings and calendars to the open processes would do: the same decision as the run takes, on the same rows. Shielded
 * types are one line without terms for who may not see them (settled reading 19).
 */
export async function proefVan(
  databank: Databank,
  beller: Beller,
  gemeente: string,
): Promise<Record<string, unknown>> {
  const zonder = zonderVoor(beller);
  const perType = new Map<string, Telling>();
  for (let na: string | undefined, verder = true; verder;) {
    const { kaders, rijen, vandaag } = await databank.als(
      beller,
      async (em) => ({
        kaders: await leesKaders(em, gemeente),
        rijen: await leesOpenProcessen(em, gemeente, na, PER_KEER),
        vandaag: em.vandaag,
      }),
      gemeente,
    );
    for (const { snapshot: s, brin } of rijen) {
      const type = zonder.includes(s.procestype) ? GEEN_TYPE : s.procestype;
      const t = perType.get(type) ?? { open: 0, verschilt: 0, termijnen: new Map<string, number>() };
      perType.set(type, t);
      t.open += 1;
      const gevolg = gevolgVanKader(definitieVan(s).d, s, kaders(brin, s.geopendOp), vandaag);
      if (!gevolg) continue;
      t.verschilt += 1;
      for (const { naam } of gevolg) t.termijnen.set(naam, (t.termijnen.get(naam) ?? 0) + 1);
    }
    na = rijen.at(-1)?.id;
    verder = rijen.length === PER_KEER;
  }
  const types = [...perType].sort(([a], [b]) => (a < b ? -1 : 1));
  const som = (tel: (t: Telling) => number): number => types.reduce((n, [, t]) => n + tel(t), 0);
  const verplaatst = (t: Telling): number => [...t.termijnen.values()].reduce((n, x) => n + x, 0);
  return {
    gemeente,
    open: som((t) => t.open),
    verschilt: som((t) => t.verschilt),
    verplaatst: som(verplaatst),
    procestypen: types.map(([type, t]) => ({
      procestype: type,
      open: t.open,
      verschilt: t.verschilt,
      verplaatst: verplaatst(t),
      ...inWoorden(type, t),
    })),
  };
}

function inWoorden(type: string, t: Telling): Record<string, unknown> {
  if (type === GEEN_TYPE) return { titel: AFGESCHERMD, termijnen: [] };
  const { teksten } = procestype(type)!;
  const termijnen = [...t.termijnen].map(([naam, aantal]) => ({
    naam,
    titel: teksten.termijnen[naam] ?? naam,
    aantal,
  }));
  return { titel: teksten.titel, termijnen };
}

/** Stores the work: a row for every process that is open now. Those that are over by then, or up to date, are passed over. */
export const bewaarDoorvoering = (
  databank: Databank,
  klussen: Klussen,
  beller: Beller,
  gemeente: string,
): Promise<{ klusId: string; totaal: number }> =>
  databank.als(
    beller,
    async (em) => {
      const regels = (await leesOpenIds(em, gemeente)).map((id) => ({ id }));
      const werk = { soort: 'kaderBijwerken', gegevens: { reden: 'gevraagd' }, kenmerk: null };
      const { id } = await klussen.bewaar(em, { gemeente, ...werk, door: beller.sub, regels });
      return { klusId: id, totaal: regels.length };
    },
    gemeente,
  );
