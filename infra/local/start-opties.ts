import { parseArgs } from 'node:util';
import { OpstartFout } from './opstart-fout.js';
import { ONDERDELEN, type OnderdeelNaam } from './stoppen.js';

export interface StartOpties {
  readonly achtergrond: boolean;
  readonly onderdelen: readonly OnderdeelNaam[];
}

function isOnderdeel(naam: string): naam is OnderdeelNaam {
  return (ONDERDELEN as readonly string[]).includes(naam);
}

/**
 * Reads the arguments of `npm start`: `--achtergrond`, and `--onderdelen postgres,temporal` to start only some parts.
 * @throws {OpstartFout} on an unknown argument.
 */
export function leesStartOpties(args: readonly string[]): StartOpties {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        achtergrond: { type: 'boolean', default: false },
        onderdelen: { type: 'string', default: ONDERDELEN.join(',') },
      },
    });
    const namen = values.onderdelen.split(',');
    const onbekend = namen.filter((naam) => !isOnderdeel(naam));
    if (onbekend.length === 0)
      return { achtergrond: values.achtergrond, onderdelen: namen.filter(isOnderdeel) };
  } catch {
    // The message below already says what is allowed.
  }
  throw new OpstartFout(`Gebruik: npm start -- [--achtergrond] [--onderdelen ${ONDERDELEN.join(',')}]`);
}
