import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common';
import { maakCodec } from './codec.js';
import { failureConverter } from './failure-converter.js';
import { SleutelWeg, type Processleutels } from './processleutel.js';
import type { Sleutelkast } from './sleutelkast.js';

const P1 = '0b9c0b5e-6c0e-4a53-9a37-1de6f0a9c001';
const P2 = '0b9c0b5e-6c0e-4a53-9a37-1de6f0a9c002';
const GEHEIM = 'Huisarts meldt: dagelijks paniekaanvallen';

const bij = (procesId: string, type = 'vrijstelling') => ({
  type: 'workflow' as const,
  namespace: 'leerlijn',
  workflowId: `${type}-${procesId}`,
});

/** Keys in memory; each process has one, made at the first question. */
function kastMet(
  ...processen: string[]
): Sleutelkast & { vernietig(id: string): void; vernieuw(id: string): void } {
  const kast = new Map<string, Processleutels>(
    processen.map((id) => [id, { procesId: id, nieuwste: 1, versies: new Map([[1, randomBytes(32)]]) }]),
  );
  return {
    async van(id) {
      const gevonden = kast.get(id);
      if (!gevonden) throw new SleutelWeg(id);
      return gevonden;
    },
    vernietig: (id) => void kast.delete(id),
    vernieuw(id) {
      const { versies } = kast.get(id)!;
      kast.set(id, { procesId: id, nieuwste: 2, versies: new Map([...versies, [2, randomBytes(32)]]) });
    },
  };
}

const payload = (waarde: unknown): Payload => defaultPayloadConverter.toPayload(waarde);

test('wat naar Temporal gaat is onleesbaar en komt heel terug', async () => {
  const codec = maakCodec(kastMet(P1));
  for (const waarde of [
    { reden: GEHEIM, n: 1 },
    { lang: GEHEIM.repeat(200) },
    null,
    undefined,
    '',
    new Uint8Array([1, 2, 3]),
  ]) {
    const [dicht] = await codec.encode([payload(waarde)], bij(P1));
    assert.ok(
      !JSON.stringify(dicht, (_, v: unknown) =>
        v instanceof Uint8Array ? Buffer.from(v).toString('latin1') : v,
      ).includes('paniek'),
    );
    assert.equal(Buffer.from(dicht!.metadata!['encryption-key-id']!).toString(), `${P1}.1`);
    const [open] = await codec.decode([dicht!], bij(P1));
    assert.deepEqual(
      defaultPayloadConverter.fromPayload(open!),
      defaultPayloadConverter.fromPayload(payload(waarde)),
    );
  }
});

test('twee keer hetzelfde schrijven geeft twee verschillende teksten', async () => {
  const codec = maakCodec(kastMet(P1));
  const [a, b] = await codec.encode([payload('ja'), payload('ja')], bij(P1));
  assert.notDeepEqual(a!.data, b!.data);
});

test('zonder proces wordt er niets geschreven', async () => {
  const codec = maakCodec(kastMet(P1));
  await assert.rejects(codec.encode([payload(GEHEIM)]), /Zonder proces/);
  await assert.rejects(
    codec.encode([payload(GEHEIM)], { ...bij(P1), workflowId: 'iets-anders' }),
    /Zonder proces/,
  );
});

test('een activiteit van een proces gebruikt de sleutel van dat proces', async () => {
  const codec = maakCodec(kastMet(P1));
  const activiteit = { ...bij(P1), type: 'activity' as const, isLocal: true, activityId: '1' };
  const [dicht] = await codec.encode([payload(GEHEIM)], activiteit);
  const [open] = await codec.decode([dicht!]);
  assert.equal(defaultPayloadConverter.fromPayload(open!), GEHEIM);
});

test('een veranderde bit, een andere sleutel of een ander proces opent niets', async () => {
  const codec = maakCodec(kastMet(P1, P2));
  const [dicht] = await codec.encode([payload(GEHEIM)], bij(P1));
  for (const plek of [0, 12, 28, dicht!.data!.length - 1]) {
    const stuk = { ...dicht!, data: Uint8Array.from(dicht!.data!) };
    stuk.data[plek]! ^= 1;
    await assert.rejects(codec.decode([stuk], bij(P1)), /niet te lezen/);
  }
  const vanAnder = {
    ...dicht!,
    metadata: { ...dicht!.metadata, 'encryption-key-id': Buffer.from(`${P2}.1`) },
  };
  await assert.rejects(codec.decode([vanAnder]), /niet te lezen/);
  await assert.rejects(codec.decode([dicht!], bij(P2)), /niet te lezen/, 'overgezet naar een ander proces');
  await assert.rejects(
    maakCodec(kastMet(P1)).decode([dicht!], bij(P1)),
    /niet te lezen/,
    'een kast met andere sleutels',
  );
});

test('een onversleuteld gegeven wordt niet gelezen', async () => {
  await assert.rejects(maakCodec(kastMet(P1)).decode([payload('namaak')], bij(P1)), /onversleuteld/);
});

test('na een nieuwe sleutel blijft het oude leesbaar', async () => {
  const kast = kastMet(P1);
  const codec = maakCodec(kast);
  const [oud] = await codec.encode([payload('oud')], bij(P1));
  kast.vernieuw(P1);
  const [nieuw] = await codec.encode([payload('nieuw')], bij(P1));
  assert.equal(Buffer.from(nieuw!.metadata!['encryption-key-id']!).toString(), `${P1}.2`);
  const open = await codec.decode([oud!, nieuw!], bij(P1));
  assert.deepEqual(
    open.map((p) => defaultPayloadConverter.fromPayload(p)),
    ['oud', 'nieuw'],
  );
});

test('een vernietigde sleutel zegt wat er is gebeurd', async () => {
  const kast = kastMet(P1);
  const codec = maakCodec(kast);
  const [dicht] = await codec.encode([payload(GEHEIM)], bij(P1));
  kast.vernietig(P1);
  await assert.rejects(codec.decode([dicht!], bij(P1)), SleutelWeg);
  await assert.rejects(codec.encode([payload(GEHEIM)], bij(P1)), SleutelWeg);
});

test('de boodschap van een fout staat niet open in de geschiedenis', () => {
  const fout = ApplicationFailure.nonRetryable(GEHEIM, 'Geweigerd');
  const geschreven = failureConverter.errorToFailure(fout, defaultPayloadConverter);
  assert.equal(geschreven.message, 'Encoded failure');
  assert.equal(geschreven.stackTrace, '');
  assert.ok(geschreven.encodedAttributes);
  assert.equal(failureConverter.failureToError(geschreven, defaultPayloadConverter).message, GEHEIM);
});
