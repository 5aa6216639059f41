import type { Rol } from '../../apps/aanmelden/token.js';

/** Iemand uit de demonstratie. De naam is verzonnen en staat nooit in een token. */
export interface DemoGebruiker {
  readonly sub: string;
  readonly naam: string;
  readonly rol: Rol;
  readonly gemeenten: readonly string[];
  readonly kenmerken: readonly string[];
  readonly school?: string;
}

export const HENGELO = '0164';
export const BORNE = '0147';
/** Verzonnen scholen: een BRIN die met 99 begint geeft DUO niet uit. */
export const SCHOOL_HENGELO = '99AA';
export const SCHOOL_BORNE = '99BB';

const sub = (gemeente: string, nummer: number): string =>
  `00000000-${gemeente}-5000-8000-${String(nummer).padStart(12, '0')}`;

/** Alle demonstratiegebruikers: de ene bron voor `npm run token`, het scherm van `npm start` en de demonstratiegegevens. */
export const demoGebruikers: readonly DemoGebruiker[] = [
  {
    sub: sub(HENGELO, 1),
    naam: 'Anouk ter Braak',
    rol: 'leerplichtambtenaar',
    gemeenten: [HENGELO],
    kenmerken: [],
  },
  {
    sub: sub(HENGELO, 2),
    naam: 'Yusuf Demirel',
    rol: 'leerplichtambtenaar',
    gemeenten: [HENGELO],
    kenmerken: ['boa'],
  },
  {
    sub: sub(BORNE, 3),
    naam: 'Marit Oude Lansink',
    rol: 'leerplichtambtenaar',
    gemeenten: [BORNE],
    kenmerken: ['boa'],
  },
  {
    sub: sub(HENGELO, 4),
    naam: 'Ilse Wolthuis',
    rol: 'teamleider',
    gemeenten: [HENGELO, BORNE],
    kenmerken: [],
  },
  {
    sub: sub(HENGELO, 5),
    naam: 'Daan Nijkamp',
    rol: 'doorstroomcoach',
    gemeenten: [HENGELO, BORNE],
    kenmerken: [],
  },
  {
    sub: sub(HENGELO, 6),
    naam: 'Femke Roelofs',
    rol: 'school',
    gemeenten: [HENGELO],
    kenmerken: [],
    school: SCHOOL_HENGELO,
  },
  {
    sub: sub(BORNE, 7),
    naam: 'Bram Leferink',
    rol: 'school',
    gemeenten: [BORNE],
    kenmerken: [],
    school: SCHOOL_BORNE,
  },
  { sub: sub(HENGELO, 8), naam: 'Noor el Amrani', rol: 'arts', gemeenten: [HENGELO, BORNE], kenmerken: [] },
  {
    sub: sub(HENGELO, 9),
    naam: 'Sjoerd Wiegers',
    rol: 'beheerder',
    gemeenten: [HENGELO, BORNE],
    kenmerken: [],
  },
];
