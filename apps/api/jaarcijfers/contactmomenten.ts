import { v5 as uuidv5 } from 'uuid';
import { maakProcessleutel, type Hoofdsleutels } from '#codec';
import {
  bewaarContactmoment,
  isSchool,
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
import type { NieuwContact, NieuwSchoolcontact } from './vormen.js';

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
      eisVerleden(em, nieuw.op);
      if (jongere.verhuisd_op !== null && nieuw.op > jongere.verhuisd_op)
        throw new Probleem('actie-niet-mogelijk', 'Deze jongere was toen al verhuisd.');
      return this.bewaar(em, nieuw, {
        gemeente_code: jongere.gemeente_code,
        id: uuidv5(JSON.stringify([jongere.gemeente_code, beller.sub, sleutel]), CONTACT_IDS),
        jongere_id: jongere.id,
        brin: null,
        groep: null,
        ...watVan(em, beller, nieuw),
      });
    });
  }

  /**
   * As {@link legVast}, about a school or one of its groups.
   * @throws {Probleem} 400, 404, 409 (the key is known with something else).
   */
  legVastBijSchool(
    beller: Beller,
    sleutel: string,
    school: { gemeente: string; brin: string },
    nieuw: NieuwSchoolcontact,
  ): Promise<Vastgelegd> {
    const { gemeente, brin } = school;
    return this.databank.als(
      beller,
      async (em) => {
        if (!(await isSchool(em, gemeente, brin))) throw nietGevonden();
        eisVerleden(em, nieuw.op);
        return this.bewaar(em, nieuw, {
          gemeente_code: gemeente,
          id: uuidv5(JSON.stringify([gemeente, beller.sub, sleutel]), CONTACT_IDS),
          jongere_id: null,
          brin,
          groep: nieuw.groep ?? null,
          ...watVan(em, beller, nieuw),
        });
      },
      gemeente,
    );
  }

  private async bewaar(
    em: InGemeente,
    nieuw: { verslag?: string | undefined },
    contact: Contactmoment,
  ): Promise<Vastgelegd> {
    const verslag = nieuw.verslag ?? null;
    const sleutels =
      verslag === null ? undefined : await maakProcessleutel(em, this.hoofdsleutels, contact.id);
    if (await bewaarContactmoment(em, contact, sleutels && { tekst: nieuw.verslag!, sleutels }))
      return { contact, verslag, herhaald: false };
    const bekend = (await leesContactmoment(em, contact.gemeente_code, contact.id))!;
    const zelfde =
      bekend.jongere_id === contact.jongere_id &&
      bekend.brin === contact.brin &&
      bekend.groep === contact.groep &&
      bekend.deelnemers.join() === contact.deelnemers.join() &&
      bekend.soort === contact.soort &&
      bekend.op === contact.op &&
      (bekend.verslag === null) === (verslag === null) &&
      (sleutels === undefined || leesVerslag(bekend, sleutels) === verslag);
    if (!zelfde) throw sleutelHergebruikt();
    return { contact: bekend, verslag, herhaald: true };
  }
}

function eisVerleden(em: InGemeente, op: string): void {
  if (op > em.vandaag)
    throw ongeldig([{ pointer: '/op', code: 'toekomst', melding: 'Deze datum ligt in de toekomst.' }]);
}

/** What was noted, by whom and when. Who was there is a set: in one order, so that a repeat is recognised. */
const watVan = (
  em: InGemeente,
  beller: Beller,
  nieuw: NieuwContact | NieuwSchoolcontact,
): Pick<Contactmoment, 'soort' | 'op' | 'deelnemers' | 'door' | 'vastgelegd_op'> => ({
  soort: nieuw.soort,
  op: nieuw.op,
  deelnemers: [...(nieuw.deelnemers ?? [])].sort(),
  door: beller.sub,
  vastgelegd_op: em.nu,
});
