import { datumVeld, inhoud, z, type Actie, type Rol } from '#process';
import { aantalVeld, ROUTE } from './melding.v1.js';

const AMBTENAAR: Rol[] = ['leerplichtambtenaar'];
const OF_SCHOOL: Rol[] = ['leerplichtambtenaar', 'school'];
const toelichting = inhoud('gewoon').optional();

/** What the officer and the school do, with which fields. What other processes tell stands in `berichten.v1.ts`. */
export const werkActies = {
  inBehandeling: { door: AMBTENAAR, invoer: z.strictObject({}) },
  terKennisgeving: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      reden: z.enum(['geoorloofd', 'nietLeerplichtig', 'dubbel', 'alOpgelost', 'anders']),
      toelichting,
    }),
  },
  contactGelegd: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      contactOp: datumVeld(),
      contactMet: z.enum(['ouders', 'jongere', 'school', 'anders']),
      toelichting,
    }),
  },
  gehoordOuders: {
    door: AMBTENAAR,
    invoer: z.strictObject({ oudersGehoordOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  gehoordJongere: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      jongereGehoordOp: datumVeld(),
      /** Art. 22 lid 3: the officer tries to move the youth to comply. */
      aangespoord: z.boolean(),
      verslag: inhoud('gewoon').optional(),
    }),
  },
  signaleringsinstrument: {
    door: AMBTENAAR,
    invoer: z.strictObject({ signaalAdvies: z.enum(ROUTE), score: aantalVeld().optional() }),
  },
  adviesOntvangen: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      adviseur: z.enum(['schoolarts', 'huisarts', 'hulpverlening', 'samenwerkingsverband', 'anders']),
      adviesOp: datumVeld(),
      advies: inhoud('medisch').optional(),
    }),
  },
  gesprekGepland: { door: AMBTENAAR, invoer: z.strictObject({ gesprekOp: datumVeld() }) },
  gesprekGevoerd: {
    door: AMBTENAAR,
    invoer: z.strictObject({ gesprekGevoerdOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  nietVerschenen: { door: AMBTENAAR, invoer: z.strictObject({ toelichting }) },
  afsprakenVastgelegd: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      afspraken: inhoud('gewoon'),
      /** The last day on which they hold; then the officer looks whether they were kept. */
      afsprakenTot: datumVeld().optional(),
      /** What follows when they are not kept (Koen, step 7: "else a DUO report and Halt"). */
      andersVolgt: z.enum(ROUTE).optional(),
    }),
  },
  mdoGepland: { door: AMBTENAAR, invoer: z.strictObject({ mdoOp: datumVeld() }) },
  mdoGehouden: {
    door: AMBTENAAR,
    invoer: z.strictObject({ mdoGehoudenOp: datumVeld(), verslag: inhoud('gewoon').optional() }),
  },
  planVanAanpak: {
    door: AMBTENAAR,
    invoer: z.strictObject({ planOp: datumVeld(), plan: inhoud('gewoon').optional() }),
  },
  waarschuwing: { door: AMBTENAAR, invoer: z.strictObject({ toelichting }) },
  hulpAangeboden: { door: AMBTENAAR, invoer: z.strictObject({ hulpAangebodenOp: datumVeld(), toelichting }) },
  hulpGeweigerd: {
    door: AMBTENAAR,
    invoer: z.strictObject({ geweigerdDoor: z.enum(['ouders', 'jongere', 'beiden']), toelichting }),
  },
  aanbodGedaan: {
    door: OF_SCHOOL,
    invoer: z.strictObject({ aanbodOp: datumVeld(), aanbod: z.enum(['onderwijs', 'zorg', 'combinatie']) }),
  },
  verzuimGestopt: {
    door: OF_SCHOOL,
    namens: 'school',
    invoer: z.strictObject({ gestoptOp: datumVeld(), toelichting }),
  },
  verzuimVoortgezet: {
    door: OF_SCHOOL,
    namens: 'school',
    invoer: z.strictObject({
      /** Since when the youth has not come at all. Absent: there is absence, but it is not continuous. */
      verzuimVanaf: datumVeld().optional(),
      uren: aantalVeld().optional(),
      toelichting,
    }),
  },
  uitgeschreven: {
    door: ['systeem', 'leerplichtambtenaar', 'school'],
    invoer: z.strictObject({ uitgeschrevenOp: datumVeld() }),
  },
  toestemmingVavo: { door: AMBTENAAR, invoer: z.strictObject({ toestemmingOp: datumVeld() }) },
  besprokenInSat: {
    door: OF_SCHOOL,
    invoer: z.strictObject({ satOp: datumVeld(), volgendeSatOp: datumVeld().optional() }),
  },
  aangemeldTbi: { door: OF_SCHOOL, invoer: z.strictObject({ tbiOp: datumVeld() }) },
  onderzoekAfgerond: { door: AMBTENAAR, invoer: z.strictObject({ conclusie: inhoud('gewoon').optional() }) },
  evalueren: { door: AMBTENAAR, invoer: z.strictObject({}) },
  routeVoortzetten: { door: AMBTENAAR, invoer: z.strictObject({ toelichting }) },
  afsluiten: {
    door: AMBTENAAR,
    feiten: ['strafrechtLoopt'],
    invoer: z.strictObject({
      resultaat: z.enum([
        'hersteld',
        'hulpLooptZonderDwang',
        'haltPositief',
        'maatregel',
        'thuiszitterstafelOpgelost',
        'ingetrokken',
      ]),
      toelichting,
    }),
  },
} satisfies Record<string, Actie>;

