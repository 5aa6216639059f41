import { setTimeout as wacht } from 'node:timers/promises';
import pg from 'pg';
import { Subject } from 'rxjs';

/** A process that changed, or the word that some changes may have been missed. */
export type Bericht =
  { soort: 'proces'; gemeente: string; id: string; revisie: number } | { soort: 'hersync' };

const OPNIEUW_NA_MS = 1_000;
const MELDING = /^(\d{4}) ([0-9a-f-]{36}) (\d+)$/;

/** One connection that hears of every change and tells all who follow. Connects when somebody first follows, and again whenever it breaks. */
export class Luisteraar {
  readonly berichten = new Subject<Bericht>();
  private verbinding: pg.Client | undefined;
  private gestart = false;
  private gestopt = false;

  constructor(private readonly databaseUrl: string) {}

  start(): void {
    if (this.gestart) return;
    this.gestart = true;
    void this.blijfLuisteren();
  }

  async stop(): Promise<void> {
    this.gestopt = true;
    this.berichten.complete();
    await this.verbinding?.end().catch(() => undefined);
  }

  private async blijfLuisteren(): Promise<void> {
    for (let keer = 0; !this.gestopt; keer += 1) {
      try {
        await this.luister(keer > 0);
      } catch {
        // Out of reach: the next attempt follows, and whoever follows hears that he may have missed something.
      }
      if (!this.gestopt) await wacht(OPNIEUW_NA_MS, undefined, { ref: false });
    }
  }

  /** Resolves when the connection is gone. */
  private async luister(opnieuw: boolean): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'leerlijn_stroom',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    const weg = new Promise<void>((klaar) => {
      client.once('end', klaar);
      client.on('error', () => klaar());
    });
    await client.connect();
    this.verbinding = client;
    client.on('notification', ({ payload }) => {
      const [, gemeente, id, revisie] = MELDING.exec(payload ?? '') ?? [];
      if (gemeente && id) this.berichten.next({ soort: 'proces', gemeente, id, revisie: Number(revisie) });
    });
    await client.query('listen proces');
    if (opnieuw) this.berichten.next({ soort: 'hersync' });
    await weg;
    client.removeAllListeners('notification');
    void client.end().catch(() => undefined);
  }
}
