import {
  gemeentelijk,
  GEWONE_HERINNERINGEN,
  keten,
  lokaal,
  start,
  taak,
  wet,
  type Termijn,
  type Verloop,
} from '#process';
import type { ActieNaam, C, Toestand } from './namen.v1.js';
import { BEGIN_OVERDRACHT, VLAG } from './routes.v1.js';
import { blijftWeg } from './verzuim.v1.js';

const LPW = 'Leerplichtwet 1969';
type Datumveld =
  | 'verzuimVanaf'
  | 'gesprekOp'
  | 'mdoOp'
  | 'planOp'
  | 'afsprakenTot'
  | 'volgendeSatOp'
  | 'geldigVanaf'
  | 'achttienOp';
/** A term of this process; its name stays a literal, so that each one must have a text. */
const termijn = <const T extends string>(
  t: Termijn<Toestand, ActieNaam, Datumveld, C> & { naam: T },
): Termijn<Toestand, ActieNaam, Datumveld, C> & { naam: T } => t;

const geen =
  (...vlaggen: string[]) =>
  (c: C): boolean =>
    !vlaggen.some((v) => c.heeftVlag(v));
const kanNaarTafel = (c: C): boolean => c.toestand !== 'ontvangen' && !c.heeftVlag(VLAG.tafel);
/** With a proposal for the thuiszitterstafel where that can be chosen. */
const thuis = (
  als: (c: C) => boolean,
  v: Verloop<Toestand, ActieNaam, C>,
): Verloop<Toestand, ActieNaam, C>[] => [
  { ...v, als: (c) => als(c) && kanNaarTafel(c), stelVoor: 'naarTafel' },
  { ...v, als },
];

