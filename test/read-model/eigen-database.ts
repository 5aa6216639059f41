import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { datum, gelijkgesteldeDagen } from '#kalender';
import type { Projectie, Snapshot } from '#process';
import {
  inGemeente,
  maakEigenaarPool,
  maakPool,
  migreer,
  type InGemeente,
  type RijKolommen,
} from '#read-model';
import { testStack, wachtTot } from '#test-kit';

export const HENGELO = '0164';
export const BORNE = '0147';

/** A database of this spec alone, on the PostgreSQL of the stack. */
export interface EigenDatabase {
  url: string;
  eigenaar: pg.Pool;
  api: pg.Pool;
  worker: pg.Pool;
  /** In the role of the API, seeing these municipalities only. */
  als<T>(gemeenten: string[], werk: (em: InGemeente) => Promise<T>): Promise<T>;
  ruimOp(): Promise<void>;
}

/** An empty database, not migrated yet. */
export async function legeDatabase(): Promise<EigenDatabase> {
  const { databaseUrl } = testStack();
  const naam = `spec_${randomUUID().replaceAll('-', '')}`;
  const beheer = maakEigenaarPool(databaseUrl, 1);
  await beheer.query(`create database ${naam}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${naam}`;
  const pools = [
    maakEigenaarPool(url.href, 2),
    maakPool(url.href, 'leerlijn_api', 4),
    maakPool(url.href, 'leerlijn_worker', 4),
  ];
  const [eigenaar, api, worker] = pools as [pg.Pool, pg.Pool, pg.Pool];
  return {
    url: url.href,
    eigenaar,
    api,
    worker,
    als: (gemeenten, werk) => inGemeente(api, { gemeenten }, werk),
    async ruimOp() {
      await Promise.all(pools.map((p) => p.end()));
      // Autovacuum may just be at work in it, and that is not ours to end.
      await wachtTot(`database ${naam} is weg`, async () => {
        await beheer.query(`drop database if exists ${naam} with (force)`);
        return true;
      });
      await beheer.end();
    },
  };
}

/** A migrated database with two municipalities, each with one youth. */
export async function eigenDatabase(): Promise<EigenDatabase & { jongere: Record<string, string> }> {
  const db = await legeDatabase();
  await migreer(db.url);
  await db.eigenaar.query('insert into app.gemeente (code, naam) values ($1, $2), ($3, $4)', [
    HENGELO,
    'Hengelo',
    BORNE,
    'Borne',
  ]);
  const jongere = { [HENGELO]: randomUUID(), [BORNE]: randomUUID() };
  for (const [gemeente, id] of Object.entries(jongere))
    await db.als([gemeente], (em) => voegJongereToe(em, gemeente, id));
  return { ...db, jongere };
}

export const voegJongereToe = (em: InGemeente, gemeente: string, id: string) =>
  em.db
    .insertInto('app.jongere')
    .values({
      gemeente_code: gemeente,
      id,
      bsn: Buffer.from('versleuteld'),
      bsn_zoek: Buffer.from(id),
      voornamen: 'Sanne',
      achternaam: 'de Vries',
      geboortedatum: '2011-03-27',
      brin: null,
    })
    .execute();

/** One revision of an invented process, as the worker brings it. */
export function projectieVan(
  gemeente: string,
  jongereId: string,
  id: string,
  revisie: number,
  anders: Partial<Snapshot> = {},
  besloten = `2026-11-02T09:00:${String(revisie).padStart(2, '0')}.000Z`,
): Projectie {
  const vandaag = datum('2026-11-02');
  const snapshot: Snapshot = {
    id,
    procestype: 'mas',
    versie: 1,
    gemeente,
    jongereId,
    onderwerp: id,
    geopendOp: vandaag,
    laatstOp: vandaag,
    toestand: 'gemeld',
    sinds: vandaag,
    afgerond: false,
    behandelaar: null,
    gegevens: {},
    aantallen: {},
    vlaggen: [],
    voorstellen: [],
    terzijde: [],
    termijnen: [],
    teLaat: false,
    storing: null,
    revisie,
    kader: {
      regels: 1,
      instellingen: { versie: 1, waarden: {} },
      kalender: { versie: '1', gelijkgesteld: gelijkgesteldeDagen },
    },
    prive: { sleutels: [] },
    ...anders,
  };
  const door = { rol: 'systeem' as const, id: 'systeem' };
  const wat = { soort: 'actie' as const, naam: `stap${revisie}`, op: vandaag, door };
  return {
    snapshot,
    besloten,
    gebeurtenissen: [{ revisie, volgnr: 0, tijdstip: besloten, wat }],
    effecten: [],
  };
}

export const kolommen = (openingSleutel: string | null = null): RijKolommen => ({
  eersteTermijn: '2026-11-09',
  wekOp: '2026-11-10',
  teLaatSinds: null,
  wachtOp: null,
  wachtSinds: null,
  lijst: { toestand: 'gemeld', termijnen: [], voorstellen: [], vlaggen: [] },
  openingSleutel,
});
