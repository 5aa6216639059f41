import { randomUUID } from 'node:crypto';
import { setTimeout as slaap } from 'node:timers/promises';
import {
  beginVan,
  eersteWerkdagVanaf,
  gelijkgesteldeDagen,
  plusDagen,
  vandaagOp,
  type Datum,
} from '#kalender';
import { leesVoorsprong, zetKlokOp } from '#klok';
import { maakEigenaarPool } from '#read-model';
import { mailVanaf } from '../../activities/mail/venster.js';
import { HENGELO, SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';
import type { Voortgang } from '../../infra/local/stappen.js';
import type { TestStack } from '../../infra/local/test-stack.js';
import { meldAan } from '../../libs/test-kit/stack.js';
import { belast, type Meting } from './belast.js';
import { cpuStand, cpuVerschil } from './cpu.js';
import { Verbinding } from './http.js';
import { alsEigenaar, jongereId, maakJongeren } from './jongeren.js';
import { maakOnze, type Onze } from './onze.js';
import { leef } from './vergelijk.js';
import { VLOER_TAAKRIJ } from './vloer/rij.js';
import { startVloeren, type Vloeren } from './vloer/vloer.js';

/** What one morning gave. */
export interface Ochtend {
  aantal: number;
  /** From midnight until the last row stood, in seconds. */
  seconden: number;
  /** CPU milliseconds per timer, by process. */
  cpuPerStuk: Record<string, number>;
  /** Rows beyond one for each. */
  dubbel: number;
}

/** Ten thousand timers that fire on one midnight: bare ones with one row each, and ours with their reminder. */
export interface OchtendMeting {
  kaal: Ochtend;
  onze: Ochtend;
  /** The same reminders from 8:00 on, each as a mail of its own that the mail server has taken. */
  post: Ochtend;
  /** Actions on other processes by one caller, before midnight and while the reminders come. */
  stil: Meting;
  druk: Meting;
}

const TEGELIJK = 16;
/** Seconds between the last opening and midnight: the quiet measurement of actions falls in it. */
const RUST_S = 45;
const STILLE_METING_S = 25;
/** A careful guess of how many processes are opened in a second. */
const OPENEN_PER_S = 45;

/** Measures both on one stack with a Klok that can be moved. `aantal` timers each. */
export async function meetOchtend(
  stack: TestStack,
  aantal: number,
  { stap, zeg }: Voortgang,
): Promise<OchtendMeting> {
  const { beschrijving } = stack;
  const pid = (naam: 'temporal' | 'postgres' | 'api' | 'worker'): number => stack.pid(naam)!;
  const motor = { temporal: pid('temporal'), postgres: pid('postgres') };
  const vloeren = await startVloeren(beschrijving, motor);
  const kaal = await stap('kale timers', () => meetKaal(stack, vloeren, aantal));
  await vloeren.stop();
  zeg(`kaal: ${aantal} in ${kaal.seconden.toFixed(1)} s`);

  const pids = { ...motor, api: pid('api'), worker: pid('worker') };
  const onze = await maakOnze(beschrijving, { jongeren: 20_000, vanaf: aantal + 1, pids });
  await stap('opwarmen', () => acties(onze, 10));
  return { kaal, ...(await stap('herinneringen', () => meetOnze(stack, onze, aantal, zeg))) };
}

const acties = (onze: Onze, seconden: number): Promise<Meting> =>
  belast({ tegelijk: 1, seconden, opwarmen: 1, pids: {}, doe: (klok) => leef(onze, 'leven', klok) });

async function meetKaal(
  stack: TestStack,
  { client, maakSleutel, b: { pids } }: Vloeren,
  aantal: number,
): Promise<Ochtend> {
  const op = Date.now() + (aantal / 60 + 20) * 1000;
  await elk(aantal, async () => {
    const id = randomUUID();
    await maakSleutel(id);
    await client.workflow.start('vloerTimer', {
      workflowId: `vloerTimer-${id}`,
      taskQueue: VLOER_TAAKRIJ,
      args: [id, op],
    });
  });
  return wachtOpRijen(
    stack,
    op,
    aantal,
    pids,
    'select count(*)::int as n from meting.vloer where revisie = 1',
  );
}

async function meetOnze(
  stack: TestStack,
  onze: Onze,
  aantal: number,
  zeg: Voortgang['zeg'],
): Promise<Omit<OchtendMeting, 'kaal'>> {
  const { beschrijving } = stack;
  await maakJongeren(stack.databaseUrl, HENGELO, SCHOOL_HENGELO, 1, aantal);
  const eigenaar = maakEigenaarPool(stack.databaseUrl, 1);
  const avond = avondVoorWerkdag(vandaagOp(Date.now()));
  const ochtend = plusDagen(avond, 1);
  const aanloopMs = Math.ceil((aantal / OPENEN_PER_S + RUST_S + 20) * 1000);
  await zetKlokOp(eigenaar, beginVan(ochtend) - aanloopMs);
  const voorsprong = await leesVoorsprong(eigenaar);
  await eigenaar.end();
  const { token: teamleider } = await meldAan(beschrijving, 'teamleider');
  await kortUitnodigen(beschrijving.apiUrl, teamleider);
  const { token } = await meldAan(beschrijving, 'leerplichtambtenaar');
  const verbinding = new Verbinding(beschrijving.apiUrl, token);
  let n = 0;
  await elk(aantal, async () => {
    const vraag = {
      procestype: 'spreekuur',
      jongereId: jongereId(HENGELO, (n += 1)),
      gegevens: { aangemeldOp: avond, urenGemeld: 6 },
    };
    await verbinding.vraag('POST', '/processen', randomUUID(), vraag);
  });
  verbinding.sluit();
  const over = (): number => beginVan(ochtend) - (Date.now() + voorsprong);
  zeg(`${aantal} geopend, ${(over() / 1000).toFixed(0)} s voor middernacht`);
  if (over() < STILLE_METING_S * 1000)
    throw new Error('Het openen duurde te lang: het is al bijna middernacht.');
  const stil = await acties(onze, Math.min(over() / 1000 - 5, STILLE_METING_S));
  const middernacht = Date.now() + over();
  await slaap(over());
  const meting = wachtOpRijen(
    stack,
    middernacht,
    aantal,
    onze.pids,
    `select count(*)::int as n from app.te_doen where soort = 'herinner' and op = '${ochtend}'`,
  );
  const druk = acties(onze, Math.max(5, aantal / 120));
  const uit = { onze: await meting, stil, druk: await druk };
  return { ...uit, post: await meetPost(stack, onze, aantal, ochtend) };
}

/** Everybody asks for every reminder at once, and it becomes eight o'clock. */
async function meetPost(stack: TestStack, onze: Onze, aantal: number, ochtend: Datum): Promise<Ochtend> {
  await alsEigenaar(stack.databaseUrl, [HENGELO], (db) =>
    db.query(
      `insert into app.meldvoorkeur select distinct gemeente_code, id, 'los', now() from app.medewerker where gemeente_code = $1
       on conflict (gemeente_code, medewerker_id) do update set vorm = 'los'`,
      [HENGELO],
    ),
  );
  const eigenaar = maakEigenaarPool(stack.databaseUrl, 1);
  await zetKlokOp(eigenaar, mailVanaf(ochtend) + 1_000);
  await eigenaar.end();
  return wachtOpRijen(
    stack,
    Date.now(),
    aantal,
    onze.pids,
    `select count(*)::int as n from app.mail where soort = 'herinnering' and staat = 'verzonden'`,
  );
}

/** An evening before two working days in a row, from `vanaf` on. */
function avondVoorWerkdag(vanaf: Datum): Datum {
  const k = { versie: '1', gelijkgesteld: gelijkgesteldeDagen };
  for (let d = plusDagen(vanaf, 1); ; d = plusDagen(d, 1)) {
    const dagen = [0, 1, 2, 3].map((i) => plusDagen(d, i));
    if (dagen.every((x) => eersteWerkdagVanaf(x, k) === x)) return d;
  }
}

/** With three working days to invite, the reminder of two days before falls on the day after the opening. */
async function kortUitnodigen(apiUrl: string, token: string): Promise<void> {
  const pad = `${apiUrl}/api/v1/instellingen/spreekuurUitnodigen?gemeente=${HENGELO}`;
  const authorization = `Bearer ${token}`;
  const nu = await fetch(pad, { headers: { authorization } });
  const antwoord = await fetch(pad, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json', 'if-match': nu.headers.get('etag') ?? '' },
    body: JSON.stringify({ waarde: { werkdagen: 3 } }),
  });
  if (!antwoord.ok)
    throw new Error(`De instelling werd niet bewaard: ${antwoord.status} ${await antwoord.text()}`);
}

