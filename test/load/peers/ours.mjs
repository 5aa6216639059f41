/**
 * Our own API for the peer harness: copy to its bench/adapters/ours.mjs (see README.md beside this file). What it must know it asks of
 * start.ts, nine ports above the API: a token, the doctor, and for each run of load.mjs a block of youths that have no process yet.
 */
export const name = 'ours';
export const steps = 3;

const day = (date) => date.toISOString().slice(0, 10);
const STEPS = [
  { actie: 'volledigVerklaard', invoer: () => ({}) },
  { actie: 'artsAanwijzen', invoer: ({ artsId }) => ({ artsId }) },
  {
    actie: 'verklaringOntvangen',
    invoer: ({ vandaag }) => ({
      oordeel: 'ongeschikt',
      getekendOp: vandaag,
      verklaring: 'Verklaring voor een meting.',
    }),
  },
];
const key = (ctx) => ({ ...ctx.auth, 'idempotency-key': crypto.randomUUID() });

async function known(base, path) {
  const url = new URL(base);
  return (await fetch(`http://${url.hostname}:${Number(url.port) + 9}${path}`)).json();
}

export async function init(ctx) {
  ctx.known = await known(ctx.base, '/');
  ctx.auth = { authorization: `Bearer ${ctx.known.token}` };
}

/** 201 means durably opened. A case that is to be overdue has a term of art. 6 Leerplichtwet that has passed. */
export async function start(ctx, kase) {
  ctx.block ??= known(ctx.base, '/blok').then(({ eerste }) => ({ next: eerste }));
  const n = (await ctx.block).next++;
  const gegevens = { grond: 'art5onderA', kennisgevingOp: ctx.known.vandaag };
  if (kase.uiterlijk < new Date()) gegevens.leerplichtigOp = day(kase.uiterlijk);
  const jongereId = `00000000-0164-7000-8000-${String(n).padStart(12, '0')}`;
  const body = { procestype: 'vrijstelling', jongereId, gegevens };
  return (await ctx.http('start', 'POST', '/api/v1/processen', body, key(ctx))).id;
}

/** 200 means accepted; the next action can follow at once. */
export async function step(ctx, id, i) {
  const { actie, invoer } = STEPS[i];
  await ctx.http('complete', 'POST', `/api/v1/processen/${id}/acties/${actie}`, invoer(ctx.known), key(ctx));
}

export async function overdueQuery(ctx, { now, limit }) {
  const path = `/api/v1/processen?termijnVoor=${day(now)}&limiet=${limit}`;
  const r = await ctx.http('overdue', 'GET', path, undefined, ctx.auth);
  const rows = r.processen.map((p) => ({ caseId: p.id, task: p.toestand, due: p.termijnen[0]?.datum }));
  return { rows, total: r.totaal ?? r.totaalMinstens };
}

/** After its three steps the case waits for the officer's check. */
export async function isDone(ctx, id) {
  return (await ctx.http('get', 'GET', `/api/v1/processen/${id}`, undefined, ctx.auth)).toestand === 'toets';
}
