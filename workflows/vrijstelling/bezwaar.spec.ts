import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toonTermijnen, type Effect } from '#process';
import { EEN_TEKST, persoon, verhaal } from '../../libs/test-kit/verhaal.js';
import { v2 } from './definitie.v2.js';

const AWB = 'Algemene wet bestuursrecht';
const ditSchooljaar = { geldigVanaf: '2026-12-01', geldigTot: '2027-07-31' };

/** A request under art. 15 of 2 November 2026; the decision went out on Friday 13 November. */
const inBehandeling = () =>
  verhaal(v2, {
    op: '2026-11-02',
    gegevens: { grond: 'art15', kennisgevingOp: '2026-11-02', achttienOp: '2028-06-15' },
  })
    .doe('aanvraagVolledig')
    .dag('2026-11-13');
type V = ReturnType<typeof inBehandeling>;
const op13 = { besluitOp: '2026-11-13' };
const verstuurd = (v: V): V => v.doe('besluitBekendgemaakt', { bekendgemaaktOp: '2026-11-13' });
const afgewezen = (): V =>
  verstuurd(
    inBehandeling().doe('afwijzen', {
      ...op13,
      afwijzingsgrond: 'geenBijzondereOmstandigheden',
      motivering: EEN_TEKST,
    }),
  );
const toegekend = (): V =>
  verstuurd(inBehandeling().doe('toekennen', { ...op13, ...ditSchooljaar, anderOnderwijs: EEN_TEKST }));
const bezwaar = (v: V, op: string, commissie = false): V =>
  v.dag(op).doe('bezwaarOntvangen', { ontvangenOp: op, commissie });

type Koppeling = Extract<Effect, { soort: 'start' | 'meld' }>;
const gemeld = (v: V): unknown[] =>
  v.effecten
    .filter((e): e is Koppeling => e.soort === 'start' || e.soort === 'meld')
    .map((e) => [`${e.soort} ${e.procestype}`, e.gegevens]);
const absoluut = ['start mas', { bron: 'vrijstelling', soort: 'absoluut', ontvangenOp: '2026-11-13' }];

