import { maakProcessleutel, type Hoofdsleutels } from '#codec';
import { foutpunt } from '#config';
import {
  aangekomen,
  eerder,
  kaderMerk,
  magOpenen,
  type Antwoord,
  type Kader,
  type Opening,
  type Snapshot,
} from '#process';
import {
  leesAchtergrond,
  leesFeiten,
  leesLevens,
  procesIdVan,
  startGegevens,
  type Achtergrond,
  type InGemeente,
  type Onderwerp,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import { zichtVan } from '../auth/rechten.js';
import type { Databank } from '../bedrijf/databank.js';
import { BINNEN_MS } from '../bedrijf/tijd.js';
import { lees } from '../http/leest.js';
import { nietGevonden, ongeldig, Probleem } from '../http/probleem.js';
import { procestype, startSchema } from './catalogus.js';
import { bewaarTeksten, hashVan } from './invoer.js';
import { Afgelopen, type Motor } from './motor.js';
import { alsProbleem, sleutelHergebruikt } from './weigering.js';

/** What a caller sends to open a process. */
export interface OpenVerzoek {
  procestype: string;
  jongereId: string;
  gegevens: Record<string, unknown>;
}

/** A process and what a request made of it. */
export interface Uitkomst {
  snapshot: Snapshot;
  revisieVanActie: number;
  herhaald: boolean;
}

type Gereed = { klaar: Uitkomst } | { opening: Opening; voorsprong: number };

/** Opens processes, each subject once (see "Exactly once" in the architecture). */
export class Openen {
  constructor(
    private readonly databank: Databank,
    private readonly hoofdsleutels: Hoofdsleutels,
    private readonly motor: Motor,
  ) {}

  /**
   * Opens a process for a youth, or repeats the answer of the same request before.
   * @throws {Probleem} 400, 403, 404, 409 (naming the open one, or the key), 422, 503.
   */
  async open(beller: Beller, sleutel: string, verzoek: OpenVerzoek): Promise<Uitkomst> {
    const uiterlijk = Date.now() + BINNEN_MS;
    const hash = hashVan(beller, 'POST', '/processen', verzoek);
    for (let overgeslagen = 0; ; overgeslagen += 1) {
      const gereed = await this.databank.vooraf(beller, uiterlijk, (em) =>
        this.bereidVoor(em, beller, verzoek, sleutel, hash, overgeslagen),
      );
      if ('klaar' in gereed) return gereed.klaar;
      foutpunt('api.voorOpenen');
      try {
        const { kader } = gereed.opening;
        const antwoord = await this.motor.open(gereed, { sleutel, hash, heeft: kaderMerk(kader) }, uiterlijk);
        foutpunt('api.naOpenen');
        return beoordeeld(antwoord, sleutel, hash, kader);
      } catch (fout) {
        // It ended without our row knowing yet: the next life, or the answer if it was ours.
        if (!(fout instanceof Afgelopen) || overgeslagen >= 3) throw fout;
      }
    }
  }

  /** Everything that opening asks of our own tables, and the texts and the key that it leaves there, in one transaction. */
  private async bereidVoor(
    em: InGemeente,
    beller: Beller,
    verzoek: OpenVerzoek,
    sleutel: string,
    hash: string,
    overgeslagen: number,
  ): Promise<Gereed> {
    const type = procestype(verzoek.procestype);
    if (!type)
      throw ongeldig([{ pointer: '/procestype', code: 'keuze', melding: 'Dit procestype bestaat niet.' }]);
    const d = type.nieuwste;
    if (!d.startDoor.some((rol) => beller.rollen.includes(rol)))
      throw new Probleem(
        'geen-recht',
        d.startDoor.every((rol) => rol === 'systeem')
          ? 'Dit proces opent u niet zelf: het begint vanuit een stap in een ander proces.'
          : 'Uw rol mag dit proces niet openen.',
      );
    const gelezen = lees(startSchema(d), verzoek.gegevens, '/gegevens');
    const achtergrond = await leesAchtergrond(em, verzoek.jongereId);
    if (!achtergrond || !magZien(beller, achtergrond)) throw nietGevonden();
    const invoer = startGegevens(d, gelezen, achtergrond);

    const plek: Onderwerp = {
      gemeente: achtergrond.gemeente,
      procestype: d.key,
      jongereId: verzoek.jongereId,
      onderwerp: d.onderwerp(invoer),
    };
    const levens = await leesLevens(em, plek, sleutel);
    if (levens.vanSleutel) return { klaar: herhaling(levens.vanSleutel, sleutel, hash) };
    if (levens.open) throw bezet(levens.open.id);

    const feiten = await leesFeiten(em, d.startFeiten, {
      ...plek,
      artsId: invoer['artsId'] as string | undefined,
    });
    const [eerste, ...rest] = magOpenen(d, invoer, feiten, achtergrond.kader, em.vandaag);
    if (eerste) throw alsProbleem(eerste, [eerste, ...rest]);

    const id = procesIdVan(plek, levens.afgesloten + 1 + overgeslagen);
    const sleutels = await maakProcessleutel(em, this.hoofdsleutels, id);
    const opening: Opening = {
      ...plek,
      id,
      versie: d.versie,
      gegevens: await bewaarTeksten(em, sleutels, plek.gemeente, d.start, invoer, beller.sub),
      kader: achtergrond.kader,
      behandelaar: achtergrond.contactpersoon,
      feiten,
      wie: { id: beller.sub, rollen: beller.rollen, kenmerken: beller.kenmerken },
      sleutel,
      hash,
    };
    return { opening, voorsprong: em.voorsprong };
  }
}

function magZien(beller: Beller, a: Achtergrond): boolean {
  const zicht = zichtVan(beller);
  return zicht.soort === 'alles' || (zicht.soort === 'school' && zicht.brin === a.brin);
}

/** The reply tells whose request opened it: the caller's own gives his answer, another's is a conflict. */
function beoordeeld(a: Antwoord, sleutel: string, hash: string, kader: Kader): Uitkomst {
  if (a.sleutel !== sleutel) throw bezet(a.snapshot.id);
  if (a.hash !== hash) throw sleutelHergebruikt();
  return { snapshot: aangekomen(a.snapshot, kader), revisieVanActie: a.revisie, herhaald: a.herhaald };
}

function herhaling(s: Snapshot, sleutel: string, hash: string): Uitkomst {
  const bekend = eerder(s, sleutel, hash);
  // A key that opened a process and is forgotten by it (200 actions later) still is not free.
  if (bekend === undefined || bekend === 'anders') throw sleutelHergebruikt();
  return { snapshot: s, revisieVanActie: bekend.revisie, herhaald: true };
}

const bezet = (procesId: string): Probleem =>
  new Probleem('onderwerp-bezet', 'Voor deze jongere loopt hierover al een proces.', { procesId });
