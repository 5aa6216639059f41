import type { Processleutels } from '#codec';
import { foutpunt } from '#config';
import {
  aangekomen,
  bezwaar,
  decide,
  eerder,
  isKernActie,
  kaderMerk,
  type Antwoord,
  type Gegevens,
  type HandelVraag,
  type Snapshot,
  type Weigering,
} from '#process';
import {
  isMedewerker,
  leesAchtergrond,
  leesFeiten,
  leesProces,
  snapshotVan,
  vraagProces,
  type FeitenVraag,
  type InGemeente,
  type ProcesRij,
} from '#read-model';
import type { Beller } from '../auth/beller.js';
import { zichtVan } from '../auth/rechten.js';
import { databaseWegVooraf, type Databank } from '../bedrijf/databank.js';
import type { Sleutels } from '../bedrijf/sleutels.js';
import { BINNEN_MS } from '../bedrijf/tijd.js';
import { lees } from '../http/leest.js';
import { nietGevonden, ongeldig, Probleem } from '../http/probleem.js';
import { actieVan, definitieVan, rollenVoorActie } from './catalogus.js';
import { bewaarTeksten, hashVan, inhoudVelden } from './invoer.js';
import { Afgelopen, Geweigerd, uitkomstOnbekend, type Motor } from './motor.js';
import type { Uitkomst } from './openen.js';
import { alsProbleem, sleutelHergebruikt } from './weigering.js';

/** One wish to act on a process. */
export interface HandelVerzoek {
  id: string;
  actie: string;
  sleutel: string;
  body: unknown;
}

/**
 * The first question of all (settled reading 18): may this role take an action of this name in any process at all?
 * @throws {Probleem} 403
 */
export function eisRolVoor(beller: Beller, actie: string): void {
  const deuren = rollenVoorActie(actie);
  if (deuren && !deuren.some((rol) => beller.rollen.includes(rol)))
    throw new Probleem('geen-recht', 'Uw rol mag deze actie niet uitvoeren.');
}

interface Gereed {
  snapshot: Snapshot;
  vraag: HandelVraag;
  vandaag: InGemeente['vandaag'];
  /** The row knows this request. It is a hint: only the process itself says that it was accepted. */
  lijktHerhaling: boolean;
}

/** Lets people act on processes, each request once. */
export class Handelen {
  constructor(
    private readonly databank: Databank,
    private readonly sleutels: Sleutels,
    private readonly motor: Motor,
  ) {}

  /**
   * Takes an action, or repeats the answer of the same request before.
   * @throws {Probleem} 400, 403, 404, 409, 422, 503.
   */
  async handel(beller: Beller, v: HandelVerzoek): Promise<Uitkomst> {
    const uiterlijk = Date.now() + BINNEN_MS;
    // Outside the transaction, because it asks the pool for a connection of its own.
    const sleutels = await this.sleutels.van(v.id).catch(databaseWegVooraf);
    const gereed = await this.bereidVoor(beller, v, sleutels, uiterlijk);
    foutpunt('api.voorHandelen');
    try {
      const antwoord = await this.vraag(gereed, uiterlijk);
      foutpunt('api.naHandelen');
      const uitkomst = beoordeeld(antwoord, gereed);
      return gereed.lijktHerhaling ? await this.zoalsNu(beller, uitkomst) : uitkomst;
    } catch (fout) {
      if (fout instanceof Geweigerd) throw alsProbleem(fout.weigering);
      if (gereed.lijktHerhaling && fout instanceof Probleem && fout.soort === 'niet-bewaard')
        throw uitkomstOnbekend();
      if (!(fout instanceof Afgelopen)) throw fout;
      return this.naAfloop(beller, v, gereed.vraag.hash);
    }
  }

  /**
   * A refusal that the process had to record (another action of the same moment came first) is what Temporal repeats for ever under this update
   * id. When our own reading of the process sees no reason for it, the key is tried once more under a second name.
   */
  private async vraag(g: Gereed, uiterlijk: number): Promise<Antwoord> {
    const { procestype, id } = g.snapshot;
    try {
      return await this.motor.handel(procestype, id, g.vraag, g.vraag.sleutel, uiterlijk);
    } catch (fout) {
      const { d } = definitieVan(g.snapshot);
      if (!(fout instanceof Geweigerd) || !decide(d, g.snapshot, g.vraag, g.vandaag).ok) throw fout;
      return this.motor.handel(procestype, id, g.vraag, `${g.vraag.sleutel}.2`, uiterlijk);
    }
  }

  /** A repeat: Temporal gives the outcome of an update id as it was then, the caller gets the process as it is now. */
  private async zoalsNu(beller: Beller, u: Uitkomst): Promise<Uitkomst> {
    const nu = await this.databank.als(beller, (em) => leesProces(em, u.snapshot.id, zichtVan(beller)));
    return { ...u, herhaald: true, snapshot: nu && nu.revisie > u.snapshot.revisie ? nu : u.snapshot };
  }

