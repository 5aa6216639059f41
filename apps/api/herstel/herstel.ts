import type { Processleutels } from '#codec';
import { HERSTEL, HERSTEL_TERUG, type Gegevens, type HerstelRegel, type KernActie } from '#process';
import {
  bewaarInhoud,
  leesKlus,
  leesKlusMet,
  leesRegels,
  zichtbareIds,
  type Klus,
  type KlusRegel,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import { zichtVan } from '../auth/rechten.js';
import type { Databank } from '../bedrijf/databank.js';
import type { Sleutels } from '../bedrijf/sleutels.js';
import { nietGevonden, Probleem } from '../http/probleem.js';
import type { Klussen } from '../klussen/klussen.js';
import { hashVan } from '../processen/invoer.js';
import { sleutelHergebruikt } from '../processen/weigering.js';
import { probeer } from './proef.js';
import type { HerstelWens } from './vormen.js';

/** More cases than this nobody has looked at before he decides on all of them. */
export const HOOGSTENS = 2_000;
/** How many rows or texts go in one transaction. */
const PER_KEER = 250;
const SLEUTELS_TEGELIJK = 8;

/** The work that was stored, or was before. */
export interface Begonnen {
  klusId: string;
  totaal: number;
  afgeschermd: number;
  herhaald: boolean;
}

/** A case with the act that it will be asked for. */
interface Geval {
  id: string;
  procestype: string;
  invoer: Gegevens;
}

/** Mends many cases: each row is one act on one process, in the name of the teamleider who asked. */
export class Herstel {
  constructor(
    private readonly databank: Databank,
    private readonly sleutels: Sleutels,
    private readonly klussen: Klussen,
  ) {}

  /**
   * Stores the work of doing this to every case that can have it, and begins it; each request once.
   * @throws {Probleem} 400, 409.
   */
  async begin(beller: Beller, sleutel: string, gemeente: string, wens: HerstelWens): Promise<Begonnen> {
    const hash = hashVan(beller, 'POST', '/herstel', wens);
    const kenmerk = `${beller.sub} ${sleutel}`;
    const eerder = await this.databank.als(beller, (em) => leesKlusMet(em, gemeente, HERSTEL, kenmerk));
    if (eerder) return herhaling(eerder, hash);
    const gevallen: Geval[] = [];
    const { afgeschermd } = await probeer(this.databank, beller, gemeente, wens, (blad) => {
      for (const { s, invoer, bezwaar } of blad)
        if (bezwaar === null) gevallen.push({ id: s.id, procestype: s.procestype, invoer });
      if (gevallen.length > HOOGSTENS)
        throw new Probleem(
          'actie-niet-mogelijk',
          `Dit zijn meer dan ${HOOGSTENS} zaken. Kies een kleinere groep.`,
        );
    });
    if (gevallen.length === 0)
      throw new Probleem('actie-niet-mogelijk', 'Bij geen enkele zaak van deze groep kan dit nu.');
    const { actie, invoer, reden } = wens;
    const gegevens = { actie, invoer, afgeschermd, hash };
    return this.bewaar(beller, gemeente, { soort: HERSTEL, actie, kenmerk, gegevens, reden }, gevallen);
  }

  /**
   * Stores the work of giving reassigned cases back to whose they were, as far as they are still whose the work made them, and begins it.
   * Once for each piece of work.
   * @throws {Probleem} 404, 409.
   */
  async draaiTerug(beller: Beller, id: string, reden: string): Promise<Begonnen & { gemeente: string }> {
    const { klus, eerder, gevallen, afgeschermd } = await this.databank.als(beller, async (em) => {
      const klus = await leesKlus(em, id);
      if (!klus) throw nietGevonden();
      if (klus.soort !== HERSTEL || klus.gegevens['actie'] !== 'toewijzen')
        throw new Probleem(
          'actie-niet-mogelijk',
          'Alleen een toewijzing van veel zaken is terug te draaien.',
        );
      if (!klus.klaar_op)
        throw new Probleem('actie-niet-mogelijk', 'Deze klus loopt nog. Draai haar terug als zij klaar is.');
      const gedaan = await leesRegels(em, klus, { staat: 'gedaan' }, HOOGSTENS);
      const gezien = await zichtbareIds(em, gedaan.map(procesVan), zichtVan(beller));
      const zichtbaar = gedaan.filter((r) => gezien.has(procesVan(r)));
      return {
        klus,
        eerder: await leesKlusMet(em, klus.gemeente_code, HERSTEL_TERUG, id),
        gevallen: zichtbaar.map(omgekeerd),
        afgeschermd: gedaan.length - zichtbaar.length,
      };
    });
    const gemeente = klus.gemeente_code;
    if (eerder) return { ...herhaling(eerder), gemeente };
    if (gevallen.length === 0)
      throw new Probleem('actie-niet-mogelijk', 'Deze klus heeft niets gewijzigd dat u kunt terugdraaien.');
    const gegevens = { actie: 'toewijzen', van: id, afgeschermd };
    const werk = { soort: HERSTEL_TERUG, actie: 'toewijzen' as const, kenmerk: id, gegevens, reden };
    return { ...(await this.bewaar(beller, gemeente, werk, gevallen)), gemeente };
  }

  /** The texts first, the work that names them second: texts whose work never came are swept. */
  private async bewaar(
    beller: Beller,
    gemeente: string,
    werk: {
      soort: string;
      actie: KernActie;
      kenmerk: string;
      gegevens: Record<string, unknown>;
      reden: string;
    },
    gevallen: readonly Geval[],
  ): Promise<Begonnen> {
    const { soort, actie, kenmerk, gegevens, reden } = werk;
    const regels: HerstelRegel[] = [];
    for (let i = 0; i < gevallen.length; i += PER_KEER) {
      const deel = await this.metSleutels(gevallen.slice(i, i + PER_KEER));
      await this.databank.als(beller, async (em) => {
        for (const { id, procestype, invoer, sleutels } of deel) {
          const tekst = { procesId: id, gemeente, klasse: 'gewoon' as const, tekst: reden, door: beller.sub };
          const redenId = await bewaarInhoud(em, sleutels, tekst);
          regels.push({ id, procestype, actie, invoer: { ...invoer, reden: redenId } });
        }
      });
    }
    const { id, nieuw } = await this.databank.als(beller, (em) =>
      this.klussen.bewaar(em, {
        gemeente,
        soort,
        gegevens,
        kenmerk,
        door: beller.sub,
        regels: regels.map((r) => ({ ...r })),
      }),
    );
    await this.klussen.begin(beller, gemeente, id);
    return {
      klusId: id,
      totaal: regels.length,
      afgeschermd: Number(gegevens['afgeschermd']),
      herhaald: !nieuw,
    };
  }

  /** A case whose key was destroyed is erased: nothing of it can be written any more. */
  private async metSleutels(gevallen: readonly Geval[]): Promise<(Geval & { sleutels: Processleutels })[]> {
    const uit: (Geval & { sleutels: Processleutels })[] = [];
    for (let i = 0; i < gevallen.length; i += SLEUTELS_TEGELIJK)
      for (const [g, sleutels] of await Promise.all(
        gevallen
          .slice(i, i + SLEUTELS_TEGELIJK)
          .map(async (g) => [g, await this.sleutels.van(g.id)] as const),
      ))
        if (sleutels) uit.push({ ...g, sleutels });
    return uit;
  }
}

const procesVan = (r: KlusRegel): string => String(r.invoer['id']);

function omgekeerd(r: KlusRegel): Geval {
  const { id, procestype, invoer } = r.invoer as unknown as HerstelRegel;
  return {
    id,
    procestype,
    invoer: { behandelaar: invoer['van'] ?? null, van: invoer['behandelaar'] ?? null },
  };
}

function herhaling(k: Klus, hash?: string): Begonnen {
  if (hash !== undefined && k.gegevens['hash'] !== hash) throw sleutelHergebruikt();
  return { klusId: k.id, totaal: k.totaal, afgeschermd: Number(k.gegevens['afgeschermd']), herhaald: true };
}
