import { werkdagenTussen } from '#kalender';
import {
  datumVeld,
  defineProcess,
  gemeentelijk,
  keten,
  lokaal,
  nogNietGebouwd,
  start,
  taak,
  wet,
  z,
  type Actie,
} from '#process';
import type { Proef } from './proef.js';

const doet = { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) } satisfies Actie;
const duo = { door: ['systeem'], invoer: z.strictObject({}) } satisfies Actie;

/** The terms of the report (P2). */
export const mas = defineProcess({
  key: 'mas',
  versie: 1,
  onderwerp: () => 'jongere',
  start: z.strictObject({
    zestienUurOp: datumVeld(),
    gemeldOp: datumVeld(),
    afwezigSinds: datumVeld(),
    thuisZonderAanbodSinds: datumVeld(),
    achttienOp: datumVeld(),
  }),
  startDoor: ['systeem'],
  acties: {
    inBehandeling: doet,
    statusVerzonden: duo,
    contact: doet,
    gesprekGevoerd: doet,
    routeGekozen: doet,
    aanbodGedaan: doet,
    thuiszitterstafelStarten: doet,
    evalueren: doet,
    planVastgesteld: doet,
    afsluiten: doet,
  },
  termijnen: [
    {
      naam: 'schoolMeldt',
      soort: 'CHAIN',
      grondslag: keten('melden binnen vijf werkdagen na 16 uur', 'Inspectie van het Onderwijs'),
      vanaf: { datumveld: 'zestienUurOp' },
      duur: { werkdagen: 5 },
      tot: { actie: 'inBehandeling' },
      als: ({ gegevens: g, kader }) => werkdagenTussen(g.zestienUurOp!, g.gemeldOp!, kader.kalender) > 5,
      bijVerloop: { markeer: 'schoolTeLaat' },
    },
    {
      naam: 'inBehandeling',
      soort: 'LOCAL',
      grondslag: gemeentelijk('twee werkdagen'),
      vanaf: { toestand: 'ontvangen' },
      duur: lokaal('masInBehandeling', { werkdagen: 2 }),
      tot: { actie: 'inBehandeling' },
      herinner: ['verstreken', 'groep', 'teamleider'],
    },
    {
      naam: 'statusNaarDuo',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de wet zegt telkens (21a lid 6); na een werkdag is er iets mis'),
      vanaf: { actie: ['inBehandeling', 'afsluiten'] },
      duur: { werkdagen: 1 },
      tot: { actie: 'statusVerzonden' },
      bijVerloop: { markeer: 'statusNietVerzonden', dan: [taak('verzendingNagaan', 'beheerder')] },
    },
    {
      naam: 'eersteContact',
      soort: 'LOCAL',
      grondslag: gemeentelijk('vijf werkdagen'),
      vanaf: { toestand: 'ontvangen' },
      duur: lokaal('masContact', { werkdagen: 5 }),
      tot: { actie: 'contact' },
      zolang: ['ontvangen', 'inOnderzoek'],
      herinner: ['vooraf', 'verstreken'],
    },
    {
      naam: 'gesprek',
      soort: 'LOCAL',
      grondslag: gemeentelijk('tien schooldagen'),
      vanaf: { toestand: 'ontvangen' },
      duur: lokaal('masGesprek', { schooldagen: 10 }),
      tot: { actie: 'gesprekGevoerd' },
      zolang: ['ontvangen', 'inOnderzoek'],
    },
    {
      naam: 'routekeuze',
      soort: 'LOCAL',
      grondslag: gemeentelijk('twintig werkdagen'),
      vanaf: { toestand: 'ontvangen' },
      duur: lokaal('masRoutekeuze', { werkdagen: 20 }),
      tot: { toestand: 'routeLoopt' },
      herinner: ['halverwege', 'vooraf', 'verstreken', 'teamleider'],
    },
    {
      naam: 'thuiszitterscontrole',
      soort: 'CHAIN',
      grondslag: keten('meer dan vier weken ongeoorloofd afwezig', 'jaarverslag en DUO'),
      type: 'op',
      vanaf: { datumveld: 'afwezigSinds' },
      duur: { lesweken: 4 },
      bijVerloop: { markeer: 'thuiszitter', stelVoor: 'thuiszitterstafelStarten' },
    },
    {
      naam: 'thuisZonderAanbod',
      soort: 'CHAIN',
      grondslag: keten('niemand langer dan drie maanden thuis zonder aanbod', 'Thuiszitterspact 2016'),
      vanaf: { datumveld: 'thuisZonderAanbodSinds' },
      duur: { maanden: 3 },
      tot: { actie: 'aanbodGedaan' },
      bijVerloop: { stelVoor: 'thuiszitterstafelStarten', dan: [taak('doorzettingsmacht', 'teamleider')] },
    },
    {
      naam: 'evaluatie',
      soort: 'LOCAL',
      grondslag: gemeentelijk('acht weken na het begin van de route'),
      type: 'op',
      vanaf: { actie: 'routeGekozen' },
      duur: lokaal('masEvaluatie', { weken: 8 }),
      tot: { actie: 'evalueren' },
      bijVerloop: { naar: 'evaluatie', dan: [taak('routeEvalueren')] },
    },
    {
      naam: 'planHerzien',
      soort: 'LOCAL',
      grondslag: gemeentelijk('plan van aanpak elke acht weken herzien'),
      type: 'op',
      vanaf: { actie: 'planVastgesteld' },
      duur: { weken: 8 },
      herhaal: { weken: 8 },
      bijVerloop: { dan: [taak('planHerzien')] },
    },
    {
      naam: 'stil',
      soort: 'LOCAL',
      grondslag: gemeentelijk('dertig dagen zonder gebeurtenis'),
      vanaf: { toestand: 'ontvangen' },
      duur: lokaal('masStil', { dagen: 30 }),
      zolang: ['ontvangen', 'inOnderzoek', 'routeLoopt', 'evaluatie'],
      herstartBij: 'elkeGebeurtenis',
      bijVerloop: { markeer: 'stil' },
    },
    {
      naam: 'overdrachtStarten',
      soort: 'LOCAL',
      grondslag: gemeentelijk('een half jaar voor de 18e verjaardag'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      voor: { maanden: 6 },
      bijVerloop: { dan: [start(nogNietGebouwd('overdracht'))] },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      herinnerOp: [{ voor: { maanden: 6 } }, { voor: { maanden: 3 } }, { voor: { maanden: 1 } }],
      bijVerloop: { naar: 'afgesloten', uitkomst: 'achttien' },
    },
  ],
  begin: 'ontvangen',
  toestanden: {
    ontvangen: { eigenaar: 'leerplichtambtenaar', bij: { inBehandeling: { naar: 'inOnderzoek' } } },
    inOnderzoek: {
      eigenaar: 'leerplichtambtenaar',
      bij: {
        statusVerzonden: {},
        contact: {},
        gesprekGevoerd: {},
        planVastgesteld: {},
        routeGekozen: { naar: 'routeLoopt' },
      },
    },
    routeLoopt: {
      eigenaar: 'leerplichtambtenaar',
      bij: { aanbodGedaan: {}, thuiszitterstafelStarten: {}, evalueren: { naar: 'evaluatie' } },
    },
    evaluatie: { eigenaar: 'leerplichtambtenaar', bij: { afsluiten: { naar: 'afgesloten' } } },
    afgesloten: { eind: true },
  },
});

const gegevens = {
  zestienUurOp: '2027-03-24',
  gemeldOp: '2027-04-06',
  afwezigSinds: '2027-02-01',
  thuisZonderAanbodSinds: '2026-11-30',
  achttienOp: '2027-06-15',
};
const proef = (wat: string, termijn: string, datum: string, p: Partial<Proef> = {}): Proef => ({
  wat: `F2 mas: ${wat}`,
  d: mas,
  termijn,
  in: 'ontvangen',
  op: '2026-11-02',
  gegevens,
  datum,
  ...p,
});
const route = { op: '2026-11-02', actie: 'routeGekozen' };

export const proevenMas: Proef[] = [
  proef('school meldt binnen 5 werkdagen, over Pasen', 'schoolMeldt', '2027-04-02', { op: '2027-04-06' }),
  proef('in behandeling 2 werkdagen', 'inBehandeling', '2026-11-04', {
    // The day after, then 2 and 5 working days later.
    herinneringen: ['verstreken 2026-11-05', 'groep 2026-11-06', 'teamleider 2026-11-11'],
  }),
  proef('status naar DUO 1 werkdag', 'statusNaarDuo', '2026-11-09', {
    dan: [{ op: '2026-11-06', actie: 'inBehandeling' }],
  }),
  proef('eerste contact 5 werkdagen', 'eersteContact', '2026-11-09'),
  proef('gesprek 10 schooldagen, over de kerstvakantie', 'gesprek', '2027-01-08', { op: '2026-12-11' }),
  proef('routekeuze 20 werkdagen', 'routekeuze', '2026-11-30', {
    herinneringen: [
      'halverwege 2026-11-16',
      'vooraf 2026-11-26',
      'verstreken 2026-12-01',
      'teamleider 2026-12-07',
    ],
  }),
  proef('thuiszitter na 4 lesweken, een week voorjaarsvakantie', 'thuiszitterscontrole', '2027-03-08', {
    op: '2027-02-15',
  }),
  proef('3 maanden thuis zonder aanbod, zondag schuift', 'thuisZonderAanbod', '2027-03-01'),
  proef('evaluatie 8 weken na de route', 'evaluatie', '2026-12-28', { in: 'inOnderzoek', dan: [route] }),
  proef('plan van aanpak, tweede herziening', 'planHerzien', '2027-02-22', {
    in: 'inOnderzoek',
    dan: [{ op: '2026-11-02', actie: 'planVastgesteld' }],
    totEnMet: '2026-12-28',
  }),
  proef('30 dagen stil', 'stil', '2026-12-02'),
  proef('30 dagen stil begint opnieuw bij een gebeurtenis', 'stil', '2026-12-10', {
    dan: [{ op: '2026-11-10', actie: 'inBehandeling' }],
  }),
  proef('half jaar voor 18: overdracht', 'overdrachtStarten', '2026-12-15'),
  proef('18e verjaardag met herinneringen', 'achttien', '2027-06-15', {
    // 15 May is a Saturday before Whitsun.
    herinneringen: ['opDatum 2026-12-15', 'opDatum 2027-03-15', 'opDatum 2027-05-18'],
  }),
];
