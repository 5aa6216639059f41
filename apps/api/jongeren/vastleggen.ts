import { randomUUID } from 'node:crypto';
import type { Hoofdsleutels } from '#codec';
import { plusMaanden, type Datum } from '#kalender';
import {
  bewaarJongere,
  bsnZoek,
  isCarelIdBezet,
  isSchool,
  NIEUWE_JONGERE,
  versleutelBsn,
  zoekOpBsn,
  type JongereRij,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import type { Databank } from '../bedrijf/databank.js';
import { ongeldig, Probleem, type Fout } from '../http/probleem.js';
import type { NieuweJongere } from './vormen.js';

/** Ages that leerplicht and Doorstroompunt work with; whoever is younger or older is a typing error. */
const LEEFTIJD = { van: 3, tot: 27 };

/** Records youths, each BSN once per municipality. */
export class Vastleggen {
  constructor(
    private readonly databank: Databank,
    private readonly hoofdsleutels: Hoofdsleutels,
  ) {}

  /** @throws {Probleem} 400; 409 naming the youth with this BSN. */
  async legVast(beller: Beller, nieuw: NieuweJongere): Promise<JongereRij> {
    const { gemeente, bsn } = nieuw;
    if (!beller.gemeenten.includes(gemeente))
      throw ongeldig([{ pointer: '/gemeente', code: 'keuze', melding: 'U werkt niet voor deze gemeente.' }]);
    return this.databank.als(
      beller,
      async (em) => {
        const fouten = leeftijdFouten(nieuw.geboortedatum, em.vandaag);
        if (nieuw.brin !== undefined && !(await isSchool(em, gemeente, nieuw.brin)))
          fouten.push({ pointer: '/brin', code: 'onbekend', melding: 'Deze school is hier niet bekend.' });
        if (fouten.length > 0) throw ongeldig(fouten);
        const id = randomUUID();
        const bsn_zoek = bsnZoek(this.hoofdsleutels, gemeente, bsn);
        const rij: JongereRij = {
          gemeente_code: gemeente,
          id,
          bsn: versleutelBsn(this.hoofdsleutels, gemeente, id, bsn),
          voornamen: nieuw.voornamen.normalize('NFC'),
          achternaam: nieuw.achternaam.normalize('NFC'),
          geboortedatum: nieuw.geboortedatum,
          brin: nieuw.brin ?? null,
          ...NIEUWE_JONGERE,
          carel_id: nieuw.carelId ?? null,
        };
        if (await metVrijCarelId(() => bewaarJongere(em, { ...rij, bsn_zoek }))) return rij;
        const [bestaand] = await zoekOpBsn(em, new Map([[gemeente, bsn_zoek]]));
        throw new Probleem('jongere-bestaat', 'Een jongere met dit burgerservicenummer is al vastgelegd.', {
          jongereId: bestaand?.id,
        });
      },
      gemeente,
    );
  }
}

/**
 * Does `werk`, which writes a youth.
 * @throws {Probleem} 400 when another youth of the municipality has his Carel-id; then the transaction is lost.
 */
export async function metVrijCarelId<T>(werk: () => Promise<T>): Promise<T> {
  try {
    return await werk();
  } catch (fout) {
    if (!isCarelIdBezet(fout)) throw fout;
    throw ongeldig([
      { pointer: '/carelId', code: 'bezet', melding: 'Een andere jongere heeft dit Carel-id al.' },
    ]);
  }
}

/** Why this cannot be the birth date of somebody we work for. */
export function leeftijdFouten(geboren: Datum, vandaag: Datum): Fout[] {
  if (geboren > vandaag)
    return [{ pointer: '/geboortedatum', code: 'toekomst', melding: 'Deze datum ligt in de toekomst.' }];
  const past =
    plusMaanden(vandaag, -12 * LEEFTIJD.van) >= geboren &&
    plusMaanden(vandaag, -12 * LEEFTIJD.tot) <= geboren;
  if (past) return [];
  const melding = `De leeftijd moet tussen ${LEEFTIJD.van} en ${LEEFTIJD.tot} jaar liggen.`;
  return [{ pointer: '/geboortedatum', code: 'leeftijd', melding }];
}
