import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plusDagen, type Datum } from '#kalender';
import { workflowIdVan } from '#process';
import { demo, motorVan, startBreekbareStack, type Motor } from '#test-kit';
import { koen, koenAchttien } from '../keten/koen.js';
import { opDeStack, type StackSpeler } from '../keten/op-de-stack.js';
import { verhalen } from '../keten/verhalen.js';
import { alsJson, mapVan } from './histories.js';

const KETEN = 'keten-';

/**
 * Drives the stories of the chain and writes each run of each process in them as `workflows/<procestype>/histories/keten-<verhaal>-<n>.json`.
 * Leaves other recordings alone. Only before the release of a version: a recorded life is never made again.
 * @returns how many runs were written.
 */
export async function neemKetensOp(meld: (regel: string) => void): Promise<number> {
  const stack = await startBreekbareStack();
  const motor = await motorVan(stack.beschrijving);
  let aantal = 0;
  try {
    const begin = eersteOktober(await motor.vandaag());
    const k = await opDeStack(motor, koenAchttien(begin), stack.beschrijving);
    await koen(k, begin);
    await verlof(k, motor);
    aantal += await bewaar(motor, k, 'koen', meld);
    for (const [i, v] of verhalen(demo('arts').sub).entries()) {
      const vanaf = eersteOktober(await motor.vandaag());
      const s = await opDeStack(motor, v.achttien(vanaf), stack.beschrijving);
      await v.vertel(s, vanaf);
      aantal += await bewaar(motor, s, `verhaal${i + 1}`, meld);
    }
  } finally {
    await motor.sluit();
    await stack.stop();
  }
  return aantal;
}

/** Leave comes in no story of the chain: a request that is granted. */
async function verlof(k: StackSpeler, motor: Motor): Promise<void> {
  const s = await opDeStack(motor, plusDagen(await motor.vandaag(), 900), k.stack);
  const vandaag = await motor.vandaag();
  await s.open('verlof', {
    aangevraagdOp: vandaag,
    van: plusDagen(vandaag, 60),
    totEnMet: plusDagen(vandaag, 85),
    schooldagen: 15,
    soort: 'gewichtig',
  });
  await motor.klokNaar(plusDagen(vandaag, 20));
  await bewaar(motor, s, 'verlof', () => undefined);
}

async function bewaar(
  motor: Motor,
  s: StackSpeler,
  naam: string,
  meld: (regel: string) => void,
): Promise<number> {
  const { processen } = await s.dossier();
  let aantal = 0;
  for (const p of processen) {
    const map = mapVan(p.procestype);
    mkdirSync(map, { recursive: true });
    for (const run of await motor.geschiedenissen(workflowIdVan(p.procestype, p.id))) {
      const bestand = vrij(map, `${KETEN}${naam}`);
      writeFileSync(join(map, bestand), alsJson(run));
      meld(`${p.procestype}/${bestand}: ${run.events!.length} gebeurtenissen`);
      aantal += 1;
    }
  }
  return aantal;
}

/** The first name that is free. */
function vrij(map: string, naam: string): string {
  for (let n = 1; ; n += 1) if (!existsSync(join(map, `${naam}-${n}.json`))) return `${naam}-${n}.json`;
}

function eersteOktober(vanaf: Datum): Datum {
  let dag = vanaf;
  while (!dag.endsWith('-10-01')) dag = plusDagen(dag, 1);
  return dag;
}
