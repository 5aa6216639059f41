import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { plusDagen, plusMaanden } from '#kalender';
import { openVanzelf } from '#activities';
import { leesHoofdsleutels } from '#codec';
import { maakPool } from '#read-model';
import { Api, maakJongereVan18Op, meldAan, motorVan, testStack, wachtTot, type Motor } from '#test-kit';

/* A youth who is known as vulnerable and for whom nothing runs: his overdracht begins at 17 and a half, once. */

let motor: Motor;
before(async () => void (motor = await motorVan(testStack())));
after(() => motor.sluit());

test('een kwetsbare jongere zonder proces krijgt met 17 en een half een overdracht, een keer', async () => {
  const stack = testStack();
  const api = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar'));
  const pool = maakPool(stack.databaseUrl, 'leerlijn_worker', 2);
  const o = { pool, hoofdsleutels: leesHoofdsleutels(stack.sleutels), client: motor.client };
  const vandaag = await motor.vandaag();
  const kwetsbaar = async (id: string): Promise<void> => {
    const versie = (await api.vraag('GET', `/jongeren/${id}`)).koppen.get('etag')!;
    const a = await api.vraag('PATCH', `/jongeren/${id}`, { lichaam: { kwetsbaar: true }, versie });
    assert.equal(a.status, 200);
  };
  const [aanDeBeurt, teJong, gewoon] = await Promise.all(
    [plusMaanden(vandaag, 5), plusDagen(plusMaanden(vandaag, 6), 2), plusMaanden(vandaag, 5)].map((dag) =>
      maakJongereVan18Op(api, dag),
    ),
  );
  // Whom another spec of this stack left behind.
  await openVanzelf(o);
  await kwetsbaar(aanDeBeurt!);
  await kwetsbaar(teJong!);
  assert.equal(await openVanzelf(o), 1);
  assert.equal(await openVanzelf(o), 0, 'een tweede ronde begint niets');
  const aantal = async (id: string): Promise<number> =>
    (await api.lees<{ processen: unknown[] }>(`/processen?procestype=overdracht&jongereId=${id}`)).processen
      .length;
  await wachtTot('de overdracht staat er', async () => (await aantal(aanDeBeurt!)) === 1);
  assert.deepEqual([await aantal(teJong!), await aantal(gewoon!)], [0, 0]);
  await pool.end();
});
