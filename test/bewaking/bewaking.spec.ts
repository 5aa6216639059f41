/* What who keeps the product running sees: traces, log lines, measurements. All on one stack that sends its traces to this spec. */
import { sporen } from './sporen.js';
import { bouwToneel } from './toneel.js';

bouwToneel();
sporen();
