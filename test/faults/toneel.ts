import { randomUUID } from 'node:crypto';
import { after, before } from 'node:test';
import { plusDagen } from '#kalender';
import {
  Api,
  maakJongereVan18Op,
  meldAan,
  motorVan,
  startBreekbareStack,
  zetFoutpunten,
  type BreekbareStack,
  type Motor,
} from '#test-kit';

/** What the stories of this folder share: one stack to break, an officer, the engine. */
export interface Toneel {
  stack: BreekbareStack;
  api: Api;
  motor: Motor;
  /** Points of failure from now on; none heals. */
  foutpunten: (...regels: string[]) => void;
  /** Opens a spreekuur for a new youth who turns 18 after so many days. */
  spreekuur: (dagenTotAchttien?: number) => Promise<string>;
  /** A youth with that birthday. */
  jongere: (dagenTotAchttien: number) => Promise<string>;
}

let toneel: Toneel | undefined;

/** The stage; stands from the first story of the file until its last. */
export function opToneel(): Toneel {
  if (!toneel) throw new Error('Het toneel staat er nog niet.');
  return toneel;
}

/** Builds the stage before the first story of the file and breaks it down after its last. */
export function bouwToneel(): void {
  before(async () => {
    const stack = await startBreekbareStack();
    const { beschrijving } = stack;
    const api = new Api(beschrijving.apiUrl, await meldAan(beschrijving, 'leerplichtambtenaar'));
    const motor = await motorVan(beschrijving);
    const jongere = async (dagen: number): Promise<string> =>
      maakJongereVan18Op(api, plusDagen(await motor.vandaag(), dagen));
    toneel = {
      stack,
      api,
      motor,
      foutpunten: (...regels) => zetFoutpunten(beschrijving, ...regels),
      jongere,
      async spreekuur(dagen = 900) {
        const gegevens = { aangemeldOp: await motor.vandaag(), urenGemeld: 6 };
        return (await api.open('spreekuur', await jongere(dagen), gegevens, randomUUID())).id;
      },
    };
  });

  after(async () => {
    await toneel?.motor.sluit();
    await toneel?.stack.stop();
  });
}
