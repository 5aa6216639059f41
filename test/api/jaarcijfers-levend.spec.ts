import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { plusDagen, plusMaanden, schooljaarVan, type Datum } from '#kalender';
import { wachtTot, type ProcesLichaam } from '#test-kit';
import { iemand, vandaag } from './toneel.js';
import { eigenGemeente, jongere, kort, type Gemeente, type Jaarcijfers } from './jaarcijfers-toneel.js';

/* The same figures, out of processes that people really went through: what the table of a process calls its acts is what is counted. */

let g: Gemeente;
let nu: Datum;
before(async () => {
  g = await eigenGemeente('9995', 'Levendorp');
  nu = await vandaag(g.ambtenaar);
});
after(() => g.ruimOp());

const cijfers = (jaar: string): Promise<Jaarcijfers> => g.ambtenaar.lees<Jaarcijfers>(`/jaarcijfers/${jaar}`);
/** Only what is not zero. */
const gevuld = (j: Jaarcijfers): Record<string, string> =>
  Object.fromEntries(Object.entries(kort(j)).filter(([, v]) => !/^[-0]\/[-0]$/.test(v)));
const jarigOver = (maanden: number): Promise<string> =>
  jongere(g, plusMaanden(plusMaanden(nu, maanden), -18 * 12));
/** The process that another one opened for this youth. */
const vervolg = (jongereId: string, procestype: string): Promise<ProcesLichaam> =>
  wachtTot(`${procestype} is geopend`, async () => {
    const { processen } = await g.boa.lees<{ processen: ProcesLichaam[] }>(
      `/processen?jongereId=${jongereId}&procestype=${procestype}`,
    );
    return processen[0];
  });
const bezoek = (
  p: ProcesLichaam,
  stappen: [actie: string, invoer?: Record<string, unknown>][],
): Promise<unknown> =>
  stappen.reduce<Promise<unknown>>(
    (eerder, [actie, invoer]) => eerder.then(() => g.boa.doe(p.id, actie, invoer)),
    Promise.resolve(),
  );

