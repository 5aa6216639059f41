import pg from 'pg';
import { HENGELO } from '../../infra/local/demo-gebruikers.js';
import { databaseUrl as eigenUrl, postgresAntwoordt } from '../../infra/local/postgres.js';
import type { Voortgang } from '../../infra/local/stappen.js';
import type { TestStack } from '../../infra/local/test-stack.js';
import { wachtTot } from '../../infra/local/wachten.js';
import { belast } from './belast.js';
import { meetDecide } from './decide.js';
import type { Doel } from './doel.js';
import { databaseBytes, meetKosten, type StapKosten } from './kosten.js';
import { maakOnze, type Onze } from './onze.js';
import { maakTeller } from './telling.js';
import { leef, vergelijk, type Plan, type Reeks } from './vergelijk.js';
import { startVloeren } from './vloer/vloer.js';
import { meetLijsten } from './lijsten.js';
import type { LijstMeting } from './werklijst.js';

/** How much is measured. */
export interface Omvang {
  /** Seconds that each target runs beforehand: the compiler of Node needs some hundreds of processes. */
  warmSeconden: number;
  plan: Plan;
  /** Processes that are taken step by step for the costs of one action. */
  kosten: number;
  /** Whole lives after which the growth of the databases is taken; 0 leaves that out. */
  groei: number;
  /** Rows in the table at which the work list is read. */
  lijsten: readonly number[];
  lijstSeconden: number;
  /** Whether the 2,000 open processes of the list really run, or are rows only. */
  echteProcessen: boolean;
}

export const LANG: Omvang = {
  warmSeconden: 15,
  plan: {
    rondes: 3,
    seconden: 6,
    opwarmen: 1,
    fasen: ['start', 'leven'],
    tegelijk: [1, 8, 32],
    geduldSeconden: 0,
  },
  kosten: 20,
  groei: 400,
  lijsten: [20_000, 100_000],
  lijstSeconden: 6,
  echteProcessen: true,
};

export const KORT: Omvang = {
  warmSeconden: 4,
  plan: { rondes: 1, seconden: 4, opwarmen: 1, fasen: ['leven'], tegelijk: [8], geduldSeconden: 0 },
  kosten: 8,
  groei: 0,
  lijsten: [20_000],
  lijstSeconden: 3,
  echteProcessen: false,
};

/** Everything that was measured in one run on one stack. */
export interface Uitkomsten {
  reeksen: Reeks[];
  kosten: StapKosten[];
  kostenVloer: StapKosten[];
  /** Bytes per life in our database, Temporal's and its visibility. */
  groei: Record<string, number> | undefined;
  lijsten: LijstMeting[];
  decidePerSeconde: number;
  postgres: string;
}

/** Measures all of it. The stack stays up; `stack` must be new, with the guard that restarts what stops. */
export async function meetAlles(
  stack: TestStack,
  omvang: Omvang,
  { stap, zeg }: Voortgang,
): Promise<Uitkomsten> {
  const { plan } = omvang;
  const { config, beschrijving } = stack;
  const beheer = eigenUrl({ staat: config.staat, poort: config.postgresPort }, 'postgres', 'postgres');
  const teller = await stap('pg_stat_statements', () => maakTeller(beheer, () => herstart(stack, beheer)));
  const pid = (naam: 'temporal' | 'postgres' | 'api' | 'worker'): number => stack.pid(naam)!;
  const motor = { temporal: pid('temporal'), postgres: pid('postgres') };
  const onze = await maakOnze(beschrijving, {
    jongeren: 60_000,
    pids: { ...motor, api: pid('api'), worker: pid('worker') },
  });
  const vloeren = await stap('worker van de vloer', () => startVloeren(beschrijving, motor));
  const doelen = [vloeren.a, vloeren.b, onze];
  await stap('opwarmen', () => warmOp(doelen, omvang.warmSeconden));
  const reeksen = await vergelijk(doelen, plan, zeg);

  const omgeving = { client: vloeren.client, teller, databaseUrl: stack.databaseUrl, gemeente: HENGELO };
  const kosten = await stap('wat een actie kost', () =>
    meetKosten(onze, omvang.kosten, 'vrijstelling', omgeving),
  );
  const kostenVloer = await stap('wat vloer B kost', () =>
    meetKosten(vloeren.b, omvang.kosten, 'vloerB', omgeving),
  );
  const groei =
    omvang.groei === 0 ? undefined : await stap('groei', () => meetGroei(stack, onze, omvang.groei));
  const lijsten = await meetLijsten(stack, omvang, { stap, zeg });
  await vloeren.stop();
  await teller?.sluit();
  return {
    reeksen,
    kosten,
    kostenVloer,
    groei,
    lijsten,
    decidePerSeconde: meetDecide(omvang.lijstSeconden / 2),
    postgres: await versie(beheer),
  };
}

async function warmOp(doelen: readonly Doel[], warmSeconden: number): Promise<void> {
  for (const doel of doelen) {
    const { fouten, eersteFout } = await belast({
      tegelijk: 8,
      seconden: warmSeconden,
      opwarmen: 0,
      pids: {},
      doe: (klok) => leef(doel, 'leven', klok),
    });
    if (fouten > 0) throw new Error(`${doel.naam} werkt niet: ${eersteFout}`);
  }
}

/** PostgreSQL starts anew by its guard; the others find it again by themselves. */
async function herstart(stack: TestStack, url: string): Promise<void> {
  const oud = stack.pid('postgres')!;
  process.kill(oud, 'SIGINT');
  const terug = await wachtTot(
    async () => stack.pid('postgres') !== oud && (await postgresAntwoordt(url)),
    60_000,
  );
  if (!terug) throw new Error('PostgreSQL kwam niet terug');
}

async function meetGroei(stack: TestStack, onze: Onze, levens: number): Promise<Record<string, number>> {
  const { staat, postgresPort } = stack.config;
  const namen = ['leerlijn', 'temporal', 'temporal_visibility'];
  const meet = (naam: string): Promise<number> =>
    databaseBytes(eigenUrl({ staat, poort: postgresPort }, naam, 'postgres'));
  const voor = await Promise.all(namen.map(meet));
  const beurten = Array.from({ length: 8 }, async () => {
    for (let i = 0; i < levens / 8; i += 1) await leef(onze, 'leven', (_, werk) => werk());
  });
  await Promise.all(beurten);
  const na = await Promise.all(namen.map(meet));
  return Object.fromEntries(namen.map((naam, i) => [naam, (na[i]! - voor[i]!) / levens]));
}

async function versie(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return rows[0]!.server_version;
}
