import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { datum } from '#kalender';
import type { Antwoord } from '#process';
import { processen } from '#workflows';
import { speelAf } from './afspelen.js';
import { besluitOpnieuw, type Oordeel } from './besluit-opnieuw.js';
import { alsHistory, opnames, opnamesMetStoring, type Opname } from './histories.js';

/* What ran once must run again: the recorded lives go through today's workflows and today's rules. */

const opgenomen = opnames();
// A run that must not replay is news to nobody but this spec.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'OFF' } },
});

const oordeelOver = ({ procestype, json }: Pick<Opname, 'procestype' | 'json'>): Oordeel =>
  besluitOpnieuw(alsHistory(json), processen[procestype]!.versies);

test('van elk proces zijn er opnames van wat een leven kan overkomen', () => {
  // What every process has in common is recorded of two; of each there is a life within the chain.
  const gewoon = ['geweigerde-stap', 'opschorting', 'herinneringen', 'achttien', 'vervolgrun'];
  for (const procestype of Object.keys(processen)) {
    const namen = opgenomen.filter((o) => o.procestype === procestype).map((o) => o.naam);
    for (const soort of ['spreekuur', 'vrijstelling'].includes(procestype) ? [...gewoon, 'keten'] : ['keten'])
      assert.ok(
        namen.some((n) => n.startsWith(soort)),
        `workflows/${procestype}/histories mist ${soort}*.json`,
      );
  }
});

test('elke opname speelt af op de workflows van nu', async (t) => {
  const runs = opgenomen.map((o) => ({ naam: `${o.procestype}-${o.naam}`, history: alsHistory(o.json) }));
  const fouten = await speelAf(runs);
  assert.equal(fouten.length, opgenomen.length);
  fouten.forEach((fout, i) => assert.equal(fout, undefined, runs[i]!.naam));
  t.diagnostic(`N = ${fouten.length} opnames`);
});

test('wat liep terwijl een effect haperde speelt af, ook nu men kan ingrijpen', async (t) => {
  const runs = opnamesMetStoring().map(({ naam, json }) => ({ naam, history: alsHistory(json) }));
  // Proves nothing if nothing failed in them.
  for (const { naam, history } of runs)
    assert.ok(
      history.events!.some((e) => (e.activityTaskStartedEventAttributes?.attempt ?? 0) > 1),
      naam,
    );
  assert.deepEqual(await speelAf(runs), Array(runs.length).fill(undefined));
  t.diagnostic(`N = ${runs.length} opnames`);
});

test('elk aanvaard besluit komt opnieuw hetzelfde uit', (t) => {
  let vergeleken = 0;
  for (const o of opgenomen) {
    const oordeel = oordeelOver(o);
    assert.deepEqual(oordeel.verschillen, [], `${o.procestype}/${o.naam}`);
    assert.ok(oordeel.vergeleken > 0, `${o.procestype}/${o.naam} legt geen enkele stand vast`);
    vergeleken += oordeel.vergeleken;
  }
  t.diagnostic(`N = ${vergeleken} vastgelegde standen`);
});

test('een opname met een verschoven datum valt door de mand', (t) => {
  let vervalst = 0;
  for (const o of opgenomen) {
    const vals = alsHistory(o.json);
    const payloads = eersteAntwoord(vals);
    const antwoord = payloads && defaultPayloadConverter.fromPayload<Antwoord>(payloads[0]!);
    const termijn = antwoord?.snapshot.termijnen[0];
    if (!payloads || !termijn) continue;
    termijn.datum = datum('2031-01-02');
    payloads[0] = defaultPayloadConverter.toPayload(antwoord)!;
    const { verschillen } = besluitOpnieuw(vals, processen[o.procestype]!.versies);
    assert.equal(verschillen.length, 1, `${o.procestype}/${o.naam}`);
    assert.match(verschillen[0]!, /termijnen/);
    vervalst += 1;
  }
  assert.ok(vervalst >= opgenomen.length / 2);
  t.diagnostic(`N = ${vervalst} vervalste opnames`);
});

test('een opname waaruit een gebeurtenis is verdwenen speelt niet meer af', async () => {
  const runs = opgenomen.map((o) => ({ naam: `${o.procestype}-${o.naam}`, history: zonderTimer(o.json) }));
  for (const [i, fout] of (await speelAf(runs)).entries())
    assert.ok(fout, `${runs[i]!.naam} had moeten falen`);
});

/** The payloads of the first answer that an Update got, if any did. */
const eersteAntwoord = (h: History): Payload[] | null | undefined =>
  h.events!.find((e) => e.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success)
    ?.workflowExecutionUpdateCompletedEventAttributes!.outcome!.success!.payloads;

/** The run without the start of its first timer: the alarm of the process. */
function zonderTimer(json: string): History {
  const h = alsHistory(json);
  const weg = h.events!.findIndex((e) => e.timerStartedEventAttributes);
  assert.ok(weg > 0, 'een opname zonder wekker');
  return { events: h.events!.filter((_, i) => i !== weg) };
}
