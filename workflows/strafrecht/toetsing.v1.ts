import type { Datum } from '#kalender';
import { eis, gemeentelijk, keten, wet, type Context } from '#process';

/** What the checks read from a process of type strafrecht. */
export interface Zaak {
  besluitOp: Datum;
  tegen: 'jongere' | 'ouders' | 'beiden';
  verzuimsoort: 'relatief' | 'absoluut' | 'luxe';
  jongereGehoordOp: Datum;
  oudersGehoordOp: Datum;
  twaalfOp: Datum;
  achttienOp: Datum;
  nalevingGeprobeerd: boolean;
  schooldagen: number;
  eerderGewaarschuwd: boolean;
  verlofOverschreden: boolean;
  zittingOp: Datum;
  uitspraakOp: Datum;
  isSchool: boolean;
}
type Gegevens = Partial<Zaak>;
type C<I = Record<string, unknown>> = Context<I, Zaak>;

export const WET = 'Leerplichtwet 1969';
/** The days up to which a first absence for a holiday gets a warning (Openbaar Ministerie, Richtlijn strafvordering Leerplichtwet). */
const LUXE_WAARSCHUWING_DAGEN = 1;

const tegenJongere = (g: Gegevens): boolean => g.tegen === 'jongere' || g.tegen === 'beiden';
const tegenOuders = (g: Gegevens): boolean => g.tegen === 'ouders' || g.tegen === 'beiden';

/** Whoever the proces-verbaal is against was heard. */
const iedereenGehoord = (g: Gegevens): boolean =>
  (!tegenJongere(g) || g.jongereGehoordOp !== undefined) &&
  (!tegenOuders(g) || g.oudersGehoordOp !== undefined);
/** The same at the opening, and for the hearing that is being recorded now. */
export const alGehoord = (c: C): boolean => iedereenGehoord(c.gegevens);
export const nuGehoord = (c: C<Pick<Gegevens, 'jongereGehoordOp' | 'oudersGehoordOp'>>): boolean =>
  iedereenGehoord({ ...c.gegevens, ...c.invoer });

/** The Raad makes a strafonderzoek about youths, not about their parents. */
export const raadOnderzoekt = (c: C): boolean => c.gegevens.tegen !== 'ouders';

/** The youth himself is bound by the law from his 12th birthday on; before that only his parents are. */
export const twaalf = {
  naam: 'twaalfJaar',
  grondslag: wet(WET, '2 lid 3 en 22 lid 3'),
  melding: 'De jongere is nog geen 12 jaar. Een proces-verbaal kan dan alleen tegen de ouders.',
  als: (c: { gegevens: Gegevens; vandaag: Datum }): boolean =>
    !tegenJongere(c.gegevens) || (c.gegevens.twaalfOp !== undefined && c.gegevens.twaalfOp <= c.vandaag),
};

/** The record that a date lies behind us: an act is recorded after it was done. */
export const geweest = <V extends string>(veld: V, wat: string) =>
  eis<Record<V, Datum>>({
    naam: `${veld}Geweest`,
    grondslag: gemeentelijk('iets wordt vastgelegd nadat het is gebeurd'),
    melding: `De datum van ${wat} ligt in de toekomst.`,
    als: (c) => c.invoer[veld] <= c.vandaag,
  });

