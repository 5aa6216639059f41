import {
  isSchool,
  leesJongere,
  openeProcessen,
  wijzigJongere,
  type InGemeente,
  type JongereRij,
  type JongereWijziging,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import { zichtVan } from '../auth/rechten.js';
import type { Databank } from '../bedrijf/databank.js';
import { nietGevonden, ongeldig, Probleem, type Fout } from '../http/probleem.js';
import { verouderd } from '../http/versie.js';
import type { Klussen } from '../klussen/klussen.js';
import { leeftijdFouten, metVrijCarelId } from './vastleggen.js';
import type { Wijziging } from './vormen.js';

/** What a process must hear of, by name: the work of `activities/klus/jongere-gewijzigd.ts`. */
type Nieuws = 'geboortedatum' | 'school' | 'startkwalificatie' | 'verhuisd';

/**
 * Changes a youth. The row and what the processes must hear are stored in one transaction; a run then tells each open process, and goes on
 * where it was after whatever stops it.
 */
export class Wijzigen {
  constructor(
    private readonly databank: Databank,
    private readonly klussen: Klussen,
  ) {}

  /**
   * @param versie the version that the caller saw.
   * @throws {Probleem} 400, 404, 409 (moved already), 412.
   */
  async wijzig(
    beller: Beller,
    id: string,
    versie: number,
    w: Wijziging,
  ): Promise<{ rij: JongereRij; klusId: string | null }> {
    const uit = await this.databank.als(beller, async (em) => {
      const oud = await leesJongere(em, id, zichtVan(beller));
      if (!oud) throw nietGevonden();
      if (oud.verhuisd_op !== null)
        throw new Probleem('actie-niet-mogelijk', 'Deze jongere is verhuisd; hier wijzigt niets meer.');
      if (oud.versie !== versie) throw verouderd();
      const fouten = await foutenIn(em, oud, w);
      if (fouten.length > 0) throw ongeldig(fouten);
      const wijziging = rijWijziging(em, w);
      if (!(await metVrijCarelId(() => wijzigJongere(em, oud, wijziging)))) throw verouderd();
      const rij: JongereRij = { ...oud, ...wijziging, versie: versie + 1 };
      const regels = await this.regelsVoor(em, oud, w);
      if (regels.length === 0) return { rij, klusId: null };
      const { id: klusId } = await this.klussen.bewaar(em, {
        gemeente: oud.gemeente_code,
        soort: 'jongereGewijzigd',
        gegevens: { jongereId: id, ...(w.gemeente && { naarGemeente: w.gemeente }) },
        kenmerk: `${id}.${versie}`,
        door: beller.sub,
        regels,
      });
      return { rij, klusId };
    });
    if (uit.klusId) await this.klussen.begin(beller, uit.rij.gemeente_code, uit.klusId);
    return uit;
  }

  /** A row for each open process and each piece of news; for a move one row even when nothing runs, because the youth goes along. */
  private async regelsVoor(
    em: InGemeente,
    oud: JongereRij,
    w: Wijziging,
  ): Promise<Record<string, unknown>[]> {
    const nieuws: Nieuws[] = [];
    if (w.geboortedatum !== undefined && w.geboortedatum !== oud.geboortedatum) nieuws.push('geboortedatum');
    if (w.brin !== undefined && w.brin !== oud.brin) nieuws.push('school');
    if (w.startkwalificatieOp && oud.startkwalificatie_op === null) nieuws.push('startkwalificatie');
    if (w.gemeente !== undefined) nieuws.push('verhuisd');
    if (nieuws.length === 0) return [];
    const processen = await openeProcessen(em, oud.gemeente_code, oud.id);
    const regels = processen.flatMap((proces) => nieuws.map((wat) => ({ wat, proces })));
    return w.gemeente !== undefined && processen.length === 0 ? [{ wat: 'verhuisd' }] : regels;
  }
}

/** The fields of the row; a name left out stays as it is. */
function rijWijziging(em: InGemeente, w: Wijziging): JongereWijziging {
  const velden = {
    voornamen: w.voornamen?.normalize('NFC'),
    achternaam: w.achternaam?.normalize('NFC'),
    geboortedatum: w.geboortedatum,
    brin: w.brin,
    kwetsbaar: w.kwetsbaar,
    carel_id: w.carelId,
    uitstroom: w.uitstroom === null ? null : w.uitstroom?.soort,
    uitstroom_op: w.uitstroom === null ? null : w.uitstroom?.op,
    startkwalificatie_op: w.startkwalificatieOp,
    verhuisd_op: w.gemeente === undefined ? undefined : em.vandaag,
  };
  return Object.fromEntries(Object.entries(velden).filter(([, v]) => v !== undefined));
}

async function foutenIn(em: InGemeente, oud: JongereRij, w: Wijziging): Promise<Fout[]> {
  const fouten = w.geboortedatum === undefined ? [] : leeftijdFouten(w.geboortedatum, em.vandaag);
  if (w.brin && !(await isSchool(em, oud.gemeente_code, w.brin)))
    fouten.push({ pointer: '/brin', code: 'onbekend', melding: 'Deze school is hier niet bekend.' });
  if (w.startkwalificatieOp && w.startkwalificatieOp > em.vandaag)
    fouten.push({
      pointer: '/startkwalificatieOp',
      code: 'toekomst',
      melding: 'Deze datum ligt in de toekomst.',
    });
  if (w.uitstroom && w.uitstroom.op > em.vandaag)
    fouten.push({ pointer: '/uitstroom/op', code: 'toekomst', melding: 'Deze datum ligt in de toekomst.' });
  if (w.gemeente === oud.gemeente_code)
    fouten.push({ pointer: '/gemeente', code: 'keuze', melding: 'De jongere woont al in deze gemeente.' });
  return fouten;
}
