import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { zaaknummerVan } from '#process';
import { planMail, register } from '#activities';
import { ADRES, mailToneel, type MailToneel, type Mens, type Zaak } from './toneel.js';
import { HENGELO } from '../read-model/eigen-database.js';

/* Which reminder becomes which mail, to whom and when. Opened on Monday 2 November 2026, a spreekuur invites within five working days: by the 9th. */

const OPEN = '2026-11-02';
const VOORAF = '2026-11-05';
const VERSTREKEN = '2026-11-10';
const GROEP = '2026-11-11';
const TEAMLEIDER = '2026-11-16';

let t: MailToneel;
let anouk: Mens;
let ilse: Mens;
const POSTBUS = 'team@hengelo.test';

before(async () => {
  t = await mailToneel();
  anouk = await t.mens();
  ilse = await t.mens({ rol: 'teamleider' });
  await t.postbus(POSTBUS);
});
after(() => t.sluit());
beforeEach(() => t.ruim());

const spreekuur = (
  behandelaar: string | null,
  o: { op?: string; instellingen?: Record<string, number | boolean> } = {},
): Promise<Zaak> =>
  t.zaak({
    procestype: 'spreekuur',
    op: o.op ?? OPEN,
    gegevens: { aangemeldOp: o.op ?? OPEN, urenGemeld: 6, achttienOp: '2029-05-01' },
    behandelaar,
    ...(o.instellingen && { instellingen: o.instellingen }),
  });
/** Lets a day come for a case, and then the mailer at this hour of it. */
const opDag = async (zaak: Zaak, dag: string, uur = 8): Promise<number> => {
  await zaak.dag(dag);
  await t.klok(dag, uur);
  return t.ronde();
};

describe('de gewone gang', () => {
  it('vooraf in het overzicht, verstreken, groep en teamleider elk apart, ieder bij de juiste', async () => {
    const zaak = await spreekuur(anouk.id);
    assert.equal(await opDag(zaak, VOORAF), 1);
    assert.equal(await opDag(zaak, VERSTREKEN), 1);
    assert.equal(await opDag(zaak, GROEP), 1);
    assert.equal(await opDag(zaak, TEAMLEIDER), 1);
    assert.deepEqual(
      (await t.mails()).map((m) => [m.soort, m.aan, m.staat]),
      [
        ['overzicht', anouk.adres, 'verzonden'],
        ['herinnering', anouk.adres, 'verzonden'],
        ['herinnering', POSTBUS, 'verzonden'],
        ['herinnering', ilse.adres, 'verzonden'],
      ],
    );
    const [vooraf] = t.put.voor(anouk.adres);
    assert.match(
      vooraf!.mail.text!,
      new RegExp(`Zaak ${zaaknummerVan(zaak.id)}: Loopt bijna af: Uitnodigen`),
    );
    assert.ok(
      vooraf!.mail.text!.includes(`${ADRES}/zaak/${zaak.id}`) &&
        vooraf!.mail.text!.includes('9 november 2026'),
    );
    assert.ok(vooraf!.mail.html!.includes(`${ADRES}/zaak/${zaak.id}`));
    assert.ok(!JSON.stringify(t.put.berichten.map((b) => b.mail.subject)).includes(zaaknummerVan(zaak.id)));
  });

  it('voor 8 uur niets, vanaf 8 uur wel; opnieuw plannen geeft niets', async () => {
    const zaak = await spreekuur(anouk.id);
    for (const uur of [0.1, 3, 7.99]) assert.equal(await opDag(zaak, VOORAF, uur), 0);
    assert.equal(await opDag(zaak, VOORAF, 8), 1);
    for (let keer = 0; keer < 5; keer += 1) assert.equal(await t.ronde(), 0);
    assert.equal(t.put.berichten.length, 1);
  });

  it('een overzicht per dag, met alle zaken; een andere dag een ander', async () => {
    const zaken = [];
    for (let n = 0; n < 7; n += 1) zaken.push(await spreekuur(anouk.id));
    for (const z of zaken) await z.dag(VOORAF);
    await t.klok(VOORAF, 8);
    assert.equal(await t.ronde(), 1);
    const [mail] = t.put.voor(anouk.adres);
    for (const z of zaken) assert.ok(mail!.mail.text!.includes(zaaknummerVan(z.id)));
    assert.equal(mail!.mail.subject, 'Leerlijn: 7 herinneringen');
    // What comes later that day does not wait for the next.
    const laat = await spreekuur(anouk.id);
    assert.equal(await opDag(laat, VOORAF, 11), 1);
    const ids = (await t.mails()).map((m) => m.id);
    assert.equal(new Set(ids).size, 2);
  });

  it('wie alles apart wil krijgt alles apart', async () => {
    const los = await t.mens();
    await t.vorm(los.id, 'los');
    const zaken = [await spreekuur(los.id), await spreekuur(los.id)];
    for (const z of zaken) await z.dag(VOORAF);
    await t.klok(VOORAF, 9);
    assert.equal(await t.ronde(), 2);
    assert.deepEqual(
      (await t.mails()).map((m) => m.soort),
      ['herinnering', 'herinnering'],
    );
  });

  it('wat na een uitval van weken ineens komt geeft per ontvanger alleen het laatste', async () => {
    const zaak = await spreekuur(anouk.id);
    // The engine was away: everything up to the 18th in one decision.
    assert.equal(await opDag(zaak, '2026-11-18', 9), 3);
    assert.match(t.put.voor(anouk.adres)[0]!.mail.text!, /: Verstreken: /);
    assert.deepEqual(
      [t.put.voor(anouk.adres).length, t.put.voor(POSTBUS).length, t.put.voor(ilse.adres).length],
      [1, 1, 1],
    );
  });
});

