/** What a figure means, from which school year on. A meaning that changes is a new version: older years keep theirs, and a break shows. */
export interface Definitie {
  versie: number;
  /** The first school year it holds for; null when it always did. */
  vanaf: string | null;
  tekst: string;
}

/** Where a figure comes from, and from nowhere else. */
export const BRONNEN = {
  verzuimmelding: 'verzuimmeldingen van DUO',
  mas: 'verzuimprocessen (MAS)',
  spreekuur: 'spreekuren',
  contactmoment: 'contactmomenten',
  strafrecht: 'strafrechtprocessen',
  halt: 'Haltprocessen',
  vrijstelling: 'vrijstellingsprocessen',
  thuiszitterstafel: 'processen van de thuiszitterstafel',
  jongere: 'gegevens van de jongeren',
  tabel: 'de rijen van deze tabel, apart geteld',
} as const;
export type Bron = keyof typeof BRONNEN;

/** One row of a table. `deel`: it adds up to the total; `waarvan`: it is counted in another row too. */
export interface CijferDef {
  cijfer: string;
  titel: string;
  soort: 'deel' | 'waarvan' | 'totaal' | 'percentage';
  bron: Bron;
  definities: readonly Definitie[];
  /** Absent before this school year. */
  sinds?: string;
}

export interface TabelDef {
  tabel: string;
  titel: string;
  /** What `aantal` counts. */
  eenheid: string;
  cijfers: readonly CijferDef[];
}

/** From this school year on there is a DUO report for who comes to the spreekuur; before it such a report is no absence in these figures. */
const SPREEKUUR_GEMELD = '2024-2025';

const altijd = (tekst: string): Definitie[] => [{ versie: 1, vanaf: null, tekst }];
const metSpreekuur = (tekst: string): Definitie[] => [
  { versie: 1, vanaf: null, tekst: `${tekst} Meldingen voor het verzuimspreekuur tellen niet mee.` },
  { versie: 2, vanaf: SPREEKUUR_GEMELD, tekst: `${tekst} Meldingen voor het verzuimspreekuur tellen mee.` },
];
const cijfer = (
  naam: string,
  titel: string,
  bron: Bron,
  definities: Definitie[] | string,
  soort: CijferDef['soort'] = 'deel',
): CijferDef => ({
  cijfer: naam,
  titel,
  soort,
  bron,
  definities: typeof definities === 'string' ? altijd(definities) : definities,
});

