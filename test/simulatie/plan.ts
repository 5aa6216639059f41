import { datum } from '#kalender';
import type { Kies } from '../../libs/test-kit/willekeur.js';
import { BORNE, demoGebruikers, HENGELO } from '../../infra/local/demo-gebruikers.js';
import { toeval } from '../lang/omvang.js';
import { JAARVERSLAG, relatief, verklein, type Jaartelling } from './cijfers.js';
import { plusDagen, plusMaanden, type Datum } from './dagen.js';
import { Draaiboek, type Jongere, type Zaak } from './draaiboek.js';
import { overdracht, spreekuur, traject, vrijstelling, type Afloop, type Grond } from './levens.js';
import * as mas from './mas.js';
import { EERSTE_DAG, MET_ACCOUNT, SCHOLEN, schooldagen } from './schooljaar.js';

/** A school year, laid out before anything of it happens. */
export interface Plan {
  zaad: number;
  deel: number;
  telling: Readonly<Record<string, Jaartelling>>;
  zaken: Zaak[];
}

const VOORNAMEN = ['Sem', 'Noor', 'Mila', 'Daan', 'Yara', 'Bram', 'Lotte', 'Amir', 'Fenna', 'Stijn'];
const ACHTERNAMEN = ['ter Horst', 'Oude Nijhuis', 'Kamphuis', 'Yildiz', 'Wolbers', 'Haarman', 'Bakker'];
const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2];
const GRONDEN = ['art5onderA', 'art5onderB', 'art5onderC', 'art15'] as const;
const AFLOPEN: [totProcent: number, afloop: Afloop][] = [
  [68, 'hersteld'],
  [77, 'eenmaalWeg'],
  [83, 'nietVerschenen'],
  [89, 'aanhoudend'],
  [97, 'doorverwezen'],
  [100, 'stilGevallen'],
];
/** Of a hundred, how many of whom nothing else is asked are almost 18, and how many of 18 and older are never found. */
const BIJNA_18_PROCENT = 7;
const KWIJT_PROCENT = 25;

/** Reports come until then; what takes long and must count within the year begins before `VROEG`. */
const LAATSTE_MELDING = datum('2024-07-05');
const VROEG = datum('2024-03-08');
const VROEGE_VRIJSTELLING = datum('2024-04-12');
/** Birthdays of who is heard himself and does not reach 17 and a half, where the hand-over begins, within the year. */
const OUDSTE = datum('2007-02-15');
const JONGSTE = datum('2011-08-01');
/** For whom art. 15 is open: 16 before the school year began. */
const ZESTIEN_VOOR_HET_JAAR = datum('2007-07-15');
const BASISSCHOOL: [Datum, Datum] = [datum('2012-10-01'), datum('2018-08-01')];

const subVan = (rol: string): string => demoGebruikers.find((d) => d.rol === rol)!.sub;
const COACH = subVan('doorstroomcoach');
const ARTS = subVan('arts');

/** Lays out the school year: the same `zaad` gives the same year. `deel` 0.1 is a tenth of it. */
export function maakPlan(zaad: number, deel: number): Plan {
  const telling = Object.fromEntries(
    Object.entries(JAARVERSLAG).map(([code, t]) => [code, verklein(t, deel)]),
  );
  const maker = new Maker(toeval(zaad));
  for (const gemeente of [HENGELO, BORNE]) maker.gemeente(gemeente, telling[gemeente]!);
  return { zaad, deel, telling, zaken: maker.zaken };
}

type Script = (d: Draaiboek, t: mas.Toneel) => void;
/** A report, and what is to be made of it. */
interface Opdracht {
  soort: string;
  melding: string;
  script: Script;
  /** Something of it must be counted within the year. */
  vroeg?: boolean;
  boa?: boolean;
}
type Verdeling = [totProcent: number, soort: string, script: Script][];

class Maker {
  readonly zaken: Zaak[] = [];
  private readonly bsns = new Set<string>();
  private meldingen = 23_240_000;

  constructor(private readonly kies: Kies) {}

  gemeente(code: string, n: Jaartelling): void {
    this.meldingenOnder18(code, n);
    for (let i = 0; i < n.zestienUurVanaf18 + n.achttienPlus; i += 1)
      this.volwassene(code, i < n.zestienUurVanaf18 ? 'zestienUur' : 'achttienPlus');
    for (let i = 0; i < n.spreekuur; i += 1) this.spreekuur(code);
    for (const grond of GRONDEN) for (let i = 0; i < n[grond]; i += 1) this.vrijstelling(code, grond);
    this.contacten(code, n.telefonisch);
  }

