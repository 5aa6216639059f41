/**
 * `npm run genereer`: writes workflows/registry.ts, workflows/index.ts, the page of each process and the map of them all (docs/processen.md)
 * from the folders that are there, and the README's table of settings.
 * With `--controleer` it writes nothing and ends with 1 when something is not current or a released definition was changed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { effectenVan, problems, type Definitie, type Teksten } from '#process';
import { gewijzigdNaUitgave } from './bevroren.js';
import { metInstellingen } from './instellingen-tabel.js';
import { ketenPagina, type Procesblad } from './ketenbeeld.js';
import { procesPagina } from './procesbeeld.js';
import { procesmappen, type Procesmap } from './procesmappen.js';
import { bundelTekst, registerTekst } from './registertekst.js';

const WORTEL = fileURLToPath(new URL('../../../', import.meta.url));
const WORKFLOWS = join(WORTEL, 'workflows');

/** Compiles the checkout; a folder that was dropped in is read as compiled code. Gives the compiler's complaints, or ''. */
function vertaal(): string {
  const uit = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
    cwd: WORTEL,
    encoding: 'utf8',
  });
  return uit.status === 0 ? '' : uit.stdout + uit.stderr;
}

async function nieuwste({ key, versies }: Procesmap): Promise<Procesblad> {
  const v = versies.at(-1)!;
  const uit = (bestand: string): string => pathToFileURL(join(WORTEL, 'dist/workflows', key, bestand)).href;
  const d = ((await import(uit(`definitie.v${v}.js`))) as Record<string, Definitie | undefined>)[`v${v}`];
  const t = ((await import(uit('teksten.nl.js'))) as { nl?: Teksten }).nl;
  if (!d) throw new Error(`workflows/${key}/definitie.v${v}.ts exporteert geen v${v}.`);
  if (!t) throw new Error(`workflows/${key}/teksten.nl.ts exporteert geen nl.`);
  if (d.key !== key || d.versie !== v)
    throw new Error(`workflows/${key}/definitie.v${v}.ts beschrijft ${d.key} versie ${d.versie}.`);
  return { d, t };
}

/** Links that the newest definition still calls unbuilt although their process is there by now. */
const inmiddelsGebouwd = (d: Definitie, mappen: Procesmap[]): string[] =>
  [
    ...new Set(
      effectenVan(d).flatMap((e) =>
        'doel' in e && typeof e.doel !== 'string' ? [e.doel.nogNietGebouwd] : [],
      ),
    ),
  ]
    .filter((naam) => mappen.some((m) => m.key === naam))
    .map(
      (naam) =>
        `${naam} is gebouwd; maak een definitie.v${d.versie + 1}.ts die het niet meer nogNietGebouwd noemt.`,
    );

async function hoofd(controleer: boolean): Promise<string[]> {
  const fouten = gewijzigdNaUitgave(WORKFLOWS);
  const mappen = procesmappen(WORKFLOWS);
  if (!controleer) vertaal();
  const bestanden = new Map([
    ['registry.ts', registerTekst(mappen)],
    ['index.ts', bundelTekst(mappen)],
    ['../README.md', metInstellingen(readFileSync(join(WORTEL, 'README.md'), 'utf8'))],
  ]);
  const bladen: Procesblad[] = [];
  for (const map of mappen) {
    const { d, t } = await nieuwste(map);
    bladen.push({ d, t });
    fouten.push(
      ...[...problems(d, t), ...inmiddelsGebouwd(d, mappen)].map((p) => `workflows/${map.key}: ${p}`),
    );
    bestanden.set(`${map.key}/README.md`, procesPagina(d, t));
  }
  bestanden.set('../docs/processen.md', ketenPagina(bladen));
  const verouderd: [string, string][] = [];
  for (const [naam, tekst] of bestanden) {
    const filepath = join(WORKFLOWS, naam);
    const netjes = await format(tekst, { ...(await resolveConfig(filepath)), filepath });
    if (inhoudVan(filepath) !== netjes) verouderd.push([naam, netjes]);
  }
  if (controleer)
    return [
      ...fouten,
      ...verouderd.map(([pad]) => `${normalize(`workflows/${pad}`)} is niet bij; draai npm run genereer.`),
    ];
  for (const [pad, tekst] of verouderd) {
    writeFileSync(join(WORKFLOWS, pad), tekst);
    console.log(`Geschreven: ${normalize(`workflows/${pad}`)}`);
  }
  const klachten = verouderd.length > 0 ? vertaal() : '';
  return klachten ? [...fouten, klachten] : fouten;
}

const inhoudVan = (pad: string): string | undefined =>
  existsSync(pad) ? readFileSync(pad, 'utf8') : undefined;

try {
  const fouten = await hoofd(process.argv.includes('--controleer'));
  if (fouten.length > 0) throw new Error(fouten.join('\n'));
} catch (fout) {
  console.error((fout as Error).message);
  process.exitCode = 1;
}
