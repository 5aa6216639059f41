import { sql } from 'kysely';
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

/** The set of frozen pure functions that new processes follow. */
const REGELS = 1;
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

interface Rij {
  gemeente_code: string;
  geboortedatum: string;
  brin: string | null;
  contactpersoon: string | null;
  kalender_versie: number | null;
  kalender_bekend_tot: string | null;
  instellingen: Kader['instellingen']['waarden'];
  instellingen_versie: number;
  vakanties: Schoolkalender['vakanties'] | null;
}

/** The background of a youth in the municipalities of this transaction; undefined when there is no such youth. */
export async function leesAchtergrond(em: InGemeente, jongereId: string): Promise<Achtergrond | undefined> {
  const vanaf = plusDagen(em.vandaag, -VAKANTIES_TERUG_DAGEN);
  const { rows } = await sql<Rij>`
    select j.gemeente_code, j.geboortedatum, j.brin, s.contactpersoon, s.kalender_versie, s.kalender_bekend_tot,
      g.instellingen, g.instellingen_versie,
      (select jsonb_agg(jsonb_build_object('naam', v.naam, 'van', v.van, 'tot', v.tot) order by v.van)
       from app.schoolvakantie v where v.gemeente_code = j.gemeente_code and v.brin = j.brin and v.tot >= ${vanaf}) as vakanties
    from app.jongere j
    join app.gemeente g on g.code = j.gemeente_code
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

function kaderVan(rij: Rij): Kader {
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
