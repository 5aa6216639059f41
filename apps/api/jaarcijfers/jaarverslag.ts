import type { Datum } from '#kalender';
import { leesGemeentenaam, leesGrondslag, telJaar, type Grondslag, type InGemeente } from '#read-model';
import { nietGevonden } from '../http/probleem.js';
import { leesRegio } from '../omgeving/regio.js';
import { teltSpreekuurmeldingen } from './definities.js';
import { maakControles, maakTabellen, type Controle, type Tabel } from './tabellen.js';
import { grenzenVan } from './vormen.js';

/** The figures of one municipality and school year, as they were on `peildatum`. */
export interface Jaarcijfers {
  gemeente: string;
  naam: string;
  /** The RMC region that it belongs to; null when nobody said. */
  regio: { nummer: number; naam: string | null } | null;
  schooljaar: string;
  van: Datum;
  tot: Datum;
  peildatum: Datum;
  /** The school year is not over: the figures still grow. */
  voorlopig: boolean;
  grondslag: { leerplichtigen: number; versie: number } | null;
  tabellen: Tabel[];
  controles: Controle[];
  /** Whether every sum is right. */
  klopt: boolean;
}

/** @throws {Probleem} 404 when the municipality does not work with this installation. */
export async function leesJaarcijfers(
  em: InGemeente,
  gemeente: string,
  schooljaar: string,
): Promise<Jaarcijfers> {
  const naam = await leesGemeentenaam(em, gemeente);
  if (naam === undefined) throw nietGevonden();
  const grenzen = grenzenVan(schooljaar);
  const grondslag = await leesGrondslag(em, gemeente, schooljaar);
  const geteld = await telJaar(em, {
    gemeente,
    ...grenzen,
    metSpreekuurmeldingen: teltSpreekuurmeldingen(schooljaar),
  });
  const controles = maakControles(geteld);
  const regio = await leesRegio(em, gemeente);
  return {
    gemeente,
    naam,
    regio: regio && { nummer: regio.nummer, naam: regio.naam },
    schooljaar,
    ...grenzen,
    peildatum: em.vandaag,
    voorlopig: em.vandaag <= grenzen.tot,
    grondslag: alsGrondslag(grondslag),
    tabellen: maakTabellen(geteld, grondslag, schooljaar),
    controles,
    klopt: controles.every((c) => c.klopt),
  };
}

const alsGrondslag = (g: Grondslag | undefined): Jaarcijfers['grondslag'] =>
  g ? { leerplichtigen: g.leerplichtigen, versie: g.versie } : null;
