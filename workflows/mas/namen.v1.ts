import type { Datum } from '#kalender';
import type { Context, Overgang } from '#process';
import type { routeActies, werkActies } from './acties.v1.js';
import type { berichten } from './berichten.v1.js';

export type Toestand =
  | 'ontvangen'
  | 'inBehandeling'
  | 'inOnderzoek'
  | 'routekeuze'
  | 'routeLoopt'
  | 'evaluatie'
  | 'afgesloten'
  | 'ingetrokken'
  | 'terKennisgeving';
export type ActieNaam = keyof typeof werkActies | keyof typeof routeActies | keyof typeof berichten;
export type Route = 'hulp' | 'halt' | 'civiel' | 'strafrecht';

/** What guards and ways read of a mas. */
export interface Dossier {
  soort: 'zestienUur' | 'langdurig' | 'luxe' | 'overig' | 'absoluut';
  ontvangenOp: Datum;
  meldingNummer: string;
  verzuimVanaf: Datum;
  verzuimTot: Datum;
  zestienUurOp: Datum;
  uren: number;
  aantalTeLaat: number;
  twaalfOp: Datum;
  achttienOp: Datum;
  signaalAdvies: Route;
  tafelRoute: Route;
  haltResultaat: 'positief' | 'negatief' | 'nietAangenomen';
  geldigVanaf: Datum;
  afsprakenTot: Datum;
  volgendeSatOp: Datum;
}
export type C<I = Record<string, unknown>> = Context<I, Dossier>;
export type Weg<I = Record<string, unknown>> = Overgang<Toestand, C<I>, ActieNaam>;
