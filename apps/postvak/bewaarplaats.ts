import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** A mail as the pages show it. */
export interface Bericht {
  id: string;
  aan: string[];
  onderwerp: string;
  messageId: string;
  /** When the sender says that it was written. */
  op: string;
  tekst: string;
  html: string;
}

const NAAM = /^[0-9a-f-]{1,60}$/;
const BIJLAGE = '.eml';

/** A folder of mails, each as it came over the line. Their names sort by the moment of coming. */
export class Bewaarplaats {
  constructor(private readonly map: string) {
    mkdirSync(map, { recursive: true, mode: 0o700 });
  }

  /** Keeps a mail before the sender hears that it was taken. */
  bewaar(rauw: Buffer): void {
    const id = `${Date.now().toString(16)}-${randomUUID().slice(0, 8)}`;
    const klad = join(this.map, `.${id}`);
    writeFileSync(klad, rauw, { mode: 0o600 });
    renameSync(klad, join(this.map, id + BIJLAGE));
  }

  /** Newest first. */
  ids(): string[] {
    return readdirSync(this.map)
      .filter((naam) => naam.endsWith(BIJLAGE) && !naam.startsWith('.'))
      .map((naam) => naam.slice(0, -BIJLAGE.length))
      .sort()
      .reverse();
  }

  /** The mail as it came; undefined when there is none of that name. */
  rauw(id: string): Buffer | undefined {
    if (!NAAM.test(id)) return undefined;
    try {
      return readFileSync(join(this.map, id + BIJLAGE));
    } catch {
      return undefined;
    }
  }

  async lees(id: string): Promise<Bericht | undefined> {
    const rauw = this.rauw(id);
    if (!rauw) return undefined;
    const m = await PostalMime.parse(rauw);
    return {
      id,
      aan: (m.to ?? []).flatMap((a) => a.address ?? []),
      onderwerp: m.subject ?? '',
      messageId: m.messageId ?? '',
      op: m.date ?? '',
      tekst: m.text ?? '',
      html: m.html ?? '',
    };
  }

  leeg(): void {
    for (const id of this.ids()) rmSync(join(this.map, id + BIJLAGE), { force: true });
  }
}
