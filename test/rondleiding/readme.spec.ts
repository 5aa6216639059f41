import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { testStack } from '#test-kit';

const WORTEL = fileURLToPath(new URL('../../../', import.meta.url));

/** The shell blocks between two headings, as a newcomer would paste them one after another. */
function blokken(readme: string, van: string, tot: string): string[] {
  const deel = readme.slice(readme.indexOf(van), readme.indexOf(tot));
  return [...deel.matchAll(/```sh\n([\s\S]*?)```/g)].map((m) => m[1]!);
}

test('a newcomer pastes the tour of the README and each step does what the text says', () => {
  const readme = readFileSync(`${WORTEL}README.md`, 'utf8');
  const stappen = blokken(readme, '## Five minutes', '## Commands');
  assert.equal(stappen.length, 7);
  const { env } = testStack();
  const uit = spawnSync('bash', ['-e', '-o', 'pipefail'], {
    cwd: WORTEL,
    input: stappen.join('\necho "=== volgende stap"\n'),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  assert.equal(uit.status, 0, uit.stdout + uit.stderr);
  const [, geopend, gehandeld, geweigerd, vooruit, later, vast] = uit.stdout.split('=== volgende stap\n');
  assert.match(geopend!, /5 werkdagen na .* \(Afspraak van de gemeente/);
  assert.match(geopend!, /Leerplichtwet 1969, artikel 4b/);
  assert.equal(gehandeld, 'Arts aanwijzen en advies vragen\nBij de arts\n');
  assert.match(geweigerd!, /ouder dan drie maanden[\s\S]*Leerplichtwet 1969, artikel 7/);
  assert.match(vooruit!, /Verstreken: Onderwijskundig advies/);
  assert.match(later!, /De Klok staat op/);
  assert.match(later!, /Verstreken: Verklaring van de arts/);
  assert.match(later!, /Vraag de aangewezen arts om een verklaring/);
  assert.match(later!, /Verstreken, nu aan de groep: Verklaring van de arts/);
  assert.match(later!, /Herinnering \(halverwege\): Verklaring van de arts/);
  assert.match(vast!, /^De termijn '.*' \(.*\) is \d+ werkdagen? voorbij/m);
  assert.match(later!, /Geopend: Vrijstelling of vervangende leerplicht/);
});
