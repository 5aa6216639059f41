import { brief, gemeentelijk, GEWONE_HERINNERINGEN, lokaal, taak, wet, type Grondslag } from '#process';
import { absoluutVerzuim } from './koppelingen.v2.js';
import { termijnen, type Grond, type Toestand } from './namen.v2.js';
import { AWB, is, WET } from './toetsing.v2.js';

const IN_BEHANDELING: Toestand[] = [
  'aanvraagOntvangen',
  'aanvraagAanvulling',
  'inBehandeling',
  'inBehandelingVervangend',
];

/** The decision, counted from the day on which the request came in. Whoever waits longer may ask for a penalty (Awb 4:17). */
const beslissen = <const T extends string>(
  naam: T,
  grond: Grond,
  grondslag: Grondslag,
  weken: number,
  verlengbaar?: Grondslag,
) =>
  termijnen([
    {
      naam,
      soort: 'LAW',
      grondslag,
      vanaf: { datumveld: 'kennisgevingOp' },
      duur: { weken },
      tot: { actie: ['toekennen', 'afwijzen', 'nietBehandelen'] },
      zolang: IN_BEHANDELING,
      als: is(grond),
      verlengbaar,
      opschortbaar: wet(AWB, '4:15'),
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat', dan: [taak('beslistermijnVerstreken', 'teamleider')] },
    },
  ]);
/** The copy for the parents is how they hear of the decision (Awb 3:41). */
const afschrift = <const T extends string>(naam: T, grond: Grond, artikel: string) =>
  termijnen([
    {
      naam,
      soort: 'LAW',
      grondslag: wet(WET, artikel),
      vanaf: { datumveld: 'besluitOp' },
      duur: { weken: 2 },
      tot: { actie: 'besluitBekendgemaakt' },
      zolang: ['toekenningBesloten', 'afwijzingBesloten'],
      als: is(grond),
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
  ]);

/** From the request to the decision that is made known. */
export const besluitTermijnen = [
  ...termijnen([
    {
      naam: 'volledigheidAanvraag',
      soort: 'LOCAL',
      grondslag: gemeentelijk('binnen vijf werkdagen nagaan of de aanvraag volledig is'),
      vanaf: { toestand: 'aanvraagOntvangen' },
      duur: lokaal('vrijstellingVolledigheid', { werkdagen: 5 }),
      tot: { actie: ['aanvraagVolledig', 'aanvraagAanvullingGevraagd'] },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
    {
      naam: 'aanvraagAanvulling',
      soort: 'LOCAL',
      grondslag: gemeentelijk(
        'ouders vullen de aanvraag aan binnen twee weken (Awb 4:5 laat de termijn vrij)',
      ),
      vanaf: { toestand: 'aanvraagAanvulling' },
      duur: lokaal('vrijstellingAanvulling', { weken: 2 }),
      tot: { actie: 'aanvraagAangevuld' },
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'aanvraagNietAangevuld', stelVoor: 'nietBehandelen' },
    },
    {
      naam: 'nietBehandelen',
      soort: 'LAW',
      grondslag: wet(AWB, '4:5 lid 4'),
      vanaf: { termijn: 'aanvraagAanvulling' },
      // Four weeks after the last day for the parents. It begins on the day after that one, which is the first of the 28.
      duur: { dagen: 27 },
      tot: { actie: 'nietBehandelen' },
      zolang: ['aanvraagAanvulling'],
      herinner: GEWONE_HERINNERINGEN,
      // Too late to leave it aside: it must be decided as it lies there.
      bijVerloop: { naar: 'aanvraagOntvangen', dan: [taak('inhoudelijkBeslissen')] },
    },
  ]),
  ...beslissen('beslissen', 'art15', wet(AWB, '4:13 lid 2'), 8, wet(AWB, '4:14 lid 3')),
  // A term of the law itself is not extended by a notice (Awb 4:14 lid 1). [U] Art. 3a lid 5 does not name lid 4 for a renewal: the same four
  // weeks, the stricter reading.
  ...beslissen('beslissenVervangend', 'art3a', wet(WET, '3a lid 4'), 4),
  ...beslissen('beslissenLaatsteJaar', 'art3b', wet(WET, '3b lid 5'), 4),
  ...termijnen([
    {
      naam: 'bekendmaken',
      soort: 'LOCAL',
      grondslag: gemeentelijk('het besluit binnen twee werkdagen aan de ouders sturen'),
      vanaf: { datumveld: 'besluitOp' },
      duur: lokaal('besluitBekendmaken', { werkdagen: 2 }),
      tot: { actie: 'besluitBekendgemaakt' },
      zolang: ['toekenningBesloten', 'afwijzingBesloten'],
      als: is('art15'),
      herinner: GEWONE_HERINNERINGEN,
      bijVerloop: { markeer: 'teLaat' },
    },
  ]),
  ...afschrift('afschrift', 'art3a', '3a lid 4'),
  ...afschrift('afschriftLaatsteJaar', 'art3b', '3b lid 5'),
];

/** As long as the grant holds. */
export const toekenningTermijnen = termijnen([
  {
    naam: 'verlengingVragen',
    soort: 'LAW',
    grondslag: wet(WET, '3a lid 5'),
    vanaf: { datumveld: 'geldigTot' },
    voor: { weken: 8 },
    tot: { actie: 'verlengingGevraagd' },
    zolang: ['toegekend', 'vanKracht'],
    als: is('art3a'),
    eigenaar: 'ouders',
    herinnerOp: [{ voor: { weken: 4 } }],
    bijHerinnering: [brief('herinneringVerlengingVragen', 'ouders')],
    bijVerloop: { markeer: 'verlengingNietOntvangen' },
  },
  {
    naam: 'eindeToekenning',
    soort: 'LOCAL',
    grondslag: gemeentelijk('de periode die in het besluit staat'),
    vanaf: { datumveld: 'geldigTot' },
    zolang: ['toegekend', 'vanKracht'],
    herinnerOp: [{ voor: { weken: 8 } }],
    bijHerinnering: [brief('herinneringEindePeriode', 'ouders')],
    bijVerloop: [
      {
        als: is('art15'),
        naar: 'verlopen',
        dan: [brief('vrijstellingVerlopen', 'ouders'), absoluutVerzuim],
      },
      {
        naar: 'verlopen',
        dan: [brief('vervangendeLeerplichtVerlopen', 'ouders'), taak('inschrijvingNagaan')],
      },
    ],
  },
]);
