import { motorVan, type Motor, type TestStackBeschrijving } from '#test-kit';
import type pg from 'pg';
import { beginVan } from '#kalender';
import { beginKlokOp, zetKlokOp } from '#klok';
import { maakEigenaarPool } from '#read-model';
import { maakJongeren } from '../load/jongeren.js';
import { elk } from './banen.js';
import { SCHOOLJAAR } from './cijfers.js';
import { handelingen, jaarcijfers, ontvangen, type Bevinding } from './controle.js';
import { plusDagen, type Datum } from './dagen.js';
import type { Voorval, Zaak } from './draaiboek.js';
import { Grootboek } from './grootboek.js';
import { Herinneringen } from './herinneringen.js';
import { Mensen } from './mensen.js';
import { motor } from './motorcontrole.js';
import type { Plan } from './plan.js';
import { Post } from './post.js';
import { EERSTE_DAG, KALENDER_BEKEND_TOT, LAATSTE_DAG, SCHOLEN, VAKANTIES, werkdagen } from './schooljaar.js';
import { Speler } from './speler.js';
import { Toestand } from './toestand.js';

/** How far it is: shown while it plays. */
export interface Voortgang {
  fase: string;
  /** The day of the Klok; absent outside the year itself. */
  dag?: Datum;
  gedaan: number;
  totaal: number;
}

/** What became of a simulated school year. */
export interface Uitkomst {
  plan: Plan;
  bevindingen: Bevinding[];
  perType: { procestype: string; geopend: number; afgerond: number; open: number }[];
  handelingen: number;
  geweigerd: string[];
  nietAanDeOrde: number;
  herhaald: number;
  herinneringen: number;
  verstreken: number;
  teDoen: { soort: string; aantal: number }[];
  /** What became of the reminders in the mail, and of the mails. */
  post: { wat: string; aantal: number }[];
  /** How many working days were played. */
  dagen: number;
  seconden: { totaal: number; klok: number; post: number; handelen: number; controle: number };
}

/** People begin at nine, an hour after the mail may go. */
const NEGEN_UUR_MS = 9 * 3_600_000;
/** How many people act at the same moment. */
const TEGELIJK = 4;
/** The day on which the whole school year lies behind us. */
const ERNA = plusDagen(LAATSTE_DAG, 1);

/**
 * Plays the school year of a plan on a fresh stack: day by day, through the API, with the engine's own time skipped, and compares
 * what it wrote down with what is there.
 * @throws Error when the stack is not fresh, or a process does not follow the Klok.
 */
export async function speelSchooljaar(
  stack: TestStackBeschrijving,
  plan: Plan,
  meld: (v: Voortgang) => void,
): Promise<Uitkomst> {
  const m = await motorVan(stack);
  const eigenaar = maakEigenaarPool(stack.databaseUrl, 1);
  const post = new Post(stack);
  try {
    return await new Spel(stack, plan, { motor: m, eigenaar, post }, meld).speel();
  } finally {
    await post.sluit();
    await eigenaar.end();
    await m.sluit();
  }
}

class Spel {
  private readonly grootboek = new Grootboek();
  private readonly herinneringen = new Herinneringen();
  private readonly toestand: Toestand;
  private readonly begin = performance.now();
  private klok = 0;
  private handelen = 0;
  private postMs = 0;

  constructor(
    private readonly stack: TestStackBeschrijving,
    private readonly plan: Plan,
    private readonly o: { motor: Motor; eigenaar: pg.Pool; post: Post },
    private readonly meld: (v: Voortgang) => void,
  ) {
    this.toestand = new Toestand(stack.databaseUrl);
  }

  async speel(): Promise<Uitkomst> {
    this.meld({ fase: 'voorbereiden', gedaan: 0, totaal: 1 });
    const mensen = await Mensen.meldAan(this.stack);
    await this.bereidVoor(mensen);
    const speler = new Speler(mensen, this.grootboek);
    const dagen = await this.speelJaar(speler);
    this.meld({ fase: 'controleren', gedaan: 0, totaal: 1 });
    const naJaar = performance.now();
    const processen = await this.toestand.processen();
    const regels = await this.toestand.regels();
    const herinnerd = await this.herinneringen.slot(this.toestand, plusDagen(EERSTE_DAG, -1));
    const bevindingen = [
      handelingen(this.grootboek, regels),
      await ontvangen(this.grootboek, this.toestand, processen),
      ...(await motor(this.o.motor, processen)),
      herinnerd,
      ...(await this.o.post.klopt(this.toestand, this.plan)),
      await jaarcijfers(mensen, this.plan),
    ];
    const nu = performance.now();
    return {
      plan: this.plan,
      bevindingen,
      perType: perType(processen),
      handelingen: this.grootboek.aanvaard('doe').length,
      geweigerd: this.grootboek
        .geweigerd()
        .map((p) => `${p.op} ${p.naam}: ${p.status} ${p.soort ?? ''}`.trim()),
      nietAanDeOrde: speler.nietAanDeOrde,
      herhaald: this.grootboek.herhaald,
      herinneringen: herinnerd.n,
      verstreken: regels.filter((r) => r.soort === 'verlopen').length,
      teDoen: await this.toestand.teDoen(),
      post: await this.toestand.post(),
      dagen,
      seconden: {
        totaal: (nu - this.begin) / 1000,
        klok: this.klok / 1000,
        post: this.postMs / 1000,
        handelen: this.handelen / 1000,
        controle: (nu - naJaar) / 1000,
      },
    };
  }