describe('dagen', () => {
  it('in het weekend en op een feestdag gaat niets weg; de eerste werkdag om 8 uur wel', async () => {
    const zaak = await spreekuur(anouk.id, { op: '2026-12-14' });
    // By the 21st; the team hears on the 23rd, the supervisor after Christmas.
    await zaak.dag('2026-12-24');
    await zaak.doe('notitie', { tekst: crypto.randomUUID() }, 'leerplichtambtenaar', '2026-12-24');
    for (const dag of ['2026-12-25', '2026-12-26', '2026-12-27']) assert.equal(await opDag(zaak, dag, 12), 0);
    assert.ok((await opDag(zaak, '2026-12-28', 8)) > 0);
  });

  it('de nacht waarin de klok verspringt telt 8 uur plaatselijke tijd', async (d) => {
    // The clock changes in the night to a Sunday; the working day after it, and that night itself, minute by minute around the change.
    let n = 0;
    for (const [zondag, maandag] of [
      ['2026-10-25', '2026-10-26'],
      ['2027-03-28', '2027-03-30'],
    ] as const) {
      const zaak = await spreekuur(anouk.id, { op: '2026-10-16' });
      await zaak.dag(maandag);
      for (let minuut = 0; minuut < 180; minuut += 20, n += 1) {
        await t.klokOp(new Date(Date.parse(`${zondag}T00:00:00Z`) + minuut * 60_000));
        assert.equal(await t.ronde(), 0);
      }
      await t.klok(maandag, 7.95);
      assert.equal(await t.ronde(), 0);
      await t.klok(maandag, 8);
      assert.ok((await t.ronde()) > 0);
      for (let keer = 0; keer < 3; keer += 1) assert.equal(await t.ronde(), 0);
      await t.ruim();
    }
    d.diagnostic(`N = ${n} ogenblikken`);
    // 8:00 is an hour later by UTC in winter.
    await t.klok('2026-10-26', 8);
    assert.equal((await t.als(async (em) => em.nu)).toISOString().slice(11, 16), '07:00');
    await t.klok('2026-07-01', 8);
    assert.equal((await t.als(async (em) => em.nu)).toISOString().slice(11, 16), '06:00');
  });
});

