/*
 * Het begin van ieder `npm run`-commando, zonder afhankelijkheden: controleert Node, installeert en compileert wat nodig
 * is, en voert dan dist/infra/local/<commando>.js uit met de overige argumenten in process.argv.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
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

/** Verandert als een bron erbij komt, weggaat of een andere inhoudsgrootte of wijzigingstijd krijgt. */
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

/** Haalt uitvoer weg waarvan de bron er niet meer is: een verdwenen test zou anders blijven draaien. */
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
  // Zonder merk is onbekend wat er in dist staat: dan alles opnieuw.
  if (!existsSync(bouwMerk)) rmSync(AFGELEID, { recursive: true, force: true });
  rmSync(bouwMerk, { force: true });
  const bronnen = staatVanBronnen();
  ruimOp();
  const gelukt = draai(
    process.execPath,
    [join(wortel, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'],
    'Compileren',
  );
  writeFileSync(bouwMerk, gelukt ? bronnen : 'mislukt');
  return gelukt;
}

/** Of de houder van het slot nog bezig is: zijn proces loopt, en het slot is van na het opstarten van de machine. */
function isBezig(houder) {
  if ((statSync(slot, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(houder, 0);
    return true;
  } catch (fout) {
    return fout.code === 'EPERM';
  }
}

/** Haalt het slot van een gestorven houder weg, en zet het terug als een ander het net nieuw nam. */
function ruimSlotOp(houder) {
  const oud = `${slot}.oud.${process.pid}`;
  try {
    renameSync(slot, oud);
    if (Number(lees(oud)) !== houder) linkSync(oud, slot);
  } catch {
    // Een ander was ons voor.
  }
  rmSync(oud, { force: true });
}

/** Voert `werk` uit terwijl geen andere bootstrap in deze checkout installeert of compileert. */
async function metSlot(werk) {
  const eigen = `${slot}.${process.pid}`;
  mkdirSync(join(wortel, 'node_modules'), { recursive: true });
  writeFileSync(eigen, String(process.pid));
  let gemeld = false;
  for (;;) {
    try {
      // Een harde koppeling maken is ondeelbaar: van twee tegelijk lukt er een.
      linkSync(eigen, slot);
      break;
    } catch (fout) {
      if (fout.code !== 'EEXIST') throw fout;
    }
    const houder = Number(lees(slot));
    if (houder > 0 && !isBezig(houder)) ruimSlotOp(houder);
    else if (!gemeld) process.stderr.write(`Wacht op proces ${houder}, dat al installeert of compileert.\n`);
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

async function hoofd() {
  eisNode();
  const [commando, ...args] = process.argv.slice(2);
  const namen = Object.keys(JSON.parse(lees(join(wortel, 'package.json'))).scripts);
  if (!namen.includes(commando)) {
    process.stderr.write(`Gebruik: npm run <commando>; er is: ${namen.join(', ')}\n`);
    process.exit(2);
  }
  process.chdir(wortel);
  const programma = join(AFGELEID, 'infra', 'local', `${commando.replaceAll(':', '-')}.js`);
  if (commando === 'stop' || commando === 'reset') {
    // Stoppen moet altijd kunnen: zonder staatmap liep er niets, en anders is de laatst gebouwde versie goed genoeg.
    const staat = process.env.LEERLIJN_STAAT || '.leerlijn';
    if (!existsSync(staat)) {
      process.stdout.write(`Er is niets te stoppen of te wissen: ${staat} bestaat niet.\n`);
      return;
    }
    if (!existsSync(programma)) await maakKlaar();
  } else if (!(await maakKlaar())) {
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
