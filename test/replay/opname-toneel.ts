import assert from 'node:assert/strict';
import { plusDagen, type Datum } from '#kalender';
import { workflowIdVan } from '#process';
import {
  Api,
  maakJongereVan18Op,
  meldAan,
  motorVan,
  wachtTot,
  type BreekbareStack,
  type Motor,
} from '#test-kit';

/** Lives one life on a stack and gives the id of its process. */
export type Leven = (t: OpnameToneel) => Promise<string>;

/** What a life to be recorded needs. */
export interface OpnameToneel {
  stack: BreekbareStack;
  ambtenaar: Api;
  teamleider: Api;
  motor: Motor;
  vandaag(): Promise<Datum>;
  /** The Klok so many days on. */
  verder(dagen: number): Promise<void>;
  /** A youth who turns 18 after so many days. */
  jongere(dagenTotAchttien: number): Promise<string>;
  /** Acts and expects this refusal. */
  geweigerd(proces: string, actie: string, invoer: Record<string, unknown>, status: number): Promise<void>;
  /** Notes on this process until it has gone on in another run. */
  totVolgendeRun(procestype: string, id: string): Promise<void>;
}

/** The people and the clock. */
export async function opnameToneel(stack: BreekbareStack): Promise<OpnameToneel> {
  const { beschrijving } = stack;
  const motor = await motorVan(beschrijving);
  const ambtenaar = new Api(beschrijving.apiUrl, await meldAan(beschrijving, 'leerplichtambtenaar'));
  return {
    stack,
    ambtenaar,
    teamleider: new Api(beschrijving.apiUrl, await meldAan(beschrijving, 'teamleider')),
    motor,
    vandaag: () => motor.vandaag(),
    verder: async (dagen) => motor.klokNaar(plusDagen(await motor.vandaag(), dagen)),
    jongere: async (dagen) => maakJongereVan18Op(ambtenaar, plusDagen(await motor.vandaag(), dagen)),
    async geweigerd(proces, actie, invoer, status) {
      const antwoord = await ambtenaar.handel(proces, actie, invoer);
      assert.equal(antwoord.status, status, JSON.stringify(antwoord.lichaam));
    },
    async totVolgendeRun(procestype, id) {
      const handvat = motor.client.workflow.getHandle(workflowIdVan(procestype, id));
      const { runId } = await handvat.describe();
      await wachtTot(
        'een volgende run',
        async () => {
          await ambtenaar.doe(id, 'notitie', { tekst: 'Nog een regel.' });
          return (await handvat.describe()).runId !== runId;
        },
        30_000,
        400,
      );
    },
  };
}
