import {
  datumVeld,
  defineProcess,
  gemeentelijk,
  keten,
  lokaal,
  taak,
  wet,
  z,
  type Actie,
  type Definitie,
} from '#process';
import type { Proef } from './proef.js';

const doet = { door: ['leerplichtambtenaar'], invoer: z.strictObject({}) } satisfies Actie;

/** P2 R1: voluntary help. */
export const hulp = defineProcess({
  key: 'hulp',
  versie: 1,
  onderwerp: () => 'jongere',
  start: z.strictObject({}),
  startDoor: ['leerplichtambtenaar'],
  acties: { geaccepteerd: doet, geweigerd: doet, gestart: doet, geevalueerd: doet },
  termijnen: [
    {
      naam: 'antwoord',
      soort: 'LOCAL',
      grondslag: gemeentelijk('tien werkdagen'),
      vanaf: { toestand: 'aangeboden' },
      duur: lokaal('hulpAntwoord', { werkdagen: 10 }),
      tot: { actie: ['geaccepteerd', 'geweigerd'] },
      eigenaar: 'ouders',
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'wachtlijst',
      soort: 'LOCAL',
      grondslag: gemeentelijk('na zes weken en daarna elke vier weken navragen'),
      type: 'op',
      vanaf: { toestand: 'wachtlijst' },
      duur: lokaal('hulpWachtlijst', { weken: 6 }),
      herhaal: { weken: 4 },
      bijVerloop: { dan: [taak('wachtlijstNavragen')] },
    },
    {
      naam: 'planHerzien',
      soort: 'LOCAL',
      grondslag: gemeentelijk('acht weken'),
      vanaf: { toestand: 'hulpLoopt' },
      duur: lokaal('hulpPlan', { weken: 8 }),
      tot: { actie: 'geevalueerd' },
    },
  ],
  begin: 'aangeboden',
  toestanden: {
    aangeboden: {
      eigenaar: 'ouders',
      bij: { geaccepteerd: { naar: 'wachtlijst' }, geweigerd: { naar: 'geweigerd' } },
    },
    wachtlijst: { eigenaar: 'leerplichtambtenaar', bij: { gestart: { naar: 'hulpLoopt' } } },
    hulpLoopt: { eigenaar: 'leerplichtambtenaar', bij: { geevalueerd: { naar: 'geslaagd' } } },
    geslaagd: { eind: true },
    geweigerd: { eind: true },
  },
});

