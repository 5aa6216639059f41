import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Datum } from '#kalender';
import { nextWake, wekmoment, type Definitie, type Snapshot } from '#process';

export interface Wekker {
  /** Sets the alarm for the next date of the process; keeps the running timer while that date is the same. */
  zet(d: Definitie, s: Snapshot): void;
}

/** One timer: it only wakes the process on a date, the table decides what that date means. `nu` is the process's clock in epoch ms. */
export function maakWekker(nu: () => number, bijWekken: () => void): Wekker {
  let gezetOp: Datum | null = null;
  let scope: CancellationScope | undefined;
  return {
    zet(d, s) {
      const op = nextWake(d, s);
      if (op === gezetOp) return;
      scope?.cancel();
      gezetOp = op;
      if (op === null) return;
      const eigen = new CancellationScope();
      scope = eigen;
      eigen
        .run(() => sleep(Math.max(wekmoment(s.id, op) - nu(), 0) + 1))
        .then(
          () => {
            gezetOp = null;
            bijWekken();
          },
          (fout: unknown) => {
            if (!isCancellation(fout)) throw fout;
          },
        );
    },
  };
}
