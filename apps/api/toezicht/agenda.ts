import { datum, datumInWoorden, type Datum } from '#kalender';
import { grondslagInWoorden, wet, keten, type Grondslag } from '#process';
import { leesGrondslag, telLopendeTermijn, telOpen, type InGemeente } from '#read-model';
import { processen } from '#workflows';

/** One day of the year on which something must be ready. */
export interface Agendapunt {
  punt: string;
  titel: string;
  /** The last day on which it is in time. */
  uiterlijk: Datum;
  soort: 'LAW' | 'CHAIN' | 'LOCAL';
  bron: string;
  voorbij: boolean;
  /** What is left to do, as far as Leerlijn knows. */
  nogTeDoen: { aantal: number | null; wat: string };
  /** Where one sees it in this API. */
  link: string;
}

interface Verplichting {
  punt: string;
  titel: string;
  maandDag: string;
  grondslag: Grondslag;
}

/** Before 1 October: 30 September is the last day. */
const JAARVERSLAG: Verplichting = {
  punt: 'jaarverslag',
  titel: 'Jaarverslag leerplicht aan de gemeenteraad',
  maandDag: '09-30',
  grondslag: wet('Leerplichtwet 1969', '25'),
};
const VSV: Verplichting = {
  punt: 'vsvEffectrapportage',
  titel: 'VSV-effectrapportage aan DUO',
  maandDag: '12-15',
  grondslag: keten('VSV-effectrapportage uiterlijk 15 december', 'DUO, indexpagina doorstroompunt'),
};

/** The terms that fall on one day of each year, by process: the exemption round is one. */
const jaarrondes = Object.values(processen).flatMap(({ nieuwste: d, teksten }) =>
  d.termijnen.flatMap((t) =>
    'elkJaar' in t.vanaf && d.afgeschermd === undefined ? [{ d, t, teksten, maandDag: t.vanaf.elkJaar }] : [],
  ),
);
/** The process types of the Doorstroompunt: whom the report to DUO is about. */
const doorstroompunt = Object.entries(processen)
  .filter(([, p]) => p.nieuwste.team === 'doorstroompunt')
  .map(([naam]) => naam);

/** What a municipality must have ready in this calendar year, by date. */
export async function leesAgenda(em: InGemeente, gemeente: string, jaar: number): Promise<Agendapunt[]> {
  const dag = (maandDag: string): Datum => datum(`${jaar}-${maandDag}`);
  const punt = (v: Verplichting, nogTeDoen: Agendapunt['nogTeDoen'], link: string): Agendapunt => ({
    punt: v.punt,
    titel: v.titel,
    uiterlijk: dag(v.maandDag),
    soort: v.grondslag.soort,
    bron: grondslagInWoorden(v.grondslag),
    voorbij: em.vandaag > dag(v.maandDag),
    nogTeDoen,
    link,
  });
  const rondes: Agendapunt[] = [];
  for (const { d, t, teksten, maandDag } of jaarrondes) {
    const aantal = await telLopendeTermijn(em, d.key, t.naam, dag(maandDag));
    const titel = `${teksten.titel}: ${teksten.termijnen[t.naam] ?? t.naam}`;
    rondes.push(
      punt(
        { punt: `${d.key}.${t.naam}`, titel, maandDag, grondslag: t.grondslag },
        { aantal, wat: `Lopende processen die uiterlijk ${datumInWoorden(dag(maandDag))} aan de beurt zijn` },
        `/processen?procestype=${d.key}&gemeente=${gemeente}`,
      ),
    );
  }
  // The school year that ended in the summer before.
  const schooljaar = `${jaar - 1}-${jaar}`;
  const grondslag = await leesGrondslag(em, gemeente, schooljaar);
  return [
    ...rondes,
    punt(
      { ...JAARVERSLAG, titel: `${JAARVERSLAG.titel}, schooljaar ${schooljaar}` },
      grondslag
        ? {
            aantal: 0,
            wat: 'Het aantal leer- en kwalificatieplichtigen is vastgelegd; de cijfers staan klaar',
          }
        : { aantal: 1, wat: 'Het aantal leer- en kwalificatieplichtigen is nog niet vastgelegd' },
      `/jaarcijfers/${schooljaar}?gemeente=${gemeente}`,
    ),
    punt(
      VSV,
      { aantal: await telOpen(em, doorstroompunt), wat: 'Lopende trajecten van het Doorstroompunt' },
      `/toezicht/overzicht?gemeente=${gemeente}`,
    ),
  ].sort((a, b) => (a.uiterlijk < b.uiterlijk ? -1 : 1));
}
