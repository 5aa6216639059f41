import { isDeepStrictEqual } from 'node:util';
import { defaultPayloadConverter as converter, type Payload } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { vandaagOp, type Datum } from '#kalender';
import {
  decide,
  eerder,
  ontvang,
  OPENEN,
  open,
  tick,
  type Antwoord,
  type Bericht,
  type Definitie,
  type HandelVraag,
  type Reizend,
  type Snapshot,
  type StartArgument,
} from '#process';

/** What deciding again came to. */
export interface Oordeel {
  /** How many recorded snapshots were compared. */
  vergeleken: number;
  /** Where a recorded snapshot is not what the rules say now; empty when all is as it was. */
  verschillen: string[];
}

type Event = NonNullable<History['events']>[number];
interface Geaccepteerd {
  /** What the rules say now; undefined when they refuse. */
  snapshot: Snapshot | undefined;
}

/**
 * Decides each accepted Update of one recorded run again, and each tick between, through the pure functions, and compares every snapshot
 * that the run recorded: in the answers, in the input of a next run, in the end result. Replay alone compares commands, not what is in
 * them; this does. Holds for runs in which no effect failed: `storing` is the runner's own addition.
 * @param definities every version of this process.
 */
export function besluitOpnieuw(history: History, definities: Definitie[]): Oordeel {
  const oordeel: Oordeel = { vergeleken: 0, verschillen: [] };
  const geaccepteerd = new Map<string, Geaccepteerd>();
  let start: StartArgument | undefined;
  let snapshot: Snapshot | undefined;
  let vandaag: Datum | undefined;
  let gestart = 0;
  let timerGing = false;
  let tikTeDoen = false;
  let berichten: Bericht[] = [];

  const definitie = (): Definitie => definities.find((d) => d.versie === snapshot!.versie)!;
  const tikAlsNodig = (): void => {
    if (!tikTeDoen || !snapshot || snapshot.afgerond) return;
    tikTeDoen = false;
    snapshot = tick(definitie(), snapshot, vandaag!)?.snapshot ?? snapshot;
  };
  const vergelijk = (e: Event, vastgelegd: object, nu: object | undefined): void => {
    oordeel.vergeleken += 1;
    if (!isDeepStrictEqual(vastgelegd, kaal(nu)))
      oordeel.verschillen.push(`event ${String(e.eventId)}: ${verschil(vastgelegd, kaal(nu))}`);
  };

  for (const e of history.events ?? []) {
    if (e.workflowExecutionStartedEventAttributes) {
      start = converter.fromPayload<StartArgument>(
        eerste(e.workflowExecutionStartedEventAttributes.input?.payloads),
      );
      if ('snapshot' in start) snapshot = start.snapshot;
    } else if (e.workflowTaskStartedEventAttributes) gestart = msVan(e);
    else if (e.workflowTaskCompletedEventAttributes) {
      vandaag = vandaagOp(gestart + start!.voorsprong);
      // In one task Updates come first, then what its timers bring: `tikAlsNodig` waits until the task is over.
      tikTeDoen = timerGing;
      timerGing = false;
      if (!snapshot && 'opening' in start!) {
        const { opening } = start;
        snapshot = open(
          definities.find((d) => d.versie === opening.versie)!,
          opening,
          vandaag,
        ).snapshot;
      }
      // In one task the messages of other processes come before what people ask.
      for (const b of berichten) snapshot = ontvang(definitie(), snapshot!, b, vandaag)?.snapshot ?? snapshot;
      berichten = [];
    } else if (e.workflowExecutionSignaledEventAttributes) {
      const { input } = e.workflowExecutionSignaledEventAttributes;
      berichten.push(converter.fromPayload<Bericht>(eerste(input?.payloads)));
    } else if (e.workflowTaskScheduledEventAttributes) tikAlsNodig();
    else if (e.timerFiredEventAttributes) timerGing = true;
    else if (e.workflowExecutionUpdateAcceptedEventAttributes) {
      const { acceptedRequest } = e.workflowExecutionUpdateAcceptedEventAttributes;
      const { name, args } = acceptedRequest!.input!;
      if (name !== OPENEN)
        snapshot = na(snapshot!, converter.fromPayload<HandelVraag>(eerste(args?.payloads))) ?? snapshot;
      geaccepteerd.set(acceptedRequest!.meta!.updateId!, { snapshot });
    } else if (e.workflowExecutionUpdateCompletedEventAttributes) {
      const { meta, outcome } = e.workflowExecutionUpdateCompletedEventAttributes;
      const besluit = geaccepteerd.get(meta!.updateId!);
      if (outcome?.success)
        vergelijk(
          e,
          ...alsGereisd(
            converter.fromPayload<Antwoord>(eerste(outcome.success.payloads)).snapshot,
            besluit?.snapshot,
          ),
        );
    } else if (e.workflowExecutionContinuedAsNewEventAttributes) {
      tikAlsNodig();
      const { input } = e.workflowExecutionContinuedAsNewEventAttributes;
      vergelijk(e, converter.fromPayload<{ snapshot: Snapshot }>(eerste(input?.payloads)).snapshot, snapshot);
    } else if (e.workflowExecutionCompletedEventAttributes) {
      tikAlsNodig();
      vergelijk(
        e,
        converter.fromPayload<Snapshot>(eerste(e.workflowExecutionCompletedEventAttributes.result?.payloads)),
        snapshot,
      );
    }
  }
  return oordeel;

  /** The process after this Update; undefined when it changes nothing (a repeat, or refused after all). */
  function na(s: Snapshot, v: HandelVraag): Snapshot | undefined {
    if (eerder(s, v.sleutel, v.hash)) return undefined;
    const doel = definities.find((d) => d.versie === v.invoer['naarVersie']);
    const b = decide(definitie(), s, v.actie === 'migreren' ? { ...v, definitie: doel } : v, vandaag!);
    return b.ok ? b.snapshot : undefined;
  }
}

const eerste = (payloads: Payload[] | null | undefined): Payload => payloads![0]!;
/** An answer leaves out what its asker has; what it holds must be right. */
const alsGereisd = (vastgelegd: Reizend, nu: Snapshot | undefined): [object, object | undefined] => [
  vastgelegd,
  nu &&
    Object.fromEntries(
      Object.entries(nu).filter(([k]) => k in vastgelegd || (k !== 'kader' && k !== 'prive')),
    ),
];
const kaal = (s: object | undefined): unknown => JSON.parse(JSON.stringify(s ?? null));
const msVan = (e: Event): number =>
  Number(e.eventTime!.seconds) * 1000 + Math.floor((e.eventTime!.nanos ?? 0) / 1e6);

/** The first fields that differ, by name: values stay out of the report. */
function verschil(a: object, b: unknown): string {
  const ander = (b ?? {}) as Record<string, unknown>;
  const velden = [...new Set([...Object.keys(a), ...Object.keys(ander)])];
  return velden.filter((k) => !isDeepStrictEqual((a as Record<string, unknown>)[k], ander[k])).join(', ');
}
