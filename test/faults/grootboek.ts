import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as slaap } from 'node:timers/promises';
import {
  soortVan,
  wachtTot,
  type Api,
  type HttpAntwoord,
  type ProbleemLichaam,
  type ProcesLichaam,
} from '#test-kit';

/** One wish of a person: its key stays the same however often it is repeated. */
interface Post {
  proces: string;
  actie: string;
  invoer: Record<string, unknown>;
  sleutel: string;
  /** The revision that it made; undefined while the outcome is unknown, null when it was refused. */
  revisie: number | null | undefined;
}

type Antwoord = HttpAntwoord<ProcesLichaam & ProbleemLichaam>;

const HERHAAL_NA_MS = 250;

/**
 * What an outside observer wrote down: every wish with its key, and what he was told. He knows only HTTP, repeats with the same key
 * whatever has no clear answer, and in the end compares with the timeline.
 */
export class Grootboek {
  private readonly posten: Post[] = [];
  /** How often an answer stayed away or said 503. */
  onbekend = 0;

  constructor(private readonly api: Api) {}

  /** Acts until there is a clear answer, at most `maxMs`; gives that answer. */
  async doe(
    proces: string,
    actie: string,
    invoer: Record<string, unknown> = {},
    maxMs = 60_000,
  ): Promise<Antwoord> {
    const post: Post = { proces, actie, invoer, sleutel: randomUUID(), revisie: undefined };
    this.posten.push(post);
    return this.totDuidelijk(post, maxMs);
  }

  /** Once, without repeating: undefined when the connection broke or the answer was 503. */
  async eenmaal(
    proces: string,
    actie: string,
    invoer: Record<string, unknown> = {},
  ): Promise<Antwoord | undefined> {
    const post: Post = { proces, actie, invoer, sleutel: randomUUID(), revisie: undefined };
    this.posten.push(post);
    return this.vraag(post);
  }

  /** Repeats, each with its own key, all wishes whose outcome is unknown. */
  async herhaalOnbekende(maxMs = 60_000): Promise<Antwoord[]> {
    const open = this.posten.filter((p) => p.revisie === undefined);
    return Promise.all(open.map((p) => this.totDuidelijk(p, maxMs)));
  }

  /**
   * Nothing lost, nothing double: each accepted wish stands exactly once in the timeline, under its own revision, and nothing stands there that
   * nobody wished; the same key again gives the same revision and says that it is a repeat. @returns how many wishes were compared.
   */
  async klopt(): Promise<number> {
    for (const proces of new Set(this.posten.map((p) => p.proces))) {
      const eigen = this.posten.filter((p) => p.proces === proces);
      assert.ok(
        eigen.every((p) => p.revisie !== undefined),
        'van elke wens is de uitkomst bekend',
      );
      const aanvaard = eigen.filter((p) => p.revisie !== null);
      // A row may lag behind after a kill; it catches up.
      const inLijn = await wachtTot(
        `de tijdlijn van ${proces} is bij`,
        async () => {
          const lijn = await this.handelingenIn(proces);
          return lijn.length >= aanvaard.length && lijn;
        },
        60_000,
        500,
      );
      assert.deepEqual(
        inLijn.map((g) => `${g.revisie} ${g.naam}`).sort(),
        aanvaard.map((p) => `${p.revisie} ${p.actie}`).sort(),
        'tijdlijn en grootboek noemen dezelfde handelingen',
      );
    }
    for (const p of this.posten.filter((x) => typeof x.revisie === 'number')) {
      const nogmaals = await this.api.handel(p.proces, p.actie, p.invoer, p.sleutel);
      assert.equal(nogmaals.status, 200, JSON.stringify(nogmaals.lichaam));
      assert.equal(nogmaals.lichaam.revisieVanActie, p.revisie);
      assert.equal(nogmaals.koppen.get('idempotent-replay'), 'true');
    }
    return this.posten.length;
  }

  private async handelingenIn(proces: string): Promise<{ naam: string; revisie: number }[]> {
    const { gebeurtenissen } = await this.api.lees<{
      gebeurtenissen: { soort: string; naam: string; revisie: number }[];
    }>(`/processen/${proces}/gebeurtenissen`);
    return gebeurtenissen.filter((g) => g.soort === 'actie' || g.soort === 'kern');
  }

  private async totDuidelijk(post: Post, maxMs: number): Promise<Antwoord> {
    const eind = Date.now() + maxMs;
    for (;;) {
      const antwoord = await this.vraag(post);
      if (antwoord) return antwoord;
      assert.ok(Date.now() < eind, `na ${maxMs} ms is de uitkomst van ${post.actie} nog onbekend`);
      await slaap(HERHAAL_NA_MS);
    }
  }

  private async vraag(post: Post): Promise<Antwoord | undefined> {
    let antwoord: Antwoord;
    try {
      antwoord = await this.api.handel(post.proces, post.actie, post.invoer, post.sleutel);
    } catch {
      // The API died while it worked, or is not there: the observer knows nothing.
      this.onbekend += 1;
      return undefined;
    }
    if (antwoord.status === 503) {
      assert.match(soortVan(antwoord.lichaam), /^(niet-bewaard|uitkomst-onbekend)$/);
      assert.ok(Number(antwoord.koppen.get('retry-after')) > 0, '503 zegt wanneer het opnieuw kan');
      this.onbekend += 1;
      return undefined;
    }
    assert.ok(
      antwoord.status === 200 || antwoord.status < 500,
      `${antwoord.status}: ${JSON.stringify(antwoord.lichaam)}`,
    );
    post.revisie = antwoord.status === 200 ? antwoord.lichaam.revisieVanActie! : null;
    return antwoord;
  }
}
