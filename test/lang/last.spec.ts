import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { Api, maakJongere, meldAan, testStack, type ProcesLichaam } from '#test-kit';
import { omvang, seed, toeval, verslag } from './omvang.js';

/* A busy hour of a large municipality in a minute: many at once, and each one heard exactly once. */

const LEVENS = omvang(300, 5_000);
const BELLERS = 8;
const TEGELIJK_OP_EEN = 30;

let api: Api;
let vandaag: string;
before(async () => {
  const stack = testStack();
  api = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar'));
  vandaag = (await api.lees<{ vandaag: string }>('/klok')).vandaag;
});

const opening = async (): Promise<[string, Record<string, unknown>]> => [
  await maakJongere(api, '2013-02-03'),
  { aangemeldOp: vandaag, urenGemeld: 5 },
];

test('acht bellers tegelijk: alles slaagt, niets staat dubbel', async (t) => {
  t.diagnostic(`seed = ${seed}`);
  const kies = toeval(seed);
  const duur: number[] = [];
  let over = LEVENS;
  const klok = async <T>(werk: () => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const uit = await werk();
    duur.push(performance.now() - begin);
    return uit;
  };
  const beller = async (): Promise<void> => {
    while (over-- > 0) {
      const [jongere, gegevens] = await opening();
      const { id } = await klok(() => api.open('spreekuur', jongere, gegevens));
      await klok(() => api.doe(id, 'uitnodigingVerzonden'));
      for (let i = kies(3); i >= 0; i--) await klok(() => api.doe(id, 'notitie', { tekst: 'Gebeld.' }));
      const klaar = await klok(() => api.doe(id, 'afsluiten', { resultaat: 'hersteld' }));
      const lijn = await api.lees<{ gebeurtenissen: { revisie: number }[] }>(
        `/processen/${id}/gebeurtenissen`,
      );
      assert.deepEqual(
        lijn.gebeurtenissen.map((g) => g.revisie),
        Array.from({ length: klaar.revisie }, (_, i) => i + 1),
        'elke revisie staat een keer in de tijdlijn',
      );
    }
  };
  await Promise.all(Array.from({ length: BELLERS }, beller));
  const gesorteerd = duur.sort((a, b) => a - b);
  const p99 = Math.round(gesorteerd[Math.floor(duur.length * 0.99)]!);
  verslag(t, {
    levens: LEVENS,
    handelingen: duur.length,
    p50: Math.round(gesorteerd[duur.length >> 1]!),
    p99,
  });
  assert.ok(p99 < 5_000, `p99 is ${p99} ms`);
});

test('dertig keer hetzelfde verzoek tegelijk is een handeling', async (t) => {
  const [jongere, gegevens] = await opening();
  const { id } = await api.open('spreekuur', jongere, gegevens);
  const sleutel = randomUUID();
  const eens = () => api.handel(id, 'notitie', { tekst: 'Een keer.' }, sleutel);
  const antwoorden = await Promise.all(Array.from({ length: TEGELIJK_OP_EEN }, eens));
  assert.deepEqual(
    [...new Set(antwoorden.map((a) => `${a.status} ${a.lichaam.revisieVanActie}`))],
    ['200 2'],
  );
  assert.equal((await api.lees<ProcesLichaam>(`/processen/${id}`)).revisie, 2);
  t.diagnostic(`N = ${TEGELIJK_OP_EEN}`);
});

test('dertig ambtenaren willen hetzelfde proces afsluiten: een lukt, de anderen horen waarom niet', async (t) => {
  const [jongere, gegevens] = await opening();
  const { id } = await api.open('spreekuur', jongere, gegevens);
  const sluit = () => api.handel(id, 'afsluiten', { resultaat: 'hersteld' });
  const statussen = (await Promise.all(Array.from({ length: TEGELIJK_OP_EEN }, sluit))).map((a) => a.status);
  assert.deepEqual(
    statussen.sort((x, y) => x - y),
    [200, ...Array.from({ length: TEGELIJK_OP_EEN - 1 }, () => 409)],
  );
  t.diagnostic(`N = ${TEGELIJK_OP_EEN}`);
});
