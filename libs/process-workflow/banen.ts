import {
  CancellationScope,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import {
  gaatNaarBuiten,
  isKoppeling,
  naamVanEffect,
  type Effect,
  type Gebeurtenis,
  type Projectie,
  type Snapshot,
} from '#process';

/** What a process asks of the outside world; each is safe to repeat. */
export interface Activiteiten {
  /** Writes the row, the timeline and what must be done, in one statement; then tries these effects, in order, and gives how many succeeded. */
  projecteer(p: Projectie, naarBuiten: Effect[]): Promise<number>;
  /** Does one effect that leaves the house. */
  verricht(e: Effect, proces: Afzender): Promise<void>;
}

/** The process that an effect comes from. */
export type Afzender = Pick<Snapshot, 'id' | 'gemeente' | 'procestype' | 'jongereId' | 'behandelaar'>;

// Quick: inside the same workflow task, so that the row is there when the officer reads his answer. Two attempts, then the patient road.
const snel = proxyLocalActivities<Activiteiten>({
  startToCloseTimeout: '3s',
  retry: { maximumAttempts: 2, initialInterval: '100ms' },
});
// The row must be there soon after the database is; what goes outside may be patient.
const rijGeduldig = proxyActivities<Activiteiten>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '10s' },
});
const koppeling = proxyActivities<Activiteiten>({
  startToCloseTimeout: '10s',
  retry: { maximumAttempts: 3, initialInterval: '500ms' },
});
const effectGeduldig = proxyActivities<Activiteiten>({
  startToCloseTimeout: '30s',
  retry: { maximumInterval: '12 hours' },
});

/** What a teamleider may do about an effect that keeps failing. */
export type Ingreep = 'herkansen' | 'overslaan';

export interface Banen {
  brengWeg(gebeurtenissen: Gebeurtenis[], effecten: Effect[]): void;
  /** Tries the failing effect at once, or lets go of it. Does nothing when none fails: the decision has said so before. */
  grijpIn(wat: Ingreep): void;
  /** Nothing is on its way: the process may end or move to a new run. */
  rustig(): boolean;
}

interface Omgeving {
  snapshot: () => Snapshot;
  nu: () => number;
  meldStoring: (storing: Snapshot['storing']) => void;
}

/**
 * Two lanes that nobody waits for. The row lane writes the newest snapshot; the effect lane works in order. Neither stands between a date
 * and its timer: while an effect fails for a month, terms still pass and reminders still come.
 */
export function maakBanen(o: Omgeving): Banen {
  let vuil = false;
  let besloten = '';
  let rij: 'rust' | 'snel' | 'geduldig' = 'rust';
  let effectLoopt = false;
  let gebeurtenissen: Projectie['gebeurtenissen'] = [];
  let rijen: Effect[] = [];
  let naarBuiten: Effect[] = [];
  let kaderVanRij: Snapshot['kader'] | undefined;
  let grijpIn: ((wat: Ingreep) => void) | undefined;

  async function rijbaan(): Promise<void> {
    while (vuil) {
      const { kader, ...snapshot } = o.snapshot();
      const p: Projectie = { snapshot, besloten, gebeurtenissen, effecten: rijen };
      if (kader !== kaderVanRij) p.kader = kader;
      vuil = false;
      gebeurtenissen = [];
      rijen = [];
      rij = 'snel';
      try {
        // Their first attempt goes along with the row: a local activity for each would cost the worker as much again.
        const gedaan = await snel.projecteer(p, effectLoopt ? [] : naarBuiten);
        naarBuiten = naarBuiten.slice(gedaan);
        startEffectbaan();
      } catch {
        rij = 'geduldig';
        startEffectbaan();
        await rijGeduldig.projecteer({ ...p, kader }, []);
      }
      kaderVanRij = kader;
    }
    rij = 'rust';
  }

  function startEffectbaan(): void {
    if (!effectLoopt && naarBuiten.length > 0) void effectbaan();
  }

  async function effectbaan(): Promise<void> {
    effectLoopt = true;
    for (let e = naarBuiten[0]; e; e = naarBuiten[0]) {
      const { id, gemeente, procestype, jongereId, behandelaar } = o.snapshot();
      const proces = { id, gemeente, procestype, jongereId, behandelaar };
      const effect = e;
      // What another process hears must stand in Temporal first: a local activity could tell it of a decision that is dropped.
      const eerst = isKoppeling(effect) ? koppeling : snel;
      await eerst.verricht(effect, proces).catch(() => metGeduld(effect, proces));
      naarBuiten = naarBuiten.slice(1);
    }
    effectLoopt = false;
  }

  /**
   * Tries until it is done, or until somebody skips it. An attempt that is cancelled may have done its work all the same, or may still do it:
   * every effect is idempotent on its id, so that a next attempt does nothing twice, and the task of a skipped one says to look first.
   */
  async function metGeduld(effect: Effect, proces: Afzender): Promise<void> {
    o.meldStoring({
      wat: effect.soort,
      sinds: new Date(o.nu()).toISOString(),
      pogingen: 2,
      effect: effect.id,
      naam: naamVanEffect(effect),
    });
    for (let klaar = false; !klaar;) {
      let ingreep: Ingreep | undefined;
      const scope = new CancellationScope();
      grijpIn = (wat) => {
        ingreep = wat;
        scope.cancel();
      };
      try {
        await scope.run(() => effectGeduldig.verricht(effect, proces));
        klaar = true;
      } catch (fout) {
        if (ingreep === undefined || !isCancellation(fout)) throw fout;
      }
      grijpIn = undefined;
      // The decision to skip has ended the disruption itself.
      if (ingreep === 'overslaan') return;
    }
    o.meldStoring(null);
  }

  return {
    brengWeg(nieuwe, effecten) {
      const { revisie } = o.snapshot();
      besloten = new Date(o.nu()).toISOString();
      vuil = true;
      gebeurtenissen = [
        ...gebeurtenissen,
        ...nieuwe.map((wat, volgnr) => ({ revisie, volgnr, tijdstip: besloten, wat })),
      ];
      rijen = [...rijen, ...effecten.filter((e) => !gaatNaarBuiten(e))];
      naarBuiten = [...naarBuiten, ...effecten.filter(gaatNaarBuiten)];
      if (rij === 'rust') void rijbaan();
      // What comes while the row is quickly written waits for that; while its road is patient, nothing waits for it.
      if (rij === 'geduldig') startEffectbaan();
    },
    grijpIn: (wat) => grijpIn?.(wat),
    rustig: () => rij === 'rust' && !effectLoopt,
  };
}
