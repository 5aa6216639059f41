import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import {
  Api,
  meldAan,
  motorVan,
  startBreekbareStack,
  type BreekbareStack,
  type Motor,
  type TestStackBeschrijving,
} from '#test-kit';
import { startOntvanger, type Ontvanger } from './ontvanger.js';

/** What the stories share: one stack that sends its traces to us. */
export interface Toneel {
  stack: BreekbareStack;
  beschrijving: TestStackBeschrijving;
  ontvanger: Ontvanger;
  motor: Motor;
  ambtenaar: Api;
  teamleider: Api;
}

let toneel: Toneel | undefined;
export function opToneel(): Toneel {
  if (!toneel) throw new Error('Het toneel staat er nog niet.');
  return toneel;
}

/** Builds the stage before the first story of the file and breaks it down after its last. */
export function bouwToneel(): void {
  before(async () => {
    const ontvanger = await startOntvanger();
    const stack = await startBreekbareStack({
      OTEL_EXPORTER_OTLP_ENDPOINT: ontvanger.adres,
      LOG_LEVEL: 'info',
    });
    const { beschrijving } = stack;
    const als = async (rol: 'leerplichtambtenaar' | 'teamleider'): Promise<Api> =>
      new Api(beschrijving.apiUrl, await meldAan(beschrijving, rol));
    toneel = {
      stack,
      beschrijving,
      ontvanger,
      motor: await motorVan(beschrijving),
      ambtenaar: await als('leerplichtambtenaar'),
      teamleider: await als('teamleider'),
    };
  });

  after(async () => {
    await toneel?.motor.sluit();
    await toneel?.stack.stop();
    await toneel?.ontvanger.sluit();
  });
}

/** The lines that a service has logged so far, as JSON. */
export function logregels(dienst: 'api' | 'worker'): Record<string, unknown>[] {
  return logtekst(dienst)
    .split('\n')
    .filter((r) => r.startsWith('{'))
    .map((r) => JSON.parse(r) as Record<string, unknown>);
}

export const logtekst = (dienst: 'api' | 'worker'): string =>
  readFileSync(join(opToneel().beschrijving.staat, 'logs', `${dienst}.log`), 'utf8');
