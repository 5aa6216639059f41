import { schooljaarVan, type Datum } from '#kalender';
import {
  brief,
  datumVeld,
  defineProcess,
  eis,
  gemeentelijk,
  GEWONE_HERINNERINGEN,
  inhoud,
  lokaal,
  taak,
  wet,
  z,
  type Rol,
} from '#process';
import { berichten, einde, escaleren, gesprek, hersteld, uitnodigen, wegblijven } from './overgangen.v1.js';

const TEAM: Rol[] = ['leerplichtambtenaar', 'doorstroomcoach'];
const uren = (): z.ZodInt => z.int().min(0).max(1000);
const meldingNummer = (): z.ZodString => z.string().regex(/^\d{1,12}$/);

const gesprekGeweest = eis<{ gesprekOp: Datum }>({
  naam: 'gesprekGeweest',
  grondslag: gemeentelijk('een gesprek wordt vastgelegd nadat het is gevoerd'),
  melding: 'De datum van het gesprek ligt in de toekomst. Leg het gesprek vast nadat het is gevoerd.',
  als: (c) => c.invoer.gesprekOp <= c.vandaag,
});

/** The preventive talk about absence that is still light: one a youth and school year (processes.md F1). */
export const v1 = defineProcess({
  key: 'spreekuur',
  versie: 1,
  onderwerp: (g) => schooljaarVan(g.aangemeldOp),
  start: z.strictObject({
    aangemeldOp: datumVeld(),
    urenGemeld: uren(),
    aantalTeLaat: z.int().min(0).max(1000).optional(),
    meldingNummer: meldingNummer().optional(),
    toelichting: inhoud('gewoon').optional(),
    achttienOp: datumVeld(),
  }),
  startDoor: ['school', 'leerplichtambtenaar', 'doorstroomcoach'],
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
  acties: {
    uitnodigingVerzonden: {
      door: TEAM,
      invoer: z.strictObject({ gesprekOp: datumVeld().optional() }),
    },
    gesprekGepland: { door: TEAM, invoer: z.strictObject({ gesprekOp: datumVeld() }) },
    gesprekGevoerd: {
      door: TEAM,
      invoer: z.strictObject({
        gesprekOp: datumVeld(),
        verslag: inhoud('gewoon').optional(),
        afspraken: inhoud('gewoon').optional(),
      }),
    },
    afsprakenVastgelegd: {
      door: TEAM,
      invoer: z.strictObject({ gesprekOp: datumVeld(), afspraken: inhoud('gewoon') }),
    },
    nietVerschenen: { door: TEAM, invoer: z.strictObject({ toelichting: inhoud('gewoon').optional() }) },
    verzuimUpdate: {
      door: ['school', ...TEAM],
      namens: 'school',
      invoer: z.strictObject({ uren: uren(), toelichting: inhoud('gewoon').optional() }),
    },
    duoMelding: {
      door: ['systeem', 'leerplichtambtenaar'],
      namens: 'duo',
      invoer: z.strictObject({
        soort: z.enum(['zestienUur', 'langdurig', 'luxe', 'overig']),
        meldingNummer: meldingNummer(),
      }),
    },
    escaleren: {
      door: ['leerplichtambtenaar'],
      invoer: z.strictObject({
        reden: z.enum(['nietVerschenen', 'aanhoudendVerzuim']),
        toelichting: inhoud('gewoon'),
      }),
    },
    afsluiten: {
      door: TEAM,
      invoer: z.strictObject({
        resultaat: z.enum(['hersteld', 'doorverwezenHulp', 'nietVerschenen', 'vervallen']),
        toelichting: inhoud('gewoon').optional(),
      }),
    },
  },
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
      bijVerloop: { dan: [brief('verzoekVerzuimUpdate', 'school')] },
    },
    {
      naam: 'updateVanSchool',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de school antwoordt binnen vijf werkdagen op de vraag naar het verzuim'),
      vanaf: { termijn: 'monitoring' },
      duur: lokaal('spreekuurUpdate', { werkdagen: 5 }),
      tot: { actie: 'verzuimUpdate' },
      zolang: ['monitoring'],
      eigenaar: 'school',
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
        afsprakenVastgelegd: {},
        escaleren,
        ...einde,
      },
    },
    geescaleerd: { eind: true },
    afgesloten: { eind: true },
  },
});
