import { sql, type RawBuilder } from 'kysely';
import {
  datum,
  gelijkgesteldeDagen,
  plusDagen,
  verjaardag,
  type Datum,
  type Schoolkalender,
} from '#kalender';
import { AFGELEIDE_VELDEN, type Definitie, type Gegevens, type Kader } from '#process';
import type { InGemeente } from '../in-gemeente.js';
import { inEigen } from './zicht.js';

/**
 * The set of frozen pure functions that new processes follow; those that run stay on theirs until somebody brings the settings of today to them.
 * 2: a corrected date moves a running term whatever its `als` says by then.
 */
const REGELS = 2;
/** Holidays that ended longer ago than this no longer move any date; without them a snapshot is a fifth smaller. */
const VAKANTIES_TERUG_DAGEN = 190;
/** Version of the list of equated days in libs/kalender; goes up when that list changes. */
const GELIJKGESTELD = 1;

/** What a process must know of its youth and municipality before it can begin. */
export interface Achtergrond {
  gemeente: string;
  geboortedatum: Datum;
  brin: string | null;
  /** Officer who is the contact of the youth's school. */
  contactpersoon: string | null;
  afgeleid: Record<(typeof AFGELEIDE_VELDEN)[number], Datum>;
  kader: Kader;
}

/** The age, in years, that each derived field is the birthday of. */
const LEEFTIJD = { twaalfOp: 12, zestienOp: 16, achttienOp: 18, zevenentwintigOp: 27 } as const;

interface Rij extends SchoolVanKader, Instellingen {
  gemeente_code: string;
  geboortedatum: string;
  contactpersoon: string | null;
}

/** Those that count on the day of the transaction. */
interface Instellingen {
  instellingen: Kader['instellingen']['waarden'];
  instellingen_versie: number;
}

/** Nulls where a youth has no school. */
interface SchoolVanKader {
  brin: string | null;
  kalender_versie: number | null;
  kalender_bekend_tot: string | null;
  vakanties: Schoolkalender['vakanties'] | null;
}

/** The holidays of row `s` of app.school that may still move a date that counts from `sinds` or later. */
const vakantiesVan = (sinds: Datum): RawBuilder<Schoolkalender['vakanties'] | null> =>
  sql`(select jsonb_agg(jsonb_build_object('naam', v.naam, 'van', v.van, 'tot', v.tot) order by v.van)
    from app.schoolvakantie v where v.gemeente_code = s.gemeente_code and v.brin = s.brin and v.versie = s.kalender_versie
      and v.tot >= ${plusDagen(sinds, -VAKANTIES_TERUG_DAGEN)})`;

/**
 * The background of a youth in the municipalities of this transaction; undefined when there is no such youth.
 * @param sinds for a process that runs: the day it was opened, so that its kader still holds the holidays that its terms counted.
 */
export async function leesAchtergrond(
  em: InGemeente,
  jongereId: string,
  sinds: Datum = em.vandaag,
): Promise<Achtergrond | undefined> {
  const { rows } = await sql<Rij>`
    select j.gemeente_code, j.geboortedatum, j.brin, s.contactpersoon, s.kalender_versie, s.kalender_bekend_tot,
      i.waarden as instellingen, i.versie as instellingen_versie, ${vakantiesVan(sinds)} as vakanties
    from app.jongere j
    cross join lateral app.instellingen_op(j.gemeente_code, ${em.vandaag}) i
    left join app.school s on s.gemeente_code = j.gemeente_code and s.brin = j.brin
    where ${inEigen('j.gemeente_code', em.gemeenten)} and j.id = ${jongereId}`.execute(em.db);
  const rij = rows[0];
  if (!rij) return undefined;
  const geboortedatum = datum(rij.geboortedatum);
  const schrikkeldag = rij.instellingen['schrikkeldag'] === '28 februari' ? '28 februari' : '1 maart';
  return {
    gemeente: rij.gemeente_code,
    geboortedatum,
    brin: rij.brin,
    contactpersoon: rij.contactpersoon,
    afgeleid: Object.fromEntries(
      AFGELEIDE_VELDEN.map((veld) => [veld, verjaardag(geboortedatum, LEEFTIJD[veld], schrikkeldag)]),
    ) as Achtergrond['afgeleid'],
    kader: kaderVan(rij),
  };
}

/** The start data of a process: what was given, and what follows from the birth date. */
export function startGegevens(d: Definitie, gegeven: object, { afgeleid }: Achtergrond): Gegevens {
  const zelf = AFGELEIDE_VELDEN.filter((veld) => veld in d.start.shape).map((veld) => [veld, afgeleid[veld]]);
  return d.start.parse({ ...gegeven, ...Object.fromEntries(zelf) }) as Gegevens;
}

/** The kaders of a municipality today: of a process by the school of its youth and the day it was opened, as {@link leesAchtergrond} gives it. */
export async function leesKaders(
  em: InGemeente,
  gemeente: string,
): Promise<(brin: string | null, sinds: Datum) => Kader> {
  const { rows } = await sql<Instellingen>`select i.waarden as instellingen, i.versie as instellingen_versie
    from app.instellingen_op(${gemeente}, ${em.vandaag}) i`.execute(em.db);
  const instellingen = rows[0]!;
  const scholen = await sql<SchoolVanKader>`
    select s.brin, s.kalender_versie, s.kalender_bekend_tot, ${vakantiesVan(datum('1900-01-01'))} as vakanties
    from app.school s where s.gemeente_code = ${gemeente}`.execute(em.db);
  const perSchool = new Map(scholen.rows.map((s) => [s.brin, s]));
  return (brin, sinds) => {
    const vanaf = plusDagen(sinds, -VAKANTIES_TERUG_DAGEN);
    const school = perSchool.get(brin) ?? GEEN_SCHOOL;
    const vakanties = school.vakanties?.filter((v) => v.tot >= vanaf) ?? null;
    return kaderVan({ ...instellingen, ...school, vakanties });
  };
}

const GEEN_SCHOOL: SchoolVanKader = {
  brin: null,
  kalender_versie: null,
  kalender_bekend_tot: null,
  vakanties: null,
};

function kaderVan(rij: Instellingen & SchoolVanKader): Kader {
  const waarden = rij.instellingen;
  const kader: Kader = {
    regels: REGELS,
    instellingen: { versie: rij.instellingen_versie, waarden },
    kalender: {
      versie: `${GELIJKGESTELD}.${rij.kalender_versie ?? 0}`,
      // Where each day was read stands in libs/kalender; in every snapshot it would be half of its bytes.
      gelijkgesteld: gelijkgesteldeDagen.map((d) => ({ ...d, bron: '' })),
      goedeVrijdagIsWerkdag: waarden['goedeVrijdagIsWerkdag'] === true,
    },
  };
  if (rij.brin !== null && rij.kalender_bekend_tot !== null)
    kader.kalender.school = {
      brin: rij.brin,
      bekendTot: datum(rij.kalender_bekend_tot),
      vakanties: rij.vakanties ?? [],
    };
  return kader;
}
