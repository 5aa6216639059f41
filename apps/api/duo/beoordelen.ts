import { setImmediate as adempauze } from 'node:timers/promises';
import type { Hoofdsleutels } from '#codec';
import { datum, verjaardag, type Datum } from '#kalender';
import {
  bsnZoek,
  leesInstellingen,
  leesMeldingen,
  zoekJongerenOpBsn,
  zoekJongerenOpCarelId,
  type InGemeente,
  type JongereOpBsn,
  type MeldingInhoud,
} from '#read-model';
import { lees } from '../http/leest.js';
import { Probleem, type Fout } from '../http/probleem.js';
import type { Bestand, RijFout } from './bestand.js';
import { meldingVorm, type Kolom, type Melding } from './vormen.js';

/** So many rows are judged in one breath; other requests go in between. */
const IN_EEN_ADEM = 250;

/** A report of one row, and the keyed hash of its BSN (hex): the number itself goes no further. */
export interface GelezenRij {
  rij: number;
  melding: Omit<Melding, 'bsn'>;
  bsnHash: string;
}

/** What of the rows can be judged by themselves. */
export async function leesRijen(
  rijen: Bestand['rijen'],
  hoofdsleutels: Hoofdsleutels,
  gemeente: string,
): Promise<{ gelezen: GelezenRij[]; fouten: RijFout[] }> {
  const gelezen: GelezenRij[] = [];
  const fouten: RijFout[] = [];
  for (const [i, { rij, waarden }] of rijen.entries()) {
    if (i % IN_EEN_ADEM === 0) await adempauze();
    try {
      gelezen.push(metHash(rij, lees(meldingVorm, waarden), hoofdsleutels, gemeente));
    } catch (fout) {
      if (!(fout instanceof Probleem)) throw fout;
      for (const { pointer, code, melding } of fout.extra['fouten'] as Fout[])
        fouten.push({ rij, kolom: pointer.slice(1), code, melding });
    }
  }
  return { gelezen, fouten };
}

export function metHash(
  rij: number,
  { bsn, ...melding }: Melding,
  hoofdsleutels: Hoofdsleutels,
  gemeente: string,
): GelezenRij {
  return { rij, melding, bsnHash: bsnZoek(hoofdsleutels, gemeente, bsn).toString('hex') };
}

export interface Oordeel {
  fouten: RijFout[];
  /** What can be stored, with its row; only when there are no errors it is all of them. */
  goed: { rij: number; inhoud: MeldingInhoud }[];
  /** How many stand here already, just so. */
  bekend: number;
  /** The youths that were found, also those of rows with an error. */
  jongeren: string[];
  /** Carel-ids that youths without one get, by youth. */
  carelIds: ReadonlyMap<string, string>;
}