describe('vrijstelling 2: bezwaar', () => {
  it('zes weken om bezwaar te maken, met de uitleg van Kerst', () => {
    const [t] = toonTermijnen(v2, afgewezen().s).filter((x) => x.naam === 'bezwaar');
    assert.deepEqual([t!.datum, t!.soort, t!.grondslag], ['2026-12-28', 'LAW', `${AWB}, artikel 6:7`]);
    assert.match(t!.uitleg, /^6 weken na 13 november 2026 = 25 december \(Eerste Kerstdag\), verlengd tot/);
  });

  it('zes weken om te beslissen, geteld vanaf het einde van de bezwaartermijn', () => {
    const v = bezwaar(afgewezen(), '2026-12-01').staat('bezwaar');
    assert.equal(v.gevolgen().at(-1), 'brief ontvangstbevestigingBezwaar');
    assert.equal(v.gebeurtenissen.at(-1)!.namens, 'ouders');
    assert.equal(v.termijn('bezwaar'), undefined);
    // The term to decide begins when that to object ends, however early the objection came.
    assert.equal(v.termijn('eindeBezwaartermijn'), '2026-12-28');
    assert.equal(v.termijn('beslissingOpBezwaar'), undefined);
    v.dag('2026-12-28');
    assert.equal(v.termijn('beslissingOpBezwaar'), '2027-02-08');
    assert.deepEqual(v.herinneringen('beslissingOpBezwaar'), [
      'halverwege 2027-01-18',
      'vooraf 2027-02-04',
      'verstreken 2027-02-09',
      'groep 2027-02-10',
      'teamleider 2027-02-15',
    ]);
    v.dag('2027-02-08');
    assert.equal(v.s.teLaat, false);
    assert.equal(v.dag('2027-02-09').s.teLaat, true);
    v.doe('bezwaarOngegrond', { beslistOp: '2027-02-09', bezwaarOordeel: 'ongegrond' });
    assert.equal(v.staat('afgewezen', 'afgewezen').gevolgen().at(-1), 'brief beslissingOpBezwaar');
    assert.deepEqual(gemeld(v), [absoluut]);
  });

  it('met een commissie twaalf weken; verdagen en opschorten met het artikel', () => {
    const v = bezwaar(afgewezen(), '2026-12-01', true).dag('2026-12-28');
    assert.equal(v.termijn('beslissingNaCommissie'), '2027-03-22');
    assert.equal(v.termijn('beslissingOpBezwaar'), undefined);
    v.doe('verlengen', { termijn: 'beslissingNaCommissie', tot: '2027-05-03', reden: EEN_TEKST });
    assert.equal(v.termijn('beslissingNaCommissie'), '2027-05-03');
    v.doe('opschorten', { termijnen: ['beslissingNaCommissie'], reden: EEN_TEKST });
    const t = v2.termijnen.find((x) => x.naam === 'beslissingNaCommissie')!;
    assert.deepEqual(
      [t.verlengbaar, t.opschortbaar].map((g) => g?.soort === 'LAW' && g.artikel),
      ['7:10 lid 3', '7:10 lid 2'],
    );
    const nee = afgewezen().weigert('verlengen', { termijn: 'bezwaar', tot: '2027-01-15', reden: EEN_TEKST });
    assert.deepEqual([nee.code, nee.grondslag], ['eis', `${AWB}, artikel 6:7`]);
  });

  it('op de laatste dag nog op tijd, in de week erna alleen per post', () => {
    const opTijd = bezwaar(afgewezen(), '2026-12-28');
    assert.ok(!opTijd.s.vlaggen.includes('bezwaarNaTermijn'));
    assert.equal(opTijd.dag('2026-12-29').termijn('beslissingOpBezwaar'), '2027-02-08');

    const perPost = bezwaar(afgewezen(), '2027-01-04').staat('bezwaar');
    assert.ok(perPost.s.vlaggen.includes('bezwaarNaTermijn'));
    // Twelve weeks after the publication: never later than the law says.
    assert.equal(perPost.termijn('beslissingOpLaatBezwaar'), '2027-02-05');
    perPost.doe('bezwaarOngegrond', { beslistOp: '2027-01-04', bezwaarOordeel: 'nietOntvankelijk' });
    perPost.staat('afgewezen', 'afgewezen');

    const later = afgewezen().dag('2027-01-05').staat('afgewezen', 'afgewezen');
    const nee = later.weigert('bezwaarOntvangen', { ontvangenOp: '2027-01-05', commissie: false });
    assert.equal(nee.code, 'toestand');
    // What came in time may be recorded later.
    const geboekt = afgewezen().dag('2026-12-30');
    geboekt.doe('bezwaarOntvangen', { ontvangenOp: '2026-12-24', commissie: false });
    assert.ok(!geboekt.s.vlaggen.includes('bezwaarNaTermijn'));
    assert.equal(geboekt.termijn('beslissingOpLaatBezwaar'), '2027-02-05');
  });

  it('gegrond: alsnog toegekend, en de verzuimmelding die was geopend hoort het', () => {
    const v = bezwaar(afgewezen(), '2026-12-01').dag('2026-12-21');
    const lang = { beslistOp: '2026-12-21', geldigVanaf: '2026-07-31', geldigTot: '2027-07-31' };
    // The law holds for what is granted on objection too.
    assert.equal(v.weigert('bezwaarGegrond', lang).norm, 'inKwalificatieplicht');
    for (const beslistOp of ['2026-12-22', '2026-11-30'])
      assert.equal(v.weigert('bezwaarGegrond', { ...ditSchooljaar, beslistOp }).norm, 'bezwaarBeslist');
    v.doe('bezwaarGegrond', { ...ditSchooljaar, beslistOp: '2026-12-21' }).staat('vanKracht');
    assert.deepEqual(v.gevolgen().slice(-4), [
      'brief beslissingOpBezwaar',
      'taak vrijstellingRegistreren',
      'meld mas',
      'meld thuiszitterstafel',
    ]);
    const bericht = { grond: 'art15', ...ditSchooljaar };
    assert.deepEqual(gemeld(v), [absoluut, ['meld mas', bericht], ['meld thuiszitterstafel', bericht]]);
    assert.equal(v.termijn('duoRegistratie'), '2026-12-29');
    assert.equal(v.termijn('eindeToekenning'), '2027-07-31');
    v.doe('duoGeregistreerd', { geregistreerdOp: '2026-12-22' });
  });

  it('ingetrokken: het besluit blijft', () => {
    bezwaar(afgewezen(), '2026-12-01').doe('bezwaarIngetrokken').staat('afgewezen', 'afgewezen');
    bezwaar(toegekend(), '2026-12-01').doe('bezwaarIngetrokken').staat('vanKracht');
  });

  it('tegen een toekenning: zij geldt intussen, en blijft of krijgt een andere periode', () => {
    const v = bezwaar(toegekend(), '2026-12-01').staat('bezwaar');
    v.doe('duoGeregistreerd', { geregistreerdOp: '2026-12-01' }, persoon('systeem')).staat('bezwaar');
    assert.equal(
      afgewezenInBezwaar().weigert('duoGeregistreerd', { geregistreerdOp: '2026-12-01' }).code,
      'toestand',
    );
    v.dag('2027-01-11').doe('bezwaarOngegrond', { beslistOp: '2027-01-11', bezwaarOordeel: 'ongegrond' });
    assert.equal(v.staat('vanKracht').termijn('eindeToekenning'), '2027-07-31');

    const w = bezwaar(toegekend(), '2026-12-01');
    w.doe('bezwaarGegrond', { beslistOp: '2026-12-01', geldigVanaf: '2026-12-01', geldigTot: '2027-11-30' });
    assert.equal(w.staat('vanKracht').termijn('eindeToekenning'), '2027-11-30');
  });

  it('eindigt de periode tijdens het bezwaar, dan verloopt zij zodra is beslist', () => {
    const v = inBehandeling().doe('toekennen', {
      ...op13,
      geldigVanaf: '2026-11-16',
      geldigTot: '2026-12-31',
      anderOnderwijs: EEN_TEKST,
    });
    bezwaar(verstuurd(v), '2026-12-01').dag('2027-01-01').staat('bezwaar');
    assert.ok(v.s.vlaggen.includes('geldigheidVerstreken'));
    const ervoor = gemeld(v).length;
    v.dag('2027-01-12').doe('bezwaarIngetrokken').dag('2027-01-13').staat('verlopen', 'verlopen');
    assert.equal(gemeld(v).length, ervoor + 1);
  });
});

const afgewezenInBezwaar = (): V => bezwaar(afgewezen(), '2026-12-01');
