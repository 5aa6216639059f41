import { plusDagen, plusMaanden, type Datum } from '#kalender';

const VORM = /^([1-9]\d{0,3})([dwmj])$/;

/** The date `sprong` after `vanaf`: days, weeks, months or years, as in 30d, 6w, 3m and 1j. Undefined when it reads otherwise. */
export function vooruitVanaf(vanaf: Datum, sprong: string): Datum | undefined {
  const [, getal, eenheid] = VORM.exec(sprong) ?? [];
  const n = Number(getal);
  switch (eenheid) {
    case 'd':
      return plusDagen(vanaf, n);
    case 'w':
      return plusDagen(vanaf, 7 * n);
    case 'm':
      return plusMaanden(vanaf, n);
    case 'j':
      return plusMaanden(vanaf, 12 * n);
    default:
      return undefined;
  }
}
