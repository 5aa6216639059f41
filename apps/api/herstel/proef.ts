import { setImmediate as adem } from 'node:timers/promises';
import type { Datum } from '#kalender';
import { decide, type Gegevens, type Snapshot } from '#process';
import {
  isMedewerker,
  leesTeHerstellen,
  maakGrenzen,
  telAfgeschermdeVan,
  type HerstelFilter,
} from '#read-model';
import { processen } from '#workflows';
import type { Beller } from '../auth/beller.js';
import { zietAfgeschermd, zonderVoor } from '../auth/rechten.js';
import type { Databank } from '../bedrijf/databank.js';
import { ongeldig } from '../http/probleem.js';
import { zonderWpg } from '../processen/afgeschermd.js';
import { definitieVan, procestype } from '../processen/catalogus.js';
import { behandelaarVan } from '../processen/lijst-vraag.js';
import type { Wens } from './vormen.js';

/** How many processes are looked at before other requests get their turn. */
const PER_KEER = 100;
const grenzenVan = maakGrenzen(Object.values(processen));
/** In a decision that is only tried: the text comes when it is done. */
const EEN_TEKST = '00000000-0000-4000-8000-000000000000';

/** One case with what the act would come to: null when it is lawful, else why not. */
export interface Geval {
  s: Snapshot;
  invoer: Gegevens;
  bezwaar: string | null;
}

/**
 * Tries the act on every case that the filter means, by the same decision that the process takes, and hands them over a hundred at a time.
 * Gives how many cases are shielded from the caller: these are not tried, and not touched.
 * @throws {Probleem} 400 when the wish cannot be meant.
 */
export async function probeer(
  databank: Databank,
  beller: Beller,
  gemeente: string,
  wens: Wens,
  neem: (gevallen: Geval[]) => void,
): Promise<{ afgeschermd: number }> {
  eisZinnig(beller, wens);
  const zonder = zonderVoor(beller);
  const { filter, afgeschermd } = await databank.als(
    beller,
    async (em) => {
      const { behandelaar } = wens.invoer as { behandelaar?: string | null };
      if (typeof behandelaar === 'string' && !(await isMedewerker(em, gemeente, behandelaar)))
        throw ongeldig([
          { pointer: '/invoer/behandelaar', code: 'onbekend', melding: 'Deze medewerker is onbekend.' },
        ]);
      const soort = wens.filter.vastgelopen;
      const vast = soort && { soort, grenzen: (await grenzenVan(em))[0]! };
      const filter: HerstelFilter = { ...filterVan(wens, beller), vast };
      const geteld = zonder.length > 0 && !zegtSoort(wens);
      return { filter, afgeschermd: geteld ? await telAfgeschermdeVan(em, gemeente, filter, zonder) : 0 };
    },
    gemeente,
  );
  for (let na: string | undefined, verder = true; verder;) {
    const { rijen, vandaag } = await databank.als(
      beller,
      async (em) => ({
        rijen: await leesTeHerstellen(em, gemeente, filter, zonder, na, PER_KEER),
        vandaag: em.vandaag,
      }),
      gemeente,
    );
    neem(rijen.map((s) => geval(s, wens, beller, vandaag)));
    na = rijen.at(-1)?.id;
    verder = rijen.length === PER_KEER;
    await adem();
  }
  return { afgeschermd };
}

/** @throws {Probleem} 400 */
function eisZinnig(beller: Beller, { actie, filter }: Wens): void {
  const fout = (code: string, melding: string): never => {
    throw ongeldig([{ pointer: '/filter/procestype', code, melding }]);
  };
  if ((actie === 'migreren' || actie === 'verlengen') && filter.procestype === undefined)
    fout('verplicht', 'Noem het procestype: versies en termijnen horen bij een procestype.');
  // A shielded type is as unknown as one that is not there.
  if (
    filter.procestype !== undefined &&
    (!procestype(filter.procestype) || zonderVoor(beller).includes(filter.procestype))
  )
    fout('keuze', 'Dit procestype bestaat niet.');
}

function filterVan({ actie, filter }: Wens, beller: Beller): HerstelFilter {
  const { gemeente: _een, behandelaar, storing, vastgelopen: _vast, ...rest } = filter;
  return {
    ...rest,
    ...behandelaarVan(behandelaar, beller),
    storing: actie === 'herkansen' ? true : storing,
  };
}

/** Whether a number of shielded cases would tell of which kind, or how far, they are (settled reading 19). */
const zegtSoort = ({ actie, filter: f }: Wens): boolean =>
  actie === 'herkansen' ||
  [f.procestype, f.versie, f.toestand, f.teLaat, f.termijnVoor, f.storing, f.vastgelopen].some(
    (x) => x !== undefined,
  );

function geval(heel: Snapshot, wens: Wens, beller: Beller, vandaag: Datum): Geval {
  const { d } = definitieVan(heel);
  const s = zietAfgeschermd(beller) ? heel : zonderWpg(d, heel);
  const invoer = { ...wens.invoer, ...(wens.actie === 'toewijzen' && { van: s.behandelaar }) } as Gegevens;
  if (wens.actie === 'toewijzen' && invoer['behandelaar'] === s.behandelaar)
    return { s, invoer, bezwaar: 'Deze zaak is al van deze behandelaar.' };
  const definitie = procestype(s.procestype)!.versies.find((v) => v.versie === invoer['naarVersie']);
  const o = {
    actie: wens.actie,
    invoer: { ...invoer, reden: EEN_TEKST },
    feiten: {},
    wie: { id: beller.sub, rollen: ['teamleider' as const], kenmerken: [] },
    sleutel: '',
    hash: '',
    ...(definitie && { definitie }),
  };
  const b = decide(d, s, o, vandaag);
  return { s, invoer, bezwaar: b.ok ? null : b.weigering.melding };
}