describe('wat niet meer waar is wordt niet gemaild', () => {
  it('de stap is gedaan voordat het 8 uur was', async () => {
    const zaak = await spreekuur(anouk.id);
    await zaak.dag(VERSTREKEN);
    await zaak.doe('uitnodigingVerzonden', {}, 'leerplichtambtenaar', VERSTREKEN);
    await t.klok(VERSTREKEN, 8);
    assert.equal(await t.ronde(), 0);
  });

  it('het proces is voorbij', async () => {
    const zaak = await spreekuur(anouk.id);
    await zaak.dag(VOORAF);
    await zaak.doe('annuleren', { reden: crypto.randomUUID() }, 'teamleider', VOORAF);
    await t.klok(VOORAF, 8);
    assert.equal(await t.ronde(), 0);
  });

  it('de termijn staat stil: niets, en na hervatten komt de herinnering op haar nieuwe dag', async () => {
    const zaak = await spreekuur(anouk.id);
    await zaak.dag(VOORAF);
    const bij = { termijnen: ['uitnodigen'], reden: crypto.randomUUID() };
    await zaak.doe('opschorten', bij, 'leerplichtambtenaar', VOORAF);
    await t.klok(VOORAF, 8);
    assert.equal(await t.ronde(), 0);
    for (const dag of ['2026-11-09', VERSTREKEN, GROEP, TEAMLEIDER, '2026-11-27'])
      assert.equal(await opDag(zaak, dag), 0);
    await zaak.doe('hervatten', bij, 'leerplichtambtenaar', '2026-11-30');
    const nieuw = zaak.s.termijnen.find((l) => l.naam === 'uitnodigen')!;
    assert.ok(nieuw.datum > '2026-11-30');
    const [volgende] = nieuw.herinner!;
    assert.equal(await opDag(zaak, volgende!.op), 1);
  });

  it('de termijn verschuift nadat de eerste herinnering weg is: dezelfde soort komt opnieuw, op de nieuwe datum', async () => {
    const zaak = await spreekuur(anouk.id);
    assert.equal(await opDag(zaak, VOORAF), 1);
    await zaak.doe(
      'verlengen',
      { termijn: 'uitnodigen', tot: '2026-11-20', reden: crypto.randomUUID() },
      'teamleider',
      VOORAF,
    );
    for (const dag of [VERSTREKEN, GROEP, TEAMLEIDER]) assert.equal(await opDag(zaak, dag), 0, dag);
    assert.equal(await opDag(zaak, '2026-11-18'), 1);
    const teksten = t.put.voor(anouk.adres).map((b) => b.mail.text!);
    assert.deepEqual(
      teksten.map((x) => /\((\d+ \w+) 2026\)/.exec(x)![1]),
      ['9 november', '20 november'],
    );
    assert.equal(new Set(t.put.berichten.map((b) => b.mail.messageId)).size, 2);
  });

  it('en verschuift zij nog voor 8 uur, dan komt de oude herinnering niet', async () => {
    const zaak = await spreekuur(anouk.id);
    await zaak.dag(VERSTREKEN);
    await zaak.doe(
      'verlengen',
      { termijn: 'uitnodigen', tot: '2026-11-20', reden: crypto.randomUUID() },
      'teamleider',
      VERSTREKEN,
    );
    await t.klok(VERSTREKEN, 8);
    assert.equal(await t.ronde(), 0);
  });

  for (const [vorm, dag] of [
    ['een mail', VERSTREKEN],
    ['een overzicht', VOORAF],
  ] as const)
    it(`een besluit dat Temporal liet vallen en dat terugkomt geeft niet nog ${vorm}`, async () => {
      const zaak = await spreekuur(anouk.id);
      assert.equal(await opDag(zaak, dag), 1);
      // The line goes with its dropped decision and comes back with that of its successor.
      const client = await t.db.eigenaar.connect();
      await client.query(`begin; set local app.gemeenten = '${HENGELO}'`);
      const { rowCount } = await client.query(
        `update app.te_doen set gemeld_op = null, effect_id = '99.' || split_part(effect_id, '.', 2) where proces_id = $1`,
        [zaak.id],
      );
      await client.query('commit');
      client.release();
      assert.ok(rowCount! > 0);
      assert.equal(await t.ronde(), 0);
      assert.equal(t.put.berichten.length, 1);
    });
});

