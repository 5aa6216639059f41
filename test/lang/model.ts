import assert from 'node:assert/strict';
import type { Datum } from '#kalender';
import {
  bezwaarAanDeDeur,
  decide,
  isKernActie,
  kernActies,
  nextWake,
  tick,
  type Definitie,
  type Effect,
  type Gegevens,
  type Opdracht,
  type Rol,
  type Snapshot,
  type Weigering,
} from '#process';
import type { ProcesLichaam } from '#test-kit';
import { gewoneActies } from '../../libs/test-kit/leven.js';
import { willekeurigeInvoer, type Kies } from '../../libs/test-kit/willekeur.js';

/** Kernel actions that a random life takes; those that end it for good would make every life short. */
const KERN = [
  'notitie',
  'opschorten',
  'hervatten',
  'verlengen',
  'herplannen',
  'corrigeren',
  'terzijdeStellen',
];

/** What the API answers to each kind of refusal. */
export const STATUS: Record<Weigering['code'], number> = {
  rol: 403,
  toestand: 409,
  eis: 422,
  invoer: 400,
  sleutel: 409,
};

/** One life as the pure rules see it, beside the one that is lived through HTTP. */
export class Model {
  effecten: Effect[] = [];
  /** The revision that it began with. */
  readonly vanaf: number;

  constructor(
    readonly d: Definitie,
    public s: Snapshot,
    public gebeurtenissen: number,
  ) {
    this.vanaf = s.revisie;
  }

  /** What falls due up to this day, date by date, as the Klok moves. */
  naar(dag: Datum): void {
    for (let op = nextWake(this.d, this.s); op !== null && op <= dag; op = nextWake(this.d, this.s)) {
      const b = tick(this.d, this.s, op);
      if (!b) return;
      this.neem(b);
    }
  }

  /** What is due by now happens at once, as when the alarm rings in the moment of an act. */
  bij(vandaag: Datum): void {
    const b = tick(this.d, this.s, vandaag);
    if (b) this.neem(b);
  }

  /** Something that somebody may try now: mostly lawful, now and then anything. */
  plan(kies: Kies, vandaag: Datum, artsId: string): { actie: string; invoer: Gegevens; door: Rol[] } {
    const keuze = kies(4) === 0 ? KERN : gewoneActies(this.d, this.s, kies);
    const actie = keuze[kies(keuze.length)]!;
    const { invoer: schema, door } = isKernActie(actie) ? kernActies[actie] : this.d.acties[actie]!;
    const namen = this.s.termijnen.map((l) => l.naam);
    const invoer = willekeurigeInvoer(schema, kies, vandaag, namen);
    return { actie, invoer: 'artsId' in schema.shape ? { ...invoer, artsId } : invoer, door };
  }

  /** What the rules say of this act; it is taken when they allow it. */
  beslis(o: Opdracht, vandaag: Datum): Weigering | undefined {
    const b = decide(this.d, this.s, o, vandaag);
    if (!b.ok) return b.weigering;
    const tegen = bezwaarAanDeDeur(this.s, o);
    if (tegen) return tegen;
    this.neem(b);
    return undefined;
  }

  /** Fails when the process that the API shows is another than this one. */
  vergelijk(p: ProcesLichaam, wanneer: string): void {
    const { s } = this;
    const datums = (lijst: { naam: string; datum: string }[]): string[] =>
      lijst.map((x) => `${x.naam} ${x.datum}`).sort();
    assert.deepEqual(
      {
        toestand: p.toestand,
        afgerond: p.afgerond,
        uitkomst: p.uitkomst,
        teLaat: p.teLaat,
        revisie: p.revisie,
        voorstellen: p['voorstellen'],
        vlaggen: (p['vlaggen'] as { vlag: string }[]).map((v) => v.vlag),
        termijnen: datums(p.termijnen),
      },
      {
        toestand: s.toestand,
        afgerond: s.afgerond,
        uitkomst: s.uitkomst ?? null,
        teLaat: s.teLaat,
        revisie: s.revisie,
        voorstellen: s.voorstellen,
        vlaggen: s.vlaggen,
        termijnen: datums(s.termijnen),
      },
      wanneer,
    );
  }

  private neem(b: { snapshot: Snapshot; effecten: Effect[]; gebeurtenissen: unknown[] }): void {
    this.s = b.snapshot;
    this.effecten.push(...b.effecten);
    this.gebeurtenissen += b.gebeurtenissen.length;
  }
}
