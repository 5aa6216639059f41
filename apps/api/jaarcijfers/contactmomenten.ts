import { v5 as uuidv5 } from 'uuid';
import { maakProcessleutel, type Hoofdsleutels } from '#codec';
import {
  bewaarContactmoment,
  leesContactmoment,
  leesJongere,
  leesVerslag,
  type Contactmoment,
  type InGemeente,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import { zichtVan } from '../auth/rechten.js';
import type { Databank } from '../bedrijf/databank.js';
import { nietGevonden, ongeldig, Probleem } from '../http/probleem.js';
import { sleutelHergebruikt } from '../processen/weigering.js';
import type { NieuwContact } from './vormen.js';

/** Namespace of the ids of contact moments; never changes, for a repeat of a request finds the first by it. */
const CONTACT_IDS = 'b1f0a2de-52c4-5e0e-8a3d-0d6a3f1e7c02';

/** A contact moment as its makers know it: with its text. */
export interface Vastgelegd {
  contact: Contactmoment;
  verslag: string | null;
  herhaald: boolean;
}

/** Records contact moments that belong to no process, each once. */
export class Contactmomenten {
  constructor(
    private readonly databank: Databank,
    private readonly hoofdsleutels: Hoofdsleutels,
  ) {}

  /** @throws {Probleem} 400, 404, 409 (the youth has moved, or the key is known with something else). */
  legVast(beller: Beller, sleutel: string, jongereId: string, nieuw: NieuwContact): Promise<Vastgelegd> {
    return this.databank.als(beller, async (em) => {
      const jongere = await leesJongere(em, jongereId, zichtVan(beller));
      if (!jongere) throw nietGevonden();
      if (nieuw.op > em.vandaag)
        throw ongeldig([{ pointer: '/op', code: 'toekomst', melding: 'Deze datum ligt in de toekomst.' }]);
      if (jongere.verhuisd_op !== null && nieuw.op > jongere.verhuisd_op)
        throw new Probleem('actie-niet-mogelijk', 'Deze jongere was toen al verhuisd.');
      return this.bewaar(em, nieuw, {
        gemeente_code: jongere.gemeente_code,
        id: uuidv5(JSON.stringify([jongere.gemeente_code, beller.sub, sleutel]), CONTACT_IDS),
        jongere_id: jongere.id,
        soort: nieuw.soort,
        op: nieuw.op,
        door: beller.sub,
        vastgelegd_op: em.nu,
      });
    });
  }

  private async bewaar(em: InGemeente, nieuw: NieuwContact, contact: Contactmoment): Promise<Vastgelegd> {
    const verslag = nieuw.verslag ?? null;
    const sleutels =
      verslag === null ? undefined : await maakProcessleutel(em, this.hoofdsleutels, contact.id);
    if (await bewaarContactmoment(em, contact, sleutels && { tekst: nieuw.verslag!, sleutels }))
      return { contact, verslag, herhaald: false };
    const bekend = (await leesContactmoment(em, contact.gemeente_code, contact.id))!;
    const zelfde =
      bekend.jongere_id === contact.jongere_id &&
      bekend.soort === contact.soort &&
      bekend.op === contact.op &&
      (bekend.verslag === null) === (verslag === null) &&
      (sleutels === undefined || leesVerslag(bekend, sleutels) === verslag);
    if (!zelfde) throw sleutelHergebruikt();
    return { contact: bekend, verslag, herhaald: true };
  }
}
