import { v5 as uuidv5 } from 'uuid';
import {
  bewaarAfwezigheid,
  isAfwezig,
  leesAanstellingen,
  leesEenAfwezigheid,
  type Aanstelling,
  type AfwezigheidRij,
  type InGemeente,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import { nietGevonden, ongeldig, Probleem } from '../http/probleem.js';
import { sleutelHergebruikt } from '../processen/weigering.js';
import { TOT_VOOR_VAN, type NieuweAfwezigheid, type WijzigAfwezigheid } from './vormen.js';

/** Namespace of the ids of leaves; never changes, for a repeat of a request finds the first by it. */
const AFWEZIGHEDEN = '2f7c1d64-9a0b-5c38-8e51-6f4b0a9d3c17';

/** One's own leave, or as teamleider anybody's. @throws {Probleem} 403 */
export function eisEigenOfTeamleider(beller: Beller, medewerkerId: string): void {
  if (beller.sub !== medewerkerId && !beller.rollen.includes('teamleider'))
    throw new Probleem(
      'geen-recht',
      'U legt alleen uw eigen afwezigheid vast; een teamleider ook die van een ander.',
    );
}

/** Stores a new leave, each request once. @throws {Probleem} 400, 404, 409. */
export async function legVast(
  em: InGemeente,
  beller: Beller,
  medewerkerId: string,
  sleutel: string,
  nieuw: NieuweAfwezigheid,
): Promise<{ afwezigheid: AfwezigheidRij; herhaald: boolean }> {
  const aanstellingen = await leesAanstellingen(em, [medewerkerId, nieuw.vervanger], true);
  const gemeente = gemeenteVan(
    aanstellingen.filter((a) => a.id === medewerkerId && a.actief),
    nieuw.gemeente,
  );
  const afwezigheid: AfwezigheidRij = {
    gemeente_code: gemeente,
    id: uuidv5(JSON.stringify([gemeente, beller.sub, medewerkerId, sleutel]), AFWEZIGHEDEN),
    medewerker_id: medewerkerId,
    vervanger_id: nieuw.vervanger,
    van: nieuw.van,
    tot: nieuw.tot ?? null,
    door: beller.sub,
    vastgelegd_op: em.nu,
  };
  const bekend = await leesEenAfwezigheid(em, afwezigheid.id);
  if (bekend) {
    if (!zelfde(bekend, afwezigheid)) throw sleutelHergebruikt();
    return { afwezigheid: bekend, herhaald: true };
  }
  if (afwezigheid.tot !== null && afwezigheid.tot < em.vandaag)
    throw ongeldig([{ pointer: '/tot', code: 'verleden', melding: 'Deze afwezigheid is al voorbij.' }]);
  await eisMogelijk(em, afwezigheid, aanstellingen);
  await bewaarAfwezigheid(em, afwezigheid);
  return { afwezigheid, herhaald: false };
}

/** Changes a leave: it comes back earlier, later, or another stands in. @throws {Probleem} 400, 409. */
export async function wijzig(
  em: InGemeente,
  beller: Beller,
  oud: AfwezigheidRij,
  w: WijzigAfwezigheid,
): Promise<AfwezigheidRij> {
  const nieuw: AfwezigheidRij = {
    ...oud,
    vervanger_id: w.vervanger ?? oud.vervanger_id,
    van: w.van ?? oud.van,
    tot: w.tot === undefined ? oud.tot : w.tot,
    door: beller.sub,
    vastgelegd_op: em.nu,
  };
  if (nieuw.tot !== null && nieuw.tot < nieuw.van) throw ongeldig([{ pointer: '/tot', ...TOT_VOOR_VAN }]);
  const aanstellingen = await leesAanstellingen(em, [nieuw.medewerker_id, nieuw.vervanger_id], true);
  await eisMogelijk(em, nieuw, aanstellingen);
  await bewaarAfwezigheid(em, nieuw);
  return nieuw;
}

/** In which municipality: the one that is asked for, else the only one in which he works. */
function gemeenteVan(werktIn: readonly Aanstelling[], gevraagd: string | undefined): string {
  const [enige, ...meer] = werktIn;
  if (!enige) throw nietGevonden();
  if (gevraagd === undefined && meer.length > 0)
    throw ongeldig([
      {
        pointer: '/gemeente',
        code: 'verplicht',
        melding:
          'Deze medewerker werkt in meer gemeenten: noem de gemeente, met een vervanger die daar werkt.',
      },
    ]);
  if (gevraagd !== undefined && !werktIn.some((a) => a.gemeente_code === gevraagd)) throw nietGevonden();
  return gevraagd ?? enige.gemeente_code;
}

/** @throws {Probleem} 400 or 409, with why this substitute or this period cannot be. */
async function eisMogelijk(
  em: InGemeente,
  a: AfwezigheidRij,
  aanstellingen: readonly Aanstelling[],
): Promise<void> {
  const tegenVervanger = (code: string, melding: string): Probleem =>
    ongeldig([{ pointer: '/vervanger', code, melding }]);
  if (a.vervanger_id === a.medewerker_id)
    throw tegenVervanger('zelf', 'Wie afwezig is kan niet voor zichzelf waarnemen.');
  const hier = (id: string): Aanstelling | undefined =>
    aanstellingen.find((x) => x.gemeente_code === a.gemeente_code && x.id === id && x.actief);
  const vervanger = hier(a.vervanger_id);
  if (!vervanger) throw tegenVervanger('onbekend', 'Deze vervanger werkt niet in deze gemeente.');
  const rollen = hier(a.medewerker_id)?.rollen ?? [];
  if (!vervanger.rollen.some((r) => rollen.includes(r)))
    throw tegenVervanger('rol', 'Een vervanger heeft dezelfde rol als wie hij vervangt.');
  const periode = { gemeente: a.gemeente_code, van: a.van, tot: a.tot, behalve: a.id };
  if (await isAfwezig(em, { ...periode, medewerkerId: a.medewerker_id }))
    throw new Probleem(
      'actie-niet-mogelijk',
      'Voor (een deel van) deze periode is al afwezigheid vastgelegd.',
    );
  if (await isAfwezig(em, { ...periode, medewerkerId: a.vervanger_id }))
    throw new Probleem(
      'actie-niet-mogelijk',
      'Deze vervanger is in (een deel van) deze periode zelf afwezig.',
    );
}

const zelfde = (a: AfwezigheidRij, b: AfwezigheidRij): boolean =>
  a.medewerker_id === b.medewerker_id &&
  a.vervanger_id === b.vervanger_id &&
  a.van === b.van &&
  a.tot === b.tot;
