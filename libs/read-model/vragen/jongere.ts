import { sql } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';
import type { Uitstroom } from '../schema.js';
import { enAlle, inEigen, zietJongere, type Zicht } from './zicht.js';

/** A youth as the table holds him: the BSN encrypted. */
export interface JongereRij {
  gemeente_code: string;
  id: string;
  bsn: Buffer;
  voornamen: string;
  achternaam: string;
  geboortedatum: string;
  brin: string | null;
  /** Goes up with every change; the ETag. */
  versie: number;
  startkwalificatie_op: string | null;
  kwetsbaar: boolean;
  /** His number in the package of the municipality. */
  carel_id: string | null;
  /** How and when he left school. */
  uitstroom: Uitstroom | null;
  uitstroom_op: string | null;
  /** The same youth in another municipality, after and before a move. */
  verhuisd_naar_gemeente: string | null;
  verhuisd_naar_id: string | null;
  verhuisd_op: string | null;
  verhuisd_van_gemeente: string | null;
  verhuisd_van_id: string | null;
}

/** What of a youth does not follow from what was recorded first. */
export const NIEUWE_JONGERE = {
  versie: 1,
  startkwalificatie_op: null,
  kwetsbaar: false,
  carel_id: null,
  uitstroom: null,
  uitstroom_op: null,
  verhuisd_naar_gemeente: null,
  verhuisd_naar_id: null,
  verhuisd_op: null,
  verhuisd_van_gemeente: null,
  verhuisd_van_id: null,
} satisfies Partial<JongereRij>;

const KOLOMMEN = sql`j.gemeente_code, j.id, j.bsn, j.voornamen, j.achternaam, j.geboortedatum, j.brin, j.versie,
  j.startkwalificatie_op, j.kwetsbaar, j.carel_id, j.uitstroom, j.uitstroom_op, j.verhuisd_naar_gemeente, j.verhuisd_naar_id, j.verhuisd_op,
  j.verhuisd_van_gemeente, j.verhuisd_van_id`;
const HOOGSTENS = 20;

/** One youth; undefined when he is unknown or out of sight. */
export async function leesJongere(em: InGemeente, id: string, zicht: Zicht): Promise<JongereRij | undefined> {
  const waar = enAlle([inEigen('j.gemeente_code', em.gemeenten), sql`j.id = ${id}`, zietJongere(zicht)]);
  const { rows } = await sql<JongereRij>`select ${KOLOMMEN} from app.jongere j where ${waar}`.execute(em.db);
  return rows[0];
}

/** The youths with this BSN, by its keyed hash per municipality. */
export async function zoekOpBsn(em: InGemeente, hashes: ReadonlyMap<string, Buffer>): Promise<JongereRij[]> {
  const paren = [...hashes].map(([code, hash]) => sql`(j.gemeente_code = ${code} and j.bsn_zoek = ${hash})`);
  if (paren.length === 0) return [];
  const { rows } =
    await sql<JongereRij>`select ${KOLOMMEN} from app.jongere j where ${sql.join(paren, sql` or `)}`.execute(
      em.db,
    );
  return rows;
}

/** The youths with this surname (case does not matter) who were born on this day; at most 20. */
export async function zoekOpNaam(
  em: InGemeente,
  achternaam: string,
  geboortedatum: string,
): Promise<JongereRij[]> {
  const { rows } = await sql<JongereRij>`
    select ${KOLOMMEN} from app.jongere j
    where ${inEigen('j.gemeente_code', em.gemeenten)} and lower(j.achternaam) = lower(${achternaam}) and j.geboortedatum = ${geboortedatum}
    order by j.id limit ${sql.lit(HOOGSTENS)}`.execute(em.db);
  return rows;
}

/** The youth with this number in Carel, of each municipality of this transaction. */
export async function zoekOpCarelId(em: InGemeente, carelId: string): Promise<JongereRij[]> {
  const { rows } = await sql<JongereRij>`select ${KOLOMMEN} from app.jongere j
    where ${inEigen('j.gemeente_code', em.gemeenten)} and j.carel_id = ${carelId} order by j.gemeente_code`.execute(
    em.db,
  );
  return rows;
}

/** Whether this error of the database says that another youth of the municipality has this number in Carel. */
export const isCarelIdBezet = (fout: unknown): boolean =>
  fout instanceof Error && 'constraint' in fout && fout.constraint === 'jongere_carel';

