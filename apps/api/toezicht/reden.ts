import {
  dagenTussen,
  datumInWoorden,
  duurInWoorden,
  vandaagOp,
  werkdagenTussen,
  type Datum,
  type Kalender,
} from '#kalender';
import {
  grondslagInWoorden,
  termijnDef,
  type Definitie,
  type LopendeTermijn,
  type Partij,
  type Teksten,
} from '#process';
import type { VastRij } from '#read-model';
import { partijNamen } from './soorten.js';

/** What a sentence is made of, beside the row itself. */
export interface Zicht {
  d: Definitie;
  teksten: Teksten;
  vandaag: Datum;
  kalender: Kalender;
  /** Whether the reader sees what belongs to a Wpg route. */
  alles: boolean;
}

export const VERVOLGROUTE = 'de vervolgroute (afgeschermd)';

/** Why this is stuck, as one Dutch sentence in the words of an officer, without a full stop. No name of a person stands in it. */
export function redenVan(r: VastRij, z: Zicht): string {
  switch (r.soort) {
    case 'termijn':
      return redenVanTermijn(r, z);
    case 'wekker':
      return `Het systeem had dit proces op ${datumInWoorden(r.sinds)} verder moeten brengen en deed dat niet; aan de behandelaar ligt het niet`;
    case 'effect':
      return redenVanEffect(r);
    case 'code':
      return `Het programma loopt bij dit proces vast op een fout, sinds ${moment(r)}`;
    case 'niemand':
      return redenVanNiemand(r, z);
    case 'rij':
      return `Het overzicht van dit proces loopt achter sinds ${moment(r)}: er kan al meer zijn besloten dan hier staat`;
    case 'buiten':
      return `Wacht ${dagen(dagenTussen(r.sinds, z.vandaag))} op ${wachtOp(r, z)}`;
  }
}

const meervoud = (n: number, een: string, meer: string): string => `${n} ${n === 1 ? een : meer}`;
const dagen = (n: number): string => meervoud(n, 'dag', 'dagen');
const werkdagen = (n: number): string => meervoud(n, 'werkdag', 'werkdagen');

const KLOKTIJD = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
/** When it began: the day, and the time when the engine knows it. */
function moment(r: VastRij): string {
  if (r.moment === null) return datumInWoorden(r.sinds);
  return `${datumInWoorden(vandaagOp(r.moment.getTime()))} ${KLOKTIJD.format(r.moment)}`;
}

/** The terms that have passed and do not stand still, oldest first, as far as the reader may know them. */
export function verstreken(r: VastRij, { d, alles }: Pick<Zicht, 'd' | 'alles'>): LopendeTermijn[] {
  const weg = alles ? [] : (d.wpgNamen ?? []);
  return r.termijnen
    .filter((l) => l.verlopen && !l.schorsingen?.some((x) => x.tot === undefined) && !weg.includes(l.naam))
    .sort((a, b) => (a.datum < b.datum ? -1 : 1));
}

function redenVanTermijn(r: VastRij, z: Zicht): string {
  const [l, ...meer] = verstreken(r, z);
  if (!l) return `Een termijn van ${VERVOLGROUTE} is voorbij`;
  const t = termijnDef(z.d, l.naam);
  const grond = t.soort === 'LOCAL' ? 'afspraak van de gemeente' : grondslagInWoorden(t.grondslag);
  const uitleg = l.duur
    ? `${duurInWoorden(l.duur)}, ${grond}`
    : `tot en met ${datumInWoorden(l.datum)}, ${grond}`;
  const n = werkdagenTussen(l.datum, z.vandaag, z.kalender);
  const hoelang = n > 0 ? `${werkdagen(n)} voorbij` : 'voorbij';
  const ook = meer.length > 0 ? `; ook ${meervoud(meer.length, 'andere termijn', 'andere termijnen')}` : '';
  return `De termijn '${z.teksten.termijnen[l.naam] ?? l.naam}' (${uitleg}) is ${hoelang}${ook}`;
}

const EFFECTEN: Record<string, string> = {
  brief: 'Een brief kan niet worden klaargezet',
  start: 'Een vervolgproces kan niet worden geopend',
  meld: 'Een bericht aan een ander proces komt niet aan',
  taak: 'Een taak kan niet worden klaargezet',
  herinner: 'Een herinnering kan niet worden klaargezet',
};

function redenVanEffect(r: VastRij): string {
  const wat = EFFECTEN[r.storing?.wat ?? ''] ?? 'Een stap buiten dit proces lukt niet';
  return `${wat}, sinds ${moment(r)}; het systeem blijft het proberen`;
}

function redenVanNiemand(r: VastRij, z: Zicht): string {
  const n = werkdagenTussen(r.sinds, z.vandaag, z.kalender);
  if (r.behandelaar === null) return `Niemand behandelt dit proces, al ${werkdagen(n)}`;
  return n > 0
    ? `De behandelaar werkt hier niet meer en niemand nam dit proces over, al ${werkdagen(n)}`
    : 'De behandelaar werkt hier niet meer en niemand nam dit proces over';
}

function wachtOp(r: VastRij, { d, alles }: Zicht): string {
  const op = r.wacht_op!;
  const weg = alles ? [] : (d.wpgNamen ?? []);
  const openbaar =
    weg.length === 0 ||
    d.toestanden[r.toestand]?.eigenaar === op ||
    r.termijnen.some((l) => termijnDef(d, l.naam).eigenaar === op && !weg.includes(l.naam));
  return openbaar ? partijNamen[op] : VERVOLGROUTE;
}

/** Whose move it is within the house, and of a passed term also who else had to act. */
export function aanZet(r: VastRij, z: Zicht): Partij {
  switch (r.soort) {
    case 'termijn': {
      const [l] = verstreken(r, z);
      return (
        (l && termijnDef(z.d, l.naam).eigenaar) ??
        z.d.toestanden[r.toestand]?.eigenaar ??
        'leerplichtambtenaar'
      );
    }
    case 'buiten':
      return z.d.team === 'doorstroompunt' ? 'doorstroomcoach' : 'leerplichtambtenaar';
    case 'effect':
    case 'niemand':
      return 'teamleider';
    case 'wekker':
    case 'code':
    case 'rij':
      return 'beheerder';
  }
}
