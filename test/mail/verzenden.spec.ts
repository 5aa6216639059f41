import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { maakVervoer, NietVerzonden, planMail, register, verstuurMail, wachtNaMail } from '#activities';
import { bewaarMails, noteerTeDoen, telMail, voegRegelsToe } from '#read-model';
import { ADRES, mailToneel, VAN, type MailToneel, type Mens, type Zaak } from './toneel.js';
import { HENGELO } from '../read-model/eigen-database.js';

/* A mail server that refuses, stalls, hangs up or is not there: nothing is lost, nothing waits for it, and in the end somebody sees it. */

const OPEN = '2026-11-02';
const DAG = '2026-11-10';
const STILTE_MS = 400;
const LANGST_MS = 900;

let t: MailToneel;
let anouk: Mens;
before(async () => {
  t = await mailToneel({ stilte: STILTE_MS, langst: LANGST_MS });
  anouk = await t.mens();
  await t.vorm(anouk.id, 'los');
});
after(() => t.sluit());
beforeEach(() => t.ruim());

const zaak = (behandelaar = anouk.id): Promise<Zaak> =>
  t.zaak({
    procestype: 'spreekuur',
    op: OPEN,
    gegevens: { aangemeldOp: OPEN, urenGemeld: 6, achttienOp: '2029-05-01' },
    behandelaar,
  });
/** A case whose term has passed, and the Klok on that morning. */
async function verstreken(behandelaar = anouk.id): Promise<Zaak> {
  const z = await zaak(behandelaar);
  await z.dag(DAG);
  await t.klok(DAG, 8);
  return z;
}
/** Minutes later on the same day, or on the working day after it. */
const straks = async (minuten: number): Promise<void> => {
  const nu = await t.als(async (em) => em.nu);
  await t.klokOp(new Date(nu.getTime() + minuten * 60_000));
};
const een = async (): Promise<{ staat: string; pogingen: number; fout: string | null }> => {
  const alle = await t.mails();
  assert.equal(alle.length, 1);
  const { staat, pogingen, fout } = alle[0]!;
  return { staat, pogingen, fout };
};

describe('een weigering', () => {
  it('4xx: later opnieuw, steeds langer, en dan is hij er', async () => {
    await verstreken();
    t.put.bijAdres = () => 451;
    await t.ronde();
    assert.deepEqual(await een(), { staat: 'wacht', pogingen: 1, fout: '451' });
    await t.ronde();
    assert.equal((await een()).pogingen, 1, 'niet voor de wachttijd om is');
    await straks(2);
    await t.ronde();
    assert.equal((await een()).pogingen, 2);
    t.put.bijAdres = () => undefined;
    await straks(3);
    assert.equal(await t.ronde(), 1);
    assert.deepEqual(await een(), { staat: 'verzonden', pogingen: 3, fout: null });
  });

  it('5xx, na het adres of na de tekst: na vier keer een taak, een keer', async () => {
    for (const waar of ['bijAdres', 'bijTekst'] as const) {
      const z = await verstreken();
      t.put[waar] = () => 550;
      for (let keer = 0; keer < 8; keer += 1, await straks(20)) await t.ronde();
      assert.deepEqual(await een(), { staat: 'mislukt', pogingen: 4, fout: '550' });
      assert.deepEqual(await t.taken(z), ['mailMislukt']);
      assert.equal(t.put.berichten.length, 0);
      await t.ruim();
    }
  });

  it('een die stil blijft: na een dag een taak, en andere mail wacht er niet op', async () => {
    const z = await verstreken();
    const ander = await t.mens();
    await verstreken(ander.id);
    t.put.bijAdres = (aan) => (aan === anouk.adres ? 'stil' : undefined);
    await t.ronde();
    assert.equal(t.put.voor(ander.adres).length, 1);
    const dagen = ['2026-11-10', '2026-11-11', '2026-11-12'];
    let rondes = 0;
    for (const dag of dagen)
      for (let uur = 8; uur < 20; uur += 3, rondes += 1) {
        await t.klok(dag, uur);
        await t.ronde();
      }
    const mis = (await t.mails()).find((m) => m.aan === anouk.adres)!;
    assert.deepEqual([mis.staat, mis.fout], ['mislukt', 'ETIMEDOUT']);
    assert.ok(mis.pogingen >= 4 && mis.pogingen < rondes);
    assert.deepEqual(await t.taken(z), ['mailMislukt']);
  });

  it('een tarpit die teken voor teken antwoordt houdt geen gesprek langer vast dan mag', async () => {
    const lijm: Server = createServer((lijn) => {
      lijn.on('error', () => undefined);
      lijn.write('220');
      const druppel = setInterval(() => lijn.write('-wacht\r\n220'), 100);
      lijn.on('close', () => clearInterval(druppel));
    });
    await new Promise<void>((klaar) => {
      lijm.listen(0, '127.0.0.1', () => klaar());
    });
    const { port } = lijm.address() as { port: number };
    const vervoer = maakVervoer({ url: `smtp://127.0.0.1:${port}`, stilte: STILTE_MS, langst: LANGST_MS });
    try {
      await verstreken();
      await t.ronde().catch(() => undefined);
      await t.ruim();
      await verstreken();
      await planMail({ pool: t.db.worker, register, domein: 'voorbeeld.test' }, HENGELO);
      const begin = performance.now();
      await verstuurMail({ pool: t.db.worker, register, vervoer, van: VAN, adres: ADRES }, HENGELO);
      assert.ok(performance.now() - begin < LANGST_MS * 3);
      assert.equal((await een()).staat, 'wacht');
    } finally {
      vervoer.sluit();
      lijm.close();
    }
  });
});

