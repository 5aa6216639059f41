import { randomUUID } from 'node:crypto';
import { setTimeout as slaap } from 'node:timers/promises';
import { soortVan, type Api, type HttpAntwoord, type ProbleemLichaam, type ProcesLichaam } from '#test-kit';
import type { Datum } from './dagen.js';

/** What was asked of the API, under which key, and what it said. */
export interface Post {
  op: Datum;
  wat: 'jongere' | 'melding' | 'open' | 'doe' | 'contact';
  /** For an act its process type and name, for the rest what it is about. */
  naam: string;
  sleutel: string;
  wie: string;
  proces?: string | undefined;
  revisie?: number | undefined;
  status: number;
  soort?: string | undefined;
}

type Antwoord<T> = HttpAntwoord<T & ProbleemLichaam>;
const HERHAAL_NA_MS = 500;
const HERHALINGEN = 20;

/**
 * What an outside observer wrote down of the year: every wish with its key and its answer. He repeats, with the same key, what has no clear answer
 * (503, or none at all), and compares with the installation afterwards.
 */
export class Grootboek {
  readonly posten: Post[] = [];
  herhaald = 0;

  /** The number of wishes that were accepted. */
  aanvaard(wat?: Post['wat']): Post[] {
    return this.posten.filter((p) => p.status < 300 && (wat === undefined || p.wat === wat));
  }

  /** What was refused: each one is unexpected, because nothing was asked that was not offered. */
  geweigerd(): Post[] {
    return this.posten.filter((p) => p.status >= 300);
  }

  /** One wish, repeated until there is a clear answer. */
  async vraag<T = ProcesLichaam>(
    api: Api,
    pad: string,
    lichaam: unknown,
    post: Pick<Post, 'op' | 'wat' | 'naam' | 'proces'>,
  ): Promise<Antwoord<T>> {
    const sleutel = randomUUID();
    const antwoord = await this.totDuidelijk<T>(api, pad, lichaam, sleutel);
    const l = antwoord.lichaam as Partial<ProcesLichaam & ProbleemLichaam>;
    this.posten.push({
      ...post,
      sleutel,
      wie: api.wie.id,
      status: antwoord.status,
      proces: post.proces ?? (post.wat === 'open' ? l.id : undefined),
      revisie: post.wat === 'open' ? 1 : l.revisieVanActie,
      soort: antwoord.status < 300 ? undefined : soortVan(l as ProbleemLichaam),
    });
    return antwoord;
  }

  /** What the process did not offer, although the script expected it. */
  nietMogelijk(post: Pick<Post, 'op' | 'wat' | 'naam' | 'proces' | 'soort'>): void {
    this.posten.push({ ...post, sleutel: '', wie: '', status: 422 });
  }

  private async totDuidelijk<T>(
    api: Api,
    pad: string,
    lichaam: unknown,
    sleutel: string,
  ): Promise<Antwoord<T>> {
    for (let keer = 0; ; keer += 1) {
      const antwoord = await api
        .vraag<T & ProbleemLichaam>('POST', pad, { lichaam, sleutel })
        .catch((fout: unknown) => {
          if (keer >= HERHALINGEN) throw fout;
        });
      if (antwoord && (antwoord.status !== 503 || keer >= HERHALINGEN)) return antwoord;
      this.herhaald += 1;
      await slaap(HERHAAL_NA_MS);
    }
  }
}
