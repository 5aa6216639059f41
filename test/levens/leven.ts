import assert from 'node:assert/strict';
import {
  Api,
  maakJongereVan18Op,
  meldAan,
  motorVan,
  testStack,
  type Motor,
  type ProcesLichaam,
} from '#test-kit';
import { plusDagen, type Datum } from '#kalender';

/** A line of *te doen* as the API shows it. */
export interface TeDoen {
  soort: 'taak' | 'brief' | 'herinner' | 'start' | 'meld';
  naam: string;
  titel: string;
  voor: string;
  op: string;
  herinnering?: string;
}

/** A line of the timeline. */
export interface Gebeurtenis {
  soort: string;
  naam: string;
  op: string;
  revisie: number;
  volgnr: number;
  door: { rol: string; id: string };
  namens?: string;
}

/** A day of the preview. */
export interface Dag {
  op: string;
  toestand: string;
  zinnen: string[];
}

/** The people and the clock of one life. */
export interface Toneel {
  ambtenaar: Api;
  school: Api;
  motor: Motor;
  teDoen(proces: string): Promise<TeDoen[]>;
  tijdlijn(proces: string): Promise<Gebeurtenis[]>;
  vooruitblik(proces: string): Promise<Dag[]>;
  proces(id: string): Promise<ProcesLichaam>;
  /** What each term of this type is called. */
  titels(procestype: string): Promise<Map<string, string>>;
  /** A youth who has his 18th birthday on this day. */
  jongereVan18Op(dag: Datum): Promise<string>;
}

/** Opens the stage on the stack of this spec. Call `motor.sluit()` after. */
export async function toneel(): Promise<Toneel> {
  const stack = testStack();
  const ambtenaar = new Api(stack.apiUrl, await meldAan(stack, 'leerplichtambtenaar'));
  const school = new Api(stack.apiUrl, await meldAan(stack, 'school'));
  const lees = <T>(pad: string): Promise<T> => ambtenaar.lees<T>(pad);
  return {
    ambtenaar,
    school,
    motor: await motorVan(stack),
    teDoen: async (proces) =>
      (await lees<{ teDoen: TeDoen[] }>(`/te-doen?procesId=${proces}&limiet=100`)).teDoen,
    tijdlijn: async (proces) =>
      (await lees<{ gebeurtenissen: Gebeurtenis[] }>(`/processen/${proces}/gebeurtenissen`)).gebeurtenissen,
    vooruitblik: async (proces) => (await lees<{ dagen: Dag[] }>(`/processen/${proces}/vooruitblik`)).dagen,
    async titels(procestype) {
      const { termijnen } = await lees<{ termijnen: { naam: string; titel: string }[] }>(
        `/procestypen/${procestype}`,
      );
      return new Map(termijnen.map((x) => [x.naam, x.titel]));
    },
    proces: (id) => lees<ProcesLichaam>(`/processen/${id}`),
    jongereVan18Op: (dag) => maakJongereVan18Op(ambtenaar, dag),
  };
}

/** The first day from `vanaf` with this weekday, 1 (Monday) to 7. */
export function eerstvolgende(vanaf: Datum, isDag: (d: Datum) => boolean): Datum {
  let dag = vanaf;
  while (!isDag(dag)) dag = plusDagen(dag, 1);
  return dag;
}

/** The reminders about one term, as 'JJJJ-MM-DD soort'. */
export const herinneringen = (rijen: TeDoen[], termijn: string): string[] =>
  rijen.filter((r) => r.soort === 'herinner' && r.naam === termijn).map((r) => `${r.op} ${r.herinnering}`);

/** Of one term its date; fails when it does not run. */
export function datumVan(p: ProcesLichaam, termijn: string): Datum {
  const gevonden = p.termijnen.find((t) => t.naam === termijn);
  assert.ok(gevonden, `${termijn} loopt niet; wel: ${p.termijnen.map((t) => t.naam).join(', ')}`);
  return gevonden.datum as Datum;
}

/** What came by itself on each day since the preview was taken, in the words of the preview. */
export function watKwam(rijen: TeDoen[], na: string, titels: Map<string, string>): Map<string, string[]> {
  const dagen = new Map<string, string[]>();
  for (const r of rijen) {
    if (r.op <= na) continue;
    dagen.set(r.op, [...(dagen.get(r.op) ?? []), zin(r, titels)].sort());
  }
  return dagen;
}

function zin(r: TeDoen, titels: Map<string, string>): string {
  switch (r.soort) {
    case 'herinner':
      return `Herinnering aan de ${r.voor} over "${titels.get(r.naam)}".`;
    case 'taak':
      return `Taak voor de ${r.voor}: ${r.titel}`;
    case 'brief':
      return `Brief aan ${r.voor}: ${r.titel}`;
    default:
      return r.titel;
  }
}
