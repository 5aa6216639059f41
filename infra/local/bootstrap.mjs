/*
 * The beginning of every `npm run` command, without dependencies: checks Node, installs and compiles what is needed, and
 * then runs dist/infra/local/<commando>.js with the other arguments in process.argv.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const wortel = fileURLToPath(new URL('../../', import.meta.url));
const BRONMAPPEN = ['apps', 'libs', 'workflows', 'activities', 'infra/local', 'test'];
const AFGELEID = join(wortel, 'dist');
const installatieMerk = join(wortel, 'node_modules', '.leerlijn-installatie');
const bouwMerk = join(AFGELEID, '.leerlijn-bouw');
const slot = join(wortel, 'node_modules', '.leerlijn-bouw.slot');

function eisNode() {
  const [groot, klein] = process.versions.node.split('.').map(Number);
  if ((groot === 20 && klein >= 19) || (groot === 22 && klein >= 12) || groot > 22) return;
  process.stderr.write(
    `Leerlijn heeft Node 20 (vanaf 20.19) of Node 22.12 en nieuwer nodig; dit is ${process.versions.node}. Zie https://nodejs.org.\n` +
      `Leerlijn needs Node 20 (20.19 or later) or Node 22.12 and later; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

const lees = (bestand) => (existsSync(bestand) ? readFileSync(bestand, 'utf8') : '');
const hash = (tekst) => createHash('sha256').update(tekst).digest('hex');

function* bestanden(map) {
  if (!existsSync(map)) return;
  for (const item of readdirSync(map, { withFileTypes: true })) {
    const pad = join(map, item.name);
    if (item.isDirectory()) yield* bestanden(pad);
    else yield pad;
  }
}

function installatieNodig() {
  return lees(installatieMerk) !== hash(lees(join(wortel, 'package-lock.json')));
}

/** Changes when a source is added, removed or gets another size or modification time. */
function staatVanBronnen() {
  const bronnen = BRONMAPPEN.flatMap((map) => [...bestanden(join(wortel, map))]).filter((pad) =>
    /\.(ts|json)$/.test(pad),
  );
  return hash(
    [...bronnen, join(wortel, 'tsconfig.json'), installatieMerk]
      .map((pad) => {
        const { size, mtimeMs } = statSync(pad);
        return `${pad.slice(wortel.length)} ${size} ${mtimeMs}`;
      })
      .join('\n'),
  );
}

