import type { Datum } from '#kalender';
import type { Context, Overgang, Termijn } from '#process';
import type { acties, GROND } from './acties.v2.js';

export type Grond = (typeof GROND)[number];
/** The states of a kennisgeving are those of version 1, and a check of their own for b and c; an aanvraag has its own states. */
export type Toestand =
  | 'kennisgevingOntvangen'
  | 'aanvullingGevraagd'
  | 'adviesAanTeVragen'
  | 'bijDeArts'
  | 'toets'
  | 'toetsRichting'
  | 'toetsBuitenland'
  | 'bevestigd'
  | 'geldig'
  | 'verlengingOpen'
  | 'aanvraagOntvangen'
  | 'aanvraagAanvulling'
  | 'inBehandeling'
  | 'inBehandelingVervangend'
  | 'toekenningBesloten'
  | 'afwijzingBesloten'
  | 'toegekend'
  | 'vanKracht'
  | 'bezwaartermijn'
  | 'bezwaar'
  | 'nietVoldaan'
  | 'afgewezen'
  | 'verlopen'
  | 'beeindigd';
export type ActieNaam = keyof typeof acties;

/** What guards, ways and terms read. A type and no interface, so that guards which read nothing fit too. */
export type Dossier = {
  grond: Grond;
  kennisgevingOp: Datum;
  leerplichtigOp?: Datum;
  leerplichtTot?: Datum;
  achttienOp: Datum;
  oordeel: 'ongeschikt' | 'geschikt' | 'nooitGeschikt';
  getekendOp: Datum;
  bedenkingen: boolean;
  eerderGeplaatst: boolean;
  geplaatstTotEnMet: Datum;
  ingeschreven: boolean;
  bezoektGeregeld: boolean;
  bevoegdGezagAkkoord: boolean;
  besluitOp: Datum;
  bekendgemaaktOp: Datum;
  ontvangenOp: Datum;
  commissie: boolean;
  geldigVanaf: Datum;
  geldigTot: Datum;
};
export type C<I = Record<string, unknown>> = Context<I, Dossier>;
export type Weg<I = Record<string, unknown>> = Overgang<Toestand, C<I>, ActieNaam>;

type Datumveld =
  | 'leerplichtigOp'
  | 'kennisgevingOp'
  | 'achttienOp'
  | 'getekendOp'
  | 'geldigVanaf'
  | 'geldigTot'
  | 'besluitOp'
  | 'bekendgemaaktOp';
/** Terms in a file of their own, checked as in the table itself. */
export const termijnen = <const T extends string>(
  t: (Termijn<Toestand, ActieNaam, Datumveld, C> & { naam: T })[],
): typeof t => t;
