import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { InGemeente } from '../in-gemeente.js';
import { enAlle, inEigen } from './zicht.js';

/** The five statuses that DUO knows of a report (law-and-method: DUO-2020). */
export const DUO_STATUSSEN = [
  'geregistreerd',
  'inBehandeling',
  'afgesloten',
  'ingetrokken',
  'terKennisgeving',
] as const;
export type DuoStatusNaam = (typeof DUO_STATUSSEN)[number];

/** What the worker says about the reports of a process, for `app.duo_bijwerken`. Without `status` it only attaches. */
export interface DuoStand {
  /** Reports that belong to this process from now on. */
  meldingen: string[];
  /** Reports of it that the school withdrew. */
  ingetrokken: string[];
  status?: DuoStatusNaam;
  reden?: string;
  /** Only for reports that have no status yet. */
  eerste?: boolean;
  /** Reports that touch this period get another status. */
  overlap?: { van: string; tot?: string; status: DuoStatusNaam; reden: string };
}

/** What a report says; all that makes two of one number the same. */
export interface MeldingInhoud {
  meldingnummer: string;
  jongere_id: string;
  soort: string;
  verzuim_vanaf: string | null;
  verzuim_tot: string | null;
  zestien_uur_op: string | null;
  uren: number | null;
  aantal_te_laat: number | null;
  brin: string | null;
  spreekuur: boolean;
  ontvangen_op: string;
}

export interface Melding extends MeldingInhoud {
  gemeente_code: string;
  vastgelegd_op: Date;
  klus_id: string;
  proces_id: string | null;
  status: DuoStatusNaam | null;
  reden: string | null;
}

const INHOUD = sql`m.meldingnummer, m.jongere_id, m.soort, m.verzuim_vanaf, m.verzuim_tot, m.zestien_uur_op, m.uren, m.aantal_te_laat,
  m.brin, m.spreekuur, m.ontvangen_op`;
const MELDING = sql`m.gemeente_code, ${INHOUD}, m.vastgelegd_op, m.klus_id, m.proces_id, m.status, m.reden`;

/** A youth by the hash (hex) of his BSN. */
export interface JongereOpBsn {
  hash: string;
  id: string;
  geboortedatum: string;
  carel_id: string | null;
  verhuisd_op: string | null;
}

/** The youths of a municipality with these BSN hashes (hex), in one question. */
export async function zoekJongerenOpBsn(
  em: InGemeente,
  gemeente: string,
  hashes: readonly string[],
): Promise<JongereOpBsn[]> {
  const { rows } = await sql<JongereOpBsn>`
    select encode(j.bsn_zoek, 'hex') as hash, j.id, j.geboortedatum, j.carel_id, j.verhuisd_op from app.jongere j
    where j.gemeente_code = ${gemeente} and j.bsn_zoek in (select decode(h, 'hex') from unnest(${hashes}::text[]) h)`.execute(
    em.db,
  );
  return rows;
}

/** The youths of a municipality that have one of these numbers in Carel. */
export async function zoekJongerenOpCarelId(
  em: InGemeente,
  gemeente: string,
  carelIds: readonly string[],
): Promise<{ id: string; carel_id: string }[]> {
  if (carelIds.length === 0) return [];
  const { rows } = await sql<{ id: string; carel_id: string }>`
    select j.id, j.carel_id from app.jongere j
    where j.gemeente_code = ${gemeente} and j.carel_id = any(${carelIds})`.execute(em.db);
  return rows;
}

/** Notes the Carel-ids of youths who had none, by youth. In the role of the API. */
export async function bewaarCarelIds(
  em: InGemeente,
  gemeente: string,
  carelIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (carelIds.size === 0) return;
  await sql`update app.jongere j set carel_id = c.carel_id, versie = j.versie + 1
    from unnest(${[...carelIds.keys()]}::uuid[], ${[...carelIds.values()]}::text[]) c(id, carel_id)
    where j.gemeente_code = ${gemeente} and j.id = c.id and j.carel_id is null`.execute(em.db);
}