/** From the report to the choice. */
const totRoutekeuze = [
  termijn({
    naam: 'inBehandeling',
    soort: 'LOCAL',
    grondslag: gemeentelijk('een melding binnen twee werkdagen in behandeling nemen'),
    vanaf: { toestand: 'ontvangen' },
    duur: lokaal('masInBehandeling', { werkdagen: 2 }),
    tot: { actie: ['inBehandeling', 'terKennisgeving'] },
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'eersteContact',
    soort: 'LOCAL',
    grondslag: gemeentelijk('het eerste contact binnen vijf werkdagen na de melding'),
    vanaf: { toestand: 'ontvangen' },
    duur: lokaal('masEersteContact', { werkdagen: 5 }),
    tot: { actie: ['contactGelegd', 'gesprekGevoerd', 'gehoordOuders', 'gehoordJongere'] },
    zolang: ['ontvangen', 'inBehandeling', 'inOnderzoek'],
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'gesprek',
    soort: 'LOCAL',
    grondslag: gemeentelijk('het verzuimgesprek binnen tien schooldagen na de melding'),
    vanaf: { toestand: 'ontvangen' },
    duur: lokaal('masGesprek', { schooldagen: 10 }),
    tot: { actie: 'gesprekGevoerd' },
    zolang: ['ontvangen', 'inBehandeling', 'inOnderzoek'],
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'routekeuze',
    soort: 'LOCAL',
    grondslag: gemeentelijk('een route kiezen binnen twintig werkdagen na de melding'),
    vanaf: { toestand: 'ontvangen' },
    duur: lokaal('masRoutekeuze', { werkdagen: 20 }),
    tot: { toestand: ['routeLoopt', 'evaluatie'] },
    zolang: ['ontvangen', 'inBehandeling', 'inOnderzoek', 'routekeuze'],
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
];

/** After the choice. */
const naRoutekeuze = [
  termijn({
    naam: 'opnieuwKiezen',
    soort: 'LOCAL',
    grondslag: gemeentelijk('binnen tien werkdagen na een route die niet hielp een andere kiezen'),
    vanaf: { toestand: 'routekeuze' },
    duur: lokaal('masOpnieuwKiezen', { werkdagen: 10 }),
    tot: { toestand: ['routeLoopt', 'evaluatie'] },
    zolang: ['routekeuze'],
    als: (c) => c.heeftVlag('nieuweKeuze'),
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'pvBesluit',
    soort: 'LOCAL',
    grondslag: gemeentelijk('binnen tien werkdagen na een negatieve Halt beslissen over proces-verbaal'),
    vanaf: { actie: 'haltAfgerond' },
    duur: lokaal('masPvBesluit', { werkdagen: 10 }),
    tot: { actie: ['routeStrafrecht', 'strafrechtGestart', 'routeHulp', 'routeCiviel', 'naarTafel'] },
    als: (c) => c.gegevens.haltResultaat !== 'positief',
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'evaluatie',
    soort: 'LOCAL',
    grondslag: gemeentelijk('een route evalueren acht weken nadat zij begon'),
    type: 'op',
    vanaf: { toestand: 'routeLoopt' },
    duur: lokaal('masEvaluatie', { weken: 8 }),
    bijVerloop: { naar: 'evaluatie', dan: [taak('routeEvalueren')] },
  }),
  termijn({
    naam: 'evaluatieAfronden',
    soort: 'LOCAL',
    grondslag: gemeentelijk('binnen tien werkdagen na de evaluatie afsluiten of verdergaan'),
    vanaf: { toestand: 'evaluatie' },
    duur: lokaal('masEvaluatieAfronden', { werkdagen: 10 }),
    tot: { toestand: ['routekeuze', 'routeLoopt', 'afgesloten', 'ingetrokken'] },
    zolang: ['evaluatie'],
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
];

/** Appointments and what was agreed: reminders beforehand, late when nobody recorded how it went. */
const afspraken = [
  termijn({
    naam: 'gesprekVastleggen',
    soort: 'LOCAL',
    grondslag: gemeentelijk('op de dag van het gesprek vastleggen hoe het is verlopen'),
    vanaf: { datumveld: 'gesprekOp' },
    tot: { actie: ['gesprekGevoerd', 'nietVerschenen'] },
    herinnerOp: [{ voor: { werkdagen: 1 } }, { voor: { dagen: 0 } }],
    herinner: ['groep', 'teamleider'],
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'mdoVastleggen',
    soort: 'LOCAL',
    grondslag: gemeentelijk('op de dag van het overleg vastleggen wat is besloten'),
    vanaf: { datumveld: 'mdoOp' },
    tot: { actie: 'mdoGehouden' },
    herinnerOp: [{ voor: { werkdagen: 1 } }, { voor: { dagen: 0 } }],
    herinner: ['groep', 'teamleider'],
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'afsprakenNagaan',
    soort: 'LOCAL',
    grondslag: gemeentelijk('nagaan of de afspraken zijn nagekomen op de dag dat zij aflopen'),
    vanaf: { datumveld: 'afsprakenTot' },
    tot: { actie: ['verzuimGestopt', 'verzuimVoortgezet'] },
    // Agreements without a date leave the date of earlier ones behind.
    als: (c) => c.gegevens.afsprakenTot! >= c.vandaag,
    herinnerOp: [{ voor: { werkdagen: 1 } }, { voor: { dagen: 0 } }],
    herinner: ['groep', 'teamleider'],
    bijVerloop: { markeer: 'teLaat' },
  }),
  termijn({
    naam: 'volgendeSat',
    soort: 'LOCAL',
    grondslag: gemeentelijk('een jongere die in het SAT is besproken daar opnieuw inbrengen'),
    type: 'op',
    vanaf: { datumveld: 'volgendeSatOp' },
    als: (c) => c.gegevens.volgendeSatOp! > c.vandaag,
    herinnerOp: [{ voor: { werkdagen: 1 } }],
    bijVerloop: { dan: [taak('satTerugkoppeling')] },
  }),
  termijn({
    naam: 'planHerzien',
    soort: 'LOCAL',
    grondslag: gemeentelijk('het plan van aanpak elke acht weken herzien'),
    vanaf: { actie: 'planVanAanpak', veld: 'planOp' },
    duur: lokaal('masPlanHerzien', { weken: 8 }),
    tot: { actie: 'planVanAanpak' },
    herinner: GEWONE_HERINNERINGEN,
    bijVerloop: { markeer: 'teLaat' },
  }),
];

/** The weeks at home; counted from the first day that was reported, judged when they have passed. */
const thuiszitter = [
  termijn({
    naam: 'thuiszitter',
    soort: 'CHAIN',
    grondslag: keten('vier lesweken aaneen afwezig: thuiszitter', 'jaarverslag en DUO'),
    type: 'op',
    vanaf: { datumveld: 'verzuimVanaf' },
    duur: { lesweken: 4 },
    tot: { actie: 'verzuimGestopt' },
    als: geen('doorlopendVerzuim', 'verspreidVerzuim', 'thuiszitter', 'thuiszitterNagaan'),
    bijVerloop: [
      ...thuis(blijftWeg, { markeer: 'thuiszitter' }),
      { markeer: 'thuiszitterNagaan', dan: [taak('thuiszitterNagaan')] },
    ],
  }),
  termijn({
    naam: 'drieMaandenThuis',
    soort: 'CHAIN',
    grondslag: keten('niemand langer dan drie maanden thuis zonder passend aanbod', 'Thuiszitterspact 2016'),
    type: 'op',
    vanaf: { datumveld: 'verzuimVanaf' },
    duur: { maanden: 3 },
    tot: { actie: ['verzuimGestopt', 'aanbodGedaan'] },
    als: geen('doorlopendVerzuim', 'verspreidVerzuim', 'drieMaandenThuis', 'aanbodGedaan'),
    bijVerloop: [
      ...thuis(blijftWeg, {
        markeer: 'drieMaandenThuis',
        dan: [taak('doorzettingsmachtInzetten', 'teamleider')],
      }),
      {},
    ],
  }),
];

/** What runs in every state. */
const altijd = [
  termijn({
    naam: 'stil',
    soort: 'LOCAL',
    grondslag: gemeentelijk('dertig dagen waarin niemand iets deed'),
    type: 'op',
    vanaf: { toestand: 'ontvangen' },
    duur: lokaal('masStil', { dagen: 30 }),
    herhaal: lokaal('masStil', { dagen: 30 }),
    zolang: ['ontvangen', 'inBehandeling', 'inOnderzoek', 'routekeuze', 'routeLoopt', 'evaluatie'],
    herstartBij: 'elkeGebeurtenis',
    bijVerloop: [
      { als: (c) => c.heeftVlag('stil'), dan: [taak('stilEscaleren', 'teamleider')] },
      { markeer: 'stil', dan: [taak('stilNagaan')] },
    ],
  }),
  termijn({
    naam: 'vrijstelling',
    soort: 'LAW',
    grondslag: wet(LPW, '5'),
    type: 'op',
    vanaf: { datumveld: 'geldigVanaf' },
    als: (c) => c.gegevens.geldigVanaf! > c.vandaag,
    bijVerloop: { naar: 'afgesloten', uitkomst: 'vrijstelling' },
  }),
  // Also for who was reported later than that: a day that has passed happens at once.
  termijn({
    naam: 'overdracht',
    soort: 'LOCAL',
    grondslag: gemeentelijk('de overdracht begint een half jaar voor de 18e verjaardag'),
    type: 'op',
    vanaf: { datumveld: 'achttienOp' },
    voor: BEGIN_OVERDRACHT,
    bijVerloop: { dan: [start('overdracht', (c) => ({ gesignaleerdOp: c.vandaag, bron: 'leeftijd' }))] },
  }),
  // A criminal route goes on by itself; help that runs is proposed to the coach (settled reading 8).
  termijn({
    naam: 'achttien',
    soort: 'LAW',
    grondslag: wet(LPW, '4b'),
    type: 'op',
    vanaf: { datumveld: 'achttienOp' },
    verschuift: false,
    herinnerOp: [{ voor: { maanden: 6 } }, { voor: { maanden: 3 } }, { voor: { maanden: 1 } }],
    bijVerloop: [
      {
        als: (c) => c.heeftVlag(VLAG.hulp),
        naar: 'afgesloten',
        uitkomst: 'achttien',
        dan: [taak('voorstelDoorstroomcoach', 'doorstroomcoach')],
      },
      { naar: 'afgesloten', uitkomst: 'achttien' },
    ],
  }),
];

export const termijnen = [...totRoutekeuze, ...naRoutekeuze, ...afspraken, ...thuiszitter, ...altijd];
