import type { Rol } from '../../apps/aanmelden/token.js';

/** Somebody from the demonstration. The name is invented and never stands in a token. */
export interface DemoGebruiker {
  readonly sub: string;
  readonly naam: string;
  readonly rol: Rol;
  readonly gemeenten: readonly string[];
  readonly kenmerken: readonly string[];
  readonly school?: string;
}

/** Where somebody of the demonstration is mailed; the domain is nobody's. */
export const mailadresVan = ({ naam }: Pick<DemoGebruiker, 'naam'>): string =>
  `${naam.toLowerCase().replaceAll(' ', '.')}@voorbeeld.test`;
/** The mailbox of the team of the demonstration. */
export const POSTBUS = 'team@voorbeeld.test';

export const HENGELO = '0164';
export const BORNE = '0147';
export const GEMEENTEN: Readonly<Record<string, string>> = { [HENGELO]: 'Hengelo', [BORNE]: 'Borne' };
/** Invented schools: DUO issues no BRIN that begins with 99. */
export const SCHOOL_HENGELO = '99AA';
export const SCHOOL_BORNE = '99BB';
export const PRAKTIJKSCHOOL_HENGELO = '99CC';
export const BASISSCHOOL_HENGELO = '99DD';
export const BASISSCHOOL_BORNE = '99EE';

const sub = (gemeente: string, nummer: number): string =>
  `00000000-${gemeente}-5000-8000-${String(nummer).padStart(12, '0')}`;

/** All demonstration users: the one source for `npm run token`, the screen of `npm start` and the demonstration data. */
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