test('een lopend schooljaar, van melding tot proces-verbaal, staat in de cijfers van vandaag', async () => {
  const [gemeld, pv, halt, spreekuur, buitenland, anders, thuis] = await Promise.all(
    Array.from({ length: 7 }, () => jarigOver(40)),
  );
  const { bsn } = await g.ambtenaar.lees<{ bsn: string }>(`/jongeren/${gemeld}`);
  await g.ambtenaar.stuur(
    '/verzuimmeldingen',
    201,
    { gemeente: g.code, meldingnummer: '99950001', bsn, soort: 'luxe', ontvangenOp: nu },
    randomUUID(),
  );

  const mas = await g.boa.open('mas', pv!, { bron: 'school', soort: 'absoluut', ontvangenOp: nu });
  await bezoek(mas, [
    ['inBehandeling'],
    ['gehoordOuders', { oudersGehoordOp: nu }],
    ['onderzoekAfgerond'],
    ['routeStrafrecht', { tegen: 'ouders', verzuimsoort: 'absoluut', motiveringWpg: 'Geen inschrijving.' }],
  ]);
  await bezoek(await vervolg(pv!, 'strafrecht'), [
    ['pvGereed', { pvGereedOp: nu, nalevingGeprobeerd: true }],
    ['pvVerzonden', { pvVerzondenOp: nu, naarRvdk: false }],
  ]);

  const masHalt = await g.boa.open('mas', halt!, { bron: 'school', soort: 'zestienUur', ontvangenOp: nu });
  await bezoek(masHalt, [
    ['inBehandeling'],
    ['gehoordJongere', { jongereGehoordOp: nu, aangespoord: true }],
    ['gehoordOuders', { oudersGehoordOp: nu }],
    ['onderzoekAfgerond'],
    ['routeHalt', { uren: 20, overlegOvJ: false }],
  ]);
  await bezoek(await vervolg(halt!, 'halt'), [
    ['uitgenodigdVerhoor', { verhoorOp: nu }],
    ['verhoord', { cautie: true, gehoordOp: nu }],
    ['toestemming', { jongere: true, ouders: true }],
    ['verwijzingVerzonden', { verwezenOp: nu, beletsel: 'geen' }],
  ]);

  await g.ambtenaar.open('spreekuur', spreekuur!, { aangemeldOp: nu, urenGemeld: 6 });
  await g.ambtenaar.stuur(
    `/jongeren/${spreekuur}/contactmomenten`,
    201,
    { soort: 'gesprek', op: nu },
    randomUUID(),
  );

  const c = await g.boa.open('vrijstelling', buitenland!, { grond: 'art5onderC', kennisgevingOp: nu });
  await bezoek(c, [
    ['volledigVerklaard'],
    ['schoolverklaringOntvangen', { schoolverklaringOp: nu, ingeschreven: true, bezoektGeregeld: true }],
    ['bevestigen', { geldigVanaf: nu, geldigTot: plusMaanden(nu, 6) }],
  ]);
  const d = await g.boa.open('vrijstelling', anders!, {
    grond: 'art15',
    kennisgevingOp: nu,
    leerplichtTot: plusDagen(nu, -1),
  });
  await bezoek(d, [
    ['aanvraagVolledig'],
    [
      'toekennen',
      {
        besluitOp: nu,
        geldigVanaf: nu,
        geldigTot: plusMaanden(nu, 6),
        anderOnderwijs: 'Een opleiding in het bedrijf.',
      },
    ],
  ]);
  assert.equal(
    kort(await cijfers(schooljaarVan(nu)))['vrijstellingen.art15'],
    '0/0',
    'nog niet bekendgemaakt',
  );
  await bezoek(d, [['besluitBekendgemaakt', { bekendgemaaktOp: nu }]]);

  const tafel = await g.boa.open('thuiszitterstafel', thuis!, {
    aangemeldOp: nu,
    verzuim: 'geoorloofd',
    toestemming: true,
  });
  await bezoek(tafel, [
    ['volledig'],
    ['geagendeerd', { vergaderingOp: nu }],
    ['besproken', { deelnemers: ['leerplicht', 'school'] }],
  ]);

  const j = await cijfers(schooljaarVan(nu));
  console.log(gevuld(j));
  assert.deepEqual(gevuld(j), {
    'verzuim.absoluut': '1/1',
    'verzuim.relatief': '1/1',
    'verzuim.luxe': '1/1',
    'verzuim.totaal': '2/2',
    'incidenten.spreekuur': '1/1',
    'incidenten.gesprek': '1/1',
    'incidenten.totaal': '2/1',
    'juridisch.pv-absoluut': '1/1',
    'juridisch.halt': '1/1',
    'juridisch.totaal': '2/2',
    'vrijstellingen.art5onderC': '1/1',
    'vrijstellingen.art15': '1/1',
    'vrijstellingen.totaal': '2/2',
    'thuiszitterstafel.aangemeld': '1/1',
    'thuiszitterstafel.besproken': '1/1',
  });
  assert.deepEqual([j.klopt, j.voorlopig], [true, true]);
});

test('een correctie verplaatst een cijfer naar zijn eigen schooljaar, en wat bij vergissing was geopend telt nergens', async () => {
  const jaar = schooljaarVan(nu);
  const getal = (j: Jaarcijfers, cijfer: string): number => Number(kort(j)[cijfer]!.split('/')[0]);
  const voor = await cijfers(jaar);
  const wie = await jarigOver(40);
  const mas = await g.boa.open('mas', wie, { bron: 'school', soort: 'absoluut', ontvangenOp: nu });
  const spreekuur = await g.ambtenaar.open('spreekuur', wie, { aangemeldOp: nu, urenGemeld: 6 });
  const erbij = await cijfers(jaar);
  for (const cijfer of ['verzuim.absoluut', 'incidenten.spreekuur'])
    assert.equal(getal(erbij, cijfer), getal(voor, cijfer) + 1, cijfer);
  await g.boa.doe(mas.id, 'corrigeren', { velden: { ontvangenOp: '2019-10-01' }, reden: 'Verkeerde dag.' });
  const teamleider = await iemand(g.stack, { gemeenten: [g.code], rollen: ['teamleider'] });
  await teamleider.doe(spreekuur.id, 'annuleren', { reden: 'Dubbel.' });
  assert.deepEqual(kort(await cijfers(jaar)), kort(voor));
  const toen = await cijfers('2019-2020');
  assert.deepEqual([kort(toen)['verzuim.absoluut'], toen.voorlopig], ['1/1', false]);
});
