import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { OpstartFout } from './opstart-fout.js';
import { wachtTot } from './wachten.js';
import { MERK, merkVan, zoekAanMerk } from './wezen.js';

/** Een proces dat wij startten, zoals het in `<staat>/pids/<naam>.json` staat. */
export interface Proces {
  readonly naam: string;
  readonly pid: number;
  /** Wanneer het begon; samen met `pid` nooit te verwarren met andermans proces dat hetzelfde nummer kreeg. */
  readonly begin: string;
  /** Waarmee het gestart is; een proces met een ander kenmerk wordt niet overgenomen maar vervangen. */
  readonly kenmerk: string;
  readonly stopSignaal: NodeJS.Signals;
}

export interface StartOpdracht {
  readonly naam: string;
  readonly staat: string;
  readonly bestand: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly kenmerk: string;
  readonly stopSignaal?: NodeJS.Signals;
  readonly map?: string;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

const LOG_GRENS_BYTES = 20_000_000;

/** Het begin van proces `pid` (in Linux: opstart van de machine en kloktikken sindsdien), of undefined als het niet (meer) loopt. */
export function beginVan(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // De naam van het programma staat tussen haakjes en mag zelf haakjes en spaties bevatten.
    const velden = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [toestand, tikken] = [velden[0], velden[19]];
    if (toestand === 'Z' || toestand === 'X' || tikken === undefined) return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${tikken}`;
  } catch {
    return undefined;
  }
}

/** Of precies dit proces nog loopt. */
export function leeft(proces: Pick<Proces, 'pid' | 'begin'>): boolean {
  return beginVan(proces.pid) === proces.begin;
}

function pidBestand(staat: string, naam: string): string {
  return join(staat, 'pids', `${naam}.json`);
}

export function logBestand(staat: string, naam: string): string {
  return join(staat, 'logs', `${naam}.log`);
}

/** Onthoudt een proces in de staatmap; het bestand staat er in een keer. */
export function onthoud(staat: string, proces: Proces): void {
  mkdirSync(join(staat, 'pids'), { recursive: true });
  const doel = pidBestand(staat, proces.naam);
  writeFileSync(`${doel}.${process.pid}`, JSON.stringify(proces));
  renameSync(`${doel}.${process.pid}`, doel);
}

export function vergeet(staat: string, naam: string): void {
  rmSync(pidBestand(staat, naam), { force: true });
}

function onthouden(staat: string, naam: string): Proces | undefined {
  try {
    const proces = JSON.parse(readFileSync(pidBestand(staat, naam), 'utf8')) as Proces;
    return leeft(proces) ? proces : undefined;
  } catch {
    return undefined;
  }
}

/** Het lopende proces met deze naam: het onthouden proces, anders een vergeten wees (die heeft geen bekend kenmerk). */
export function lopend(staat: string, naam: string): Proces | undefined {
  const proces = onthouden(staat, naam);
  if (proces !== undefined) return proces;
  const pid = zoekAanMerk(staat, naam);
  const begin = pid === undefined ? undefined : beginVan(pid);
  if (pid === undefined || begin === undefined) return undefined;
  return { naam, pid, begin, kenmerk: 'onbekend', stopSignaal: 'SIGINT' };
}

function openLog(staat: string, naam: string): number {
  mkdirSync(join(staat, 'logs'), { recursive: true });
  const bestand = logBestand(staat, naam);
  const grootte = statSync(bestand, { throwIfNoEntry: false })?.size ?? 0;
  if (grootte > LOG_GRENS_BYTES) renameSync(bestand, `${bestand}.1`);
  return openSync(bestand, 'a');
}

/**
 * Start een proces los van de terminal (Ctrl-C bereikt alleen de bewaker, die ordelijk stopt), met zijn uitvoer in
 * `<staat>/logs/<naam>.log`, en onthoudt het.
 * @throws {OpstartFout} als het programma niet te starten is.
 */
export async function start(opdracht: StartOpdracht): Promise<Proces> {
  const { naam, staat } = opdracht;
  const log = openLog(staat, naam);
  const kind = spawn(opdracht.bestand, [...opdracht.args], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...opdracht.env, [MERK]: merkVan(staat, naam) },
    cwd: opdracht.map ?? process.cwd(),
    ...(opdracht.uid === undefined ? {} : { uid: opdracht.uid, gid: opdracht.gid }),
  });
  closeSync(log);
  if (kind.pid === undefined) {
    const fout = await new Promise<Error>((klaar) => kind.once('error', klaar));
    throw new OpstartFout(`${naam} is niet te starten (${opdracht.bestand}): ${fout.message}`);
  }
  kind.unref();
  const proces: Proces = {
    naam,
    pid: kind.pid,
    begin: beginVan(kind.pid) ?? 'meteen gestopt',
    kenmerk: opdracht.kenmerk,
    stopSignaal: opdracht.stopSignaal ?? 'SIGTERM',
  };
  onthoud(staat, proces);
  return proces;
}

/** De laatste regels van het log van `naam`, ingesprongen. */
export function eindVanLog(staat: string, naam: string, regels = 15): string {
  try {
    const alles = readFileSync(logBestand(staat, naam), 'utf8').trimEnd().split('\n');
    return alles
      .slice(-regels)
      .map((r) => `    ${r}`)
      .join('\n');
  } catch {
    return '    (leeg)';
  }
}

/**
 * Wacht tot een gestart proces klaar is.
 * @throws {OpstartFout} met het eind van het log als het stopt of na `maxMs` milliseconden nog niet klaar is.
 */
export async function wachtOpKlaar(
  staat: string,
  proces: Proces,
  proef: () => Promise<boolean>,
  maxMs: number,
): Promise<void> {
  let gestopt = false;
  const klaar = await wachtTot(async () => {
    gestopt = !leeft(proces);
    return gestopt || (await proef());
  }, maxMs);
  if (klaar && !gestopt) return;
  const wat = gestopt ? 'stopte meteen weer' : `is na ${Math.round(maxMs / 1000)} seconden nog niet klaar`;
  throw new OpstartFout(
    `${proces.naam} ${wat}. Het eind van ${logBestand(staat, proces.naam)}:\n${eindVanLog(staat, proces.naam)}`,
  );
}

function sein(pid: number, signaal: NodeJS.Signals): void {
  try {
    process.kill(pid, signaal);
  } catch (fout) {
    // Het kan net vanzelf gestopt zijn.
    if ((fout as NodeJS.ErrnoException).code !== 'ESRCH') throw fout;
  }
}

/**
 * Stopt een proces met zijn eigen signaal en, als het na `geduldMs` milliseconden nog loopt, met SIGKILL.
 * Vergeet het daarna.
 */
export async function stop(staat: string, proces: Proces, geduldMs = 15_000): Promise<void> {
  if (leeft(proces)) sein(proces.pid, proces.stopSignaal);
  if (!(await wachtTot(() => !leeft(proces), geduldMs, 20))) {
    sein(proces.pid, 'SIGKILL');
    await wachtTot(() => !leeft(proces), 5000, 20);
  }
  vergeet(staat, proces.naam);
}
