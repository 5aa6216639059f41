import { Context } from '@temporalio/activity';
import { foutpunt } from '#config';
import type { KlusActiviteiten } from '#process-workflow';
import {
  inGemeente,
  leesKlus,
  leesRegels,
  sluitKlus,
  sluitRegel,
  telRegels,
  type Klus,
  type KlusRegel,
} from '#read-model';
import type { Keten } from '../keten/keten.js';

/** What came of one row. A row that cannot be done is `mislukt` and says why; what may go better later throws. */
export interface RegelUitkomst {
  staat: 'gedaan' | 'overgeslagen' | 'mislukt';
  uitkomst: Record<string, unknown>;
}

/** How one kind of work does one row; repeating it must change nothing. */
export type KlusWerk = (keten: Keten, klus: Klus, regel: KlusRegel) => Promise<RegelUitkomst>;

const PER_BEURT = 100;
/** At once: opening a process waits mostly for Temporal. */
const TEGELIJK = 4;

/** Works through the next rows of a piece of work, a few at once. */
export function maakWerkAf(
  keten: Keten,
  soorten: Readonly<Record<string, KlusWerk>>,
): KlusActiviteiten['werkAf'] {
  return async ({ gemeente, id }) => {
    const als = <T>(werk: Parameters<typeof inGemeente<T>>[2]): Promise<T> =>
      inGemeente(keten.pool, { gemeenten: [gemeente] }, werk);
    const klus = await als((em) => leesKlus(em, id));
    if (!klus) throw new RangeError('Deze klus bestaat niet.');
    const werk = soorten[klus.soort];
    if (!werk) throw new RangeError(`Klussen van soort ${klus.soort} zijn hier niet bekend.`);
    const regels = await als((em) => leesRegels(em, klus, { staat: 'wacht' }, PER_BEURT));
    const over = [...regels];
    const werker = async (): Promise<void> => {
      for (let regel = over.shift(); regel; regel = over.shift()) {
        foutpunt('klus.regel');
        const { staat, uitkomst } = await werk(keten, klus, regel);
        const { nr } = regel;
        await als((em) => sluitRegel(em, klus, nr, staat, uitkomst));
        Context.current().heartbeat();
      }
    };
    await Promise.all(Array.from({ length: TEGELIJK }, werker));
    return als(async (em) => {
      const { wacht } = await telRegels(em, klus);
      if (wacht === 0) await sluitKlus(em, klus);
      return wacht;
    });
  };
}
