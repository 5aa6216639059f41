import assert from 'node:assert/strict';
import { plusDagen, plusMaanden, type Datum } from '#kalender';
import { TEKST, type Speler } from './speler.js';

/** A story: when the youth becomes 18, and what happens from `begin`, a first of October, on. */
export interface Verhaal {
  titel: string;
  achttien: (begin: Datum) => Datum;
  vertel: (s: Speler, begin: Datum) => Promise<void>;
}

const jaarDag = (begin: Datum, j: number, md: string): Datum =>
  `${Number(begin.slice(0, 4)) + j}-${md}` as Datum;

/** From a report to the choice of a route, in one day. */
async function totRoutekeuze(s: Speler, uren = 20): Promise<void> {
  const vandaag = await s.vandaag();
  await s.open('mas', {
    bron: 'duo',
    soort: 'zestienUur',
    ontvangenOp: vandaag,
    meldingNummer: '2001',
    uren,
  });
  await s.doe('mas', 'inBehandeling');
  await s.doe('mas', 'gehoordJongere', { jongereGehoordOp: vandaag, aangespoord: true });
  await s.doe('mas', 'gehoordOuders', { oudersGehoordOp: vandaag });
  await s.doe('mas', 'onderzoekAfgerond');
}

/** The tafel advises an exemption; it is confirmed, and renewed a year later. */
const tafelNaarVrijstelling = (arts: string): Verhaal => ({
  titel: 'de tafel adviseert een vrijstelling, die een jaar later wordt verlengd',
  achttien: (begin) => jaarDag(begin, 4, '03-10'),
  async vertel(s, begin) {
    await s.naar(begin);
    await totRoutekeuze(s);
    await s.doe('mas', 'naarTafel', {
      verzuim: 'geoorloofd',
      toestemming: true,
      thuisSinds: plusDagen(begin, -40),
    });
    await s.doe('thuiszitterstafel', 'volledig');
    await s.doe('thuiszitterstafel', 'geagendeerd', { vergaderingOp: begin });
    await s.doe('thuiszitterstafel', 'besproken', {
      deelnemers: ['leerplicht', 'schoolarts'],
      verslag: TEKST,
    });
    await s.doe('thuiszitterstafel', 'adviesUitgebracht', { advies: 'vrijstelling' });
    await s.open('vrijstelling', { grond: 'art5onderA', kennisgevingOp: begin });
    const verklaar = async (): Promise<void> => {
      const vandaag = await s.vandaag();
      await s.doe('vrijstelling', 'volledigVerklaard');
      await s.doe('vrijstelling', 'artsAanwijzen', { artsId: arts });
      await s.doe('vrijstelling', 'onderwijskundigAdviesOntvangen', { adviesOp: vandaag, advies: TEKST });
      await s.doe('vrijstelling', 'verklaringOntvangen', {
        oordeel: 'ongeschikt',
        getekendOp: vandaag,
        verklaring: TEKST,
      });
    };
    await verklaar();
    await s.doe('vrijstelling', 'bevestigen', { geldigVanaf: begin, geldigTot: jaarDag(begin, 1, '07-31') });
    // The exemption withdraws what overlaps it, and the tafel has its answer.
    assert.equal((await s.stand('mas')).uitkomst, 'vrijstelling');
    assert.equal((await s.stand('thuiszitterstafel')).uitkomst, 'vrijstelling');
    await s.doe('vrijstelling', 'duoGeregistreerd', { geregistreerdOp: begin });
    // A year later, before 1 July.
    await s.naar(jaarDag(begin, 1, '06-02'));
    await s.doe('vrijstelling', 'verlengingOntvangen', { kennisgevingOp: jaarDag(begin, 1, '06-02') });
    await verklaar();
    await s.doe('vrijstelling', 'bevestigen', {
      geldigVanaf: jaarDag(begin, 1, '08-01'),
      geldigTot: jaarDag(begin, 2, '07-31'),
    });
    await s.doe('vrijstelling', 'duoGeregistreerd', { geregistreerdOp: jaarDag(begin, 1, '06-02') });
    assert.equal((await s.stand('vrijstelling')).toestand, 'geldig');
    // Not renewed again: it ends, and the absence without exemption is looked at.
    await s.naar(jaarDag(begin, 2, '08-01'));
    assert.equal((await s.stand('vrijstelling')).uitkomst, 'verlopen');
    assert.equal(await s.aantal('mas'), 2);
    assert.equal((await s.stand('mas')).toestand, 'ontvangen');
  },
});

