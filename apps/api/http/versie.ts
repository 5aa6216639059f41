import { Probleem } from './probleem.js';

const ETAG = /^"(\d{1,9})"$/;

/** The ETag of a version. */
export const etagVan = (versie: number): string => `"${versie}"`;

/**
 * The version that the caller saw, out of his If-Match.
 * @throws {Probleem} 428 when it is absent, 412 when it is none of ours.
 */
export function leesVersie(kop: string | string[] | undefined): number {
  if (kop === undefined)
    throw new Probleem('versie-ontbreekt', 'Stuur in de kop If-Match de ETag mee van wat u hebt gelezen.');
  const versie = ETAG.exec(String(kop))?.[1];
  if (versie === undefined) throw verouderd();
  return Number(versie);
}

/** Somebody else changed it since. */
export const verouderd = (): Probleem =>
  new Probleem('versie-verouderd', 'Dit is intussen gewijzigd. Lees het opnieuw en herhaal uw wijziging.');
