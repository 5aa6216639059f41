import type { Datum } from '#kalender';
import {
  brief,
  defineProcess,
  eis,
  gemeentelijk,
  GEWONE_HERINNERINGEN,
  keten,
  lokaal,
  taak,
  wet,
  type Context,
} from '#process';
import { acties, keuze } from './acties.v1.js';
import { besluit, haltAfgerond, onderweg, toestemming, verwezen } from './overgangen.v1.js';
import {
  besluitNa18Mag,
  bijAchttien,
  cautieGegeven,
  leeftijdGoed,
  SR,
  verwijzingMag,
  type Zaak,
} from './toetsing.v1.js';

const ONDERWEG: ('verhoor' | 'toestemming' | 'teVerwijzen' | 'verwezen' | 'loopt')[] = [
  'verhoor',
  'toestemming',
  'teVerwijzen',
  'verwezen',
  'loopt',
];
/** The municipality may let every Halt go on that began before the birthday [U]; who was not referred yet is asked about always. */
const vraagtBesluit = (c: Context<Record<string, unknown>, Partial<Zaak>>): boolean =>
  bijAchttien(c) !== 'doorgaan' || c.gegevens.verwezenOp === undefined;

/** The Halt route (processes.md F2 R2): hearing, consent, referral, what Halt says, and the decision on a proces-verbaal. */
export const v1 = defineProcess({
  key: 'halt',
  versie: 1,
  // Once in a life; a second one only where the norm `eerderHalt` was set aside.
  onderwerp: () => 'ooit',
  start: keuze,
  startDoor: ['systeem'],
  startEisen: [
    {
      naam: 'leeftijdHalt',
      grondslag: wet(SR, '77a'),
      melding: 'Halt is voor jongeren van 12 tot 18 jaar.',
      als: (c) => leeftijdGoed(c.invoer, c.vandaag),
    },
    {
      naam: 'gekozen',
      grondslag: gemeentelijk('een keuze krijgt de dag waarop zij is gemaakt'),
      melding: 'De datum van de keuze ligt in de toekomst.',
      als: (c) => c.invoer.gekozenOp <= c.vandaag,
    },
  ],
  afgeschermd: 'boa',
  acties,
  eisen: {
    uitgenodigdVerhoor: [
      {
        naam: 'verhoorInToekomst',
        grondslag: gemeentelijk('een oproep noemt een dag die nog komt'),
        melding: 'De datum van het verhoor ligt in het verleden.',
        als: (c) => c.invoer.verhoorOp >= c.vandaag,
      },
    ],
    verhoord: [
      cautieGegeven,
      {
        naam: 'opgeroepen',
        grondslag: keten('een behoorlijke oproep voor het verhoor', 'Ingrado, Halt-verwijzing door een boa'),
        melding: 'De jongere is nog niet voor het verhoor opgeroepen.',
        als: (c) => c.aantal('uitgenodigdVerhoor') >= 1,
      },
      {
        naam: 'verhoorGeweest',
        grondslag: gemeentelijk('een verhoor wordt vastgelegd nadat het is gehouden'),
        melding: 'De datum van het verhoor ligt in de toekomst.',
        als: (c) => c.invoer.gehoordOp <= c.vandaag,
      },
    ],
    verwijzingVerzonden: verwijzingMag,
    haltGestart: [
      {
        naam: 'startNaVerwijzing',
        grondslag: gemeentelijk('Halt begint op of na de dag van de verwijzing'),
        melding: 'De datum van de start ligt voor de verwijzing of in de toekomst.',
        als: (c) => c.invoer.gestartOp <= c.vandaag && c.invoer.gestartOp >= c.gegevens.verwezenOp!,
      },
    ],
    haltAfgerond: [
      {
        naam: 'haltBegonnen',
        grondslag: gemeentelijk('een positieve uitslag komt nadat Halt is begonnen'),
        melding: 'Leg eerst vast wanneer Halt is begonnen.',
        als: (c) => c.invoer.haltResultaat !== 'positief' || c.toestand === 'loopt',
      },
    ],
    overlegOM: [
      eis<{ overlegOp: Datum }>({
        naam: 'overlegGeweest',
        grondslag: gemeentelijk('een overleg wordt vastgelegd nadat het is gevoerd'),
        melding: 'De datum van het overleg ligt in de toekomst.',
        als: (c) => c.invoer.overlegOp <= c.vandaag,
      }),
    ],
    haltInDeWijk: [
      {
        naam: 'overlegVoorHaltInDeWijk',
        grondslag: keten('Halt in de wijk na overleg met het Openbaar Ministerie', 'Halt'),
        melding: 'Overleg eerst met het Openbaar Ministerie over Halt in de wijk.',
        als: (c) => c.heeftVlag('overlegHaltInDeWijk'),
      },
    ],
    besluitNa18: besluitNa18Mag,
    pvOpmaken: [
      {
        naam: 'nogGeenStrafrecht',
        grondslag: gemeentelijk('voor hetzelfde verzuim een strafrechtelijke route tegelijk'),
        melding:
          'De strafrechtelijke route loopt al. Kies "Geen proces-verbaal" en verwijs daarnaar in de motivering.',
        als: (c) => c.feiten.strafrechtLoopt !== true,
      },
    ],
  },
  termijnen: [
    {
      naam: 'uitnodigen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('oproepen voor het verhoor binnen vijf werkdagen na de keuze voor Halt'),
      vanaf: { toestand: 'verhoor' },
      duur: lokaal('haltVerhoor', { werkdagen: 5 }),
      tot: { actie: ['uitgenodigdVerhoor', 'verhoord'] },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'verhoren',
      soort: 'LOCAL',
      grondslag: gemeentelijk('op de dag van het verhoor vastleggen of de jongere is gehoord'),
      vanaf: { datumveld: 'verhoorOp' },
      tot: { actie: 'verhoord' },
      zolang: ['verhoor'],
      herinnerOp: [{ voor: { werkdagen: 1 } }, { voor: { dagen: 0 } }],
      herinner: ['groep', 'teamleider'],
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'toestemming',
      soort: 'LOCAL',
      grondslag: gemeentelijk('antwoord van de jongere binnen vijf werkdagen na het verhoor'),
      vanaf: { toestand: 'toestemming' },
      duur: lokaal('haltToestemming', { werkdagen: 5 }),
      tot: { actie: 'toestemming' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat', dan: [taak('toestemmingNavragen')] },
    },
    {
      naam: 'antwoordOuders',
      soort: 'LOCAL',
      grondslag: gemeentelijk('antwoord van de ouders binnen vijf werkdagen na dat van de jongere'),
      vanaf: { actie: 'toestemming' },
      duur: lokaal('haltAntwoordOuders', { werkdagen: 5 }),
      tot: { actie: 'toestemming' },
      zolang: ['toestemming'],
      eigenaar: 'ouders',
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat', dan: [taak('toestemmingNavragen')] },
    },
    {
      naam: 'verwijzen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de verwijzing verzenden binnen vijf werkdagen na de toestemming'),
      vanaf: { toestand: 'teVerwijzen' },
      duur: lokaal('haltVerwijzen', { werkdagen: 5 }),
      tot: { actie: 'verwijzingVerzonden' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'haltStart',
      soort: 'LOCAL',
      grondslag: gemeentelijk('Halt begint binnen vijftien werkdagen na de verwijzing'),
      vanaf: { actie: 'verwijzingVerzonden', veld: 'verwezenOp' },
      duur: lokaal('haltStart', { werkdagen: 15 }),
      tot: { actie: ['haltGestart', 'haltAfgerond'] },
      zolang: ['verwezen'],
      eigenaar: 'halt',
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'haltStil', dan: [taak('haltStartNavragen')] },
    },
    {
      naam: 'uitslag',
      soort: 'LOCAL',
      // Halt publishes no duration [U].
      grondslag: gemeentelijk('de uitslag van Halt binnen acht weken na de start'),
      vanaf: { actie: 'haltGestart', veld: 'gestartOp' },
      duur: lokaal('haltUitslag', { weken: 8 }),
      tot: { actie: 'haltAfgerond' },
      zolang: ['loopt'],
      eigenaar: 'halt',
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'haltStil', dan: [taak('haltUitslagNavragen')] },
    },
    {
      naam: 'besluitPv',
      soort: 'LOCAL',
      grondslag: gemeentelijk('binnen tien werkdagen besluiten over een proces-verbaal'),
      vanaf: { toestand: ['negatief', 'besluitPv'] },
      duur: lokaal('haltBesluitPv', { werkdagen: 10 }),
      tot: { actie: ['pvOpmaken', 'geenPv'] },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      zolang: ONDERWEG,
      als: (c) => !c.heeftVlag('achttienGeworden'),
      // Halt does not end (settled reading 8); what then is to be decided is not settled [U]: setting `haltBijAchttien`.
      bijVerloop: [
        { als: (c) => bijAchttien(c) === 'stoppen', markeer: 'achttienGeworden', naar: 'besluitPv' },
        {
          als: vraagtBesluit,
          markeer: 'achttienGeworden',
          stelVoor: 'besluitNa18',
          dan: [taak('vraagOvJEnHalt')],
        },
        { markeer: 'achttienGeworden' },
      ],
    },
    {
      naam: 'besluitNa18',
      soort: 'LOCAL',
      grondslag: gemeentelijk('binnen tien werkdagen na de 18e verjaardag besluiten of Halt doorgaat'),
      vanaf: { termijn: 'achttien' },
      als: vraagtBesluit,
      duur: lokaal('haltBesluitNa18', { werkdagen: 10 }),
      tot: { actie: 'besluitNa18' },
      zolang: ONDERWEG,
      eigenaar: 'leerplichtambtenaar',
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
  ],
  begin: 'verhoor',
  toestanden: {
    verhoor: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        uitgenodigdVerhoor: { dan: [brief('oproepVerhoor', 'jongere')] },
        verhoord: { naar: 'toestemming' },
        ...onderweg,
      },
    },
    toestemming: {
      eigenaar: 'jongere',
      bij: {
        toestemming,
        // Who turns 16 in the meantime needs his parents no more; anybody else hears why not.
        verwijzingVerzonden: verwezen,
        ...onderweg,
      },
    },
    teVerwijzen: {
      eigenaar: 'leerplichtambtenaar',
      bij: { toestemming, verwijzingVerzonden: verwezen, ...onderweg },
    },
    verwezen: {
      eigenaar: 'halt',
      bij: { haltGestart: { naar: 'loopt', wis: ['haltStil'] }, haltAfgerond, ...onderweg },
    },
    loopt: { eigenaar: 'halt', bij: { haltAfgerond, ...onderweg } },
    negatief: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        overlegOM: { markeer: ['overlegHaltInDeWijk'] },
        haltInDeWijk: { markeer: ['haltInDeWijk'] },
        ...besluit,
      },
    },
    besluitPv: {
      eigenaar: 'leerplichtambtenaar',
      bij: { overlegOM: { markeer: ['overlegMetOvJ'] }, ...besluit },
    },
    positief: { eind: true },
    nietAangenomen: { eind: true },
    ingetrokken: { eind: true },
    afgerond: { eind: true },
  },
});
