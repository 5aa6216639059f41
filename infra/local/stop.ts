import { eindigMetFout } from './opstart-fout.js';
import { staatMap } from './staat.js';
import { stopMetBewaker } from './stoppen.js';

/* `npm run stop`: stops everything that `npm start` started, also what a kill -9 left behind. */
const liep = await stopMetBewaker(staatMap(process.env)).catch(eindigMetFout);
process.stdout.write(liep ? 'Leerlijn is gestopt.\n' : 'Er liep niets.\n');
