import type { Procesmap } from './procesmappen.js';

const KOP =
  '// Gemaakt door `npm run genereer` uit de mappen hiernaast. Wijzig dit bestand niet met de hand.\n';
const naamVan = (key: string, versie: number): string => `${key}V${versie}`;

/** The text of `workflows/registry.ts`: every process with its versions and texts. */
export function registerTekst(mappen: Procesmap[]): string {
  const imports = mappen.flatMap(({ key, versies }) => [
    ...versies.map((v) => `import { v${v} as ${naamVan(key, v)} } from './${key}/definitie.v${v}.js';`),
    `import { nl as ${key}Teksten } from './${key}/teksten.nl.js';`,
  ]);
  const regels = mappen.flatMap(({ key, versies }) => [
    `  ${key}: {`,
    `    versies: [${versies.map((v) => naamVan(key, v)).join(', ')}],`,
    `    nieuwste: ${naamVan(key, versies.at(-1)!)},`,
    `    teksten: ${key}Teksten,`,
    '  },',
  ]);
  return `${KOP}import type { Definitie, Teksten } from '#process';
${imports.join('\n')}

/** A process that this installation runs: its definitions (oldest first), the one that new processes start with, its Dutch texts. */
export interface Proces {
  versies: Definitie[];
  nieuwste: Definitie;
  teksten: Teksten;
}

/** Every process of this installation, by its procestype. */
export const processen: Record<string, Proces> = {
${regels.join('\n')}
};
`;
}

/** The text of `workflows/index.ts`, the entry of Temporal's bundle: the workflow functions and nothing else. `klus` is the run over many rows. */
export const bundelTekst = (mappen: Procesmap[]): string =>
  `${KOP}export { klus } from '#process-workflow';\n${mappen.map(({ key }) => `export { ${key} } from './${key}/workflow.js';`).join('\n')}\n`;
