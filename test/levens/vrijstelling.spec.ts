import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eersteWerkdagVanaf, gelijkgesteldeDagen, plusDagen, type Datum } from '#kalender';
import { demo } from '#test-kit';
import { datumVan, eerstvolgende, herinneringen, toneel, watKwam, type Toneel } from './leven.js';

/* A youth who cannot go to school: confirmed, renewed a year later, and eighteen the year after. */

let t: Toneel;
before(async () => void (t = await toneel()));
after(() => t.motor.sluit());

const kalender = { versie: 'test', gelijkgesteld: gelijkgesteldeDagen };
const werkdagVanaf = (dag: string): Datum => eersteWerkdagVanaf(dag as Datum, kalender);

/** From a complete kennisgeving to a confirmation that holds until the end of the school year `tot`. */
async function bevestigd(id: string, vanaf: Datum, tot: string): Promise<void> {
  const vandaag = await t.motor.vandaag();
  await t.ambtenaar.doe(id, 'volledigVerklaard');
  await t.ambtenaar.doe(id, 'artsAanwijzen', { artsId: demo('arts').sub });
  await t.ambtenaar.doe(id, 'onderwijskundigAdviesOntvangen', {
    adviesOp: vandaag,
    advies: 'Onderwijs is nu niet mogelijk.',
  });
  await t.ambtenaar.doe(id, 'verklaringOntvangen', {
    oordeel: 'ongeschikt',
    getekendOp: vandaag,
    verklaring: 'De jongere is dit schooljaar niet in staat naar school te gaan.',
  });
  await t.ambtenaar.doe(id, 'bevestigen', { geldigVanaf: vanaf, geldigTot: tot });
  const geldig = await t.ambtenaar.doe(id, 'duoGeregistreerd', { geregistreerdOp: vandaag });
  assert.equal(geldig.toestand, 'geldig');
}

test('bevestigd, een jaar later verlengd, en dan achttien', async () => {
  const begin = eerstvolgende(await t.motor.vandaag(), (d) => d.endsWith('-09-01'));
  await t.motor.klokNaar(begin);
  const jaar = Number(begin.slice(0, 4));
  const achttienOp = `${jaar + 2}-03-04` as Datum;
  const jongere = await t.jongereVan18Op(achttienOp);
  const { id } = await t.ambtenaar.open('vrijstelling', jongere, {
    grond: 'art5onderA',
    kennisgevingOp: begin,
    toelichting: 'Verzoek van beide ouders.',
  });
  await bevestigd(id, begin, `${jaar + 1}-07-31`);
  assert.equal(datumVan(await t.proces(id), 'achttien'), achttienOp);
  assert.equal(datumVan(await t.proces(id), 'verlenging'), `${jaar + 1}-06-30`);

  await t.motor.klokNaar(`${jaar + 1}-06-28` as Datum);
  const dagen = ['04-01', '05-01', '06-01', '06-24'].map((d) => werkdagVanaf(`${jaar + 1}-${d}`));
  const rijen = await t.teDoen(id);
  assert.deepEqual(
    herinneringen(rijen, 'verlenging'),
    dagen.map((d) => `${d} opDatum`),
  );
  assert.deepEqual(
    rijen.filter((r) => r.naam === 'herinneringVerlenging').map((r) => [r.soort, r.voor, r.op]),
    dagen.map((d) => ['brief', 'ouders', d]),
    'bij elke herinnering ligt een conceptbrief',
  );

  const vandaag = await t.motor.vandaag();
  const open = await t.ambtenaar.doe(id, 'verlengingOntvangen', { kennisgevingOp: vandaag });
  assert.equal(open.toestand, 'verlengingOpen');
  assert.equal(datumVan(open, 'geldigheidTijdensVerlenging'), `${jaar + 1}-07-31`);
  await bevestigd(id, `${jaar + 1}-08-01` as Datum, `${jaar + 2}-07-31`);

  await t.motor.klokNaar(plusDagen(achttienOp, -1));
  assert.equal((await t.proces(id)).afgerond, false, 'een dag ervoor nog niet');
  await t.motor.klokNaar(achttienOp);
  const klaar = await t.proces(id);
  assert.deepEqual([klaar.toestand, klaar.uitkomst, klaar.afgerond], ['beeindigd', 'achttien', true]);
  const lijn = await t.tijdlijn(id);
  assert.deepEqual(
    [lijn[0]!.naam, lijn.at(-1)!.naam, lijn.at(-1)!.op],
    ['vrijstelling', 'achttien', achttienOp],
  );
  assert.equal(lijn.filter((g) => g.naam === 'bevestigen').length, 2);
  const taak = (await t.teDoen(id)).filter((r) => r.naam === 'voorstelDoorstroomcoach');
  assert.deepEqual(
    taak.map((r) => [r.voor, r.op]),
    [['doorstroomcoach', achttienOp]],
  );
});

test('wat de vooruitblik zegt van een vrijstelling die niemand aanraakt is wat er komt', async () => {
  const begin = eerstvolgende(await t.motor.vandaag(), (d) => d.endsWith('-09-01'));
  await t.motor.klokNaar(begin);
  const jongere = await t.jongereVan18Op(plusDagen(begin, 300));
  const { id } = await t.ambtenaar.open('vrijstelling', jongere, {
    grond: 'art5onderA',
    kennisgevingOp: begin,
  });
  await bevestigd(id, begin, `${Number(begin.slice(0, 4)) + 1}-05-31`);
  const blik = await t.vooruitblik(id);
  assert.equal(blik.at(-1)!.toestand, 'verlopen');

  await t.motor.klokNaar(blik.at(-1)!.op as Datum);
  const gekomen = watKwam(await t.teDoen(id), begin, await t.titels('vrijstelling'));
  for (const dag of blik)
    for (const zin of gekomen.get(dag.op) ?? []) assert.ok(dag.zinnen.includes(zin), `${dag.op}: ${zin}`);
  assert.deepEqual(
    [...gekomen.keys()].sort(),
    blik.filter((dag) => dag.zinnen.some((z) => /^(Herinnering|Taak|Brief) /.test(z))).map((dag) => dag.op),
    'elke dag van de vooruitblik bracht iets, en geen andere dag',
  );
});