describe('aan wie', () => {
  it('is de behandelaar er niet, dan zijn vervanger; is die er ook niet, dan diens vervanger', async () => {
    const [weg, vervanger, tweede] = [await t.mens(), await t.mens(), await t.mens()];
    await t.afwezig(weg.id, vervanger.id, '2026-11-03', '2026-11-06');
    let zaak = await spreekuur(weg.id);
    assert.equal(await opDag(zaak, VOORAF), 1);
    assert.equal(t.put.voor(vervanger.adres).length, 1);
    await t.ruim();
    await t.afwezig(vervanger.id, tweede.id, '2026-11-05', null);
    zaak = await spreekuur(weg.id);
    assert.equal(await opDag(zaak, VOORAF), 1);
    assert.equal(t.put.voor(tweede.adres).length, 1);
    // Back at work he hears himself.
    assert.equal(await opDag(zaak, VERSTREKEN), 1);
    assert.equal(t.put.voor(weg.adres).length, 1);
  });

  it('wie vertrokken is, en niemand: de postbus van het team', async () => {
    const vertrokken = await t.mens({ actief: false });
    for (const behandelaar of [vertrokken.id, null]) {
      const zaak = await spreekuur(behandelaar);
      assert.equal(await opDag(zaak, VOORAF), 1);
    }
    assert.deepEqual(
      t.put.berichten.map((b) => b.aan),
      [POSTBUS, POSTBUS],
    );
  });

  it('zonder postbus iedere teamleider, zonder teamleider de beheerder, en zonder wie dan ook een taak', async () => {
    const u = await mailToneel();
    try {
      const zaak = async (): Promise<Zaak> =>
        u.zaak({
          procestype: 'spreekuur',
          op: OPEN,
          gegevens: { aangemeldOp: OPEN, urenGemeld: 6, achttienOp: '2029-05-01' },
        });
      const ronde = async (z: Zaak): Promise<number> => {
        await z.dag(VOORAF);
        await u.klok(VOORAF, 8);
        return u.ronde();
      };
      const geen = await zaak();
      assert.equal(await ronde(geen), 0);
      assert.deepEqual(await u.taken(geen), ['herinneringZonderAdres']);
      assert.equal(await u.ronde(), 0);
      assert.deepEqual(await u.taken(geen), ['herinneringZonderAdres']);
      const beheerder = await u.mens({ rol: 'beheerder', team: null });
      await ronde(await zaak());
      assert.equal(u.put.voor(beheerder.adres).length, 1);
      const teamleiders = [await u.mens({ rol: 'teamleider' }), await u.mens({ rol: 'teamleider' })];
      await ronde(await zaak());
      assert.deepEqual(
        teamleiders.map((m) => u.put.voor(m.adres).length),
        [1, 1],
      );
      assert.equal(u.put.voor(beheerder.adres).length, 1);
    } finally {
      await u.sluit();
    }
  });
});

