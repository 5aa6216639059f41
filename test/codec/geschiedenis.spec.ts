import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from '@temporalio/client';
import { workflowIdVan } from '#process';
import { maakEigenaarPool } from '#read-model';
import { Api, maakJongere, meldAan, motorVan, testStack, type Motor } from '#test-kit';

const VERSLAG = 'Zijn vader is opgenomen en hij zorgt voor zijn zusjes.';
const stack = testStack();
let api: Api;
let temporal: Connection;
let motor: Motor;
before(async () => {
  api = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar'));
  temporal = await Connection.connect({ address: stack.temporalAddress });
  motor = await motorVan(stack);
});
after(async () => {
  await motor.sluit();
  await temporal.close();
});

/** Everything within that is bytes, read as text, beside everything that is text: what somebody with a copy of the database would read. */
function* teksten(deel: unknown): Generator<string> {
  if (deel instanceof Uint8Array) yield Buffer.from(deel).toString('latin1');
  else if (typeof deel === 'string') yield deel;
  else if (typeof deel === 'object' && deel !== null) for (const x of Object.values(deel)) yield* teksten(x);
}

test('van een gesprek staat in de geschiedenis van Temporal niets leesbaars', async () => {
  const vandaag = await motor.vandaag();
  const jongere = await maakJongere(api, `${Number(vandaag.slice(0, 4)) - 15}-06-01`);
  const { id } = await api.open('spreekuur', jongere, { aangemeldOp: vandaag, urenGemeld: 9 });
  await api.doe(id, 'uitnodigingVerzonden', { gesprekOp: vandaag });
  await api.doe(id, 'gesprekGevoerd', {
    gesprekOp: vandaag,
    verslag: VERSLAG,
    afspraken: 'Elke dag op tijd.',
  });

  const workflowId = workflowIdVan('spreekuur', id);
  const { namespace } = stack;
  const { history } = await temporal.workflowService.getWorkflowExecutionHistory({
    namespace,
    execution: { workflowId },
    maximumPageSize: 1000,
  });
  const leesbaar = [...teksten(history)].join('\n');
  assert.ok(leesbaar.includes(`${id}.1`), 'het nummer van de sleutel staat er wel');
  for (const geheim of [
    'vader',
    'Elke dag',
    jongere,
    'gesprekGevoerd',
    'leerplichtambtenaar',
    '0164',
    vandaag,
  ])
    assert.ok(!leesbaar.includes(geheim), geheim);

  // The second wall behind the first: even decrypted there is no text about a person.
  const [open] = await motor.geschiedenissen(workflowId);
  const ontsleuteld = [...teksten(open)].join('\n');
  assert.ok(ontsleuteld.includes('gesprekGevoerd'));
  assert.ok(!ontsleuteld.includes('vader'));
});

test('ook in onze eigen database staat het verslag niet leesbaar', async () => {
  const eigenaar = maakEigenaarPool(stack.databaseUrl, 1);
  const client = await eigenaar.connect();
  try {
    await client.query("begin; select set_config('app.gemeenten', '0164,0147', true)");
    const { rows } = await client.query<{ tekst: Buffer }>('select tekst from app.inhoud');
    assert.ok(rows.length > 0);
    assert.ok(rows.every((r) => !r.tekst.toString('latin1').includes('vader')));
    await client.query('rollback');
  } finally {
    client.release();
    await eigenaar.end();
  }
});
