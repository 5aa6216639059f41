import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { plusDagen, vandaagOp, type Datum } from '#kalender';
import { beginKlokOp, klokStand, trekBij, verzetKlok } from '#klok';
import { workflowIdVan } from '#process';
import { maakEigenaarPool, maakPool } from '#read-model';
import { Api, maakJongere, meldAan, motorVan, testStack, wachtTot, type Motor } from '#test-kit';

const stack = testStack();
let ambtenaar: Api;
let motor: Motor;
let eigenaar: pg.Pool;
let api: pg.Pool;
before(async () => {
  ambtenaar = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar'));
  motor = await motorVan(stack);
  eigenaar = maakEigenaarPool(stack.databaseUrl, 10);
  api = maakPool(stack.databaseUrl, 'leerlijn_api', 5);
});
after(async () => {
  await motor.sluit();
  await eigenaar.end();
  await api.end();
});

/** A spreekuur opened today. */
async function spreekuur(): Promise<string> {
  const vandaag = await motor.vandaag();
  const jongere = await maakJongere(ambtenaar, `${Number(vandaag.slice(0, 4)) - 14}-05-05`);
  return (await ambtenaar.open('spreekuur', jongere, { aangemeldOp: vandaag, urenGemeld: 9 })).id;
}

interface TeDoen {
  soort: string;
  naam: string;
  op: Datum;
}
const teDoen = async (proces: string): Promise<TeDoen[]> =>
  (await ambtenaar.lees<{ teDoen: TeDoen[] }>(`/te-doen?procesId=${proces}&limiet=100`)).teDoen;

const regels: string[] = [];
const vooruit = async (dagen: number): Promise<number> =>
  verzetKlok(
    { eigenaar, client: motor.client, meld: (r) => regels.push(r) },
    plusDagen(await motor.vandaag(), dagen),
  );

test(
  'een brief die een maand lang mislukt houdt geen herinnering en geen termijn tegen',
  { timeout: 300_000 },
  async () => {
    const id = await spreekuur();
    const begin = await motor.vandaag();
    await eigenaar.query(`
    create function app.geen_brief() returns trigger language plpgsql as $$ begin raise 'de brievenbus zit vol'; end $$;
    create trigger geen_brief before insert on app.te_doen for each row
      when (new.proces_id = '${id}' and new.soort = 'brief') execute function app.geen_brief()`);
    try {
      await ambtenaar.doe(id, 'uitnodigingVerzonden');
      assert.equal(await vooruit(30), 0, 'ieder proces volgde');
      const rijen = await teDoen(id);
      assert.ok(rijen.every((r) => r.soort !== 'brief'));
      const herinnerd = rijen.filter((r) => r.soort === 'herinner' && r.op > begin).map((r) => r.op);
      assert.ok(herinnerd.length >= 3, 'er is in die maand steeds herinnerd');
      assert.ok(herinnerd.every((op) => op <= plusDagen(begin, 30)));
      assert.ok(
        regels.some((r) => r.startsWith(herinnerd[0]!)),
        'de Klok meldde die dag',
      );
    } finally {
      await eigenaar.query('drop function app.geen_brief cascade');
    }
    // Its next try comes within half a day of its own time.
    await vooruit(1);
    await trekBij(motor.client, api, workflowIdVan('spreekuur', id));
    await wachtTot('de brief', async () => (await teDoen(id)).some((r) => r.naam === 'uitnodigingGesprek'));
  },
);

test('een proces dat achterloopt trekt bij voordat iemand handelt, en nooit te ver', async () => {
  const id = await spreekuur();
  const workflowId = workflowIdVan('spreekuur', id);
  await vooruit(1);
  await Promise.all([1, 2, 3, 4, 5].map(() => trekBij(motor.client, api, workflowId)));
  await trekBij(motor.client, api, workflowId);

  const { namespace } = stack;
  const stand = await motor.client.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  assert.ok(stand.workflowExtendedInfo?.timeSkippingInfo, 'er is tijd overgeslagen');
  await ambtenaar.doe(id, 'uitnodigingVerzonden');
  const { gebeurtenissen } = await ambtenaar.lees<{ gebeurtenissen: { naam: string; op: Datum }[] }>(
    `/processen/${id}/gebeurtenissen`,
  );
  const uitgenodigd = gebeurtenissen.find((g) => g.naam === 'uitnodigingVerzonden');
  assert.equal(uitgenodigd?.op, vandaagOp(await klokStand(api)));
});

test('wat een proces aan een ander meldt krijgt de dag van de Klok, ook als dat andere achterloopt', async () => {
  const begin = await motor.vandaag();
  const jongere = await maakJongere(ambtenaar, `${Number(begin.slice(0, 4)) - 14}-05-05`);
  const mas = await ambtenaar.open('mas', jongere, {
    bron: 'school',
    soort: 'zestienUur',
    ontvangenOp: begin,
    uren: 18,
  });
  await ambtenaar.doe(mas.id, 'inBehandeling');
  await ambtenaar.doe(mas.id, 'gehoordOuders', { oudersGehoordOp: begin });
  await ambtenaar.doe(mas.id, 'onderzoekAfgerond');
  await ambtenaar.doe(mas.id, 'routeHulp', { aanbieder: 'wijkracht' });
  const hulp = await wachtTot('de hulp is begonnen', async () => {
    const { processen } = await ambtenaar.lees<{ processen: { id: string }[] }>(
      `/processen?jongereId=${jongere}&procestype=hulp`,
    );
    return processen[0];
  });
  await vooruit(1);
  await ambtenaar.doe(hulp.id, 'geweigerd', { weigeraar: 'ouders' });
  const gehoord = await wachtTot('de melding hoort ervan', async () => {
    const { gebeurtenissen } = await ambtenaar.lees<{ gebeurtenissen: { naam: string; op: Datum }[] }>(
      `/processen/${mas.id}/gebeurtenissen`,
    );
    return gebeurtenissen.find((g) => g.naam === 'hulpAfgerond');
  });
  assert.equal(gehoord.op, plusDagen(begin, 1));
});

test('de Klok begint niet opnieuw waar al iets is gebeurd', async () => {
  const voor = await klokStand(api);
  await assert.rejects(beginKlokOp(eigenaar, plusDagen(vandaagOp(voor), -400)), /nog niets is gebeurd/);
  assert.ok((await klokStand(api)) >= voor);
});

test('de Klok gaat niet terug', async () => {
  const vandaag = await motor.vandaag();
  await assert.rejects(
    verzetKlok({ eigenaar, client: motor.client }, plusDagen(vandaag, -1)),
    /alleen vooruit/,
  );
  const voor = await klokStand(api);
  await vooruit(0);
  assert.ok((await klokStand(api)) >= voor, 'naar vandaag zet haar niet terug naar middernacht');
});
