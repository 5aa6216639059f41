import assert from 'node:assert/strict';
import { plusDagen, plusMaanden, type Datum } from '#kalender';
import { TEKST, type Speler } from './speler.js';

/** Koen's 18th birthday: between the two hearings of his fourth school year. */
export const koenAchttien = (begin: Datum): Datum => `${Number(begin.slice(0, 4)) + 3}-11-15` as Datum;

/**
 * Koen (domain, case of the annual report): 21 steps over four school years. `begin` is a first of October.
 * Source: case-koen.md; the dates are ours.
 */
export async function koen(s: Speler, begin: Datum): Promise<void> {
  const jaar = Number(begin.slice(0, 4));
  const dag = (j: number, md: string): Datum => `${jaar + j}-${md}` as Datum;

  // 1 SY1 havo: some hours absent and late; the preventive talk.
  await s.naar(begin);
  await s.open('spreekuur', { aangemeldOp: begin, urenGemeld: 9, aantalTeLaat: 6 });
  await s.doe('spreekuur', 'uitnodigingVerzonden', { gesprekOp: dag(0, '10-09') });
  await s.naar(dag(0, '10-09'));
  await s.doe('spreekuur', 'gesprekGevoerd', { gesprekOp: dag(0, '10-09'), afspraken: TEKST });
  assert.equal((await s.stand('spreekuur')).toestand, 'monitoring');

  // 2 A few months later the school reports: the spreekuur escalates into the MAS.
  await s.naar(dag(0, '11-03'));
  await s.doe('spreekuur', 'duoMelding', { soort: 'zestienUur', meldingNummer: '1001' });
  assert.deepEqual(await uitkomst(s, 'spreekuur'), ['geescaleerd', 'geescaleerdMas']);
  await s.doe('mas', 'inBehandeling');

  // 3 The talk at the town hall; help is offered and declined; the school year ends quietly.
  await s.doe('mas', 'gesprekGevoerd', { gesprekGevoerdOp: dag(0, '11-03'), verslag: TEKST });
  await s.doe('mas', 'gehoordOuders', { oudersGehoordOp: dag(0, '11-03') });
  await s.doe('mas', 'hulpAangeboden', { hulpAangebodenOp: dag(0, '11-03') });
  await s.doe('mas', 'hulpGeweigerd', { geweigerdDoor: 'beiden' });
  await s.naar(dag(1, '06-25'));
  await s.doe('mas', 'verzuimGestopt', { gestoptOp: dag(1, '06-25') });
  await s.doe('mas', 'afsluiten', { resultaat: 'hersteld' });
  assert.deepEqual(await uitkomst(s, 'mas'), ['afgesloten', 'hersteld']);

  // 4 SY2, another school: a new report.
  await s.naar(dag(1, '10-20'));
  await s.open('mas', {
    bron: 'duo',
    soort: 'zestienUur',
    ontvangenOp: dag(1, '10-20'),
    meldingNummer: '1002',
    uren: 18,
  });
  assert.equal(await s.aantal('mas'), 2);
  await s.doe('mas', 'inBehandeling');
  // 5 Only sleep; the school doctor advises a clinic. 6 The MDO; Koen wants no help.
  await s.doe('mas', 'adviesOntvangen', { adviseur: 'schoolarts', adviesOp: dag(1, '10-20'), advies: TEKST });
  await s.doe('mas', 'gehoordJongere', { jongereGehoordOp: dag(1, '10-20'), aangespoord: true });
  await s.doe('mas', 'gehoordOuders', { oudersGehoordOp: dag(1, '10-20') });
  await s.doe('mas', 'mdoGehouden', { mdoGehoudenOp: dag(1, '10-20'), verslag: TEKST });
  await s.doe('mas', 'onderzoekAfgerond');
  await s.doe('mas', 'routeHulp', { aanbieder: 'wijkracht' });
  await s.doe('hulp', 'geweigerd', { weigeraar: 'jongere' });
  assert.equal((await s.stand('hulp')).afgerond, true);
  assert.equal((await s.stand('mas')).toestand, 'routekeuze');
  // 7 A strict schedule, or else Halt. 8 It works until the holiday; he goes to Entree.
  await s.naar(dag(2, '05-10'));
  await s.doe('mas', 'afsprakenVastgelegd', {
    afspraken: TEKST,
    afsprakenTot: dag(2, '07-05'),
    andersVolgt: 'halt',
  });
  await s.naar(dag(2, '07-05'));
  await s.doe('mas', 'verzuimGestopt', { gestoptOp: dag(2, '07-05') });
  await s.doe('mas', 'afsluiten', { resultaat: 'hersteld' });

  // 9 SY3, Entree: reported again, the third time.
  await s.naar(dag(2, '11-10'));
  await s.open('mas', {
    bron: 'duo',
    soort: 'zestienUur',
    ontvangenOp: dag(2, '11-10'),
    meldingNummer: '1003',
    uren: 22,
  });
  await s.doe('mas', 'inBehandeling');
  await s.doe('mas', 'gehoordJongere', { jongereGehoordOp: dag(2, '11-10'), aangespoord: true });
  await s.doe('mas', 'gehoordOuders', { oudersGehoordOp: dag(2, '11-10') });
  await s.doe('mas', 'onderzoekAfgerond');
  // 10 Halt, the first and only time. 11 Illness reports: the school doctor.
  await s.doe('mas', 'routeHalt', { overlegOvJ: false });
  await s.naar(dag(2, '11-12'));
  await s.doe('halt', 'uitgenodigdVerhoor', { verhoorOp: dag(2, '11-16') });
  await s.naar(dag(2, '11-16'));
  await s.doe('halt', 'verhoord', { cautie: true, gehoordOp: dag(2, '11-16'), verslag: TEKST });
  await s.doe('halt', 'toestemming', { jongere: true, ouders: true });
  await s.doe('halt', 'verwijzingVerzonden', { verwezenOp: dag(2, '11-16'), beletsel: 'geen' });
  await s.naar(dag(2, '11-30'));
  await s.doe('halt', 'haltGestart', { gestartOp: dag(2, '11-30') });
  await s.doe('halt', 'schoolartsIngezet');
  // 12 Halt is negative. 13 The worker goes on as a coach, after talking with the OM.
  await s.naar(dag(3, '01-20'));
  await s.doe('halt', 'haltAfgerond', { haltResultaat: 'negatief', toelichting: TEKST });
  assert.equal((await s.stand('mas')).toestand, 'routekeuze');
  await s.doe('halt', 'overlegOM', { overlegOp: dag(3, '01-20') });
  await s.doe('halt', 'haltInDeWijk', { coachingVanaf: dag(3, '01-20') });
  // Halt is not offered a second time.
  const nee = await s.weigert('mas', 'routeHalt', { overlegOvJ: true });
  assert.deepEqual([nee.norm, nee.soort], ['haltEenmalig', 'CHAIN']);
  // 14 The PV is decided. 15 During it he chooses VAVO.
  await s.doe('halt', 'pvOpmaken');
  assert.equal((await s.stand('halt')).afgerond, true);
  assert.equal((await s.stand('strafrecht')).afgerond, false);
  assert.equal((await s.stand('mas')).toestand, 'routeLoopt');
  await s.naar(dag(3, '01-28'));
  await s.doe('mas', 'toestemmingVavo', { toestemmingOp: dag(3, '01-28') });
  // 16 The PV goes out.
  await s.doe('strafrecht', 'gehoordJongere', { jongereGehoordOp: dag(3, '01-28'), verslag: TEKST });
  await s.doe('strafrecht', 'pvGereed', { pvGereedOp: dag(3, '01-28'), nalevingGeprobeerd: true });
  await s.doe('strafrecht', 'pvVerzonden', { pvVerzondenOp: dag(3, '01-28'), naarRvdk: true });
  assert.equal((await s.stand('strafrecht')).toestand, 'pvBijOm');
  await s.naar(dag(3, '04-20'));
  await s.doe('strafrecht', 'omBeslissing', { beslissing: 'dagvaarding', beslistOp: dag(3, '04-20') });
  await s.doe('strafrecht', 'zittingsdatum', { zittingOp: dag(3, '09-14') });
  // The overdracht began by itself at 17 years and 6 months.
  await s.naar(dag(3, '05-20'));
  assert.equal((await s.stand('overdracht')).afgerond, false);
  // 17 SY4, the first hearing: the Raad advises to wait, the judge follows.
  await s.naar(dag(3, '09-14'));
  await s.doe('strafrecht', 'raadsadvies', { advies: 'aanhouden', adviesOp: dag(3, '09-14') });
  await s.doe('strafrecht', 'uitspraak', { uitspraak: 'aangehouden', uitspraakOp: dag(3, '09-14') });
  assert.equal((await s.stand('strafrecht')).toestand, 'aangehouden');
  // The hand-over goes on meanwhile.
  await s.doe('overdracht', 'documentBijgewerkt', { sectie: 'onderwijs', tekst: TEKST });
  await s.doe('overdracht', 'documentGereed');
  await s.doe('overdracht', 'aangeboden');
  // 18 Koen turns 18.
  await s.naar(koenAchttien(begin));
  assert.deepEqual((await uitkomst(s, 'mas'))[1], 'achttien');
  assert.equal((await s.stand('strafrecht')).afgerond, false, 'strafrecht loopt door na 18');
  assert.ok(
    (await s.stand('overdracht')).vlaggen.includes('tussenWalEnSchip'),
    'nog niet aanvaard op de verjaardag',
  );
  await s.doe('overdracht', 'geaccepteerd', { coach: TEKST }, 'doorstroomcoach');
  // 19 Before the hearing the officer asks the VAVO how it goes.
  await s.doe('strafrecht', 'zittingsdatum', { zittingOp: dag(3, '12-14') });
  await s.naar(dag(3, '12-03'));
  await s.doe('strafrecht', 'informatieSchool', { informatieOp: dag(3, '12-03'), informatie: TEKST });
  // 20 The second hearing: a year of jeugdreclassering.
  await s.naar(dag(3, '12-14'));
  const tot = plusDagen(plusMaanden(dag(3, '12-14'), 12), -1);
  await s.doe('strafrecht', 'uitspraak', {
    uitspraak: 'jeugdreclassering',
    uitspraakOp: dag(3, '12-14'),
    maatregelTot: tot,
  });
  const straf = await s.stand('strafrecht');
  assert.equal(straf.toestand, 'maatregelLoopt');
  assert.ok(
    straf.termijnen.some((x) => x.datum === tot),
    `er loopt een termijn tot ${tot}`,
  );
  // 21 The same day the officer says goodbye.
  await s.doe(
    'overdracht',
    'warmGesprek',
    { gesprekOp: dag(3, '12-14'), vorm: 'gesprek' },
    'doorstroomcoach',
  );
  await s.doe('overdracht', 'overgedragen', { naar: 'school' }, 'doorstroomcoach');

  // What must hold in the end.
  assert.equal(await s.aantal('halt'), 1, 'Halt is een keer gedaan');
  assert.equal(await s.aantal('civiel'), 0, 'na 18 begint geen OTS');
  assert.equal(await s.aantal('mas'), 3, 'drie meldingen, drie keer MAS');
}

const uitkomst = async (s: Speler, procestype: string): Promise<[string, string | null]> => {
  const x = await s.stand(procestype);
  return [x.toestand, x.uitkomst];
};
