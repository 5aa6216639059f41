import {
  ApplicationFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { vandaagOp, type Datum } from '#kalender';
import {
  bezwaarAanDeDeur,
  decide,
  eerder,
  GEWEIGERD,
  HANDELEN,
  MELDEN,
  ontvang,
  open,
  OPENEN,
  STAND,
  tick,
  type Antwoord,
  type Bericht,
  type Besluit,
  type Definitie,
  type HandelVraag,
  type OpenVraag,
  type Snapshot,
  reizend,
  type StartArgument,
  type Weigering,
} from '#process';
import { maakBanen } from './banen.js';
import { maakWekker } from './wekker.js';

const openen = defineUpdate<Antwoord, [OpenVraag]>(OPENEN);
const handelen = defineUpdate<Antwoord, [HandelVraag]>(HANDELEN);
const melden = defineSignal<[Bericht]>(MELDEN);
const stand = defineQuery<Snapshot>(STAND);

/** Long before Temporal's own warning (10,240): replaying a run after a restart stays a matter of milliseconds. */
const GEBEURTENISSEN_PER_RUN = 1_000;

/**
 * Makes the Temporal workflow of a process out of its definitions. It does four things: decide on what people ask, wake on the dates of its
 * terms, carry rows and effects away without ever waiting for them, and move to a new run while its history is short.
 */
export function runProcess(versies: Definitie[]): (start: StartArgument) => Promise<Snapshot> {
  return async function proces(start) {
    const nu = (): number => Date.now() + start.voorsprong;
    const vandaag = (): Datum => vandaagOp(nu());
    const definitie = (versie: number): Definitie => {
      const d = versies.find((x) => x.versie === versie);
      if (!d)
        throw ApplicationFailure.retryable(
          `Definitie ${versie} ontbreekt in deze worker`,
          'DefinitieOntbreekt',
        );
      return d;
    };

    let snapshot: Snapshot;
    let nieuw = 'opening' in start;
    let verder = false;
    const banen = maakBanen({
      snapshot: () => snapshot,
      nu,
      meldStoring: (storing) =>
        neem({
          snapshot: { ...snapshot, storing, revisie: snapshot.revisie + 1 },
          gebeurtenissen: [],
          effecten: [],
        }),
    });
    const wekker = maakWekker(nu, () => {
      const b = tick(definitie(snapshot.versie), snapshot, vandaag());
      if (b) neem(b);
      else wekker.zet(definitie(snapshot.versie), snapshot);
    });
    const neem = (b: Omit<Extract<Besluit, { ok: true }>, 'ok'>): void => {
      verder ||= snapshot !== undefined && b.snapshot.versie !== snapshot.versie;
      snapshot = b.snapshot;
      banen.brengWeg(b.gebeurtenissen, b.effecten);
      wekker.zet(definitie(snapshot.versie), snapshot);
    };
    const beslis = (v: HandelVraag): Besluit =>
      decide(
        definitie(snapshot.versie),
        snapshot,
        v.actie === 'migreren'
          ? { ...v, definitie: versies.find((x) => x.versie === v.invoer['naarVersie']) }
          : v,
        vandaag(),
      );
    // What the validator found lawful, its handler need not decide again, unless another action of the same workflow task came between.
    let gekeurd: { op: Snapshot; sleutel: string; hash: string; b: Besluit } | undefined;
    const gekeurdOfBeslist = (v: HandelVraag): Besluit =>
      gekeurd?.op === snapshot && gekeurd.sleutel === v.sleutel && gekeurd.hash === v.hash
        ? gekeurd.b
        : beslis(v);
    const antwoord = (v: HandelVraag): Antwoord => ({
      snapshot: reizend(snapshot, v.heeft),
      revisie: snapshot.revisie,
      sleutel: v.sleutel,
      hash: v.hash,
      herhaald: false,
    });
    const bekend = (v: HandelVraag): Antwoord | undefined => {
      const oud = eerder(snapshot, v.sleutel, v.hash);
      if (oud === 'anders')
        throw geweigerd({ code: 'sleutel', melding: 'Deze sleutel is al voor een ander verzoek gebruikt.' });
      return oud && { ...antwoord(v), revisie: oud.revisie, herhaald: true };
    };

    if ('opening' in start) neem(open(definitie(start.opening.versie), start.opening, vandaag()));
    else {
      snapshot = start.snapshot;
      wekker.zet(definitie(snapshot.versie), snapshot);
    }
    const opener = snapshot!.prive.sleutels[0]!;

    setHandler(stand, () => snapshot);
    setHandler(melden, (bericht) => {
      const b = snapshot.afgerond ? null : ontvang(definitie(snapshot.versie), snapshot, bericht, vandaag());
      if (b) neem(b);
    });
    setHandler(openen, (v) => {
      const eigen = v.sleutel === opener.sleutel;
      const herhaald = !(nieuw && eigen);
      if (eigen) nieuw = false;
      const { sleutel, hash } = opener;
      return { snapshot: reizend(snapshot, v.heeft), revisie: 1, sleutel, hash, herhaald };
    });
    setHandler(
      handelen,
      (v) => {
        const oud = bekend(v);
        if (oud) return oud;
        const b = gekeurdOfBeslist(v);
        // The validator has passed, yet another action of the same workflow task came first.
        if (!b.ok) throw geweigerd(b.weigering);
        neem(b);
        if (v.actie === 'herkansen' || v.actie === 'overslaan') banen.grijpIn(v.actie);
        return antwoord(v);
      },
      {
        // Refused here leaves no trace in the history, and the key stays free.
        validator: (v) => {
          if (bekend(v)) return;
          const b = beslis(v);
          if (!b.ok) throw geweigerd(b.weigering);
          const tegen = bezwaarAanDeDeur(snapshot, v);
          if (tegen) throw geweigerd(tegen);
          gekeurd = { op: snapshot, sleutel: v.sleutel, hash: v.hash, b };
        },
      },
    );

    for (;;) {
      await condition(() => banen.rustig() && (snapshot.afgerond || moetVerder()));
      // Never end or move on in the workflow task that completed an Update: its answer would be lost.
      await sleep(1);
      if (!banen.rustig()) continue;
      if (snapshot!.afgerond) return snapshot!;
      if (moetVerder())
        await continueAsNew<typeof proces>({ voorsprong: start.voorsprong, snapshot: snapshot! });
    }

    function moetVerder(): boolean {
      const info = workflowInfo();
      return verder || info.continueAsNewSuggested || info.historyLength > GEBEURTENISSEN_PER_RUN;
    }
  };
}

const geweigerd = (w: Weigering): ApplicationFailure =>
  ApplicationFailure.nonRetryable(GEWEIGERD, GEWEIGERD, w);
