import { SleutelWeg, type Processleutels, type Sleutelkast } from '#codec';
import { binnenTijd } from './tijd.js';

const BINNEN_MS = 2_000;

/** The keys by which texts of a process are read and written. Ask before the transaction: they may need a connection of their own. */
export class Sleutels {
  constructor(private readonly kast: Sleutelkast) {}

  /** Undefined when the process has none: it is unknown, or erased. */
  async van(procesId: string): Promise<Processleutels | undefined> {
    try {
      return await binnenTijd(this.kast.van(procesId), BINNEN_MS);
    } catch (fout) {
      if (fout instanceof SleutelWeg) return undefined;
      throw fout;
    }
  }
}
