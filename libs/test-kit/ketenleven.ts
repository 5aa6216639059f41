import { plusMaanden, type Datum } from '#kalender';
import {
  AFGELEIDE_VELDEN,
  decide,
  isKoppeling,
  magOpenen,
  nextWake,
  ontvang,
  open,
  tick,
  type Besluit,
  type Definitie,
  type Feiten,
  type Gegevens,
  type Herkomst,
  type Koppeling,
  type Snapshot,
  type Weigering,
  type Wie,
} from '#process';
import { KADER, persoon } from './verhaal.js';

/** One process of the youth. */
export interface Schakel {
  id: string;
  d: Definitie;
  s: Snapshot;
}

/** A link that a person must make by hand: nobody took it. */
export interface NietGenomen {
  van: string;
  effect: Koppeling;
  reden: string;
}

/** What may be open after the 18th birthday (settled reading 8). */
const NA_ACHTTIEN = ['strafrecht', 'halt', 'overdracht', 'traject'];

/**
 * The whole chain of one youth in memory: the same pure functions as in the workflows, the links between them delivered at once. For stories
 * and for random lives; what Temporal and PostgreSQL add is tested on the real server.
 */
export class Ketenleven {
  readonly schakels: Schakel[] = [];
  readonly nietGenomen: NietGenomen[] = [];
  /** Links that were made: `van -> naar`, by type. */
  readonly koppelingen: {
    van: string;
    naar: string;
    soort: 'start' | 'vervolg' | 'bericht';
    bericht?: string;
  }[] = [];
  private nummer = 0;

  constructor(
    private readonly nieuwste: Readonly<Record<string, Definitie>>,
    public vandaag: Datum,
    readonly achttienOp: Datum,
  ) {}

  /** The open process of this type; undefined when there is none. */
  loopt(procestype: string): Schakel | undefined {
    return this.schakels.find((x) => x.d.key === procestype && !x.s.afgerond);
  }

  /** The last process of this type, open or over. Throws when there never was one. */
  laatste(procestype: string): Schakel {
    const x = this.schakels.filter((y) => y.d.key === procestype).at(-1);
    if (!x) throw new Error(`Er was nooit een ${procestype}`);
    return x;
  }

  /** Opens a process as a person does; throws the refusal. */
  open(procestype: string, gegevens: Gegevens, wie: Wie = persoon('leerplichtambtenaar', ['boa'])): Schakel {
    const uit = this.begin(procestype, gegevens, wie);
    if ('weigering' in uit) throw new Error(`${procestype}: ${uit.weigering}`);
    this.dag(this.vandaag);
    return uit.schakel;
  }

  /** Takes an action; gives the refusal, or undefined when it was taken. */
  probeer(x: Schakel, actie: string, gegeven: Gegevens, wie: Wie): Weigering | undefined {
    const invoer = x.d.acties[actie]!.invoer.parse(gegeven) as Gegevens;
    const b = decide(
      x.d,
      x.s,
      { actie, invoer, feiten: this.feiten(), wie, sleutel: `k${(this.nummer += 1)}`, hash: actie },
      this.vandaag,
    );
    if (!b.ok) return b.weigering;
    this.neem(x, b);
    // What is due already happens at once: the alarm of the workflow rings in the same moment.
    this.dag(this.vandaag);
    return undefined;
  }

  /** Takes an action that must be taken. */
  doe(
    procestype: string,
    actie: string,
    invoer: Gegevens = {},
    wie = persoon('leerplichtambtenaar', ['boa']),
  ): this {
    const x = this.loopt(procestype);
    if (!x) throw new Error(`Er loopt geen ${procestype}`);
    const w = this.probeer(x, actie, invoer, wie);
    if (w) throw new Error(`${procestype}.${actie}: ${w.melding}`);
    return this;
  }

  /** Lets time pass up to and including this day, everything on its own day. */
  dag(op: Datum): this {
    for (;;) {
      const wek = this.schakels
        .map((x) => nextWake(x.d, x.s))
        .filter((w) => w !== null)
        .sort()[0];
      if (wek === undefined || wek > op) break;
      if (wek > this.vandaag) this.vandaag = wek;
      for (const x of [...this.schakels]) {
        const b = tick(x.d, x.s, this.vandaag);
        if (b) this.neem(x, b);
      }
    }
    if (op > this.vandaag) this.vandaag = op;
    return this;
  }

  /** The laws of the chain that are broken now, as sentences. */
  schendingen(): string[] {
    const fout: string[] = [];
    const open = this.schakels.filter((x) => !x.s.afgerond);
    const sleutels = open.map((x) => `${x.d.key} ${x.s.onderwerp}`);
    if (new Set(sleutels).size !== sleutels.length) fout.push('twee open processen over hetzelfde');
    if (this.vandaag >= this.achttienOp)
      for (const x of open)
        if (!NA_ACHTTIEN.includes(x.d.key)) fout.push(`${x.d.key} loopt na de 18e verjaardag`);
    for (const x of open) {
      for (const l of x.s.termijnen)
        if (l.datum < this.vandaag && !l.verlopen && !l.schorsingen?.some((z) => z.tot === undefined))
          fout.push(`${x.d.key}.${l.naam} is voorbij en niet te laat`);
      if (!x.d.toestanden[x.s.toestand]?.eigenaar) fout.push(`${x.d.key} wacht op niemand`);
    }
    const verwezen = this.schakels.filter(
      (x) => x.d.key === 'halt' && x.s.gegevens['verwezenOp'] !== undefined,
    );
    if (verwezen.length > 1 && !this.schakels.some((x) => x.s.terzijde.length > 0))
      fout.push('een tweede Halt zonder terzijdegestelde norm');
    return fout;
  }

