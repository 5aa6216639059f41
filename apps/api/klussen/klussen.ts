import { randomUUID } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { maakProcessleutel, type Hoofdsleutels } from '#codec';
import { beginVanKlus, KLUS } from '#process';
import { bewaarKlus, meldGestart, type InGemeente, type NieuweKlus } from '#read-model';
import type { Beller } from '../auth/beller.js';
import type { Databank } from '../bedrijf/databank.js';
import type { Logboek } from '../bedrijf/logboek.js';

/** Work on many rows: stored whole in the transaction of the request, then worked through by a run that can be resumed. */
export class Klussen {
  constructor(
    private readonly databank: Databank,
    private readonly hoofdsleutels: Hoofdsleutels,
    private readonly temporal: Client,
    private readonly logboek: Logboek,
  ) {}

  /** Stores it. The same `kenmerk` again gives the one that is there, `nieuw: false`. Call `begin` after the transaction. */
  async bewaar(em: InGemeente, k: Omit<NieuweKlus, 'id'>): Promise<{ id: string; nieuw: boolean }> {
    const id = randomUUID();
    await maakProcessleutel(em, this.hoofdsleutels, id);
    return bewaarKlus(em, { ...k, id });
  }

  /** Begins the run. When Temporal is away the worker does it within a minute of its return: nothing is lost, so this does not fail. */
  async begin(beller: Beller, gemeente: string, id: string): Promise<void> {
    try {
      await this.temporal.connection.withDeadline(Date.now() + BINNEN_MS, () =>
        this.temporal.workflow.start(KLUS, beginVanKlus({ gemeente, id })),
      );
    } catch (fout) {
      if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) return this.logboek.fout(fout);
    }
    await this.databank.als(beller, (em) => meldGestart(em, { gemeente_code: gemeente, id }));
  }
}

const BINNEN_MS = 3_000;