/** P2 R2: Halt. */
export const halt = defineProcess({
  key: 'halt',
  versie: 1,
  onderwerp: () => 'ooit',
  start: z.strictObject({ achttienOp: datumVeld() }),
  startDoor: ['leerplichtambtenaar'],
  acties: {
    verhoord: { ...doet, kenmerk: 'boa' },
    toestemming: doet,
    geenToestemming: doet,
    haltGestart: doet,
    haltPositief: doet,
    haltNegatief: doet,
    besloten: doet,
    overlegdMetOvJ: doet,
  },
  termijnen: [
    {
      naam: 'verhoor',
      soort: 'LOCAL',
      grondslag: gemeentelijk('uitnodigen binnen vijf werkdagen'),
      vanaf: { toestand: 'voorbereiding' },
      duur: lokaal('haltVerhoor', { werkdagen: 5 }),
      tot: { actie: 'verhoord' },
    },
    {
      naam: 'toestemming',
      soort: 'LOCAL',
      grondslag: gemeentelijk('antwoord van jongere en ouders binnen vijf werkdagen'),
      vanaf: { toestand: 'toestemming' },
      duur: lokaal('haltToestemming', { werkdagen: 5 }),
      tot: { actie: ['toestemming', 'geenToestemming'] },
      eigenaar: 'ouders',
      herinner: ['verstreken'],
    },
    {
      naam: 'haltStart',
      soort: 'LOCAL',
      grondslag: gemeentelijk('vijftien werkdagen'),
      vanaf: { toestand: 'verwezen' },
      duur: lokaal('haltStart', { werkdagen: 15 }),
      tot: { actie: 'haltGestart' },
      eigenaar: 'halt',
    },
    {
      naam: 'uitslag',
      soort: 'LOCAL',
      grondslag: gemeentelijk('acht weken na de start'),
      vanaf: { actie: 'haltGestart' },
      duur: lokaal('haltUitslag', { weken: 8 }),
      tot: { actie: ['haltPositief', 'haltNegatief'] },
      eigenaar: 'halt',
      herinner: ['halverwege', 'verstreken', 'groep'],
      bijVerloop: { markeer: 'haltStil' },
    },
    {
      naam: 'besluitNaNegatief',
      soort: 'LOCAL',
      grondslag: gemeentelijk('tien werkdagen'),
      vanaf: { actie: ['haltNegatief', 'geenToestemming'] },
      duur: lokaal('haltBesluit', { werkdagen: 10 }),
      tot: { actie: 'besloten' },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '4b'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      bijVerloop: { markeer: 'achttienTijdensHalt', stelVoor: 'overlegdMetOvJ', dan: [taak('overlegOvJ')] },
    },
  ],
  begin: 'voorbereiding',
  toestanden: {
    voorbereiding: { eigenaar: 'leerplichtambtenaar', bij: { verhoord: { naar: 'toestemming' } } },
    toestemming: {
      eigenaar: 'ouders',
      bij: { toestemming: { naar: 'verwezen' }, geenToestemming: { naar: 'negatief' } },
    },
    verwezen: { eigenaar: 'halt', bij: { haltGestart: { naar: 'loopt' } } },
    loopt: {
      eigenaar: 'halt',
      bij: { haltPositief: { naar: 'positief' }, haltNegatief: { naar: 'negatief' }, overlegdMetOvJ: {} },
    },
    negatief: { eigenaar: 'leerplichtambtenaar', bij: { besloten: { naar: 'afgerond' } } },
    positief: { eind: true },
    afgerond: { eind: true },
  },
});

/** P2 R3: compulsion under civil law. */
export const civiel = defineProcess({
  key: 'civiel',
  versie: 1,
  onderwerp: () => 'jongere',
  start: z.strictObject({ achttienOp: datumVeld() }),
  startDoor: ['leerplichtambtenaar'],
  acties: {
    aangemeld: doet,
    besproken: doet,
    onderzoekGestart: doet,
    beschikking: { ...doet, invoer: z.strictObject({ otsVanaf: datumVeld(), otsTot: datumVeld() }) },
  },
  termijnen: [
    {
      naam: 'tafel',
      soort: 'LOCAL',
      grondslag: gemeentelijk('vier weken'),
      vanaf: { toestand: 'aangemeld' },
      duur: lokaal('civielTafel', { weken: 4 }),
      tot: { actie: 'besproken' },
    },
    {
      naam: 'raadNavragen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('na vijf weken navragen of de Raad is begonnen'),
      type: 'op',
      vanaf: { toestand: 'wachtOpRaad' },
      duur: { weken: 5 },
      tot: { actie: 'onderzoekGestart' },
      eigenaar: 'raad',
      bijVerloop: { dan: [taak('raadNavragen')] },
    },
    {
      naam: 'raadBegint',
      soort: 'CHAIN',
      grondslag: keten(
        'bij langer dan drie maanden wachten contact opnemen',
        'Raad voor de Kinderbescherming',
      ),
      vanaf: { toestand: 'wachtOpRaad' },
      duur: { maanden: 3 },
      tot: { actie: 'onderzoekGestart' },
      bijVerloop: { dan: [taak('raadEscaleren', 'teamleider')] },
    },
    {
      naam: 'otsHoogstensEenJaar',
      soort: 'LAW',
      grondslag: wet('Burgerlijk Wetboek Boek 1', '258 en 260'),
      vanaf: { actie: 'beschikking', veld: 'otsVanaf' },
      duur: { jaren: 1 },
    },
    {
      naam: 'otsEinde',
      soort: 'LAW',
      grondslag: wet('Burgerlijk Wetboek Boek 1', '260'),
      vanaf: { datumveld: 'otsTot' },
      herinnerOp: [{ voor: { weken: 8 } }],
      bijVerloop: { naar: 'beeindigd' },
    },
    {
      naam: 'achttien',
      soort: 'LAW',
      grondslag: wet('Burgerlijk Wetboek Boek 1', '255'),
      type: 'op',
      vanaf: { datumveld: 'achttienOp' },
      verschuift: false,
      bijVerloop: { naar: 'beeindigd', uitkomst: 'achttien' },
    },
  ],
  begin: 'aangemeld',
  toestanden: {
    aangemeld: { eigenaar: 'leerplichtambtenaar', bij: { besproken: { naar: 'wachtOpRaad' } } },
    wachtOpRaad: { eigenaar: 'raad', bij: { onderzoekGestart: { naar: 'bijRechter' } } },
    bijRechter: { eigenaar: 'rechter', bij: { beschikking: { naar: 'otsLoopt' } } },
    otsLoopt: { eigenaar: 'gi' },
    beeindigd: { eind: true },
  },
});

