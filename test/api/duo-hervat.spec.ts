import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { Api, meldAan, startBreekbareStack, wachtTot, zetFoutpunten, type BreekbareStack } from '#test-kit';
import { laadVasteGegevens } from '../../infra/local/demo/vaste-gegevens.js';
import {
  csv,
  klusKlaar,
  maakLeerlingen,
  meldingVan,
  stuurBestand,
  type GetoondeMelding,
  type KlusStand,
} from './duo-toneel.js';

/* An import that is killed in the middle goes on where it was: every report one process, nothing twice. */

const N = 60;
let stack: BreekbareStack;
let api: Api;
let db: pg.Client;

before(async () => {
  stack = await startBreekbareStack();
  await laadVasteGegevens(stack.beschrijving.databaseUrl);
  db = new pg.Client({ connectionString: stack.beschrijving.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', '0164', false)`);
  await db.query(
    `insert into app.instelling (gemeente_code, versie, naam, waarde, geldig_vanaf, naar_proces, vastgelegd_op)
     select '0164', coalesce(max(versie), 1) + 1, 'duoAfzender', '"leerlijn"', '2020-01-01', true, now()
     from app.instelling where gemeente_code = '0164'`,
  );
  api = new Api(stack.beschrijving.apiUrl, await meldAan(stack.beschrijving, 'leerplichtambtenaar'));
});
after(async () => {
  await db.end();
  await stack.stop();
});

test('een worker die halverwege sterft, en een melding die binnenkomt terwijl er geen is', async (c) => {
  const { beschrijving } = stack;
  const { vandaag } = await api.lees<{ vandaag: string }>('/klok');
  // Every third youth has two reports: the second must find the mas of the first.
  const klas = await maakLeerlingen(beschrijving, N);
  const rijen = klas.flatMap((l, i) => [
    meldingVan(l, vandaag),
    ...(i % 3 === 0 ? [meldingVan(l, vandaag, { soort: 'langdurig' })] : []),
  ]);
  const a = await stuurBestand(beschrijving, api, csv(rijen));
  assert.equal(a.status, 202);
  const id = a.lichaam.klusId!;
  await wachtTot(
    'een deel is gedaan',
    async () => (await api.lees<KlusStand>(`/klussen/${id}`)).regels.gedaan > 10,
    30_000,
    10,
  );
  zetFoutpunten(beschrijving, 'klus.regel sterf');
  await stack.gestorven('worker');
  const bijDood = (await api.lees<KlusStand>(`/klussen/${id}`)).regels;
  assert.ok(bijDood.wacht > 0, 'hij stierf voor het einde');
  zetFoutpunten(beschrijving);
  const [enkel] = await maakLeerlingen(beschrijving, 1);
  const los = meldingVan(enkel!, vandaag);
  const bewaard = await api.stuur<GetoondeMelding>(
    '/verzuimmeldingen',
    201,
    { gemeente: '0164', ...los },
    randomUUID(),
  );
  assert.equal(bewaard.lichaam.procesId, null, 'bewaard; het proces volgt');
  const begin = performance.now();
  await stack.start('worker');
  await wachtTot('wat bij de dood open stond gaat naar DUO', async () => {
    const { terugmeldingen } = await api.lees<{ terugmeldingen: unknown[] }>(
      '/duo-terugmeldingen?stand=verzonden&limiet=100',
    );
    return terugmeldingen.length >= bijDood.gedaan;
  });
  assert.ok(existsSync(join(beschrijving.staat, 'duo', '0164', 'duo-terugmelding-0164-000001.csv')));
  const klaar = await klusKlaar(api, id, 120_000);
  assert.deepEqual(klaar.regels, { wacht: 0, gedaan: rijen.length, overgeslagen: 0, mislukt: 0 });

  const tel = async (): Promise<unknown> =>
    (
      await db.query(`select
        (select count(*)::int from app.proces where procestype = 'mas') as mas,
        (select count(distinct proces_id)::int from app.verzuimmelding) as processen,
        (select count(*)::int from app.verzuimmelding where proces_id is null) as los,
        (select count(*)::int from app.gebeurtenis where wat->>'naam' = 'vervolgmelding') as vervolg,
        (select count(*)::int from app.duo_terugmelding) as terug,
        (select count(*)::int from app.te_doen where naam = 'berichtNietVerwerkt') as verloren`)
    ).rows[0];
  const verwacht = {
    mas: N + 1,
    processen: N + 1,
    los: 0,
    vervolg: N / 3,
    terug: rijen.length + 1,
    verloren: 0,
  };
  await wachtTot('iedere vervolgmelding is aangekomen', async () => {
    assert.deepEqual(await tel(), verwacht);
    return true;
  });
  assert.equal((await stuurBestand(beschrijving, api, csv(rijen))).lichaam.klusId, id);
  assert.deepEqual(await tel(), verwacht, 'nog eens verandert niets');
  c.diagnostic(
    `N = ${rijen.length} meldingen, ${bijDood.gedaan} gedaan toen de worker stierf; de rest na ${Math.round((performance.now() - begin) / 1000)} s`,
  );
});
