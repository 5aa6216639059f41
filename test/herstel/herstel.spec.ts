/* What a teamleider mends, and what goes on while somebody is away: one after another on one stack; each file tells one story. */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { bouwToneel } from '../faults/toneel.js';
import { wieErNietIs } from './afwezig.js';
import { veelTegelijk } from './veel.js';
import { eenStoringHerstellen } from './storing.js';

// What replays is silent; what does not, the stories say.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'OFF' } },
});

bouwToneel();
eenStoringHerstellen();
wieErNietIs();
veelTegelijk();
