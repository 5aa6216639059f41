import { eindigMetFout } from './opstart-fout.js';
import { staatMap } from './staat.js';
import { stopMetBewaker } from './stoppen.js';

/* `npm run stop`: stopt alles wat `npm start` startte, ook wat na een kill -9 is achtergebleven. */
const liep = await stopMetBewaker(staatMap(process.env)).catch(eindigMetFout);
process.stdout.write(liep ? 'Leerlijn is gestopt.\n' : 'Er liep niets.\n');
