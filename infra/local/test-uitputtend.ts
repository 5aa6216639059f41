import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eindigMetFout } from './opstart-fout.js';
import { voortgangNaar } from './stappen.js';
import { commit, draaiDeel, leesDelen, type Deel, type DeelUitkomst } from './test-delen.js';
import { ruimTestRestenOp } from './test-stack.js';

/*
 * `npm run test:uitputtend -- <deel>`: a long part at its full size, by hand; leaves a dated result in docs/metingen/.
 * `npm run test:uitputtend -- histories` records the lives that test/replay plays again, `-- ketens` those of whole chains.
 */

const { zeg } = voortgangNaar((regel) => process.stdout.write(`${regel}\n`));

function resultaat(deel: Deel, u: DeelUitkomst, dag: string): string {
  const getallen = Object.entries(u.getallen).map(([naam, n]) => `| ${naam} | ${n} |`);
  const goed = u.telling.mislukt.length === 0;
  return [
    `# Uitputtend: ${deel.wat}`,
    '',
    `${dag}, commit ${commit()}, \`LEERLIJN_SEED=${u.getallen['seed'] ?? 'onbekend'} npm run test:uitputtend -- ${deel.naam}\`.`,
    `${goed ? 'Geslaagd' : `Mislukt: ${u.telling.mislukt.join('; ')}`}, in ${Math.round(u.seconden)} seconden.`,
    '',
    '| wat | aantal |',
    '| --- | --- |',
    ...getallen,
    '',
  ].join('\n');
}

async function neemOp(): Promise<void> {
  const opnemen = new URL('../../test/replay/opnemen.js', import.meta.url).href;
  const { neemOp: draai } = (await import(opnemen)) as {
    neemOp: (meld: (regel: string) => void) => Promise<number>;
  };
  zeg(`${await draai(zeg)} opnames geschreven`);
}

async function neemKetensOp(): Promise<void> {
  const opnemen = new URL('../../test/replay/opname-ketens.js', import.meta.url).href;
  const { neemKetensOp: draai } = (await import(opnemen)) as {
    neemKetensOp: (meld: (regel: string) => void) => Promise<number>;
  };
  zeg(`${await draai(zeg)} opnames geschreven`);
}

async function hoofd(): Promise<void> {
  const naam = process.argv[2];
  await ruimTestRestenOp();
  if (naam === 'histories') return neemOp();
  if (naam === 'ketens') return neemKetensOp();
  const delen = leesDelen();
  const deel = delen.find((d) => d.naam === naam);
  if (!deel) throw new Error(`Kies uit: ${delen.map((d) => d.naam).join(', ')}, histories, ketens.`);
  zeg(`${deel.naam}: ${deel.wat}, op volle omvang`);
  const uitkomst = await draaiDeel(deel, true);
  const dag = new Date().toISOString().slice(0, 10);
  const bestand = join('docs', 'metingen', `${dag}-${deel.naam}.md`);
  mkdirSync(join('docs', 'metingen'), { recursive: true });
  writeFileSync(bestand, resultaat(deel, uitkomst, dag));
  zeg(`Vastgelegd in ${bestand}`);
  zeg(`${uitkomst.telling.geslaagd} passed, ${uitkomst.telling.mislukt.length} failed`);
  process.exitCode = uitkomst.telling.mislukt.length > 0 ? 1 : 0;
}

await hoofd().catch(eindigMetFout);
