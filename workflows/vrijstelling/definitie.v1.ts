import {
  brief,
  datumVeld,
  defineProcess,
  gemeentelijk,
  GEWONE_HERINNERINGEN,
  idVeld,
  inhoud,
  lokaal,
  meld,
  nogNietGebouwd,
  start,
  taak,
  wet,
  z,
  type Context,
} from '#process';
import {
  artsAangewezen,
  eersteTeLaat,
  hoogstensEenJaar,
  inLopendSchooljaar,
  nietBehandelend,
  nooitGeschikt,
  teltVanafKennisgeving,
  verklaringNietTeOud,
  verklaringNogGeldig,
  verlengingTeLaat,
} from './toetsing.v1.js';

const WET = 'Leerplichtwet 1969';

const mas = nogNietGebouwd('mas');
const ingetrokken = {
  naar: 'beeindigd' as const,
  uitkomst: 'ingetrokken',
  dan: [taak('inschrijvingNagaan')],
};
const terugNaarSchool = {
  naar: 'beeindigd' as const,
  uitkomst: 'terugNaarSchool',
  dan: [taak('einddatumDuoDoorgeven')],
};
const met = (vervolg: string) => (c: Context<{ vervolg: string }>) => c.invoer.vervolg === vervolg;
const nietVoldaan = [
  {
    naar: 'nietVoldaan' as const,
    als: met('absoluutVerzuim'),
    dan: [brief('vrijstellingNietVoldaan', 'ouders'), start(mas)],
  },
  {
    naar: 'nietVoldaan' as const,
    als: met('thuiszitterstafel'),
    dan: [brief('vrijstellingNietVoldaan', 'ouders'), start(nogNietGebouwd('thuiszitterstafel'))],
  },
  { naar: 'nietVoldaan' as const, dan: [brief('vrijstellingNietVoldaan', 'ouders')] },
];
/** What the officer does with a kennisgeving, the first and each next one: is it complete (art. 6 lid 1)? */
const volledigheid = {
  aanvullingGevraagd: {
    naar: 'aanvullingGevraagd' as const,
    dan: [brief('verzoekAanvulling', 'ouders')],
  },
  volledigVerklaard: {
    naar: 'adviesAanTeVragen' as const,
    markeer: ['kennisgevingVolledig'],
  },
  nietVoldaan,
  ingetrokken,
};
const bevestigd = {
  naar: 'bevestigd' as const,
  wis: ['verlenging', 'geldigheidVerstreken', 'verlengingNietOntvangen', 'verklaringTeOud'],
  dan: [brief('vrijstellingBevestigd', 'ouders'), taak('vrijstellingRegistreren'), meld(mas, 'vrijgesteld')],
};
/** Each kennisgeving is judged on its own: what came in for the year before does not count. */
const NIEUWE_RONDE = ['kennisgevingVolledig', 'verklaringBinnen', 'adviesBinnen'];