/** P2 R4: compulsion under criminal law. It has no term that ends it at 18. */
export const strafrecht = defineProcess({
  key: 'strafrecht',
  versie: 1,
  onderwerp: () => 'jongere',
  start: z.strictObject({ oudersIngelichtOp: datumVeld().optional() }),
  startDoor: ['leerplichtambtenaar'],
  acties: {
    pvGereed: doet,
    pvVerzonden: doet,
    omBeslissing: doet,
    zittingsdatum: { ...doet, invoer: z.strictObject({ zittingOp: datumVeld() }) },
    aangehouden: doet,
    maatregel: { ...doet, invoer: z.strictObject({ maatregelTot: datumVeld() }) },
    onderzocht: doet,
    ingeschreven: doet,
  },
  termijnen: [
    {
      naam: 'pv',
      soort: 'LOCAL',
      grondslag: gemeentelijk('twintig werkdagen na het besluit'),
      vanaf: { toestand: 'pvInOpmaak' },
      duur: lokaal('strafrechtPv', { werkdagen: 20 }),
      tot: { actie: 'pvGereed' },
    },
    {
      naam: 'omNavragen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('na zes weken en daarna elke vier weken'),
      type: 'op',
      vanaf: { toestand: 'pvBijOm' },
      duur: { weken: 6 },
      herhaal: { weken: 4 },
      tot: { actie: 'omBeslissing' },
      eigenaar: 'om',
      bijVerloop: { dan: [taak('omNavragen')] },
    },
    {
      naam: 'zittingVoorbereiden',
      soort: 'LOCAL',
      grondslag: gemeentelijk('tien werkdagen voor de zitting'),
      type: 'op',
      vanaf: { datumveld: 'zittingOp' },
      voor: { werkdagen: 10 },
      zolang: ['zittingGepland'],
      bijVerloop: { dan: [taak('informatieSchool')] },
    },
    {
      naam: 'zitting',
      soort: 'LOCAL',
      grondslag: gemeentelijk('herinneren aan de zitting'),
      type: 'op',
      vanaf: { datumveld: 'zittingOp' },
      zolang: ['zittingGepland'],
      verschuift: false,
      herinnerOp: [{ voor: { werkdagen: 2 } }],
    },
    {
      naam: 'nieuweZittingNavragen',
      soort: 'LOCAL',
      grondslag: gemeentelijk('elke drie maanden zolang de nieuwe datum onbekend is'),
      type: 'op',
      vanaf: { actie: 'aangehouden' },
      duur: { maanden: 3 },
      herhaal: { maanden: 3 },
      tot: { actie: 'zittingsdatum' },
      bijVerloop: { dan: [taak('zittingNavragen')] },
    },
    {
      naam: 'maatregelEinde',
      soort: 'LOCAL',
      grondslag: gemeentelijk('de einddatum zoals opgelegd'),
      type: 'op',
      vanaf: { datumveld: 'maatregelTot' },
      herinnerOp: [{ voor: { weken: 4 } }],
      bijVerloop: { naar: 'afgerond' },
    },
    {
      naam: 'onderzoekSchool',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '22 lid 4'),
      vanaf: { datumveld: 'oudersIngelichtOp' },
      duur: { weken: 4 },
      tot: { actie: 'onderzocht' },
    },
    {
      naam: 'inschrijven',
      soort: 'LAW',
      grondslag: wet('Leerplichtwet 1969', '22 lid 4'),
      vanaf: { actie: 'onderzocht' },
      duur: { weken: 4 },
      tot: { actie: 'ingeschreven' },
    },
  ],
  begin: 'pvInOpmaak',
  toestanden: {
    pvInOpmaak: {
      eigenaar: 'leerplichtambtenaar',
      bij: { pvGereed: {}, onderzocht: {}, ingeschreven: {}, pvVerzonden: { naar: 'pvBijOm' } },
    },
    pvBijOm: { eigenaar: 'om', bij: { omBeslissing: { naar: 'wachtOpZitting' } } },
    wachtOpZitting: { eigenaar: 'rechter', bij: { zittingsdatum: { naar: 'zittingGepland' } } },
    zittingGepland: {
      eigenaar: 'rechter',
      bij: { aangehouden: { naar: 'wachtOpZitting' }, maatregel: { naar: 'maatregelLoopt' } },
    },
    maatregelLoopt: { eigenaar: 'gi' },
    afgerond: { eind: true },
  },
});

