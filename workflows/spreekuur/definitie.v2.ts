import { schooljaarVan, type Datum } from '#kalender';
import { brief, defineProcess, eis, gemeentelijk, GEWONE_HERINNERINGEN, lokaal, taak, wet } from '#process';
import { aanmelding, acties } from './acties.v2.js';
import {
  berichten,
  einde,
  escaleren,
  gesprek,
  hersteld,
  naarOverdracht,
  uitnodigen,
  wegblijven,
} from './overgangen.v2.js';

const gesprekGeweest = eis<{ gesprekOp: Datum }>({
  naam: 'gesprekGeweest',
  grondslag: gemeentelijk('een gesprek wordt vastgelegd nadat het is gevoerd'),
  melding: 'De datum van het gesprek ligt in de toekomst. Leg het gesprek vast nadat het is gevoerd.',
  als: (c) => c.invoer.gesprekOp <= c.vandaag,
});

/**
 * The preventive talk about absence that is still light: one a youth and school year (processes.md F1). Beside version 1 it opens what follows
 * itself, hands over who is almost 18, tells the school of a no-show, and keeps a date after the school's last count.
 */
export const v2 = defineProcess({
  key: 'spreekuur',
  versie: 2,
  onderwerp: (g) => schooljaarVan(g.aangemeldOp),
  start: aanmelding,
  startDoor: ['school', 'leerplichtambtenaar', 'doorstroomcoach', 'systeem'],
  startEisen: [
    {
      naam: 'nogGeenAchttien',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      melding: 'De jongere is 18 of ouder. Open een traject van het Doorstroompunt.',
      als: (c) => c.invoer.achttienOp > c.vandaag,
    },
    {
      naam: 'aangemeldInVerleden',
      grondslag: gemeentelijk('een aanmelding krijgt de dag waarop zij binnenkwam'),
      melding: 'De datum van aanmelding ligt in de toekomst.',
      als: (c) => c.invoer.aangemeldOp <= c.vandaag,
    },
  ],
  acties,
  eisen: {
    gesprekGevoerd: [gesprekGeweest],
    afsprakenVastgelegd: [gesprekGeweest],
    uitnodigingVerzonden: [
      {
        naam: 'gesprekInToekomst',
        grondslag: gemeentelijk('een uitnodiging noemt een dag die nog komt'),
        melding: 'De datum van het gesprek ligt in het verleden.',
        als: (c) => c.invoer.gesprekOp === undefined || c.invoer.gesprekOp >= c.vandaag,
      },
    ],
    gesprekGepland: [
      {
        naam: 'gesprekInToekomst',
        grondslag: gemeentelijk('een gesprek wordt gepland op een dag die nog komt'),
        melding: 'De datum van het gesprek ligt in het verleden.',
        als: (c) => c.invoer.gesprekOp >= c.vandaag,
      },
    ],
    escaleren: [
      {
        naam: 'tweemaalNietVerschenen',
        grondslag: gemeentelijk('escaleren wegens niet verschijnen na de tweede keer'),
        melding: 'De jongere is nog geen twee keer niet verschenen.',
        als: (c) => c.invoer.reden !== 'nietVerschenen' || c.aantal('nietVerschenen') >= 2,
      },
    ],
    afsluiten: [
      {
        naam: 'eenmaalNietVerschenen',
        grondslag: gemeentelijk('niet verschenen is een uitkomst nadat iemand niet is verschenen'),
        melding: 'De jongere is niet eerder niet verschenen.',
        als: (c) => c.invoer.resultaat !== 'nietVerschenen' || c.aantal('nietVerschenen') >= 1,
      },
    ],
  },
  termijnen: [
    {
      naam: 'uitnodigen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('uitnodigen binnen vijf werkdagen na de aanmelding'),
      vanaf: { toestand: 'aangemeld' },
      duur: lokaal('spreekuurUitnodigen', { werkdagen: 5 }),
      tot: { actie: 'uitnodigingVerzonden' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'gesprek',
      soort: 'LOCAL',
      grondslag: gemeentelijk('gesprek binnen tien schooldagen na de uitnodiging'),
      vanaf: { actie: 'uitnodigingVerzonden' },
      duur: lokaal('spreekuurGesprek', { schooldagen: 10 }),
      tot: { actie: 'gesprekGevoerd' },
      zolang: ['uitgenodigd', 'gesprekGepland'],
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'gesprekVastleggen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('op de dag van het gesprek vastleggen of de jongere is verschenen'),
      vanaf: { datumveld: 'gesprekOp' },
      tot: { actie: ['gesprekGevoerd', 'nietVerschenen'] },
      zolang: ['gesprekGepland'],
      herinnerOp: [{ voor: { werkdagen: 1 } }, { voor: { dagen: 0 } }],
      herinner: ['groep', 'teamleider'],
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'afsprakenVastleggen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('afspraken vastleggen binnen twee werkdagen na het gesprek'),
      vanaf: { toestand: 'gesprekGevoerd' },
      duur: lokaal('spreekuurAfspraken', { werkdagen: 2 }),
      tot: { actie: 'afsprakenVastgelegd' },
      herinner: ['verstreken', 'groep', 'teamleider'],
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'opnieuwUitnodigen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('opnieuw uitnodigen of escaleren binnen vijf werkdagen na niet verschijnen'),
      vanaf: { toestand: 'nietVerschenen' },
      duur: lokaal('spreekuurUitnodigen', { werkdagen: 5 }),
      tot: { actie: 'uitnodigingVerzonden' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'monitoring',
      soort: 'LOCAL',
      grondslag: gemeentelijk('vier lesweken volgen na het gesprek, zoals het venster van art. 21a'),
      type: 'op',
      vanaf: { actie: ['gesprekGevoerd', 'afsprakenVastgelegd'], veld: 'gesprekOp' },
      duur: lokaal('spreekuurMonitoring', { lesweken: 4 }),
      zolang: ['monitoring'],
      bijVerloop: { markeer: 'verzuimOpgevraagd', dan: [brief('verzoekVerzuimUpdate', 'school')] },
    },
    {
      naam: 'updateVanSchool',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de school antwoordt binnen vijf werkdagen op de vraag naar het verzuim'),
      vanaf: { termijn: 'monitoring' },
      duur: lokaal('spreekuurUpdate', { werkdagen: 5 }),
      tot: { actie: ['verzuimUpdate', 'afsprakenVastgelegd'] },
      zolang: ['monitoring'],
      eigenaar: 'school',
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'beoordelen',
      soort: 'LOCAL',
      grondslag: gemeentelijk(
        'binnen vijf werkdagen na het antwoord van de school kiezen hoe het verdergaat',
      ),
      vanaf: { actie: 'verzuimUpdate' },
      duur: lokaal('spreekuurBeoordelen', { werkdagen: 5 }),
      tot: { actie: ['afsluiten', 'escaleren', 'afsprakenVastgelegd'] },
      zolang: ['monitoring'],
      als: (c) => c.heeftVlag('verzuimOpgevraagd'),
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      // Opened later than that, or a birth date that was corrected: the day has passed and it happens at once.
      naam: 'overdracht',
      soort: 'LOCAL',
      grondslag: gemeentelijk(
        'de overdracht aan het Doorstroompunt begint een half jaar voor de 18e verjaardag',
      ),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      voor: lokaal('overdrachtStart', { maanden: 6 }),
      bijVerloop: { dan: [naarOverdracht] },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      bijVerloop: {
        naar: 'afgesloten',
        uitkomst: 'achttien',
        dan: [taak('voorstelDoorstroomcoach', 'doorstroomcoach')],
      },
    },
  ],
  begin: 'aangemeld',
  toestanden: {
    aangemeld: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        uitnodigingVerzonden: uitnodigen,
        ...berichten,
        ...einde,
      },
    },
    uitgenodigd: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        gesprekGepland: { naar: 'gesprekGepland' },
        nietVerschenen: wegblijven,
        gesprekGevoerd: gesprek,
        ...berichten,
        ...einde,
      },
    },
    gesprekGepland: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        gesprekGepland: {},
        nietVerschenen: wegblijven,
        gesprekGevoerd: gesprek,
        ...berichten,
        ...einde,
      },
    },
    nietVerschenen: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        uitnodigingVerzonden: uitnodigen,
        escaleren,
        ...berichten,
        ...einde,
      },
    },
    gesprekGevoerd: {
      eigenaar: 'leerplichtambtenaar',
      bij: { afsprakenVastgelegd: { naar: 'monitoring' }, escaleren, ...berichten, ...einde },
    },
    monitoring: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        ...berichten,
        verzuimUpdate: [berichten.verzuimUpdate[0]!, { als: hersteld, stelVoor: 'afsluiten' }, {}],
        // New agreements begin the four lesweken anew.
        afsprakenVastgelegd: { wis: ['verzuimOpgevraagd'] },
        escaleren,
        ...einde,
      },
    },
    geescaleerd: { eind: true },
    afgesloten: { eind: true },
  },
  // The same states: what runs goes on where it is, with the links and terms of this version.
  migratieVan: {
    1: {
      aangemeld: 'aangemeld',
      uitgenodigd: 'uitgenodigd',
      gesprekGepland: 'gesprekGepland',
      gesprekGevoerd: 'gesprekGevoerd',
      nietVerschenen: 'nietVerschenen',
      monitoring: 'monitoring',
      geescaleerd: 'geescaleerd',
      afgesloten: 'afgesloten',
    },
  },
});