/** Art. 5 onder a: the youth is physically or mentally unfit for school. Arises by law; the officer checks and confirms (processes.md F4). */
export const v1 = defineProcess({
  key: 'vrijstelling',
  versie: 1,
  onderwerp: (g) => g.grond,
  start: z.strictObject({
    grond: z.enum(['art5onderA']),
    kennisgevingOp: datumVeld(),
    leerplichtigOp: datumVeld().optional(),
    eerderBeroep: z.boolean().optional(),
    toelichting: inhoud('gewoon').optional(),
    achttienOp: datumVeld(),
  }),
  startDoor: ['leerplichtambtenaar'],
  startEisen: [
    {
      naam: 'nogGeenAchttien',
      grondslag: wet(WET, '4b'),
      melding: 'De jongere is 18 of ouder. De leerplicht en de kwalificatieplicht zijn geëindigd.',
      als: (c) => c.invoer.achttienOp > c.vandaag,
    },
    {
      naam: 'kennisgevingOntvangen',
      grondslag: wet(WET, '6 lid 1'),
      melding: 'De kennisgeving is nog niet gedaan: de datum ligt in de toekomst.',
      als: (c) => c.invoer.kennisgevingOp <= c.vandaag,
    },
  ],
  opening: [
    { dan: [brief('ontvangstbevestiging', 'ouders')] },
    { als: eersteTeLaat, markeer: ['kennisgevingTeLaat'] },
  ],
  acties: {
    aanvullingGevraagd: {
      door: ['leerplichtambtenaar'],
      invoer: z.strictObject({
        ontbreekt: z
          .array(z.enum(['persoonsgegevens', 'eerderBeroep', 'grond', 'verklaring']))
          .min(1)
          .max(4),
        toelichting: inhoud('gewoon').optional(),
      }),
    },
    aanvullingOntvangen: {
      door: ['leerplichtambtenaar'],
      namens: 'ouders',
      invoer: z.strictObject({ aangevuldOp: datumVeld() }),
    },
    volledigVerklaard: { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) },
    artsAanwijzen: {
      door: ['leerplichtambtenaar'],
      invoer: z.strictObject({ artsId: idVeld() }),
      feiten: ['isBehandelendArts', 'artsIsAangewezen'],
    },
    verklaringOntvangen: {
      door: ['arts', 'leerplichtambtenaar'],
      namens: 'arts',
      invoer: z.strictObject({
        oordeel: z.enum(['ongeschikt', 'geschikt', 'nooitGeschikt']),
        getekendOp: datumVeld(),
        verklaring: inhoud('medisch'),
      }),
      feiten: ['isBehandelendArts', 'artsIsAangewezen'],
    },
    onderwijskundigAdviesOntvangen: {
      door: ['leerplichtambtenaar'],
      namens: 'samenwerkingsverband',
      invoer: z.strictObject({ adviesOp: datumVeld(), advies: inhoud('gewoon') }),
    },
    nieuweVerklaringGevraagd: {
      door: ['leerplichtambtenaar'],
      invoer: z.strictObject({ reden: inhoud('gewoon') }),
    },
    bevestigen: {
      door: ['leerplichtambtenaar'],
      invoer: z.strictObject({ geldigVanaf: datumVeld(), geldigTot: datumVeld().optional() }),
      feiten: ['isBehandelendArts', 'artsIsAangewezen'],
    },
    nietVoldaan: {
      door: ['leerplichtambtenaar'],
      invoer: z.strictObject({
        reden: z.enum(['onvolledig', 'geschikt', 'geenVerklaring', 'verklaringOngeldig']),
        vervolg: z.enum(['absoluutVerzuim', 'thuiszitterstafel', 'geen']),
        toelichting: inhoud('gewoon').optional(),
      }),
    },
    duoGeregistreerd: {
      door: ['systeem', 'leerplichtambtenaar'],
      namens: 'duo',
      invoer: z.strictObject({ geregistreerdOp: datumVeld() }),
    },
    verlengingOntvangen: {
      door: ['leerplichtambtenaar'],
      namens: 'ouders',
      invoer: z.strictObject({ kennisgevingOp: datumVeld() }),
    },
    terugNaarSchool: {
      door: ['leerplichtambtenaar'],
      namens: 'ouders',
      invoer: z.strictObject({ terugOp: datumVeld() }),
    },
    ingetrokken: {
      door: ['leerplichtambtenaar'],
      namens: 'ouders',
      invoer: z.strictObject({ toelichting: inhoud('gewoon').optional() }),
    },
  },
  eisen: {
    artsAanwijzen: [artsAangewezen, nietBehandelend],
    verklaringOntvangen: [
      artsAangewezen,
      nietBehandelend,
      {
        naam: 'verklaringGetekend',
        grondslag: wet(WET, '7'),
        melding: 'De verklaring is gedateerd in de toekomst.',
        als: (c) => c.invoer.getekendOp <= c.vandaag,
      },
      verklaringNietTeOud,
    ],
    bevestigen: [
      {
        naam: 'kennisgevingVolledig',
        grondslag: wet(WET, '6 lid 1'),
        melding: 'De kennisgeving is nog niet volledig verklaard.',
        als: (c) => c.heeftVlag('kennisgevingVolledig'),
      },
      {
        naam: 'verklaringAanwezig',
        grondslag: wet(WET, '7'),
        melding: 'Er is nog geen verklaring van de aangewezen arts bij deze kennisgeving.',
        als: (c) => c.heeftVlag('verklaringBinnen'),
      },
      artsAangewezen,
      nietBehandelend,
      {
        naam: 'ongeschiktVerklaard',
        grondslag: wet(WET, '5 onder a'),
        melding:
          'De verklaring zegt niet dat de jongere ongeschikt is om tot een school te worden toegelaten.',
        als: (c) => c.gegevens.oordeel === 'ongeschikt' || c.gegevens.oordeel === 'nooitGeschikt',
      },
      verklaringNogGeldig,
      {
        naam: 'jaarlijksOpnieuw',
        grondslag: wet(WET, '6 lid 2 onder b'),
        melding:
          'Geef een einddatum: alleen wie volgens de verklaring nooit geschikt wordt, hoeft niet elk jaar opnieuw.',
        als: (c) => nooitGeschikt(c) || c.invoer.geldigTot !== undefined,
      },
      {
        naam: 'hoogstensEenJaar',
        grondslag: gemeentelijk(
          'een vrijstelling geldt hoogstens een jaar, tot het einde van het schooljaar',
        ),
        melding: 'De einddatum ligt voor de begindatum of meer dan een jaar erna.',
        als: ({ invoer }) =>
          invoer.geldigTot === undefined ||
          (invoer.geldigTot >= invoer.geldigVanaf && hoogstensEenJaar(invoer.geldigVanaf, invoer.geldigTot)),
      },
      {
        naam: 'onderwijskundigAdvies',
        grondslag: gemeentelijk('beslissen met het onderwijskundig advies van het samenwerkingsverband'),
        melding: 'Het onderwijskundig advies van het samenwerkingsverband is nog niet binnen.',
        als: (c) => c.heeftVlag('adviesBinnen'),
      },
    ],
    verlengingOntvangen: [
      {
        naam: 'kennisgevingOntvangen',
        grondslag: wet(WET, '6 lid 1'),
        melding: 'De kennisgeving is nog niet gedaan: de datum ligt in de toekomst.',
        als: (c) => c.invoer.kennisgevingOp <= c.vandaag,
      },
    ],
  },
  termijnen: [
    {
      naam: 'kennisgevingVooraf',
      soort: 'LAW',
      grondslag: wet(WET, '6 lid 2 onder a'),
      vanaf: { datumveld: 'leerplichtigOp' },
      voor: { maanden: 1 },
      tot: { actie: 'volledigVerklaard' },
      zolang: ['kennisgevingOntvangen', 'aanvullingGevraagd'],
      als: (c) => !c.heeftVlag('verlenging'),
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'volledigheidstoets',
      soort: 'LOCAL',
      grondslag: gemeentelijk('binnen vijf werkdagen nagaan of de kennisgeving volledig is'),
      vanaf: { toestand: ['kennisgevingOntvangen', 'verlengingOpen'] },
      duur: lokaal('vrijstellingVolledigheid', { werkdagen: 5 }),
      tot: { actie: ['volledigVerklaard', 'aanvullingGevraagd'] },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'aanvulling',
      soort: 'LOCAL',
      grondslag: gemeentelijk('ouders vullen de kennisgeving aan binnen twee weken'),
      vanaf: { toestand: 'aanvullingGevraagd' },
      duur: lokaal('vrijstellingAanvulling', { weken: 2 }),
      tot: { actie: 'aanvullingOntvangen' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat', stelVoor: 'nietVoldaan' },
    },
    {
      naam: 'artsAanwijzen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('binnen vijf werkdagen een arts aanwijzen en advies vragen'),
      vanaf: { toestand: 'adviesAanTeVragen' },
      duur: lokaal('vrijstellingArtsAanwijzen', { werkdagen: 5 }),
      tot: { actie: 'artsAanwijzen' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'artsadvies',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de aangewezen arts adviseert binnen zes weken'),
      vanaf: { toestand: 'bijDeArts' },
      duur: lokaal('artsAdvies', { weken: 6 }),
      tot: { actie: 'verklaringOntvangen' },
      herstartBij: ['artsAanwijzen'],
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'onderwijskundigAdvies',
      soort: 'LOCAL',
      grondslag: gemeentelijk('het samenwerkingsverband adviseert binnen drie weken'),
      vanaf: { toestand: 'bijDeArts' },
      duur: lokaal('onderwijskundigAdvies', { weken: 3 }),
      tot: { actie: 'onderwijskundigAdviesOntvangen' },
      zolang: ['bijDeArts', 'toets'],
      als: (c) => !c.heeftVlag('adviesBinnen'),
      eigenaar: 'samenwerkingsverband',
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'verklaringWordtTeOud',
      soort: 'LOCAL',
      grondslag: gemeentelijk('waarschuwing: hierna is de verklaring ouder dan drie maanden (art. 7)'),
      vanaf: { datumveld: 'getekendOp' },
      duur: { maanden: 3 },
      verschuift: false,
      tot: { actie: 'bevestigen' },
      zolang: ['toets'],
      als: (c) => !teltVanafKennisgeving(c),
      herinner: ['vooraf'],
      bijVerloop: { markeer: 'verklaringTeOud', dan: [taak('nieuweVerklaringVragen')] },
    },
    {
      naam: 'toets',
      soort: 'LOCAL',
      grondslag: gemeentelijk('binnen vijf werkdagen na de verklaring toetsen en bevestigen'),
      vanaf: { toestand: 'toets' },
      duur: lokaal('vrijstellingToets', { werkdagen: 5 }),
      tot: { actie: ['bevestigen', 'nietVoldaan'] },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'duoRegistratie',
      soort: 'LOCAL',
      grondslag: gemeentelijk('registreren bij DUO binnen vijf werkdagen na de bevestiging'),
      vanaf: { toestand: 'bevestigd' },
      duur: lokaal('vrijstellingRegistratie', { werkdagen: 5 }),
      tot: { actie: 'duoGeregistreerd' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'registratieDuoUitgebleven' },
    },
    {
      naam: 'verlenging',
      soort: 'LAW',
      grondslag: wet(WET, '6 lid 2 onder b'),
      vanaf: { elkJaar: '06-30', na: 'geldigVanaf' },
      type: 'uiterlijk',
      tot: { actie: 'verlengingOntvangen' },
      zolang: ['bevestigd', 'geldig'],
      als: (c) => !nooitGeschikt(c),
      eigenaar: 'ouders',
      herinnerOp: ['04-01', '05-01', '06-01', '06-24'],
      bijHerinnering: [brief('herinneringVerlenging', 'ouders')],
      bijVerloop: { markeer: 'verlengingNietOntvangen', dan: [taak('absoluutVerzuimVoorbereiden')] },
    },
    {
      naam: 'eindeGeldigheid',
      soort: 'LOCAL',
      grondslag: gemeentelijk('een vrijstelling loopt tot het einde van het schooljaar (31 juli)'),
      vanaf: { datumveld: 'geldigTot' },
      zolang: ['bevestigd', 'geldig'],
      als: (c) => !nooitGeschikt(c),
      herinnerOp: [{ voor: { weken: 8 } }],
      bijVerloop: { naar: 'verlopen', dan: [brief('vrijstellingVerlopen', 'ouders'), start(mas)] },
    },
    {
      naam: 'geldigheidTijdensVerlenging',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de lopende vrijstelling eindigt terwijl de verlenging wordt getoetst'),
      vanaf: { datumveld: 'geldigTot' },
      zolang: [
        'verlengingOpen',
        'aanvullingGevraagd',
        'kennisgevingOntvangen',
        'adviesAanTeVragen',
        'bijDeArts',
        'toets',
      ],
      als: (c) => c.heeftVlag('verlenging') && c.gegevens.geldigTot! >= c.gegevens.kennisgevingOp!,
      herinner: ['vooraf', 'verstreken', 'groep', 'teamleider'],
      bijVerloop: { markeer: 'geldigheidVerstreken' },
    },
    {
      naam: 'jaarlijksContact',
      soort: 'LOCAL',
      grondslag: gemeentelijk('eens per jaar contact met wie nooit geschikt wordt'),
      type: 'op',
      vanaf: { toestand: 'geldig' },
      duur: { jaren: 1 },
      herhaal: { jaren: 1 },
      als: nooitGeschikt,
      bijVerloop: { dan: [taak('jaarlijksContact')] },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet(WET, '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      bijVerloop: {
        naar: 'beeindigd',
        uitkomst: 'achttien',
        dan: [taak('voorstelDoorstroomcoach', 'doorstroomcoach')],
      },
    },
  ],
  begin: 'kennisgevingOntvangen',
  toestanden: {
    kennisgevingOntvangen: { eigenaar: 'leerplichtambtenaar', bij: volledigheid },
    aanvullingGevraagd: {
      eigenaar: 'ouders',
      bij: { aanvullingOntvangen: { naar: 'kennisgevingOntvangen' }, nietVoldaan, ingetrokken },
    },
    adviesAanTeVragen: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        artsAanwijzen: {
          naar: 'bijDeArts',
          dan: [
            brief('verzoekVerklaring', 'arts'),
            brief('verzoekOnderwijskundigAdvies', 'samenwerkingsverband'),
          ],
        },
        nietVoldaan,
        ingetrokken,
      },
    },
    bijDeArts: {
      eigenaar: 'arts',
      bij: {
        artsAanwijzen: { dan: [brief('verzoekVerklaring', 'arts')] },
        onderwijskundigAdviesOntvangen: { markeer: ['adviesBinnen'] },
        verklaringOntvangen: {
          naar: 'toets',
          markeer: ['verklaringBinnen'],
          wis: ['verklaringTeOud'],
        },
        nietVoldaan,
        ingetrokken,
      },
    },
    toets: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        onderwijskundigAdviesOntvangen: { markeer: ['adviesBinnen'] },
        nieuweVerklaringGevraagd: {
          naar: 'bijDeArts',
          wis: ['verklaringBinnen', 'verklaringTeOud'],
          dan: [brief('verzoekVerklaring', 'arts')],
        },
        bevestigen: [
          { als: inLopendSchooljaar, ...bevestigd, markeer: ['lopendSchooljaar'] },
          { ...bevestigd, wis: [...bevestigd.wis, 'lopendSchooljaar'] },
        ],
        nietVoldaan,
        ingetrokken,
      },
    },
    bevestigd: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        duoGeregistreerd: { naar: 'geldig', wis: ['registratieDuoUitgebleven'] },
        terugNaarSchool,
        ingetrokken,
      },
    },
    geldig: {
      eigenaar: 'ouders',
      bij: {
        verlengingOntvangen: [
          {
            als: verlengingTeLaat,
            naar: 'verlengingOpen',
            markeer: ['verlenging', 'kennisgevingTeLaat'],
            wis: NIEUWE_RONDE,
          },
          { naar: 'verlengingOpen', markeer: ['verlenging'], wis: [...NIEUWE_RONDE, 'kennisgevingTeLaat'] },
        ],
        terugNaarSchool,
        ingetrokken,
      },
    },
    verlengingOpen: { eigenaar: 'leerplichtambtenaar', bij: { ...volledigheid, terugNaarSchool } },
    nietVoldaan: { eind: true },
    verlopen: { eind: true },
    beeindigd: { eind: true },
  },
});