function draai(bestand, args, wat) {
  const begin = performance.now();
  process.stderr.write(`${wat}...\n`);
  const { status, error } = spawnSync(bestand, args, { cwd: wortel, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    process.stderr.write(`${wat} is mislukt${error ? ` (${error.message})` : ''}.\n`);
    return false;
  }
  process.stderr.write(
    `${wat} duurde ${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s.\n`,
  );
  return true;
}

function installeer() {
  if (
    !draai('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], 'Afhankelijkheden installeren')
  )
    return false;
  writeFileSync(installatieMerk, hash(lees(join(wortel, 'package-lock.json'))));
  return true;
}

/** Removes output whose source is gone: a test that was deleted would otherwise keep running. */
function ruimOp() {
  for (const map of BRONMAPPEN) {
    for (const kaart of bestanden(join(AFGELEID, map))) {
      if (!kaart.endsWith('.js.map')) continue;
      const bron = join(wortel, kaart.slice(AFGELEID.length + 1).replace(/\.js\.map$/, '.ts'));
      if (existsSync(bron)) continue;
      rmSync(kaart);
      rmSync(kaart.slice(0, -'.map'.length), { force: true });
    }
  }
}

function bouw() {
  // Without the mark nobody knows what is in dist: then everything anew.
  if (!existsSync(bouwMerk)) rmSync(AFGELEID, { recursive: true, force: true });
  rmSync(bouwMerk, { force: true });
  const bronnen = staatVanBronnen();
  ruimOp();
  const gelukt = draai(
    process.execPath,
    [join(wortel, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'],
    'Compileren',
  );
  mkdirSync(AFGELEID, { recursive: true });
  writeFileSync(bouwMerk, gelukt ? bronnen : 'mislukt');
  return gelukt;
}

/** Whether the holder of the lock is still busy: its process runs, and the lock is younger than the machine's boot. */
function isBezig(houder) {
  if (!(houder > 0)) return false;
  if ((statSync(slot, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(houder, 0);
    return true;
  } catch (fout) {
    return fout.code === 'EPERM';
  }
}

/** Removes the lock of a dead holder, and puts it back when another has just taken it anew. */
function ruimSlotOp(inhoud) {
  const oud = `${slot}.oud.${process.pid}`;
  try {
    renameSync(slot, oud);
    if (lees(oud) !== inhoud) linkSync(oud, slot);
  } catch (fout) {
    // Another was first; anything else is a mistake that would let us wait for ever.
    if (fout.code !== 'ENOENT' && fout.code !== 'EEXIST') throw fout;
  } finally {
    rmSync(oud, { force: true });
  }
}

/** Runs `werk` while no other bootstrap installs or compiles in this checkout. */
async function metSlot(werk) {
  const eigen = `${slot}.${process.pid}`;
  mkdirSync(join(wortel, 'node_modules'), { recursive: true });
  writeFileSync(eigen, String(process.pid));
  let gemeld = false;
  for (;;) {
    try {
      // Making a hard link is atomic: of two at once one succeeds.
      linkSync(eigen, slot);
      break;
    } catch (fout) {
      if (fout.code !== 'EEXIST') throw fout;
    }
    const inhoud = lees(slot);
    if (!existsSync(slot)) continue;
    if (!isBezig(Number(inhoud))) {
      ruimSlotOp(inhoud);
      continue;
    }
    if (!gemeld) process.stderr.write(`Wacht op proces ${inhoud}, dat al installeert of compileert.\n`);
    gemeld = true;
    await new Promise((klaar) => setTimeout(klaar, 200));
  }
  try {
    return werk();
  } finally {
    rmSync(slot, { force: true });
    rmSync(eigen, { force: true });
  }
}

async function maakKlaar() {
  if (!installatieNodig() && lees(bouwMerk) === staatVanBronnen()) return true;
  return metSlot(() => {
    if (installatieNodig() && !installeer()) return false;
    return lees(bouwMerk) === staatVanBronnen() || bouw();
  });
}

/** The scripts of package.json that come here; the others (build, lint, format) are no commands of ours. */
function commandos() {
  const { scripts } = JSON.parse(lees(join(wortel, 'package.json')));
  return Object.keys(scripts).filter((naam) => scripts[naam].endsWith(`bootstrap.mjs ${naam}`));
}

async function hoofd() {
  eisNode();
  const [commando, ...args] = process.argv.slice(2);
  const namen = commandos();
  if (!namen.includes(commando)) {
    process.stderr.write(`Gebruik: npm run <commando>; er is: ${namen.join(', ')}\n`);
    process.exit(2);
  }
  process.chdir(wortel);
  const programma = join(AFGELEID, 'infra', 'local', `${commando.replaceAll(':', '-')}.js`);
  if (commando === 'stop' || commando === 'reset') {
    // Stopping must always be possible: without a state folder nothing ran, and otherwise the last built version is good enough.
    const staat = process.env.LEERLIJN_STAAT || '.leerlijn';
    if (!existsSync(staat)) {
      process.stdout.write(`Er is niets te stoppen of te wissen: ${staat} bestaat niet.\n`);
      return;
    }
    if (!existsSync(programma)) await maakKlaar();
  } else if (!(await maakKlaar())) {
    // Also then the last line says how the tests went.
    if (commando === 'test') process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  }
  if (!existsSync(programma)) {
    process.stderr.write(`npm run ${commando} is hier nog niet gebouwd (${programma} ontbreekt).\n`);
    process.exit(1);
  }
  process.argv.splice(1, process.argv.length, programma, ...args);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(programma).href);
}

await hoofd();
