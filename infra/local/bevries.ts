/** `npm run bevries`: what runs somewhere is never edited again. Run it at a release. */
import { fileURLToPath } from 'node:url';
import { bevries } from './bevroren.js';

try {
  const nieuw = bevries(fileURLToPath(new URL('../../../workflows', import.meta.url)));
  console.log(nieuw.length > 0 ? `Bevroren: ${nieuw.join(', ')}` : 'Alles was al bevroren.');
} catch (fout) {
  console.error((fout as Error).message);
  process.exitCode = 1;
}
