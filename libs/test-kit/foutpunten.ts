import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestStackBeschrijving } from './stack.js';

/** The file that API and worker of this stack read their points of failure from, when they were started with LEERLIJN_FOUTPUNTEN. */
export const foutpuntenBestand = (stack: Pick<TestStackBeschrijving, 'staat'>): string =>
  join(stack.staat, 'foutpunten');

/** From now on exactly these points fail: each `<naam> gooi` or `<naam> sterf`. None: everything works. */
export function zetFoutpunten(stack: TestStackBeschrijving, ...regels: string[]): void {
  const doel = foutpuntenBestand(stack);
  writeFileSync(`${doel}.nieuw`, regels.join('\n'));
  renameSync(`${doel}.nieuw`, doel);
}
