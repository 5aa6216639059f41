import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems } from '#process';
import { EEN_TEKST, KADER, persoon, verhaal, type Verhaal } from '../../libs/test-kit/verhaal.js';
import { v1 } from './definitie.v1.js';
import { nl } from './teksten.nl.js';

const aanmelding = {
  aangemeldOp: '2026-11-02',
  urenGemeld: 9,
  achttienOp: '2028-06-15',
};
const school = persoon('school');
/** Registered by the school on Monday 2 November 2026. */
const aangemeld = (anders: Record<string, unknown> = {}) =>
  verhaal(v1, { op: '2026-11-02', gegevens: { ...aanmelding, ...anders }, wie: school });
type V = ReturnType<typeof aangemeld>;
/** The talk was on Monday 16 November, with agreements. */
const gevolgd = (): V =>
  aangemeld()
    .doe('uitnodigingVerzonden', { gesprekOp: '2026-11-16' })
    .dag('2026-11-16')
    .doe('gesprekGevoerd', { gesprekOp: '2026-11-16', verslag: EEN_TEKST, afspraken: EEN_TEKST });
const meldingen = (v: Verhaal<never, never, never> | V, vanaf = 0): string[] =>
  v.gebeurtenissen.slice(vanaf).map((g) => `${g.op} ${g.soort} ${g.naam}`);

describe('spreekuur: de tabel', () => {
  it('heeft geen gebreken en voor alles een tekst', () => assert.deepEqual(problems(v1, nl), []));
  it('is per schooljaar een ander onderwerp', () => {
    assert.equal(aangemeld().s.onderwerp, '2026-2027');
    assert.equal(v1.onderwerp({ aangemeldOp: '2026-07-31' }), '2025-2026');
  });
});

describe('spreekuur: zoals het hoort te gaan', () => {
  it('aanmelding, uitnodiging, gesprek, vier lesweken volgen, hersteld', () => {
    const v = aangemeld().staat('aangemeld');
    assert.equal(v.termijn('uitnodigen'), '2026-11-09');
    v.dag('2026-11-03').doe('uitnodigingVerzonden').staat('uitgenodigd');
    assert.equal(v.termijn('uitnodigen'), undefined);
    assert.equal(v.termijn('gesprek'), '2026-11-17');
    v.doe('gesprekGepland', { gesprekOp: '2026-11-12' }).staat('gesprekGepland');
    // The ten school days run on from the invitation.
    assert.equal(v.termijn('gesprek'), '2026-11-17');
    v.doe('gesprekGepland', { gesprekOp: '2026-11-16' }).staat('gesprekGepland');
    assert.equal(v.termijn('gesprekVastleggen'), '2026-11-16');
    v.dag('2026-11-16').doe('gesprekGevoerd', { gesprekOp: '2026-11-16' }).staat('gesprekGevoerd');
    assert.equal(v.termijn('afsprakenVastleggen'), '2026-11-18');
    v.doe('afsprakenVastgelegd', { gesprekOp: '2026-11-16', afspraken: EEN_TEKST }).staat('monitoring');
    assert.equal(v.termijn('monitoring'), '2026-12-14');
    v.dag('2026-12-14');
    assert.ok(v.gevolgen().includes('brief verzoekVerzuimUpdate'));
    assert.equal(v.termijn('updateVanSchool'), '2026-12-21');
    v.dag('2026-12-16').doe('verzuimUpdate', { uren: 0 }, school).staat('monitoring');
    assert.deepEqual(v.s.voorstellen, [{ actie: 'afsluiten', sinds: '2026-12-16' }]);
    v.doe('afsluiten', { resultaat: 'hersteld' }).staat('afgesloten', 'hersteld');
  });

  it('nieuwe afspraken laten de vier lesweken opnieuw beginnen', () => {
    const v = gevolgd().dag('2026-12-01');
    v.doe('afsprakenVastgelegd', { gesprekOp: '2026-12-01', afspraken: EEN_TEKST });
    // Two weeks of Christmas holiday: 8 and 15 December, 5 and 12 January.
    assert.equal(v.termijn('monitoring'), '2027-01-12');
  });

  it('doorverwijzen wordt een taak zolang het proces hulp niet bestaat', () => {
    const v = gevolgd().doe('afsluiten', { resultaat: 'doorverwezenHulp' });
    v.staat('afgesloten', 'doorverwezenHulp');
    assert.deepEqual(v.effecten.at(-1), {
      id: `${v.s.revisie}.0`,
      op: '2026-11-16',
      soort: 'start',
      procestype: 'hulp',
    });
  });

  it('vervalt met een eigen uitkomst', () => {
    aangemeld().doe('afsluiten', { resultaat: 'vervallen' }).staat('afgesloten', 'vervallen');
  });
});