const VERZUIM: TabelDef = {
  tabel: 'verzuim',
  titel: 'Verzuim naar soort',
  eenheid: 'meldingen',
  cijfers: [
    cijfer(
      'absoluut',
      'Absoluut verzuim',
      'mas',
      'Jongeren die leerplichtig zijn en op geen school staan ingeschreven, op de dag waarop de melding binnenkwam. Een ingetrokken zaak telt niet mee.',
    ),
    cijfer(
      'relatief',
      'Relatief verzuim',
      'verzuimmelding',
      metSpreekuur(
        'Alle meldingen over jongeren die op een school staan ingeschreven, op de dag van ontvangst. Ingetrokken meldingen tellen niet mee.',
      ),
      'totaal',
    ),
    cijfer(
      'zestienUurTot18',
      '16 uur of meer in 4 lesweken, jonger dan 18 jaar',
      'verzuimmelding',
      'Meldingen van 16 uur of meer ongeoorloofd verzuim in 4 lesweken; op de dag van ontvangst jonger dan 18 jaar.',
    ),
    cijfer(
      'zestienUurVanaf18',
      '16 uur of meer in 4 lesweken, 18 jaar of ouder',
      'verzuimmelding',
      'Meldingen van 16 uur of meer ongeoorloofd verzuim in 4 lesweken; op de dag van ontvangst 18 jaar of ouder.',
    ),
    cijfer(
      'achttienPlus',
      '18 jaar of ouder, ten minste 4 schoolweken achtereen',
      'verzuimmelding',
      'Meldingen 18+ verzuim: ten minste 4 aaneengesloten schoolweken.',
    ),
    cijfer(
      'langdurig',
      'Langdurig relatief verzuim',
      'verzuimmelding',
      'Meldingen langdurig relatief verzuim: langer dan 4 weken. In het jaarverslag 2023-2024 is deze soort geen aparte rij.',
    ),
    cijfer(
      'overig',
      'Overig verzuim',
      'verzuimmelding',
      'Meldingen overig verzuim: minder dan 16 uur in 4 lesweken. Ook 14 en 15 uur horen hierbij. Een melding voor het verzuimspreekuur telt hier niet mee.',
    ),
    {
      ...cijfer(
        'overigSpreekuur',
        'Overig verzuim, gemeld voor het verzuimspreekuur',
        'verzuimmelding',
        'Meldingen die de school doet omdat de jongere naar het verzuimspreekuur komt. Wie met een jaar voor 2024-2025 vergelijkt, laat deze rij weg.',
      ),
      sinds: SPREEKUUR_GEMELD,
    },
    cijfer(
      'luxe',
      'Luxe verzuim',
      'verzuimmelding',
      'Meldingen luxe verzuim: vakantie buiten de schoolvakanties zonder verlof.',
    ),
    cijfer(
      'totaal',
      'Totaal',
      'tabel',
      metSpreekuur(
        'Alle meldingen van absoluut en relatief verzuim, en de jongeren over wie zij gaan: iedere jongere een keer.',
      ),
      'totaal',
    ),
    cijfer(
      'absoluutEnRelatief',
      'Waarvan met absoluut en relatief verzuim',
      'tabel',
      metSpreekuur('Jongeren met beide soorten verzuim. Zij staan in beide rijen en een keer in het totaal.'),
      'waarvan',
    ),
    cijfer(
      'vanaf18',
      'Waarvan 18 jaar of ouder',
      'tabel',
      metSpreekuur('Jongeren met een melding op of na hun 18e verjaardag.'),
      'waarvan',
    ),
    cijfer(
      'percentage',
      'Percentage van de leer- en kwalificatieplichtigen',
      'tabel',
      metSpreekuur(
        'Het totaal aantal jongeren gedeeld door het aantal leer- en kwalificatieplichtigen van de gemeente, op twee decimalen.',
      ),
      'percentage',
    ),
  ],
};

const PREVENTIE = 'Een jongere kan meer keer voorkomen.';
const INCIDENTEN: TabelDef = {
  tabel: 'incidenten',
  titel: 'Preventieve incidenten',
  eenheid: 'incidenten',
  cijfers: [
    cijfer(
      'spreekuur',
      'Verzuimspreekuur',
      'spreekuur',
      `Ieder spreekuur, op de dag waarop het is geopend. ${PREVENTIE}`,
    ),
    ...(
      [
        ['telefonisch', 'Telefonisch contact'],
        ['gesprek', 'Gesprek'],
        ['huisbezoek', 'Huisbezoek'],
      ] as const
    ).map(([naam, titel]) =>
      cijfer(
        naam,
        titel,
        'contactmoment',
        `Contactmomenten buiten een proces, op de dag van het contact. ${PREVENTIE}`,
      ),
    ),
    cijfer('totaal', 'Totaal', 'tabel', 'Alle spreekuren en contactmomenten.', 'totaal'),
  ],
};

const JURIDISCH: TabelDef = {
  tabel: 'juridisch',
  titel: 'Optreden vanuit juridisch kader',
  eenheid: 'processen-verbaal en verwijzingen',
  cijfers: [
    ...(['relatief', 'absoluut', 'luxe'] as const).map((soort) =>
      cijfer(
        `pv-${soort}`,
        `Proces-verbaal ${soort} verzuim`,
        'strafrecht',
        `Processen-verbaal wegens ${soort} verzuim, op de dag waarop zij zijn verzonden. Een proces-verbaal tegen jongere en ouders samen telt een keer.`,
      ),
    ),
    cijfer('halt', 'Halt', 'halt', 'Verwijzingen naar Halt, op de dag van de verwijzing.'),
    cijfer('totaal', 'Totaal', 'tabel', 'Alle processen-verbaal en Haltverwijzingen.', 'totaal'),
  ],
};

const OP_BESLUIT =
  'op de dag waarop het besluit is bekendgemaakt, of waarop een bezwaar tegen de afwijzing gegrond is verklaard';
