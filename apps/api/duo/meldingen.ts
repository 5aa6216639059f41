import { createHash } from 'node:crypto';
import { setTimeout as slaap } from 'node:timers/promises';
import type { Hoofdsleutels } from '#codec';
import {
  bewaarCarelIds,
  bewaarMeldingen,
  leesMeldingen,
  leesRegels,
  noteerInzage,
  type InGemeente,
  type Melding,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import type { Databank } from '../bedrijf/databank.js';
import { nietGevonden, ongeldig, Probleem, type Fout } from '../http/probleem.js';
import { metVrijCarelId } from '../jongeren/vastleggen.js';
import type { Klussen } from '../klussen/klussen.js';
import { sleutelHergebruikt } from '../processen/weigering.js';
import { beoordeel, leesRijen, metHash, type Oordeel } from './beoordelen.js';
import { leesBestand, type Bestand, type RijFout } from './bestand.js';
import type { NieuweMelding } from './vormen.js';

/** So long a request waits for its report to reach a process; the report itself is safe by then. */
const WACHT_MS = 3_000;
/** One question can hold no more of them. */
const INZAGE_TEGELIJK = 1_000;

/** Who asks, and under which trace id. */
export interface Vrager {
  beller: Beller;
  verzoek: string;
}

/** What a file holds, and everything in it that is not right. */
export interface Verslag {
  gemeente: string;
  rijen: number;
  nieuw: number;
  bekend: number;
  tekenset: string | null;
  scheidingsteken: string | null;
  genegeerd: string[];
  fouten: RijFout[];
}

/** A report and what came of it. `redenen` when a process would not take it. */
export interface Gemeld {
  melding: Melding;
  klusId: string;
  uitkomst: Record<string, unknown> | null;
  herhaald: boolean;
}

/** Takes reports in: stored first, whole or not at all, and then brought to their processes by a run that can be resumed. */
export class Meldingen {
  constructor(
    private readonly databank: Databank,
    private readonly klussen: Klussen,
    private readonly hoofdsleutels: Hoofdsleutels,
  ) {}

  /** What importing this file would say; keeps nothing. */
  async proef(wie: Vrager, gemeente: string, bytes: Buffer): Promise<Verslag> {
    const { bestand, gelezen, fouten } = await this.leesIn(gemeente, bytes);
    if (!bestand) return verslagVan(gemeente, undefined, leegOordeel(fouten));
    const oordeel = await this.databank.als(
      wie.beller,
      (em) => this.oordeel(em, wie, gemeente, gelezen),
      gemeente,
    );
    return verslagVan(gemeente, bestand, samen(oordeel, fouten));
  }

  /**
   * Stores all reports of a file and begins the run that works them through.
   * @throws {Probleem} 400 with every error, and then nothing is kept.
   */
  async importeer(
    wie: Vrager,
    gemeente: string,
    bytes: Buffer,
  ): Promise<{ klusId: string; nieuw: boolean; verslag: Verslag }> {
    const { bestand, gelezen, fouten } = await this.leesIn(gemeente, bytes);
    if (!bestand) throw alsProbleem(fouten);
    const { beller } = wie;
    const { oordeel, klus } = await this.databank.als(
      beller,
      async (em) => {
        const oordeel = samen(await this.oordeel(em, wie, gemeente, gelezen), fouten);
        if (oordeel.fouten.length > 0) return { oordeel };
        const klus = await this.klussen.bewaar(em, {
          gemeente,
          soort: 'verzuimmeldingen',
          gegevens: { rijen: oordeel.goed.length },
          kenmerk: createHash('sha256').update(bytes).digest('hex'),
          door: beller.sub,
          regels: oordeel.goed.map(({ rij, inhoud }) => ({ rij, melding: inhoud.meldingnummer })),
        });
        if (klus.nieuw)
          await bewaarMeldingen(
            em,
            gemeente,
            klus.id,
            oordeel.goed.map((g) => g.inhoud),
          );
        await metVrijCarelId(() => bewaarCarelIds(em, gemeente, oordeel.carelIds));
        return { oordeel, klus };
      },
      gemeente,
    );
    if (!klus) throw alsProbleem(oordeel.fouten);
    // Begun before is begun: once more does no harm, and helps when the first time found Temporal away.
    await this.klussen.begin(beller, gemeente, klus.id);
    return { klusId: klus.id, nieuw: klus.nieuw, verslag: verslagVan(gemeente, bestand, oordeel) };
  }

  /**
   * Stores one report, once per number, and waits a moment for its process.
   * @throws {Probleem} 400; 409 when that number, or the key, is known with something else.
   */
  async meld(wie: Vrager, sleutel: string, { gemeente, ...nieuw }: NieuweMelding): Promise<Gemeld> {
    const { beller } = wie;
    eisEigen(beller, gemeente);
    const rij = metHash(0, nieuw, this.hoofdsleutels, gemeente);
    const { meldingnummer } = nieuw;
    const { fouten, klus } = await this.databank.als(
      beller,
      async (em) => {
        const { fouten, goed, carelIds } = await this.oordeel(em, wie, gemeente, [rij]);
        const [eerder] = await leesMeldingen(em, gemeente, [meldingnummer]);
        if (fouten.length > 0 || (eerder && eerder.proces_id !== null))
          return { fouten, klus: eerder && { id: eerder.klus_id, nieuw: false } };
        const klus = await this.klussen.bewaar(em, {
          gemeente,
          soort: 'verzuimmelding',
          gegevens: {},
          kenmerk: sleutel,
          door: beller.sub,
          regels: [{ melding: meldingnummer }],
        });
        if (!klus.nieuw && eerder?.klus_id !== klus.id) throw sleutelHergebruikt();
        await bewaarMeldingen(
          em,
          gemeente,
          klus.id,
          goed.map((g) => g.inhoud),
        );
        await metVrijCarelId(() => bewaarCarelIds(em, gemeente, carelIds));
        return { fouten, klus };
      },
      gemeente,
    );
    if (fouten.some((f) => f.code === 'melding-bestaat'))
      throw new Probleem('melding-bestaat', 'Onder dit nummer is al een andere melding vastgelegd.');
    if (fouten.length > 0 || !klus)
      throw ongeldig(fouten.map(({ kolom, code, melding }) => ({ pointer: `/${kolom}`, code, melding })));
    const uitkomst = await this.voltooi(beller, gemeente, klus.id, meldingnummer);
    return { ...uitkomst, herhaald: !klus.nieuw };
  }

  /**
   * Notes that the school withdrew a report, and lets its process know. Repeating it changes nothing.
   * @throws {Probleem} 400 when several municipalities of the caller know that number and none is named; 404.
   */
  async trekIn(beller: Beller, meldingnummer: string, gemeente: string | undefined): Promise<Gemeld> {
    const { m, klus } = await this.databank.als(
      beller,
      async (em) => {
        const alle = await Promise.all(em.gemeenten.map((code) => leesMeldingen(em, code, [meldingnummer])));
        const [m, ...meer] = alle.flat();
        if (!m) throw nietGevonden();
        if (meer.length > 0) throw noemGemeente();
        const klus = await this.klussen.bewaar(em, {
          gemeente: m.gemeente_code,
          soort: 'verzuimmeldingIntrekken',
          gegevens: {},
          kenmerk: meldingnummer,
          door: beller.sub,
          regels: [{ melding: meldingnummer }],
        });
        return { m, klus };
      },
      gemeente,
    );
    const uitkomst = await this.voltooi(beller, m.gemeente_code, klus.id, meldingnummer);
    return { ...uitkomst, herhaald: !klus.nieuw };
  }

  /** Begins the run of one report and waits a moment until it is done. */
  private async voltooi(
    beller: Beller,
    gemeente: string,
    klusId: string,
    meldingnummer: string,
  ): Promise<Omit<Gemeld, 'herhaald'>> {
    const uiterlijk = Date.now() + WACHT_MS;
    const kijk = (): Promise<Omit<Gemeld, 'herhaald'> & { wacht: boolean }> =>
      this.databank.als(
        beller,
        async (em) => {
          const [melding] = await leesMeldingen(em, gemeente, [meldingnummer]);
          const regels = await leesRegels(em, { gemeente_code: gemeente, id: klusId }, {}, 2);
          const uitkomst = regels.length === 1 ? regels[0]!.uitkomst : null;
          return { melding: melding!, klusId, uitkomst, wacht: regels.length === 1 && uitkomst === null };
        },
        gemeente,
      );
    let gezien = await kijk();
    if (gezien.wacht) await this.klussen.begin(beller, gemeente, klusId);
    for (let pauze = 25; gezien.wacht && Date.now() + pauze < uiterlijk; pauze = Math.min(pauze * 2, 200)) {
      await slaap(pauze);
      gezien = await kijk();
    }
    const { wacht: _nog, ...uit } = gezien;
    return uit;
  }

  private async leesIn(
    gemeente: string,
    bytes: Buffer,
  ): Promise<{ bestand?: Bestand } & Awaited<ReturnType<typeof leesRijen>>> {
    const bestand = leesBestand(bytes);
    if ('fouten' in bestand) return { gelezen: [], fouten: bestand.fouten };
    return { bestand, ...(await leesRijen(bestand.rijen, this.hoofdsleutels, gemeente)) };
  }

  /** Judges rows, and notes whom was looked for: who may import could try numbers with it. */
  private async oordeel(
    em: InGemeente,
    { beller, verzoek }: Vrager,
    gemeente: string,
    rijen: Parameters<typeof beoordeel>[2],
  ): Promise<Oordeel> {
    const uit = await beoordeel(em, gemeente, rijen);
    const { jongeren: ids } = uit;
    const inzage = { wie: beller.sub, rol: beller.rollen[0]!, wat: 'verzuimmelding', verzoek };
    for (let i = 0; i < ids.length; i += INZAGE_TEGELIJK)
      await noteerInzage(
        em,
        ids.slice(i, i + INZAGE_TEGELIJK).map((id) => ({ gemeente_code: gemeente, id })),
        inzage,
      );
    return uit;
  }
}

/** The municipality of an import: the one that is named, else the only one of the caller. */
export function gemeenteVan(beller: Beller, gemeente: string | undefined): string {
  if (gemeente !== undefined) eisEigen(beller, gemeente);
  const [enige, ...meer] = gemeente === undefined ? beller.gemeenten : [gemeente];
  if (enige === undefined || meer.length > 0) throw noemGemeente();
  return enige;
}

function eisEigen(beller: Beller, gemeente: string): void {
  if (!beller.gemeenten.includes(gemeente))
    throw ongeldig([{ pointer: '/gemeente', code: 'keuze', melding: 'U werkt niet voor deze gemeente.' }]);
}

const noemGemeente = (): Probleem =>
  ongeldig([
    { pointer: '/gemeente', code: 'verplicht', melding: 'U werkt voor meer gemeenten. Noem de gemeente.' },
  ]);

const leegOordeel = (fouten: RijFout[]): Oordeel => ({
  fouten,
  goed: [],
  bekend: 0,
  jongeren: [],
  carelIds: new Map(),
});
const opRij = (a: RijFout, b: RijFout): number => a.rij - b.rij;
const samen = (o: Oordeel, fouten: RijFout[]): Oordeel => ({
  ...o,
  fouten: [...o.fouten, ...fouten].sort(opRij),
});

const verslagVan = (gemeente: string, b: Bestand | undefined, o: Oordeel): Verslag => ({
  gemeente,
  rijen: b?.rijen.length ?? 0,
  nieuw: o.goed.length - o.bekend,
  bekend: o.bekend,
  tekenset: b?.tekenset ?? null,
  scheidingsteken: b?.scheidingsteken ?? null,
  genegeerd: b?.genegeerd ?? [],
  fouten: o.fouten,
});

/** Every error of a file as the API says errors, each with its row and column. */
function alsProbleem(fouten: RijFout[]): Probleem {
  const alle: (Fout & RijFout)[] = fouten.map((f) => ({
    pointer: `/rijen/${f.rij}${f.kolom === null ? '' : `/${f.kolom}`}`,
    ...f,
  }));
  return ongeldig(alle);
}
