import { lstatSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** De mappen die bij een staatmap horen: zijzelf, en de gegevens van PostgreSQL als die elders moesten staan. */
export function mappenVanStaat(staat: string): string[] {
  const cluster = join(staat, 'postgres');
  if (!lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink()) return [staat];
  try {
    const elders = realpathSync(cluster);
    return [staat, elders, `${elders}-programma`];
  } catch {
    return [staat];
  }
}

/** Wist een staatmap met alles wat erbij hoort. De processen moeten gestopt zijn. */
export function wisStaat(staat: string): void {
  for (const map of mappenVanStaat(staat)) rmSync(map, { recursive: true, force: true });
}