const VRIJSTELLINGEN: TabelDef = {
  tabel: 'vrijstellingen',
  titel: 'Verleende vrijstellingen',
  eenheid: 'vrijstellingen',
  cijfers: [
    ...(
      [
        ['art5onderA', 'Artikel 5 onder a'],
        ['art5onderB', 'Artikel 5 onder b'],
        ['art5onderC', 'Artikel 5 onder c'],
      ] as const
    ).map(([naam, titel]) =>
      cijfer(
        naam,
        titel,
        'vrijstelling',
        'Bevestigde vrijstellingen, op de dag van de bevestiging. Wie ieder jaar opnieuw een beroep doet, telt bij iedere bevestiging.',
      ),
    ),
    cijfer('art15', 'Artikel 15', 'vrijstelling', `Verleende vrijstellingen, ${OP_BESLUIT}.`),
    cijfer('totaal', 'Totaal', 'tabel', 'Alle verleende vrijstellingen, zonder artikel 3a en 3b.', 'totaal'),
  ],
};

const VERVANGEND: TabelDef = {
  tabel: 'vervangend',
  titel: 'Vervangende leerplicht',
  eenheid: 'besluiten',
  cijfers: [
    ...(
      [
        ['art3a', 'Artikel 3a'],
        ['art3b', 'Artikel 3b'],
      ] as const
    ).map(([naam, titel]) =>
      cijfer(
        naam,
        titel,
        'vrijstelling',
        `Toegestane vervangende leerplicht, ${OP_BESLUIT}. Dit is geen vrijstelling.`,
      ),
    ),
    cijfer('totaal', 'Totaal', 'tabel', 'Alle toegestane vervangende leerplicht.', 'totaal'),
  ],
};

const TAFEL: TabelDef = {
  tabel: 'thuiszitterstafel',
  titel: 'Thuiszitterstafel',
  eenheid: 'keer',
  cijfers: [
    cijfer(
      'aangemeld',
      'Aangemeld',
      'thuiszitterstafel',
      'Aanmeldingen, op de dag van de aanmelding.',
      'waarvan',
    ),
    cijfer(
      'besproken',
      'Besproken',
      'thuiszitterstafel',
      'Besprekingen aan de tafel, op de dag van de vergadering. Het getal van de regio is de som van de jongeren van alle gemeenten.',
      'waarvan',
    ),
  ],
};

const BUITEN_PROCES =
  'op de dag van het overleg. Wat een proces zelf vastlegt (besproken in SAT, MDO gehouden) staat in dat proces en telt hier niet mee.';
const OVERLEG: TabelDef = {
  tabel: 'overleg',
  titel: 'Overleg met scholen en partners',
  eenheid: 'keer',
  cijfers: (
    [
      ['sat', 'SAT over een jongere'],
      ['mdo', 'MDO over een jongere'],
      ['satSchool', 'SAT over een school of groep'],
    ] as const
  ).map(([naam, titel]) =>
    cijfer(naam, titel, 'contactmoment', `Vastgelegde overleggen, ${BUITEN_PROCES}`, 'waarvan'),
  ),
};

const UITSTROOM: TabelDef = {
  tabel: 'uitstroom',
  titel: 'Uitstroom volgens Intergrip',
  eenheid: 'jongeren',
  cijfers: [
    ...(['gepland', 'ongepland'] as const).map((soort) =>
      cijfer(
        soort,
        soort === 'gepland' ? 'Geplande uitstroom' : 'Ongeplande uitstroom',
        'jongere',
        `Jongeren bij wie ${soort}e uitstroom is vastgelegd, op de dag van de uitstroom. Intergrip is de bron; het team legt het vast.`,
      ),
    ),
    cijfer('totaal', 'Totaal', 'tabel', 'Alle vastgelegde uitstroom.', 'totaal'),
  ],
};

/** Every table of the annual report that our own processes and tables can fill, with the meaning of each figure. */
export const TABELLEN: readonly TabelDef[] = [
  VERZUIM,
  INCIDENTEN,
  JURIDISCH,
  VRIJSTELLINGEN,
  VERVANGEND,
  TAFEL,
  OVERLEG,
  UITSTROOM,
];

/** The meaning of a figure in a school year: the latest that had begun. Years as text are in the order of time. */
export const definitieIn = (definities: readonly Definitie[], schooljaar: string): Definitie =>
  definities.filter((d) => d.vanaf === null || d.vanaf <= schooljaar).at(-1)!;

/** Whether the reports for the spreekuur count as absence in this school year: that is what the versions of these definitions differ in. */
export const teltSpreekuurmeldingen = (schooljaar: string): boolean => schooljaar >= SPREEKUUR_GEMELD;
