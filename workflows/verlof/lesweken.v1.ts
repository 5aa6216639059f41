import { datum, dagVanDeWeek, isLesweek, isSchooldag, plusDagen, schooljaarVan, type Datum } from '#kalender';
import type { Kader } from '#process';

/** The leave asked for, and the first school day where the calendar does not tell. */
export interface Periode {
  van: Datum;
  totEnMet: Datum;
  eersteSchooldagOp?: Datum;
}

/** The summer holiday is the one with 1 August in it: between two school years, in every region. */
const isZomervakantie = (v: { van: Datum; tot: Datum }): boolean => {
  const augustus = datum(`${v.tot.slice(0, 4)}-08-01`);
  return v.van <= augustus && augustus <= v.tot;
};

function eersteSchooldagNa(dag: Datum, { kalender }: Kader): Datum {
  let d = plusDagen(dag, 1);
  while (!isSchooldag(d, kalender)) d = plusDagen(d, 1);
  return d;
}

/** The Sunday of the second lesweek of a school year that begins on this day; a week without school is none. */
function eindeTweedeLesweek(eerste: Datum, { kalender }: Kader): Datum {
  let zondag = plusDagen(eerste, 14 - dagVanDeWeek(eerste));
  while (!isLesweek(zondag, kalender)) zondag = plusDagen(zondag, 7);
  return zondag;
}

/** The first school days that are known: of the school's own calendar, else the one that was given for that year. */
function eersteSchooldagen({ eersteSchooldagOp: gegeven }: Periode, kader: Kader): Datum[] {
  const bekend = (kader.kalender.school?.vakanties ?? [])
    .filter(isZomervakantie)
    .map((v) => eersteSchooldagNa(v.tot, kader));
  const eigen = gegeven && bekend.some((d) => schooljaarVan(d) === schooljaarVan(gegeven));
  return gegeven && !eigen ? [...bekend, gegeven] : bekend;
}

/**
 * The last day of the first two lesweken that this leave touches (Leerplichtwet 1969 art. 13a lid 2); undefined when it touches none,
 * or when nobody knows when the school year begins.
 */
export const eersteLesweken = (p: Periode, kader: Kader): Datum | undefined =>
  eersteSchooldagen(p, kader)
    .map((eerste) => ({ eerste, einde: eindeTweedeLesweek(eerste, kader) }))
    .find(({ eerste, einde }) => p.van <= einde && p.totEnMet >= eerste)?.einde;
