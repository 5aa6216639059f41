import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import { wachtTot, type Api } from '#test-kit';
import { BORNE } from '../../infra/local/demo-gebruikers.js';
import { iemand, toneel, vrijstellingVan, type Toneel } from './toneel.js';
import { masMetHalt } from './wpg.js';

/* Who watches hears what changed, and only what is his. */

interface Bericht {
  event: string;
  data: { id?: string; revisie?: number };
}

let t: Toneel;

before(async () => {
  t = await toneel();
});

/** Somebody at his screen: what he has heard so far, and whether the stream has ended. */
async function kijk(
  api: Api,
  koppen: Record<string, string> = {},
): Promise<{ gehoord: Bericht[]; klaar: () => boolean; stop: () => void }> {
  const af = new AbortController();
  const antwoord = await fetch(`${t.stack.apiUrl}/api/v1/gebeurtenissen/stroom`, {
    headers: { authorization: `Bearer ${api.wie.token}`, accept: 'text/event-stream', ...koppen },
    signal: af.signal,
  });
  assert.equal(antwoord.status, 200);
  assert.match(antwoord.headers.get('content-type') ?? '', /^text\/event-stream/);
  const gehoord: Bericht[] = [];
  let klaar = false;
  void (async () => {
    let rest = '';
    try {
      for await (const stuk of antwoord.body!.pipeThrough(new TextDecoderStream())) {
        const blokken = (rest + stuk).split('\n\n');
        rest = blokken.pop() ?? '';
        for (const b of blokken) {
          const event = /^event: (.*)$/m.exec(b)?.[1];
          if (event)
            gehoord.push({
              event,
              data: JSON.parse(/^data: (.*)$/m.exec(b)?.[1] ?? '{}') as Bericht['data'],
            });
        }
      }
    } catch {
      // Ended by ourselves.
    }
    klaar = true;
  })();
  await wachtTot('het begin van de stroom', () => gehoord.length > 0);
  // The listening connection is made for the first who watches.
  await new Promise((r) => setTimeout(r, 300));
  return { gehoord, klaar: () => klaar, stop: () => af.abort() };
}

const over = (k: { gehoord: Bericht[] }, id: string): number[] =>
  k.gehoord.filter((b) => b.event === 'proces' && b.data.id === id).map((b) => b.data.revisie!);

test('ieder hoort wat van zijn gemeente, zijn school of aan hem gericht is', async () => {
  const [ambtenaar, borne, school, schoolBorne, arts] = await Promise.all(
    [t.ambtenaar, t.ambtenaarBorne, t.school, t.schoolBorne, t.arts].map((a) => kijk(a)),
  );
  const v = await vrijstellingVan(t.ambtenaar);
  const p = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
  await t.ambtenaar.doe(p.id, 'volledigVerklaard');
  await t.ambtenaar.doe(p.id, 'artsAanwijzen', { artsId: t.arts.wie.id });
  await wachtTot('de ambtenaar hoort drie revisies', () => over(ambtenaar!, p.id).includes(3));
  assert.deepEqual(over(ambtenaar!, p.id), [1, 2, 3]);
  await wachtTot('de school ook', () => over(school!, p.id).includes(3));
  await wachtTot('de arts sinds hij is aangewezen', () => over(arts!, p.id).includes(3));
  assert.equal(over(borne!, p.id).length + over(schoolBorne!, p.id).length, 0);
  for (const k of [ambtenaar, borne, school, schoolBorne, arts]) k!.stop();
});

test('van een afgeschermde route hoort alleen een boa', async () => {
  const boa = await iemand(t.stack, { kenmerken: ['boa'] });
  const [metBoa, zonder] = await Promise.all([boa, t.ambtenaar].map((a) => kijk(a)));
  try {
    const { mas, halt } = await masMetHalt(boa);
    await wachtTot('de boa hoort Halt', () => over(metBoa!, halt.id).length > 0);
    // A later act in the mas: whatever was said of Halt came before it.
    const { revisie } = await boa.doe(mas.id, 'notitie', { tekst: 'Nog iets.' });
    await wachtTot('de ander hoort de mas', () => over(zonder!, mas.id).includes(revisie));
    assert.deepEqual(over(zonder!, halt.id), []);
  } finally {
    for (const k of [metBoa, zonder]) k!.stop();
  }
});

test('wie terugkomt hoort eerst dat hij iets gemist kan hebben', async () => {
  const k = await kijk(t.ambtenaar, { 'last-event-id': '3' });
  assert.equal(k.gehoord[0]?.event, 'hersync');
  k.stop();
});

test('na een breuk met de database hoort ieder hersync, en daarna weer het nieuws', async () => {
  const k = await kijk(t.ambtenaar);
  const db = new pg.Client({ connectionString: t.stack.databaseUrl });
  await db.connect();
  await db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'leerlijn_stroom'`,
  );
  await db.end();
  await wachtTot('hersync', () => k.gehoord.some((b) => b.event === 'hersync'));
  const v = await vrijstellingVan(t.ambtenaar);
  const p = await t.ambtenaar.open(v.procestype, v.jongereId, v.gegevens);
  await wachtTot('het nieuws daarna', () => over(k, p.id).includes(1));
  k.stop();
});

test('de stroom eindigt met het token', async () => {
  const kort = await iemand(t.stack, { gemeenten: [BORNE] }, 3);
  const k = await kijk(kort);
  await wachtTot('het einde', () => k.klaar(), 8_000);
});
