import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

/* The bootstrap by itself, in a folder with a compiler that only writes the programs. */

const SLOT = 'node_modules/.leerlijn-bouw.slot';
const COMPILER = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  if (process.env.TYPEFOUT) process.exit(2);
  mkdirSync('dist/infra/local', { recursive: true });
  for (const naam of ['klok', 'test'])
    writeFileSync('dist/infra/local/' + naam + '.js', 'process.stdout.write("dit is ' + naam + '\\\\n")');
`;

let map: string;

function schrijf(naam: string, tekst: string): void {
  mkdirSync(dirname(join(map, naam)), { recursive: true });
  writeFileSync(join(map, naam), tekst);
}

/** Runs a command; a bootstrap that waits for ever ends after ten seconds with code null. */
function voerUit(commando: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/local/bootstrap.mjs', commando], {
    cwd: map,
    encoding: 'utf8',
    timeout: 10_000,
    env: { PATH: process.env['PATH'], ...env },
  });
  return { code: status, stdout, stderr };
}

describe('de bootstrap', () => {
  beforeEach(() => {
    map = mkdtempSync(join(tmpdir(), 'leerlijn-bootstrap-'));
    cpSync('infra/local/bootstrap.mjs', join(map, 'infra/local/bootstrap.mjs'));
    const via = (naam: string): string => `node infra/local/bootstrap.mjs ${naam}`;
    const scripts = { klok: via('klok'), test: via('test'), build: 'tsc -p tsconfig.json' };
    schrijf('package.json', JSON.stringify({ scripts }));
    schrijf('package-lock.json', '{}');
    schrijf('tsconfig.json', '{}');
    schrijf('node_modules/.leerlijn-installatie', createHash('sha256').update('{}').digest('hex'));
    schrijf('node_modules/typescript/bin/tsc', COMPILER);
  });
  afterEach(() => rmSync(map, { recursive: true, force: true }));

  it('ruimt het slot van een dode bootstrap op en bouwt', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const inhoud of [String(pid), '']) {
      rmSync(join(map, 'dist'), { recursive: true, force: true });
      schrijf(SLOT, inhoud);
      const { code, stdout, stderr } = voerUit('klok');
      assert.equal(code, 0, stderr);
      assert.equal(stdout, 'dit is klok\n');
      assert.deepEqual(
        readdirSync(join(map, 'node_modules')).filter((naam) => naam.includes('slot')),
        [],
      );
    }
  });

  it('wacht op een levende bootstrap, en zegt op welke', async () => {
    const ander = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1000)']);
    const weg = new Promise((klaar) => ander.once('exit', klaar));
    schrijf(SLOT, String(ander.pid));
    const kind = spawn(process.execPath, ['infra/local/bootstrap.mjs', 'klok'], { cwd: map });
    let uit = '';
    for (const stroom of [kind.stdout, kind.stderr]) stroom.on('data', (d: Buffer) => (uit += d.toString()));
    const code = await new Promise((klaar) => kind.once('close', klaar));
    await weg;
    assert.equal(code, 0, uit);
    assert.equal(uit.match(/Wacht op proces/g)?.length, 1);
    assert.match(uit, new RegExp(`Wacht op proces ${ander.pid},[^]*dit is klok`));
  });

  it('kent alleen de eigen opdrachten, en noemt die', () => {
    for (const commando of ['build', 'bestaat-niet', 'toString']) {
      const { code, stderr } = voerUit(commando);
      assert.equal(code, 2);
      assert.match(stderr, /er is: klok, test\n/);
    }
    assert.ok(!existsSync(join(map, 'dist')));
  });

  it('mislukt op een typefout; npm test eindigt ook dan met de telling', () => {
    assert.equal(voerUit('klok', { TYPEFOUT: 'ja' }).code, 1);
    const { code, stdout } = voerUit('test', { TYPEFOUT: 'ja' });
    assert.equal(code, 1);
    assert.equal(stdout, '0 passed, 1 failed\n');
  });
});
