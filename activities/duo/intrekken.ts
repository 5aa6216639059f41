import { KLUS } from '#process';
import { leesMeldingen, trekMeldingIn, typeVanOpen, type Klus, type KlusRegel } from '#read-model';
import type { Keten } from '../keten/keten.js';
import type { RegelUitkomst } from '../klus/werk-af.js';
import { sleutelVan } from './aanhechten.js';
import { INTREKKEN } from './status.js';

/** The school withdrew a report: its process hears it, and DUO's status follows. Repeating it changes nothing. */
export async function trekRegelIn(keten: Keten, klus: Klus, regel: KlusRegel): Promise<RegelUitkomst> {
  const { gemeente_code: gemeente } = klus;
  const { melding: meldingnummer } = regel.invoer as { melding: string };
  const [m] = await keten.als(gemeente, (em) => leesMeldingen(em, gemeente, [meldingnummer]));
  if (!m) return { staat: 'mislukt', uitkomst: { meldingnummer, redenen: ['meldingOnbekend'] } };
  const { proces_id: id } = m;
  const type = id === null ? undefined : await keten.als(gemeente, (em) => typeVanOpen(em, gemeente, id));
  const gehoord =
    id !== null &&
    type !== undefined &&
    (await keten.stuur(type, id, {
      bericht: INTREKKEN,
      gegevens: { meldingNummer: meldingnummer },
      sleutel: sleutelVan(m, 'intrekking'),
      van: { procestype: KLUS, id: klus.id },
    }));
  await keten.als(gemeente, (em) => trekMeldingIn(em, gemeente, meldingnummer));
  return { staat: 'gedaan', uitkomst: { meldingnummer, procesId: id, gehoord } };
}