  /** The Klok in 2023, the holidays of that year, how many youths there are, and the rows of those of whom nothing is told. */
  private async bereidVoor(mensen: Mensen): Promise<void> {
    await beginKlokOp(this.o.eigenaar, EERSTE_DAG);
    const api = mensen.beheerder();
    for (const [gemeente, scholen] of Object.entries(SCHOLEN)) {
      for (const brin of [...scholen.voortgezet, scholen.basis]) {
        const pad = `/scholen/${brin}/kalender?gemeente=${gemeente}`;
        const nu = await api.vraag('GET', pad);
        await eis(
          api.vraag('PUT', pad, {
            lichaam: { bekendTot: KALENDER_BEKEND_TOT, vakanties: VAKANTIES },
            versie: nu.koppen.get('etag')!,
          }),
        );
      }
      const { leerplichtigen } = this.plan.telling[gemeente]!;
      const grondslag = { lichaam: { gemeente, leerplichtigen }, versie: '"0"' };
      await eis(api.vraag('PUT', `/jaarcijfers/${SCHOOLJAAR}/grondslag`, grondslag));
      const eigen = this.plan.zaken.filter((z) => z.gemeente === gemeente).length;
      await maakJongeren(this.stack.databaseUrl, gemeente, scholen.basis, 1, leerplichtigen - eigen);
    }
  }

  /** Every working day: what comes by itself, the mail, and what people do. Gives how many those were. */
  private async speelJaar(speler: Speler): Promise<number> {
    const zakenOp = perDag(this.plan.zaken);
    const totaal = this.plan.zaken.reduce((n, z) => n + z.voorvallen.length, 0);
    const dagen = werkdagen(EERSTE_DAG, ERNA);
    let gedaan = 0;
    let vorige = plusDagen(EERSTE_DAG, -1);
    for (const dag of dagen) {
      this.meld({ fase: 'schooljaar', dag, gedaan, totaal });
      await this.naar(dag);
      const zaken = [...(zakenOp.get(dag)?.values() ?? [])];
      const begin = performance.now();
      await elk(TEGELIJK, zaken, ([zaak, voorvallen]) => speler.dag(zaak, voorvallen));
      this.handelen += performance.now() - begin;
      gedaan += zaken.reduce((n, [, v]) => n + v.length, 0);
      await this.herinneringen.kijk(this.toestand, vorige, dag);
      vorige = plusDagen(dag, -1);
    }
    // What fell due by the acts of the last day.
    await this.o.post.ronde();
    return dagen.length;
  }

  /** The morning of a day: what falls due has come, and the mail has gone. */
  private async naar(dag: Datum): Promise<void> {
    const begin = performance.now();
    await this.o.motor.klokNaar(dag);
    await zetKlokOp(this.o.eigenaar, beginVan(dag) + NEGEN_UUR_MS);
    const klokKlaar = performance.now();
    this.klok += klokKlaar - begin;
    await this.o.post.ronde();
    this.postMs += performance.now() - klokKlaar;
  }
}

async function eis(antwoord: Promise<{ status: number; lichaam: unknown }>): Promise<void> {
  const { status, lichaam } = await antwoord;
  if (status >= 300) throw new Error(`Voorbereiden lukte niet: ${status} ${JSON.stringify(lichaam)}`);
}

type DagVan = [zaak: Zaak, voorvallen: Voorval[]];

/** Per day what happens to whom. */
function perDag(zaken: readonly Zaak[]): Map<Datum, Map<number, DagVan>> {
  const dagen = new Map<Datum, Map<number, DagVan>>();
  for (const zaak of zaken)
    for (const v of zaak.voorvallen) {
      const dag = dagen.get(v.op) ?? new Map<number, DagVan>();
      dagen.set(v.op, dag);
      const eigen = dag.get(zaak.nr) ?? [zaak, []];
      dag.set(zaak.nr, eigen);
      eigen[1].push(v);
    }
  return dagen;
}

function perType(rijen: readonly { procestype: string; afgerond: boolean }[]): Uitkomst['perType'] {
  const typen = [...new Set(rijen.map((r) => r.procestype))].sort();
  return typen.map((procestype) => {
    const eigen = rijen.filter((r) => r.procestype === procestype);
    const afgerond = eigen.filter((r) => r.afgerond).length;
    return { procestype, geopend: eigen.length, afgerond, open: eigen.length - afgerond };
  });
}