/** What must hold before the proces-verbaal may go to the Openbaar Ministerie. */
export const pvMag = [
  eis<{ pvVerzondenOp: Datum }, Zaak>(twaalf),
  eis<{ pvVerzondenOp: Datum }, Zaak>({
    naam: 'jongereGehoord',
    grondslag: wet(WET, '22 lid 3'),
    melding: 'De jongere is nog niet gehoord.',
    als: (c) => !tegenJongere(c.gegevens) || c.gegevens.jongereGehoordOp !== undefined,
  }),
  eis<{ pvVerzondenOp: Datum }, Zaak>({
    naam: 'oudersGehoord',
    grondslag: wet(WET, '22 lid 1'),
    melding: 'De ouders zijn nog niet gehoord.',
    als: (c) => !tegenOuders(c.gegevens) || c.gegevens.oudersGehoordOp !== undefined,
  }),
  eis<{ pvVerzondenOp: Datum }, Zaak>({
    naam: 'pvGereed',
    grondslag: gemeentelijk('een proces-verbaal wordt verzonden als het gereed is'),
    melding: 'Leg eerst vast dat het proces-verbaal gereed is.',
    als: (c) => c.aantal('pvGereed') >= 1,
  }),
  eis<{ pvVerzondenOp: Datum }, Zaak>({
    naam: 'nalevingGeprobeerd',
    grondslag: wet(WET, '22 lid 1 en 3'),
    melding:
      'In het proces-verbaal staat nog niet hoe u hebt geprobeerd de ouders of de jongere tot naleving te bewegen.',
    als: (c) => c.gegevens.nalevingGeprobeerd === true,
  }),
  eis<{ pvVerzondenOp: Datum }, Zaak>({
    naam: 'nietBekostigdeSchool',
    grondslag: wet(WET, '22 lid 4'),
    melding:
      'Rond eerst het onderzoek naar de school af. Is het geen school in de zin van de wet, dan hebben de ouders vier weken om de jongere elders in te schrijven; pas daarna mag het proces-verbaal weg.',
    als: (c) => !c.heeftVlag('nietBekostigdeSchool') || c.heeftVlag('nietIngeschreven'),
  }),
  eis<{ pvVerzondenOp: Datum }, Zaak>({
    naam: 'luxeWaarschuwing',
    grondslag: keten(
      'eerste luxe verzuim van hoogstens een schooldag: een waarschuwing',
      'Openbaar Ministerie, Richtlijn strafvordering Leerplichtwet',
    ),
    melding:
      'Bij luxe verzuim van hoogstens een schooldag volgt de eerste keer een waarschuwing. Vul bij het proces-verbaal de schooldagen in, en of er al was gewaarschuwd of verleende vakantie is overschreden.',
    als: ({ gegevens: g }) =>
      g.verzuimsoort !== 'luxe' ||
      (g.schooldagen ?? 0) > LUXE_WAARSCHUWING_DAGEN ||
      g.eerderGewaarschuwd === true ||
      g.verlofOverschreden === true,
  }),
  geweest('pvVerzondenOp', 'de verzending'),
];

export const uitspraakMag = [
  geweest('uitspraakOp', 'de uitspraak'),
  eis<{ uitspraakOp: Datum }, Zaak>({
    naam: 'uitspraakNaZitting',
    grondslag: gemeentelijk('een uitspraak volgt op de zitting'),
    melding: 'De uitspraak ligt voor de dag van de zitting.',
    als: (c) => c.gegevens.zittingOp !== undefined && c.invoer.uitspraakOp >= c.gegevens.zittingOp,
  }),
  eis<{ uitspraak: string; uitspraakOp: Datum; maatregelTot?: Datum }, Zaak>({
    naam: 'maatregelTot',
    grondslag: gemeentelijk('een maatregel loopt tot de dag die de rechter heeft bepaald'),
    melding: 'Vul de einddatum van de maatregel in, zoals de rechter die heeft bepaald.',
    als: ({ invoer: i }) =>
      i.maatregelTot === undefined ? i.uitspraak !== 'jeugdreclassering' : i.maatregelTot > i.uitspraakOp,
  }),
];

// Art. 22 lid 4 has an order: the parents are told, the school is looked into, the parents enrol elsewhere.
export const oudersInlichtenMag = [
  eis<{ oudersIngelichtOp: Datum }, Zaak>({
    naam: 'absoluutVerzuim',
    grondslag: wet(WET, '22 lid 4'),
    melding:
      'Dit onderzoek is er alleen bij absoluut verzuim: de jongere staat niet op een school in de zin van de wet.',
    als: (c) => c.gegevens.verzuimsoort === 'absoluut',
  }),
  geweest('oudersIngelichtOp', 'de mededeling aan de ouders'),
];
export const schoolOnderzoekMag = [
  eis<{ onderzochtOp: Datum }, Zaak>({
    naam: 'oudersIngelicht',
    grondslag: wet(WET, '22 lid 4'),
    melding: 'Licht eerst de ouders in dat u onderzoekt of dit een school is.',
    als: (c) => c.heeftVlag('schoolInOnderzoek'),
  }),
  geweest('onderzochtOp', 'het onderzoek'),
];

export const inschrijvingMag = [
  eis<{ ingeschrevenOp: Datum }, Zaak>({
    naam: 'geenSchool',
    grondslag: wet(WET, '22 lid 4'),
    melding: 'Er is niet vastgesteld dat de school geen school in de zin van de wet is.',
    als: (c) => c.heeftVlag('nietBekostigdeSchool') && c.gegevens.isSchool === false,
  }),
  geweest('ingeschrevenOp', 'de inschrijving'),
];
