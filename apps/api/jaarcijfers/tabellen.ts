import type { Geteld, Grondslag } from '#read-model';
import {
  BRONNEN,
  definitieIn,
  TABELLEN,
  type CijferDef,
  type Definitie,
  type TabelDef,
} from './definities.js';

/** One figure. A cell that says nothing here is null. */
export interface Rij {
  cijfer: string;
  titel: string;
  soort: CijferDef['soort'];
  aantal: number | null;
  /** Unique youths: whoever comes twice counts once, so rows do not add up. */
  jongeren: number | null;
  procent: number | null;
  bron: string;
  definitie: Definitie;
  toelichting: string | null;
}

export interface Tabel extends Pick<TabelDef, 'tabel' | 'titel' | 'eenheid'> {
  rijen: Rij[];
}

/** A sum that must be right: `som` of the rows, `geteld` apart. */
export interface Controle {
  controle: string;
  titel: string;
  som: number;
  geteld: number;
  klopt: boolean;
}

const NIETS = { aantal: 0, jongeren: 0, vanaf18: 0 };

/** Looks up what was counted; what is not there happened to nobody. */
class Tellingen {
  constructor(private readonly geteld: readonly Geteld[]) {}

  van(
    tabel: string,
    bron: string | null = null,
    rij: string | null = null,
  ): Omit<Geteld, 'tabel' | 'bron' | 'rij'> {
    return this.geteld.find((g) => g.tabel === tabel && g.bron === bron && g.rij === rij) ?? NIETS;
  }

  som(tabel: string, rijen: readonly { bron: string; rij: string }[]): number {
    return rijen.reduce((n, r) => n + this.van(tabel, r.bron, r.rij).aantal, 0);
  }
}

/** The share in percent with two decimals, halves up. Source: recomputation of the report (actors-and-figures B3.3). */
export const procentVan = (deel: number, geheel: number): number =>
  Math.round((deel * 10_000) / geheel) / 100;

/** The tables of a school year, out of what was counted. */
export function maakTabellen(
  geteld: readonly Geteld[],
  grondslag: Pick<Grondslag, 'leerplichtigen'> | undefined,
  schooljaar: string,
): Tabel[] {
  const tel = new Tellingen(geteld);
  return TABELLEN.map(({ tabel, titel, eenheid, cijfers }) => ({
    tabel,
    titel,
    eenheid,
    rijen: cijfers
      .filter((c) => c.sinds === undefined || c.sinds <= schooljaar)
      .map((c) => ({
        cijfer: c.cijfer,
        titel: c.titel,
        soort: c.soort,
        aantal: null,
        jongeren: null,
        procent: null,
        bron: BRONNEN[c.bron],
        definitie: definitieIn(c.definities, schooljaar),
        toelichting: null,
        ...waarden(tel, tabel, c, grondslag),
      })),
  }));
}

type Waarden = Partial<Pick<Rij, 'aantal' | 'jongeren' | 'procent' | 'toelichting'>>;

function waarden(
  tel: Tellingen,
  tabel: string,
  c: CijferDef,
  grondslag: Pick<Grondslag, 'leerplichtigen'> | undefined,
): Waarden {
  const geheel = tel.van(tabel);
  switch (c.cijfer) {
    case 'totaal':
      return { aantal: geheel.aantal, jongeren: geheel.jongeren };
    case 'relatief':
      return telbaar(tel.van(tabel, c.bron));
    case 'absoluutEnRelatief':
      return { jongeren: tel.van('beide').jongeren };
    case 'vanaf18':
      return { jongeren: geheel.vanaf18 };
    case 'percentage':
      return percentage(geheel, grondslag?.leerplichtigen);
    default:
      return telbaar(tel.van(tabel, c.bron, c.cijfer));
  }
}

const telbaar = ({ aantal, jongeren }: { aantal: number; jongeren: number }): Waarden => ({
  aantal,
  jongeren,
});

/** As the annual report prints it (settled reading 17): with those of 18 and older above the line, and only younger ones below it. */
function percentage(
  geheel: { jongeren: number; vanaf18: number },
  leerplichtigen: number | undefined,
): Waarden {
  if (leerplichtigen === undefined)
    return {
      toelichting: 'Het aantal leer- en kwalificatieplichtigen van dit schooljaar is nog niet ingevuld.',
    };
  const { jongeren, vanaf18 } = geheel;
  return {
    procent: procentVan(jongeren, leerplichtigen),
    toelichting:
      `${jongeren} van ${leerplichtigen}. De ${jongeren} jongeren zijn ook die van 18 jaar en ouder (${vanaf18} met een melding op of na ` +
      `hun 18e verjaardag), de ${leerplichtigen} zijn allemaal jonger dan 18. Het percentage valt daardoor hoger uit. Zo staat het ook in het jaarverslag.`,
  };
}

/** Every sum of these tables, against what was counted apart. */
export function maakControles(geteld: readonly Geteld[]): Controle[] {
  const tel = new Tellingen(geteld);
  const controle = (naam: string, titel: string, som: number, apart: number): Controle => ({
    controle: naam,
    titel,
    som,
    geteld: apart,
    klopt: som === apart,
  });
  const delen = (tabel: string, bron?: string): { bron: string; rij: string }[] =>
    TABELLEN.find((t) => t.tabel === tabel)!
      .cijfers.filter((c) => c.soort === 'deel' && (bron === undefined || c.bron === bron))
      .map((c) => ({ bron: c.bron, rij: c.cijfer }));
  const relatief = tel.van('verzuim', 'verzuimmelding');
  const absoluut = tel.van('verzuim', 'mas');
  const nietGeteld = geteld.filter((g) => g.tabel === 'nietGeteld').reduce((n, g) => n + g.aantal, 0);
  return [
    controle(
      'ontvangenMeldingen',
      'Alle ontvangen meldingen: relatief verzuim en wat niet meetelt (ingetrokken, voor het spreekuur voor 2024-2025, of als absoluut verzuim uit de processen geteld)',
      relatief.aantal + nietGeteld,
      tel.van('ontvangen').aantal,
    ),
    controle(
      'relatief',
      'Relatief verzuim: de soorten samen',
      tel.som('verzuim', delen('verzuim', 'verzuimmelding')),
      relatief.aantal,
    ),
    controle(
      'jongerenMetVerzuim',
      'Jongeren met verzuim: absoluut en relatief samen, min wie in beide staat',
      absoluut.jongeren + relatief.jongeren - tel.van('beide').jongeren,
      tel.van('verzuim').jongeren,
    ),
    ...TABELLEN.filter((t) => t.cijfers.some((c) => c.cijfer === 'totaal')).map((t) =>
      controle(
        t.tabel,
        `${t.titel}: de rijen samen`,
        tel.som(t.tabel, delen(t.tabel)),
        tel.van(t.tabel).aantal,
      ),
    ),
  ];
}
