/* All that may fail, one after another on one stack; each file tells one story. */
import { deApiSterft } from './api-sterft.js';
import { doorvoerenHervat } from './doorvoeren.js';
import { deWorkerSterft } from './worker-sterft.js';
import { tweeTegelijk } from './twee-tegelijk.js';
import { rondEenVervolgrun } from './vervolgrun.js';
import { eenEffectFaalt } from './effect-faalt.js';
import { gevallenBesluit } from './gevallen-besluit.js';
import { temporalWeg } from './temporal-weg.js';
import { postgresWeg } from './postgres-weg.js';
import { bouwToneel } from './toneel.js';

bouwToneel();
deApiSterft();
deWorkerSterft();
doorvoerenHervat();
tweeTegelijk();
rondEenVervolgrun();
eenEffectFaalt();
gevallenBesluit();
temporalWeg();
postgresWeg();