/** Halt at 17 years and 11 months: it stays open at 18 and asks for a decision. */
const haltVlakVoorAchttien: Verhaal = {
  titel: 'Halt met 17 jaar en 11 maanden vraagt op de verjaardag om een besluit',
  achttien: (begin) => plusMaanden(begin, 1),
  async vertel(s, begin) {
    await s.naar(begin);
    await totRoutekeuze(s);
    await s.doe('mas', 'routeHalt', { overlegOvJ: false });
    await s.doe('halt', 'uitgenodigdVerhoor', { verhoorOp: plusDagen(begin, 4) });
    await s.naar(plusDagen(begin, 4));
    await s.doe('halt', 'verhoord', { cautie: true, gehoordOp: plusDagen(begin, 4) });
    await s.doe('halt', 'toestemming', { jongere: true });
    await s.doe('halt', 'verwijzingVerzonden', { verwezenOp: plusDagen(begin, 4), beletsel: 'geen' });
    await s.naar(plusMaanden(begin, 1));
    assert.equal((await s.stand('mas')).uitkomst, 'achttien');
    assert.equal((await s.stand('halt')).afgerond, false);
    await s.doe('halt', 'besluitNa18', { besluit: 'doorgaan' });
    await s.doe('halt', 'haltGestart', { gestartOp: plusMaanden(begin, 1) });
    await s.naar(plusMaanden(begin, 3));
    await s.doe('halt', 'haltAfgerond', { haltResultaat: 'positief' });
    assert.equal((await s.stand('halt')).toestand, 'positief');
  },
};

/** The civil route until the 18th birthday: the order ends, nothing new begins. */
const civielTotAchttien: Verhaal = {
  titel: 'de civiele route loopt tot de 18e verjaardag en stopt dan',
  achttien: (begin) => jaarDag(begin, 1, '05-20'),
  async vertel(s, begin) {
    await s.naar(begin);
    await totRoutekeuze(s);
    await s.doe('mas', 'routeCiviel', { motivering: TEKST });
    await s.doe('civiel', 'jbtAangemeld', { jbtAangemeldOp: begin, motivering: TEKST });
    await s.naar(plusDagen(begin, 25));
    await s.doe('civiel', 'jbtUitkomst', { jbtOp: plusDagen(begin, 25), tafel: 'onderzoek' });
    await s.naar(plusDagen(begin, 60));
    await s.doe('civiel', 'onderzoekGestart', { onderzoekGestartOp: plusDagen(begin, 60) });
    assert.equal((await s.stand('civiel')).toestand, 'rvdkOnderzoek');
    await s.naar(jaarDag(begin, 1, '05-19'));
    assert.equal((await s.stand('civiel')).afgerond, false);
    await s.naar(jaarDag(begin, 1, '05-20'));
    assert.equal((await s.stand('civiel')).uitkomst, 'achttien');
    assert.equal((await s.stand('mas')).uitkomst, 'achttien');
    const nee = await s.weigert('civiel', 'zitting', { zittingOp: jaarDag(begin, 1, '06-01') });
    assert.equal(nee.norm, undefined);
  },
};

/** An overdracht that begins a month before 18: only what is still to come runs. */
const lateOverdracht: Verhaal = {
  titel: 'een overdracht die een maand voor 18 begint is laat en haalt alleen in wat nog komt',
  achttien: (begin) => plusMaanden(begin, 1),
  async vertel(s, begin) {
    await s.naar(begin);
    await s.open('overdracht', { gesignaleerdOp: begin, bron: 'leerplicht' });
    const nu = await s.stand('overdracht');
    assert.ok(nu.vlaggen.includes('laat'));
    for (const t of nu.termijnen) assert.ok(t.datum >= begin, `${t.naam} ligt al achter ons`);
    await s.doe('overdracht', 'documentBijgewerkt', { sectie: 'onderwijs', tekst: TEKST });
    await s.doe('overdracht', 'documentGereed');
    await s.doe('overdracht', 'aangeboden');
    await s.doe('overdracht', 'geaccepteerd', { coach: TEKST }, 'doorstroomcoach');
    await s.naar(plusMaanden(begin, 1));
    const op18 = await s.stand('overdracht');
    assert.deepEqual([op18.afgerond, op18.vlaggen.includes('tussenWalEnSchip')], [false, false]);
    const warm = { gesprekOp: plusMaanden(begin, 1), vorm: 'huisbezoek' };
    await s.doe('overdracht', 'warmGesprek', warm, 'doorstroomcoach');
    await s.doe('overdracht', 'overgedragen', { naar: 'traject' }, 'doorstroomcoach');
    assert.equal((await s.stand('traject')).afgerond, false);
  },
};

/** Every story besides Koen's. @param arts a designated doctor. */
export const verhalen = (arts: string): Verhaal[] => [
  tafelNaarVrijstelling(arts),
  haltVlakVoorAchttien,
  civielTotAchttien,
  lateOverdracht,
];
