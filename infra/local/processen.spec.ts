import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { beeindig, beginVan, leeft, lopend, type Exemplaar } from './processen.js';
import { houderVan, neemSlot } from './slot.js';
import { isStaatMap, testStatenIn } from './staat.js';
import { slotVanBewaker, stopMetBewaker } from './stoppen.js';
import { ruimTestRestenOp } from './test-stack.js';

/* What stands in a state folder: pid files and locks, of the living, of the dead, and damaged ones. */

let staat: string;
let kinderen: ChildProcess[];

/** A process that says `op` and then waits; `doof` ignores SIGTERM. */
async function kind(doof = false): Promise<Exemplaar> {
  const programma = `${doof ? 'process.on("SIGTERM", () => {});' : ''} process.stdout.write("op"); setTimeout(() => {}, 60_000)`;
  const proces = spawn(process.execPath, ['-e', programma], { stdio: ['ignore', 'pipe', 'ignore'] });
  kinderen.push(proces);
  await new Promise((klaar) => proces.stdout.once('data', klaar));
  return { pid: proces.pid!, begin: beginVan(proces.pid!)! };
}

describe('een staatmap', () => {
  beforeEach(() => {
    kinderen = [];
    staat = mkdtempSync(join(tmpdir(), 'leerlijn-staat-'));
  });
  afterEach(() => {
    for (const proces of kinderen) proces.kill('SIGKILL');
    rmSync(staat, { recursive: true, force: true });
  });

  it('een leeg of beschadigd pid-bestand is geen lopend proces', () => {
    mkdirSync(join(staat, 'pids'));
    for (const inhoud of ['{}', 'null', '', '{"pid":', JSON.stringify({ pid: process.pid })]) {
      writeFileSync(join(staat, 'pids/api.json'), inhoud);
      assert.equal(lopend(staat, 'api'), undefined, inhoud);
    }
  });

  it('een leeg of beschadigd slot is vrij, dat van een levend proces niet', () => {
    const slot = slotVanBewaker(staat);
    for (const inhoud of ['{}', 'null', '']) {
      writeFileSync(slot, inhoud);
      assert.equal(houderVan(slot), undefined);
      assert.ok(neemSlot(slot), inhoud);
      assert.ok(!neemSlot(slot));
      assert.equal(houderVan(slot)?.pid, process.pid);
    }
  });

  it('is te herkennen als er nog niets dan de bewaker is, en een map van een ander niet', () => {
    neemSlot(slotVanBewaker(staat));
    assert.ok(isStaatMap(staat));
    rmSync(slotVanBewaker(staat));
    writeFileSync(join(staat, 'begroting.ods'), '');
    assert.ok(!isStaatMap(staat));
  });

  it('stoppen wacht tot de bewaker weg is', async () => {
    const bewaker = await kind();
    writeFileSync(slotVanBewaker(staat), JSON.stringify(bewaker));
    assert.ok(await stopMetBewaker(staat));
    assert.ok(!leeft(bewaker));
    assert.ok(!(await stopMetBewaker(staat)));
  });

  it('wie niet luistert wordt gedood, en wie er al niet meer is geeft geen fout', async () => {
    const doof = await kind(true);
    await beeindig(doof, 'SIGTERM', 200);
    assert.ok(!leeft(doof));
    await beeindig(doof, 'SIGTERM', 200);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await beeindig({ pid, begin: 'weg' }, 'SIGTERM', 200);
  });

  it('resten van testruns in de staatmap van LEERLIJN_STAAT worden gewist, een lopende testrun niet', async () => {
    const [oud, lopend] = [join(staat, 'test/stack-1'), join(staat, 'test/stack-2')];
    for (const map of [oud, lopend]) mkdirSync(map, { recursive: true });
    neemSlot(slotVanBewaker(lopend));
    const eerder = process.env['LEERLIJN_STAAT'];
    process.env['LEERLIJN_STAAT'] = staat;
    try {
      await ruimTestRestenOp();
    } finally {
      if (eerder === undefined) delete process.env['LEERLIJN_STAAT'];
      else process.env['LEERLIJN_STAAT'] = eerder;
    }
    assert.deepEqual(testStatenIn(staat), [lopend]);
  });
});
