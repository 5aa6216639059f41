import type { Client } from '@temporalio/client';
import type pg from 'pg';
import { TAAKRIJ } from '#process';
import { HARTSLAG_GELDT_MS, leesHartslagen, RONDE_MAIL, type Hartslagen } from '#read-model';
import { binnenTijd } from '../bedrijf/tijd.js';

/** How the engine as a whole is; what stands still then is nobody's fault. */
export interface Motorstand {
  gekekenOp: Date;
  database: 'bereikbaar' | 'weg';
  temporal: 'bereikbaar' | 'weg';
  worker: 'draait' | 'afwezig' | 'onbekend';
  storingen: { soort: string; titel: string; reden: string }[];
}

const ONTHOUD_MS = 10_000;
const ANTWOORDT_BINNEN_MS = 1_500;
/** A worker without work asks again each minute; beyond this nobody asks. */
const POLL_GELDT_MS = 90_000;
/** The worker looks for stuck code every ten seconds; see activities/toezicht. */
const RONDE_CODE = 'code';
const RONDE_GELDT_MS = 120_000;

/** Asks how the engine is, at most once in ten seconds however many want to know. It never throws. */
export class Motorwacht {
  private laatste: { op: number; stand: Promise<Motorstand> } | undefined;

  constructor(
    private readonly temporal: Client,
    private readonly pool: pg.Pool,
  ) {}

  stand(): Promise<Motorstand> {
    const nu = Date.now();
    if (!this.laatste || nu - this.laatste.op > ONTHOUD_MS) this.laatste = { op: nu, stand: this.vraag() };
    return this.laatste.stand;
  }

  private async vraag(): Promise<Motorstand> {
    const [slagen, pollMs] = await Promise.all([this.hartslagen(), this.laatstePoll()]);
    const temporal = pollMs === undefined ? 'weg' : 'bereikbaar';
    const database = slagen === undefined ? 'weg' : 'bereikbaar';
    const worker = workerStand(slagen, pollMs);
    const storingen = storingenVan({ temporal, database, worker, slagen });
    return { gekekenOp: new Date(), database, temporal, worker, storingen };
  }

  private hartslagen(): Promise<Hartslagen | undefined> {
    return binnenTijd(leesHartslagen(this.pool), ANTWOORDT_BINNEN_MS).catch(() => undefined);
  }

  /** Milliseconds since anybody asked the server for work, null when nobody did; undefined when the server does not answer. */
  private async laatstePoll(): Promise<number | null | undefined> {
    const { connection } = this.temporal;
    try {
      const vraag: object = {
        namespace: this.temporal.options.namespace,
        taskQueue: { name: TAAKRIJ },
        taskQueueType: WORKFLOWTAKEN,
      };
      const { pollers } = await connection.withDeadline(Date.now() + ANTWOORDT_BINNEN_MS, () =>
        connection.workflowService.describeTaskQueue(vraag),
      );
      const gezien = (pollers ?? []).map((p) => Number(p.lastAccessTime?.seconds ?? 0) * 1000);
      return gezien.length === 0 ? null : Date.now() - Math.max(...gezien);
    } catch {
      return undefined;
    }
  }
}

/** TASK_QUEUE_TYPE_WORKFLOW; the package that names it is not ours to import. */
const WORKFLOWTAKEN = 1;

/** A worker must both say that it lives and ask for work: one that hangs does only one of them. Of what cannot be asked the other must do. */
function workerStand(
  slagen: Hartslagen | undefined,
  pollMs: number | null | undefined,
): Motorstand['worker'] {
  const leeft = slagen && slagen.workerMs !== null && slagen.workerMs <= HARTSLAG_GELDT_MS;
  const vraagt = pollMs === undefined ? undefined : pollMs !== null && pollMs <= POLL_GELDT_MS;
  if (leeft === undefined && vraagt === undefined) return 'onbekend';
  if (leeft === false || vraagt === false || (slagen && !leeft)) return 'afwezig';
  return vraagt === undefined ? 'onbekend' : 'draait';
}

function storingenVan(m: {
  temporal: string;
  database: string;
  worker: string;
  slagen: Hartslagen | undefined;
}): Motorstand['storingen'] {
  const uit: Motorstand['storingen'] = [];
  if (m.database === 'weg')
    uit.push({
      soort: 'databaseWeg',
      titel: 'De database is niet bereikbaar',
      reden: 'De gegevens zijn niet te lezen en er kan niets worden vastgelegd',
    });
  if (m.temporal === 'weg')
    uit.push({
      soort: 'temporalWeg',
      titel: 'De motor is niet bereikbaar',
      reden: 'Lezen kan; handelen kan niet, en termijnen en herinneringen komen later',
    });
  if (m.worker === 'afwezig')
    uit.push({
      soort: 'workerAfwezig',
      titel: 'Er draait geen worker',
      reden: 'Processen staan stil: handelen kan niet, en termijnen en herinneringen komen later',
    });
  const ronde = m.slagen?.rondes.get(RONDE_CODE);
  if (m.worker === 'draait' && m.temporal !== 'weg' && (!ronde || ronde.msGeleden > RONDE_GELDT_MS))
    uit.push({
      soort: 'toezichtStil',
      titel: 'Het toezicht loopt achter',
      reden: 'Of processen vastlopen op het programma is de laatste twee minuten niet nagekeken',
    });
  const zonderRij = Number(ronde?.wat['zonderRij'] ?? 0);
  if (zonderRij > 0)
    uit.push({
      soort: 'codeZonderRij',
      titel: 'Werk loopt vast op het programma voordat het te zien is',
      reden: `Het gaat om ${zonderRij} ${zonderRij === 1 ? 'proces of klus' : 'processen of klussen'} zonder regel in het overzicht`,
    });
  const geweigerd = Number(m.slagen?.rondes.get(RONDE_MAIL)?.wat['geweigerd'] ?? 0);
  if (geweigerd > 0)
    uit.push({
      soort: 'mailHapert',
      titel: 'Mail komt niet weg',
      reden: `De mailserver nam ${geweigerd === 1 ? 'een mail' : `${geweigerd} mails`} niet aan; het systeem blijft het proberen, en wat niet lukt wordt een taak`,
    });
  return uit;
}
