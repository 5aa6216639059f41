import { Context } from '@temporalio/activity';
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
import { foutpunt } from '#config';
import {
  magOpenen,
  MELDEN,
  OPENEN,
  TAAKRIJ,
  workflowIdVan,
  type Antwoord,
  type Bericht,
  type Definitie,
  type Gegevens,
  type Koppeling,
  type Opening,
  type OpenVraag,
  type StartArgument,
} from '#process';
import type { Afzender } from '#process-workflow';
import {
  inGemeente,
  leesAchtergrond,
  leesFeiten,
  leesLevens,
  noteerKoppeling,
  noteerTeDoen,
  openeOfType,
  procesIdVan,
  startGegevens,
  teDoenVan,
  type InGemeente,
} from '#read-model';
import type { Register } from '../register.js';

/** What the chain needs: our tables, the keys and Temporal. */
export interface KetenOmgeving {
  pool: Pool;
  hoofdsleutels: Hoofdsleutels;
  client: Client;
}

/** A row may lag a little behind its process: only after so many attempts nobody there means nobody there. */
const POGINGEN_VOOR_NIEMAND = 3;

type Gereed =
  { open: string } | { zelfGeopend: string } | { opening: Opening; voorsprong: number } | { geweigerd: true };

/** One process opens another, or tells it something. Safe to repeat: the id of the effect makes the request recognisable. */
export function maakKoppel(o: KetenOmgeving, register: Register) {
  const in_ = <T>(gemeente: string, werk: (em: InGemeente) => Promise<T>): Promise<T> =>
    inGemeente(o.pool, { gemeenten: [gemeente] }, werk);
  const sleutelVan = (e: Koppeling, van: Afzender): string => `${van.id}.${e.id}`;
  /** A person must do it: the line of *te doen* that says so. */
  const doorMens = (e: Koppeling, van: Afzender): Promise<void> => noteerTeDoen(o.pool, van, teDoenVan(e));

  async function stuur(e: Koppeling, van: Afzender, procesId: string, bericht: string, gegevens: Gegevens) {
    const { procestype, id } = van;
    const b: Bericht = { bericht, gegevens, sleutel: sleutelVan(e, van), van: { procestype, id } };
    await o.client.workflow.getHandle(workflowIdVan(e.procestype, procesId)).signal(MELDEN, b);
  }

  async function open(e: Koppeling, van: Afzender): Promise<void> {
    const d = register.nieuwste(e.procestype);
    for (let overgeslagen = 0; ; overgeslagen += 1) {
      const g = await in_(van.gemeente, (em) => bereidVoor(em, d, e, van, overgeslagen));
      if ('geweigerd' in g) return doorMens(e, van);
      if ('zelfGeopend' in g) return koppel(van, g.zelfGeopend, 'start');
      if ('open' in g) return sluitAan(d, e, van, g.open);
      const vraag = { sleutel: g.opening.sleutel, hash: g.opening.hash };
      const start = new WithStartWorkflowOperation(e.procestype, {
        workflowId: workflowIdVan(e.procestype, g.opening.id),
        taskQueue: TAAKRIJ,
        args: [g satisfies StartArgument],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
      try {
        const antwoord = await o.client.workflow.executeUpdateWithStart<
          (s: StartArgument) => Promise<unknown>,
          Antwoord,
          [OpenVraag]
        >(OPENEN, { updateId: vraag.sleutel, args: [vraag], startWorkflowOperation: start });
        if (antwoord.sleutel !== vraag.sleutel) return sluitAan(d, e, van, g.opening.id);
        return await koppel(van, g.opening.id, 'start');
      } catch (fout) {
        // It ended before our row knew: the next life.
        if (!isAfgelopen(fout) || overgeslagen >= 3) throw fout;
      }
    }
  }

  async function bereidVoor(
    em: InGemeente,
    d: Definitie,
    e: Koppeling,
    van: Afzender,
    overgeslagen: number,
  ): Promise<Gereed> {
    const achtergrond = await leesAchtergrond(em, van.jongereId);
    if (!achtergrond) return { geweigerd: true };
    const gegevens = startGegevens(d, e.gegevens, achtergrond);
    const { gemeente, jongereId } = van;
    const plek = { gemeente, jongereId, procestype: d.key, onderwerp: d.onderwerp(gegevens) };
    const sleutel = sleutelVan(e, van);
    const levens = await leesLevens(em, plek, sleutel);
    if (levens.vanSleutel) return { zelfGeopend: levens.vanSleutel.id };
    if (levens.open) return { open: levens.open.id };
    const feiten = await leesFeiten(em, d.startFeiten, { ...plek, artsId: undefined });
    if (magOpenen(d, gegevens, feiten, achtergrond.kader, em.vandaag).length > 0) return { geweigerd: true };
    const id = procesIdVan(plek, levens.afgesloten + 1 + overgeslagen);
    await maakProcessleutel(em, o.hoofdsleutels, id);
    const opening: Opening = {
      ...plek,
      id,
      versie: d.versie,
      gegevens,
      kader: achtergrond.kader,
      behandelaar: d.team === 'doorstroompunt' ? null : (van.behandelaar ?? achtergrond.contactpersoon),
      feiten,
      wie: { id: van.id, rollen: ['systeem'], kenmerken: [] },
      sleutel,
      hash: '',
      herkomst: { procestype: van.procestype, id: van.id },
    };
    return { opening, voorsprong: em.voorsprong };
  }

  /** The subject is open already: that process hears of it, as far as it wants to. */
  async function sluitAan(d: Definitie, e: Koppeling, van: Afzender, id: string): Promise<void> {
    await koppel(van, id, 'vervolg');
    const actie = d.bijOpen === undefined ? undefined : d.acties[d.bijOpen];
    if (!actie) return;
    const bekend = Object.keys(actie.invoer.shape);
    const gegevens = Object.fromEntries(Object.entries(e.gegevens).filter(([veld]) => bekend.includes(veld)));
    await stuur(e, van, id, d.bijOpen!, gegevens).catch(async (fout: unknown) => {
      if (!(fout instanceof WorkflowNotFoundError)) throw fout;
      await doorMens(e, van);
    });
  }

  async function meld(e: Extract<Koppeling, { soort: 'meld' }>, van: Afzender): Promise<void> {
    const ids = await in_(van.gemeente, (em) => openeOfType(em, van.gemeente, van.jongereId, e.procestype));
    let gehoord = 0;
    for (const id of ids)
      try {
        await stuur(e, van, id, e.bericht, e.gegevens);
        await koppel(van, id, 'bericht');
        gehoord += 1;
      } catch (fout) {
        if (!(fout instanceof WorkflowNotFoundError)) throw fout;
      }
    if (gehoord > 0 || !e.moet) return;
    if (Context.current().info.attempt < POGINGEN_VOOR_NIEMAND)
      throw new Error(`Er loopt nog geen ${e.procestype} om dit aan te melden.`);
    await doorMens(e, van);
  }

  const koppel = (van: Afzender, naar: string, soort: 'start' | 'vervolg' | 'bericht'): Promise<void> =>
    in_(van.gemeente, (em) => noteerKoppeling(em, van.gemeente, { van: van.id, naar, soort }));

  return async (e: Koppeling, van: Afzender): Promise<void> => {
    foutpunt('keten');
    await (e.soort === 'start' ? open(e, van) : meld(e, van));
  };
}

/** This life of the subject is over, although our row does not say so yet. */
const isAfgelopen = (fout: unknown): boolean =>
  fout instanceof WorkflowExecutionAlreadyStartedError ||
  fout instanceof WorkflowNotFoundError ||
  (fout instanceof WorkflowUpdateFailedError &&
    fout.cause instanceof ApplicationFailure &&
    fout.cause.type === 'AcceptedUpdateCompletedWorkflow');
