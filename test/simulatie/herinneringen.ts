import { tel } from './banen.js';
import type { Bevinding } from './controle.js';
import type { Datum } from './dagen.js';
import type { Herinnering, Toestand } from './toestand.js';

/** Watches the reminders day by day: none before its day, none twice, none lost. */
export class Herinneringen {
  private readonly gezien = new Map<string, number>();
  private readonly fout: string[] = [];

  /** @param tot the day that was played; @param na the one before it. */
  async kijk(t: Toestand, na: Datum, tot: Datum): Promise<void> {
    for (const h of await t.herinneringen(na)) {
      if (h.op > tot) this.fout.push(`${h.naam}.${h.herinnering} van ${h.op} was er op ${tot} al`);
      this.gezien.set(sleutelVan(h), 1);
    }
  }

  /** @param eerste the day before everything. */
  async slot(t: Toestand, eerste: Datum): Promise<Bevinding> {
    const alle = await t.herinneringen(eerste);
    const keer = new Map<string, number>();
    for (const h of alle) tel(keer, sleutelVan(h));
    for (const [naam, n] of keer) if (n > 1) this.fout.push(`${n} keer: ${naam}`);
    for (const naam of this.gezien.keys()) if (!keer.has(naam)) this.fout.push(`verdwenen: ${naam}`);
    for (const naam of keer.keys()) if (!this.gezien.has(naam)) this.fout.push(`kwam na haar dag: ${naam}`);
    return { wat: 'herinneringen, elk een keer en op haar dag', n: alle.length, fout: this.fout };
  }
}

const sleutelVan = (h: Herinnering): string => `${h.proces_id} ${h.naam} ${h.herinnering} ${h.op}`;
