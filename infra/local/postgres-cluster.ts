import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpstartFout } from './opstart-fout.js';
import type { Gebruiker } from './postgres-gebruiker.js';

/** The environment of PostgreSQL: not ours, so that the machine's locale plays no part. */
export const omgevingVanPostgres = { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };

/** The password of our own PostgreSQL, made at first use; readable only by whoever starts it. */
export function wachtwoordVan(staat: string): string {
  const bestand = join(staat, 'postgres-wachtwoord');
  if (!existsSync(bestand)) {
    mkdirSync(staat, { recursive: true });
    writeFileSync(bestand, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(bestand, 'utf8');
}

/** The major version of an existing cluster, or undefined when there is none yet. */
export function versieVanCluster(data: string): number | undefined {
  const bestand = join(data, 'PG_VERSION');
  return existsSync(bestand) ? Number(readFileSync(bestand, 'utf8')) : undefined;
}

/**
 * Makes a new cluster in `<cluster>/data`. It is made beside it and then renamed, so that a broken-off attempt is never
 * taken for a cluster.
 * @throws {OpstartFout} with the output of initdb.
 */
export function maakCluster(
  bin: string,
  cluster: string,
  wachtwoord: string,
  gebruiker: Gebruiker | undefined,
): void {
  const nieuw = join(cluster, 'nieuw');
  rmSync(nieuw, { recursive: true, force: true });
  const wachtwoordBestand = join(cluster, 'wachtwoord');
  writeFileSync(wachtwoordBestand, wachtwoord, { mode: 0o600 });
  if (gebruiker !== undefined) chownSync(wachtwoordBestand, gebruiker.uid, gebruiker.gid);
  const uitkomst = spawnSync(
    join(bin, 'initdb'),
    [
      '-D',
      nieuw,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-A',
      'scram-sha-256',
      `--pwfile=${wachtwoordBestand}`,
    ],
    { encoding: 'utf8', cwd: cluster, env: omgevingVanPostgres, ...gebruiker },
  );
  rmSync(wachtwoordBestand, { force: true });
  if (uitkomst.status !== 0) {
    throw new OpstartFout(
      `initdb is mislukt (${bin}):\n${uitkomst.stderr || (uitkomst.error?.message ?? '')}`,
    );
  }
  renameSync(nieuw, join(cluster, 'data'));
}

/**
 * The settings as arguments of `postgres`.
 * @param duurzaam whether every commit reaches the disk.
 */
export function instellingen(poort: number, duurzaam: boolean): string[] {
  const aanUit = duurzaam ? 'on' : 'off';
  const waarden: Record<string, string> = {
    port: String(poort),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    fsync: aanUit,
    synchronous_commit: aanUit,
    full_page_writes: aanUit,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A refused statement and its DETAIL line may hold personal data, which do not belong in a log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  return Object.entries(waarden).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`]);
}
