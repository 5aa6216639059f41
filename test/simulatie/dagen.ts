import { bereken, type Datum } from '#kalender';
import { KALENDER } from './schooljaar.js';

export { plusDagen, plusMaanden, plusWerkdagen, type Datum } from '#kalender';

/** So many lesweken after a day, by the calendar of the simulated schools. */
export const plusSchooltijd = (dag: Datum, lesweken: number): Datum =>
  bereken(
    {
      vanaf: dag,
      duur: { lesweken },
      richting: 'vooruit',
      soort: 'LOCAL',
      type: 'op',
      verschuift: false,
    },
    KALENDER,
  ).datum;
