import { BORNE, HENGELO } from '../../infra/local/demo-gebruikers.js';

/** How often each kind of thing happened in a school year in one municipality. */
export interface Jaartelling {
  leerplichtigen: number;
  absoluut: number;
  zestienUurTot18: number;
  zestienUurVanaf18: number;
  achttienPlus: number;
  overig: number;
  luxe: number;
  /** Unique youths with a report of relative absence. */
  jongerenRelatief: number;
  spreekuur: number;
  telefonisch: number;
  pvRelatief: number;
  pvLuxe: number;
  halt: number;
  art5onderA: number;
  art5onderB: number;
  art5onderC: number;
  art15: number;
  tafel: number;
}

/** The only school year of which the counts are known. */
export const SCHOOLJAAR = '2023-2024';

/**
 * The counts of the annual report 2023-2024 (actors-and-figures.md B2). Three are ours, because the report does not give them (docs/simulatie.md):
 * how the preventive incidents fall apart in spreekuur and telephone, how the 16 youths at the tafel of the whole region fall apart in two of
 * its municipalities, and the youths of Borne: 93 reports cannot be about 105 of them.
 */
export const JAARVERSLAG: Readonly<Record<string, Jaartelling>> = {
  [HENGELO]: {
    leerplichtigen: 10_712,
    absoluut: 7,
    zestienUurTot18: 222,
    zestienUurVanaf18: 28,
    achttienPlus: 38,
    overig: 176,
    luxe: 21,
    jongerenRelatief: 453,
    spreekuur: 234,
    telefonisch: 156,
    pvRelatief: 11,
    pvLuxe: 4,
    halt: 5,
    art5onderA: 15,
    art5onderB: 10,
    art5onderC: 4,
    art15: 1,
    tafel: 13,
  },
  [BORNE]: {
    leerplichtigen: 3_696,
    absoluut: 2,
    zestienUurTot18: 65,
    zestienUurVanaf18: 7,
    achttienPlus: 0,
    overig: 21,
    luxe: 0,
    jongerenRelatief: 93,
    spreekuur: 55,
    telefonisch: 36,
    pvRelatief: 1,
    pvLuxe: 0,
    halt: 3,
    art5onderA: 4,
    art5onderB: 0,
    art5onderC: 0,
    art15: 1,
    tafel: 3,
  },
};

export const relatief = (t: Jaartelling): number =>
  t.zestienUurTot18 + t.zestienUurVanaf18 + t.achttienPlus + t.overig + t.luxe;

/** The same year in small: of whatever happened at least one remains. `deel` 1 leaves it as it is. */
export function verklein(t: Jaartelling, deel: number): Jaartelling {
  const klein = Object.fromEntries(
    Object.entries(t).map(([naam, n]) => [naam, Math.ceil(n * deel)]),
  ) as unknown as Jaartelling;
  // As many reports a youth as in the whole year.
  klein.jongerenRelatief = Math.round((relatief(klein) * t.jongerenRelatief) / relatief(t));
  return klein;
}

/** What the annual figures must say of a municipality: 'table.figure' with the number, and the youths where the report counts them. */
export function verwacht(t: Jaartelling): Record<string, string> {
  const cijfers: Record<string, [aantal: number, jongeren?: number]> = {
    'verzuim.absoluut': [t.absoluut, t.absoluut],
    'verzuim.relatief': [relatief(t), t.jongerenRelatief],
    'verzuim.zestienUurTot18': [t.zestienUurTot18],
    'verzuim.zestienUurVanaf18': [t.zestienUurVanaf18],
    'verzuim.achttienPlus': [t.achttienPlus],
    'verzuim.langdurig': [0],
    'verzuim.overig': [t.overig],
    'verzuim.luxe': [t.luxe],
    'verzuim.totaal': [t.absoluut + relatief(t), t.absoluut + t.jongerenRelatief],
    'incidenten.spreekuur': [t.spreekuur],
    'incidenten.telefonisch': [t.telefonisch],
    'incidenten.totaal': [t.spreekuur + t.telefonisch],
    'juridisch.pv-relatief': [t.pvRelatief],
    'juridisch.pv-absoluut': [0],
    'juridisch.pv-luxe': [t.pvLuxe],
    'juridisch.halt': [t.halt],
    'juridisch.totaal': [t.pvRelatief + t.pvLuxe + t.halt],
    'vrijstellingen.art5onderA': [t.art5onderA],
    'vrijstellingen.art5onderB': [t.art5onderB],
    'vrijstellingen.art5onderC': [t.art5onderC],
    'vrijstellingen.art15': [t.art15],
    'vrijstellingen.totaal': [t.art5onderA + t.art5onderB + t.art5onderC + t.art15],
    'thuiszitterstafel.aangemeld': [t.tafel, t.tafel],
    'thuiszitterstafel.besproken': [t.tafel, t.tafel],
  };
  return Object.fromEntries(
    Object.entries(cijfers).map(([naam, [n, jongeren]]) => [
      naam,
      jongeren === undefined ? `${n}` : `${n} over ${jongeren} jongeren`,
    ]),
  );
}
