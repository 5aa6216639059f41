import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { getal } from './getallen.js';

const GIB = 2 ** 30;

/** Of which command, commit and machine a measurement is, as lines of Markdown. */
export function herkomst(commando: string, postgres?: string): string[] {
  const git = (...args: string[]): string => spawnSync('git', args, { encoding: 'utf8' }).stdout.trim();
  const vies = git('status', '--porcelain', '--', 'apps', 'libs', 'workflows', 'activities') !== '';
  return [
    `- commando: \`${commando}\`, ${new Date().toISOString().slice(11, 16)} UTC`,
    `- commit: ${git('rev-parse', '--short', 'HEAD')}${vies ? ' met wijzigingen' : ''}`,
    `- machine: ${cpus().length} kernen (${cpus()[0]?.model ?? 'onbekend'}), ${getal(totalmem() / GIB, 0)} GiB; Node ${process.versions.node}, PostgreSQL ${postgres ? `${postgres} ` : ''}met fsync`,
  ];
}
