import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  dagVanDeWeek,
  eersteWerkdagVanaf,
  gelijkgesteldeDagen,
  plusDagen,
  plusWerkdagen,
  type Datum,
} from '#kalender';
import { wachtTot } from '#test-kit';
import { datumVan, eerstvolgende, herinneringen, toneel, watKwam, type Toneel } from './leven.js';

/* Three youths and the spreekuur: one recovers, one never comes, one is forgotten by everybody. */

let t: Toneel;
before(async () => void (t = await toneel()));
after(() => t.motor.sluit());

const kalender = { versie: 'test', gelijkgesteld: gelijkgesteldeDagen };
const werkdagen = (vanaf: Datum, n: number): Datum => plusWerkdagen(vanaf, n, kalender);

/** The Klok on a Monday, and a youth for whom the spreekuur was opened on it. */
async function aangemeld(nogDagenTotAchttien: number): Promise<{ id: string; maandag: Datum }> {
  const maandag = eerstvolgende(await t.motor.vandaag(), (d) => dagVanDeWeek(d) === 1);
  await t.motor.klokNaar(maandag);
  const jongere = await t.jongereVan18Op(plusDagen(maandag, nogDagenTotAchttien));
  const { id } = await t.ambtenaar.open('spreekuur', jongere, { aangemeldOp: maandag, urenGemeld: 9 });
  return { id, maandag };
}

test('van aanmelding tot hersteld', async () => {
  const { id, maandag } = await aangemeld(900);
  const uiterlijk = datumVan(await t.proces(id), 'uitnodigen');
  assert.equal(uiterlijk, werkdagen(maandag, 5));

  await t.motor.klokNaar(werkdagen(uiterlijk, -2));
  assert.deepEqual(herinneringen(await t.teDoen(id), 'uitnodigen'), [`${werkdagen(uiterlijk, -2)} vooraf`]);

  const gesprekOp = werkdagen(maandag, 7);
  const gepland = await t.ambtenaar.doe(id, 'uitnodigingVerzonden', { gesprekOp });
  assert.equal(gepland.toestand, 'gesprekGepland');
  assert.equal(datumVan(gepland, 'gesprekVastleggen'), gesprekOp);

  await t.motor.klokNaar(gesprekOp);
  assert.deepEqual(herinneringen(await t.teDoen(id), 'gesprekVastleggen'), [
    `${werkdagen(gesprekOp, -1)} opDatum`,
    `${gesprekOp} opDatum`,
  ]);
  const volgen = await t.ambtenaar.doe(id, 'gesprekGevoerd', {
    gesprekOp,
    verslag: 'Het gesprek verliep goed.',
    afspraken: 'Elke dag op tijd; de mentor belt bij afwezigheid.',
  });
  assert.equal(volgen.toestand, 'monitoring');

  const eindeVolgen = datumVan(volgen, 'monitoring');
  assert.ok(eindeVolgen >= plusDagen(gesprekOp, 21), 'vier lesweken duren minstens drie weken en een dag');
  await t.motor.klokNaar(eindeVolgen);
  const vraag = (await t.teDoen(id)).filter((r) => r.naam === 'verzoekVerzuimUpdate');
  assert.deepEqual(
    vraag.map((r) => [r.soort, r.voor, r.op]),
    [['brief', 'school', eindeVolgen]],
  );
  assert.equal(datumVan(await t.proces(id), 'updateVanSchool'), werkdagen(eindeVolgen, 5));

  await t.school.doe(id, 'verzuimUpdate', { uren: 0 });
  const { voorstellen } = await t.proces(id);
  assert.deepEqual(voorstellen, [{ actie: 'afsluiten', sinds: eindeVolgen }]);
  const klaar = await t.ambtenaar.doe(id, 'afsluiten', { resultaat: 'hersteld' });
  assert.deepEqual([klaar.toestand, klaar.afgerond, klaar.uitkomst], ['afgesloten', true, 'hersteld']);
  assert.deepEqual([klaar.termijnen, klaar.acties], [[], []]);

  const lijn = await t.tijdlijn(id);
  assert.deepEqual(
    lijn.map((g) => `${g.op} ${g.naam}${g.namens ? ` namens ${g.namens}` : ''}`),
    [
      `${maandag} spreekuur`,
      `${werkdagen(uiterlijk, -2)} uitnodigen.vooraf`,
      `${werkdagen(uiterlijk, -2)} uitnodigingVerzonden`,
      `${werkdagen(gesprekOp, -1)} gesprekVastleggen.opDatum`,
      `${gesprekOp} gesprekVastleggen.opDatum`,
      `${gesprekOp} gesprekGevoerd`,
      `${eindeVolgen} monitoring`,
      `${eindeVolgen} verzuimUpdate namens school`,
      `${eindeVolgen} afsluiten`,
    ],
  );
  assert.equal(lijn.at(-1)!.door.id, t.ambtenaar.wie.id);
});

