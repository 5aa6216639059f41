/* What who keeps the product running sees: measurements, alerts, traces, log lines. All on one stack that sends its traces to this spec. */
import { bestanden } from './bestanden.js';
import { metingen } from './metingen.js';
import { sporen } from './sporen.js';
import { bouwToneel } from './toneel.js';

bouwToneel();
metingen();
bestanden();
sporen();