describe('spreekuur: herinneringen', () => {
  it('wie niet wordt uitgenodigd: de groep, de teamleider, en te laat', () => {
    const v = aangemeld().dag('2026-11-20');
    assert.equal(v.s.teLaat, true);
    assert.deepEqual(v.herinnerd(), [
      'uitnodigen.vooraf 2026-11-05 groep',
      'uitnodigen.verstreken 2026-11-10 groep',
      'uitnodigen.groep 2026-11-11 groep',
      'uitnodigen.teamleider 2026-11-16 teamleider',
    ]);
  });

  it('met een behandelaar gaan de eerste twee naar hem', () => {
    const v = aangemeld().doe('toewijzen', { behandelaar: EEN_TEKST }).dag('2026-11-20');
    assert.deepEqual(
      v.herinnerd().map((h) => h.split(' ').at(-1)),
      ['behandelaar', 'behandelaar', 'groep', 'teamleider'],
    );
  });

  it('de werkdag voor het gesprek, de dag zelf, en als niets is vastgelegd', () => {
    const v = aangemeld().doe('uitnodigingVerzonden', { gesprekOp: '2026-11-16' });
    assert.deepEqual(v.herinneringen('gesprekVastleggen'), [
      'opDatum 2026-11-13',
      'opDatum 2026-11-16',
      'groep 2026-11-18',
      'teamleider 2026-11-23',
    ]);
    assert.equal(v.dag('2026-11-16').s.teLaat, false);
    assert.equal(v.dag('2026-11-17').s.teLaat, true);
    v.doe('gesprekGevoerd', { gesprekOp: '2026-11-16', afspraken: EEN_TEKST });
    assert.equal(v.s.teLaat, false);
  });

  it('een school die niet antwoordt op de vraag naar het verzuim', () => {
    const v = gevolgd().dag('2027-01-05');
    assert.deepEqual(
      v.herinnerd().filter((h) => h.startsWith('updateVanSchool')),
      [
        'updateVanSchool.vooraf 2026-12-17 groep',
        'updateVanSchool.verstreken 2026-12-22 groep',
        'updateVanSchool.groep 2026-12-23 groep',
        // Christmas Day, Boxing Day on a Saturday: the fifth working day after 21 December is the 29th.
        'updateVanSchool.teamleider 2026-12-29 teamleider',
      ],
    );
  });
});