/** The choice of a route. Halt and PV are for who may investigate offences; their reasons are police data (Wpg). */
export const routeActies = {
  routeHulp: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      aanbieder: z.enum(['wijkracht', 'jeugdEnGezin', 'anders']),
      motivering: inhoud('gewoon').optional(),
    }),
  },
  routeHalt: {
    door: AMBTENAAR,
    kenmerk: 'boa',
    feiten: ['haltVerwezen'],
    invoer: z.strictObject({
      uren: aantalVeld().optional(),
      aantalTeLaat: aantalVeld().optional(),
      overlegOvJ: z.boolean(),
      motiveringWpg: inhoud('wpg').optional(),
    }),
  },
  routeCiviel: { door: AMBTENAAR, invoer: z.strictObject({ motivering: inhoud('gewoon') }) },
  routeStrafrecht: {
    door: AMBTENAAR,
    kenmerk: 'boa',
    invoer: z.strictObject({
      tegen: z.enum(['jongere', 'ouders', 'beiden']),
      verzuimsoort: z.enum(['relatief', 'absoluut', 'luxe']),
      /** Only for luxe verzuim: the school days missed, when the report does not tell. */
      luxeSchooldagen: aantalVeld().optional(),
      /** Only for luxe verzuim: an earlier warning, or a plain notice by the school beforehand. */
      eerderGewaarschuwd: z.boolean().optional(),
      /** Only for luxe verzuim: the parents stayed away longer than the leave that they got. */
      verlofOverschreden: z.boolean().optional(),
      motiveringWpg: inhoud('wpg'),
    }),
  },
  naarTafel: {
    door: AMBTENAAR,
    invoer: z.strictObject({
      verzuim: z.enum(['geoorloofd', 'ongeoorloofd']),
      toestemming: z.boolean(),
      thuisSinds: datumVeld().optional(),
    }),
  },
  /** A route that never came off, or that ended without telling so (a colleague cancelled it). */
  routeGestopt: {
    door: AMBTENAAR,
    invoer: z.strictObject({ gestopteRoute: z.enum([...ROUTE, 'tafel']), toelichting }),
  },
} satisfies Record<string, Actie>;