  /** The row of a process that has ended is its last word. */
  private async naAfloop(beller: Beller, v: HandelVerzoek, hash: string): Promise<Uitkomst> {
    const s = await this.databank.als(beller, (em) => leesProces(em, v.id, zichtVan(beller)));
    if (!s) throw nietGevonden();
    const bekend = herhaling(s, v.sleutel, hash);
    if (bekend) return bekend;
    if (s.afgerond) throw afgerond();
    throw new Probleem('niet-bewaard', 'Dit proces is even niet bereikbaar. Er is niets bewaard.');
  }

  private async bereidVoor(
    beller: Beller,
    v: HandelVerzoek,
    sleutels: Processleutels | undefined,
    uiterlijk: number,
  ): Promise<Gereed> {
    const vraagHet = vraagProces(beller.gemeenten, v.id, zichtVan(beller));
    const { rijen, vandaag } = await this.databank.ronde<[ProcesRij]>(beller, uiterlijk, [vraagHet]);
    const [rij] = rijen[0];
    if (!rij || !sleutels) throw nietGevonden();
    const s = snapshotVan(rij);
    const { d } = definitieVan(s);
    const actie = actieVan(d, v.actie);
    if (!actie) throw new Probleem('niet-gevonden', 'Deze actie bestaat niet in dit proces.');
    const wie = { id: beller.sub, rollen: beller.rollen, kenmerken: beller.kenmerken };
    const rol = isKernActie(v.actie) ? kernRol(actie.door, beller) : bezwaar(d, s, v.actie, wie);
    if (rol?.code === 'rol') throw alsProbleem(rol);
    const invoer = lees(actie.invoer, v.body ?? {}) as Gegevens;

    const hash = hashVan(beller, 'POST', `/processen/${v.id}/acties/${v.actie}`, v.body ?? {});
    // Whether this key is known, or the process over, only the process can say: a row may show what Temporal then dropped.
    const artsId = (invoer['artsId'] ?? s.gegevens['artsId']) as string | undefined;
    const feitenVraag: FeitenVraag = {
      gemeente: s.gemeente,
      jongereId: s.jongereId,
      artsId,
      handelendeArts:
        zichtVan(beller).soort === 'arts'
          ? { id: beller.sub, vanProces: s.gegevens['artsId'] as string | undefined }
          : undefined,
    };
    const vraag: HandelVraag = {
      actie: v.actie,
      invoer,
      feiten: {},
      wie,
      sleutel: v.sleutel,
      hash,
      heeft: kaderMerk(s.kader),
    };
    if (actie.feiten?.length || inhoudVelden(actie.invoer).length > 0 || isKernActie(v.actie))
      await this.databank.vooraf(beller, uiterlijk, async (em) => {
        const [feiten, metTeksten] = await Promise.all([
          leesFeiten(em, actie.feiten, feitenVraag),
          bewaarTeksten(em, sleutels, s.gemeente, actie.invoer, invoer, beller.sub),
        ]);
        Object.assign(vraag, { feiten, invoer: metTeksten });
        await vulKernAan(em, s, vraag);
      });
    const lijktHerhaling = typeof eerder(s, v.sleutel, hash) === 'object';
    return { snapshot: s, vraag, vandaag, lijktHerhaling };
  }
}

/** What kernel actions need of our own tables, and what only we can check. */
async function vulKernAan(em: InGemeente, s: Snapshot, vraag: HandelVraag): Promise<void> {
  if (vraag.actie === 'kaderBijwerken')
    vraag.kader = (await leesAchtergrond(em, s.jongereId, s.geopendOp))?.kader;
  const behandelaar = vraag.actie === 'toewijzen' ? vraag.invoer['behandelaar'] : null;
  if (typeof behandelaar === 'string' && !(await isMedewerker(em, s.gemeente, behandelaar)))
    throw ongeldig([{ pointer: '/behandelaar', code: 'onbekend', melding: 'Deze medewerker is onbekend.' }]);
}

const kernRol = (door: readonly string[], beller: Beller): Weigering | undefined =>
  beller.rollen.some((r) => door.includes(r))
    ? undefined
    : { code: 'rol', melding: 'Uw rol mag deze actie niet uitvoeren.' };

const afgerond = (): Probleem =>
  alsProbleem({ code: 'toestand', melding: 'Dit proces is afgerond.', mogelijk: [] });

function herhaling(s: Snapshot, sleutel: string, hash: string): Uitkomst | undefined {
  const bekend = eerder(s, sleutel, hash);
  if (bekend === 'anders') throw sleutelHergebruikt();
  return bekend && { snapshot: s, revisieVanActie: bekend.revisie, herhaald: true };
}

/** Temporal gives the outcome of an update id to whoever asks; another's request is not ours. */
function beoordeeld(a: Antwoord, { vraag, snapshot: { kader } }: Gereed): Uitkomst {
  if (a.sleutel !== vraag.sleutel || a.hash !== vraag.hash) throw sleutelHergebruikt();
  return { snapshot: aangekomen(a.snapshot, kader), revisieVanActie: a.revisie, herhaald: a.herhaald };
}