describe('wat een mail niet zegt', () => {
  it('een Wpg-route: alleen aan een boa, zonder postbus, en zonder een woord', async () => {
    const boa = await t.mens({ kenmerken: ['boa'] });
    const halt = (behandelaar: string | null): Promise<Zaak> =>
      t.zaak({
        procestype: 'halt',
        op: OPEN,
        gegevens: {
          masId: crypto.randomUUID(),
          overlegOvJ: false,
          uren: 20,
          aantalTeLaat: 0,
          twaalfOp: '2024-01-01',
          achttienOp: '2030-01-01',
        },
        behandelaar,
      });
    for (const behandelaar of [boa.id, anouk.id, null]) {
      const zaak = await halt(behandelaar);
      await zaak.dag('2027-01-20');
      await t.klok('2027-01-20', 8);
      await t.ronde();
    }
    assert.ok(t.put.berichten.length > 0);
    assert.deepEqual([...new Set(t.put.berichten.map((b) => b.aan))], [boa.adres]);
    for (const { mail } of t.put.berichten) {
      assert.match(mail.text!, /Zaak [0-9A-F]{5}-[0-9A-F]{5}\n/);
      assert.ok(
        !/halt|verhoor|strafrecht|verstreken|oproepen/i.test(mail.text! + mail.html! + mail.subject!),
      );
    }
  });

  it('een naam, een medische of strafrechtelijke term, of meer dan nodig', async (d) => {
    const zaak = await t.zaak({
      procestype: 'vrijstelling',
      op: OPEN,
      gegevens: {
        grond: 'art5onderA',
        kennisgevingOp: OPEN,
        leerplichtigOp: '2020-08-01',
        achttienOp: '2029-05-01',
        leerplichtTot: '2029-05-01',
      },
      behandelaar: anouk.id,
    });
    await zaak.doe('volledigVerklaard');
    await zaak.doe('artsAanwijzen', { artsId: crypto.randomUUID() });
    await zaak.dag('2027-02-01');
    await t.klok('2027-02-01', 10);
    assert.ok((await t.ronde()) > 0);
    for (const { rauw, mail } of t.put.berichten) {
      const alles = `${mail.subject}\n${mail.text}\n${mail.html}\n${rauw}`;
      for (const verboden of [
        /Canarie/,
        /Sanne/,
        /de Vries/,
        /\barts/i,
        /verklaring/i,
        /\b\d{9}\b/,
        /ongeschikt/,
      ])
        assert.ok(!verboden.test(alles), String(verboden));
      assert.match(rauw, /^Auto-Submitted: auto-generated/m);
    }
    d.diagnostic(`N = ${t.put.berichten.length} mails`);
  });
});

describe('instellingen van de gemeente', () => {
  it('een soort die uit staat komt niet, en de dagen zijn die van de gemeente', async () => {
    const zaak = await spreekuur(anouk.id, {
      instellingen: { herinnerVooraf: false, herinnerGroepDagen: 3, herinnerTeamleiderDagen: 4 },
    });
    const plan = zaak.s.termijnen.find((l) => l.naam === 'uitnodigen')!.herinner!;
    assert.deepEqual(
      plan.map((h) => `${h.soort} ${h.op}`),
      ['verstreken 2026-11-10', 'groep 2026-11-12', 'teamleider 2026-11-13'],
    );
    assert.equal(await opDag(zaak, VOORAF), 0);
    assert.equal(await opDag(zaak, GROEP), 1);
    assert.equal(await opDag(zaak, '2026-11-12'), 1);
  });
});

it('vier planners tegelijk geven elke herinnering precies een keer', async (d) => {
  const zaken = [];
  for (let n = 0; n < 60; n += 1) zaken.push(await spreekuur(anouk.id));
  for (const z of zaken) await z.dag(VERSTREKEN);
  await t.klok(VERSTREKEN, 8);
  const plan = (): Promise<number> =>
    planMail({ pool: t.db.worker, register, domein: 'voorbeeld.test' }, HENGELO);
  await Promise.all([plan(), plan(), plan(), plan()]);
  await Promise.all([t.ronde(), t.ronde()]);
  assert.equal(t.put.berichten.length, 60);
  assert.equal(new Set(t.put.berichten.map((b) => b.mail.messageId)).size, 60);
  d.diagnostic('N = 60');
});
