import { datumInWoorden, plusDagen, plusMaanden, type Datum } from '#kalender';
import { eis, gemeentelijk, wet, type Context, type Eis } from '#process';

/** What the checks read from a process of type civiel. */
export interface Dossier {
  otsTot?: Datum;
}
const BW = 'Burgerlijk Wetboek Boek 1';

/** The last day of a year that begins on `vanaf`; from 29 February it is 28 February. */
const laatsteDagVanJaar = (vanaf: Datum): Datum => {
  const jaarLater = plusMaanden(vanaf, 12);
  return jaarLater.slice(8) === vanaf.slice(8) ? plusDagen(jaarLater, -1) : jaarLater;
};

/** The judge sets the length, a year at most. */
export const otsHoogstensEenJaar = eis<{ otsVanaf: Datum; otsTot: Datum }>({
  naam: 'otsHoogstensEenJaar',
  grondslag: wet(BW, '258'),
  melding: ({ invoer: { otsVanaf } }) =>
    `De laatste dag ligt niet voor de eerste en is uiterlijk ${datumInWoorden(laatsteDagVanJaar(otsVanaf))}: een ondertoezichtstelling duurt hoogstens een jaar.`,
  als: ({ invoer: { otsVanaf, otsTot } }) => otsTot >= otsVanaf && otsTot <= laatsteDagVanJaar(otsVanaf),
});

/** Each extension follows on the period before it, and is a year at most. */
export const verlengingHoogstensEenJaar = eis<{ otsTot: Datum }, Dossier>({
  naam: 'verlengingHoogstensEenJaar',
  grondslag: wet(BW, '260'),
  melding: ({ gegevens: { otsTot } }) =>
    `De nieuwe einddatum ligt na ${datumInWoorden(otsTot!)} en niet later dan ${datumInWoorden(laatsteDagVanJaar(plusDagen(otsTot!, 1)))}: een verlenging duurt hoogstens een jaar.`,
  als: ({ invoer, gegevens: { otsTot } }) =>
    otsTot !== undefined &&
    invoer.otsTot > otsTot &&
    invoer.otsTot <= laatsteDagVanJaar(plusDagen(otsTot, 1)),
});

/** What is recorded has happened. */
export const gebeurd = <V extends string>(veld: V): Eis<Context<Record<V, Datum>>> => ({
  naam: 'gebeurd',
  grondslag: gemeentelijk('iets wordt vastgelegd nadat het is gebeurd'),
  melding: 'De datum ligt in de toekomst. Leg dit vast nadat het is gebeurd.',
  als: (c) => c.invoer[veld] <= c.vandaag,
});
