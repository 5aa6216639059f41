import {
  gelijkgesteldeDagen,
  laatsteWerkdagTotEnMet,
  plusDagen,
  plusWerkdagen,
  vandaagOp,
  type Kalender,
} from '#kalender';
import { rusttoestanden, type Definitie } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { leesInstellingenNu, type Grenzen } from './toezicht.js';

/** As in libs/process/keuzes.ts. */
const STANDAARD_BUITEN_DAGEN = 28;
const MINUUT_MS = 60_000;
/** After midnight thousands wake at once; what is under way is not stuck. */
const WEKKER_GENADE_MS = 15 * MINUUT_MS;
/**
 * A clock that was moved takes along the processes in which something fell due until then; what falls due while it runs on waits for the next
 * move, so in a demonstration a day of that is nobody's failure.
 */
const WEKKER_GENADE_VERZET_MS = 24 * 60 * MINUUT_MS + WEKKER_GENADE_MS;

/** The calendar of a municipality without a school; two objects in all, because a calendar remembers its days. */
const kalenders = [false, true].map((goedeVrijdagIsWerkdag) => ({
  versie: 'toezicht',
  gelijkgesteld: gelijkgesteldeDagen,
  goedeVrijdagIsWerkdag,
}));
const kalenderMet = (goedeVrijdagIsWerkdag: boolean): Kalender => kalenders[Number(goedeVrijdagIsWerkdag)]!;

/** What counts as stuck in a municipality, with its calendar. */
export type GrenzenMetKalender = Grenzen & { kalender: Kalender };

/**
 * Makes the question what counts as stuck today in the municipalities of a transaction.
 * @param bronnen every process type of this installation, with all its versions.
 */
export function maakGrenzen(
  bronnen: readonly { versies: readonly Definitie[] }[],
): (em: InGemeente) => Promise<GrenzenMetKalender[]> {
  const rust = [
    ...new Set(
      bronnen.flatMap((p) => p.versies.flatMap((d) => rusttoestanden(d).map((t) => `${d.key} ${t}`))),
    ),
  ];
  return async (em) => {
    const waarden = await leesInstellingenNu(em, ['goedeVrijdagIsWerkdag', 'wachtBuitenDagen']);
    return em.gemeenten.map((gemeente) => grenzenOp(em, gemeente, waarden.get(gemeente)!, rust));
  };
}

function grenzenOp(
  em: InGemeente,
  gemeente: string,
  waarden: Record<string, unknown>,
  rust: readonly string[],
): GrenzenMetKalender {
  const { vandaag } = em;
  const kalender = kalenderMet(waarden['goedeVrijdagIsWerkdag'] === true);
  const genade = em.voorsprong === 0 ? WEKKER_GENADE_MS : WEKKER_GENADE_VERZET_MS;
  return {
    gemeente,
    kalender,
    vandaag,
    wekker: vandaagOp(em.nu.getTime() - genade),
    niemand: plusWerkdagen(laatsteWerkdagTotEnMet(vandaag, kalender), -1, kalender),
    buiten: plusDagen(vandaag, -Number(waarden['wachtBuitenDagen'] ?? STANDAARD_BUITEN_DAGEN)),
    rust,
  };
}
