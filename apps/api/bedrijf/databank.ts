import type pg from 'pg';
import { inGemeente, isDatabaseWeg, type InGemeente } from '#read-model';
import type { Beller } from '../auth/beller.js';
import { Probleem } from '../http/probleem.js';

/** A network that swallows packets gives no error at all; after this the caller hears it. */
const BINNEN_MS = 4_400;

/** The database as requests use it: always as somebody, who sees his own municipalities. */
export class Databank {
  constructor(readonly pool: pg.Pool) {}

  /** One transaction of this caller; with `gemeente` only of that one, and nothing when it is not his. */
  als<T>(beller: Beller, werk: (em: InGemeente) => Promise<T>, gemeente?: string): Promise<T> {
    const gemeenten =
      gemeente === undefined ? beller.gemeenten : beller.gemeenten.filter((code) => code === gemeente);
    return binnenTijd(inGemeente(this.pool, { gemeenten }, werk));
  }

  /**
   * The transaction that goes before an Update. What it keeps (texts, a key) means nothing until the Update names it.
   * @throws {Probleem} 503 `niet-bewaard` when the database is away.
   */
  async vooraf<T>(beller: Beller, werk: (em: InGemeente) => Promise<T>): Promise<T> {
    try {
      return await this.als(beller, werk);
    } catch (fout) {
      if (!isDatabaseWeg(fout)) throw fout;
      throw new Probleem('niet-bewaard', 'De gegevens zijn even niet bereikbaar. Er is niets bewaard.');
    }
  }

  async leeft(): Promise<boolean> {
    return binnenTijd(this.pool.query('select 1')).then(
      () => true,
      () => false,
    );
  }
}

function binnenTijd<T>(belofte: Promise<T>): Promise<T> {
  let wekker: NodeJS.Timeout | undefined;
  const teLaat = new Promise<never>((_, weiger) => {
    wekker = setTimeout(
      () => weiger(Object.assign(new Error('De database zwijgt'), { code: 'ETIMEDOUT' })),
      BINNEN_MS,
    );
  });
  return Promise.race([belofte, teLaat]).finally(() => clearTimeout(wekker));
}
