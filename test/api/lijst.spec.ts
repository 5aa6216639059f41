import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import pg from 'pg';
import { maakJongere, type ProcesLichaam } from '#test-kit';
import { BORNE } from '../../infra/local/demo-gebruikers.js';
import { toneel, vrijstellingVan, type Toneel } from './toneel.js';

/* The work list of one municipality, and of a team with two. */

interface Lijst {
  processen: (ProcesLichaam & { gemeente: string; behandelaar: string | null; jongereId: string })[];
  totaal?: number;
  volgende: string | null;
}

let t: Toneel;
/** Somebody of our own, so that the pages hold our processes only, however many the other specs made. */
const ik = randomUUID();
const PER_GEMEENTE = 4;
const nieuw: string[] = [];

before(async () => {
  t = await toneel();
  const db = new pg.Client({ connectionString: t.stack.databaseUrl });
  await db.connect();
  await db.query(`select set_config('app.gemeenten', '0164,0147', false)`);
  for (const gemeente of ['0164', BORNE])
    await db.query(
      `insert into app.medewerker (gemeente_code, id, naam, rol) values ($1, $2, 'Werk Lijst', 'doorstroomcoach')`,
      [gemeente, ik],
    );
  await db.end();
  for (let i = 0; i < PER_GEMEENTE; i += 1) {
    const hier = await vrijstellingVan(t.ambtenaar);
    nieuw.push((await t.ambtenaar.open('vrijstelling', hier.jongereId, hier.gegevens)).id);
    const jongere = await maakJongere(t.ambtenaarBorne, '2012-05-06', { gemeente: BORNE, brin: '99BB' });
    const daar = await vrijstellingVan(t.ambtenaarBorne, jongere);
    nieuw.push((await t.ambtenaarBorne.open('vrijstelling', jongere, daar.gegevens)).id);
  }
  for (const id of nieuw) await t.teamleider.doe(id, 'toewijzen', { behandelaar: ik });
});

async function alles(vraag: string, limiet: number): Promise<Lijst['processen']> {
  const uit: Lijst['processen'] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const bladzijde: Lijst = await t.teamleider.lees<Lijst>(
      `/processen?behandelaar=${ik}&limiet=${limiet}${vraag}${cursor && `&cursor=${cursor}`}`,
    );
    assert.ok(bladzijde.processen.length <= limiet);
    uit.push(...bladzijde.processen);
    cursor = bladzijde.volgende;
  }
  return uit;
}

test('bladzijden van drie uit twee gemeenten geven samen dezelfde lijst als een grote', async () => {
  const klein = await alles('', 3);
  const groot = await alles('', 100);
  assert.deepEqual(
    klein.map((p) => p.id),
    groot.map((p) => p.id),
  );
  assert.equal(new Set(klein.map((p) => p.id)).size, klein.length, 'geen proces staat er twee keer in');
  assert.deepEqual(klein.map((p) => p.id).sort(), [...nieuw].sort());
  assert.deepEqual(new Set(klein.map((p) => p.gemeente)), new Set(['0164', BORNE]));
  const termijnen = klein.map((p) => p.termijnen[0]?.datum ?? '9999');
  assert.deepEqual(termijnen, [...termijnen].sort(), 'op eerste termijn');
  const eerste = await t.teamleider.lees<Lijst>(`/processen?behandelaar=${ik}&limiet=1`);
  assert.equal(eerste.totaal, klein.length);
});

test('de ambtenaar van een gemeente ziet de andere niet, ook niet als hij erom vraagt', async () => {
  const eigen = await t.ambtenaarBorne.lees<Lijst>('/processen?limiet=100');
  assert.ok(eigen.processen.length >= PER_GEMEENTE && eigen.processen.every((p) => p.gemeente === BORNE));
  const ander = await t.ambtenaarBorne.lees<Lijst>('/processen?gemeente=0164');
  assert.deepEqual(ander, { processen: [], totaal: 0, volgende: null });
});

test('filters: behandelaar, toestand, jongere, termijn', async () => {
  const id = nieuw[0]!;
  await t.teamleider.doe(id, 'toewijzen', { behandelaar: t.teamleider.wie.id });
  const mijn = await t.teamleider.lees<Lijst>('/processen?behandelaar=ik&limiet=100');
  assert.ok(mijn.processen.every((p) => p.behandelaar === t.teamleider.wie.id));
  const { jongereId } = mijn.processen.find((p) => p.id === id)!;
  await t.teamleider.doe(id, 'toewijzen', { behandelaar: null });
  const geen = await t.teamleider.lees<Lijst>(`/processen?behandelaar=geen&jongereId=${jongereId}`);
  assert.deepEqual(
    geen.processen.map((p) => p.id),
    [id],
  );
  const vanJongere = await t.teamleider.lees<Lijst>(`/processen?jongereId=${jongereId}`);
  assert.deepEqual(
    vanJongere.processen.map((p) => p.id),
    [id],
  );
  const toestand = await t.teamleider.lees<Lijst>(
    `/processen?jongereId=${jongereId}&procestype=vrijstelling&toestand=toets`,
  );
  assert.equal(toestand.totaal, 0);
  const vroeg = await t.teamleider.lees<Lijst>(`/processen?jongereId=${jongereId}&termijnVoor=2020-01-01`);
  assert.equal(vroeg.totaal, 0);
  const laat = await t.teamleider.lees<Lijst>(`/processen?jongereId=${jongereId}&teLaat=true`);
  assert.equal(laat.totaal, 0);
});

test('wat is afgerond staat niet op de werklijst, wel bij de jongere', async () => {
  const id = nieuw[2]!;
  const p = await t.teamleider.lees<ProcesLichaam & { jongereId: string }>(`/processen/${id}`);
  await t.ambtenaar.doe(id, 'ingetrokken');
  assert.ok(!(await alles('', 100)).some((x) => x.id === id));
  assert.ok((await alles('&afgerond=true', 2)).some((x) => x.id === id));
  const vanJongere = await t.teamleider.lees<Lijst>(`/processen?jongereId=${p.jongereId}`);
  assert.deepEqual(
    vanJongere.processen.map((x) => [x.id, x.afgerond, x.uitkomst]),
    [[id, true, 'ingetrokken']],
  );
});
