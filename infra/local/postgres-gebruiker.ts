import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { OpstartFout } from './opstart-fout.js';

/** The user under which PostgreSQL runs when we are root ourselves; PostgreSQL refuses root. */
export interface Gebruiker {
  readonly uid: number;
  readonly gid: number;
}

function uitPasswd(past: (naam: string, uid: number) => boolean): Gebruiker | undefined {
  for (const regel of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [naam = '', , uid, gid] = regel.split(':');
    if (past(naam, Number(uid))) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/**
 * The user for PostgreSQL: nobody else (undefined) when we are not root; otherwise the owner of the existing cluster,
 * otherwise `postgres`, otherwise `nobody` (initdb demands a line in /etc/passwd).
 * @throws {OpstartFout} when the cluster is another user's, or when we are root and no such user exists.
 */
export function kiesGebruiker(cluster: string): Gebruiker | undefined {
  const wij = process.getuid?.();
  const eigenaar = statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (wij !== 0) {
    if (eigenaar === undefined || eigenaar === wij) return undefined;
    throw new OpstartFout(
      `De gegevens in ${cluster} zijn van een andere gebruiker (uid ${eigenaar}). ` +
        'Start als die gebruiker, of kies met LEERLIJN_STAAT een andere map.',
    );
  }
  const gebruiker =
    (eigenaar ? uitPasswd((_, uid) => uid === eigenaar) : undefined) ??
    uitPasswd((naam) => naam === 'postgres') ??
    uitPasswd((naam) => naam === 'nobody');
  if (gebruiker === undefined) {
    throw new OpstartFout(
      'PostgreSQL weigert root, en er is geen gebruiker postgres of nobody. Start als gewone gebruiker.',
    );
  }
  return gebruiker;
}

function kanBij(map: string, gebruiker: Gebruiker): boolean {
  return spawnSync('test', ['-x', map], { uid: gebruiker.uid, gid: gebruiker.gid, cwd: '/' }).status === 0;
}

/**
 * The folder of the cluster: `<staat>/postgres`, or, when `gebruiker` cannot reach that (a checkout below /root for example),
 * a folder below the cache or /var/tmp that he can reach; `<staat>/postgres` then points to it.
 * Makes the folder and gives it to `gebruiker`.
 * @throws {OpstartFout} when there is no folder that he can reach.
 */
export function bereidClusterVoor(
  staat: string,
  cache: string,
  gebruiker: Gebruiker | undefined,
  zeg: (t: string) => void,
): string {
  const gewoon = join(staat, 'postgres');
  if (lstatSync(gewoon, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(gewoon))
    return realpathSync(gewoon);
  mkdirSync(staat, { recursive: true });
  if (gebruiker === undefined || kanBij(staat, gebruiker)) return maakMap(gewoon, gebruiker);

  const naam = `postgres-${createHash('sha256').update(staat).digest('hex').slice(0, 12)}`;
  for (const basis of [join(cache, 'leerlijn'), '/var/tmp/leerlijn']) {
    mkdirSync(basis, { recursive: true, mode: 0o755 });
    // A folder that somebody else prepared is not to be trusted.
    if (!kanBij(basis, gebruiker) || statSync(basis).uid !== process.getuid?.()) continue;
    const elders = maakMap(join(basis, naam), gebruiker);
    if (!lstatSync(gewoon, { throwIfNoEntry: false })) symlinkSync(elders, gewoon);
    zeg(`  De gebruiker van PostgreSQL kan niet bij ${staat}; de gegevens staan in ${elders}.`);
    return elders;
  }
  throw new OpstartFout(
    `De gebruiker van PostgreSQL kan niet bij ${staat}. Kies met LEERLIJN_STAAT een map die voor iedereen toegankelijk is.`,
  );
}

function maakMap(map: string, gebruiker: Gebruiker | undefined): string {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  if (gebruiker !== undefined) chownSync(map, gebruiker.uid, gebruiker.gid);
  return map;
}

/**
 * The folder with binaries, if need be first copied beside the cluster because `gebruiker` cannot reach the original
 * (node_modules below /root).
 */
export function bereikbareBinaries(map: string, cluster: string, gebruiker: Gebruiker | undefined): string {
  if (gebruiker === undefined || kanBij(map, gebruiker)) return map;
  const kopie = `${cluster}-programma`;
  if (!existsSync(kopie)) cpSync(dirname(map), kopie, { recursive: true, verbatimSymlinks: true });
  return join(kopie, 'bin');
}
