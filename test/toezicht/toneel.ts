import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before } from 'node:test';
import pg from 'pg';
import { plusDagen, type Datum } from '#kalender';
import {
  Api,
  maakJongere,
  meldAan,
  motorVan,
  startBreekbareStack,
  wachtTot,
  zetFoutpunten,
  type BreekbareStack,
  type Motor,
} from '#test-kit';
import { BASISSCHOOL_HENGELO, SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';

/** What is stuck, as far as the stories look at it. */
export interface Item {
  soort: string;
  oorzaak: string;
  sinds: string;
  moment: string | null;
  reden: string;
  proces: { id: string; procestype: string; gemeente: string; toestand: string; behandelaar: string | null };
  wie: { partij: string; naam: string; id: string | null };
  kan: { actie: string; titel: string }[];
  hulp: string;
}
export interface Vastgelopen {
  items: Item[];
  aantallen: { soort: string; aantal: number; meer: boolean }[];
  totaal: number;
  afgeschermd: number;
  motor: { worker: string; temporal: string; database: string; storingen: { soort: string }[] };
  volgende: string | null;
}

/** What the stories share: one stack to break, the people who look, the engine, and the database as its owner. */
export interface Toneel {
  stack: BreekbareStack;
  motor: Motor;
  eigenaar: pg.Pool;
  ambtenaar: Api;
  teamleider: Api;
  beheerder: Api;
  /** Points of failure from now on. */
  foutpunten: (...regels: string[]) => void;
  /** Opens an exemption for a new youth at a school with a contact person, or (`vanNiemand`) at one without. */
  vrijstelling: (opties?: { vanNiemand?: boolean }) => Promise<string>;
}

/** Within this time everything is seen (issue: 60 seconds), and gone again. */
export const BINNEN_MS = 60_000;

let toneel: Toneel | undefined;
export function opToneel(): Toneel {
  if (!toneel) throw new Error('Het toneel staat er nog niet.');
  return toneel;
}

/** Builds the stage before the first story of the file and breaks it down after its last. */
export function bouwToneel(): void {
  before(async () => {
    const stack = await startBreekbareStack();
    const { beschrijving } = stack;
    const als = async (rol: 'leerplichtambtenaar' | 'teamleider' | 'beheerder'): Promise<Api> =>
      new Api(beschrijving.apiUrl, await meldAan(beschrijving, rol));
    const ambtenaar = await als('leerplichtambtenaar');
    const motor = await motorVan(beschrijving);
    const eigenaar = new pg.Pool({ connectionString: beschrijving.databaseUrl, max: 3 });
    eigenaar.on('error', () => undefined);
    toneel = {
      stack,
      motor,
      eigenaar,
      ambtenaar,
      teamleider: await als('teamleider'),
      beheerder: await als('beheerder'),
      foutpunten: (...regels) => zetFoutpunten(beschrijving, ...regels),
      async vrijstelling({ vanNiemand = false } = {}) {
        const brin = vanNiemand ? BASISSCHOOL_HENGELO : SCHOOL_HENGELO;
        const jongereId = await maakJongere(ambtenaar, '2013-05-06', { brin });
        const gegevens = { grond: 'art5onderA', kennisgevingOp: await motor.vandaag() };
        return (await ambtenaar.open('vrijstelling', jongereId, gegevens, randomUUID())).id;
      },
    };
  });

  after(async () => {
    await toneel?.motor.sluit();
    await toneel?.eigenaar.end();
    await toneel?.stack.stop();
  });
}

/** The whole list as this person sees it, page by page. */
export async function leesAlles(api: Api, vraag = ''): Promise<Vastgelopen> {
  const eerste = await api.lees<Vastgelopen>(`/toezicht/vastgelopen?limiet=100${vraag}`);
  for (let cursor = eerste.volgende; cursor !== null;) {
    const meer = await api.lees<Vastgelopen>(`/toezicht/vastgelopen?limiet=100${vraag}&cursor=${cursor}`);
    eerste.items.push(...meer.items);
    cursor = meer.volgende;
  }
  return eerste;
}

/** Waits until this process is seen as stuck in this way, and gives it. */
export const zieVast = (soort: string, id: string, api = opToneel().teamleider): Promise<Item> =>
  wachtTot(
    `${soort} is te zien`,
    async () => (await leesAlles(api, `&soort=${soort}`)).items.find((i) => i.proces.id === id),
    BINNEN_MS,
    250,
  );

/** Waits until this process is no longer seen so. */
export const zieWeg = async (soort: string, id: string, api = opToneel().teamleider): Promise<void> =>
  void (await wachtTot(
    `${soort} is weg`,
    async () => (await leesAlles(api, `&soort=${soort}`)).items.every((i) => i.proces.id !== id),
    BINNEN_MS,
    250,
  ));

/** Moves the Klok so many days ahead, with everything that falls due on the way. */
export async function dagenVerder(dagen: number): Promise<Datum> {
  const { motor } = opToneel();
  const dag = plusDagen(await motor.vandaag(), dagen);
  await motor.klokNaar(dag);
  return dag;
}

/** One sentence in the words of an officer: begins with a capital, has no full stop and no technical word. */
export function isGewoneZin(zin: string): void {
  assert.match(zin, /^[A-Z].{15,220}[^.]$/);
  assert.doesNotMatch(zin, /workflow|activity|task|null|undefined|exception|revisie|snapshot/i);
}
