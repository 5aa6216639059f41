import { existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** De staatmap volgens LEERLIJN_STAAT. Los van `leesConfig`, zodat stoppen ook lukt als een andere variabele niet deugt. */
export function staatMap(env: NodeJS.ProcessEnv): string {
  return resolve(env['LEERLIJN_STAAT'] || '.leerlijn');
}

const KENMERKEND = ['pids', 'logs', 'postgres-wachtwoord', 'aanmelden', 'test', 'bouw.slot'];

/** Of een map van ons is: leeg of met iets erin wat alleen wij maken. Anders zou een verkeerde LEERLIJN_STAAT andermans map wissen. */
export function isStaatMap(map: string): boolean {
  const inhoud = readdirSync(map);
  return inhoud.length === 0 || inhoud.some((naam) => KENMERKEND.includes(naam));
}

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

/** De staatmappen van testgangen onder deze staatmap. */
export function testStatenIn(staat: string): string[] {
  const map = join(staat, 'test');
  return existsSync(map) ? readdirSync(map).map((naam) => join(map, naam)) : [];
}

/** Wist een staatmap met alles wat erbij hoort. De processen moeten gestopt zijn. */
export function wisStaat(staat: string): void {
  for (const map of mappenVanStaat(staat)) rmSync(map, { recursive: true, force: true });
}
