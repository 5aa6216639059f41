import { renameSync, writeFileSync } from 'node:fs';
import type { TestStackBeschrijving } from './stack.js';

/** From now on exactly these points fail: each `<naam> gooi` or `<naam> sterf` (see libs/config/foutpunt.ts). None: everything works. */
export function zetFoutpunten(stack: TestStackBeschrijving, ...regels: string[]): void {
  const doel = stack.env['LEERLIJN_FOUTPUNTEN'];
  if (!doel) throw new Error('Deze stack heeft geen foutpunten; neem een breekbare stack.');
  writeFileSync(`${doel}.nieuw`, regels.join('\n'));
  renameSync(`${doel}.nieuw`, doel);
}
