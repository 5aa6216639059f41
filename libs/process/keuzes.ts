import type { Duur } from '#kalender';

/** What a setting may hold. */
export type InstellingVorm =
  | { soort: 'duur' }
  | { soort: 'getal'; min: number; max: number; eenheid: string }
  | { soort: 'jaNee' }
  | { soort: 'keuze'; keuzes: readonly string[] }
  | { soort: 'postbussen' };

/** A setting of no term: a number, yes or no, one of several, or a duration that a guard counts with. Who reads it falls back to `standaard`. */
export interface Keuze {
  naam: string;
  titel: string;
  /** Why the default is what it is, and what the setting does. */
  bron: string;
  /** No source settles it ([U] in the settled readings): the screen says so. */
  onzeker?: true;
  vorm: InstellingVorm;
  standaard: number | boolean | string | Duur;
  /** The process types that read it; absent when all do. */
  processen?: readonly string[];
  /** No process reads it, so it never goes to one: it only says something about the municipality or its schools. */
  buitenProces?: true;
}

/** The name of the setting that holds the RMC region of a municipality. */
export const RMC_REGIO = 'rmcRegio';
/** How many RMC regions the country has (annual report 2023-2024). */
export const AANTAL_REGIOS = 40;

/** The kinds of school that the Schoolaanwezigheidskaart has a threshold for, with what they are called. */
const KAART = {
  po: 'primair onderwijs',
  vo: 'voortgezet onderwijs',
  vso: 'voortgezet speciaal onderwijs',
  pro: 'praktijkonderwijs',
  isk: 'internationale schakelklas',
  mbo: 'middelbaar beroepsonderwijs',
} as const;

/** The name of the setting that holds the threshold of a kind of school. */
export const kaartDrempel = (schoolsoort: keyof typeof KAART): string =>
  `aanwezigheidskaart${schoolsoort.charAt(0).toUpperCase()}${schoolsoort.slice(1)}`;

const kaartKeuzes: Keuze[] = (Object.keys(KAART) as (keyof typeof KAART)[]).map((soort) => ({
  naam: kaartDrempel(soort),
  titel: `Schoolaanwezigheidskaart, ${KAART[soort]}: aantal uren verzuim in vier lesweken waarbij de school in actie komt`,
  bron:
    'Regionale kaart van de gemeenten en scholen; geen van onze bronnen noemt haar getallen. ' +
    'De standaard is de wettelijke meldplicht van 16 uur in vier lesweken (Leerplichtwet 1969, artikel 21a).',
  onzeker: true,
  vorm: { soort: 'getal', min: 1, max: 16, eenheid: 'uren' },
  standaard: 16,
  buitenProces: true,
}));

const HERINNEREN =
  'Afspraak van de gemeente. Vaste herinneringen van een proces (zoals 1 april voor een vrijstelling) staan hier los van.';

/**
 * Every threshold and choice of a municipality. A definition cannot name these itself, because its guards are functions; a spec compares this
 * list with what the code reads.
 */