test('tweemaal niet verschenen: het proces stelt escaleren voor en de ambtenaar beslist', async () => {
  const { id, maandag } = await aangemeld(900);
  const eerste = werkdagen(maandag, 3);
  await t.ambtenaar.doe(id, 'uitnodigingVerzonden', { gesprekOp: eerste });
  await t.motor.klokNaar(eerste);
  const weg = await t.ambtenaar.doe(id, 'nietVerschenen');
  assert.deepEqual([weg.toestand, weg['voorstellen']], ['nietVerschenen', []]);

  const teVroeg = await t.ambtenaar.handel(id, 'escaleren', {
    reden: 'nietVerschenen',
    toelichting: 'Kwam niet.',
  });
  assert.equal(teVroeg.status, 422);
  assert.equal(teVroeg.lichaam['norm'], 'tweemaalNietVerschenen');

  const tweede = werkdagen(eerste, 5);
  await t.ambtenaar.doe(id, 'uitnodigingVerzonden', { gesprekOp: tweede });
  await t.motor.klokNaar(tweede);
  const weer = await t.ambtenaar.doe(id, 'nietVerschenen', { toelichting: 'Opnieuw zonder bericht.' });
  assert.deepEqual(weer['voorstellen'], [{ actie: 'escaleren', sinds: tweede }]);
  assert.equal(weer.afgerond, false, 'voorstellen is niet beslissen');

  const klaar = await t.ambtenaar.doe(id, 'escaleren', {
    reden: 'nietVerschenen',
    toelichting: 'Tweemaal uitgenodigd, tweemaal niet gekomen.',
  });
  assert.deepEqual([klaar.toestand, klaar.uitkomst], ['geescaleerd', 'geescaleerdMas']);
  const mas = await wachtTot('de mas is geopend', async () => {
    const { processen } = await t.ambtenaar.lees<{ processen: { toestand: string; geopendOp: string }[] }>(
      `/processen?procestype=mas&jongereId=${String(klaar['jongereId'])}`,
    );
    return processen[0];
  });
  assert.deepEqual([mas.toestand, mas.geopendOp], ['ontvangen', tweede]);
});

test('wat de vooruitblik bij het openen zegt is wat er komt als niemand iets doet', async () => {
  const { id, maandag } = await aangemeld(45);
  // On the first day only the overdracht is opened: he is over 17 and a half.
  const blik = (await t.vooruitblik(id)).filter((dag) => dag.op > maandag);
  const laatste = blik.at(-1)!;
  assert.deepEqual([laatste.op, laatste.toestand], [plusDagen(maandag, 45), 'afgesloten']);
  assert.equal(blik[0]!.op, werkdagen(werkdagen(maandag, 5), -2));

  await t.motor.klokNaar(laatste.op as Datum);
  const rijen = await t.teDoen(id);
  const gekomen = watKwam(rijen, maandag, await t.titels('spreekuur'));
  for (const dag of blik) {
    const voorspeld = dag.zinnen.filter((z) => /^(Herinnering|Taak|Brief) aan|^Taak voor/.test(z)).sort();
    assert.deepEqual(gekomen.get(dag.op) ?? [], voorspeld, dag.op);
  }
  const gebeurd = new Set((await t.tijdlijn(id)).map((g) => g.op).filter((op) => op > maandag));
  assert.deepEqual(
    [...gebeurd].sort(),
    blik.map((dag) => dag.op),
  );

  const uiterlijk = werkdagen(maandag, 5);
  assert.deepEqual(herinneringen(rijen, 'uitnodigen'), [
    `${werkdagen(uiterlijk, -2)} vooraf`,
    `${eersteWerkdagVanaf(plusDagen(uiterlijk, 1), kalender)} verstreken`,
    `${werkdagen(uiterlijk, 2)} groep`,
    `${werkdagen(uiterlijk, 5)} teamleider`,
  ]);
  const klaar = await t.proces(id);
  assert.deepEqual([klaar.afgerond, klaar.uitkomst], [true, 'achttien']);
});