describe('de verbinding', () => {
  it('verbroken nadat de tekst er was: nooit nul, alle exemplaren met een Message-ID', async () => {
    await verstreken();
    let keer = 0;
    t.put.bijTekst = () => ((keer += 1) <= 2 ? 'verbreek' : undefined);
    await t.ronde();
    await straks(2);
    await t.ronde();
    await straks(4);
    await t.ronde();
    assert.equal((await een()).staat, 'verzonden');
    assert.equal(t.put.gezien.length, 3);
    assert.equal(new Set(t.put.gezien.map((b) => b.mail.messageId)).size, 1);
  });

  it('er is geen server: een ronde probeert niet alles, en als hij er weer is gaat alles weg', async (d) => {
    const N = 30;
    for (let n = 0; n < N; n += 1) await (await zaak()).dag(DAG);
    await t.klok(DAG, 8);
    const weg = maakVervoer({ url: 'smtp://127.0.0.1:9', stilte: STILTE_MS, langst: LANGST_MS });
    await planMail({ pool: t.db.worker, register, domein: 'voorbeeld.test' }, HENGELO);
    await verstuurMail({ pool: t.db.worker, register, vervoer: weg, van: VAN, adres: ADRES }, HENGELO);
    const geprobeerd = (await t.mails()).filter((m) => m.pogingen > 0).length;
    assert.ok(geprobeerd >= 1 && geprobeerd <= 4, `${geprobeerd} geprobeerd`);
    const [stand] = await t.als(telMail);
    assert.deepEqual([stand!.wacht, stand!.verzonden, stand!.mislukt, stand!.te_melden], [N, 0, 0, 0]);
    assert.ok(stand!.oudste_wacht! >= 0);
    await straks(2);
    assert.equal(await t.ronde(), N);
    assert.equal(new Set(t.put.berichten.map((b) => b.mail.messageId)).size, N);
    d.diagnostic(`N = ${N}`);
  });

  it('hersteld terwijl de stap intussen is gedaan: die herinnering vervalt', async () => {
    const z = await verstreken();
    t.put.bijAdres = () => 451;
    await t.ronde();
    await z.doe('uitnodigingVerzonden', {}, 'leerplichtambtenaar', DAG);
    t.put.bijAdres = () => undefined;
    await straks(5);
    assert.equal(await t.ronde(), 0);
    assert.equal((await een()).staat, 'vervallen');
    assert.equal(t.put.berichten.length, 0);
  });

  it('een herhaling wacht ook op 8 uur van een werkdag', async () => {
    await verstreken();
    await t.klok('2026-11-13', 23);
    t.put.bijAdres = () => 451;
    await t.ronde();
    t.put.bijAdres = () => undefined;
    for (const [dag, uur] of [
      ['2026-11-14', 12],
      ['2026-11-15', 12],
      ['2026-11-16', 7.9],
    ] as const) {
      await t.klok(dag, uur);
      assert.equal(await t.ronde(), 0, `${dag} ${uur}`);
    }
    await t.klok('2026-11-16', 8);
    assert.equal(await t.ronde(), 1);
  });
});

