import { leesDienstConfigOfStop } from '#config';
import { beginSpoor } from '#spoor';
import { maakApi } from './app.js';

const config = leesDienstConfigOfStop(process.env);
// First: what is made later asks whether there are traces.
const eindigSpoor = await beginSpoor('leerlijn-api', config.sporenNaar);
const api = await maakApi(config);
await api.app.listen(config.port, '127.0.0.1');
api.logboek.meld('API luistert', { poort: config.port });

let stopt = false;
for (const signaal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signaal, () => {
    if (stopt) return;
    stopt = true;
    void api
      .sluit()
      .then(eindigSpoor)
      .then(
        () => process.exit(0),
        (fout: unknown) => {
          api.logboek.fout(fout);
          process.exit(1);
        },
      );
  });
}
