import type { Effect, Gebeurtenis, Snapshot, Vooruitblik } from '#process';
import type { TijdlijnRij } from '#read-model';
import { magGegevensLezen, zietAfgeschermd } from '../auth/rechten.js';
import type { Beller } from '../auth/beller.js';
import { AFGESCHERMD, gebeurtenisZonderWpg } from './afgeschermd.js';
import { actieVan, definitieVan, procestype, regelVanHerinnering, titelVanActie } from './catalogus.js';
import { inhoudVelden } from './invoer.js';

type Teksten = ReadonlyMap<string, { tekst: string }>;

/** What a line of the timeline is called. */
export function titelVan(s: Snapshot, g: Gebeurtenis): string {
  const { teksten } = definitieVan(s);
  const termijn = (naam: string): string => teksten.termijnen[naam] ?? naam;
  switch (g.soort) {
    case 'geopend':
      return `Geopend: ${teksten.titel}`;
    case 'actie':
    case 'kern':
      return titelVanActie(s, g.naam);
    case 'verlopen':
      return `Verstreken: ${termijn(g.naam)}`;
    case 'gebeurd':
      return termijn(g.naam);
    case 'herinnering': {
      const [naam = '', soort = ''] = g.naam.split('.');
      return regelVanHerinnering(soort, termijn(naam));
    }
    case 'bericht':
      return `Niet verwerkt bericht van een ander proces: ${titelVanActie(s, g.naam)}`;
  }
}

/** A line of the timeline as this caller sees it. A text that he may not read keeps its place and its class, without its words. */
export function toonGebeurtenis(
  s: Snapshot,
  r: TijdlijnRij,
  teksten: Teksten,
  beller: Beller,
): Record<string, unknown> {
  const { d } = definitieVan(s);
  const { gegevens = {}, ...wat } = zietAfgeschermd(beller) ? r.wat : gebeurtenisZonderWpg(d, r.wat);
  const schema = wat.soort === 'geopend' ? d.start : actieVan(d, wat.naam)?.invoer;
  const velden = schema ? inhoudVelden(schema) : [];
  const namen = velden.map(([veld]) => veld);
  return {
    revisie: r.revisie,
    volgnr: r.volgnr,
    tijdstip: r.tijdstip,
    titel: 'afgeschermd' in wat ? AFGESCHERMD : titelVan(s, r.wat),
    ...wat,
    ...(magGegevensLezen(beller)
      ? { gegevens: Object.fromEntries(Object.entries(gegevens).filter(([veld]) => !namen.includes(veld))) }
      : {}),
    teksten: velden.flatMap(([veld, klasse]) => {
      const id = gegevens[veld];
      if (typeof id !== 'string') return [];
      return [{ veld, klasse, tekst: teksten.get(id)?.tekst ?? null }];
    }),
  };
}

/** A day of the preview with the sentences that say what happens on it. */
export function toonVooruitblik(s: Snapshot, dag: Vooruitblik): Record<string, unknown> {
  return {
    op: dag.op,
    toestand: dag.toestand,
    zinnen: [
      ...dag.gebeurtenissen.flatMap((g) => zinnenVan(s, g)),
      ...dag.effecten.flatMap((e) => zinVanEffect(s, e)),
    ],
  };
}

function zinnenVan(s: Snapshot, g: Gebeurtenis): string[] {
  const { teksten } = definitieVan(s);
  const toestand = (naam: string): string => teksten.toestanden[naam] ?? naam;
  const zinnen = g.soort === 'herinnering' ? [] : [`${titelVan(s, g)}.`];
  if (g.naar) zinnen.push(`Het proces gaat van "${toestand(g.van ?? '')}" naar "${toestand(g.naar)}".`);
  for (const vlag of g.vlaggen ?? []) zinnen.push(`${teksten.vlaggen[vlag] ?? vlag}.`);
  return zinnen;
}

const titelVanType = (naam: string): string => procestype(naam)?.teksten.titel ?? naam;

function zinVanEffect(s: Snapshot, e: Effect): string[] {
  const { teksten } = definitieVan(s);
  const taak = (naam: string): string => teksten.taken[naam] ?? naam;
  switch (e.soort) {
    case 'herinner':
      return [`Herinnering aan de ${e.aan} over "${teksten.termijnen[e.termijn] ?? e.termijn}".`];
    case 'taak':
      return [`Taak voor de ${e.voor}: ${taak(e.naam)}`];
    case 'brief':
      return [`Brief aan ${e.aan}: ${taak(e.naam)}`];
    case 'start':
      return [
        e.gegevens === undefined ? taak(e.procestype) : `Opent het proces "${titelVanType(e.procestype)}".`,
      ];
    case 'meld':
      return [
        e.gegevens === undefined
          ? taak(`${e.procestype}.${e.bericht}`)
          : `Geeft bericht aan het proces "${titelVanType(e.procestype)}".`,
      ];
  }
}
