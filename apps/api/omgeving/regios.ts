/** What a region agreed on for some years. */
export interface Afspraak {
  naam: string;
  van: number;
  /** The last calendar year. */
  tot: number;
}

/** A group of municipalities within a region. */
export interface Subregio {
  naam: string;
  /** CBS codes. */
  gemeenten: readonly string[];
}

/** An RMC region (Doorstroompunt region), as far as our sources tell. */
export interface Regio {
  nummer: number;
  naam: string;
  contactgemeente: { code: string; naam: string };
  /** How many municipalities it has. */
  gemeenten: number;
  subregios: readonly Subregio[];
  afspraken: readonly Afspraak[];
  /** Where youths without work are helped to it, beside the municipality's own work coach. */
  werkcentrum: string;
  bron: string;
}

/**
 * The regions that a source of ours describes. There are 40; of the others only the number is known, and that is what is shown: a name
 * made up here would be believed. Sources: annual report Leerplicht en Doorstroompunt 2023-2024 of Hengelo and Borne; the number of the region
 * from the Regioatlas.
 */
const REGIOS: readonly Regio[] = [
  {
    nummer: 12,
    naam: 'Twente',
    contactgemeente: { code: '0153', naam: 'Enschede' },
    gemeenten: 14,
    subregios: [{ naam: 'Hengelo', gemeenten: ['0164', '0147', '1735'] }],
    afspraken: [
      // 2020-2024, and one year longer.
      { naam: 'Twentse Belofte', van: 2020, tot: 2025 },
      { naam: 'Twentse Belofte, nieuwe periode', van: 2026, tot: 2029 },
    ],
    werkcentrum: 'Regionaal Werkcentrum',
    bron: 'Jaarverslag Leerplicht en Doorstroompunt 2023-2024 van Hengelo en Borne; nummer: Regioatlas',
  },
];

/** What is known of the region with this number. */
export const regioMet = (nummer: number): Regio | undefined => REGIOS.find((r) => r.nummer === nummer);

/** The region that a source says this municipality belongs to. */
export const regioVanGemeente = (code: string): Regio | undefined =>
  REGIOS.find((r) => r.contactgemeente.code === code || r.subregios.some((s) => s.gemeenten.includes(code)));