const maandag = '2026-11-02';
const proef = (
  d: Definitie,
  wat: string,
  termijn: string,
  toestand: string,
  datum: string,
  p: Partial<Proef> = {},
): Proef => ({
  wat: `F2 ${d.key}: ${wat}`,
  d,
  termijn,
  in: toestand,
  op: maandag,
  datum,
  ...p,
});

export const proevenRoutes: Proef[] = [
  proef(hulp, 'antwoord 10 werkdagen', 'antwoord', 'aangeboden', '2026-11-16'),
  proef(hulp, 'wachtlijst 6 weken, Eerste Kerstdag schuift', 'wachtlijst', 'wachtlijst', '2026-12-28', {
    op: '2026-11-13',
  }),
  proef(hulp, 'wachtlijst daarna elke 4 weken', 'wachtlijst', 'wachtlijst', '2027-01-11', {
    totEnMet: '2026-12-14',
  }),
  proef(hulp, 'plan van aanpak 8 weken', 'planHerzien', 'hulpLoopt', '2026-12-28'),
  proef(halt, 'uitnodigen verhoor 5 werkdagen', 'verhoor', 'voorbereiding', '2026-11-09'),
  proef(halt, 'toestemming 5 werkdagen', 'toestemming', 'toestemming', '2026-11-09', {
    herinneringen: ['verstreken 2026-11-10'],
  }),
  proef(halt, 'start 15 werkdagen', 'haltStart', 'verwezen', '2026-11-23'),
  proef(
    halt,
    'uitslag 8 weken na de start, herinnering aan wie zwijgt',
    'uitslag',
    'verwezen',
    '2026-12-28',
    {
      dan: [{ op: maandag, actie: 'haltGestart' }],
      herinneringen: ['halverwege 2026-11-30', 'verstreken 2026-12-29', 'groep 2026-12-30'],
    },
  ),
  proef(halt, 'besluit na negatief 10 werkdagen', 'besluitNaNegatief', 'loopt', '2026-11-16', {
    dan: [{ op: maandag, actie: 'haltNegatief' }],
  }),
  proef(halt, '18 tijdens Halt', 'achttien', 'loopt', '2027-06-12', {
    gegevens: { achttienOp: '2027-06-12' },
  }),
  proef(civiel, 'jeugdbeschermingstafel 4 weken', 'tafel', 'aangemeld', '2026-11-30'),
  proef(civiel, 'Raad navragen na 5 weken', 'raadNavragen', 'wachtOpRaad', '2026-12-07'),
  proef(civiel, 'Raad begint binnen 3 maanden', 'raadBegint', 'wachtOpRaad', '2027-02-02'),
  proef(
    civiel,
    'ondertoezichtstelling hoogstens een jaar, niet verlengd',
    'otsHoogstensEenJaar',
    'bijRechter',
    '2027-11-13',
    {
      // A Saturday: a term of a year is not extended (Algemene termijnenwet art. 4).
      dan: [
        { op: '2026-11-16', actie: 'beschikking', invoer: { otsVanaf: '2026-11-13', otsTot: '2027-11-12' } },
      ],
    },
  ),
  proef(
    civiel,
    'einde ondertoezichtstelling, 8 weken ervoor herinneren',
    'otsEinde',
    'bijRechter',
    '2027-11-12',
    {
      dan: [
        { op: '2026-11-16', actie: 'beschikking', invoer: { otsVanaf: '2026-11-13', otsTot: '2027-11-12' } },
      ],
      herinneringen: ['opDatum 2027-09-17'],
    },
  ),
  proef(civiel, '18e verjaardag op zaterdag', 'achttien', 'otsLoopt', '2027-06-12', {
    gegevens: { achttienOp: '2027-06-12' },
  }),
  proef(strafrecht, 'proces-verbaal 20 werkdagen', 'pv', 'pvInOpmaak', '2026-11-30'),
  proef(strafrecht, 'OM navragen na 6 weken', 'omNavragen', 'pvBijOm', '2026-12-14'),
  proef(strafrecht, 'OM navragen, daarna elke 4 weken', 'omNavragen', 'pvBijOm', '2027-01-11', {
    totEnMet: '2026-12-14',
  }),
  proef(
    strafrecht,
    'zitting min 10 werkdagen, over Kerst',
    'zittingVoorbereiden',
    'wachtOpZitting',
    '2026-12-22',
    {
      dan: [{ op: maandag, actie: 'zittingsdatum', invoer: { zittingOp: '2027-01-07' } }],
    },
  ),
  proef(strafrecht, 'zitting min 2 werkdagen', 'zitting', 'wachtOpZitting', '2027-01-07', {
    dan: [{ op: maandag, actie: 'zittingsdatum', invoer: { zittingOp: '2027-01-07' } }],
    herinneringen: ['opDatum 2027-01-05'],
  }),
  proef(
    strafrecht,
    'aangehouden: na 3 maanden navragen',
    'nieuweZittingNavragen',
    'zittingGepland',
    '2027-02-02',
    {
      dan: [{ op: maandag, actie: 'aangehouden' }],
    },
  ),
  proef(strafrecht, 'einde maatregel, 4 weken ervoor', 'maatregelEinde', 'zittingGepland', '2027-11-02', {
    dan: [{ op: maandag, actie: 'maatregel', invoer: { maatregelTot: '2027-11-02' } }],
    herinneringen: ['opDatum 2027-10-05'],
  }),
  proef(strafrecht, 'onderzoek naar de school 4 weken', 'onderzoekSchool', 'pvInOpmaak', '2026-12-28', {
    // 4 weeks after Friday 27 November is Christmas Day.
    op: '2026-11-27',
    gegevens: { oudersIngelichtOp: '2026-11-27' },
  }),
  proef(strafrecht, 'daarna 4 weken om in te schrijven', 'inschrijven', 'pvInOpmaak', '2026-12-28', {
    dan: [{ op: '2026-11-27', actie: 'onderzocht' }],
  }),
];
