// Gemaakt door `npm run genereer` uit de mappen hiernaast. Wijzig dit bestand niet met de hand.
import type { Definitie, Teksten } from '#process';
import { v1 as spreekuurV1 } from './spreekuur/definitie.v1.js';
import { nl as spreekuurTeksten } from './spreekuur/teksten.nl.js';
import { v1 as vrijstellingV1 } from './vrijstelling/definitie.v1.js';
import { nl as vrijstellingTeksten } from './vrijstelling/teksten.nl.js';

/** A process that this installation runs: its definitions (oldest first), the one that new processes start with, its Dutch texts. */
export interface Proces {
  versies: Definitie[];
  nieuwste: Definitie;
  teksten: Teksten;
}

/** Every process of this installation, by its procestype. */
export const processen: Record<string, Proces> = {
  spreekuur: {
    versies: [spreekuurV1],
    nieuwste: spreekuurV1,
    teksten: spreekuurTeksten,
  },
  vrijstelling: {
    versies: [vrijstellingV1],
    nieuwste: vrijstellingV1,
    teksten: vrijstellingTeksten,
  },
};
