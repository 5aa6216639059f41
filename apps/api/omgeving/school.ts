import { kaartDrempel } from '#process';
import type { SchoolRij } from '#read-model';
import { catalogus } from '../instellingen/catalogus.js';
import type { Waarden } from './regio.js';

/** A school as the API shows it, with the settings of its municipality. */
export const toonSchool = (s: SchoolRij, waarden: Waarden): Record<string, unknown> => ({
  gemeente: s.gemeente_code,
  brin: s.brin,
  naam: s.naam,
  contactpersoon: s.contactpersoon,
  ...gegevensVan(s, waarden),
  kalender: { versie: s.kalender_versie, bekendTot: s.kalender_bekend_tot, vakanties: s.vakanties },
});

/** The samenwerkingsverbanden that our sources name (law-and-method, Thuiszitterstafel of Twente). */
const SAMENWERKINGSVERBANDEN: Record<string, string> = { '23-01': 'Twente Noord', '23-02': 'Twente Oost' };

/** What the municipality notes of a school: its kind, its samenwerkingsverband, and the threshold that its kind has. */
function gegevensVan(
  s: Pick<SchoolRij, 'schoolsoort' | 'samenwerkingsverband' | 'gegevens_versie'>,
  waarden: Waarden,
): Record<string, unknown> {
  return {
    versie: s.gegevens_versie,
    schoolsoort: s.schoolsoort,
    samenwerkingsverband: s.samenwerkingsverband && {
      code: s.samenwerkingsverband,
      naam: SAMENWERKINGSVERBANDEN[s.samenwerkingsverband] ?? null,
    },
    aanwezigheidskaart: s.schoolsoort && drempelVan(kaartDrempel(s.schoolsoort), waarden),
  };
}

function drempelVan(naam: string, waarden: Waarden): Record<string, unknown> {
  const def = catalogus.get(naam)!;
  const { waarde, isStandaard } = waarden(naam);
  return { instelling: naam, uren: waarde, isStandaard, onzeker: def.onzeker, bron: def.bron };
}
