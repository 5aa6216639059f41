import { existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The state folder by LEERLIJN_STAAT. Apart from `leesConfig`, so that stopping works also when another variable is wrong. */
export function staatMap(env: NodeJS.ProcessEnv): string {
  return resolve(env['LEERLIJN_STAAT'] || '.leerlijn');
}

const KENMERKEND = ['pids', 'logs', 'postgres-wachtwoord', 'aanmelden', 'postvak', 'test', 'bewaker.slot'];

/** Whether a folder is ours: empty, or with something in it that only we make. Otherwise a wrong LEERLIJN_STAAT would wipe another's folder. */
export function isStaatMap(map: string): boolean {
  const inhoud = readdirSync(map);
  return inhoud.length === 0 || inhoud.some((naam) => KENMERKEND.includes(naam));
}

/** The folders that belong to a state folder: itself, and the data of PostgreSQL when those had to stand elsewhere. */
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

/** The folder below a state folder in which test runs make theirs. */
export function testMapIn(staat: string): string {
  return join(staat, 'test');
}

/** The state folders of test runs below this state folder. */
export function testStatenIn(staat: string): string[] {
  const map = testMapIn(staat);
  return existsSync(map) ? readdirSync(map).map((naam) => join(map, naam)) : [];
}

/** Wipes a state folder with all that belongs to it. Its processes must have been stopped. */
export function wisStaat(staat: string): void {
  for (const map of mappenVanStaat(staat)) rmSync(map, { recursive: true, force: true });
}
