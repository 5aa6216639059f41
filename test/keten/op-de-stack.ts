import type { Datum } from '#kalender';
import type { Gegevens } from '#process';
import {
  Api,
  demo,
  maakJongereVan18Op,
  meldAan,
  motorVan,
  testStack,
  wachtTot,
  type Motor,
  type ProcesLichaam,
  type TestStackBeschrijving,
} from '#test-kit';
import type { Rol, Speler, Stand } from './speler.js';

interface Dossier {
  processen: ProcesLichaam[];
  koppelingen: { soort: string; van: { procestype: string }; naar: { procestype: string } }[];
  tijdlijn: { procestype: string; naam: string; op: string; door: { rol: string; id: string } }[];
}

export type StackSpeler = Speler & {
  motor: Motor;
  stack: TestStackBeschrijving;
  jongereId: string;
  dossier(): Promise<Dossier>;
};

/** The same stories through HTTP, Temporal and PostgreSQL. Call `motor.sluit()` after. */
export async function opDeStack(
  motor: Motor,
  achttienOp: Datum,
  stack: TestStackBeschrijving = testStack(),
): Promise<StackSpeler> {
  const mensen: Record<Rol, Api> = {
    leerplichtambtenaar: new Api(
      stack.apiUrl,
      await meldAan(stack, 'leerplichtambtenaar', { kenmerken: ['boa'] }),
    ),
    teamleider: new Api(stack.apiUrl, await meldAan(stack, 'teamleider')),
    doorstroomcoach: new Api(stack.apiUrl, await meldAan(stack, 'doorstroomcoach')),
  };
  const { leerplichtambtenaar: ambtenaar } = mensen;
  const jongereId = await maakJongereVan18Op(ambtenaar, achttienOp);
  const dossier = (): Promise<Dossier> => ambtenaar.lees<Dossier>(`/jongeren/${jongereId}/dossier`);
  const alle = async (procestype: string): Promise<ProcesLichaam[]> =>
    (await dossier()).processen.filter((p) => p.procestype === procestype);
  /** The newest of this type; what one process opens is there a moment later. */
  const laatste = (procestype: string): Promise<ProcesLichaam> =>
    wachtTot(`er is een ${procestype}`, async () => {
      const lijst = await alle(procestype);
      return lijst.find((p) => !p.afgerond) ?? lijst.at(-1);
    });
  return {
    motor,
    stack,
    jongereId,
    dossier,
    vandaag: () => motor.vandaag(),
    naar: (dag) => motor.klokNaar(dag),
    async open(procestype, gegevens) {
      await ambtenaar.open(procestype, jongereId, gegevens);
    },
    async doe(procestype, actie, invoer = {}, rol = 'leerplichtambtenaar') {
      const api = mensen[rol];
      // What another process tells may still be on its way: the act becomes possible a moment later.
      const id = await wachtTot(`${procestype}.${actie} kan`, async () => {
        const p = await laatste(procestype);
        const zoals = await api.lees<ProcesLichaam>(`/processen/${p.id}`);
        return zoals.acties.some((a) => a.actie === actie) ? p.id : undefined;
      });
      await api.doe(id, actie, metArts(invoer));
    },
    async weigert(procestype, actie, invoer = {}) {
      const { id } = await laatste(procestype);
      const nee = await ambtenaar.handel(id, actie, invoer);
      if (nee.status < 400) throw new Error(`${procestype}.${actie} werd genomen`);
      return {
        norm: nee.lichaam['norm'] as string | undefined,
        soort: nee.lichaam['soort'] as string | undefined,
      };
    },
    async stand(procestype) {
      const p = await rustig(() => laatste(procestype));
      return {
        toestand: p.toestand,
        afgerond: p.afgerond,
        uitkomst: p.uitkomst,
        termijnen: p.termijnen,
        vlaggen: (p['vlaggen'] as { vlag: string }[]).map((v) => v.vlag),
      } satisfies Stand;
    },
    aantal: async (procestype) => (await alle(procestype)).length,
  };
}

/** Opens the engine of this spec's stack. */
export const motorVanStack = (): Promise<Motor> => motorVan(testStack());

/** Reads until two readings agree: links between processes are made in the moments after an act. */
async function rustig<T>(lees: () => Promise<T>): Promise<T> {
  let vorige = await lees();
  for (let keer = 0; keer < 20; keer += 1) {
    await new Promise((klaar) => setTimeout(klaar, 400));
    const nu = await lees();
    if (JSON.stringify(nu) === JSON.stringify(vorige)) return nu;
    vorige = nu;
  }
  return vorige;
}

/** The designated doctor of the stack, where the story names one. */
const metArts = (invoer: Gegevens): Gegevens =>
  'artsId' in invoer ? { ...invoer, artsId: demo('arts').sub } : invoer;
