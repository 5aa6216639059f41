import { join } from 'node:path';
import { leesConfigOfStop } from '#config';
import { Bewaarplaats } from './bewaarplaats.js';
import { maakPagina } from './pagina.js';
import { maakOntvanger } from './smtp.js';

/*
 * The mail catcher of development and tests: it takes every mail, keeps it, and shows it in the browser. Nothing leaves the machine. A municipality
 * uses its own mail server (SMTP_URL).
 */
if (process.env['NODE_ENV'] === 'production') {
  process.stderr.write('Dit postvak vangt alle mail op en start daarom niet met NODE_ENV=production.\n');
  process.exit(1);
}

const config = leesConfigOfStop(process.env);
const plaats = new Bewaarplaats(join(config.staat, 'postvak'));
const ontvanger = maakOntvanger(plaats);
await new Promise<void>((klaar) => {
  ontvanger.listen(config.postvakSmtpPort, '127.0.0.1', () => klaar());
});
const pagina = maakPagina(plaats).listen(config.postvakPort, '127.0.0.1');

for (const signaal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signaal, () => {
    pagina.close();
    ontvanger.close(() => process.exit(0));
    pagina.closeAllConnections();
  });
}
