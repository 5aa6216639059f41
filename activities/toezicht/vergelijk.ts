import { setTimeout as wacht } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { dagenTussen, datum } from '#kalender';
import { STAND, workflowIdVan, type Snapshot } from '#process';
import {
  herschrijfRij,
  inGemeente,
  laatVervallen,
  leesMotorstoringen,
  leesRijStand,
  leesSteekproef,
  noteerMotorstoring,
  rijVan,
  wisMotorstoring,
  type InGemeente,
  type RijStand,
} from '#read-model';
import { duoVan } from '../duo/status.js';
import type { Register } from '../register.js';

export interface VergelijkOmgeving {
  pool: Pool;
  client: Client;
  register: Register;
}

/** What came of comparing rows with their processes. */
export interface Vergelijking {
  bekeken: number;
  /** The row told of a decision that Temporal dropped. */
  voor: number;
  achter: number;
  hersteld: number;
  /** The process gave no answer. */
  onbekend: number;
}

/** A row that is written in this time was only on its way. */
const ONDERWEG_MS = 3_000;
const ANTWOORDT_BINNEN_MS = 10_000;
const EERSTE_DAG = datum('2026-01-01');

type Uitkomst = { wat: 'gelijk' | 'onbekend' } | { wat: 'voor' | 'achter'; gezien: RijStand; s: Snapshot };

/** Compares a row with the revision that its process says it has. A process may be ahead for a moment; a row never. */
async function vergelijk(o: VergelijkOmgeving, gemeente: string, rij: RijStand): Promise<Uitkomst> {
  const s = await o.client
    .withDeadline(Date.now() + ANTWOORDT_BINNEN_MS, () =>
      o.client.workflow.getHandle(workflowIdVan(rij.procestype, rij.id)).query<Snapshot>(STAND),
    )
    .catch(() => undefined);
  if (!s) return { wat: 'onbekend' };
  if (rij.revisie === s.revisie) return { wat: 'gelijk' };
  // The row was read first: what it tells was decided then, or dropped since.
  if (rij.revisie > s.revisie) return { wat: 'voor', gezien: rij, s };
  await wacht(ONDERWEG_MS);
  const gezien = await inGemeente(o.pool, { gemeenten: [gemeente] }, (em) => leesRijStand(em, rij.id));
  return !gezien || gezien.revisie >= s.revisie ? { wat: 'gelijk' } : { wat: 'achter', gezien, s };
}

/**
 * Makes the row what its process is, unless it changed since it was compared. It takes the place right after the decision that the row shows, so
 * that whatever the process decides next comes after it.
 */
async function herstel(
  em: InGemeente,
  register: Register,
  { wat, gezien, s }: Extract<Uitkomst, { s: Snapshot }>,
): Promise<boolean> {
  const nu = await leesRijStand(em, s.id, true);
  if (nu?.revisie !== gezien.revisie || nu.besloten_op.getTime() !== gezien.besloten_op.getTime())
    return false;
  const { kader, ...snapshot } = s;
  const na = wat === 'voor' ? 1 : 0;
  if (wat === 'voor') await laatVervallen(em, s.gemeente, s.id, s.revisie + 1);
  const p = {
    snapshot,
    kader,
    besloten: new Date(gezien.besloten_op.getTime() + na).toISOString(),
    gebeurtenissen: [],
    effecten: [],
  };
  const d = register.definitie(s.procestype, s.versie);
  await herschrijfRij(em, p, { ...rijVan(d, snapshot), duo: duoVan(p) });
  return true;
}

/** Compares these rows of one municipality, and mends what is wrong; what cannot be mended is noted for the supervisor. */
export async function vergelijkRijen(
  o: VergelijkOmgeving,
  gemeente: string,
  rijen: readonly RijStand[],
): Promise<Vergelijking> {
  const uit: Vergelijking = { bekeken: 0, voor: 0, achter: 0, hersteld: 0, onbekend: 0 };
  const als = <T>(werk: Parameters<typeof inGemeente<T>>[2]): Promise<T> =>
    inGemeente(o.pool, { gemeenten: [gemeente] }, werk);
  for (const rij of rijen) {
    const u = await vergelijk(o, gemeente, rij);
    uit.bekeken += 1;
    const storing = { gemeente_code: gemeente, soort: 'rij', proces_id: rij.id } as const;
    if (u.wat === 'gelijk') await als((em) => wisMotorstoring(em, storing));
    else uit[u.wat] += 1;
    if (!('s' in u)) continue;
    if (await als((em) => herstel(em, o.register, u)).catch(() => false)) {
      uit.hersteld += 1;
      await als((em) => wisMotorstoring(em, storing));
    } else {
      const verschil = u.gezien.revisie - u.s.revisie;
      await als((em) => noteerMotorstoring(em, { ...storing, wat: { verschil } }));
    }
  }
  return uit;
}

/** The sample of today: one of every hundred open processes of each municipality. */
export async function neemSteekproef(o: VergelijkOmgeving): Promise<Vergelijking> {
  return perGemeente(o, (em) => leesSteekproef(em, dagenTussen(EERSTE_DAG, em.vandaag)));
}

/** What was noted as lagging may have caught up unseen: a worker died between the row and the note. */
export async function bekijkAchterblijvers(o: VergelijkOmgeving): Promise<Vergelijking> {
  return perGemeente(o, async (em) => {
    const achter = await leesMotorstoringen(em, 'rij');
    const rijen = await Promise.all(achter.map((m) => leesRijStand(em, m.proces_id)));
    return rijen.filter((r) => r !== undefined);
  });
}

async function perGemeente(
  o: VergelijkOmgeving,
  welke: (em: InGemeente) => Promise<RijStand[]>,
): Promise<Vergelijking> {
  const { rows } = await o.pool.query<{ code: string }>('select code from app.gemeente order by code');
  const som: Vergelijking = { bekeken: 0, voor: 0, achter: 0, hersteld: 0, onbekend: 0 };
  for (const { code } of rows) {
    const rijen = await inGemeente(o.pool, { gemeenten: [code] }, welke);
    const deel = await vergelijkRijen(o, code, rijen);
    for (const k of Object.keys(som) as (keyof Vergelijking)[]) som[k] += deel[k];
  }
  return som;
}
