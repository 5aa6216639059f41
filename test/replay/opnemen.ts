import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowIdVan } from '#process';
import { startBreekbareStack } from '#test-kit';
import { alsJson, mapVan } from './histories.js';
import { opnameToneel } from './opname-toneel.js';
import { spreekuurLevens } from './opname-spreekuur.js';
import { vrijstellingLevens } from './opname-vrijstelling.js';
import type { Leven } from './opname-toneel.js';

/** The lives that are recorded, per process; `vervolgrun` last, because it makes Temporal suggest new runs early. */
const levens: Record<string, Record<string, Leven>> = {
  spreekuur: spreekuurLevens,
  vrijstelling: vrijstellingLevens,
};
const VERVOLGRUN = 'vervolgrun';

/**
 * Drives some real lives and writes each of their runs, decrypted, as `workflows/<procestype>/histories/<leven>.json`; replaces what stands
 * there. Only for a new kind of life, or before the first release: a recorded life of a released version is never made again.
 * @returns how many runs were written.
 */
export async function neemOp(meld: (regel: string) => void): Promise<number> {
  const stack = await startBreekbareStack();
  const t = await opnameToneel(stack);
  let aantal = 0;
  const bewaar = async (procestype: string, naam: string, id: string): Promise<void> => {
    const runs = await t.motor.geschiedenissen(workflowIdVan(procestype, id));
    for (const [i, run] of runs.entries()) {
      const bestand = `${naam}${runs.length > 1 ? `-${i + 1}` : ''}.json`;
      writeFileSync(join(mapVan(procestype), bestand), alsJson(run));
      meld(`${procestype}/${bestand}: ${run.events!.length} gebeurtenissen`);
      aantal += 1;
    }
  };
  try {
    for (const procestype of Object.keys(levens)) {
      mkdirSync(mapVan(procestype), { recursive: true });
      for (const oud of readdirSync(mapVan(procestype))) rmSync(join(mapVan(procestype), oud));
    }
    for (const [procestype, verhalen] of Object.entries(levens))
      for (const [naam, leef] of Object.entries(verhalen))
        if (naam !== VERVOLGRUN) await bewaar(procestype, naam, await leef(t));
    stack.vervolgrunNa(40);
    for (const [procestype, verhalen] of Object.entries(levens))
      await bewaar(procestype, VERVOLGRUN, await verhalen[VERVOLGRUN]!(t));
  } finally {
    await t.motor.sluit();
    await stack.stop();
  }
  return aantal;
}