/** The settings of a municipality that count today, for who works without a process. */
export async function leesInstellingen(em: InGemeente, gemeente: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ waarden: Record<string, unknown> }>`
    select waarden from app.instellingen_op(${gemeente}, ${em.vandaag})`.execute(em.db);
  return rows[0]?.waarden ?? {};
}

/** The reports with these numbers. */
export async function leesMeldingen(
  em: InGemeente,
  gemeente: string,
  nummers: readonly string[],
): Promise<Melding[]> {
  const { rows } = await sql<Melding>`select ${MELDING} from app.verzuimmelding m
    where m.gemeente_code = ${gemeente} and m.meldingnummer = any(${nummers})`.execute(em.db);
  return rows;
}

/** Stores reports; one whose number is known stays as it is. In the role of the API. */
export async function bewaarMeldingen(
  em: InGemeente,
  gemeente: string,
  klusId: string,
  meldingen: readonly MeldingInhoud[],
): Promise<void> {
  await sql`insert into app.verzuimmelding as m (gemeente_code, klus_id, vastgelegd_op, meldingnummer, jongere_id, soort, verzuim_vanaf,
      verzuim_tot, zestien_uur_op, uren, aantal_te_laat, brin, spreekuur, ontvangen_op)
    select ${gemeente}, ${klusId}, ${em.nu}, ${INHOUD} from jsonb_to_recordset(${JSON.stringify(meldingen)}::jsonb) m(
      meldingnummer text, jongere_id uuid, soort text, verzuim_vanaf date, verzuim_tot date, zestien_uur_op date, uren int,
      aantal_te_laat int, brin text, spreekuur boolean, ontvangen_op date)
    on conflict (gemeente_code, meldingnummer) do nothing`.execute(em.db);
}

/** A process as far as DUO hears of it. */
export interface DuoProces {
  procestype: string;
  toestand: string;
  afgerond: boolean;
  uitkomst: string | null;
  gegevens: Record<string, unknown>;
}

/**
 * Attaches a report to a process and gives it the status of that process. In the role of the worker.
 * @throws Error while the process has no row yet: repeat it.
 */
export async function hechtMeldingAan(
  em: InGemeente,
  m: Pick<Melding, 'gemeente_code' | 'meldingnummer' | 'jongere_id'>,
  procesId: string,
  standVan: (p: DuoProces) => Omit<DuoStand, 'meldingen' | 'ingetrokken'> | undefined,
): Promise<void> {
  // Against a change of the process at this moment: whoever comes second sees what the first wrote.
  const { rows } =
    await sql<DuoProces>`select procestype, toestand, afgerond, uitkomst, snapshot->'gegevens' as gegevens
    from app.proces where gemeente_code = ${m.gemeente_code} and id = ${procesId} for share`.execute(em.db);
  const proces = rows[0];
  if (!proces) throw new Error('Het proces van deze melding heeft nog geen rij.');
  const stand: DuoStand = { meldingen: [m.meldingnummer], ingetrokken: [], ...standVan(proces) };
  await sql`select app.duo_bijwerken(${m.gemeente_code}, ${procesId}, ${m.jongere_id}, ${JSON.stringify(stand)}, ${em.nu})`.execute(
    em.db,
  );
}

/** Notes that the school withdrew a report. In the role of the worker. */
export async function trekMeldingIn(em: InGemeente, gemeente: string, meldingnummer: string): Promise<void> {
  await sql`select app.duo_status(${gemeente}, ${[meldingnummer]}, 'ingetrokken', null, false, ${em.nu})`.execute(
    em.db,
  );
}

/** The type of a process that is not over; undefined when it is, or is unknown. */
export async function typeVanOpen(
  em: InGemeente,
  gemeente: string,
  procesId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ procestype: string }>`select procestype from app.proces
    where gemeente_code = ${gemeente} and id = ${procesId} and not afgerond`.execute(em.db);
  return rows[0]?.procestype;
}

