import { context, trace } from '@opentelemetry/api';
import type pg from 'pg';
import { opent, spoorAan, type Kenmerken, type Stap } from './spoor.js';

const WERKWOORD = /^\s*([a-z]+)/i;
const TABEL = /\b(?:from|into|update|join|select)\s+(app\.[a-z_]+)/i;
const namen = new Map<string, { naam: string; kenmerken: Kenmerken }>();
/** Our questions are far fewer. */
const HOOGSTENS = 1_000;

/**
 * What a statement is called: its first word and the first table or function of ours, such as `select app.projecteer`. Neither text nor
 * parameters are told: some of our statements carry codes in their text.
 */
export function noemSql(text: string): { naam: string; kenmerken: Kenmerken } {
  const bekend = namen.get(text);
  if (bekend) return bekend;
  const werkwoord = WERKWOORD.exec(text)?.[1]?.toLowerCase() ?? 'sql';
  const tabel = werkwoord === 'begin' ? undefined : TABEL.exec(text)?.[1]?.toLowerCase();
  const uit = {
    naam: tabel === undefined ? werkwoord : `${werkwoord} ${tabel}`,
    kenmerken: {
      'db.system.name': 'postgresql',
      'db.operation.name': werkwoord,
      ...(tabel !== undefined && { 'db.collection.name': tabel }),
    } satisfies Kenmerken,
  };
  if (namen.size < HOOGSTENS) namen.set(text, uit);
  return uit;
}

type Vraag = (...args: unknown[]) => unknown;

/** Makes a step of every statement on these connections that somebody's step asks for; what nobody asked for (the rounds of a worker) makes none. */
export function volgSql(pool: pg.Pool): void {
  if (!spoorAan()) return;
  pool.on('connect', (client) => {
    const vraag = client.query.bind(client) as Vraag;
    client.query = ((...args: unknown[]) => gevolgd(vraag, args)) as typeof client.query;
  });
  // A connection that comes free calls back from within the step of whoever let it go.
  const verbind = pool.connect.bind(pool) as (terug?: Vraag) => unknown;
  pool.connect = ((terug?: Vraag) =>
    terug ? verbind(context.bind(context.active(), terug)) : verbind()) as typeof pool.connect;
}

function gevolgd(vraag: Vraag, args: unknown[]): unknown {
  const [eerste] = args;
  const text = typeof eerste === 'string' ? eerste : (eerste as { text?: unknown } | undefined)?.text;
  if (typeof text !== 'string' || !trace.getActiveSpan()?.isRecording()) return vraag(...args);
  const { naam, kenmerken } = noemSql(text);
  const stap = opent(naam, 'client', kenmerken);
  const terug = args.at(-1);
  if (typeof terug === 'function')
    return vraag(...args.slice(0, -1), (fout: unknown, ...rest: unknown[]) => {
      stap.eindig(undefined, fout ?? undefined);
      (terug as Vraag)(fout, ...rest);
    });
  return metEinde(vraag(...args), stap);
}

function metEinde(antwoord: unknown, stap: Stap): unknown {
  if (!(antwoord instanceof Promise)) {
    stap.eindig();
    return antwoord;
  }
  // Beside the caller's own, so that he gets the very promise that pg gave.
  antwoord.then(
    () => stap.eindig(),
    (fout: unknown) => stap.eindig(undefined, fout),
  );
  return antwoord;
}
