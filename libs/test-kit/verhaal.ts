import assert from 'node:assert/strict';
import { datum, gelijkgesteldeDagen, plusDagen, type Datum } from '#kalender';
import {
  decide,
  isKernActie,
  kernActies,
  magOpenen,
  open,
  preview,
  tick,
  type Effect,
  type Feiten,
  type Gebeurtenis,
  type Gegevens,
  type Getypeerd,
  type Kader,
  type KernActie,
  type KernExtra,
  type Rol,
  type Snapshot,
  type Weigering,
  type Wie,
} from '#process';
import { schendingen } from './wetmatig.js';

/** A text that was stored: what a process sees of it. */
export const EEN_TEKST = '5b1f0a3e-0d0c-4c57-9a3e-0d6f6c1f2a11';
export const EEN_ARTS = '0c7c8a52-7f0b-4b9e-8f0a-3d1c5b1e9d20';

/** The year of one invented school in Hengelo. */
export const KADER: Kader = {
  regels: 1,
  instellingen: { versie: 1, waarden: {} },
  kalender: {
    versie: 'proef-1',
    gelijkgesteld: gelijkgesteldeDagen,
    school: {
      brin: '00AA',
      bekendTot: datum('2027-08-22'),
      vakanties: [
        { naam: 'kerstvakantie', van: datum('2026-12-19'), tot: datum('2027-01-03') },
        { naam: 'voorjaarsvakantie', van: datum('2027-02-20'), tot: datum('2027-02-28') },
        { naam: 'meivakantie', van: datum('2027-04-24'), tot: datum('2027-05-09') },
        { naam: 'zomervakantie', van: datum('2027-07-10'), tot: datum('2027-08-22') },
      ],
    },
  },
};

export const persoon = (rol: Rol, kenmerken: string[] = []): Wie => ({
  id: `demo-${rol}`,
  rollen: [rol],
  kenmerken,
});

interface Begin {
  op: string;
  gegevens: Gegevens;
  kader?: Kader;
  wie?: Wie;
}

/** A process told as a case file: days pass, people act, and after every change all laws of `wetmatig.ts` are checked. */
export class Verhaal<S extends string, A extends string, T extends string> {
  d: Getypeerd<S, A, T>;
  s: Snapshot;
  vandaag: Datum;
  readonly gebeurtenissen: Gebeurtenis[];
  readonly effecten: Effect[];
  /** What the API would say about the doctor of the process. */
  feiten: Feiten = { isBehandelendArts: false, artsIsAangewezen: true };

  constructor(d: Getypeerd<S, A, T>, b: Begin) {
    this.d = d;
    this.vandaag = datum(b.op);
    const gegevens = d.start.parse(b.gegevens) as Gegevens;
    const kader = b.kader ?? KADER;
    const tegen = magOpenen(d, gegevens, {}, kader, this.vandaag);
    assert.deepEqual(tegen, [], 'het proces mag niet open');
    const geopend = open(
      d,
      {
        id: 'p',
        procestype: d.key,
        versie: d.versie,
        gemeente: '0164',
        jongereId: 'j',
        onderwerp: d.onderwerp(gegevens),
        gegevens,
        kader,
        behandelaar: null,
        feiten: {},
        wie: b.wie ?? persoon('leerplichtambtenaar'),
        sleutel: 'open',
        hash: 'open',
      },
      this.vandaag,
    );
    assert.deepEqual(schendingen(d, undefined, geopend, this.vandaag), []);
    this.s = geopend.snapshot;
    this.gebeurtenissen = geopend.gebeurtenissen;
    this.effecten = geopend.effecten;
    this.#werkBij();
  }