/** Whether this key opened this process. */
export async function isGeopendMet(
  em: InGemeente,
  gemeente: string,
  procesId: string,
  sleutel: string,
): Promise<boolean> {
  const { rows } = await sql`select from app.proces
    where gemeente_code = ${gemeente} and id = ${procesId} and opening_sleutel = ${sleutel}`.execute(em.db);
  return rows.length > 0;
}

export interface MeldingFilter {
  meldingnummer?: string | undefined;
  jongereId?: string | undefined;
  procesId?: string | undefined;
  /** Only those that no process handles yet. */
  zonderProces?: boolean | undefined;
}
export interface MeldingPlek {
  op: string;
  meldingnummer: string;
}

/** Reports, newest first. */
export async function leesMeldingenLijst(
  em: InGemeente,
  f: MeldingFilter,
  na: MeldingPlek | undefined,
  limiet: number,
): Promise<Melding[]> {
  const waar = enAlle([
    inEigen('m.gemeente_code', em.gemeenten),
    f.meldingnummer === undefined ? undefined : sql`m.meldingnummer = ${f.meldingnummer}`,
    f.jongereId === undefined ? undefined : sql`m.jongere_id = ${f.jongereId}`,
    f.procesId === undefined ? undefined : sql`m.proces_id = ${f.procesId}`,
    f.zonderProces === undefined
      ? undefined
      : f.zonderProces
        ? sql`m.proces_id is null`
        : sql`m.proces_id is not null`,
    na && sql`(m.vastgelegd_op, m.meldingnummer) < (${na.op}, ${na.meldingnummer})`,
  ]);
  const { rows } = await sql<Melding>`select ${MELDING} from app.verzuimmelding m where ${waar}
    order by m.vastgelegd_op desc, m.meldingnummer desc limit ${sql.lit(limiet)}`.execute(em.db);
  return rows;
}

/** One line of the ledger: what DUO must hear about a report. */
export interface Terugmelding {
  gemeente_code: string;
  meldingnummer: string;
  volgnr: number;
  status: DuoStatusNaam;
  reden: string | null;
  afzender: 'leerlijn' | 'pakket';
  aangemaakt_op: Date;
  partij: number | null;
  pogingen: number;
  volgende_poging_op: Date;
  fout: string | null;
  verzonden_op: Date | null;
}

export interface TerugmeldingFilter {
  status?: DuoStatusNaam | undefined;
  meldingnummer?: string | undefined;
  /** 'open': ours to send and not sent yet. 'pakket': told by the package of the municipality, not by us. */
  staat?: 'open' | 'verzonden' | 'pakket' | undefined;
  /** Still open, and made before this moment, per municipality. */
  openVoor?: ReadonlyMap<string, Date> | undefined;
}
export interface TerugmeldingPlek {
  op: string;
  meldingnummer: string;
  volgnr: number;
}

const OPEN = sql<SqlBool>`t.verzonden_op is null and t.afzender = 'leerlijn'`;
const STAAT: Record<NonNullable<TerugmeldingFilter['staat']>, RawBuilder<SqlBool>> = {
  open: OPEN,
  verzonden: sql`t.verzonden_op is not null`,
  pakket: sql`t.afzender = 'pakket'`,
};
const TERUGMELDING = sql`t.gemeente_code, t.meldingnummer, t.volgnr, t.status, t.reden, t.afzender, t.aangemaakt_op, t.partij, t.pogingen,
  t.volgende_poging_op, t.fout, t.verzonden_op`;