describe('spreekuur: escaleren', () => {
  it('de tweede keer niet verschenen stelt escaleren voor, de eerste niet', () => {
    const v = aangemeld()
      .doe('uitnodigingVerzonden', { gesprekOp: '2026-11-16' })
      .dag('2026-11-16')
      .doe('nietVerschenen')
      .staat('nietVerschenen');
    assert.deepEqual(v.s.voorstellen, []);
    assert.equal(v.termijn('opnieuwUitnodigen'), '2026-11-23');
    const nee = v.weigert('escaleren', { reden: 'nietVerschenen', toelichting: EEN_TEKST });
    assert.equal(nee.code, 'eis');
    assert.match(nee.grondslag!, /Afspraak van de gemeente/);
    assert.equal(nee.terzijdeTeStellen, true);

    v.doe('uitnodigingVerzonden', { gesprekOp: '2026-11-23' }).dag('2026-11-23').doe('nietVerschenen');
    assert.deepEqual(v.s.voorstellen, [{ actie: 'escaleren', sinds: '2026-11-23' }]);
    v.doe('escaleren', { reden: 'nietVerschenen', toelichting: EEN_TEKST }).staat(
      'geescaleerd',
      'geescaleerdMas',
    );
    assert.deepEqual(v.gevolgen().slice(-1), ['start mas']);
    assert.equal(v.s.gegevens['reden'], 'nietVerschenen');
  });

  it('een teamleider zet de norm van twee keer opzij', () => {
    const v = aangemeld().doe('uitnodigingVerzonden').doe('nietVerschenen');
    assert.equal(
      v.weigert('terzijdeStellen', { norm: 'tweemaalNietVerschenen', reden: EEN_TEKST }).code,
      'rol',
    );
    v.doe('terzijdeStellen', { norm: 'tweemaalNietVerschenen', reden: EEN_TEKST }, persoon('teamleider'));
    v.doe('escaleren', { reden: 'nietVerschenen', toelichting: EEN_TEKST }).staat(
      'geescaleerd',
      'geescaleerdMas',
    );
  });

  it('16 uur in vier lesweken escaleert vanzelf, 15 uur niet', () => {
    const v = gevolgd().doe('verzuimUpdate', { uren: 15 }, school).staat('monitoring');
    assert.deepEqual(v.s.voorstellen, []);
    v.doe('verzuimUpdate', { uren: 16 }, school).staat('geescaleerd', 'geescaleerdMas');
    assert.deepEqual(v.gevolgen().slice(-1), ['start mas']);
  });

  it('een DUO-melding escaleert, behalve die voor het spreekuur zelf', () => {
    const v = gevolgd().doe('duoMelding', { soort: 'overig', meldingNummer: '12345' }, persoon('systeem'));
    v.staat('monitoring');
    v.doe('duoMelding', { soort: 'zestienUur', meldingNummer: '12346' }, persoon('systeem'));
    v.staat('geescaleerd', 'geescaleerdMas');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'duo');
  });

  it('niet verschenen is alleen een uitkomst als iemand niet verscheen', () => {
    const v = aangemeld();
    assert.equal(v.weigert('afsluiten', { resultaat: 'nietVerschenen' }).norm, 'eenmaalNietVerschenen');
    v.doe('uitnodigingVerzonden').doe('nietVerschenen').doe('afsluiten', { resultaat: 'nietVerschenen' });
    v.staat('afgesloten', 'nietVerschenen');
  });
});

describe('spreekuur: wat niet mag', () => {
  it('een gesprek vastleggen dat nog komt, of plannen op een dag die voorbij is', () => {
    const v = aangemeld();
    assert.equal(v.weigert('uitnodigingVerzonden', { gesprekOp: '2026-11-01' }).norm, 'gesprekInToekomst');
    v.doe('uitnodigingVerzonden');
    assert.equal(v.weigert('gesprekGepland', { gesprekOp: '2026-11-01' }).norm, 'gesprekInToekomst');
    assert.equal(v.weigert('gesprekGevoerd', { gesprekOp: '2026-11-03' }).norm, 'gesprekGeweest');
  });

  it('een actie in de verkeerde toestand zegt wat wel kan', () => {
    const nee = aangemeld().weigert('gesprekGevoerd', { gesprekOp: '2026-11-02' });
    assert.equal(nee.code, 'toestand');
    assert.deepEqual(nee.mogelijk, ['uitnodigingVerzonden', 'verzuimUpdate', 'duoMelding', 'afsluiten']);
  });

  it('de school plant geen gesprek', () => {
    const v = aangemeld().doe('uitnodigingVerzonden');
    assert.equal(v.weigert('gesprekGepland', { gesprekOp: '2026-11-09' }, school).code, 'rol');
  });

  it('openen voor wie 18 is wordt geweigerd met het artikel', () => {
    assert.throws(() => aangemeld({ achttienOp: '2026-11-02' }), /artikel 4b/);
  });
});

