// Gemaakt door `npm run genereer` uit de mappen hiernaast. Wijzig dit bestand niet met de hand.
import type { Definitie, Teksten } from '#process';
import { v1 as civielV1 } from './civiel/definitie.v1.js';
import { nl as civielTeksten } from './civiel/teksten.nl.js';
import { v1 as haltV1 } from './halt/definitie.v1.js';
import { nl as haltTeksten } from './halt/teksten.nl.js';
import { v1 as hulpV1 } from './hulp/definitie.v1.js';
import { nl as hulpTeksten } from './hulp/teksten.nl.js';
import { v1 as masV1 } from './mas/definitie.v1.js';
import { nl as masTeksten } from './mas/teksten.nl.js';
import { v1 as overdrachtV1 } from './overdracht/definitie.v1.js';
import { nl as overdrachtTeksten } from './overdracht/teksten.nl.js';
import { v1 as spreekuurV1 } from './spreekuur/definitie.v1.js';
import { v2 as spreekuurV2 } from './spreekuur/definitie.v2.js';
import { nl as spreekuurTeksten } from './spreekuur/teksten.nl.js';
import { v1 as strafrechtV1 } from './strafrecht/definitie.v1.js';
import { nl as strafrechtTeksten } from './strafrecht/teksten.nl.js';
import { v1 as thuiszitterstafelV1 } from './thuiszitterstafel/definitie.v1.js';
import { nl as thuiszitterstafelTeksten } from './thuiszitterstafel/teksten.nl.js';
import { v1 as trajectV1 } from './traject/definitie.v1.js';
import { nl as trajectTeksten } from './traject/teksten.nl.js';
import { v1 as verlofV1 } from './verlof/definitie.v1.js';
import { nl as verlofTeksten } from './verlof/teksten.nl.js';
import { v1 as vrijstellingV1 } from './vrijstelling/definitie.v1.js';
import { v2 as vrijstellingV2 } from './vrijstelling/definitie.v2.js';
import { nl as vrijstellingTeksten } from './vrijstelling/teksten.nl.js';

/** A process that this installation runs: its definitions (oldest first), the one that new processes start with, its Dutch texts. */
export interface Proces {
  versies: Definitie[];
  nieuwste: Definitie;
  teksten: Teksten;
}

/** Every process of this installation, by its procestype. */
export const processen: Record<string, Proces> = {
  civiel: {
    versies: [civielV1],
    nieuwste: civielV1,
    teksten: civielTeksten,
  },
  halt: {
    versies: [haltV1],
    nieuwste: haltV1,
    teksten: haltTeksten,
  },
  hulp: {
    versies: [hulpV1],
    nieuwste: hulpV1,
    teksten: hulpTeksten,
  },
  mas: {
    versies: [masV1],
    nieuwste: masV1,
    teksten: masTeksten,
  },
  overdracht: {
    versies: [overdrachtV1],
    nieuwste: overdrachtV1,
    teksten: overdrachtTeksten,
  },
  spreekuur: {
    versies: [spreekuurV1, spreekuurV2],
    nieuwste: spreekuurV2,
    teksten: spreekuurTeksten,
  },
  strafrecht: {
    versies: [strafrechtV1],
    nieuwste: strafrechtV1,
    teksten: strafrechtTeksten,
  },
  thuiszitterstafel: {
    versies: [thuiszitterstafelV1],
    nieuwste: thuiszitterstafelV1,
    teksten: thuiszitterstafelTeksten,
  },
  traject: {
    versies: [trajectV1],
    nieuwste: trajectV1,
    teksten: trajectTeksten,
  },
  verlof: {
    versies: [verlofV1],
    nieuwste: verlofV1,
    teksten: verlofTeksten,
  },
  vrijstelling: {
    versies: [vrijstellingV1, vrijstellingV2],
    nieuwste: vrijstellingV2,
    teksten: vrijstellingTeksten,
  },
};