describe('een brief', () => {
  const OUDERS = 'ouders@voorbeeld.test';

  /** A letter in the outbox, as the work on documents will put it there. */
  async function brief(): Promise<Zaak> {
    const z = await zaak();
    await t.klok(DAG, 10);
    const regel = {
      id: '1.5',
      soort: 'brief' as const,
      naam: 'uitnodiging',
      voor: 'ouders',
      op: OPEN,
      wat: {},
    };
    await noteerTeDoen(t.db.worker, { id: z.id, gemeente: HENGELO }, regel);
    const id = randomUUID();
    await t.als(async (em) => {
      const mail = {
        id,
        soort: 'brief' as const,
        aan: OUDERS,
        ontvanger: null,
        message_id: `<${id}@voorbeeld.test>`,
      };
      await bewaarMails(em, HENGELO, [mail]);
      await voegRegelsToe(em, HENGELO, [{ mail_id: id, proces_id: z.id, effect_id: regel.id }]);
    });
    return z;
  }
  const vervoer = (): ReturnType<typeof maakVervoer> =>
    maakVervoer({ url: t.put.url, stilte: STILTE_MS, langst: LANGST_MS });
  const ronde = async (v = vervoer()): Promise<number> =>
    verstuurMail(
      {
        pool: t.db.worker,
        register,
        vervoer: v,
        van: VAN,
        adres: ADRES,
        brief: async () => ({ onderwerp: 'Uitnodiging', tekst: 'Beste ouders', html: '<p>Beste ouders</p>' }),
      },
      HENGELO,
    );

  it('komt aan, een keer', async () => {
    await brief();
    assert.equal(await ronde(), 1);
    assert.equal(await ronde(), 0);
    assert.deepEqual(
      t.put.berichten.map((b) => [b.aan, b.mail.text!.trim()]),
      [[OUDERS, 'Beste ouders']],
    );
  });

  it('waarop geen antwoord kwam is onbekend: een taak, en nooit nog een keer', async () => {
    for (const gedrag of ['verbreek', 'stil'] as const) {
      const z = await brief();
      t.put.bijTekst = () => gedrag;
      assert.equal(await ronde(), 0);
      assert.equal((await een()).staat, 'onbekend');
      assert.deepEqual(await t.taken(z), ['briefUitkomstOnbekend']);
      t.put.bijTekst = () => undefined;
      for (let keer = 0; keer < 5; keer += 1, await straks(120)) await ronde();
      assert.equal(t.put.gezien.length, 1);
      await t.ruim();
    }
  });

  it('die zeker niet weg is mag opnieuw: geweigerd, of geen server', async () => {
    await brief();
    t.put.bijTekst = () => 452;
    await ronde();
    assert.deepEqual(await een(), { staat: 'wacht', pogingen: 1, fout: '452' });
    await straks(2);
    await ronde(maakVervoer({ url: 'smtp://127.0.0.1:9', stilte: STILTE_MS, langst: LANGST_MS }));
    assert.equal((await een()).pogingen, 2);
    t.put.bijTekst = () => undefined;
    t.put.bijAdres = () => 'stil';
    await straks(4);
    await ronde();
    assert.deepEqual(await een(), { staat: 'wacht', pogingen: 3, fout: 'ETIMEDOUT' });
    t.put.bijAdres = () => undefined;
    await straks(8);
    assert.equal(await ronde(), 1);
    assert.equal(t.put.berichten.length, 1);
  });

  it('van een worker die midden in het gesprek stierf is onbekend', async () => {
    const z = await brief();
    // As the dead worker left it: begun, and its loan is over.
    const client = await t.db.eigenaar.connect();
    await client.query(`begin; set local app.gemeenten = '${HENGELO}'`);
    await client.query(
      `update app.mail set staat = 'bezig', pogingen = 1, lening_tot = now() - interval '1 second'`,
    );
    await client.query('commit');
    client.release();
    assert.equal(await ronde(), 0);
    assert.equal((await een()).staat, 'onbekend');
    assert.deepEqual(await t.taken(z), ['briefUitkomstOnbekend']);
    assert.equal(t.put.gezien.length, 0);
  });
});

it('na elke mislukking langer, tot een uur, en nooit twee gelijk', () => {
  const zonder = [1, 2, 3, 6, 7, 40].map((n) => wachtNaMail(n, 0.5) / 60_000);
  assert.deepEqual(zonder.map(Math.round), [1, 2, 4, 32, 60, 60]);
  assert.ok(wachtNaMail(3, 0) < wachtNaMail(3, 1));
  assert.equal(new NietVerzonden('451', 'later').message, '451');
});
