import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Pool } from 'pg';
import { maakProcessleutel, type Hoofdsleutels } from '#codec';
import { trekBij } from '#klok';
import {
  isKernActie,
  kernActies,
  magOpenen,
  MELDEN,
  OPENEN,
  TAAKRIJ,
  workflowIdVan,
  type Antwoord,
  type Bericht,
  type Definitie,
  type Gegevens,
  type Herkomst,
  type Opening,
  type OpenVraag,
  type StartArgument,
} from '#process';
import {
  inGemeente,
  leesAchtergrond,
  leesFeiten,
  leesLevens,
  procesIdVan,
  startGegevens,
  type InGemeente,
} from '#read-model';
import type { Register } from '../register.js';

/** What the chain needs: our tables, the keys and Temporal. */
export interface KetenOmgeving {
  pool: Pool;
  hoofdsleutels: Hoofdsleutels;
  client: Client;
  register: Register;
}

/** A wish to open a process that no person sends himself. */
export interface OpenWens {
  gemeente: string;
  jongereId: string;
  procestype: string;
  /** Start data; what follows from the birth date comes by itself. */
  gegevens: Gegevens;
  /** Recognises the wish: the same one twice opens once. */
  sleutel: string;
  /** Who wants it: the id of a process, of a piece of work or of a person. */
  door: string;
  behandelaar: string | null;
  herkomst?: Herkomst;
}

/** What came of it. `liepAl`: the subject was open, `id` names it. `geweigerd`: a guard of the start says no, or there is no such youth. */
export type Geopend = { wat: 'geopend' | 'liepAl'; id: string } | { wat: 'geweigerd'; redenen: string[] };

type Gereed = Geopend | { opening: Opening; voorsprong: number };

/** The ways in which a process, or a run over many rows, reaches other processes. */
export interface Keten extends KetenOmgeving {
  /** Safe to repeat. Throws only what may go better later. */
  open(w: OpenWens): Promise<Geopend>;
  /**
   * Gives false when that process is over, or knows no such message with these data. Safe to repeat: the receiver knows the key.
   */
  stuur(procestype: string, procesId: string, b: Bericht): Promise<boolean>;
  /** One transaction of the worker in this municipality. */
  als<T>(gemeente: string, werk: (em: InGemeente) => Promise<T>): Promise<T>;
}

/** @param o.pool of the worker's role. */
export function maakKeten(o: KetenOmgeving): Keten {
  const als: Keten['als'] = (gemeente, werk) => inGemeente(o.pool, { gemeenten: [gemeente] }, werk);

  async function bereidVoor(
    em: InGemeente,
    d: Definitie,
    w: OpenWens,
    overgeslagen: number,
  ): Promise<Gereed> {
    const achtergrond = await leesAchtergrond(em, w.jongereId);
    if (!achtergrond) return { wat: 'geweigerd', redenen: ['jongereOnbekend'] };
    const gegevens = startGegevens(d, JSON.parse(JSON.stringify(w.gegevens)) as object, achtergrond);
    const { gemeente, jongereId, sleutel } = w;
    const plek = { gemeente, jongereId, procestype: d.key, onderwerp: d.onderwerp(gegevens) };
    const levens = await leesLevens(em, plek, sleutel);
    if (levens.vanSleutel) return { wat: 'geopend', id: levens.vanSleutel.id };
    if (levens.open) return { wat: 'liepAl', id: levens.open.id };
    const feiten = await leesFeiten(em, d.startFeiten, { ...plek, artsId: undefined });
    const tegen = magOpenen(d, gegevens, feiten, achtergrond.kader, em.vandaag);
    if (tegen.length > 0) return { wat: 'geweigerd', redenen: tegen.map((t) => t.norm ?? t.code) };
    const id = procesIdVan(plek, levens.afgesloten + 1 + overgeslagen);
    await maakProcessleutel(em, o.hoofdsleutels, id);
    const opening: Opening = {
      ...plek,
      id,
      versie: d.versie,
      gegevens,
      kader: achtergrond.kader,
      behandelaar: d.team === 'doorstroompunt' ? null : (w.behandelaar ?? achtergrond.contactpersoon),
      feiten,
      wie: { id: w.door, rollen: ['systeem'], kenmerken: [] },
      sleutel,
      hash: '',
      ...(w.herkomst && { herkomst: w.herkomst }),
    };
    return { opening, voorsprong: em.voorsprong };
  }

  async function open(w: OpenWens): Promise<Geopend> {
    const d = o.register.nieuwste(w.procestype);
    for (let overgeslagen = 0; ; overgeslagen += 1) {
      const g = await als(w.gemeente, (em) => bereidVoor(em, d, w, overgeslagen));
      if ('wat' in g) return g;
      const { id } = g.opening;
      const vraag: OpenVraag = { sleutel: w.sleutel, hash: '' };
      const start = new WithStartWorkflowOperation<(s: StartArgument) => Promise<unknown>>(w.procestype, {
        workflowId: workflowIdVan(w.procestype, id),
        taskQueue: TAAKRIJ,
        args: [g],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
      try {
        const antwoord = await o.client.workflow.executeUpdateWithStart<
          (s: StartArgument) => Promise<unknown>,
          Antwoord,
          [OpenVraag]
        >(OPENEN, { updateId: w.sleutel, args: [vraag], startWorkflowOperation: start });
        return { wat: antwoord.sleutel === w.sleutel ? 'geopend' : 'liepAl', id };
      } catch (fout) {
        // It ended before our row knew: the next life.
        if (!isAfgelopen(fout) || overgeslagen >= 3) throw fout;
      }
    }
  }

  return {
    ...o,
    als,
    open,
    async stuur(procestype, procesId, b) {
      const gegevens = gelezen(o.register, procestype, b);
      if (!gegevens) return false;
      try {
        const workflowId = workflowIdVan(procestype, procesId);
        // A moved Klok took along only processes in which something fell due; this one must date what it hears on the day of everybody.
        await trekBij(o.client, o.pool, workflowId, false);
        await o.client.workflow.getHandle(workflowId).signal(MELDEN, { ...b, gegevens });
        return true;
      } catch (fout) {
        if (fout instanceof WorkflowNotFoundError) return false;
        throw fout;
      }
    },
  };
}

/** The data of a message as its receiver reads them; undefined when no version of it knows such a message. */
function gelezen(register: Register, procestype: string, b: Bericht): Gegevens | undefined {
  const { acties } = register.nieuwste(procestype);
  const actie = isKernActie(b.bericht) ? kernActies[b.bericht] : acties[b.bericht];
  // Without what is undefined: so it would arrive anyway.
  const uit = actie?.invoer.safeParse(JSON.parse(JSON.stringify(b.gegevens)));
  return uit?.success ? uit.data : undefined;
}

/** This life of the subject is over, although our row does not say so yet. */
const isAfgelopen = (fout: unknown): boolean =>
  fout instanceof WorkflowExecutionAlreadyStartedError ||
  fout instanceof WorkflowNotFoundError ||
  (fout instanceof WorkflowUpdateFailedError &&
    fout.cause instanceof ApplicationFailure &&
    fout.cause.type === 'AcceptedUpdateCompletedWorkflow');
