import { RMC_REGIO, type InstellingWaarde } from '#process';
import { leesInstellingJournaal, metStand, type InGemeente } from '#read-model';
import { catalogus } from '../instellingen/catalogus.js';
import { regioMet, regioVanGemeente, type Afspraak } from './regios.js';

/** The region of one municipality. What no source tells is null. */
export interface GetoondeRegio {
  nummer: number;
  naam: string | null;
  contactgemeente: { code: string; naam: string } | null;
  gemeenten: number | null;
  subregio: string | null;
  afspraak: Afspraak | null;
  werkcentrum: string | null;
  bron: string;
}

/** A value of a setting that goes to no process, on the day of this transaction. */
interface Gelezen {
  waarde: InstellingWaarde;
  isStandaard: boolean;
}

/** The settings of a municipality that count today, by name; one that is not its own has the default. */
export type Waarden = (naam: string) => Gelezen;

export async function leesWaarden(em: InGemeente, gemeente: string): Promise<Waarden> {
  const rijen = await leesInstellingJournaal(em, gemeente);
  return (naam) => {
    const eigen = rijen.filter((r) => r.naam === naam);
    const nu = metStand(eigen, em.vandaag).find((r) => r.stand === 'geldt')?.waarde ?? null;
    return { waarde: nu ?? catalogus.get(naam)!.standaard, isStandaard: nu === null };
  };
}

/** The region of a municipality: what it chose itself, else what our sources say; null when neither does. */
export async function leesRegio(em: InGemeente, gemeente: string): Promise<GetoondeRegio | null> {
  const gekozen = Number((await leesWaarden(em, gemeente))(RMC_REGIO).waarde);
  const regio = gekozen === 0 ? regioVanGemeente(gemeente) : regioMet(gekozen);
  const nummer = regio?.nummer ?? gekozen;
  if (nummer === 0) return null;
  const jaar = Number(em.vandaag.slice(0, 4));
  return {
    nummer,
    naam: regio?.naam ?? null,
    contactgemeente: regio?.contactgemeente ?? null,
    gemeenten: regio?.gemeenten ?? null,
    subregio: regio?.subregios.find((s) => s.gemeenten.includes(gemeente))?.naam ?? null,
    afspraak: regio?.afspraken.find((a) => a.van <= jaar && jaar <= a.tot) ?? null,
    werkcentrum: regio?.werkcentrum ?? null,
    bron: regio?.bron ?? 'Instelling van de gemeente; van deze regio kent Leerlijn alleen het nummer',
  };
}
