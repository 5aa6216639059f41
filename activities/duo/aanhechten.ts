import { v5 as uuidv5 } from 'uuid';
import { KLUS, z } from '#process';
import {
  hechtMeldingAan,
  isGeopendMet,
  leesAchtergrond,
  leesMeldingen,
  type InGemeente,
  type Klus,
  type KlusRegel,
  type Melding,
} from '#read-model';
import type { Keten } from '../keten/keten.js';
import type { RegelUitkomst } from '../klus/werk-af.js';
import { duoStatusVan } from './status.js';
import { wegVan, type Weg } from './wegen.js';

/** Namespace of the keys by which a process recognises a report; never changes. */
const SLEUTELS = 'b7f0a3d2-5c49-5e0f-8f8e-0c1f6b6f2d11';
/** A process may end between our question and our message. */
const POGINGEN = 3;

/** The key of what one report asks of a process. */
export const sleutelVan = (m: Pick<Melding, 'gemeente_code' | 'meldingnummer'>, wat: string): string =>
  uuidv5(JSON.stringify([m.gemeente_code, m.meldingnummer, wat]), SLEUTELS);

type Aangehecht = { wat: 'geopend' | 'vervolg'; procesId: string } | { wat: 'geweigerd'; redenen: string[] };

/** One row of an import: the report of that number gets its process. Repeating it changes nothing. */
export async function hechtRegelAan(keten: Keten, klus: Klus, regel: KlusRegel): Promise<RegelUitkomst> {
  const { melding: nummer, ...plaats } = regel.invoer as { melding: string; rij?: number };
  const over = { ...plaats, meldingnummer: nummer };
  const [m, w] = await keten.als(klus.gemeente_code, async (em) => {
    const [m] = await leesMeldingen(em, klus.gemeente_code, [nummer]);
    return [m, m?.proces_id === null ? await zoekWeg(em, m) : undefined] as const;
  });
  if (!m) return { staat: 'mislukt', uitkomst: { ...over, redenen: ['meldingOnbekend'] } };
  if (m.proces_id !== null && m.klus_id !== klus.id)
    return { staat: 'overgeslagen', uitkomst: { ...over, wat: 'bekend', procesId: m.proces_id } };
  // Withdrawn before anybody took it up: nothing to do.
  if (m.proces_id === null && m.status === 'ingetrokken')
    return { staat: 'overgeslagen', uitkomst: { ...over, wat: 'ingetrokken' } };
  const uitkomst =
    m.proces_id === null ? await hechtAan(keten, m, w, klus) : await eerder(keten, m, m.proces_id);
  return { staat: uitkomst.wat === 'geweigerd' ? 'mislukt' : 'gedaan', uitkomst: { ...over, ...uitkomst } };
}

/** An earlier attempt got this far; what it did is told again. */
async function eerder(keten: Keten, m: Melding, procesId: string): Promise<Aangehecht> {
  const sleutel = sleutelVan(m, 'melding');
  const zelf = await keten.als(m.gemeente_code, (em) => isGeopendMet(em, m.gemeente_code, procesId, sleutel));
  return { wat: zelf ? 'geopend' : 'vervolg', procesId };
}

async function zoekWeg(em: InGemeente, m: Melding): Promise<Weg | undefined> {
  const achtergrond = await leesAchtergrond(em, m.jongere_id);
  return achtergrond && wegVan(em, m, achtergrond);
}

/** @param eerste the way that was found already. */
async function hechtAan(keten: Keten, m: Melding, eerste: Weg | undefined, klus: Klus): Promise<Aangehecht> {
  for (let poging = 0; poging < POGINGEN; poging += 1) {
    const w = poging === 0 ? eerste : await keten.als(m.gemeente_code, (em) => zoekWeg(em, m));
    if (!w) return { wat: 'geweigerd', redenen: ['jongereOnbekend'] };
    const uitkomst = await ga(keten, m, w, klus).catch((fout: unknown) => {
      // Start data that this process does not know: no later attempt changes that.
      if (fout instanceof z.ZodError) return { wat: 'geweigerd' as const, redenen: ['invoer'] };
      throw fout;
    });
    if (!uitkomst) continue;
    if (uitkomst.wat !== 'geweigerd')
      await keten.als(m.gemeente_code, (em) => hechtMeldingAan(em, m, uitkomst.procesId, duoStatusVan));
    return uitkomst;
  }
  throw new Error('Het proces van deze melding eindigde telkens; zo opnieuw.');
}

/** Opens the process or tells the one that is open; undefined when that one ended just now. */
async function ga(keten: Keten, m: Melding, w: Weg, klus: Klus): Promise<Aangehecht | undefined> {
  const sleutel = sleutelVan(m, 'melding');
  const geopend = w.id
    ? ({ wat: 'liepAl', id: w.id } as const)
    : await keten.open({
        gemeente: m.gemeente_code,
        jongereId: m.jongere_id,
        procestype: w.procestype,
        gegevens: w.start,
        sleutel,
        door: klus.door,
        behandelaar: null,
      });
  if (geopend.wat === 'geweigerd') return geopend;
  if (geopend.wat === 'geopend') return { wat: 'geopend', procesId: geopend.id };
  const van = { procestype: KLUS, id: klus.id };
  const gehoord = await keten.stuur(w.procestype, geopend.id, {
    bericht: w.bericht,
    gegevens: w.gegevens,
    sleutel,
    van,
  });
  return gehoord ? { wat: 'vervolg', procesId: geopend.id } : undefined;
}