/** What of the rows our own tables must say. */
export async function beoordeel(
  em: InGemeente,
  gemeente: string,
  rijen: readonly GelezenRij[],
): Promise<Oordeel> {
  const jongeren = new Map(
    (await zoekJongerenOpBsn(em, gemeente, [...new Set(rijen.map((r) => r.bsnHash))])).map((j) => [
      j.hash,
      j,
    ]),
  );
  const nummers = rijen.map((r) => r.melding.meldingnummer);
  const bekenden = new Map((await leesMeldingen(em, gemeente, nummers)).map((m) => [m.meldingnummer, m]));
  const waarden = await leesInstellingen(em, gemeente);
  const schrikkeldag = waarden['schrikkeldag'] === '28 februari' ? '28 februari' : '1 maart';
  const minderjarig = (geboren: Datum): boolean => verjaardag(geboren, 18, schrikkeldag) > em.vandaag;

  const gezien = new Set<string>();
  const carel = await carelKeuring(em, gemeente, rijen);
  const uit: Oordeel = {
    carelIds: carel.nieuw,
    fouten: [],
    goed: [],
    bekend: 0,
    jongeren: [...jongeren.values()].map((j) => j.id),
  };
  for (const { rij, melding, bsnHash } of rijen) {
    const tegen: RijFout[] = [];
    const fout = (kolom: Kolom, code: string, tekst: string): void =>
      void tegen.push({ rij, kolom, code, melding: tekst });
    if (melding.ontvangenOp > em.vandaag) fout('ontvangenOp', 'toekomst', 'Deze dag ligt in de toekomst.');
    if (gezien.has(melding.meldingnummer))
      fout('meldingnummer', 'dubbel', 'Dit meldingnummer staat al eerder in het bestand.');
    gezien.add(melding.meldingnummer);
    const jongere = jongeren.get(bsnHash);
    if (!jongere)
      fout(
        'bsn',
        'jongere-onbekend',
        'Deze jongere is in deze gemeente niet bekend. Leg de jongere eerst vast.',
      );
    else {
      if (melding.geboortedatum !== undefined && melding.geboortedatum !== jongere.geboortedatum)
        fout(
          'geboortedatum',
          'anders',
          'De jongere met dit burgerservicenummer heeft een andere geboortedatum.',
        );
      if (melding.carelId !== undefined && !carel.past(jongere, melding.carelId))
        fout('carelId', 'anders', 'De jongere met dit burgerservicenummer heeft een ander Carel-id.');
      if (jongere.verhuisd_op !== null && melding.ontvangenOp > jongere.verhuisd_op)
        fout('bsn', 'verhuisd', 'Deze jongere is verhuisd. De melding is voor de nieuwe gemeente.');
      if (melding.soort === 'achttienPlus' && minderjarig(datum(jongere.geboortedatum)))
        fout('soort', 'leeftijd', 'Deze jongere is nog geen 18 jaar.');
      const inhoud = inhoudVan(melding, jongere.id);
      const eerder = bekenden.get(melding.meldingnummer);
      if (eerder && !zelfde(inhoud, eerder))
        fout(
          'meldingnummer',
          'melding-bestaat',
          'Deze melding is al bekend met andere gegevens. Haal de rij weg, of herstel haar.',
        );
      if (tegen.length === 0) {
        uit.goed.push({ rij, inhoud });
        if (eerder) uit.bekend += 1;
      }
    }
    uit.fouten.push(...tegen);
  }
  return uit;
}

/** Judges Carel-ids: of one youth each, and each youth one; also within the rows themselves. */
async function carelKeuring(
  em: InGemeente,
  gemeente: string,
  rijen: readonly GelezenRij[],
): Promise<{
  past: (jongere: JongereOpBsn, carelId: string) => boolean;
  nieuw: ReadonlyMap<string, string>;
}> {
  const ids = new Set(rijen.flatMap((r) => r.melding.carelId ?? []));
  const van = new Map((await zoekJongerenOpCarelId(em, gemeente, [...ids])).map((j) => [j.carel_id, j.id]));
  const nieuw = new Map<string, string>();
  return {
    nieuw,
    past(jongere, carelId) {
      const eigen = jongere.carel_id ?? nieuw.get(jongere.id);
      if (eigen !== undefined) return eigen === carelId;
      if (van.has(carelId)) return false;
      van.set(carelId, jongere.id);
      nieuw.set(jongere.id, carelId);
      return true;
    },
  };
}

const inhoudVan = (m: Omit<Melding, 'bsn'>, jongereId: string): MeldingInhoud => ({
  meldingnummer: m.meldingnummer,
  jongere_id: jongereId,
  soort: m.soort,
  verzuim_vanaf: m.verzuimVanaf ?? null,
  verzuim_tot: m.verzuimTot ?? null,
  zestien_uur_op: m.zestienUurOp ?? null,
  uren: m.uren ?? null,
  aantal_te_laat: m.aantalTeLaat ?? null,
  brin: m.brin ?? null,
  spreekuur: m.spreekuur ?? false,
  ontvangen_op: m.ontvangenOp,
});

const zelfde = (a: MeldingInhoud, b: MeldingInhoud): boolean =>
  (Object.keys(a) as (keyof MeldingInhoud)[]).every((veld) => a[veld] === b[veld]);
