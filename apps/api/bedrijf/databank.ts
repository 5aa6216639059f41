import type pg from 'pg';
import { inGemeente, isDatabaseWeg, rondeInGemeente, type InGemeente, type Vragen } from '#read-model';
import type { Beller } from '../auth/beller.js';
import { Probleem } from '../http/probleem.js';
import { BINNEN_MS, binnenTijd } from './tijd.js';

/** The database as requests use it: always as somebody, who sees his own municipalities. */
export class Databank {
  /** @param voorsprong of our clock over the real one, when it is the same for ever. */
  constructor(
    readonly pool: pg.Pool,
    private readonly voorsprong?: number,
  ) {}

  /** One transaction of this caller; with `gemeente` only of that one, and nothing when it is not his. */
  als<T>(beller: Beller, werk: (em: InGemeente) => Promise<T>, gemeente?: string): Promise<T> {
    const gemeenten =
      gemeente === undefined ? beller.gemeenten : beller.gemeenten.filter((code) => code === gemeente);
    return binnenTijd(inGemeente(this.pool, { gemeenten, voorsprong: this.voorsprong }, werk), BINNEN_MS);
  }

  /**
   * What goes before an Update. What it keeps (texts, a key) means nothing until the Update names it.
   * @param uiterlijk when the caller must have heard, epoch ms.
   * @throws {Probleem} 503 `niet-bewaard` when the database is away.
   */
  async vooraf<T>(beller: Beller, uiterlijk: number, werk: (em: InGemeente) => Promise<T>): Promise<T> {
    try {
      return await binnenTijd(this.als(beller, werk), Math.max(uiterlijk - Date.now(), 0));
    } catch (fout) {
      return databaseWegVooraf(fout);
    }
  }

  /** As {@link vooraf}, for questions of which none waits for another: one round trip. */
  async ronde<T extends readonly unknown[]>(
    beller: Beller,
    uiterlijk: number,
    vragen: Vragen<T>,
  ): ReturnType<typeof rondeInGemeente<T>> {
    const { gemeenten } = beller;
    const wie = { gemeenten, voorsprong: this.voorsprong };
    try {
      return await binnenTijd(
        rondeInGemeente<T>(this.pool, wie, vragen),
        Math.max(Math.min(uiterlijk - Date.now(), BINNEN_MS), 0),
      );
    } catch (fout) {
      return databaseWegVooraf(fout);
    }
  }

  async leeft(): Promise<boolean> {
    return binnenTijd(this.pool.query('select 1'), BINNEN_MS).then(
      () => true,
      () => false,
    );
  }
}

/** Turns the absence of the database before an Update into 503 `niet-bewaard`; other errors stay what they are. */
export function databaseWegVooraf(fout: unknown): never {
  if (!isDatabaseWeg(fout)) throw fout;
  throw new Probleem('niet-bewaard', 'De gegevens zijn even niet bereikbaar. Er is niets bewaard.');
}