  /** Each report on a youth of its own, except as many second ones as the year has more reports than youths. */
  private meldingenOnder18(code: string, n: Jaartelling): void {
    const opdrachten = [...zestienUur(this.kies, n), ...overig(this.kies, n), ...luxe(n)];
    let over = relatief(n) - n.jongerenRelatief;
    const tweede: Opdracht[] = [];
    const eerste: Opdracht[] = [];
    for (const o of geschud(this.kies, opdrachten)) {
      if (o.soort !== 'gewoon' || over === 0) eerste.push(o);
      else {
        tweede.push(o);
        over -= 1;
      }
    }
    for (const o of eerste) this.melding(code, o, o.soort === 'gewoon' ? tweede.pop() : undefined);
    if (tweede.length > 0)
      throw new Error('Er zijn te weinig gewone meldingen voor zoveel tweede meldingen.');
    for (let i = 0; i < n.absoluut; i += 1)
      this.melding(code, { soort: 'absoluut', melding: 'absoluut', script: mas.absoluut });
  }

  private melding(gemeente: string, o: Opdracht, nogmaals?: Opdracht): void {
    const stipt = o.vroeg === true || nogmaals !== undefined;
    const dag = this.schooldag(stipt ? VROEG : LAATSTE_MELDING);
    const d = new Draaiboek(this.kies, dag, stipt);
    const meld = (soort: string): void => {
      d.meld({ ...mas.melding(this.kies, soort, d.dag), meldingnummer: this.nummer() });
    };
    meld(o.melding);
    const basis =
      o.soort === 'luxe' || o.soort === 'pvLuxe' || (o.melding === 'overig' && this.kies(8) === 0);
    const bijna18 = o.soort === 'gewoon' && !nogmaals && !basis && this.kies(100) < BIJNA_18_PROCENT;
    const { jongere, t } = this.iemand(gemeente, bijna18 ? this.bijna18(dag) : this.kind(basis), basis);
    if (nogmaals && this.kies(2) === 0) mas.gewoon(d, t, () => meld(nogmaals.melding));
    else {
      o.script(d, t);
      if (nogmaals) {
        d.na(8, 20);
        meld(nogmaals.melding);
        nogmaals.script(d, t);
      }
    }
    this.zaak(gemeente, nogmaals ? 'tweeMeldingen' : o.soort, jongere, d, t, o.boa);
  }

  private volwassene(gemeente: string, soort: string): void {
    const dag = this.schooldag(LAATSTE_MELDING);
    const d = new Draaiboek(this.kies, dag);
    d.meld({ ...mas.melding(this.kies, soort, dag), meldingnummer: this.nummer() });
    // From 18 years and a day up to 22.
    const { jongere, t } = this.iemand(gemeente, plusDagen(dag, -6_577 - this.kies(1_450)), false);
    traject(d, t, this.kies(100) < KWIJT_PROCENT);
    this.zaak(gemeente, 'traject', jongere, d, t);
  }

  private spreekuur(gemeente: string): void {
    const dag = this.schooldag(LAATSTE_MELDING);
    const d = new Draaiboek(this.kies, dag);
    const worp = this.kies(100);
    const [, afloop] = AFLOPEN.find(([grens]) => worp < grens)!;
    const bijna18 = this.kies(100) < BIJNA_18_PROCENT;
    const { jongere, t } = this.iemand(gemeente, bijna18 ? this.bijna18(dag) : this.kind(false), false);
    spreekuur(d, t, afloop);
    this.zaak(gemeente, 'spreekuur', jongere, d, t);
  }

  private vrijstelling(gemeente: string, grond: Grond): void {
    const d = new Draaiboek(this.kies, this.schooldag(VROEGE_VRIJSTELLING), true);
    const basis = grond !== 'art15';
    const geboren = basis ? this.kind(true) : this.tussen(OUDSTE, ZESTIEN_VOOR_HET_JAAR);
    const { jongere, t } = this.iemand(gemeente, geboren, basis);
    vrijstelling(d, t, grond, ARTS);
    this.zaak(gemeente, grond, jongere, d, t);
  }

  /** Telephone calls that belong to no process, about any of the youths. */
  private contacten(gemeente: string, keer: number): void {
    const eigen = this.zaken.filter((z) => z.gemeente === gemeente);
    for (let i = 0; i < keer; i += 1) {
      const zaak = eigen[this.kies(eigen.length)]!;
      const op = this.schooldag(LAATSTE_MELDING);
      const bij = zaak.voorvallen.findIndex((v) => v.op > op);
      zaak.voorvallen.splice(bij < 0 ? zaak.voorvallen.length : bij, 0, { op, wat: 'contact' });
    }
  }

  private zaak(
    gemeente: string,
    soort: string,
    jongere: Jongere,
    d: Draaiboek,
    t: mas.Toneel,
    boa = false,
  ): void {
    const achttien = plusMaanden(jongere.geboortedatum, 18 * 12);
    const begin = d.voorvallen[0]!.op;
    if (plusMaanden(achttien, -6) <= begin && begin < achttien) {
      const hand = new Draaiboek(this.kies, begin, true);
      overdracht(hand, t, COACH);
      d.voorvallen.push(...hand.voorvallen);
    }
    const nr = this.zaken.length + 1;
    this.zaken.push({ nr, gemeente, soort, boa, jongere, voorvallen: d.binnen(achttien) });
  }