/** Lines of the ledger, oldest first. */
export async function leesTerugmeldingen(
  em: InGemeente,
  f: TerugmeldingFilter,
  na: TerugmeldingPlek | undefined,
  limiet: number,
): Promise<Terugmelding[]> {
  const teLang =
    f.openVoor &&
    [...f.openVoor].map(([code, moment]) => sql`(t.gemeente_code = ${code} and t.aangemaakt_op < ${moment})`);
  const waar = enAlle([
    inEigen('t.gemeente_code', em.gemeenten),
    f.status === undefined ? undefined : sql`t.status = ${f.status}`,
    f.meldingnummer === undefined ? undefined : sql`t.meldingnummer = ${f.meldingnummer}`,
    f.staat && STAAT[f.staat],
    teLang && sql`${OPEN} and (${teLang.length > 0 ? sql.join(teLang, sql` or `) : sql`false`})`,
    na && sql`(t.aangemaakt_op, t.meldingnummer, t.volgnr) > (${na.op}, ${na.meldingnummer}, ${na.volgnr})`,
  ]);
  const { rows } = await sql<Terugmelding>`select ${TERUGMELDING} from app.duo_terugmelding t where ${waar}
    order by t.aangemaakt_op, t.meldingnummer, t.volgnr limit ${sql.lit(limiet)}`.execute(em.db);
  return rows;
}

/**
 * Claims the next batch of a municipality for `tot`: one that was begun before, or a new one. Null when nothing is due. A newer batch never
 * overtakes an older one. In the role of the worker.
 */
export async function neemPartij(
  em: InGemeente,
  gemeente: string,
  tot: Date,
  hoogstens: number,
): Promise<Terugmelding[] | null> {
  // One batch at a time in a municipality, whichever worker sends it.
  await sql`select pg_advisory_xact_lock(hashtext('duo_terugmelding ' || ${gemeente}))`.execute(em.db);
  await sql`update app.duo_terugmelding set partij =
      (select coalesce(max(partij), 0) + 1 from app.duo_terugmelding where gemeente_code = ${gemeente})
    where gemeente_code = ${gemeente} and (meldingnummer, volgnr) in (
      select meldingnummer, volgnr from app.duo_terugmelding
      where gemeente_code = ${gemeente} and verzonden_op is null and afzender = 'leerlijn'
      order by aangemaakt_op, meldingnummer, volgnr limit ${sql.lit(hoogstens)})
    and not exists (select from app.duo_terugmelding
      where gemeente_code = ${gemeente} and verzonden_op is null and afzender = 'leerlijn' and partij is not null)`.execute(
    em.db,
  );
  const { rows } = await sql<Terugmelding>`
    update app.duo_terugmelding t set pogingen = pogingen + 1, volgende_poging_op = ${tot}
    where gemeente_code = ${gemeente} and verzonden_op is null and afzender = 'leerlijn' and partij is not null
      and volgende_poging_op <= ${em.nu}
    returning ${TERUGMELDING}`.execute(em.db);
  if (rows.length === 0) return null;
  return rows.sort(opVolgorde);
}

const opVolgorde = (a: Terugmelding, b: Terugmelding): number =>
  a.aangemaakt_op.getTime() - b.aangemaakt_op.getTime() ||
  (a.meldingnummer < b.meldingnummer ? -1 : a.meldingnummer > b.meldingnummer ? 1 : a.volgnr - b.volgnr);

/** Notes that a batch was sent. In the role of the worker. */
export async function meldVerzonden(em: InGemeente, gemeente: string, partij: number): Promise<void> {
  await sql`update app.duo_terugmelding set verzonden_op = ${em.nu}, fout = null
    where gemeente_code = ${gemeente} and partij = ${partij} and verzonden_op is null`.execute(em.db);
}

/** Notes that a batch could not be sent, and when it is tried again. In the role of the worker. */
export async function meldNietVerzonden(
  em: InGemeente,
  gemeente: string,
  partij: number,
  fout: string,
  opnieuw: Date,
): Promise<void> {
  await sql`update app.duo_terugmelding set fout = ${fout}, volgende_poging_op = ${opnieuw}
    where gemeente_code = ${gemeente} and partij = ${partij} and verzonden_op is null`.execute(em.db);
}