/** Counts until all rows are there, and on for a while: a second one would come late. */
async function wachtOpRijen(
  stack: TestStack,
  vanaf: number,
  aantal: number,
  pids: Readonly<Record<string, number>>,
  vraag: string,
): Promise<Ochtend> {
  const tel = (): Promise<number> =>
    alsEigenaar(
      stack.databaseUrl,
      [HENGELO],
      async (db) => (await db.query<{ n: number }>(vraag)).rows[0]!.n,
    );
  await slaap(Math.max(0, vanaf - Date.now()));
  const voor = cpuStand(pids);
  const eind = Date.now() + 30 * 60_000;
  while ((await tel()) < aantal) {
    if (Date.now() > eind) throw new Error(`Na een half uur zijn er ${await tel()} van ${aantal}.`);
    await slaap(250);
  }
  const seconden = (Date.now() - vanaf) / 1000;
  const { ms } = cpuVerschil(voor, cpuStand(pids));
  await slaap(5_000);
  return {
    aantal,
    seconden,
    cpuPerStuk: Object.fromEntries(Object.entries(ms).map(([naam, x]) => [naam, x / aantal])),
    dubbel: (await tel()) - aantal,
  };
}

async function elk(aantal: number, werk: () => Promise<void>): Promise<void> {
  let over = aantal;
  const baan = async (): Promise<void> => {
    while (over-- > 0) await werk();
  };
  await Promise.all(Array.from({ length: TEGELIJK }, baan));
}
