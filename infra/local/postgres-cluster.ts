import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpstartFout } from './opstart-fout.js';
import type { Gebruiker } from './postgres-gebruiker.js';

/** De omgeving van PostgreSQL: niet de onze, zodat een taalinstelling van de machine niet meedoet. */
export const omgevingVanPostgres = { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };

/** Het wachtwoord van de eigen PostgreSQL, bij het eerste gebruik gemaakt; alleen leesbaar voor wie start. */
export function wachtwoordVan(staat: string): string {
  const bestand = join(staat, 'postgres-wachtwoord');
  if (!existsSync(bestand)) {
    mkdirSync(staat, { recursive: true });
    writeFileSync(bestand, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(bestand, 'utf8');
}

/** De hoofdversie van een bestaand cluster, of undefined als het er nog niet is. */
export function versieVanCluster(data: string): number | undefined {
  const bestand = join(data, 'PG_VERSION');
  return existsSync(bestand) ? Number(readFileSync(bestand, 'utf8')) : undefined;
}

/**
 * Maakt een nieuw cluster in `<cluster>/data`. Het ontstaat ernaast en wordt dan hernoemd, zodat een afgebroken
 * poging nooit voor een cluster wordt aangezien.
 * @throws {OpstartFout} met de uitvoer van initdb.
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
 * De instellingen als argumenten van `postgres`.
 * @param duurzaam of iedere commit de schijf haalt.
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
    // Een geweigerde opdracht en haar DETAIL-regel kunnen persoonsgegevens bevatten: die horen niet in een log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  return Object.entries(waarden).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`]);
}
