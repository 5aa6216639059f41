import { plusDagen, plusSchooltijd, plusWerkdagen, type Datum } from './dagen.js';
import { KALENDER, LAATSTE_DAG } from './schooljaar.js';
import type { Kies } from '../../libs/test-kit/willekeur.js';

export type Rol = 'leerplichtambtenaar' | 'doorstroomcoach' | 'teamleider' | 'school' | 'arts';
export type Invoer = Record<string, unknown>;

/** What happens on a day in the life of one youth. Texts are the same for everybody: they are encrypted and never looked at. */
export type Voorval = { op: Datum } & (
  | { wat: 'melding'; melding: Invoer & { soort: string } }
  | { wat: 'open'; procestype: string; gegevens: Invoer; rol: Rol }
  | {
      wat: 'doe';
      procestype: string;
      actie: string;
      invoer: Invoer;
      rol: Rol;
      /** Only when the process offers it on that day: a date of the law or of a term may have come first. */
      mits: boolean;
    }
  | { wat: 'contact' }
);

/** A youth that the plan invented. */
export interface Jongere {
  bsn: string;
  voornamen: string;
  achternaam: string;
  geboortedatum: Datum;
  brin: string;
}

/** Everything that happens to one youth in the school year, in order. */
export interface Zaak {
  nr: number;
  gemeente: string;
  soort: string;
  /** Whether an officer with the authority of a BOA does all of it. */
  boa: boolean;
  jongere: Jongere;
  voorvallen: Voorval[];
}

export const TEKST = 'Simulatie: verzonnen tekst.';
/** How many of a hundred steps an officer takes too late. */
const TE_LAAT_PROCENT = 12;
const LEERPLICHT = ['mas', 'spreekuur', 'hulp', 'thuiszitterstafel', 'vrijstelling'];

/** Writes the life of one youth, step by step, each on a working day. */
export class Draaiboek {
  readonly voorvallen: Voorval[] = [];

  /** @param dag where it begins. @param stipt nobody is late: something must be done within the school year. */
  constructor(
    private readonly kies: Kies,
    public dag: Datum,
    private readonly stipt = false,
  ) {}

  /** Lets `van` to `tot` working days pass, and now and then a week or two more. */
  na(van: number, tot: number): this {
    const traag = !this.stipt && this.kies(100) < TE_LAAT_PROCENT ? 6 + this.kies(8) : 0;
    this.dag = plusWerkdagen(this.dag, van + this.kies(tot - van + 1) + traag, KALENDER);
    return this;
  }

  /** Goes to a working day on or after this one. */
  tot(dag: Datum): this {
    if (dag > this.dag) this.dag = plusWerkdagen(plusDagen(dag, -1), 1, KALENDER);
    return this;
  }

  /** The end of so many weeks with school in them, as a term counts them. */
  lesweken(n: number): this {
    return this.tot(plusSchooltijd(this.dag, n));
  }

  meld(melding: Invoer & { soort: string }): this {
    return this.voeg({ op: this.dag, wat: 'melding', melding });
  }

  open(procestype: string, gegevens: Invoer, rol: Rol = 'leerplichtambtenaar'): this {
    return this.voeg({ op: this.dag, wat: 'open', procestype, gegevens, rol });
  }

  doe(procestype: string, actie: string, invoer: Invoer = {}, rol: Rol = 'leerplichtambtenaar'): this {
    return this.voeg({ op: this.dag, wat: 'doe', procestype, actie, invoer, rol, mits: false });
  }

  /** The same, when it is offered. */
  kan(procestype: string, actie: string, invoer: Invoer = {}, rol: Rol = 'leerplichtambtenaar'): this {
    return this.voeg({ op: this.dag, wat: 'doe', procestype, actie, invoer, rol, mits: true });
  }

  /** What lies within the school year, in the order of days; nothing of the leerplicht from the 18th birthday on. */
  binnen(achttienOp: Datum): Voorval[] {
    return this.voorvallen
      .filter((v) => v.op <= LAATSTE_DAG)
      .filter((v) => v.wat !== 'doe' || v.op < achttienOp || !LEERPLICHT.includes(v.procestype))
      .map((v, i) => ({ v, i }))
      .sort((a, b) => (a.v.op < b.v.op ? -1 : a.v.op > b.v.op ? 1 : a.i - b.i))
      .map(({ v }) => v);
  }

  private voeg(v: Voorval): this {
    this.voorvallen.push(v);
    return this;
  }
}