/** Writes a youth; false when one with this BSN is known in the municipality. */
export async function bewaarJongere(em: InGemeente, j: JongereRij & { bsn_zoek: Buffer }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await em.db
    .insertInto('app.jongere')
    .values(j)
    .onConflict((oc) => oc.columns(['gemeente_code', 'bsn_zoek']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** What may change in the row of a youth. */
export type JongereWijziging = Partial<
  Pick<
    JongereRij,
    | 'voornamen'
    | 'achternaam'
    | 'geboortedatum'
    | 'brin'
    | 'kwetsbaar'
    | 'carel_id'
    | 'uitstroom'
    | 'uitstroom_op'
    | 'startkwalificatie_op'
    | 'verhuisd_op'
  >
>;

/** Changes a youth that still is as the caller saw him; false when somebody else was first. */
export async function wijzigJongere(
  em: InGemeente,
  j: Pick<JongereRij, 'gemeente_code' | 'id' | 'versie'>,
  w: JongereWijziging,
): Promise<boolean> {
  const { numUpdatedRows } = await em.db
    .updateTable('app.jongere')
    .set({ ...w, versie: j.versie + 1 })
    .where('gemeente_code', '=', j.gemeente_code)
    .where('id', '=', j.id)
    .where('versie', '=', j.versie)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The open processes of a youth, oldest first. */
export async function openeProcessen(
  em: InGemeente,
  gemeente: string,
  jongereId: string,
): Promise<{ id: string; procestype: string; versie: number }[]> {
  const { rows } = await sql<{ id: string; procestype: string; versie: number }>`
    select id, procestype, versie from app.proces where gemeente_code = ${gemeente} and jongere_id = ${jongereId}
      and not afgerond order by geopend_op, id`.execute(em.db);
  return rows;
}

/** Youths known as vulnerable, from 17 to 18 years, who have never had an overdracht and no startkwalificatie. */
export async function kwetsbarenZonderOverdracht(em: InGemeente, gemeente: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select j.id from app.jongere j
    where j.gemeente_code = ${gemeente} and j.kwetsbaar and j.verhuisd_op is null and j.startkwalificatie_op is null
      and j.geboortedatum <= ${em.vandaag}::date - interval '17 years' and j.geboortedatum > ${em.vandaag}::date - interval '18 years'
      and not exists (select from app.proces p where p.gemeente_code = j.gemeente_code and p.jongere_id = j.id
        and p.procestype = 'overdracht')
    order by j.id`.execute(em.db);
  return rows.map((r) => r.id);
}

/** The youths that a municipality knows as vulnerable and who still live there, by name. */
export async function leesKwetsbaren(em: InGemeente, gemeente: string): Promise<JongereRij[]> {
  const { rows } = await sql<JongereRij>`select ${KOLOMMEN} from app.jongere j
    where j.gemeente_code = ${gemeente} and j.kwetsbaar and j.verhuisd_op is null
    order by j.achternaam, j.voornamen, j.id`.execute(em.db);
  return rows;
}

/** Who looks at whom. */
export interface Inzage {
  wie: string;
  rol: string;
  wat: string;
  /** Trace id of the request. */
  verzoek: string;
}

/** Notes that these youths were looked at, in the transaction that reads them: no note, no answer. */
export async function noteerInzage(
  em: InGemeente,
  jongeren: readonly { gemeente_code: string; id: string }[],
  i: Inzage,
): Promise<void> {
  if (jongeren.length === 0) return;
  await em.db
    .insertInto('app.inzage')
    .values(
      jongeren.map((j) => ({ gemeente_code: j.gemeente_code, jongere_id: j.id, ...i, tijdstip: em.nu })),
    )
    .execute();
}

/**
 * Writes a youth who came from elsewhere in this municipality, or finds him there; gives his id. Undefined when this municipality does not work
 * with this installation. In the role of the worker.
 */
export async function neemJongereOver(
  em: InGemeente,
  gemeente: string,
  oud: JongereRij,
  hier: { id: string; bsn: Buffer; bsn_zoek: Buffer; halt_elders: number },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into app.jongere as j (gemeente_code, id, bsn, bsn_zoek, voornamen, achternaam, geboortedatum, kwetsbaar,
      startkwalificatie_op, halt_elders, verhuisd_van_gemeente, verhuisd_van_id)
    select ${gemeente}, ${hier.id}, ${hier.bsn}, ${hier.bsn_zoek}, ${oud.voornamen}, ${oud.achternaam}, ${oud.geboortedatum},
      ${oud.kwetsbaar}, ${oud.startkwalificatie_op}, ${hier.halt_elders}, ${oud.gemeente_code}, ${oud.id}
    where exists (select from app.gemeente where code = ${gemeente})
    on conflict (gemeente_code, bsn_zoek) do update set verhuisd_van_gemeente = excluded.verhuisd_van_gemeente,
      verhuisd_van_id = excluded.verhuisd_van_id, halt_elders = greatest(j.halt_elders, excluded.halt_elders),
      verhuisd_op = null, verhuisd_naar_gemeente = null, verhuisd_naar_id = null
    returning id`.execute(em.db);
  return rows[0]?.id;
}

/** Notes where a youth went. In the role of the worker. */
export async function meldVerhuisdNaar(
  em: InGemeente,
  j: Pick<JongereRij, 'gemeente_code' | 'id'>,
  naar: string,
  id: string | undefined,
): Promise<void> {
  await sql`update app.jongere set verhuisd_naar_gemeente = ${naar}, verhuisd_naar_id = ${id ?? null}
    where gemeente_code = ${j.gemeente_code} and id = ${j.id}`.execute(em.db);
}
