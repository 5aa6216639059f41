import { beginVan, type Datum } from '#kalender';

/**
 * How long after midnight the last process wakes. On one midnight ten thousand may be due; all at once they would stand before every act of a
 * person for minutes. Nothing is lost by it: who acts on a process first makes it do what is due.
 */
export const WEKRUIMTE_MS = 210_000;

/** The moment (epoch ms) on which the process of this id wakes for what falls due on a date: its own place after midnight in Amsterdam. */
export const wekmoment = (id: string, op: Datum): number =>
  beginVan(op) + (Number.parseInt(id.slice(0, 8), 16) % WEKRUIMTE_MS);
