import {
  brief,
  datumVeld,
  defineProcess,
  gemeentelijk,
  GEWONE_HERINNERINGEN,
  lokaal,
  taak,
  wet,
  z,
} from '#process';
import { aanbieder, acties } from './acties.v1.js';
import { beeindigd, geevalueerd, gestart, instemmen, naarOverdracht, weigeren } from './overgangen.v1.js';
import { gebeurd, instemming, oudersNodig, weigeraarBeslist } from './toetsing.v1.js';

const NA_AANMELDING = ['aangemeld', 'wachtlijst', 'hulpLoopt', 'evaluatie'];

/** Route 1 of the MAS: voluntary help, with the consent of whoever decides about it (processes.md F2 R1). */
export const v1 = defineProcess({
  key: 'hulp',
  versie: 1,
  onderwerp: () => 'jongere',
  start: z.strictObject({
    aangebodenOp: datumVeld(),
    aanbieder,
    twaalfOp: datumVeld(),
    zestienOp: datumVeld(),
    achttienOp: datumVeld(),
  }),
  startDoor: ['systeem', 'leerplichtambtenaar', 'doorstroomcoach'],
  startEisen: [
    {
      naam: 'nogGeenAchttien',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      melding: 'De jongere is 18 of ouder. Open een traject van het Doorstroompunt.',
      als: (c) => c.invoer.achttienOp > c.vandaag,
    },
    {
      naam: 'aangebodenInVerleden',
      grondslag: gemeentelijk('een aanbod krijgt de dag waarop het is gedaan'),
      melding: 'De datum van het aanbod ligt in de toekomst.',
      als: (c) => c.invoer.aangebodenOp <= c.vandaag,
    },
  ],
  opening: [
    { als: oudersNodig, dan: [brief('aanbodHulp', 'ouders')] },
    { als: (c) => !oudersNodig(c), dan: [brief('aanbodHulp', 'jongere')] },
  ],
  acties,
  eisen: {
    instemmingOuders: [gebeurd('instemmingOudersOp')],
    instemmingJongere: [gebeurd('instemmingJongereOp')],
    geweigerd: [weigeraarBeslist],
    aangemeld: [...instemming, gebeurd('aangemeldOp')],
    gestart: [gebeurd('gestartOp')],
    planHerzien: [gebeurd('herzienOp')],
    beeindigd: [gebeurd('beeindigdOp')],
  },
  termijnen: [
    {
      naam: 'antwoord',
      soort: 'LOCAL',
      grondslag: gemeentelijk('antwoord op het aanbod binnen tien werkdagen'),
      vanaf: { datumveld: 'aangebodenOp' },
      duur: lokaal('hulpAntwoord', { werkdagen: 10 }),
      tot: { toestand: ['ingestemd', 'aangemeld', 'geweigerd'] },
      zolang: ['aangeboden'],
      eigenaar: 'ouders',
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'aanmelden',
      soort: 'LOCAL',
      grondslag: gemeentelijk('aanmelden binnen vijf werkdagen na de instemming'),
      vanaf: { toestand: 'ingestemd' },
      duur: lokaal('hulpAanmelden', { werkdagen: 5 }),
      tot: { actie: 'aangemeld' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'reactieAanbieder',
      soort: 'LOCAL',
      grondslag: gemeentelijk('binnen tien werkdagen weten of de hulp begint of een wachtlijst heeft'),
      vanaf: { toestand: 'aangemeld' },
      duur: lokaal('hulpReactie', { werkdagen: 10 }),
      tot: { actie: ['opWachtlijst', 'gestart', 'beeindigd'] },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'wachtlijst',
      soort: 'LOCAL',
      grondslag: gemeentelijk('na zes weken op de wachtlijst navragen en daarna elke vier weken'),
      type: 'op',
      vanaf: { toestand: 'wachtlijst' },
      duur: lokaal('hulpWachtlijst', { weken: 6 }),
      herhaal: lokaal('hulpWachtlijstDaarna', { weken: 4 }),
      tot: { actie: ['gestart', 'beeindigd'] },
      bijVerloop: { markeer: 'langOpWachtlijst', dan: [taak('wachtlijstNavragen')] },
    },
    {
      naam: 'planHerzien',
      soort: 'LOCAL',
      grondslag: gemeentelijk('het plan van aanpak elke acht weken bespreken'),
      vanaf: { actie: ['gestart', 'planHerzien', 'geevalueerd'] },
      duur: lokaal('hulpPlan', { weken: 8 }),
      tot: { actie: ['planHerzien', 'geevalueerd'] },
      zolang: ['hulpLoopt'],
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'evalueren',
      soort: 'LOCAL',
      grondslag: gemeentelijk('evalueren binnen tien werkdagen nadat de hulp is gestopt'),
      vanaf: { toestand: 'evaluatie' },
      duur: lokaal('hulpEvaluatie', { werkdagen: 10 }),
      tot: { actie: 'geevalueerd' },
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
      bijVerloop: [
        {
          als: (c) => NA_AANMELDING.includes(c.toestand),
          naar: 'gestopt',
          uitkomst: 'achttien',
          dan: [taak('voorstelDoorstroomcoach', 'doorstroomcoach')],
        },
        { naar: 'gestopt', uitkomst: 'achttien' },
      ],
    },
  ],
  begin: 'aangeboden',
  toestanden: {
    // The norm of consent may be set aside, so registering is possible before everybody has agreed.
    aangeboden: { eigenaar: 'ouders', bij: { ...instemmen, aangemeld: { naar: 'aangemeld' }, ...weigeren } },
    ingestemd: {
      eigenaar: 'leerplichtambtenaar',
      // Who turns 12 or 16 in the meantime must still agree himself.
      bij: {
        aangemeld: { naar: 'aangemeld' },
        instemmingOuders: {},
        instemmingJongere: {},
        ...weigeren,
      },
    },
    aangemeld: {
      eigenaar: 'leerplichtambtenaar',
      bij: { opWachtlijst: { naar: 'wachtlijst' }, gestart, beeindigd, ...weigeren },
    },
    wachtlijst: { eigenaar: 'leerplichtambtenaar', bij: { gestart, beeindigd, ...weigeren } },
    hulpLoopt: {
      eigenaar: 'leerplichtambtenaar',
      bij: { planHerzien: {}, beeindigd, geevalueerd, ...weigeren },
    },
    evaluatie: { eigenaar: 'leerplichtambtenaar', bij: { geevalueerd, ...weigeren } },
    geslaagd: { eind: true },
    geweigerd: { eind: true },
    zonderResultaat: { eind: true },
    gestopt: { eind: true },
  },
});
