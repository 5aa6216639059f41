import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { workflowIdVan } from '#process';
import { verzonnenBsn, wachtTot } from '#test-kit';
import { bundel } from '../../apps/worker/bundel.js';
import { SCHOOL_HENGELO } from '../../infra/local/demo-gebruikers.js';
import { speelAf } from '../replay/afspelen.js';
import { alsHistory, opnames } from '../replay/histories.js';
import { kenmerk, type Span } from './ontvanger.js';
import { logregels, logtekst, opToneel } from './toneel.js';

const VOORNAAM = 'Kanariana';
const ACHTERNAAM = 'Vogelkooi-Kanarie';
const TEKST = 'Kanarietekst die nergens heen mag';
/** Everything that a span may tell; see Kenmerken. */
const TOEGESTAAN =
  /^(http\.(request\.method|route|response\.status_code)|leerlijn\.(procestype|actie|toestand|effect|poging|lokaal)|db\.(system\.name|operation\.name|collection\.name)|error\.type)$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** One request with a trace id of ours. */
async function vraag(pad: string, lichaam: unknown): Promise<{ spoor: string; inhoud: { id: string } }> {
  const { beschrijving, ambtenaar } = opToneel();
  const spoor = randomBytes(16).toString('hex');
  const antwoord = await fetch(`${beschrijving.apiUrl}/api/v1${pad}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ambtenaar.wie.token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      traceparent: `00-${spoor}-00f067aa0ba902b7-01`,
      // What a caller hangs on it goes nowhere.
      tracestate: 'kanarie=Vogelkooi',
      baggage: 'naam=Kanariana',
    },
    body: JSON.stringify(lichaam),
  });
  assert.ok(antwoord.ok, `${pad}: ${await antwoord.clone().text()}`);
  return { spoor, inhoud: (await antwoord.json()) as { id: string } };
}

/** The spans of this trace, once they hold one for which `heeft` is true. */
const spansVan = (spoor: string, heeft: (s: Span) => boolean): Promise<Span[]> =>
  wachtTot(
    'het spoor is aangekomen',
    () => {
      const eigen = opToneel().ontvanger.spans.filter((s) => s.traceId === spoor);
      // API and worker each send when they please.
      return eigen.some(heeft) && eigen.some((s) => s.name.startsWith('POST ')) && eigen;
    },
    20_000,
    100,
  );

/** From this span up to the outermost of ours: the names. */
function omhoog(spans: Span[], van: Span): string[] {
  const pad: string[] = [];
  for (let s: Span | undefined = van; s;) {
    pad.push(s.name);
    const ouder: string | undefined = s.parentSpanId;
    s = spans.find((o) => o.spanId === ouder);
  }
  return pad;
}

const isRij = (s: Span): boolean => s.dienst === 'leerlijn-worker' && s.name === 'select app.projecteer';

/** One request as one trace, which tells what happened and not to whom. */
export const sporen = (): void => {
  describe('een verzoek is een spoor', () => {
    let procesId = '';
    let bsn = '';

    it('van HTTP door het proces naar SQL, bij openen en bij handelen', async (t) => {
      const { motor } = opToneel();
      bsn = verzonnenBsn();
      const { inhoud: jongere } = await vraag('/jongeren', {
        gemeente: '0164',
        bsn,
        voornamen: VOORNAAM,
        achternaam: ACHTERNAAM,
        geboortedatum: '2013-05-06',
        brin: SCHOOL_HENGELO,
      });
      const gegevens = { grond: 'art5onderA', kennisgevingOp: await motor.vandaag() };
      const opening = await vraag('/processen', {
        procestype: 'vrijstelling',
        jongereId: jongere.id,
        gegevens,
      });
      procesId = opening.inhoud.id;
      const bijOpenen = await spansVan(opening.spoor, isRij);
      t.diagnostic(omhoog(bijOpenen, bijOpenen.find(isRij)!).join(' < '));

      const daad = await vraag(`/processen/${procesId}/acties/notitie`, { tekst: TEKST });
      const spans = await spansVan(daad.spoor, isRij);
      const pad = omhoog(spans, spans.find(isRij)!);
      t.diagnostic(pad.join(' < '));
      assert.deepEqual(pad, [
        'select app.projecteer',
        'projecteer',
        'besluit handelen',
        'update handelen',
        'POST /api/v1/processen/:id/acties/:actie',
      ]);
      const een = (naam: string): Span => spans.find((s) => s.name === naam)!;
      assert.equal(een('POST /api/v1/processen/:id/acties/:actie').parentSpanId, '00f067aa0ba902b7');
      assert.equal(
        kenmerk(een('POST /api/v1/processen/:id/acties/:actie'), 'http.response.status_code'),
        200,
      );
      assert.equal(kenmerk(een('besluit handelen'), 'leerlijn.actie'), 'notitie');
      assert.equal(kenmerk(een('projecteer'), 'leerlijn.procestype'), 'vrijstelling');
      assert.equal(typeof kenmerk(een('projecteer'), 'leerlijn.toestand'), 'string');
      const sqlVanApi = spans.filter(
        (s) => s.dienst === 'leerlijn-api' && kenmerk(s, 'db.system.name') === 'postgresql',
      );
      assert.ok(sqlVanApi.length >= 3, 'ook de vragen van de API zelf');
      for (const s of spans)
        assert.ok(
          s.parentSpanId === '00f067aa0ba902b7' || spans.some((o) => o.spanId === s.parentSpanId),
          `${s.name} hangt los`,
        );
      assert.equal(new Set(spans.map((s) => s.spanId)).size, spans.length);
      t.diagnostic(`N = ${bijOpenen.length} en ${spans.length} stappen`);
    });

    it('een regel in het log noemt het spoor', async (t) => {
      const daad = await vraag(`/processen/${procesId}/acties/notitie`, { tekst: TEKST });
      const regel = await wachtTot('de regel staat er', () =>
        logregels('api').find((r) => r['trace_id'] === daad.spoor),
      );
      assert.deepEqual([regel['route'], regel['status']], ['/api/v1/processen/:id/acties/:actie', 200]);
      t.diagnostic(JSON.stringify(regel));
    });

    it('zonder traceparent is het nummer van het verzoek dat van het spoor', async () => {
      const { teamleider, ontvanger } = opToneel();
      const antwoord = await teamleider.vraag<{ instance: string }>('GET', `/processen/${randomUUID()}`);
      const spoor = antwoord.lichaam.instance.split(':').at(-1)!;
      await wachtTot('het spoor is aangekomen', () =>
        ontvanger.spans.some((s) => s.traceId === spoor && s.name === 'GET /api/v1/processen/:id'),
      );
    });

    it('wat een datum doet hoort bij geen verzoek', async (t) => {
      const { motor, ontvanger } = opToneel();
      const opening = await vraag('/processen', {
        procestype: 'vrijstelling',
        jongereId: (
          await vraag('/jongeren', {
            gemeente: '0164',
            bsn: verzonnenBsn(),
            voornamen: VOORNAAM,
            achternaam: ACHTERNAAM,
            geboortedatum: '2013-05-06',
            brin: SCHOOL_HENGELO,
          })
        ).inhoud.id,
        gegevens: { grond: 'art5onderA', kennisgevingOp: await motor.vandaag() },
      });
      await spansVan(opening.spoor, isRij);
      const voor = ontvanger.spans.length;
      const dag = new Date(Date.parse(`${await motor.vandaag()}T12:00:00Z`) + 60 * 86_400_000);
      await motor.klokNaar(dag.toISOString().slice(0, 10) as never);
      const wakker = await wachtTot(
        'een datum deed iets',
        () => {
          const nieuw = ontvanger.spans.slice(voor).filter((s) => s.name === 'projecteer');
          return nieuw.length > 0 && nieuw;
        },
        20_000,
        100,
      );
      assert.ok(wakker.every((s) => s.traceId !== opening.spoor && !s.parentSpanId));
      t.diagnostic(`N = ${wakker.length} rijen`);
    });

    it('geen spoor en geen logregel noemt iemand: geen naam, BSN, tekst of nummer', (t) => {
      const { ontvanger } = opToneel();
      let kenmerken = 0;
      for (const s of ontvanger.spans) {
        assert.doesNotMatch(s.name, UUID);
        for (const { key, value } of s.attributes) {
          kenmerken += 1;
          assert.match(key, TOEGESTAAN);
          assert.doesNotMatch(JSON.stringify(value), UUID, `${s.name} ${key}`);
        }
        assert.equal(s.status?.message ?? '', '');
        assert.deepEqual(s.events ?? [], []);
      }
      const alles = [...ontvanger.ruw, logtekst('api'), logtekst('worker')].join('\n');
      for (const kanarie of [bsn, VOORNAAM, ACHTERNAAM, 'Vogelkooi', 'Kanarie', TEKST, procesId])
        assert.ok(!alles.includes(kanarie), `${kanarie} is te lezen`);
      assert.ok(kenmerken > 100);
      t.diagnostic(`N = ${ontvanger.spans.length} stappen, ${kenmerken} kenmerken, ${alles.length} tekens`);
    });

    it('zonder sporen zit er in de code van de processen niets van', async () => {
      const [zonder, met] = [readFileSync(await bundel(), 'utf8'), readFileSync(await bundel(true), 'utf8')];
      assert.ok(!zonder.includes('_tracer-data'));
      assert.ok(met.includes('_tracer-data'));
    });

    it('wat met spoor is opgenomen speelt zonder af, en omgekeerd', async (t) => {
      Runtime.install({
        logger: new DefaultLogger('ERROR'),
        telemetryOptions: { logging: { filter: 'OFF' } },
      });
      const { motor } = opToneel();
      const nieuw = await motor.geschiedenissen(workflowIdVan('vrijstelling', procesId));
      const oud = opnames().map((o) => ({ naam: `${o.procestype}-${o.naam}`, history: alsHistory(o.json) }));
      const runs = [...nieuw.map((history, i) => ({ naam: `vrijstelling-spoor-${i}`, history })), ...oud];
      for (const metSpoor of [false, true]) {
        const fouten = await speelAf(runs, metSpoor);
        assert.equal(fouten.length, runs.length);
        fouten.forEach((fout, i) => assert.equal(fout, undefined, `${runs[i]!.naam} ${metSpoor}`));
      }
      t.diagnostic(`N = ${runs.length} geschiedenissen, elk tweemaal`);
    });
  });
};
