import { setTimeout as wacht } from 'node:timers/promises';
import {
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  GEWEIGERD,
  HANDELEN,
  OPENEN,
  TAAKRIJ,
  workflowIdVan,
  type Antwoord,
  type HandelVraag,
  type OpenVraag,
  type StartArgument,
  type Weigering,
} from '#process';
import { isDatabaseWeg } from '#read-model';
import { binnenTijd } from '../bedrijf/tijd.js';
import { Probleem } from '../http/probleem.js';

/** A lawful no of the process itself. */
export class Geweigerd extends Error {
  constructor(readonly weigering: Weigering) {
    super('geweigerd');
  }
}

/** The process has ended, so it takes no more questions. */
export class Afgelopen extends Error {}

const HERHAAL_NA_MS = 150;
/** The call's own deadline says more than ours; ours is for the codec, which asks the database for keys. */
const GENADE_MS = 200;
/** gRPC codes; the library that names them is not ours to import. */
const ONBEREIKBAAR = 14;
const TE_LAAT = 4;
const TE_DRUK = 8;
const AFGEBROKEN = [1, 2, 10, 13, ONBEREIKBAAR, TE_LAAT, TE_DRUK];

/** How the API talks to a process: by two Updates, each answered or refused before `uiterlijk` (epoch ms). */
export class Motor {
  constructor(
    private readonly client: Client,
    private readonly trekBij: (workflowId: string) => Promise<void>,
  ) {}

  /**
   * Opens a process, or finds the one that is open under this id.
   * @throws {Afgelopen} when it was opened before and has ended. {@link Probleem} 503.
   */
  async open(
    start: StartArgument & { opening: { id: string; procestype: string } },
    vraag: OpenVraag,
    uiterlijk: number,
  ): Promise<Antwoord> {
    const { id, procestype } = start.opening;
    return this.binnen(uiterlijk, () =>
      this.client.workflow.executeUpdateWithStart<
        (start: StartArgument) => Promise<unknown>,
        Antwoord,
        [OpenVraag]
      >(OPENEN, {
        updateId: vraag.sleutel,
        args: [vraag],
        startWorkflowOperation: new WithStartWorkflowOperation(procestype, {
          workflowId: workflowIdVan(procestype, id),
          taskQueue: TAAKRIJ,
          args: [start],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      }),
    );
  }

  /**
   * Asks a process to take an action. `updateId` is the key, or a second name of it.
   * @throws {Geweigerd} with its reason. {@link Afgelopen}. {@link Probleem} 503.
   */
  async handel(
    procestype: string,
    id: string,
    vraag: HandelVraag,
    updateId: string,
    uiterlijk: number,
  ): Promise<Antwoord> {
    const workflowId = workflowIdVan(procestype, id);
    const proces = this.client.workflow.getHandle(workflowId);
    return this.binnen(uiterlijk, async () => {
      // A moved clock took along only processes in which something fell due; this one must decide on the same day as everybody.
      await this.trekBij(workflowId);
      return proces.executeUpdate<Antwoord, [HandelVraag]>(HANDELEN, { updateId, args: [vraag] });
    });
  }

  /**
   * Calls until there is an answer. The retries of the SDK are off (see `temporal.ts`), because they hide whether any attempt may have
   * arrived: one that did makes the outcome unknown, even when all others met a closed door. Repeating is safe, the update id is the same.
   */
  private async binnen<T>(uiterlijk: number, roep: () => Promise<T>): Promise<T> {
    let misschienAangekomen = false;
    for (;;) {
      try {
        const rest = Math.max(uiterlijk - Date.now(), 0) + GENADE_MS;
        return await binnenTijd(this.client.connection.withDeadline(uiterlijk, roep), rest);
      } catch (fout) {
        const rpc = rpcFout(fout);
        if (!rpc && !isOngelezen(fout)) throw vertaald(fout);
        misschienAangekomen ||= rpc !== undefined && !kwamNietAan(rpc);
        if (Date.now() + HERHAAL_NA_MS * 2 > uiterlijk)
          throw misschienAangekomen ? uitkomstOnbekend() : nietBewaard();
        await wacht(HERHAAL_NA_MS);
      }
    }
  }
}

/** The server's own word for an Update that its process never saw: it ended, or went on in a next run, in that very task. */
const isOngelezen = (fout: unknown): boolean =>
  fout instanceof WorkflowUpdateFailedError &&
  fout.cause instanceof ApplicationFailure &&
  fout.cause.type === 'UnprocessedUpdate';

interface RpcFout {
  code: number;
  details: string;
}

/** The failure of the call itself, if it is one that says nothing about the process. */
function rpcFout(fout: unknown): RpcFout | undefined {
  const verpakt = fout instanceof ServiceError || fout instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
  const cause = verpakt ? fout.cause : fout;
  if (
    !(cause instanceof Error) ||
    !('code' in cause) ||
    typeof cause.code !== 'number' ||
    !AFGEBROKEN.includes(cause.code)
  )
    return undefined;
  return { code: cause.code, details: 'details' in cause ? String(cause.details) : '' };
}

/** Certain that the server did not take it: no connection was ever made for it, or the server was too busy to take it. */
function kwamNietAan({ code, details }: RpcFout): boolean {
  if (code === TE_DRUK) return true;
  if (code === ONBEREIKBAAR)
    return /No connection established|Name resolution failed|ECONNREFUSED/.test(details);
  return code === TE_LAAT && !details.includes('remote_addr');
}

export const uitkomstOnbekend = (): Probleem =>
  new Probleem(
    'uitkomst-onbekend',
    'Er kwam geen antwoord. Misschien is het gelukt. Herhaal het verzoek met dezelfde Idempotency-Key.',
  );

const nietBewaard = (): Probleem =>
  new Probleem(
    'niet-bewaard',
    'De processen zijn even niet bereikbaar. Er is niets bewaard; probeer het later opnieuw.',
  );

/** What the process says, in our own words. */
function vertaald(fout: unknown): unknown {
  if (fout instanceof WorkflowExecutionAlreadyStartedError || fout instanceof WorkflowNotFoundError)
    return new Afgelopen();
  // The codec found no key: going or coming back, nobody can say.
  if (isDatabaseWeg(fout)) return uitkomstOnbekend();
  if (!(fout instanceof WorkflowUpdateFailedError)) return fout;
  const { cause } = fout;
  if (!(cause instanceof ApplicationFailure)) return fout;
  if (cause.type === GEWEIGERD) return new Geweigerd(cause.details?.[0] as Weigering);
  // The server's own word for an Update that met the end of its process.
  return cause.type === 'AcceptedUpdateCompletedWorkflow' ? new Afgelopen() : fout;
}