describe('spreekuur: 18 jaar', () => {
  it('sluit op de dag zelf, ook op een zaterdag, en gaat naar de doorstroomcoach', () => {
    const v = aangemeld({ achttienOp: '2026-11-14' }).doe('uitnodigingVerzonden').dag('2026-11-13');
    v.staat('uitgenodigd').dag('2026-11-14').staat('afgesloten', 'achttien');
    assert.deepEqual(v.effecten.at(-1), {
      id: `${v.s.revisie}.0`,
      op: '2026-11-14',
      soort: 'taak',
      naam: 'voorstelDoorstroomcoach',
      voor: 'doorstroomcoach',
    });
  });

  it('een gecorrigeerde geboortedatum verplaatst de verjaardag', () => {
    const v = aangemeld({ achttienOp: '2026-11-14' }).doe('uitnodigingVerzonden');
    v.doe('corrigeren', { velden: { achttienOp: '2026-12-14' }, reden: EEN_TEKST });
    assert.deepEqual(v.gebeurtenissen.at(-1)!.termijnen, [
      { naam: 'achttien', wat: 'verplaatst', van: '2026-11-14', naar: '2026-12-14' },
    ]);
    v.dag('2026-12-13').staat('uitgenodigd').dag('2026-12-14').staat('afgesloten', 'achttien');
  });
});

describe('spreekuur: de rooster- en instellingenkant', () => {
  it('een andere schoolkalender verplaatst lesweken, en geen termijn van de gemeente', () => {
    const v = gevolgd();
    const langer = structuredClone(KADER);
    langer.kalender.school!.vakanties.push({
      naam: 'studieweek',
      van: '2026-11-23' as never,
      tot: '2026-11-29' as never,
    });
    langer.instellingen = { versie: 2, waarden: { spreekuurUitnodigen: { werkdagen: 1 } } };
    v.doe('kaderBijwerken', {}, persoon('systeem'), { kader: langer });
    assert.equal(v.termijn('monitoring'), '2027-01-04');

    const w = aangemeld().doe('kaderBijwerken', {}, persoon('systeem'), { kader: langer });
    // A running term keeps the setting it began with; the next process takes the new one.
    assert.equal(w.termijn('uitnodigen'), '2026-11-09');
    const nieuw = verhaal(v1, { op: '2026-11-02', gegevens: aanmelding, kader: langer });
    assert.equal(nieuw.termijn('uitnodigen'), '2026-11-03');
  });

  it('de gemeente kiest wanneer het verzuim goed genoeg is', () => {
    const ruim = structuredClone(KADER);
    ruim.instellingen.waarden['spreekuurHersteldUren'] = 3;
    const v = gevolgd().doe('kaderBijwerken', {}, persoon('beheerder'), { kader: ruim });
    v.doe('verzuimUpdate', { uren: 3 }, school);
    assert.equal(v.s.voorstellen[0]?.actie, 'afsluiten');
  });

  it('opschorten tot na de termijn en tweemaal hervatten: iedere dag telt een keer', () => {
    const v = aangemeld().dag('2026-11-04');
    v.doe('opschorten', { termijnen: ['uitnodigen'], reden: EEN_TEKST }).dag('2026-11-20');
    assert.equal(v.s.teLaat, false);
    assert.deepEqual(v.herinnerd(), []);
    v.doe('hervatten', { termijnen: ['uitnodigen'] });
    // 9 November and sixteen days.
    assert.equal(v.termijn('uitnodigen'), '2026-11-25');
    v.doe('opschorten', { termijnen: ['uitnodigen'], reden: EEN_TEKST }).dag('2026-11-23');
    v.doe('hervatten', { termijnen: ['uitnodigen'] });
    // 28 November is a Saturday.
    assert.equal(v.termijn('uitnodigen'), '2026-11-30');
    assert.equal(v.weigert('hervatten', { termijnen: ['uitnodigen'] }).code, 'toestand');
  });

  it('een uitval van twee maanden geeft hetzelfde als dag voor dag', async () => {
    const { tick } = await import('#process');
    const elkeDag = gevolgd();
    const begin = elkeDag.s;
    elkeDag.dag('2027-01-20');
    const ineens = tick(v1, begin, elkeDag.vandaag)!;
    assert.deepEqual({ ...ineens.snapshot, revisie: 0 }, { ...elkeDag.s, revisie: 0 });
    assert.deepEqual(ineens.gebeurtenissen, elkeDag.gebeurtenissen.slice(-ineens.gebeurtenissen.length));
    assert.ok(meldingen(elkeDag).includes('2026-12-14 gebeurd monitoring'));
  });
});