export const keuzes: readonly Keuze[] = [
  {
    naam: 'duoAfzender',
    titel: 'Wie aan DUO meldt wat er met een verzuimmelding gebeurt',
    bron: 'Afspraak van de gemeente met haar leverancier: haar pakket, of Leerlijn. Twee systemen die naar DUO schrijven spreken elkaar tegen.',
    onzeker: true,
    vorm: { soort: 'keuze', keuzes: ['pakket', 'leerlijn'] },
    standaard: 'pakket',
    processen: ['mas', 'spreekuur', 'traject'],
  },
  {
    naam: 'schrikkeldag',
    titel: 'Verjaardag van wie op 29 februari is geboren, in een gewoon jaar',
    bron: 'Lezing van deze gemeente; geen bron geeft uitsluitsel.',
    onzeker: true,
    vorm: { soort: 'keuze', keuzes: ['1 maart', '28 februari'] },
    standaard: '1 maart',
  },
  {
    naam: 'goedeVrijdagIsWerkdag',
    titel: 'Goede Vrijdag is een werkdag',
    bron: 'Alleen voor termijnen van de gemeente en de keten. Voor de wet is Goede Vrijdag altijd vrij (Algemene termijnenwet, artikel 3 lid 2).',
    vorm: { soort: 'jaNee' },
    standaard: false,
  },
  {
    naam: 'termijnenVerschuiven',
    titel: 'Een termijn die op een vrije dag eindigt, schuift naar de volgende werkdag',
    bron: 'Alleen voor termijnen van de gemeente en de keten; wettelijke termijnen volgen de Algemene termijnenwet.',
    vorm: { soort: 'jaNee' },
    standaard: true,
  },
  {
    naam: 'spreekuurHersteldUren',
    titel: 'Hoogste aantal uren verzuim waarbij het spreekuur "hersteld" voorstelt',
    bron: 'Afspraak van de gemeente. Vanaf 16 uur geldt de meldplicht (Leerplichtwet 1969, artikel 21a).',
    vorm: { soort: 'getal', min: 0, max: 15, eenheid: 'uren' },
    standaard: 0,
    processen: ['spreekuur'],
  },
  {
    naam: 'peildatumVerklaring',
    titel: 'De dag waarop de verklaring van de arts hoogstens drie maanden oud mag zijn',
    bron: 'Lezing van Leerplichtwet 1969, artikel 7: de kennisgeving, of de latere van kennisgeving en toets.',
    onzeker: true,
    vorm: { soort: 'keuze', keuzes: ['laatste', 'kennisgeving'] },
    standaard: 'laatste',
    processen: ['vrijstelling'],
  },
  {
    naam: 'geenContactPogingen',
    titel: 'Aantal pogingen waarna een jongere als niet bereikt geldt',
    bron: 'Afspraak van de gemeente; geen bron noemt een aantal.',
    onzeker: true,
    vorm: { soort: 'getal', min: 1, max: 20, eenheid: 'pogingen' },
    standaard: 3,
    processen: ['overdracht', 'traject'],
  },
  {
    naam: 'haltBijAchttien',
    titel: 'Wat er met Halt gebeurt als de jongere 18 wordt',
    bron: 'Wie dan beslist staat niet vast: de ambtenaar besluit na overleg met de officier van justitie en Halt, een verwijzing gaat door, of Halt stopt.',
    onzeker: true,
    vorm: { soort: 'keuze', keuzes: ['besluiten', 'doorgaan', 'stoppen'] },
    standaard: 'besluiten',
    processen: ['halt'],
  },
  {
    naam: 'masCivielVooraf',
    titel: 'Zo lang voor de 18e verjaardag waarschuwt de civiele route dat de tijd kort is',
    bron: 'Afspraak van de gemeente.',
    vorm: { soort: 'duur' },
    standaard: { maanden: 6 },
    processen: ['mas'],
  },
  {
    naam: 'bezwaarcommissie',
    titel: 'Over een bezwaar adviseert altijd een commissie',
    bron: 'Keuze van de gemeente (Algemene wet bestuursrecht, artikel 7:13). Per bezwaar kan de ambtenaar anders aangeven.',
    vorm: { soort: 'jaNee' },
    standaard: false,
    processen: ['verlof'],
  },
  {
    naam: RMC_REGIO,
    titel: 'De RMC-regio (Doorstroompuntregio) van de gemeente: haar nummer',
    bron: "Regionale meld- en coördinatiefunctie: iedere gemeente hoort bij een van de 40 regio's. 0 volgt wat Leerlijn van de gemeente weet.",
    vorm: { soort: 'getal', min: 0, max: AANTAL_REGIOS, eenheid: 'regio' },
    standaard: 0,
    buitenProces: true,
  },
  {
    naam: 'wachtBuitenDagen',
    titel: 'Na zoveel dagen wachten op iemand buiten het team ziet de toezichthouder het',
    bron: 'Afspraak van de gemeente; telt niet als vastgelopen.',
    vorm: { soort: 'getal', min: 1, max: 365, eenheid: 'dagen' },
    standaard: 28,
    buitenProces: true,
  },
  ...kaartKeuzes,
  {
    naam: 'herinnerHalverwege',
    titel: 'Herinneren halverwege een termijn',
    bron: HERINNEREN,
    vorm: { soort: 'jaNee' },
    standaard: true,
  },
  {
    naam: 'herinnerHalverwegeVanaf',
    titel: 'Zo lang is een termijn minstens, wil er halverwege een herinnering komen',
    bron: HERINNEREN,
    vorm: { soort: 'getal', min: 2, max: 250, eenheid: 'werkdagen' },
    standaard: 20,
  },
  {
    naam: 'herinnerVooraf',
    titel: 'Herinneren voordat een termijn afloopt',
    bron: HERINNEREN,
    vorm: { soort: 'jaNee' },
    standaard: true,
  },
  {
    naam: 'herinnerVoorafDagen',
    titel: 'Zo lang voor het einde van een termijn komt de herinnering vooraf',
    bron: HERINNEREN,
    vorm: { soort: 'getal', min: 1, max: 30, eenheid: 'werkdagen' },
    standaard: 2,
  },
  {
    naam: 'herinnerVerstreken',
    titel: 'Herinneren zodra een termijn is verstreken',
    bron: HERINNEREN,
    vorm: { soort: 'jaNee' },
    standaard: true,
  },
  {
    naam: 'herinnerGroep',
    titel: 'De groep herinneren als een termijn verstreken blijft',
    bron: HERINNEREN,
    vorm: { soort: 'jaNee' },
    standaard: true,
  },
  {
    naam: 'herinnerGroepDagen',
    titel: 'Zo lang na het einde van een termijn hoort de groep het',
    bron: HERINNEREN,
    vorm: { soort: 'getal', min: 1, max: 60, eenheid: 'werkdagen' },
    standaard: 2,
  },
  {
    naam: 'herinnerTeamleider',
    titel: 'De teamleider herinneren als een termijn verstreken blijft',
    bron: HERINNEREN,
    vorm: { soort: 'jaNee' },
    standaard: true,
  },
  {
    naam: 'herinnerTeamleiderDagen',
    titel: 'Zo lang na het einde van een termijn hoort de teamleider het',
    bron: HERINNEREN,
    vorm: { soort: 'getal', min: 1, max: 90, eenheid: 'werkdagen' },
    standaard: 5,
  },
];