  /** Somebody new, and what a script needs to know of him. */
  private iemand(
    gemeente: string,
    geboortedatum: Datum,
    basis: boolean,
  ): { jongere: Jongere; t: mas.Toneel } {
    const { voortgezet, basis: basisschool } = SCHOLEN[gemeente]!;
    const brin = basis ? basisschool : voortgezet[this.kies(voortgezet.length)]!;
    const jongere = {
      bsn: this.bsn(),
      voornamen: VOORNAMEN[this.kies(VOORNAMEN.length)]!,
      achternaam: ACHTERNAMEN[this.kies(ACHTERNAMEN.length)]!,
      geboortedatum,
      brin,
    };
    const school = MET_ACCOUNT.includes(brin) && this.kies(2) === 0;
    const verteller = school ? 'school' : 'leerplichtambtenaar';
    return { jongere, t: { kies: this.kies, twaalf: !basis, verteller } };
  }

  private kind(basis: boolean): Datum {
    return basis ? this.tussen(...BASISSCHOOL) : this.tussen(OUDSTE, JONGSTE);
  }

  /** Born so that the 18th birthday comes ten to twenty-five weeks after this day. */
  private bijna18(dag: Datum): Datum {
    return plusMaanden(plusDagen(dag, 70 + this.kies(105)), -18 * 12);
  }

  private tussen(van: Datum, tot: Datum): Datum {
    const dagen = Math.round((Date.parse(tot) - Date.parse(van)) / 86_400_000);
    return plusDagen(van, this.kies(dagen));
  }

  private schooldag(tot: Datum): Datum {
    const dagen = schooldagen(EERSTE_DAG, tot);
    return dagen[this.kies(dagen.length)]!;
  }

  private nummer(): string {
    this.meldingen += 1;
    return String(this.meldingen);
  }

  /** A number that passes the 11-test, once. */
  private bsn(): string {
    for (;;) {
      const cijfers = String(10_000_000 + this.kies(89_999_999));
      const rest = GEWICHTEN.reduce((s, g, i) => s + g * Number(cijfers[i]), 0) % 11;
      const bsn = `${cijfers}${rest}`;
      if (rest > 9 || this.bsns.has(bsn)) continue;
      this.bsns.add(bsn);
      return bsn;
    }
  }
}

const keer = (n: number, maak: (i: number) => Opdracht): Opdracht[] =>
  Array.from({ length: n }, (_, i) => maak(i));

function zestienUur(kies: Kies, n: Jaartelling): Opdracht[] {
  const o = (soort: string, script: Script, boa = true): Opdracht => ({
    soort,
    melding: 'zestienUur',
    script,
    boa,
    vroeg: true,
  });
  // One Halt ends badly, and its proces-verbaal is one of those of the year.
  const slecht = n.halt > 1 && n.pvRelatief > 1 ? 1 : 0;
  const vast = [
    ...keer(n.halt - slecht, () => o('halt', (d, t) => mas.halt(d, t, true))),
    ...keer(slecht, () => o('haltNegatief', (d, t) => mas.halt(d, t, false))),
    ...keer(n.pvRelatief - slecht, () => o('pv', (d, t) => mas.strafrecht(d, t, false))),
    ...keer(n.tafel, (i) => o('tafel', (d, t) => mas.tafel(d, t, i % 5 === 4, COACH), false)),
  ];
  return aangevuld(kies, vast, n.zestienUurTot18, 'zestienUur', [
    [14, 'hulp', mas.hulp],
    [100, 'gewoon', mas.gewoon],
  ]);
}

const overig = (kies: Kies, n: Jaartelling): Opdracht[] =>
  aangevuld(kies, [], n.overig, 'overig', [
    [15, 'terKennisgeving', mas.terKennisgeving],
    [100, 'gewoon', mas.gewoon],
  ]);

const luxe = (n: Jaartelling): Opdracht[] => [
  ...keer(n.pvLuxe, () => ({
    soort: 'pvLuxe',
    melding: 'luxe',
    script: (d: Draaiboek, t: mas.Toneel) => mas.strafrecht(d, t, true),
    boa: true,
    vroeg: true,
  })),
  ...keer(n.luxe - n.pvLuxe, () => ({ soort: 'luxe', melding: 'luxe', script: mas.luxe })),
];

/** The rest of the reports of a kind, divided by percentages. */
function aangevuld(
  kies: Kies,
  vast: Opdracht[],
  tot: number,
  melding: string,
  verdeling: Verdeling,
): Opdracht[] {
  if (vast.length > tot)
    throw new Error(`Er zijn minder meldingen ${melding} dan routes die ermee beginnen.`);
  const rest = keer(tot - vast.length, () => {
    const worp = kies(100);
    const [, soort, script] = verdeling.find(([grens]) => worp < grens)!;
    return { soort, melding, script };
  });
  return [...vast, ...rest];
}

function geschud<T>(kies: Kies, lijst: readonly T[]): T[] {
  const uit = [...lijst];
  for (let i = uit.length - 1; i > 0; i -= 1) {
    const j = kies(i + 1);
    [uit[i], uit[j]] = [uit[j]!, uit[i]!];
  }
  return uit;
}