  /** Somebody acts today, by default the officer. Throws when the process refuses. */
  doe(actie: A | KernActie, invoer: Record<string, unknown> = {}, wie?: Wie, extra: KernExtra = {}): this {
    const b = this.#beslis(actie, invoer, wie, extra);
    assert.ok(b.ok, b.ok ? '' : `${actie}: ${b.weigering.melding}`);
    assert.deepEqual(this.#beslis(actie, invoer, wie, extra), b, 'hetzelfde besluit tweemaal');
    assert.deepEqual(schendingen(extra.definitie ?? this.d, this.s, b, this.vandaag), []);
    this.#neem(b);
    return this;
  }

  /** Somebody tries to act today and hears why not. */
  weigert(
    actie: A | KernActie,
    invoer: Record<string, unknown> = {},
    wie?: Wie,
    extra: KernExtra = {},
  ): Weigering {
    const b = this.#beslis(actie, invoer, wie, extra);
    assert.ok(!b.ok, `${actie} wordt niet geweigerd`);
    return b.weigering;
  }

  /** Days pass up to and including this one. What happens on each is what the preview said. */
  dag(naar: string): this {
    const verwacht = preview(this.d, this.s, this.vandaag).filter((v) => v.op <= naar);
    const vanaf = this.gebeurtenissen.length;
    while (this.vandaag < datum(naar)) {
      this.vandaag = plusDagen(this.vandaag, 1);
      this.#werkBij();
    }
    assert.deepEqual(
      this.gebeurtenissen.slice(vanaf),
      verwacht.flatMap((v) => v.gebeurtenissen),
      'de vooruitblik zei iets anders',
    );
    return this;
  }

  /** The date of a running term; undefined when it does not run. */
  termijn = (naam: T): string | undefined => this.s.termijnen.find((l) => l.naam === naam)?.datum;

  /** The reminders still to come of a running term, as 'soort datum'. */
  herinneringen = (naam: T): string[] =>
    (this.s.termijnen.find((l) => l.naam === naam)?.herinner ?? []).map((h) => `${h.soort} ${h.op}`);

  /** The reminders that were sent, as 'termijn.soort datum aan'. */
  herinnerd = (): string[] =>
    this.effecten.flatMap((e) =>
      e.soort === 'herinner' ? [`${e.termijn}.${e.herinnering} ${e.op} ${e.aan}`] : [],
    );

  /** The tasks, letters and links that were set going, by name. */
  gevolgen = (): string[] =>
    this.effecten.flatMap((e) =>
      e.soort === 'taak' || e.soort === 'brief'
        ? [`${e.soort} ${e.naam}`]
        : e.soort === 'herinner'
          ? []
          : [`${e.soort} ${e.procestype}`],
    );

  /** The Dutch names in the present state. */
  staat(toestand: S, uitkomst?: string): this {
    assert.equal(this.s.toestand, toestand);
    assert.equal(this.s.uitkomst, uitkomst);
    return this;
  }

  #beslis(
    actie: string,
    invoer: Record<string, unknown>,
    wie = persoon('leerplichtambtenaar'),
    extra: KernExtra = {},
  ) {
    const schema = isKernActie(actie) ? kernActies[actie].invoer : this.d.acties[actie]!.invoer;
    const o = {
      actie,
      invoer: schema.parse(invoer) as Gegevens,
      feiten: this.feiten,
      wie,
      sleutel: `${this.s.revisie}`,
      hash: actie,
      ...extra,
    };
    return decide(this.d, this.s, o, this.vandaag);
  }

  #werkBij(): void {
    const b = tick(this.d, this.s, this.vandaag);
    if (!b) return;
    assert.deepEqual(schendingen(this.d, this.s, b, this.vandaag), []);
    this.#neem(b);
  }

  #neem(b: { snapshot: Snapshot; gebeurtenissen: Gebeurtenis[]; effecten: Effect[] }): void {
    this.s = b.snapshot;
    this.gebeurtenissen.push(...b.gebeurtenissen);
    this.effecten.push(...b.effecten);
  }
}

/** Opens a process on a day and tells what happens to it. */
export const verhaal = <S extends string, A extends string, T extends string>(
  d: Getypeerd<S, A, T>,
  b: Begin,
): Verhaal<S, A, T> => new Verhaal(d, b);
