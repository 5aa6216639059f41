import { Context } from '@temporalio/activity';
import { foutpunt } from '#config';
import type { Koppeling } from '#process';
import type { Afzender } from '#process-workflow';
import { noteerKoppeling, noteerTeDoen, openeOfType, teDoenVan, type KoppelingSoort } from '#read-model';
import type { Keten } from './keten.js';

/** A row may lag a little behind its process: only after so many attempts nobody there means nobody there. */
const POGINGEN_VOOR_NIEMAND = 3;

/** One process opens another, or tells it something. Safe to repeat: the id of the effect makes the request recognisable. */
export function maakKoppel(keten: Keten) {
  const sleutelVan = (e: Koppeling, van: Afzender): string => `${van.id}.${e.id}`;
  const herkomst = ({ procestype, id }: Afzender): Koppelaar => ({ procestype, id });
  const koppel = (van: Afzender, naar: string, soort: KoppelingSoort): Promise<void> =>
    keten.als(van.gemeente, (em) => noteerKoppeling(em, van.gemeente, { van: van.id, naar, soort }));
  /** A person must do it: the line of *te doen* that says so. */
  const doorMens = (e: Koppeling, van: Afzender): Promise<void> =>
    noteerTeDoen(keten.pool, van, teDoenVan(e));

  async function start(e: Koppeling, van: Afzender): Promise<void> {
    const { gemeente, jongereId, behandelaar } = van;
    const uitkomst = await keten.open({
      gemeente,
      jongereId,
      procestype: e.procestype,
      gegevens: e.gegevens,
      sleutel: sleutelVan(e, van),
      door: van.id,
      behandelaar,
      herkomst: herkomst(van),
    });
    if (uitkomst.wat === 'geweigerd') return doorMens(e, van);
    await koppel(van, uitkomst.id, uitkomst.wat === 'geopend' ? 'start' : 'vervolg');
    if (uitkomst.wat === 'liepAl') await sluitAan(e, van, uitkomst.id);
  }

  /** The subject is open already: that process hears of it, as far as it wants to. */
  async function sluitAan(e: Koppeling, van: Afzender, id: string): Promise<void> {
    const d = keten.register.nieuwste(e.procestype);
    const actie = d.bijOpen === undefined ? undefined : d.acties[d.bijOpen];
    if (!actie) return;
    const bekend = Object.keys(actie.invoer.shape);
    const gegevens = Object.fromEntries(Object.entries(e.gegevens).filter(([veld]) => bekend.includes(veld)));
    const b = { bericht: d.bijOpen!, gegevens, sleutel: sleutelVan(e, van), van: herkomst(van) };
    if (!(await keten.stuur(e.procestype, id, b))) await doorMens(e, van);
  }

  async function meld(e: Extract<Koppeling, { soort: 'meld' }>, van: Afzender): Promise<void> {
    const ids = await keten.als(van.gemeente, (em) =>
      openeOfType(em, van.gemeente, van.jongereId, e.procestype),
    );
    const b = { bericht: e.bericht, gegevens: e.gegevens, sleutel: sleutelVan(e, van), van: herkomst(van) };
    let gehoord = 0;
    for (const id of ids) {
      if (!(await keten.stuur(e.procestype, id, b))) continue;
      await koppel(van, id, 'bericht');
      gehoord += 1;
    }
    if (gehoord > 0 || !e.moet) return;
    if (Context.current().info.attempt < POGINGEN_VOOR_NIEMAND)
      throw new Error(`Er loopt nog geen ${e.procestype} om dit aan te melden.`);
    await doorMens(e, van);
  }

  return async (e: Koppeling, van: Afzender): Promise<void> => {
    foutpunt('keten');
    await (e.soort === 'start' ? start(e, van) : meld(e, van));
  };
}

type Koppelaar = Pick<Afzender, 'procestype' | 'id'>;
