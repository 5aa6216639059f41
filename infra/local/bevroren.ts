import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uitgebrachteBestanden } from './procesmappen.js';

/** SHA-256 of each released file, by its path below `workflows/`. */
type Bevroren = Record<string, string>;

const lees = (workflows: string): Bevroren => {
  const pad = join(workflows, 'bevroren.json');
  return existsSync(pad) ? (JSON.parse(readFileSync(pad, 'utf8')) as Bevroren) : {};
};
const sha256 = (tekst: string): string => createHash('sha256').update(tekst).digest('hex');

/**
 * What was changed after its release, as sentences; empty when all is as it was. A process that runs decides by the text it
 * began with: changing it would make a replay come out differently.
 */
export function gewijzigdNaUitgave(workflows: string): string[] {
  const nu = new Map(uitgebrachteBestanden(workflows).map((b) => [b.pad, sha256(b.tekst)]));
  return Object.entries(lees(workflows)).flatMap(([pad, hash]) => {
    if (nu.get(pad) === hash) return [];
    const volgende = pad.replace(/\.v(\d+)\.ts$/, (_, n: string) => `.v${Number(n) + 1}.ts`);
    return [
      nu.has(pad)
        ? `workflows/${pad} is uitgebracht en bevroren; maak ${volgende.split('/').at(-1)} ernaast.`
        : `workflows/${pad} is uitgebracht en bevroren, en mag niet worden verwijderd.`,
    ];
  });
}

/** Freezes every definition that is not frozen yet and gives their paths. Throws when a frozen one was changed. */
export function bevries(workflows: string): string[] {
  const fouten = gewijzigdNaUitgave(workflows);
  if (fouten.length > 0) throw new Error(fouten.join('\n'));
  const oud = lees(workflows);
  const nieuw = uitgebrachteBestanden(workflows).filter((b) => !(b.pad in oud));
  const alles: Bevroren = { ...oud };
  for (const b of nieuw) alles[b.pad] = sha256(b.tekst);
  const opVolgorde = Object.fromEntries(Object.entries(alles).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(workflows, 'bevroren.json'), `${JSON.stringify(opVolgorde, null, 2)}\n`);
  return nieuw.map((b) => b.pad);
}
