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

/** Exactly one process: with `begin` never to be confused with another that later got the same number. */
export interface Exemplaar {
  readonly pid: number;
  /** What `beginVan` gave for it. */
  readonly begin: string;
}

/** A process that we started, as it stands in `<staat>/pids/<naam>.json`. */
export interface Proces extends Exemplaar {
  readonly naam: string;
  /** What it was started with; a process with another `kenmerk`, or none, is not taken over but replaced. */
  readonly kenmerk?: string | undefined;
  readonly stopSignaal: NodeJS.Signals;
}

export interface StartOpdracht {
  readonly naam: string;
  readonly staat: string;
  readonly bestand: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly kenmerk?: string;
  readonly stopSignaal?: NodeJS.Signals;
  readonly map?: string;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

const LOG_GRENS_BYTES = 20_000_000;

/** When process `pid` began (in Linux: boot of the machine and clock ticks since), or undefined when it does not run (any more). */
export function beginVan(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in parentheses and may itself hold parentheses and spaces.
    const velden = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [toestand, tikken] = [velden[0], velden[19]];
    if (toestand === 'Z' || toestand === 'X' || tikken === undefined) return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${tikken}`;
  } catch {
    return undefined;
  }
}

/** Whether exactly this process still runs. */
export function leeft(proces: Exemplaar): boolean {
  const begin = beginVan(proces.pid);
  // A damaged file may hold no `begin` at all.
  return begin !== undefined && begin === proces.begin;
}

function pidBestand(staat: string, naam: string): string {
  return join(staat, 'pids', `${naam}.json`);
}

export function logBestand(staat: string, naam: string): string {
  return join(staat, 'logs', `${naam}.log`);
}

/** Remembers a process in the state folder; the file appears at once and whole. */
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

/** The running process with this name: the remembered one, otherwise a forgotten orphan (which is never taken over). */
export function lopend(staat: string, naam: string): Proces | undefined {
  const proces = onthouden(staat, naam);
  if (proces !== undefined) return proces;
  const pid = zoekAanMerk(staat, naam);
  const begin = pid === undefined ? undefined : beginVan(pid);
  if (pid === undefined || begin === undefined) return undefined;
  return { naam, pid, begin, stopSignaal: 'SIGINT' };
}

function openLog(staat: string, naam: string): number {
  mkdirSync(join(staat, 'logs'), { recursive: true });
  const bestand = logBestand(staat, naam);
  const grootte = statSync(bestand, { throwIfNoEntry: false })?.size ?? 0;
  if (grootte > LOG_GRENS_BYTES) renameSync(bestand, `${bestand}.1`);
  return openSync(bestand, 'a');
}

/**
 * Starts a process detached from the terminal (Ctrl-C reaches only the supervisor, which stops in order), with its output in
 * `<staat>/logs/<naam>.log`, and remembers it.
 * @throws {OpstartFout} when the program cannot be started.
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

/** The last lines of the log of `naam`, indented. */
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
 * Waits until a started process is ready.
 * @throws {OpstartFout} with the end of the log when it stops or is not ready after `maxMs` milliseconds.
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
    // It may just have stopped by itself.
    if ((fout as NodeJS.ErrnoException).code !== 'ESRCH') throw fout;
  }
}

/** Ends a process with `signaal` and, when it still runs after `geduldMs` milliseconds, with SIGKILL. Waits until it is gone. */
export async function beeindig(proces: Exemplaar, signaal: NodeJS.Signals, geduldMs: number): Promise<void> {
  if (leeft(proces)) sein(proces.pid, signaal);
  if (await wachtTot(() => !leeft(proces), geduldMs, 20)) return;
  sein(proces.pid, 'SIGKILL');
  await wachtTot(() => !leeft(proces), 5000, 20);
}

/** Stops a process with its own signal, at most fifteen seconds later with SIGKILL, and then forgets it. */
export async function stop(staat: string, proces: Proces): Promise<void> {
  await beeindig(proces, proces.stopSignaal, 15_000);
  vergeet(staat, proces.naam);
}
