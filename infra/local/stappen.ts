/** Reports the progress of starting: a line per step, with the time it took. */
export interface Voortgang {
  /** Runs `werk` and reports `wat` with how long it took; `werk` may report a detail to put behind it. */
  readonly stap: <T>(wat: string, werk: (meld: (bijzonderheid: string) => void) => Promise<T>) => Promise<T>;
  /** A remark between the steps. */
  readonly zeg: (tekst: string) => void;
}

function seconden(begin: number): string {
  return `${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s`;
}

/** Progress that gives every line to `schrijf`. */
export function voortgangNaar(schrijf: (regel: string) => void): Voortgang {
  return {
    zeg: schrijf,
    async stap(wat, werk) {
      const begin = performance.now();
      let erbij = '';
      const uitkomst = await werk((bijzonderheid) => {
        erbij = ` (${bijzonderheid})`;
      });
      schrijf(`  ${wat}${erbij}`.padEnd(72) + ` ${seconden(begin)}`);
      return uitkomst;
    },
  };
}

/** Progress that nobody watches. */
export const stil: Voortgang = voortgangNaar(() => undefined);
