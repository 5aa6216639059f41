import type { Jaarcijfers } from './jaarverslag.js';

/** What a cell of a sheet holds; null is empty. */
export type Cel = string | number | null;
export interface Blad {
  naam: string;
  kop: string[];
  rijen: Cel[][];
}

/** What a spreadsheet takes for the beginning of a formula, also in full width, or skips before it (OWASP, CSV injection). */
const BEGIN_VAN_FORMULE = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet will compute: an apostrophe says that it is a text. */
export const zonderFormule = (tekst: string): string => (BEGIN_VAN_FORMULE.test(tekst) ? `'${tekst}` : tekst);

const janee = (waar: boolean): string => (waar ? 'ja' : 'nee');

/** The figures as sheets: one line a figure, with all that one needs to know of it on that line. */
export function maakBladen(j: Jaarcijfers): [cijfers: Blad, controles: Blad] {
  const vooraf = [j.gemeente, j.naam, j.schooljaar, j.peildatum, janee(j.voorlopig)];
  const regio = j.regio && [j.regio.nummer, j.regio.naam].filter((x) => x !== null).join(' ');
  const kop = ['gemeente', 'naam', 'schooljaar', 'peildatum', 'voorlopig'];
  return [
    {
      naam: 'Cijfers',
      kop: [
        ...kop,
        'tabel',
        'cijfer',
        'titel',
        'aantal',
        'eenheid',
        'jongeren',
        'procent',
        'bron',
        'definitieversie',
        'definitie',
        'toelichting',
        'regio',
      ],
      rijen: j.tabellen.flatMap((t) =>
        t.rijen.map((r) => [
          ...vooraf,
          t.titel,
          r.cijfer,
          r.titel,
          r.aantal,
          r.aantal === null ? null : t.eenheid,
          r.jongeren,
          r.procent,
          r.bron,
          r.definitie.versie,
          r.definitie.tekst,
          r.toelichting,
          regio,
        ]),
      ),
    },
    {
      naam: 'Controles',
      kop: [...kop, 'controle', 'titel', 'som', 'geteld', 'klopt'],
      rijen: j.controles.map((c) => [...vooraf, c.controle, c.titel, c.som, c.geteld, janee(c.klopt)]),
    },
  ];
}
