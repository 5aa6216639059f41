import type { Beller } from '../auth/beller.js';
import { nietGevonden, ongeldig } from '../http/probleem.js';

/**
 * Of which municipality: the one that is asked for, else the caller's only one.
 * @throws {Probleem} 400 when he has several and names none, 404 when it is not his.
 */
export function gemeenteVan(beller: Beller, gevraagd: string | undefined): string {
  const [enige, ...meer] = beller.gemeenten;
  if (gevraagd === undefined && (enige === undefined || meer.length > 0))
    throw ongeldig([{ pointer: '/gemeente', code: 'verplicht', melding: 'Noem de gemeente.' }]);
  if (gevraagd !== undefined && !beller.gemeenten.includes(gevraagd)) throw nietGevonden();
  return gevraagd ?? enige!;
}
