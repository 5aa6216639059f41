import { setTimeout as slaap } from 'node:timers/promises';
import type { ProcesLichaam } from '#test-kit';
import type { Voorval, Zaak } from './draaiboek.js';
import type { Grootboek } from './grootboek.js';
import type { Mensen } from './mensen.js';

/** How long what one process tells another may be on its way. */
const ONDERWEG_MS = 15_000;
const PAUZE_MS = 40;

/**
 * Plays the days of youths through the API, as the people of the demonstration. It asks each process what is possible before it acts, and looks
 * nowhere else.
 */
export class Speler {
  private readonly jongeren = new Map<number, string>();
  /** The newest process of a youth by type, as far as known. */
  private readonly bekend = new Map<string, string>();
  /** How often a step was not offered, because a date of the law or of a term came first. */
  nietAanDeOrde = 0;

  constructor(
    private readonly mensen: Mensen,
    private readonly grootboek: Grootboek,
  ) {}

  /** Everything that happens to one youth on one day, in order. */
  async dag(zaak: Zaak, voorvallen: readonly Voorval[]): Promise<void> {
    for (const v of voorvallen) await this.speel(zaak, v);
  }

  private async speel(zaak: Zaak, v: Voorval): Promise<void> {
    switch (v.wat) {
      case 'melding':
        return this.meld(zaak, v);
      case 'open':
        return this.open(zaak, v);
      case 'doe':
        return this.doe(zaak, v);
      case 'contact': {
        const pad = `/jongeren/${await this.jongere(zaak, v)}/contactmomenten`;
        const post = { op: v.op, wat: 'contact' as const, naam: 'telefonisch' };
        await this.grootboek.vraag(
          this.mensen.voor(zaak, 'leerplichtambtenaar'),
          pad,
          { soort: 'telefonisch', op: v.op },
          post,
        );
      }
    }
  }

  /** The youth, recorded by an officer when first something happens. */
  private async jongere(zaak: Zaak, { op }: Voorval): Promise<string> {
    const bekend = this.jongeren.get(zaak.nr);
    if (bekend) return bekend;
    const api = this.mensen.voor(zaak, 'leerplichtambtenaar');
    const lichaam = { ...zaak.jongere, gemeente: zaak.gemeente };
    const antwoord = await this.grootboek.vraag<{ id: string }>(api, '/jongeren', lichaam, {
      op,
      wat: 'jongere',
      naam: 'jongere',
    });
    this.jongeren.set(zaak.nr, antwoord.lichaam.id);
    return antwoord.lichaam.id;
  }

  private async meld(zaak: Zaak, v: Extract<Voorval, { wat: 'melding' }>): Promise<void> {
    await this.jongere(zaak, v);
    await this.grootboek.vraag(
      this.mensen.voor(zaak, 'leerplichtambtenaar'),
      '/verzuimmeldingen',
      { gemeente: zaak.gemeente, bsn: zaak.jongere.bsn, brin: zaak.jongere.brin, ...v.melding },
      { op: v.op, wat: 'melding', naam: v.melding.soort },
    );
  }

  private async open(zaak: Zaak, v: Extract<Voorval, { wat: 'open' }>): Promise<void> {
    const jongereId = await this.jongere(zaak, v);
    const { lichaam } = await this.grootboek.vraag(
      this.mensen.voor(zaak, v.rol),
      '/processen',
      { procestype: v.procestype, jongereId, gegevens: v.gegevens },
      { op: v.op, wat: 'open', naam: v.procestype },
    );
    this.bekend.set(sleutelVan(zaak, v.procestype), lichaam.id);
  }

  private async doe(zaak: Zaak, v: Extract<Voorval, { wat: 'doe' }>): Promise<void> {
    const api = this.mensen.voor(zaak, v.rol);
    const id = await this.waarHetKan(zaak, v);
    const post = { op: v.op, wat: 'doe' as const, naam: `${v.procestype}.${v.actie}`, proces: id?.proces };
    if (id?.kan) {
      await this.grootboek.vraag(api, `/processen/${id.proces}/acties/${v.actie}`, v.invoer, post);
      return;
    }
    if (v.mits) this.nietAanDeOrde += 1;
    else this.grootboek.nietMogelijk({ ...post, soort: `niet mogelijk in ${id?.toestand ?? 'geen proces'}` });
  }

  /** The process that offers this action today; what is on its way between processes is waited for. */
  private async waarHetKan(
    zaak: Zaak,
    v: Extract<Voorval, { wat: 'doe' }>,
  ): Promise<{ proces: string; toestand: string; kan: boolean } | undefined> {
    const api = this.mensen.voor(zaak, v.rol);
    const sleutel = sleutelVan(zaak, v.procestype);
    const eind = Date.now() + (v.mits ? ONDERWEG_MS / 10 : ONDERWEG_MS);
    for (let stand; ; await slaap(PAUZE_MS)) {
      const id = this.bekend.get(sleutel) ?? (await this.zoek(zaak, v.procestype));
      if (id) {
        const p = await api.lees<ProcesLichaam>(`/processen/${id}`);
        stand = { proces: id, toestand: p.toestand, kan: p.acties.some((a) => a.actie === v.actie) };
        if (stand.kan) {
          this.bekend.set(sleutel, id);
          return stand;
        }
        // Over: a next one may have begun.
        if (p.afgerond) this.bekend.delete(sleutel);
      }
      if (Date.now() > eind) return stand;
    }
  }

  private async zoek(zaak: Zaak, procestype: string): Promise<string | undefined> {
    const { processen } = await this.mensen
      .boa(zaak.gemeente)
      .lees<{ processen: ProcesLichaam[] }>(
        `/processen?jongereId=${this.jongeren.get(zaak.nr)}&procestype=${procestype}&limiet=20`,
      );
    return (processen.find((p) => !p.afgerond) ?? processen.at(-1))?.id;
  }
}

const sleutelVan = (zaak: Zaak, procestype: string): string => `${zaak.nr} ${procestype}`;