  private feiten(): Feiten {
    const halt = this.schakels.filter((x) => x.d.key === 'halt' && x.s.gegevens['verwezenOp'] !== undefined);
    return {
      haltVerwezen: halt.length,
      strafrechtLoopt: this.loopt('strafrecht') !== undefined,
      isBehandelendArts: false,
      artsIsAangewezen: true,
    };
  }

  private begin(
    procestype: string,
    gegeven: Gegevens,
    wie: Wie,
    herkomst?: Herkomst,
  ): { schakel: Schakel; liepAl: boolean } | { weigering: string } {
    const d = this.nieuwste[procestype];
    if (!d) throw new Error(`Het proces ${procestype} bestaat niet`);
    const gegevens = d.start.parse({
      ...(JSON.parse(JSON.stringify(gegeven)) as object),
      ...this.verjaardagen(d),
    }) as Gegevens;
    const onderwerp = d.onderwerp(gegevens);
    const liep = this.schakels.find((x) => x.d.key === d.key && x.s.onderwerp === onderwerp && !x.s.afgerond);
    if (liep) return { schakel: liep, liepAl: true };
    const feiten = this.feiten();
    const [tegen] = magOpenen(d, gegevens, feiten, KADER, this.vandaag);
    if (tegen) return { weigering: tegen.norm ?? tegen.melding };
    const id = `p${(this.nummer += 1)}`;
    const b = open(
      d,
      {
        id,
        procestype,
        versie: d.versie,
        gemeente: '0164',
        jongereId: 'j',
        onderwerp,
        gegevens,
        kader: KADER,
        behandelaar: null,
        feiten,
        wie,
        sleutel: `o${id}`,
        hash: '',
        ...(herkomst && { herkomst }),
      },
      this.vandaag,
    );
    const schakel = { id, d, s: b.snapshot };
    this.schakels.push(schakel);
    this.neem(schakel, b);
    return { schakel, liepAl: false };
  }

  private neem(x: Schakel, b: Extract<Besluit, { ok: true }>): void {
    x.s = b.snapshot;
    for (const e of b.effecten) if (isKoppeling(e)) this.lever(x, e);
  }

  private lever(van: Schakel, e: Koppeling): void {
    const herkomst = { procestype: van.d.key, id: van.id };
    const niet = (reden: string): void => void this.nietGenomen.push({ van: van.d.key, effect: e, reden });
    if (e.soort === 'start') {
      const uit = this.begin(e.procestype, e.gegevens, persoon('systeem'), herkomst);
      if ('weigering' in uit) return niet(uit.weigering);
      this.koppelingen.push({ van: van.d.key, naar: e.procestype, soort: uit.liepAl ? 'vervolg' : 'start' });
      const { bijOpen } = uit.schakel.d;
      if (!uit.liepAl || bijOpen === undefined) return;
      const bekend = Object.keys(uit.schakel.d.acties[bijOpen]!.invoer.shape);
      const mee = Object.fromEntries(Object.entries(e.gegevens).filter(([veld]) => bekend.includes(veld)));
      return this.stuur(van, uit.schakel, e, bijOpen, mee);
    }
    const naar = this.schakels.filter((x) => x.d.key === e.procestype && !x.s.afgerond);
    if (naar.length === 0 && e.moet) return niet('niemand open');
    for (const x of naar) {
      this.koppelingen.push({ van: van.d.key, naar: e.procestype, soort: 'bericht', bericht: e.bericht });
      this.stuur(van, x, e, e.bericht, e.gegevens);
    }
  }

  private stuur(van: Schakel, naar: Schakel, e: Koppeling, bericht: string, gegevens: Gegevens): void {
    const actie = naar.d.acties[bericht];
    if (!actie) throw new Error(`${naar.d.key} kent het bericht ${bericht} niet`);
    const invoer = actie.invoer.parse(JSON.parse(JSON.stringify(gegevens))) as Gegevens;
    const b = ontvang(
      naar.d,
      naar.s,
      { bericht, gegevens: invoer, sleutel: `${van.id}.${e.id}`, van: { procestype: van.d.key, id: van.id } },
      this.vandaag,
    );
    if (!b) return;
    if (b.gebeurtenissen.at(-1)!.soort === 'bericht')
      this.nietGenomen.push({
        van: van.d.key,
        effect: e,
        reden: `${naar.d.key} in ${naar.s.toestand} neemt ${bericht} niet`,
      });
    this.neem(naar, b);
  }

  private verjaardagen(d: Definitie): Gegevens {
    const alle = {
      twaalfOp: plusMaanden(this.achttienOp, -12 * 6),
      zestienOp: plusMaanden(this.achttienOp, -12 * 2),
      achttienOp: this.achttienOp,
      zevenentwintigOp: plusMaanden(this.achttienOp, 12 * 9),
    };
    return Object.fromEntries(AFGELEIDE_VELDEN.filter((v) => v in d.start.shape).map((v) => [v, alle[v]]));
  }
}
