/** Meldt de voortgang van het starten: een regel per stap, met de tijd die zij duurde. */
export interface Voortgang {
  /** Voert `werk` uit en meldt `wat` met de duur; `werk` geeft desgewenst een bijzonderheid terug om erachter te zetten. */
  readonly stap: <T>(wat: string, werk: (meld: (bijzonderheid: string) => void) => Promise<T>) => Promise<T>;
  /** Een losse mededeling tussen de stappen. */
  readonly zeg: (tekst: string) => void;
}

function seconden(begin: number): string {
  return `${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s`;
}

/** Voortgang die iedere regel aan `schrijf` geeft. */
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

/** Voortgang waar niemand naar kijkt. */
export const stil: Voortgang = voortgangNaar(() => undefined);
